"""What a user story says: who wants what and why, and the criteria that stand below it."""

import re

from agents.builtin.reader import Finding, Findings
from agents.builtin.reader.words.nature import STORY_WANT

MOST_CRITERIA = 40


def criteria_of(found: Findings) -> dict[tuple[int, ...], tuple[str, ...]]:
    """The acceptance criteria that stand below each story, by the story's lines."""
    below: dict[tuple[int, ...], list[str]] = {}
    story: Finding | None = None
    for each in sorted(found.findings, key=lambda one: one.lines[0]):
        if each.kind == "story":
            story = each
        elif each.kind == "acceptance" and story:
            below.setdefault(story.lines, []).append(each.text[:4000])
        elif each.kind != "acceptance":
            story = None
    return {lines: tuple(texts[:MOST_CRITERIA]) for lines, texts in below.items()}


def three_parts(text: str) -> tuple[str, str, str]:
    """Who, what and why of a story; empty where its words cannot be taken apart."""
    wanted = STORY_WANT.search(text)
    if not wanted:
        return "", "", ""
    who = re.sub(
        r"^.{0,30}?\b(?:as an?|as the|als (?:ein\w*)?|en tant que?|como (?:un\w*)?|作为)\s*",
        "",
        text[: wanted.start()],
        flags=re.IGNORECASE,
    )
    parts = re.split(
        r",?\s*\b(?:so that|in order to|so I can|damit|afin (?:de|que)|para(?: que)?)\b|，以便|，从而",
        text[wanted.end() :],
        maxsplit=1,
        flags=re.IGNORECASE,
    )
    return who.strip(" ,，:"), parts[0].strip(" ,."), parts[1].strip(" ,.") if len(parts) > 1 else ""
