"""Which deliveries concern a run, and what they ask for."""

import gzip
import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from agents.ask import Call, Usage
from handlers.route import OWN_EVENTS, ROUTES, commands, run_key
from policies import commands as c
from policies.people import Person
from tests.handlers.payloads import BOT, MONA, PULL, RAJ, REPOSITORY, SHA, UNIT, comment, event, issue, pull
from tests.handlers.routed import OURS, YES, edited

PERSON = Person(id=7, login="mona")
EXAMPLES = Path(__file__).parents[1] / "github" / "data" / "webhook_examples.json.gz"

CONCERNS: dict[str, tuple[str, dict[str, Any], str | None]] = {
    "the trigger label": ("issues", event("labeled", issue=issue(), label={"name": "signalbox"}), "acme/shop#12"),
    "the trigger label, capitalised": ("issues", event("labeled", issue=issue(), label={"name": "Signalbox"}), "acme/shop#12"),
    "another label": ("issues", event("labeled", issue=issue(), label={"name": "bug"}), None),
    "our own state label": ("issues", event("labeled", issue=issue(), label={"name": "signalbox/done"}), None),
    "the trigger label by a bot": ("issues", event("labeled", issue=issue(), label={"name": "signalbox"}, sender=BOT), None),
    "a label taken away": ("issues", event("unlabeled", issue=issue(), label={"name": "signalbox"}), None),
    "a command anywhere": ("issue_comment", event("created", issue=issue(), comment=comment(YES)), "acme/shop#12"),
    "a short command on a run": ("issue_comment", event("created", issue=OURS, comment=comment("/status")), "acme/shop#12"),
    "a short command elsewhere": ("issue_comment", event("created", issue=issue(), comment=comment("/status")), None),
    "a command on a unit's issue": ("issue_comment", event("created", issue=issue(34, body=UNIT), comment=comment("/retry")), "acme/shop#12"),
    "a command on our pull request": ("issue_comment", event("created", issue=issue(41, body=PULL), comment=comment("/why")), "acme/shop#12"),
    "talk on a run": ("issue_comment", event("created", issue=OURS, comment=comment("Looks good, I will ship it")), None),
    "a yes in plain words on a run": ("issue_comment", event("created", issue=OURS, comment=comment("Looks good, ship it")), "acme/shop#12"),
    "a yes in plain words elsewhere": ("issue_comment", event("created", issue=issue(), comment=comment("Looks good, ship it")), None),
    "a yes in plain words by a bot": ("issue_comment", event("created", issue=OURS, comment=comment("LGTM", user=BOT), sender=BOT), None),
    "an edit into a yes in plain words": ("issue_comment", event("edited", issue=OURS, comment=comment("LGTM"), changes={"body": {"from": "L"}}), None),
    "a command by a bot": ("issue_comment", event("created", issue=OURS, comment=comment(YES, user=BOT), sender=BOT), None),
    "a comment through an App": ("issue_comment", event("created", issue=OURS, comment=comment(YES, performed_via_github_app={"id": 5})), None),
    "a comment sent by somebody else": ("issue_comment", event("created", issue=OURS, comment=comment(YES), sender=RAJ), None),
    "a comment by a deleted account": ("issue_comment", event("created", issue=OURS, comment=comment(YES, user=None)), None),
    "an edited comment with a command": ("issue_comment", event("edited", issue=OURS, comment=comment(YES), changes={"body": {"from": "x"}}), "acme/shop#12"),
    "a comment edited by somebody else": ("issue_comment", event("edited", issue=OURS, comment=comment("x"), changes={"body": {"from": YES}}, sender=RAJ), "acme/shop#12"),
    "a comment edited by a bot": ("issue_comment", event("edited", issue=OURS, comment=comment("x"), changes={"body": {"from": YES}}, sender=BOT), "acme/shop#12"),
    "talk edited by somebody else": ("issue_comment", event("edited", issue=OURS, comment=comment("x"), changes={"body": {"from": "y"}}, sender=RAJ), None),
    "a deleted comment": ("issue_comment", event("deleted", issue=OURS, comment=comment(YES)), "acme/shop#12"),
    "the PRD's text edited": ("issues", event("edited", issue=OURS, changes={"body": {"from": "old"}}), "acme/shop#12"),
    "the PRD's text edited by a bot": ("issues", event("edited", issue=OURS, changes={"body": {"from": "old"}}, sender=BOT), "acme/shop#12"),
    "the PRD's title edited": ("issues", event("edited", issue=OURS, changes={"title": {"from": "old"}}), None),
    "another issue's text edited": ("issues", event("edited", issue=issue(), changes={"body": {"from": "old"}}), None),
    "a unit's text edited": ("issues", event("edited", issue=issue(34, body=UNIT, labels=("signalbox/unit",)), changes={"body": {"from": "old"}}), None),
    "a unit's issue closed": ("issues", event("closed", issue=issue(34, body=UNIT)), "acme/shop#12"),
    "a unit's issue closed by a bot": ("issues", event("closed", issue=issue(34, body=UNIT), sender=BOT), None),
    "a unit's issue assigned": ("issues", event("assigned", issue=issue(34, body=UNIT)), "acme/shop#12"),
    "a unit's issue assigned to nobody": ("issues", event("unassigned", issue=issue(34, body=UNIT)), "acme/shop#12"),
    "a unit's issue assigned by a bot": ("issues", event("assigned", issue=issue(34, body=UNIT), sender=BOT), None),
    "another issue assigned": ("issues", event("assigned", issue=issue()), None),
    "another issue closed": ("issues", event("closed", issue=issue()), None),
    "our pull request merged": ("pull_request", event("closed", pull_request=pull()), "acme/shop#12"),
    "our pull request merged by a queue": ("pull_request", event("closed", pull_request=pull(), sender=BOT), "acme/shop#12"),
    "our pull request without its marker": ("pull_request", event("closed", pull_request=pull(body="mine now")), "acme/shop#12"),
    "a fork's branch of the same name": (
        "pull_request",
        event("closed", pull_request=pull(body="x") | {"head": {"ref": "signalbox/run-12-u-03-v1", "repo": {"full_name": "eve/shop"}}}),
        None,
    ),
    "another pull request closed": ("pull_request", event("closed", pull_request=pull(body="x", branch="fix")), None),
    "our pull request opened": ("pull_request", event("opened", pull_request=pull()), None),
    "a review of ours": ("pull_request_review", event("submitted", pull_request=pull(), review={"id": 5, "user": MONA, "state": "approved"}), "acme/shop#12"),
    "a review of another": ("pull_request_review", event("submitted", pull_request=pull(body="x"), review={"id": 5, "user": MONA, "state": "approved"}), None),
    "a comment on a line of ours": ("pull_request_review_comment", event("created", pull_request=pull(), comment={"id": 6, "user": MONA, "pull_request_review_id": 5}), "acme/shop#12"),
    "an edited comment on a line": ("pull_request_review_comment", event("edited", pull_request=pull(), comment={"id": 6, "user": MONA, "pull_request_review_id": 5}), None),
    "a comment on a line by a bot": ("pull_request_review_comment", event("created", pull_request=pull(), comment={"id": 6, "user": BOT, "pull_request_review_id": 5}, sender=BOT), None),
    "a check on our branch": ("check_run", event("completed", check_run={"name": "test", "head_sha": SHA, "check_suite": {"head_branch": "signalbox/run-12-u-03-v1"}}), "acme/shop#12"),
    "our own check": ("check_run", event("completed", check_run={"name": "signalbox/gates", "head_sha": SHA, "check_suite": {"head_branch": "signalbox/run-12-u-03-v1"}}), None),
    "a check on another branch": ("check_run", event("completed", check_run={"name": "test", "head_sha": SHA, "check_suite": {"head_branch": "main"}}), None),
    "a check that begins": ("check_run", event("created", check_run={"name": "test", "head_sha": SHA, "check_suite": {"head_branch": "signalbox/run-12-u-03-v1"}}), None),
    "a suite on our branch": ("check_suite", event("completed", check_suite={"head_branch": "signalbox/run-12-plan-v2", "head_sha": SHA}), "acme/shop#12"),
    "a status on our branch": ("status", {"repository": REPOSITORY, "sha": SHA, "state": "success", "context": "ci", "branches": [{"name": "main"}, {"name": "signalbox/run-12-u-03-v1"}]}, "acme/shop#12"),
    "a pending status": ("status", {"repository": REPOSITORY, "sha": SHA, "state": "pending", "branches": [{"name": "signalbox/run-12-u-03-v1"}]}, None),
    "own work": ("wake", {"run": "acme/shop#12"}, "acme/shop#12"),
    "own work without a run": ("wake", {"run": "acme/shop"}, None),
    "a push": ("push", {"repository": REPOSITORY, "sender": MONA}, None),
    "nothing": ("issues", {}, None),
}  # fmt: skip


@pytest.mark.parametrize(("name", "payload", "key"), CONCERNS.values(), ids=CONCERNS.keys())
def test_a_delivery_belongs_to(name: str, payload: dict[str, Any], key: str | None) -> None:
    assert run_key(name, payload) == key


def test_a_repository_may_name_its_own_trigger() -> None:
    payload = event("labeled", issue=issue(), label={"name": "plan me"})
    assert run_key("issues", payload) is None
    assert run_key("issues", payload, trigger_label="plan me") == "acme/shop#12"


def test_short_forms_can_be_on_everywhere_or_nowhere() -> None:
    elsewhere = event("created", issue=issue(), comment=comment("/status"))
    ours = event("created", issue=OURS, comment=comment("/status"))
    assert run_key("issue_comment", elsewhere, short="always") == "acme/shop#12"
    assert run_key("issue_comment", ours, short="never") is None
    assert commands("issue_comment", ours, delivery="d", short="never") == ()


@pytest.mark.parametrize("action", ["edited", "deleted"])
def test_a_short_form_that_counted_before_is_of_interest_when_it_is_changed(action: str) -> None:
    changes = {"changes": {"body": {"from": "/status"}}} if action == "edited" else {}
    changed = event(action, issue=OURS, comment=comment("/status"), **changes)
    assert run_key("issue_comment", changed, short="never") == "acme/shop#12"


def said(body: str, *, thread: int = 12) -> tuple[tuple[str, c.Command], ...]:
    where = OURS if thread == 12 else issue(thread, body=UNIT)
    return commands("issue_comment", event("created", issue=where, comment=comment(body)), delivery="d1")


def test_each_line_of_a_comment_is_a_command_that_counts_once() -> None:
    first, second = said("/answer 1 yes\n/status")
    assert (first[0], second[0]) == ("70/1", "70/2")
    assert isinstance(first[1], c.Answer)
    assert (first[1].said.by, first[1].said.comment_id, first[1].said.thread) == (PERSON, 70, 12)
    assert first[1].said.body_sha256 == sha256(b"/answer 1 yes\n/status").hexdigest()


def test_several_answers_in_one_comment_are_one_command_in_the_place_of_the_first() -> None:
    first, second = said("/status\n/answer 1 yes\n/answer defaults\n/answer 2 no")
    assert (first[0], second[0]) == ("70/1", "70/2")
    assert isinstance(second[1], c.Answers)
    assert [(each.question, each.text) for each in second[1].each] == [
        ("Q1", "yes"),
        (None, ""),
        ("Q2", "no"),
    ]


def test_one_unreadable_line_stops_the_whole_comment() -> None:
    ((cause, command),) = said("/answer 1 yes\n/aprove plan")
    assert cause == "70/0"
    assert isinstance(command, c.Misread)
    assert command.code == "SB-110"


def test_talk_is_no_command() -> None:
    assert said("Looks good, ship it. See /etc/hosts.") == ()


def test_an_edit_that_leaves_the_commands_alone_asks_for_nothing() -> None:
    assert edited(f"{YES}\n\nfnie", f"{YES}\n\nfine") == ()


@pytest.mark.parametrize("sender", [RAJ, BOT], ids=["another person", "a bot"])
def test_what_somebody_else_writes_into_a_comment_only_takes_back_what_stood_there(
    sender: dict[str, Any],
) -> None:
    payload = event(
        "edited", issue=OURS, comment=comment(YES), changes={"body": {"from": YES}}, sender=sender
    )
    assert commands("issue_comment", payload, delivery="d2") == (("d2", c.CommentChanged(70, deleted=False)),)


def test_a_deleted_comment_takes_back_what_stood_there() -> None:
    payload = event("deleted", issue=OURS, comment=comment(YES), sender=RAJ)
    assert commands("issue_comment", payload, delivery="d3") == (("d3", c.CommentChanged(70, deleted=True)),)


def test_a_label_starts() -> None:
    payload = event("labeled", issue=issue(), label={"name": "signalbox"})
    assert commands("issues", payload, delivery="d1") == (("d1", c.Start(PERSON)),)


def test_a_review_that_requests_changes_is_a_refinement_of_the_unit() -> None:
    review = {
        "id": 5,
        "user": MONA,
        "state": "CHANGES_REQUESTED",
        "body": "Use one table.",
        "submitted_at": "2026-11-21T10:00:00Z",
    }
    payload = event("submitted", pull_request=pull(), review=review)
    ((cause, command),) = commands("pull_request_review", payload, delivery="d1")
    assert cause == "review-5"
    assert isinstance(command, c.Refine)
    assert (command.target, command.text, command.said.thread) == ("U-03", "Use one table.", 41)


@pytest.mark.parametrize("state", ["commented", "dismissed"])
def test_no_other_review_asks_for_anything(state: str) -> None:
    review = {"id": 5, "user": MONA, "state": state, "body": YES}
    payload = event("submitted", pull_request=pull(), review=review)
    assert commands("pull_request_review", payload, delivery="d1") == ()


def test_a_merged_pull_request_is_told() -> None:
    payload = event("closed", pull_request=pull())
    expected = c.PullRequestClosed(41, merged=True, merge_sha="f" * 40, head_sha=SHA, by=PERSON)
    assert commands("pull_request", payload, delivery="d1") == (("d1", expected),)


@pytest.mark.parametrize("action", ["assigned", "unassigned"])
def test_an_assignment_of_a_unit_asks_to_look_who_has_it_now(action: str) -> None:
    payload = event(action, issue=issue(34, body=UNIT))
    assert commands("issues", payload, delivery="d1") == (("d1", c.UnitAssigned(34, PERSON)),)


@pytest.mark.parametrize(
    ("reason", "completed"), [("completed", True), ("not_planned", False), (None, False)]
)
def test_a_closed_unit_says_whether_it_was_done(reason: str | None, completed: bool) -> None:  # noqa: FBT001 - a table
    payload = event("closed", issue=issue(34, body=UNIT, state_reason=reason))
    assert commands("issues", payload, delivery="d1") == (("d1", c.UnitIssueClosed(34, PERSON, completed)),)


@pytest.mark.parametrize(
    ("conclusion", "state"),
    [("failure", "red"), ("timed_out", "red"), ("success", "pending"), ("skipped", "pending")],
)
def test_one_check_can_say_red_and_never_green(conclusion: str, state: str) -> None:
    run = {"name": "test", "head_sha": SHA, "conclusion": conclusion, "pull_requests": [{"number": 41}]}
    ((_, command),) = commands("check_run", event("completed", check_run=run), delivery="d1")
    assert isinstance(command, c.ChecksReported)
    assert (command.pull_request, command.head_sha, command.state) == (41, SHA, state)


OWN: list[tuple[str, dict[str, Any], c.Command]] = [
    (
        "agent_replied",
        {"role": "planner", "ask": "a" * 64, "subject": "plan 1", "base_sha": "", "content": None, "reason": "no", "usage": {"model": "built-in"}},
        c.AcceptReply("planner", "a" * 64, "plan 1", "", None, "no", Usage("built-in")),
    ),
    ("over_budget", {"role": "planner", "subject": "plan 1", "scope": "run", "spent": 4, "cap": 5, "worst": 3}, c.OverBudget("planner", "plan 1", "run", 4, 5, 3)),
    (
        "paid",
        {"role": "planner", "subject": "plan 1", "calls": [{"prompt": "p", "context": "q", "usage": {"model": "m", "cost": 400}, "id": "7"}]},
        c.Paid("planner", "plan 1", (Call("p", "q", Usage("m", cost=400), "7"),)),
    ),
    ("synced", {"version": 1, "issues": [["U-01", 34, 340]], "slices": [["S1", 33, 330]], "writes": 5}, c.Synced(1, (("U-01", 34, 340),), (("S1", 33, 330),), 5)),
    ("wrote", {"subject": "plan", "digest": "d", "branch": "b", "commit_sha": "c", "tree_sha": "t", "pull_request": 40}, c.Wrote("plan", "d", "b", "c", "t", 40)),
    ("write_failed", {"subject": "U-01", "digest": "d", "reason": "moved"}, c.WriteFailed("U-01", "d", "moved")),
    ("checks", {"pull_request": 41, "head_sha": SHA, "state": "green", "summary": "4 of 4"}, c.ChecksReported(41, SHA, "green", "4 of 4")),
    ("prd_edited", {"by": {"id": 7, "login": "mona"}}, c.PrdEdited(PERSON)),
    ("stuck", {"reason": "the key is gone"}, c.Stuck("the key is gone")),
]  # fmt: skip


@pytest.mark.parametrize(("name", "fields", "command"), OWN, ids=[name for name, _, _ in OWN])
def test_own_work_comes_back_as_its_command(name: str, fields: dict[str, Any], command: c.Command) -> None:
    payload = {"run": "acme/shop#12", **fields}
    assert commands(name, payload, delivery="d1") == (("d1", command),)


def test_waking_up_asks_for_nothing() -> None:
    assert commands("wake", {"run": "acme/shop#12"}, delivery="d1") == ()


def examples() -> Iterator[tuple[str, dict[str, Any]]]:
    for each in json.loads(gzip.decompress(EXAMPLES.read_bytes())):
        for example in each["examples"]:
            yield each["name"], example


def mutations(value: Any, payload: Any, path: tuple[str | int, ...] = ()) -> Iterator[Any]:
    """The payload with each string in turn replaced by what no string should be."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in pairs:
        yield from mutations(inner, payload, (*path, key))
        if isinstance(inner, str):
            for other in ("\ud800\x00\u202e" + YES, None, 5, {"x": ["y"]}):
                value[key] = other
                yield payload
            value[key] = inner


def test_no_payload_of_github_raises() -> None:
    count = 0
    for name, payload in examples():
        run_key(name, payload)
        commands(name, payload, delivery="d")
        count += 1
    assert count == 329


def test_no_mutation_of_a_payload_we_read_raises() -> None:
    ours = {name for name, _ in ROUTES} - OWN_EVENTS
    count = 0
    for name, payload in examples():
        if name not in ours:
            continue
        for mutated in mutations(payload, payload):
            run_key(name, mutated)
            commands(name, mutated, delivery="d")
            count += 1
    assert count > 10_000
