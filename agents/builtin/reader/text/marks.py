"""What one line of a document is by itself: the marks of headings, list entries, tables and code."""

import re
from itertools import pairwise
from typing import NamedTuple

from agents.builtin.reader.text.blocks import Block
from agents.builtin.reader.text.labels import priority_of_heading
from agents.builtin.reader.text.topics import REMARKS, announced
from agents.builtin.reader.words.nature import RUNNING
from agents.builtin.reader.words.topic import Topic
from agents.builtin.reader.words.verbs import PRESENT, VERBS

HEADING = re.compile(r"^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
FENCE = re.compile(r"^\s*(`{3,}|~{3,})")
RULE = re.compile(r"^\s*([-*_=])(\s*\1){2,}\s*$")
# `<details>`, `</PRD>`: it opens or closes a part, and says nothing itself.
LONE_TAG = re.compile(r"^\s*</?[A-Za-z][\w-]{0,40}>\s*$")
ITEM = re.compile(
    r"^(?P<indent>\s*)"
    r"(?P<mark>[-*+•◦▪·–~o]|\d{1,2}(?:\.\d{1,2}){1,4}[.)]?(?=\s+(?!(?:[KMGT]B?|Mio|Mrd)\b)[A-ZÄÖÜ])"
    r"|\(?\d{1,3}[.)、]|\(?\d{1,2}[a-h][.)]|\(?[a-zA-Z][.)]|[ivx]{1,4}[.)])"
    r"(?:\s+|(?<=、))"
    r"(?P<box>\[[ xX✓]\]\s+)?(?P<text>\S.*)$"
)
# `-Add a customer`: some people write no space after the dash; one such line alone is no list.
TIGHT_ITEM = re.compile(r"^(\s*)([-•*])(?=[^\W\d_][^*]*$)")
SEPARATOR = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?\s*$")
BOLD_LINE = re.compile(r"^\s{0,3}(?:\*\*|__)(?P<title>[^*_]{2,90}?)(?:\*\*|__)\s*[:：]?\s*$")
BOLD_OPENING = re.compile(
    r"^\s{0,3}(?:\*\*|__)(?P<title>[^*_]{2,60}?)(?:[:：](?:\*\*|__)|(?:\*\*|__)\s*[:：])\s*(?P<rest>\S.*)$"
)
# `Not now: payments, native apps`, `stack: nextjs`: a label without marks. Only one that announces something opens a
# paragraph of its own.
PLAIN_OPENING = re.compile(
    r"^(?P<title>"
    r"(?:(?![a-zß-ÿ])[^\W\d_][\w'’/&-]*(?: [\w'’/&-]+){0,5}|[a-zß-ÿ][\w'’/&-]*(?: [\w'’/&-]+)?))"
    r"(?:[ \u00a0]?[:：]\s+|：)(?P<rest>\S.*)$"
)
# `*What is fixed.* The board wants Chrome.`
STOPPED_OPENING = re.compile(
    r"^\s{0,3}(?P<mark>\*{1,2}|_{1,2})(?P<title>[^*_.:：]{2,60})[.:：](?P=mark)\s+(?P<rest>\S.*)$"
)
# `?? who may create flags`
ASKED = re.compile(r"^\?{1,4}\s+(?P<rest>\S.*)$")
# `**Criteria:**` on a line of its own, even right below a paragraph.
ENDS_IN_COLON = re.compile(r"^\S.*[:：][*_]*\s*$")
LABELLED = re.compile(r"^[A-Za-z]{1,8}[-_. ]?\d")
# `**[P1] Routing and approval.** Bills go to one of three clerks`: an entry with its rank, whatever it is called.
RANKED = re.compile(r"^[\[(](?:P\d|MVP|must|should|could|high|medium|low)\b[^\])]{0,20}[\])]", re.IGNORECASE)
# A short line that announces with a colon what follows: `Description:`.
SHORT_LABEL = re.compile(r"^(?![a-zß-ÿ])(?P<title>[^\W\d_][^\s.!?|。:：]*(?: [^\s.!?|。:：]+){0,2})[:：]\s*$")
LABEL_LINE = re.compile(r"^\s{0,3}(?P<title>[^.!?|。]{2,60}?)[:：]\s*$")
NUMBERED_TITLE = re.compile(
    r"^\s{0,3}\d{1,2}(\.\d{1,2}){0,3}[.)]?\s+(?P<title>(?![a-zß-ÿ])[^\W\d_][^.!?:]{1,60})$"
)
CAPITALS = re.compile(r"^\s{0,3}(?P<title>[A-ZÄÖÜ0-9][A-ZÄÖÜ0-9 &/,()'-]{3,60}):?\s*$")
TITLE = re.compile(r"^\s{0,3}(?P<title>(?![a-zß-ÿ])[^\W_][^.!?:;,|。，；！？]{1,70}?)\s*$")
# `PRD — "Split": shared expenses`: the first line of a text that says what kind of text it is.
DOCUMENT_TITLE = re.compile(
    r"\s{0,3}(?P<title>"
    r"(?:PRD|RFC"
    r"|(?:Product|Functional|Technical|Feature) (?:Requirements|Brief|Spec(?:ification)?)"
    r"(?: Document)?"
    r"|Spec(?:ification)?)\b\W.{2,90}[^\s.!?:;,])\s*$"
)
# `what we need`, as people type a heading in haste.
SMALL_TITLE = re.compile(
    r"(?P<title>[a-zß-ÿ][^\W\d_]*(?:['’]\w{1,2})?(?: [^\W\d_]+(?:['’]\w{1,2})?){0,4})\s*$"
)
# `museum audio guide`, `invoice splitter (cli)`: what a text typed in small letters begins with, on a line of its own.
FIRST_SMALL = re.compile(r"(?P<title>[a-zß-ÿ][\w'’&/-]*(?: [\w'’&/-]+){1,5}(?: \([\w ]{2,20}\))?)\s*$")
SAID = re.compile(
    r"(?:hi|hey|hello|hallo|moin|dear|ciao|good|please|pls|can|could|should|there|not|no|also|and|just|what|how|who|why)\b",
    re.IGNORECASE,
)
# `>80 % of the tasks`, and no quotation.
MORE_THAN = re.compile(r"\s*>=?\s?\d[\d.,]*\s?(?:%|[€$£]|\w)")
# The edge of a drawing made of characters: `+------+`, `┌──┐`, or arrows alone.
DRAWN = re.compile(r"^\s*(?:\+[-=]{2,}|[┌┏╔╭]|[│|↓↑▼▲→←├└─┬┴┼ ]*[↓↑▼▲├└┬┴┼][│|↓↑▼▲→←├└─┬┴┼ ]*$)")
# `Framework: Flutter` at the start of a line of its own.
LABELLED_LINE = re.compile(r"^(?=[^\W\d_])(?![a-zß-ÿ])[^.!?:：|]{2,40}[:：]\s+\S")
# A line of words, not of code: at least two words, the first a plain one.
WORDED = re.compile(r"^[A-Za-z][a-z-]+ \S.*[^;{}]$")
APART: frozenset[Topic | None] = frozenset(
    {"non_goal", "question", "metric", "deferred", "constraint", "assumption", "background", "risk"}
)
SMALL_WORDS = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "by",
        "for",
        "from",
        "in",
        "of",
        "on",
        "or",
        "our",
        "the",
        "to",
        "via",
        "vs",
        "with",
    ]
)
ENDED = re.compile(r"[.;!?。；！？)]\s*$")
SHORTEST_TITLE_SHARE = 0.6
MOST_TITLE_WORDS = 9
MOST_ANNOUNCING = 6
# The heading of a part that has nothing but a number is short, and stands beside the highest that are marked.
MOST_PART_WORDS, PART_LEVEL = 5, 2
# Nobody wraps a paragraph wider than this by hand, nor narrower than the other.
WIDEST_WRAP = 120
NARROWEST_WRAP = 60
# Nobody wraps an entry so early.
SHORT_ENTRY, SHORTEST_ENTRY = 50, 40
# No person writes a longer paragraph; what follows begins a new one.
MOST_LINES = 200
LONGEST_ENTRY = 220


class Opening(NamedTuple):
    """What a paragraph is about, and its words."""

    title: str
    rest: str


def is_title(line: str, *, alone: bool) -> bool:
    """Whether a line without any mark reads as a heading: what it announces, or capitals of a title where it stands alone."""
    found = TITLE.match(line)
    if not found:
        return not alone and SMALL_TITLE.match(line) is not None and announced(line) is not None
    words = [word for word in found["title"].split() if word[0].isalpha()]
    if not words or len(words) > MOST_TITLE_WORDS:
        return False
    if len(words) <= MOST_ANNOUNCING and (announced(line) or REMARKS.fullmatch(line)):
        return True
    large = [word for word in words if word.casefold() not in SMALL_WORDS]
    capital = sum(word[0].isupper() for word in large)
    return alone and len(words) >= 2 and capital >= SHORTEST_TITLE_SHARE * len(large) and large[-1:] != []


def is_said(line: str) -> bool:
    """Whether a first line greets, bids or tells something, and so is no title."""
    return bool(SAID.match(line) or RUNNING.match(line) or VERBS.match(line) or PRESENT.match(line))


def parts_lists(before: Block | None, line: str, after: str) -> bool:
    """Whether a line between two entries names the list that begins below it, as `Should have` does, and wraps no entry."""
    if line[:1].isspace() or not (TITLE.match(line) and ITEM.match(after)):
        return False
    # The words of an entry are asked last, when the next one begins: asked at each of its lines, they would be read anew each time.
    few = len(line.split()) <= MOST_ANNOUNCING and (before is None or len(before.raw) <= NARROWEST_WRAP)
    return few and (announced(line) is not None or priority_of_heading(line) != "unstated")


def numbered_part(line: str, *, last: int) -> str:
    """The words of a numbered line that stands alone and heads a part, as in `3. Proposed Solution`; empty for others.

    Behind the part with the number `last` the next one may be called anything.
    """
    found = NUMBERED_TITLE.match(line)
    words = found["title"].strip() if found else ""
    if not words or len(words.split()) > MOST_PART_WORDS:
        return ""
    follows = last and line.split(maxsplit=1)[0].rstrip(".)") == str(last + 1)
    return words if follows or announced(words) else ""


def opening(line: str) -> Opening | None:
    """The label a paragraph begins with: bold, or in plain words that announce something, or mere question marks."""
    if asked := ASKED.match(line):
        return Opening("Open questions", asked["rest"])
    bold = BOLD_OPENING.match(line)
    if bold is not None:
        return None if LABELLED.match(bold["title"]) else Opening(bold["title"], bold["rest"])
    found = PLAIN_OPENING.match(line) or STOPPED_OPENING.match(line)
    if found is None or RANKED.match(found["title"]) or not announced(found["title"]):
        return None
    return Opening(found["title"], found["rest"])


def stands_apart(title: str) -> bool:
    """Whether such a label, among lines that are entries of one list, takes its own line out of it: `Not now: payments`."""
    return announced(title) in APART or priority_of_heading(title) != "unstated"


def ended_on_purpose(line: str, after: str, *, width: int) -> bool:
    """Whether the line break between two lines of one paragraph, `width` characters wide, is no mere wrapping.

    A wrapped line ends where the next word found no room.
    """
    follows = after.strip()
    if not follows or not (follows[0].isalpha() or follows[0] in '"“„(`*') or follows[0].islower():
        return False
    if width < NARROWEST_WRAP or len(line) > WIDEST_WRAP or LABELLED_LINE.match(follows):
        return True
    return len(line.rstrip()) + 1 + len(follows.split(maxsplit=1)[0]) <= min(width, WIDEST_WRAP)


def goes_on(block: Block, line: str, *, labelled: bool) -> bool:
    """Whether a line without a mark belongs to the open block: below a short entry people go on with something else, not indented."""
    if block.shape not in {"item", "paragraph"} or len(block.parts) >= MOST_LINES:
        return False
    before = block.parts[-1][1].rstrip()
    if block.shape == "paragraph" or line[:1].isspace() or before[-1:] in ",;:-–—":
        return True
    room = len(before) + 1 + len(line.split(maxsplit=1)[0])
    if labelled:
        return room > NARROWEST_WRAP
    return room > (SHORT_ENTRY if line[:1].isupper() else SHORTEST_ENTRY)


def is_listing(lines: list[str]) -> bool:
    """Whether the lines of one paragraph are entries of a list without marks, each on a line of its own."""
    if len(lines) < 2 or max(map(len, lines)) > LONGEST_ENTRY:
        return False
    width = max(map(len, lines))
    # Nobody wraps so early, so whoever types all in small letters ends a line on purpose.
    typed = width < NARROWEST_WRAP and all(
        line.strip()[:1].islower() and line.rstrip()[-1:] not in ",;" for line in lines
    )
    if not typed and not all(
        ended_on_purpose(one, after, width=width) or (ENDED.search(one) and not after.strip()[:1].islower())
        for one, after in pairwise(lines)
    ):
        return False
    running = sum(bool(RUNNING.match(line.strip())) for line in lines)
    return running * 3 <= len(lines)
