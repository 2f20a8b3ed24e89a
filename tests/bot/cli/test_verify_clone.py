"""A stranger with a clone and the public key checks the plans that were merged into it."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from dulwich import porcelain
from dulwich.repo import Repo

from bot.cli.verify import command
from bot.signing_key import public_pem
from policies import artifacts as files
from policies import entries as e
from policies.chain import Record, key_id, sign, to_jsonl
from policies.people import Person

KEY = Ed25519PrivateKey.from_private_bytes(b"\x01" * 32)
OTHER = Ed25519PrivateKey.from_private_bytes(b"\x02" * 32)
MONA, RAJ = Person(id=1, login="mona"), Person(id=2, login="raj")
FILES = {
    files.PACK: b'{"prd":"shop"}',
    files.PACK_SUMMARY: b"# Shop\n",
    files.PACK_DIAGRAM: b"graph LR\n",
}
HISTORY = "a" * 40


def chain(
    issue: int = 7, *, key: Ed25519PrivateKey = KEY, named: Mapping[str, str] | None = None
) -> tuple[Record, ...]:
    """A run's records up to the intent to write its plan."""
    run = f"9#{issue}"
    digests = dict(named or files.digests(FILES))
    digest = files.approval_digest(
        run=run, kind="plan", version=1, prd_sha256="b" * 64, files=files.digests(FILES)
    )
    entries: tuple[e.Entry, ...] = (
        e.RunStarted(
            repository_id=9, repository="octo/shop", issue=issue, title="A shop", author=MONA, by=RAJ,
            prd_sha256="b" * 64, base_ref="main",
        ),
        e.RoleAsked(role="triage", subject="triage"),
        e.TriageRecommended(verdict="GO", reasons=()),
        e.RoleAsked(role="planner", subject="plan 1"),
        e.PlanProposed(version=1, digest=digest, prd_sha256="b" * 64, files=digests),
        e.Approved(
            target="plan", version=1, digest=digest, by=RAJ, comment_id=5, comment_sha256="c" * 64, thread=issue,
            base_ref="main", base_sha=HISTORY, policy_digest="d" * 64,
        ),
        e.WriteIntended(subject="plan", digest=digest, branch=f"signalbox/run-{issue}-plan-v1", base_sha=HISTORY),
    )  # fmt: skip
    records: list[Record] = []
    for number, entry in enumerate(entries):
        at = f"2026-01-01T00:00:{number:02d}Z"
        data = e.to_data(entry)
        previous = records[-1] if records else None
        records.append(sign(key, previous=previous, run=run, at=at, type=entry.type, data=data))
    return tuple(records)


def landed(folder: Path, contents: Mapping[str, bytes], issue: int = 7) -> None:
    """These files in the run's folder, as one more commit."""
    for name, content in contents.items():
        path = folder / files.folder(issue) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    porcelain.add(str(folder))
    porcelain.commit(str(folder), message=b"Merge", author=b"raj <raj@x>", committer=b"raj <raj@x>")


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A repository with one merged plan, and the key's PEM beside it."""
    folder = tmp_path / "clone"
    porcelain.init(str(folder)).close()
    landed(folder, {**FILES, files.LEDGER: to_jsonl(chain())})
    (tmp_path / "key.pem").write_bytes(public_pem(KEY.public_key()))
    return folder


def check(folder: Path, *words: object) -> Result:
    line = [str(folder), "--key", str(folder.parent / "key.pem"), *map(str, words)]
    return CliRunner().invoke(command, line)


def test_a_merged_plan_verifies_and_is_shown(clone: Path) -> None:
    done = check(clone)
    assert (done.exit_code, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert [line.split()[2] for line in lines[:7]] == [record.type for record in chain()]
    assert lines[7].startswith("note: run 7 of octo/shop (repository 9) at commit ")
    plan = next(record for record in chain() if record.type == "approved").data
    assert lines[8] == "approved, and what came of it:"
    assert lines[9].startswith(f"  plan v1  {str(plan['digest'])[:12]} → approved by @")
    assert lines[10] == f"chain verified: 7 entries, head {chain()[-1].hash}"


def test_a_bare_clone_verifies_alike_and_what_is_not_committed_does_not_count(clone: Path) -> None:
    (clone / files.folder(7) / files.PACK).write_bytes(b"not committed")
    bare = clone.parent / "bare.git"
    porcelain.clone(str(clone), str(bare), bare=True, checkout=False).close()
    assert check(clone).exit_code == 0
    assert check(bare).stdout.splitlines()[-1] == check(clone).stdout.splitlines()[-1]


def test_the_default_branch_is_the_servers_and_not_what_is_checked_out(clone: Path) -> None:
    copy = clone.parent / "copy"
    porcelain.clone(str(clone), str(copy)).close()
    landed(copy, {files.PACK: b"{}"})
    assert check(copy).exit_code == 0


def test_every_run_is_checked_or_the_one_that_is_named(clone: Path) -> None:
    landed(clone, {**FILES, files.LEDGER: to_jsonl(chain(8))}, 8)
    assert check(clone).stdout.count("chain verified: 7 entries") == 2
    assert check(clone, "--run", 8).stdout.count("chain verified: 7 entries") == 1
    gone = check(clone, "--run", 9)
    assert (gone.exit_code, gone.stderr) == (
        2,
        "Error: there is no .signalbox/runs/9 on the default branch\n",
    )


Changed = Callable[[tuple[Record, ...]], Mapping[str, bytes]]


def _edited(records: tuple[Record, ...]) -> Mapping[str, bytes]:
    return {files.LEDGER: to_jsonl(records).replace(b'"raj"', b'"eve"', 1)}


def _dropped(records: tuple[Record, ...]) -> Mapping[str, bytes]:
    return {files.LEDGER: to_jsonl((*records[:3], *records[4:]))}


def _swapped(records: tuple[Record, ...]) -> Mapping[str, bytes]:
    return {files.LEDGER: to_jsonl((*records[:3], records[4], records[3], *records[5:]))}


def _twice(records: tuple[Record, ...]) -> Mapping[str, bytes]:
    return {files.LEDGER: to_jsonl((*records[:4], *records[3:]))}


def _cut(records: tuple[Record, ...]) -> Mapping[str, bytes]:
    return {files.LEDGER: to_jsonl(records[:-1])}


def _cut_in_a_line(records: tuple[Record, ...]) -> Mapping[str, bytes]:
    return {files.LEDGER: to_jsonl(records)[:-5]}


def _another_key(_records: tuple[Record, ...]) -> Mapping[str, bytes]:
    return {files.LEDGER: to_jsonl(chain(key=OTHER))}


def _spliced(records: tuple[Record, ...]) -> Mapping[str, bytes]:
    return {files.LEDGER: to_jsonl((*records[:4], chain(8)[4], *records[5:]))}


def _other_run(_records: tuple[Record, ...]) -> Mapping[str, bytes]:
    return {files.LEDGER: to_jsonl(chain(8))}


def _other_digests(_records: tuple[Record, ...]) -> Mapping[str, bytes]:
    return {files.LEDGER: to_jsonl(chain(named={**files.digests(FILES), files.PACK: "e" * 64}))}


def _file(_records: tuple[Record, ...]) -> Mapping[str, bytes]:
    return {files.PACK_SUMMARY: b"# Another shop\n"}


def _beside(_records: tuple[Record, ...]) -> Mapping[str, bytes]:
    return {"deploy.sh": b"#!/bin/sh\n"}


@pytest.mark.parametrize(
    ("changed", "line"),
    [
        (_edited, "broken at entry 0: its signature does not fit"),
        (_dropped, "broken at entry 3: it says it is number 4"),
        (_swapped, "broken at entry 3: it says it is number 4"),
        (_twice, "broken at entry 4: it says it is number 3"),
        (_cut, "entry 5 is not the intent to write a plan, which is where it must end"),
        (_cut_in_a_line, "broken at entry 6: the last line has no line feed: the file was cut off"),
        (_another_key, f"broken at entry 0: it is signed with the key {key_id(OTHER.public_key())}"),
        (_spliced, "broken at entry 4: it belongs to 9#8, not to 9#7"),
        (_other_run, "the ledger in the folder of run 7 is that of run 8"),
        (_other_digests, "entry 4 names a digest that its files do not have"),
        (_file, "architecture_pack_summary.md is not the file that was approved: its SHA-256 differs"),
        (_beside, "deploy.sh lies beside the plan and nobody approved it"),
    ],
    ids=lambda value: value.__name__.strip("_") if callable(value) else "",
)
def test_whatever_was_committed_instead_is_told(clone: Path, changed: Changed, line: str) -> None:
    landed(clone, changed(chain()))
    done = check(clone)
    assert done.exit_code == 1, done.output
    assert done.stderr.startswith(f"Error: {line}")
    assert done.stderr.count("\n") == 1
    assert "chain verified" not in done.output


def test_what_cannot_be_checked_says_why(clone: Path, tmp_path: Path) -> None:
    keyless = CliRunner().invoke(command, [str(clone)])
    assert keyless.exit_code == 2
    assert keyless.stderr.startswith("Error: a key inside the repository would prove nothing: get the App's")
    empty = tmp_path / "empty"
    Repo.init(str(empty), mkdir=True).close()
    assert check(empty).stderr == "Error: the repository has no commit yet\n"
    planless = tmp_path / "planless"
    porcelain.init(str(planless)).close()
    (planless / "README.md").write_text("# Shop\n")
    landed(planless, {})
    assert check(planless).stderr.startswith("Error: there is no .signalbox/runs on the default branch")


def test_keys_come_as_a_file_a_folder_or_json(clone: Path, tmp_path: Path) -> None:
    several = tmp_path / "keys"
    several.mkdir()
    (several / "new.pem").write_bytes(public_pem(OTHER.public_key()))
    assert check(clone, "--keys", several).stderr.startswith(
        "Error: broken at entry 0: it is signed with the key"
    )
    (several / "old.pem").write_bytes(public_pem(KEY.public_key()))
    assert check(clone, "--keys", several).exit_code == 0
    bundle = tmp_path / "bundle.pem"
    bundle.write_bytes(public_pem(OTHER.public_key()) + b"\n" + public_pem(KEY.public_key()))
    assert check(clone, "--key", bundle).exit_code == 0
    gone = check(clone, "--key", tmp_path / "gone.pem")
    assert (gone.exit_code, gone.stderr.count("cannot be read")) == (2, 1)
