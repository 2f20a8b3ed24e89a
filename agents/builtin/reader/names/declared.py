"""The things a document declares in code: tables, classes, types, models, and the boxes of relationship diagrams."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from agents.builtin.reader.findings import Named

FENCE = re.compile(r"^\s*(?P<mark>`{3,}|~{3,})")
# `CREATE TABLE IF NOT EXISTS shop.orders (`.
TABLE = re.compile(
    r"^\s*create\s+(?:\w+\s+)?table\s+(?:if\s+not\s+exists\s+)?[\"'`\[]?(?:\w+[\"'`\]]?\.[\"'`\[]?)?(?P<name>\w+)",
    re.IGNORECASE,
)
# `export interface Order {`, `type Order struct {`, `class Order(BaseModel):`, `model Order {`, `data class Order(`.
TYPE = re.compile(
    r"^\s*(?:(?:export|default|declare|public|private|internal|abstract|final|sealed|open|pub|partial|data|case)\s+)*"
    r"(?:interface|type|class|struct|record|model|entity|message|table|Table)\s+[\"'`]?"
    r"(?P<name>[A-Za-z_]\w*)[\"'`]?(?!\w)[^;]*[{(:]\s*(?:(?://|#).*)?$"
)
# `type Order = { id: string; total: number };` on one line.
ON_A_LINE = re.compile(
    r"^\s*(?:export\s+)?(?:type|interface)\s+(?P<name>[A-Z]\w*)\s*=?\s*\{(?P<fields>[^{}]{3,300})\}"
)
# `Order {` and `Order:` alone above their fields.
BARE = re.compile(r"^\s*[\"'`]?(?P<name>[A-Z]\w*)[\"'`]?\s*[:{]+\s*$")
# `orders(` alone above its columns.
BARE_TABLE = re.compile(r"^\s*(?P<name>[a-z]\w*)\s*\(\s*(?:--.*)?$")
# `ORDER ||--o{ LINE_ITEM : contains`, https://mermaid.js.org/syntax/entityRelationshipDiagram.html
RELATION = re.compile(
    r"^\s*[\"']?([A-Za-z][\w-]*)[\"']?\s+[|}o]{2}(?:--|\.\.)[|{o]{2}\s+[\"']?([A-Za-z][\w-]*)[\"']?"
)
_PLAIN_TYPES = "string|str|int|integer|float|double|bool|boolean|long|uuid|text|date|datetime|timestamp|decimal|number|varchar|json"
# `title: string`, `title?: string`, `title String @unique`, `title VARCHAR(40)`, `- title`, `String title;`, `string title PK`.
_OPEN_TO = (
    r"(?:(?:public|private|protected|readonly|final|static|val|var|let|pub|required|optional|repeated)\s+)*"
)
FIELDS = (
    re.compile(
        rf"^\s*{_OPEN_TO}"
        r"(?:[\w.<>\[\]?]*[A-Z][\w.<>\[\]?]*\s+(?P<name>[a-z]\w*)\s*[;={]"
        rf"|(?:{_PLAIN_TYPES})\s+(?P<other>[a-z]\w*)\s*(?:[;={{]|\b[PFU]K\b|\"|$))"
    ),
    re.compile(
        rf"^\s*(?:[-*+•├└│─]+\s*)?{_OPEN_TO}[\"'`]?(?P<name>[A-Za-z_]\w*)[\"'`]?\s*[?!]?\s*"
        r"(?::|=\s*(?:Column|mapped_column|models\.|Field)|\s[A-Za-z\[*]|,?\s*(?:(?:#|//).*)?$)"
    ),
)
NO_FIELD = re.compile(
    r"^\s*(?:primary|foreign|constraint|unique|check|index|key|return|import|from|def|func|fn|function"
    r"|async|await|if|else|for|while|class|switch|print|raise|throw|try|const|with)\b"
    r"|^\s*(?:@|//|/\*|\*|--|#)|\w\([^)]*\)\s*(?:->[^{]*|:\s*[\w<>\[\]., |]+)?\s*[{;:]\s*$"
    r"|\w\([^)]*\)\s*\{",
    re.IGNORECASE,
)
CLOSES = re.compile(r"^\s*[})]|^\s*$")
# Parts of a program, inputs and answers of calls, and lists of values are no things it keeps.
PART = re.compile(
    r"(?:Service|Controller|Manager|Handler|Repository|Factory|Builder|Provider|Adapter|Client|Server"
    r"|Engine|Store|Props|State|Params|Options|Args|Input|Output|Request|Response|Payload|D[Tt][Oo]"
    r"|Impl|Config|Configuration|Settings|Context|Component|View|Screen|Page|Widget|Module|Plugin"
    r"|Middleware|Parser|Generator|Validator|Exception|Error|Tests?|Enum|Type|Kind|Mode|Query|Mutation"
    r"|A[Pp][Pp]|A[Pp][Ii]|Hook|Utils?|Helper|Base|Mixin|Processor|Worker|Scheduler|Loader|Runner"
    r"|Pipeline|Strategy)$"
    r"|^(?:Use|Create|Update|Delete|Get|List)(?=[A-Z])"
)
SMALL_CAMEL = re.compile(r"[a-z]+(?:[A-Z][a-z]+)+")
MOST_FIELDS = 40


@dataclass(slots=True)
class _Open:
    """A declaration that is being read."""

    name: str
    line: int
    table: bool
    fields: list[str] = field(default_factory=list)
    others: int = 0

    def thing(self) -> Iterator[Named]:
        """The declared thing, when what it holds shows that it is one."""
        held = len(self.fields) >= 2 and len(self.fields) > self.others and not PART.search(self.name)
        if self.table or held:
            yield Named(spoken(self.name), (self.line,), tuple(self.fields[:MOST_FIELDS]))


def declared(text: str) -> Iterator[Named]:
    """Tables, types and diagram boxes in the code blocks of `text`, in their order, with the names of their fields."""
    current: _Open | None = None
    for number, line in _in_fences(text):
        related = RELATION.match(line)
        if related:
            yield from (Named(spoken(name), (number,)) for name in related.groups())
            continue
        whole = ON_A_LINE.match(line)
        if whole and not PART.search(whole["name"]):
            fields = (re.match(r"\s*(\w+)\s*\??:", part) for part in re.split(r"[;,]", whole["fields"]))
            yield Named(spoken(whole["name"]), (number,), tuple(each[1] for each in fields if each))
            continue
        opened = TABLE.match(line) or TYPE.match(line) or BARE.match(line) or BARE_TABLE.match(line)
        if opened:
            if current:
                yield from current.thing()
            current = _Open(opened["name"], number, table=TABLE.match(line) is not None)
        elif current and CLOSES.match(line):
            yield from current.thing()
            current = None
        elif current:
            _take(current, line)
    if current:
        yield from current.thing()


def _take(current: _Open, line: str) -> None:
    held = None if NO_FIELD.search(line) else next((m for each in FIELDS if (m := each.match(line))), None)
    if held:
        current.fields.append(held["name"] or held["other"])
    elif not re.match(r"^\s*(?:@|//|/\*|\*|--|#)", line):
        current.others += 1


def _in_fences(text: str) -> Iterator[tuple[int, str]]:
    """The numbered lines of the code blocks, and an empty line where one ends."""
    mark = ""
    for number, line in enumerate(text.split("\n"), start=1):
        fence = FENCE.match(line)
        if fence and not mark:
            mark = fence["mark"][:3]
        elif fence and line.strip().startswith(mark):
            mark = ""
            yield number, ""
        elif mark:
            yield number, line


def spoken(identifier: str) -> str:
    """An identifier as people say it: `line_items`, `lineItems` and `LINE_ITEM` are Line Items, `LineItem` stays."""
    if SMALL_CAMEL.fullmatch(identifier):
        identifier = re.sub(r"(?=[A-Z])", "_", identifier)
    words = identifier.strip("_").replace("-", "_").split("_")
    if len(words) == 1 and not identifier.isupper() and not identifier.islower():
        return identifier
    return " ".join(f"{word[:1].upper()}{word[1:].lower()}" for word in words if word)
