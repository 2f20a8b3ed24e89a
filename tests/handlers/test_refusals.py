"""Every refusal people can meet says why, that nothing changed, and what to do or the line to paste; with its code."""

import re
from collections.abc import Iterator

import pytest

from agents.schemas import pack as packs
from config.repo_policy import RepoPolicy
from handlers.commands import judged_together, read
from handlers.comments import lines
from handlers.replies import refusal
from policies import commands as c
from policies.codes import CODES
from policies.decision import Decision, Refused, Shown
from policies.stages import Stage, UnitState
from policies.verdict import Block
from tests.policies.build import ADMIN, BLOCKED, MONA, RAJ, pack, said
from tests.policies.cells import PEOPLE, human_commands
from tests.policies.journey import Journey, until
from tests.policies.overriding import REFUSALS as OVERRIDES
from tests.policies.overriding import says
from tests.policies.situations import SITUATIONS

# A state's own name, such as `plan_proposed`, is a word of the code and no word for people.
STATES = re.compile(
    r"\b(?:" + "|".join(each.value for each in (*Stage, *UnitState) if "_" in each.value) + r")\b"
)
# Said where nobody was refused a command: a label on an empty issue, a storm, a broken record.
ELSEWHERE = {"SB-120", "SB-126", "SB-901"}
MISREAD = (
    "answer what",
    "refine",
    "approve everything",
    "pause\n\n/signalbox stop",
    "override size PS-1 1c9e04b7aa31",
    "aprove",
)


def _misread(text: str) -> c.HumanCommand:
    found = lines(f"/signalbox {text}")
    return judged_together(tuple(read(line, said()) for line in found), said()) or read(found[0], said())


def _redrawn() -> Journey:
    j = until("planned")
    j.take(c.Refine(said(), "plan", "smaller"))
    j.answer_role(packs.canonical(pack()))
    return j


def _under(**approvals: object) -> Journey:
    return until("planned", policy=RepoPolicy.model_validate({"approvals": approvals}))


def _of_plans() -> Iterator[tuple[str, Decision]]:
    planned, two = until("planned"), _under(minimum=2)
    yes = c.Approve(said(), "plan", planned.digest("plan"))
    two.approve("plan")
    backlog = until("backlog proposed")
    yield "edited", planned.decide(yes, comment_stands=False)
    yield "no policy", planned.decide(yes, policy_problem="line 3: no.")
    yield "one's own wish", _under(separate_duties=True).decide(yes)
    yield "twice", two.decide(yes)
    yield "stale", _redrawn().decide(yes)
    yield "too soon", planned.decide(c.Approve(said(at="2026-11-21T10:00:06Z"), "plan", None))
    only = c.Approve(said(), "backlog", backlog.digest("backlog"), ("S9",))
    yield "no such slice", backlog.decide(only)
    few = until("backlog proposed", policy=RepoPolicy.model_validate({"max_issues": 2}))
    yield "a flood", few.decide(c.Approve(said(), "backlog", few.digest("backlog")))
    quoted = c.Misread(said(), "SB-113", "I read commands only outside quotes.", "Write it by itself.")
    yield "quoted", planned.decide(quoted)
    yield "in plain words", planned.decide(c.Nod(said()))
    yield "triage said no", SITUATIONS["ingested-triage-defers"]().decide(c.Plan(said(), anyway=False))
    yield "less than is spent", planned.decide(c.Budget(said(), 0))
    for text in MISREAD:
        yield text, planned.decide(_misread(text), actor=ADMIN)


def _of_patchsets() -> Iterator[tuple[str, Decision]]:
    proposed = until("proposed")
    yes = c.Approve(said(), "PS-1", proposed.digest("PS-1"))
    final = (Block("paths", "it leaves the repository", "use a plain path"),)
    yield "bytes gone", proposed.decide(yes, patchset=None)
    yield "base moved", proposed.decide(yes, moved=("src/u-01.py",))
    yield "base branch changed", proposed.decide(yes, base_ref="dev")
    yield "blocked", proposed.decide(yes, gates=BLOCKED)
    yield "blocked for good", proposed.decide(yes, gates=final)
    for name, (play, changed, _) in OVERRIDES.items():
        yield f"override: {name}", says(play(), **changed)  # type: ignore[arg-type]  # the names are those of `says` and of Facts


def _of_the_table() -> Iterator[tuple[str, Decision]]:
    for situation, play in SITUATIONS.items():
        j = play()
        for who, actor in PEOPLE.items():
            for name, command in human_commands(j, actor.person if actor else RAJ).items():
                yield f"{situation}: {name} by {who}", j.decide(command, actor=actor)


def _refusals() -> Iterator[tuple[str, Refused]]:
    for name, decision in (*_of_the_table(), *_of_plans(), *_of_patchsets()):
        inner = decision.outcome if isinstance(decision, Shown) else decision
        if isinstance(inner, Refused):
            yield name, inner


FOUND = list(_refusals())


def test_there_is_a_refusal_of_every_code() -> None:
    assert {refused.code for _, refused in FOUND} == set(CODES) - ELSEWHERE


@pytest.mark.parametrize("code", sorted(set(CODES) - ELSEWHERE))
def test_a_refusal_says_why_that_nothing_changed_and_what_to_do(code: str) -> None:
    for name, refused in FOUND:
        if refused.code != code:
            continue
        reply = refusal(refused, said(MONA))
        assert reply.startswith("😕 **"), name
        assert reply.count("Nothing was changed.") == 1, name
        assert "changed nothing" not in reply, name
        assert not STATES.search(reply.replace("\\", "")), (name, reply)
        assert code in reply, name
        assert len(refused.reason) > 10, name
        assert refused.remedy or refused.paste or refused.quiet, (name, refused)
        if refused.paste and "…" not in refused.paste:
            (line,) = lines(refused.paste)
            assert not isinstance(read(line, said()), c.Misread), name
            assert f"```text\n{refused.paste}\n```" in reply, name
