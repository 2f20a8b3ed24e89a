"""What signed records must amount to beyond their signatures: nothing written that was not approved, digests that fit."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from pydantic import ValidationError

from bot.verify.problems import NotVerified
from policies import entries as e
from policies.artifacts import approval_digest
from policies.chain import Broken, Record, verify
from policies.characters import visible
from policies.entries import from_data
from policies.fold import Recorded, apply
from policies.run import Run


@dataclass(frozen=True, slots=True)
class Head:
    """A record's hash, or its beginning, as it was published outside the chain, and where."""

    seq: int
    hash: str
    where: str


def chain_problem(
    records: Sequence[Record],
    keys: Mapping[str, Ed25519PublicKey],
    *,
    run: str | None,
    heads: Iterable[Head] = (),
) -> NotVerified | None:
    """The first place where the chain does not hold, or where it is not what was published of it."""
    outcome = verify(records, keys, run=run)
    if isinstance(outcome, Broken):
        return NotVerified(f"broken at entry {outcome.seq}: {visible(outcome.reason)}")
    for head in sorted(heads, key=lambda head: head.seq):
        if head.seq >= len(records):
            return NotVerified(
                f"broken at entry {len(records)}: the chain ends after {len(records)} entries, "
                f"but {visible(head.where)} names entry {head.seq}"
            )
        if not records[head.seq].hash.startswith(head.hash):
            return NotVerified(
                f"broken at entry {head.seq}: {visible(head.where)} says that its hash is {head.hash[:12]}…, "
                f"and it is {records[head.seq].hash[:12]}…"
            )
    return None


def line_of(record: Record) -> str:
    """One entry as a person reads it: number, time, what, about what, who, and its digests cut to 12 digits."""
    data = record.data
    about = " ".join(
        str(data[name])
        for name in ("rule", "target", "subject", "unit", "number", "question", "code", "verdict", "state")
        if data.get(name)
    )
    pull = f"#{data['pull_request']}" if data.get("pull_request") else ""
    digests = " ".join(
        f"{name}={value[:12]}"
        for name in ("digest", "tree_sha", "commit_sha", "base_sha", "prd_sha256")
        if isinstance(value := data.get(name), str) and value
    )
    why = f"because: {data.get('why')}" if record.type == "overridden" else ""
    words = (f"{record.seq:4}", record.at, record.type, about, pull, _who(data), digests, why)
    return visible("  ".join(word for word in words if word)).replace("\n", "[U+000A]")


def signers(records: Iterable[Record]) -> str:
    """Which key signed which entries: `ab12… (0-11), cd34… (12-40)`."""
    spans: list[tuple[str, int, int]] = []
    for record in records:
        if spans and spans[-1][0] == record.key:
            spans[-1] = (record.key, spans[-1][1], record.seq)
        else:
            spans.append((record.key, record.seq, record.seq))
    if len(spans) == 1:
        return spans[0][0]
    return ", ".join(f"{key} (entries {first} to {last})" for key, first, last in spans)


def order_problems(records: Iterable[Record]) -> Iterator[NotVerified]:
    """Entries that break the promise: approved though never proposed, or written though not approved like that."""
    proposed: dict[object, object] = {}
    approved: set[object] = set()
    blocked: dict[object, frozenset[object]] = {}
    intended: set[object] = set()
    for record in records:
        digest = record.data.get("digest")
        problem = ""
        match record.type:
            case "plan_proposed" | "backlog_proposed" | "patchset_proposed":
                proposed[digest] = record.data.get("tree_sha")
            case "gates_judged":
                blocked[digest] = _blocking(record.data)
            case "overridden" if digest not in proposed:
                problem = "lets a rule pass for what was never proposed"
            case "overridden":
                blocked[digest] = blocked.get(digest, frozenset()) - {record.data.get("rule")}
            case "approved" if digest not in proposed:
                problem = "approves what was never proposed"
            case "approved" if blocked.get(digest):
                problem = f"approves what the rule {min(map(str, blocked[digest]))} blocks"
            case "approved":
                approved.add(digest)
            case "approval_voided" if not record.data.get("comment_id"):
                approved.discard(digest)
            case "write_intended" if digest not in approved:
                problem = "is a write that nobody approved"
            case "write_intended":
                intended.add(digest)
            case "written" if digest not in intended:
                problem = "was written without being recorded first"
            case "written" if proposed.get(digest) not in (None, record.data.get("tree_sha")):
                problem = "wrote another tree than the one that was approved"
            case _:
                pass
        if problem:
            yield NotVerified(f"entry {record.seq} {problem}")


def _blocking(data: Mapping[str, object]) -> frozenset[object]:
    gates = data.get("gates")
    listed = gates if isinstance(gates, Sequence) else ()
    return frozenset(gate.get("rule") for gate in listed if gate.get("result") == "block")


def replayed(records: Iterable[Record]) -> Run:
    """The run these records amount to by the rules; raises NotVerified at the first that the rules do not allow.

    The digests that people approve are computed again from what each proposal names.
    """
    run: Run | None = None
    for record in records:
        try:
            entry = from_data(record.type, record.data)
            if (
                run is not None
                and (proposed := _digest(run, entry)) is not None
                and proposed[0] != proposed[1]
            ):
                raise NotVerified(f"entry {record.seq} names a digest that its files do not have")
            run = apply(run, Recorded(record.seq, record.at, record.hash, entry))
        except (ValidationError, ValueError, KeyError) as error:
            raise NotVerified(f"entry {record.seq} cannot follow the entries before it") from error
        if run.id != record.run:
            raise NotVerified(f"entry {record.seq} is of the run {record.run} and tells of {run.id}")
    if run is None:
        raise NotVerified("there is no entry")
    return run


def _digest(run: Run, entry: e.Entry) -> tuple[str, str] | None:
    """The digest an entry names and the one its files have."""
    match entry:
        case e.PlanProposed():
            kind, prd = "plan", entry.prd_sha256
        case e.BacklogProposed():
            kind, prd = "backlog", run.prd_sha256
        case _:
            return None
    computed = approval_digest(
        run=run.id, kind=kind, version=entry.version, prd_sha256=prd, files=entry.files
    )
    return entry.digest, computed


def _who(data: Mapping[str, object]) -> str:
    by = data.get("by")
    return f"@{by['login']}" if isinstance(by, dict) and "login" in by else ""
