"""Turns view values into HTML with the templates beside this file."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

import jinja2
from aiohttp import web
from markupsafe import Markup

from sandbox.pages.happenings import label_pill
from sandbox.pages.thread import REACTIONS
from sandbox.pages.visit import ago

if TYPE_CHECKING:
    from datetime import datetime

    from sandbox.accounts import Account
    from sandbox.pages.visit import Visit

HERE = Path(__file__).parent
STATIC = HERE / "static"
HUES = 12
# Only what this server sends may act in a page. Styles may stand in attributes, for the colours of labels.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_TEMPLATES = jinja2.Environment(
    loader=jinja2.FileSystemLoader(HERE / "templates"),
    autoescape=True,
    undefined=jinja2.StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def page(visit: Visit, template: str, *, status: int = 200, **views: object) -> web.Response:
    """The drawn page."""
    now = visit.world.clock()

    def time(moment: datetime) -> Markup:
        exact = f"{moment:%d %b %Y, %H:%M:%S} UTC"
        return Markup('<time datetime="{}" title="{}">{}</time>').format(
            f"{moment:%Y-%m-%dT%H:%M:%SZ}", exact, ago(moment, now=now)
        )

    html = _TEMPLATES.get_template(template).render(
        visit=visit,
        time=time,
        avatar=avatar,
        pill=label_pill,
        reactions=REACTIONS,
        role=visit.world.role,
        **views,
    )
    return web.Response(
        status=status,
        text=html,
        content_type="text/html",
        headers={
            "Content-Security-Policy": POLICY,
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "no-store",
        },
    )


def avatar(account: Account) -> Markup:
    """A round badge with the first letter of the login, in a colour of its own; bots get a square one."""
    hue = int(hashlib.sha256(account.login.encode()).hexdigest(), 16) % HUES
    return Markup('<span class="avatar hue-{}{}" aria-hidden="true">{}</span>').format(
        hue,
        " bot" if account.type == "Bot" else " org" if account.type == "Organization" else "",
        account.login[0].upper(),
    )
