"""Every slash-command there is, and reading a comment's command lines with them."""

from collections.abc import Mapping
from types import MappingProxyType

from agents.spelling import nearest
from handlers.commands import (
    accept,
    amend,
    answer,
    approve,
    budget,
    override,
    pause,
    plan,
    refine,
    reject,
    resume,
    retry,
    simulate,
    status,
    stop,
    why,
)
from handlers.commands import help as help_command
from handlers.comments import MAX_COMMANDS, CommandLine
from handlers.markdown import code
from handlers.spec import CommandSpec
from policies import commands as c

_PLAIN: tuple[CommandSpec, ...] = (
    approve.SPEC,
    answer.SPEC,
    refine.SPEC,
    reject.SPEC,
    override.SPEC,
    plan.SPEC,
    pause.SPEC,
    resume.SPEC,
    retry.SPEC,
    budget.SPEC,
    accept.SPEC,
    amend.SPEC,
    stop.SPEC,
    status.SPEC,
    why.SPEC,
    help_command.SPEC,
)
COMMANDS: tuple[CommandSpec, ...] = (*_PLAIN, simulate.spec(_PLAIN))
# What people say of a version, which brings about the next one.
_Redrawing = c.Answer | c.Answers | c.Refine
BY_VERB: Mapping[str, CommandSpec] = MappingProxyType(
    {verb: spec for spec in COMMANDS for verb in (spec.verb, *spec.aliases)}
)


def read(line: CommandLine, said: c.Said) -> c.HumanCommand:
    """The command a line stands for; a Misread says what is wrong with it."""
    spec = BY_VERB.get(line.verb)
    if spec is None:
        return _unknown(line.verb, said, wordy=line.verb.isalpha() and " " in line.args.strip())
    text = f"{line.args}\n{line.more}".strip() if spec.free_text else line.args
    return spec.parse(text, said)


def judged_together(commands: tuple[c.HumanCommand, ...], said: c.Said) -> c.Misread | None:
    """Why these commands cannot stand in one comment, or None when they can: it is all of them or none."""
    misread = next((each for each in commands if isinstance(each, c.Misread)), None)
    if misread is not None:
        return misread
    if len(commands) > MAX_COMMANDS:
        return _together(said, f"One comment takes at most {MAX_COMMANDS} commands.")
    decisive = [each for each in commands if not isinstance(each, c.Show | c.Simulate | _Redrawing)]
    kinds = {type(each) for each in decisive}
    if len(kinds) > 1:
        words = " and ".join(f"`/{kind.__name__.lower()}`" for kind in dict.fromkeys(map(type, decisive)))
        return _together(said, f"I cannot tell which of {words} you want first.")
    if decisive and any(isinstance(each, _Redrawing) for each in commands):
        other = f"`/{type(decisive[0]).__name__.lower()}`"
        return _together(
            said, f"An answer or a refinement makes a new version, so it cannot share a comment with {other}."
        )
    return None


def command_table() -> str:
    """The table of commands as Markdown, for the README."""
    rows = [
        f"| `/signalbox {spec.usage.replace('|', chr(92) + '|')}` | {spec.summary} | {_who(spec)} |"
        for spec in COMMANDS
    ]
    return "\n".join(["| Command | What it does | Who may |", "|---|---|---|", *rows, ""])


def _who(spec: CommandSpec) -> str:
    return f"{spec.who.name.lower()}{', or the PRD’s author' if spec.author_may else ''}"


def _unknown(verb: str, said: c.Said, *, wordy: bool) -> c.Misread:
    guess = nearest(verb.lower(), BY_VERB)
    known = ", ".join(f"`{spec.verb}`" for spec in COMMANDS)
    # Whoever writes on in plain words wants something changed.
    wish = f" To ask for a change in plain words: `/signalbox refine {verb.lower()} …`." if wordy else ""
    remedy = f"Did you mean `/signalbox {guess}`?" if guess else f"I know {known}.{wish}"
    return c.Misread(said, "SB-110", f"I do not know {code(verb)}.", remedy)


def _together(said: c.Said, reason: str) -> c.Misread:
    return c.Misread(said, "SB-122", reason, "Write them one comment after the other.")
