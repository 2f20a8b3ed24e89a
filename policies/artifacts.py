"""The files a plan and a backlog consist of, and the digests by which people approve them."""

import base64
import hashlib
from collections.abc import Mapping

import rfc8785

from agents.builtin.decomposing.summary import summary as backlog_summary
from agents.builtin.summary import diagram, summary
from agents.schemas import backlog as backlogs
from agents.schemas import pack as packs
from agents.schemas.backlog import Backlog
from agents.schemas.pack import ArchitecturePack

PACK = "architecture_pack.json"
PACK_SUMMARY = "architecture_pack_summary.md"
PACK_DIAGRAM = "architecture_pack_diagram.mmd"
BACKLOG = "decomposition_plan.json"
BACKLOG_SUMMARY = "decomposition_plan_summary.md"
LEDGER = "ledger.jsonl"


def plan_files(pack: ArchitecturePack) -> Mapping[str, bytes]:
    """File name -> bytes of everything an approval of the plan is a yes to."""
    return {
        PACK: packs.canonical(pack),
        PACK_SUMMARY: summary(pack).encode(),
        PACK_DIAGRAM: diagram(pack).encode(),
    }


def plan_files_of(content: bytes) -> Mapping[str, bytes]:
    """The same from the pack's bytes, which are kept as they were approved; raises ValidationError on no pack."""
    return {**plan_files(packs.load(content)), PACK: content}


def backlog_files(backlog: Backlog) -> Mapping[str, bytes]:
    """File name -> bytes of everything an approval of the backlog is a yes to."""
    return {
        BACKLOG: backlogs.canonical(backlog),
        BACKLOG_SUMMARY: backlog_summary(backlog).encode(),
    }


def backlog_files_of(content: bytes) -> Mapping[str, bytes]:
    """The same from the backlog's bytes, which are kept as they were approved; raises ValidationError on no backlog."""
    return {**backlog_files(backlogs.load(content)), BACKLOG: content}


def sha256(content: bytes) -> str:
    """The digest artifacts are stored and named by, 64 hex digits."""
    return hashlib.sha256(content).hexdigest()


def from_base64(content: str) -> bytes:
    """The bytes of a blob as GitHub's API writes them, with line breaks."""
    return base64.b64decode(content)


def digests(files: Mapping[str, bytes]) -> dict[str, str]:
    """File name -> SHA-256."""
    return {name: sha256(content) for name, content in files.items()}


def approval_digest(*, run: str, kind: str, version: int, prd_sha256: str, files: Mapping[str, str]) -> str:
    """What a person approves: the run, the kind and version of the artifact, the PRD it was made from, and every file."""
    bound: dict[str, object] = {
        "run": run,
        "kind": kind,
        "version": version,
        "prd": prd_sha256,
        "files": dict(files),
    }
    return sha256(rfc8785.dumps(bound))  # type: ignore[arg-type]  # rfc8785's JSON type is invariant


def folder(issue: int) -> str:
    """Where a run's files live in its repository."""
    return f".signalbox/runs/{issue}"
