"""The things a document defines: under headings about data, and wherever a list of fields hangs on a name."""

import re
from collections.abc import Iterable, Iterator

from agents.builtin.reader.findings import Named
from agents.builtin.reader.names.actors import after_lead
from agents.builtin.reader.names.attributes import SENTENCE_WORDS
from agents.builtin.reader.names.declared import spoken
from agents.builtin.reader.names.fields import bare, look_like_fields
from agents.builtin.reader.names.people_said import is_person
from agents.builtin.reader.names.thing_names import SAYS, thing
from agents.builtin.reader.text.blocks import LABEL_LEVEL, Block
from agents.builtin.reader.text.inline import plain, split_lead
from agents.builtin.reader.text.labels import split_label
from agents.builtin.reader.text.topics import announced
from agents.builtin.reader.words.entity_words import ABOUT_DATA
from agents.builtin.reader.words.topic import Topic

FIELD_COLUMN = re.compile(
    r"^(?:field|column|attribute|property|key|字段|列|필드|campo|feld|champ|attribut)", re.IGNORECASE
)
# The first column of a table of things.
THING_COLUMN = re.compile(
    r"^(?:(?:data |domain |core |key )?"
    r"(?:entit(?:y|ies)|tables?|models?|objects?|resources?|collections?|aggregates?|records?"
    r"|concepts?|terms?)"
    r"(?: names?)?"
    r"|entität|entidad|entidade|entit[ée]|tabelle|tabla|tabela|实体|數據表|数据表|表名|エンティティ|테이블|엔티티)$",
    re.IGNORECASE,
)
# `**Berth**: where a ship lies` in a list of terms names a thing when the document goes on to speak of berths.
TERMS = re.compile(
    r"\bglossary\b|\bterminology\b|\bdefinitions\b"
    r"|\b(?:key|core|domain) (?:terms|concepts|vocabulary)\b|\bubiquitous language\b|\bbegriffe\b"
    r"|\bglossar\b|\bglosario\b|术语|用語",
    re.IGNORECASE,
)
# An abbreviation in a list of terms is spelt out there, and kept nowhere.
TERMS_COLUMN = re.compile(r"^(?:\w+ )?(?:terms?|concepts?)$", re.IGNORECASE)
ABBREVIATED = re.compile(r"[A-Z][A-Z0-9/-]{1,5}s?")
SPOKEN_OF, LONGEST_SIGN = 2, 3
LONGEST_FIELD = 4
LISTED = re.compile(r"[^(（:：,]{1,60}(?:[:：]|\s[–—-])\s+[^(（]{0,200},")
EACH = re.compile(r"^(?:for )?(?:an?|the|each|every|all)\s+", re.IGNORECASE)
# `The order list shows` number and date: those of an order.
SHOWN = re.compile(r"\s(?:forms?|lists?|records?|rows?|cards?|detail views?)$", re.IGNORECASE)
# ``Add `bills` table (id, amount)``: a task that says what is kept.
ADDED = re.compile(
    r"(?<!drop )(?<!remove )(?<!delete )`(?!\w*_relations?`)(?P<name>[A-Za-z_]\w{2,40})` (?:table|collection|entity|表)\b"
    r"(?:[^(]{0,20}\((?P<fields>[^()]{5,400})\))?",
    re.IGNORECASE,
)
# `The shop has four entities:` above them.
ANNOUNCED = re.compile(
    r"\b(?:entities|(?:database |data )(?:tables|models|objects)|tables)\s*[:：]$|实体[:：]$", re.IGNORECASE
)
# `Required fields:` above what a record holds.
HOLDS = re.compile(
    r"^(?:(?:required|optional|key|main|core|additional|mandatory|minimum|stored|data) ){0,2}"
    r"(?:fields|attributes|columns|properties|snapshot)\W*$",
    re.IGNORECASE,
)
ASIDE = re.compile(r"\([^()]*\)")
INSIDE = re.compile(r"[({（]\s*(?!(?:e\.g|i\.e|for example|such as)\b)([^(){}（）]{8,400})\s*[)}）]")


def defined(places: Iterable[tuple[Block, Topic | None]]) -> Iterator[Named]:
    """The things with their fields, in the order of the document."""
    listed = tuple(places)
    below: dict[int, list[Block]] = {}
    for block, _ in listed:
        if block.above and block.shape != "heading":
            below.setdefault(id(block.above[-1]), []).append(block)
    body = "\n".join(block.text for block, _ in listed).casefold()
    for block, topic in listed:
        for each in after_lead(block, "entity"):
            yield from thing(each.name, block, ())
        yield from _as_term(block, body)
        if topic != "non_goal" and (table := ADDED.search(block.raw)):
            yield Named(spoken(table["name"]), (block.first,), _held(table["fields"]))
            continue
        if topic in {"neutral", "risk", "non_goal", "actor", "metric"} or (
            topic == "workflow" and block.mark[:1].isdigit()
        ):
            continue
        fields = () if HOLDS.match(block.text) else _fields(block, below.get(id(block), []))
        if block.shape == "paragraph" and len(block.parts) > 1:
            yield from _in_lines(block, kept=_about_data(block, topic))
        if _is_field(block, below):
            continue
        if look_like_fields(fields):
            yield from thing(_head(block), block, fields)
        elif _about_data(block, topic):
            yield from _in_section(block, fields)


def _as_term(block: Block, body: str) -> Iterator[Named]:
    """The thing a row or entry explains: in a table of things, or in a list of terms that the document then uses."""
    if (
        block.shape == "row"
        and block.columns
        and THING_COLUMN.match(block.columns[0])
        and len(block.cells) > 1
        and not (ABBREVIATED.fullmatch(block.cells[0]) and TERMS_COLUMN.match(block.columns[0]))
    ):
        listed = re.split(r"[,，、;]\s*", block.cells[1])
        yield from thing(block.cells[0], block, tuple(listed) if look_like_fields(tuple(listed)) else ())
        return
    if not (
        block.above and TERMS.search(block.above[-1].text) and block.shape in {"row", "item"} and block.top
    ):
        return
    term = block.cells[0] if block.cells else split_lead(block.raw)[0]
    if is_person(term):
        # Who somebody is, is told there as well.
        return
    if len(term) > LONGEST_SIGN and not term.isupper() and body.count(term.casefold()) >= SPOKEN_OF:
        yield from thing(term, block, ())


def _held(fields: str | None) -> tuple[str, ...]:
    """The fields in brackets behind the name of a table, when they look like some."""
    listed = tuple(re.split(r"[,，、;]\s*", fields or ""))
    return tuple(bare(each)[:80] for each in listed if bare(each)) if look_like_fields(listed) else ()


def _about_data(block: Block, topic: Topic | None) -> bool:
    if block.shape == "item" and block.top and block.parent and ANNOUNCED.search(block.parent.text):
        return True
    headings = block.above if block.shape == "heading" else block.above[-1:]
    return topic == "entity" or any(map(_says_data, headings[-2:]))


def _says_data(heading: Block) -> bool:
    return announced(heading.text) == "entity" or bool(ABOUT_DATA.search(plain(heading.text).strip(" :：")))


def _fields(block: Block, below: list[Block]) -> tuple[str, ...]:
    """The entries that hang on a block: a heading's rows and items, an entry's children, or what stands in brackets."""
    if block.shape == "heading":
        return tuple(
            (each.cells or (_entry(each),))[0]
            for each in below
            if each.shape == "row" or (each.shape == "item" and each.top)
        )
    if block.children:
        return tuple(_entry(child) for child in block.children)
    if (
        block.shape == "paragraph"
        and len(block.parts) > 1
        and all(words[:1] in "-*•" for _, words in block.parts[1:])
    ):
        return tuple(words.lstrip("-*• ") for _, words in block.parts[1:])
    _, words = split_lead(split_label(block.raw)[2]) if block.shape == "item" else ("", "")
    # `Member: name, phone (for text messages)`: what stands in brackets is said of a field.
    inside = None if words and LISTED.match(block.text) else INSIDE.search(block.text)
    return tuple(re.split(r"[,，、;]\s*", (inside[1] if inside else ASIDE.sub("", words)).strip(" .")))


def _in_lines(block: Block, *, kept: bool) -> Iterator[Named]:
    """Things that stand line by line with their fields: `Alert: id, level, created_at`; where things are `kept`, any words are fields."""
    for number, words in block.parts:
        name, _, listed = plain(words).partition(":")
        fields = tuple(re.split(r"[,，、;]\s*", listed.strip(" .")))
        if look_like_fields(fields) or (kept and _are_short(fields)):
            for each in thing(name, block, fields):
                yield Named(each.name, (number,), each.attributes)


def _entry(block: Block) -> str:
    return split_lead(block.raw)[0] or block.text


def _head(block: Block) -> str:
    """The words a list of fields hangs on."""
    if block.shape == "row":
        return ""
    if block.shape == "heading":
        return block.text
    head = _said_of(block)
    return head.rsplit(" ", 1)[-1] if SENTENCE_WORDS.search(head) else head


def _said_of(block: Block) -> str:
    """The words before those that say something: `Each invoice has a date` is about an invoice."""
    words = split_label(block.raw)[2]
    head = split_lead(words)[0] or re.split(r"[({（:：,，–—]|\s-", plain(words))[0].strip()
    said = SAYS.split(EACH.sub("", head))
    return SHOWN.sub("", said[0]) if len(said) > 1 else said[0]


def _are_short(fields: tuple[str, ...]) -> bool:
    return len(fields) > 1 and all(0 < len(bare(each).split()) <= LONGEST_FIELD for each in fields)


def _in_section(block: Block, fields: tuple[str, ...]) -> Iterator[Named]:
    """What an entry of a section about data names."""
    fields = fields if _are_short(fields) else ()
    match block.shape:
        case "heading" if (
            block.depth <= LABEL_LEVEL and announced(block.text) is None and not HOLDS.match(block.text)
        ):
            yield from thing(block.text, block, fields)
        case "row" if not FIELD_COLUMN.match((block.columns or ("",))[0]):
            listed = re.split(r"[,，、;]\s*", block.cells[1]) if len(block.cells) > 1 else []
            yield from thing(block.cells[0], block, tuple(listed) if len(listed) > 1 else ())
        case "item" if block.top and (fields or not SENTENCE_WORDS.search(_said_of(block))):
            yield from thing(_head(block), block, fields)
        case "paragraph" if fields:
            yield from thing(_head(block), block, fields)
        case _:
            return


# So many entries show what kind of list it is; all of a long one are not looked at for each of them.
MOST_ENTRIES = 60


def _is_field(block: Block, below: dict[int, list[Block]]) -> bool:
    """Whether an entry is one of a list of fields: below another entry, or below a heading that names what has them."""
    if block.shape == "heading":
        return False
    above = block.parent or (block.above[-1] if block.above else None)
    if block.shape == "item" and above is not None and HOLDS.match(above.text):
        return True
    heading = block.above[-1] if block.above and not block.parent else None
    if heading is None or block.shape != "item" or _says_data(heading):
        return block.parent is not None and look_like_fields(
            tuple(map(_entry, block.parent.children[:MOST_ENTRIES]))
        )
    first = below.get(id(heading), [])[:MOST_ENTRIES]
    names = tuple(_entry(each) for each in first if each.shape == "item" and each.top)
    return look_like_fields(names) or (len(names) > 1 and all(name[:1].islower() for name in names))
