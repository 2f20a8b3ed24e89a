"""What somebody typed brought to plain form: one edit at a time, without courtesies and slips, ids as they are written here."""

import re
from collections.abc import Collection, Iterable
from functools import partial

from agents.builtin.seldom import Seldom
from agents.spelling import nearest

# Every word by which people begin an edit, and the one word it stands for.
VERBS: dict[str, str] = {
    verb: plain
    for plain, verbs in {
        "add": "add include introduce append create",
        "drop": "drop remove delete omit skip scrap cut kill exclude",
        "change": "change update reword rephrase rewrite edit modify correct",
        "split": "split divide",
        "merge": "merge combine join unify consolidate fold",
        "rename": "rename",
        "replace": "replace swap substitute",
        "move": "move",
        "make": "make",
        "set": "set",
        "use": "use",
        "keep": "keep",
        "restore": "restore reinstate",
        "undo": "undo revert",
        "defer": "defer postpone",
        "mark": "mark",
        "name": "name",
    }.items()
    for verb in verbs.split()
}
_TWO_WORDS: tuple[tuple[str, str], ...] = (
    (r"(?:leave|take|strike|cut|kick|throw) out", "drop"),
    (r"get rid of", "drop"),
    (r"take away", "drop"),
    (r"(?:break|cut) (?:up|down)|break(?= [A-Za-z]{1,10}[-_.]?[0-9])", "split"),
    (r"put off", "defer"),
    (r"(?:bring|put|take) back", "restore"),
    (r"re-?add", "restore"),
    (r"i (?:don['’]?t|do not) think (?:that )?(?:we|you|it) (?:really )?needs?", "we do not need"),
)
_TWO = tuple((Seldom(rf"{words}\b", re.IGNORECASE), plain) for words, plain in _TWO_WORDS)
# Ordinary words that are a letter away from one of those, and no slips: `put R-4 into the api` cuts nothing.
_NO_SLIPS = frozenset(
    """
    put cup but get let set her our us used uses user users did had dad lead load need like take fill will bill call stop
    ship exit emit love more mode code note game same date dark mask park more done does move moved let's give given turn pull
    push sort sell sent send seen shut shot skin slip snap crop prop core merge large change charge range arrange
    remote promote related release replay include
    """.split()  # noqa: SIM905  # a list of words reads best as one string
)
_NOUNS = tuple(
    re.findall(
        r"\S+",
        "requirement requirements feature features component components constraint constraints priority unit units story "
        "stories slice slices please instead non-goal",
    )
)
VERB = "|".join((*VERBS, *(words for words, _ in _TWO_WORDS)))
_DOING = {
    **{f"{verb}ing": verb for verb in VERBS},
    **{f"{verb[:-1]}ing": verb for verb in VERBS if verb.endswith("e")},
    **{
        f"{verb}{verb[-1]}ing": verb
        for verb in ("drop", "split", "skip", "scrap", "cut", "set", "swap", "omit")
    },
}

ASKING = Seldom(
    r"(?:"
    r"(?:hi|hello|hey|ok(?:ay)?|well|so|and|also|then|next|actually|on second thoughts?|sorry|oh|finally|first(?:ly)?|second(?:ly)?|third(?:ly)?|lastly|now|just|"
    r"maybe|perhaps|please|pls|plz|kindly|additionally|furthermore|but|thanks|thank you|great|nice)\b[,:!.]?\s+"
    r"|(?:would|do) you mind\s+|(?:could|can|would|will) (?:you|we)(?: please| kindly| also| maybe| perhaps| just)*\s+"
    r"|(?:would it be|is it) possible to\s+|(?:how|what) about\s+|why (?:don['’]t|not) (?:we |you )?"
    rf"|(?:i|we)(?:['’]d| would)? (?:also )?(?:like|love|prefer|want|need|wish)(?: you| us)? to\s+(?={VERB})"
    rf"|(?:(?:i|we) (?:think|believe|suggest|propose|guess)(?: that)? )?(?:we|you|it) (?:should|could|must|need to|have to|ought to|can)"
    rf"(?: also| rather| better| probably| just| please)* (?={VERB})"
    r"|let(?:['’]?s| us)(?: also| just| rather)*\s+"
    r"|(?:it would|it['’]d) be (?:nice|good|great|better|best)"
    r"(?: if (?:you|we) (?:could|would)| to)\s+"
    # Praise before a wish: `LGTM, but drop R-4`, `yes, drop R-4`.
    r"|(?:lgtm|looks (?:good|fine|great)(?: to me| overall)?|perfect|cool|good|fine|yes)\b[,;:.! –-]{0,3}"
    rf"(?:\s*\b(?:but|just|only|except that|however)\b,?\s+|\s*(?=(?:{VERB})\b))"
    r"|feel free to\s+|(?:make|be) sure (?:to|you)\s+|go ahead and\s+|i(?:['’]d| would) (?:suggest|propose)\s+"
    r")",
    re.IGNORECASE,
)
_THANKING = Seldom(
    r"[\s,;–-]{0,9}(?:\b(?:please|pls|plz|thanks(?: a lot| in advance| so much)?|thank you(?: very much| so much)?|thx|cheers|"
    r"if (?:(?:that|it)['’]?s |that is |at all )?(?:possible|ok(?:ay)?|fine)"
    r"|if you (?:can|could|don['’]t mind)|too|as well|altogether|completely|entirely)\b"
    r"|[.!?…]|🙏|🙂|:\))[\s.!?]*$",
    re.IGNORECASE,
)
_TOLD_WHY = Seldom(
    r"(?<=[.!])\s+(?=(?:it|we|that|this|they|these|those|nobody|no one|because|since|the reason|there|i)\b)",
    re.IGNORECASE,
)
# An id as people set it apart: `R-4` in backticks, bold or quoted.
_SET_APART = Seldom(r"[`*_\"“]+([A-Za-z]{1,10}[-_.]?[0-9][\w.-]*)[`*_\"”]+")
_ID = Seldom(
    r"(?<![\w.@/#-])([A-Za-z]{1,10}(?:[-_.][A-Za-z]{1,10})?)[-_.\s–—]?([0-9]{1,4}(?:[-_.][0-9]{1,4})*)(?![\w/]|[-.][0-9])"
)
_SPAN = Seldom(
    r"(?P<first>[A-Za-z][\w.-]*?)(?P<from>[0-9]{1,4})\s*(?:-|–|—|\.{2,3}|…|\bto\b|\bthrough\b|\bthru\b|\btill\b|\buntil\b|\bup to\b)\s*"
    r"(?P<last>[A-Za-z][\w.-]*?)?(?P<to>[0-9]{1,4})(?![\w.]*[0-9])",
    re.IGNORECASE,
)
# What people type to see what happens, and the rows of a keyboard.
_PROBING = frozenset(
    {"test", "tests", "testing", "foo", "bar", "baz", "bla", "blah", "lorem", "ipsum", "dolor"}
)
_KEYBOARD = ("qwertyuiop", "qwertzuiop", "azertyuiop", "asdfghjkl", "zxcvbnm", "yxcvbnm")
# A longer list is no range that somebody meant.
WIDEST = 200


def begins(text: str) -> bool:
    """Whether the words begin like an edit, courtesies aside."""
    return re.match(rf"(?:{VERB}|constraint|non-?goal)\b", plain(text), re.IGNORECASE) is not None


def asked_for(text: str) -> str:
    """What a question such as `can we use SMS?` asks for, without the asking."""
    words = " ".join(text.split()).rstrip(" ?？")
    while found := ASKING.match(words):
        words = words[found.end() :]
    return words[:1].upper() + words[1:]


def plain(text: str) -> str:
    """The words without courtesies before and behind, and with the plain verb at their head."""
    words = " ".join(text.split())
    words = _TOLD_WHY.split(words)[0]
    while shorter := _THANKING.sub("", words):
        if shorter == words:
            break
        words = shorter
    while found := ASKING.match(words):
        words = words[found.end() :]
    for pattern, verb in _TWO:
        words = pattern.sub(verb, words, count=1) if pattern.match(words) else words
    head, _, rest = words.partition(" ")
    bare = head.casefold().rstrip(":,")
    simple = VERBS.get(_DOING.get(bare, bare))
    return f"{simple} {rest}".strip() if simple else words


def corrected(words: str) -> str:
    """The words with slips in their first few put right, where one can be told: `dorp requirment R-4`."""
    if begins(words):
        head, rest = words.split(" ")[:1], words.split(" ")[1:]
    else:
        first = words.partition(" ")[0].casefold()
        verb = nearest(first, VERBS) if len(first) > 2 and first not in _NO_SLIPS else None
        head, rest = ([VERBS[verb]] if verb else [words.partition(" ")[0]]), words.split(" ")[1:]
    return " ".join([*head, *map(_noun, rest[:3]), *rest[3:]])


def _noun(word: str) -> str:
    bare = word.casefold().rstrip(":,")
    near = nearest(bare, _NOUNS) if len(bare) > 4 and bare not in _NOUNS else None
    return f"{near}{word[len(bare) :]}" if near else word


def is_question(text: str) -> bool:
    """Whether somebody wants to know something and not to change it."""
    return text.rstrip().endswith(("?", "？")) and not begins(text)


def is_babble(text: str) -> bool:
    """Whether nothing in it is a word that somebody could mean: `asdf qwer`, `!!!`, `test`."""
    return not _ID.search(text) and not any(map(_means, re.findall(r"[^\W\d_]+", text.casefold())))


def _means(word: str) -> bool:
    if word.isascii() and (len(set(word)) == 1 or word in _PROBING):
        return False
    return len(word) < 3 or not any(word in row for keys in _KEYBOARD for row in (keys, keys[::-1]))


def key_of(id_: str) -> str:
    """`FR-1`, `fr 01` and `FR1` are one id."""
    return re.sub(r"[0-9]+", lambda found: str(int(found[0])), re.sub(r"[-_.\s–—]", "", id_.casefold()))


def spelled(words: str, known: Iterable[str]) -> str:
    """The words with every id as it is written in the plan; what is no known id stays as it is."""
    ids = {key_of(each): each for each in known}
    return _ID.sub(partial(_known, ids=ids), _SET_APART.sub(r"\1", words))


def _known(found: re.Match[str], *, ids: dict[str, str]) -> str:
    return ids.get(key_of(found[0]), found[0])


def spans(words: str, known: Collection[str]) -> str:
    """The words with `R-3 to R-6` written out as those of the known ids that lie between."""
    return _SPAN.sub(partial(_between, known=tuple(known)), words)


def unknown_ends(words: str, known: Collection[str]) -> tuple[str, ...]:
    """The ids with which `R-3 to R-6` begins and ends that nobody knows, where some between them are known."""
    ids = {key_of(each) for each in known}
    return tuple(
        end
        for found in _SPAN.finditer(words)
        if _between(found, known=tuple(known)) != found[0]
        for end in (f"{found['first']}{found['from']}", f"{found['last'] or found['first']}{found['to']}")
        if key_of(end) not in ids
    )


def _between(found: re.Match[str], *, known: tuple[str, ...]) -> str:
    prefix, first, last = found["first"], int(found["from"]), int(found["to"])
    other = found["last"] or prefix
    if key_of(prefix) != key_of(other) or not 0 < last - first < WIDEST:
        return found[0]
    numbered = {key_of(f"{prefix}{number}") for number in range(first, last + 1)}
    listed = [each for each in known if key_of(each) in numbered]
    return ", ".join(listed) or found[0]
