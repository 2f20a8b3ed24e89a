"""Where the reader finds demands on the quality of a product, and what only looks like one: small invented documents."""

import pytest

from agents.builtin.reader import Findings, read
from tests.agents.kinds import Found, kinds

IDS: dict[str, tuple[str, Found]] = {
    "an id that only says demanded, below a quality": (
        (
            "# Bills\n## Non-functional requirements\n### Reliability requirements\n- **R1**: Half a print run is taken up again\n"
            "- R2: Errors are told in full sentences\n"
        ),
        [("nonfunctional", 4), ("nonfunctional", 5)],
    ),
    "such an id below a heading of qualities, with parts": (
        (
            "# Bills\n## UX and quality requirements\n**R3. Behaviour of the page**\n- **R3.1** Feedback:\n"
            "  - After a print the clerk shall see what was printed.\n"
        ),
        [("nonfunctional", 5)],
    ),
    "such an id below functions stays one": (
        "# Bills\n## Functional requirements\n- R1: Clerks print bills\n",
        [("functional", 3)],
    ),
    "a technical constraint, and no test case": (
        "# Bills\n## Constraints\n### Technical constraints\n- **TC1**: A printer is needed\n## Features\n- Print a bill\n### Test cases\n- TC1: Prints a bill\n",
        [("constraint", 4), ("functional", 6), ("acceptance", 8)],
    ),
    "a heading of functional requirements outweighs the name of a quality": (
        (
            "# Bills\n## Functional requirements\n### 1.1 Privacy\n| ID | Requirement |\n|---|---|\n| F-01 | A lock shows that names are hidden |\n"
            "### 1.2 Security\n- Clerks lock a bill\n"
        ),
        [("functional", 6), ("functional", 8)],
    ),
    "a heading of mere requirements does not": (
        "# Bills\n## Requirements\n### Privacy\n- A lock shows that names are hidden\n",
        [("nonfunctional", 4)],
    ),
}
HEADINGS: dict[str, tuple[str, Found]] = {
    "principles": (
        "# Bills\n## Product principles\n- Print first, ask later\n- Never guess a sum. A wrong bill costs more than a late one.\n",
        [("nonfunctional", 3), ("nonfunctional", 4)],
    ),
    "a principle that lets people do something": (
        "# Bills\n## Principles\n- Nothing is hidden: users can export all bills at any time\n- Calm before clever\n",
        [("functional", 3), ("nonfunctional", 4)],
    ),
    "principles among requirements": (
        "# Bills\n## Requirements for clerks\n### Design principles\n- UX1: Quiet colours\n",
        [("nonfunctional", 4)],
    ),
    "what done means, below a quality": (
        "# Bills\n## Features\n- Print a bill\n- Mail a bill\n- Show a bill\n## Quality expectations\n### Definition of done\n- Tests pass\n",
        [("functional", 3), ("functional", 4), ("functional", 5), ("acceptance", 8)],
    ),
    "principles of how it is built": (
        "# Bills\n## Architecture principles\n- Keep the sums apart from the printer\n- Make the printer replaceable\n- PostgreSQL for all bills\n",
        [("nonfunctional", 3), ("nonfunctional", 4), ("constraint", 5)],
    ),
    "goals and principles are goals": (
        "# Bills\n## Goals and principles\n- Bills go out on the first of the month\n",
        [],
    ),
    "principles in other languages": (
        "# Bills\n## 产品原则\n1. **先可信，再聪明**：来源必须能解释。\n",
        [("nonfunctional", 3)],
    ),
    "what is free, and no uptime": (
        "# Rooms\n## Room availability\n- Clerks see all free rooms\n## Availability check\n- Looks up every room of a house\n",
        [("functional", 3), ("functional", 5)],
    ),
    "a page about a quality": (
        (
            "# Rooms\n## Privacy policy page\n- Tells guests what is kept\n## Performance reports\n- List the sales of a month\n"
            "## Monitoring dashboard\n- Draws the rooms in use\n"
        ),
        [("functional", 3), ("functional", 5), ("functional", 7)],
    ),
    "an epic about a quality": (
        "# Rooms\n## Epics\n### Epic 1: Booking\n- Book a room\n### Epic 2: Security & compliance\n- Doors are locked at night\n",
        [("functional", 4), ("nonfunctional", 6)],
    ),
    "the quality itself": (
        (
            "# Rooms\n## Availability\n- Guests can always get in\n## Performance budget\n- The page weighs 90 KB\n"
            "## Safety\n- Doors open when the power is out\n"
        ),
        [("nonfunctional", 3), ("nonfunctional", 5), ("nonfunctional", 7)],
    ),
    "expectations of quality": (
        "# Rooms\n## Tests and quality expectations\n- Keep functions small\n## Code quality\n- No file beyond 300 lines\n",
        [("nonfunctional", 3), ("nonfunctional", 5)],
    ),
}
FIGURES: dict[str, tuple[str, Found]] = {
    "what is given out to be watched": (
        "# Bills\n## Observability specification\n### Metrics\n- `bills_printed_total`\n## Metrics\n- Bills a day\n",
        [("nonfunctional", 4), ("metric", 6)],
    ),
    "a figure that is demanded already": (
        "# Bills\n## Success metrics\n- Pages load in under 2 s\n- 90 % of bills are paid\n## Non-functional requirements\n- A page loads in under 2 s\n",
        [("metric", 4), ("nonfunctional", 6)],
    ),
    "a share that is aimed at": (
        "# Bills\n## Goals\n- Achieve a payment rate of 80% within 3 months of launch\n- Pages load within 2 s\n",
        [("metric", 3), ("nonfunctional", 4)],
    ),
    "another figure": (
        "# Bills\n## Success metrics\n- Pages load in under 1 s\n## Non-functional requirements\n- A page loads in under 2 s\n",
        [("metric", 3), ("nonfunctional", 5)],
    ),
}
SAID: dict[str, tuple[str, Found]] = {
    "data that must be kept from others": (
        "# Bills\n## Business rules\n- Applicant data is sensitive\n- Clerks see a bill\n",
        [("nonfunctional", 3), ("functional", 4)],
    ),
    "how it has to look": (
        "# Bills\n## Screens\n- Buttons should be compact and quiet\n- The bill fills the screen\n",
        [("nonfunctional", 3), ("functional", 4)],
    ),
    "what stays here, in another language": (
        "# 账单\n## 功能\n- 打印账单\n- 账单只保存在本机\n- 日志不记录密码\n",
        [("functional", 3), ("nonfunctional", 4), ("nonfunctional", 5)],
    ),
    "nothing breaks": (
        "# Bills\n## Requirements\n- The new paper must not introduce breaking changes\n- Print a bill\n",
        [("nonfunctional", 3), ("functional", 4)],
    ),
    "several sentences in a row of qualities": (
        "# Bills\n## Non-functional requirements\n| ID | What |\n|---|---|\n| NFR-1 | The core is tested without a printer. All tests end within 60 s. |\n",
        [("nonfunctional", 5)],
    ),
    "the name of a quality, and what is shown or done": (
        "# Bills\n## Features\n- Real-time performance visualization\n- Basic PII pattern warning\n- Free plan with a paywall UX\n- Sales performance by clerk\n",
        [("functional", 3), ("functional", 4), ("functional", 5), ("functional", 6)],
    ),
    "a quality among other things that are listed": (
        "# Bills\n## Screens\n- Settings: language, reminders, backups, privacy, feedback\n- Works on phones, tablets, laptops, screens at the wall\n",
        [("functional", 3), ("nonfunctional", 4)],
    ),
    "how fast, and by when": (
        "# Bills\n## Features\n- Bills print within 2 seconds\n- Reminders start within 24 hours of a due date\n",
        [("nonfunctional", 3), ("functional", 4)],
    ),
    "what nobody gets to see": (
        (
            "# Bills\n## Features\n- Print\n- The page never holds an API key\n- The printer can be replaced at any time\n- A reminder can be changed at any time\n"
            "- Clear visual hierarchy emphasizing the sum\n## Sensitive data\n- Names are kept for a year\n"
        ),
        [
            ("functional", 3),
            ("nonfunctional", 4),
            ("nonfunctional", 5),
            ("functional", 6),
            ("nonfunctional", 7),
            ("nonfunctional", 9),
        ],
    ),
    "an id of many parts": (
        "# Bills\n## Functional requirements\n- **FR-BILL-OUT-1 — Idempotency.** A bill is printed once.\n",
        [("functional", 3)],
    ),
}
TABLES = {name: case for table in (IDS, HEADINGS, FIGURES, SAID) for name, case in table.items()}


@pytest.mark.parametrize(("text", "expected"), TABLES.values(), ids=TABLES)
def test_what_stands_on_each_line(text: str, expected: Found) -> None:
    assert kinds(text) == expected


def test_each_sentence_of_a_row_of_qualities_is_a_demand() -> None:
    table = "| ID | What |\n|---|---|\n| NFR-1 | Tested without a printer. All tests end within 60 s. |\n"
    found = read(f"# Bills\n## Non-functional requirements\n{table}")

    assert isinstance(found, Findings)
    assert [each.text for each in found.findings] == [
        "Tested without a printer.",
        "All tests end within 60 s.",
    ]


def test_names_of_qualities_are_demands_each() -> None:
    found = read(
        "# Bills\n## Security and compliance\nGDPR support. RBAC.\n"
        "## Non-functional requirements\nPerformance, scalability, reliability.\n"
    )

    assert isinstance(found, Findings)
    assert [each.text for each in found.findings] == [
        "GDPR support.",
        "RBAC.",
        "Performance",
        "scalability",
        "reliability",
    ]


def test_a_statement_that_binds_twice_is_two_demands() -> None:
    found = read(
        "# Bills\n## Security\n- **Keys**: Keys shall be kept apart; the code shall not hold secrets.\n"
        "- **Errors**: Bills shall be kept, and shall not be lost\n- **Doors**: Locked at night; opened at dawn.\n"
    )

    assert isinstance(found, Findings)
    assert [each.text for each in found.findings] == [
        "Keys: Keys shall be kept apart",
        "The code shall not hold secrets.",
        "Errors: Bills shall be kept",
        "Shall not be lost",
        "Doors: Locked at night; opened at dawn.",
    ]
