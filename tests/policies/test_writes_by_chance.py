"""Permits against some thousand random changes, and what is left of a backlog that was cleared in part."""

from dataclasses import fields, replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from policies import artifacts
from policies.chain import to_jsonl
from policies.patchset import Patchset
from policies.tree import FILE, Change, TreeEntry, blob_sha, result, tree_sha
from policies.verdict import Block, Pass, Warn
from policies.writes import Permit, approved_backlog
from tests.policies.build import backlog
from tests.policies.permits import PLAN, PLAN_CASE, UNIT_CASE, Case

# Loading is not what is tested, and a busy machine is no failure.
some = settings(max_examples=1000, deadline=None)
DIGEST = st.text("0123456789abcdef", min_size=64, max_size=64)


def _flipped(content: bytes, at: int, bit: int) -> bytes:
    place = at % len(content)
    return content[:place] + bytes([content[place] ^ 1 << bit]) + content[place + 1 :]


@some
@given(
    name=st.sampled_from(sorted(PLAN_CASE.hand.files)),
    at=st.integers(0, 10_000),
    bit=st.integers(0, 7),
)
def test_no_bit_of_a_plan_s_files_can_be_flipped(name: str, at: int, bit: int) -> None:
    files = PLAN_CASE.hand.files
    changed = {**files, name: _flipped(files[name], at, bit)}
    assert isinstance(PLAN_CASE.with_hand(files=changed).asked(), Block)


@some
@given(at=st.integers(0, 100_000), bit=st.integers(0, 7))
def test_no_bit_of_the_ledger_can_be_flipped(at: int, bit: int) -> None:
    changed = _flipped(PLAN_CASE.hand.ledger, at, bit)
    assert isinstance(PLAN_CASE.with_hand(ledger=changed).asked(), Block)


@given(
    gone=st.sets(st.integers(0, len(PLAN.records) - 1)),
    twice=st.sets(st.integers(0, len(PLAN.records) - 1)),
)
@some
def test_no_record_can_be_left_out_or_told_twice(gone: set[int], twice: set[int]) -> None:
    whole = PLAN.records[: PLAN_CASE.run.intents[PLAN_CASE.digest][0] + 1]
    told = [
        each
        for number, record in enumerate(PLAN.records)
        if number not in gone
        for each in [record] * (2 if number in twice else 1)
    ]
    assume(told != whole)
    assert isinstance(PLAN_CASE.with_hand(ledger=to_jsonl(told)).asked(), Block)


@some
@given(at=st.integers(0, 1000), bit=st.integers(0, 7))
def test_no_bit_of_a_patchset_s_files_can_be_flipped(at: int, bit: int) -> None:
    (change,) = UNIT_CASE.hand.changes
    changed = replace(change, after=_flipped(change.after, at, bit))
    assert isinstance(UNIT_CASE.with_hand(changes=(changed,)).asked(), Block)


@some
@given(
    st.builds(
        Change,
        path=st.text(min_size=1, max_size=20),
        before=st.none() | st.binary(max_size=5),
        after=st.none() | st.binary(max_size=20),
        mode=st.sampled_from([0o100644, 0o100755, 0o120000, 0o160000, 0o040000, 0]),
    )
)
def test_no_other_change_can_take_the_place_of_the_approved_one(changed: Change) -> None:
    (approved,) = UNIT_CASE.hand.changes
    bound = (approved.path, approved.after, approved.mode)
    assume((changed.path, changed.after, changed.mode) != bound)
    assert isinstance(UNIT_CASE.with_hand(changes=(changed,)).asked(), Block)
    assert isinstance(UNIT_CASE.with_hand(changes=(approved, changed)).asked(), Block)


# What the digest of a patchset does not name, because no written byte depends on it: GitHub's tree is compared with
# the approved tree whatever it was made from, the old content is the base's own, and the rest is for reading.
UNBOUND = {"repository", "base_tree_sha", "reasons", "notes", "reading", "side_effects", "declared"}


@some
@given(
    name=st.sampled_from([field.name for field in fields(Patchset) if field.name not in UNBOUND]),
    text=st.text(max_size=40),
    number=st.integers(),
)
def test_no_field_of_a_patchset_can_be_changed(name: str, text: str, number: int) -> None:
    old = getattr(UNIT_CASE.hand, name)
    new: object = () if isinstance(old, tuple) else (number if isinstance(old, int) else text)
    assume(new != old)
    # JSON numbers of more than 53 bits have no canonical form, and GitHub's ids are smaller.
    assume(not isinstance(new, int) or abs(new) < 2**53)
    assume(not isinstance(new, str) or new.isprintable())
    assert isinstance(UNIT_CASE.with_hand(**{name: new}).asked(), Block)


BINDS = {"target", "digest", "by", "base_sha", "policy_digest"}


@some
@given(name=st.sampled_from(sorted(BINDS)), text=st.text(max_size=64))
@pytest.mark.parametrize("case", [PLAN_CASE, UNIT_CASE], ids=["plan", "unit"])
def test_no_field_that_binds_an_approval_can_be_changed(case: Case, name: str, text: str) -> None:
    approval = next(each for each in case.run.approvals if each.digest == case.digest)
    new: object = approval.by.model_copy(update={"id": len(text) + 1000}) if name == "by" else text
    assume(new != getattr(approval, name))
    assert isinstance(case.with_approval(**{name: new}).asked(), Block)


@some
@given(DIGEST)
@pytest.mark.parametrize("case", [PLAN_CASE, UNIT_CASE], ids=["plan", "unit"])
def test_no_other_digest_is_permitted(case: Case, digest: str) -> None:
    assume(digest != case.digest)
    assert isinstance(replace(case, digest=digest).asked(), Block)


def test_a_second_write_of_a_plan_onto_its_own_files_is_blocked() -> None:
    permit = PLAN_CASE.asked()
    assert isinstance(permit, Permit)
    after = result(PLAN_CASE.hand.base.entries, permit.changes)
    assert not isinstance(after, Block)
    base = replace(PLAN_CASE.hand.base, entries=after.entries, tree_sha=tree_sha(after.entries))
    blocked = PLAN_CASE.with_hand(base=base).asked()
    assert isinstance(blocked, Block)
    assert "holds files of this run on the base branch already" in blocked.reason


def test_a_plan_cannot_be_written_where_a_file_stands_in_the_way_of_its_folder() -> None:
    entries = {**PLAN_CASE.hand.base.entries, ".signalbox": TreeEntry(FILE, blob_sha(b""))}
    base = replace(PLAN_CASE.hand.base, entries=entries, tree_sha=tree_sha(entries))
    blocked = PLAN_CASE.with_hand(base=base).asked()
    assert isinstance(blocked, Block)
    assert "file and a folder at once" in blocked.reason


def test_a_warning_gate_does_not_block_what_a_person_approved() -> None:
    gates = (Pass("paths"), Warn("dependencies", "`pyproject.toml` is new", "read it with care"))
    assert isinstance(UNIT_CASE.with_world(gates=gates).asked(), Permit)


def test_asked_twice_the_answer_is_the_same() -> None:
    assert PLAN_CASE.asked() == PLAN_CASE.asked()
    assert UNIT_CASE.asked() == UNIT_CASE.asked()


@pytest.mark.parametrize(
    ("only", "units"),
    [
        pytest.param((), ["U-01", "U-02", "U-03"], id="all of it"),
        pytest.param(("S1",), ["U-01", "U-03"], id="a slice"),
        pytest.param(("U-03",), ["U-03"], id="a unit"),
        pytest.param(("U-02",), ["U-01", "U-02"], id="a unit and what it waits for"),
        pytest.param(("S2",), ["U-01", "U-02"], id="a slice and what it waits for"),
    ],
)
def test_only_what_was_cleared_is_left_of_a_backlog(only: tuple[str, ...], units: list[str]) -> None:
    approval = replace(PLAN_CASE.run.approvals[0], only=only)
    assert [unit.id for unit in approved_backlog(backlog(), approval).units] == units


def test_the_plan_s_files_are_named_by_the_run_s_own_folder() -> None:
    assert artifacts.folder(12) == ".signalbox/runs/12"
