"""What a heading or a line above makes of its list: left out, a measure, a given, or what comes up and is to be dealt with; invented documents."""

import pytest

from agents.builtin.reader.text.topics import announced
from agents.builtin.reader.words.topic import Topic
from tests.agents.kinds import Found, kinds

HEADINGS: dict[str, Topic | None] = {
    "What's explicitly cut from the first harvest": "non_goal",
    "Deliberately left out of v1": "non_goal",
    "Dropped for the pilot": "non_goal",
    "Cut flowers": None,
    "Dropped calls": None,
    "Cutting from the list": None,
    "Funcionalidades excluídas": "non_goal",
    "O sistema não pode": "non_goal",
    "Der Bot darf nicht": "non_goal",
    "La plateforme ne doit pas": "non_goal",
    "Der Gärtner darf nicht": None,
    "Os alunos não podem": None,
    "Scope (in scope for v3)": "functional",
    "In scope for version 2": "functional",
    "Scope for v3": "deferred",
    "Not in scope for v2": "non_goal",
    "Platform target": "constraint",
    "Platform priorities": "constraint",
    "Platform team": "neutral",
}
ROWS: dict[str, tuple[str, Found]] = {
    "what was cut, with the reason": (
        "# Choir library\n## Features\n- Lend a score\n## What is cut from v1\n| Feature | Reason cut | Where |\n|---|---|---|\n| Audio excerpts | Rights are dear | Later |\n| Fingerings | Needs an editor; scores first | `ideas.md` |\n",
        [("functional", 3), ("non_goal", 7), ("non_goal", 8)],
    ),
    "where else it runs, in the words of an entry": (
        "# Choir library\n## Features\n- Lend a score\n## Out of scope\n- A native app: mobile-first pages for now\n| Idea | Why not |\n|---|---|\n| Linux as a host | Drivers differ; Windows first |\n",
        [("functional", 3), ("constraint", 5), ("non_goal", 5), ("non_goal", 8)],
    ),
    "what the product may not do, in Portuguese": (
        "# Estufa\n## Funcionalidades\n- Regar conforme horário\n- Medir a umidade\n### O sistema não pode:\n- Abrir o telhado\n- Vender plantas\n",
        [("functional", 3), ("functional", 4), ("non_goal", 6), ("non_goal", 7)],
    ),
    "left out in brackets, in several tongues": (
        "# Estufa\n## Funcionalidades\n- Medir a umidade\n- Comprar sementes (fora do escopo do MVP)\n- Arroser la nuit (hors périmètre)\n- Dünger bestellen (außerhalb des Umfangs)\n",
        [("functional", 3), ("non_goal", 4), ("non_goal", 5), ("non_goal", 6)],
    ),
    "what goes by a rule, and what conforms": (
        "# Biblioteca\n## Funcionalidades\n- Renovar empréstimos conforme as regras\n- Avisar leitores conforme agenda\n- Guardar dados conforme LGPD\n",
        [("functional", 3), ("functional", 4), ("nonfunctional", 5)],
    ),
    "examples of success": (
        "# Ferry desk\n## Features\n- Sell a ticket\n## Success metrics\nExamples:\n\n- No car waits after the last boat.\n- A clerk sells a ticket without a queue.\n",
        [("functional", 3), ("metric", 7), ("metric", 8)],
    ),
    "examples of what is left out": (
        "# Ferry desk\n## Features\n- Sell a ticket\n## Out of scope\nExamples:\n\n- Freight papers\n- Crew rosters\n",
        [("functional", 3), ("non_goal", 7), ("non_goal", 8)],
    ),
    "examples of what is printed": (
        "# Ferry desk\n## Features\n- Sell a ticket\n\nExamples:\n\n- A ticket for a horse\n",
        [("functional", 3)],
    ),
    "measures in groups that are called like qualities": (
        "# Ferry desk\n## Features\n- Sell a ticket\n## KPIs\nReliability:\n- Sales without an error: 98%+\n\nPerformance:\n- Tickets an hour: 40+\n\n## Quality\nReliability:\n- Sales survive a power cut\n",
        [("functional", 3), ("metric", 6), ("metric", 9), ("nonfunctional", 13)],
    ),
    "what is in scope for a version": (
        "# Ferry desk\n## Scope (in scope for v2)\nAt the desk:\n- Sell a ticket\n- Print a boarding list\n## Ideas for v3\n- Sell by phone\n",
        [("functional", 4), ("functional", 5), ("deferred", 7)],
    ),
    "what comes up": (
        "# Weather mast\n## Goals\n### Reliable field behaviour\nThe logger must handle:\n- mains failure,\n- a full card,\n- lightning.\n### Reliable storage\nThe logger must be:\n- safe against frost\n",
        [("functional", 5), ("functional", 6), ("functional", 7), ("nonfunctional", 10)],
    ),
    "what is ticked off before it goes out": (
        "# Weather mast\n## Features\n- Read the wind\n## Release checklist\n### Privacy\n- [ ] Masthead blurs the houses around\n- [ ] Masthead says who looks\n",
        [("functional", 3), ("functional", 6), ("functional", 7)],
    ),
    "what is ticked off before it ships": (
        "# Dog school\n## Features\n- Book a lesson\n## Ship checklist\n### Security\n- [ ] Second trainer has to nod before a dog is removed\n- [ ] Reliability under load\n## Security\n- [ ] Second trainer has to nod before a course is removed\n",
        [("functional", 3), ("functional", 6), ("nonfunctional", 7), ("nonfunctional", 9)],
    ),
    "prices of tiers": (
        "# Dog school\n## Features\n- Book a lesson\n## How it earns\n| Plan | Price | Includes |\n|---|---|---|\n| Puppy | Free | Two lessons |\n| Pack | €9 a month | All lessons |\n",
        [("functional", 3), ("constraint", 7), ("constraint", 8)],
    ),
    "tiers that are to be built": (
        "# Dog school\n## Functional requirements\n| Plan | What it does |\n|---|---|\n| Puppy | Shows two lessons |\n| Pack | Shows all lessons |\n",
        [("functional", 5), ("functional", 6)],
    ),
    "where alone it runs, and what keeps it running": (
        "# Weather mast\n## Features\n- Terminal only.\n- Read the wind\n- Service started by runit.\n- Jobs started by the keeper\n- Show only terminal errors\n",
        [
            ("constraint", 3),
            ("functional", 4),
            ("constraint", 5),
            ("functional", 6),
            ("functional", 7),
        ],
    ),
    "what it is for first": (
        "# Dog school\n## Features\n- Book a lesson\n## Platform target\n- **Host**: Windows 11 only.\n- **Printer**: any with A5\n",
        [("functional", 3), ("constraint", 5), ("constraint", 6)],
    ),
}


@pytest.mark.parametrize(("heading", "topic"), HEADINGS.items())
def test_a_heading_is_about_what_all_its_words_say(heading: str, topic: Topic | None) -> None:
    assert announced(heading) == topic


@pytest.mark.parametrize(("text", "found"), ROWS.values(), ids=ROWS)
def test_a_list_is_what_stands_above_it(text: str, found: Found) -> None:
    assert kinds(text) == found
