"""Every unit's pull request carries its proof, the plan shows what came of each requirement, and the last comment all of it."""

from handlers.replies.proof import BEGIN, END
from policies.stages import Stage
from tests.stories.shortcuts import approve_unit, delivering
from tests.stories.stage import REPO, Play


def record_in(body: str) -> str:
    """The proof record in a pull request's text, which holds it once."""
    (record,) = body.split(BEGIN)[1:]
    shown, ended, _ = record.partition(END)
    assert ended
    return shown


async def test_a_pull_request_proves_what_it_brings_and_keeps_up_with_its_checks(play: Play) -> None:
    run = await delivering(play, "U-01", "U-03")
    pull = await approve_unit(play, "U-01")
    approval = (await play.run()).units["U-01"].approval
    assert approval is not None

    body = (await play.pull(pull.number))["body"]
    shown = record_in(body)
    assert (
        f"{REPO.removeprefix('/repos/')}/issues/{approval.thread}#issuecomment-{approval.comment_id}" in shown
    )
    assert pull.digest[:12] in shown
    assert "| Checks | none has reported |" in shown
    assert "`test/health.test.js`" in shown
    assert "head `" in shown

    note = "Looks right to me."
    await play.person("raj").do("PATCH", f"{REPO}/pulls/{pull.number}", {"body": f"{body}\n\n{note}"})
    await play.ci(pull.commit_sha, "success")
    await play.ci(pull.commit_sha, "success", name="lint")
    await play.merges("raj", pull.number)

    body = (await play.pull(pull.number))["body"]
    assert "build: green" in record_in(body)
    assert body.endswith(note)
    assert (await play.run()).units.keys() == run.units.keys()


async def test_the_plan_and_the_last_comment_show_requirement_unit_pull_request_and_test(play: Play) -> None:
    await delivering(play, "U-01")
    pull = await approve_unit(play, "U-01")
    await play.ci(pull.commit_sha, "success")
    await play.merges("raj", pull.number)
    assert (await play.run()).stage is Stage.DONE

    (plan,) = [c for c in await play.ours("turn") if "✅ Plan v" in c.body]
    last = await play.newest()
    for comment in (plan, last):
        assert "What came of it" in comment.body
        assert f"#{pull.number} |" in comment.body
        assert "`test/health.test.js`" in comment.body
    assert "build: green" in last.body
    assert f"issuecomment-{(await play.run()).approvals[-1].comment_id}" in last.body
    assert "from requirement to unit, pull request and test: [plan v" in (await play.card()).body
