"""`/simulate`: what a command would do, without doing it."""

from collections.abc import Sequence

from handlers.markdown import code
from handlers.spec import CommandSpec, unreadable
from policies.commands import HumanCommand, Misread, Said, Simulate
from policies.people import Right

USAGE = "simulate <command>"


def spec(others: Sequence[CommandSpec]) -> CommandSpec:
    """The command over all `others`; it does not simulate itself."""
    by_verb = {verb: each for each in others for verb in (each.verb, *each.aliases)}

    def parse(args: str, said: Said) -> HumanCommand:
        words = args.removeprefix("/").removeprefix("signalbox ").removeprefix("sb ")
        verb, _, rest = words.partition(" ")
        known = by_verb.get(verb.lower())
        if known is None:
            return unreadable(USAGE, said, found=f"I cannot simulate {code(verb) if verb else 'nothing'}.")
        command = known.parse(rest.strip(), said)
        return command if isinstance(command, Misread) else Simulate(said, command)

    return CommandSpec(
        verb="simulate",
        usage=USAGE,
        summary="show what a command would do, and do nothing",
        who=Right.READ,
        examples=("simulate approve plan 4be0a7c1d922", "simulate /stop", "simulate /signalbox status"),
        misreads=("simulate", "simulate simulate stop", "simulate approve everything"),
        parse=parse,
        free_text=True,
        read_only=True,
    )
