"""Reads what a PRD is looked at beside before it is planned: open runs and pull requests, and what the repository says of itself."""

import base64
from typing import Any

from agents.builtin.triage_rules import paths_changed
from agents.schemas.triage import About, Elsewhere
from bot.authorship import is_ours
from bot.github import Reader
from bot.place import Place
from config.repo_policy import RepoPolicy
from handlers.replies.labels import BLOCKED, PAUSED, RUNNING, YOUR_TURN
from policies.globs import first_match

# Of each open thing and of the README only so much is compared; and of the open things only the newest.
LONGEST, MOST = 20_000, 100
_OPEN_RUN = frozenset({YOUR_TURN, RUNNING, BLOCKED, PAUSED})


async def elsewhere(reader: Reader, place: Place, *, app_id: str) -> tuple[Elsewhere, ...]:
    """The other open runs of this App, and the open pull requests of other people, newest first.

    GitHub lists pull requests among the issues:
    https://docs.github.com/en/rest/issues/issues#list-repository-issues
    """
    listed = await reader.get(f"{place.path}/issues", state="open", per_page=MOST)
    found = (_open_thing(each, place, app_id=app_id) for each in listed)
    return tuple(each for each in found if each is not None)


def _open_thing(issue: dict[str, Any], place: Place, *, app_id: str) -> Elsewhere | None:
    labels = {str(label["name"]) for label in issue["labels"]}
    is_pull = "pull_request" in issue
    if issue["number"] == place.issue or is_ours(issue, app_id=app_id) or not (is_pull or labels & _OPEN_RUN):
        return None
    return Elsewhere(
        kind="pull request" if is_pull else "run",
        number=issue["number"],
        title=str(issue["title"])[:500],
        text=str(issue["body"] or "")[:LONGEST],
    )


async def about(reader: Reader, place: Place) -> About:
    """The repository's name, description and topics, and its README.

    https://docs.github.com/en/rest/repos/contents#get-a-repository-readme
    """
    shown = await reader.get(place.path)
    readme = await reader.get_or_none(f"{place.path}/readme")
    text = ""
    if isinstance(readme, dict) and readme.get("encoding") == "base64":
        text = base64.b64decode(readme["content"]).decode(errors="replace")
    return About(
        name=str(shown["name"]),
        description=str(shown["description"] or "")[:2000],
        topics=tuple(str(each) for each in shown.get("topics") or ()),
        readme=text[:LONGEST],
    )


def frozen(body: str, policy: RepoPolicy) -> tuple[str, ...]:
    """The paths the PRD wants changed that the repository has frozen."""
    return tuple(path for path in paths_changed(body) if first_match(policy.frozen_paths, path))
