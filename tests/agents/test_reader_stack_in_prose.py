"""What a text says of its technology in the prose before its lists binds, though nobody demands anything there."""

import pytest

from agents.builtin.planner import plan
from agents.builtin.reader.findings import Findings
from agents.builtin.reader.reading import read
from agents.schemas.pack import ArchitecturePack
from agents.schemas.planner import PlannerInputs

LISTS = "## Must\n- Clerk scans a parcel\n- Recipient confirms pickup\n- Show parcels that are overdue\n"


def written(prose: str) -> str:
    return f"# Parcel desk\n\nInternal web app for our two desks. {prose}\n\n{LISTS}"


def bound(body: str) -> list[str]:
    found = read(body)
    assert isinstance(found, Findings), found
    return [each.text for each in found.of("constraint")]


@pytest.mark.parametrize(
    "prose",
    [
        "Svelte frontend, Go backend.",
        "MariaDB exists and is run by IT.",
        "Python 3.11, no Docker.",
        "A small service in Rust that keeps parcels.",
        "A command line tool in Rust that downloads tables and prints them.",
        "Nightly dbt job on Snowflake.",
        "Everything is stored in PostgreSQL.",
        "OpenShift is where it runs.",
        "RabbitMQ between them.",
        "TypeScript library (ESM only) that parses labels.",
        "Kotlin Multiplatform later, for now plain Kotlin with Jetpack Compose.",
        "The parcel service uses PostgreSQL, the list service uses MongoDB.",
        "Vite + React, IndexedDB through Dexie.",
    ],
)
def test_a_choice_in_prose_binds(prose: str) -> None:
    assert [each.rstrip(".") for each in bound(written(prose))] == [prose.rstrip(".")]


@pytest.mark.parametrize(
    "prose",
    [
        "Today the list is an Excel sheet and a database in MySQL that nobody knows.",
        "Our old app was written in PHP.",
        "We tried Elasticsearch, too heavy.",
        "Maybe later a mobile app (Flutter).",
        "Our people know Python.",
        "It looks like GitHub for parcels.",
    ],
)
def test_what_was_or_may_come_binds_nobody(prose: str) -> None:
    assert bound(written(prose)) == []


def test_what_is_put_off_behind_a_semicolon_leaves_the_choice_in_front_of_it() -> None:
    said = bound(written("Vite + Preact, IndexedDB through Dexie; sync may come in v2 (then Hono)."))
    assert said == ["Vite + Preact, IndexedDB through Dexie"]


def test_a_choice_in_prose_is_what_the_plan_is_built_with() -> None:
    body = written("Svelte frontend, Go backend. MariaDB exists and is run by IT.")
    outcome = plan(PlannerInputs(body=body))
    assert isinstance(outcome, ArchitecturePack)
    used = {part.id: part.technology for part in outcome.architecture.components}
    assert (used["web"], used["store"], outcome.architecture.language) == ("Svelte", "MariaDB", "Go")
