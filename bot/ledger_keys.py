"""GET /ledger-key: the public keys of the ledgers, for anybody who wants to check one."""

from collections.abc import Mapping

from aiohttp import web
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from bot.signing_key import public_pem

PATH = "/ledger-key"


def published(keys: Mapping[str, Ed25519PublicKey]) -> web.RouteDef:
    """The route; its answer is a JSON object of key id -> PEM, the key that signs now first, as `verify --keys` reads it."""
    shown = {name: public_pem(key).decode() for name, key in keys.items()}

    async def answer(request: web.Request) -> web.Response:
        del request
        return web.json_response(shown)

    return web.get(PATH, answer)
