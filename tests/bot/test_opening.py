"""Pull requests are opened as drafts where the repository's plan has drafts, and with its template where that can be read."""

import base64

import pytest

from bot.errors import Invalid
from bot.github import Reader, Talker
from bot.opening import opened, template_of
from bot.place import Place
from tests.stand_ins.scripted_github import Give, ScriptedGitHub

PLACE = Place(5, 9, "acme/shop", 1)
PULLS = "POST /repos/acme/shop/pulls"
WANTED = {"title": "Open", "body": "", "head": "signalbox/run-1-u-01-v1", "base": "main"}
NO_DRAFTS = Give(422, {"message": "Draft pull requests are not supported in this repository.", "errors": []})
NO_COMMITS = Give(
    422,
    {
        "message": "Validation Failed",
        "errors": [
            {"resource": "PullRequest", "code": "custom", "message": "No commits between main and it"}
        ],
    },
)


async def test_where_there_are_no_drafts_it_is_ready_from_the_start(
    scripted: ScriptedGitHub, talker: Talker
) -> None:
    scripted.script = [NO_DRAFTS, Give(201, {"number": 7})]
    assert (await opened(talker, PLACE, WANTED, draft=True))["number"] == 7
    assert [call.body for call in scripted.calls[-2:]] == [{**WANTED, "draft": True}, WANTED]


@pytest.mark.parametrize(
    ("answer", "draft"),
    [(NO_COMMITS, True), (NO_COMMITS, False), (NO_DRAFTS, False)],
    ids=["as a draft", "ready", "about drafts, though none was asked for"],
)
async def test_any_other_no_is_not_asked_a_second_time(
    scripted: ScriptedGitHub, talker: Talker, answer: Give, *, draft: bool
) -> None:
    scripted.script = [answer]
    with pytest.raises(Invalid):
        await opened(talker, PLACE, WANTED, draft=draft)
    assert scripted.asked == [PULLS]


@pytest.mark.parametrize(
    ("content", "template"), [(b"## What\n", "## What\n"), (b"\xff\xfe#", "")], ids=["text", "other bytes"]
)
async def test_a_template_that_is_no_text_is_as_none(
    scripted: ScriptedGitHub, reader: Reader, content: bytes, template: str
) -> None:
    name = template.encode().hex().ljust(40, "0")
    entry = {"path": ".github/pull_request_template.md", "mode": "100644", "type": "blob", "sha": name}
    scripted.script = [
        Give(value={"default_branch": "main"}),
        Give(value={"object": {"sha": name}}),
        Give(value={"tree": {"sha": "b" * 40}}),
        Give(value={"sha": "b" * 40, "truncated": False, "tree": [entry]}),
        Give(value={"content": base64.b64encode(content).decode()}),
    ]
    assert await template_of(reader, PLACE) == template
    assert scripted.script == []


@pytest.mark.parametrize("status", [404, 409], ids=["no such branch", "no commit at all"])
async def test_where_there_is_no_default_branch_there_is_no_template(
    scripted: ScriptedGitHub, reader: Reader, status: int
) -> None:
    gone = [Give(value={"default_branch": "main"}), Give(status, {"message": "No."})]
    scripted.script = [*gone, *gone]
    assert await template_of(reader, PLACE) == ""
    assert scripted.script == []
