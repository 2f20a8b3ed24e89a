"""GET /ledger-key: the public keys of the ledgers, for anybody who wants to check one; and that all processes sign with one."""

from collections.abc import Mapping, Sequence

from aiohttp import web
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from bot.errors import Misconfigured
from bot.queue import Cache
from bot.signing_key import public_pem

PATH = "/ledger-key"
SIGNER = "ledger/signer"


def published(keys: Mapping[str, Ed25519PublicKey]) -> web.RouteDef:
    """The route; its answer is a JSON object of key id -> PEM, the key that signs now first, as `verify --keys` reads it."""
    shown = {name: public_pem(key).decode() for name, key in keys.items()}

    async def answer(request: web.Request) -> web.Response:
        del request
        return web.json_response(shown)

    return web.get(PATH, answer)


async def agree(cache: Cache, keys: Mapping[str, Ed25519PublicKey]) -> None:
    """Sign with the first of these keys, as every process on this queue does; raises Misconfigured when another one is in use.

    A run whose entries are signed with a key that some process does not know would stop there as forged. Whoever changes the
    key names the one before in SIGNALBOX_LEDGER_KEYS_PREVIOUS, and then it is this process's key that is in use.
    """
    ours = next(iter(keys))

    def agreed(kept: Sequence[bytes | None]) -> tuple[Sequence[bytes] | None, str]:
        theirs = (kept[0] or b"").decode()
        return (None, theirs) if theirs and theirs not in keys else ([ours.encode()], "")

    theirs = await cache.change([SIGNER], agreed)
    if theirs:
        raise Misconfigured(
            f"Ledgers are signed with the key {theirs} by the processes on this database, and SIGNALBOX_LEDGER_KEY is the key {ours}:"
            " give all of them the same one, or name the one before in SIGNALBOX_LEDGER_KEYS_PREVIOUS."
        )
