"""Refinements in plain English: the sentences that are understood, what they change, and honesty about the others."""

import pytest

from agents.builtin.planner import plan
from agents.builtin.planning.changes import Change, changes
from agents.schemas.pack import Applied, ArchitecturePack
from agents.schemas.planner import PlannerInputs, Remark

BODY = """# Ledger
A web app for accountants.

## Functional requirements
- FR-1: Users can sign in
- FR-2: Users can store bookings and search bookings
- FR-3: The system sends a monthly report
- FR-4: Users can export bookings
"""


def planned(*remarks: str) -> ArchitecturePack:
    outcome = plan(
        PlannerInputs(body=BODY, refinements=tuple(Remark(text=each, by="raj") for each in remarks))
    )
    assert isinstance(outcome, ArchitecturePack)
    return outcome


def texts(pack: ArchitecturePack) -> dict[str, str]:
    return {each.id: each.text for each in pack.requirements}


@pytest.mark.parametrize(
    ("remark", "outcome", "ids"),
    [
        ("add requirement: people can undo a booking", "Added R-1.", ("R-1",)),
        ("add a requirement that pages load within 2 seconds", "Added N-1.", ("N-1",)),
        ("drop FR-4", "Dropped FR-4; what was dropped now stands among the non-goals.", ("FR-4",)),
        (
            "drop FR-3 and FR-4.",
            "Dropped FR-3, FR-4; what was dropped now stands among the non-goals.",
            ("FR-3", "FR-4"),
        ),
        ("change FR-3 to The system sends a weekly report", "Changed FR-3.", ("FR-3",)),
        ("make FR-4 could", "FR-4 is now “could”.", ("FR-4",)),
        ("the priority of FR-1 is P0", "FR-1 is now “must”.", ("FR-1",)),
        (
            "split FR-2 into Users can store bookings and Users can search bookings",
            "Split FR-2 into R-1, R-2.",
            ("FR-2", "R-1", "R-2"),
        ),
        ("merge FR-2 and FR-4", "Merged FR-4 into FR-2.", ("FR-2", "FR-4")),
        ("constraint: hosted in the EU", "Recorded as constraint C-1.", ("C-1",)),
        ("non-goal: payroll", "Recorded as non-goal X-1.", ("X-1",)),
        ("payroll is out of scope for now", "Recorded as non-goal X-1.", ("X-1",)),
        (
            "use MySQL instead of PostgreSQL",
            "Recorded as constraint C-1; the plan uses MySQL where it named PostgreSQL.",
            ("C-1",),
        ),
        ("keep reports in SQLite for now", "Recorded as constraint C-1 and as a decision.", ("C-1",)),
        ("use Django", "Recorded as constraint C-1; the plan uses Django.", ("C-1",)),
        ("add component Archive for FR-4", "Added component archive.", ("archive",)),
        ("drop component worker", "Dropped component worker.", ("worker",)),
        ("rename component core to Bookkeeping", "Renamed core to “Bookkeeping”.", ("core",)),
        ("merge components worker and core", "Merged core into worker.", ("worker", "core")),
        (
            "drop component engine",
            "There is no component “engine”; there are web, api, core, worker, store; nothing changed.",
            (),
        ),
        ("make it a command-line tool", "The plan is drawn as a command-line tool.", ()),
        ("FR-3 should leave out weekends", "Added your words to FR-3.", ("FR-3",)),
        ("accountants should be able to comment on bookings", "Added R-1.", ("R-1",)),
        ("remove the worker", "Dropped component worker.", ("worker",)),
        (
            "drop FR-4, FR-3 needs it no more",
            "Dropped FR-4; what was dropped now stands among the non-goals.",
            ("FR-4",),
        ),
        (
            "drop the engine that FR-4 needs",
            "Recorded as constraint C-1. I do not understand these words well enough to redraw anything. To take them out again, say `/refine drop C-1`.",
            ("C-1",),
        ),
        (
            "make it pop more",
            "Recorded as constraint C-1. I do not understand these words well enough to redraw anything. To take them out again, say `/refine drop C-1`.",
            ("C-1",),
        ),
        ("drop FR-77", "There is no FR-77 in this plan (it has FR-1 to FR-4); nothing changed.", ()),
    ],
)
def test_each_refinement_says_what_came_of_it(remark: str, outcome: str, ids: tuple[str, ...]) -> None:
    applied = planned(remark).refinement.applied
    assert applied == (Applied(text=remark, by="raj", outcome=outcome, changed_ids=ids),)


def test_a_dropped_requirement_is_shown_as_left_out() -> None:
    pack = planned("drop FR-4")
    assert "FR-4" not in texts(pack)
    assert [(each.text, each.lines) for each in pack.prd.non_goals] == [
        ("Users can export bookings (was FR-4, dropped in a refinement)", (8,))
    ]
    assert all("FR-4" not in part.requirement_ids for part in pack.architecture.components)


def test_a_changed_requirement_keeps_its_source() -> None:
    (changed,) = [
        each for each in planned("change FR-3 to Send a weekly report").requirements if each.id == "FR-3"
    ]
    assert (changed.text, changed.lines, changed.origin) == ("Send a weekly report", (7,), "refinement")


def test_a_technology_instead_of_another_redraws_the_store_and_says_why() -> None:
    drawn = planned("use MySQL instead of PostgreSQL").architecture
    assert [part.technology for part in drawn.components if part.kind == "store"] == ["MySQL"]
    assert [(each.name, each.why) for each in drawn.rejected][-1] == (
        "PostgreSQL",
        "a person asked for MySQL instead (C-1)",
    )


@pytest.mark.parametrize(
    ("wish", "title", "why"),
    [
        ("use MySQL instead of PostgreSQL", "Keep data in MySQL", "a person asked: “Use MySQL instead of PostgreSQL” (C-1)"),
        ("use MySQL", "Keep data in MySQL", "a person asked: “Use MySQL” (C-1)"),
        ("keep reports in SQLite for now", "Keep reports in SQLite", "a person asked: “Keep reports in SQLite for now” (C-1)"),
        ("use Django", "Use Django", "a person asked: “Use Django” (C-1)"),
        ("make it a command-line tool", "One program, run from the command line", "a person asked for a command-line tool; "),
        ("keep reports in the shared folder", "Keep reports in the shared folder", "a person asked for it (C-1)"),
    ],
)  # fmt: skip
def test_one_wish_is_one_decision(wish: str, title: str, why: str) -> None:
    before, after = planned(), planned(wish)
    old = [each.title for each in before.architecture.decisions]
    new = [each for each in after.architecture.decisions if each.title not in old]
    assert [each.title for each in new][:1] == [title]
    assert new[0].why.startswith(why)
    told = [each for each in changes(before, after) if each.of == "decision" and each.kind != "removed"]
    assert [each.what for each in told][:1] == [title]
    assert sum("C-1" in each.because for each in after.architecture.decisions) <= 1


@pytest.mark.parametrize("wish", ["use MySQL instead of PostgreSQL", "do not use PostgreSQL", "use MySQL"])
def test_a_wish_whose_constraint_is_taken_out_has_left_nothing(wish: str) -> None:
    assert planned(wish, "drop C-1").architecture == planned().architecture


def test_refinements_build_on_one_another() -> None:
    pack = planned(
        "add requirement: people can undo a booking", "change R-1 to People can undo the last booking"
    )
    assert texts(pack)["R-1"] == "People can undo the last booking"


def test_dropping_a_component_moves_what_only_it_served() -> None:
    pack = planned("drop component core")
    served = {each for part in pack.architecture.components for each in part.requirement_ids}
    assert served >= set(texts(pack))


def test_what_changed_is_told_entry_by_entry() -> None:
    listed = changes(planned(), planned("drop FR-4", "rename component core to Bookkeeping"))
    assert Change("removed", "FR-4", "Users can export bookings", "requirement") in listed
    renamed = next(each for each in listed if each.id == "core")
    assert (renamed.kind, renamed.of, renamed.what.partition(":")[0]) == ("changed", "part", "Bookkeeping")
    left = Change("added", "X-1", "Users can export bookings (was FR-4, dropped in a refinement)", "non-goal")
    assert left in listed
    assert len(listed) == 3
    assert changes(planned(), planned()) == ()


def test_a_moved_requirement_is_told() -> None:
    listed = changes(planned(), planned("add component Archive for FR-4"))
    assert [each.id for each in listed if each.kind == "moved"] == ["FR-4"]
