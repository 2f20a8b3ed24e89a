"""An edited PRD: what stands in it unchanged keeps its id, new statements get numbers nobody had, and the rest is told by id."""

from collections.abc import Sequence

import pytest

from agents.builtin.planner import plan
from agents.builtin.planning.changes import changes
from agents.builtin.planning.identity import known
from agents.schemas.pack import ArchitecturePack
from agents.schemas.planner import PlannerInputs, Remark

LINES = (
    "A member can sign in",
    "A member can list tools and search tools",
    "The system sends a monthly report",
    "A member can export loans",
)


def planned(
    lines: Sequence[str], *earlier: ArchitecturePack, wishes: Sequence[str] = (), more: str = ""
) -> ArchitecturePack:
    listed = "\n".join(f"- {line}" for line in lines)
    body = f"# Tool shelf\nA web app where neighbours lend each other tools.\n\n## Requirements\n{listed}\n{more}"
    said = tuple(Remark(text=each, by="raj") for each in wishes)
    outcome = plan(PlannerInputs(body=body, refinements=said, before=known(earlier)))
    assert isinstance(outcome, ArchitecturePack)
    return outcome


def ids(pack: ArchitecturePack) -> dict[str, str]:
    return {each.text: each.id for each in pack.requirements}


def told(old: ArchitecturePack, new: ArchitecturePack) -> list[tuple[str, str]]:
    return [(each.kind, each.id) for each in changes(old, new) if each.of in {"requirement", "non-goal"}]


def test_a_statement_added_above_the_others_renumbers_none() -> None:
    first = planned(LINES)
    second = planned(("A member can rate a neighbour", *LINES), first)
    assert ids(second) == {**ids(first), "A member can rate a neighbour": "R-5"}
    assert told(first, second) == [("added", "R-5")]


def test_the_number_of_a_removed_statement_is_never_given_again() -> None:
    first = planned(LINES)
    second = planned(LINES[:3], first)
    third = planned((*LINES[:3], "Rent is paid by card"), first, second)
    assert ids(third) == {**ids(second), "Rent is paid by card": "R-5"}
    fourth = planned((*LINES, "Rent is paid by card"), first, second, third)
    assert ids(fourth) == {**ids(third), LINES[3]: "R-4"}


def test_statements_that_change_places_keep_their_ids() -> None:
    first = planned(LINES)
    second = planned(LINES[::-1], first)
    assert ids(second) == ids(first)
    assert told(first, second) == []


@pytest.mark.parametrize(
    ("line", "id_", "change"),
    [
        ("A member can list tools, search tools and sort tools", "R-2", [("changed", "R-2")]),
        ("A MEMBER can list tools  and search tools.", "R-2", [("changed", "R-2")]),
        ("Rent is paid by card", "R-5", [("added", "R-5"), ("removed", "R-2")]),
    ],
    ids=["some words", "capitals and blanks", "another demand"],
)
def test_an_edited_statement_is_changed_and_another_one_is_new(
    line: str, id_: str, change: list[tuple[str, str]]
) -> None:
    first = planned(LINES)
    second = planned((LINES[0], line, *LINES[2:]), first)
    assert second.requirements[1].id == id_
    assert told(first, second) == change


def test_wishes_mean_after_an_edit_what_they_meant_before() -> None:
    first = planned(LINES)
    wishes = (
        "drop R-2",
        "change R-3 to A weekly report is sent",
        "add requirement: a member can rate a tool",
    )
    second = planned(LINES, first, wishes=wishes)
    edited = ("The shelf shows a map", *LINES)
    third = planned(edited, first, second, wishes=wishes)
    assert ids(third) == {**ids(second), "The shelf shows a map": "R-6"}
    assert told(second, third) == [("added", "R-6")]


def test_ids_of_other_kinds_stay_as_well() -> None:
    goals = "\n## Non-goals\n- Payment between members\n- Delivery of tools\n"
    first = planned(LINES, more=goals)
    second = planned(LINES, first, more=goals.replace("- Pay", "- A shop for new tools\n- Pay"))
    before = {each.text: each.id for each in first.prd.non_goals}
    assert {each.text: each.id for each in second.prd.non_goals} == {**before, "A shop for new tools": "X-3"}


def test_a_store_that_is_there_for_everything_moves_nothing() -> None:
    first = planned(LINES)
    second = planned((LINES[0], *LINES[2:]), first)
    assert {part.id: part.requirement_ids for part in second.architecture.components}["store"] == (
        "R-1",
        "R-3",
        "R-4",
    )
    assert told(first, second) == [("removed", "R-2")]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (("用户可以借阅图书并查看到期时间", "用户可以归还图书"), ("管理员可以打印标签", "用户可以借阅图书并查看到期时间和状态", "用户可以归还图书")),
        (("ユーザーは本を借りることができる", "ユーザーは評価できる"), ("管理者はラベルを印刷できる", "ユーザーは本を三冊まで借りることができる", "ユーザーは評価できる")),
    ],
)  # fmt: skip
def test_an_edited_statement_without_spaces_keeps_its_id(before: Sequence[str], after: Sequence[str]) -> None:
    old = planned(before)
    new = ids(planned(after, old))
    assert new[after[1]] == ids(old)[before[0]]
    assert new[after[2]] == ids(old)[before[1]]
    assert new[after[0]] not in ids(old).values()
