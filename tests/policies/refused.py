"""Every way a yes or a no is refused, as people read it: the code, why, what to do, and the line to paste.

`python -m tests.policies.refused` writes `refused.txt` anew; the diff is what is reviewed.
"""

import re
from collections.abc import Callable
from pathlib import Path

from agents.schemas import pack as packs
from config.repo_policy import RepoPolicy
from policies import commands as c
from policies.decision import Decision, Refused
from policies.owners import owned
from policies.people import Actor, Person, Right
from policies.verdict import Block
from tests.policies.build import BLOCKED, MONA, RAJ, WRITER, pack, proposal, replace_person, said
from tests.policies.journey import until
from tests.policies.situations import SITUATIONS

FOLDER = Path(__file__).parent
# A digest is another one with every change of a schema, and is none of the words; nobody's digest is `000000000000`.
_DIGEST = re.compile(r"\b(?!0{12})[0-9a-f]{12}\b")
TRIAGER = Actor(person=RAJ, right=Right.TRIAGE, is_human=True)
ZOE = Person(id=50, login="zoe")
SRC = owned(b"/src/ @lee @acme/core\n", ["src/u-01.py"])
FIXED = (Block("paths", "`.git/config` is git's own", "leave it out"),)


def _policy(**rules: object) -> RepoPolicy:
    return RepoPolicy.model_validate(rules)


def _says(
    last: str, target: str | None = None, digest: str | None = None, **facts: object
) -> Callable[[], Decision]:
    """A yes in the run as it stands after a step; `digest` names what it is for, or is the digest."""

    def play() -> Decision:
        j = SITUATIONS[last]() if last in SITUATIONS else until(last)
        known = j.digest(digest) if digest in {"plan", "backlog", "PS-1"} else digest
        return j.decide(c.Approve(said(), target, known), **facts)

    return play


def _only(*names: str, **facts: object) -> Callable[[], Decision]:
    def play() -> Decision:
        j = until("backlog proposed")
        return j.decide(c.Approve(said(), "backlog", j.digest("backlog"), names), **facts)

    return play


def _after_refining(times: int, digest: int | None) -> Callable[[], Decision]:
    """A yes to plan v1, or without a digest, once the plan was drawn again, or is being drawn again."""

    def play() -> Decision:
        j = until("planned")
        for number in range(times):
            j.take(c.Refine(said(), "plan", f"smaller {number}"))
            if number == 0:
                j.answer_role(packs.canonical(pack()))
        named = None if digest is None else j.run.plans[digest].digest
        return j.decide(c.Approve(said(), "plan", named))

    return play


def _elsewhere() -> Decision:
    return until("planned").decide(c.Approve(said(thread=34), "plan", None))


def _on_a_pull_request() -> Decision:
    j = until("backlog proposed")
    return j.decide(c.Approve(said(thread=40), "backlog", None))


def _soon() -> Decision:
    return until("planned").decide(c.Approve(said(at="2026-11-21T10:00:30Z"), "plan", None))


def _two_wait() -> Decision:
    j = until("synced")
    for unit in ("U-01", "U-03"):
        j.answer_unit(proposal(unit), unit)
    return j.decide(c.Approve(said(), None, None))


def _again(rules: RepoPolicy, **facts: object) -> Callable[[], Decision]:
    """The second yes of one person where one is not enough."""

    def play() -> Decision:
        j = until("proposed")
        j.policy = rules
        yes = c.Approve(said(), "PS-1", j.digest("PS-1"))
        j.take(yes, **facts)
        return j.decide(yes, **facts)

    return play


def _asked_for_it() -> Decision:
    j = until("planned", policy=_policy(approvals={"separate_duties": True}))
    return j.decide(c.Approve(said(), "plan", j.digest("plan")))


def _wrote_it() -> Decision:
    j = until("planned", policy=_policy(approvals={"author_may_approve": False}))
    yes = c.Approve(said(MONA), "plan", j.digest("plan"))
    return j.decide(yes, actor=replace_person(WRITER, MONA))


def _named(rules: dict[str, object], by: Person, command: str) -> Callable[[], Decision]:
    def play() -> Decision:
        j = until("proposed")
        j.policy = _policy(**rules)
        digest = j.digest("PS-1")
        asked: c.HumanCommand = c.Approve(said(by), "PS-1", digest)
        if command == "override":
            asked = c.Override(said(by), "size", "PS-1", digest, "it is generated")
        return j.decide(asked, actor=replace_person(WRITER, by))

    return play


def _no(last: str, target: str | None, thread: int = 12) -> Callable[[], Decision]:
    return lambda: until(last).decide(c.Reject(said(thread=thread), target, "no"))


def _older_backlog() -> Decision:
    j = SITUATIONS["backlog-2-proposed"]()
    return j.decide(c.Approve(said(), "backlog", j.run.backlogs[0].digest))


def _two_no() -> Decision:
    j = until("synced")
    for unit in ("U-01", "U-03"):
        j.answer_unit(proposal(unit), unit)
    return j.decide(c.Reject(said(), None, "no"))


NAMED: dict[str, object] = {"approvals": {"approvers": {"users": ["lee"], "teams": ["acme/leads"]}}}
OVERRIDING: dict[str, object] = {"overrides": {"users": ["lee", "kim"]}}
ROWS: dict[str, Callable[[], Decision]] = {
    "the comment is gone": _says("planned", "plan", "plan", comment_stands=False),
    "the rules cannot be read": _says(
        "planned", "plan", "plan", policy_problem="line 3: `merg` is not a setting."
    ),
    "nothing waits": _says("triaged"),
    "nothing of that name waits, and nothing else": _says("triaged", "plan", "0" * 12),
    "nothing of that name waits": _says("planned", "backlog", "0" * 12),
    "nothing of that digest waits": _says("planned", None, "0" * 12),
    "two wait": _two_wait,
    "approved already": _says("plan approved", "plan", "plan"),
    "a backlog approved already": _says("synced", "backlog", "backlog"),
    "an older version": _after_refining(1, 0),
    "an older version, the newer one is drawn": _after_refining(2, 0),
    "an older version of the backlog": _older_backlog,
    "no version has that digest": _says("planned", "plan", "0" * 12),
    "a plan that was drawn in place of another": _after_refining(1, None),
    "in another thread": _elsewhere,
    "on a pull request of the run": _on_a_pull_request,
    "too soon": _soon,
    "the PRD is another": _says("planned", "plan", "plan", prd_sha256="0" * 64),
    "the PRD is another, for a backlog": _says("backlog proposed", "backlog", "backlog", prd_sha256="0" * 64),
    "the PRD is another, for a backlog that has units by now": _says(
        "backlog-2-proposed", "backlog", "backlog", prd_sha256="0" * 64
    ),
    "a part that is not there": _only("S1", "U-99"),
    "more issues than may be made": _only(policy=_policy(max_issues=3)),
    "nobody can count the issues": _only(policy=_policy(max_issues=3), backlog=None),
    "a patchset without a digest": _says("proposed", "PS-1"),
    "another version of the patchset": _says("proposed", "PS-1", "0" * 12),
    "the patchset cannot be computed": _says("proposed", "PS-1", "PS-1", patchset=None),
    "the patchset cannot be computed, and why": _says(
        "proposed", "PS-1", "PS-1", patchset=Block("paths", "its base is gone", "")
    ),
    "no default branch": _says("planned", "plan", "plan", base_sha=""),
    "another default branch": _says("proposed", "PS-1", "PS-1", base_ref="trunk"),
    "the base moved, and that is asked about": _says(
        "proposed", "PS-1", "PS-1", base_sha="9" * 40, policy=_policy(approvals={"moved_base": "ask"})
    ),
    "the base is gone from history": _says("proposed", "PS-1", "PS-1", base_sha="9" * 40, base_kept=False),
    "the base moved under it": _says("proposed", "PS-1", "PS-1", moved=("a.py", "b.py", "c.py", "d.py")),
    "a gate blocks": _says("proposed", "PS-1", "PS-1", gates=BLOCKED),
    "a gate blocks that nobody overrides": _says("proposed", "PS-1", "PS-1", gates=FIXED),
    "said before, two are needed": _again(_policy(approvals={"minimum": 2})),
    "said before, an owner is needed": _again(_policy(approvals={"code_owners": True}), owned=SRC),
    "said before, two and an owner are needed": _again(
        _policy(approvals={"minimum": 2, "code_owners": True}), owned=SRC
    ),
    "whoever asked for it": _asked_for_it,
    "whoever wrote it": _wrote_it,
    "no right to": _says("planned", "plan", "plan", actor=TRIAGER),
    "not among those who are named": _named(NAMED, RAJ, "approve"),
    "not among those who override": _named(OVERRIDING, ZOE, "override"),
    "a no to nothing": _no("triaged", None),
    "a no to what does not wait": _no("planned", "PS-9"),
    "a no by name where nothing waits": _no("triaged", "plan"),
    "a no where two wait": _two_no,
}


def told() -> str:
    """The whole table."""
    return "\n".join(f"{name}\n{_told(play())}" for name, play in ROWS.items())


def _told(decision: Decision) -> str:
    assert isinstance(decision, Refused), decision
    paste = decision.paste and f"`{decision.paste}`"
    lines = (f"{decision.code}: {decision.reason}", decision.remedy, paste)
    return "".join(f"    {_DIGEST.sub('<digest>', line)}\n" for line in lines if line)


if __name__ == "__main__":
    (FOLDER / "refused.txt").write_text(told(), encoding="utf-8")
