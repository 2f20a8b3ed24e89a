"""Whom, what and which systems a specification names, and which of its words name nobody and nothing."""

import pytest

from tests.agents.stated import read_whole

PEOPLE: dict[str, tuple[str, list[str]]] = {
    "for whom goals are": (
        "# Brews\n## User goals\n**For brewers:**\n- Log what is brewed\n\n**For inspectors:**\n- Read logs\n## Features\n- Logs can be printed\n",
        ["Brewers", "Inspectors"],
    ),
    "a part about users": (
        "# Brews\n## Actors\n- Brewer\n## Features\n### Authorization and users\n| ID | Requirement |\n|---|---|\n| USER-1 | Only brewers shall log |\n",
        ["Brewer"],
    ),
    "personas with a name, and anyone": (
        "# Wall\n## Overview\n**Target users:** Homeowners, interior designers, and anyone who hangs pictures\n## Features\n- Plan a wall\n## User experience\n### User personas\n1. **Mike (Busy Professional):** 28, renter\n2. **Emma (Photographer):** 35, needs to help clients hang pictures\n",
        ["Homeowners", "Interior designers", "Busy Professional", "Photographer"],
    ),
    "what a role can do": (
        "# Workshop\n## User roles\n### Customer\nThe customer can:\n- Book a service.\n### Mechanic\nThe mechanic can:\n- Record labour.\n## Features\n- Bills can be printed\n",
        ["Mechanic", "Customer"],
    ),
    "a flow of users in Korean": (
        "# 변환기\n## 기능 요구사항\n- 길이를 변환해야 합니다\n## 대상 사용자\n- 학생\n## 핵심 사용자 플로우\n1. 숫자 입력\n",
        ["학생"],
    ),
}


@pytest.mark.parametrize(("text", "names"), PEOPLE.values(), ids=list(PEOPLE))
def test_the_people_of_a_specification(text: str, names: list[str]) -> None:
    assert [each.name for each in read_whole(text).actors] == names


@pytest.mark.parametrize(
    "text",
    [
        "# Sun\n## Integration\n- Monitor for external changes\n- Read the current values\n",
        "# Look\n## Features\n- Pages move with an animation system (Curves.easeOut)\n- Code is shown in JetBrains Mono\n",
        "# Emoji\n## Integration\n- **Acceptance Criteria**:\n  - The setting is shown\n",
        "# Stock\n## Features\n- The SDK of the .NET API is pinned\n",
    ],
    ids=["a deed", "code and a font", "criteria", "a framework"],
)
def test_what_is_no_outside_system(text: str) -> None:
    assert read_whole(text).integrations == ()


def test_what_is_created_and_updated_is_one_thing() -> None:
    text = "# Stock\n## Features\n- Managers shall create and update products with a number, a name and a unit.\n"
    assert [(each.name, each.attributes) for each in read_whole(text).entities] == [
        ("Product", ("number", "name", "unit"))
    ]


def test_what_somebody_does_to_what_is_theirs_is_no_thing() -> None:
    text = "# Workshop\n## Features\n- Register and log in.\n- Manage their profile.\n- Print bills\n"
    assert "Manage Their" not in [each.name for each in read_whole(text).entities]


def test_a_piece_of_a_sentence_is_no_thing() -> None:
    text = "# Desk\n## Features\n- Users can view a list of all their uploaded papers with titles and status signs.\n- Print\n"
    assert [each.name for each in read_whole(text).entities if each.name.startswith("Their")] == []
