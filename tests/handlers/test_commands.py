"""The grammar of each slash-command, by its own examples and by a table of what they come to."""

import pytest

from handlers.commands import COMMANDS, command_table, judged_together, read
from handlers.comments import lines
from handlers.spec import CommandSpec
from policies import commands as c
from policies.authority import AUTHOR_MAY, NEEDED
from policies.people import Person

SAID = c.Said(
    by=Person(id=7, login="mona"), comment_id=70, body_sha256="0" * 64, thread=12, at="2026-11-21T10:00:00Z"
)
EXAMPLES = [(spec, example) for spec in COMMANDS for example in spec.examples]
MISREADS = [(spec, example) for spec in COMMANDS for example in spec.misreads]


def one(text: str) -> c.HumanCommand:
    (line,) = lines(f"/signalbox {text}")
    return read(line, SAID)


@pytest.mark.parametrize(("spec", "example"), EXAMPLES, ids=[example for _, example in EXAMPLES])
def test_an_example_is_a_command(spec: CommandSpec, example: str) -> None:
    command = one(example)
    assert not isinstance(command, c.Misread)
    assert spec.verb in {"plan", type(command).__name__.lower(), getattr(command, "what", "")}


@pytest.mark.parametrize(("spec", "example"), MISREADS, ids=[example for _, example in MISREADS])
def test_a_counterexample_is_told_what_is_wrong(spec: CommandSpec, example: str) -> None:
    command = one(example)
    assert isinstance(command, c.Misread)
    assert command.reason
    assert command.remedy
    assert spec.verb in example


@pytest.mark.parametrize(("spec", "example"), EXAMPLES, ids=[example for _, example in EXAMPLES])
def test_the_table_and_the_rules_agree_on_who_may(spec: CommandSpec, example: str) -> None:
    kind = type(one(example))
    assert NEEDED[kind] is spec.who
    assert (kind in AUTHOR_MAY) is (spec.author_may or spec.read_only)


READINGS: list[tuple[str, c.HumanCommand]] = [
    ("plan anyway, please", c.Plan(SAID, anyway=True)),
    ("plan please", c.Plan(SAID, anyway=False)),
    ("approve plan 4be0a7c1d922", c.Approve(SAID, "plan", "4be0a7c1d922")),
    ("approve PLAN 4be0a7c1d922", c.Approve(SAID, "plan", "4be0a7c1d922")),
    ("approve ps-2 1c9e04b7aa31", c.Approve(SAID, "PS-2", "1c9e04b7aa31")),
    ("approve " + "a1" * 32, c.Approve(SAID, None, "a1" * 32)),
    ("approve", c.Approve(SAID, None, None)),
    (
        "approve backlog 77aa10f3c5de --only s1,u-03",
        c.Approve(SAID, "backlog", "77aa10f3c5de", ("S1", "U-03")),
    ),
    ("approve 77aa10f3c5de —only S1", c.Approve(SAID, None, "77aa10f3c5de", ("S1",))),
    ("answer 3 Germany", c.Answer(SAID, "Q3", "Germany")),
    ("answer Q3: Germany", c.Answer(SAID, "Q3", "Germany")),
    ("answer 3", c.Answer(SAID, "Q3", "")),
    ("answer defaults", c.Answer(SAID, None, "")),
    ("refine use SQLite", c.Refine(SAID, None, "use SQLite")),
    ("refine PS-2 name it owner_id", c.Refine(SAID, "PS-2", "name it owner_id")),
    ("refine u-03 smaller", c.Refine(SAID, "U-03", "smaller")),
    ("refine planning is too slow", c.Refine(SAID, None, "planning is too slow")),
    ("reject PS-2 wrong table", c.Reject(SAID, "PS-2", "wrong table")),
    ("reject", c.Reject(SAID, None, "")),
    ("pause until Monday", c.Pause(SAID, "until Monday")),
    ("resume", c.Resume(SAID)),
    ("cancel we buy it", c.Stop(SAID, "we buy it")),
    ("retry", c.Retry(SAID)),
    ("plan", c.Plan(SAID, anyway=False)),
    ("plan Anyway", c.Plan(SAID, anyway=True)),
    ("status please", c.Show(SAID, "status", "please")),
    ("why PS-2", c.Show(SAID, "why", "PS-2")),
    ("simulate approve plan 4be0a7c1d922", c.Simulate(SAID, c.Approve(SAID, "plan", "4be0a7c1d922"))),
    ("simulate /sb stop", c.Simulate(SAID, c.Stop(SAID, ""))),
    ("budget 7.50", c.Budget(SAID, 7_500_000)),
    ("accept fr-3 FR-4", c.Accept(SAID, ("FR-3", "FR-4"))),
    ("amend FR-3 Members pay in euros.", c.Amend(SAID, ("FR-3",), "Members pay in euros.")),
    (
        "override ci-files PS-1 1c9e04b7aa31 because we read it",
        c.Override(SAID, "ci-files", "PS-1", "1c9e04b7aa31", "we read it"),
    ),
    ("help", c.Show(SAID, "help")),
]


@pytest.mark.parametrize(("text", "command"), READINGS, ids=[text for text, _ in READINGS])
def test_a_line_is_read_as(text: str, command: c.HumanCommand) -> None:
    assert one(text) == command


@pytest.mark.parametrize("spec", COMMANDS, ids=lambda spec: str(spec.verb))
def test_every_command_has_a_line_that_says_what_it_is_read_as(spec: CommandSpec) -> None:
    read_as = {text.partition(" ")[0] for text, _ in READINGS}
    assert read_as & {spec.verb, *spec.aliases}


def test_a_wish_has_room_for_four_thousand_characters() -> None:
    assert one(f"refine {'x' * 4_000}") == c.Refine(SAID, None, "x" * 4_000)
    longer = one(f"refine {'x' * 4_001}")
    assert isinstance(longer, c.Misread)
    assert longer.code == "SB-118"


def test_an_unknown_verb_gets_the_nearest_one() -> None:
    assert one("aprove plan") == c.Misread(
        SAID, "SB-110", "I do not know `aprove`.", "Did you mean `/signalbox approve`?"
    )


def test_an_unknown_verb_near_to_none_gets_the_list() -> None:
    command = one("frobnicate")
    assert isinstance(command, c.Misread)
    assert command.remedy.startswith("I know `approve`, `answer`, `refine`")
    assert "plain words" not in command.remedy


def test_whoever_goes_on_in_plain_words_is_told_how_a_change_is_asked_for() -> None:
    command = one("kindly add a chat for members")
    assert isinstance(command, c.Misread)
    assert command.remedy.endswith("To ask for a change in plain words: `/signalbox refine kindly …`.")


def together(*texts: str) -> c.Misread | None:
    return judged_together(tuple(one(text) for text in texts), SAID)


@pytest.mark.parametrize(
    "texts",
    [
        ("answer 1 yes", "answer 2 no"),
        ("status", "help"),
        ("answer 1 yes", "refine use SQLite"),
        ("approve PS-1 1c9e04b7aa31", "approve PS-2 1c9e04b7aa32"),
        ("status", "stop"),
    ],
)
def test_commands_that_agree_share_a_comment(texts: tuple[str, ...]) -> None:
    assert together(*texts) is None


DECISIVE = ("approve plan 4be0a7c1d922", "reject plan", "pause", "resume", "stop", "retry", "plan anyway")


@pytest.mark.parametrize("first", DECISIVE)
@pytest.mark.parametrize("second", DECISIVE)
def test_commands_that_contradict_each_other_are_none(first: str, second: str) -> None:
    misread = together(first, second)
    assert (misread is None) is (first == second)


def test_one_line_nobody_can_read_stops_them_all() -> None:
    misread = together("answer 1 yes", "aprove plan")
    assert misread
    assert misread.code == "SB-110"


@pytest.mark.parametrize("first", ["answer 1 yes", "refine use SQLite"])
@pytest.mark.parametrize("second", DECISIVE)
def test_a_new_version_and_a_decision_cannot_share_a_comment(first: str, second: str) -> None:
    for texts in ((first, second), (second, first)):
        misread = together(*texts)
        assert misread
        assert misread.code == "SB-122"


def test_eight_commands_are_not_too_many() -> None:
    assert together(*["answer 1 yes"] * 8) is None


@pytest.mark.parametrize(
    ("texts", "reason"),
    [
        (("approve plan 4be0a7c1d922", "reject plan"), "I cannot tell which of `/approve` and `/reject` you want first."),
        (("answer 1 yes", "pause"), "An answer or a refinement makes a new version, so it cannot share a comment with `/pause`."),
        (("pause",) * 9, "One comment takes at most 8 commands."),
    ],
)  # fmt: skip
def test_why_commands_cannot_share_a_comment_is_said(texts: tuple[str, ...], reason: str) -> None:
    misread = together(*texts)
    assert misread
    assert misread.reason == reason
    assert misread.remedy == "Write them one comment after the other."
    assert misread.said is SAID


def test_nine_commands_are_too_many() -> None:
    misread = together(*["status"] * 9)
    assert misread
    assert misread.reason == "One comment takes at most 8 commands."


def test_the_table_names_every_command() -> None:
    rows = command_table().splitlines()
    assert rows[0] == "| Command | What it does | Who may |"
    assert len(rows) == len(COMMANDS) + 2
    assert all(row.count("|") - row.count("\\|") == 4 for row in rows)


@pytest.mark.parametrize(
    ("verb", "who"), [("approve", "write"), ("answer", "triage, or the PRD’s author"), ("override", "admin")]
)
def test_the_table_says_who_may(verb: str, who: str) -> None:
    rows = command_table().splitlines()
    row = next(row for row in rows if row.startswith(f"| `/signalbox {verb}"))
    assert (rows[1], row.split("|")[-2].strip()) == ("|---|---|---|", who)
