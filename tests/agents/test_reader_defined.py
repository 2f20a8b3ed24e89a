"""The things a PRD defines itself: in code, below headings about data, and wherever fields hang on a name."""

import pytest

from agents.builtin.reader import Findings, read


def entities(text: str) -> dict[str, tuple[str, ...]]:
    """The things of a document, each with its attributes."""
    outcome = read(text)
    assert isinstance(outcome, Findings), outcome
    return {each.name: each.attributes for each in outcome.entities}


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (
            "```sql\nCREATE TABLE IF NOT EXISTS ferry_berths (\n  id UUID PRIMARY KEY,\n  length INT,\n  PRIMARY KEY (id)\n);\n```",
            {"Ferry Berth": ("id", "length")},
        ),
        (
            "```ts\nexport interface Voyage {\n  id: string;\n  departs?: Date;\n}\n```",
            {"Voyage": ("id", "departs")},
        ),
        (
            "```python\nclass Cabin(BaseModel):\n    number: int\n    deck: str = ''\n```",
            {"Cabin": ("number", "deck")},
        ),
        (
            "```mermaid\nerDiagram\n  SHIP ||--o{ CABIN : has\n  SHIP {\n    string name PK\n    int decks\n  }\n```",
            {"Ship": ("name", "decks"), "Cabin": ()},
        ),
        ("```go\ntype Deck struct {\n\tLevel int\n\tName  string\n}\n```", {"Deck": ("Level", "Name")}),
        (
            "```ts\ntype Cabin = { number: number; deck?: string };  // one bed\ntype CabinProps = { cabin: Cabin };\n```",
            {"Cabin": ("number", "deck")},
        ),
        ("```js\nclass VoyageService {\n  async find(id) {\n    return 1;\n  }\n}\n```", {}),
        ("```sh\nferry --list\n```", {}),
    ],
    ids=["table", "interface", "class", "diagram", "struct", "on one line", "service", "shell"],
)
def test_things_declared_in_code_come_with_their_fields(
    code: str, expected: dict[str, tuple[str, ...]]
) -> None:
    assert entities(f"# Ferries\n## Data\n{code}\n") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "## Key Entities\n- **Berth**: where a ship lies\n- **Build Permit**: allows work\n",
            {"Berth": (), "Build Permit": ()},
        ),
        (
            "## Features\n### Database tables\n#### berths\n| Column | Type |\n|---|---|\n| id | int |\n| name | text |\n",
            {"Berth": ("id", "name")},
        ),
        (
            "## Overview\nBerth:\n- id\n- name\n- length\n",
            {"Berth": ("id", "name", "length")},
        ),
        (
            "## Dane\nKeja:\n-nazwa\n-numer\n-długość\n",
            {"Keja": ("nazwa", "numer", "długość")},
        ),
        ("## 数据模型\n- Berth（id, name, updated_at）\n", {"Berth": ("id", "name", "updated_at")}),
        (
            "## Data\nBerth: id, name, length\nTollRule: id, berth_id, price\n",
            {"Berth": ("id", "name", "length"), "TollRule": ("id", "berth_id", "price")},
        ),
        (
            "## Features\n- The desk shall accept manifests (ship id, name, date)\n",
            {"Manifest": ("ship id", "name", "date")},
        ),
        ("## Overview\nBerths have a name, a length and a price.\n", {"Berth": ("name", "length", "price")}),
        ("## Features\n- Show a page with: a header, a footer and a search box\n", {}),
        (
            "## Data models\n**berths (table) - kept for ever**\n- `id` (UUID)\n- `depth` (number)\n- `pier_id` (UUID, references piers.id)\n",
            {"Berth": ("id", "depth", "pier_id")},
        ),
        (
            "## Data\n### Exception handling strategy\n- `NoBerthException`: thrown\n- `NoPierException`: thrown\n- `LateException`: thrown\n",
            {},
        ),
        (
            "## Data and preparation\n- Exploration of logs\n- Length and noise analysis\n- Berths are measured by tests\n",
            {},
        ),
        (
            "## Data\n- `berthLogs` table (id, berthId, createdAt)\n### Reference\n| Term | Says |\n|---|---|\n| PWA | a page |\n| Quay fee | who may |\n",
            {"Berth Log": ("id", "berthId", "createdAt"), "Quay fee": ()},
        ),
        (
            "## Data entities\n- Berths\n- Skippers\n- **D1**: Rows are kept\n## Users\n- Skippers\n",
            {"Berth": (), "Skipper": ()},
        ),
        (
            "## Features\n- Status bar always visible: name, state, duration, count\n- Show all contacts (e.g., name, email, phone)\n",
            {},
        ),
        (
            "## Tests\n- Domain models: immutability, property behaviour\n## Features\n- Required: name, type, description\n- Within each quay: name, photo, type\n",
            {},
        ),
        (
            "## Project details\n- **Project name**: Quay\n- **Document version**: 2\n- **Date**: May\n## Secrets\n- `QUAY_API_KEY`\n- `QUAY_USER_ID`\n- `MAIL_API_URL`\n",
            {},
        ),
        (
            "## Glossary\n- **Toll_Engine**: counts\n- **Berth_Plan**: holds\n## Data\n### Key state models\n- Sample rows\n## More\n- The Toll_Engine reads Berth_Plan\n- Toll_Engine asks Berth_Plan\n",
            {"Berth Plan": ()},
        ),
        (
            "## Screens\n- Berths list: id, name, length\n- Every toll logged with time, amount and payer\n",
            {"Berth": ("id", "name", "length"), "Toll": ("time", "amount", "payer")},
        ),
        (
            "## Features\n- Must include `port.json` (icons, theme_color, title)\n- **Inputs**: name, title, date\n",
            {},
        ),
    ],
    ids=[
        "section",
        "tables",
        "fields anywhere",
        "fields without spaces",
        "in wide brackets",
        "line by line",
        "in brackets",
        "many have",
        "no fields",
        "fields of tables in bold",
        "errors",
        "steps of work",
        "names of tables and terms",
        "people that are kept",
        "on screens and by example",
        "of the document and of a program",
        "parts of a program in a glossary",
        "in a list and when it happened",
        "what models are like",
        "what is entered",
    ],
)
def test_what_a_document_defines_is_a_thing_with_the_fields_listed(
    text: str, expected: dict[str, tuple[str, ...]]
) -> None:
    assert entities(f"# Port desk\n{text}") == expected


@pytest.mark.parametrize(
    "listed",
    [
        "Berth: number, length\nVoyage: ship, berth, from, to\n",
        "- Berth: number, length (in metres)\n- Voyage - ship, berth, from, to\n",
        "- **Berth:** number, length\n- **Voyage:** ship, berth, from, to\n",
    ],
)
@pytest.mark.parametrize("heading", ["Data", "What we keep", "Records", "Data it stores"])
def test_what_is_kept_of_each_thing_is_a_thing_with_fields_and_nothing_to_build(
    heading: str, listed: str
) -> None:
    text = f"# Harbour\n\n## What it does\n- Clerks book a berth.\n\n## {heading}\n{listed}"
    outcome = read(text)
    assert isinstance(outcome, Findings)
    assert [(each.kind, each.lines[0]) for each in outcome.findings] == [("functional", 4)]
    things = {each.name: each.attributes for each in outcome.entities}
    assert things["Voyage"] == ("ship", "berth", "from", "to")
    assert things["Berth"] == ("number", "length")


@pytest.mark.parametrize(
    "entry",
    [
        "Backup: daily, encrypted",
        "Retention: 2 years, then gone",
        "Bills must be kept for ten years",
        "Import: the old list, once",
    ],
)
def test_what_holds_for_all_data_is_no_thing_with_fields(entry: str) -> None:
    text = f"# Harbour\n\n## What it does\n- Clerks book a berth.\n\n## Data\n- {entry}\n"
    outcome = read(text)
    assert isinstance(outcome, Findings)
    assert 7 in {each.lines[0] for each in outcome.findings}
