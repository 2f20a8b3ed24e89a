"""A unit's own issue as it stands now, which what was delivered about it may be behind: who has it, and whether it is closed."""

from dataclasses import replace
from typing import Any

from bot.github import Reader
from bot.place import Place
from policies import commands as c
from policies.facts import Facts
from policies.people import Person


async def with_unit_issue(
    reader: Reader, place: Place, command: c.UnitAssigned | c.UnitIssueClosed, facts: Facts
) -> Facts:
    """The facts with the people the issue is assigned to, or with whether it has been opened again since."""
    path = f"{place.path}/issues/{command.issue}"
    if isinstance(command, c.UnitIssueClosed):
        issue = await as_closed(reader, path)
        return replace(facts, reopened=issue["state"] == "open")
    return replace(facts, holders=await _holders(reader, path))


async def _holders(reader: Reader, path: str) -> tuple[Person, ...]:
    """Who an issue is assigned to; where nobody is shown, it may have been read too early, and is read again."""
    people: list[dict[str, Any]] = []
    for _ in range(2):
        if not people:
            people = [each for each in (await reader.get(path))["assignees"] if each["type"] == "User"]
    return tuple(Person(id=int(each["id"]), login=str(each["login"])) for each in people)


async def as_closed(reader: Reader, path: str) -> dict[str, Any]:
    """An issue of which we were told that it is closed; where it reads as open, it may have been read too early, and is read again."""
    issue: dict[str, Any] = {"state": "open"}
    for _ in range(2):
        if issue["state"] == "open":
            issue = await reader.get(path)
    return issue
