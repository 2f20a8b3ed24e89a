"""The general rules of the reader, each on one small invented document: what stands on which line is which kind."""

import pytest

from agents.builtin.reader import Findings, read
from tests.agents.kinds import Found, kinds

CHOICES: dict[str, tuple[str, Found]] = {
    "a layer and what it is made of": (
        "## Features\n- Show the bill\n- Database: MySQL\n- State management: a store per screen\n",
        [("functional", 2), ("constraint", 3), ("constraint", 4)],
    ),
    "a layer that does something is a function": (
        "## Features\n- Language: users can switch the language\n- Storage: keeps files for a month\n",
        [("functional", 2), ("functional", 3)],
    ),
    "what a part is built with": (
        "## Overview\n### Parts\n- The backend is written in Go with PostgreSQL\n- The page lists all bills\n",
        [("constraint", 3), ("functional", 4)],
    ),
    "a table of the stack": (
        "## Technology stack\n| Part | Choice |\n|---|---|\n| Prompt store | Folio |\n| Scans | Acme Guard |\n",
        [("constraint", 4), ("constraint", 5)],
    ),
    "what the product has to do without": (
        "## Notes\n### Core\n- The core must not depend on the network layer\n- It prints bills\n",
        [("constraint", 3), ("functional", 4)],
    ),
    "a choice in a quoted line": (
        "# Bills\n> **Tech stack:** HTML and JavaScript\n> **Mood:** calm\n\n## Features\n- Draw a map\n",
        [("constraint", 2), ("functional", 6)],
    ),
    "a setting is no choice": (
        "# Bills\n## Features\n- Language: English or Korean\n- Language: Go\n",
        [("functional", 3), ("constraint", 4)],
    ),
    "what kind of thing it has to be": (
        "# Bills\n## Requirements\n- Billie must be a web application that prints bills\n- Code must follow the house style guide\n",
        [("constraint", 3), ("functional", 3), ("constraint", 4), ("nonfunctional", 4)],
    ),
    "a label in bold before its paragraph": (
        "## Summary\n\n**Platform:** iPad only\n\n## Features\n- Draw a map\n",
        [("constraint", 3), ("functional", 6)],
    ),
    "frame conditions among qualities": (
        "# Rechnungen\n## Nichtfunktionale Anforderungen\n### NF04: Technische Rahmenbedingungen\n- Rein clientseitig\n- Kein localStorage\n",
        [("constraint", 4), ("constraint", 5)],
    ),
    "what it may count on": (
        "# Rechnungen\n## Nutzung\n- Internetverbindung erforderlich\n- Keine Anmeldung erforderlich\n",
        [("constraint", 3), ("constraint", 4)],
    ),
    "a constraint among the users": (
        "# Bills\n## Users\n- **Clerk**: a person\n- **Constraint**: it must be fully usable from a terminal\n",
        [("constraint", 4)],
    ),
    "in German": (
        "## Backend\n- Das Backend wird mit Java und Spring entwickelt.\n- Kunden können Rechnungen drucken.\n",
        [("constraint", 2), ("functional", 3)],
    ),
    "in Korean": (
        "## 개요\n- 플랫폼: 웹 브라우저\n## 기술 스택\n- 서버: Node.js\n## 기능\n- 청구서 인쇄\n",
        [("constraint", 2), ("constraint", 4), ("functional", 6)],
    ),
}
BARE: dict[str, tuple[str, Found]] = {
    "titles alone on a line": (
        "Bill Printer\n\nProject Overview\n\nBills are printed by hand.\n\nCore Features\n\n- Print a bill\n\nOut of Scope\n\n- Refunds\n",
        [("functional", 9), ("non_goal", 13)],
    ),
    "titles between rules": (
        "=====\nBills\n=====\n\n-----\n1. Features\n-----\n- Print a bill\n\n-----\n2. Out of scope\n-----\n- Refunds\n",
        [("functional", 8), ("non_goal", 13)],
    ),
    "entries without marks": (
        "Bills\n\nCore Features\n\nList of all bills.\nPrinting of one bill, with its items.\nSearch by number.\n",
        [("functional", 5), ("functional", 6), ("functional", 7)],
    ),
    "labels before entries": (
        "Bills\n\nTechnical Stack\n\nFramework: Flutter\nDatabase: SQLite\n\nCore Features\n\nPrinter: Print a bill.\nSearch: Find a bill by its number.\n",
        [("constraint", 5), ("constraint", 6), ("functional", 10), ("functional", 11)],
    ),
    "stories line after line": (
        "Bills\n\nUser stories:\nAs a clerk\nI want to print a bill\nso that I can post it.\nAs a manager\nI want to see all bills\nso that I know what is open.\n",
        [("story", 4), ("story", 7)],
    ),
    "no space after the dash": (
        "# Bills\n## Features\n-Print a bill\n-Find a bill\n",
        [("functional", 3), ("functional", 4)],
    ),
    "a drawing is no table": (
        "Bills\n\nCore Features\n\n- Print a bill\n\n+------+   +-----+\n| desk |-->| app |\n| - it |   |     |\n+------+   +-----+\n",
        [("functional", 5)],
    ),
}
HEADINGS: dict[str, tuple[str, Found]] = {
    "a feature with an id is one whatever its name would announce": (
        "# Bills\n## Functional requirements\n### F01: Statistics and KPIs\n- Show six cards\n### F02: Technical constraints\n- List them\n",
        [("functional", 4), ("functional", 6)],
    ),
    "requirements about a workflow": (
        "# Bills\n## Approval workflow requirements\n- A bill is signed by two people\n",
        [("functional", 3)],
    ),
    "Dutch": (
        "# Rekeningen\n## Functionele eisen\n- Rekeningen afdrukken\n## Buiten scope\n- Terugbetalingen\n",
        [("functional", 3), ("non_goal", 5)],
    ),
    "Polish": (
        "# Rachunki\n## Wymagania funkcjonalne\n- Drukowanie rachunku\n## Poza zakresem\n- Zwroty\n",
        [("functional", 3), ("non_goal", 5)],
    ),
    "Japanese": (
        "# 請求書\n## 機能要件\n- 請求書を印刷する\n## 非機能要件\n- 応答時間は1秒以内\n",
        [("functional", 3), ("nonfunctional", 5)],
    ),
}
LISTS: dict[str, tuple[str, Found]] = {
    "predicates below must": (
        "# Bills\n## Requirements\nThe tool must:\n\n1. Work\n2. Print a bill\n",
        [("functional", 5), ("functional", 6)],
    ),
    "predicates in a sample of words": (
        "# Bills\n## Requirements\nThe tool must:\n\n```text\nprint a bill\nfind a bill\n```\n",
        [("functional", 6), ("functional", 7)],
    ),
    "a sample of code shows its requirement": (
        "# Bills\n## Requirements\nDefault paths:\n\n```\n/tmp/bills\n```\n\nExample:\n\n```\nbills print 5\n```\n",
        [("functional", 3)],
    ),
    "a table of values belongs to what announces it": (
        "# Bills\n## Requirements\nDefault values:\n\n| Key | Default |\n|---|---|\n| paper | A4 |\n| copies | 1 |\n",
        [("functional", 3)],
    ),
    "several deeds in one entry": (
        "# Bills\n## Features\n- Printer: checks the bill, prints it, stores a copy\n",
        [("functional", 3)],
    ),
    "two exclusions in one line": ("# Bills\n## Won't do\nRefunds, receipts\n", [("non_goal", 3)]),
    "stories in a table of features": (
        "# Bills\n## Features\n| # | User story | Criteria |\n|---|---|---|\n| US-1 | As a clerk I want to print a bill | It prints |\n",
        [("story", 5)],
    ),
    "a heading that is a requirement": (
        "# Bills\n## Features\n### FR-1: The system shall print a bill\n### FR-2: Search\n- Find a bill\n### FR-3: Filing of bills\n",
        [("functional", 3), ("functional", 5), ("functional", 6)],
    ),
    "criteria right below a story": (
        "# Bills\n## Search\n**Story:** As a clerk, I want to find bills.\n**Acceptance criteria:**\n- Bills appear in 2 seconds\n",
        [("story", 3), ("acceptance", 5)],
    ),
    "exclusions in one sentence": (
        "# Bills\n## Out of scope\nCharts and graphs, a mobile app, offline use.\n",
        [("non_goal", 3)],
    ),
    "what a role does where nothing else says it": (
        "# Bills\n## Users and roles\n- **Clerk** — prints bills, files copies\n- **Guest** — a visitor\n",
        [("functional", 3)],
    ),
    "criteria where nothing else demands": (
        "# Bills\n## Acceptance criteria\n- A bill must show its number\n- The copy must be filed\n- The list must be sorted\n",
        [("functional", 3), ("functional", 4), ("functional", 5)],
    ),
    "criteria beside requirements": (
        "# Bills\n## Requirements\n- Print\n- Find\n- File\n## Acceptance criteria\n- A bill must show its number\n",
        [("functional", 3), ("functional", 4), ("functional", 5), ("acceptance", 7)],
    ),
    "risks beside open questions": (
        "# Bills\n## Risks & open questions\n- R-1: Paper may jam\n- Q-1: Which paper? Proposal: A4\n",
        [("question", 4)],
    ),
    "edge cases among scenarios": (
        "# Bills\n## User scenarios\n- What happens without paper?\n- **No network**: the tool must queue the bill\n",
        [("question", 3), ("functional", 4)],
    ),
}
QUALITIES: dict[str, tuple[str, Found]] = {
    "a heading of a quality among requirements": (
        "# Bills\n## Requirements\n### Printing\n- P1: Print a bill\n### Performance\n- P2: Bills are batched where possible\n",
        [("functional", 4), ("nonfunctional", 6)],
    ),
    "qualities among features": (
        "# Bills\n## Features\n- Print a bill\n- Works on phones and tablets\n- Drop-in replacement for Acme Bills\n- Settings (privacy, account)\n",
        [("functional", 3), ("nonfunctional", 4), ("nonfunctional", 5), ("functional", 6)],
    ),
    "extensibility among requirements": (
        "# Bills\n## Requirements\n### Extensibility\n- E1: New papers live in the paper module\n### Installation time\n- Setting it up takes less than 1 minute\n",
        [("nonfunctional", 4), ("nonfunctional", 6)],
    ),
    "a deed about data is a function": (
        "# Bills\n## Features\n- Identifies and fixes data quality issues\n",
        [("functional", 3)],
    ),
    "a measured cost": (
        "# Bills\n## Features\n- Print a bill\n- Hosting costs stay below $20 a month\n",
        [("functional", 3), ("nonfunctional", 4)],
    ),
    "principles that name a quality": (
        "# Bills\n## Guiding principles\n- Modularity: every part is a module of its own\n- Customisable: users choose a theme\n",
        [("nonfunctional", 3), ("nonfunctional", 4)],
    ),
}
# How a heading puts off what stands below it; the first entry of each document is for now.
LATER = {
    "Polish": ("Funkcje", "Funkcje w późniejszym etapie projektu"),
    "Polish, the next stage": ("Funkcje", "Kolejny etap"),
    "Dutch": ("Functionele eisen", "In een later stadium"),
    "Dutch, the next phase": ("Functionele eisen", "Volgende fase"),
    "Italian": ("Requisiti funzionali", "Fase successiva"),
    "Portuguese": ("Requisitos funcionais", "Próximas versões"),
    "Portuguese, the later phase": ("Requisitos funcionais", "Fase posterior"),
    "Russian": ("Функции", "На более поздних этапах"),
    "Russian, the next version": ("Функции", "Следующая версия"),
    "Turkish": ("Gereksinimler", "Sonraki aşama"),
    "Korean": ("기능 요구사항", "다음 단계"),
    "Japanese": ("機能要件", "次期バージョン"),
}
# The same said in a mark behind an entry.
MARKED = {
    "Polish": ("Wymagania", "Drukowanie (w późniejszym etapie)"),
    "Dutch": ("Eisen", "Afdrukken (in een later stadium)"),
    "Italian": ("Requisiti", "Stampa (in una fase successiva)"),
    "Portuguese": ("Requisitos", "Impressão (na próxima versão)"),
    "Russian": ("Функции", "Печать (в следующей версии)"),
    "Turkish": ("Gereksinimler", "Yazdırma (sonraki sürüm)"),
    "Korean": ("기능", "인쇄 (다음 버전)"),
    "Japanese": ("機能", "印刷（次のバージョン）"),
}
TABLES = {
    f"{name}": case for table in (CHOICES, BARE, HEADINGS, LISTS, QUALITIES) for name, case in table.items()
}


@pytest.mark.parametrize(("text", "expected"), TABLES.values(), ids=TABLES)
def test_what_stands_on_each_line(text: str, expected: Found) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(("now", "later"), LATER.values(), ids=LATER)
def test_a_heading_that_puts_off(now: str, later: str) -> None:
    assert kinds(f"# A\n## {now}\n- Alpha beta\n## {later}\n- Gamma delta\n") == [
        ("functional", 3),
        ("deferred", 5),
    ]


@pytest.mark.parametrize(("heading", "entry"), MARKED.values(), ids=MARKED)
def test_a_mark_that_puts_off(heading: str, entry: str) -> None:
    assert kinds(f"# A\n## {heading}\n- {entry}\n- Alpha beta\n") == [("deferred", 3), ("functional", 4)]


def details(text: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    outcome = read(text)
    assert isinstance(outcome, Findings), outcome
    return tuple((each.text, each.details) for each in outcome.findings)


def test_a_list_of_values_stays_whole() -> None:
    fields = "# Bills\n## Requirements\n- The tool shall read the following fields of a bill:\n  - Order number\n  - Order date\n  - Total\n  - Tax\n  - Paper\n"
    assert details(fields) == (
        (
            "The tool shall read the following fields of a bill:",
            ("Order number", "Order date", "Total", "Tax", "Paper"),
        ),
    )


def test_what_is_said_after_the_last_value_is_a_statement_of_its_own() -> None:
    one_of = "# Bills\n## Features\n- The tool will use one of two papers:\n    1. A4 white\n    2. A5 grey\n    It will remember the last one.\n"
    assert details(one_of) == (
        ("The tool will use one of two papers:", ("A4 white", "A5 grey")),
        ("It will remember the last one.", ()),
    )


def test_all_a_role_does_is_read() -> None:
    roles = "# Bills\n## Users and roles\n- **Clerk** — prints bills, stores copies, sends links.\n- **System** — checks input, stores `.txt`, sends mail.\n"
    assert [text for text, _ in details(roles)] == [
        "Clerk — prints bills",
        "Stores copies",
        "Sends links.",
        "System — checks input",
        "Stores .txt",
        "Sends mail.",
    ]


def test_a_list_that_gave_nothing_is_named() -> None:
    outcome = read("# Bills\n## Features\n- Print a bill\n## Summary\n- Paper\n- Ink\n")
    assert isinstance(outcome, Findings)
    assert outcome.notes == ("I took nothing to build from the lists under “Summary” (line 4).",)


@pytest.mark.parametrize("id_", ["REQ-1", "R-1", "SYS-01"])
@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("The display shall be available 99.9 % of the time.", "nonfunctional"),
        ("All traffic shall be encrypted with TLS 1.2 or later.", "nonfunctional"),
        ("The clerk shall be able to print a bill.", "functional"),
        ("A correction shall be logged with time and clerk.", "functional"),
    ],
)
def test_an_id_of_requirements_of_any_kind_leaves_it_to_the_words(id_: str, said: str, kind: str) -> None:
    assert kinds(f"# Bills\n## Requirements\n- {id_}: {said}\n- FR-9: {said}\n") == [
        (kind, 3),
        ("functional", 4),
    ]


def test_under_functional_requirements_such_an_id_is_one_of_a_function() -> None:
    text = (
        "# Bills\n## Functional requirements\n- REQ-1: The display shall be available 99.9 % of the time.\n"
    )
    assert kinds(text) == [("functional", 3)]
