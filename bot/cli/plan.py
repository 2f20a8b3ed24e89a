"""`python -m bot plan`: reads a PRD from a file and writes the plan's files, without GitHub, a model or a network."""

import contextlib
from collections.abc import Mapping
from pathlib import Path
from typing import NoReturn

import click

from agents.builtin.decompose import DecompositionInputs, decompose
from agents.builtin.planner import plan
from agents.builtin.reader import Unreadable
from agents.builtin.reader.text.clean import LIMIT_BYTES
from agents.schemas.pack import ArchitecturePack
from agents.schemas.planner import PlannerInputs
from policies.artifacts import BACKLOG_SUMMARY, PACK_SUMMARY, backlog_files, plan_files
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
    """Plan a PRD: exit 0 and the plan's files in OUT, or exit 2, why there is no plan, and nothing in OUT."""
    try:
        body, given = _text(prd), _text(constraints) if constraints else ""
    except OSError as error:
        _refuse(ctx, error.filename, f"It cannot be read: {error.strerror}.")
    drawn = plan(PlannerInputs(title="", body=body, constraints=given))
    if isinstance(drawn, Unreadable):
        _refuse(ctx, prd, _why(prd, drawn))
    backlog = decompose(DecompositionInputs(pack=drawn))
    pack = complete(drawn, backlog)
    files = {**plan_files(pack), **backlog_files(backlog)}
    try:
        _write(out, files)
    except OSError as error:
        _refuse(ctx, out, f"It cannot be written to: {error.strerror}.")
    click.echo(
        files["architecture_pack.json"].decode()
        if as_json
        else _said(pack, units=len(backlog.units), names=sorted(files), out=out)
    )


def _refuse(ctx: click.Context, path: object, why: str) -> NoReturn:
    click.echo(f"{path}: {why}", err=True)
    ctx.exit(2)


def _why(prd: Path, drawn: Unreadable) -> str:
    """Why the reader refused it, where the bytes say more than what was left of them."""
    content = prd.read_bytes() if prd.is_file() else b""
    try:
        content.decode()
    except UnicodeDecodeError as error:
        if b"\0" not in content:
            return f"This is not UTF-8: byte {error.start + 1} cannot be read. Save it as UTF-8."
    if len(content) > READ_AT_MOST:
        read = f"{LIMIT_BYTES // 1024} KiB is the most I read."
        return f"The PRD has {len(content) // 1024} KiB; {read} {drawn.remedy}"
    return f"{drawn.reason} {drawn.remedy}"


def _write(out: Path, files: Mapping[str, bytes]) -> None:
    """All of them or none: each is written beside its place, and put there when the last one is on the disk."""
    out.mkdir(parents=True, exist_ok=True)
    beside = {out / name: out / f".{name}.part" for name in files}
    try:
        for path, part in beside.items():
            part.write_bytes(files[path.name])
        for path, part in beside.items():
            part.replace(path)
    finally:
        for part in beside.values():
            with contextlib.suppress(OSError):
                part.unlink()


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
            "",
            f"Read {PACK_SUMMARY} first, then {BACKLOG_SUMMARY}. To change the plan, change the PRD and run this again.",
        )
    )
