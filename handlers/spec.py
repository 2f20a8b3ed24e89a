"""What a slash-command is: its word, its grammar, who may say it, and examples that prove the grammar."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from handlers.markdown import code
from policies.commands import HumanCommand, Misread, Said
from policies.people import Right

DIGEST = re.compile(r"[0-9a-f]{12,64}", re.ASCII)
REQUIREMENT = re.compile(r"[a-z]{1,4}-[0-9]{1,4}", re.IGNORECASE | re.ASCII)
_TARGET = re.compile(r"plan|backlog|ps-[1-9][0-9]{0,4}", re.IGNORECASE | re.ASCII)
_UNIT = re.compile(r"u-[0-9]{2,4}", re.IGNORECASE | re.ASCII)


@dataclass(frozen=True, slots=True)
class CommandSpec:
    """One slash-command; `parse` gets what follows the verb, and with `free_text` also the paragraph's next lines.

    `examples` parse to a command, `misreads` are told what is wrong with them; both stand without the `/signalbox`.
    """

    verb: str
    usage: str
    summary: str
    who: Right
    examples: tuple[str, ...]
    misreads: tuple[str, ...]
    parse: Callable[[str, Said], HumanCommand]
    free_text: bool = False
    read_only: bool = False
    author_may: bool = False
    aliases: tuple[str, ...] = ()


def unreadable(spec_usage: str, said: Said, *, found: str) -> Misread:
    """The reply to a line whose verb is known and whose rest is not; `found` is a whole sentence, already escaped."""
    return Misread(said, "SB-121", found, f"It is written like this: `/signalbox {spec_usage}`")


def no_arguments(args: str, said: Said, *, usage: str) -> Misread | None:
    """A Misread when something follows a command that takes nothing."""
    if not args:
        return None
    return unreadable(usage, said, found=f"I do not know what {code(args)} means there.")


def target_of(word: str) -> str | None:
    """`plan`, `backlog` or `PS-2`, however it was capitalised; None for any other word."""
    if not _TARGET.fullmatch(word):
        return None
    return word.upper() if word.lower().startswith("ps-") else word.lower()


def target_and_text(args: str) -> tuple[str | None, str]:
    """A leading target (`plan`, `backlog`, `PS-2`, `U-03`) and the words after it."""
    word, _, rest = args.replace("\n", " \n", 1).partition(" ")
    if _UNIT.fullmatch(word):
        return word.upper(), rest.strip()
    target = target_of(word)
    return (target, rest.strip()) if target else (None, args)
