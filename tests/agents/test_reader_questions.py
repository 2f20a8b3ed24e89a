"""What a reader takes for an open question: doubts, gaps, questions without a mark, choices left open, and none that is answered."""

import pytest

from agents.builtin.reader import Findings, read
from agents.builtin.reader.words.doubt import asks, doubts
from tests.agents.kinds import Found, kinds

OPEN = (
    "Stamps: TBD",
    "Paper or card, still to be chosen",
    "Store scans on disk or on tape - needs decision",
    "It is not clear who opens the letters",
    "Whether guests may print has to be decided by the office",
    "We have to find out how the old printer is addressed",
    "Need to figure out the rules for refunds",
    "Legal to confirm if names may be printed",
    "Check with Ida whether the printer has a clock",
    "Paper roles: not yet defined",
    "The longest bill has XX pages, at most XX MB",
    "The number of copies is subject to change",
    "Awaiting an answer from the paper mill",
    "The mill sends e-mail (unconfirmed)",
    "Open: who pays for stamps",
    "Depends on the decision of the board",
    "To discuss: late fees",
    "Investigate options for printing at night",
    "what about returned letters",
    "no idea yet how we print in the dark",
    "We haven't made up our minds about colours",
    "The size of the paper is up for discussion",
    "There is no decision on the colour",
    "Which fonts we use is still open",
    "I'm unsure whether stamps are needed",
    "Wer die Briefe öffnet, wissen wir noch nicht",
    "Das Format muss noch geklärt werden",
    "Le format reste à définir",
    "Falta definir el tamaño",
    "Prices to be confirmed with marketing",
    "The budget has to be confirmed by legal",
    "Non è ancora chiaro chi paga",
)
SETTLED = (
    "Clerks decide which bill is printed first",
    "The order is confirmed by mail",
    "A clerk can select the seat to be printed",
    "The clerk can also be asked for a copy",
    "An answer is awaited for at most two seconds",
    "Shirts come in L, XL and XXL",
    "Bills that are not paid are shown in red",
    "Open a bill by its number",
    "The list shows pending bills (open, paid, pending)",
    "Check with the scanner that the code is readable",
    "Bills above $X need two signatures",
    "I want the list to be updated every hour",
    "The page needs to be updated by a nightly job",
    "Bookings have to be confirmed by mail",
)
MARKLESS = (
    "Should clerks be able to swap bills",
    "Do we need colours",
    "Can a guest have two bills",
)
MARKED_OTHERWISE = (
    "Should automatically be printed",
    "Can also be printed in colour",
    "Can print bills",
    "Do not print twice",
    "Does it. Always.",
)


@pytest.mark.parametrize("text", OPEN)
def test_a_doubt_is_an_open_question(text: str) -> None:
    assert doubts(text)


@pytest.mark.parametrize("text", SETTLED)
def test_what_is_settled_is_no_question(text: str) -> None:
    assert not doubts(text)
    assert not asks(text)


def test_a_question_may_lack_its_mark() -> None:
    assert [text for text in (*MARKLESS, *MARKED_OTHERWISE) if asks(text)] == list(MARKLESS)


PLACES: dict[str, tuple[str, Found]] = {
    "a doubt in brackets leaves the function standing": (
        "# Bills\n## Features\n- Print bills by night [NEEDS CLARIFICATION: in colour?]\n- Find a bill\n",
        [("functional", 3), ("question", 3), ("functional", 4)],
    ),
    "a question that the entry answers is a behaviour": (
        "# Bills\n## Edge cases\n- What happens when the paper is empty? The printer beeps and waits for more.\n- What happens at night?\n## Features\n- Print a bill\n",
        [("functional", 3), ("question", 4), ("functional", 6)],
    ),
    "a thought after a question is no demand": (
        "# Bills\n## Features\n- Print a bill\n- Do we need an app? A page might be enough.\n",
        [("functional", 3), ("question", 4)],
    ),
    "questions beside other things of a heading": (
        "# Bills\n## Next steps and open questions\n- Which paper\n## Questions for the team\nWho prints by night? And who opens?\n## Features\n- Print a bill\n",
        [("question", 3), ("question", 5), ("functional", 7)],
    ),
    "resolved ones are told": (
        "# Bills\n## Resolved open questions\n- Which paper: A4\n## Features\n- Print a bill\n",
        [("functional", 5)],
    ),
    "two technologies of which one is to be chosen": (
        "# Bills\n## Stack\n- Store: Redis or Memcached\n- Queue: Redis\n- Reader: an OpenAI or Claude-compatible service\n",
        [("constraint", 3), ("question", 3), ("constraint", 4), ("constraint", 5)],
    ),
    "what stands before the sentence that announces a list": (
        "# Bills\n## Features\nThe printer must never print a bill twice. It offers:\n\n- Printing in colour\n- Printing by night\n",
        [("functional", 3), ("functional", 5), ("functional", 6)],
    ),
}


@pytest.mark.parametrize("case", PLACES.values(), ids=PLACES.keys())
def test_where_questions_stand(case: tuple[str, Found]) -> None:
    text, found = case
    assert kinds(text) == found


def test_only_questions_of_a_paragraph_of_questions_are_open() -> None:
    outcome = read(
        "# Bills\n## Open questions\nThe mill is in Graz. Who fetches the paper? The paper is thin.\n"
    )
    assert isinstance(outcome, Findings)
    assert [each.text for each in outcome.of("question")] == ["Who fetches the paper?"]
