"""A stranger with a folder and a public key sees what was decided, and the first thing that does not hold."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from policies.chain import key_id, sign, to_jsonl
from tests.bot.cli.exported import (
    ENTRIES,
    KEY,
    PACK,
    PATCHES,
    PLAN,
    RUN,
    Entry,
    chain,
    check,
    export,
    heads,
    pem,
)

OTHER_KEY = Ed25519PrivateKey.from_private_bytes(b"\x02" * 32)


def cut_off(folder: Path) -> None:
    (folder / "ledger.jsonl").write_bytes(to_jsonl(chain()[:-1]))


def edit_entry(folder: Path) -> None:
    ledger = folder / "ledger.jsonl"
    ledger.write_bytes(ledger.read_bytes().replace(b'"mona"', b'"lisa"', 1))


def drop_entry(folder: Path) -> None:
    records = chain()
    (folder / "ledger.jsonl").write_bytes(to_jsonl((*records[:4], *records[5:])))


def sign_anew(folder: Path) -> None:
    (folder / "ledger.jsonl").write_bytes(to_jsonl(chain(key=OTHER_KEY)))


def sign_anew_with_its_key(folder: Path) -> None:
    sign_anew(folder)
    (folder / "public_key.pem").write_bytes(pem(OTHER_KEY))


def change_pack(folder: Path) -> None:
    (folder / "architecture_pack.json").write_bytes(PACK + b" ")


def older_pack(folder: Path) -> None:
    (folder / "decomposition_plan.json").write_bytes(b"{}")


def other_run(folder: Path) -> None:
    (folder / "heads.json").write_text(json.dumps({"run": "octo/shop#8", "heads": []}))


def two_heads(folder: Path) -> None:
    head = {"seq": 1, "hash": "0" * 64, "where": "a"}
    text = json.dumps({"run": RUN, "heads": [head, {**head, "hash": "1" * 64}]})
    (folder / "heads.json").write_text(text)


def not_canonical(folder: Path) -> None:
    ledger = folder / "ledger.jsonl"
    ledger.write_bytes(b" " + ledger.read_bytes())


def key_under_a_false_name(folder: Path) -> None:
    (folder / "keys.json").write_text(json.dumps({"0" * 16: pem(KEY).decode()}))


@pytest.mark.parametrize(
    ("tamper", "line"),
    [
        (
            cut_off,
            "broken at entry 11: a hash was published for this record, but the chain ends after 11 records",
        ),
        (edit_entry, "broken at entry 0: its signature does not fit: it was changed after it was signed"),
        (drop_entry, "broken at entry 4: it says it is number 5"),
        (
            sign_anew,
            f"broken at entry 0: it is signed with the key {key_id(OTHER_KEY.public_key())}, which is not known",
        ),
        (sign_anew_with_its_key, f"broken at entry 2: the published hash is {chain()[2].hash}, this"),
        (
            change_pack,
            "architecture_pack.json is not the file that entry 2 names: its SHA-256 differs",
        ),
        (older_pack, "decomposition_plan.json is not the file that entry 6 names: its SHA-256 differs"),
        (other_run, "broken at entry 0: it belongs to octo/shop#7, not to octo/shop#8"),
        (two_heads, "two different hashes were published for entry 1"),
        (not_canonical, "broken at entry 0: the line is not in canonical form"),
        (
            key_under_a_false_name,
            f"keys.json holds the key {key_id(KEY.public_key())} under the name 0000000000000000",
        ),
    ],
    ids=lambda value: value.__name__ if callable(value) else "",
)
def test_what_does_not_hold_is_one_line_and_exit_1(
    tmp_path: Path, tamper: Callable[[Path], None], line: str
) -> None:
    tamper(export(tmp_path))
    done = check(tmp_path)
    assert done.exit_code == 1
    assert done.stderr.startswith(f"Error: {line}")
    assert done.stderr.count("\n") == 1
    assert "chain verified" not in done.output


@pytest.mark.parametrize(
    ("entries", "line"),
    [
        ((ENTRIES[0], ENTRIES[3]), "entry 1 approves what was never proposed"),
        ((*ENTRIES[:3], ENTRIES[4]), "entry 3 is a write that nobody approved"),
        (
            (*ENTRIES[:4], ("approval_voided", {"digest": PLAN}), ENTRIES[4]),
            "entry 5 is a write that nobody approved",
        ),
        ((*ENTRIES[:4], ENTRIES[5]), "entry 4 was written without being recorded first"),
        (
            (*ENTRIES[:11], ("written", {"digest": PATCHES, "tree_sha": "0" * 40})),
            "entry 11 wrote another tree than the one that was approved",
        ),
        (
            (*ENTRIES, ("plan_proposed", {"digest": "9" * 64, "files": {"../x": "0" * 64}})),
            "entry 12 names `../x`, which is not the name of an artifact",
        ),
    ],
    ids=["approved", "intended", "voided", "written", "tree", "name"],
)
def test_a_signed_entry_that_breaks_the_promise_is_told(
    tmp_path: Path, entries: tuple[Entry, ...], line: str
) -> None:
    done = check(export(tmp_path, entries))
    assert done.exit_code == 1
    assert done.stderr == f"Error: {line}\n"


@pytest.mark.parametrize("name", ["ledger.jsonl", "heads.json", "public_key.pem", "architecture_pack.json"])
def test_a_missing_file_is_told_and_exit_2(tmp_path: Path, name: str) -> None:
    (export(tmp_path) / name).unlink()
    done = check(tmp_path)
    assert done.exit_code == 2
    assert name in done.stderr


@pytest.mark.parametrize(
    ("name", "content", "line"),
    [
        ("ledger.jsonl", b"", "ledger.jsonl is empty: there is nothing to check"),
        ("heads.json", b"{}", "heads.json cannot be read: Field required"),
        ("heads.json", b"not JSON", "heads.json cannot be read: Invalid JSON"),
        ("public_key.pem", b"not a key", "public_key.pem holds no public key in PEM form"),
        (
            "public_key.pem",
            generate_private_key(SECP256R1())
            .public_key()
            .public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo),
            "public_key.pem holds a key that is not an Ed25519 key",
        ),
        ("keys.json", b"[]", "keys.json cannot be read: Input should be an object"),
    ],
    ids=["empty ledger", "empty heads", "heads", "key", "other key", "keys"],
)
def test_an_unreadable_file_is_told_and_exit_2(tmp_path: Path, name: str, content: bytes, line: str) -> None:
    (export(tmp_path) / name).write_bytes(content)
    done = check(tmp_path)
    assert done.exit_code == 2
    assert done.stderr.startswith(f"Error: {line}")


def test_a_run_on_github_is_not_checked_without_a_key() -> None:
    done = check("octo/shop#7")
    assert done.exit_code == 2
    assert done.stderr == (
        "Error: a record proves nothing without the key of who signed it: get the App's public keys from its operator "
        "(GET /ledger-key on the App's address) and name them with --keys\n"
    )


def test_a_whole_run_is_shown_and_verified(tmp_path: Path) -> None:
    done = check(export(tmp_path))
    assert done.exit_code == 0
    assert done.stdout.splitlines() == [
        "   0  2026-01-01T00:00:00Z  run_started  @mona  prd_sha256=aaaaaaaaaaaa",
        "   1  2026-01-01T00:00:01Z  plan_proposed  digest=000000000000",
        "   2  2026-01-01T00:00:02Z  plan_proposed  digest=111111111111",
        "   3  2026-01-01T00:00:03Z  approved  plan  @mona  digest=111111111111 base_sha=cccccccccccc",
        "   4  2026-01-01T00:00:04Z  write_intended  plan  digest=111111111111",
        "   5  2026-01-01T00:00:05Z  written  plan  digest=111111111111 tree_sha=eeeeeeeeeeee commit_sha=dddddddddddd",
        "   6  2026-01-01T00:00:06Z  backlog_proposed  digest=222222222222",
        "   7  2026-01-01T00:00:07Z  approved  backlog  @mona  digest=222222222222",
        "   8  2026-01-01T00:00:08Z  patchset_proposed  U-01 PS-1  digest=333333333333 tree_sha=ffffffffffff",
        "   9  2026-01-01T00:00:09Z  approved  PS-1  @mona  digest=333333333333",
        "  10  2026-01-01T00:00:10Z  write_intended  U-01  digest=333333333333",
        "  11  2026-01-01T00:00:11Z  written  U-01  digest=333333333333 tree_sha=ffffffffffff",
        f"note: signed with {key_id(KEY.public_key())}; compare with the App's published key",
        "note: the newest published hash is that of entry 11, in pull request #31",
        "approved, and what came of it:",
        "  plan v2     111111111111 → approved by @mona, entry 3 → commit dddddddddddd, tree eeeeeeeeeeee",
        "  backlog v?  222222222222 → approved by @mona, entry 7",
        "  U-01 PS-1   333333333333 → approved by @mona, entry 9 → commit ?, tree ffffffffffff",
        f"chain verified: 12 entries, head {chain()[-1].hash}",
    ]


def test_a_reader_is_told_what_was_not_checked(tmp_path: Path) -> None:
    export(tmp_path)
    (tmp_path / "heads.json").write_text(heads(chain()))
    (tmp_path / "issue_sync.json").write_text("{}")
    done = check(tmp_path)
    assert done.exit_code == 0
    assert "note: heads.json names no published hash, so entries cut off" in done.stdout
    assert "note: not named by the ledger and not checked: issue_sync.json\n" in done.stdout


def test_a_head_a_reader_has_seen_is_looked_for(tmp_path: Path) -> None:
    export(tmp_path)
    assert check(tmp_path, "--head", chain()[5].hash).exit_code == 0
    assert check(tmp_path, "--head", chain()[5].hash[:12]).exit_code == 0
    assert check(tmp_path, "--head", chain()[5].hash[:11]).exit_code == 2
    done = check(tmp_path, "--head", "f" * 64)
    assert done.exit_code == 1
    assert done.stderr == "Error: the head ffffffffffff… that you gave is not in this ledger\n"


def test_a_ledger_signed_with_two_keys_verifies_with_both(tmp_path: Path) -> None:
    records = chain()
    more = sign(OTHER_KEY, previous=records[-1], run=RUN, at="2026-01-02T00:00:00Z", type="run_done", data={})
    export(tmp_path)
    (tmp_path / "ledger.jsonl").write_bytes(to_jsonl((*records, more)))
    assert check(tmp_path).exit_code == 1
    keys = {key_id(key.public_key()): pem(key).decode() for key in (KEY, OTHER_KEY)}
    (tmp_path / "keys.json").write_text(json.dumps(keys))
    assert check(tmp_path).exit_code == 0


def test_what_people_called_themselves_cannot_disturb_the_screen(tmp_path: Path) -> None:
    entries: tuple[Entry, ...] = (("paused", {"by": {"id": 1, "login": "mo\u202ena\x1b[2J\n"}}),)
    (tmp_path / "ledger.jsonl").write_bytes(to_jsonl(chain(entries)))
    (tmp_path / "public_key.pem").write_bytes(pem(KEY))
    (tmp_path / "heads.json").write_text(heads(chain(entries), 0))
    done = check(tmp_path)
    assert done.exit_code == 0
    assert "@mo[U+202E]na[U+001B][2J[U+000A]" in done.stdout
