"""Where the reader finds what is given, and which demands stand among it: small invented documents."""

import pytest

from agents.builtin.reader import Findings, read
from tests.agents.kinds import Found, kinds

AMONG_TECHNOLOGY: dict[str, tuple[str, Found]] = {
    "a quality among technical requirements": (
        "# Bills\n## Technical requirements\n- Modular design\n- Responsive on all screen sizes\n- Backups on Amazon S3\n- Windows and Linux\n",
        [("nonfunctional", 3), ("nonfunctional", 4), ("constraint", 5), ("constraint", 6)],
    ),
    "in another language": (
        "# Bills\n## 기술 요구사항\n- **데이터베이스**: MySQL\n- **성능 목표**: 2초 이내 응답\n",
        [("constraint", 3), ("nonfunctional", 4)],
    ),
    "privacy among what it is made with": (
        "# Bills\n## Technical notes\n### Implementation\n- Anonymous usage figures only (no PII)\n- Go\n",
        [("nonfunctional", 4), ("constraint", 5)],
    ),
    "a quality among constraints": (
        "# Bills\n## Constraints\n- Reading a bill MUST be resilient\n- Reading MUST use Printer.Wait — no crash of the printer\n- Never crash on a bad page\n- Printing uses one thread\n- Files MUST be read with Go\n",
        [("nonfunctional", 3), ("constraint", 4), ("nonfunctional", 5), ("constraint", 6), ("constraint", 7)],
    ),
    "errors, and what they must not do": (
        "# Bills\n## Error handling & resilience\n- A failed print shall be told to the clerk\n## Error handling\n- A failed print is told to the clerk\n",
        [("nonfunctional", 3), ("functional", 5)],
    ),
    "how it is tested": (
        "# Bills\n## Requirements\n- TDD: tests written before the code\n- At least 80% line coverage\n- Test frameworks: `assay`, `probe`\n- Use larger-than-default fonts\n",
        [("constraint", 3), ("nonfunctional", 4), ("constraint", 5), ("functional", 6)],
    ),
    "an engine that is a part, and one that is chosen": (
        "# Bills\n## Features\n- Sums are made using a single sum engine\n- Sums are made using the Abacus engine\n",
        [("functional", 3), ("constraint", 4)],
    ),
    "what is made with it": (
        "# Bills\n## Features\n- A Streamlit dashboard of all bills\n- Initialise the Hono server\n- No ffmpeg dependency\n- Lists the Flask courses of a school\n",
        [
            ("constraint", 3),
            ("functional", 3),
            ("constraint", 4),
            ("functional", 4),
            ("constraint", 5),
            ("functional", 6),
        ],
    ),
    "a quality that is named in front": (
        "# Bills\n## Technical assumptions\n- **Security**: Checked input, locked doors\n- **Security**: Locks of Keycloak\n",
        [("nonfunctional", 3), ("constraint", 4)],
    ),
    "how the work goes on": (
        "# Bills\n## CI/CD\n- **Release:** A tag starts the build\n- **Notes:** Short and kind\n",
        [("constraint", 3), ("constraint", 4)],
    ),
    "what it is tested with": (
        "# Bills\n## Testing\n- Sums are tested\n- All tests use xUnit\n",
        [("nonfunctional", 3), ("constraint", 4)],
    ),
    "a named part of how it is made": (
        "# Bills\n## Functional requirements\n- FR-1: Pages MUST use Hearth buttons\n- FR-2: Clerks must use a card\n",
        [("constraint", 3), ("functional", 3), ("functional", 4)],
    ),
    "how it looks, and what it is styled with": (
        "# Bills\n## Features\n### Notice\n- **Styling**: Noticeable but quiet\n- **Styling**: Tailwind CSS\n",
        [("functional", 4), ("constraint", 5)],
    ),
    "what is asked of data": (
        "# Bills\n## Technical requirements\n### Data requirements\n- Daily backup and recovery\n- UTF-8 for all bills\n",
        [("nonfunctional", 4), ("constraint", 5)],
    ),
    "where it runs": (
        "# Bills\n## Target platform\n- **First version:** Windows x64, .NET 10\n",
        [("constraint", 3)],
    ),
    "a quality and one more word": (
        "# Bills\n## Screens\n### Accessibility and inclusion\n- Buttons have names\n### Security desk\n- Lists all doors\n",
        [("nonfunctional", 4), ("functional", 6)],
    ),
    "documents that are asked for": (
        "# Bills\n## Requirements\n### Documentation requirements\n- Complete reference of all commands\n",
        [("functional", 4)],
    ),
}
CHOICES: dict[str, tuple[str, Found]] = {
    "what it has to do without": (
        (
            "# Bills\n## Features\n- It must not require a login\n- The printer must not require a nod of the clerk\n- It must not use Redis\n"
            "- A clerk shall not add an old bill\n"
        ),
        [("constraint", 3), ("functional", 4), ("constraint", 5), ("functional", 6)],
    ),
    "what it runs on, in a quoted head": (
        "# Bills\n> 更新日期：2026-08-22\n> 适用平台：iPhone，iOS 17+\n\n## Features\n- Print a bill\n",
        [("constraint", 3), ("functional", 6)],
    ),
    "what is chosen by default": (
        "# Bills\n## Default provider\n- **Voice:** one prebuilt voice\n- Text: Gemini Flash\n",
        [("constraint", 3), ("constraint", 4)],
    ),
    "what depends on something, and what the product depends on": (
        "# Bills\n## Dependency requirements\n- A bill is printed after the one before\n## Dependencies\n- A printer\n",
        [("functional", 3), ("constraint", 5)],
    ),
    "what is left out, and where it runs instead": (
        "# Bills\n## Features\n- Print\n## Non-goals\n- A native app, web-only for now\n- An app for watches\n- A desktop app; it will be a web application only\n",
        [
            ("functional", 3),
            ("constraint", 5),
            ("non_goal", 5),
            ("non_goal", 6),
            ("constraint", 7),
            ("non_goal", 7),
        ],
    ),
    "a goal and what it is made with": (
        "# Bills\n## Objectives\n- Spread the printing using Node.js workers\n- Replace the monolithic printer\n## Features\n- Print\n- Mail\n- Show\n",
        [
            ("constraint", 3),
            ("functional", 4),
            ("functional", 6),
            ("functional", 7),
            ("functional", 8),
        ],
    ),
    "more of a kind": (
        "# 账单\n## 功能\n- 更多平台：以后再看\n- 平台：iPhone\n",
        [("functional", 3), ("constraint", 4)],
    ),
}
TABLES = {name: case for table in (AMONG_TECHNOLOGY, CHOICES) for name, case in table.items()}


@pytest.mark.parametrize(("text", "expected"), TABLES.values(), ids=TABLES)
def test_what_stands_on_each_line(text: str, expected: Found) -> None:
    assert kinds(text) == expected


def test_each_thing_that_is_given_is_a_constraint() -> None:
    found = read("# Bills\n## Constraints\n- The host is the box below. Bills live in PostgreSQL.\n")

    assert isinstance(found, Findings)
    assert [each.text for each in found.findings] == [
        "The host is the box below.",
        "Bills live in PostgreSQL.",
    ]
