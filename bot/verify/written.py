"""What was written, looked up in the repository and computed again from the approved bytes."""

from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from agents.schemas import proposal as proposals
from agents.schemas.proposal import Proposal
from bot.verify.problems import NotChecked, NotVerified
from bot.verify.thread import Evidence
from bot.verify.visitor import Visitor
from policies import artifacts as files
from policies import entries as e
from policies.artifacts import from_base64
from policies.chain import Record, to_jsonl
from policies.entries import from_data
from policies.patchset import Numbered, Patchset, PinnedBase, build
from policies.tree import Change, TreeEntry, result, tree_sha
from policies.verdict import Block

_SUBMODULE = 0o160000


@dataclass(frozen=True, slots=True)
class Known:
    """The entries that later ones speak of, by digest."""

    plans: dict[str, e.PlanProposed] = field(default_factory=dict)
    patchsets: dict[str, e.PatchsetProposed] = field(default_factory=dict)
    intents: dict[str, tuple[int, e.WriteIntended]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Books:
    """Checks every write and merge of a run against the repository."""

    visitor: Visitor
    evidence: Evidence
    artifacts: Mapping[str, bytes]
    bases: dict[str, PinnedBase] = field(default_factory=dict)

    async def check(self) -> AsyncIterator[str]:
        """One line for each write and merge that holds; raises NotVerified at the first that does not."""
        known = Known()
        for record in self.evidence.chain:
            entry = from_data(record.type, record.data)
            match entry:
                case e.PlanProposed():
                    known.plans[entry.digest] = entry
                case e.PatchsetProposed():
                    known.patchsets[entry.digest] = entry
                case e.Approved():
                    yield await self._approved(record, entry)
                case e.Overridden():
                    yield await self._approved(record, entry)
                case e.WriteIntended():
                    known.intents[entry.digest] = (record.seq, entry)
                case e.Written():
                    async for line in self._written(record, entry, known):
                        yield line
                case e.PullRequestEnded() if entry.merged:
                    yield await self._merged(record, entry)
                case _:
                    pass
        for line in self._untold(known):
            yield line

    def _untold(self, known: Known) -> Iterator[str]:
        """Pull requests of the App that the ledger does not tell of; raises when it did not even mean to write one."""
        entries = [from_data(record.type, record.data) for record in self.evidence.chain]
        written = {each.pull_request for each in entries if isinstance(each, e.Written)}
        merged = {
            each.pull_request for each in entries if isinstance(each, e.PullRequestEnded) and each.merged
        }
        intended = {intent.branch for _, intent in known.intents.values()}
        for number, pull in sorted(self.evidence.pulls.items()):
            if pull["head"]["ref"] not in intended:
                raise NotVerified(
                    f"broken at entry {len(entries)}: the ledger does not tell of pull request #{number}, which is the App's"
                )
            if number not in written:
                yield f"note: the ledger tells that pull request #{number} was about to be opened, not that it was"
            elif pull["merged_at"] and number not in merged:
                yield f"note: pull request #{number} is merged, and the ledger does not tell so yet"

    async def _approved(self, record: Record, entry: e.Approved | e.Overridden) -> str:
        """Whether the comment that cleared it still says what it said; people may delete their words, so it is a note."""
        path = self.evidence.repository.path
        said = f"override of {entry.rule} for" if isinstance(entry, e.Overridden) else "approval of"
        what = f"entry {record.seq}: @{entry.by.login}'s {said} {entry.digest[:12]}"
        comment = await self.visitor.get_or_none(f"{path}/issues/comments/{entry.comment_id}")
        if comment is None:
            return f"note: {what} is not among the comments any more, or was given in another way"
        same = files.sha256(str(comment["body"] or "").encode()) == entry.comment_sha256
        if (comment["user"] or {}).get("id") != entry.by.id or not same:
            return f"note: {what} reads differently today: {comment['html_url']}"
        return f"checked: {what} stands as it was given: {comment['html_url']}"

    async def _written(self, record: Record, entry: e.Written, known: Known) -> AsyncIterator[str]:
        path = self.evidence.repository.path
        _, intent = known.intents[entry.digest]
        commit = await self.visitor.get_or_none(f"{path}/git/commits/{entry.commit_sha}")
        if commit is None:
            raise NotVerified(f"entry {record.seq}: the commit {entry.commit_sha} is not in the repository")
        if commit["tree"]["sha"] != entry.tree_sha:
            raise NotVerified(f"entry {record.seq}: the commit {entry.commit_sha} holds another tree")
        if [parent["sha"] for parent in commit["parents"]] != [intent.base_sha]:
            raise NotVerified(
                f"entry {record.seq}: the commit {entry.commit_sha} stands on another base than the approved one"
            )
        if entry.subject == "plan":
            computed = await self._plan_tree(record, entry, known)
        else:
            computed = await self._unit_tree(record, entry, known)
        if computed != entry.tree_sha:
            raise NotVerified(
                f"entry {record.seq}: the approved bytes make the tree {computed}, and {entry.tree_sha} was written"
            )
        pull = self.evidence.pulls.get(entry.pull_request)
        if pull is None:
            raise NotVerified(
                f"entry {record.seq}: the App has no pull request #{entry.pull_request} from a branch of this run"
            )
        yield (
            f"checked: entry {record.seq}: commit {entry.commit_sha[:12]} in pull request #{entry.pull_request} "
            f"holds exactly what was approved as {entry.digest[:12]}, tree {entry.tree_sha[:12]}"
        )
        if pull["head"]["sha"] != entry.commit_sha:
            yield (
                f"note: pull request #{entry.pull_request} holds commits on top of the approved one, up to "
                f"{pull['head']['sha'][:12]}; Signalbox did not record them as its own"
            )

    async def _plan_tree(self, record: Record, entry: e.Written, known: Known) -> str:
        """The tree of the approved plan's files and the ledger, put on the base; the files are those of the commit."""
        seq, intent = known.intents[entry.digest]
        base = await self._pinned(intent.base_sha)
        after = await self._pinned(entry.commit_sha)
        folder = files.folder(self.evidence.repository.issue)
        changes = [
            Change(
                path=f"{folder}/{files.LEDGER}", before=None, after=to_jsonl(self.evidence.chain[: seq + 1])
            )
        ]
        for name, digest in known.plans[entry.digest].files.items():
            path = f"{folder}/{name}"
            if path not in after.entries:
                raise NotVerified(f"entry {record.seq}: {path} is not in the commit {entry.commit_sha}")
            content = await self._blob(after.entries[path])
            if files.sha256(content) != digest:
                raise NotVerified(f"entry {record.seq}: {path} is not the file that was approved")
            changes.append(Change(path=path, before=None, after=content))
        tree = result(base.entries, changes)
        if isinstance(tree, Block):
            raise NotVerified(f"entry {record.seq}: the approved files do not fit their base: {tree.reason}")
        return tree.tree_sha

    async def _unit_tree(self, record: Record, entry: e.Written, known: Known) -> str:
        """The tree of the approved patchset, computed from the proposal in the comments and the base."""
        named = known.patchsets[entry.digest]
        content = self.artifacts.get(named.content)
        if content is None:
            raise NotChecked(
                f"the bytes of {named.number} (entry {record.seq}) are in none of the App's comments"
            )
        try:
            proposal = proposals.load(content)
        except ValidationError as error:
            raise NotVerified(f"entry {record.seq}: the bytes of {named.number} are no patchset") from error
        if not isinstance(proposal, Proposal):
            raise NotVerified(f"entry {record.seq}: the bytes of {named.number} are no patchset")
        base = await self._pinned(named.base_sha, ref=named.base_ref)
        patchset = build(
            proposal,
            named=Numbered(
                run=self.evidence.repository.run,
                unit_id=named.unit,
                number=named.number,
                version=named.version,
            ),
            base=base,
            contents={
                file.path: await self._blob(base.entries[file.path])
                for file in proposal.files
                if file.path in base.entries and base.entries[file.path].mode != _SUBMODULE
            },
        )
        if not isinstance(patchset, Patchset) or patchset.digest != entry.digest:
            raise NotVerified(
                f"entry {record.seq}: {named.number}, computed again from its bytes and base, is not what was approved"
            )
        return patchset.tree_sha

    async def _merged(self, record: Record, entry: e.PullRequestEnded) -> str:
        path = self.evidence.repository.path
        pull = self.evidence.pulls.get(entry.pull_request)
        if pull is None or not pull["merged_at"] or pull["merge_commit_sha"] != entry.merge_sha:
            raise NotVerified(
                f"entry {record.seq}: GitHub does not say that pull request #{entry.pull_request} was merged "
                f"as {entry.merge_sha}"
            )
        branch = str(pull["base"]["ref"])
        compared = await self.visitor.get_or_none(f"{path}/compare/{entry.merge_sha}...{branch}")
        if compared is None or compared["status"] not in {"ahead", "identical"}:
            raise NotVerified(f"entry {record.seq}: the merge {entry.merge_sha} is not in `{branch}`")
        return f"checked: entry {record.seq}: pull request #{entry.pull_request} was merged as {entry.merge_sha[:12]}"

    async def _pinned(self, sha: str, *, ref: str = "") -> PinnedBase:
        """The whole listing of a commit's tree, checked against the tree's own name."""
        key = f"{ref}@{sha}"
        if key in self.bases:
            return self.bases[key]
        repository = self.evidence.repository
        commit = await self.visitor.get_or_none(f"{repository.path}/git/commits/{sha}")
        if commit is None:
            raise NotVerified(f"the commit {sha}, which the ledger names, is not in the repository")
        tree: Mapping[str, Any] = await self.visitor.get(
            f"{repository.path}/git/trees/{commit['tree']['sha']}", recursive="1"
        )
        entries = {
            item["path"]: TreeEntry(int(item["mode"], 8), item["sha"])
            for item in tree["tree"]
            if item["type"] != "tree"
        }
        if tree.get("truncated") or tree_sha(entries) != commit["tree"]["sha"]:
            raise NotChecked(f"GitHub does not list the whole tree of {sha}; check a clone instead")
        base = PinnedBase(
            repository_id=repository.id,
            repository=repository.name,
            ref=ref,
            sha=sha,
            tree_sha=commit["tree"]["sha"],
            entries=entries,
        )
        self.bases[key] = base
        return base

    async def _blob(self, entry: TreeEntry) -> bytes:
        blob = await self.visitor.get(f"{self.evidence.repository.path}/git/blobs/{entry.sha}")
        return from_base64(blob["content"])
