"""Whatever is done to whichever entry of a record, `verify` notices it with the public key and one published hash.

The record is that of a run played with real decisions; as a folder, in a bare clone, and in the comments on GitHub.
"""

import asyncio
import json
from collections.abc import Mapping
from pathlib import Path

from click.testing import CliRunner, Result
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from dulwich.objects import Blob, Commit, Tree
from dulwich.refs import Ref
from dulwich.repo import Repo

from bot.cli.verify import command
from bot.signing_key import public_pem, signing_key
from handlers.blocks import read_ledger
from policies import artifacts as files
from policies.chain import Record, sign, to_jsonl
from tests.bot.cli.tampering import Chain, everywhere, with_records
from tests.policies.chains import KEY
from tests.policies.journey import until
from tests.stories.shortcuts import backlog_proposed
from tests.stories.stage import REPOSITORY, Play

RUN = until("unit written")


def other_run(chain: Chain, key: Ed25519PrivateKey = KEY) -> Chain:
    """The same history in another run, signed by the same App."""
    made: list[Record] = []
    for record in chain:
        previous = made[-1] if made else None
        made.append(
            sign(key, previous=previous, run="1#13", at=record.at, type=record.type, data=record.data)
        )
    return tuple(made)


def missed(done: Result, name: str, at: int) -> str:
    """What was not noticed, or not said in one line; nothing when all is well."""
    well = done.exit_code == 1 and done.stderr.startswith("Error: ") and done.stderr.count("\n") == 1
    return "" if well and "chain verified" not in done.output else f"{name} at {at}: {done.output}"


def test_in_a_folder(tmp_path: Path) -> None:
    chain = tuple(RUN.records)
    (tmp_path / "public_key.pem").write_bytes(public_pem(KEY.public_key()))
    head = {"seq": len(chain) - 1, "hash": chain[-1].hash, "where": "pull request #41"}
    (tmp_path / "heads.json").write_text(json.dumps({"run": chain[0].run, "heads": [head]}))
    plan = files.plan_files_of(RUN.stored[RUN.run.plans[-1].files[files.PACK]])
    backlog = files.backlog_files_of(RUN.stored[RUN.run.backlogs[-1].files[files.BACKLOG]])
    for name, content in {**plan, **backlog}.items():
        (tmp_path / name).write_bytes(content)

    def check(records: tuple[Record, ...]) -> Result:
        (tmp_path / "ledger.jsonl").write_bytes(to_jsonl(records))
        return CliRunner().invoke(command, [str(tmp_path)])

    assert check(chain).exit_code == 0, check(chain).output
    tried = list(everywhere(chain, other_run(chain), KEY))
    assert len(tried) == 11 * len(chain) - 1
    assert [wrong for name, at, records in tried if (wrong := missed(check(tuple(records)), name, at))] == []


def test_in_a_bare_clone(tmp_path: Path) -> None:
    intent = next(n for n, record in enumerate(RUN.records) if record.type == "write_intended")
    chain = tuple(RUN.records[: intent + 1])
    pack = RUN.stored[RUN.run.plans[-1].files[files.PACK]]
    repo = Repo.init_bare(str(tmp_path / "bare.git"), mkdir=True)
    (tmp_path / "key.pem").write_bytes(public_pem(KEY.public_key()))

    def check(records: tuple[Record, ...]) -> Result:
        _landed(repo, {**files.plan_files_of(pack), files.LEDGER: to_jsonl(records)})
        words = ["--key", str(tmp_path / "key.pem"), "--head", chain[-1].hash]
        return CliRunner().invoke(command, [str(tmp_path / "bare.git"), *words])

    assert check(chain).exit_code == 0, check(chain).output
    tried = list(everywhere(chain, other_run(chain), KEY))
    assert [wrong for name, at, records in tried if (wrong := missed(check(tuple(records)), name, at))] == []
    repo.close()


def _landed(repo: Repo, contents: Mapping[str, bytes]) -> None:
    """A commit on the default branch that holds the run's folder and nothing else."""
    tree = Tree()
    for name, content in contents.items():
        blob = Blob.from_string(content)
        repo.object_store.add_object(blob)
        tree.add(name.encode(), 0o100644, blob.id)
    repo.object_store.add_object(tree)
    for part in (b"12", b"runs", b".signalbox"):
        above = Tree()
        above.add(part, 0o040000, tree.id)
        repo.object_store.add_object(above)
        tree = above
    commit = Commit()
    commit.tree = tree.id
    commit.author = commit.committer = b"raj <raj@x>"
    commit.author_time = commit.commit_time = 1_700_000_000
    commit.author_timezone = commit.commit_timezone = 0
    commit.encoding, commit.message = b"UTF-8", b"Merge"
    repo.object_store.add_object(commit)
    repo.refs[Ref(b"HEAD")] = commit.id


async def test_on_github(stage: Play, tmp_path: Path) -> None:
    """Done in the card and in every comment that repeats an entry; the stand-in is asked anew each time."""
    await backlog_proposed(stage)
    chain = (await stage.look()).records
    key = signing_key("", stage.data / "ledger_key.pem")
    (tmp_path / "key.pem").write_bytes(public_pem(key.public_key()))
    await stage.stop()
    stage.broken = True
    repository = stage.github.world.repo("acme", "shop")
    assert repository is not None
    comments = [each for each in repository.comments.values() if each.app is not None]
    before = {each.id: each.body for each in comments}
    words = [f"{REPOSITORY}#{stage.issue}", "--github", stage.github.url, "--keys", str(tmp_path / "key.pem")]

    async def check(records: tuple[Record, ...]) -> Result:
        by_seq = {record.seq: record for record in records}
        for comment in comments:
            own = read_ledger(before[comment.id])
            assert isinstance(own, tuple)
            card = "kind=card" in before[comment.id]
            kept = records if card else [by_seq[each.seq] for each in own if each.seq in by_seq]
            comment.body = with_records(before[comment.id], kept)
        return await asyncio.to_thread(CliRunner().invoke, command, [*words, "--head", chain[-1].hash])

    assert (await check(chain)).exit_code == 0
    tried = list(everywhere(chain, other_run(chain, key), key))
    found = [missed(await check(tuple(records)), name, at) for name, at, records in tried]
    assert [wrong for wrong in found if wrong] == []
    for comment in comments:
        comment.body = before[comment.id]
