"""What people say to change a plan in so many words: nothing of it is lost without a word, and no entry is said not to be there that is."""

import pytest

from agents.builtin.planner import plan
from agents.builtin.planning.changes import changes
from agents.builtin.planning.quoting import spans
from agents.schemas.pack import ArchitecturePack
from agents.schemas.planner import PlannerInputs, Remark
from tests.agents.edited import DROPPED

BODY = """# Boat club
A web app where members book boats.

## Functional requirements
- FR-1: A member can book, move and cancel a trip. (Must)
- FR-2: A trip has a boat, a crew and a date.
- FR-3: The overview lists late trips first. (Could)
- FR-4: The system sends a reminder three days before the trip.

## Non-functional requirements
- NFR-1: Pages load in under 300 ms at the 95th percentile.
- NFR-2: All traffic is encrypted in transit.

## Constraints
- The service keeps its data in PostgreSQL.

## Out of scope
- Paying for trips.

## Success metrics
- Half of all trips are booked by phone.

## Open questions
- Which harbour comes first?
"""
QUESTION = "and a question takes an answer: `/answer {} …`; nothing changed."


def planned(*remarks: str) -> ArchitecturePack:
    outcome = plan(PlannerInputs(body=BODY, refinements=tuple(Remark(text=each) for each in remarks)))
    assert isinstance(outcome, ArchitecturePack)
    return outcome


def said(*remarks: str) -> list[str]:
    return [each.outcome for each in planned(*remarks).refinement.applied]


def texts(*remarks: str) -> dict[str, str]:
    pack = planned(*remarks)
    entries = (*pack.requirements, *pack.nfrs, *pack.prd.constraints, *pack.prd.success_metrics)
    return {each.id: each.text for each in entries}


@pytest.mark.parametrize(
    ("comment", "outcomes"),
    [
        ("Drop FR-4. Also, trips need a photo.", [DROPPED.format("FR-4"), "Added R-1."]),
        ("Drop FR-4. Also, rename FR-3 to The board", [DROPPED.format("FR-4"), "Changed FR-3."]),
        ("Drop FR-4. Trips need a photo.", [DROPPED.format("FR-4"), "Added R-1."]),
        ("Drop FR-4. Nobody needs it.", [DROPPED.format("FR-4")]),
        ("please drop FR-3, FR-4 - nobody needs them", [DROPPED.format("FR-3, FR-4")]),
        ("LGTM but drop FR-4", [DROPPED.format("FR-4")]),
        ("yes, drop FR-4", [DROPPED.format("FR-4")]),
        ("looks good to me, just make FR-3 a must", ["FR-3 is now “must”."]),
        ("don't do FR-4", [DROPPED.format("FR-4")]),
        ("FR-4 is out", [DROPPED.format("FR-4")]),
        ("let's do FR-4 in phase 2", ["Put off FR-4: it stands among what comes later."]),
        ("FR-2 and FR-4 are both nice to have", ["FR-2, FR-4 are now “could”."]),
        ("I don't think we need the overview", [DROPPED.format("FR-3")]),
        ("the overview is out of scope", [DROPPED.format("FR-3")]),
        ("drop the admin page", ["No requirement speaks of “admin page”. Recorded as non-goal X-2."]),
        ("non-goal: paying for trips", ["Non-goal X-1 says that already; nothing changed."]),
        ("drop it", ["I cannot tell what that is about: say it by id; nothing changed."]),
    ],
)
def test_each_thing_that_is_said_is_answered(comment: str, outcomes: list[str]) -> None:
    assert said(comment) == outcomes


@pytest.mark.parametrize("back", ["keep FR-3", "actually, keep it", "add FR-3 back", "X-2 is in scope", "undo everything"])  # fmt: skip
def test_what_was_dropped_comes_back_with_its_weight(back: str) -> None:
    assert changes(planned(), planned("drop FR-3", back)) == ()


def test_a_quality_without_a_number_comes_back_as_a_quality() -> None:
    assert changes(planned(), planned("drop NFR-2", "put NFR-2 back")) == ()


def test_all_wishes_can_be_taken_back_at_once() -> None:
    wishes = ("drop FR-3", "make FR-4 must", "go back to v1")
    assert changes(planned(), planned(*wishes)) == ()
    assert said(*wishes) == ["Took back “drop FR-3” and “make FR-4 must”."]


@pytest.mark.parametrize(
    ("wish", "id_", "text"),
    [
        ("rename FR-3 to The board lists late trips", "FR-3", "The board lists late trips"),
        ("change C-1 to Data is kept in MySQL", "C-1", "Data is kept in MySQL"),
        ("M-1: Most trips are booked by phone", "M-1", "Most trips are booked by phone"),
        ("change C-1 from PostgreSQL to MySQL", "C-1", "The service keeps its data in MySQL."),
        ("NFR-1 should be 200 ms", "NFR-1", "Pages load in under 200 ms at the 95th percentile."),
        ("make NFR-1 200 ms", "NFR-1", "Pages load in under 200 ms at the 95th percentile."),
        ("NFR-1: 1 second", "NFR-1", "Pages load in under 1 second at the 95th percentile."),
        ("change three days to a week", "FR-4", "The system sends a reminder a week before the trip."),
        ("FR-4 should be 5 days", "FR-4", "The system sends a reminder 5 days before the trip."),
    ],
)
def test_an_entry_says_from_then_on_what_was_said(wish: str, id_: str, text: str) -> None:
    assert texts(wish)[id_] == text
    assert {key for key, old in texts().items() if texts(wish).get(key) != old} == {id_}


def test_what_a_changed_constraint_names_is_used() -> None:
    drawn = planned("change C-1 to Data is kept in MySQL").architecture
    assert "MySQL" in [part.technology for part in drawn.components]


@pytest.mark.parametrize(
    ("wish", "outcome"),
    [
        ("drop Q1", f"Q1 is a question, {QUESTION.format(1)}"),
        ("drop O-1", f"O-1 is asked as question 2, {QUESTION.format(2)}"),
        ("drop A-2", f"A-2 is what I take for question 2, {QUESTION.format(2)}"),
        ("FR-4 should be 5 kg", "Added your words to FR-4."),
        ("FR-4: 5 kg", "I cannot tell which number of FR-4 that replaces: it says “The system sends a reminder three days before the trip.”. Say the whole sentence; nothing changed."),
        ("make C-1 a must", "C-1 is no requirement: say “drop C-1”, or “change C-1 to …” with its new words; nothing changed."),
        ("A-2 is wrong", f"A-2 is what I take for question 2, {QUESTION.format(2)}"),
        ("the answer to question 1 is fifty", f"Q1 is a question, {QUESTION.format(1)}"),
        ("NFR-1 is too strict", "Recorded as constraint C-2. I do not understand these words well enough to redraw anything. To take them out again, say `/refine drop C-2`."),
        ("FR-3: add the weather", "Added your words to FR-3."),
        ("non goal: races", "Recorded as non-goal X-2."),
        ("races are a non goal", "Recorded as non-goal X-2."),
        ("drop K1", "K1 names a risk, which goes when what it comes from goes; nothing changed."),
        ("drop FR-7, FR-8 and FR-9", "There is no FR-7, no FR-8 and no FR-9 in this plan (it has FR-1 to FR-4, NFR-1 and NFR-2); nothing changed."),
        ("drop constraint C-1", "Dropped C-1."),
        ("use MySQL", "Recorded as constraint C-2; the plan uses MySQL. It uses PostgreSQL too, by C-1: if that is to go, say “use MySQL instead of PostgreSQL”."),
        ("use MySQL and drop PostgreSQL", "Recorded as constraint C-2; the plan uses MySQL where it named PostgreSQL. C-1 still asks for PostgreSQL: “drop C-1” takes that out."),
        ("add success metric: fewer calls", "Added M-2."),
        ("call it Regatta", "The product is called “Regatta” now."),
    ],
)  # fmt: skip
def test_what_is_said_of_it_is_true(wish: str, outcome: str) -> None:
    assert said(wish) == [outcome]


def test_a_requirement_falls_apart_with_what_its_halves_share() -> None:
    assert [each.text for each in planned("split FR-1").requirements[:3]] == [
        "A member can book a trip",
        "A member can move a trip",
        "A member can cancel a trip",
    ]
    assert [each.text for each in planned("split FR-2").requirements[1:4]] == [
        "A trip has a boat",
        "A trip has a crew",
        "A trip has a date",
    ]


def test_a_system_that_a_wish_names_is_drawn() -> None:
    assert planned("members should get an e-mail when a trip is late").integrations == ()
    pack = planned("payments via Stripe")
    assert [each.name for each in pack.integrations] == ["Stripe"]
    assert "Stripe" in [part.name for part in pack.architecture.components]


def test_a_wish_in_the_form_of_a_question_is_kept_as_what_it_asks_for() -> None:
    assert [each.text for each in planned("can we use SMS instead of e-mail?").prd.constraints][-1:] == [
        "Use SMS instead of e-mail"
    ]
    assert (
        planned("I want members to be able to rate a trip").requirements[-1].text == "Members can rate a trip"
    )


def test_a_component_that_goes_says_what_moves() -> None:
    assert said("drop component web") == ["Dropped component web. NFR-1 moved to core."]


def test_ids_are_told_together_only_where_their_numbers_follow_on_each_other() -> None:
    assert spans(["R-1", "R-2", "R-4", "N-1", "N-3", "N-2", "U-01"]) == "R-1, R-2, R-4, N-1 to N-3 and U-01"
    assert spans([f"R-{number}" for number in range(1, 60, 2)]).endswith(" and 18 more")
