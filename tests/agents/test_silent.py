"""What a demand raises and nothing answers is asked, with its lines; what is answered or only looks like it is not."""

from collections.abc import Iterator

import pytest

from agents.builtin.planner import plan
from agents.builtin.planning.asking.questions import MOST
from agents.builtin.planning.asking.silent import UNSAID, unsaid_of
from agents.schemas.pack import ArchitecturePack
from agents.schemas.planner import Answer, PlannerInputs
from tests.agents.raising import RAISED, SPARED, WEB


def planned(body: str, *answers: Answer) -> ArchitecturePack:
    pack = plan(PlannerInputs(title="", body=body, answers=answers))
    assert isinstance(pack, ArchitecturePack)
    return pack


@pytest.mark.parametrize(("body", "line", "question"), RAISED)
def test_what_a_demand_raises_is_asked_with_its_line_a_reason_and_a_default(
    body: str, line: str, question: str
) -> None:
    text = body.format(line)
    (asked,) = [each for each in planned(text).clarifications if each.text.startswith(question)]
    lines = {number for number, row in enumerate(text.split("\n"), start=1) if row.startswith("- ")}
    assert asked.default == asked.options[0]
    assert "the PRD does not say" in asked.why
    assert asked.lines
    assert lines.issuperset(asked.lines) or 1 in asked.lines or 3 in asked.lines


@pytest.mark.parametrize(("body", "line", "question"), SPARED)
def test_what_is_answered_or_only_looks_alike_is_not_asked(body: str, line: str, question: str) -> None:
    texts = [each.text for each in planned(body.format(line)).clarifications]
    assert not any(text.startswith(question) for text in texts), texts


@pytest.mark.parametrize(
    ("kept", "asked"),
    [
        ("## Out of scope\n\n- SMS notifications", False),
        ("## Later\n\n- SMS", False),
        ("## Out of scope\n\n- Photos", True),
    ],
)
def test_what_is_left_out_elsewhere_is_not_asked_about(kept: str, *, asked: bool) -> None:
    body = f"# Alarm desk\n\nA service that tells people.\n\n## Requirements\n\n- Guards must get alarms by e-mail\n- New ways such as SMS should be added with little work\n- Guards must confirm an alarm\n\n{kept}\n"
    texts = [each.text for each in planned(body).clarifications]
    assert any("text messages" in text for text in texts) == asked, texts


def test_every_question_that_a_demand_can_raise_has_a_row_and_words_of_its_own() -> None:
    asked = [each.text for body, line, _ in RAISED for each in planned(body.format(line)).clarifications]
    assert {unsaid_of(text) for text in asked} >= set(UNSAID)
    for text in asked:
        assert len([each for each in UNSAID if each.asks(text)]) <= 1, text


def _answers() -> Iterator[tuple[str, str]]:
    for body, line, _ in RAISED:
        yield body.format(line), "default"
        yield body.format(line), "Something else, as people say it"


@pytest.mark.parametrize(("body", "words"), tuple(_answers()))
def test_an_answer_stands_in_the_plan_as_an_entry_that_says_what_it_is_about(body: str, words: str) -> None:
    for question in planned(body).clarifications:
        unsaid = unsaid_of(question.text)
        if unsaid is None:
            continue
        pack = planned(body, Answer(question_id=question.id, text=words, by="mona"))
        came = [
            each
            for each in (*pack.requirements, *pack.nfrs, *pack.prd.constraints)
            if each.origin == "answer"
        ]
        assert [each.text.startswith(f"{unsaid.about}: ") for each in came] == [True]
        (applied,) = pack.refinement.applied
        assert applied.outcome == f"{question.id}: it stands in the plan as {came[0].id}."
        assert question.id not in {each.question for each in pack.assumptions}


def test_an_answer_that_names_an_outside_system_brings_it_in() -> None:
    body = WEB.format("The secretary can send an e-mail to all members.")
    (mail,) = [each.id for each in planned(body).clarifications if "send mail" in each.text]
    pack = planned(body, Answer(question_id=mail, text="Postmark", by="mona"))
    assert "Postmark" in [each.name for each in pack.integrations]
    assert [each.text for each in pack.prd.constraints if each.origin == "answer"] == ["Mail: Postmark"]


def test_an_answer_redraws_the_plan() -> None:
    body = WEB.format("It is available 24/7.")
    (out,) = [each.id for each in planned(body).clarifications if "out of order" in each.text]
    titles = [
        [
            each.title
            for each in planned(body, Answer(question_id=out, text=letter, by="mona")).architecture.decisions
        ]
        for letter in ("a", "b")
    ]
    copies = "Run several copies that keep nothing of their own"
    assert [copies in each for each in titles] == [False, True]


def test_there_are_never_more_than_five_and_a_question_that_is_answered_stays() -> None:
    lines = [line for body, line, _ in RAISED if body == WEB]
    pack = planned(WEB.format("\n- ".join(lines)))
    assert len(pack.clarifications) == MOST
