"""Rules for those who make the product, facts about what it stands on, and flows that tell its functions: small invented documents."""

import pytest

from tests.agents.kinds import Found, kinds

OF_THE_WORK: dict[str, tuple[str, Found]] = {
    "what every step of the work follows": (
        "# Ferries\n## Features\n- Sell a ticket\n- Print a ticket\n- Refund a ticket\n## Implementation phases\n### Phase 1\n1. Harbour page\n\nEach implementation step follows these guidelines:\n1. Start on a branch\n2. Stay small\n3. Be testable alone\n",
        [
            *(("functional", line) for line in (3, 4, 5)),
            *(("constraint", line) for line in (11, 12, 13)),
        ],
    ),
    "what contributors keep to": (
        "# Ferries\n## Features\n- Sell a ticket\n## Contributing\nAll contributors adhere to the following rules:\n- Sign each commit\n- Squash before merging\n",
        [("functional", 3), ("constraint", 6), ("constraint", 7)],
    ),
    "what a ticket shows follows nothing of the work": (
        "# Ferries\n## Features\n- Sell a ticket\n\nEach ticket follows these rules:\n- Print the harbour on top\n- Show the price in euros\n",
        [("functional", 3), ("functional", 6), ("functional", 7)],
    ),
    "how the document is kept": (
        "# Requirements\n\nRules:\n\n- New requirements are written in the pull request that needs them, with the next free id.\n- A requirement is verified only when its test passes.\n- Superseded requirements keep their own ids.\n\n## Harbour\n- The desk shall sell tickets\n- Every requirement of a passenger must be verified by a clerk\n",
        [
            *(("constraint", line) for line in (5, 6, 7)),
            ("functional", 10),
            ("functional", 11),
        ],
    ),
}
FACTS: dict[str, tuple[str, Found]] = {
    "what stands for all others": (
        "# Ferries\n## Scope\nThe desk sells tickets and keeps them. PostgreSQL is the transactional authority.\n\n- Sell a ticket\n- Redis is the system of record\n- The captain is the authority on board\n",
        [("constraint", 3), ("functional", 3), ("functional", 5), ("constraint", 6), ("functional", 7)],
    ),
    "what it is based on": (
        "# Ferries\n## Features\n### Desk\n- React-based SPA with TypeScript\n- A Django-powered back-end\n- Token-based sign-in\n- Zone-based tickets\n",
        [("constraint", 4), ("constraint", 5), ("functional", 6), ("functional", 7)],
    ),
    "what a technology does not do, and what the product does not": (
        "# Ferries\n## Notes\n1. Owners across namespaces are not supported in Kubernetes\n2. Queues across regions are not supported by Redis\n3. Group tickets are not supported in the harbour\n",
        [("constraint", 3), ("constraint", 4), ("non_goal", 5)],
    ),
    "what it supports as it is": (
        "# Ferries\n## Features\nThe desk currently only supports one harbour.\n\n- Sell a ticket\n- Support one harbour per desk\n",
        [("constraint", 3), ("functional", 5), ("functional", 6)],
    ),
    "what was chosen, and what is done": (
        "# Ferries\n## Decisions\n- We use the Alarms API instead of timers\n- We settled on Harbour Kit for the desk\n## Features\n- We use harbours twice a day\n- We want it on the pier by the end of August\n",
        [("constraint", 3), ("constraint", 4), ("functional", 6), ("constraint", 7)],
    ),
    "the name of a row that is a layer elsewhere": (
        "# Ferries\n## Features\n| View | Shows |\n|---|---|\n| Architecture | piers, berths and bridges |\n| Storage | luggage and freight |\n| Database | PostgreSQL |\n",
        [("functional", 5), ("functional", 6), ("constraint", 7)],
    ),
}
OWED: dict[str, tuple[str, Found]] = {
    "what whoever makes it owes": (
        "# Ferries\n## Delivery\nThe contractor shall hand over the source code. The vendor must provide training for six clerks. The vendor must provide a list of berths.\n\n- The agency is to sign the plan\n- The captain shall hand over the keys\n",
        [("constraint", 3), ("functional", 3), ("constraint", 5), ("functional", 6)],
    ),
    "what it may cost": (
        "# Ferries\n## Requirements\n- The total price shall not exceed 25,000 EUR\n- Costs must stay below $400 a month\n- The price must not exceed the limit of the card\n",
        [("constraint", 3), ("constraint", 4), ("functional", 5)],
    ),
    "when the work begins": (
        "# Ferries\n## Delivery\n- Work starts on 1 September and ends on 15 December\n- The pilot runs for 6 weeks\n- The trip starts at the pier on 1 May\n",
        [("constraint", 3), ("constraint", 4), ("functional", 5)],
    ),
    "what it has to be, and where": (
        "# Ferries\n## Technical requirements\n- The desk shall be open source\n- Hosting shall be provided by the contractor\n- Old links shall be redirected\n- The desk must be open on Sundays\n",
        [("constraint", 3), ("constraint", 4), ("functional", 5), ("functional", 6)],
    ),
    "on whose machines, and until when": (
        "# Ferries\nA page for the harbour where clerks sell tickets and guests see the ferries of the day.\n\nTech: has to run on the harbour's tablets. Should be ready after the summer break.\n",
        [("functional", 2), ("constraint", 4)],
    ),
    "what must not be dragged along": (
        "# Ferries\n## Server\nThe desk crashes on Sundays. Crashes of one desk must not take down the others.\n\n- Sell a ticket\n",
        [("nonfunctional", 3), ("functional", 5)],
    ),
}
FLOWS: dict[str, tuple[str, Found]] = {
    "steps with names in a document that lists no functions": (
        "# Ferries\n## Roles\n- Clerk\n## Flow\n1. **Booking:** clerk and guest agree on a day (week, weekend).\n2. **Payment:** cash or card at the desk.\n2b. **Refund:** within a week, half of it.\n3. **Boarding:** tickets are torn.\n",
        [("functional", line) for line in (5, 6, 7, 8)],
    ),
    "in German": (
        "# Fähren\n## Rollen\n- Schalter\n## Ablauf\n1. **Buchung:** Gäste sehen alle Fahrten → eigene Liste.\n2. **Zahlung:** bar oder mit Karte am Schalter.\n3. **Einstieg:** Karten werden gerissen.\n",
        [("functional", line) for line in (5, 6, 7)],
    ),
    "steps with names beside a list of functions": (
        "# Ferries\n## Features\n- Book a day\n- Take money\n- Tear a ticket\n- Count guests\n- Print a list\n## Flow\n1. **Booking:** clerk and guest agree on a day.\n2. **Payment:** cash or card at the desk.\n3. **Boarding:** a torn ticket.\n",
        [("functional", line) for line in range(3, 8)],
    ),
}


@pytest.mark.parametrize(("text", "found"), OF_THE_WORK.values(), ids=OF_THE_WORK)
def test_a_rule_for_those_who_make_it_is_a_constraint(text: str, found: Found) -> None:
    assert kinds(text) == found


@pytest.mark.parametrize(("text", "found"), FACTS.values(), ids=FACTS)
def test_what_it_stands_on_is_a_constraint(text: str, found: Found) -> None:
    assert kinds(text) == found


@pytest.mark.parametrize(("text", "found"), OWED.values(), ids=OWED)
def test_what_binds_those_who_make_it_is_told_from_what_the_product_does(text: str, found: Found) -> None:
    assert kinds(text) == found


@pytest.mark.parametrize(("text", "found"), FLOWS.values(), ids=FLOWS)
def test_a_flow_tells_functions_where_nothing_else_does(text: str, found: Found) -> None:
    assert kinds(text) == found
