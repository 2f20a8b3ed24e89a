"""What the reader makes of ids, status lines, scopes, matrices and headings that look like other parts: small invented documents."""

import pytest

from tests.agents.kinds import Found, kinds

FORMS: dict[str, tuple[str, Found]] = {
    "an id with a letter at its end": (
        "# Rents\n## Functional requirements\n### FR-PI-001A: Monthly schedule management\n- The office shall set the day of the rent\n",
        [("functional", 4)],
    ),
    "stories below a heading that is called like a plan": (
        "# Rents\n## User stories\n### Schedule & history\n| ID | Story |\n|---|---|\n| ST-1 | As a clerk, I want to see my week so that I can plan |\n",
        [("story", 6)],
    ),
    "a schedule that is one": (
        "# Rents\n## Features\n- Print a bill\n## Schedule\n- May: print a bill\n",
        [("functional", 3)],
    ),
    "risk as a part of the product": (
        "# Fund\n## Strategy specification\n### Risk rails\n| Rail | Default |\n|---|---|\n| Largest position | 2% of all money |\n",
        [("functional", 6)],
    ),
    "risks": (
        "# Fund\n## Features\n- Sell a share\n## Risks\n- The exchange may be closed\n",
        [("functional", 3)],
    ),
    "a market as a thing and as a part of a document": (
        "# Fund\n## Features\n- Sell a share\n### A market is a candidate\n- Its price is known\n## Market\n- Many funds exist\n## Market analysis\n- Few funds are small\n",
        [("functional", 3), ("functional", 5)],
    ),
    "a market place": ("# Barter\n## Marketplace\n- Offer a chair\n", [("functional", 3)]),
    "the definition of a scope": (
        "# Words\n## Scope definition\n- Find rhymes\n## Definitions\n- Rhyme: words that sound alike\n",
        [("functional", 3)],
    ),
    "a matrix of what proves what": (
        "# Drones\n## Requirements\n| ID | Requirement |\n|---|---|\n| REQ-1 | The app shall show the link |\n## Requirement → verification matrix\n| ID | Verified by |\n|---|---|\n| REQ-1 | the link test on the bench |\n",
        [("functional", 5)],
    ),
    "a status behind each requirement, in Portuguese": (
        "# Clínica\n## Requisitos funcionais\n### RF-1 — Entrar\nO sistema deve permitir entrar com senha.\n\n**Situação:** implementado em março\n",
        [("functional", 4)],
    ),
    "a state that is shown, in Portuguese": (
        "# Clínica\n## Requisitos funcionais\n- **Estado:** aberto, fechado, pago\n- **Versão:** 1.1 revista\n",
        [("functional", 3)],
    ),
    "words about the requirements themselves": (
        "# Clinic\n## Non-functional requirements\nThe requirements in this section are about safety and speed.\n- Opens in 2 seconds\n",
        [("nonfunctional", 4)],
    ),
    "success by phases": (
        "# Fund\n## Features\n- Sell a share\n## Success metrics\n- **Phase 1:** 100 shares sold\n- **Phase 2 (autumn):** 10 % profit\n",
        [("functional", 3), ("metric", 5), ("metric", 6)],
    ),
    "how fast a way in has to be": (
        "# Words\n## API\n### Endpoints\n| Endpoint | Latency | Description |\n|---|---|---|\n| `/api/health` | < 50ms | Health check |\n## Qualities\n- All endpoints answer in 200 ms\n",
        [("functional", 6), ("nonfunctional", 8)],
    ),
    "a short entry among long ones": (
        "# Rents\n## Scope\nThe system will support:\n- Listing of houses and flats in all towns\n- Applications of tenants with all their papers\n- Move-in and move-out house inspections\n- Letters to tenants who have not paid the rent\n",
        [("functional", line) for line in (4, 5, 6, 7)],
    ),
    "names among names": (
        "# Rents\n## Scope\nThe system shall store these fields:\n- Name\n- Street of the house\n- Rent\n- Day\n",
        [("functional", 3)],
    ),
    "what must hold in a table of constraints": (
        "# Gym\n## Technical constraints\n| Constraint | Requirement |\n|---|---|\n| Network | Must work offline |\n| Units | Pounds |\n## Features\n- Log a set\n",
        [("nonfunctional", 5), ("constraint", 6), ("functional", 8)],
    ),
    "a quality that a heading names in brackets": (
        "# Archery\n## Features\n### The second channel (accessibility model)\n- Draw charge: a rising tone\n### Accessibility\n- Draw charge: a rising tone for all\n",
        [("functional", 4), ("nonfunctional", 6)],
    ),
    "a status behind each quality": (
        "# Clinic\n## Non-functional requirements\n### NFR-1: Keep passwords\nPasswords must be stored hashed.\n\n**Status:** done with a library for hashes\n",
        [("nonfunctional", 4)],
    ),
    "a status table that repeats ids": (
        "# Auction\n## Features\n| ID | Feature | Says |\n|---|---|---|\n| F001 | Bid | raises the price by a step |\n| F002 | Chat | after the end |\n## What works\n| ID | Feature | State |\n|---|---|---|\n| F001 | Bid | works with a lock |\n| F002 | Chat | not sent yet |\n",
        [("functional", 5), ("functional", 6)],
    ),
    "an id given twice": (
        "# Auction\n## Functional requirements\n- FR-1: Raise the price by a step\n- FR-1: Send a letter to the loser\n",
        [("functional", 3), ("functional", 4)],
    ),
    "the id of something else": (
        "# Auction\n## Features\n- Raise the price\n- Implements: F002, F003\n- Formats: A4, legal and letter\n",
        [("functional", 3), ("functional", 5)],
    ),
    "layers of a stack": (
        "# Auction\n## Tech stack\n### UI\n- **React** - icons\n### Forms\n- **Zod** - checks\n## UI\n- Show the price\n",
        [("constraint", 4), ("constraint", 6), ("functional", 8)],
    ),
    "features below a stack": (
        "# Auction\n## Tech stack\n- Django\n### UI features\n- Show the price\n",
        [("constraint", 3), ("functional", 5)],
    ),
    "entries of an overview": (
        "# Recipes\n## Overview\n- **Background:** people cook at home and lose recipes\n- **Target users:** people who like to cook and want to keep recipes\n- **Value:** finds any recipe\n## Features\n- Print a recipe\n",
        [("functional", 7)],
    ),
    "entries of an overview, in traditional Chinese": (
        "# 食譜\n## 專案概述\n- **背景與動機**：現代人喜歡食譜\n- **目標用戶**：喜歡下廚的人\n## 功能需求\n- 列印食譜\n",
        [("functional", 6)],
    ),
    "what a step of a loop does": (
        "# Fund\n## Architecture\n### Loop\n1. **Guard check:** apply all limits to the order\n2. **Tick:** every hour\n## Features\n- Sell a share\n",
        [("functional", 4), ("functional", 7)],
    ),
    "criteria that demand what an introduction only tells": (
        "# Doors\n## Introduction\nDoors is a tool that shall open doors.\n## Requirements\n### 1. Bells\n**User Story**: As a guest, I want to ring so that a door opens\n**Acceptance Criteria**:\n- WHEN the bell rings 2 times, the system shall open door 2.\n- WHEN the bell rings 3 times, the system shall open door 3.\n- WHEN the bell rings 4 times, the system shall open door 4.\n- WHEN the bell rings 5 times, the system shall open door 5.\n- WHEN the bell rings 6 times, the system shall open door 6.\n- WHEN the bell rings 7 times, the system shall open door 7.\n- WHEN the bell rings 8 times, the system shall open door 8.\n",
        [("functional", 3), ("story", 6), *(("functional", line) for line in range(8, 15))],
    ),
    "criteria beside functions": (
        "# Doors\n## Functional requirements\n- FR-1: Open a door\n- FR-2: Close a door\n- FR-3: Lock a door\n## Acceptance criteria\n- The door must close in 2 seconds\n- The lock must hold\n",
        [("functional", 3), ("functional", 4), ("functional", 5), ("acceptance", 7), ("acceptance", 8)],
    ),
    "a story called like an appendix": (
        "# Cube\n## Epics\n#### Story 4.2: Terminology guide\nAs a beginner,\nI want to read the words of cubers,\nso that I can follow them.\n## Terminology\n- Layer: a third of the cube\n",
        [("story", 4)],
    ),
    "when the work is done, in Korean": (
        "# 커피\n## 기능 요구사항\n- 메뉴를 조회해야 합니다\n- 커피를 주문해야 합니다\n- 포인트를 충전해야 합니다\n## 구현 완료 판정\n1. 모든 테스트가 통과해야 합니다\n",
        [("functional", 3), ("functional", 4), ("functional", 5), ("acceptance", 7)],
    ),
    "requirements of data and of systems with ids": (
        "# Shop\n## Integration requirements\n| ID | Says |\n|---|---|\n| IR-1 | The shop shall send orders to the depot |\n| X-2 | The depot must answer |\n## Integrations\n| System | Use |\n|---|---|\n| Depot | keeps chairs |\n",
        [("functional", 5), ("functional", 6)],
    ),
    "an overview of nothing but functions": (
        "# §14. Functional Requirements\n## Overview\n- Duplicate detection across all shelves\n- Notes and bookmarks for each book\n",
        [("functional", 3), ("functional", 4)],
    ),
    "costs that are computed and costs that are bound, in Japanese": (
        "# 会計\n## 機能要件\n### 開発費用の会計処理\n- 仕訳の自動生成\n- 結果の表示\n- 履歴の記録\n## 費用\n- 月額3万円以内\n",
        [("functional", 4), ("functional", 5), ("functional", 6), ("constraint", 8)],
    ),
    "pages in a technical text, in Portuguese": (
        "# Luz\n## Arquitetura\n- Nuxt\n### Páginas\n- `/login`: e-mail e senha\n### Banco\n- Postgres\n",
        [("constraint", 3), ("functional", 5), ("constraint", 7)],
    ),
    "a prompt for a model": (
        "You are an expert in clocks.\n## Requirements\n- Ring at noon\n- Show the time\n## Done = verifiable when\n- The bell rang\n",
        [("functional", 3), ("functional", 4), ("acceptance", 6)],
    ),
    "what is not built, below questions": (
        "# Hall\n## Features\n- Book a hall\n## Open questions / risks\n### Open questions\n- Who pays?\n### Things I am NOT building\n- Payments\n",
        [("functional", 3), ("question", 6), ("non_goal", 8)],
    ),
    "stories below the names of people": (
        "# Lessons\n## User stories\n### Teachers (main persona)\n- As a teacher, I want to count hours\n- Wants one list of all pupils\n",
        [("story", 4), ("story", 5)],
    ),
    "stories in Vietnamese and Indonesian": (
        "# Lớp\n## User Stories\n- Là chủ lớp, tôi muốn điểm danh\n- Sebagai guru, saya ingin melihat daftar\n",
        [("story", 3), ("story", 4)],
    ),
    "what the software needs": (
        "# Washroom\n## Hardware\n- Relay module\n## Software\n- Wire library\n## Features\n- Wash hands\n",
        [("constraint", 3), ("constraint", 5), ("functional", 7)],
    ),
}


@pytest.mark.parametrize(("text", "found"), FORMS.values(), ids=list(FORMS))
def test_forms_of_documents(text: str, found: Found) -> None:
    assert kinds(text) == found
