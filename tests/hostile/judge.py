"""What may stand in anything the App says, whatever a model answered: each rule is one that GitHub or a bot would act on."""

import re
from collections.abc import Collection

from markdown_it import MarkdownIt
from markdown_it.token import Token

from handlers import markers
from handlers.blocks import read_artifacts, read_ledger
from policies.characters import is_hidden

WEB = "https://github.com/acme/shop"
# The people of the ledger; nobody else may be called.
PEOPLE = frozenset({"mona", "raj"})
# Issues and pull requests of the run that the App itself may name.
NUMBERS = frozenset({"12", "32", "33", "34", "35", "36", "41"})
LONGEST = 65_000

_PARSER = MarkdownIt("commonmark", {"linkify": False}).enable(["table", "strikethrough"])
_OUR_HTML = re.compile(
    r"<details><summary>[^<>]*</summary>\s*|</details>\s*|</?sub>|<!-- signalbox:v1 [a-zA-Z0-9_=. -]+ -->\s*|<!-- sb:q[0-9]+=[a-z] -->"
)
_MENTION = re.compile(r"(?<![A-Za-z0-9_`/])@([A-Za-z0-9][A-Za-z0-9-]*(?:/[A-Za-z0-9._-]+)?)")
_NUMBER = re.compile(r"(?:[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+)?(?<![&A-Za-z0-9])#([0-9]+)|\b[Gg][Hh]-([0-9]+)")
_ADDRESS = re.compile(
    r"(?:https?|ftp)://|\bwww\.[a-z]|mailto:|[A-Za-z0-9.+_-]+@[A-Za-z0-9-]+\.[a-z]", re.IGNORECASE
)
_CLOSES = re.compile(
    r"\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?\s+(?:[\w.-]+/[\w.-]+)?(?:#|https?://|GH-)[0-9\w]",
    re.IGNORECASE,
)
_BOTS = (
    r"(?:/(?!signalbox )|!|@(?!(?:mona|raj)\b)[A-Za-z0-9]|(?:bors|homu|atlantis|digger|azp|recheck|retest|lgtm|"
    r"run tests?|ok to test|test this|signalbox)\b)"
)
_OBEYED = re.compile(rf"^[ \t]*{_BOTS}", re.IGNORECASE | re.MULTILINE)
_OBEYED_IN_CODE = re.compile(rf"^{_BOTS}", re.IGNORECASE | re.MULTILINE)
_OURS = re.compile(r"/signalbox (?:[a-zA-Z0-9 ,.…<>'-]+|refine PS-\d+ drop file [a-zA-Z0-9 ._/-]+)")
# Every line of a diagram of ours: its first, a box with quoted words, or an arrow; and nothing else.
_DIAGRAM = re.compile(
    r"flowchart LR|  [a-z0-9_]+[\[({>]+\"[^\"<>`#]*\"[\])}]+|  [a-z0-9_]+ (?:-->|-\.->)(?:\|\"[^\"<>`#|]*\"\|)? [a-z0-9_]+"
)


def comment(said: str, *, closes: str = "", digests: Collection[str] = ()) -> None:
    """A comment, an issue body or a pull request's body; `digests` are those that a command of ours may name."""
    assert len(said) <= LONGEST
    hidden = {char for char in set(said) - {"\n", "\t"} if is_hidden(char)}
    assert not hidden, hidden
    shown, code = _looked_at(said)
    for text in shown:
        _text(text, closes=closes)
    for block in code:
        _code(block, digests)
    # What reads the lines as they are: other bots, and GitHub in an e-mail.
    outside = re.sub(r"^(`{3,})[^\n]*\n.*?^\1`*$", "", said, flags=re.MULTILINE | re.DOTALL)
    assert not _OBEYED.search(outside), _OBEYED.search(outside)
    assert not re.search(r"^- \[[xX]\] <!-- sb:", outside, re.MULTILINE)
    assert read_ledger(said) == ()
    assert not read_artifacts([said])
    assert markers.read("\n" + said) is None


def title(said: str, *, longest: int = 250) -> None:
    """A title: one line, nothing that GitHub reads as a call or a reference."""
    assert 0 < len(said) <= longest
    assert "\n" not in said
    assert said.isprintable() or all(char == "\u200b" or char.isprintable() for char in said)
    assert not set(_MENTION.findall(said))
    assert not _CLOSES.search(said)
    assert not _NUMBER.search(said)
    assert not _ADDRESS.search(said)


def message(said: str) -> None:
    """A commit message: a subject, a reason and trailers, which are ours alone."""
    subject, why, trailers = said.removesuffix("\n").split("\n\n")
    assert len(subject) <= 72
    assert len(why) <= 300
    assert "\n" not in subject
    assert "\n" not in why
    keys = [line.partition(": ")[0] for line in trailers.split("\n")]
    assert keys == ["Signalbox-Run", "Signalbox-Approved", "Approved-by", "Co-authored-by"]
    words = f"{subject}\n{why}"
    assert not re.search(
        r"\[[^\]]*\b(?:ci|skip|actions)\b[^\]]*\]|\*\*\*NO_CI\*\*\*|^skip-checks:", words, re.IGNORECASE
    )
    assert not _CLOSES.search(words)
    assert not re.search(r"@\w|#\d|\bgh-\d|https?://", words, re.IGNORECASE)
    assert not [char for char in set(said) - {"\n"} if is_hidden(char)]
    assert not _OBEYED.search(words)


def file(said: str) -> None:
    """A Markdown file of the plan: nobody is called by a file, but it shows no picture, no HTML and no link either."""
    assert not [char for char in set(said) - {"\n", "\u2060"} if is_hidden(char)]
    for block in _PARSER.parse(said):
        for token in (block, *(block.children or ())):
            ours = token.content in {"<sub>", "</sub>"}
            assert ours or token.type not in {"image", "link_open", "html_block", "html_inline"}, token


def _looked_at(said: str) -> tuple[list[str], list[Token]]:
    """The texts people read as prose, and the blocks of code; everything else must be ours."""
    texts: list[str] = []
    code: list[Token] = []
    for block in _PARSER.parse(said):
        for token in (block, *(block.children or ())):
            match token.type:
                case "image":
                    raise AssertionError(f"an image: {token}")
                case "html_block" | "html_inline":
                    left = _OUR_HTML.sub("", token.content).strip()
                    assert not left or (token.type == "html_block" and "<" not in left), token.content
                    texts += re.findall(r"<summary>([^<>]*)</summary>", token.content)
                case "link_open":
                    address = str(token.attrs.get("href"))
                    assert address == WEB or address.startswith(f"{WEB}/"), address
                case "fence" | "code_block":
                    code.append(token)
                case _:
                    pass
        if block.type == "inline":
            # A zero-width sign stands wherever code or a line break was, so that nothing runs together.
            texts.append(
                "".join(
                    child.content if child.type == "text" else "\n" if child.type == "softbreak" else "\u200b"
                    for child in block.children or ()
                )
            )
    return texts, code


def _text(text: str, *, closes: str) -> None:
    assert set(_MENTION.findall(text)) <= PEOPLE, text
    numbers = {one or other for one, other in _NUMBER.findall(text)}
    assert numbers <= NUMBERS, text
    assert not _ADDRESS.search(text), text
    found = _CLOSES.search(text)
    assert found is None or (text == closes and bool(closes)), text


def _code(token: Token, digests: Collection[str]) -> None:
    if token.info == "mermaid":
        for line in token.content.splitlines():
            assert _DIAGRAM.fullmatch(line), line
        return
    for line in token.content.splitlines():
        if line.startswith("/signalbox"):
            assert token.info == "text", token.content
            assert _OURS.fullmatch(line), line
            approved = re.fullmatch(r"/signalbox approve .*?([0-9a-f]{12})", line)
            assert not line.startswith("/signalbox approve") or (approved and approved[1] in digests), line
        else:
            assert not _OBEYED_IN_CODE.match(line), line
