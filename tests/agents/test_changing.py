"""A ticket about something that exists is planned as a change to it: nothing is set up, and nothing is asked that is settled there."""

import pytest

from agents.builtin.decompose import DecompositionInputs, decompose
from agents.builtin.decomposing.summary import summary
from agents.builtin.reader.words.tickets import is_change
from agents.schemas.backlog import Unit
from policies.coverage import complete
from tests.agents.test_planner import planned

EXPORT = """[PAY-41] Statement page crashes for accounts with many bookings

Reporter: t.okafor  Priority: High  Component: ledger-web (Rails 7, MySQL, Sidekiq)

When an account has more than 9,000 bookings, the page runs for 40s and then the browser shows an error.

Expected: the page loads in parts, the user sees a progress bar and gets an email when all of it is there.

Don't change the existing CSV download, the bank's programs use it.

Acceptance:
- a statement of 20,000 bookings is complete in under 2 minutes
- a second click does not start another load
- every download is written to the audit log

Not part of this ticket: a new design of the page.
"""
PORTAL = """# Tool library

People borrow tools from the neighbourhood's shed.

## Requirements

- A member can list tools.
- A member can reserve a tool for a day.
- The caretaker sees what is due today.
- A member gets an email when a tool is overdue.

## Constraints

- PostgreSQL
"""


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Statement page crashes", EXPORT),
        ("Bug: saving a note twice loses the first one", "Saving twice must keep both."),
        ("Change request for the member portal", "Members see their invoices of ten years."),
        ("fix(upload): photos above 10 MB are refused", "They are scaled down before the upload."),
        ("Fehlermeldung: Rechnung doppelt", "Jede Rechnung erscheint nur einmal."),
        (
            "Search in saved views",
            "### Is your feature request related to a problem?\n\nYes, I scroll a lot.",
        ),
        ("OPS-12 Report of hours is wrong", "Hours of part-time staff are counted twice."),
        ("Reports", "Environment: 3.2.1\nSeverity: major\n\nThe report must show the year."),
        ("OPS-7 Hours", "The public API must stay backwards compatible."),
        ("Fehler: Mahnungen doppelt", "Jeder Kunde bekommt eine Mahnung."),
        ("Add dark mode to the settings page", "- remembered per user\n- don't touch the print layout"),
    ],
)
def test_a_ticket_is_known_by_its_signs(title: str, body: str) -> None:
    assert is_change(body, title=title)


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Tool library", PORTAL),
        ("Add tools to the neighbourhood", "A page where people lend tools. Nobody signs in."),
        ("Bug report portal", "People report bugs; each has a reporter and an assignee."),
        ("Change request tracker for our office", "Anyone can file a change request."),
        ("TEP-0162: pruning by events", "The operator prunes finished runs."),
        ("CLI", "**Component:** `tally-cli`\n\nThe CLI must print a sum."),
        ("Booking", "Today the spreadsheet crashes. We want a page to book a car. Existing bookings are imported."),
        ("Gateway", "If the upstream fails, it returns 504. Responses must stay backwards compatible."),
    ],
)  # fmt: skip
def test_a_product_of_its_own_is_none(title: str, body: str) -> None:
    assert not is_change(body, title=title)


def _units(body: str, tree: tuple[str, ...] = ()) -> tuple[Unit, ...]:
    return decompose(DecompositionInputs(pack=complete(planned(body)), tree=tree)).units


@pytest.mark.parametrize("tree", [(), ("app/models/account.rb", "Gemfile"), ("ledger/__init__.py",)])
def test_a_change_has_units_for_what_it_asks_and_for_nothing_else(tree: tuple[str, ...]) -> None:
    assert {each.kind for each in _units(EXPORT, tree)} <= {"requirement", "proof"}


def test_a_new_product_has_a_skeleton_and_checks() -> None:
    assert {"skeleton", "ci", "store", "infrastructure"} <= {each.kind for each in _units(PORTAL)}


def test_a_change_is_said_to_be_one_and_nothing_settled_is_asked() -> None:
    pack = planned(EXPORT)
    assert pack.architecture.headline.startswith(
        "One change to the web application that is there, in its place"
    )
    assert pack.prd.understood[0].startswith("This is a change to an existing web application")
    assert pack.clarifications == ()
    assert pack.implementation.iac_handoff == ()


def test_where_the_data_of_a_changed_product_is_kept_is_not_guessed() -> None:
    told = planned(EXPORT.replace(" (Rails 7, MySQL, Sidekiq)", ""))
    assert "PostgreSQL" not in {part.technology for part in told.architecture.components}
    assert "MySQL" in {part.technology for part in planned(EXPORT).architecture.components}


def test_a_report_that_says_only_what_is_wrong_is_asked_what_shall_be() -> None:
    (asked,) = planned("# Bug: the page is broken\n\nThe page shows an error.\n").clarifications
    assert asked.text == "What shall be different when it is done?"
    assert asked.blocking


def test_what_goes_wrong_and_what_a_tracker_prints_are_background() -> None:
    pack = planned(EXPORT)
    assert [each.text for each in pack.requirements] == [
        "The user sees a progress bar",
        "Gets an email when all of it is there.",
        "a second click does not start another load",
        "every download is written to the audit log",
    ]
    assert [each.text for each in pack.prd.constraints] == [
        "Component: ledger-web (Rails 7, MySQL, Sidekiq)",
        "Don't change the existing CSV download, the bank's programs use it.",
    ]


CRASH = """Bug: choosing a large photo closes the gallery app

Severity: major
Reported by: QA (Mira)

Steps to reproduce
1. open an album
2. choose a photo above 10 MB

Actual result: the app closes, the log shows OutOfMemoryError in UploadWorker
Expected result: the photo is scaled down before the upload

- works for HEIC and JPEG
"""


def test_steps_and_results_of_a_report_are_told_apart() -> None:
    pack = planned(CRASH)
    assert [each.text for each in pack.requirements] == [
        "the photo is scaled down before the upload",
        "works for HEIC and JPEG",
    ]
    assert pack.prd.constraints == ()


def test_elsewhere_an_error_that_is_shown_is_a_requirement() -> None:
    told = planned("# Gateway\n\n## Features\n\nWhen the upstream is down, the gateway returns 504.\n")
    assert [each.text for each in told.requirements] == [
        "When the upstream is down, the gateway returns 504."
    ]


ASKED = EXPORT.replace("Not part", "Question: do we keep the files on S3 or on the existing share?\nNot part")


def test_what_only_a_question_names_is_neither_drawn_nor_built() -> None:
    pack = complete(planned(ASKED))
    assert "S3" not in {part.name for part in pack.architecture.components}
    assert not any("S3" in each.title for each in _units(ASKED))


def test_titles_of_units_begin_with_a_capital_and_names_stay_as_they_are() -> None:
    titles = [each.title for each in _units(EXPORT)]
    assert "A second click does not start another load" in titles
    assert all(title[:1].isupper() for title in titles)
    told = _units(
        "Bug: the page is wrong\n\nExpected:\n- iOS shows the sum\n- /bills answers at once\n- shows the year\n"
    )
    assert [each.title for each in told] == ["iOS shows the sum", "/bills answers at once", "Shows the year"]


def test_a_title_of_a_unit_shows_options_and_commands_as_a_person_types_them() -> None:
    pack = complete(
        planned(
            "# PRD: billctl\n\n## Features\n- `--top N` shows so many bills\n- `billctl diff A B` shows new bills\n- strips marks\n"
        )
    )
    backlog = decompose(DecompositionInputs(pack=pack))
    titles = [each.title for each in backlog.units if each.kind == "requirement"]
    assert titles == ["--top N shows so many bills", "billctl diff A B shows new bills", "Strips marks"]
    assert all(f"{title}**" in summary(backlog) for title in titles)
