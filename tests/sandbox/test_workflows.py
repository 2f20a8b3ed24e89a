"""GitHub Actions as the stand-in plays it: runs, jobs, logs elsewhere, and another try."""

import aiohttp
import pytest

from tests.conftest import Standin
from tests.github.client import RegisteredApp

SHOP = "/repos/acme/shop"
RED: dict[str, object] = {
    "name": "test",
    "conclusion": "failure",
    "log": "2026-01-01T00:00:00.0000000Z no shelf\n",
}


@pytest.fixture
async def shop(github: Standin) -> Standin:
    """acme/shop with one commit."""
    await github.repo("acme/shop")
    return github


@pytest.fixture
async def app(shop: Standin) -> RegisteredApp:
    """An App that may see Actions and start them again."""
    permissions = {"actions": "write", "checks": "write", "metadata": "read"}
    return await shop.app("acme", permissions=permissions, events=["workflow_run", "check_run"])


async def ran(shop: Standin, *jobs: dict[str, object], **more: object) -> dict[str, list[int]]:
    """Actions came to this on the head of the default branch."""
    sha = shop.world.repos["acme", "shop"].git.ref("refs/heads/main")
    answer: dict[str, list[int]] = await shop.control(
        f"{SHOP}/workflow-runs", sha=sha, jobs=list(jobs), **more
    )
    return answer


async def test_a_run_has_jobs_that_are_check_runs_and_all_of_it_is_told(
    shop: Standin, app: RegisteredApp
) -> None:
    made = await ran(shop, RED, {"name": "lint", "conclusion": "success"})
    (run,) = (await app.as_installation.get(f"{SHOP}/actions/runs")).json["workflow_runs"]
    assert (run["name"], run["status"], run["conclusion"], run["run_attempt"]) == (
        "CI",
        "completed",
        "failure",
        1,
    )
    jobs = (await app.as_installation.get(f"{SHOP}/actions/runs/{run['id']}/jobs")).json["jobs"]
    assert [job["id"] for job in jobs] == made["jobs"]
    check = (await app.as_installation.get(f"{SHOP}/check-runs/{jobs[0]['id']}")).json
    assert (check["name"], check["app"]["slug"]) == ("test", "github-actions")
    assert shop.told("workflow_run") == ["workflow_run.requested", "workflow_run.completed"]
    assert shop.told("check_suite").count("check_suite.completed") == 1
    by_sha = await app.as_installation.get(f"{SHOP}/actions/runs", head_sha="0" * 40)
    assert by_sha.json["total_count"] == 0
    assert (await app.as_installation.get(f"{SHOP}/actions/workflows")).json["total_count"] == 1


async def test_a_log_lies_elsewhere_for_a_minute_and_wants_no_token(
    shop: Standin, app: RegisteredApp
) -> None:
    made = await ran(shop, RED)
    logs = f"{SHOP}/actions/jobs/{made['jobs'][0]}/logs"
    sent = await app.as_installation.get(logs)
    assert sent.status == 302
    where = sent.headers["Location"]
    assert (await shop.operator.get(where)).json == b"2026-01-01T00:00:00.0000000Z no shelf\n"
    async with aiohttp.ClientSession() as session:
        carried = {"Authorization": "Bearer x"}
        async with session.get(where, headers=carried) as refused:
            assert refused.status == 400
    shop.world.clock.advance(61)
    assert (await shop.operator.get(where)).status == 403


async def test_a_job_that_runs_has_no_log_yet_and_an_old_one_none_any_more(
    shop: Standin, app: RegisteredApp
) -> None:
    made = await ran(shop, {"name": "test", "status": "in_progress"})
    logs = f"{SHOP}/actions/jobs/{made['jobs'][0]}/logs"
    assert (await app.as_installation.get(logs)).status == 404
    await ran(shop, {**RED, "log": None})
    assert (await app.as_installation.get(logs)).status == 410
    assert (await app.as_installation.get(f"{SHOP}/actions/jobs/1/logs")).status == 404


@pytest.mark.parametrize("what", ["runs/{run}/rerun-failed-jobs", "runs/{run}/rerun", "jobs/{job}/rerun"])
async def test_another_try_gives_new_jobs_and_not_while_it_runs(
    shop: Standin, app: RegisteredApp, what: str
) -> None:
    made = await ran(shop, RED, {"name": "lint", "conclusion": "success"})
    run, job = made["run"], made["jobs"][0]
    path = f"{SHOP}/actions/{what.format(run=run, job=job)}"
    assert (await app.as_installation.post(path)).status == 201
    refused = await app.as_installation.post(path)
    assert (refused.status, refused.json["message"]) == (403, "This workflow is already running")
    jobs = {
        each["name"]: each
        for each in (await app.as_installation.get(f"{SHOP}/actions/runs/{run}/jobs")).json["jobs"]
    }
    assert (jobs["test"]["run_attempt"], jobs["test"]["status"]) == (2, "queued")
    assert jobs["lint"]["run_attempt"] == (2 if what.endswith("/rerun") and "runs" in what else 1)
    await ran(shop, {"name": "test", "conclusion": "success"}, {"name": "lint", "conclusion": "success"})
    shown = (await app.as_installation.get(f"{SHOP}/actions/runs/{run}")).json
    assert (shown["conclusion"], shown["run_attempt"]) == ("success", 2)


async def test_what_never_began_has_no_jobs(shop: Standin, app: RegisteredApp) -> None:
    await ran(shop, conclusion="startup_failure")
    (run,) = (await app.as_installation.get(f"{SHOP}/actions/runs", status="completed")).json["workflow_runs"]
    assert (await app.as_installation.get(f"{SHOP}/actions/runs/{run['id']}/jobs")).json["total_count"] == 0


async def test_who_may_not_see_actions_is_told_so(shop: Standin) -> None:
    made = await ran(shop, RED)
    blind = await shop.app("acme", name="blind", permissions={"checks": "write"}, events=[])
    assert (await blind.as_installation.get(f"{SHOP}/actions/jobs/{made['jobs'][0]}/logs")).status == 403
    assert (await blind.as_installation.post(f"{SHOP}/actions/jobs/{made['jobs'][0]}/rerun")).status == 403
