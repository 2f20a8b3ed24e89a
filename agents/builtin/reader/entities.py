"""The things of the domain: those a data section lists, identifiers that recur, and what the requirements act upon."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from agents.builtin.reader.blocks import LABEL_LEVEL, Block
from agents.builtin.reader.findings import Finding, Named
from agents.builtin.reader.inline import plain, split_lead
from agents.builtin.reader.names import after_lead
from agents.builtin.reader.nature import VERBS
from agents.builtin.reader.services import KNOWN
from agents.builtin.reader.technology import technologies
from agents.builtin.reader.topic_words import Topic
from agents.builtin.reader.topics import announced

MOST = 8
MOST_LISTED = 20
CAMEL = re.compile(r"\b(?=\w*[a-z])[A-Z]\w*[A-Z]\w{2,}\b(?!\()", re.ASCII)
ACRONYM = re.compile(r"^[A-Z]+s?$|^.{1,5}$|\d|_")
TYPED_LIST = re.compile(
    r"\b(?:entities|objects|CRDs|tables|records|resources|types|models) \(([A-Z]\w+(?:, [A-Z]\w+)+)\)"
)
# `Comment datatype`, `StoragePolicy CRD`: the word after the name says that it is a thing.
TYPED = re.compile(
    r"\b([A-Z]\w{2,30}) (?:datatype|table|entity|record|CRD|object|aggregate|document type)s?\b"
)
WORDS = re.compile(r"[a-z][a-z-]{2,22}")
HEADS = re.compile(
    r"(?:\b(?:an?|the|each|every|per|their|its|my|our|his|her|new|of|multiple|all|any|one|some|to|for|with|from) |(?<=\n)|[.:;] )(?:([a-z][a-z-]{2,22}) )?([a-z][a-z-]{2,22})"
    r"(?=\s*(?:[.,;:!?)(\n|]|$)|\s(?:and|or|of|in|is|are|to|with|for|that|by|on|at|from|can|must|will|shall|should|has|have|as|when|if|into|who|which|per|within|between|before|after|without|using|via|so|not|but|they)\b)"
)
UNLIKELY = re.compile(
    r"(?:ing|ed|ly|ive|able|ible|ous|ful|less|ical|ity|ness|ility)$|^(?:best|dark|total|were|was|been|put|see|ours|yours|same|full|few|such|also|only|even|just|much|very|still|never|always|again)$"
)
# In a short text a word need not come back to count.
SMALL = 220
# Words that never name a thing of one domain.
GENERAL = frozenset(
    "data idea sdk api crd pdf url json node parser addon constraint constraints failure failures principle principles integration integrations criteria capability capabilities generation job program game strategy strategies network networks command-line on-device terminal datatype datatypes invariant spec specs source sources human humans agent agents binary consideration alternative pathway pathways method methods idea thing part parts case cases number kind need needs goal goals purpose point points area areas problem problems solution product products team teams people person customer customers developer developers admin admins administrator administrators player players member members order-by work works use uses user-facing experience project-wide environment environments component components module modules item items element elements approach design implementation architecture metric metrics rule rules model models test tests step steps year years day days hour hours minute minutes second seconds week month months rest side line lines text place thing end start top bottom center language languages platform platforms device devices browser browsers api-key color colors release releases default defaults limit limits target targets information users user system app application page pages screen screens feature features support access settings setting options option time date status list lists view views content details detail name names type types value values number numbers set sets way ways process processing progress changes change updates update results result requests request response responses errors error message messages option interface ui button buttons input output outputs files file folder level levels service services api apis action actions function functions functionality text example examples based multiple different specific using with from into them it this that these those one ones only own personal and for the new current amount amounts all any such as well more less other others where when which who whose what how over time via between within without across through requirements requirement management permissions permission privacy security performance quality clear clearly simple basic real-time realtime automatically manually directly quickly easily securely up down out off back in on at by to of or not no yes minimum maximum single double reliable reliably consistent scheduled gracefully rich local remote mode modes tool tools code version versions format formats formatting structure structures analysis analytics history window windows grid key keys metadata cycle core state states first second last next previous system-wide insights trends conflicts conflict instances instance support supports relationship field fields string boolean notification-related".split()  # noqa: SIM905  # a list of words reads best as one string
)
TAIL = frozenset(
    [
        "based",
        "using",
        "with",
        "from",
        "into",
        "for",
        "and",
        "or",
        "via",
        "when",
        "where",
        "that",
        "which",
        "who",
        "on",
        "in",
        "at",
        "by",
        "to",
        "of",
        "as",
        "is",
        "are",
        "be",
        "can",
        "will",
        "should",
        "must",
        "has",
        "have",
        "not",
        "so",
        "if",
        "while",
        "within",
        "per",
        "than",
        "then",
        "during",
        "across",
        "between",
        "through",
        "without",
        "under",
        "over",
        "after",
        "before",
        "until",
        "about",
    ]
)  # a list of words reads best as one string
HAN_MANAGED = re.compile(r"([A-Za-z]{0,10}[\u3400-\u9fff]{1,6}?)(?:管理|列表|创建|编辑|删除)")
HAN_GENERAL = re.compile(
    r"我|希望|^(?:批量|支持|系统|用户|功能|数据|核心|新|自动|查看|进行|配置|所有|可视化|流程)|的|和|与|及"
)


def entities(
    findings: Iterable[Finding],
    places: Iterable[tuple[Block, Topic | None]],
    *,
    product: str,
    apart: Iterable[Named],
    english: bool,
) -> tuple[Named, ...]:
    """The domain's things, those a data section defines first; outside systems and the product itself are not among them."""
    listed = tuple(places)
    defined = list(_defined(listed))
    demanded = [each for each in findings if each.kind in {"functional", "story", "nonfunctional"}]
    text = "\n".join(each.text for each in demanded)
    body = "\n".join(block.text for block, _ in listed)
    guessed = [
        Named(name, ())
        for name in (
            *_identifiers(text, body),
            *(_objects(text, body) if english else ()),
            *_managed(text, body),
        )
    ]
    gone = {_key(each.name) for each in apart} | {_key(product)}
    kept: dict[str, Named] = {}
    for each in (*defined[:MOST_LISTED], *guessed):
        key = _key(each.name)
        near = any(f" {key} " in f" {other} " or f" {other} " in f" {key} " for other in kept)
        if key and key not in gone and not (near and each not in defined) and key not in kept:
            kept[key] = each
        if len(kept) >= max(MOST, len(defined)):
            break
    return tuple(_located(each, listed) for each in kept.values())


def _key(name: str) -> str:
    return re.sub(
        r"(?<=[a-z]{3})(?:ies|es|s)\b", "", re.sub(r"[^\w\u3400-\u9fff]+", " ", name.casefold()).strip()
    )


def _defined(places: tuple[tuple[Block, Topic | None], ...]) -> Iterator[Named]:
    for block, topic in places:
        yield from after_lead(block, "entity")
        if topic != "entity":
            continue
        if block.shape == "heading" and block.depth < LABEL_LEVEL + 1 and announced(block.text) is None:
            yield Named(_named(block.text), (block.first,), _columns(block, places))
        elif block.shape == "row" and not re.match(
            r"field|column|attribute|字段", (block.columns or ("",))[0]
        ):
            fields = (
                tuple(part.strip()[:80] for part in block.cells[1].split(",")) if len(block.cells) > 1 else ()
            )
            yield Named(_named(block.cells[0]), (block.first,), fields if len(fields) > 1 else ())
        elif (
            block.shape == "item"
            and block.top
            and announced(block.above[-1].text if block.above else "") == "entity"
        ):
            lead, words = split_lead(block.raw)
            name = _named(lead or re.split(r"[(（:：,–—]", words)[0])
            if 0 < len(name.split()) <= 4:
                yield Named(name, (block.first,), _attributes(words if lead else block.text, block))


def _named(words: str) -> str:
    words = re.sub(
        r"^[\d.\s)]+|\s*\([^)]*\)|\b(?:table|entity|model|object|schema|表)\b",
        "",
        plain(words),
        flags=re.IGNORECASE,
    )
    return words.strip(" :：.`*_")


def _columns(heading: Block, places: tuple[tuple[Block, Topic | None], ...]) -> tuple[str, ...]:
    below = (block for block, _ in places if block.above and block.above[-1] is heading)
    return tuple(
        re.split(r"[:：(（–—]", (block.cells or (block.text,))[0])[0].strip()[:80]
        for block in below
        if block.shape in {"row", "item"}
    )[:40]


def _attributes(words: str, block: Block) -> tuple[str, ...]:
    if block.children:
        return tuple(re.split(r"[:：(（–—]", child.text)[0].strip()[:80] for child in block.children[:40])
    inside = re.search(r"\(([^)]{3,300})\)", words)
    listed = inside[1] if inside else words
    parts = [part.strip() for part in re.split(r"[,，、;]", listed)]
    return tuple(part[:80] for part in parts if 0 < len(part.split()) <= 4)[:40] if len(parts) > 1 else ()


def _identifiers(text: str, body: str) -> Iterator[str]:
    listed = [name.strip() for each in TYPED_LIST.findall(text) for name in each.split(",")]
    typed = dict.fromkeys((*TYPED.findall(text), *listed))
    yield from (name for name in typed if name.casefold() not in GENERAL and not KNOWN.search(name))
    counted = Counter(CAMEL.findall(body))
    spoken = set(CAMEL.findall(text))
    for name, count in counted.most_common(30):
        if (
            count >= 1
            and name in spoken
            and not ACRONYM.search(name)
            and not technologies(name)
            and not KNOWN.search(name)
        ):
            yield name


def _objects(text: str, body: str) -> Iterator[str]:
    """Countable things the document speaks of again and again, found as heads of noun phrases."""
    lowered = body.casefold()
    counted = Counter(WORDS.findall(lowered))
    heads: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for before, head in HEADS.findall(lowered):
        heads[head] += 1
        if before:
            pairs[before, head] += 1
    demanded = set(WORDS.findall(text.casefold()))
    few = sum(counted.values()) < SMALL
    scored: dict[str, int] = {}
    for word in {*counted, *(word[:-1] for word in counted if word.endswith("s") and len(word) > 4)}:
        plural = _plural(word)
        total = heads[word] + heads[plural]
        if word.endswith("s") and (counted[word[:-1]] or not word.endswith(("ss", "us", "is"))):
            continue
        if {word, plural} & (GENERAL | TAIL) or not {word, plural} & demanded or UNLIKELY.search(word):
            continue
        singles, plurals = counted[word], counted[plural]
        if _countable(singles, plurals, total=total, verb=VERBS.match(word) is not None, few=few):
            scored[word] = singles + plurals + total
    ranked = sorted(scored, key=lambda word: (-scored[word], word))[: MOST + 2]
    yield from (_compound(word, scored[word], pairs) for word in ranked if not KNOWN.search(word.title()))


def _countable(singles: int, plurals: int, *, total: int, verb: bool, few: bool) -> bool:
    """Whether the counts of a word and of its phrases make it a thing; words that are also verbs must show it more often."""
    both = singles > 0 and plurals > 0
    if few:
        return not verb and total >= 1 and (both or total >= 2)
    if both and not verb:
        return singles + plurals >= 4
    return total >= 3 + verb


def _plural(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("s", "x", "ch", "sh")) else f"{word}s"


def _compound(word: str, total: int, pairs: Counter[tuple[str, str]]) -> str:
    """The word with the one before it when the two nearly always go together: `location proof`."""
    before = Counter(
        {first: count for (first, second), count in pairs.items() if second in {word, _plural(word)}}
    )
    first, count = before.most_common(1)[0] if before else ("", 0)
    fits = first not in GENERAL | TAIL and not VERBS.match(first) and not first.endswith(("ly", "ed", "ing"))
    return f"{first} {word}" if fits and count >= 3 and count * 2 >= total / 2 else word


def _managed(text: str, body: str) -> Iterator[str]:
    counted = Counter(
        name for name in HAN_MANAGED.findall(body) if len(name) >= 2 and not HAN_GENERAL.search(name)
    )
    del text
    yield from (name for name, count in counted.most_common(8) if count >= 2)


def _located(each: Named, places: tuple[tuple[Block, Topic | None], ...]) -> Named:
    if each.lines:
        return each
    wanted = each.name.casefold()
    first = next((block.first for block, _ in places if wanted in block.text.casefold()), 0)
    return Named(each.name[:1].upper() + each.name[1:], (first,) if first else (), each.attributes)
