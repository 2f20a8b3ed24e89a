"""What the reader makes of sections within sections, each on one small invented document."""

import pytest

from tests.agents.kinds import Found, kinds

SECTIONS: dict[str, tuple[str, Found]] = {
    "what was not made on purpose": (
        "# Bills\n## Explicitly not implemented\n- Letters\n## Future (maybe)\n- [ ] Stamps\n## Features\n- Print a bill\n- NOT: parcels, postcards\n",
        [("non_goal", 3), ("deferred", 5), ("functional", 7), ("non_goal", 8)],
    ),
    "what has to be had before": (
        "# Bills\n## Prerequisites\n- `lp` on the desk\n## Dependencies & integrations\n### External services\n- **Postie**: carries letters\n## Features\n- Print a bill\n",
        [("constraint", 3), ("constraint", 6), ("functional", 8)],
    ),
    "must haves on a road map": (
        "# Bills\n## Roadmap (by rank)\n### Must have\n- Print a bill\n### Later on\n- Print a letter\n",
        [("functional", 4)],
    ),
    "where it runs, in a sentence": (
        "# Bills\n## Platform\nWorks in any office and on any desk.\n## Features\n- Print a bill\n",
        [("constraint", 3), ("functional", 5)],
    ),
    "how it looks": (
        "# Bills\n## Features\n- Print a bill\n## UI requirements\nColor palette:\n- Deep red\n### Look and feel\n- Generous margins\n### Responsive design\n- **Desk:** three columns\n",
        [("functional", 3), ("nonfunctional", 6), ("nonfunctional", 8), ("nonfunctional", 10)],
    ),
    "what the thing has to be": (
        "# Bills\n## Overview\nThe app must be:\n- Visually quiet\n- Built with Flask\n## Features\n- Print a bill\n",
        [("nonfunctional", 4), ("constraint", 5), ("functional", 7)],
    ),
    "the technical side": (
        "# Bills\n## Technical\n- Zebra stamps, managed by the desk\n## Features\n- Print a bill\n",
        [("constraint", 3), ("functional", 5)],
    ),
    "how pages hang together in Chinese": (
        "# 账单\n## 信息架构\n1. 首页\n2. 搜索结果页\n## 技术架构\n- 前台：Next.js\n",
        [("functional", 3), ("functional", 4), ("constraint", 6)],
    ),
    "a scope with its phases in brackets": (
        "# Bills\n## In scope (phases 1 & 2)\n- Print a bill\n",
        [("functional", 3)],
    ),
    "a form that is filled in": (
        "# Team name: Otters\n#### Q1: What are you planning to build?\nUsers can print a bill.\n",
        [("functional", 3)],
    ),
    "figures that are shown": (
        "# Bills\n## Features\n1. **Usage metrics and analytics:**\n   - Detailed charts of bills\n",
        [("functional", 4)],
    ),
    "figures that are shown in Spanish": (
        "# Facturas\n## Requisitos\n### Reporte de indicadores\n- El sistema debe mostrar las facturas del mes\n",
        [("functional", 4)],
    ),
    "how it is built": (
        "# Bills\n## Build requirements\n- libbill has a repository of its own\n## Go modules\n- `print` - paper trays\n## Architecture\n- One tray trait, with all trays alike and no special cases\n## Features\n- Print a bill\n",
        [("constraint", 3), ("constraint", 5), ("constraint", 7), ("functional", 9)],
    ),
    "what somebody requires, by a name that parts of documents have": (
        "# Bills\n## 4. Team leader requirements\n1. A team must have a leader.\n## Team members\n- Ida\n",
        [("functional", 3)],
    ),
    "sentences below system requirements": (
        "# Bills\n## System requirements\n- A clerk should be led to the bills at once\n- The system must be open 24 hours a day.\n- The system must run on Flask.\n- A printer\n",
        [("functional", 3), ("nonfunctional", 4), ("constraint", 5), ("constraint", 6)],
    ),
    "a scope that follows an aim": (
        "# Bills\n## Objective\nCalm clerks.\n\nScope:\n\n- Reading: bills of any size\n- Printing: by day and night\n",
        [("functional", 7), ("functional", 8)],
    ),
    "a deadline in a thing and one of the work": (
        "# Bills\n## Requirements\n- A bill must have a day as its deadline\n- The deadline is fixed by the board\n",
        [("functional", 3), ("constraint", 4), ("functional", 4)],
    ),
    "features that were not made in Korean": (
        "# 청구서\n## 구현하지 않는 기능\n- 카드 결제\n## 완료 기준\n- 청구서가 인쇄된다\n## 기능\n- 청구서 인쇄\n",
        [("non_goal", 3), ("acceptance", 5), ("functional", 7)],
    ),
    "fields that may be left out": (
        "# Bills\n## Features\n- `sum`, `dueDate`, `note?`\n- Is `sum` a number?\n## Out of scope\n- Bulk mail (kind: letters)\n",
        [("functional", 3), ("question", 4), ("non_goal", 6)],
    ),
    "entries between fences": (
        "# Bills\n## Features\nThe app shall:\n```\n- Print bills.\n- Mail bills.\n```\n## Non-functional requirements\n### Speed\n```\n- Fast first page.\n- Little memory.\n```\n",
        [("functional", 5), ("functional", 6), ("nonfunctional", 11), ("nonfunctional", 12)],
    ),
    "code between fences": (
        "# Bills\n## Features\n- Print bills\n\nExample output:\n```\n- Bill one\n- Bill two\n```\n```\n- uses: checkout\n- name: Print\n```\n",
        [("functional", 3)],
    ),
    "lists written as code": (
        '# Bills\n## User stories\n```python\n[\n    "As a clerk, I want to print a bill",\n    "As a clerk, I want to void a bill"\n]\n```\n## Requirement pool\n```mermaid\npie\n```\n```json\n[\n  ("Print a bill", "P0")\n]\n```\n```python\nprint(1)\n```\n```json\n[\n  1,\n]\n```\n',
        [("story", 5), ("story", 6), ("functional", 15)],
    ),
    "headings that tell a story": (
        "# Bills\n## Clerk\n### as a clerk, I want to print a bill (I do now):\n### As a clerk, I want to void a bill\n## Features\n- Sum up bills\n",
        [("story", 3), ("story", 4), ("functional", 6)],
    ),
    "qualities that begin like a deed": (
        "# Bills\n## Features\n- Forward compatible with any tray\n- Clean, branded layout\n- Clear UI sign of the tray in use\n- Does not have access to other users' data\n- ~5 second sum of bills\n",
        [
            ("nonfunctional", 3),
            ("nonfunctional", 4),
            ("functional", 5),
            ("nonfunctional", 6),
            ("nonfunctional", 7),
        ],
    ),
    "what it must run on": (
        "# Bills\n## Requirements\n- Must run on PostgreSQL 9.4\n- Print a bill\n",
        [("constraint", 3), ("functional", 4)],
    ),
    "called a limit in so many words": (
        "# Bills\n## Features\n- Clerks never call first (staffing constraint)\n- Capacity cap on active bills\n- Print a bill\n## Monetization\n- **Model:** free with ads\n- **Banner:** below the bills\n",
        [("constraint", 3), ("constraint", 4), ("functional", 5), ("constraint", 7), ("functional", 8)],
    ),
    "criteria of acceptance in Korean": (
        "# 청구서\n## 기능\n- 청구서 인쇄\n## 수용 기준\n- 청구서가 인쇄된다\n",
        [("functional", 3), ("acceptance", 5)],
    ),
    "what is not known yet": (
        "# Bills\n## Missing information\n- Paper sizes\n- Target users: one office, or several?\n## Features\n- Print a bill\n- Whether a bill is printed by night or by day\n",
        [("question", 3), ("question", 4), ("functional", 6), ("question", 7)],
    ),
    "what stands in brackets behind a heading": (
        "# Bills\n## MVP scope (the goal of this week)\n- Bill printing page\n- Letters from a template\n",
        [("functional", 3), ("functional", 4)],
    ),
    "the structure of a file that is printed": (
        "# Bills\n## Bill file structure\n- All sums must be present\n## Features\n- Print a bill\n## Project file structure\n- src must be there\n",
        [("functional", 3), ("functional", 5)],
    ),
    "a table of stories names who tells them": (
        "# Bills\n## User stories\n| ID | Persona | Story |\n|---|---|---|\n| S1-DESK | Desk | Night print – print a bill after eight |\n## Features\n- Print a bill\n",
        [("story", 5), ("functional", 7)],
    ),
    "people whose name ends a heading": (
        "# Bills\n## Personas\n### Infrastructure Engineer (INFRA)\n- Pain today: juggling Redis and paper\n## Features\n- Print a bill\n",
        [("functional", 6)],
    ),
    "Indonesian": (
        "# Tagihan\n## Asumsi\n- Satu meja satu printer\n## Batasan\n- Kertas tipis\n## Fitur\n- Cetak tagihan\n## Di luar cakupan\n- Surat\n",
        [("constraint", 3), ("constraint", 5), ("functional", 7), ("non_goal", 9)],
    ),
    "complex things that are left out": (
        "# Bills\n## Out of scope\n- Complex letters\n## Features\n- Print a bill\n",
        [("non_goal", 3), ("functional", 5)],
    ),
    "a demand whose part comes later": (
        "# Bills\n## Requirements\n- R-1: A bill must be red or blue, gold by hand only (post-MVP)\n- Letters (post-MVP)\n- Print a bill\n## Constraints\n- CON-1: Paper only; card comes in a later version\n",
        [("functional", 3), ("deferred", 4), ("functional", 5), ("constraint", 7)],
    ),
    "parts below an id, whoever's heading it is": (
        "# Bills\n## Users\n- **R1.2** The system shall support:\n  - printing by night (in the hall),\n  - login and logout,\n  - export of bills\n",
        [("functional", 4), ("functional", 5), ("functional", 6)],
    ),
    "a name for whom a story is told": (
        "# Bills\n### Night print\nAs Person A, I want to print a bill at night so that I can sleep by day.\n",
        [("story", 3)],
    ),
    "parts of a stack beside tests": (
        "# Bills\n## Technical architecture\n### Testing\n- Jest (unit tests)\n- ESLint + Prettier\n### Parts\n- Payments: Acme Pay\n- Clock: Show the hour\n",
        [("constraint", 4), ("constraint", 5), ("constraint", 7), ("functional", 8)],
    ),
    "a stack of lines without marks": (
        "Bills\n\nTech stack\n\nMessages: Acme Post\n\nCore features\n\n- Print a bill\n",
        [("constraint", 5), ("functional", 9)],
    ),
    "questions that a table answers": (
        "# Bills\n## Questions\n| Question | Answer |\n|---|---|\n| Which paper? | A4 for all |\n| Which printer? | TBD |\n",
        [("question", 6)],
    ),
    "a sentence that announces exclusions": (
        "# Bills\n## Scope\n- Print a bill\n\nThe first version does not include the following:\n\n- Refunds\n- Reminders\n",
        [("functional", 3), ("non_goal", 7), ("non_goal", 8)],
    ),
    "in Russian": (
        "# Счета\n## Функции\n- Печать счёта\n\nПроект *не* включает:\n\n- Возврат денег\n",
        [("functional", 3), ("non_goal", 7)],
    ),
    "the future as an adjective": (
        "# Bills\n## Requirements\n### Future bookings\n- Show what comes\n### Future work\n- Print what comes\n",
        [("functional", 4), ("deferred", 6)],
    ),
    "phases that hold the features": (
        "# Bills\n## Phase 1: Printing\n- Print a bill\n## Phase 2: Finding\n- [ ] Find a bill\n",
        [("functional", 3), ("functional", 5)],
    ),
    "weeks within a scope": (
        "# Bills\n## Scope\n### Week 1: Printing\n- Print a bill\n### Out of version scope\n- Refunds\n",
        [("functional", 4), ("non_goal", 6)],
    ),
    "phases of a plan beside features": (
        "# Bills\n## Features\n- Print\n- Find\n- File\n## Roadmap\n### Phase 1\n- Print a bill\n",
        [("functional", 3), ("functional", 4), ("functional", 5)],
    ),
    "goals as a check list": (
        "# Bills\n## Goals\n- [x] Bills get printed each night\n- Fewer late bills\n",
        [("functional", 3)],
    ),
    "words on a screen": (
        '# Bills\n## Features\n- Greeting: "How are you?" in large letters\n- Which paper?\n',
        [("functional", 3), ("question", 4)],
    ),
    "a review of the document is nothing to build": (
        "# Bills\n## Features\n- Print a bill\n## Checklist results\n### PM checklist results\n**Business requirements**\n- [x] Functional requirements complete\n**Success metrics**\n- [x] KPIs defined\n",
        [("functional", 3)],
    ),
    "what only refers is no criterion": (
        "# Bills\n## Stories\nEach maps to one command.\n### US-1\nAs a clerk, I want to print a bill.\n**Acceptance criteria:**\n- It prints\n\nMaps to: `PrintBill`.\n",
        [("story", 5), ("acceptance", 7)],
    ),
    "tasks in an appendix about improvements": (
        "# Contas\n## Funcionalidades\n- Imprimir a conta\n# Appendix\n- Leis: todas\n## Melhorias\n- Implementar tela de login\n- Instalar pacote acme/contas\n",
        [("functional", 3), ("functional", 7), ("constraint", 8)],
    ),
    "definitions under a rule's name": (
        "# Factures\n## Règles\n### R1 — Prix de revient\n\n**Définition :** combien m'a coûté une facture.\n\n**Décision :** les frais restent à part.\n",
        [("functional", 5), ("functional", 7)],
    ),
    "fields below what lists them": (
        "# Bills\n## Requirements\n- Each bill shall include:\n  - `id` – a number that nobody else has\n  - `host` – reference to a user of the shop\n- Print a bill\n",
        [("functional", 3), ("functional", 6)],
    ),
    "the parts of a site": (
        "# Bills\n## Website architecture\n1. **Front page**\n   - Picture of a bill\n   - Button that opens a bill\n",
        [("functional", 4), ("functional", 5)],
    ),
    "what a choice is good for": (
        "# Bills\n## Features\n- Print a bill\n## Stack\n- **Frontend**: Next.js\n  - Strong reputation among clerks\n  - Free tier\n",
        [("functional", 3), ("constraint", 5)],
    ),
    "entries with ids about the inside": (
        "# Bills\n## Requirements\n### Infrastructure\n- **INF-1**: System verifies signatures of bills\n- **INF-2**: System keeps bills apart\n",
        [("functional", 4), ("functional", 5)],
    ),
    "price and effect in Japanese": (
        "# 請求書\n## 機能\n- 請求書を印刷する\n## 期待される効果\n- 遅延: 4 時間 → 5 分\n## 費用・スケジュール\n- 初期費用: 14 万円\n",
        [("functional", 3), ("metric", 5), ("constraint", 7)],
    ),
    "headings in traditional Chinese signs": (
        "# 帳單\n## 功能需求\n- 使用者可以列印帳單\n## 專案成員與分工\n- 前端：某人\n## 驗收標準\n- 帳單已列印\n",
        [("functional", 3), ("acceptance", 7)],
    ),
    "steps of a workflow that must happen": (
        "# Bills\n## Requirements\n- Print\n- Find\n- File\n- Send\n- Open\n## Client flows\n- Clients shall be able to:\n  - pick a bill,\n  - pay a bill.\n- A bill appears\n",
        [*(("functional", line) for line in (3, 4, 5, 6, 7, 9, 10, 11))],
    ),
}


@pytest.mark.parametrize(("text", "expected"), SECTIONS.values(), ids=SECTIONS)
def test_what_stands_on_each_line_of_a_section(text: str, expected: Found) -> None:
    assert kinds(text) == expected
