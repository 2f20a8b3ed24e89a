"""Leaves a run's artifacts in a folder, so that a stranger can check them with `python -m bot verify`."""

from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from bot.demo.person import DemoFailed
from bot.demo.seen import Sight
from bot.demo.servers import dumped
from bot.signing_key import public_pem
from policies import artifacts as files
from policies.chain import to_jsonl
from policies.run import Run


def artifacts_of(sight: Sight, run: Run) -> dict[str, bytes]:
    """File name -> bytes of the approved plan, the approved backlog and the ledger, read from the thread alone."""
    plan, backlog = run.approved_plan, run.approved_backlog
    if plan is None or backlog is None:
        raise DemoFailed("there is no approved plan or backlog to leave behind")
    pack = sight.artifacts.get(plan.files[files.PACK])
    units = sight.artifacts.get(backlog.files[files.BACKLOG])
    if pack is None or units is None:
        raise DemoFailed("the approved artifacts are not in the thread")
    found = {
        **files.plan_files_of(pack),
        **files.backlog_files_of(units),
        files.LEDGER: to_jsonl(sight.records),
    }
    for name, digest in {**plan.files, **backlog.files}.items():
        if files.sha256(found[name]) != digest:
            raise DemoFailed(f"{name} is not what was approved")
    return found


def leave(folder: Path, sight: Sight, run: Run, *, key: Ed25519PublicKey) -> dict[str, str]:
    """Write the files; returns name -> SHA-256 of the artifacts."""
    found = artifacts_of(sight, run)
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in found.items():
        (folder / name).write_bytes(content)
    heads = [{"seq": seq, "hash": hash_, "where": where} for seq, hash_, where in sight.heads]
    (folder / "heads.json").write_text(dumped({"run": run.id, "heads": heads}), encoding="utf-8")
    (folder / "public_key.pem").write_bytes(public_pem(key))
    return files.digests(found)
