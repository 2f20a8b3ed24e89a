"""A Port that answers from a script, for what a well-behaved server does not do."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any

from bot.github.port import CutOff, NotSent

BASE = "https://api.github.example"


@dataclass(frozen=True, slots=True)
class Call:
    """What was sent."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: Any


@dataclass(frozen=True, slots=True)
class Give:
    """An answer."""

    status: int = 200
    value: Any = None
    headers: Mapping[str, str] = field(default_factory=dict)
    raw: bytes | None = None


Step = Give | NotSent | CutOff | Callable[[Call], Give]


class ScriptedGitHub:
    """Mints tokens by itself and answers everything else from `script`, in order; `calls` holds all that was sent."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self.clock = clock
        self.ahead = 0.0
        self.script: list[Step] = []
        self.calls: list[Call] = []
        self.minted: list[dict[str, Any]] = []
        self.life = 3600.0

    @property
    def asked(self) -> list[str]:
        """Method and path of everything but the minting."""
        return [
            f"{call.method} {call.path}" for call in self.calls if not call.path.endswith("/access_tokens")
        ]

    async def __call__(
        self, method: str, url: str, headers: Mapping[str, str], body: bytes
    ) -> tuple[int, Mapping[str, str], bytes]:
        assert url.startswith(f"{BASE}/")
        call = Call(method, url.removeprefix(BASE), headers, json.loads(body) if body else None)
        self.calls.append(call)
        if call.path.endswith("/access_tokens") and not self._expects_minting():
            step: Step = self._mint(call)
        else:
            step = self.script.pop(0)
        if isinstance(step, NotSent | CutOff):
            raise step
        if not isinstance(step, Give):
            step = step(call)
        now = datetime.fromtimestamp(self.clock() + self.ahead, UTC)
        usual = {"date": format_datetime(now, usegmt=True), "content-type": "application/json; charset=utf-8"}
        content = (
            step.raw
            if step.raw is not None
            else b""
            if step.value is None
            else json.dumps(step.value).encode()
        )
        return step.status, usual | dict(step.headers), content

    def _expects_minting(self) -> bool:
        return bool(self.script) and isinstance(self.script[0], Give) and "x-mint" in self.script[0].headers

    def _mint(self, call: Call) -> Give:
        self.minted.append(call.body)
        until = datetime.fromtimestamp(self.clock() + self.ahead + self.life, UTC)
        value = {
            "token": f"ghs_token{len(self.minted):02}",
            "expires_at": until.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "permissions": call.body["permissions"],
        }
        return Give(201, value)
