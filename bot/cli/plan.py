"""`python -m bot plan`: reads a PRD from a file and writes the plan's files, without GitHub, a model or a network."""

from pathlib import Path

import click

from agents.builtin.decompose import DecompositionInputs, decompose
from agents.builtin.planner import plan
from agents.builtin.reader import Unreadable
from agents.builtin.reader.clean import LIMIT_BYTES
from agents.schemas.pack import ArchitecturePack
from agents.schemas.planner import PlannerInputs
from policies.artifacts import backlog_files, plan_files
from policies.coverage import complete

READ_AT_MOST = 4 * LIMIT_BYTES


@click.command()
@click.option(
    "--prd",
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The PRD: Markdown or plain text.",
)
@click.option(
    "--out",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="Where the files go; made when missing.",
)
@click.option(
    "--constraints",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The organisation's constraints as YAML.",
)
@click.option(
    "--json", "as_json", is_flag=True, help="Print the pack as JSON instead of what was understood."
)
@click.pass_context
def command(ctx: click.Context, *, prd: Path, out: Path, constraints: Path | None, as_json: bool) -> None:
    """Plan a PRD: exit 0 and the plan's files in OUT, or exit 2 and why it could not be read."""
    drawn = plan(
        PlannerInputs(title="", body=_text(prd), constraints=_text(constraints) if constraints else "")
    )
    if isinstance(drawn, Unreadable):
        click.echo(f"{prd}: {drawn.reason} {drawn.remedy}", err=True)
        ctx.exit(2)
    backlog = decompose(DecompositionInputs(pack=drawn))
    pack = complete(drawn, backlog)
    files = {**plan_files(pack), **backlog_files(backlog)}
    out.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (out / name).write_bytes(content)
    click.echo(
        files["architecture_pack.json"].decode()
        if as_json
        else _said(pack, units=len(backlog.units), names=sorted(files), out=out)
    )


def _text(path: Path) -> str:
    with path.open("rb") as opened:
        # Bytes that are no UTF-8 are replaced, as GitHub does it; the reader says so when there are too many.
        return opened.read(READ_AT_MOST).decode("utf-8", "replace")


def _said(pack: ArchitecturePack, *, units: int, names: list[str], out: Path) -> str:
    counted = pack.coverage
    return "\n".join(
        (
            *pack.prd.understood,
            "",
            f"{counted.requirements.served}/{counted.requirements.total} requirements and {counted.nfrs.served}/{counted.nfrs.total} quality demands have a component; {units} units.",
            *(
                f"{each.id} {each.text} (default: {each.default or 'none, an answer is needed'})"
                for each in pack.clarifications
            ),
            "",
            *(str(out / name) for name in names),
        )
    )
