"""A run as it is played: real decisions on a real chain, up to any step of the way."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from agents.ask import Role
from agents.schemas import backlog as backlogs
from agents.schemas import pack as packs
from agents.schemas import proposal as proposals
from agents.schemas import triage as triages
from agents.schemas.proposal import Proposal
from config.repo_policy import RepoPolicy
from policies import artifacts
from policies import commands as c
from policies import entries as e
from policies.chain import Record, sign
from policies.decide import decide
from policies.decision import Decision, Moved, Refused
from policies.facts import Facts
from policies.fold import Recorded, apply
from policies.patchset import Numbered, Patchset, build
from policies.run import Run, UnitRun
from tests.policies.build import (
    ADMIN,
    AUTHOR,
    BASE,
    BASE_FILES,
    BLOCKED,
    COMMIT,
    ISSUES,
    MONA,
    NOW,
    PASSED,
    PRD,
    RAJ,
    SLICES,
    USAGE,
    WRITER,
    backlog,
    pack,
    proposal,
    replace_person,
    said,
)
from tests.policies.chains import KEY


@dataclass
class Journey:
    """A run as it is played: decisions are recorded on a signed chain and folded, as the App does."""

    policy: RepoPolicy = field(default_factory=RepoPolicy.default)
    maybe_run: Run | None = None
    records: list[Record] = field(default_factory=list)
    stored: dict[str, bytes] = field(default_factory=dict)
    facts: dict[str, object] = field(default_factory=dict)
    counted: int = 0

    @property
    def run(self) -> Run:
        assert self.maybe_run is not None
        return self.maybe_run

    @property
    def recorded(self) -> list[Recorded]:
        return [_recorded(record) for record in self.records]

    def copy(self) -> "Journey":
        return replace(self, records=list(self.records), stored=dict(self.stored), facts=dict(self.facts))

    def decide(self, command: c.Command, **facts: object) -> Decision:
        """What the command comes to, with everything the App would have read for it; nothing is recorded."""
        known = {**self._read_for(command), **self.facts, **facts}
        gathered = Facts(**{"now": NOW, "policy": self.policy, **known})  # type: ignore[arg-type]  # named as the fields are
        return decide(self.maybe_run, command, gathered, cause=f"cause-{self.counted}")

    def take(self, command: c.Command, **facts: object) -> Decision:
        """The same, recorded."""
        decision = self.decide(command, **facts)
        self.counted += 1
        match decision:
            case Moved():
                for content in decision.artifacts:
                    self.stored[artifacts.sha256(content)] = content
                self.record(*decision.entries)
            case Refused(entry=entry) if entry is not None:
                self.record(entry)
            case _:
                pass
        return decision

    def record(self, *entries: e.Entry) -> None:
        """Sign and fold the entries, as they come back from their JSON."""
        for entry in entries:
            previous = self.records[-1] if self.records else None
            at = f"2026-11-21T10:{len(self.records) // 60 % 60:02d}:{len(self.records) % 60:02d}Z"
            data = e.to_data(entry)
            record = sign(KEY, previous=previous, run="1#12", at=at, type=entry.type, data=data)
            self.maybe_run = apply(self.maybe_run, _recorded(record))
            self.records.append(record)

    def unit(self, unit_id: str = "U-01") -> UnitRun:
        return self.run.units[unit_id]

    def patchset(self, unit_id: str = "U-01") -> Patchset:
        """The unit's current patchset, computed afresh from its stored proposal."""
        seen = self.unit(unit_id).patchset
        assert seen is not None
        return self._built(self.stored[seen.content], unit_id, seen.number, seen.version)

    def reply(self, role: Role, subject: str, content: bytes | None, *, reason: str = "") -> c.AcceptReply:
        digest = None
        if content is not None:
            digest = artifacts.sha256(content)
            self.stored[digest] = content
        return c.AcceptReply(
            role=role,
            ask="0" * 64,
            subject=subject,
            base_sha=BASE.sha,
            content=digest,
            reason=reason,
            usage=USAGE,
        )

    def answer_role(self, content: bytes | None, *, reason: str = "", **facts: object) -> Decision:
        """The reply of the agent that the run waits for."""
        assert self.run.asked is not None
        role, subject = self.run.asked
        return self.take(self.reply(role, subject, content, reason=reason), **facts)

    def answer_unit(
        self, content: bytes | None, unit_id: str = "U-01", *, reason: str = "", **facts: object
    ) -> Decision:
        """The reply of the proposer that the unit waits for."""
        subject = self.run.unit_asks[unit_id]
        return self.take(self.reply("implementation", subject, content, reason=reason), **facts)

    def answer_fixer(self, content: bytes | None, unit_id: str = "U-01", *, reason: str = "") -> Decision:
        """The reply of whoever was asked for a fix."""
        return self.take(self.reply("fixup", self.run.unit_asks[unit_id], content, reason=reason))

    def approve(self, target: str, **facts: object) -> Decision:
        """Raj's yes to the newest version, by its digest."""
        return self.take(c.Approve(said(), target, self.digest(target)), **facts)

    def digest(self, target: str) -> str:
        if target == "plan":
            return self.run.plans[-1].digest
        if target == "backlog":
            return self.run.backlogs[-1].digest
        unit = self.run.unit_of_patchset(target)
        assert unit is not None
        assert unit.patchset is not None
        return unit.patchset.digest

    def _read_for(self, command: c.Command) -> dict[str, object]:
        """What the App reads for a command, with GitHub as the story has it."""
        by = getattr(getattr(command, "said", command), "by", RAJ)
        read: dict[str, object] = {
            "actor": AUTHOR if by == MONA else replace_person(WRITER, by),
            "title": "Shop",
            "author": AUTHOR,
            "prd_sha256": PRD,
            "repository": "acme/shop",
            "repository_id": 1,
            "issue": 12,
            "base_ref": BASE.ref,
            "base_sha": BASE.sha,
        }
        inner = command.command if isinstance(command, c.Simulate) else command
        match inner:
            case c.AcceptReply():
                content = self.stored.get(inner.content) if inner.content else None
                read |= {"content": content, **self._read_proposal(inner, content)}
            case c.Approve() | c.Override():
                read |= {"backlog": backlog(), **self._read_patchset(inner), **self._read_endorsers()}
                read["prd_sha256"] = self.maybe_run.prd_sha256 if self.maybe_run else PRD
            case c.Answer() | c.Answers() | c.Amend():
                read |= {"backlog": backlog()}
            case _:
                pass
        return read

    def _read_endorsers(self) -> dict[str, object]:
        given = self.maybe_run.endorsements if self.maybe_run else ()
        passed = self.maybe_run.overrides if self.maybe_run else ()
        return {
            "endorsers": {one.comment_id: (replace_person(WRITER, one.by), True) for one in given},
            "overriders": {one.comment_id: (replace_person(ADMIN, one.by), True) for one in passed},
        }

    def _read_proposal(self, command: c.AcceptReply, content: bytes | None) -> dict[str, object]:
        unit_id = command.subject.partition(" ")[0]
        run = self.maybe_run
        if (
            command.role not in {"implementation", "fixup"}
            or run is None
            or unit_id not in run.units
            or not content
        ):
            return {}
        seen = run.units[unit_id].patchset
        number = seen.number if seen else f"PS-{run.patchsets + 1}"
        try:
            patchset = self._built(content, unit_id, number, seen.version + 1 if seen else 1)
        except (AssertionError, ValueError):
            return {}
        return {"patchset": patchset, "gates": PASSED}

    def _read_patchset(self, command: c.Approve | c.Override) -> dict[str, object]:
        run = self.maybe_run
        if run is None:
            return {}
        for unit in run.units.values():
            seen = unit.patchset
            named = seen and (
                seen.number == command.target or (command.digest and seen.digest.startswith(command.digest))
            )
            if named and seen:
                stopped = any(gate.result in {"block", "overridden"} for gate in seen.gates)
                return {"patchset": self.patchset(unit.id), "gates": BLOCKED if stopped else PASSED}
        return {}

    def _built(self, content: bytes, unit_id: str, number: str, version: int) -> Patchset:
        proposed = proposals.load(content)
        assert isinstance(proposed, Proposal)
        built = build(
            proposed,
            named=Numbered(run="1#12", unit_id=unit_id, number=number, version=version),
            base=BASE,
            contents=BASE_FILES,
        )
        assert isinstance(built, Patchset)
        return built


def _recorded(record: Record) -> Recorded:
    return Recorded(record.seq, record.at, record.hash, e.from_data(record.type, record.data))


# Each step of a whole run, in order; `until` plays them up to and with the one that is named.


def _started(j: Journey) -> None:
    j.take(c.Start(RAJ))


def _triaged(j: Journey) -> None:
    j.answer_role(triages.canonical(triages.Triage(verdict="GO")))


def _planned(j: Journey) -> None:
    j.answer_role(packs.canonical(pack()))


def _plan_approved(j: Journey) -> None:
    j.approve("plan")


def _plan_written(j: Journey) -> None:
    j.take(c.Wrote("plan", j.digest("plan"), "signalbox/run-12-plan-v1", "d" * 40, "e" * 40, 40))


def _backlog_proposed(j: Journey) -> None:
    j.answer_role(backlogs.canonical(backlog()))


def _backlog_approved(j: Journey) -> None:
    j.approve("backlog")


def _synced(j: Journey) -> None:
    j.take(c.Synced(1, ISSUES, SLICES, 5))


def _proposed(j: Journey) -> None:
    j.answer_unit(proposal("U-01"))


def _unit_approved(j: Journey) -> None:
    j.approve("PS-1")


def _unit_written(j: Journey) -> None:
    seen = j.patchset()
    j.take(c.Wrote("U-01", seen.digest, "signalbox/run-12-u-01-v1", COMMIT, seen.tree_sha, 41))


STEPS: dict[str, Callable[[Journey], None]] = {
    "started": _started,
    "triaged": _triaged,
    "planned": _planned,
    "plan approved": _plan_approved,
    "plan written": _plan_written,
    "backlog proposed": _backlog_proposed,
    "backlog approved": _backlog_approved,
    "synced": _synced,
    "proposed": _proposed,
    "unit approved": _unit_approved,
    "unit written": _unit_written,
}


def until(last: str, *, policy: RepoPolicy | None = None) -> Journey:
    """A fresh journey played up to and with the named step."""
    journey = Journey(policy=policy or RepoPolicy.default())
    for name, play in STEPS.items():
        play(journey)
        if name == last:
            return journey
    raise KeyError(last)
