"""The REST operations, one file per kind of thing; `ROUTES` is the whole table of contents."""

from sandbox.api import repos
from sandbox.dispatch import Route, Table

ROUTES: tuple[Route, ...] = (*repos.ROUTES,)
TABLE = Table(ROUTES)
