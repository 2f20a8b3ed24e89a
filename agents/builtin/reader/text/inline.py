"""Inline Markdown reduced to the words a person reads."""

import re
from functools import lru_cache, partial

from agents.builtin.reader.text.literal import ELEMENT, LITERAL, is_typed, typed
from agents.builtin.reader.words.verbs import VERBS

# What is said in brackets about the words before: `cost estimation (we have that already)`.
BRACKETS = re.compile(r"\([^()]*\)")
LEAD = re.compile(
    r"^\s*(?:\*\*|__)(?P<lead>[^*_\n]{1,120}?)(?:\*\*|__)\s*(?P<after>[:：.–—-]?)\s*(?P<rest>.*)$", re.DOTALL
)
PLAIN_LEAD = re.compile(r"^(?P<lead>[^:：.!?。]{2,60}?)\s*(?:[:：]\s|：|\s[–—-]\s)(?P<rest>\S.*)$", re.DOTALL)
# `**Archive.** Bills move there`: a name that ends in a full stop.
NAMED = re.compile(r"^\s*(?:\*\*|__)(?P<name>[^*_\n]{2,80}?)\.(?:\*\*|__)\s+(?P<rest>\S.*)$", re.DOTALL)
LONGEST_NAME = 6
FINITE = re.compile(
    r"\b(?:is|are|was|must|shall|should|can|cannot|will|may|has|have|do|does|never|always|no|not|use|you|we|it)\b",
    re.IGNORECASE,
)
_SIGNS = "⭐✅✔️🔴🟡🟢🚀🎯📋📌🔧🔒📊💡⚠️❌️"
_BOLD = r"\*\*(?=\S)((?:[^*]|\*(?!\*)){1,600}?)(?<=\S)\*\*"
_UNDERLINED = r"(?<!\w)__(?=\S)((?:[^_]|_(?!_)){1,600}?)(?<=\S)__(?!\w)"
_SLANTED_BELOW = r"(?<![\w_])_(?=[^\s_])([^_\n]{1,200}?)(?<=[^\s_])_(?![\w_])"
_SLANTED = r"(?<![\w*])\*(?=[^\s*])([^*]{1,600}?)(?<=[^\s*])\*(?![\w*])"
# Signs that a rule needs, what it finds, and what it leaves of it.
RULES: tuple[tuple[str, re.Pattern[str], str], ...] = (
    ("](", re.compile(r"!\[[^\]]{0,300}\]\([^)\s]{0,500}[^)]{0,100}\)"), ""),
    ("](", re.compile(r"\(\[[^\]]{1,300}\]\([^)]{0,800}\)\)"), ""),
    ("](", re.compile(r"\[([^\]]{1,300})\]\([^)]{0,800}\)"), r"\1"),
    ("[^", re.compile(r"\[\^[^\]]{1,20}\]"), ""),
    ("*", re.compile(_BOLD), r"\1"),
    # Half of a pair whose other half went with an id or a label; beside a slash and between numbers it is none.
    ("*", re.compile(r"(?<!/)(?<!\d)\*\*(?!/)|(?<!/)\*\*(?![/\d])"), ""),
    ("_", re.compile(_UNDERLINED), r"\1"),
    ("_", re.compile(r"(?<=\w)__(?![\w(./])"), ""),
    ("*", re.compile(_SLANTED), r"\1"),
    ("_", re.compile(_SLANTED_BELOW), r"\1"),
    ("`", re.compile(r"`"), ""),
    ("", re.compile(rf"[{_SIGNS}]"), ""),
    ("", re.compile(r"[ \t]{2,}"), " "),
)
# What any of these rules begins with; most texts have none of it.
MARKED = re.compile(rf"~~|\$.*\$|[\[<*_`\\{_SIGNS}]|[ \t]{{2}}")
STRUCK = re.compile(r"~~[^~]{1,500}~~")
# A literal's place while the rules are at work; no text holds this character, see `clean`.
HELD = re.compile(r"\0(\d+)\0")


def plain(text: str) -> str:
    """The words of `text` without emphasis, links, images, tags and escapes; struck-out words are dropped.

    What is literal stays as it was typed. So it is asked once for each text: what it answers is no Markdown any more.
    """
    return _unmarked(text).strip()


def plain_lines(lines: list[str]) -> list[str]:
    """The words of each line of one paragraph; emphasis and code may go on from one line to the next."""
    return [line.strip() for line in _unmarked("\n".join(lines)).split("\n")]


@lru_cache(maxsize=16384)
def _unmarked(text: str) -> str:
    """`text` without its marks, in as many lines."""
    if not MARKED.search(text):
        return text
    held: list[str] = []
    text = LITERAL.sub(lambda found: _hold(typed(found), held), text.replace("\0", " "))
    text = STRUCK.sub(lambda found: _in_lines("", found), text)
    text = ELEMENT.sub(
        lambda found: _hold(found[0], held) if is_typed(found) else _in_lines(" ", found), text
    )
    for signs, pattern, replacement in RULES:
        if signs in text:
            text = pattern.sub(partial(_expanded, replacement), text)
    return HELD.sub(lambda found: held[int(found[1])], text)


def _expanded(replacement: str, found: re.Match[str]) -> str:
    return _in_lines(found.expand(replacement), found)


def _in_lines(words: str, found: re.Match[str]) -> str:
    """What is left of a match, with the line breaks that went with the rest of it."""
    return words + "\n" * (found[0].count("\n") - words.count("\n"))


def _hold(words: str, held: list[str]) -> str:
    held.append(words)
    return f"\0{len(held) - 1}\0"


def name_in_bold(text: str) -> str:
    """The name in bold that an entry begins with and that ends in a full stop; empty for a sentence in bold, and for any other text."""
    found = NAMED.match(text)
    name = plain(found["name"]) if found else ""
    words = len(name.split())
    return (
        name
        if 0 < words <= LONGEST_NAME and not (words > 1 and (VERBS.match(name) or FINITE.search(name)))
        else ""
    )


@lru_cache(maxsize=4096)
def split_lead(text: str) -> tuple[str, str]:
    """The bold or colon-ended words `text` begins with and what follows; an empty lead when there is none."""
    bold = LEAD.match(text)
    if bold and (bold["after"] or bold["lead"].rstrip()[-1:] in ":：" or not bold["rest"]):
        return plain(bold["lead"]).strip(" :：."), plain(bold["rest"])
    if named := name_in_bold(text):
        return named, plain(NAMED.sub(r"\g<rest>", text))
    words = plain(text)
    found = PLAIN_LEAD.match(words)
    # A colon within brackets ends no lead: `Bill (key: number)`.
    if found and len(found["lead"].split()) <= 6 and found["lead"].count("(") <= found["lead"].count(")"):
        return found["lead"].strip(), found["rest"].strip()
    return "", words


def capital(words: str) -> str:
    """The words with a capital at the beginning; what follows stays as it is."""
    return words[:1].upper() + words[1:]
