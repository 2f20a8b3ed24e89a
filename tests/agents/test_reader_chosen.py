"""What is chosen by its name, wished at length or left open, wherever in a document it stands."""

import pytest

from agents.builtin.reader.text.topics import announced
from agents.builtin.reader.words.choices import bounds
from agents.builtin.reader.words.doubt import doubts
from tests.agents.stated import stated


def test_approaches_to_look_into_are_one_question() -> None:
    text = (
        "# Bills\n\n## Functional requirements\n\n- Read bills from photos.\n- Potential approaches to investigate include:\n"
        "  - Utilizing the camera of the mill if nothing else helps.\n  - Exploring a service that reads them for us.\n"
    )
    assert stated(text) == [
        ("functional", "Read bills from photos."),
        ("question", "Potential approaches to investigate include:"),
    ]


@pytest.mark.parametrize(
    ("words", "open_"),
    [
        ("Potential approaches to investigate include:", True),
        ("Options under consideration:", True),
        ("Possible solutions we could try:", True),
        ("Alternatives to evaluate:", True),
        ("Possible options:", False),
        ("Show the possible ways to pay:", False),
        ("Payment options include:", False),
        ("Ideas to import:", False),
    ],
)
def test_alternatives_are_not_settled(words: str, open_: bool) -> None:  # noqa: FBT001  # a column of the table
    assert doubts(words) is open_


def test_a_strategy_is_a_choice_even_among_functional_requirements() -> None:
    text = (
        "# Bills\n\n## Functional requirements\n\n### Reading\n\n- Read bills from mails.\n- **Backend strategy:** MILLAPI is the sole backend.\n"
        "- **Sorting strategy:** Sort by day.\n"
    )
    assert stated(text) == [
        ("functional", "Read bills from mails."),
        ("constraint", "Backend strategy: MILLAPI is the sole backend."),
        ("functional", "Sorting strategy: Sort by day."),
    ]


@pytest.mark.parametrize(
    ("words", "limit"),
    [
        ("MILLAPI is the primary and sole backend for Windows.", True),
        ("Payloads shall exclusively utilize application/json.", True),
        ("The system shall interface consistently with the PostgreSQL database over TCP/IP.", True),
        ("The clerk is the only member who may pay.", False),
        ("The system shall interface with the Acme bank to pay bills.", False),
        ("Bills is the main page.", False),
        ("Clerks shall exclusively see their own bills.", False),
    ],
)
def test_what_is_named_as_the_only_one_is_a_limit(words: str, limit: bool) -> None:  # noqa: FBT001  # a column of the table
    assert bounds(words) is limit


def test_where_it_runs_is_given_below_an_operating_environment() -> None:
    text = "# Bills\n\n## 2.4 Operating environment\n\n- **Minimum hardware (server):** 1 vCPU, 1 GB RAM\n- **Operating system (server):** Linux\n"
    assert [kind for kind, _ in stated(text)] == ["constraint", "constraint"]


def test_what_a_design_system_names_is_chosen_and_what_it_only_praises_is_a_quality() -> None:
    text = (
        "# Bills\n\n## 5. User experience\n\n### 5.3 Design system\n\n- **Component library**: shadcn/ui (Radix)\n- **Colours**: Teal primary (#0D9488)\n"
        "- **Typography**: Inter (Google Fonts)\n- **Icons**: Lucide React\n- **Fonts**: Large and easy to read\n- **Tone**: Calm, no bright colours\n"
    )
    assert [kind for kind, _ in stated(text)] == ["constraint"] * 4 + ["nonfunctional"] * 2


def test_a_wish_told_at_length_among_technical_requirements_is_what_it_wishes() -> None:
    text = (
        "# Bills\n\n## Technical requirements\n\n- I would like to have some kind of history so that I can see how a bill changes over time.\n"
        "- because we share the bills, it is important to see who changed one\n- Docker and docker compose are going to be a requirement\n"
        "- when this happens, we need to make it clear who is doing what\n"
    )
    assert [kind for kind, _ in stated(text)] == ["functional", "functional", "constraint", "functional"]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (
            "All traffic between the app and the server shall occur exclusively over HTTPS, whatever mill it comes from.",
            "nonfunctional",
        ),
        ("The page should feel minimal, dark and calm.", "nonfunctional"),
        ("Network failures must not affect a running session.", "nonfunctional"),
        ("All nodes must be thread-safe.", "nonfunctional"),
        ("Zero broken pages", "nonfunctional"),
    ],
)
def test_a_quality_among_features_is_one(words: str, kind: str) -> None:
    assert [each for each, _ in stated(f"# Bills\n\n## Features\n\n- List bills\n- {words}\n")] == [
        "functional",
        kind,
    ]


@pytest.mark.parametrize(
    ("words", "topic"),
    [
        ("CPU budget", "quality"),
        ("Error budget", "quality"),
        ("Budget", "constraint"),
        ("Project budget", "constraint"),
    ],
)
def test_a_budget_of_the_machine_is_none_of_money(words: str, topic: str) -> None:
    assert announced(words) == topic


def test_what_each_part_of_the_document_holds_is_nothing_to_build() -> None:
    text = (
        "# Bills\n\n## Overview\n\nEach epic includes:\n\n- Expanded goal and value\n- Acceptance criteria for each story\n\n"
        "## Epic 1: Reading\n\n**Value delivery:**\n\n- Prevents lost bills\n\n**Features:**\n\n- Read bills from mails\n"
    )
    assert stated(text) == [("functional", "Read bills from mails")]


def test_what_only_names_a_technology_above_a_list_is_the_choice_of_it() -> None:
    text = (
        "# Bills\n\n## Features\n\n- Modern web dashboard (React/Next.js):\n  - Top bills of each mill\n  - Search for bills by day\n"
        "- Sign-in for clerks (by mail):\n  - Reset of a lost password by mail\n"
    )
    assert stated(text) == [
        ("constraint", "Modern web dashboard (React/Next.js):"),
        ("functional", "Top bills of each mill"),
        ("functional", "Search for bills by day"),
        ("functional", "Reset of a lost password by mail"),
    ]


def test_what_happens_below_a_feature_called_like_a_part_of_the_stack_is_a_function() -> None:
    text = "# Bills\n\n## Core features\n\n### Automatic deployment\n\n- Uses GitHub Actions for CI/CD\n- Rebuilds the page when bills are pushed\n"
    assert stated(text) == [
        ("constraint", "Uses GitHub Actions for CI/CD"),
        ("functional", "Rebuilds the page when bills are pushed"),
    ]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("HIPAA audit log", "functional"),
        ("Bills with encryption metadata", "functional"),
        ("Availability calendar: clerks map out their days", "functional"),
        ("Availability: 99.9 % of the year", "nonfunctional"),
        ("Blazing fast UI", "nonfunctional"),
        (
            "The system will not take money (e.g. by card) within this first release, and tracks the price.",
            "non_goal",
        ),
        ("The system will not lose a bill in this version.", "nonfunctional"),
    ],
)
def test_a_feature_may_have_the_name_of_a_quality(words: str, kind: str) -> None:
    assert [each for each, _ in stated(f"# Bills\n\n## Features\n\n- List bills\n- {words}\n")] == [
        "functional",
        kind,
    ]


def test_what_an_assumption_needs_not_is_left_out() -> None:
    text = "# Bills\n\n## Assumptions\n\n- Single-user application (no accounts required).\n- Mills have a network.\n"
    assert [kind for kind, _ in stated(text)] == ["non_goal", "constraint"]


def test_a_row_of_technical_decisions_is_a_choice_whatever_quality_it_names() -> None:
    text = "# Bills\n\n## Key technical decisions\n\n| Decision | Choice | Why |\n|---|---|---|\n| Encryption | Own hook | On the client |\n| Backend | Go | Fast |\n"
    assert [kind for kind, _ in stated(text)] == ["constraint", "constraint"]


def test_the_same_tick_again_marks_entries_whatever_they_are_called() -> None:
    text = "# Bills\n\n## Success metrics\n\nClerks can:\n\n✓ Understand bills\n\n✓ Analyze bill questions\n\n✓ Learn before they pay\n"
    assert stated(text) == [
        ("metric", "Understand bills"),
        ("metric", "Analyze bill questions"),
        ("metric", "Learn before they pay"),
    ]


def test_tools_of_the_work_are_given() -> None:
    text = "# Bills\n\n## Technical architecture\n\n### Development tools\n\n- **GitHub** for versions\n- **Trello** for tasks\n"
    assert [kind for kind, _ in stated(text)] == ["constraint", "constraint"]


def test_the_containers_it_runs_in_are_given() -> None:
    text = (
        "# Bills\n\n## 4. Docker services\n\n### Required for MVP\n\n- **web**: page for clerks\n- **worker**: background jobs\n- **postgres**: structured data store\n\n"
        "### Optional (add when needed)\n\n- **ocr**: local service for photos\n\n## Required for MVP\n\n- List bills\n"
    )
    assert [kind for kind, _ in stated(text)] == [*["constraint"] * 4, "functional"]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("No special title bar required.", "non_goal"),
        ("No packaging needed for now", "non_goal"),
        ("No account or sign-up required", "functional"),
        ("No API key is required.", "functional"),
        ("No bill is needed for guests", "functional"),
        ("example app that pays one bill", "functional"),
        ("Example dApp demonstrates the whole way", "functional"),
    ],
)
def test_what_is_not_required_is_left_out_where_it_is_no_gift_to_people(words: str, kind: str) -> None:
    assert [each for each, _ in stated(f"# Bills\n\n## Features\n\n- List bills\n- {words}\n")] == [
        "functional",
        kind,
    ]


def test_a_paragraph_with_its_rank_is_an_entry_whatever_it_is_called() -> None:
    text = (
        "# Bills\n\n## Key features\n\n**[P0] Intake.** Open or create a bill.\n\n**[P1] Routing and approval.** Bills are assigned to one of three clerks.\n\n"
        "**[P1] Audit trail.** Every change is logged with its day.\n"
    )
    assert [kind for kind, _ in stated(text)] == ["functional"] * 3


def test_what_something_costs_among_measures_is_one() -> None:
    text = "# Bills\n\n## Success metrics\n\n**Efficiency.** Bills checked by one clerk in a day.\n\n**Cost.** What it costs to check a bill, and all bills of a mill.\n"
    assert [kind for kind, _ in stated(text)] == ["metric", "metric"]


def test_what_success_is_said_to_be_announces_measures() -> None:
    text = (
        "# Bills\n\n## First plan of learning\n\nWith no figures yet, success is evidence that bills come back:\n\n- Activation: mills that send a first bill.\n"
        "- Repeat use: mills with two bills in a week.\n"
    )
    assert [kind for kind, _ in stated(text)] == ["metric", "metric"]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Works with a bad connection", "nonfunctional"),
        ("Funktioniert auch bei schlechtem Netz", "nonfunctional"),
        ("Fast loading times for all clerks", "nonfunctional"),
        ("Show a note when the connection is bad", "functional"),
    ],
)
def test_how_well_it_bears_its_surroundings_is_a_quality(words: str, kind: str) -> None:
    assert [each for each, _ in stated(f"# Bills\n\n## Features\n\n- List bills\n- {words}\n")] == [
        "functional",
        kind,
    ]


def test_a_quality_among_technical_notes_is_no_part_of_the_stack() -> None:
    text = "# Bills\n\n## Technical notes\n\n- Fast loading times for all clerks\n- Postgres for bills\n"
    assert [kind for kind, _ in stated(text)] == ["nonfunctional", "constraint"]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Python 3.12+", "constraint"),
        ("Node 20", "constraint"),
        ("Node >= 18", "constraint"),
        ("Java 21 or newer", "constraint"),
        ("PostgreSQL 15 (LTS)", "constraint"),
        ("Python 3 scripts are listed", "functional"),
        ("Node 5 tells the next", "functional"),
    ],
)
def test_a_technology_with_its_version_is_given_among_requirements_too(words: str, kind: str) -> None:
    assert stated(f"# Bills\n\n## Requirements\n\n- Read bills from mails\n- {words}\n") == [
        ("functional", "Read bills from mails"),
        (kind, words),
    ]
