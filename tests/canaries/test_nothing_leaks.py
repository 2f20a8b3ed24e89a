"""A run through plan, refusals, failures and writes, with a canary in every secret: none is to be seen afterwards."""

import base64
import json
import logging
from collections.abc import AsyncIterator, Mapping
from pathlib import Path

import aiohttp
import pytest
from _pytest.capture import CaptureResult
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from pydantic import SecretStr

from bot.demo.export import artifacts_of
from bot.errors import Misconfigured
from bot.github.port import Port
from bot.private_key import app_key
from bot.signing_key import signing_key
from config.settings import Settings, SettingsError
from policies.stages import Overlay, Stage
from tests.canaries.looking import found
from tests.conftest import Standin
from tests.stand_ins.messages_api import Fail, MessagesApi, Say, messages_api
from tests.stories.prds import TOOLS
from tests.stories.shortcuts import merge_unit, plan_proposed
from tests.stories.stage import REPO, Play, open_stage

API_KEY = "sk-ant-api03-canary-" + "Zq7_" * 12
LEDGER_KEY = (
    Ed25519PrivateKey.from_private_bytes(b"canary-canary-canary-canary-cana")
    .private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    .decode()
)


@pytest.fixture
async def api() -> AsyncIterator[MessagesApi]:
    async with messages_api() as running:
        running.key = API_KEY
        yield running


@pytest.fixture
async def play(github: Standin, tmp_path: Path) -> AsyncIterator[Play]:
    """The App with canaries, not started yet."""
    async with aiohttp.ClientSession() as session:
        play = await open_stage(github, session, tmp_path / "app", files={"README.md": "# Shop\n"})
        play.settings = play.settings.model_copy(update={"ledger_key": SecretStr(LEDGER_KEY)})
        play.log_level = logging.DEBUG
        try:
            yield play
        finally:
            await play.close()


def secrets_of(play: Play) -> dict[str, str]:
    """Every secret of this App: those it was given and the tokens it minted."""
    minted = [call.got["token"] for call in play.recorder.calls if call.path.endswith("/access_tokens")]
    assert minted
    jwts = {call.token for call in play.recorder.calls if call.token.count(".") == 2}
    assert jwts
    return {
        "private key": play.registered.pem,
        "webhook secret": play.registered.webhook_secret,
        "API key": API_KEY,
        "ledger key": LEDGER_KEY,
        **{f"token {number}": token for number, token in enumerate(minted)},
        **{f"JWT {number}": jwt for number, jwt in enumerate(sorted(jwts))},
    }


async def places_of(play: Play, printed: CaptureResult[str]) -> dict[str, str | bytes]:
    """Everything that leaves the App or lies on its disk, while it runs."""
    places: dict[str, str | bytes] = {
        "the log": play.log.getvalue(),
        "standard output": printed.out,
        "standard error": printed.err,
        "the settings, printed": f"{play.settings!r} {play.settings}",
        "the letters nobody could deal with": repr(await play.app.queue.dead_letters()),
    }
    async with aiohttp.ClientSession(f"http://127.0.0.1:{play.settings.port}") as session:
        for path in ("/metrics", "/livez", "/readyz", "/ledger-key", "/nothing"):
            async with session.get(path) as answer:
                places[path] = await answer.text()
        async with session.post(
            "/github", data=b"{}", headers={"content-type": "application/json"}
        ) as answer:
            places["a delivery nobody signed"] = await answer.text()
    for number, call in enumerate(play.recorder.calls):
        places[f"{number}: {call.method} {call.path}"] = f"{call.path} {json.dumps(call.sent)}"
    raj = play.person("raj")
    for kind in ("issues/comments", "issues", "pulls"):
        places[kind] = json.dumps(await raj.all(f"{REPO}/{kind}"))
    for branch in await play.branches():
        for path, blob in (await play.tree(branch)).items():
            content = (await raj.do("GET", f"{REPO}/git/blobs/{blob}"))["content"]
            places[f"{branch}: {path}"] = base64.b64decode(content)
    for file in play.data.rglob("*"):
        if file.is_file():
            places[f"the disk: {file.name}"] = file.read_bytes()
    assert {"the disk: queue.sqlite3", "/metrics", "issues/comments"} <= places.keys()
    assert '"level"' in play.log.getvalue()
    return places


async def test_a_whole_run_shows_no_secret(play: Play, capfd: pytest.CaptureFixture[str]) -> None:
    """Label to merge, with a refused command, a refused write, GitHub failing in three ways, and a forged delivery."""
    await play.start()
    run = await plan_proposed(play)
    assert run.plan is not None
    await play.says("eve", "/approve plan")
    await play.says("raj", "/approve plan 000000000000")
    head = (await play.person("raj").do("GET", f"{REPO}/git/ref/heads/main"))["object"]["sha"]
    taken = {"ref": "refs/heads/signalbox/run-1-plan-v1", "sha": head}
    await play.person("raj").do("POST", f"{REPO}/git/refs", taken)
    await play.says("raj", f"/approve plan {run.plan.digest[:12]}")
    assert (await play.run()).overlay is Overlay.NEEDS_HUMAN
    await play.person("raj").do("DELETE", f"{REPO}/git/refs/heads/signalbox/run-1-plan-v1")
    faults = [
        {"method": "GET", "path_regex": "/git/trees", "kind": "html"},
        {"method": "POST", "path_regex": "/comments$", "kind": "502_after", "nth": 2},
        {"method": "GET", "path_regex": "/collaborators", "kind": "500_before"},
    ]
    await play.github.control("/faults", faults=faults)
    await play.says("raj", "/retry")
    await play.github.control("/faults", faults=[])
    run = await play.run()
    assert run.stage is Stage.BACKLOG_PROPOSED
    assert run.backlog is not None
    await play.says("raj", f"/approve backlog {run.backlog.digest[:12]} --only U-01")
    await merge_unit(play, "U-01")
    run = await play.run()
    assert run.stage is Stage.DONE

    places = await places_of(play, capfd.readouterr())
    places |= {f"exported {name}": content for name, content in artifacts_of(await play.look(), run).items()}
    assert found(secrets_of(play), places) == []


class Echo:
    """A proxy before GitHub that refuses to make branches and repeats the credential it was sent, in three ways."""

    def __init__(self, port: Port) -> None:
        self.port = port
        self.refused = 0

    async def __call__(
        self, method: str, url: str, headers: Mapping[str, str], body: bytes
    ) -> tuple[int, Mapping[str, str], bytes]:
        if method != "POST" or not url.endswith("/git/refs"):
            return await self.port(method, url, headers, body)
        self.refused += 1
        sent = next(value for name, value in headers.items() if name.lower() == "authorization")
        words = {"message": f"refused {sent}", "errors": [{"message": sent, "code": sent}]}
        return 422, {"content-type": "application/json"}, json.dumps(words).encode()


async def test_a_token_that_is_repeated_to_us_is_not_repeated_by_us(
    play: Play, capfd: pytest.CaptureFixture[str]
) -> None:
    echo = Echo(play.port)
    play.port = echo
    await play.start()
    run = await plan_proposed(play)
    assert run.plan is not None
    await play.says("raj", f"/approve plan {run.plan.digest[:12]}")
    assert echo.refused > 0
    assert (await play.run()).overlay is Overlay.NEEDS_HUMAN

    places = await places_of(play, capfd.readouterr())
    assert found(secrets_of(play), places) == []


async def test_a_failing_model_is_told_no_secret_and_tells_none(
    play: Play, api: MessagesApi, capfd: pytest.CaptureFixture[str]
) -> None:
    """The provider repeats the key in its error, then talks nonsense; people read neither."""
    model = {"anthropic_api_key": SecretStr(API_KEY), "anthropic_base_url": api.url}
    play.settings = play.settings.model_copy(update=model)
    await play.start()
    refused = Fail(400, "invalid_request_error", f"invalid key {API_KEY}")
    busy = Fail(529, "overloaded_error", f"busy, {API_KEY}", {"retry-after": "1"})
    api.script = [busy, refused, *[refused] * 4]
    await play.opens("mona", TOOLS)
    assert (await play.run()).overlay is Overlay.NEEDS_HUMAN
    api.script = [Say("nonsense")] * 12
    await play.says("raj", "/retry")
    assert len(api.requests) > 3

    places = await places_of(play, capfd.readouterr())
    places["the prompts"] = json.dumps(api.requests)
    assert found(secrets_of(play), places) == []
    assert API_KEY not in json.dumps(await play.person("raj").all(f"{REPO}/issues/comments"))


async def test_what_is_wrong_with_a_secret_is_said_without_it(play: Play) -> None:
    """Settings that cannot be used are refused at the start, in words that go to a screen and a log."""
    secrets = {
        "GITHUB_PRIVATE_KEY": play.registered.pem.replace("KEY-----\n", "KEY-----\nx"),
        "GITHUB_WEBHOOK_SECRET": "canary-too-short-012345",
        "SIGNALBOX_LEDGER_KEY": LEDGER_KEY.replace("MC4", "XX4"),
        "ANTHROPIC_API_KEY": API_KEY,
        "DATABASE_URL": "postgres://canary:canary-password-0123456789@db/x",
    }
    told: dict[str, str | bytes] = {}
    with pytest.raises(SettingsError) as wrong:
        Settings.read({"GITHUB_APP_ID": "1", **secrets})
    told["settings"] = f"{wrong.value} {wrong.value!r} {wrong.value.__cause__!r} {wrong.value.__context__!r}"
    with pytest.raises(Misconfigured) as bad_app_key:
        app_key(secrets["GITHUB_PRIVATE_KEY"])
    told["private key"] = f"{bad_app_key.value!r} {bad_app_key.value.__cause__!r}"
    with pytest.raises(Misconfigured) as bad_ledger_key:
        signing_key(secrets["SIGNALBOX_LEDGER_KEY"], play.data / "none.pem")
    told["ledger key"] = f"{bad_ledger_key.value!r} {bad_ledger_key.value.__cause__!r}"
    assert found({**secrets, "password": "canary-password-0123456789"}, told) == []
