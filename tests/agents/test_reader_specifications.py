"""What the reader makes of the forms that tools and standards give a specification: small invented documents."""

import pytest

from tests.agents.kinds import Found, kinds

SPECIFICATIONS: dict[str, tuple[str, Found]] = {
    "a criterion below the requirement it tries": (
        "# Doors\n## Functional requirements\n- FR-1: Open a door\n  - Acceptance: The door opens within two steps\n  - Verification: look at the door\n- FR-2: Close a door\n",
        [("functional", 3), ("acceptance", 4), ("acceptance", 5), ("functional", 6)],
    ),
    "what is tried as a thing of its own": (
        "# Doors\n## Functional requirements\n- Acceptance flow: the porter accepts a parcel\n- Verification codes: sent by mail\n",
        [("functional", 3), ("functional", 4)],
    ),
    "requirements for later, whatever their ids": (
        "# Doors\n## Functional requirements\n### Must have\n- REQ-1: Open a door\n### Should have (post-MVP)\n- REQ-2: Lock a door\n### Could have (future)\n- FR-3: Paint a door\n",
        [("functional", 4), ("deferred", 6), ("deferred", 8)],
    ),
    "requirements that are out of scope, whatever their ids": (
        "# Doors\n## Features\n- FR-1: Open a door\n## Out of scope\n- FR-9: Paint a door\n",
        [("functional", 3), ("non_goal", 5)],
    ),
    "assumptions below measures, questions and risks": (
        "# Doors\n## Success criteria\n- SC-1: 90% of guests come in\n### Assumptions\n- Guests have a phone\n## Open questions\n- Who paints?\n### Assumptions\n- Doors are made of wood\n## Risks\n- Doors jam\n### Assumptions\n- Bells are loud\n",
        [("metric", 3), ("constraint", 5), ("question", 7), ("constraint", 9), ("constraint", 13)],
    ),
    "requirements that are added, changed, taken away and renamed": (
        (
            "# Login\n## ADDED Requirements\n### Requirement: Keys\nThe system SHALL keep a key.\n#### Scenario: First key\n- **WHEN** a guest adds a key\n- **THEN** the system stores it\n"
            "## REMOVED Requirements\n### Requirement: Security questions\nThe system SHALL ask a question.\n**Reason**: Nobody remembers.\n**Migration**: Guests reset by mail.\n"
            "## RENAMED Requirements\n- FROM: `### Requirement: Login`\n- TO: `### Requirement: Sign-in`\n"
        ),
        [("functional", 4), ("acceptance", 6), ("non_goal", 10)],
    ),
    "requirements called like parts of a document": (
        "# Club\n## Requirements\n### Requirement: Open questions\nThe system SHALL list what nobody answered.\n### Requirement 2: Team schedule\nThe system SHALL show the week of a team.\n### Requirement 3: Roadmap\n- Print the roadmap of a club\n",
        [("functional", 4), ("functional", 6), ("functional", 8)],
    ),
    "requirements with a number of a version, and for later": (
        "# Keys\n## Requirements\n### Requirement: Keys are kept in the V3 format\nThe system SHALL hash a key.\n### Requirement: Test cases\nThe system SHALL list the cases of a court.\n### Requirement: Later: colours\nThe system SHALL paint a key.\n",
        [("functional", 4), ("functional", 6), ("deferred", 8)],
    ),
    "features called like parts of a document": (
        "# Club\n## Features\n### Feature 1: Milestones\n- Mark a day\n### Feature 2: Security\n- Keys are kept apart\n## Milestones\n- May: first try\n",
        [("functional", 4), ("nonfunctional", 6)],
    ),
    "ids that say a requirement of the product, and not how well it performs": (
        "# Policies\n## Product requirements\n| ID | Requirement |\n|---|---|\n| PR-01 | A deny keeps a tool from running |\n| PR-02 | Policies can be layered |\n## Performance requirements\n- PR-11: A check takes 10 ms\n",
        [("functional", 5), ("functional", 6), ("nonfunctional", 8)],
    ),
    "a table of what is called, among technical requirements": (
        "# Lamps\n## Technical requirements\n### TR-1: Language\n- Go 1.22\n### TR-2: Coverage\n| Endpoint | Method | Purpose |\n|---|---|---|\n| `/api/performance` | GET | History |\n| `/api/lamps/{id}` | PUT | Switch a lamp |\n",
        [("constraint", 4), ("functional", 8), ("functional", 9)],
    ),
    "what is out of a step, and what is parked": (
        "# Recorder\n## Features\n- Record the screen\n### Out of MVP 1\nRegion capture, instant replay, a dashboard.\n## Parked (do not sneak back in)\n- A cloud\n## Parked cars\n- Show where a car stands\n## Parked for later\n- A map\n",
        [
            ("functional", 3),
            ("non_goal", 5),
            ("non_goal", 7),
            ("functional", 9),
            ("deferred", 11),
        ],
    ),
    "languages, and what the design leaves room for": (
        "# Recorder\n## Features\n- Record the screen\n## Multi-language\n- Persian\n- Farsi\n## Brands\nArchitecture must support unlimited future brands.\n",
        [("functional", 3), ("nonfunctional", 5), ("nonfunctional", 6), ("nonfunctional", 8)],
    ),
    "what the first step is made with": (
        "# Jars\n## Features\n- Add a word\n## Technical MVP scope\n### Backend\n- Node.js + Express\n- PostgreSQL database\n",
        [("functional", 3), ("constraint", 6), ("constraint", 7)],
    ),
    "whom a product serves, in a whole sentence": (
        "# Food\nThe platform has four primary actor surfaces:\n- Customer\n- Merchant / Picker\n- Driver\n\n## Features\n- Customers order food\n",
        [("functional", 8)],
    ),
    "demands with an id called like parts of a document": (
        "# Pipeline\n## Technical requirements\n### TR-1: Approval gates\n- Manual approval before production\n- Approval ends after 24 hours\n## Approvals\n- Ada, May 3\n",
        [("constraint", 4), ("constraint", 5)],
    ),
    "tabs and pages called like parts of a document": (
        "# Lamp\n## Features\n### Schedule tab\n- Pick a time for the evening\n### Pricing page\n- Show three prices\n## Schedule\n- May: first try\n",
        [("functional", 4), ("functional", 6)],
    ),
    "people below user experience": (
        "# Wall\n## User experience\n### User personas\n1. **Sara (designer):** 32, owns a house, likes colours\n### Considerations\n- Hide what is rare\n- **User persona:** a painter with two walls\n- Target audience\n  - Painters who hang frames\n",
        [("functional", 6)],
    ),
    "what is made of personas": (
        "# Wall\n## Functional requirements\n### Persona builder\n- Draw a persona from answers\n",
        [("functional", 4)],
    ),
    "records called like parts of a document": (
        "# Ideas\n## Key entities\n### Idea\n- **title**: 5 to 100 signs\n- **status**: open or closed\n### Team\n- **name**: one word\n### Business rules\n- A title is unique\n",
        [("functional", 9)],
    ),
    "when something is open": (
        "# Shop\n## Requirements\n- WHEN the window is open THEN the app SHALL stop the page\n- When the shop is open, the bell shall ring\n## Notes\n- When the shop is open is still undecided\n- Which days are open\n",
        [("functional", 3), ("functional", 4), ("question", 6), ("question", 7)],
    ),
    "the stack in a table of tools": (
        "# Snap\n## Technical stack summary\n| Component | Tool / technology | Purpose |\n|---|---|---|\n| Mobile framework | React Native | Phones |\n| State | Zustand | Keeps state |\n## Tools\n| Tool | Version |\n|---|---|\n| Hammer | 2 |\n## Features\n- Take a photo\n",
        [("constraint", 5), ("constraint", 6), ("functional", 12)],
    ),
    "what a step of a scenario lists": (
        "# Seal\n## Requirements\n### Requirement: Answer\nThe system SHALL answer.\nIt SHALL answer in words.\n#### Scenario: Full answer\n- **GIVEN** a code\n- **WHEN** somebody asks\n- **THEN** the answer includes:\n  - the hash of the paper\n  - who signed it\n",
        [("functional", 4), ("functional", 5), ("acceptance", 7), ("acceptance", 10), ("acceptance", 11)],
    ),
    "scenes with a number": (
        "# Gym\n## User scenarios\n**Scenario 1: Coach plans a week**\n\n1. Coach opens a plan\n2. Coach picks:\n   - how heavy each set is\n   - how long to rest\n3. Coach saves the plan\n## User journeys\n### Journey 1 — Marta: the last tram\nMarta runs. She taps once.\n\nThe tram waits.\n## Functional requirements\n- FR-1: Save a plan\n- FR-2: Share a plan\n- FR-3: Print a plan\n- FR-4: Lock a plan\n- FR-5: Open a plan\n",
        [("story", 3), ("story", 11), *(("functional", line) for line in range(16, 21))],
    ),
    "what a specification says of itself": (
        "# Lists\n## ⚡ Quick guidelines\n- ✅ Focus on WHAT users need\n- 👥 Written for business people\n## Constitution check\n- Small steps are taken\n## Requirements\n- FR-001: System MUST share a list\n### FR coverage map\nFR-001: Epic 1 - sharing\n",
        [("functional", 8)],
    ),
    "when a release is accepted": (
        "# Stock\n## Functional requirements\n- FR-1: Count parts\n## Acceptance and release conditions\nThe release is accepted only when:\n1. all tests pass;\n2. the pages are linked.\n",
        [("functional", 3), ("acceptance", 6), ("acceptance", 7)],
    ),
    "why a function is wanted": (
        "# Scanner\n## Epic 7: Pages\n### Background\nThe scanner reads one page after the other and gives no sign before the end.\n### Benefits\n- Finds the next step sooner\n### Tasks\n- [ ] Read pages side by side\n### Background jobs\n- Clean up at night\n",
        [("functional", 8), ("functional", 10)],
    ),
    "what is made of parts of a document": (
        "# Career\n## Product functions\n### Roadmap (learning path) generation\n- Generate a roadmap for a learner\n### Milestone tracking\n- Mark what is learned\n## Roadmap\n- May: first try\n",
        [("functional", 4), ("functional", 6)],
    ),
    "what users are like": (
        "# Career\n## Overall description\n### User characteristics\nThe users are students. The interface of the system should be easy to use.\n#### Job seekers\n- Learning new skills\n- Need help\n## Features\n- Show a path\n",
        [("nonfunctional", 4), ("functional", 9)],
    ),
    "questions that are none": (
        "# Gym\n## Features\n- Save a plan\n## Open questions\nThis specification has been written with defaults for all decisions. No clarifications are required before planning.\n### Pricing\nAll questions are settled.\n",
        [("functional", 3)],
    ),
    "what is still weighed": (
        "# Desk\n## Features\n- Draw a line\n### Framework decision\nThe window library is TBD, weighed by:\n- how fast it starts\n\n**Options under evaluation:**\n- Tauri\n- Electron\n",
        [("functional", 3), ("question", 5), ("constraint", 6), ("question", 9), ("question", 10)],
    ),
    "data and people in other languages": (
        "# 脑图\n## 数据模型\n### 表结构（MVP）\n#### `nodes`\n- `id uuid`\n- `title text`\n## 功能\n- 导出图片\n",
        [("functional", 8)],
    ),
    "what an appendix leaves out": (
        "# Switch\n## Features\n- Switch a profile\n# Appendix\n- **Non-goals:** windows, Linux support\n- **Findings:** most people have two profiles\n",
        [("functional", 3), ("non_goal", 5)],
    ),
    "a quality with its values": (
        "# Jobs\n## Functional requirements\n- The system shall scrape jobs\n## Performance requirements\n- Scraping tasks should run:\n  - Every 12 hours\n  - Parallelized\n",
        [("functional", 3), ("nonfunctional", 5)],
    ),
    "what users do and what they require, in other languages": (
        "# 변환기\n## 기능 요구사항\n- 길이를 변환해야 합니다\n## 사용자\n1. 학생\n## 핵심 사용자 플로우\n1. 숫자 입력\n",
        [("functional", 3)],
    ),
    "what a role can do": (
        "# Workshop\n## User roles\n### Customer\nThe customer can:\n- Register and log in.\n- Book a service.\n### Mechanic\nA mechanic knows cars.\n- Works in a hall\n## Functional requirements\n- FR-1: Print a bill\n- FR-2: Send a bill\n- FR-3: Count parts\n",
        [("functional", line) for line in (5, 6, 11, 12, 13)],
    ),
    "one of several that are to be changed": (
        "# Savings\n## Requirements\n- IF the record to be updated does not belong to the member, THEN the app SHALL answer 404\n- The interest is to be updated\n- The bank, to be confirmed\n",
        [("functional", 3), ("question", 4), ("question", 5)],
    ),
    "tests that are planned": (
        "# Emoji\n## Features\n- Insert a sign\n## Testing scenarios\n1. New installation with default settings\n",
        [("functional", 3), ("acceptance", 5)],
    ),
    "a list of values and demands": (
        "# Gym\n## Functional requirements\nThe system shall enforce these rules for a password:\n- length of 8\n- at least one letter\n- it must contain a digit\n",
        [("functional", 3), ("functional", 6)],
    ),
    "a name with nothing but criteria": (
        "# Doors\n## Functional requirements\n- FR-1: Door bells\n  - Acceptance: The bell sounds within a second\n- FR-2: Close a door\n- FR-3: Lock a door\n",
        [("functional", 3), ("acceptance", 4), ("functional", 5), ("functional", 6)],
    ),
    "how errors are met": (
        "# Gym\n## User scenarios\n### Error scenarios\n- **No network**: the app keeps sets on the phone\n## User stories\n- As a coach, I want a plan\n",
        [("functional", 4), ("story", 6)],
    ),
}


@pytest.mark.parametrize(("text", "found"), SPECIFICATIONS.values(), ids=list(SPECIFICATIONS))
def test_forms_of_specifications(text: str, found: Found) -> None:
    assert kinds(text) == found
