"""GitHub as the rest of the App sees it; how calls are signed, paced, repeated and read is in here."""

from bot.github.hub import Hub
from bot.github.talkers import PAGE, Reader, Talker, part

__all__ = ["PAGE", "Hub", "Reader", "Talker", "part"]
