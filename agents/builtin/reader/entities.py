"""The things of the domain: those a data section lists, identifiers that recur, and what the requirements act upon."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from agents.builtin.reader.blocks import LABEL_LEVEL, Block
from agents.builtin.reader.findings import Finding, Named
from agents.builtin.reader.inline import plain, split_lead
from agents.builtin.reader.services import KNOWN
from agents.builtin.reader.technology import technologies
from agents.builtin.reader.topic_words import Topic
from agents.builtin.reader.topics import announced

MOST = 8
MOST_LISTED = 20
CAMEL = re.compile(r"\b[A-Z][a-z]+(?:[A-Z][a-z]+)+\b")
OBJECT = re.compile(
    r"\b(?:creat|edit|delet|updat|add|remov|manag|track|view|list|stor|sav|archiv|restor|upload|download|import|export|shar|send|receiv|submit|approv|assign|search|filter|generat|record|pars|extract|validat|migrat|defin|registr|regist|book|cancel|schedul|display|show|process|publish|sign|verif|quer|render|deliver|accept|transfer|tag|comment|rat|review|complet|configur|retriev|fetch|sync|backup|back up|log|scan|format|clean|prun)"
    r"(?:e|es|ed|ing|y|ies|ied|s|ning|ting|ment)?\s+(?:up\s+)?(?:(?:an?|the|their|his|her|its|my|our|new|existing|all|any|multiple|each|every|individual|own|of|one|incoming|completed|user|historical|saved|custom|unsigned|personal|generated|extracted|structured|different|specific|relevant|other|several|recurring|active|recent)\s+){0,3}(?P<noun>[a-z][a-z-]{2,20}(?:\s[a-z][a-z-]{2,20})?)",
    re.IGNORECASE,
)
# Words that never name a thing of one domain.
GENERAL = frozenset(
    "data information users user system app application page pages screen screens feature features support access settings setting options option time date status list lists view views content details detail name names type types value values number numbers set sets way ways process processing progress changes change updates update results result requests request response responses errors error message messages option interface ui button buttons input output outputs files file folder level levels service services api apis action actions function functions functionality text example examples based multiple different specific using with from into them it this that these those one ones only own personal and for the new current amount amounts all any such as well more less other others where when which who whose what how over time via between within without across through requirements requirement management permissions permission privacy security performance quality clear clearly simple basic real-time realtime automatically manually directly quickly easily securely up down out off back in on at by to of or not no yes minimum maximum single double reliable reliably consistent scheduled gracefully rich local remote mode modes tool tools code version versions format formats formatting structure structures analysis analytics history window windows grid key keys metadata cycle core state states first second last next previous system-wide insights trends conflicts conflict instances instance support supports relationship field fields string boolean notification-related".split()  # noqa: SIM905  # a list of words reads best as one string
)
TAIL = frozenset(
    "based using with from into for and or via when where that which who on in at by to of as is are be can will should must has have not so if while within per than then during across between through without under over after before until about".split()
)  # noqa: SIM905  # a list of words reads best as one string
HAN_MANAGED = re.compile(r"([A-Za-z]{0,10}[\u3400-\u9fff]{1,6}?)(?:管理|列表|创建|编辑|删除)")
HAN_GENERAL = re.compile(
    r"^(?:批量|支持|系统|用户|功能|数据|核心|新|自动|查看|进行|配置|所有|可视化|流程)|的|和|与|及"
)


def entities(
    findings: Iterable[Finding],
    places: Iterable[tuple[Block, Topic | None]],
    *,
    product: str,
    apart: Iterable[Named],
) -> tuple[Named, ...]:
    """The domain's things, those a data section defines first; outside systems and the product itself are not among them."""
    listed = tuple(places)
    defined = list(_defined(listed))
    demanded = [each for each in findings if each.kind in {"functional", "story", "nonfunctional"}]
    text = "\n".join(each.text for each in demanded)
    body = "\n".join(block.text for block, _ in listed)
    guessed = [
        Named(name, ()) for name in (*_identifiers(text, body), *_objects(text, body), *_managed(text, body))
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
        if topic != "entity":
            continue
        if block.shape == "heading" and block.depth < LABEL_LEVEL + 1 and announced(block.text) is None:
            yield Named(_named(block.text), (block.first,), _columns(block, places))
        elif block.shape == "row" and not re.match(
            r"field|column|attribute|字段", (block.columns or ("",))[0]
        ):
            yield Named(_named(block.cells[0]), (block.first,))
        elif (
            block.shape == "item"
            and block.depth == 0
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
    counted = Counter(CAMEL.findall(body))
    spoken = set(CAMEL.findall(text))
    for name, count in counted.most_common(30):
        if count >= 2 and name in spoken and not technologies(name) and not KNOWN.search(name):
            yield name


def _objects(text: str, body: str) -> Iterator[str]:
    """What requirements act upon, when the word recurs in the document."""
    counted: Counter[str] = Counter()
    lowered = body.casefold()
    for each in OBJECT.finditer(text):
        words = each["noun"].casefold().split()
        if len(words) == 2 and (words[1] in TAIL | GENERAL or words[1].endswith(("ly", "ing"))):
            words = words[:1]
        if (
            words[0] in GENERAL | TAIL
            or words[0].endswith(("ly", "ing", "ed"))
            or words[-1] in GENERAL | TAIL
        ):
            continue
        counted[re.sub(r"(?<=[a-z]{3}[^s])s$", "", " ".join(words))] += 1
    ranked = sorted(counted, key=lambda name: (-counted[name] * 2 - min(12, lowered.count(name)), name))
    for name in ranked[:14]:
        if lowered.count(name) >= (3 if " " not in name else 2) and not KNOWN.search(name.title()):
            yield name


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
