"""Artifacts by their digest: kept locally when they are made, found again in the App's comments when they are not."""

from agents.schemas.backlog import Backlog, load
from bot.authorship import is_ours
from bot.github import Hub
from bot.place import Place
from bot.queue import Answers
from handlers.blocks import read_artifacts
from policies.artifacts import BACKLOG, sha256
from policies.run import Version


class Artifacts:
    """Bytes named by their SHA-256; what is read back is checked against its name."""

    def __init__(self, hub: Hub, store: Answers, *, app_id: str) -> None:
        self._hub = hub
        self._store = store
        self._app_id = app_id

    async def put(self, content: bytes) -> str:
        """Keep the content; returns its digest."""
        digest = sha256(content)
        await self._store.store(digest, content)
        return digest

    async def get(self, place: Place, digest: str, *, threads: tuple[int, ...] = ()) -> bytes | None:
        """The content with this digest, or None when neither this machine nor the run's comments hold it."""
        kept = await self._store.stored(digest)
        if kept is not None and sha256(kept) == digest:
            return kept
        reader = self._hub.reader(place.installation, place.repository_id)
        for thread in (place.issue, *threads):
            comments = await reader.get_all(f"{place.path}/issues/{thread}/comments")
            bodies = [comment["body"] for comment in comments if is_ours(comment, app_id=self._app_id)]
            for found, content in read_artifacts(bodies).items():
                await self._store.store(found, content)
                if found == digest:
                    return content
        return None


async def backlog_of(artifacts: Artifacts, place: Place, version: Version | None) -> Backlog | None:
    """The backlog of this version; None when there is none, or its bytes are nowhere."""
    content = await artifacts.get(place, version.files[BACKLOG]) if version else None
    return load(content) if content is not None else None
