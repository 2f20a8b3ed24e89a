"""Answers in words that change nothing: one that stands already, one without a number, and a letter that no choice has."""

import pytest

from tests.stories.prds import PAID, TOOLS
from tests.stories.stage import Play


@pytest.mark.parametrize(
    ("again", "told"),
    [
        ("/answer 1 b", "Question 1 has that answer already, so everything stays as it is."),
        ("/answer 1 the second\n/answer 2 default", "Questions 1 and 2 have these answers already"),
        ("/answer defaults", "Every question has an answer already."),
        ("/answer 1 d", "Question 1 has no choice d: its choices are a to c."),
    ],
)
async def test_what_is_answered_so_already_makes_no_version_and_says_so(
    play: Play, again: str, told: str
) -> None:
    await play.opens("mona", TOOLS)
    await play.says("mona", "/answer 1 b\n/answer defaults")
    run = await play.run()

    said = await play.says("mona", again)

    assert said.reactions == {"eyes": 1, "confused": 1}
    assert (await play.run()).plans == run.plans
    assert told in (await play.newest("turn")).body


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("Stripe, in Germany", "/signalbox answer {} Stripe, in Germany"),
        ("`x`", "/signalbox answer {} …"),
    ],
)
async def test_an_answer_without_a_number_is_given_back_as_the_line_to_say(
    play: Play, words: str, line: str
) -> None:
    await play.opens("mona", PAID)
    (held,) = (await play.run()).blocking

    await play.says("mona", f"/answer {words}")

    assert (await play.run()).replies == ()
    told = (await play.newest("turn")).body
    assert "I cannot tell which question this answers." in told
    assert line.format(held.removeprefix("Q")) in told
