"""`python -m bot demo`: the whole journey against the embedded GitHub stand-in; exits non-zero on any mismatch."""

import asyncio
import json
import re
from pathlib import Path
from typing import Any

import click

from bot.demo.person import DemoFailed, NoRun
from bot.demo.run import Options, run

OWN_PRD = Path(__file__).resolve().parents[1] / "demo" / "prd.md"


@click.command(name="demo")
@click.option("--fast", is_flag=True, help="No pauses for reading along.")
@click.option(
    "--prd", type=click.Path(path_type=Path), default=OWN_PRD, help="The PRD to run, instead of the demo's."
)
@click.option(
    "--units", type=click.IntRange(0, 50), default=3, show_default=True, help="Units to carry to merge."
)
@click.option(
    "--repo", type=click.Path(path_type=Path, exists=True, file_okay=False), help="Start from these files."
)
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), help="Leave the run's artifacts here."
)
@click.option("--json", "as_json", is_flag=True, help="Print only the summary, as JSON.")
@click.option("--keep", is_flag=True, help="Leave the servers up, to go on by hand in the browser.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=0, help="The stand-in's port; any free one by default."
)
def command(  # noqa: PLR0913 - one argument for each option
    *,
    fast: bool,
    prd: Path,
    units: int,
    repo: Path | None,
    out: Path | None,
    as_json: bool,
    keep: bool,
    port: int,
) -> None:
    """Carry a PRD from a labelled issue to merged pull requests, on this computer alone."""
    try:
        text = prd.read_bytes().decode("utf-8", "replace")
    except OSError as error:
        click.echo(f"{prd} cannot be read: {error.strerror}", err=True)
        raise SystemExit(2) from error
    options = Options(
        prd=text,
        name=_title(text) or prd.stem,
        units=units,
        fast=fast or as_json,
        silent=as_json,
        keep=keep,
        repo=repo,
        out=out,
        port=port,
    )
    if not as_json:
        click.echo("Signalbox demo: nothing leaves this computer. Ctrl-C stops.\n")
    try:
        summary = asyncio.run(run(options))
    except NoRun as error:
        reply = {"state": "REFUSED", "reply": str(error)}
        click.echo(json.dumps(reply, ensure_ascii=False) if as_json else f"No run was started:\n\n{error}")
        raise SystemExit(2) from error
    except DemoFailed as error:
        click.echo(f"The demo failed: {error}", err=True)
        raise SystemExit(1) from error
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    click.echo(json.dumps(summary, ensure_ascii=False) if as_json else _shown(summary))


def _title(text: str) -> str:
    """The document's first heading, as far as it goes into an issue's title."""
    match = re.search(r"^#{1,2} +(.{1,120})", text, re.MULTILINE)
    return match[1].strip().removeprefix("PRD:").strip() if match else ""


def _shown(summary: dict[str, Any]) -> str:
    chain = "chain verified" if summary["ledger_verified"] else "chain NOT verified"
    merged = ", ".join(f"{unit['id']} (#{unit['pull_request']})" for unit in summary["units"]) or "none"
    return "\n".join(
        (
            "",
            f"  {summary['state']} in {summary['seconds']} s",
            f"  merged units                      {merged}",
            f"  GitHub calls by the App           {summary['api_calls']}",
            f"  comments by the App               {summary['bot_comments']}",
            f"  refusals                          {summary['refusals']}",
            f"  contents writes before approval   {summary['writes_before_approval']}",
            f"  ledger entries                    {summary['ledger_entries']}, {chain}",
            "",
        )
    )
