"""Who acts in a PRD, which outside systems it talks to, and what it keeps, by name."""

import pytest

from agents.builtin.reader import Findings, read


def found(text: str) -> Findings:
    outcome = read(text)
    assert isinstance(outcome, Findings), outcome
    return outcome


def actors(text: str) -> list[str]:
    return [each.name for each in found(text).actors]


def integrations(text: str) -> list[str]:
    return [each.name for each in found(text).integrations]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "# Claims\n## Features\n- The adjuster sees claims\n- Allow the adjuster to close a claim\n",
            ["Adjuster"],
        ),
        ("# Shop\n## Features\n- A customer can order\n- The customer pays by card\n", ["Customer"]),
        (
            "# Lab\n## Features\n- A lab technician can scan a tube\n- A lab technician must label it\n",
            ["Lab technician"],
        ),
        ("# Notes\n## Features\n- You can pin a note\n", ["User"]),
        (
            "# Clubs\n## Features\n- A treasurer is told by mail\n### User roles\n- **Treasurer**: keeps the money\n- **Coach**: trains\n",
            ["Treasurer", "Coach"],
        ),
    ],
    ids=["allowed", "acts", "longer name", "addressed", "section inside features"],
)
def test_roles_are_those_who_act(text: str, names: list[str]) -> None:
    assert actors(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "# Hal\nDe beheerder moet een zaal toevoegen en het lid kan voor een zaal een klant invoeren.\n",
            {"Beheerder", "Klant"},
        ),
        (
            "# Sala\n## Funkcje\n- Klient rezerwuje salę i nie musi się rejestrować\n- Pracownicy widzą listę klientów\n",
            {"Klient", "Pracownik"},
        ),
        ("# 图书\n## 功能需求\n- 图书管理员可以删除读者\n- 读者可以借书\n", {"图书管理员", "读者"}),
        ("# 체육관\n## 기능\n- 회원은 수업을 예약한다\n- 관리자는 수업을 추가한다\n", {"회원", "관리자"}),
        (
            "# Sala\n## Requisitos funcionales\n- El alumno debe reservar una sala para los profesores\n",
            {"Alumno", "Profesor"},
        ),
        (
            "# Halle\n## Funktionale Anforderungen\n- Der Hallenwart muss nicht, die Lehrer sollen die Halle buchen\n",
            {"Lehrer"},
        ),
    ],
    ids=["dutch", "polish", "chinese", "korean", "spanish", "german"],
)
def test_roles_in_other_languages_are_named_in_their_basic_form(text: str, names: set[str]) -> None:
    assert set(actors(text)) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("- Store receipts in Amazon S3 and send mail with SES", ["Amazon S3", "SES"]),
        ("- Runs on AWS with DynamoDB and SQS", ["DynamoDB", "SQS"]),
        ("- Upload Excel files\n- Read rates from Salesforce", ["Salesforce"]),
        ("- Draw a square\n- Render the page on a railway map", []),
        ("- Deploy the site to Render and keep rows in Neon", ["Render", "Neon"]),
        ("- Integrate with Harborlog and publish to Quayside", ["Harborlog", "Quayside"]),
        ("### Harborlog Integration\n- Berths are read every hour", ["Harborlog"]),
        ("- Use the Official Tidebook API", ["Tidebook API"]),
        ("- Build it with Django and React", []),
        ("### Third-party integrations\n- Harborlog\n- Send a mail to everyone\n", ["Harborlog"]),
    ],
    ids=[
        "cloud",
        "provider",
        "file format",
        "words",
        "hosts",
        "joined",
        "heading",
        "api",
        "stack",
        "section",
    ],
)
def test_integrations_are_named_systems(text: str, names: list[str]) -> None:
    assert integrations(f"# Port desk\n## Features\n{text}\n") == names
