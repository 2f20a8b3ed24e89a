"""Answers: they stay with the question they were given to, and change nothing of the plan but what they touch."""

import pytest

from agents.builtin.planner import plan
from agents.builtin.planning.changes import changes
from agents.builtin.planning.identity import reasons_known
from agents.schemas.pack import ArchitecturePack
from agents.schemas.planner import Answer, Asked, PlannerInputs, Remark
from tests.stories.prds import PAID, TOOLS

STORY = TOOLS.replace(
    "- A member can return a tool.\n",
    "- A member can return a tool.\n- Owners see invoices in euros and the e-mail address of a borrower.\n",
)


def planned(
    body: str = STORY,
    *answers: Answer,
    asked: tuple[Asked, ...] = (),
    before: tuple[ArchitecturePack, ...] = (),
) -> ArchitecturePack:
    known = reasons_known(before)
    outcome = plan(PlannerInputs(body=body, asked=asked, answers=answers, before=known))
    assert isinstance(outcome, ArchitecturePack)
    return outcome


def asked(pack: ArchitecturePack) -> tuple[Asked, ...]:
    return tuple(
        Asked(id=each.id, text=each.text, default=each.default, options=each.options)
        for each in pack.clarifications
    )


@pytest.mark.parametrize("number", [each.id for each in planned().clarifications])
@pytest.mark.parametrize("words", ["default", "Something quite different, in words"])
def test_an_answer_touches_its_question_and_nothing_else(number: str, words: str) -> None:
    before = planned()
    answer = Answer(question_id=number, text=words, by="mona")
    after = planned(STORY, answer, asked=asked(before), before=(before,))
    digit = int(number.removeprefix("Q"))
    touched = {each.id for each in changes(before, after)}
    assert {number, f"A-{digit}"} <= touched
    # One risk counts the defaults that still stand, and a decision may rest on the answer.
    (defaults,) = [each.id for each in before.architecture.risks if each.matter == "defaults"]
    resting = {each.id for each in after.architecture.decisions if number in each.because}
    assert touched <= {number, f"A-{digit}", defaults} | resting
    old, new = before.model_dump(mode="json"), after.model_dump(mode="json")
    changed = {key for key in old if old[key] != new[key]}
    assert changed <= {"clarifications", "assumptions", "architecture", "refinement", "prd"}
    drawn = {key for key in old["architecture"] if old["architecture"][key] != new["architecture"][key]}
    assert drawn <= {"decisions", "tradeoffs", "risks", "language"}
    assert {key for key in old["prd"] if old["prd"][key] != new["prd"][key]} <= {"understood"}


def test_an_answer_stays_with_its_question_when_the_document_asks_another_first() -> None:
    before = planned()
    answers = tuple(
        Answer(question_id=each.id, text=f"About {each.text}", by="mona") for each in before.clarifications
    )
    edited = STORY + "\n- A member can pay for a loan by card.\n"

    after = planned(edited, *answers, asked=asked(before))

    assert {each.text: each.answer for each in after.clarifications if each.answer} == {
        each.text: f"About {each.text}" for each in before.clarifications
    }
    (new,) = [each for each in after.clarifications if not each.answer]
    assert new.id not in {each.id for each in before.clarifications}
    assert "money" in new.text


def test_a_number_whose_question_is_gone_is_given_to_no_other() -> None:
    before = planned(PAID)
    kept = {each.text for each in planned().clarifications}
    gone = next(each for each in before.clarifications if each.text not in kept)
    answer = Answer(question_id=gone.id, text="Stripe", by="mona")
    after = planned(STORY, answer, asked=asked(before))
    assert gone.id not in {each.id for each in after.clarifications}
    assert f"There is no question {gone.id}; nothing changed." in {
        each.outcome for each in after.refinement.applied
    }


@pytest.mark.parametrize(
    ("line", "question"),
    [
        ("How long is a typical level? TBD", "How long is a typical level?"),
        ("Consideration: How to handle a loan nobody returns?", "How to handle a loan nobody returns?"),
        (
            "Retention of lost tools: TBD",
            "Retention of lost tools: what shall it be?",
        ),
    ],
)
def test_what_the_document_leaves_open_is_asked_as_a_question(line: str, question: str) -> None:
    pack = planned(f"{TOOLS}\n## Open questions\n\n- {line}\n")
    assert question in {each.text for each in pack.clarifications}


def test_a_wish_for_a_language_settles_the_question_about_it_and_goes_before_an_answer() -> None:
    first = planned()
    (language,) = [each.id for each in first.clarifications if each.changes == "every file"]
    answer = Answer(question_id=language, text="default", by="mona")

    def wished(text: str, *answers: Answer) -> ArchitecturePack:
        outcome = plan(
            PlannerInputs(
                body=STORY,
                asked=asked(first),
                answers=answers,
                refinements=(Remark(text=text, by="mona"),),
                before=reasons_known((first,)),
            )
        )
        assert isinstance(outcome, ArchitecturePack)
        return outcome

    for pack in (wished("use Rust"), wished("use Rust", answer)):
        assert language not in {each.id for each in pack.clarifications}
        assert [each.title for each in pack.architecture.decisions if "Rust" in each.title] == ["Use Rust"]
    for text in ("do not use Rust", "use MySQL"):
        assert language in {each.id for each in wished(text).clarifications}


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("a library", "library"),
        ("A web application, please", "web_app"),
        ("we want a command-line tool for now", "cli"),
        ("services", "service"),
        ("own accounts with a library card number", None),
        ("a mobile app-like page", None),
    ],
)
def test_an_answer_names_a_kind_only_where_it_means_the_kind(words: str, kind: str | None) -> None:
    vague = "# Bikes\nWe need something to manage our bikes. It should be good.\n"
    first = planned(vague)
    (asked_for,) = [each for each in first.clarifications if each.changes == "the whole architecture"]
    second = planned(vague, Answer(question_id=asked_for.id, text=words, by="mona"), asked=asked(first))
    assert second.architecture.kind == (kind or first.architecture.kind)


TWICE = STORY.replace(
    "- A member can return a tool.\n",
    "- A member can return a tool.\n"
    "- Clerks can print late notices.\n"
    "- Clerks must not print late notices.\n"
    "- Guests can see the loan history.\n"
    "- Guests must not see the loan history.\n",
)


def test_two_questions_in_the_same_words_keep_the_number_each_was_asked_under() -> None:
    before = planned(TWICE)
    first, second = (each for each in before.clarifications if "is allowed" in each.text)
    assert first.text == second.text
    answer = Answer(question_id=second.id, text="b", by="mona")
    after = planned(TWICE, answer, asked=asked(before), before=(before,))
    assert [each.id for each in after.clarifications] == [each.id for each in before.clarifications]
    assert [each.answer for each in after.clarifications if each.answer] == [second.options[1]]
    mended = TWICE.replace("- Clerks must not print late notices.\n", "")
    (left,) = (
        each
        for each in planned(mended, answer, asked=asked(before), before=(before,)).clarifications
        if "is allowed" in each.text
    )
    assert (left.id, left.answer) == (second.id, second.options[1])
