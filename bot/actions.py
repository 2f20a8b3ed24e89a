"""GitHub Actions beyond its check runs, as far as whoever installed us lets us: runs of workflows, logs of jobs, another try."""

from collections.abc import Iterable, Mapping
from typing import Any

from bot.errors import Forbidden, GitHubError, Invalid, Limited, NotFound, Retry
from bot.github import Hub, Reader
from bot.github.tokens import ACTIONS, RERUN
from bot.place import Place

# GitHub's own App, which reports the jobs of workflows as check runs. Nobody else can have its slug.
SLUG = "github-actions"
# Bytes of the end of a log that are looked at; only the last few hundred lines are kept of them.
TAIL = 1024 * 1024


async def reader_of(hub: Hub, place: Place) -> Reader | None:
    """Who reads Actions here; None where we were not given `actions: read`."""
    if not await hub.grants(place.installation, "actions", "read"):
        return None
    return hub.reader(place.installation, place.repository_id, ACTIONS)


async def read_runs(reader: Reader, place: Place, sha: str) -> list[Mapping[str, Any]]:
    """The runs of workflows on a commit.

    https://docs.github.com/en/rest/actions/workflow-runs#list-workflow-runs-for-a-repository
    """
    return await reader.get_all(f"{place.path}/actions/runs", head_sha=sha)


async def read_log(reader: Reader | None, place: Place, run: Mapping[str, Any]) -> str:
    """The end of the log of the job behind a check run; empty where there is none, or none that can be had.

    A job and its check run have one id. GitHub sends us to a short-lived address on another host, where we ask without our
    token. https://docs.github.com/en/rest/actions/workflow-jobs#download-job-logs-for-a-workflow-run
    """
    if reader is None or (run["app"] or {}).get("slug") != SLUG:
        return ""
    for _ in range(2):
        try:
            log = await reader.download(f"{place.path}/actions/jobs/{run['id']}/logs")
        except Limited:
            raise
        except Retry:
            continue
        except GitHubError:
            return ""
        return log[-TAIL:].decode("utf-8", "replace")
    # What the log would tell is not worth waiting for: annotations and the check's own words are there.
    return ""


async def run_jobs_again(hub: Hub, place: Place, red: Iterable[Mapping[str, Any]]) -> frozenset[int]:
    """Ask Actions for another try of all that failed in the runs these jobs are of; the check runs it was asked for.

    https://docs.github.com/en/rest/actions/workflow-runs#re-run-failed-jobs-from-a-workflow-run
    """
    jobs = [run for run in red if (run["app"] or {}).get("slug") == SLUG]
    if not jobs or not await hub.grants(place.installation, "actions", "write"):
        return frozenset()
    talker = hub.talker(place.installation, place.repository_id, RERUN)
    asked: dict[int, bool] = {}
    done: set[int] = set()
    for job in jobs:
        try:
            run = int((await talker.get(f"{place.path}/actions/jobs/{job['id']}"))["run_id"])
            if run not in asked:
                asked[run] = False
                await talker.post(f"{place.path}/actions/runs/{run}/rerun-failed-jobs")
                asked[run] = True
        except (Forbidden, NotFound, Invalid):
            continue
        if asked[run]:
            done.add(int(job["id"]))
    return frozenset(done)
