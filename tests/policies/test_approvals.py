"""A yes counts for one digest, while everything it is bound to stands; every way it can fail is refused with the way on."""

from collections.abc import Callable

import pytest

from agents.schemas import pack as packs
from config.repo_policy import RepoPolicy
from policies import commands as c
from policies import entries as e
from policies.decision import Moved, Refused
from policies.people import Person
from policies.verdict import Block
from tests.policies.approving import approved, redrawn, refused
from tests.policies.build import BASE, BLOCKED, PASSED, RAJ, pack, proposal, said, tags
from tests.policies.journey import Journey, until
from tests.policies.situations import SITUATIONS

# What an approval is bound to.


def test_an_approval_names_everything_it_is_bound_to() -> None:
    j = until("planned")
    entry = approved(j.decide(c.Approve(said(), "plan", j.digest("plan"))))
    assert entry == e.Approved(
        cause="cause-3",
        target="plan",
        version=1,
        digest=j.digest("plan"),
        by=RAJ,
        comment_id=80,
        comment_sha256="5" * 64,
        thread=12,
        base_ref="main",
        base_sha=BASE.sha,
        policy_digest=RepoPolicy.default().digest,
    )


def test_a_patchset_s_approval_is_bound_to_the_base_it_was_computed_on() -> None:
    j = until("proposed")
    entry = approved(j.decide(c.Approve(said(), "PS-1", j.digest("PS-1")), base_sha="9" * 40))
    assert entry.base_sha == BASE.sha


def test_an_approval_intends_exactly_one_write_of_the_same_digest() -> None:
    for last, target, subject, branch in (
        ("planned", "plan", "plan", "signalbox/run-12-plan-v1"),
        ("proposed", "PS-1", "U-01", "signalbox/run-12-u-01-v1"),
    ):
        j = until(last)
        decision = j.decide(c.Approve(said(), target, j.digest(target)))
        assert isinstance(decision, Moved)
        intents = [entry for entry in decision.entries if isinstance(entry, e.WriteIntended)]
        assert [(each.subject, each.digest, each.branch, each.base_sha) for each in intents] == [
            (subject, j.digest(target), branch, BASE.sha)
        ]


def test_approving_a_backlog_writes_nothing_to_the_repository() -> None:
    assert tags(until("backlog proposed").approve("backlog")) == ["approved"]


@pytest.mark.parametrize(
    ("last", "target"), [("planned", "plan"), ("backlog proposed", "backlog"), ("proposed", "PS-1")]
)
def test_the_digest_alone_says_what_is_meant(last: str, target: str) -> None:
    j = until(last)
    assert approved(j.decide(c.Approve(said(), None, j.digest(target)[:12]))).target == target


def test_a_bare_yes_takes_the_one_thing_that_waits() -> None:
    assert approved(until("planned").decide(c.Approve(said(), None, None))).target == "plan"


# Refusals.


@pytest.mark.parametrize(
    ("last", "target"), [("planned", "plan"), ("backlog proposed", "backlog"), ("proposed", "PS-1")]
)
@pytest.mark.parametrize(
    ("facts", "code"),
    [
        pytest.param({"comment_stands": False}, "SB-102", id="the comment was edited or deleted"),
        pytest.param(
            {"policy_problem": "line 3: `merg` is not a setting."}, "SB-302", id="no readable policy"
        ),
    ],
)
def test_no_approval_counts_while(last: str, target: str, facts: dict[str, object], code: str) -> None:
    j = until(last)
    assert refused(j.decide(c.Approve(said(), target, j.digest(target)), **facts))[0] == code


def test_an_older_version_is_refused_with_the_line_for_the_newer_one() -> None:
    j = redrawn()
    old, new = (version.digest for version in j.run.plans)
    line = f"/signalbox approve plan {new[:12]}"
    assert refused(j.decide(c.Approve(said(), "plan", old[:12]))) == ("SB-201", line)
    assert refused(j.decide(c.Approve(said(), None, old))) == ("SB-201", line)


def test_while_the_new_version_is_drawn_the_old_one_has_no_line_to_paste() -> None:
    j = until("planned")
    old = j.digest("plan")
    j.take(c.Refine(said(), "plan", "smaller"))
    j.answer_role(packs.canonical(pack()))
    j.take(c.Refine(said(), "plan", "smaller still"))
    assert refused(j.decide(c.Approve(said(), "plan", old))) == ("SB-201", "")


@pytest.mark.parametrize(
    ("play", "kind"),
    [
        pytest.param(lambda: until("plan approved"), "plan", id="approved already"),
        pytest.param(SITUATIONS["plan-proposed-rejected"], "plan", id="rejected"),
        pytest.param(lambda: until("synced"), "backlog", id="backlog approved already"),
    ],
)
def test_the_current_version_cannot_be_approved_again(play: Callable[[], Journey], kind: str) -> None:
    j = play()
    for target in (kind, None):
        assert refused(j.decide(c.Approve(said(), target, j.digest(kind))))[0] == "SB-111"


def test_a_digest_of_no_version_is_refused_with_the_current_one() -> None:
    j = until("planned")
    line = f"/signalbox approve plan {j.digest('plan')[:12]}"
    assert refused(j.decide(c.Approve(said(), "plan", "0" * 12))) == ("SB-201", line)


def test_an_approval_of_another_run_or_issue_counts_for_nothing_here() -> None:
    here = until("planned")
    elsewhere = until("planned")
    elsewhere.maybe_run = None
    elsewhere.records.clear()
    elsewhere.take(c.Start(RAJ), repository_id=2)
    elsewhere.answer_role(b'{"schema_version": "1", "verdict": "GO", "reasons": [], "remedies": []}')
    elsewhere.answer_role(packs.canonical(pack()))
    foreign = elsewhere.digest("plan")
    assert foreign != here.digest("plan")
    assert refused(here.decide(c.Approve(said(), "plan", foreign)))[0] == "SB-201"


@pytest.mark.parametrize(
    ("said_at", "code"),
    [
        ("2026-11-21T10:00:59Z", "SB-205"),
        ("2026-11-21T10:00:06Z", "SB-205"),
        ("2026-11-21T09:00:00Z", "SB-205"),
    ],
)
def test_a_bare_yes_too_soon_after_the_version_came_asks_for_the_digest(said_at: str, code: str) -> None:
    j = until("planned")
    line = f"/signalbox approve plan {j.digest('plan')[:12]}"
    assert refused(j.decide(c.Approve(said(at=said_at), "plan", None))) == (code, line)


def test_a_bare_yes_counts_once_the_version_has_stood_a_minute() -> None:
    j = until("planned")
    assert j.run.plans[-1].at == "2026-11-21T10:00:06Z"
    assert approved(j.decide(c.Approve(said(at="2026-11-21T10:01:06Z"), "plan", None))).target == "plan"


def test_a_digest_counts_however_soon() -> None:
    j = until("planned")
    soon = said(at="2026-11-21T10:00:07Z")
    assert approved(j.decide(c.Approve(soon, "plan", j.digest("plan")[:12]))).version == 1


# Parts of a backlog.


@pytest.mark.parametrize("only", [("S1",), ("U-02",), ("S1", "U-02")])
def test_a_backlog_can_be_cleared_in_part(only: tuple[str, ...]) -> None:
    j = until("backlog proposed")
    entry = approved(j.decide(c.Approve(said(), "backlog", j.digest("backlog"), only)))
    assert entry.only == only


@pytest.mark.parametrize(
    ("only", "facts"),
    [
        pytest.param(("S9",), {}, id="no such slice"),
        pytest.param(("S1", "U-99"), {}, id="no such unit"),
        pytest.param(("S1",), {"backlog": None}, id="the backlog cannot be read"),
    ],
)
def test_what_is_not_in_the_backlog_cannot_be_cleared(
    only: tuple[str, ...], facts: dict[str, object]
) -> None:
    j = until("backlog proposed")
    assert refused(j.decide(c.Approve(said(), "backlog", j.digest("backlog"), only), **facts))[0] == "SB-119"


# Patchsets.


def test_a_patchset_is_approved_by_its_digest_alone() -> None:
    j = until("proposed")
    line = f"/signalbox approve PS-1 {j.digest('PS-1')[:12]}"
    for target, thread in (("PS-1", 12), (None, 34), (None, 12)):
        assert refused(j.decide(c.Approve(said(thread=thread), target, None))) == ("SB-112", line)


def test_an_older_patchset_is_refused_with_the_line_for_the_newer_one() -> None:
    j = SITUATIONS["delivering-second-version-waits"]()
    line = f"/signalbox approve PS-1 {j.digest('PS-1')[:12]}"
    assert refused(j.decide(c.Approve(said(), "PS-1", "0" * 64))) == ("SB-201", line)


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        pytest.param({"patchset": None}, "SB-206", id="its bytes are gone"),
        pytest.param(
            {"patchset": Block("tree", "the base is not whole", "")}, "SB-206", id="it cannot be built"
        ),
        pytest.param({"moved": ("src/u-01.py",)}, "SB-203", id="the base moved under it"),
        pytest.param({"base_kept": False}, "SB-203", id="its base was taken out of the branch"),
        pytest.param({"base_ref": "dev"}, "SB-203", id="another default branch"),
        pytest.param({"gates": BLOCKED}, "SB-301", id="a gate blocks it now"),
        pytest.param({"gates": (*PASSED, *BLOCKED), "moved": ("a", "b", "c", "d")}, "SB-203", id="both"),
    ],
)
def test_a_patchset_is_looked_at_again_before_a_yes_counts(facts: dict[str, object], code: str) -> None:
    j = until("proposed")
    assert refused(j.decide(c.Approve(said(), "PS-1", j.digest("PS-1")), **facts))[0] == code


def test_a_patchset_of_other_bytes_is_not_the_one_that_was_read() -> None:
    j = until("proposed")
    j.answer_unit(proposal("U-03"), "U-03")
    other = j.patchset("U-03")
    decision = j.decide(c.Approve(said(), "PS-1", j.digest("PS-1")), patchset=other)
    assert refused(decision) == ("SB-206", "/signalbox refine PS-1 draw it again on the current base")


@pytest.mark.parametrize(("moved_base", "outcome"), [("keep", "approved"), ("ask", "SB-203")])
def test_a_base_that_moved_elsewhere_is_asked_about_where_the_repository_wants_that(
    moved_base: str, outcome: str
) -> None:
    j = until("proposed", policy=RepoPolicy.model_validate({"approvals": {"moved_base": moved_base}}))
    decision = j.decide(c.Approve(said(), "PS-1", j.digest("PS-1")), base_sha="9" * 40)
    assert tags(decision)[0] == outcome


def test_of_two_patchsets_a_bare_yes_takes_neither() -> None:
    j = until("proposed")
    j.answer_unit(proposal("U-03"), "U-03")
    decision = j.decide(c.Approve(said(), None, None))
    assert isinstance(decision, Refused)
    assert decision.code == "SB-112"
    assert decision.remedy == (
        f"Waiting now: PS-1 `{j.digest('PS-1')[:12]}`, PS-2 `{j.digest('PS-2')[:12]}`."
    )


def test_a_bare_yes_in_a_unit_s_issue_is_for_what_waits_there() -> None:
    j = until("proposed")
    j.answer_unit(proposal("U-03"), "U-03")
    there = j.decide(c.Approve(said(thread=36), None, None))
    assert refused(there) == ("SB-112", f"/signalbox approve PS-2 {j.digest('PS-2')[:12]}")
    j.approve("PS-2")
    other = j.decide(c.Approve(said(thread=36), None, None))
    # The other unit's patchset waits still, and is nobody's to approve from here without its name.
    assert refused(other) == ("SB-111", "/signalbox status")


def test_each_of_two_patchsets_has_its_own_yes() -> None:
    j = until("proposed")
    j.answer_unit(proposal("U-03"), "U-03")
    assert refused(j.decide(c.Approve(said(), "PS-1", j.digest("PS-2"))))[0] == "SB-201"
    j.approve("PS-2")
    assert (j.unit("U-01").state, j.unit("U-03").state) == ("waiting_user_approval", "applying_patches")


def test_nothing_waits_is_said_with_where_to_look() -> None:
    decision = until("triaged").decide(c.Approve(said(), None, None))
    assert isinstance(decision, Refused)
    assert (decision.reason, decision.paste) == ("Nothing waits for approval now.", "/signalbox status")


def test_whoever_speaks_is_the_approver_not_whoever_is_named() -> None:
    j = until("planned")
    by = Person(id=77, login="zoe")
    assert approved(j.decide(c.Approve(said(by), "plan", j.digest("plan")))).by == by
