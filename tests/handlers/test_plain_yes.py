"""A yes in plain words is told from talk: what stands alone and says yes, and nothing that says more, less or asks."""

import pytest

from handlers.commands import BY_VERB
from handlers.comments import is_nod, lines

SHORT = tuple(BY_VERB)

NODS = [
    "approve",
    "Approve.",
    "approved",
    "Approved!",
    "I approve",
    "we approve this",
    "approve it",
    "approve plan",
    "Approve the plan.",
    "approve backlog",
    "approve PS-2",
    "approve plan 4be0a7c1d922",
    "approve 4be0a7c1d922",
    "signalbox approve plan 4be0a7c1d922",
    "@signalbox approve",
    "lgtm",
    "LGTM 👍",
    "  LGTM\r\n",
    "\u200blgtm",
    "LGTM, approve",
    "SGTM",
    "looks good",
    "Looks good to me!",
    "looks good, ship it",
    "ship it 🚀",
    "Go ahead.",
]
TALK = [
    "",
    "👍",
    "yes",
    "ok",
    "thanks",
    "approve?",
    "lgtm?",
    "not approved",
    "do not approve",
    "don't approve this",
    "who can approve?",
    "I approve of the idea, but not of the plan",
    "lgtm but rename it",
    "LGTM apart from R-3",
    "looks good, I will read it tomorrow",
    "approve when the tests are green",
    "approve plan and backlog",
    "lgtm lgtm lgtm",
    "approve plan 4be0a7",
    "disapprove",
    "approver",
    "> lgtm",
    "`approve`",
    "- approve",
    "# LGTM",
    "*lgtm*",
    "<!-- lgtm -->",
    "lgtm\n\n> approve",
    "аpprove",
    "approve " * 40,
]


@pytest.mark.parametrize("body", NODS, ids=ascii)
def test_a_yes_in_plain_words_is_no_command_and_is_known_as_one(body: str) -> None:
    assert lines(body, short=SHORT) == ()
    assert is_nod(body)


@pytest.mark.parametrize("body", TALK, ids=ascii)
def test_what_people_say_to_each_other_is_none(body: str) -> None:
    assert not is_nod(body)
