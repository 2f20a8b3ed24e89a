"""What speaks against planning a PRD in this repository: rules it contradicts, and a subject that is none of its own."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from agents.builtin.planning.entries import Entries
from agents.builtin.planning.laid_down import forbids, leaves
from agents.builtin.reader.text.tongue import tongue
from agents.builtin.reader.words.clouds import RENTED
from agents.builtin.reader.words.technology import Use, technologies
from agents.builtin.triage_alike import stems
from agents.schemas.triage import TriageInputs

_ONLY: dict[str, Use] = {
    "language": "language",
    "languages": "language",
    "database": "store",
    "databases": "store",
    "cloud": "cloud",
}
_NEGATED = re.compile(
    r"\b(?:no|not|without|never|instead of|rather than|replac\w+|migrat\w+ from|from|except|avoid)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
# Who rules out the cloud rules out each by its name.
_CLOUD = re.compile(r"\bclouds?\b", re.IGNORECASE)
_RENTED = re.compile(RENTED)
# What a repository must at least say of itself, and a PRD must repeat, before their words are compared.
FEW_ABOUT, FEW_TELLING, OFTEN, MOST_TELLING = 60, 6, 3, 15


_PATH = re.compile(
    r"(?<![\w:/.])(?:[\w.-]+/)+[\w-]+(?:\.[\w-]+)*\.[A-Za-z0-9]{1,8}\b|(?<![\w:/.])(?:[\w.-]+/)+(?=[\s`'\",;)]|$)"
)
# `This document tracks features that are intentionally deferred`.
_PUT_OFF = re.compile(
    r"\b(?:this|the) (?:document|file|page|list|issue)\b[^.\n]{0,80}\b(?:that|which) "
    r"(?:are|is|were|have been) (?:\w+ )?(?:deferred|postponed|parked|put off|not planned)\b"
    r"|\beverything (?:here|below|in (?:here|this \w+)) is (?:\w+ )?"
    r"(?:deferred|postponed|parked|put off)\b",
    re.IGNORECASE,
)
_SOME_NOW = re.compile(r"\bmvp\b|\b(?:first|current|this) (?:version|release)\b|\bv1\b", re.IGNORECASE)
_CHANGES = re.compile(
    r"\b(?:chang|edit|updat|modif|rewrit|remov|delet|replac|renam|mov(?:e|ing)\b|add(?:s|ed|ing)?\b|creat|extend)\w*",
    re.IGNORECASE,
)
_SENTENCE_ENDS = re.compile(r"(?<=[.!?;])\s+")
_NO_CHANGE = re.compile(
    r"(?:\b(?:neither|never|no|nobody|none|nor|not|nothing|without)\b|n['’]t\b)[^.;]{0,40}$", re.IGNORECASE
)
_STAYS = re.compile(
    r"\b(?:stays?|remains?|is left|are left|is kept|are kept)\b[^.;]{0,20}\b(?:as (?:it is|they are)|unchanged|untouched)\b",
    re.IGNORECASE,
)
# Words that say how a product shall strike people and nothing of what it does.
_PRAISE = re.compile(
    r"\b(?:amaz\w+|attractive|awesome|beautiful|best|better|clean(?:er)?|cool(?:er)?|delight\w*|easier|easy|elegant|engaging"
    r"|enjoyable|fast(?:er)?|fresh(?:er)?|friendl\w+|fun|great|intuitive|modern|nicer?|polished|powerful|prett\w+|seamless\w*"
    r"|simpler?|sleek|slick|smooth\w*|snapp\w+|user-friendly|wow)\b",
    re.IGNORECASE,
)
_DEED = re.compile(r"\d|\b(?:able to|allows?|can|cannot|lets?|may|must not)\b", re.IGNORECASE)


def is_praise(text: str) -> bool:
    """Whether a demand says only how the product shall strike people: `the dashboard should be much better`."""
    return bool(_PRAISE.search(text)) and not _DEED.search(text)


def paths_changed(body: str) -> tuple[str, ...]:
    """The paths in lines of the document that speak of changing something, at most forty."""
    lines = (line[:2000] for line in body[:200_000].splitlines() if _CHANGES.search(line))
    said = (each for line in lines for each in _SENTENCE_ENDS.split(line) if _changes(each))
    return tuple(dict.fromkeys(path for each in said for path in _PATH.findall(each)))[:40]


def _changes(said: str) -> bool:
    """Whether a sentence speaks of changing something, and not of what does not change: `nothing in infra/ changes`."""
    if _STAYS.search(said):
        return False
    return any(not _NO_CHANGE.search(said[: each.start()]) for each in _CHANGES.finditer(said))


def says_deferred(body: str) -> bool:
    """Whether the text's opening, before its first section, says that the whole of it is put off."""
    opening = re.split(r"^#{2,} ", body[:2000], maxsplit=1, flags=re.MULTILINE)[0]
    said = _PUT_OFF.search(opening)
    return bool(said and not _SOME_NOW.search(said[0]))


def contradictions(inputs: TriageInputs, entries: Entries) -> tuple[str, ...]:
    """Where the PRD demands what the repository's constraints or frozen paths rule out, one sentence each."""
    demanded = [
        (each.text, use, name)
        for each in (*entries.constraints, *entries.requirements, *entries.nfrs)
        for use, name in technologies(each.text)
        if not _NEGATED.search(each.text[: each.text.find(name)])
    ]
    # Only what stands among the document's constraints is a mandate; elsewhere a name may be an example.
    mandated = [
        (use, name)
        for each in entries.constraints
        for use, name in technologies(each.text)
        if not _NEGATED.search(each.text[: each.text.find(name)])
    ]
    found: dict[str, None] = {}
    ruled_out: set[str] = set()
    for path, leaf in leaves(inputs.constraints):
        if forbids(path, leaf):
            cloud = tuple(_rented(demanded)) if _CLOUD.search(leaf) else ()
            for name in (*(name for _, name in technologies(leaf)), *cloud):
                asked = [other for _, _, other in demanded if other == name or other.startswith(f"{name} ")]
                ruled_out.update(asked)
                found |= dict.fromkeys(
                    f"The PRD asks for {other}, and the repository’s constraints rule it out ({_said(path, leaf)})."
                    for other in asked
                )
    # What is ruled out by name need not be told once more as another one than the one that is allowed.
    others = [each for each in mandated if each[1] not in ruled_out]
    found |= dict.fromkeys(_only(inputs.constraints, others))
    found |= dict.fromkeys(
        f"The PRD wants `{path}` changed, and the repository has frozen that path."
        for path in inputs.frozen
        if not _left_out(path, inputs.body, entries)
    )
    return tuple(found)[:5]


def _left_out(path: str, body: str, entries: Entries) -> bool:
    """Whether a path stands only where the document says what it leaves out."""
    out = {line for each in entries.non_goals for line in each.lines}
    named = {number for number, line in enumerate(body.split("\n"), start=1) if path in line}
    return bool(named) and named <= out


def _rented(demanded: Sequence[tuple[str, Use, str]]) -> Iterator[str]:
    """The clouds that the PRD asks for."""
    yield from dict.fromkeys(name for _, _, name in demanded if _RENTED.fullmatch(name.lower()))


def _only(constraints: str, mandated: list[tuple[Use, str]]) -> Iterator[str]:
    allowed: dict[Use, list[str]] = {}
    for path, leaf in leaves(constraints):
        use = _ONLY.get(path.rpartition(".")[2].casefold())
        if use and not forbids(path, leaf):
            allowed[use] = [
                *allowed.get(use, []),
                *(name for kind, name in technologies(leaf) if kind == use),
            ]
    for use, names in allowed.items():
        wanted = list(dict.fromkeys(name for kind, name in mandated if kind == use))
        if names and wanted and not set(names) & set(wanted):
            yield f"The PRD asks for {', '.join(wanted[:3])}, and the repository’s constraints say {', '.join(names[:3])}."


def _said(path: str, leaf: str) -> str:
    return f"“{path}: {leaf}”" if path else f"“{leaf}”"


def is_foreign(inputs: TriageInputs) -> bool:
    """Whether not one of the words the PRD uses again and again stands in what the repository says of itself.

    A repository that says little of itself, or a PRD that repeats no words, is never held to be foreign.
    """
    about = inputs.about
    if tongue(inputs.body)[0] != tongue(about.readme)[0]:
        return False
    own = stems(
        "\n".join(
            (
                about.name.replace("-", " "),
                about.description,
                " ".join(about.topics).replace("-", " "),
                about.readme,
            )
        )
    )
    if len(own) < FEW_ABOUT:
        return False
    counted = Counter(word for line in inputs.body.splitlines() for word in stems(line))
    telling = [word for word, count in counted.most_common(MOST_TELLING) if count >= OFTEN]
    titled = stems(inputs.title)
    return len(telling) >= FEW_TELLING and not own & {*telling, *titled}
