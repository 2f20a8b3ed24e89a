"""The countable things English requirements act upon, weighed by how they are spoken of."""

import re
from collections import Counter
from collections.abc import Iterator

from agents.builtin.reader.entity_words import GENERAL, HEADS, TAIL
from agents.builtin.reader.nature import VERBS

WORD = re.compile(r"[a-z][a-z-]{2,22}")
_NOUN = r"[a-z][a-z-]{1,22}"
_FILL = r"(?:an?|the|each|every|all|any|one|new|existing|their|its|his|her|my|your|our|this|that|own|multiple|several|individual|specific|of|saved|custom)"
_END = r"(?=\s*(?:[.,;:!?)(|/\"”\n]|$)|\s(?:and|or|of|in|is|are|to|with|for|that|by|on|at|from|can|must|will|shall|should|has|have|as|when|if|into|who|which|per|within|between|before|after|without|using|via|so|not|but|they|he|she|it|was|were|be|based|including|such|under|over|across|until|while|during|through)\b)"
# What people and programs do to the things they keep.
_KEEP = "add|approv|archiv|assign|attach|book|brows|buy|cancel|captur|collect|complet|count|creat|defin|delet|display|download|duplicat|edit|enter|export|extract|fetch|filter|format|generat|group|import|input|invit|issu|label|list|log|manag|mark|merg|migrat|mov|order|pars|persist|play|popul|post|print|process|prun|publish|quer|rat|receiv|record|regist|reject|remov|rename|renew|rent|reserv|restor|retriev|return|review|sav|scan|schedul|search|select|sell|send|shar|show|sign|sort|specif|stor|submit|summari[sz]|synchroni[sz]|tag|track|transfer|updat|upload|validat|verif|view|write"
# `create a project`, `upload invoices`: what a verb acts upon.
ACTED = re.compile(
    rf"\b(?:{_KEEP})(?:e|es|s|d|ed|ing|y|ies|ied|ate|ates|ating)? (?:{_FILL} )*(?P<noun>(?:{_NOUN} ){{0,2}}{_NOUN}?){_END}"
)
# `order id`, `trip data`, `vehicle status`: what has an id, a status or a list is kept.
OWNER = re.compile(
    rf"\b(?P<noun>(?:{_NOUN} )?{_NOUN})(?:['’]s)? (?:ids?|names?|status|types?|data|details?|lists?|history|records?|information|numbers?|titles?|descriptions?|dates?|management|metadata|catalog|templates?)\b"
)
# `each order`, `an invoice`, `of the member`: a noun phrase after a word that opens one.
OPENED = re.compile(
    rf"(?:\b(?:an?|the|each|every|per|their|its|my|our|his|her|new|of|multiple|all|any|one|some|to|for|with|from|and|or|as|by|on|in) |(?<=\n)|[.:;,(] )(?P<noun>(?:{_NOUN} ){{0,2}}{_NOUN}){_END}"
)
# Words that open a phrase about one of many.
ONE = re.compile(rf"\b(?:an?|each|every|per|another) (?P<noun>(?:{_NOUN} ){{0,2}}{_NOUN}){_END}")
UNLIKELY = re.compile(
    r"(?:ed|ly|ive|able|ible|ous|ful|less|ical|ity|ness|ility|ance|ence|ism|ability)$|^(?:best|dark|were|was|been|put|see|ours|yours|least|once|etc)$"
)
KEY = re.compile(r"\b([a-z]{3,20}|[A-Z][a-z]{2,20})(?:Ids?|_ids?)\b")
CALL = re.compile(
    r"\b(?:Create|Add|Delete|Remove|Update|Edit|Move|Get|List|Rename|Archive)([A-Z][a-z]{2,20})\b"
)
# What weighs less than this share of the weightiest is no thing of its own.
LEAST = 0.2
HEAVY = 9.0
# From this share on the longer name is the better one.
NEARLY = 0.6
OPENERS = frozenset(
    [
        "an",
        "the",
        "each",
        "every",
        "all",
        "any",
        "some",
        "one",
        "their",
        "its",
        "his",
        "her",
        "our",
        "your",
        "my",
    ]
)
# Verbs that stand in front of nouns as nouns too.
BOTH = frozenset({"file", "order", "search", "list", "cache"})
SMALL = 220
MIDDLING = 600


def things(text: str, body: str) -> Iterator[tuple[str, float]]:
    """Nouns in the singular with their weight, the weightiest first; `text` is what is demanded, `body` the whole document."""
    tally = _Tally(text.casefold(), body.casefold())
    weighed = {noun: tally.weight(noun) for noun in tally.nouns()}
    for noun, count in _keyed(text).items():
        weighed[noun] = weighed.get(noun, 0.0) + min(count, 3) + 1.5
    ranked = sorted(weighed, key=lambda noun: (-weighed[noun], noun))
    best = min(max(weighed.values(), default=0.0), HEAVY)
    yield from (
        (noun, weighed[noun])
        for noun in ranked
        if weighed[noun] >= max(tally.enough, best * LEAST) and not _said_by_a_pair(noun, weighed)
    )


def _said_by_a_pair(noun: str, weighed: dict[str, float]) -> bool:
    """Whether one of the two, `card` and `credit card`, says what the other one says better."""
    head = noun.rsplit(" ", 1)[-1]
    if noun != head:
        return weighed[noun] < weighed.get(head, 0.0) * NEARLY
    return any(
        weight >= weighed[noun] * NEARLY for other, weight in weighed.items() if other.endswith(f" {noun}")
    )


def _keyed(text: str) -> Counter[str]:
    """What identifiers are about: `taskId`, `user_id`, `DeleteList(…)`."""
    names = (*KEY.findall(text), *CALL.findall(text))
    return Counter(singular(name.casefold()) for name in names if name.casefold() not in {"uu", "gu", "req"})


class _Tally:
    """How often each noun and each pair of nouns is spoken of, in the singular."""

    def __init__(self, text: str, body: str) -> None:
        self.counted = Counter(WORD.findall(body))
        words = sum(self.counted.values())
        self.few = words < SMALL
        self.enough = 1.5 if self.few else 1.8 if words < MIDDLING else 2.2
        self.demanded = {singular(word) for word in WORD.findall(text)}
        self.acted = self.phrases(ACTED, text)
        self.opened = self.phrases(OPENED, body)
        self.one = self.phrases(ONE, body)
        self.owner = self.phrases(OWNER, body)
        self.pairs = Counter(re.findall(r"(?=\b([a-z][a-z-]{1,22} [a-z][a-z-]{1,22})\b)", body))

    def phrases(self, pattern: re.Pattern[str], text: str) -> Counter[str]:
        """The heads of the phrases a pattern finds, and each head with the noun before it."""
        found: Counter[str] = Counter()
        for each in pattern.finditer(text):
            words = each["noun"].split()
            while words and words[0] in OPENERS:
                del words[0]
            if not words:
                continue
            head = singular(words[-1])
            found[head] += 1
            if len(words) > 1 and _modifies(words[-2]):
                found[f"{words[-2]} {head}"] += 1
        return found

    def nouns(self) -> Iterator[str]:
        """What could be a thing: single nouns, and pairs that come back."""
        for noun in {*self.opened, *self.acted, *self.owner}:
            words = noun.split()
            head = words[-1]
            if head in TAIL or UNLIKELY.search(head) or head not in self.demanded or len(head) < 3:
                continue
            if len(words) == 1:
                ing = head.endswith("ing") and not self.counted[plural(head)]
                short = self.few and head in HEADS
                if not ing and (short or not {head, plural(head)} & (GENERAL | HEADS)):
                    yield noun
            elif head in HEADS or not {head, plural(head)} & GENERAL:
                yield noun

    def weight(self, noun: str) -> float:
        """The more often acted upon, counted and spoken of in both numbers, the more surely a thing."""
        words = noun.split()
        acted, opened, one = self.acted[noun], self.opened[noun], self.one[noun]
        kept = min(acted, 4) + min(opened, 8) * 0.35 + min(one, 3) * 0.5 + min(self.owner[noun], 3) * 0.8
        if len(words) == 2:
            head = words[1]
            together = self.pairs[noun] + self.pairs[f"{words[0]} {plural(head)}"]
            alone = self.counted[head] + self.counted[plural(head)] or 1
            often = 1 if self.few else 2 if head in HEADS else 2.6
            if together < often or (head not in HEADS and together * 5 < alone * 2):
                return 0.0
            return kept + (1.0 if head in HEADS else 1.5) * together / alone + min(together, 6) * 0.2
        both = self.counted[noun] > 0 and self.counted[plural(noun)] > 0
        verb = VERBS.match(noun) is not None
        if verb and not (both and (one or acted) and self.opened[noun] > 1):
            return 0.0
        return kept + (1.5 if both else 0.0) - (1.5 if verb else 0.0)


def singular(word: str) -> str:
    """The singular of a lower-case noun, by its ending."""
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word


def plural(word: str) -> str:
    """The plural of a lower-case noun, by its ending."""
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("s", "x", "ch", "sh")) else f"{word}s"


def _modifies(word: str) -> bool:
    """Whether a word in front of a noun may be a noun itself, and not an adjective or a verb."""
    if (
        len(word) < 3
        or word in GENERAL
        or word in TAIL
        or UNLIKELY.search(word)
        or word.endswith(("ing", "est"))
    ):
        return False
    verb = VERBS.match(word)
    return verb is None or verb.group() != word or word in BOTH
