"""The things of the domain: those a data section lists, identifiers that recur, and what the requirements act upon."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from agents.builtin.reader.attributes import described
from agents.builtin.reader.blocks import LABEL_LEVEL, Block
from agents.builtin.reader.entity_words import GENERAL
from agents.builtin.reader.findings import Finding, Named
from agents.builtin.reader.inline import plain, split_lead
from agents.builtin.reader.names import after_lead
from agents.builtin.reader.services import KNOWN
from agents.builtin.reader.technology import technologies
from agents.builtin.reader.things import things
from agents.builtin.reader.things_abroad import things_abroad
from agents.builtin.reader.topic_words import Topic
from agents.builtin.reader.topics import announced

MOST = 9
MOST_LISTED = 20
CAMEL = re.compile(r"\b(?=\w*[a-z])[A-Z]\w*[A-Z]\w{2,}\b(?!\()", re.ASCII)
CAPITALISED = re.compile(r"(?<=[a-z,] )([A-Z][a-z]{2,15} [A-Z][a-z]{2,15})\b(?! [A-Z])")
# Identifiers of parts of a program and of models, not of things it keeps.
COMPONENT = re.compile(
    r"(?:Generator|Manager|Builder|Handler|Service|Controller|Parser|Client|Server|Provider|Adapter|Factory|Helper|Net|Lite|JSON|SQL|Engine|Store|Loop|Step|Hub|API|SDK|Exception|Error|Screen|View|Page|Widget|Button|Component|Module|Limit)s?$|^(?:Java|Type|Git|Open|My|Postgre|No|Graph|Web|Py|Type|Next|You|Linked|Pay)[A-Z]|^(?:Create|Add|Delete|Remove|Update|Edit|Move|Get|List|Is|On|Set|Make|Transfer|Todo)[A-Z]"
)
ACRONYM = re.compile(r"^[A-Z]+s?$|^.{1,5}$|\d|_")
TYPED_LIST = re.compile(
    r"\b(?:entities|objects|CRDs|tables|records|resources|types|models) \(([A-Z]\w+(?:, [A-Z]\w+)+)\)"
)
# `Comment datatype`, `StoragePolicy CRD`: the word after the name says that it is a thing.
TYPED = re.compile(
    r"\b([A-Z]\w{2,30}) (?:datatype|table|entity|record|CRD|object|aggregate|document type)s?\b"
)
HAN_HANDLED = re.compile(
    r"(?:添加|新增|创建|编辑|删除|选择|导入|导出|上传|查看|管理|提交|审核|发布)(?:新的?|一个|多个|所有|已有)?([\u3400-\u9fff]{2,4}?)(?=[、，。；：（）(/\s|]|$|的|列表|信息|详情|时|后|并|和|或)"
)
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
    language: str,
) -> tuple[Named, ...]:
    """The domain's things, those a data section defines first; outside systems and the product itself are not among them."""
    listed = tuple(places)
    defined = list(_with_attributes((*_defined(listed), *described(listed))))
    demanded = [each for each in findings if each.kind in {"functional", "story", "nonfunctional"}]
    text = "\n".join(each.text for each in demanded)
    body = "\n".join(block.text for block, _ in listed)
    guessed = [
        Named(name, ())
        for name in (*_identifiers(text, body), *_managed(text, body), *_capitalised(text, body))
    ]
    if language in {"en", ""}:
        guessed.extend(
            Named(_titled(noun, body), ())
            for noun, _ in things(text, body)
            if not KNOWN.search(noun.title()) and not technologies(noun.title())
        )
    guessed.extend(Named(noun, ()) for noun in things_abroad(text, language=language))
    gone = {_key(each.name) for each in apart} | {_key(product)}
    kept: dict[str, Named] = {}
    for each in (*defined[:MOST_LISTED], *guessed):
        key = _key(each.name)
        near = any(_same_thing(key, other) for other in kept)
        if key and key not in gone and not (near and each not in defined) and key not in kept:
            kept[key] = each
        if len(kept) >= max(MOST, len(defined)):
            break
    return tuple(_located(each, listed) for each in kept.values())


def _titled(noun: str, body: str) -> str:
    """A noun as a name: `line item` is Line Item, and what the document writes in capitals stays so."""
    return " ".join(
        word.upper()
        if len(word) <= 4 and re.search(rf"\b{re.escape(word.upper())}s?\b", body)
        else word[:1].upper() + word[1:]
        for word in noun.split()
    )


def _capitalised(text: str, body: str) -> Iterator[str]:
    """Names of two words that keep their capitals within sentences: the Daily Canvas."""
    counted = Counter(name for name in CAPITALISED.findall(body) if not announced(name))
    yield from (name for name, count in counted.most_common(6) if count >= 3 and name in text)


def _same_thing(key: str, other: str) -> bool:
    """Whether one name ends in the other, as `credit card` and `card`."""
    return other.endswith(f" {key}") or key.endswith(f" {other}")


def _with_attributes(found: Iterable[Named]) -> Iterator[Named]:
    """Each name once, with all attributes said of it."""
    merged: dict[str, Named] = {}
    for each in found:
        old = merged.get(_key(each.name))
        attributes = tuple(dict.fromkeys((*(old.attributes if old else ()), *each.attributes)))
        first = old or each
        merged[_key(each.name)] = Named(first.name, first.lines, attributes)
    yield from merged.values()


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
            and not COMPONENT.search(name)
            and not technologies(name)
            and not KNOWN.search(name)
        ):
            yield name


def _managed(text: str, body: str) -> Iterator[str]:
    counted = Counter(
        name for name in HAN_MANAGED.findall(body) if len(name) >= 2 and not HAN_GENERAL.search(name)
    )
    del text
    yield from (name for name, count in counted.most_common(8) if count >= 2)
    handled = Counter(name for name in HAN_HANDLED.findall(body) if not HAN_GENERAL.search(name))
    yield from (
        name
        for name, count in handled.most_common(8)
        if count >= 2 and not any(name in other or other in name for other in counted)
    )


def _located(each: Named, places: tuple[tuple[Block, Topic | None], ...]) -> Named:
    if each.lines:
        return each
    wanted = each.name.casefold()
    first = next((block.first for block, _ in places if wanted in block.text.casefold()), 0)
    return Named(each.name[:1].upper() + each.name[1:], (first,) if first else (), each.attributes)
