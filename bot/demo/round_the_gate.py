"""Tries to write a file with the token the App talks with, past the write gate: GitHub itself must refuse."""

import base64

from bot.demo.apps import hub_of
from bot.demo.person import DemoFailed
from bot.demo.servers import Registered
from bot.errors import Forbidden, GitHubError
from bot.github.port import AiohttpPort
from config.settings import Settings


async def attempt(registered: Registered, settings: Settings, *, repository: str) -> str:
    """GitHub's words for its refusal; a write that succeeds fails the demo."""
    async with AiohttpPort() as port:
        hub = hub_of(registered.app_id, registered.pem, settings, port)
        owner, _, name = repository.partition("/")
        installation = await hub.installation_for(owner, name)
        found = await hub.reader(installation, None).get(f"/repos/{repository}")
        talker = hub.talker(installation, int(found["id"]))
        content = base64.b64encode(b"written past the gate\n").decode()
        try:
            await talker.put(
                f"/repos/{repository}/contents/unapproved.txt", {"message": "unapproved", "content": content}
            )
        except Forbidden as error:
            return error.message
        except GitHubError as error:
            raise DemoFailed(f"the write past the gate was refused for another reason: {error}") from error
    raise DemoFailed("a write past the gate succeeded")
