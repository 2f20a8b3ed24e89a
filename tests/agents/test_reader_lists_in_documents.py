"""Lists of a document that say in a few words above them, or by their form, what they are."""

import pytest

from agents.builtin.planner import plan
from agents.builtin.reader import Findings, read
from agents.schemas.pack import ArchitecturePack
from agents.schemas.planner import PlannerInputs

HEAD = (
    "# Berth board\n\nThe harbour office needs a board that shows who lies where tonight.\n\n"
    "## Features\n\n- Show each berth with its boat.\n- Move a boat to another berth.\n- Print the list of tonight.\n\n"
)


def found(text: str) -> Findings:
    outcome = read(text)
    assert isinstance(outcome, Findings), outcome
    return outcome


def kinds(text: str) -> list[str]:
    """The kinds of what is found below the features."""
    after = HEAD.count("\n")
    return [each.kind for each in found(HEAD + text).findings if each.lines[0] > after]


@pytest.mark.parametrize(
    "text",
    [
        "## Guardrails\n\nBerth board is **not**:\n\n- A booking portal\n- A chat\n",
        "## Guardrails\n\nDo not introduce:\n\n- Folders\n- Feed-like discovery\n",
        "## Not in mobile (explicitly)\n\n- Folders / tags\n- AI chat\n",
        "## Scope\n\nThere is no UI for registering staff accounts. Native push notifications are excluded.\n",
        "## Scope\n\nThe system will not use tide tables in the prototype. Radio calls are excluded.\n",
    ],
    ids=["is not", "do not introduce", "not in", "no screen, excluded", "not in the prototype"],
)
def test_what_a_document_says_it_is_not_is_left_out(text: str) -> None:
    assert kinds(text) == ["non_goal", "non_goal"]


def test_what_is_kept_out_of_a_list_is_a_rule() -> None:
    assert kinds("## Rules\n\n- Boats without insurance are excluded from the draw\n") == ["functional"]


def test_measures_named_in_one_sentence_are_told_one_by_one() -> None:
    text = "## Success metrics\n\nCalls per night, refund rate, time to first berth, NPS/support volume.\n"
    assert kinds(text) == ["metric"] * 4


def test_what_is_to_be_researched_is_open() -> None:
    assert "question" in kinds("## More\n\n- Tide service (to be researched — latest access rules)\n")


def test_how_long_something_lasts_limits_nobody() -> None:
    text = "## Draw\n\n### Timing\n\n- Start the draw at six.\n- The draw lasts ten minutes.\n"
    assert set(kinds(text)) == {"functional"}


def test_commands_are_functions_whatever_they_reach() -> None:
    text = "## Integration commands\n\nCalendars:\n\n- `npm run google:from-task`\n- `npm run trello:from-task`\n"
    assert kinds(text) == ["functional", "functional"]


def test_what_is_listed_below_a_flow_is_what_happens_there() -> None:
    text = (
        "## Core flows\n\n### 1. Arrival (primary)\n\n- Clerk can see free berths at once\n"
        "- Press Enter / Done → berth is taken\n- Berths that are taken turn grey by themselves\n"
    )
    assert kinds(text) == ["functional"] * 3


CASE = (
    "### UC-4: Manage questions\n\n| Field | Description |\n|---|---|\n| **Actor** | Clerk |\n"
    "| **Description** | Clerk keeps the questions of the exam |\n| **Preconditions** | Clerk is signed in |\n"
    "| **Main Flow** | 1. Clerk picks a chapter<br>2. Clerk writes a question<br>3. System saves it |\n"
    "| **Postconditions** | The question is there |\n"
)


def test_the_table_of_a_use_case_tells_how_it_is_tried() -> None:
    assert kinds(f"## Use cases\n\n{CASE}") == ["story", *["acceptance"] * 4]


def test_a_use_case_that_becomes_a_requirement_keeps_its_steps() -> None:
    pack = plan(PlannerInputs(body=f"# Exam\n\n## Use cases\n\n{CASE}"))
    assert isinstance(pack, ArchitecturePack)
    (requirement,) = pack.requirements
    assert [each for each in requirement.acceptance if each.startswith(("Clerk", "System", "The"))] == [
        "Clerk picks a chapter",
        "Clerk writes a question",
        "System saves it",
        "The question is there",
    ]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Screens (tech stack deferred)", "functional"),
        ("Screens (deferred)", "deferred"),
        ("Screens (all deferred)", "deferred"),
    ],
)
def test_brackets_may_put_off_another_thing(heading: str, kind: str) -> None:
    assert kinds(f"## {heading}\n\n- Show all berths on one map.\n") == [kind]


def test_what_a_list_denies_is_no_system_and_fields_are_no_people() -> None:
    text = (
        "## Users\n\n- **User**: `user_id`, `email`, `name`\n\n## Limits\n\n- **External systems**: No Harbourmaster, Kiosks, or Tidewatch.\n\n"
        "## Audience\n\nOne person with a boat of their own.\n"
    )
    read = found(HEAD + text)
    assert [each.name for each in read.integrations] == []
    assert not {"User_id", "Email", "Name", "One person"} & {each.name for each in read.actors}


def test_what_is_out_of_scope_stays_so_when_it_is_called_deferred() -> None:
    text = (
        "## Out of scope\n\nThe following are explicitly deferred to later phases:\n\n- Tide tables\n- Chat\n"
    )
    assert kinds(text) == ["non_goal", "non_goal"]


def test_a_budget_that_players_spend_limits_nobody_who_builds() -> None:
    text = "## Move budget system\n\n- Click any hidden cell: 1 move\n- Each wrong guess costs two moves\n"
    assert set(kinds(text)) == {"functional"}


BOLD = (
    "**Berth board**\n\n**Features**\n\n### **Clerks**\n- Show each berth\n- Move a boat\n\n### **Skippers**\n- See the own berth\n\n"
    "**Success metrics**\n\n### **Calls**\n- Calls per night\n- Share of boats found\n\n**Open questions**\n\n### **Tides**\n- Who reads them?\n"
)


def test_bold_lines_above_headings_head_the_parts_of_a_document() -> None:
    assert [each.kind for each in found(BOLD).findings] == ["functional"] * 3 + ["metric"] * 2 + ["question"]


def test_goals_that_say_what_success_looks_like_are_goals() -> None:
    text = "## Goals (what success looks like)\n\n- Clerks can export the list as CSV\n- Skippers can see their berth\n"
    assert kinds(text) == ["functional", "functional"]


@pytest.mark.parametrize(
    ("entry", "category"),
    [
        ("Command-line first: simple, predictable commands", "compatibility"),
        ("API-first so that other harbours can join", "extensibility"),
    ],
)
def test_what_comes_first_is_a_quality(entry: str, category: str) -> None:
    text = f"{HEAD}## Key paradigms\n\n- {entry}\n- Batch printing of lists\n"
    pack = plan(PlannerInputs(body=text))
    assert isinstance(pack, ArchitecturePack)
    assert [(each.text, each.category) for each in pack.nfrs] == [(entry, category)]
