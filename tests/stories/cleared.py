"""Judges every write of the App at the moment GitHub takes it: the public record must hold the approval of these very bytes.

The judge believes nothing of the App. It reads the commit from the stand-in's git, computes the digest of what it really
changes, and looks for an approval of that digest, and then for the intent to write it, in the records that stand in the
App's comments at that moment.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from handlers.blocks import read_ledger
from policies import entries as e
from policies.artifacts import approval_digest, folder, sha256
from policies.branches import read_branch
from policies.chain import Broken, Record, to_jsonl, verify
from policies.entries import Entry, from_data
from policies.entries.base import EntryBase
from policies.patchset import Patchset
from policies.tree import Change
from sandbox.accounts import App, User
from sandbox.push import HEADS, Moved
from sandbox.records import Repo

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

LEDGER = "ledger.jsonl"
Told = TypeVar("Told", bound=EntryBase)


class Clearance:
    """Watches what one App writes; `wrong` holds a line for every write that nobody had approved."""

    def __init__(self, app: App) -> None:
        self.app = app
        self.keys: Mapping[str, Ed25519PublicKey] = {}
        self.writes = 0
        self.wrong: list[str] = []

    def __call__(self, repo: Repo, moved: Moved, by: User) -> None:
        """Judge one move of a branch or another ref, as the stand-in reports it."""
        if by is not self.app.bot:
            return
        self.writes += 1
        try:
            self._judge(repo, moved)
        except AssertionError as error:
            self.wrong.append(f"{repo.owner.login}/{repo.name} {moved}: {error}")

    def _judge(self, repo: Repo, moved: Moved) -> None:
        issue = read_branch(moved.ref.removeprefix(HEADS))
        if issue is None and moved.before is not None:
            self._judge_merge(repo, moved)
            return
        assert issue is not None, "this is no branch of the write gate"
        assert moved.before is None, "the branch was there already"
        assert moved.after is not None
        chain = self._record(repo, f"{repo.id}#{issue}")
        entries = [from_data(record.type, record.data) for record in chain]
        intent = _last(entries, e.WriteIntended, lambda entry: HEADS + entry.branch == moved.ref)
        assert intent is not None, "the record does not tell of the intent to write it"
        seq, intended = intent
        approval = _last(entries[:seq], e.Approved, lambda entry: entry.digest == intended.digest)
        assert approval is not None, "the record holds no approval of what was meant"
        voided = _last(entries, e.ApprovalVoided, lambda entry: entry.digest == intended.digest)
        assert voided is None or voided[0] < approval[0], "the approval was void"
        commit = repo.git.commit(moved.after)
        assert [parent.decode() for parent in commit.parents] == [approval[1].base_sha], "another base"
        digest = self._digest(repo, moved.after, chain[: seq + 1], approval[1])
        assert digest == approval[1].digest, f"{digest} was written and {approval[1].digest} approved"

    def _judge_merge(self, repo: Repo, moved: Moved) -> None:
        """A merge: of exactly the commit that was meant, which holds what was approved."""
        assert moved.after is not None
        parents = [parent.decode() for parent in repo.git.commit(moved.after).parents]
        assert len(parents) == 2, "this is no merge"
        assert parents[0] == moved.before, "the base was moved elsewhere"
        pull = next((each for each in repo.pulls.values() if each.head_sha == parents[1]), None)
        issue = read_branch(pull.head_ref) if pull else None
        assert issue is not None, "what was merged is no branch of the write gate"
        entries = [from_data(record.type, record.data) for record in self._record(repo, f"{repo.id}#{issue}")]
        intent = _last(entries, e.MergeIntended, lambda entry: entry.head_sha == parents[1])
        assert intent is not None, "the record does not tell of the intent to merge it"
        written = _last(entries, e.Written, lambda entry: entry.commit_sha == parents[1])
        assert written is not None, "the record does not know what was merged"
        approval = _last(entries, e.Approved, lambda entry: entry.digest == intent[1].digest)
        assert approval is not None, "the record holds no approval of what was merged"
        assert written[1].digest == intent[1].digest, "something else was merged than was approved"

    def _record(self, repo: Repo, run: str) -> list[Record]:
        """The run's records in the App's comments as they stand now, one whole signed chain."""
        found: dict[int, Record] = {}
        for comment in repo.comments.values():
            if comment.user is not self.app.bot:
                continue
            records = read_ledger(comment.body)
            assert not isinstance(records, Broken), records
            found |= {record.seq: record for record in records if record.run == run}
        chain = [found[seq] for seq in sorted(found)]
        verdict = verify(chain, self.keys, run=run)
        assert not isinstance(verdict, Broken), verdict
        return chain

    def _digest(self, repo: Repo, commit: str, chain: list[Record], approved: e.Approved) -> str:
        """What the commit really changes, as the digest by which people approve such a change."""
        changes = _changes(repo, commit)
        entries = [from_data(record.type, record.data) for record in chain]
        if approved.target == "plan":
            return _plan(chain, changes, entries, approved)
        named = _last(entries, e.PatchsetProposed, lambda entry: entry.digest == approved.digest)
        assert named is not None, "the record does not know this patchset"
        return Patchset(
            run=chain[0].run,
            unit_id=named[1].unit,
            number=named[1].number,
            version=named[1].version,
            repository_id=repo.id,
            repository="",
            base_ref=approved.base_ref,
            base_sha=approved.base_sha,
            base_tree_sha="",
            tree_sha=repo.git.tree_of(commit),
            changes=changes,
            reasons={},
        ).digest


def _plan(chain: list[Record], changes: Iterable[Change], entries: list[Entry], approved: e.Approved) -> str:
    named = _last(entries, e.PlanProposed, lambda entry: entry.digest == approved.digest)
    assert named is not None, "the record does not know this plan"
    issue = int(chain[0].run.partition("#")[2])
    files = {change.path.removeprefix(f"{folder(issue)}/"): change.after or b"" for change in changes}
    assert all(change.before is None and change.mode == 0o100644 for change in changes), "no plain new files"
    assert files.pop(LEDGER, None) == to_jsonl(chain), "the ledger that was written is another"
    return approval_digest(
        run=chain[0].run,
        kind="plan",
        version=named[1].version,
        prd_sha256=named[1].prd_sha256,
        files={name: sha256(content) for name, content in files.items()},
    )


def _last(
    entries: Sequence[Entry], kind: type[Told], which: Callable[[Told], bool]
) -> tuple[int, Told] | None:
    """The newest such entry and its number."""
    found = [(seq, entry) for seq, entry in enumerate(entries) if isinstance(entry, kind) and which(entry)]
    return found[-1] if found else None


def _changes(repo: Repo, commit: str) -> tuple[Change, ...]:
    """What a commit changes in its parent's tree, from git's own objects."""
    git = repo.git
    (parent,) = [sha.decode() for sha in git.commit(commit).parents]
    before, after = git.tree_of(parent), git.tree_of(commit)
    changes = []
    for path, _ in git.changed_names(before, after):
        old, new = git.entry(before, path), git.entry(after, path)
        assert new is None or new.type == "blob", f"{path} is no file"
        changes.append(
            Change(
                path=path,
                before=git.blob(old.sha) if old and old.type == "blob" else None,
                after=git.blob(new.sha) if new else None,
                mode=new.mode if new else 0o100644,
            )
        )
    return tuple(sorted(changes, key=lambda change: change.path))
