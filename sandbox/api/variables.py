"""Variables and secrets of a repository, which GitHub Actions would read; a secret's value is taken and never shown."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from sandbox import respond
from sandbox.api.actions import ACTIONS
from sandbox.clock import stamp
from sandbox.dispatch import Context, Route
from sandbox.permissions import reads, writes
from sandbox.records import Variable

if TYPE_CHECKING:
    from typing import Any

    from sandbox.records import Repo
    from sandbox.respond import Reply

# https://docs.github.com/actions/concepts/security/secrets#naming-your-secrets
NAME = re.compile(r"(?!GITHUB_)[A-Z_][A-Z0-9_]*", re.IGNORECASE)


def list_variables(ctx: Context) -> Reply:
    """https://docs.github.com/rest/actions/variables#list-repository-variables ."""
    return respond.page(ctx, list(ctx.repo.variables.values()), _variable, key="variables")


def create_variable(ctx: Context) -> Reply:
    """https://docs.github.com/rest/actions/variables#create-a-repository-variable ."""
    name = _name(ctx.text("name", resource="Variable"))
    if name in ctx.repo.variables:
        respond.refuse(409, "Already exists - Variable already exists")
    now = ctx.world.clock()
    ctx.repo.variables[name] = Variable(name, ctx.text("value", resource="Variable"), now, now)
    return respond.json(201, {})


def get_variable(ctx: Context) -> Reply:
    """https://docs.github.com/rest/actions/variables#get-a-repository-variable ."""
    return respond.json(200, _variable(_found(ctx)))


def update_variable(ctx: Context) -> Reply:
    """https://docs.github.com/rest/actions/variables#update-a-repository-variable ."""
    found = _found(ctx)
    del ctx.repo.variables[found.name]
    found.name = _name(ctx.body.get("name", found.name))
    found.value, found.updated_at = ctx.body.get("value", found.value), ctx.world.clock()
    ctx.repo.variables[found.name] = found
    return respond.nothing()


def public_key(ctx: Context) -> Reply:
    """https://docs.github.com/rest/actions/secrets#get-a-repository-public-key ."""
    return respond.json(200, _key(ctx.repo))


def list_secrets(ctx: Context) -> Reply:
    """https://docs.github.com/rest/actions/secrets#list-repository-secrets (names only)."""
    return respond.page(ctx, list(ctx.repo.secrets.values()), _secret, key="secrets")


def put_secret(ctx: Context) -> Reply:
    """https://docs.github.com/rest/actions/secrets#create-or-update-a-repository-secret ; 201 when it is new."""
    name, now = _name(ctx.params["name"]), ctx.world.clock()
    value, key_id = ctx.text("encrypted_value", resource="Secret"), ctx.text("key_id", resource="Secret")
    if key_id != _key(ctx.repo)["key_id"]:
        respond.invalid("Secret", "key_id", "invalid")
    known = ctx.repo.secrets.get(name)
    ctx.repo.secrets[name] = Variable(name, value, known.created_at if known else now, now)
    return respond.nothing() if known else respond.json(201, {})


def _found(ctx: Context) -> Variable:
    found = ctx.repo.variables.get(ctx.params["name"].upper())
    if found is None:
        respond.not_found()
    return found


def _name(name: str) -> str:
    if not NAME.fullmatch(name):
        text = (
            "Names may hold letters, digits and underscores, and start neither with a digit nor with GITHUB_."
        )
        respond.invalid("Variable", "name", "custom", message=text)
    return name.upper()


def _variable(found: Variable) -> dict[str, Any]:
    return {**_secret(found), "value": found.value}


def _secret(found: Variable) -> dict[str, Any]:
    return {"name": found.name, "created_at": stamp(found.created_at), "updated_at": stamp(found.updated_at)}


def _key(repo: Repo) -> dict[str, str]:
    """The repository's key for sealed boxes; its private half is made from the id, as nobody here opens a box."""
    private = X25519PrivateKey.from_private_bytes(hashlib.sha256(f"repository {repo.id}".encode()).digest())
    return {"key_id": str(repo.id), "key": base64.b64encode(private.public_key().public_bytes_raw()).decode()}


READ, WRITE = reads("actions_variables"), writes("actions_variables", role="write")
ROUTES = (
    Route("GET", ACTIONS + "/variables", list_variables, READ),
    Route("POST", ACTIONS + "/variables", create_variable, WRITE),
    Route("GET", ACTIONS + "/variables/{name}", get_variable, READ),
    Route("PATCH", ACTIONS + "/variables/{name}", update_variable, WRITE),
    Route("GET", ACTIONS + "/secrets/public-key", public_key, reads("secrets")),
    Route("GET", ACTIONS + "/secrets", list_secrets, reads("secrets")),
    Route("PUT", ACTIONS + "/secrets/{name}", put_secret, writes("secrets", role="write")),
)
