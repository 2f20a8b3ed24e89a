"""Who acts in a PRD, and what it keeps, by name."""

import pytest

from agents.builtin.reader import Findings, read


def found(text: str) -> Findings:
    outcome = read(text)
    assert isinstance(outcome, Findings), outcome
    return outcome


def actors(text: str) -> list[str]:
    return [each.name for each in found(text).actors]


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
        ("# Kitchen\nA page where home cooks save their recipes.\n", ["Home cook"]),
        (
            "# Store\n## Permissions\n| Role | View | Change |\n|---|---|---|\n| Picker | x | |\n| Shift leader | x | x |\n",
            ["Picker", "Shift leader"],
        ),
        (
            "# Clubs\n## Features\n- A treasurer is told by mail\n### User roles\n- **Treasurer**: keeps the money\n- **Coach**: trains\n",
            ["Treasurer", "Coach"],
        ),
        (
            "# Menu\n## Data\n- **User**: manages menus, tables, and access rights\n## Features\n- The waiter can print a menu\n",
            ["Waiter"],
        ),
    ],
    ids=[
        "allowed",
        "acts",
        "longer name",
        "addressed",
        "does",
        "permissions",
        "section inside features",
        "deeds",
    ],
)
def test_roles_are_those_who_act(text: str, names: list[str]) -> None:
    assert actors(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "# Hal\nDe beheerder moet een zaal toevoegen en het lid kan voor een zaal een klant invoeren.\n",
            {"Beheerder", "Klant", "Lid"},
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
            "# Sala\n## Requisitos funcionales\n- El usuario debe abrir la sala desde el client JS con una llave\n",
            {"Usuario"},
        ),
        (
            "# Ruang\n## Kebutuhan\n- Pengguna dapat memesan ruang dan harus membayar untuk itu dengan kartu\n- Pelanggan dapat membatalkan\n",
            {"Pengguna", "Pelanggan"},
        ),
        ("# 部屋\n## 機能要件\n- 営業部長へ通知すること\n- 営業部長は予約を削除できる\n", {"営業部長"}),
        (
            "# Halle\n## Funktionale Anforderungen\n- Der Hallenwart muss nicht, die Lehrer sollen die Halle buchen\n",
            {"Lehrer"},
        ),
    ],
    ids=["dutch", "polish", "chinese", "korean", "spanish", "no spanish", "indonesian", "japanese", "german"],
)
def test_roles_in_other_languages_are_named_in_their_basic_form(text: str, names: set[str]) -> None:
    assert set(actors(text)) == names


def entities(text: str) -> dict[str, tuple[str, ...]]:
    return {each.name: each.attributes for each in found(text).entities}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "- Clerks can create, edit and delete berths\n- Each berth can be booked\n- List all berths of a pier\n- The berth history is kept",
            {"Berth"},
        ),
        ("- `PlaceBerth` creates a berth\n- When `TollPaid` is published, the gate opens", {"Berth", "Toll"}),
        ("- Store the `StormWarning` CRD", {"StormWarning"}),
        ("- `GET /api/v1/berths/{id}/moorings` answers with JSON\n- `POST /login`", {"Berth", "Mooring"}),
        ("- Members sign in with their member account", {"User"}),
        ("| Method | Path |\n|---|---|\n| GET | `/api/berths` |\n", {"Berth"}),
        ("| Entity | Says |\n|---|---|\n| Berth | where a ship lies |\n", {"Berth"}),
        (
            "- Stop\n## Glossary\n- **Sluice**: opens\n## More\n- The sluice opens\n- A sluice closes\n",
            {"Sluice"},
        ),
        ("```\nberths(\n  id TEXT PRIMARY KEY,\n  depth REAL\n);\n```", {"Berth"}),
        ("- The system must be fast\n- The application shall support the user with data", set()),
        ("- The moderators can create an account\n- The moderators must approve", set()),
        ("### Data objects\n- Berth form includes: name, length, price\n- After a booking: id, name, date\n- System syncs berths\n", {"Berth"}),
        ("- The system must use UserDefaults\n- VoiceOver must work with UserDefaults\n- VoiceOver is the default", set()),
        ("- Set up all tables (berths, mooring_lines)\n", {"Berth", "Mooring Line"}),
        ("- UseBerth calls NSMenu and UIColor\n- `BerthOptions` and `BerthResponse` are built\n- Quit items", set()),
        ("- **H-01 — Moorings**: Manage moorings\n- **H-02 — Skipper management**: by hand\n- **Berth tracking & more**\n", {"Mooring", "Skipper", "Berth"}),
        ("### Epic 3: Mooring management\nBerth CRUD. Toll statuses. Short texts.\n", {"Mooring", "Berth", "Toll"}),
        ("- View berths: Show all berths\n- **Edit tolls**: Change tolls\n- **Tolls**: Delete tolls", {"Berth", "Toll"}),
        ("- **Data management**: by hand\n- **Centralized storage**\n- **NLP library**\n- **Notes**: very short\n", set()),
        ("- The project has a goal and a persona\n- A story names a token\n- Clerks can add berths\n- Delete berths\n- Each berth has a goal", {"Berth"}),
        ("- Clerks create rooms\n- Each room can be booked\n- The room list shows all rooms", {"Room"}),
        ("- Each Mooring Plan shall include:\n  - id\n  - name\n  - start_date\n", {"Mooring Plan"}),
    ],
    ids=[
        "kept",
        "commands and events",
        "typed",
        "paths",
        "accounts",
        "paths in a table",
        "table of things",
        "terms",
        "columns",
        "general words",
        "people",
        "no sentences",
        "parts of a platform",
        "names of tables",
        "parts of programs",
        "managed",
        "managed in a few words",
        "managed by a deed",
        "managed and no things",
        "words of every document",
        "a word that is a tool elsewhere",
        "before its fields",
    ],
)  # fmt: skip
def test_what_is_kept_and_spoken_of_is_a_thing(text: str, names: set[str]) -> None:
    assert set(entities(f"# Port desk\n## Features\n{text}\n")) - {"Account"} == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("# 港口\n## 功能需求\n- 支持创建泊位\n- 可以查看泊位列表\n- 必须删除泊位和修改泊位\n", "泊位"),
        (
            "# 항구\n## 기능\n- 선석을 추가한다\n- 선석의 길이를 표시해야 한다\n- 모든 선석은 예약할 수 있다\n",
            "선석",
        ),
        (
            "# Haven\n## Functies\n- De gebruiker moet een ligplaats kunnen boeken\n- Toon alle ligplaatsen van het systeem\n",
            "Ligplaats",
        ),
        (
            "# Porto\n## Requisiti funzionali\n- Il sistema deve mostrare l'ormeggio\n- Il cliente può prenotare un ormeggio\n",
            "Ormeggio",
        ),
    ],
    ids=["chinese", "korean", "dutch", "italian"],
)
def test_things_in_other_languages_are_nouns_that_come_back(text: str, name: str) -> None:
    assert name in entities(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("# Hafen\n## Anforderungen\n- Das System muss jede Rechnung speichern und die Rechnungen zeigen\n- Der Nutzer kann eine Sammelbestellung anlegen\n", {"Rechnung", "Bestellung"}),
        ("# Puerto\n## Requisitos funcionales\n- El sistema debe guardar cada suscripción\n- El usuario puede ver la factura\n", {"Suscripción", "Factura"}),
        ("# 港口\n## 功能需求\n- 用户可以查看订单\n- 系统必须支持優惠券\n", {"订单"}),
        ("# Порт\n## Требования\n- Система должна сохранять заказы\n- Пользователь может смотреть отчёты\n", {"Заказ", "Отчёт"}),
    ],
    ids=["german", "spanish", "chinese", "russian"],
)  # fmt: skip
def test_what_every_trade_keeps_is_known_in_other_languages(text: str, names: set[str]) -> None:
    assert names <= set(entities(text))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("# A\n**Primary user:** roof inspector\n**Secondary user:** homeowner\n", ["Roof inspector", "Homeowner"]),
        ("# A\n## Personas\n**Dana, the dispatcher** plans tours.\n", ["Dispatcher"]),
        ("# A\n## Audience\nHobby brewers and brewery owners who want to log their brews.\n", ["Hobby brewers", "Brewery owners"]),
        ("# A\n## Permissions\n- Admin: everything\n- Editor: may edit\n- Export: may be done twice\n", ["Admin", "Editor"]),
        ("# A\nA dashboard for fleet operators and their mechanics.\n", ["Fleet operators", "Mechanics"]),
        ("# A\n## Features\n- Roles: admin, scorer and spectator\n", ["Admin", "Scorer", "Spectator"]),
        ("# A\n## Audience\n- **Primary**: hobby brewers\n- **Secondary**: brewery owners\n", ["Hobby brewers", "Brewery owners"]),
        ("# A\n## Personas\n**Ida — solo brewer with:**\n\n- $50 to spend\n- Patience, calm with kettles\n- Wants to win\n", ["Solo brewer"]),
        ("# A\n## Target users and stories\nThe brewer keeps the log. The inspector reads it.\n", ["Brewer", "Inspector"]),
        ("# A\n## Features\n| Right | Brewer | Inspector |\n|---|---|---|\n| Read | x | x |\n| Write | x | |\n", ["Brewer", "Inspector"]),
        ('# A\n## User personas\n### 1. Casual Brewer\nBrews.\n### Persona 2: "The Inspector"\n- counts\n', ["Casual Brewer", "Inspector"]),
        ("# A\n## Users\n- Small teams brewing at home\n- Readers of brewing logs\n", ["Small teams", "Readers"]),
        ("# A\n## Use cases\n### Login\n**Actors**: Brewer, Inspector\n", ["Brewer", "Inspector"]),
        ("# A\nIt is a page in three parts (brewer / inspector / owner).\n", ["Brewer", "Inspector", "Owner"]),
        ("# A\n## User personas\n### 1. Casual Brewer\n**Friction:** sign-up walls, long waits\n#### Concerns\n- Lack of time\n- Being distracted\n", ["Casual Brewer"]),
        ("# A\n## Users\n### User account\n- **R1 The system shall store**: a name, a word\n- Brewers\n", ["Brewers"]),
        ("# A\n## Users\n- Optional: inspector, mayor\n- **Ida Moss** - Brewery owner. Counts\n", ["Inspector", "Mayor", "Brewery owner"]),
        ("# A\n## Colors\n| Role | Value |\n|---|---|\n| Accent | red |\n", []),
        ("# A\n## Users and jobs\n### Brewer\nBrews.\n### Inspector of logs\nReads.\n", ["Brewer", "Inspector"]),
        ("# A\n## Actors\n| ID | Name |\n|---|---|\n| ACT-01 | Brewer |\n", ["Brewer"]),
        ("# A\nAn app for brewers, handymen and landscapers.\n- The inspector may call\n", ["Brewers", "Handymen", "Landscapers"]),
        ("# A\n## Open questions\n- Target users: one brewer, a school, or both?\n", []),
        ("# A\nA tool for managing recipes and organization.\n- The client asks the server\n- A code editor with themes\n", []),
        ("# A\n## Users and jobs\n### 4.1 Night clerk\nPrints.\n### 4.2 Browser user\nLooks.", ["Night clerk", "Browser user"]),
        ("# A\n## Roles\n### Assign a role (Owner/Accountant/Viewer)\n- Pick one", ["Owner", "Accountant", "Viewer"]),
        ("# A\n## Users\n- Parent/guardian\n- Teacher\n## Features\n- A parent can print bills", ["Parent/guardian", "Teacher"]),
    ],
    ids=["in bold", "with a name", "an audience", "by their rights", "what it is for", "listed", "which of them", "what one is like", "spoken of", "heads of columns", "titles", "what they do", "several in one entry", "in brackets", "no troubles", "no sentences", "not by name", "no colours", "told with their jobs", "with an id", "in a long list", "asked", "no programs", "under numbers", "parted by strokes", "one of two names"],
)  # fmt: skip
def test_people_are_found_where_they_are_told_of(text: str, names: list[str]) -> None:
    assert [name for name in actors(text) if name != "User"] == names


def test_users_that_stories_tell_apart_are_several() -> None:
    text = "# Bills\n## User stories\n- As a user, I want to print a bill\n- As a mobile user, I want large buttons\n- As a mobile user, I want few of them\n"
    assert actors(text) == ["User", "Mobile user"]


def test_people_below_a_label_are_called_without_their_article() -> None:
    text = "# Loom log\n## Overview\n- **User personas:**\n    - An amateur weaver with a loom at home who wants to keep notes.\n    - A studio owner who needs to plan orders.\n## Features\n- Notes can be written\n"
    assert actors(text) == ["Amateur weaver", "Studio owner"]
