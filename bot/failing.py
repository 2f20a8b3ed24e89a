"""Reads what red checks said, and asks CI to try them again; both only as far as this installation lets us."""

from collections.abc import Mapping
from typing import Any

from bot.actions import read_log, reader_of, run_jobs_again
from bot.errors import Forbidden, GitHubError, Invalid, NotFound
from bot.github import Hub, Reader, Talker
from bot.place import Place
from policies.checks import OWN, Check, state_of
from policies.failures import CHECKS, Failure, Raw, failure

# https://docs.github.com/en/rest/checks/runs#list-check-run-annotations
_ANNOTATIONS = 50


async def read_failure(hub: Hub, place: Place, sha: str, red: tuple[Check, ...], *, app_id: str) -> Failure:
    """What the red checks said, in the order of their names: annotations, then their own words, then the end of a job's log."""
    reader, actions = hub.reader(place.installation, place.repository_id), await reader_of(hub, place)
    names = {check.name for check in red}
    found: list[Raw] = []
    for run in await _red_runs(reader, place, sha, app_id=app_id):
        if run["name"] in names and len(found) < CHECKS:
            said = (*await _annotations(reader, place, run), *_output(run))
            found.append(Raw(run["name"], said, await read_log(actions, place, run)))
    if any(check.kind == "status" for check in red):
        combined = await reader.get(f"{place.path}/commits/{sha}/status")
        found += [
            Raw(status["context"], (str(status["description"] or ""),))
            for status in combined["statuses"]
            if status["context"] in names and status["state"] in {"failure", "error"}
        ]
    return failure(sorted(found, key=lambda each: each.check))


async def run_again(hub: Hub, place: Place, sha: str, names: tuple[str, ...], *, app_id: str) -> str:
    """Ask for each red check once more; why that could not be asked for any of them, or an empty text.

    Actions is asked itself where we may; whoever else reports checks, and Actions where we may not, hears of it from GitHub.
    https://docs.github.com/en/rest/checks/runs#rerequest-a-check-run
    """
    talker = hub.talker(place.installation, place.repository_id)
    red: list[Mapping[str, Any]] = []
    for _ in range(2):
        # We were told that they are red; a list that does not show it yet is read again.
        if not red:
            red = [run for run in await _red_runs(talker, place, sha, app_id=app_id) if run["name"] in names]
    done = await run_jobs_again(hub, place, red)
    asked, why = len(done), "nobody reports these checks whom I could ask"
    for run in red:
        if int(run["id"]) in done:
            continue
        refused = await _rerequested(talker, place, run)
        asked += refused is None
        why = f"GitHub refused to run `{run['name']}` again: {refused}"[:300] if refused is not None else why
    return "" if asked else why


async def _rerequested(talker: Talker, place: Place, run: Mapping[str, Any]) -> str | None:
    """Ask for one check run once more; what GitHub says against it. One that is listed and not found is asked for twice."""
    told = ""
    for _ in range(2):
        try:
            await talker.post(f"{place.path}/check-runs/{run['id']}/rerequest")
        except NotFound as error:
            told = error.message
        except (Forbidden, Invalid) as error:
            return error.message
        else:
            return None
    return told


async def _red_runs(reader: Reader, place: Place, sha: str, *, app_id: str) -> list[Mapping[str, Any]]:
    runs = await reader.get_all(f"{place.path}/commits/{sha}/check-runs", filter="latest")
    return [
        run
        for run in runs
        if state_of(run["status"], run["conclusion"]) == "red"
        and str((run["app"] or {}).get("id")) != app_id
        and run["name"] != OWN
    ]


async def _annotations(reader: Reader, place: Place, run: Mapping[str, Any]) -> tuple[str, ...]:
    """`src/app.py:12: message`, as the check tells where it failed."""
    if not run["output"]["annotations_count"]:
        return ()
    try:
        found = await reader.get(f"{place.path}/check-runs/{run['id']}/annotations", per_page=_ANNOTATIONS)
    except GitHubError:
        return ()
    return tuple(
        f"{each['path']}:{each['start_line']}: {each['message'] or ''}"
        for each in found
        if each["annotation_level"] != "notice"
    )


def _output(run: Mapping[str, Any]) -> tuple[str, ...]:
    output = run["output"]
    return tuple(str(output[part]) for part in ("title", "summary", "text") if output[part])
