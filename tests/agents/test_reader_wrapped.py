"""Documents copied with a fence around all of them, and parts that say in sentences what others list."""

import pytest

from agents.builtin.reader.findings import Findings
from agents.builtin.reader.reading import read
from tests.agents.stated import stated

INSIDE = "# Loan desk\n\n## Features\n\n- Readers can borrow a book\n- Readers can bring it back\n"
BOTH = [("functional", "Readers can borrow a book"), ("functional", "Readers can bring it back")]


@pytest.mark.parametrize(
    "text",
    [
        f"```markdown\n{INSIDE}```\n",
        f"```\n{INSIDE}```",
        f"~~~md\n{INSIDE}~~~\n",
        f"Here is the PRD you asked for:\n\n```markdown\n{INSIDE}```\n\nLet me know what to change.\n",
        f"````markdown\n{INSIDE}\n```sh\nloans --list\n```\n````\n",
        f"```markdown\n{INSIDE}",
    ],
    ids=["markdown", "no language", "tildes", "words around it", "code within", "never closed"],
)
def test_a_document_in_a_fence_is_read(text: str) -> None:
    assert stated(text) == BOTH
    findings = read(text)
    assert isinstance(findings, Findings)
    assert findings.title == "Loan desk"
    line = findings.findings[0].lines[0]
    assert text.split("\n")[line - 1] == "- Readers can borrow a book"


@pytest.mark.parametrize(
    "text",
    [
        f"{INSIDE}\n```markdown\n# Loans of {{day}}\n\n- {{title}} by {{author}}\n```\n",
        f"```sh\nloans --list --all\n```\n\n{INSIDE}",
        f"```\n{'loans --list'}\n```\n\n{INSIDE}\n```\nloans --all\n```\n",
    ],
    ids=["a sample at the end", "code first", "code first and last"],
)
def test_code_and_samples_stay_code(text: str) -> None:
    assert stated(text) == BOTH


COMMANDS = (
    "# Shelf\n\n## Commands\n\n### `shelf add <isbn>`\nPut a book on the shelf.\n- `--room` puts it into a room\n"
    "- `--lent` marks it as lent\n\n### `shelf list`\nShow all books of a room.\n- `--json` prints JSON\n- `--sorted` sorts them\n"
    "- `--late` shows what is late\n\n### `shelf drop <isbn>`\nRemove a book. Deletes its notes, too.\n"
)


def test_a_command_is_told_by_its_sentence_and_its_options_by_the_list() -> None:
    words = [words for kind, words in stated(COMMANDS) if kind == "functional"]
    assert "Put a book on the shelf." in words
    assert "Show all books of a room." in words
    assert words[-2:] == ["Remove a book.", "Deletes its notes, too."]
    assert len(words) == 9


def test_a_part_without_a_list_says_in_sentences_what_others_list() -> None:
    text = (
        "# Shelf\n\n## Functional requirements\n\n### Search\n\n- Find a book by title\n- Find a book by author\n"
        "- Sort by year\n\n### Loans\n\n- Lend a book\n- Bring it back\n\n### Reminders\n\nA mail goes out three days before a loan ends.\n"
    )
    assert stated(text)[-1] == ("functional", "A mail goes out three days before a loan ends.")
