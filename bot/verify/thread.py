"""The evidence of a run as it stands on GitHub: records and artifacts in comments, hashes in everything around them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from bot.verify.problems import NotChecked, NotVerified
from bot.verify.records import Head
from bot.verify.visitor import Visitor
from handlers import markers
from handlers.blocks import read_artifacts, read_ledger
from policies.branches import read_branch
from policies.chain import Broken, Record

CHECK = "signalbox/gates"

# How cards, pull requests and check runs show the head, see handlers.replies.
_HEAD = re.compile(r"record of ([1-9][0-9]{0,6}) entries(?:, | · )head `([0-9a-f]{64})`")
_CARD_HEAD = re.compile(r"record ([1-9][0-9]{0,6}) entries, head `([0-9a-f]{12})`")


@dataclass(frozen=True, slots=True)
class Repository:
    """Where the run lives: `id` names it for good, `name` is `owner/name` as GitHub spells it now."""

    id: int
    name: str
    issue: int

    @property
    def run(self) -> str:
        """The run's name in its ledger."""
        return f"{self.id}#{self.issue}"

    @property
    def path(self) -> str:
        """The repository's path in the REST API."""
        return f"/repos/{self.name}"


@dataclass(slots=True)
class Evidence:
    """What was found, not yet believed; `bot` is the App's account, and only what it wrote counts."""

    repository: Repository
    bot: Mapping[str, Any]
    records: dict[int, Record] = field(default_factory=dict)
    places: dict[int, str] = field(default_factory=dict)
    heads: list[Head] = field(default_factory=list)
    bodies: list[str] = field(default_factory=list)
    pulls: dict[int, Mapping[str, Any]] = field(default_factory=dict)

    @property
    def chain(self) -> tuple[Record, ...]:
        """The records in the order of their numbers."""
        return tuple(self.records[seq] for seq in sorted(self.records))

    @property
    def artifacts(self) -> Mapping[str, bytes]:
        """SHA-256 -> bytes of every artifact that is whole."""
        return read_artifacts(self.bodies)

    def take(self, comments: Iterable[Mapping[str, Any]]) -> None:
        """The records and artifacts in these comments of the App; raises NotVerified when two comments disagree."""
        for comment in comments:
            if comment["user"]["id"] != self.bot["id"]:
                continue
            where, body = str(comment["html_url"]), str(comment["body"])
            self.bodies.append(body)
            for record in _records(body, where):
                known = self.records.setdefault(record.seq, record)
                other = self.places.setdefault(record.seq, where)
                if known.hash != record.hash:
                    raise NotVerified(
                        f"broken at entry {record.seq}: {other} and {where} tell it differently"
                    )
            if (marker := markers.read(body)) and marker.kind == "card":
                self.heads += _heads(_CARD_HEAD, body, f"the status card {where}")


async def gather(visitor: Visitor, owner: str, name: str, issue: int) -> Evidence:
    """Everything the App has published about the run of this issue."""
    found = await visitor.get(f"/repos/{owner}/{name}")
    repository = Repository(int(found["id"]), str(found["full_name"]), issue)
    await visitor.get(f"{repository.path}/issues/{issue}")
    comments = await visitor.all(f"{repository.path}/issues/{issue}/comments")
    evidence = Evidence(repository, _author(comments, repository))
    evidence.take(comments)
    await _pull_requests(visitor, evidence)
    for thread in _unit_threads(evidence.chain):
        evidence.take(await visitor.all(f"{repository.path}/issues/{thread}/comments"))
    return evidence


async def _pull_requests(visitor: Visitor, evidence: Evidence) -> None:
    path, bot = evidence.repository.path, evidence.bot
    for pull in await visitor.all(f"{path}/pulls", state="all"):
        ours = read_branch(pull["head"]["ref"]) == evidence.repository.issue
        if not ours or (pull["user"] or {}).get("id") != bot["id"]:
            continue
        number = int(pull["number"])
        evidence.pulls[number] = pull
        evidence.heads += _heads(_HEAD, str(pull["body"] or ""), f"pull request #{number}")
        checks = await visitor.all(
            f"{path}/commits/{pull['head']['sha']}/check-runs", within="check_runs", check_name=CHECK
        )
        for check in checks:
            if f"{check['app']['slug']}[bot]" == bot["login"]:
                text = str(check["output"]["text"] or "")
                evidence.heads += _heads(_HEAD, text, f"the check run on pull request #{number}")


def _author(comments: Sequence[Mapping[str, Any]], repository: Repository) -> Mapping[str, Any]:
    """The App that keeps the record; people and other Apps may have copied its blocks, so it must be one that has a card."""
    found = {
        user["id"]: user
        for comment in comments
        if (user := comment["user"] or {}).get("type") == "Bot"
        and (marker := markers.read(str(comment["body"])))
        and marker.kind in {"card", "page", "turn"}
        and "<!-- signalbox:ledger" in str(comment["body"])
    }
    where = f"{repository.name}#{repository.issue}"
    if not found:
        raise NotChecked(f"{where} holds no record of a run: no comment of an App carries signed entries")
    if len(found) > 1:
        names = ", ".join(sorted(str(user["login"]) for user in found.values()))
        raise NotChecked(f"{where} holds records by several Apps, and only one can be right: {names}")
    (bot,) = found.values()
    return bot


def _records(body: str, where: str) -> tuple[Record, ...]:
    found = read_ledger(body)
    if isinstance(found, Broken):
        raise NotVerified(f"broken at entry {found.seq} of those in {where}: {found.reason}")
    for before, after in pairwise(found):
        if after.seq != before.seq + 1:
            raise NotVerified(
                f"broken at entry {before.seq + 1}: in {where}, entry {after.seq} follows entry {before.seq}"
            )
    return found


def _heads(shape: re.Pattern[str], body: str, where: str) -> list[Head]:
    return [Head(int(count) - 1, hash_, where) for count, hash_ in shape.findall(body)]


def _unit_threads(records: Iterable[Record]) -> list[int]:
    """The issues of units that a patchset was proposed for; read from records that nobody has checked yet."""
    issues: dict[str, int] = {}
    proposed: set[str] = set()
    for record in records:
        if record.type == "backlog_synced" and isinstance(synced := record.data.get("issues"), dict):
            issues |= {
                str(unit): pair[0]
                for unit, pair in synced.items()
                if isinstance(pair, list) and pair and isinstance(pair[0], int)
            }
        if record.type == "patchset_proposed":
            proposed.add(str(record.data.get("unit")))
    return sorted({issues[unit] for unit in proposed & issues.keys()})
