"""What a reader takes for a constraint, and which heading may say otherwise, each on one small invented document."""

import pytest

from tests.agents.kinds import Found, kinds
from tests.agents.stated import stated

STACKS: dict[str, tuple[str, Found]] = {
    "every short entry of a stack": (
        "# Bills\n## Tech Stack\n- Payments: Acme Pay\n- Maps: Acme Maps\n- Native camera and picker modules for scans and shared bills\n",
        [("constraint", 3), ("constraint", 4), ("constraint", 5)],
    ),
    "the version of a library puts nothing off": (
        "# Bills\n## Stack\n| Part | Choice |\n|---|---|\n| Scans | a Python library (v2.4) |\n| Looks | Tailwind CSS v4 |\n",
        [("constraint", 5), ("constraint", 6)],
    ),
    "services of others within a stack": (
        "# Bills\n## Architecture\n### Third-Party Services\n- Acme Cam for the video\n## Features\n- Print a bill\n",
        [("constraint", 4), ("functional", 6)],
    ),
    "a feature described among technical ones": (
        "# Bills\n## Implementation\n### Reading a scan\n- Show the read bill to its owner\n",
        [("functional", 4)],
    ),
    "what a sentence about the product says it is made of": (
        "# Bills\n## Overview\nBillie is a React Native / Expo app for shops.\n\n## Features\n- Print a bill\n",
        [("constraint", 3), ("functional", 6)],
    ),
    "where it is hosted, within a wish": (
        "# Bills\n## Vision\nBuild a calm page of bills deployed on GitHub Pages.\n\n## Features\n- Print a bill\n",
        [("constraint", 3), ("functional", 3), ("functional", 6)],
    ),
    "a stack item in other languages": (
        "# Facturas\n## Requisitos funcionales\n- Los datos se guardan en MySQL\n- El cliente puede imprimir facturas\n",
        [("constraint", 3), ("functional", 3), ("functional", 4)],
    ),
    "platforms under a heading of their own": (
        "# Bills\n## Platform & Environment\n- iOS 16 or later\n## Features\n- Print a bill\n",
        [("constraint", 3), ("functional", 5)],
    ),
    "asked for in passing": (
        "# Bills\nDeploy it on Vercel. Print bills from a page.\n",
        [("constraint", 2), ("functional", 2)],
    ),
    "an interface by its name behind a lead": (
        "# Bills\n## Features\n- Calendar: Use Acme Calendar API to plan a payment\n- Print bills\n",
        [("constraint", 3), ("functional", 3), ("functional", 4)],
    ),
    "parts by names nobody need know": (
        "# Bills\n## Features\n- Bills are printed using the Acme Ink API where there is ink\n- All sums will be implemented using the Acme IPP API\n- Requires the Acme Math Library\n- Rates are fetched from the Acme Bank (Acme) API\n- Keys come through environment variables\n",
        [
            ("functional", 3),
            ("constraint", 4),
            ("constraint", 5),
            ("constraint", 6),
            ("functional", 6),
            ("constraint", 7),
        ],
    ),
    "where it is run": (
        "# Bills\n**AWS Region:** `us-east-1`\n\n## Features\n- Print bills\n- Region: filter bills by region\n",
        [("constraint", 2), ("functional", 5), ("functional", 6)],
    ),
    "a stack item within a function": (
        "# Bills\n## Functional requirements\n- FR-1: Sessions are cached in Redis\n- FR-2: The page is a single-page application\n- FR-3: Export bills as CSV\n",
        [("constraint", 3), ("functional", 3), ("constraint", 4), ("functional", 4), ("functional", 5)],
    ),
}
LIMITS: dict[str, tuple[str, Found]] = {
    "every side of the limits": (
        "# Bills\n## Constraints\n### Timeline Constraints\n- Done before summer\n### Team\n- One developer\n### Integrations\n- The bank's feed\n## Timeline\n- Week 1: print\n",
        [("constraint", 4), ("constraint", 6), ("constraint", 8)],
    ),
    "limits that a table names beside risks": (
        "# Bills\n## Limits\n| Constraint / Risk | Impact |\n|---|---|\n| The free tier sleeps | Slow start |\n",
        [("constraint", 5)],
    ),
    "what it does without": (
        "# Bills\n## Notes\n### Core\n- No backend or database required\n- It prints bills\n",
        [("constraint", 4), ("functional", 5)],
    ),
    "what it must run on": (
        "# Bills\n## Notes\n- The service must run on a Raspberry Pi\n- It prints bills\n",
        [("constraint", 3), ("functional", 4)],
    ),
    "a platform and no other": (
        "# Bills\n## Features\n- Print bills, iOS-only\n- Print labels\n",
        [("constraint", 3), ("functional", 3), ("functional", 4)],
    ),
    "when it has to be done": (
        "# Bills\n## Rules\n- The MVP is built within 6 weeks\n- Bills are delivered within 3 days\n",
        [("constraint", 3), ("functional", 4)],
    ),
    "where data are kept, beside the quality": (
        "# Bills\n## Non-functional requirements\n- All data must be stored in the EU\n",
        [("constraint", 3), ("nonfunctional", 3)],
    ),
    "prose about limits, whatever its words": (
        "# Bills\n## Constraints\nThe clerks work half days in the old hall until the new one has been opened by the mayor.\n## Features\n- Print bills\n",
        [("constraint", 3), ("functional", 5)],
    ),
    "what may go wrong among assumptions": (
        "# Bills\n## Risks & assumptions\n- **Assumption:** Clerks pay in cash\n- **Risk:** Paper without lines\n- **Mitigation:** Strict checks before a bill is kept\n## Features\n- Print bills\n",
        [("constraint", 3), ("functional", 7)],
    ),
    "what it costs those who use it, and not what others cost": (
        "# Bills\n## Pricing\n- Free: ten bills\n- Pro: $9/month\n\n| Plan | Price |\n|---|---|\n| Hall | $19/month |\n## Competitors\n- Acme: $5/month\n## Features\n- Print bills\n",
        [("constraint", 4), ("constraint", 8), ("functional", 12)],
    ),
    "what there has to be to make it": (
        "# Bills\n## Development requirements\n- Node.js: 18\n- ESLint, Prettier\n## Browser requirements\n- Chrome 120 or later\n## Features\n- Print bills\n",
        [("constraint", 3), ("constraint", 4), ("constraint", 6), ("functional", 8)],
    ),
    "rules for those who make it": (
        "# Bills\n## Coding standards\n- PEP 8\n## Costs\n- Maximum 100 EUR for hosting\n## Notes\n- Don't touch the legacy importer\n- Print bills\n",
        [("constraint", 3), ("constraint", 5), ("constraint", 7), ("functional", 8)],
    ),
    "how those who make it work": (
        "# Bills\n## Development process\n- Reviews by one other person\n- Git Flow\n## Features\n- Print bills\n",
        [("constraint", 3), ("constraint", 4), ("functional", 6)],
    ),
    "a means by its name among functions in Chinese": (
        "# 账单\n## 功能需求\n- 使用 Foolib 库\n- 打印账单\n",
        [("constraint", 3), ("functional", 3), ("functional", 4)],
    ),
    "a licence by its name": (
        "# Bills\n## Notes\nThe code is released under the BSD-3-Clause.\n\n- Print bills\n",
        [("constraint", 3), ("functional", 5)],
    ),
}
IN_PASSING: dict[str, tuple[str, Found]] = {
    "a technology within a function, once": (
        "# Bills\n## Features\n- Print bills (Flutter, data in Postgres)\n- Totals end up in Postgres\n- Compare Python and Perl versions\n",
        [("constraint", 3), ("functional", 3), ("functional", 4), ("functional", 5)],
    ),
    "what there is already": (
        "# Bills\n## Features\n- Post bills with the office's own mail server\n- Uses the corporate design system\n- Clerks enter their own account\n## Notes\nThe existing Access database stays in place.\n",
        [
            *(("constraint", 3), ("functional", 3), ("constraint", 4), ("functional", 4), ("functional", 5)),
            ("constraint", 7),
        ],
    ),
    "how its parts talk, and where it runs": (
        "# Bills\n## Features\n- The API is REST with JSON\n- Must run behind the office proxy\n- All code in TypeScript\n- Print a bill\n",
        [("constraint", 3), ("constraint", 4), ("constraint", 5), ("functional", 5), ("functional", 6)],
    ),
    "what people hold in their hands": (
        "# Bills\n## Overview\nBillie is an audio-first iOS app for clerks. We have three months and two developers.\n## Features\n- Print a bill, 2 EUR per clerk and month\n",
        [("constraint", 3), ("constraint", 5), ("functional", 5)],
    ),
    "what has been decided, however long it is explained": (
        "# Bills\n## Implementation decisions\n- **Clock:** the desk is always right about the hour, because no printer in the hall has one of its own\n## Features\n- Print a bill\n",
        [("constraint", 3), ("functional", 5)],
    ),
    "what is to be done in a part of the work": (
        "# Bills\n## Printing implementation\n- Create a template for each paper\n- Laser printers\n",
        [("functional", 3), ("constraint", 4)],
    ),
    "money and days": (
        "# Bills\n## Budget & timeline\n- 4,000 EUR with paper\n## Timeline\n- Week 1: print\n- Deadline: 1 June\n## Features\n- Print a bill\n## Known limits\n- The hall has no light\n",
        [("constraint", 3), ("constraint", 6), ("functional", 8), ("constraint", 10)],
    ),
    "a version that must do something is no id": (
        "# Bills\n## Local only\nVersion 1 must not require an account.\n## Features\n- Print a bill\n",
        [("constraint", 3), ("functional", 5)],
    ),
    "a page about a profile is no list of people": (
        "# Bills\n## User profile page\n- Change the name on bills\n- Print a bill\n",
        [("functional", 3), ("functional", 4)],
    ),
    "goals of a short note in a language that ends with the deed": (
        "# 청구서\n## 목표\n- AI 기반 항목 추출\n- 청구서 인쇄\n",
        [("functional", 3), ("functional", 4)],
    ),
}
MEANS: dict[str, tuple[str, Found]] = {
    "a service that does the work": (
        "# Bills\n## Functional requirements\n- FR-1: Bills are emailed to the clerk via Resend\n- FR-2: Clerks see what has gone out via a page\n- FR-3: Pay through a bank (e.g. via Stripe)\n",
        [("constraint", 3), ("functional", 3), ("functional", 4), ("functional", 5)],
    ),
    "a way to talk or to log in": (
        "# Bills\n## Functional requirements\n- FR-1: Printers are reached via Bluetooth LE\n- FR-2: Login by Acme SSO\n- FR-3: OAuth authentication for clerks\n- FR-4: Bills say which SSO a clerk has\n",
        [
            *(("constraint", 3), ("functional", 3), ("constraint", 4), ("functional", 4)),
            *(("constraint", 5), ("functional", 5), ("functional", 6)),
        ],
    ),
    "what a lead is to be": (
        "# Bills\n## Functional requirements\n- FR-1: **Local store**: SQLite with a key\n- FR-2: **Import**: bills of a PostgreSQL of theirs\n",
        [("constraint", 3), ("functional", 3), ("functional", 4)],
    ),
    "with a quality": (
        "# Bills\n## Non-functional requirements\n- **Security**: clerks are known via Auth0 and nobody else is\n",
        [("constraint", 3), ("nonfunctional", 3)],
    ),
}
QUESTIONS: dict[str, tuple[str, Found]] = {
    "doubts in a list of functions": (
        "# Bills\n## Features\n- The export format is still under discussion\n- Labels — need to check with legal\n- Keep bills for ?? days\n- We have not agreed on the currency yet\n- Orders may be pending approval\n",
        [("question", 3), ("question", 4), ("question", 5), ("question", 6), ("functional", 7)],
    ),
    "headings of what is not settled": (
        "# Bills\n## Clarifications needed\n- Format of the file\n## Points to clarify\n- Owner of the domain\n## Things we still need to figure out\n- Refunds\n",
        [("question", 3), ("question", 5), ("question", 7)],
    ),
    "a decision a feature takes is none of ours": (
        "# Bills\n## Features\n- Helps people decide what to pay first\n- Decide about the printer\n",
        [("functional", 3), ("question", 4)],
    ),
    "an abbreviation ends no sentence": (
        "# Bills\n## Features\n- Max. 100 bills a day can be printed\n- Print labels\n",
        [("functional", 3), ("functional", 4)],
    ),
}
QUALITIES: dict[str, tuple[str, Found]] = {
    "qualities in plain prose": (
        "# Bills\nIt prints bills. It should feel snappy. It must never lose a bill. The code should be easy to change.\n",
        [("functional", 2), ("nonfunctional", 2)],
    ),
    "headings of running it": (
        "# Bills\n## Rate limits\n- 100 requests a minute\n## Operational requirements\n- Rollback within 5 minutes\n## Features\n- Print bills\n",
        [("nonfunctional", 3), ("nonfunctional", 5), ("functional", 7)],
    ),
}
HEADINGS: dict[str, tuple[str, Found]] = {
    "goals below goals and non-goals": (
        "# Bills\n## Goals and Non-Goals\n### V1 Goals\n- Print a bill\n### Non-Goals\n- Refunds\n",
        [("functional", 4), ("non_goal", 6)],
    ),
    "later things below questions and later things": (
        "# Bills\n## Open Questions & Future Work\n### Open Questions\n- Which printer?\n### Future Work\n- Labels\n",
        [("question", 4), ("deferred", 6)],
    ),
    "areas of questions": (
        "# Bills\n## Open Questions\n### Scope\n- Refunds or not?\n### Future\n- Labels?\n",
        [("question", 4), ("question", 6)],
    ),
    "features that are called like parts of a document": (
        "# Bills\n## Features\n### Team Management\n- Invite a clerk\n### Leaderboards and Challenges\n- Rank clerks\n### Change log\n- Print fixed\n",
        [("functional", 4), ("functional", 6)],
    ),
    "a heading that begins with verification": (
        "# Bills\n## Features\n### Verification and Trust\n- A scan is checked on the server\n",
        [("functional", 4)],
    ),
}
TABLES = {**STACKS, **LIMITS, **IN_PASSING, **MEANS, **QUESTIONS, **QUALITIES, **HEADINGS}


@pytest.mark.parametrize(("text", "expected"), TABLES.values(), ids=TABLES)
def test_what_stands_on_each_line(text: str, expected: Found) -> None:
    assert kinds(text) == expected


def test_a_row_of_limits_that_is_led_by_a_quality_is_one() -> None:
    text = "# Bills\n\n## Technical constraints\n\n| Constraint | Detail |\n|---|---|\n| Usability | Large bills |\n| Printer | Acme P2 |\n"
    assert [kind for kind, _ in stated(text)] == ["nonfunctional", "constraint"]


def test_standards_that_should_be_used_are_given() -> None:
    text = "# Bills\n\n## Requirements\n\n- Mills should leverage standard APIs as far as possible.\n"
    assert [kind for kind, _ in stated(text)] == ["constraint"]


def test_a_context_among_features_is_a_feature_like_any_other() -> None:
    text = "# Bills\n\n## Must have\n\n**Session context:**\n\n- View the bill before\n"
    assert stated(text) == [("functional", "View the bill before")]
