"""A push to the base branch: waiting patchsets are drawn again, and what changed of merged units is noted until people answer."""

from collections.abc import Mapping

import pytest

from policies import commands as c
from policies import effects as f
from policies import entries as e
from policies.decision import Decision, Ignored, Moved, Refused
from policies.drift import merged, of_interest, requirements_of, traced
from policies.effects import effects_of
from policies.run import Amendment
from policies.stages import Stage
from tests.policies.build import MONA, RAJ, backlog, said, tags
from tests.policies.journey import Journey
from tests.policies.situations import SITUATIONS

PATH = "src/u-01.py"
BLOB = "7" * 40
PUSH = c.Pushed("main", "e" * 40, MONA, (PATH,))


def pushed(j: Journey, changed: Mapping[str, str]) -> Decision:
    return j.take(PUSH, base_ref="main", backlog=backlog(), changed=changed)


def noted() -> Journey:
    j = SITUATIONS["delivering-merged"]()
    pushed(j, {PATH: BLOB})
    return j


def wanted(j: Journey, decision: Decision) -> tuple[f.Effect, ...]:
    assert isinstance(decision, Moved)
    return effects_of(j.run, j.recorded[-len(decision.entries) :])


def test_only_what_waits_or_was_merged_is_of_interest() -> None:
    open_, over = SITUATIONS["delivering-pull-request-open"]().run, SITUATIONS["delivering-merged"]().run
    assert (merged(open_), traced(open_), of_interest(open_)) == ((), {}, ())
    assert [pull.number for pull in merged(over)] == [41]
    assert traced(over) == {PATH: ("U-01",)}
    assert of_interest(over) == (PATH,)
    assert of_interest(SITUATIONS["delivering-patchset-waits"]().run) == (PATH,)


def test_a_changed_file_of_a_merged_unit_is_noted_for_each_requirement_once() -> None:
    j = SITUATIONS["delivering-merged"]()
    decision = pushed(j, {PATH: BLOB, "README.md": BLOB})
    assert tags(decision) == ["drifted"]
    note = j.recorded[-1].entry
    assert isinstance(note, e.Drifted)
    assert (note.requirements, note.blobs, note.by) == ({"FR-1": (PATH,)}, {PATH: BLOB}, MONA)
    assert j.run.drifts == {"FR-1": (len(j.records) - 1, PUSH.sha)}
    assert wanted(j, decision) == (f.Tell(12, len(j.records) - 1),)
    # While the note is open nothing more is noted for it.
    assert requirements_of(j.run, backlog(), (PATH,)) == {}
    assert isinstance(pushed(j, {PATH: "8" * 40}), Ignored)


@pytest.mark.parametrize(
    ("situation", "moved", "recorded"),
    [
        ("delivering-patchset-waits", {"U-01": (PATH,)}, ["drawn_again", "role_asked"]),
        ("delivering-unit-blocked", {"U-01": (PATH,)}, ["drawn_again", "role_asked"]),
        ("delivering-patchset-waits", {}, ["Ignored"]),
        ("delivering-pull-request-open", {"U-01": (PATH,)}, ["Ignored"]),
        ("done", {"U-01": (PATH,)}, ["Ignored"]),
    ],
)
def test_a_patchset_that_waits_is_drawn_again_when_its_paths_moved(
    situation: str, moved: Mapping[str, tuple[str, ...]], recorded: list[str]
) -> None:
    j = SITUATIONS[situation]()
    decision = j.take(PUSH, base_ref="main", backlog=None, moved_under=moved)
    assert tags(decision) == recorded


@pytest.mark.parametrize(
    ("paths", "named"),
    [(("a", "b", "c"), "`a`, `b`, `c`"), (("a", "b", "c", "d", "e"), "`a`, `b`, `c` and 2 more")],
)
def test_why_it_is_drawn_again_names_three_paths(paths: tuple[str, ...], named: str) -> None:
    j = SITUATIONS["delivering-patchset-waits"]()
    j.take(PUSH, base_ref="main", moved_under={"U-01": paths})
    assert j.unit().rounds[-1].why == f"`main` moved under {named}"


@pytest.mark.parametrize(
    ("command", "how", "text"),
    [
        (c.Accept(said(), ("FR-1",)), "accepted", ""),
        (
            c.Amend(said(), ("FR-1",), "  People buy and return things.\n"),
            "amended",
            "People buy and return things.",
        ),
    ],
)
def test_an_answer_closes_the_note_and_is_kept(command: c.Accept | c.Amend, how: str, text: str) -> None:
    j = noted()
    note = len(j.records) - 1
    # What an amendment means for units that are still to be built is told elsewhere.
    decision = j.take(command, backlog=None)
    assert tags(decision) == ["drift_answered"]
    assert j.run.drifts == {}
    assert j.run.amendments == (
        Amendment("FR-1", "accepted" if how == "accepted" else "amended", text, RAJ, note + 1, note),
    )
    plan = j.run.plan
    assert plan is not None
    assert wanted(j, decision) == (f.Redraw(12, note), f.Redraw(12, plan.seq))


@pytest.mark.parametrize(
    ("play", "names", "remedy"),
    [(noted, ("FR-1", "FR-2"), "Open notes: `FR-1`."), (SITUATIONS["delivering-merged"], ("FR-2",), "Open notes: none.")],
    ids=["another note is open", "no note is open"],
)  # fmt: skip
def test_an_answer_to_no_open_note_is_refused(play: object, names: tuple[str, ...], remedy: str) -> None:
    assert callable(play)
    j = play()
    decision = j.take(c.Accept(said(), names))
    assert isinstance(decision, Refused)
    assert (decision.code, decision.remedy) == ("SB-111", remedy)
    assert decision.reason == "No note about `FR-2` is open, so there is nothing to answer."


def test_the_same_answer_twice_on_one_record_is_kept_once() -> None:
    j = noted()
    answer = e.DriftAnswered(requirements=("FR-1",), how="accepted", by=RAJ, comment_id=1)
    j.record(answer, answer)
    assert len(j.run.amendments) == 1


def test_when_all_is_done_a_note_may_still_be_made_and_answered() -> None:
    j = SITUATIONS["done"]()
    assert j.run.stage is Stage.DONE
    assert tags(pushed(j, {PATH: BLOB})) == ["drifted"]
    assert tags(j.take(c.Accept(said(), ("FR-1",)))) == ["drift_answered"]
