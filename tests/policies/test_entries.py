"""The ledger's entries: one record of each type, written as it was first written, still reads and folds."""

import json
from pathlib import Path
from typing import get_args

import pytest
from pydantic import ValidationError

from policies import entries as e
from policies.entries import from_data, to_data

GOLDEN = Path(__file__).parent / "entries.jsonl"
LINES = GOLDEN.read_text().splitlines()
RECORDS = [(record["type"], record["data"]) for record in map(json.loads, LINES)]
TYPES = [entry.model_fields["type"].default for entry in get_args(e.Entry)]


def _id(record: tuple[str, dict[str, object]]) -> str:
    return record[0]


def test_the_golden_file_holds_every_type_once_in_the_order_of_the_union() -> None:
    assert [tag for tag, _ in RECORDS] == TYPES


@pytest.mark.parametrize("record", RECORDS, ids=_id)
def test_an_old_record_reads_and_comes_back_as_it_was(record: tuple[str, dict[str, object]]) -> None:
    """Never change a line of the file; a new field has a default, so the old line still reads."""
    tag, data = record
    entry = from_data(tag, data)
    assert entry.type == tag
    assert json.loads(json.dumps(to_data(entry))) == data
    assert from_data(tag, to_data(entry)) == entry


OLDER: list[tuple[str, dict[str, object]]] = [
    (
        "run_started",
        {
            "cause": "cause-1",
            "repository_id": 1,
            "repository": "acme/shop",
            "issue": 12,
            "title": "Shop",
            "author": {"id": 7, "login": "mona"},
            "by": {"id": 8, "login": "raj"},
            "prd_sha256": "b" * 64,
            "base_ref": "main",
        },
    ),
    ("needs_human", {"cause": "cause-1", "reason": "the model refused", "unit": "U-01"}),
    (
        "approval_voided",
        {"cause": "cause-1", "target": "PS-1", "digest": "7" * 64, "reason": "the base moved"},
    ),
    (
        "overridden",
        {
            "cause": "cause-1",
            "rule": "ci-files",
            "target": "PS-1",
            "digest": "3" * 64,
            "by": {"id": 8, "login": "raj"},
            "comment_id": 82,
            "comment_sha256": "5" * 64,
            "thread": 34,
            "policy_digest": "4" * 64,
            "why": "this unit is about CI",
        },
    ),
    (
        "refinement_asked",
        {
            "cause": "cause-1",
            "target": "plan",
            "text": "smaller",
            "by": {"id": 8, "login": "raj"},
            "comment_id": 71,
        },
    ),
    (
        "role_replied",
        {
            "cause": "cause-1",
            "role": "planner",
            "subject": "plan 1",
            "ask": "0" * 64,
            "content": "1" * 64,
            "spent": {"model": "claude", "input_tokens": 7},
        },
    ),
    (
        "question_answered",
        {
            "cause": "cause-1",
            "question": "Q2",
            "text": "2026",
            "by": {"id": 7, "login": "mona"},
            "comment_id": 70,
        },
    ),
]


@pytest.mark.parametrize("record", OLDER, ids=_id)
def test_a_record_from_before_its_type_had_all_its_fields_still_reads(
    record: tuple[str, dict[str, object]],
) -> None:
    assert json.loads(json.dumps(to_data(from_data(*record)))) == record[1]


@pytest.mark.parametrize("record", RECORDS, ids=_id)
def test_every_field_of_a_type_stands_in_its_record(record: tuple[str, dict[str, object]]) -> None:
    """So that a later change of any of them is seen here."""
    tag, data = record
    fields = set(type(from_data(tag, data)).model_fields) - {"type"}
    assert set(data) == fields


@pytest.mark.parametrize("record", RECORDS, ids=_id)
def test_an_unknown_field_is_refused(record: tuple[str, dict[str, object]]) -> None:
    tag, data = record
    with pytest.raises(ValidationError, match="Extra inputs are not permitted"):
        from_data(tag, {**data, "approved": True})


@pytest.mark.parametrize("record", RECORDS, ids=_id)
def test_a_missing_field_without_a_default_is_refused(record: tuple[str, dict[str, object]]) -> None:
    tag, data = record
    for name, field in type(from_data(tag, data)).model_fields.items():
        if field.is_required():
            with pytest.raises(ValidationError):
                from_data(tag, {key: value for key, value in data.items() if key != name})


@pytest.mark.parametrize("tag", ["", "approve", "APPROVED", "approved ", "granted", "run_started\n"])
def test_an_unknown_tag_is_refused(tag: str) -> None:
    with pytest.raises(ValidationError, match="does not match any of the expected tags"):
        from_data(tag, dict(RECORDS[0][1]))


def test_a_tag_in_the_data_never_overrules_the_record_s_own() -> None:
    data = {"by": {"id": 1, "login": "eve"}, "type": "approved"}
    assert from_data("paused", data).type == "paused"


@pytest.mark.parametrize(
    ("tag", "changed"),
    [
        ("triage_recommended", {"verdict": "go"}),
        ("checks_seen", {"state": "success"}),
        ("gates_judged", {"gates": [{"rule": "paths", "result": "ok"}]}),
        ("role_asked", {"role": "approver"}),
        ("approved", {"by": "raj"}),
        ("approved", {"by": {"id": 8, "login": "raj", "admin": True}}),
        ("backlog_synced", {"issues": {"U-01": [34]}}),
        ("pull_request_ended", {"merged": "perhaps"}),
    ],
)
def test_a_value_of_another_kind_is_refused(tag: str, changed: dict[str, object]) -> None:
    data = dict(RECORDS)[tag]
    with pytest.raises(ValidationError):
        from_data(tag, {**data, **changed})


def test_entries_cannot_be_changed() -> None:
    entry = from_data(*RECORDS[0])
    with pytest.raises(ValidationError, match="frozen"):
        setattr(entry, "cause", "another")  # noqa: B010  # mypy knows that it cannot be set


def test_what_stands_at_its_default_is_not_written() -> None:
    assert to_data(e.RunDone()) == {}
    assert to_data(e.ChecksSeen(pull_request=1, head_sha="a", state="green")) == {
        "pull_request": 1,
        "head_sha": "a",
        "state": "green",
    }
