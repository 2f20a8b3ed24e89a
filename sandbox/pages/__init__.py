"""The web pages of the stand-in, drawn on the server, so that a newcomer can look at it and play every role."""

from sandbox.pages.routes import ROUTES, mount

__all__ = ["ROUTES", "mount"]
