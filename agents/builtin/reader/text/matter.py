"""What documents say of themselves and not of the product: whose they are, since when, and where more is to be found."""

import re

from agents.builtin.reader.text.blocks import INLINE, Block
from agents.builtin.reader.text.inline import plain, split_lead
from agents.builtin.reader.text.topics import announced
from agents.builtin.reader.words import nature

# Right below the title such an entry or row says something of the document: `* **Owners:**`, `Start Date: 2020-06-08`.
KEYS = re.compile(
    r"(?:authors?|owners|contributors|shepherds?|champions?|sponsors?|maintainers|reviewers|approvers)(?:\(s\))?"
    r"|(?:implementation|document|proposal|rfc|current) status"
    r"|(?:start|creation|created|updated?|submission|review) (?:date|at|on)|updated|created|target (?:major )?version"
    r"|(?:(?:related|reference|tracking|other|linked|rust) )(?:issues?|prs?|docs?|links?|tickets?)(?: (?:and|or|&) (?:issues?|prs?|docs?|links?))?"
    r"|(?:implementation|rfc|proposal) prs?|supersedes|superseded by|replaces|feature name"
    r"|projektbezeichnung|projektname|projektleit(?:er|erin|ung)|erstellt (?:am|von)|(?:letzte )?änderung|geändert am|aktuelle version|verfasser|verantwortlich|auftraggeber|auftragnehmer"
    r"|auteurs?|rédacteurs?|date de (?:création|mise à jour)|dernière mise à jour|autor(?:es)?|fecha de creación|última actualización|data de criação"
    r"|作者|编写人|负责人|创建(?:日期|时间)|更新(?:日期|时间)|文档版本|作成者|対象ファイル|発注者|受注者|作成日|最終更新日?|更新日|작성자|작성일|최종 ?수정일?|문서 ?버전",
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


# An address, or a link to one with at most a name in front: `https://example.org`, `**Mockup:** [Sketch](https://…)`.
ADDRESS = re.compile(
    r"\s*(?:(?:\*\*|__)?[^\[\]()<>*_:：]{2,40}(?:\*\*|__)?[:：](?:\*\*|__)?\s*|\([^()]{1,40}\)\s*)?"
    r"(?:<?https?://[^\s<>]+>?|\[[^\[\]]{1,200}\]\(https?://[^()\s]+\))\W*$"
)


def navigation(block: Block) -> bool:
    """Whether the block only points elsewhere or says whose the document is: a table of contents, a list of references, the ids a story covers."""
    raw = block.raw
    if ADDRESS.match(raw) or is_matter(block):
        return True
    above = block.above[-1] if block.above else None
    if (
        above
        and above.mark == INLINE
        and above.first == block.first
        and nature.IDLE.match(f"{above.text.rstrip(' :：')}: {block.text}")
    ):
        return True
    alone = raw.startswith(("[", "![")) and raw.endswith(")") and raw.count("](") == 1
    return alone and not _is_linked_feature(block)


# Below `Features` an entry that is a link names one of them, which another document tells at length.
LINKED = re.compile(r"\[[^\]]{3,80}\]\((?!#|https?:)[^)\s]+\)$")
# `[User stories](stories.md)` leads to a part of the document.
LISTS_FEATURES = re.compile(r"\b(?:features|functions|capabilities|functionality)\W*$", re.IGNORECASE)


def _is_linked_feature(block: Block) -> bool:
    if block.shape != "item" or not (block.above and LISTS_FEATURES.search(block.above[-1].text)):
        return False
    return LINKED.match(block.raw) is not None and announced(block.text) is None


# What the first lines of a text may say of the text: `Project: Bill printer`.
HEAD = re.compile(
    r"(?:project|product|title|team|titre|titel|título|titolo|projet|projekt|proyecto|progetto)\s*[:：]\s*\S+(?: \S+){0,9}$",
    re.IGNORECASE,
)
FIRST_LINES = 4


def heads(words: str, lines: tuple[int, ...]) -> bool:
    """Whether a sentence is one of the first lines of a text, which say what the text is about and whose it is."""
    return lines[0] <= FIRST_LINES and HEAD.match(words) is not None
