"""What GitHub shows that no delivery may have told: the PRD edited, pull requests ended or pushed to, checks, units' issues.

Each fact becomes the command that the delivery would have become, under a cause made of the fact itself, so that it
counts once here; and where a delivery has told it already, deciding finds nothing new in it.
"""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from bot.github import Reader
from bot.place import Place
from bot.unit_issues import as_closed
from handlers.replies.labels import UNIT
from policies import commands as c
from policies.people import GHOST, Person
from policies.run import PullRequest, Run, UnitRun
from policies.side_by_side import could_start
from policies.stages import FINISHED, UnitState

Found = tuple[tuple[str, c.Command], ...]


async def reconcile(reader: Reader, place: Place, run: Run, *, app_id: str) -> Found:
    """The commands that make the run catch up with GitHub, each with its cause; reads only."""
    if run.stage in FINISHED:
        return ()
    found = await _prd(reader, place, run)
    for pull in run.pull_requests.values():
        if pull.state == "open":
            found += await _pull_request(reader, place, pull, app_id=app_id)
    found += await _unit_issues(reader, place, run)
    if could_start(run):
        # The word that there is room may have been lost with another run's last step.
        found += ((f"room/{run.length}", c.RoomMade()),)
    return tuple((cause, command) for cause, command in found if cause not in run.causes)


async def _prd(reader: Reader, place: Place, run: Run) -> Found:
    issue = await reader.get(f"{place.path}/issues/{place.issue}")
    digest = sha256((issue["body"] or "").encode()).hexdigest()
    if digest == run.prd_sha256:
        return ()
    # GitHub's REST API does not say who edited it, and nobody is named who may not have.
    return ((f"prd/{digest[:16]}/{run.length}", c.PrdEdited(GHOST)),)


async def _pull_request(reader: Reader, place: Place, pull: PullRequest, *, app_id: str) -> Found:
    shown = await reader.get(f"{place.path}/pulls/{pull.number}")
    head_sha = str(shown["head"]["sha"])
    if shown["state"] == "open" and head_sha != pull.commit_sha:
        moved = c.ChecksReported(pull.number, head_sha, "pending", "the pull request changed")
        return ((f"moved/{pull.number}/{head_sha}", moved),)
    if shown["state"] == "open":
        return await _checks(reader, place, pull, app_id=app_id)
    merged = bool(shown["merged"])
    # Only as an issue does a pull request say who closed it.
    issue = await reader.get(f"{place.path}/issues/{pull.number}")
    closed = c.PullRequestClosed(
        pull_request=pull.number,
        merged=merged,
        merge_sha=str(shown["merge_commit_sha"] or ""),
        head_sha=head_sha,
        by=_person(shown["merged_by"] or issue["closed_by"]),
    )
    return ((f"{'merged' if merged else 'closed'}/{pull.number}", closed),)


async def _checks(reader: Reader, place: Place, pull: PullRequest, *, app_id: str) -> Found:
    """A report for every new set of finished checks; what they come to together is read again for the decision."""
    commit = f"{place.path}/commits/{pull.commit_sha}"
    runs = await reader.get_all(f"{commit}/check-runs", filter="latest")
    combined = await reader.get(f"{commit}/status")
    ended = [
        f"run {run['id']} {run['conclusion']}"
        for run in runs
        if run["status"] == "completed" and str((run["app"] or {}).get("id")) != app_id
    ]
    ended += [
        f"status {each['id']} {each['state']}" for each in combined["statuses"] if each["state"] != "pending"
    ]
    if not ended:
        return ()
    digest = sha256("\n".join(sorted(ended)).encode()).hexdigest()
    reported = c.ChecksReported(pull.number, pull.commit_sha, "pending", "the checks as they stand")
    return ((f"checks/{pull.number}/{digest[:16]}", reported),)


async def _unit_issues(reader: Reader, place: Place, run: Run) -> Found:
    """The issues of open units that a person has closed, or somebody else has now; a bot that tidies up decides nothing."""
    waiting = {unit.issue: unit for unit in run.open_units if unit.issue}
    if not waiting:
        return ()
    found: Found = ()
    path = f"{place.path}/issues"
    for listed in await reader.get_all(path, labels=UNIT, state="all", sort="created", direction="asc"):
        if listed["number"] not in waiting:
            continue
        if listed["state"] == "open":
            found += _assigned(listed, waiting[listed["number"]], run)
            continue
        issue = await as_closed(reader, f"{place.path}/issues/{listed['number']}")
        by = issue["closed_by"]
        if issue["state"] == "closed" and by is not None and by["type"] == "User":
            completed = issue["state_reason"] == "completed"
            command = c.UnitIssueClosed(int(issue["number"]), _person(by), completed)
            found += ((f"unit-closed/{issue['number']}", command),)
    return found


def _assigned(issue: Mapping[str, Any], unit: UnitRun, run: Run) -> Found:
    """That a unit's issue has gone from hand to hand; GitHub does not say by whom, so whoever has it stands for them."""
    people = [_person(each) for each in issue["assignees"] if each["type"] == "User"]
    if unit.holder in people or not (people or unit.state is UnitState.TAKEN):
        return ()
    ids = "-".join(str(each.id) for each in people)
    command = c.UnitAssigned(unit.issue, people[0] if people else unit.holder or GHOST)
    return ((f"assigned/{unit.issue}/{ids}/{run.length}", command),)


def _person(user: Mapping[str, Any] | None) -> Person:
    return Person(id=int(user["id"]), login=str(user["login"])) if user else GHOST
