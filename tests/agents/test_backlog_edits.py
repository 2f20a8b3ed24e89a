"""Wishes about a backlog as people really word them, and what becomes of the units."""

import pytest

from agents.builtin.decompose import DecompositionInputs, Wish, decompose
from agents.builtin.decomposing import wish as w
from agents.builtin.edits import BACKLOG
from agents.schemas.backlog import Backlog, Unit
from tests.agents.scaffold.plans import invoices

PACK = invoices()
KNOWN = (*(f"U-{number:02d}" for number in range(1, 26)), "S1", "S2", "S3", "S4", "S5")


def backlog(*wishes: str, done: tuple[str, ...] = ()) -> Backlog:
    said = tuple(Wish(text=text, by="mona") for text in wishes)
    return decompose(DecompositionInputs(pack=PACK, refinements=said, done=done))


PLAIN = backlog()


def unit(plan: Backlog, unit_id: str) -> Unit:
    return next(each for each in plan.units if each.id == unit_id)


def test_every_unit_of_these_examples_is_there() -> None:
    assert {each.id for each in PLAIN.units} >= set(KNOWN[:25])


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("drop U-07", w.Drop(("U-07",))),
        ("could you please leave out u7?", w.Drop(("U-07",))),
        ("Please remove unit 7 and unit 8.", w.Drop(("U-07", "U-08"))),
        ("drop U-03 to U-05", w.Drop(("U-03", "U-04", "U-05"))),
        ("drop U-03–U-05 and U-09", w.Drop(("U-03", "U-04", "U-05", "U-09"))),
        ("skip slice 5", w.Drop(("S5",))),
        ("dorp U-07", w.Drop(("U-07",))),
        ("we don't need U-07", w.Drop(("U-07",))),
        ("U-07 is not needed", w.Drop(("U-07",))),
        ("keep only U-01 and U-02", w.Keep(("U-01", "U-02"))),
        ("just do U-01", w.Keep(("U-01",))),
        # Without such a word nobody means that everything else goes.
        ("keep U-07", w.Restore(("U-07",))),
        ("keep U-07 after all", w.Restore(("U-07",))),
        ("U-07 is out", w.Drop(("U-07",))),
        ("remove everything except S1", w.Keep(("S1",))),
        ("put U-07 back in", w.Restore(("U-07",))),
        ("restore U-07, U-08", w.Restore(("U-07", "U-08"))),
        ("add unit: write the migration guide", w.Add("write the migration guide")),
        (
            "please add a task to write the guide for FR-3 after U-02",
            w.Add("write the guide", ("FR-3",), ("U-02",)),
        ),
        ("add a new unit called Guide in S2", w.Add("Guide", part="S2")),
        ("rename U-03 to Keep loans", w.Retitle("U-03", "Keep loans")),
        ("change U-03: Keep loans", w.Retitle("U-03", "Keep loans")),
        ("U-03 should also refuse an empty name", w.Amend("U-03", "should also refuse an empty name")),
        ("add a health check to U-03", w.Amend("U-03", "a health check")),
        ("U-03 is high risk", w.Weigh(("U-03",), risk="high")),
        ("mark U-03 and U-04 as low risk", w.Weigh(("U-03", "U-04"), risk="low")),
        ("make U-03 size M", w.Weigh(("U-03",), size="M")),
        ("split U-03", w.Split("U-03")),
        ("break up U-03", w.Split("U-03")),
        ("split U-03 into Keep loans / List loans", w.Split("U-03", ("Keep loans", "List loans"))),
        ("merge U-03 and U-04", w.Merge(("U-03", "U-04"))),
        ("merge U-04 into U-03", w.Merge(("U-03", "U-04"))),
        ("combine U-03, U-04 & U-05", w.Merge(("U-03", "U-04", "U-05"))),
        ("move U-05 after U-02", w.Move("U-05", "U-02")),
        ("do U-02 before U-05", w.Move("U-05", "U-02")),
        ("U-05 depends on U-02", w.Move("U-05", "U-02")),
        ("U-05 does not wait for U-02", w.Free("U-05", "U-02")),
        ("move U-03 and U-04 to S2", w.Home(("U-03", "U-04"), "S2")),
        ("name the package toolshed", w.Named("toolshed")),
        ("U-05 after U-02", w.Move("U-05", "U-02")),
        ("Could you name the package toolshed?", w.Named("toolshed")),
        ("make it cheaper", None),
        ("why is U-03 so large?", None),
        ("move U-05", None),
        ("", None),
    ],
)
def test_what_a_wish_asks_for(text: str, change: w.Change | None) -> None:
    assert w.read(text, known=KNOWN) == change


def test_several_wishes_in_one_comment_are_carried_out_one_by_one() -> None:
    plan = backlog("Please drop U-25 and rename U-03 to Scope.\n- U-04 is high risk\n- make it cheaper")
    assert "U-25" not in {each.id for each in plan.units}
    assert (unit(plan, "U-03").title, unit(plan, "U-04").risk) == ("Scope", "high")
    assert [note.partition(" (`@mona`) is ")[2].partition(":")[0] for note in plan.notes[:4]] == [
        "done",
        "done.",
        "done.",
        "not done",
    ]


def test_an_added_unit_waits_for_what_it_was_said_to_and_stands_with_it() -> None:
    plan = backlog("add unit: write the migration guide for FR-3 after U-09")
    new = plan.units[-1]
    assert new.id not in {each.id for each in PLAIN.units}
    assert (new.title, new.requirement_ids, new.depends_on) == (
        "Write the migration guide",
        ("FR-3",),
        ("U-09",),
    )
    assert new.slice == unit(PLAIN, "U-09").slice
    assert [each for each in plan.units if each.id != new.id] == list(PLAIN.units)


def test_an_added_unit_that_names_no_requirement_serves_the_whole_plan() -> None:
    assert backlog("add unit: write the migration guide").units[-1].foundation


def test_a_unit_that_was_left_out_comes_back_where_it_was() -> None:
    plan = backlog("drop U-07", "put U-07 back")
    assert plan.units == PLAIN.units
    assert (plan.slices, plan.dropped) == (PLAIN.slices, ())


def test_a_unit_that_was_divided_does_not_come_back() -> None:
    divided = next(each.id for each in PLAIN.units if each.kind == "workflow")
    plan = backlog(f"split {divided}", f"put {divided} back")
    assert f"{divided} was not left out as a whole" in plan.notes[-1]


def test_a_split_may_name_its_halves() -> None:
    divided = next(each.id for each in PLAIN.units if each.kind == "workflow")
    plan = backlog(f"split {divided} into First half / Second half")
    assert [each.title for each in plan.units if each.title.endswith("half")] == ["First half", "Second half"]


def test_a_unit_can_be_named_by_the_words_of_its_title_alone() -> None:
    runbook = next(each for each in PLAIN.units if each.kind == "runbook")
    plan = backlog("drop the runbook")
    assert {each.id for each in PLAIN.units} - {each.id for each in plan.units} == {runbook.id}


def test_undoing_takes_back_one_wish_and_keeps_the_others() -> None:
    plan = backlog("drop U-25", "drop U-24", "undo that")
    assert plan.units == backlog("drop U-25").units
    assert plan.notes[1] == "“undo that” (`@mona`) is done: “drop U-24” taken back."


def test_what_is_under_way_is_not_changed_in_any_way() -> None:
    wishes = (
        "rename U-03 to Scope",
        "U-03 should also shine",
        "U-03 is high risk",
        "move U-03 to S2",
        "split U-03",
    )
    plan = backlog(*wishes, done=("U-03",))
    assert unit(plan, "U-03") == unit(PLAIN, "U-03")
    assert all("U-03 is already under way" in note for note in plan.notes)


@pytest.mark.parametrize("example", [one for edit in BACKLOG for one in edit.examples])
def test_every_documented_edit_does_something(example: str) -> None:
    before = {
        "put U-07 back": ["drop U-07"],
        "undo": ["drop U-07"],
        "U-05 does not wait for U-02": ["move U-05 after U-02"],
    }
    divided = next(each.id for each in PLAIN.units if each.kind == "workflow")
    said = (
        example.replace("split U-03", f"split {divided}")
        .replace("for R-3", "for FR-3")
        .replace("U-05 after U-02", "U-02 after U-05")
        .replace("do U-02 before U-05", "do U-05 before U-02")
    )
    earlier = [
        each.replace("move U-05 after U-02", "move U-05 after U-04") for each in before.get(example, [])
    ]
    said = said.replace("wait for U-02", "wait for U-04")
    plan = backlog(*earlier, said)
    assert f"“{said}” (`@mona`) is done" in "\n".join(plan.notes)
