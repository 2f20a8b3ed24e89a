"""Looks at the end of every story for secrets in whatever left the App or lies on its disk, and for tenants that met.

The secrets are the ones this App was given and every token it had: none may stand in a call's address or body, in the log,
in the metrics, or in the queue's file. The file of the ledger key is where that key lives.
"""

import json
import re
from typing import TYPE_CHECKING

import prometheus_client
import re2

from tests.canaries.looking import forms

if TYPE_CHECKING:
    from tests.stories.stage import Play

_REPOSITORY = re.compile(r"/repos/([^/?]+)/([^/?]+)")
_MOST_MEMORY = 1 << 28


def leaked(play: "Play") -> list[str]:
    """Every place that holds a secret in some form, with the form; `[]` when there is none."""
    looked_for = _pattern(secrets_of(play))
    found = {name: looked_for.search(content) for name, content in _places(play).items()}
    # re2 would keep a hundred such patterns, each of eight megabytes, and no other story has these secrets.
    re2.purge()
    return [f"{name}: {match[0]}" for name, match in found.items() if match]


def secrets_of(play: "Play") -> list[str]:
    """What nobody may see: of a JWT its signature, without which it is worth nothing."""
    tokens = {call.token for call in play.recorder.calls}
    minted = {
        str(call.got["token"])
        for call in play.recorder.calls
        if call.path.endswith("/access_tokens") and call.status == 201
    }
    signatures = {token.rpartition(".")[2][:64] for token in tokens if token.count(".") == 2}
    whole = {token for token in tokens if token and token.count(".") != 2}
    key = play.data / "ledger_key.pem"
    kept = key.read_text(encoding="utf-8") if key.is_file() else ""
    named = {play.registered.pem, play.registered.webhook_secret, kept}
    return sorted((named | minted | signatures | whole) - {""})


def crossed(play: "Play") -> list[str]:
    """Every call that was made with a token of another repository or account than the one it speaks of."""
    world, wrong = play.github.world, list[str]()
    for call in play.recorder.calls:
        token, path = world.tokens.get(call.token), _REPOSITORY.match(call.path)
        repo = world.repo(path[1], path[2]) if path else None
        if token is None or token.installation is None or repo is None:
            continue
        named = token.repo_ids is None or repo.id in token.repo_ids
        if not named or repo.owner is not token.installation.account:
            wrong.append(f"{call.method} {call.path}")
    return wrong


def _places(play: "Play") -> dict[str, str]:
    sent = "\n".join(f"{call.method} {call.path} {json.dumps(call.sent)}" for call in play.recorder.calls)
    disk = {
        f"the disk: {file.name}": file.read_bytes().decode("latin-1")
        for file in play.data.rglob("queue*")
        if file.is_file()
    }
    metrics = prometheus_client.generate_latest().decode()
    return {"a call to GitHub": sent, "the log": play.log.getvalue(), "the metrics": metrics, **disk}


def _pattern(secrets: list[str]) -> "re2._Regexp[str]":
    options = re2.Options()
    options.max_mem = _MOST_MEMORY
    spelled = sorted({form for secret in secrets for form in forms(secret)})
    return re2.compile("|".join(map(re2.escape, spelled)), options)
