"""Comments on single lines of the plan: “drop this” is about what the line shows."""

import pytest

from tests.agents.edited import DROPPED, outcomes, planned

D_ROW = "| D1 One server, R-4 in it | R-4 needs no more | parts scale together |"
Q_ROW = "- Q2 How long is R-4 kept? (default: 7 years; changes storage)"


@pytest.mark.parametrize(
    ("line", "words", "said"),
    [
        ("- R-4 A member can export loans", "drop this", DROPPED.format("R-4")),
        ("- R-4 A member can export loans", "Remove", DROPPED.format("R-4")),
        ("- R-4 A member can export loans", "not needed", DROPPED.format("R-4")),
        ("- R-4 after R-5, A member can export loans", "could you drop this one?", DROPPED.format("R-4")),
        ("- R-4 A member can export loans", "should leave out old ones", "Added your words to R-4."),
        ("- R-4 A member can export loans", "drop R-5", DROPPED.format("R-5")),
        ('+"text": "A member can export loans",', "drop this", DROPPED.format("R-4")),
        (
            "| Pages | R-1, R-4 |",
            "drop this",
            "I cannot tell which entry of the plan that line is about: say it by id; nothing changed.",
        ),
        ("- R-4 A member can export loans", "We do not need this.", DROPPED.format("R-4")),
        (
            "| Server | interface |  | Serves the pages, and checks who asks | R-4 |",
            "drop this",
            "Dropped component api.",
        ),
        ("| Server | interface |  | Serves the pages … |", "rename this to Gate", "Renamed api to “Gate”."),
        ("| Server | interface |  | Serves the pages … |", "drop R-4", DROPPED.format("R-4")),
        (
            D_ROW,
            "drop this",
            "D1 follows from what the plan demands: say what you want instead, such as “use",
        ),
        (D_ROW, "drop R-4", DROPPED.format("R-4")),
        (
            D_ROW,
            "use MySQL instead of PostgreSQL",
            "Recorded as constraint C-1; the plan uses MySQL where it named PostgreSQL.",
        ),
        (
            Q_ROW,
            "10 years",
            "That line is question 2, and a question takes an answer: `/answer 2 10 years`; nothing changed.",
        ),
        (
            Q_ROW,
            "make it 10 years",
            "That line is question 2, and a question takes an answer: `/answer 2 make it 10 years`; noth",
        ),
        (
            Q_ROW,
            "drop this",
            "That line is question 2, and a question takes an answer: `/answer 2 …`; nothing changed.",
        ),
        (Q_ROW, "drop R-4", DROPPED.format("R-4")),
        (Q_ROW, "drop requirement R-4 please", DROPPED.format("R-4")),
        (Q_ROW, "constraint: hosted in the EU", "Recorded as constraint C-1"),
        (Q_ROW, "Why do you ask?", "That reads as a question"),
        (Q_ROW, "LGTM", "That asks for no change."),
        ("- R-4 A member can export loans", "Why?", "That reads as a question"),
        ("- R-4 A member can export loans", "LGTM", "That asks for no change."),
    ],
)
def test_a_comment_on_a_line_is_about_what_the_line_shows(line: str, words: str, said: str) -> None:
    (outcome,) = outcomes(f"> summary.md, line 7: {line}\n\n{words}")
    assert outcome.startswith(said)


@pytest.mark.parametrize(
    ("line", "words", "kept"),
    [
        ("- R-4 A member can export loans", "As in the old shop, please.", "R-4: As in the old shop, please"),
        ("- R-4 A member can export loans", "Make it blue", "make R-4 blue"),
        (
            "| Server | interface |  | Serves … |",
            "As in the old shop",
            "component Server: As in the old shop",
        ),
        (D_ROW, "We know MySQL better.", "decision D1 (One server, R-4 in it): We know MySQL better"),
        (D_ROW, "This is too slow.", "decision D1 (One server, R-4 in it): This is too slow"),
        ("Some words of the summary", "As in the old shop", "As in the old shop"),
    ],
)
def test_words_that_are_only_kept_are_kept_with_what_they_are_about(line: str, words: str, kept: str) -> None:
    pack = planned(f"> summary.md, line 7: {line}\n\n{words}")
    assert pack.prd.constraints[-1].text == kept


def test_each_comment_on_a_line_is_a_wish_of_its_own_in_its_own_words() -> None:
    text = "A few notes below.\n\n> s.md, line 7: - R-4 A member\n\ndrop this\n\n> s.md, line 8: - R-5 A member\n\ncan wait"
    applied = planned(text).refinement.applied
    assert [(each.text, each.changed_ids) for each in applied] == [
        ("drop this", ("R-4",)),
        ("can wait", ("R-5",)),
    ]
