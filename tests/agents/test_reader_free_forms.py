"""What the reader makes of proposals, tickets, ideas and briefs, and of the same in other languages, each on one small invented document."""

import pytest

from agents.builtin.reader import Findings, read
from tests.agents.kinds import Found, kinds

FORMS: dict[str, tuple[str, Found]] = {
    "marks that an editor kept from being marks": (
        "\\# Bills\n\n\\## Features\n\n\\- Print a bill\n\n\\- Find a bill\n\n\\## Out of scope\n\n1\\. Stamps\n",
        [("functional", 5), ("functional", 7), ("non_goal", 11)],
    ),
    "marks that are kept from being marks beside real ones": (
        "# Bills\n## Features\n- Print a bill\n\n\\## is how a heading is typed\n\n\\## and so is this\n",
        [("functional", 3)],
    ),
    "parts that stand a level below the list of them": (
        "# Bills\n## Table of contents\n1. [Features](#features)\n### 1. Features\n- Print a bill\n### 2. Out of scope\n- Stamps\n",
        [("functional", 5), ("non_goal", 7)],
    ),
    "a list of contents alone": (
        "# Bills\n## Contents\n- Features\n- Users\n## Features\n- Print a bill\n",
        [("functional", 6)],
    ),
    "what a part has besides": (
        "# Bills\n## Features (with acceptance criteria)\n- Print a bill\n## API (overview)\n- Returns all bills\n## Acceptance criteria (draft)\n- It prints\n",
        [("functional", 3), ("functional", 5), ("acceptance", 7)],
    ),
    "whose the proposal is and since when": (
        "# Bills as labels\n- Start Date: 2020-06-08\n* **Owners:**\n  * Ada Example\n* **Implementation status:** accepted\n* **Other docs:**\n  * https://example.org/bills\n## Proposal\n- Print a bill\n",
        [("functional", 9)],
    ),
    "a table that says whose the document is": (
        "# Lastenheft\n| Feld | Text |\n|---|---|\n| Projektleiter | Ada Beispiel |\n| Erstellt am | 28.03.2022 |\n## Funktionale Anforderungen\n1. Rechnungen drucken\n",
        [("functional", 7)],
    ),
    "owners of a thing": (
        "# Bills\n## Features\n### Sharing\n- **Owners:** can delete a bill\n- Print a bill\n",
        [("functional", 4), ("functional", 5)],
    ),
    "addresses and links alone": (
        "# Bills\n## Features\n- https://example.org/sketch\n- **Mockup:** [Sketch](https://example.org/s)\n- [Print a bill](https://example.org/p) on paper\n",
        [("functional", 5)],
    ),
    "goals that are marked with how much they are needed": (
        "# Bills\n## Goals\n- [Required] One format for all bills\n- [Nice to have] Path to stamps\n- A happy clerk\n",
        [("functional", 3), ("functional", 4)],
    ),
    "what ends a document": (
        "# Bills\n## Features\n- Print a bill\n## Conclusion\nThe platform will allow clerks to work in peace.\n",
        [("functional", 3)],
    ),
    "what happens at the same time": (
        "# Bills\n## Printing\n### Concurrency\n- Two clerks must be able to print at once\n",
        [("functional", 4)],
    ),
    "one challenge": (
        "# Bills\n## Features\n- Print a bill\n## Key technical challenge\n- The printer must be asked over a slow line\n## Extension opportunities\n- Stamps\n## Strech goals\n- Envelopes\n",
        [("functional", 3), ("deferred", 7), ("deferred", 9)],
    ),
    "names in bold with a full stop": (
        "# Bills\n## Features\n**Printing.** A bill is printed on both sides.\n\n- **Archive.** Bills older than a year move there.\n- **Labels.** Each bill can have labels.\n- **Print bills twice.** Nobody loses one.\n- **F4. Search.** Find a bill by its number.\n",
        [("functional", line) for line in (3, 5, 6, 7, 8)],
    ),
    "single names without a list": (
        "# Bills\n## Scope\n\nSession management.\n\nBill history.\n\n## Background\n\nMore paper.\n",
        [("functional", 4), ("functional", 6)],
    ),
    "what a flow leaves out and what is done in it": (
        "# Bills\n## Features\n- Print\n- Find\n- File\n- Send\n- Open\n## User flow\n1. The clerk opens the list.\n\nNo accounts, no ratings (for now).\n### Payment workflow\n- The guest pays with a card\n",
        [*(("functional", line) for line in (3, 4, 5, 6, 7)), ("non_goal", 11), ("functional", 13)],
    ),
    "a ticket with its feelings and its praise": (
        "**Is your feature request related to a problem? Please describe.**\nI'm always frustrated when I retype a bill, because nobody can copy it.\n\n**Describe the solution you'd like**\nThe bill page should have a button for it. This would save us a lot of time and make work much easier.\n\n**Additional context**\nWe have 200 clerks who can copy bills only by hand.\n",
        [("functional", 5)],
    ),
    "how it is now in a ticket of a few lines": (
        "The current way to export a bill requires you to open the archive.\n\nPlease add a button. It would be great to have it before Easter.\n",
        [("constraint", 3), ("functional", 3)],
    ),
    "what speaks against it": (
        "# Bills\n## Proposal\nBills must have labels. It comes with some disadvantages:\n- Printing may fail on old printers\n\n- Cons:\n  - It can be slow\n## Pros\n- Clerks can relax\n",
        [("functional", 3)],
    ),
    "what people will say": (
        "# Bills\n## Features\n- Answers typical questions:\n  - “Where is my bill?”\n- Prints a bill\n## Open questions\n- “How are you?” as a greeting?\n",
        [("functional", 4), ("functional", 5), ("question", 7)],
    ),
    "questions that are what the product is about": (
        "# Quiz desk\n## Question bank\n- Teachers add a quiz\n## Security questions\n- Users choose two\n## A desk that takes its time to answer all questions of a clerk\n- Finds bills\n## Questions\n- Paper\n",
        [("functional", 3), ("functional", 5), ("functional", 7), ("question", 9)],
    ),
    "functions named by what they answer": (
        "# Bills\n## Functional requirements\n- Ranking: who pays late?\n- Stamps: which ones shall we take?\n## Functions\n- Who pays?\n",
        [("functional", 3), ("question", 4), ("question", 6)],
    ),
    "an id above what it takes": (
        "# Bills\n## Functional requirements\nThe system must provide the following functions:\n\n- **FR-10: Bill history**\n  - The system must print both sides.\n- **FR-20: Stamp desk**\n  - Clerks must find a bill by its number.\n",
        [("functional", 6), ("functional", 8)],
    ),
    "what it shall sound like": (
        "# Bills\n## Features\n- Print a bill\n## Look and feel\nTone references:\n- Letters from a good friend\n",
        [("functional", 3)],
    ),
    "what an assistant offers below its text": (
        "# Bills\n## Features\n- Print a bill\n\nIf you want, I can also write the schema of the database:\n- A detailed folder structure\n\nWould you like me to turn this into user stories?\n",
        [("functional", 3)],
    ),
    "who came to a meeting": (
        "# Meeting notes: bill desk\n## Attendees\n- Ada Example (@ada)\n## Agenda\n1. Printing\n## Notes\n- Clerks need to find bills by number\n",
        [("functional", 7)],
    ),
    "who comes to a festival": (
        "# Festival desk\n## Features\n### Attendees\n- Scan a ticket\n### Agenda\n- Show what is on now\n",
        [("functional", 4), ("functional", 6)],
    ),
    "what will never be done, and why a desk is wanted": (
        "# Bills\n## Features\nThe main reason for a desk is that clerks cannot find their bills. The desk must print a bill.\n## What it will never do\nSell data. Show ads.\n",
        [("functional", 3), ("non_goal", 5)],
    ),
    "fields of a type that may be missing": (
        "# Bills\n## Data models\n### Bill\n- `number`: `String?`\n- `success`: `bool`\n- `maxSize`: `int?`\n## Features\n- Print a bill\n- Decision: Redis?\n",
        [("functional", 8), ("question", 9)],
    ),
    "words on a screen that ask something": (
        "# Bills\n## Screens\n- Heading: `Which bill do you look for?`\n- Button: `Print`\n- Title: to be decided\n",
        [("functional", 3), ("functional", 4), ("question", 5)],
    ),
    "goals that say what somebody can do": (
        "# Bills as labels\n## Goals\n- Clerks can find bills by label\n- A happy office\n- 20 % fewer clerks can be late\n## Proposal\nThe desk must keep labels. It solves all that is asked for above, and it also comes with some disadvantages:\n- Printing may fail on old printers\n",
        [("functional", 3), ("metric", 5), ("functional", 7)],
    ),
}
ABROAD: dict[str, tuple[str, Found]] = {
    "what is not put in, in Korean": (
        "# 청구서\n## 핵심 사용자\n- 창구 직원\n## MVP에 넣지 않을 것\n- 회원가입\n- 우표\n## 기능\n- 청구서 인쇄\n## 추적표\n| 기능 | 화면 |\n|---|---|\n| 인쇄 | 01 |\n",
        [("non_goal", 5), ("non_goal", 6), ("functional", 8)],
    ),
    "functions with their stories and criteria, in Korean": (
        "# 청구서\n## 5. 기능 명세 (유저스토리 + 수용 기준)\n- 청구서를 인쇄한다.\n",
        [("functional", 3)],
    ),
    "what is not done, in Japanese": (
        "# 請求書\n## 機能\n- 請求書を印刷する\n## やらないこと\n- 切手\n## 現状の問題\n- 印刷が遅い\n## テーブル定義\n- bills\n",
        [("functional", 3), ("non_goal", 5)],
    ),
    "names of states in quotes, in Chinese": (
        "# 账单\n## 功能需求\n- 打印后将状态更新为“待确认”。\n- 店员可将账单标为待确认、已打印或已寄出。\n## 待定\n- 纸张\n- 价格待确认\n",
        [("functional", 3), ("functional", 4), ("question", 6), ("question", 7)],
    ),
    "how money is earned and who works on it, in Korean": (
        "# 청구서\n## 기능\n- 청구서 인쇄\n## 수익 모델\n- 구독 월 5천원\n## 팀 구성\n- 개발자 2명\n",
        [("functional", 3)],
    ),
    "what an assistant offers below its text, in Chinese": (
        "# 账单\n## 功能需求\n- 打印账单\n## 后续迭代想法\n- 邮票\n\n如果你需要，我可以继续输出：\n- 目录结构图\n",
        [("functional", 3), ("deferred", 5)],
    ),
    "what others do, in Japanese": (
        "# 請求書\n## コンセプト\n請求書を探さない毎日。\n## 競合との差別化\n- 印刷が速い\n## 機能\n- 請求書を印刷する\n",
        [("functional", 7)],
    ),
    "what is said to people, in Japanese": (
        "# 請求書\n## 機能\n- 「今週どうだった？」（金曜・土曜）\n- 「先週お疲れ様！振り返りを見てみませんか？」と通知する\n",
        [("functional", 3), ("functional", 4)],
    ),
    "words on a screen, in Korean": (
        "# 청구서\n## 화면\n- 화면 제목: `어떤 청구서를 찾을까요?`\n- 인쇄 버튼\n",
        [("functional", 3), ("functional", 4)],
    ),
    "accounts of users, in French and Spanish": (
        "# Factures\n## Module Comptes utilisateurs\n- Modifier le profil\n## Gestión de usuarios\n- Crear un usuario\n## Utilisateurs cibles\n- Comptables\n",
        [("functional", 3), ("functional", 5)],
    ),
    "a use case as a table, in French": (
        "# Factures\n## Cas d'utilisation\n### UC-A — Imprimer\n| | |\n|---|---|\n| Acteur | Client |\n| Précondition | Une facture est ouverte |\n| Scénario nominal | Le client imprime la facture et la range. |\n| Exceptions | Plus de papier |\n",
        [("story", 8)],
    ),
    "what it depends on, in Japanese": (
        "# 請求書\n## 機能\n- 印刷する\n## 外部依存関係\n| 種別 | 名称 |\n|---|---|\n| API | 郵便局の料金 |\n",
        [("functional", 3), ("constraint", 7)],
    ),
    "general words and what is accepted, in German": (
        "# Rechnungen\n## Allgemeines\nDas Projekt entsteht im sechsten Semester.\n## Funktionen\n- Rechnungen drucken\n## Abnahmevoraussetzungen\n- Der Druck ist lesbar\n",
        [("functional", 5), ("acceptance", 7)],
    ),
}


@pytest.mark.parametrize(("text", "expected"), FORMS.values(), ids=FORMS)
def test_what_free_forms_say(text: str, expected: Found) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(("text", "expected"), ABROAD.values(), ids=ABROAD)
def test_what_they_say_in_other_languages(text: str, expected: Found) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Product brief\n## Name\n\nBillklar\n## Features\n- Print\n", "Billklar"),
        (
            "# Lastenheft\n| Feld | Text |\n|---|---|\n| Projektbezeichnung | Budget Binder |\n",
            "Budget Binder",
        ),
        ("# App Concept – Bill & Stamp Desk\n## Features\n- Print\n", "Bill & Stamp Desk"),
        ("App idea: Bill Desk\n\nFeatures:\n- Print a bill\n- Find a bill\n", "Bill Desk"),
        ("# Escopo — Balcão (projeto de portfólio)\n## Funcionalidades\n- Imprimir\n", "Balcão"),
        ("# Escopo do Projeto\n## Funcionalidades\n- Imprimir\n", ""),
        ("# 做一个账单管理系统\n## 功能\n- 打印账单\n", "账单管理系统"),
        ("# 《静夜账单》功能规格文档\n## 功能\n- 打印账单\n", "静夜账单"),
        ("# 要件定義書\n## プロジェクト名\n請求書デスク(Desk)\n## 機能\n- 印刷\n", "請求書デスク"),
    ],
)
def test_the_product_has_the_name_that_such_a_form_gives_it(text: str, expected: str) -> None:
    outcome = read(text)
    assert isinstance(outcome, Findings)
    assert outcome.product == expected


def test_the_side_of_the_client_is_no_customer() -> None:
    outcome = read("# 账单\n## 功能\n- 前端无限滚动（客户端加载）\n- 管理员可以打印账单\n")
    assert isinstance(outcome, Findings)
    assert [each.name for each in outcome.actors] == ["管理员"]
