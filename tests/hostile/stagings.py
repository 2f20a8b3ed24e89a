"""Each role's hostile answer taken down the one road: judged, recorded, folded, and told wherever its words can stand."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from pydantic import ValidationError

from agents.ask import Role, Usage
from agents.schemas import backlog as backlogs
from agents.schemas import pack as packs
from agents.schemas import proposal as proposals
from agents.schemas import triage as triages
from agents.schemas.backlog import Backlog
from agents.schemas.pack import ArchitecturePack
from agents.schemas.proposal import Proposal, ProposedFile
from config.repo_policy import RepoPolicy
from handlers import replies as said
from handlers.blocks import artifact_blocks, ledger_block, read_artifacts, read_ledger
from handlers.replies.proof import BEGIN, END
from handlers.replies.reasons import because
from policies import artifacts
from policies import commands as c
from policies import effects as f
from policies import entries as e
from policies.chain import sign
from policies.coverage import complete
from policies.decide import decide
from policies.decision import Moved
from policies.facts import Facts
from policies.fold import Recorded, apply
from policies.gates import judge_all
from policies.gates.input import GateInput
from policies.patchset import Numbered, Patchset, build
from policies.paths import judge_path
from policies.run import Run
from policies.verdict import Block
from tests.handlers import artifacts as honest
from tests.handlers import shop
from tests.hostile import judge, spite
from tests.policies.build import BASE, BASE_FILES
from tests.policies.chains import KEY

# What a reply may lead to; everything else needs a person.
RECORDED = frozenset(
    {"role_replied", "role_asked", "triage_recommended", "questions_asked", "plan_proposed", "backlog_proposed",
     "patchset_proposed", "gates_judged", "unit_waits", "needs_human", "reviewed", "drawn_again"}
)  # fmt: skip
WANTED = (f.AskRole, f.Tell, f.Redraw, f.PostReview, f.ShowProof)

PACK: Any = {
    **honest.pack(version=1).model_dump(mode="json"),
    "planner": "model",
    "actors": [{"id": "AC-1", "name": "Members", "lines": [3]}],
    "workflows": [{"id": "W-1", "name": "Send", "steps": ["Write it", "Send it"], "requirement_ids": ["FR-2"], "lines": [4]}],
    "entities": [{"id": "E-1", "name": "Invoice", "lines": [5]}],
    "open_questions": [{"id": "O-1", "text": "Who pays?", "question": "", "lines": [9]}],
}  # fmt: skip
PACK["architecture"] |= {
    "tradeoffs": ["One store for all"],
    "rejected": [{"name": "A broker", "why": "Nobody needs one"}],
    "risks": [{"id": "K1", "text": "It grows", "mitigation": "Watch it", "requirement_ids": ["FR-1"]}],
}
ANSWERED = [{**question, "default": question["default"] or "Germany"} for question in PACK["clarifications"]]
BACKLOG: Any = honest.backlog().model_dump(mode="json")
TRIAGE: Any = triages.Triage(verdict="DEFER", reasons=("It names nobody.",)).model_dump(mode="json")
FILES = (
    ProposedFile(path="src/u-01.py", content="version = 1\n", reason="serves FR-1"),
    ProposedFile(path="README.md", content="# Shop\n\nMore.\n", reason="says more"),
)
PROPOSAL: Any = Proposal(unit_id="U-01", reading="as it says", files=FILES).model_dump(mode="json")
CANNOT: Any = {"unit_id": "U-01", "reason": "It is vague.", "what_would_help": "Words."}

SUBJECTS: Mapping[Role, str] = {
    "triage": "triage", "planner": "plan 1", "decomposition": "backlog 1", "implementation": "U-01 1",
    "fixup": "U-01 2", "reviewer": "U-01 review 1",
}  # fmt: skip
BEFORE: Mapping[Role, tuple[e.Entry, ...]] = {
    "triage": (shop.STARTED[0], shop.STARTED[1]),
    "planner": shop.PLANNING,
    "decomposition": shop.DECOMPOSING,
    "implementation": shop.DELIVERING,
    "fixup": shop.FIXING,
    "reviewer": (*shop.PULL_OPEN, e.RoleAsked(role="reviewer", subject="U-01 review 1")),
}
RUNS: Mapping[str, Run] = {
    name: shop.run_of(entries)
    for name, entries in {
        "triage": BEFORE["triage"], "planner": BEFORE["planner"], "decomposition": BEFORE["decomposition"],
        "implementation": BEFORE["implementation"], "fixup": BEFORE["fixup"], "reviewer": BEFORE["reviewer"], "approved": shop.DECOMPOSING, "patched": shop.JUDGED,
        "open": shop.GREEN, "done": shop.DONE,
    }.items()
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Outcome:
    """The run after a reply, what was recorded, and what the reply held when it held anything."""

    run: Run
    recorded: tuple[Recorded, ...]
    content: bytes
    patchset: Patchset | None = None


def answered(role: Role, content: bytes, rng: Random) -> Outcome:
    """The reply decided and folded; nothing but words and artifacts may have come of it."""
    run = replace(RUNS[role], title=spite.words(rng, longest=250))
    patchset = _patchset(role, content)
    built = patchset if isinstance(patchset, Patchset) else None
    gates = (
        judge_all(GateInput(patchset=built, unit_files=("src/**", "README.md"), policy=RepoPolicy.default()))
        if built
        else ()
    )
    command = c.AcceptReply(
        role=role,
        ask="0" * 64,
        subject=SUBJECTS[role],
        base_sha=BASE.sha,
        content=None if rng.random() < 0.01 else artifacts.sha256(content),
        reason=spite.words(rng),
        usage=Usage(model=spite.words(rng, longest=80), input_tokens=7),
    )
    facts = Facts(now=shop.NOW, content=content, patchset=patchset, gates=gates)
    decision = decide(run, command, facts, cause="c-1")
    assert isinstance(decision, Moved), decision
    assert {entry.type for entry in decision.entries} <= RECORDED
    recorded: list[Recorded] = []
    after = run
    for entry in decision.entries:
        recorded.append(
            Recorded(
                after.length,
                "2026-11-21T12:00:00.000Z",
                f"{after.length:064x}",
                e.from_data(entry.type, e.to_data(entry)),
            )
        )
        after = apply(after, recorded[-1])
    assert all(each in run.approvals for each in after.approvals)
    assert after.intents == run.intents
    assert after.pull_requests == run.pull_requests
    assert (after.started_by, after.author, after.id) == (run.started_by, run.author, run.id)
    assert all(isinstance(effect, WANTED) for effect in f.effects_of(after, recorded))
    return Outcome(after, tuple(recorded), content, built)


def _patchset(role: Role, content: bytes) -> Patchset | Block | None:
    """As the outer layer computes it before the decision."""
    if role not in {"implementation", "fixup"}:
        return None
    try:
        proposal = proposals.load(content)
    except ValidationError:
        return None
    if not isinstance(proposal, Proposal):
        return None
    built = build(
        proposal,
        named=Numbered(run=RUNS[role].id, unit_id="U-01", number="PS-1", version=1),
        base=BASE,
        contents={file.path: BASE_FILES[file.path] for file in proposal.files if file.path in BASE_FILES},
    )
    if isinstance(built, Patchset):
        assert all(judge_path(change.path) is None for change in built.changes)
        assert all(change.mode in {0o100644, 0o100755} for change in built.changes)
    return built


def told(outcome: Outcome, rng: Random, **shown: object) -> None:
    """Every comment that goes with what was recorded; often enough also as it is posted, and the card."""
    view = shop.view(**{"provider": spite.words(rng, longest=80), **shown})
    wanted = f.effects_of(outcome.run, outcome.recorded)
    seqs = {effect.seq for effect in wanted if isinstance(effect, f.Tell)}
    digests = {digest[:12] for digest in _digests(outcome.run)}
    for recorded in outcome.recorded:
        if recorded.seq in seqs:
            text = said.notice(outcome.run, recorded, view)
            judge.comment(text, digests=digests)
            if rng.random() < 0.3:
                _posted(text, recorded, outcome.content)
    if rng.random() < 0.3:
        judge.comment(said.card(outcome.run, view), digests=digests)


def _posted(text: str, recorded: Recorded, content: bytes) -> None:
    """With its hidden blocks around it, the comment gives back exactly the record and the bytes that were put in."""
    record = sign(
        KEY,
        previous=None,
        run="1#12",
        at=recorded.at,
        type=recorded.entry.type,
        data=e.to_data(recorded.entry),
    )
    blocks = artifact_blocks(content)
    body = "\n".join(
        (f"<!-- signalbox:v1 kind=turn run=12 seq=4 -->\n{text}\n", ledger_block((record,)), *blocks)
    )
    assert read_ledger(body) == (record,)
    assert read_artifacts([body]) == {artifacts.sha256(content): content}
    assert len(re.findall(r"^<!--", body, re.MULTILINE)) == 2 + len(blocks)


def _digests(run: Run) -> tuple[str, ...]:
    versions = [version.digest for version in (*run.plans[-1:], *run.backlogs[-1:])]
    patchsets = [unit.patchset.digest for unit in run.units.values() if unit.patchset]
    return (*versions, *patchsets)


def triage(content: bytes, rng: Random) -> None:
    told(answered("triage", content, rng), rng, pack=None, backlog=None)


def plan(content: bytes, rng: Random) -> None:
    outcome = answered("planner", content, rng)
    try:
        pack = complete(packs.load(content))
    except ValidationError:
        told(outcome, rng, pack=None, backlog=None)
        return
    told(outcome, rng, pack=pack, backlog=None)
    if rng.random() < 0.2:
        judge.file(artifacts.plan_files(pack)[artifacts.PACK_SUMMARY].decode())
    _plan_elsewhere(pack, rng)


def _plan_elsewhere(pack: ArchitecturePack, rng: Random) -> None:
    """A plan's words in the other places they come to; one of them each time, because there are many times."""
    run = replace(RUNS["approved"], title=spite.words(rng, longest=250))
    view = shop.view(pack=pack)
    match rng.randrange(4):
        case 0:
            head, body = said.plan_pull_request(run, view)
            judge.title(head)
            judge.comment(_unmarked(body))
        case 1:
            head, body = said.unit_issue(rng.choice(honest.backlog().units), honest.backlog(), pack, run)
            judge.title(head)
            judge.comment(_unmarked(body))
        case 2:
            about = rng.choice(("FR-1", "NFR-1", "D1", "Q1", "U-01", "PS-1", spite.words(rng)))
            judge.comment(because(RUNS["patched"], about, view))
        case _:
            judge.comment(said.notice(RUNS["done"], shop.told(shop.DONE)[-1], view))


def backlog(content: bytes, rng: Random) -> None:
    outcome = answered("decomposition", content, rng)
    try:
        units = backlogs.load(content)
    except ValidationError:
        told(outcome, rng)
        return
    told(outcome, rng, backlog=units)
    if rng.random() < 0.2:
        judge.file(artifacts.backlog_files(units)[artifacts.BACKLOG_SUMMARY].decode())
    if units.units:
        _backlog_elsewhere(units, rng)


def _backlog_elsewhere(units: Backlog, rng: Random) -> None:
    run = replace(RUNS["open"], title=spite.words(rng, longest=250))
    view = shop.view(backlog=units, patchset=honest.patchset())
    approval = run.approval_of(shop.PS_1)
    assert approval
    match rng.randrange(6):
        case 0 | 1:
            head, body = said.unit_issue(rng.choice(units.units), units, honest.pack(), run)
            judge.title(head)
            judge.comment(_unmarked(body))
        case 2:
            if units.slices:
                head, body = said.slice_issue(rng.choice(units.slices), units, honest.pack(), run)
                judge.title(head)
                judge.comment(_unmarked(body))
        case 3:
            head, body = said.unit_pull_request(run, run.units["U-01"], view)
            judge.title(head)
            judge.comment(_unmarked(body), closes="Closes #34")
        case 4:
            judge.message(said.commit_message(run, approval, "U-01", view))
        case _:
            judge.comment(said.notice(RUNS["done"], shop.told(shop.DONE)[-1], view))
            judge.comment(because(run, "U-01", view))


def patch(content: bytes, rng: Random) -> None:
    outcome = answered(rng.choice(("implementation", "fixup")), content, rng)
    told(outcome, rng, patchset=outcome.patchset)
    if outcome.patchset is None:
        judge.comment(because(outcome.run, "U-01", shop.view()))
        return
    run = replace(RUNS["open"], title=spite.words(rng, longest=250))
    view = shop.view(patchset=outcome.patchset)
    head, body = said.unit_pull_request(run, run.units["U-01"], view)
    judge.title(head)
    judge.comment(_unmarked(body), closes="Closes #34")
    check = said.gates_check(outcome.run, RUNS["open"].pull_requests[41], view)
    assert len(check.title) <= 255
    judge.comment(check.summary)
    judge.comment(check.text)


def _unmarked(body: str) -> str:
    assert body.startswith("<!-- signalbox:v1 kind=")
    rest = body.partition("\n")[2].replace(BEGIN, "", 1).replace(END, "", 1)
    assert not re.search(r"^\s*<!--", rest, re.MULTILINE)
    return rest


HONEST: Mapping[str, tuple[Callable[[bytes, Random], None], tuple[Any, ...]]] = {
    "triage": (triage, (TRIAGE,)),
    "plan": (plan, (PACK, {**PACK, "clarifications": ANSWERED})),
    "backlog": (backlog, (BACKLOG,)),
    "patch": (patch, (PROPOSAL, PROPOSAL, CANNOT)),
}
