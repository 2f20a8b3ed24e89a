"""What documents say of themselves in their first lines: whose they are, since when, and how far they have come."""

import re

from agents.builtin.reader.text.blocks import Block
from agents.builtin.reader.text.inline import plain, split_lead

# Right below the title such an entry or row says something of the document: `* **Owners:**`, `Start Date: 2020-06-08`.
KEYS = re.compile(
    r"(?:authors?|owners|contributors|shepherds?|champions?|sponsors?|maintainers|reviewers|approvers)(?:\(s\))?"
    r"|(?:implementation|document|proposal|rfc|current) status"
    r"|(?:start|creation|created|updated?|submission|review) (?:date|at|on)|updated|created|target (?:major )?version"
    r"|(?:(?:related|reference|tracking|other|linked|rust) )(?:issues?|prs?|docs?|links?|tickets?)(?: (?:and|or|&) (?:issues?|prs?|docs?|links?))?"
    r"|(?:implementation|rfc|proposal) prs?|supersedes|superseded by|replaces|feature name"
    r"|projektbezeichnung|projektname|projektleit(?:er|erin|ung)|erstellt (?:am|von)|(?:letzte )?änderung|geändert am|aktuelle version|verfasser|verantwortlich"
    r"|auteurs?|rédacteurs?|date de (?:création|mise à jour)|dernière mise à jour|autor(?:es)?|fecha de creación|última actualización|data de criação"
    r"|作者|编写人|负责人|创建(?:日期|时间)|更新(?:日期|时间)|文档版本|作成者|作成日|最終更新日?|更新日|작성자|작성일|최종 ?수정일?|문서 ?버전",
    re.IGNORECASE,
)
MOST_ABOVE = 8


def is_matter(block: Block) -> bool:
    """Whether an entry or a row stands under no heading but the title and says something of the document itself."""
    if len(block.above) > 1:
        return False
    if block.shape == "row":
        return bool(block.cells and KEYS.fullmatch(plain(block.cells[0]).strip(" :：")))
    above: Block | None = block if block.shape == "item" else None
    for _ in range(MOST_ABOVE):
        if above is None:
            return False
        if KEYS.fullmatch((split_lead(above.raw)[0] or above.text).strip(" :：")):
            return True
        above = above.parent
    return False


def front_matter(text: str) -> dict[str, str]:
    """The simple `key: value` lines between the first two `---` lines, if the document opens with them."""
    lines = text.split("\n")
    end = front_matter_end(lines)
    pairs = (
        line.partition(":") for line in lines[1:end] if ":" in line and not line.startswith((" ", "-", "\t"))
    )
    return {key.strip().casefold(): value.strip().strip("'\"") for key, _, value in pairs}


def front_matter_end(lines: list[str]) -> int:
    """The index of the line that ends the opening block, 0 when there is none."""
    if lines[0].strip() != "---":
        return 0
    for index, line in enumerate(lines[1:60], start=1):
        if line.strip() in {"---", "..."}:
            return index
    return 0
