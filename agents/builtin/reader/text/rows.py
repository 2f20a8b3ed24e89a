"""A table row read by its columns: which cell is the id, which the priority, and which words are the statement."""

import re
from typing import NamedTuple

from agents.builtin.reader.text.blocks import Block
from agents.builtin.reader.text.labels import priority_in, split_label
from agents.builtin.reader.words.column_words import (
    AROUND_A_CASE,
    CALL,
    DEFAULT,
    HAPPENS,
    LAYER,
    PARTS,
    ROLE_OF_PART,
    SETTING,
    TOLD_OF,
    WHERE,
)
from agents.builtin.reader.words.nature import STRONG as STRONG_WORDS
from agents.builtin.reader.words.nature import is_question, is_story
from agents.builtin.reader.words.technology import technologies
from agents.builtin.reader.words.topic import QUALITY_NAMES, Topic
from agents.schemas.requirements import Priority

ID = re.compile(r"^(?:id|#|no\.?|nr\.?|ref|req\.? ?id|story ?id|编号|序号)$|\bid$")
PRIORITY = re.compile(r"priority|prio\b|moscow|importance|优先级|優先度|priorit|phase|release|version$|mvp")
STATEMENT = re.compile(
    r"requirement|description|story|statement|details?|behavio|acceptance|anforderung|beschreibung"
    r"|exigence|descripci|descri[çc]|需求|描述|说明|要件|内容"
)
ANSWER = re.compile(
    r"^(?:answer|response|resolution|decision|antwort|réponse|respuesta|resposta|回答|答案|решение|ответ)s?\b"
)
# `Resolved: both, by browser language`: the answer stands among the options.
RESOLVED = re.compile(r"\b(?:resolved|decided|answered|settled)[:：] ?\S", re.IGNORECASE)
# A column that says how a question stands may hold its answer: `Status: No, by key only`.
STANDS = re.compile(r"^(?:status|state|stand|outcome|stato|statut|estado)$")
STILL_OPEN = re.compile(
    r"\b(?:open|tbd|tbc|pending|deferred|postponed|unresolved|unclear|undecided|discussion|discussing|research\w*|review|waiting|blocked|later"
    r"|to be|needs?|todo|investigat\w+|progress|offen|ouvert|abierto)\b",
    re.IGNORECASE,
)
ASIDE = re.compile(
    r"^(?:owner|status|author|date|due|notes? on|source|assignee|effort|estimate|负责人|状态|日期)"
)
# A table whose first columns are named like this is about that, whatever heading it stands under.
TABLES: tuple[tuple[Topic, re.Pattern[str]], ...] = (
    ("constraint", re.compile(r"^constraints?\b")),
    (
        "risk",
        re.compile(
            r"\brisk|\brisi(?:ko|ken)\b|\brisques?\b|\bries?gos?\b|\brisc(?:o|hio)s?\b|\bchallenge|mitigation|likelihood|probability|风险"
        ),
    ),
    (
        "neutral",
        re.compile(
            r"^(?:term|acronym|milestone|phase|sprint|week|date|version|competitor|tool|document|author"
            r"|reviewer|approver|alternative|option|deliverable|pros|版本)\b"
            r"|变更|负责人"
        ),
    ),
    ("question", re.compile(r"\bquestion|open issue|问题")),
    (
        "metric",
        re.compile(
            r"^(?:success )?(?:metric|kpi|indicator|指标)s?\b"
            r"|^(?:what )?success (?:looks like|criteri(?:on|a)|measures?)$|^measures? of success$"
            r"|^how (?:we|it|this) (?:['’]ll |will )?(?:know|measure|is measured)\b|^measured by$"
        ),
    ),
    ("entity", re.compile(r"^(?:field|column|attribute|property|entity|table|字段)s?(?: name)?$")),
    ("actor", re.compile(r"^(?:persona|user role|user type|actor|role|stakeholder|用户角色)s?$")),
    ("story", re.compile(r"^(?:as an?\b|user story|story|i want|用户故事)")),
    (
        "constraint",
        re.compile(
            r"^(?:dependenc(?:y|ies)|librar(?:y|ies)|packages?|technolog(?:y|ies)|tech(?: stack| choice)?|stack"
            r"|frameworks?|layers?|constraints?|limitations?|technologien?|tecnolog[ií]as?|bibliothek(?:en)?"
            r"|技术(?:选型|栈|方案)?|技術(?:選定|スタック)?|依赖(?:库|项)?|约束|限制|制約|기술(?: ?스택)?|라이브러리|제약)$"
        ),
    ),
)
# What a stack is made of may be called a tool, and may have a version.
OF_A_STACK = re.compile(r"^(?:tools?|version)\b|\btechnolog(?:y|ies)\b")
GIVEN: frozenset[Topic | None] = frozenset({"technical", "constraint"})
# `find_stuck_sessions`, `createNote()`: what is called by other programs.
CALLED = re.compile(r"[a-z][a-z\d]*(?:_[a-z\d]+)+(?:\(\))?|[a-z]+(?:[A-Z][a-z\d]+)+(?:\(\))?")
# A table of the fields of a record: `Field | Type`.
FIELD = re.compile(
    r"^(?:fields?|columns?|attributes?|propert(?:y|ies)|feld|champ|campo|字段|项目)(?: name)?$"
)
# `What they do | What we do instead`: beside what others do, what this product does.
INSTEAD = re.compile(
    r"^(?:what (?:we|it|this|ours) (?:do|does|will do|offers?)(?: instead)?|(?:our|the) (?:approach|solution|answer)|instead|ours)$"
)
# By which of the ways that the document explains a row is tried: `A, T` below `Method`.
CODES = re.compile(r"[A-Z](?:\s*[,/+&]\s*[A-Z]){0,4}")
TRIED_BY = re.compile(r"method|verif|test|check|proof|nachweis|prüf")
VALUE = frozenset({"value", "details", "wert", "valeur", "valor"})
# What such a sheet says where its columns have no names.
ABOUT_DOCUMENT = re.compile(
    r"(?:author|owner|stakeholder|reviewer|contributor|approver|developer|designer|team|epic|status|version|date"
    r"|created|last updated|target(?: release| date)?|document (?:status|owner)|(?:tech|engineering|design) lead"
    r"|product (?:manager|owner)|pm|qa|jira|links?|due(?: date)?|deadline|budget)s?\W*",
    re.IGNORECASE,
)
# What such a sheet says that the work has to keep to.
FIXED_BY_SHEET = re.compile(
    r"^(?:hard )?"
    r"(?:deadline|due(?: date)?|budget|target|(?:target )?platforms?"
    r"|(?:target )?(?:launch|release|go[- ]live)(?: date)?|frist|abgabe)$",
    re.IGNORECASE,
)
# `FR-1, FR-2`, `IAM-01 – IAM-04`
IDS = re.compile(
    r"[A-Z]{1,8}(?:-[A-Z]{1,12})?[-_. ]?\d{1,4}(?:\s*(?:,|;|/|&|–|—|-|\.{2}|and|to)\s*(?:[A-Z]{1,8}(?:-[A-Z]{1,12})?[-_. ]?)?\d{1,4}){1,40}$"
)
OF_FIELD = re.compile(r"^(?:(?:data ?)?types?|format|typ|类型|型)$")
MOSCOW: dict[str, Priority] = {"m": "must", "s": "should", "c": "could", "w": "wont"}
RANKS: dict[str, Priority] = {
    **MOSCOW,
    "h": "must",
    "m": "should",
    "l": "could",
    "1": "must",
    "2": "should",
    "3": "could",
}
TOLD = re.compile(r"\bstor(?:y|ies)\b|\buse cases?\b|用户故事")
STRONG: frozenset[Topic] = frozenset(
    {"functional", "nonfunctional", "non_goal", "question", "metric", "deferred", "acceptance"}
)


class Cells(NamedTuple):
    """The parts of one row."""

    text: str
    label: str = ""
    topic: Topic | None = None
    lead: str = ""
    priority: str = "unstated"
    # What a column of its own calls the row: `Type | Non-functional`.
    typed: Topic | None = None


TYPE = re.compile(r"^(?:req(?:uirement|\.)? )?(?:type|kind|nature|classification|category|class)$")
# A category may be a part of the product: `Security` among the functions of it.
OF_PARTS = re.compile(r"category$|class$")
QUALITY = re.compile(rf"(?:{QUALITY_NAMES})$", re.IGNORECASE)
CALLED_SO: dict[Topic, str] = {
    "nonfunctional": rf"non[- ]?functional|nfr|quality(?: attribute)?|{QUALITY_NAMES}",
    "functional": "functional|function|feature|fr|business rule|capability|ui|interface|data",
    "constraint": "constraint|limitation|restriction|technical constraint",
    "story": "user story|story",
    "non_goal": "out[- ]of[- ]scope|non[- ]?goal|exclusion",
    "metric": "kpi|metric|success (?:metric|criterion)",
}
TYPES = {
    topic: re.compile(rf"^(?:{words})(?: requirements?)?$", re.IGNORECASE)
    for topic, words in CALLED_SO.items()
}


def _typed(cell: str, column: str) -> Topic | None:
    found = next((topic for topic, words in TYPES.items() if words.match(cell.strip())), None)
    return (
        None
        if found == "nonfunctional" and OF_PARTS.search(column) and QUALITY.match(cell.strip())
        else found
    )


def is_sheet(columns: tuple[str, ...], lead: str) -> bool:
    """Whether a row, with `lead` in its first cell, is of a sheet about the document itself: `Field | Value`, or `Author | Priya` below no heads."""
    if len(columns) != 2:  # a name and its value
        return False
    if AROUND_A_CASE.fullmatch(lead):
        return True
    if not any(columns):
        return bool(ABOUT_DOCUMENT.fullmatch(lead))
    return bool(FIELD.match(columns[0])) and columns[1] in VALUE


def row_topic(columns: tuple[str, ...], topic: Topic | None) -> Topic | None:
    """What the column names say the table is about, unless its heading says so more firmly."""
    if any(map(INSTEAD.match, columns)) and topic not in UNTYPED:
        return "functional" if topic == "functional" else "feature"
    if any(FIELD.match(name) for name in columns[:1]) and any(OF_FIELD.match(name) for name in columns[1:]):
        return "entity"
    if SETTING.match(columns[0] if columns else "") and any(map(DEFAULT.match, columns[1:])):
        return topic if topic in STRONG else "functional"
    if len(columns) > 1 and PARTS.match(columns[0]) and ROLE_OF_PART.match(columns[1]):
        return topic or "technical"
    if {True} == {bool(CALL.match(name)) for name in columns[:2]} and len(columns) > 1:
        return topic if topic in STRONG or topic == "neutral" else "functional"
    if topic in STRONG or (topic == "story" and any(TOLD.search(name) for name in columns)):
        return topic
    for name in columns[:2]:
        for candidate, pattern in TABLES:
            if pattern.search(name) and not (topic in GIVEN and OF_A_STACK.search(name)):
                return candidate
    happens = len(columns) > 1 and WHERE.match(columns[0]) and HAPPENS.match(columns[1])
    return "functional" if happens else None


# Below these a column of types sorts something else: fields, people, risks.
UNTYPED: frozenset[Topic | None] = frozenset(
    {"entity", "actor", "risk", "neutral", "integration", "question", "background"}
)


def topic_of_row(columns: tuple[str, ...], cells: Cells, topic: Topic | None) -> Topic | None:
    """What a row is about: what its columns say, then its heading; its id tells a quality from a function."""
    if topic == "goal" and {"metric", "target"} <= set(columns):
        return "metric"
    if cells.typed and topic not in UNTYPED:
        return cells.typed
    found = row_topic(columns, topic) or cells.topic or topic
    layered = len(columns) > 1 and LAYER.match(columns[0]) and TOLD_OF.match(columns[1])
    if found == "constraint" and topic not in GIVEN and layered and not technologies(cells.text):
        found = topic or "feature"
    if found in {"neutral", "technical"} and CALLED.fullmatch(cells.lead) and HAPPENS.match(columns[-1]):
        found = "functional"
    return "nonfunctional" if found == "functional" and cells.topic == "nonfunctional" else found


def is_numbered(cells: Cells, columns: tuple[str, ...]) -> bool:
    """Whether a row has the id of a requirement and demands something, also below a heading about data, people or systems."""
    kind = split_label(f"{cells.label}:")[1] if cells.label else ""
    named = any(name in {"requirement", "requirements"} for name in columns)
    demands = kind == "functional" or named or STRONG_WORDS.search(cells.text) is not None
    return bool(cells.label) and kind not in {"neutral", "risk", "acceptance"} and demands


def is_answered(block: Block) -> bool:
    """Whether a row holds a question and, in a column behind it, the answer: `Decision | Options` begins with what is open."""
    cells = tuple(zip(block.columns, block.cells, strict=False))[1:]
    asks = any("?" in cell for cell in block.cells)
    return any(
        len(cell.split()) > 1
        and not is_question(cell)
        and (
            RESOLVED.search(cell)
            or ANSWER.search(name)
            or (asks and STANDS.search(name) and not STILL_OPEN.search(cell))
        )
        for name, cell in cells
    )


def _letter(cell: str, column: str) -> Priority:
    """The priority one sign stands for: in a column of MoSCoW M is a must, in others it is the middle of three."""
    signs = MOSCOW if "moscow" in column else RANKS
    return signs.get(cell.casefold(), "unstated")


def _is_aside(cell: str, column: str) -> bool:
    """Whether a cell is about the row and no part of what the row says: its owner, how it is tried, a mere tick."""
    if ASIDE.search(column) or cell.casefold() in {"", "-", "–", "n/a", "yes", "no", "✓", "✗", "x"}:
        return True
    return bool(TRIED_BY.search(column) and CODES.fullmatch(cell))


def _row_text(words: list[str]) -> str:
    """The words of a row as one statement: what it is about, and what is said of that."""
    if len(words) < 2:
        return "".join(words)
    return f"{words[0]}{' ' if words[0].endswith('.') else ': '}{', '.join(words[1:])}"


def cells_of(block: Block) -> Cells:
    """The parts of the row `block`."""
    label, topic, priority = "", "", "unstated"
    typed: Topic | None = None
    words: list[str] = []
    statement = ""
    for index, cell in enumerate(block.cells):
        name = block.columns[index] if index < len(block.columns) else ""
        own, kind, rest = split_label(cell if index else f"{cell}:")
        if index == 0 and own and not rest.strip(" :"):
            # Whoever heads a table, its ids may tell qualities from functions; other letters are used for anything.
            label, topic = own, kind if kind == "nonfunctional" else ""
        elif ID.search(name) and len(cell) <= 20:
            label = cell
        elif (
            PRIORITY.search(name)
            and (found := priority_in(cell) if len(cell) > 1 else _letter(cell, name)) != "unstated"
        ):
            priority = found
        elif TYPE.match(name) and (kind_of_row := _typed(cell, name)):
            typed = kind_of_row
        elif _is_aside(cell, name):
            continue
        else:
            statement = statement or (cell if STATEMENT.search(name) else "")
            words.append(cell)
    # What others do is told beside it, and nothing to build.
    ours = [
        cell for name, cell in zip(block.columns, block.cells, strict=False) if INSTEAD.match(name) and cell
    ]
    words = ours or words
    # Whatever else the row names, a story is told in its own words.
    words = [cell for cell in words if is_story(cell)] or words
    lead = words[0] if len(words) > 1 and len(words[0].split()) <= 8 else ""
    if statement and len(statement.split()) >= 4 and statement == words[0]:
        lead = ""
    return Cells(
        text=_row_text(words),
        label=label[:40],
        topic=topic or None,  # type: ignore[arg-type]  # every key of KINDS is a topic
        lead=lead[:120],
        priority=priority,
        typed=typed,
    )
