"""What changed from one version of a plan or backlog to the next is told line by line, and counted where it is much."""

import pytest

from agents.schemas.architecture import Decision, Risk
from agents.schemas.backlog import Backlog, Unit
from agents.schemas.pack import Applied, ArchitecturePack
from agents.schemas.questions import Assumption, OpenQuestion
from agents.schemas.requirements import Entry, Requirement
from handlers.replies.changes import backlog_since, plan_since
from tests.handlers import artifacts as a
from tests.handlers import shop as s
from tests.handlers.scenes import said_of

NEW = "One service on SQLite."


def named(headline: str) -> ArchitecturePack:
    pack = a.pack(version=1)
    return pack.model_copy(
        update={"architecture": pack.architecture.model_copy(update={"headline": headline})}
    )


def demanding(count: int, pack: ArchitecturePack) -> ArchitecturePack:
    more = (Requirement(id=f"FR-{n}", text="More.", lines=(n,)) for n in range(10, 10 + count))
    return pack.model_copy(update={"requirements": (*pack.requirements, *more)})


def moved(to: str) -> Backlog:
    first, *others = a.backlog().units
    return a.backlog().model_copy(update={"units": (first.model_copy(update={"slice": to}), *others)})


def longer(count: int) -> Backlog:
    more = tuple(Unit(id=f"U-{n}", title="More", slice="S2", summary="x") for n in range(10, 10 + count))
    return a.backlog().model_copy(update={"units": (*a.backlog().units, *more)})


def test_nothing_else_is_said_where_nothing_changed() -> None:
    assert backlog_since(2, a.backlog(), a.backlog()) == "Nothing changed since v1."
    assert plan_since(2, a.pack(), a.pack()) == "Nothing changed since v1."


def test_a_plan_in_another_sentence_says_the_sentence() -> None:
    told = plan_since(2, a.pack(version=1), named(NEW))
    assert "- in one sentence, now: One service on SQLite." in told


def test_a_unit_in_another_slice_has_moved() -> None:
    assert "- unit U-01 moved from S1 to S2" in backlog_since(3, a.backlog(), moved("S2"))


def test_a_unit_with_other_files_says_which() -> None:
    first, *others = a.backlog().units
    for files, told in ((("x.py",), "x.py"), (("a", "b", "c", "d"), "a, b, c, …")):
        other = a.backlog().model_copy(update={"units": (first.model_copy(update={"files": files}), *others)})
        line = f"- unit U-01 is now: Account table and membership (with other files: {told})"
        assert line in backlog_since(2, a.backlog(), other)


def test_what_was_said_of_an_earlier_backlog_is_folded_away() -> None:
    said = ("“smaller” (`@mona`) is not done: that is all there is.",)
    before = a.backlog().model_copy(update={"notes": said})
    after = before.model_copy(update={"notes": (*said, "“drop U-03” (`@mona`) is done: U-03 left out.")})
    told = said_of(s.BACKLOG, s.view(backlog=after, earlier_backlog=before))
    assert (
        f"<details><summary>What was said before, and what came of it (1)</summary>\n\n- {said[0]}\n\n</details>"
        in told
    )
    assert told.count("U-03 left out.") == 1


def test_a_unit_that_must_meet_more_says_what() -> None:
    first, *others = a.backlog().units
    more = first.model_copy(
        update={"acceptance_criteria": (*first.acceptance_criteria, "An owner sees all.")}
    )
    told = backlog_since(2, a.backlog(), a.backlog().model_copy(update={"units": (more, *others)}))
    assert "- unit U-01 is now: Account table and membership (must also meet: An owner sees all.)" in told


@pytest.mark.parametrize(
    ("count", "line", "title", "last"),
    [
        (6, "**Changed since v1:** added U-10, U-11, U-12, U-13, U-14, U-15. ", "(6 lines)", "unit U-15 added: More"),
        (40, "**Changed since v1:** added U-10, U-11, U-12, U-13, U-14, U-15 and 34 more. ", "(40 lines)", "…and 10 more"),
    ],
)  # fmt: skip
def test_much_is_counted_and_listed_behind_a_fold(count: int, line: str, title: str, last: str) -> None:
    told = backlog_since(2, a.backlog(), longer(count))
    assert told.startswith(f"{line}Everything else is as it was.")
    assert f"<details><summary>What changed since v1 {title}</summary>" in told
    assert f"- {last}\n" in told


def test_a_plan_of_which_much_changed_keeps_its_sentence_first() -> None:
    told = plan_since(2, a.pack(version=1), demanding(6, named(NEW)))
    assert told.startswith("**Changed since v1:** added FR-10, FR-11, FR-12, FR-13, FR-14, FR-15.")
    assert told.index("in one sentence") < told.index("requirement FR-10")


def answered(pack: ArchitecturePack) -> ArchitecturePack:
    """The next version, in which a default is confirmed: everything that told of the default tells of the answer now."""
    one = pack.clarifications[0]
    drawn = pack.architecture
    decided = Decision(
        id="D101",
        title=f"{one.text} {one.default}",
        why="answered by mona",
        gives_up="more",
        because=(one.id,),
    )
    said = Applied(
        text=one.default or "",
        by="mona",
        outcome=f"{one.id}: recorded for whoever builds it.",
        changed_ids=(one.id,),
    )
    return pack.model_copy(
        update={
            "clarifications": (one.model_copy(update={"answer": one.default, "by": "mona"}),),
            "assumptions": (),
            "open_questions": (),
            "architecture": drawn.model_copy(update={"decisions": (*drawn.decisions, decided), "risks": ()}),
            "refinement": pack.refinement.model_copy(update={"applied": (said,)}),
        }
    )


def unanswered() -> ArchitecturePack:
    pack = a.pack(version=1)
    one = pack.clarifications[0].model_copy(update={"answer": "", "by": ""})
    taken = Assumption(id="A-9", text=f"{one.text} {one.default}", question=one.id)
    doubt = OpenQuestion(id="O-1", text="Who sees what?", question=one.id)
    risk = Risk(id="K22", text=f"The plan takes a default for {one.id}.", mitigation="Answer it.")
    return pack.model_copy(
        update={
            "clarifications": (one,),
            "assumptions": (taken,),
            "open_questions": (doubt,),
            "architecture": pack.architecture.model_copy(update={"risks": (risk,)}),
        }
    )


def test_an_answer_is_told_once_and_not_as_a_decision_an_assumption_a_doubt_and_a_risk_again() -> None:
    told = plan_since(2, unanswered(), answered(unanswered()))
    assert told == (
        "**What came of what you said**\n\n"
        "- question 1 answered (`@mona`): Only members of that account; recorded for whoever builds it.\n\n"
        "Nothing else changed since v1."
    )


def test_the_risk_of_unconfirmed_defaults_is_not_told_with_an_answer_or_a_question_that_is_settled() -> None:
    left = Risk(id="K22", text="The plan takes a default for Q9.", mitigation="Answer it.", matter="defaults")
    new = answered(unanswered())
    drawn = new.architecture.model_copy(update={"risks": (left,)})
    assert plan_since(2, unanswered(), new.model_copy(update={"architecture": drawn})).endswith(
        "Nothing else changed since v1."
    )
    gone = unanswered().model_copy(update={"clarifications": (), "assumptions": (), "open_questions": ()})
    drawn = gone.architecture.model_copy(update={"risks": ()})
    assert (
        plan_since(2, unanswered(), gone.model_copy(update={"architecture": drawn}))
        == "Nothing changed since v1."
    )


def test_a_decision_that_now_rests_on_the_answer_and_says_the_same_is_not_gone() -> None:
    old, new = unanswered(), answered(unanswered())
    one, *others = new.architecture.decisions
    resting = one.model_copy(update={"because": ("Q1",)})
    drawn = new.architecture.model_copy(update={"decisions": (resting, *others)})
    confirmed = new.model_copy(update={"architecture": drawn})
    assert plan_since(2, old, confirmed).endswith("Nothing else changed since v1.")
    other = resting.model_copy(update={"title": "Another shape"})
    drawn = new.architecture.model_copy(update={"decisions": (other, *others)})
    changed = new.model_copy(update={"architecture": drawn})
    assert f"- decision {one.id} is now: Another shape" in plan_since(2, old, changed)


def test_the_same_wish_said_twice_is_told_twice() -> None:
    said = Applied(text="smaller", by="mona", outcome="I find no wish in that; nothing changed.")
    once, twice = (
        a.pack(version=1).model_copy(
            update={"refinement": a.pack(version=1).refinement.model_copy(update={"applied": (said,) * n})}
        )
        for n in (1, 2)
    )
    assert "- “smaller” (`@mona`): I find no wish in that; nothing changed." in plan_since(2, once, twice)


def test_what_an_answer_makes_different_is_listed_under_it() -> None:
    told = plan_since(2, unanswered(), demanding(1, answered(unanswered())))
    assert told.endswith(
        "**Changed since v1**, with everything else as it was:\n\n- requirement FR-10 added: More."
    )


def test_a_wish_that_is_recorded_is_no_change_beside() -> None:
    before = a.pack(version=1)
    said = Applied(
        text="make it nice", by="mona", outcome="Recorded as constraint C-9.", changed_ids=("C-9",)
    )
    prd = before.prd.model_copy(update={"constraints": (Entry(id="C-9", text="make it nice"),)})
    after = before.model_copy(
        update={"prd": prd, "refinement": before.refinement.model_copy(update={"applied": (said,)})}
    )
    assert plan_since(2, before, after) == (
        "**What came of what you said**\n\n- “make it nice” (`@mona`): Recorded as constraint C-9.\n\n"
        "Nothing else changed since v1."
    )


@pytest.mark.parametrize(
    ("update", "told"),
    [
        ({"acceptance_criteria": ()}, "need no longer meet: A stranger sees nothing."),
        ({"requirement_ids": ("FR-1", "FR-2")}, "serves FR-1, FR-2"),
        ({"requirement_ids": ()}, "serves the whole plan"),
        ({"size": "M", "risk": "high"}, "size M, risk high"),
        ({"summary": "Whoever belongs to an account."}, "described otherwise"),
    ],
)
def test_a_unit_that_is_called_the_same_says_what_is_other(update: dict[str, object], told: str) -> None:
    first, *others = a.backlog().units
    other = a.backlog().model_copy(update={"units": (first.model_copy(update=update), *others)})
    assert f"- unit U-01 is now: Account table and membership ({told})" in backlog_since(
        2, a.backlog(), other
    )


def renumbered() -> Backlog:
    """The backlog without its first unit, and the others with the number of the one before."""
    units = a.backlog().units
    now = {unit.id: units[place - 1].id for place, unit in enumerate(units)}
    others = (
        unit.model_copy(
            update={
                "id": now[unit.id],
                "depends_on": tuple(now[each] for each in unit.depends_on if each != units[0].id),
            }
        )
        for unit in units[1:]
    )
    return a.backlog().model_copy(update={"units": tuple(others)})


def test_a_unit_with_another_number_is_the_same_unit() -> None:
    first, *others = a.backlog().units
    told = backlog_since(2, a.backlog(), renumbered())
    assert f"- unit {first.id} gone: {first.title}\n" in told
    assert told.count(" gone: ") == 1
    assert f"- the numbers of {len(others)} units: {others[0].id} to {others[-1].id} are now " in told
    assert "order of work" not in told
    # What waited for the unit that is gone waits for something else now; nothing else has changed.
    waited = [unit for unit in others if first.id in unit.depends_on]
    assert told.count(" is now: ") == len(waited)


def test_units_in_another_order_are_told_so() -> None:
    units = a.backlog().units
    told = backlog_since(2, a.backlog(), a.backlog().model_copy(update={"units": units[::-1]}))
    assert "- the order of work: some units come later than before" in told
