"""Who is behind a delivery, as far as its payload tells, and what the App's own deliveries carry."""

from typing import Any

import pytest

from handlers.comments import _blocks
from handlers.incoming import belongs
from handlers.route import commands, edited_by, spoken_by
from policies import commands as c
from policies.people import Person
from tests.handlers.payloads import BOT, MONA, RAJ, SHA, comment, event, issue

AT = "2026-11-21T10:00:00Z"
PERSON = Person(id=7, login="mona")
OURS = issue(labels=("signalbox/your-turn",))
EDITED = {"body": {"from": "old"}}


@pytest.mark.parametrize(
    ("name", "payload", "by"),
    [
        ("issue_comment", event("created", issue=OURS, comment=comment("/status")), PERSON),
        ("issue_comment", event("edited", issue=OURS, comment=comment("/status"), changes=EDITED), PERSON),
        ("issue_comment", event("deleted", issue=OURS, comment=comment("/status")), None),
        ("issue_comment", event("created", issue=OURS, comment=comment("/status", id=None)), None),
        ("issues", event("closed", issue=OURS), None),
        ("nothing we know", {}, None),
    ],
    ids=["a comment", "an edit", "a deletion", "a comment without an id", "a closed issue", "nothing"],
)
def test_words_are_somebody_s(name: str, payload: dict[str, Any], by: Person | None) -> None:
    said = spoken_by(name, payload)
    assert (None if said is None else (said.by, said.at)) == (None if by is None else (by, AT))


def test_the_one_who_edits_the_text_of_an_issue_is_its_editor() -> None:
    edited = event("edited", issue=OURS, changes=EDITED, sender=RAJ)
    assert edited_by("issues", edited) == Person(id=8, login="raj")
    assert edited_by("issues", event("closed", issue=OURS)) is None
    assert commands("issues", edited, delivery="d1") == (("d1", c.PrdEdited(Person(id=8, login="raj"))),)


MONAS = issue(user=MONA)


@pytest.mark.parametrize(
    ("payload", "theirs"),
    [
        (event("created", issue=issue(), comment=comment("x", author_association="OWNER")), True),
        (event("created", issue=issue(), comment=comment("x", author_association="MEMBER")), True),
        (event("created", issue=issue(), comment=comment("x", author_association="COLLABORATOR")), True),
        (event("created", issue=issue(), comment=comment("x", author_association="CONTRIBUTOR")), False),
        (event("created", issue=MONAS, comment=comment("x", author_association="NONE")), True),
        (event("created", issue=MONAS, comment=comment("x", author_association="NONE"), sender=BOT), False),
        (event("created", issue=issue(34, user=MONA), comment=comment("x", author_association="NONE")), False),
        (event("submitted", review={"author_association": "MEMBER"}), True),
        (event("submitted", review={"author_association": "NONE"}, comment=comment("x", author_association="OWNER")), False),
    ],
    ids=["owner", "member", "collaborator", "contributor", "the author", "not the author", "of another issue", "a review", "a stranger's review"],
)  # fmt: skip
def test_whoever_belongs_to_the_repository_or_opened_the_issue_belongs(
    payload: dict[str, Any], *, theirs: bool
) -> None:
    assert belongs(payload, issue=12) is theirs


@pytest.mark.parametrize(
    ("association", "private", "opener", "outside"),
    [
        ("NONE", False, RAJ, True),
        ("CONTRIBUTOR", False, RAJ, True),
        ("COLLABORATOR", False, RAJ, False),
        ("NONE", True, RAJ, False),
        ("NONE", False, MONA, False),
        ("", False, RAJ, False),
    ],
    ids=["nobody known", "wrote code before", "let in", "everybody who reads was let in", "opened the issue", "not told"],
)  # fmt: skip
def test_whoever_has_no_ties_to_a_public_repository_is_outside(
    association: str, opener: dict[str, Any], *, private: bool, outside: bool
) -> None:
    payload = event(
        "created", issue=issue(user=opener), comment=comment("/sb help", author_association=association)
    )
    payload["repository"] = payload["repository"] | {"private": private}
    ((_, command),) = commands("issue_comment", payload, delivery="d1")
    assert isinstance(command, c.Show)
    assert command.said.outside is outside


@pytest.mark.parametrize(
    ("name", "fields", "command"),
    [
        ("kept", {"pull_request": 41, "what": "draft", "reason": "x"}, c.PullRequestKept(41, "draft", "x")),
        (
            "pushed",
            {"ref": "main", "sha": SHA, "by": {"id": 7, "login": "mona"}, "paths": ["a.py"]},
            c.Pushed("main", SHA, PERSON, ("a.py",)),
        ),
        ("quiet", {"length": 9}, c.Quiet(9)),
        ("room", {}, c.RoomMade()),
    ],
)
def test_what_the_app_tells_itself_comes_back_as_its_command(
    name: str, fields: dict[str, Any], command: c.Command
) -> None:
    payload = {"run": "acme/shop#12", **fields}
    assert commands(name, payload, delivery="d1") == (("d1", command),)


# What stands in a comment together.


def spoken(body: str, *, before: str | None = None) -> list[tuple[str, c.Command]]:
    changed = {} if before is None else {"changes": {"body": {"from": before}}}
    action = "created" if before is None else "edited"
    return list(
        commands("issue_comment", event(action, issue=OURS, comment=comment(body), **changed), delivery="d1")
    )


def test_several_wishes_for_one_thing_are_one_wish() -> None:
    said = spoken("/refine plan drop FR-1\n\n/status\n\n/refine plan drop FR-2\n\n/refine backlog drop U-01")
    wishes = [(cause, each.target, each.text) for cause, each in said if isinstance(each, c.Refine)]
    assert wishes == [("70/1", "plan", "drop FR-1\n- drop FR-2"), ("70/7", "backlog", "drop U-01")]
    assert len(said) == 3


def test_an_edit_that_brings_in_what_cannot_stand_together_is_told_so() -> None:
    ((_, misread),) = spoken("/refine plan x\n\n/stop\n\n/pause", before="Hello")
    assert isinstance(misread, c.Misread)
    assert misread.code != "SB-102"


def test_what_the_reader_of_markdown_fails_on_holds_no_command() -> None:
    """It fails on a quoted list that ends in an open HTML comment, where the line end after it is missing."""
    assert list(_blocks("> - <!--\n> ")) == []
