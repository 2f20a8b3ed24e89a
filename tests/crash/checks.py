"""What happens to the pull request of a flow besides the App: its checks report, and people review it."""

from collections.abc import Mapping

from policies.run import PullRequest, Run
from tests.stories.seen import REPO, REPOSITORY
from tests.stories.stage import Play


def pull_request_of(run: Run) -> PullRequest:
    """The newest pull request of a unit."""
    return [pull for pull in run.pull_requests.values() if pull.subject != "plan"][-1]


async def green(play: Play) -> None:
    """The check is done and found nothing."""
    head = pull_request_of(await play.run()).commit_sha
    body = {"name": "build", "head_sha": head, "status": "completed", "conclusion": "success"}
    await _reports(play, body)


async def red(play: Play) -> None:
    """A check that tells where it failed, a job of GitHub Actions with a log, and a commit status that tells nothing."""
    head = pull_request_of(await play.run()).commit_sha
    status = {"state": "failure", "context": "lint", "description": "one line is too long"}
    await play.person("raj").do("POST", f"{REPO}/statuses/{head}", status)
    # What fails in GitHub Actions, this installation lets the App run again itself.
    await play.granted(actions="write")
    job = {"name": "test", "conclusion": "failure", "log": "E   assert shelf is not None\n"}
    await play.github.control(f"/repos/{REPOSITORY}/workflow-runs", sha=head, jobs=[job])
    at = {"path": "README.md", "start_line": 1, "end_line": 1}
    noted = [{**at, "annotation_level": "failure", "message": "no title"}]
    output = {"title": "1 failed", "summary": "test_borrow failed", "annotations": noted}
    ended = {"status": "completed", "conclusion": "failure", "output": output}
    await _reports(play, {"name": "build", "head_sha": head, **ended})


async def _reports(play: Play, body: Mapping[str, object]) -> None:
    ci = await play.ci_app()
    await ci.as_installation.post(f"{REPO}/check-runs", body)
