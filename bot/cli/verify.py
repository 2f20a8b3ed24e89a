"""`python -m bot verify`: shows and checks a run with nothing but what is public and the App's public key."""

import asyncio
import os
import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

import click
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from bot.github.port import AiohttpPort
from bot.verify import clone, folder, thread
from bot.verify.approved import roads
from bot.verify.keys import keys_from
from bot.verify.problems import NotChecked, NotVerified
from bot.verify.records import chain_problem, line_of, order_problems, replayed, signers
from bot.verify.visitor import Visitor
from bot.verify.written import Books
from config.settings import LOCAL_HOSTS, apis
from policies.chain import Broken, Record, verify
from policies.characters import visible

Keys = Mapping[str, Ed25519PublicKey]
_ON_GITHUB = re.compile(r"([\w.-]+)/([\w.-]+)#([1-9][0-9]{0,9})", re.ASCII)
_GET_A_KEY = "get the App's public keys from its operator (GET /ledger-key on the App's address) and name them with --keys"


@click.command()
@click.argument("run")
@click.option(
    "--key",
    "--keys",
    "key_file",
    type=click.Path(path_type=Path),
    help="The App's public keys: a PEM file, a folder of them, or the JSON of its /ledger-key.",
)
@click.option(
    "--head",
    help="A head hash, or its first 12 digits, that you have seen published, for instance in a pull request.",
)
@click.option("--github", default="https://github.com", show_default=True, help="Which GitHub RUN is on.")
@click.option("--token-env", metavar="NAME", help="The environment variable with a token that can read RUN.")
@click.option("--run", "issue", type=int, help="In a clone with several runs, the number of one.")
def command(  # noqa: PLR0913, PLR0917 - click passes one argument for each option
    run: str, key_file: Path | None, head: str | None, github: str, token_env: str | None, issue: int | None
) -> None:
    """Check RUN: `owner/name#12` on GitHub, a clone with merged plans, or a folder with an exported run.

    Exit 0 when all of it holds, 1 when something is wrong, 2 when it cannot be checked.
    """
    if head is not None and re.fullmatch(r"[0-9a-f]{12,64}", head) is None:
        raise NotChecked("a head is 12 to 64 hexadecimal digits")
    keys = keys_from(key_file) if key_file else {}
    on_github = _ON_GITHUB.fullmatch(run)
    if on_github:
        owner, name, number = on_github.groups()
        token = _token(token_env) if token_env else ""
        asyncio.run(_on_github(owner, name, int(number), keys=keys, head=head, github=github, token=token))
    elif not (Path(run) / folder.LEDGER).is_file() and clone.is_clone(Path(run)):
        _in_clone(Path(run), issue, keys=keys, head=head)
    else:
        _in_folder(Path(run), keys=keys, head=head)


async def _on_github(  # noqa: PLR0913 - one argument for each option
    owner: str, name: str, issue: int, *, keys: Keys, head: str | None, github: str, token: str
) -> None:
    if not keys:
        raise NotChecked(f"a record proves nothing without the key of who signed it: {_GET_A_KEY}")
    async with AiohttpPort() as port:
        visitor = Visitor(port, _rest(github), token)
        evidence = await thread.gather(visitor, owner, name, issue)
        records = evidence.chain
        problem = chain_problem(records, keys, run=evidence.repository.run, heads=evidence.heads)
        if problem is not None:
            raise problem
        _show(records)
        replayed(records)
        async for line in Books(visitor, evidence, evidence.artifacts).check():
            click.echo(visible(line))
    _seen(records, head)
    click.echo(f"note: kept by {visible(evidence.bot['login'])}, signed with {signers(records)}")
    outside = [each for each in evidence.heads if not each.where.startswith("the status card")]
    if outside:
        last = max(outside, key=lambda each: each.seq)
        click.echo(
            f"note: the newest hash published outside the comments is entry {last.seq}'s, in {last.where}"
        )
    else:
        click.echo(
            "note: no hash was published outside the comments yet, so a cut-off end would not be noticed"
        )
    _verified(records, f" ({visitor.calls} requests)")


def _in_clone(path: Path, issue: int | None, *, keys: Keys, head: str | None) -> None:
    if not keys:
        raise NotChecked(f"a key inside the repository would prove nothing: {_GET_A_KEY}")
    for run in clone.landed(path, issue):
        records = run.records
        problem = chain_problem(records, keys, run=None)
        if problem is not None:
            raise problem
        _show(records)
        told = replayed(records)
        if told.key.issue != run.issue:
            raise NotVerified(f"the ledger in the folder of run {run.issue} is that of run {told.key.issue}")
        if (wrong := clone.file_problem(run)) is not None:
            raise wrong
        _seen(records, head)
        click.echo(
            f"note: run {run.issue} of {visible(told.key.repository)} (repository {told.repository_id}) at commit "
            f"{run.commit[:12]}, signed with {signers(records)}; what came after this plan is on GitHub"
        )
        _verified(records)


def _in_folder(path: Path, *, keys: Keys, head: str | None) -> None:
    export = folder.read(path, keys)
    outcome = verify(
        export.records,
        export.keys,
        run=export.heads.run,
        anchors={each.seq: each.hash for each in export.heads.heads},
    )
    if isinstance(outcome, Broken):
        raise NotVerified(f"broken at entry {outcome.seq}: {visible(outcome.reason)}")
    _show(export.records, check_order=False)
    for problem in (*order_problems(export.records), *folder.file_problems(export)):
        raise problem
    _seen(export.records, head)
    for note in folder.notes(export):
        click.echo(f"note: {note}")
    _verified(export.records)


def _show(records: tuple[Record, ...], *, check_order: bool = True) -> None:
    for record in records:
        click.echo(line_of(record))
    for problem in order_problems(records) if check_order else ():
        raise problem


def _seen(records: tuple[Record, ...], head: str | None) -> None:
    if head is not None and not any(record.hash.startswith(head) for record in records):
        raise NotVerified(f"the head {head[:12]}… that you gave is not in this ledger")


def _verified(records: tuple[Record, ...], how: str = "") -> None:
    lines = list(roads(records))
    if lines:
        click.echo("approved, and what came of it:")
    for line in lines:
        click.echo(line)
    click.echo(f"chain verified: {len(records)} entries, head {records[-1].hash}{how}")


def _rest(github: str) -> str:
    address = urlsplit(github)
    if address.scheme != "https" and address.hostname not in LOCAL_HOSTS:
        raise NotChecked("--github is an address such as https://github.example.com")
    return apis(github.rstrip("/"))[0]


def _token(name: str) -> str:
    token = os.environ.get(name, "").strip()  # noqa: TID251 - the caller names the variable, so settings cannot know it
    if not token:
        raise NotChecked(f"the environment variable {name} is not set")
    return token
