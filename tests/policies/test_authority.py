"""Who may ask for what: nine kinds of people and every command, under every way a repository can name its approvers."""

from typing import get_args

import pytest

from config.repo_policy import RepoPolicy
from policies import commands as c
from policies.authority import AUTHOR_MAY, NEEDED, judge
from policies.decision import Refused
from policies.people import Actor, Person, Right
from tests.policies.build import MONA, said
from tests.policies.cells import PEOPLE

COMMANDS: dict[str, c.HumanCommand] = {
    "start": c.Start(said().by),
    "plan": c.Plan(said(), anyway=True),
    "answer": c.Answer(said(), "1", "Euro"),
    "answers": c.Answers(said(), (c.Answer(said(), "1", "Euro"), c.Answer(said(), None, ""))),
    "tick": c.Tick(said(), 6, (("Q1", "a"),)),
    "refine": c.Refine(said(), None, "smaller"),
    "approve": c.Approve(said(), "plan", None),
    "reject": c.Reject(said(), "plan", ""),
    "pause": c.Pause(said(), ""),
    "resume": c.Resume(said()),
    "stop": c.Stop(said(), ""),
    "retry": c.Retry(said()),
    "budget": c.Budget(said(), 10_000_000),
    "accept": c.Accept(said(), ("FR-1",)),
    "amend": c.Amend(said(), ("FR-1",), "People buy two things."),
    "override": c.Override(said(), "ci-files", "PS-1", "1" * 12, "we read it"),
    "show": c.Show(said(), "status"),
    "simulate": c.Simulate(said(), c.Approve(said(), "plan", None)),
    "misread": c.Misread(said(), "SB-110", "", ""),
    "nod": c.Nod(said()),
}
# 104: not a person; 101: not enough access; 103: the author's own plan; a dot: leave.
DEFAULT = """
            start plan answer answers tick refine approve reject pause resume stop retry accept amend budget override show simulate misread nod
nobody      104   104  104    104     104  104    104     104    104   104    104  104   104    104   104    104      104  104      104      104
bot         104   104  104    104     104  104    104     104    104   104    104  104   104    104   104    104      104  104      104      104
stranger    101   101  101    101     101  101    101     101    101   101    101  101   101    101   101    101      101  101      101      101
reader      101   101  101    101     101  101    101     101    101   101    101  101   101    101   101    101      .    .        .        101
triager     .     .    .      .       .    .      101     101    101   101    101  101   101    101   101    101      .    .        .        101
writer      .     .    .      .       .    .      .       .      .     .      .    .     .      .     .      101      .    .        .        .
maintainer  .     .    .      .       .    .      .       .      .     .      .    .     .      .     .      101      .    .        .        .
admin       .     .    .      .       .    .      .       .      .     .      .    .     .      .     .      .        .    .        .        .
author      101   101  .      .       .    .      101     101    101   101    101  101   101    101   101    101      .    .        .        101
"""


def _cells(table: str) -> list[tuple[str, str, str]]:
    head, *rows = (line.split() for line in table.strip().splitlines())
    return [(who, command, cell) for who, *found in rows for command, cell in zip(head, found, strict=True)]


def _said_of(command: c.HumanCommand, actor: Actor | None, policy: RepoPolicy) -> str:
    refused = judge(type(command), actor, author=MONA, policy=policy)
    return refused.code.removeprefix("SB-") if refused else "."


@pytest.mark.parametrize(("who", "command", "cell"), _cells(DEFAULT))
def test_people_may_do_what_the_table_says(who: str, command: str, cell: str) -> None:
    assert _said_of(COMMANDS[command], PEOPLE[who], RepoPolicy.default()) == cell


def test_the_table_holds_every_command_and_nine_kinds_of_people() -> None:
    assert {type(command) for command in COMMANDS.values()} == set(get_args(c.HumanCommand)) == set(NEEDED)
    assert len({who for who, _, _ in _cells(DEFAULT)}) == 9


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_naming_approvers_changes_nothing_but_who_approves(command: str) -> None:
    named = RepoPolicy.model_validate({"approvals": {"approvers": {"users": ["reader"]}}})
    if command == "approve":
        return
    for actor in PEOPLE.values():
        assert _said_of(COMMANDS[command], actor, named) == _said_of(
            COMMANDS[command], actor, RepoPolicy.default()
        )


AUTHOR_WITH_WRITE = Actor(person=MONA, right=Right.ADMIN, is_human=True)
IN_TEAM = Actor(person=Person(id=30, login="lee"), right=Right.READ, is_human=True, teams=("acme/Reviewers",))
RENAMED = Actor(person=Person(id=MONA.id, login="somebody-else"), right=Right.ADMIN, is_human=True)
NAMESAKE = Actor(person=Person(id=31, login="mona"), right=Right.WRITE, is_human=True)


@pytest.mark.parametrize(
    ("approvals", "actor", "cell"),
    [
        pytest.param({"approvers": {"users": ["reader"]}}, PEOPLE["writer"], "101", id="a writer not named"),
        pytest.param({"approvers": {"users": ["reader"]}}, PEOPLE["admin"], "101", id="an admin not named"),
        pytest.param({"approvers": {"users": ["bot"]}}, PEOPLE["bot"], "104", id="a bot, even by its name"),
        pytest.param(
            {"approvers": {"users": ["stranger"]}}, PEOPLE["stranger"], "101", id="named, no access"
        ),
        pytest.param({"approvers": {"users": ["reader"]}}, PEOPLE["reader"], ".", id="named, can read"),
        pytest.param({"approvers": {"users": ["READER"]}}, PEOPLE["reader"], ".", id="named in capitals"),
        pytest.param({"approvers": {"teams": ["acme/reviewers"]}}, IN_TEAM, ".", id="in a named team"),
        pytest.param({"approvers": {"teams": ["acme/owners"]}}, IN_TEAM, "101", id="in another team"),
        pytest.param({"author_may_approve": False}, AUTHOR_WITH_WRITE, "103", id="the author"),
        pytest.param({"author_may_approve": False}, RENAMED, "103", id="the author under another login"),
        pytest.param({"author_may_approve": False}, NAMESAKE, ".", id="another account with the login"),
        pytest.param({"author_may_approve": False}, PEOPLE["writer"], ".", id="not the author"),
        pytest.param({"author_may_approve": True}, AUTHOR_WITH_WRITE, ".", id="the author, allowed"),
        pytest.param(
            {"author_may_approve": False, "approvers": {"users": ["mona"]}},
            AUTHOR_WITH_WRITE,
            "103",
            id="the author, named",
        ),
        pytest.param(
            {"author_may_approve": False, "approvers": {"users": ["mona"]}},
            NAMESAKE,
            ".",
            id="named, not the author",
        ),
    ],
)
def test_only_whom_the_configuration_means_approves(
    approvals: dict[str, object], actor: Actor, cell: str
) -> None:
    policy = RepoPolicy.model_validate({"approvals": approvals})
    assert _said_of(COMMANDS["approve"], actor, policy) == cell


@pytest.mark.parametrize(
    ("overrides", "who", "cell"),
    [
        pytest.param({}, "maintainer", "101", id="nobody named, a maintainer"),
        pytest.param({}, "admin", ".", id="nobody named, an admin"),
        pytest.param({"users": ["writer"]}, "writer", ".", id="named"),
        pytest.param({"users": ["WRITER"]}, "writer", ".", id="named in capitals"),
        pytest.param({"users": ["writer"]}, "admin", "101", id="an admin not named"),
        pytest.param({"users": ["stranger"]}, "stranger", "101", id="named, no access"),
        pytest.param({"users": ["bot"]}, "bot", "104", id="a bot, even by its name"),
        pytest.param({"teams": ["acme/reviewers"]}, "admin", "101", id="an admin outside the team"),
    ],
)
def test_only_whom_the_configuration_means_overrides(
    overrides: dict[str, object], who: str, cell: str
) -> None:
    policy = RepoPolicy.model_validate({"overrides": overrides})
    assert _said_of(COMMANDS["override"], PEOPLE[who], policy) == cell


def test_a_member_of_a_named_team_overrides_and_naming_it_changes_nothing_else() -> None:
    policy = RepoPolicy.model_validate({"overrides": {"teams": ["acme/reviewers"]}})
    assert _said_of(COMMANDS["override"], IN_TEAM, policy) == "."
    for name in COMMANDS.keys() - {"override"}:
        for actor in PEOPLE.values():
            assert _said_of(COMMANDS[name], actor, policy) == _said_of(
                COMMANDS[name], actor, RepoPolicy.default()
            )


def test_before_there_is_a_run_nobody_is_its_author() -> None:
    assert judge(c.Answer, PEOPLE["author"], author=None, policy=RepoPolicy.default()) is not None


def test_an_author_never_gains_a_decision() -> None:
    assert {NEEDED[command] for command in NEEDED.keys() - AUTHOR_MAY} == {
        Right.TRIAGE,
        Right.WRITE,
        Right.ADMIN,
    }
    decisions = {c.Approve, c.Reject, c.Override, c.Pause, c.Resume, c.Stop, c.Retry, c.Start, c.Plan}
    assert not decisions & AUTHOR_MAY


def test_a_refusal_says_what_is_needed_and_what_one_has() -> None:
    refused = judge(c.Approve, PEOPLE["triager"], author=MONA, policy=RepoPolicy.default())
    assert refused
    assert refused.reason == "You need write access to do this here; GitHub says you have triage."


def test_a_bot_is_told_that_its_word_counts_for_nothing() -> None:
    reason = "Only people clear signals; a bot's word counts for nothing here."
    robot = Actor(person=MONA, right=Right.ADMIN, is_human=False)
    for nobody in (None, robot):
        assert judge(c.Show, nobody, author=MONA, policy=RepoPolicy.default()) == Refused(
            "SB-104", reason, ""
        )
