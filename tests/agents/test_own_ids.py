"""A document's own ids stay the ids of what was read under them; what only looks like one is part of the sentence."""

import pytest

from agents.builtin.planning.entries import Entries, entries_of
from agents.builtin.reader import Findings, read
from agents.builtin.reader.text.labels import split_label
from agents.schemas.planner import Known


def entries(body: str, *before: Known) -> Entries:
    found = read(body)
    assert isinstance(found, Findings), found
    return entries_of(found, before=before)


BODY = """# Invoice desk

A web app where accountants send invoices.

## Goals

- G-01: Fewer than 2 % of invoices come back.
- G-02: 90 % of invoices are paid within 30 days.

## Business rules

- BR-7 An invoice over 10000 EUR needs a second signature.

## Use cases

- UC-4: An accountant cancels an invoice.

## Requirements

- R-3: An accountant can search invoices.
- An accountant can print an invoice.
- R-1: An accountant can export invoices.
- XQ-12: The system sends a reminder.

## Non-functional requirements

- NFR-3: Pages load in under 2 seconds.

## Constraints

- C-02: No data leaves the EU.
- Invoices are kept in PostgreSQL.

## Out of scope

- OOS-1: Payroll.

## Open questions

- OQ-1: Which bank do we use?
"""


def test_whatever_its_letters_an_id_at_the_head_of_an_entry_is_the_id_of_what_was_read() -> None:
    read_ = entries(BODY)
    assert [each.id for each in read_.metrics] == ["G-01", "G-02"]
    assert [each.id for each in read_.stories] == ["UC-4"]
    assert [each.id for each in read_.nfrs] == ["NFR-3"]
    assert [each.id for each in read_.non_goals] == ["OOS-1"]
    assert [each.id for each in read_.questions] == ["OQ-1"]


def test_a_number_that_is_given_never_reads_like_an_id_of_the_document() -> None:
    read_ = entries(BODY)
    assert {each.text: each.id for each in read_.requirements if each.id.startswith("R-")} == {
        "A web app where accountants send invoices.": "R-2",
        "An accountant can search invoices.": "R-3",
        "An accountant can print an invoice.": "R-4",
        "An accountant can export invoices.": "R-1",
    }
    # C-02 is the document's, so C-2 would be said like it.
    assert [each.id for each in read_.constraints] == ["C-02", "C-1"]


@pytest.mark.parametrize(
    ("text", "label", "rest"),
    [
        ("G-01: Invoices leave the office.", "G-01", "Invoices leave the office."),
        ("**H-9**: A clerk can print.", "H-9", "A clerk can print."),
        ("[X-3] A clerk can print.", "X-3", "A clerk can print."),
        ("T-12 – A clerk can print.", "T-12", "A clerk can print."),
        ("MR-5 A clerk can print.", "MR-5", "A clerk can print."),
        ("ZZ-100: A clerk can print.", "ZZ-100", "A clerk can print."),
        ("R1 users can print.", "R1", "users can print."),
        ("M1 A clerk can print.", "M1", "A clerk can print."),
    ],
)
def test_an_id_is_told_from_its_words(text: str, label: str, rest: str) -> None:
    assert (split_label(text)[0], split_label(text)[2]) == (label, rest)


@pytest.mark.parametrize(
    "text",
    [
        "ISO-27001: we must be certified.",
        "ISO 27001 certification is kept.",
        "RFC-7231 is followed.",
        "SHA-256 hashes are stored.",
        "UTF-8 is the encoding.",
        "AES-256: everything at rest.",
        "COVID-19 rules apply.",
        "EUR-50 vouchers can be redeemed.",
        "CVE-2024-1234 is fixed.",
        "Q3-2024: Launch.",
        "Q3 2024: Launch.",
        "H1-2025: Launch.",
        "CO2 emissions are shown.",
        "A4 paper can be printed.",
        "M1 machines are supported.",
        "B-12 vitamins can be ordered.",
    ],
)
def test_a_standard_a_currency_a_date_or_a_thing_is_no_id(text: str) -> None:
    assert split_label(text) == ("", "", text)


def test_one_letter_and_a_number_that_come_twice_are_no_id() -> None:
    body = "# T\n\n## Requirements\n\n- L1: Send mail\n- L2: Read mail\n- L1: Sort mail\n"
    assert [each.id for each in entries(body).requirements] == ["R-1", "L2", "R-2"]


@pytest.mark.parametrize("letter", ["D", "K", "P", "Q", "U", "V"])
def test_what_names_other_things_in_a_run_is_no_id(letter: str) -> None:
    body = f"# T\n\n## Requirements\n\n- {letter}-1: A clerk can send mail\n- A clerk can read mail\n"
    assert not {each.id for each in entries(body).requirements} & {f"{letter}-1"}


def test_what_an_earlier_version_numbered_keeps_its_number() -> None:
    body = "# T\n\n## Requirements\n\n- R-2: Send mail\n- R-1: Read mail\n- R-3: Sort mail\n"
    before = (
        Known(kind="requirement", id="R-1", texts=("Send mail",)),
        Known(kind="requirement", id="R-2", texts=("Read mail",)),
    )
    assert [each.id for each in entries(body, *before).requirements] == ["R-1", "R-2", "R-3"]
