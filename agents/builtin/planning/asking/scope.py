"""What a document asks for and rules out, or asks for now and puts off."""

import re
from collections.abc import Iterator, Sequence

from agents.builtin.planning.asking.contradiction import Contradiction, between
from agents.builtin.planning.entries import Entries
from agents.builtin.planning.stems import telling, words_of
from agents.builtin.reader.words.nature import NOT
from agents.schemas.requirements import Entry

NOT_IN_SCOPE = re.compile(r"\bnot?\b|\bwithout\b|\bonly\b|\bnever\b|\blater\b|\bfuture\b", re.IGNORECASE)
# What stands there as an example is not asked for.
EXAMPLE = re.compile(r"\((?:e\.g\.|for example|such as|like)[^)]*\)", re.IGNORECASE)
# That it is ruled out says nothing of what is.
RULED_OUT = re.compile(
    r"\s*\b(?:is|are|will be|stays?|remains?) "
    r"(?:out of scope|not (?:part of|in scope|included|planned|supported)|excluded|left out|postponed|deferred)\b.*",
    re.IGNORECASE,
)
LEAD = re.compile(r"^([^:(–—]{3,60}?)\s*(?::|\(|\s[–—]\s)")
PUT_OFF = re.compile(
    r"(?:^|[.!?:]\s+)"
    r"(?P<said>(?:note:? )?(?:this|it|that|these|they)\b[^.!?]{0,40}\b"
    r"(?:future|later|next|subsequent) (?:version|release|phase|iteration|milestone)s?\b[^.!?]*)",
    re.IGNORECASE,
)
# `docs/overview.md: how it is built` names a file, and nothing that is asked for.
OF_FILE = re.compile(r"^`?[\w.*-]+(?:/[\w.*-]+)+(?:\.\w+|/)?`?(?::|\s|$)")
# So many words of a demand, and so much of it, stand in what rules it out.
ENOUGH, MOSTLY = 4, 0.75


def scoped(entries: Entries) -> Iterator[Contradiction]:
    """What is demanded and left out all the same, in its name or in words that nearly all stand there."""
    out = [(each, "It is out of scope") for each in entries.non_goals if not OF_FILE.match(each.text)]
    out += [(each, "It comes later") for each in entries.deferred]
    yield from _named(entries, out)
    yield from _worded(entries, [(gone, how) for gone, how in out if not NOT.search(gone.text)])


def put_off(entries: Entries, body: str) -> Iterator[Contradiction]:
    """What is demanded now and, in the same breath, left to another version."""
    lines = body.split("\n")
    for each in (*entries.requirements, *entries.nfrs):
        source = lines[each.lines[0] - 1][:2000] if each.lines and each.lines[0] <= len(lines) else ""
        later = PUT_OFF.search(source)
        if later and later["said"][:30] not in each.text:
            yield Contradiction(
                "when this is built",
                each.text,
                later["said"].strip(),
                "the backlog",
                (f"It comes later: {each.text[:160]}", f"It is in the first version: {each.text[:160]}"),
                each.lines[:1],
            )


def _named(entries: Entries, out: Sequence[tuple[Entry, str]]) -> Iterator[Contradiction]:
    """All words of what is left out stand in the demand."""
    wanted = [
        (each, words_of(EXAMPLE.sub("", each.text)))
        for each in entries.requirements
        if not NOT_IN_SCOPE.search(each.text) and not OF_FILE.match(each.text)
    ]
    for gone, how in out:
        said = RULED_OUT.sub("", gone.text)
        lead = LEAD.match(said)
        words = words_of(lead[1] if lead else said)
        if not 2 <= len(words) <= 9:
            continue
        for each, asked in wanted:
            if words <= asked and not set(each.lines) & set(gone.lines):
                yield _between(each, gone, how)
                break


def _worded(entries: Entries, out: Sequence[tuple[Entry, str]]) -> Iterator[Contradiction]:
    """Nearly all words of the demand stand in what is left out."""
    demands = [(each, telling(each.text)) for each in (*entries.requirements, *entries.nfrs)]
    for gone, how in out:
        own = telling(gone.text)
        for each, words in demands:
            common = len(words & own)
            if common < ENOUGH or common < MOSTLY * len(words) or set(each.lines) & set(gone.lines):
                continue
            if not NOT.search(each.text):
                yield _between(each, gone, how)
                break


def _between(wanted: Entry, gone: Entry, how: str) -> Contradiction:
    options = (f"{how}: {gone.text[:160]}", f"It is in scope: {wanted.text[:160]}")
    return between("whether this is in scope", wanted, gone, "the backlog", options)
