"""Repositories: read, create, change, topics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox import respond
from sandbox.dispatch import Context, Route
from sandbox.permissions import METADATA
from sandbox.shapes import repos as shapes

if TYPE_CHECKING:
    from sandbox.respond import Reply


def get(ctx: Context) -> Reply:
    """https://docs.github.com/rest/repos/repos#get-a-repository ."""
    return respond.json(200, shapes.full_repository(ctx.world, ctx.repo, viewer=ctx.caller.user))


ROUTES = (Route("GET", "/repos/{owner}/{repo}", get, METADATA),)
