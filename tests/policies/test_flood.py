"""A repository may cap the issues that one approval of a backlog makes: over it nothing is made, and the part that fits is named."""

import pytest

from agents.schemas import backlog as backlogs
from agents.schemas.backlog import Backlog, Slice, Unit
from config.repo_policy import RepoPolicy
from policies import commands as c
from policies.decision import Moved, Refused
from policies.flood import issues_made, part_that_fits
from tests.policies.build import backlog, said
from tests.policies.journey import Journey, until


def _unit(unit_id: str, part: str, *depends_on: str) -> Unit:
    return Unit(
        id=unit_id, title="x", slice=part, summary="x", requirement_ids=("FR-1",), depends_on=depends_on
    )


# S1 makes three issues, S2 two more; U-03 brings U-01 along, and its slice.
BACKLOG = Backlog(
    slices=(Slice(id="S1", title="First"), Slice(id="S2", title="Second", starts_after=("S1",))),
    units=(_unit("U-01", "S1"), _unit("U-02", "S1"), _unit("U-03", "S2", "U-01")),
)


@pytest.mark.parametrize(
    ("part", "stand", "made"),
    [
        ((), (), 5),
        (("S1",), (), 3),
        (("U-02",), (), 2),
        (("U-03",), (), 4),
        (("S2",), (), 4),
        (("S1", "S2"), (), 5),
        ((), ("S1", "U-01"), 3),
        (("S2",), ("S1", "U-01", "U-02"), 2),
        ((), ("S1", "S2", "U-01", "U-02", "U-03"), 0),
    ],
    ids=ascii,
)
def test_an_approval_makes_the_issues_that_do_not_stand(
    part: tuple[str, ...], stand: tuple[str, ...], made: int
) -> None:
    assert issues_made(BACKLOG, part, stand=stand) == made


@pytest.mark.parametrize(
    ("most", "stand", "part"),
    [
        (4, (), ("S1",)),
        (3, (), ("S1",)),
        (2, (), ("U-01",)),
        # What stands stays in the part, or the approval would take it back.
        (2, ("S1", "U-01"), ("U-01", "S1")),
        (2, ("S1", "U-01", "U-02"), ("S1", "S2")),
    ],
    ids=ascii,
)
def test_the_part_to_begin_with_keeps_what_stands(
    most: int, stand: tuple[str, ...], part: tuple[str, ...]
) -> None:
    assert part_that_fits(BACKLOG, most, stand=stand) == part


def under(most: int) -> Journey:
    return until("backlog proposed", policy=RepoPolicy.model_validate({"max_issues": most}))


@pytest.mark.parametrize(("most", "only"), [(5, ()), (3, ("S1",)), (2, ("U-01",)), (10_000, ())], ids=ascii)
def test_as_many_as_the_repository_allows_are_cleared(most: int, only: tuple[str, ...]) -> None:
    j = under(most)
    assert isinstance(j.decide(c.Approve(said(), "backlog", j.digest("backlog"), only)), Moved)


@pytest.mark.parametrize(
    ("most", "only", "line"), [(4, (), "S1"), (2, (), "U-01"), (2, ("S1",), "U-01")], ids=ascii
)
def test_one_more_is_refused_with_the_line_for_a_part(most: int, only: tuple[str, ...], line: str) -> None:
    j = under(most)
    refused = j.decide(c.Approve(said(), "backlog", j.digest("backlog"), only))
    assert isinstance(refused, Refused)
    assert refused.code == "SB-127"
    assert f"at most {most} issues" in refused.reason
    assert refused.paste == f"/signalbox approve backlog {j.digest('backlog')[:12]} --only {line}"

    # The line that is offered works.
    assert isinstance(j.decide(c.Approve(said(), "backlog", j.digest("backlog"), (line,))), Moved)


def test_what_cannot_be_counted_is_not_cleared() -> None:
    j = under(5)
    refused = j.decide(c.Approve(said(), "backlog", j.digest("backlog")), backlog=None)
    assert isinstance(refused, Refused)
    assert refused.code == "SB-127"


def test_the_part_to_begin_with_names_what_stands_first() -> None:
    j = until("synced")
    j.take(c.Refine(said(), "backlog", "three more"))
    new = (backlog().units[2].model_copy(update={"id": f"U-0{n}", "title": f"Piece {n}"}) for n in (4, 5, 6))
    drawn = backlog().model_copy(update={"units": (*backlog().units, *new)})
    j.answer_role(backlogs.canonical(drawn))
    j.policy = RepoPolicy.model_validate({"max_issues": 2})
    refused = j.decide(c.Approve(said(), "backlog", j.digest("backlog")), backlog=drawn)
    assert isinstance(refused, Refused)
    assert refused.paste == f"/signalbox approve backlog {j.digest('backlog')[:12]} --only U-01 U-03 S2 U-04"
