"""The people a document names without a list of its own for them, or beside it."""

import pytest

from agents.builtin.reader import read
from agents.builtin.reader.findings import Findings


def actors(text: str) -> list[str]:
    """The actors of a document, the general user aside."""
    result = read(text)
    assert isinstance(result, Findings)
    return [each.name for each in result.actors if each.name != "User"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "# A\n## Users\n- Brewers\n- Inspectors\n## Features\n- A helper may stop\n- A volunteer can stop\n- The volunteer\n- A volunteer\n",
            ["Brewers", "Inspectors", "Volunteer"],
        ),
        (
            "# A\n## Accounts\n- **Brewers** — those who log\n- **Inspectors** — those who read\n## Features\n- Logs can be printed\n",
            ["Brewers", "Inspectors"],
        ),
        ("# A\n## Parts\n- **Editor**: for text\n- **Viewer**: for pictures\n", []),
        ("# A\n## Parts\n- R1. **Brewer**: logs\n- R2. **Cellar**: is locked\n", []),
        (
            "# A\n## Target audience\n- Adults with little time (commuters, travelers, students)\n",
            ["Adults", "Commuters", "Travelers", "Students"],
        ),
        (
            "# A\n## Target audience\n1. **Secondary users (caregivers):** family members living apart, parents of pupils\n",
            ["Caregivers", "Family members", "Parents"],
        ),
        (
            "# A\n## Target users\nPrimary:\nHobby brewers (1-5 kegs)\n\nSecondary:\nTax officers\nBrewing NGOs\n\nDesign must be simple.\n",
            ["Hobby brewers", "Tax officers", "Brewing NGOs"],
        ),
        (
            "# A\n## Audience\n- **Primary:** Researchers, academics, and students writing papers\n",
            ["Researchers", "Academics", "Students"],
        ),
        ("# A\n## Rules\n- Contractors (own vans) fill what is left\n", ["Contractor"]),
        ("# A\n## Rules\n- Contractors (own vans\n- Crates are counted\n", []),
        (
            "# 平台\n## 3. 目标用户\n### 3.1 会员用户\n主要诉求：\n- 希望快速看到整理后的版本\n### 3.2 潜在用户\n- 家教老师\n## 4. 功能\n- 用户可以登录\n",
            ["会员用户", "家教老师"],
        ),
        (
            "# App de camas\n## Requisitos\n### Gestión de usuarios\n- El sistema debe permitir al administrador crear camas\n- El administrador borra camas\n",
            ["Administrador"],
        ),
        ("# Hunt\n## Hunter\n- no large images\n## `brew doctor`\n- Checks all\n", ["Hunter"]),
        (
            "# A\n## Stakeholders\n| Who | Why |\n|---|---|\n| Brewers (novices, old hands) | Log |\n**P1 — Sam** (novice / student)\n",
            ["Brewers"],
        ),
        (
            "# A\n## Roles\n- **Brewer**: Logs brews\n- **QA**: Create inspectors; read logs\n",
            ["Brewer", "QA"],
        ),
        (
            "# A\n## A brewery End-user can:\n- Log a brew\n## Inspectors may:\n- Read\n\nThe system shall:\n\n- Save\n",
            ["Brewery End-user", "Inspectors"],
        ),
        (
            "# A\n## Core member, user profile\n### as a pick leader, I want to plan a brew\n- After sending the form, wait\n",
            ["Core member", "Pick leader"],
        ),
        ("# A\n## Users\n### Manage users\n- Brewers\n", ["Brewers"]),
        (
            "# A\n## Primary users\n- Students\n- Student coordinators\n- Faculty\n- Alumni\n- Admins\n",
            ["Students", "Student coordinators", "Admins", "Faculty", "Alumni"],
        ),
        (
            "# A\n## User roles and permissions\n### Staff\n- Limited access\n- **Brewing agent**: can brew\n- **Accountant**: can count\n",
            ["Staff", "Brewing agent", "Accountant"],
        ),
        (
            "# A\n## Users\n| Aspect | Says |\n|---|---|\n| **Stakeholders** | Marketing, Customer Success, Compliance (for notices) |\n",
            ["Marketing", "Customer Success", "Compliance"],
        ),
        ("# A\n## Features\n- The AI provider can reject a text\n- The provider must answer\n", []),
        (
            "# A\nWe empower homeowners with a cheap and easy sprinkler system.\n**Stakeholders:** Brewers\n## Non-users\n- Nobody is told\n",
            ["Brewers", "Homeowners"],
        ),
        ("# A\nDesigned for brewers, phones and mobile devices.\n", ["Brewers"]),
        ("# A\n- The senior adjuster can count\n- Ask the senior adjuster\n", ["Senior adjuster"]),
        ("# A\n## Features\n- Playwright must open the page\n- Playwright can click\n", []),
        (
            "# Пиво\n## Пользовательские истории\n**Как** пивовар,\n**я хочу** видеть журнал,\n**чтобы** ничего не забыть.\n",
            ["Пивовар"],
        ),
    ],
    ids=[
        "acting beside a list",
        "explained one by one",
        "programs",
        "not all of them people",
        "in brackets",
        "called so in brackets",
        "on lines of their own",
        "among others",
        "a bracket before the verb",
        "a bracket never closed",
        "called by a heading in Chinese",
        "a heading about accounts in Spanish",
        "a heading of one role",
        "in a table with who else",
        "a deed behind a short name",
        "with their rights below them",
        "in a heading that tells a story",
        "a deed and nobody",
        "most of a list are roles",
        "below a heading about rights",
        "in a row that lists them",
        "a service that provides",
        "what they are given",
        "devices",
        "a role before a role",
        "a tool",
        "in a Russian story",
    ],
)
def test_people_are_named_where_no_list_says_that_they_are(text: str, names: list[str]) -> None:
    assert actors(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("# A\n## Users\n- **Brewers** who log\n## Features\n- A user can print\n- Users see logs\n", ["Brewers"]),
        ("# A\n## Features\n- Brewers can log\n- The inspector can read\n- The clerk must count\n- A user may stop\n- Users can print\n", ["Brewer", "Clerk", "Inspector"]),
        ("# A\n## Users\nPrimary user: a person who brews at home.\n## Features\n- Logs can be printed\n", ["User"]),
        ("# A\n## Features\n- A user may stop\n", ["User"]),
    ],
    ids=["listed", "acting", "a person", "nobody else"],
)  # fmt: skip
def test_the_general_user_stands_only_where_nobody_else_does(text: str, names: list[str]) -> None:
    result = read(text)
    assert isinstance(result, Findings)
    assert [each.name for each in result.actors] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "# A\n## Personas\n| Persona | Does |\n|---|---|\n| Nurse Joy | reads |\n| Clerk Tolu | files |\n| Lab Tech Kemi | counts |\n",
            ["Nurse", "Clerk", "Lab Technician"],
        ),
        ("# A\n## Personas\n| Persona | Does |\n|---|---|\n| Customer Success | calls |\n| Client Services | write |\n| Member Relations | help |\n", ["Customer Success", "Client Services", "Member Relations"]),
        (
            "# A\n## 1.4 Intended Audience\nThis document is intended for the following audience:\n\n- Software developers\n- Project managers\n- Brewers\n",
            ["Brewers"],
        ),
        ("# A\n## Users\n- Brewer / owner\n- Brewers\n- Inspectors\n", ["Brewer / owner", "Inspectors"]),
    ],
    ids=["personas by name", "departments", "who reads the document", "one of several names"],
)  # fmt: skip
def test_who_is_no_user_stands_not_among_them(text: str, names: list[str]) -> None:
    assert actors(text) == names
