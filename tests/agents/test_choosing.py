"""Wishes for a technology: what is one wish and what are two, and what is said of what then stands beside or against it."""

import pytest

from agents.builtin.planner import plan
from agents.builtin.planning.refining.choosing import apart
from agents.schemas.pack import ArchitecturePack
from agents.schemas.planner import PlannerInputs, Remark
from tests.agents.edited import outcomes

BODY = """# Roster
A web application in which ward managers publish shifts.
## Requirements
- A ward manager can publish a plan
- Nurses are reminded by e-mail a day before a shift
- A nurse can export shifts
## Technical notes
- Our IT runs PostgreSQL and will not run anything else
- We would like Django, because we know it
"""


def said(*wishes: str) -> list[str]:
    pack = plan(PlannerInputs(body=BODY, refinements=tuple(Remark(text=each, by="raj") for each in wishes)))
    assert isinstance(pack, ArchitecturePack)
    return [f"{each.text}: {each.outcome}" for each in pack.refinement.applied]


@pytest.mark.parametrize(
    ("text", "wishes"),
    [
        ("use Rust, and drop the worker", ("use Rust", "drop the worker")),
        ("use Rust and drop Redis", ("use Rust", "drop Redis")),
        ("please use Go and then remove the queue.", ("please use Go", "remove the queue")),
        ("drop the worker and use Go", ("drop the worker", "use Go")),
        ("use Go instead of Python, and drop the database", ("use Go instead of Python", "drop the database")),
        ("use MySQL and drop PostgreSQL", ("use MySQL and drop PostgreSQL",)),
        ("drop PostgreSQL and use MySQL instead", ("drop PostgreSQL and use MySQL instead",)),
        ("use the calendar and drop the list", ("use the calendar and drop the list",)),
        ("use Rust", ("use Rust",)),
        ("A member can use Rust and drop files", ("A member can use Rust and drop files",)),
    ],
)  # fmt: skip
def test_what_is_wanted_and_what_is_to_go_are_two_wishes_unless_they_do_one_job(
    text: str, wishes: tuple[str, ...]
) -> None:
    assert apart(text) == wishes


def test_two_wishes_in_one_sentence_are_both_carried_out() -> None:
    assert said("use Rust, and drop the worker") == [
        "use Rust: Recorded as constraint C-3; the plan uses Rust.",
        "drop the worker: Dropped component worker.",
    ]


@pytest.mark.parametrize(
    ("wish", "outcome"),
    [
        ("use MySQL instead of Oracle", "the plan uses MySQL. It did not name Oracle before. It uses PostgreSQL too, by C-1: if that is to go, say “use MySQL instead of PostgreSQL”."),
        ("switch to Flask rather than Django", "the plan uses Flask where it named Django. C-2 still asks for Django: “drop C-2” takes that out."),
        ("use MySQL instead of PostgreSQL", "the plan uses MySQL where it named PostgreSQL. C-1 still asks for PostgreSQL: “drop C-1” takes that out."),
        (
            "use Go instead of Python",
            "the plan uses Go. It did not name Python before. Django, by C-2, is written in Python: say what it is to be instead, such as “use … instead of Django”.",
        ),
    ],
)  # fmt: skip
def test_what_stands_beside_or_against_what_is_wanted_is_told(wish: str, outcome: str) -> None:
    (told,) = said(wish)
    assert told == f"{wish}: Recorded as constraint C-3; {outcome}"


def test_a_second_language_is_told_of() -> None:
    told = said("use Go", "use Rust")[-1]
    assert told.endswith("It uses Go too, by C-3: if that is to go, say “use Rust instead of Go”.")


@pytest.mark.parametrize(
    ("wish", "outcome"),
    [
        ("no e-mails please", "Recorded as non-goal X-1. R-2 still speaks of that: “drop R-2” takes it out."),
        ("we do not need e-mails", "Recorded as non-goal X-1. R-2 still speaks of that: “drop R-2” takes it out."),
        ("no telegrams", "Recorded as non-goal X-1."),
    ],
)  # fmt: skip
def test_what_still_speaks_of_what_nobody_wants_is_told(wish: str, outcome: str) -> None:
    assert said(wish) == [f"{wish}: {outcome}"]


@pytest.mark.parametrize(
    ("wishes", "outcome"),
    [
        (("drop R-3 to R-9",), "Dropped R-3, R-4, R-5; what was dropped now stands among the non-goals. There is no R-9 in this plan."),
        (("drop R-1", "drop R-1 to R-3"), "Dropped R-2, R-3; what was dropped now stands among the non-goals. There is no R-1 in this plan."),
        (("drop everything",), "That would leave no plan: name the ids of what is to go, or end the run with `/stop`; nothing changed."),
        (("drop U-05",), "U-05 names a unit, and units are cut once this plan is approved; nothing changed."),
    ],
)  # fmt: skip
def test_ids_that_name_nothing_are_told_and_why(wishes: tuple[str, ...], outcome: str) -> None:
    assert outcomes(*wishes)[-1] == outcome
