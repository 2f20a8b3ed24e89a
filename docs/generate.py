"""Writes the parts of the pages that come from the code, and the list of decisions from their headings: run `python -m docs.generate`, and a test holds the rest."""  # noqa: INP001 - a script beside the pages it writes, never imported by the App

import re
from collections.abc import Mapping
from pathlib import Path

import click
from pydantic import BaseModel

from agents.builtin.edits import EDITS, Target
from bot.cli import config as config_command
from bot.cli import demo, plan, verify
from config.repo_policy import RepoPolicy
from config.settings import NAMES, Settings
from handlers.commands import command_table
from policies.codes import table
from policies.machine import mermaid

ROOT = Path(__file__).resolve().parents[1]
# The pages with generated parts.
PAGES = ("README.md", "docs/refining.md", "docs/codes.md", "docs/decisions/README.md")
_PART = re.compile(r"(<!-- generated: ([a-z-]+) -->\n).*?(<!-- end -->)", re.DOTALL)

# What each setting is for, in the order people meet them.
SETTINGS: Mapping[str, str] = {
    "app_id": "the App's id, as its settings page shows it",
    "private_key": "the App's RSA key: the PEM itself, base64 of it, or the path of its file",
    "webhook_secret": "the webhook's secret, at least 32 bytes; `openssl rand -hex 32` makes one",
    "webhook_secret_previous": "the secret before, accepted as well while you rotate",
    "webhook_secret_previous_until": "when the secret before is refused again, such as `2026-12-01`, in UTC where no zone is named",
    "github_url": "your GitHub; the addresses of its APIs follow from it",
    "data_dir": "the folder for the queue and the ledger key; it must survive restarts",
    "ledger_key": "the Ed25519 key, as PEM, that signs ledgers; without it one is made in the data folder",
    "ledger_keys_previous": "public keys (PEM, a file or a folder) that signed before; entries they signed still count",
    "host": "the address to listen on",
    "port": "the port to listen on",
    "anthropic_api_key": "asks a model instead of the built-in planner and scaffolder",
    "anthropic_base_url": "where the model is asked",
    "model": "which model is asked",
    "writes_per_minute": "content writes to GitHub a minute, for each installation",
    "writes_per_hour": "the same for an hour",
    "write_spacing_seconds": "the pause between two writes",
    "concurrency": "repositories worked on at once, each one step at a time, in all processes together",
    "model_calls": "questions put to the model at once, in all processes together",
    "budget_call": "dollars for one model call",
    "budget_run": "dollars for one run; people can raise it for a run with `/budget`",
    "budget_repository_day": "dollars for one repository's day, in UTC",
    "budget_day": "dollars for everybody's day, in UTC",
    "price_input": "dollars for a million tokens of input, if the built-in list of prices is wrong for your model",
    "price_output": "the same for output",
    "approval_delay_seconds": "how long a version stands before a bare `/approve`, without a digest, counts for it",
    "delivery": "`webhook`: GitHub's deliveries alone; `auto`: also reads back what did not arrive; `poll`: reads everything back, no public address needed",
    "sweep_seconds": "how often `auto` looks for deliveries that did not arrive",
    "nudge_seconds": "after how long without a word a run that waits for people says once more whose turn it is; 0: never",
    "accounts": "who may use this App, such as `acme,mona`; without it, every account it is installed on",
    "database_url": "a PostgreSQL database, for many processes on one queue; then `SIGNALBOX_LEDGER_KEY` is needed, too",
}


def parts() -> Mapping[str, str]:
    """Name -> Markdown of every generated part."""
    return {
        "journey": f"```mermaid\n{mermaid()}```\n",
        "commands": command_table(),
        "codes": table(),
        "demo": options(demo.command),
        "plan": options(plan.command),
        "verify": options(verify.command),
        "config-check": options(config_command.check),
        "settings": settings(),
        "policy": policy(),
        "decisions": decisions(),
        "edits-plan": edits("plan"),
        "edits-backlog": edits("backlog"),
        "edits-patchset": edits("patchset"),
    }


def filled(text: str) -> str:
    """A page's text with every generated part as the code has it now; KeyError on a part nobody makes."""
    made = parts()
    return _PART.sub(lambda found: f"{found[1]}\n{made[found[2]]}\n{found[3]}", text)


def options(command: click.Command) -> str:
    """A subcommand's arguments and options, as a table."""
    context = click.Context(command)
    rows: list[str] = []
    for parameter in command.params:
        shown, words = parameter.get_help_record(context) or (parameter.human_readable_name, "")
        default = f", by default `{parameter.default}`" if isinstance(parameter.default, str) else ""
        rows.append(f"| `{shown}` | {words or f'what to look at{default}'} |")
    return "\n".join(["| Option | What it does |", "|---|---|", *rows, ""])


def decisions() -> str:
    """Every decision record by its number, under the heading it gives itself."""
    pages = sorted((ROOT / "docs/decisions").glob("[0-9]*.md"))
    return "".join(f"- {page.name[:4]} [{_heading(page)}]({page.name})\n" for page in pages)


def _heading(page: Path) -> str:
    return page.read_text(encoding="utf-8").partition("\n")[0].removeprefix("# ")


def edits(target: Target) -> str:
    """What can be asked of a plan, a backlog or a patchset in plain English, as a table with examples."""
    rows = [
        f"| {each.what} | {'<br>'.join(f'`/refine {one}`' for one in each.examples)} |"
        for each in EDITS[target]
    ]
    return "\n".join(["| To | Say, for example |", "|---|---|", *rows, ""])


def settings() -> str:
    """The operator's settings, as a table: variable, default, meaning."""
    rows: list[str] = []
    for name, words in SETTINGS.items():
        field = Settings.model_fields[name]
        variables = " or ".join(f"`{each}`" for each in NAMES[name])
        shown = "needed" if field.is_required() else _default(field.default)
        rows.append(f"| {variables} | {shown} | {words} |")
    return "\n".join(["| Variable | Default | What it is |", "|---|---|---|", *rows, ""])


def policy() -> str:
    """The settings of a repository's `.github/signalbox.yml`, as a table."""
    rows = _policy_rows(RepoPolicy, "")
    return "\n".join(["| Setting | Default | What it does |", "|---|---|---|", *rows, ""])


def _policy_rows(part: type[BaseModel], prefix: str) -> list[str]:
    rows: list[str] = []
    for name, field in part.model_fields.items():
        below = field.annotation
        if isinstance(below, type) and issubclass(below, BaseModel):
            rows += _policy_rows(below, f"{prefix}{name}.")
        else:
            rows.append(f"| `{prefix}{name}` | {_default(field.default)} | {field.description} |")
    return rows


def _default(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    # Nothing set: None, and empty texts, lists and mappings; a number that is 0 is a number.
    return f"`{value}`" if value or isinstance(value, int | float) else "none"


if __name__ == "__main__":
    for page in PAGES:
        (ROOT / page).write_text(filled((ROOT / page).read_text(encoding="utf-8")), encoding="utf-8")
