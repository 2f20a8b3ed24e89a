"""What the reader makes of whole sections as product people and their assistants write them, each on one small invented document."""

import pytest

from tests.agents.kinds import Found, kinds

LISTED = "## Features\n- Print a bill\n- Find a bill\n- File a bill\n- Send a bill\n- Open a bill\n"

SECTIONS: dict[str, tuple[str, Found]] = {
    "paragraphs with a label each are entries": (
        f"# Bills\n{LISTED}## Layout requirements\n\nList: table with one line per bill.\n\nHeader: logo of the shop. Name of the clerk on the right.\n\nConfetti: paper rain behind large sums.\n\n",
        [*(("functional", line) for line in (3, 4, 5, 6, 7, 10, 12, 14))],
    ),
    "two labelled paragraphs are none": (
        f"# Bills\n{LISTED}## Layout requirements\n\nPaper: square.\n\nInk: blue.\n\n",
        [*(("functional", line) for line in range(3, 8))],
    ),
    "a quality that a French word for rivals begins like": (
        "# Bills\n## Non-functional requirements\n**Concurrency:** Two clerks may print the same bill.\n\n**Speed:** A bill is there in 2 seconds.\n",
        [("nonfunctional", 3), ("nonfunctional", 5)],
    ),
    "a risk that the product shows": (
        "# Bills\n## Capabilities\n- Print a bill\n### Bill dates and payment risk\nClerks can see who pays late.\n### Technical risk\nThe printer is old and must be watched.\n",
        [("functional", 3), ("functional", 5)],
    ),
    "limits that people look after": (
        "# Bills\n## Flows\n### Track deadlines\n- Each bill shows the day it is due\n## Deadlines\n- End of May\n",
        [("functional", 4), ("constraint", 6)],
    ),
    "criteria of success with a hyphen": (
        "# Rechnungen\n## Funktionen\n- Rechnungen drucken\n## Erfolgs-Kriterien\n1. Klare Kennzeichnung offener Rechnungen\n",
        [("functional", 3), ("metric", 5)],
    ),
    "a story told at length": (
        "# Bills\n## Features\n- Print a bill\n## Narrative\nSam must print thirty bills a day. The bills should be right.\n",
        [("functional", 3)],
    ),
    "people in front of their stories": (
        f"# Bills\n{LISTED}## User stories\n**Personas:**\n\n- Clerk: prints bills every day and files them.\n\n**Sample stories:**\n\n- As a clerk, I want to print a bill, so I can send it.\n",
        [*(("functional", line) for line in range(3, 8)), ("story", 15)],
    ),
    "layers of a stack that are called like qualities": (
        "# Bills\n## Architecture\n### Core technology stack\n**Authentication & security:**\n\n- Hearth Identity for accounts\n\n**Words & letters:**\n\n- Quill for typesetting of bills\n## Features\n- Print a bill\n",
        [("constraint", 6), ("constraint", 10), ("functional", 12)],
    ),
    "what was decided to favour": (
        "# Bills\n## Features\n- Print a bill\n## Key product decisions\n- Prioritize quick printing over beautiful letters in the first year\n- Include a preview so that nobody prints twice\n",
        [("functional", 3), ("constraint", 5), ("functional", 6)],
    ),
    "how the document is kept": (
        "# Bills\n## Features\n- Print a bill\n## Requirements governance\n- Do not add formulas to this document\n- Update it only when the scope changes\n",
        [("functional", 3)],
    ),
    "an architecture among functions": (
        "# Bills\n## Functional requirements\n- **Printing architecture**\n  - Several steps:\n    - **Stage 1:** Letters of the customer file\n    - **Stage 2:** Paper chosen by weight\n- **Filing**\n  - Files each bill\n",
        [("functional", 5), ("functional", 6), ("functional", 8)],
    ),
    "features that are links": (
        "# Bills\n## Features\n- [New bill](bill.md)\n- [Bill of the month](bill.md)\n- [User stories](stories.md)\n- [Old bill](#old-bill)\n## References\n- [Printer](printer.md)\n",
        [("functional", 3), ("functional", 4)],
    ),
    "documents that tell more": (
        "# Bills\n**Companion documents:**\n\n- `docs/DESIGN.md` — pages and their states\n## Features\n- Print a bill\n\nAuthoritative details:\n\n- bill schema: SCHEMA.md\n- printing: [rules](docs/PRINTING.md)\n\n### Files\n\n- Summary of bills: SUMMARY.md\n- Plan of bills: PLAN.md\n",
        [("functional", 6), ("functional", 15), ("functional", 16)],
    ),
    "columns over dashes": (
        "# Bills\n## Features\n- Print a bill\n\n## Product metrics\n\n  Measure              Target\n  -------------------- ------------\n  Time to print        \\< 3 seconds\n  Bills without fault  98 %\n\n## Technology stack\n\n  Layer          Choice\n  -------------- ----------\n  Paper server   hearth\n  Storage        S3\n",
        [("functional", 3), ("metric", 9), ("metric", 10), ("constraint", 16), ("constraint", 17)],
    ),
    "columns in code and below a longer word": (
        "# Bills\n## Features\n\n```\n\nName  Sum\n----- ---\nAnna  12\n```\n\n- Print a bill\n\n  Name  Sum\n  ----- ----\n  Bartholomew 12\n",
        [("functional", 11)],
    ),
    "a sentence that announces mere values": (
        f"# Bills\n{LISTED}## Log\n\nThe printer logs all events:\n\n- Session end\n- Paper weight\n",
        [*(("functional", line) for line in range(3, 8)), ("functional", 10)],
    ),
    "figures that a dashboard shows": (
        "# Bills\n## Features\n- Print a bill\n## Analytics dashboard\nTrack operational metrics:\n- Bills printed\n## Success\nKey metrics:\n- Bills per hour\n",
        [("functional", 3), ("functional", 6), ("metric", 9)],
    ),
    "use cases with a heading each": (
        f"# Bills\n{LISTED}## Key use cases\n### Busy day\nClerk prints thirty bills for a seller.\n### Rain\nPaper gets wet.\n",
        [*(("functional", line) for line in range(3, 8)), ("story", 10)],
    ),
    "what was done when it is done, and gates": (
        "# Bills\n## Features\n- Print a bill\n## Definition of MVP done\nIt is done when a clerk can:\n1. Print thirty bills.\n## Release gates\n### Trust gate\n- sums reviewed by a person\n",
        [("functional", 3), ("acceptance", 6), ("acceptance", 9)],
    ),
    "decisions that must be resolved": (
        "# Bills\n## Features\n- Print a bill\n## Open decisions that must be resolved before printing\n1. Weight of the paper.\n## Resolved\n1. Colour of the ink.\n",
        [("functional", 3), ("question", 5)],
    ),
    "requirements of pages that sell": (
        "# Bills\n## Marketing, SEO and editorial requirements\n### Technical SEO\n- a site map\n## Marketing\n- posters at the market\n",
        [("functional", 4)],
    ),
    "what is banned": (
        "# Bills\n## Look\nBanned:\n\n- grids of cards on the first page\n\n## Features\n- Print a bill\n",
        [("non_goal", 5), ("functional", 8)],
    ),
    "fields of records": (
        "# Bills\n## Data contracts\n### Bill\nRequired fields:\n\n- id\n- sum and currency\n\nA bill must not change after it is printed.\n\n- Add a table for drafts\n## Features\n- Print a bill\n",
        [("functional", 9), ("functional", 11), ("functional", 13)],
    ),
    "one metric with a name": (
        "# Bills\n## Goals\n### Activation metric\n\n**First print rate:** share of clerks who find, print and file a bill\n\n## Features\n- Metric units\n",
        [("metric", 5), ("functional", 8)],
    ),
    "modules that are called like parts of a document": (
        "# Bills\n## Components\n### Risk register\n#### User stories\n- As a clerk, I want to see risks, so I can warn.\n#### Features\n##### Metrics cards\n- Number of risks\n##### Risk distribution\n- Pie of risks\n##### Create/edit risk form\n- Name of the risk\n#### Business rules\n1. Every risk has an owner\n## Risk register\n- The printer is old\n## Roadmap\n### Features\n- Print twice\n",
        [("story", 5), *(("functional", line) for line in (8, 10, 12, 14))],
    ),
    "what was said of solutions before it": (
        "# Bills\n## Problem statement\nCurrent solutions have limitations:\n\n| Method | Problems |\n|---|---|\n| Paper | Slow |\n\n## Features\n- Print a bill\n",
        [("functional", 10)],
    ),
    "words that only look like limits": (
        "# Bills\n## Features\n- A bill is saved to a personal library\n- Clerk enters: sum, deadline, name, last 4 digits of the card\n- `license_plate`: letters of the car\n",
        [("functional", 3), ("functional", 4), ("functional", 5)],
    ),
    "what users say and do not know": (
        '# Bills\n## Features\n- _Screen:_ Dry words. "Still here? Pay."\n- A button to say that they don\'t know what a bill is\n',
        [("functional", 3), ("functional", 4)],
    ),
    "what figures answer and why there are any": (
        '# Bills\n## Features\n- Print a bill\n## Shown\n### Today\n**User question answered:** "How many bills are there?"\n### Why these metrics matter\n- Today: where the clerk is\n',
        [("functional", 3)],
    ),
    "the day of the last change below questions": (
        "# Bills\n## Open questions\n- Which paper?\n\n---\n\n_Last updated: 2025-04-20_\n",
        [("question", 3)],
    ),
}


@pytest.mark.parametrize(("text", "expected"), SECTIONS.values(), ids=SECTIONS)
def test_what_stands_on_each_line_of_a_section(text: str, expected: Found) -> None:
    assert kinds(text) == expected
