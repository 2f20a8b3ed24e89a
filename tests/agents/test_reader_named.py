"""What the reader takes for people, things, systems and qualities by how a document names them: small invented documents."""

import pytest

from agents.builtin.reader import Findings, read
from tests.agents.kinds import Found, kinds


def read_well(text: str) -> Findings:
    outcome = read(text)
    assert isinstance(outcome, Findings), outcome
    return outcome


ACTORS: dict[str, tuple[str, list[str]]] = {
    "people in stories": (
        "# Shifts\n## User stories\nMara is a nurse on three wards. She wants one place for all shifts.\n\nJon is an accountant who counts hours. He needs the hours of a month.\n",
        ["Nurse", "Accountant"],
    ),
    "somebody of whom no role is told": (
        "# Shifts\n## User stories\nMara is a fan of lists and mornings. She wants one place for all shifts.\n- As a nurse, I want to swap a shift\n",
        ["Fan", "Nurse"],
    ),
    "roles with strokes, one of them unknown": (
        "# Shifts\n## Features\n- Members with a role (Owner/Admin/XYZ/Shift Planner/Viewer) can print a plan\n",
        ["Owner", "Admin", "XYZ", "Shift Planner", "Viewer"],
    ),
    "letters among people": (
        "# Skills\n## Personas\n- **Trainer**: checks skills\n- **HR**: adds people\n- **DCC**: adds skills\n",
        ["Trainer", "HR", "DCC"],
    ),
    "a picker that is a part of a screen": (
        "# Skills\n## Features\n- The date picker can show a month\n- The colour picker shows blue\n- The order picker can open a box\n- A picker can close a box\n",
        ["picker"],
    ),
    "in a Vietnamese story": (
        "# Lớp\n## Stories\n- Là chủ lớp, tôi muốn điểm danh\n",
        ["chủ lớp"],
    ),
    "for whom, in Japanese": (
        "# 会計\n## 対象ユーザー\n- **主要対象**: 新任マネージャー、リーダー\n- **前提知識**: 会計用語\n## 機能要件\n- 仕訳の生成\n",
        ["新任マネージャー", "リーダー"],
    ),
    "choices with strokes": (
        "# Shifts\n## Features\n- A nurse can sort the plan (day/week/month/ward)\n",
        ["Nurse"],
    ),
}


@pytest.mark.parametrize(("text", "names"), ACTORS.values(), ids=list(ACTORS))
def test_people_as_a_document_introduces_them(text: str, names: list[str]) -> None:
    assert sorted(each.name.casefold() for each in read_well(text).actors) == sorted(map(str.casefold, names))


THINGS: dict[str, tuple[str, list[tuple[str, tuple[str, ...]]]]] = {
    "a table that is added": (
        "# Bills\n## Features\n- Add `bills` table (id, amount, paid_on)\n- Print a bill\n",
        [("Bill", ("id", "amount", "paid_on"))],
    ),
    "a table that goes": ("# Bills\n## Features\n- Drop `stamps` table\n- Print a page\n", []),
    "a table without fields": (
        "# Bills\n## Features\n- Track the day in the `dayBook` table\n- Print a page\n",
        [("Day Book", ())],
    ),
    "things that a sentence announces": (
        "# Bills\n## Architecture\nThe shop keeps two entities:\n- **Invoice**: what somebody owes\n- **Payer**: who owes it\n",
        [("Invoice", ()), ("Payer", ())],
    ),
    "things side by side": (
        "# Skills\n## Domain model\n- **AuditLog**, **UploadLog**: what was done\n- `skills.listByDay`\n- Seed script\n",
        [("AuditLog", ()), ("UploadLog", ())],
    ),
    "rows with ids about data": (
        "# Shop\n## Data model\n| ID | Says |\n|---|---|\n| DATA-001 | Table chairs: id, price |\n| DATA-002 | Table buyers: id |\n",
        [],
    ),
    "parts that a sentence announces": (
        "# Bills\n## Architecture\nThe shop has two services:\n- **Till**: prints\n- **Vault**: hides\n",
        [],
    ),
}


@pytest.mark.parametrize(("text", "named"), THINGS.values(), ids=list(THINGS))
def test_things_as_a_task_or_a_sentence_names_them(
    text: str, named: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert [(each.name, each.attributes) for each in read_well(text).entities] == named


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Support OAuth integration (Google, Apple)", ["Google", "Apple"]),
        ("Offer social login (Google / Facebook)", ["Facebook", "Google"]),
        ("Add OAuth login with Google", ["Google"]),
        ("Support login (email, password)", []),
        ("Show the login page (Header and Footer of the shop)", []),
    ],
)
def test_who_says_who_somebody_is_is_a_system(words: str, names: list[str]) -> None:
    outcome = read_well(f"# Bills\n## Features\n- {words}\n- Print a bill\n")
    assert sorted(each.name for each in outcome.integrations) == sorted(names)


KINDS: dict[str, tuple[str, Found]] = {
    "what is there all year, and what has to be there": (
        "# Plätze\n## Funktionen\n- Beleuchtet, ganzjährig verfügbar\n- Das System muss jederzeit verfügbar sein\n",
        [("functional", 3), ("nonfunctional", 4)],
    ),
    "how passwords are kept": (
        "# Plätze\n## Funktionen\n- Passwort als bcrypt-Hash\n- Passwort ändern\n",
        [("nonfunctional", 3), ("functional", 4)],
    ),
    "a tree that is called after a quality": (
        "# Canvas\n## Cards\n- Page to accessibility tree to text\n- Accessibility for all cards\n",
        [("functional", 3), ("nonfunctional", 4)],
    ),
    "what it can do for others": (
        "# Generator\n## Features\n- Support monoliths and several microservices alike\n- Enhance microservices with fault tolerance\n- Must be split into microservices\n",
        [("functional", 3), ("functional", 4), ("constraint", 5), ("functional", 5)],
    ),
    "why a choice was made": (
        "# Canvas\n## Tech stack\n| Layer | Choice | Why |\n|---|---|---|\n| Client | Tauri | Cross-platform |\n## Features\n- Draw a card\n",
        [("constraint", 5), ("functional", 7)],
    ),
}


@pytest.mark.parametrize(("text", "found"), KINDS.values(), ids=list(KINDS))
def test_qualities_and_choices_by_their_words(text: str, found: Found) -> None:
    assert kinds(text) == found


@pytest.mark.parametrize(
    ("title", "product"),
    [
        ("Enhanced Functional Requirements", ""),
        ("PRD.md - Otter Development Tasks", "Otter"),
        ("Vision and Scope Document", ""),
        ("1-Pager: Otter", "Otter"),
        ("Master Project Plan and Documentation: Otter", "Otter"),
        ("API Requirements", ""),
        ("PRD: Daftar Lengkap\n\nProduk: Otter (Peta)", "Otter"),
    ],
)
def test_a_title_names_the_product_and_not_the_document(title: str, product: str) -> None:
    assert read_well(f"# {title}\n## Features\n- Print a bill\n").product == product


def test_who_is_spoken_to_is_no_product() -> None:
    assert not read_well("You are an expert in clocks.\n## Requirements\n- Ring at noon\n").product


def test_answers_that_may_be_chosen_are_no_things() -> None:
    outcome = read_well(
        "# Grid\n## Core concepts\nA user can mark each item as:\n- To discuss\n- Not for me\n"
    )
    assert "As" not in {each.name for each in outcome.entities}
