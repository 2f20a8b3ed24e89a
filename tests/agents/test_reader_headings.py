"""What the reader makes of whole sections by their headings, each on one small invented document."""

import pytest

from tests.agents.kinds import Found, kinds

HEADINGS: dict[str, tuple[str, Found]] = {
    "features and system requirements in one heading": (
        "# Bills\n## 3. Core features & system requirements\n### 3.1 Printing\n- Clerks print bills by name\n## System requirements\n- A printer\n",
        [("functional", 4), ("constraint", 6)],
    ),
    "what the project is called": (
        "# Bills\n**Project Name:** Sorting & Printing Platform\n\n## Features\n- Print a bill\n",
        [("functional", 5)],
    ),
    "a list of constraints that a sentence announces": (
        "# Bills\n## Notes for whoever codes\nAdhere to the following constraints:\n1. **Stateless backend:** Keep nothing in memory.\n## Features\n- Show the following restrictions of a bill\n",
        [("constraint", 4), ("functional", 6)],
    ),
    "rules for those who write the code": (
        "# Bills\n## AI coding guidelines\n- Write small functions\n## Instructions for agents\n- Run the tests first\n## Features\n### Agent instructions\n- Clerks write down what the agent says\n",
        [("constraint", 3), ("constraint", 5), ("functional", 8)],
    ),
    "a feature that keeps people from harm": (
        "# Bills\n## MVP capabilities\n1. Bill guardrails\n   - block a second print of one bill\n## Project guardrails\n- Two people\n",
        [("functional", 4), ("constraint", 6)],
    ),
    "how it is to be built": (
        "# Bills\n## Architecture principles\n- Keep the rules apart from the printer.\n## Proposed technical strategy\n- Runtime: Node.js\n\nReasoning:\n- Printers are slow to answer.\n## Features\n- Print a bill\n",
        [("nonfunctional", 3), ("constraint", 5), ("functional", 10)],
    ),
    "how it is tested": (
        "# Bills\n## TDD\n- Write the test first.\n### Test layers\n1. Unit tests\n   - rules of rounding\n## Features\n- Print a bill\n",
        [("nonfunctional", 3), ("nonfunctional", 6), ("functional", 8)],
    ),
    "how far the work has come": (
        "# Bills\n## Stage status notes\n- Stages 0 to 3 are complete.\n## Proposed repo layout\nFolders may change, but bills should remain easy to find.\n## Features\n### Status of a bill\n- Show whether it is paid\n",
        [("functional", 8)],
    ),
    "what the product is about, named like a quality": (
        "# Availability monitor\n## Features\n- Watch rooms\n## Availability evaluation\n- check each page of a room\n## Availability\n- 99 % in a month\n",
        [("functional", 3), ("functional", 5), ("nonfunctional", 7)],
    ),
    "things that are made, named like a quality": (
        "# Bills\n## Features\n- Print a bill\n## Security cameras\n- Show the yard\n## Performance dashboard\n- Show the bills of a day\n## Security & privacy\n- Nobody else reads a bill\n",
        [("functional", 3), ("functional", 5), ("functional", 7), ("nonfunctional", 9)],
    ),
    "criteria that are about examples": (
        "# Bills\n## Success criteria\n- Example bills can be copied and changed.\n- Example: a bill\n## Features\n- Print a bill\n",
        [("metric", 3), ("functional", 6)],
    ),
    "use cases that have a sentence for a name": (
        "# Bills\n## Use cases\n1. **Clerk looks before printing.** Whoever wants to print runs `look` first.\n2. **Clearing up.** When a day ends, the clerk puts all bills away. If not, `tidy` does it.\n## Features\n- Print a bill\n",
        [("story", 3), ("story", 4), ("functional", 6)],
    ),
    "jobs that people want done": (
        "# Bills\n## Users and jobs\n### Clerk\n> When a bill is late, I want to see at once who owes it.\n## Features\n- Print a bill\n",
        [("story", 4), ("functional", 6)],
    ),
    "questions that are answered": (
        "# Bills\n## Open questions\n- Which paper?\n\n**Decided (May):**\n- Stamps as well\n## Features\n- Print a bill\n",
        [("question", 3), ("functional", 8)],
    ),
    "others, reasons and scenarios in Korean": (
        "# 청구서\n- 작성일: 2026-07-04\n- 상태: 초안\n## 경쟁 서비스 분석\n- 우체통: 편지를 보낸다\n## 사용자 시나리오\n1. 직원이 청구서를 연다.\n## 기능\n- 청구서 인쇄\n",
        [("story", 7), ("functional", 9)],
    ),
    "data requirements among technical ones": (
        "# Bills\n## Technical requirements\n### Data requirements\n- **D1**: Bills in one format\n### Integration requirements\n- Releases by a pipeline\n## Data requirements\n- Bill: number and date\n## Features\n- Print a bill\n",
        [("constraint", 4), ("constraint", 6), ("functional", 10)],
    ),
    "users below a heading about them and their use cases": (
        "# Bills\n## Target users and use cases\n### Primary users\n- **Needs**: bills that can be found again\n### Use cases\n#### UC1: Looking\n```\nAs a clerk,\nI want to look for a bill,\nso that I find it.\n```\n```\nprint(bill)\n```\n## Features\n- Print a bill\n",
        [("story", 8), ("functional", 16)],
    ),
    "what comes after all success": (
        "# Bills\n## Success criteria\n### First version\n- 100 bills a day\n### Future enhancements (v2.0+)\n- Stamps\n## Features\n- Print a bill\n",
        [("metric", 4), ("deferred", 6), ("functional", 8)],
    ),
    "what roles may do": (
        "# Bills\n## Roles & permissions\nThere are two.\n### Clerk\n- Full access to bills.\n- Manage stamps.\n- Sits at the desk\n## User roles\n### Guest\n- Sees a bill\n## Features\n- Print a bill\n- Find one\n- Send one\n- File one\n- Open one\n",
        [*(("functional", line) for line in (5, 6, 12, 13, 14, 15, 16))],
    ),
    "what is left out on purpose": (
        "# Bills\n## Scope\n**Out, deliberately:** stamps, parcels.\n## Features\n- Print a bill\n",
        [("non_goal", 3), ("functional", 5)],
    ),
    "qualities that look like functions": (
        "# Bills\n## UX and quality requirements\n**R13. UX behaviors**\n\n- **R13.1** Times:\n  - All times shall show where they are.\n## Observability specification\n### Custom metrics\n- bills_printed_total\n## Features\n- Print a bill\n",
        [("nonfunctional", 6), ("nonfunctional", 9), ("functional", 11)],
    ),
    "brackets behind a heading": (
        "# Bills\n## Scenarios (by the desk)\n- A clerk looks for a bill\n## Scenario: closing\n- A clerk puts all bills away\n## Features\n- Print a bill\n",
        [("story", 3), ("story", 5), ("functional", 7)],
    ),
    "what has to be in a first version, within a plan": (
        "# Bills\n## Implementation plan\n**MVP scope - must have:**\n- Print a bill\n\n**Phase 1: Groundwork**\n- Set up the desk\n",
        [("functional", 4)],
    ),
    "calls among technical requirements": (
        "# Bills\n## Technical requirements\n### APIs\n- `POST /bills`: print a bill\n- One API for all\n## Features\n- Print a bill\n",
        [("functional", 4), ("constraint", 5), ("functional", 7)],
    ),
    "a vision beside open questions": (
        "# Bills\n## Open questions & future considerations\n### Long-term vision\nBills can become a layer of all desks.\n### Open questions\n- Which paper?\n## Features\n- Print a bill\n",
        [("question", 6), ("functional", 8)],
    ),
    "functions below parts that documents have": (
        "# Bills\n## Functional requirements\n### Input\n| ID | Requirement |\n|---|---|\n| F-01 | Clerks can paste text |\n### Appendix\n| ID | Requirement |\n|---|---|\n| F-02 | Clerks can print text |\n| F-01 | see above |\n",
        [("functional", 6), ("functional", 10)],
    ),
    "what should not be in a first version": (
        "# Bills\n## Deferred for MVP\nThese are good ideas but should not be in the first 7-hour version:\n- stamps of all kinds\n- parcels\n## Features\n- Print a bill\n- Bills must not be in the first tray\n",
        [("non_goal", 4), ("non_goal", 5), ("functional", 7), ("functional", 8)],
    ),
    "what was decided": (
        "# Bills\n## Resolved decisions\n1. Sessions: keep the last 3 and remove others.\n2. Bills via libbill in Python.\n## Resolved questions\n- Which paper? The old one.\n## Features\n- Print a bill\n",
        [("functional", 3), ("constraint", 4), ("functional", 8)],
    ),
    "edge cases beside stories": (
        "# Bills\n## User scenarios & testing\n### Story 1\nAs a clerk, I want bills.\n### Edge cases\n- Bills must be kept when the printer stops\n## Features\n- Print a bill\n",
        [("story", 4), ("functional", 6), ("functional", 8)],
    ),
    "figures that are shown, and those of success": (
        "# Bills\n## Functional requirements\n- Analytics\n  - **System metrics:**\n    - Bills a second\n- Success metrics:\n  - 20 % more bills\n",
        [("functional", 5), ("metric", 7)],
    ),
    "a heading right below a drawing": (
        "# Bills\n## Flows\n```\n┌──┐\n│ A │\n└──┘\n```\n## Features\n- Print a bill\n",
        [("functional", 9)],
    ),
    "pages and their functions in Chinese": (
        "# 账单\n## 页面架构与功能规格\n### 列表页面\n**筛选选项**：\n- 类型：全部、已付\n## 技术架构\n- 前台：Next.js\n",
        [("functional", 5), ("constraint", 7)],
    ),
    "features of what is delivered": (
        "# Bills\n## MVP deliverables\n### Deployment kit\nFeatures:\n- stack for the desk\n\nExample request flow:\n1. The desk calls\n### SDK and integration examples\nFeatures:\n- print wrapper\n### Examples\n- A bill of May\n",
        [("functional", 5), ("functional", 11)],
    ),
    "measures after a launch": (
        "# Bills\n## Success criteria\nPost-launch adoption metrics:\n- stars of clerks\n## Features\n- Print a bill\n",
        [("metric", 4), ("functional", 6)],
    ),
    "questions whose status answers them": (
        "# Bills\n## Open questions\n| ID | Question | Status |\n|---|---|---|\n| OQ-1 | Which paper? | 90 g, as today |\n| OQ-2 | Which ink? | In discussion |\n| OQ-3 | Which desk? | Open |\n## Features\n- Print a bill\n",
        [("question", 6), ("question", 7), ("functional", 9)],
    ),
    "use cases together with requirements": (
        "# Bills\n## Primary use cases & functional requirements\n### Desk dashboards\n- **Revenue dashboard:** A list of all bills\n- As a clerk, I want to see bills\n",
        [("functional", 4), ("story", 5)],
    ),
    "parts of features that are named like parts of documents": (
        "# Bills\n## Functional requirements\n### Sources\n- Bills from mails\n### 6.3 Paper estimation engine\n- Sheets a month\n## References\n- The post\n",
        [("functional", 4), ("functional", 6)],
    ),
    "a label of sources among integrations": (
        "# Bills\n## Integrations\n### Rates\n**Sources:**\n- Rates are fetched from the Acme Bank API\n",
        [("constraint", 5), ("functional", 5)],
    ),
    "stories and ranks in Japanese": (
        "# 請求書\n## 機能要件\n**ユーザーストーリー**:\n事務員として、請求書を探すために、名前で検索したい\n\n**優先度**: P0（必須）\n\n- 請求書を印刷する\n",
        [("story", 4), ("functional", 8)],
    ),
    "why a quality is asked for": (
        "# Bills\n## Testing requirements\n- Every rule is tried.\n\n**Rationale:**\n- Clerks are tired\n## Features\n- Print a bill\n",
        [("nonfunctional", 3), ("functional", 8)],
    ),
    "how hard a feature is": (
        "# Bills\n## Features\n### Stamps\n- Print a stamp\n\n**Complexity**: High\n\n- Requires a second tray\n",
        [("functional", 4)],
    ),
}


@pytest.mark.parametrize(("text", "expected"), HEADINGS.values(), ids=HEADINGS)
def test_what_stands_below_a_heading(text: str, expected: Found) -> None:
    assert kinds(text) == expected


HEADED: dict[str, str | None] = {
    "Unique selling points": None,
    "Key differentiators": None,
    "Benefits": None,
    "Hypothesis": None,
    "Lessons learned": None,
    "Known issues": None,
    "Trade-offs": None,
    "Revenue streams": "constraint",
    "Monetization strategy": "functional",
    "Monetization strategy & revenue sources": "constraint",
    "User interface design goals": "functional",
    "Use cases & functional requirements": "functional",
    "Judging criteria": None,
    "Tagline options": None,
    "Demo scenario": None,
    "Grant application narrative": None,
    "Positioning rules": None,
    "Final product thesis": None,
    "Primary user jobs": "story",
    "Demo mode": "functional",
    "Complexity": None,
    "Category statuses": None,
    "Strengths identified": None,
    "Workflows are what a desk runs on": "functional",
    "Context is a scarce resource": "functional",
    "Workflow inspection": "functional",
    "Feature catalog: printer integration": "functional",
    "背景颜色": "functional",
    "Effort estimates": None,
    "Acceptance criteria for phase 1": "acceptance",
    "Success criteria in phase 2": "metric",
    "Core non-negotiables": "constraint",
    "V2 shipped baseline": "functional",
    "Paper estimation engine": "functional",
    "MVP 이후 기능": "deferred",
    "Positioning statement": None,
    "Product decisions log": None,
    "Ringkasan produk": None,
    "Model data": None,
    "ישויות": None,
    "Ship / no-ship criteria": "metric",
    "Post-hackathon vision": "deferred",
    "Stamps (v2)": "deferred",
    "הצעות עתידיות": "deferred",
    "Daily review (v2.0)": "functional",
    "Budget & cost tracking": "functional",
    "Entry points (not architecture-first)": "functional",
    "Keterbatasan": "constraint",
    "ארכיטקטורה טכנית": "constraint",
    "אבטחה": "nonfunctional",
    "Hackathon alignment": None,
    "Conclusion": None,
    "Schema": None,
    "Go/no-go criteria": "acceptance",
    "Launch checklist": "acceptance",
    "No-gos": "non_goal",
    "North star": "metric",
    "Measurement": "metric",
    "成功基準": "metric",
    "Environment variables": "constraint",
    "CI/CD": "constraint",
    "Non-negotiables": "constraint",
    "Explicit instructions to Claude Code": "constraint",
    "インフラ構成": "constraint",
    "Tests": "nonfunctional",
    "Legal": "nonfunctional",
    "Regulatory requirements": "nonfunctional",
    "Telemetry": "nonfunctional",
    "Backup & recovery": "nonfunctional",
    "セキュリティ要件": "nonfunctional",
    "User interfaces": "functional",
    "Decisions of the day": "functional",
    "Benefits calculator": "functional",
    "Research assistant": "functional",
}


@pytest.mark.parametrize("words", ["(a) ", "overview (a) ", "v2 ", "budget ", "features ", "for phase 1 "])
def test_a_heading_of_any_length_is_read(words: str) -> None:
    heading = words * (18_000 // len(words))
    assert ("functional", 4) in kinds(f"# Bills\n## {heading}\n## Features\n- Print a bill\n")


@pytest.mark.parametrize("heading", HEADED)
def test_what_one_heading_makes_of_its_list(heading: str) -> None:
    text = f"# Bills\n## {heading}\n- Bills of one year\n## Features\n- Print a bill\n"
    found = [kind for kind, line in kinds(text) if line != 5]
    assert found == ([HEADED[heading]] if HEADED[heading] else [])
