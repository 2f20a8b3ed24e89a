"""What an agent's reply comes to: it is data, and a reply that is useless or late moves nothing by itself."""

from dataclasses import replace

import pytest

from agents.schemas import pack as packs
from policies import commands as c
from policies import entries as e
from policies.decision import Decision, Ignored, Moved, Refused
from policies.patchset import RULE
from policies.tree import Change
from policies.verdict import Block, Pass, Warn
from tests.policies.build import BLOCKED, RAJ, pack, proposal, said, tags
from tests.policies.journey import until


def refused(decision: Decision) -> Refused:
    assert isinstance(decision, Refused), decision
    return decision


def moved(decision: Decision) -> Moved:
    assert isinstance(decision, Moved), decision
    return decision


# What agents reply.


@pytest.mark.parametrize(
    "content",
    [b"", b"{}", b"null", b"[]", b'"/approve"', b"\xff", b'{"approved": true}', b"{" * 5000],
    ids=repr,
)
@pytest.mark.parametrize("last", ["started", "triaged", "plan approved"])
def test_a_reply_that_is_not_of_its_shape_holds_the_run_for_a_person(last: str, content: bytes) -> None:
    j = until(last)
    assert tags(j.answer_role(content)) == ["role_replied", "needs_human"]
    assert (j.run.overlay, j.run.asked) == ("needs_human", None)


def test_after_a_useless_reply_a_person_s_resume_asks_again() -> None:
    j = until("triaged")
    j.answer_role(b"{}")
    assert tags(j.take(c.Resume(said()))) == ["resumed", "role_asked"]


def test_a_backlog_without_units_is_no_backlog() -> None:
    j = until("plan approved")
    assert tags(j.answer_role(b'{"units": []}')) == ["role_replied", "needs_human"]
    assert j.run.overlay_reason == "the decomposition came back without a single unit"


@pytest.mark.parametrize(
    ("patchset", "reason"),
    [
        pytest.param(
            None, "The proposal was refused: the proposal could not be computed on its base", id="none"
        ),
        pytest.param(
            Block(RULE, "it leaves the repository", ""),
            "The proposal was refused: it leaves the repository",
            id="blocked",
        ),
    ],
)
def test_a_proposal_that_makes_no_patchset_leaves_the_unit_to_a_person(
    patchset: Block | None, reason: str
) -> None:
    j = until("synced")
    j.answer_unit(proposal("U-01"), patchset=patchset)
    assert (j.unit().state, j.unit().reason) == ("needs_human", reason)


def test_a_proposer_that_cannot_says_what_would_help() -> None:
    j = until("synced")
    j.answer_unit(b'{"unit_id": "U-01", "reason": "No test runs here.", "what_would_help": "Name one."}')
    assert (j.unit().state, j.unit().reason) == ("needs_human", "No test runs here. Name one.")


def test_a_blocked_patchset_waits_for_nobody_s_approval() -> None:
    j = until("synced")
    j.answer_unit(proposal("U-01"), gates=BLOCKED)
    assert (j.unit().state, j.run.waiting) == ("blocked_policy", ())
    assert refused(j.decide(c.Approve(said(), "PS-1", j.patchset().digest))).code == "SB-301"


def test_a_reply_counts_only_for_the_role_that_was_asked() -> None:
    j = until("synced")
    reply = j.reply("planner", j.run.unit_asks["U-01"], proposal("U-01"))
    assert j.decide(reply) == Ignored("nobody waits for this reply any more")


@pytest.mark.parametrize("content", [None, b"{}", proposal("U-01")], ids=["nothing", "useless", "a patchset"])
def test_a_reply_for_a_unit_that_a_person_closed_only_counts_its_cost(content: bytes | None) -> None:
    j = until("synced")
    subject = j.run.unit_asks["U-01"]
    j.take(c.UnitIssueClosed(34, RAJ, completed=False))
    assert tags(j.take(j.reply("implementation", subject, content))) == ["role_replied"]
    assert j.unit().state == "dropped"
    assert "U-01" not in j.run.unit_asks


def test_what_the_gates_said_is_recorded_of_each() -> None:
    j = until("synced")
    places = tuple(f"pyproject.toml:{line}: new" for line in range(1, 9))
    gates = (
        Pass("paths", ("3 paths are plain",)),
        Warn("dependencies", "`pyproject.toml` is new", "read it with care", places),
        Warn("text", "hidden", "look", ("a.py:1: holds U+202E \u202e" + "x" * 300,)),
    )
    j.answer_unit(proposal("U-01"), gates=gates)
    seen = j.unit().patchset
    assert seen is not None
    first_five = (*places[:5], "and 3 more")
    assert seen.gates == (
        e.GateResult(rule="paths", result="pass", evidence=("3 paths are plain",)),
        e.GateResult(
            rule="dependencies", result="warn", reason="`pyproject.toml` is new", evidence=first_five
        ),
        e.GateResult(
            rule="text",
            result="warn",
            reason="hidden",
            evidence=(("a.py:1: holds U+202E [U+202E]" + "x" * 300)[:200],),
        ),
    )


def test_what_happens_to_each_path_is_recorded() -> None:
    j = until("synced")
    changes = (Change("a.py", None, b"1"), Change("b.py", b"1", b"2"), Change("c.py", b"1", None))
    built = replace(until("proposed").patchset(), changes=changes)
    j.answer_unit(proposal("U-01"), patchset=built)
    seen = j.unit().patchset
    assert seen is not None
    assert seen.paths == {"a.py": "added", "b.py": "changed", "c.py": "deleted"}


def test_a_plan_that_a_wish_for_its_backlog_has_overtaken_is_only_paid_for() -> None:
    j = until("backlog proposed")
    j.take(c.Refine(said(), "plan", "smaller"))
    late = j.reply("planner", "plan 2", packs.canonical(pack()))
    j.take(c.Refine(said(), "backlog", "smaller"))
    assert tags(j.take(late)) == ["role_replied", "role_asked"]
    assert j.run.asked == ("decomposition", "backlog 2")
