"""What a plan and a backlog consist of, and the digests by which they are stored and approved."""

import hashlib

import pytest
from pydantic import ValidationError

from agents.schemas import backlog as backlogs
from agents.schemas import pack as packs
from policies import artifacts
from tests.policies.build import backlog, pack


def test_a_plan_and_a_backlog_consist_of_these_files() -> None:
    assert list(artifacts.plan_files(pack())) == [
        "architecture_pack.json",
        "architecture_pack_summary.md",
        "architecture_pack_diagram.mmd",
    ]
    assert list(artifacts.backlog_files(backlog())) == [
        "decomposition_plan.json",
        "decomposition_plan_summary.md",
    ]


def test_files_made_again_from_the_stored_bytes_are_the_same_files() -> None:
    assert artifacts.plan_files_of(packs.canonical(pack())) == artifacts.plan_files(pack())
    assert artifacts.backlog_files_of(backlogs.canonical(backlog())) == artifacts.backlog_files(backlog())


def test_the_stored_bytes_themselves_are_kept() -> None:
    content = packs.canonical(pack()).replace(b"{", b"{ ", 1)
    assert artifacts.plan_files_of(content)[artifacts.PACK] == content


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b"null", b"\xff"])
def test_what_is_no_artifact_has_no_files(content: bytes) -> None:
    with pytest.raises(ValidationError):
        artifacts.plan_files_of(content)


def test_a_digest_is_sha_256() -> None:
    assert artifacts.sha256(b"") == hashlib.sha256(b"").hexdigest()
    assert artifacts.digests({"a": b""}) == {"a": hashlib.sha256(b"").hexdigest()}


def test_a_blob_of_github_s_api_has_line_breaks() -> None:
    assert artifacts.from_base64("c2ln\nbmFs\n") == b"signal"


BOUND: dict[str, object] = {
    "run": "1#12",
    "kind": "plan",
    "version": 1,
    "prd_sha256": "b" * 64,
    "files": {"a.json": "1" * 64},
}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("run", "1#13"),
        ("run", "2#12"),
        ("kind", "backlog"),
        ("version", 2),
        ("prd_sha256", "c" * 64),
        ("files", {}),
        ("files", {"a.json": "2" * 64}),
        ("files", {"b.json": "1" * 64}),
        ("files", {"a.json": "1" * 64, "b.json": "1" * 64}),
    ],
)
def test_what_is_approved_depends_on_each_part(name: str, value: object) -> None:
    changed = {**BOUND, name: value}
    assert artifacts.approval_digest(**changed) != artifacts.approval_digest(**BOUND)  # type: ignore[arg-type]  # a table


def test_the_order_of_files_changes_nothing() -> None:
    one = artifacts.approval_digest(**{**BOUND, "files": {"a": "1", "b": "2"}})  # type: ignore[arg-type]  # a table
    other = artifacts.approval_digest(**{**BOUND, "files": {"b": "2", "a": "1"}})  # type: ignore[arg-type]  # a table
    assert one == other
