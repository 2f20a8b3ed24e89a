"""Inline Markdown reduced to the words a person reads."""

import re
from functools import lru_cache

LEAD = re.compile(
    r"^\s*(?:\*\*|__)(?P<lead>[^*_\n]{1,120}?)(?:\*\*|__)\s*(?P<after>[:：.–—-]?)\s*(?P<rest>.*)$", re.DOTALL
)
PLAIN_LEAD = re.compile(r"^(?P<lead>[^:：.!?。]{2,60}?)\s*(?:[:：]\s|：|\s[–—-]\s)(?P<rest>\S.*)$", re.DOTALL)
_SIGNS = "⭐✅✔️🔴🟡🟢🚀🎯📋📌🔧🔒📊💡⚠️❌️"
RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"!\[[^\]]{0,300}\]\([^)\s]{0,500}[^)]{0,100}\)"), ""),
    (re.compile(r"\(\[[^\]]{1,300}\]\([^)]{0,800}\)\)"), ""),
    (re.compile(r"\[([^\]]{1,300})\]\([^)]{0,800}\)"), r"\1"),
    (re.compile(r"\[\^[^\]]{1,20}\]"), ""),
    (re.compile(r"</?[a-zA-Z][^<>]{0,200}>"), " "),
    (re.compile(r"\*\*|__(?=\S)|(?<=\S)__"), ""),
    (re.compile(r"(?<![\w*])\*(?=[^\s*])|(?<=[^\s*])\*(?![\w*])"), ""),
    (re.compile(r"`"), ""),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!~|>-])"), r"\1"),
    (re.compile(rf"[{_SIGNS}]"), ""),
    (re.compile(r"[ \t]{2,}"), " "),
)
# What any of these rules begins with; most texts have none of it.
MARKED = re.compile(rf"~~|[\[<*_`\\{_SIGNS}]|[ \t]{{2}}")
STRUCK = re.compile(r"~~[^~]{1,500}~~")


@lru_cache(maxsize=16384)
def plain(text: str) -> str:
    """The words of `text` without emphasis, links, images, tags and escapes; struck-out words are dropped."""
    if not MARKED.search(text):
        return text.strip()
    text = STRUCK.sub("", text)
    for pattern, replacement in RULES:
        text = pattern.sub(replacement, text)
    return text.strip()


@lru_cache(maxsize=4096)
def split_lead(text: str) -> tuple[str, str]:
    """The bold or colon-ended words `text` begins with and what follows; an empty lead when there is none."""
    bold = LEAD.match(text)
    if bold and (bold["after"] or bold["lead"].rstrip()[-1:] in ":：" or not bold["rest"]):
        return plain(bold["lead"]).strip(" :：."), plain(bold["rest"])
    words = plain(text)
    found = PLAIN_LEAD.match(words)
    if found and len(found["lead"].split()) <= 6:
        return found["lead"].strip(), found["rest"].strip()
    return "", words
