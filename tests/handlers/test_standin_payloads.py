"""The stand-in's webhooks, which GitHub's own description judges, are read like GitHub's."""

from handlers.route import commands, run_key
from policies import commands as c
from tests.conftest import Standin


async def test_a_label_and_a_comment_on_the_stand_in_start_and_ask(github: Standin) -> None:
    repo = await github.repo("acme/shop")
    await github.role("acme/shop", mona="write")
    mona = github.as_user("mona")
    issue = (await mona.post(f"{repo}/issues", {"title": "PRD", "body": "Build a shop."})).json
    where = f"{repo}/issues/{issue['number']}"
    await mona.post(f"{where}/labels", {"labels": ["signalbox"]})
    await mona.post(f"{where}/comments", {"body": "/answer 1 yes\n/answer 2 no"})
    await mona.post(f"{where}/comments", {"body": "Thanks!"})
    await mona.patch(where, {"body": "Build a better shop."})
    heard = [
        (run_key(event, payload), tuple(type(each) for _, each in commands(event, payload, delivery="d")))
        for event, payload in github.webhooks
        if run_key(event, payload)
    ]
    key = f"acme/shop#{issue['number']}"
    assert heard == [(key, (c.Start,)), (key, (c.Answers,)), (key, (c.PrdEdited,))]
