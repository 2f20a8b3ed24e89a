"""A check counts by the App that reports it, where the repository names Apps: a green of the same name is nobody's word."""

from tests.stories.shortcuts import approve_unit, delivering
from tests.stories.stage import REPO, Play

RULES = "ci:\n  required_checks: [build]\n  apps: [ci]\n"


async def test_a_green_of_the_same_name_by_another_app_or_a_person_is_none(play: Play) -> None:
    await play.commits("raj", {".github/signalbox.yml": RULES})
    await delivering(play, "U-03")
    pull = await approve_unit(play, "U-03")
    forger = await play.github.app(
        "acme", name="forger", permissions={"checks": "write", "metadata": "read"}, events=[]
    )
    forged = await forger.as_installation.post(
        f"{REPO}/check-runs",
        {"name": "build", "head_sha": pull.commit_sha, "status": "completed", "conclusion": "success"},
    )
    assert forged.status == 201
    await play.person("raj").do(
        "POST", f"{REPO}/statuses/{pull.commit_sha}", {"state": "success", "context": "build"}
    )
    await play.settled()
    assert (await play.run()).pull_requests[pull.number].checks == "pending"

    await play.ci(pull.commit_sha, "success")

    assert (await play.run()).pull_requests[pull.number].checks == "green"


async def test_a_red_of_the_named_app_counts_whatever_others_say(play: Play) -> None:
    await play.commits("raj", {".github/signalbox.yml": RULES})
    await delivering(play, "U-03")
    pull = await approve_unit(play, "U-03")
    await play.person("raj").do(
        "POST", f"{REPO}/statuses/{pull.commit_sha}", {"state": "success", "context": "build"}
    )

    await play.ci(pull.commit_sha, "failure")

    assert (await play.run()).pull_requests[pull.number].checks == "red"
