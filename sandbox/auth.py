"""Who is calling: the bearer of a user token, of an installation token, or an App with its JWT."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import jwt

from sandbox import respond

if TYPE_CHECKING:
    from sandbox.accounts import App, Installation, Token, User
    from sandbox.world import World

LONGEST_JWT = 600
CLOCK_DRIFT = 60


@dataclass(frozen=True, slots=True)
class Caller:
    """`who` is "anonymous", "user", "app" or "installation"; `key` is what its rate limit is counted by."""

    who: str
    key: str
    user: User | None = None
    app: App | None = None
    token: Token | None = None

    @property
    def installation(self) -> Installation | None:
        """The installation whose token this is."""
        return self.token.installation if self.token else None


ANONYMOUS = Caller("anonymous", "anonymous")


def authenticate(world: World, authorization: str) -> Caller:
    """The caller that an Authorization header proves; ends the call with 401 when it proves nobody.

    https://docs.github.com/rest/authentication/authenticating-to-the-rest-api
    """
    scheme, _, secret = authorization.strip().partition(" ")
    if not scheme:
        return ANONYMOUS
    if scheme.lower() == "basic":
        secret = _password(secret)
    elif scheme.lower() not in ("bearer", "token"):
        respond.refuse(401, "Bad credentials")
    secret = secret.strip()
    if secret.count(".") == 2:
        app = _app_of(world, secret)
        return Caller("app", f"app {app.id}", app=app)
    token = world.tokens.get(secret)
    if token is None or token.revoked or (token.expires_at and token.expires_at <= world.clock()):
        respond.refuse(401, "Bad credentials")
    installation = token.installation
    if installation is None:
        return Caller("user", f"user {token.user.id}", user=token.user, token=token)
    if installation.id not in world.installations:
        respond.refuse(401, "Bad credentials")
    if installation.suspended_at is not None:
        respond.refuse(403, "This installation has been suspended")
    key = f"installation {installation.id}"
    return Caller("installation", key, user=token.user, app=installation.app, token=token)


def acting_as(user: User) -> Caller:
    """A person who acts on the stand-in's own pages."""
    return Caller("user", f"user {user.id}", user=user)


def _password(encoded: str) -> str:
    try:
        name, _, password = base64.b64decode(encoded, validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        respond.refuse(401, "Bad credentials")
    return name if password in ("", "x-oauth-basic") else password


def _app_of(world: World, token: str) -> App:
    """The App that signed the JWT.

    https://docs.github.com/apps/creating-github-apps/authenticating-with-a-github-app/generating-a-json-web-token-jwt-for-a-github-app
    """
    try:
        claims = jwt.decode(token, options={"verify_signature": False})
        app = _issuer(world, claims)
        if app is None:
            respond.refuse(404, "Integration not found")
        options: Any = {"verify_exp": False, "verify_iat": False, "verify_nbf": False}
        claims = jwt.decode(token, app.public_key, algorithms=["RS256"], options=options)
    except jwt.InvalidTokenError:
        respond.refuse(401, "A JSON web token could not be decoded")
    now = world.clock().timestamp()
    expires, issued = claims.get("exp"), claims.get("iat")
    if not isinstance(expires, int | float) or expires <= now:
        respond.refuse(
            401,
            "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires",
        )
    if expires > now + LONGEST_JWT + CLOCK_DRIFT:
        respond.refuse(401, "'Expiration time' claim ('exp') is too far in the future")
    if not isinstance(issued, int | float) or issued > now + CLOCK_DRIFT:
        respond.refuse(
            401,
            "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued",
        )
    return app


def _issuer(world: World, claims: dict[str, Any]) -> App | None:
    """The App that `iss` names by its id or its client id."""
    issuer = str(claims.get("iss"))
    return next((app for app in world.apps.values() if issuer in (str(app.id), app.client_id)), None)
