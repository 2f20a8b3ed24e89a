"""What an edit of a comment asks for, and what a comment says that holds no command that counts."""

from hashlib import sha256

import pytest

from handlers.route import commands
from policies import commands as c
from policies.people import Person
from tests.handlers.payloads import comment, event, issue

PERSON = Person(id=7, login="mona")
YES = "/signalbox approve plan 4be0a7c1d922"
OURS = issue(labels=("signalbox/your-turn",))
Asked = tuple[tuple[str, c.Command], ...]


def created(body: str) -> Asked:
    return commands("issue_comment", event("created", issue=OURS, comment=comment(body)), delivery="d1")


def edited(before: str, after: str) -> Asked:
    """What the edit brings in, besides that nothing said before stands any more."""
    payload = event("edited", issue=OURS, comment=comment(after), changes={"body": {"from": before}})
    found = commands("issue_comment", payload, delivery="d2")
    return tuple(each for each in found if not isinstance(each[1], c.CommentChanged))


def said(command: c.Command) -> c.Said:
    assert isinstance(command, c.Misread | c.Answer | c.Answers | c.Refine | c.Show | c.Nod)
    return command.said


def cause(body: str) -> str:
    return f"70/edit-{sha256(body.encode()).hexdigest()[:12]}"


def test_an_edited_comment_decides_nothing_and_says_so() -> None:
    ((counted_by, command),) = edited("looks good", YES)
    assert counted_by == cause(YES)
    reason = "An edited comment decides nothing: people may have read it as it was before."
    assert command == c.Misread(said(command), "SB-102", reason, "Write it as a new comment.")
    assert (said(command).by, said(command).comment_id) == (PERSON, 70)


@pytest.mark.parametrize(
    "after", ["/answer 1 no", "/refine smaller", "/status", "/signalbox simulate approve plan 4be0a7c1d922"]
)
def test_what_decides_nothing_may_be_edited_in(after: str) -> None:
    ((counted_by, command),) = edited("fine", after)
    assert counted_by == f"{cause(after)}/1"
    assert not isinstance(command, c.Misread)


def test_only_what_is_new_counts_whether_short_or_not() -> None:
    after = "/answer 1 yes\n/signalbox answer 2 no\n/answer 3 maybe"
    ((counted_by, command),) = edited("/answer 1 yes\n/signalbox answer 2 no", after)
    assert counted_by == f"{cause(after)}/3"
    assert isinstance(command, c.Answer)
    assert (command.question, command.text, command.said.by) == ("Q3", "maybe", PERSON)


def test_answers_edited_in_together_are_one_command_of_the_editor() -> None:
    ((_, command),) = edited("fine", "/answer 1 yes\n/answer 2 no")
    assert isinstance(command, c.Answers)
    assert (command.said.by, [each.text for each in command.each]) == (PERSON, ["yes", "no"])


def test_commands_edited_in_that_cannot_share_a_comment_are_none() -> None:
    after = "/answer 1 yes\n/answer 1 no\n/pause"
    ((counted_by, command),) = edited("fine", after)
    assert counted_by == cause(after)
    assert isinstance(command, c.Misread)
    assert (command.said.by, command.said.comment_id) == (PERSON, 70)


def test_commands_that_cannot_share_a_comment_are_none_and_whoever_wrote_them_is_told() -> None:
    ((counted_by, command),) = created("/approve plan 4be0a7c1d922\n/reject plan")
    assert counted_by == "70/0"
    assert isinstance(command, c.Misread)
    assert command.said.by == PERSON


@pytest.mark.parametrize("line", ["/approve plan 4be0a7c1d922", YES])
def test_a_quoted_command_alone_is_told_to_whoever_wrote_it(line: str) -> None:
    ((counted_by, command),) = created(f"\n> {line}")
    assert counted_by == "70/2"
    reason = "I read commands only outside quotes, code and lists."
    remedy = "Write the line by itself, with an empty line above it."
    assert command == c.Misread(said(command), "SB-113", reason, remedy)
    assert (said(command).by, said(command).at) == (PERSON, "2026-11-21T10:00:00Z")


def test_a_yes_in_plain_words_is_noticed_once_and_names_who() -> None:
    ((counted_by, command),) = created("Looks good, ship it")
    assert (counted_by, command) == ("70/nod", c.Nod(said(command)))
    assert said(command).by == PERSON
    assert edited("Looks", "Looks good, ship it") == ()
