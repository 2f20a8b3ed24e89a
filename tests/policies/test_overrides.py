"""One rule passes for one digest, said by somebody with the right to; every other way is refused, and a write looks again."""

from dataclasses import replace

import pytest

from config.repo_policy import RepoPolicy
from policies import commands as c
from policies import entries as e
from policies.decision import Moved, Refused
from policies.gates import FIXED
from policies.overrides import finding, unanswered
from policies.people import Actor, Person, Right
from policies.stages import UnitState
from policies.verdict import Block, Pass, Verdict
from policies.writes import Permit
from tests.policies.build import ADMIN, BLOCKED, MONA, RAJ, WRITER, proposal, said, tags
from tests.policies.journey import until
from tests.policies.overriding import REFUSALS, WHY, blocked, says, stopped
from tests.policies.permits import WORLD, Case

CI = Block("ci-files", "it changes how CI runs", "leave it out")
SIZE = Block("size", "900 lines are many", "ask for smaller steps")
BOTH: tuple[Verdict, ...] = (*BLOCKED, SIZE)
# SHA-256 of {"evidence":[],"reason":"it changes how CI runs","rule":"ci-files"} as RFC 8785 writes it.
FOUND = "da407b740bcf666147699943df0d76d1784c2d42e197c73340da55faf7897ab3"


def test_an_override_names_everything_it_is_bound_to() -> None:
    j = blocked()
    decision = says(j)
    assert isinstance(decision, Moved)
    assert decision.entries == (
        e.Overridden(
            cause=decision.entries[0].cause,
            rule="ci-files",
            target="PS-1",
            digest=j.digest("PS-1"),
            by=RAJ,
            comment_id=80,
            comment_sha256="5" * 64,
            thread=12,
            policy_digest=RepoPolicy.default().digest,
            why=WHY,
            finding=FOUND,
        ),
    )
    assert j.unit().state is UnitState.WAITING_USER_APPROVAL
    assert j.unit().reason == ""


@pytest.mark.parametrize(
    ("target", "digest", "thread"),
    [("PS-1", "12", 12), ("PS-1", "64", 12), (None, "12", 12), (None, "64", 34)],
)
def test_number_and_digest_name_the_patchset(target: str | None, digest: str, thread: int) -> None:
    j = blocked()
    command = c.Override(said(thread=thread), "ci-files", target, j.digest("PS-1")[: int(digest)], WHY)
    assert tags(j.take(command, actor=ADMIN)) == ["overridden"]


def test_one_rule_of_two_leaves_the_other_in_the_way() -> None:
    j = blocked(BOTH)
    says(j, gates=BOTH)
    assert j.unit().state is UnitState.BLOCKED_POLICY
    assert tags(j.decide(c.Approve(said(), "PS-1", j.digest("PS-1")), gates=BOTH)) == ["SB-301"]
    says(j, "size", gates=BOTH)
    assert j.unit().state is UnitState.WAITING_USER_APPROVAL


def test_a_rule_let_pass_is_no_approval() -> None:
    j = blocked()
    says(j)
    assert j.run.approval_of(j.digest("PS-1")) is None
    assert tags(j.approve("PS-1")) == ["approved", "write_intended"]


def test_another_version_needs_another_override() -> None:
    j = blocked()
    says(j)
    j.take(c.Refine(said(), "U-01", "smaller"))
    j.answer_unit(proposal("U-01", 2), gates=BLOCKED)
    assert j.unit().state is UnitState.BLOCKED_POLICY
    assert j.run.overrides_of(j.digest("PS-1")) == ()


def test_a_rule_that_blocks_only_now_can_be_let_pass_while_it_waits() -> None:
    j = until("proposed")
    yes = c.Approve(said(), "PS-1", j.digest("PS-1"))
    refused = j.decide(yes, gates=BLOCKED)
    assert isinstance(refused, Refused)
    assert refused.code == "SB-301"
    assert refused.paste == f"/signalbox override ci-files PS-1 {j.digest('PS-1')[:12]} because …"
    says(j, gates=BLOCKED)
    assert tags(j.decide(yes, gates=BLOCKED)) == ["approved", "write_intended"]


def test_a_rule_that_blocks_besides_the_one_let_pass_refuses_the_yes() -> None:
    j = blocked()
    says(j)
    decision = j.decide(c.Approve(said(), "PS-1", j.digest("PS-1")), gates=BOTH)
    assert isinstance(decision, Refused)
    assert decision.reason == "Rule `size` blocks it: 900 lines are many"


MORE: dict[str, tuple[Verdict, ...]] = {
    "more places": (replace(CI, evidence=(".github/workflows/b.yml",)),),
    "another reason": (replace(CI, reason="it changes who runs CI"),),
}


@pytest.mark.parametrize("name", MORE)
def test_what_a_rule_finds_beyond_what_was_let_pass_takes_another_override(name: str) -> None:
    j = blocked()
    says(j)
    yes = c.Approve(said(), "PS-1", j.digest("PS-1"))
    refused = j.decide(yes, gates=MORE[name])
    assert isinstance(refused, Refused)
    assert refused.code == "SB-301"
    assert refused.reason.endswith(
        "The override by @raj does not count any more: the rule finds something else now."
    )
    assert tags(says(j, gates=MORE[name])) == ["overridden"]
    assert tags(j.take(yes, gates=MORE[name])) == ["approved", "write_intended"]
    world = replace(WORLD, gates=MORE[name], overriders={80: (ADMIN, True)})
    case = Case(j.run, j.digest("PS-1"), j.patchset(), world)
    assert isinstance(case.asked(), Permit)
    assert isinstance(case.with_world(gates=(SIZE, *MORE[name])).asked(), Block)


LAPSED: dict[str, tuple[dict[str, object], str]] = {
    "the settings changed": (
        {"policy": RepoPolicy.model_validate({"max_parallel_units": 5})},
        "the repository's settings changed after it",
    ),
    "its comment was edited or deleted": (
        {"overriders": {80: (ADMIN, False)}},
        "the comment was edited or deleted",
    ),
    "nobody looked it up": ({"overriders": {}}, "the comment was edited or deleted"),
    "whoever said it lost the right": (
        {"overriders": {80: (WRITER, True)}},
        "they may not override a rule any more",
    ),
}


@pytest.mark.parametrize("name", LAPSED)
def test_an_override_that_counts_no_more_is_told_and_can_be_said_again(name: str) -> None:
    facts, why = LAPSED[name]
    j = blocked()
    says(j)
    yes = c.Approve(said(), "PS-1", j.digest("PS-1"))
    refused = j.decide(yes, **facts)
    assert isinstance(refused, Refused)
    assert (refused.code, refused.paste.split()[1]) == ("SB-301", "override")
    assert refused.reason.endswith(f"The override by @raj does not count any more: {why}.")
    assert tags(says(j, **facts)) == ["overridden"]  # type: ignore[arg-type]  # the names are those of Facts
    again = {"overriders": {80: (ADMIN, True)}, **{k: v for k, v in facts.items() if k == "policy"}}
    assert tags(j.decide(yes, **again)) == ["approved", "write_intended"]


@pytest.mark.parametrize("name", REFUSALS)
def test_no_rule_passes_with(name: str) -> None:
    play, changed, code = REFUSALS[name]
    j = play()
    before = j.run.overrides
    assert tags(says(j, **changed)) == [code]  # type: ignore[arg-type]  # the names are those of `says` and of Facts
    assert j.run.overrides == before


def test_what_keeps_a_write_inside_blocks_whatever_the_ledger_says() -> None:
    gates: tuple[Verdict, ...] = (*map(stopped, sorted(FIXED)), SIZE, Pass("text"))
    passed = {(gate.rule, finding(gate)) for gate in gates if isinstance(gate, Block)}
    assert {block.rule for block in unanswered(gates, passed)} == FIXED


def test_whoever_let_a_rule_pass_does_not_approve_it_where_duties_are_separate() -> None:
    zoe, ada = Person(id=50, login="zoe"), Person(id=51, login="ada")
    j = blocked()
    j.policy = RepoPolicy.model_validate({"approvals": {"separate_duties": True}})
    digest = j.digest("PS-1")
    actor = ADMIN.model_copy(update={"person": zoe})
    j.take(c.Override(said(zoe), "ci-files", "PS-1", digest, WHY), actor=actor)
    assert tags(j.decide(c.Approve(said(zoe), "PS-1", digest))) == ["SB-103"]
    assert tags(j.decide(c.Approve(said(ada), "PS-1", digest))) == ["approved", "write_intended"]


# Right before the write.


def _approved() -> Case:
    j = blocked()
    says(j)
    j.approve("PS-1")
    world = replace(WORLD, gates=BLOCKED, overriders={80: (ADMIN, True)})
    return Case(j.run, j.digest("PS-1"), j.patchset(), world)


def test_what_blocks_is_written_when_it_was_let_pass_and_approved() -> None:
    permit = _approved().asked()
    assert isinstance(permit, Permit)
    assert permit.subject == "U-01"


NOT_WRITTEN: dict[str, dict[str, object]] = {
    "whoever overrode it is no admin any more": {
        "overriders": {80: (Actor(person=RAJ, right=Right.MAINTAIN, is_human=True), True)}
    },
    "whoever overrode it has left": {
        "overriders": {80: (Actor(person=RAJ, right=Right.NONE, is_human=True), True)}
    },
    "whoever overrode it is a bot": {
        "overriders": {80: (ADMIN.model_copy(update={"is_human": False}), True)}
    },
    "the rights are another person's": {
        "overriders": {80: (ADMIN.model_copy(update={"person": MONA}), True)}
    },
    "the comment was edited or deleted": {"overriders": {80: (ADMIN, False)}},
    "it was not looked up": {"overriders": {}},
    "another comment was looked up": {"overriders": {81: (ADMIN, True)}},
    "another rule blocks": {"gates": (*BLOCKED, SIZE)},
}


@pytest.mark.parametrize("name", NOT_WRITTEN)
def test_what_was_let_pass_is_not_written_when(name: str) -> None:
    outcome = _approved().with_world(**NOT_WRITTEN[name]).asked()
    assert isinstance(outcome, Block)
    assert outcome.rule in {"ci-files", "size"}
    again = "The override by @raj does not count any more:" in outcome.reason
    assert again == (outcome.rule == "ci-files")


@pytest.mark.parametrize(
    "changed",
    [
        {"policy_digest": "0" * 64},
        {"digest": "0" * 64},
        {"rule": "size"},
        {"finding": "0" * 64},
        {"finding": ""},
    ],
    ids=["under other rules", "for another digest", "another rule", "another finding", "no finding named"],
)
def test_an_override_of_something_else_lets_nothing_pass(changed: dict[str, str]) -> None:
    case = _approved()
    overrides = tuple(replace(each, **changed) for each in case.run.overrides)  # type: ignore[arg-type]  # the fields are named as they are
    assert isinstance(case.with_run(overrides=overrides).asked(), Block)


def test_a_yes_to_what_no_one_can_let_pass_offers_no_line_for_it() -> None:
    fixed = Block("paths", "`../etc` leaves the repository", "Leave it out")
    j = until("proposed")
    decision = j.approve("PS-1", gates=(fixed,))
    assert isinstance(decision, Refused)
    assert (decision.code, decision.paste) == ("SB-301", "")
    assert decision.remedy == "Leave it out. Nobody can override this one."
