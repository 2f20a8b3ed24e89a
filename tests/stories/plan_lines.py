"""Comments on the lines of a plan's pull request."""

import base64
from typing import Any

from tests.stories.stage import REPO, Play

SUMMARY = ".signalbox/runs/1/architecture_pack_summary.md"


async def on_line(play: Play, start: str, body: str) -> dict[str, Any]:
    """A comment on the line of the plan's summary that begins with `start`."""
    (pull,) = (await play.run()).pull_requests.values()
    path = f"{REPO}/contents/{SUMMARY}"
    found = await play.person("raj").do("GET", path, ref=pull.branch)
    lines = base64.b64decode(found["content"]).decode().splitlines()
    line = next(number for number, text in enumerate(lines, start=1) if text.startswith(start))
    return {"path": SUMMARY, "line": line, "side": "RIGHT", "body": body}


async def comments(play: Play, who: str, line: dict[str, Any]) -> dict[str, Any]:
    """Somebody makes a single comment on a line."""
    (pull,) = (await play.run()).pull_requests.values()
    body = {**line, "commit_id": pull.commit_sha}
    made: dict[str, Any] = await play.person(who).do("POST", f"{REPO}/pulls/{pull.number}/comments", body)
    return made
