"""A contradiction that a person settles: what was not chosen leaves the plan and can be brought back, and nothing is drawn with both."""

import pytest

from agents.builtin.planner import plan
from agents.schemas.pack import ArchitecturePack
from agents.schemas.planner import Answer, PlannerInputs, Remark

BODY = """# Desk booker
A web app where staff book desks.

## Requirements
- Staff can book a desk for a day.
- Staff can cancel a booking.
- Bookings are kept for 30 days.
- Bookings are kept for 90 days.

## Constraints
- Data is stored in MongoDB.
- The database is PostgreSQL.
"""


def planned(*answers: tuple[str, str], wishes: tuple[str, ...] = (), body: str = BODY) -> ArchitecturePack:
    outcome = plan(
        PlannerInputs(
            body=body,
            answers=tuple(Answer(question_id=each, text=text) for each, text in answers),
            refinements=tuple(Remark(text=each) for each in wishes),
        )
    )
    assert isinstance(outcome, ArchitecturePack)
    return outcome


def stores(pack: ArchitecturePack) -> list[str]:
    return [each.technology for each in pack.architecture.components if each.kind == "store"]


def test_until_somebody_answers_the_default_is_drawn_and_not_both() -> None:
    pack = planned()
    assert [each.default for each in pack.clarifications[:2]] == [
        "Bookings are kept for 30 days.",
        "Data is stored in MongoDB.",
    ]
    assert stores(pack) == ["MongoDB"]
    # Nobody has decided, so the document stands as it is.
    assert [each.text for each in pack.prd.constraints] == [
        "Data is stored in MongoDB.",
        "The database is PostgreSQL.",
    ]


@pytest.mark.parametrize(
    ("answer", "store", "outcome"),
    [
        ("Data is stored in MongoDB.", "MongoDB", "Q2: the plan uses MongoDB. C-2 gives way and stands among the non-goals."),
        ("b", "PostgreSQL", "Q2: the plan uses PostgreSQL. C-1 gives way and stands among the non-goals."),
        ("neither, use SQLite", "SQLite", "Q2: the plan uses SQLite. C-1 and C-2 give way and stand among the non-goals."),
    ],
)  # fmt: skip
def test_what_was_not_chosen_is_not_drawn(answer: str, store: str, outcome: str) -> None:
    options = {"b": "The database is PostgreSQL."}
    pack = planned(("Q2", options.get(answer, answer)))
    assert stores(pack) == [store]
    assert [each.outcome for each in pack.refinement.applied] == [outcome]


def test_a_requirement_that_gave_way_is_told_and_comes_back() -> None:
    settled = planned(("Q1", "Bookings are kept for 90 days."))
    assert [each.text for each in settled.requirements][2:] == ["Bookings are kept for 90 days."]
    assert [each.text for each in settled.prd.non_goals] == [
        "Bookings are kept for 30 days. (was R-3, given up by the answer to Q1)"
    ]
    back = planned(("Q1", "Bookings are kept for 90 days."), wishes=("put R-3 back",))
    assert {each.id for each in back.requirements} == {each.id for each in planned().requirements}
    assert back.prd.non_goals == ()


def test_an_answer_that_is_no_choice_and_names_nothing_leaves_both_for_people() -> None:
    assert len(planned(("Q1", "60 days, say")).requirements) == 4


def test_words_of_a_document_that_look_like_ours_bring_back_a_new_requirement() -> None:
    body = f"{BODY}\n## Out of scope\n- Export to CSV (was R-77, dropped in a refinement)\n"
    pack = planned(body=body, wishes=("put R-77 back",))
    assert [each.text for each in pack.requirements][-1] == "Export to CSV"
    assert [each.id for each in pack.requirements][-1] == "R-5"


def test_people_who_sign_in_where_there_is_no_sign_in_are_asked_about() -> None:
    body = "# Desks\nA web app to book desks.\n## Requirements\n- Users sign in.\n- Users can book a desk.\n- Users can cancel.\n- There is no sign-in.\n"
    assert planned(body=body).clarifications[0].text == (
        "The PRD says two things about whether people have accounts. Which one holds?"
    )


def test_what_people_left_out_keeps_its_id_when_an_answer_comes_later() -> None:
    before = planned(wishes=("drop R-2", "drop R-1"))
    after = planned(("Q1", "Bookings are kept for 90 days."), ("Q2", "b"), wishes=("drop R-2", "drop R-1"))
    ids = {each.text: each.id for each in after.prd.non_goals}
    assert {each.text: ids.get(each.text) for each in before.prd.non_goals} == {
        each.text: each.id for each in before.prd.non_goals
    }
