"""Requirements kept as data, in YAML, JSON or CSV: the list a person would have written of them.

Only a document that is data from its first line to its last is read like this; a sample among words is no demand.
"""

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from agents.builtin.reader.notations.written import Written, in_lines
from agents.builtin.reader.text.inline import capital
from agents.builtin.reader.text.labels import priority_in, split_label
from agents.builtin.reader.text.marks import HEADING
from agents.builtin.reader.text.rows import ASIDE, PRIORITY
from agents.builtin.reader.text.topics import announced

# A line of YAML as people write requirements in it: `key: words`, `- words`, `- key: words`.
PAIR = re.compile(
    r"^(?P<indent> *)(?P<dash>(?:- +)*)(?P<key>[A-Za-z_][\w-]{0,40}|\"[^\"]{1,40}\")\s*:(?:\s+(?P<words>\S.*)|\s*)$"
)
DASHED = re.compile(r"^(?P<indent> *)- +(?P<words>\S.*)$")
AROUND = re.compile(r"^\s*(?:---|\.\.\.|#.*)?\s*$")
BLOCK = re.compile(r"^[|>][+-]?\d?$")
TOKEN = re.compile(
    r'"(?P<string>(?:[^"\\]|\\.)*)"|(?P<sign>[{}\[\]:,])|(?P<bare>-?\d[\d.eE+-]*|true|false|null)|(?P<line>\n)'
)
NAME = re.compile(r"^(?:project|product|title|name|feature|epic|system|app|application)(?:[_ -]?name)?$")
IDENTITY = re.compile(r"^(?:id|key|ref|no|nr|number|#|req[_ -]?id|issue[_ -]?key)$")
SORT = re.compile(r"^(?:type|kind|category|class|sort|art|typ|kategorie|issue[_ -]?type)$")
MARGINAL = re.compile(
    r"^(?:version|schema|lang|language|tags?|labels?|links?|url|epic|sprint|component|points"
    r"|story[_ -]?points|parent|rationale|reporter|created|updated)$"
)
DEEPEST = 12
FEWEST_ROWS = 2
FEWEST_COLUMNS = 3
# A header of a table of requirements names the column they stand in.
SAID_IN = re.compile(
    r"requirement|description|story|statement|summary|title|text|feature|anforderung|beschreibung|exigence|requisito|descripci"
)


@dataclass(slots=True)
class Node:
    """One value: its line, its key in a mapping or none in a list, its words, and what stands below it."""

    line: int
    key: str = ""
    words: str = ""
    below: list["Node"] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The key as words."""
        return re.sub(r"[_-]+|(?<=[a-z])(?=[A-Z])", " ", self.key).strip().casefold()


def as_document(text: str) -> Written | None:
    """The document in Markdown, each line with the one it comes from; None where `text` is no data."""
    nodes = _json(text) or _yaml(text.split("\n")) or _table(text)
    if not nodes:
        return None
    return in_lines(list(_sections(nodes, level=1)))


def _yaml(lines: list[str]) -> list[Node]:
    """The nodes of a document in the part of YAML that people write by hand, https://yaml.org/spec/1.2.2/."""
    if not _is_yaml(lines):
        return []
    root = Node(0)
    open_nodes: list[tuple[int, Node]] = [(-1, root)]
    for number, line in enumerate(lines, start=1):
        pair, dashed = PAIR.match(line), DASHED.match(line)
        found = pair or dashed
        if AROUND.match(line):
            continue
        if found is None:
            last = open_nodes[-1][1]
            last.words = f"{'' if BLOCK.match(last.words) else last.words} {line.strip()}".strip()
            continue
        indent = len(found["indent"])
        if dashed:
            # An entry stands below its key, whether or not it is indented.
            while open_nodes[-1][0] >= indent and not (open_nodes[-1][0] == indent and open_nodes[-1][1].key):
                open_nodes.pop()
            entry = Node(number)
            open_nodes[-1][1].below.append(entry)
            open_nodes.append((indent, entry))
            if not (pair and pair["dash"]):
                entry.words = _bare(dashed["words"])
                continue
            indent += len(pair["dash"])
        if pair is None:
            continue
        while open_nodes[-1][0] >= indent:
            open_nodes.pop()
        node = Node(number, pair["key"].strip('"'), _bare(pair["words"] or ""))
        open_nodes[-1][1].below.append(node)
        open_nodes.append((indent, node))
    return root.below


def _is_yaml(lines: list[str]) -> bool:
    """Whether every line that is not indented is a key or an entry, and some key holds entries or keys below it."""
    outer = (line for line in lines if line[:1].strip() and not AROUND.match(line))
    if not all(PAIR.match(line) or DASHED.match(line) for line in outer) or any(map(HEADING.match, lines)):
        return False
    return any(
        (pair := PAIR.match(line))
        and not pair["words"]
        and after[:1] in {" ", "-"}
        and (PAIR.match(after) or DASHED.match(after))
        for line, after in pairwise(lines)
    )


def _bare(words: str) -> str:
    words = re.sub(r"\s+#.*$", "", words).strip()
    return words[1:-1] if len(words) > 1 and words[0] == words[-1] and words[0] in "\"'" else words


def _json(text: str) -> list[Node]:
    """The nodes of JSON, or of one JSON object a line; none where a sign is left over."""
    if text.lstrip()[:1] not in {"{", "["}:
        return []
    root = Node(1)
    inside, line, key = [root], 1, ""
    end = 0
    for found in TOKEN.finditer(text):
        if text[end : found.start()].strip():
            return []
        end = found.end()
        sign = found["sign"]
        if found["line"]:
            line += 1
        elif sign in {"{", "["}:
            node = Node(line, key)
            inside[-1].below.append(node)
            inside.append(node)
            key = ""
            if len(inside) > DEEPEST:
                return []
        elif sign in {"}", "]"}:
            if len(inside) < 2:
                return []
            inside.pop()
        elif sign == ":":
            node = inside[-1].below.pop() if inside[-1].below else Node(line)
            key = node.words
        elif sign != ",":
            words = found["string"] if found["string"] is not None else (found["bare"] or "")
            inside[-1].below.append(Node(line, key, _spelled(words)))
            line += words.count("\n")
            key = ""
    if len(inside) > 1 or text[end:].strip() or not root.below:
        return []
    whole = root.below[0] if len(root.below) == 1 else root
    return whole.below


def _spelled(words: str) -> str:
    """A string of JSON as it reads."""
    words = re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), words)
    return re.sub(r"\\(.)", lambda found: " " if found[1] in "nrtbf" else found[1], words).strip()


def _table(text: str) -> list[Node]:
    """The rows of a sheet saved with commas or semicolons, when its first line names the columns of requirements."""
    head = text.lstrip("\n").split("\n", 1)[0]
    mark = max(",;", key=head.count)
    names = [name.strip().strip('"').casefold() for name in head.split(mark)]
    if (
        len(names) < FEWEST_COLUMNS
        or not any(map(SAID_IN.search, names))
        or any(len(name.split()) > 3 for name in names)
    ):
        return []
    reader = csv.reader((f"{line}\n" for line in text.split("\n")), delimiter=mark)
    nodes: list[Node] = []
    before = 0
    for cells in _rows(reader):
        line, before = before + 1, reader.line_num
        if not any(cells):
            continue
        if len(cells) != len(names):
            return []
        nodes.append(
            Node(
                line,
                "",
                "",
                [
                    Node(line, name, " ".join(cell.split()))
                    for name, cell in zip(names, cells, strict=True)
                    if cell.strip()
                ],
            )
        )
    return nodes[1:] if len(nodes) > FEWEST_ROWS else []


def _rows(reader: Iterator[list[str]]) -> Iterator[list[str]]:
    """The rows; one without cells where a quotation is opened and not closed for longer than anybody writes."""
    try:
        yield from reader
    except csv.Error:
        yield ["", "?"]


def _sections(nodes: list[Node], *, level: int) -> Iterator[tuple[int, str]]:
    """Mappings as headings with what stands below them, deeper ones below deeper headings."""
    if all(not node.key for node in nodes):
        # What has letters of its own for an id, or its sort in a column, needs no heading.
        if not any(
            split_label(f"{each.words}: x")[1] or _is_sort(each) for node in nodes for each in node.below
        ):
            yield nodes[0].line, "## Requirements"
        yield from _entries(nodes)
        return
    for node in sorted(nodes, key=lambda each: not (level == 1 and _is_title(each))):
        if level == 1 and _is_title(node):
            yield node.line, f"# {node.words}"
        elif node.words:
            if not (ASIDE.search(node.name) or MARGINAL.match(node.name) or IDENTITY.match(node.name)):
                yield from (
                    (node.line, words) for words in ("", f"**{capital(node.name)}:** {node.words}", "")
                )
        elif node.below:
            yield node.line, f"{'#' * min(level + 1, 6)} {capital(node.name)}"
            if all(not each.key for each in node.below):
                yield from _entries(node.below)
            else:
                yield from _sections(node.below, level=level + 1)


def _is_sort(node: Node) -> bool:
    return bool(SORT.match(node.name) and announced(node.words))


def _is_title(node: Node) -> bool:
    return bool(node.words and NAME.match(node.name))


def _entries(nodes: list[Node]) -> Iterator[tuple[int, str]]:
    """The entries of a list; where a record says what sort of thing it is, below a heading of that name."""
    sort = ""
    for node in nodes:
        own = next((each.words for each in node.below if _is_sort(each)), sort)
        if own != sort:
            sort = own
            yield node.line, f"### {sort}"
        if not node.below:
            yield node.line, f"- {node.words}"
            continue
        yield from _record(node)


def _record(node: Node) -> Iterator[tuple[int, str]]:
    """One record as an entry: its id, its words and its priority, and below it what it holds itself."""
    said: list[Node] = []
    label = priority = ""
    for each in node.below:
        if IDENTITY.match(each.name) and (split_label(f"{each.words}: x")[0] or each.words.isdigit()):
            label = "" if each.words.isdigit() else f"{each.words}: "
        elif PRIORITY.search(each.name):
            known = priority_in(each.words)
            priority = f" ({known})" if known != "unstated" else ""
        elif each.words and not (
            ASIDE.search(each.name) or SORT.match(each.name) or MARGINAL.match(each.name)
        ):
            said.append(each)
    if said:
        words = (
            ": ".join(each.words.rstrip(" .") for each in said)
            if len(said) == 2
            else ". ".join(each.words.rstrip(" .") for each in said)
        )
        yield said[-1].line, f"- {label}{words}{priority}"
    for each in node.below:
        if each.below:
            yield each.line, f"  - {capital(each.name)}:"
            yield from ((one.line, f"    - {one.words or _joined(one.below)}") for one in each.below)


def _joined(nodes: Iterable[Node]) -> str:
    return ", ".join(each.words for each in nodes if each.words)
