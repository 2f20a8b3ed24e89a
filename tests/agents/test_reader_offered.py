"""What libraries offer, glossaries let people do, and lists name again: small invented documents."""

import pytest

from tests.agents.kinds import Found, kinds
from tests.agents.stated import read_whole

HEAD = "# Bills\n## Features\n- Print a bill\n- Send a bill\n- Sort the bills\n- Find a bill\n- Void a bill\n"
HEADS: Found = [("functional", line) for line in range(3, 8)]
OFFERED: dict[str, tuple[str, Found]] = {
    "calls below headings": (
        "## Public API\n### Opening\n```\nopen(path, mode)\n```\n### Pages\n```ts\nfirstPage() -> Page\nturn(page: number): void\n```\n### Example\n```\nopen(path)\n```\n",
        [("functional", 11), ("functional", 15), ("functional", 16)],
    ),
    "what can be set": (
        "## Settings\n| Option | Type | Default |\n|---|---|---|\n| `paper` | string | A4 |\n| `copies` | number | 1 |\n",
        [("functional", 11), ("functional", 12)],
    ),
    "options that are weighed": (
        "## Options considered\n| Option | Pros | Cons |\n|---|---|---|\n| Laser | Fast | Loud |\n",
        [],
    ),
    "files that the tools read": (
        "## Implementation notes\n- **pubspec.yaml**: version 3, two plug-ins\n- **config.toml**: one section for each printer\n",
        [("constraint", 9), ("constraint", 10)],
    ),
    "what it is made with, below a line that says so": (
        "## Goals\n- Print at night\n\n**Tech stack** (to begin with):\n- Printer APIs: `hall.print`, `hall.stop`\n- API: fetch from OpenAI endpoint (the clerk must enter a key)\n",
        [("functional", 9), ("constraint", 12), ("constraint", 13)],
    ),
    "layers in headings": (
        "## Resources\n### Frontend: React\n- [Guide](https://a.example)\n### Hosting: Cloudhouse\n## Area: north hall\n- Show the map of the hall\n",
        [("constraint", 9), ("constraint", 11), ("functional", 13)],
    ),
    "an entry with more than its name": (
        "## Screens\n- Letter sheet (full width, closes with the escape key):\n  - Button for one copy\n- Side bar (left):\n  - Button for all copies\n",
        [("functional", 9), ("functional", 10), ("functional", 12)],
    ),
    "cases at the edge": (
        "## Look and feel\n- **Edge cases**: no printer (queue the bills)\n",
        [("functional", 9)],
    ),
    "half of it later, and half of it binding": (
        "## Scope\n- One currency per bill; other currencies deferred\n- A list of the day – clerks must print it in the evening\n",
        [("deferred", 9), ("functional", 9), ("functional", 10)],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", OFFERED)
def test_what_is_offered_and_set_is_a_function(name: str) -> None:
    text, expected = OFFERED[name]
    assert kinds(HEAD + text) == [*HEADS, *expected]


@pytest.mark.parametrize(
    ("stack", "parts"),
    [
        ("Tech stack: React front end, Go + PostgreSQL back end, hosting on Netlify", ["React front end", "Go + PostgreSQL back end", "hosting on Netlify"]),
        ("Technical Stack: Django server; MySQL database (one, shared by all desks)", ["Django server", "MySQL database (one, shared by all desks)"]),
        ("Tech stack: HTML, CSS, JavaScript", ["Tech stack: HTML, CSS, JavaScript"]),
        ("Storage: MySQL database, files on disk", ["Storage: MySQL database, files on disk"]),
    ],
)  # fmt: skip
def test_a_stack_in_one_sentence_is_its_parts(stack: str, parts: list[str]) -> None:
    found = read_whole(f"{HEAD}## Technology\n- {stack}\n").findings
    assert [each.text for each in found if each.kind == "constraint"] == parts


def test_how_pages_are_made_is_given_beside_what_they_do() -> None:
    text = f"{HEAD}- Search engines find each page (server-side rendering)\n- The desk renders letters at the side of the server\n"
    assert kinds(text) == [*HEADS, ("constraint", 8), ("functional", 8), ("functional", 9)]


STORIES = (
    "# Bills\n## Stories\n### US 1.1 - Print\n> As a clerk, I want to print a bill so that I can send it.\n### US 1.2 - Void\n> As a clerk, I want to void a bill.\n"
    "## MoSCoW\n### Must have\n- US 1.1 (Print a whole bill)\n### Won't get\n- US 1.2 (Void a bill)\n"
)


def test_a_list_that_names_stories_again_tells_no_more_of_them() -> None:
    assert kinds(STORIES) == [("story", 4), ("story", 6), ("non_goal", 11)]
    assert next(each.lines for each in read_whole(STORIES).findings if each.kind == "story") == (4, 9)


GLOSSARY = "# Bills\n## Glossary\n- **Clerk**: Somebody at the desk. Clerks can print bills and void them. They also have the ability to sort.\n- **Bill**: A sheet. Bills are written by hand.\n"


def test_a_glossary_says_what_somebody_can_do_where_nothing_else_does() -> None:
    assert [(each.kind, each.text[:10]) for each in read_whole(GLOSSARY).findings] == [
        ("functional", "Clerks can"),
        ("functional", "They also "),
    ]
    assert kinds(HEAD + GLOSSARY.removeprefix("# Bills\n")) == HEADS
