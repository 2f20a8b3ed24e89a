"""What developers list in as few words as will do: `on 5xx: spool to disk`, `linux amd64+arm64`, `/metrics on :9102`."""

import re

from agents.builtin.reader.findings import Kind
from agents.builtin.reader.words import nature, verbs

_PLATFORM = (
    r"(?:linux|windows|macos|mac|os ?x|darwin|freebsd|openbsd|unix|posix|wsl2?|ubuntu|debian|rhel|alpine|android|ios|amd64|arm64|aarch64|arm"
    r"|x86(?:[-_]64)?|x64|i386|armv[67]l?|riscv64|glibc|musl|(?:python|node|java|jdk|jre|go|rust|php|ruby|perl|bash)(?=[ :>=]*\d))"
)
_VERSION = r"(?:[ :]?(?:>=|≥|=|from |v)? ?\d[\d.]*\+?)?"
_JOINT = r"(?: ?[,+/&] ?| and | or | on | )"
# `linux amd64+arm64, no CGO`, `python 3.11+, macOS and linux`: at least two names of platforms and hardly more.
PLATFORMS = re.compile(
    rf"(?:runs on |for |on )?{_PLATFORM}{_VERSION}{_JOINT}{_PLATFORM}\b{_VERSION}(?:{_JOINT}{_PLATFORM}\b{_VERSION}){{0,6}}"
    rf"(?: only)?\s*(?:$|[,;(.])|{_PLATFORM}{_VERSION} only\b|(?:py(?:thon)?|node|java|jdk|go|rust|php|ruby)[ :]?(?:>=|≥)? ?\d[\d.]*\+?(?: or (?:newer|later))?\s*(?:$|,)",
    re.IGNORECASE,
)
# `on 5xx: retry, then drop`: a case, and what is done then.
REACTION = re.compile(
    r"(?:on|upon|when|if|after)\s(?:[^\s:]+\s){0,5}[^\s:]+\s?(?::|→|->|=>)\s+\S.{3,}", re.IGNORECASE
)
# `100k photos < 10 min on my nas`: so much in so little time, and no option with a bound.
BOUND = re.compile(
    r"(?!-)[^:<>≤]{3,60}(?:<|≤|<=|\bin under|\bin less than|\bunder) ?\d[\d.,]* ?(?:ms|milliseconds?|s|sec|seconds?|min|minutes?|h|hours?)\b",
    re.IGNORECASE,
)
# `/metrics on :9102`, `health endpoint :8080/healthz`
ANSWERS_AT = re.compile(
    r"(?:\S+ ){0,4}(?:/[a-z][\w/-]*|endpoint|server|api) (?:on |at )?[\w.]*:\d{2,5}\b", re.IGNORECASE
)
# `encoding? some files are latin1`
WONDERS = re.compile(r"(?:[\w/-]+ ){0,3}[\w/-]+\? \S(?!.*\b(?:later|not now|phase|next)\b)", re.IGNORECASE)
# How fast, how much at most, how many a second: a measure, and no deed.
MEASURED = re.compile(
    r"[<>≤≥]|\b(?:within|in under|less than|at most|no more than|max(?:imum)?|up to) \d|/s\b|\bper (?:second|minute|hour)\b",
    re.IGNORECASE,
)


def listed_tersely(text: str) -> Kind | None:
    """The kind that the form of such an entry decides; None for any other."""
    if nature.is_question(text) or nature.is_for_later(text):
        return None
    if WONDERS.match(text):
        return "question"
    if PLATFORMS.match(text):
        return "constraint"
    if BOUND.match(text) and not verbs.VERBS.match(text):
        return "nonfunctional"
    if REACTION.match(text) or ANSWERS_AT.match(text):
        return "functional"
    return (
        "functional" if verbs.VERBS.match(text) and text[:1].islower() and not MEASURED.search(text) else None
    )
