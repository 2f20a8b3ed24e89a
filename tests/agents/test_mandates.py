"""What somebody else decided is what the plan is built with, however they said it; what they refused is nowhere."""

import pytest

from agents.builtin.planner import plan
from agents.builtin.planning.drawing.mandates import named
from agents.schemas.pack import ArchitecturePack
from agents.schemas.planner import PlannerInputs, Remark

SERVICE = "# Ledger service\nA web service for bookings.\n## Functional requirements\n- Store bookings\n- List bookings\n- Delete bookings\n- Send a monthly report\n"


def planned(body: str, **given: object) -> ArchitecturePack:
    outcome = plan(PlannerInputs.model_validate({"body": body, **given}))
    assert isinstance(outcome, ArchitecturePack), outcome
    return outcome


def technology(pack: ArchitecturePack, kind: str) -> list[str]:
    return [part.technology for part in pack.architecture.components if part.kind == kind]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Database: MySQL", ["MySQL"]),
        ("database: mariadb", ["MariaDB"]),
        ("database = FaunaDB", ["FaunaDB"]),
        ("Datenbank: PostgreSQL", ["PostgreSQL"]),
        ("The backend must be written in Go.", ["Go"]),
        ("stack.language: kotlin", ["Kotlin"]),
        ("language: go", ["Go"]),
        ("we already use Go and Terraform", ["Terraform", "Go"]),
        ("Language: C#", ["C#"]),
        ("Backend: Elixir and Phoenix", ["Elixir", "Phoenix"]),
        ("Queue: Acme Bus", ["Acme Bus"]),
        ("Queue: Uses mock data and Queue QRs", []),
        ("SQLite is acceptable for the earliest demo", []),
        ("Optional: Redis", []),
        ("Frontend: react", ["React"]),
        ("cloud: azure", ["Azure"]),
        ("hosting: Hetzner Cloud", ["Hetzner Cloud"]),
        ("message broker: rabbitmq", ["RabbitMQ"]),
        ("React Native with Expo", ["React Native", "Expo"]),
        ("We use MongoDB.", ["MongoDB"]),
        ("Uses .NET 8 and SQL Server", [".NET", "SQL Server"]),
        ("One PostgreSQL database; no other data store.", ["PostgreSQL"]),
        ("PostgreSQL or MySQL", ["PostgreSQL"]),
        ("TypeScript/JavaScript", ["TypeScript"]),
        ("Use sqlite instead of Postgres", ["SQLite"]),
        ("not only MySQL but also Redis", ["MySQL", "Redis"]),
        ("The system shall store data in postgres", ["Postgres"]),
        ("Must not use AWS; deploy on Hetzner", []),
        ("no Firebase", []),
        ("Only ECS for now (EKS maybe later)", ["ECS"]),
        ("Frontend: Next.js + Base UI + Tailwind", ["Next.js", "Base UI", "Tailwind"]),
        ("SQLite (dev), PostgreSQL (prod)", ["PostgreSQL"]),
        ("SQLite in development, PostgreSQL in production", ["PostgreSQL"]),
        ("Use SQLite for local development and Postgres in prod", ["Postgres"]),
        ("H2 for tests, MySQL in production", ["MySQL"]),
        ("dev: SQLite, prod: MariaDB", ["MariaDB"]),
        ("Database: SQLite (dev)", []),
        ("SQLite in dev and prod", ["SQLite"]),
        ("SQLite for local storage", ["SQLite"]),
        ("pytest for tests, Docker for development", ["pytest", "Docker"]),
        ("Node 20", ["Node.js"]),
        ("runs on node >= 18", ["Node.js"]),
        ("Runtime: Node", ["Node.js"]),
        ("Each node 5 tells the next", []),
        ("Requires Python 3.12 or later", ["Python"]),
        ("PostgreSQL is not allowed", []),
        ("MongoDB must not be used", []),
        ("Orders come from the Shopify Admin API (GraphQL)", []),
        ("Push goes out through Firebase Cloud Messaging", []),
        ("languages: English, German", []),
        ("platform: linux and macOS", []),
        ("Feel free to go swift and rest", []),
        ("Platform: the data must be exported to the tax office", []),
        ("Frontend: React 18 + Vite + Tailwind CSS + shadcn/ui", ["React", "Vite", "Tailwind CSS", "shadcn/ui"]),
        ("The Spring framework is used (Spring Boot, Spring Security)", ["Spring Boot"]),
        ("Tailwind, later on Tailwind CSS plugins", ["Tailwind CSS"]),
        ("React Native on phones, React on the web", ["React Native", "React"]),
        ("Template engine: Go text/template", []),
        ("Game engine: Defold", ["Defold"]),
        ("Frontend: Next.js (React), Matches existing stack; fast", ["Next.js", "React"]),
        ("Runtime: Version 14+ of Node.js", ["Node.js"]),
        ("Deployment: Docker + Nginx, Self-hosted", ["Docker", "Nginx"]),
        ("Backend: Bun + Hono (or Node.js + Fastify), PostgreSQL", ["Bun", "Hono", "PostgreSQL"]),
        ("Bundled with Rollup or Webpack", []),
        ("If using PHP, settings are JSON, if using Python, TOML", []),
        ("An object store such as AWS S3 or Azure Blob", []),
        ("Git Flow branching", []),
        ("The file is git-ignored", []),
        ("The real thing is a Swift port later", []),
        ("The schema that the Flutter app reads", []),
        ("A project that uses Gradle can be analysed", []),
        ("Pub/Sub carries the events", ["Pub/Sub"]),
        ("Redis only if we really need it", []),
        ("State storage: JSON first, SQLite only if needed", []),
        ("A cache (Redis, if necessary)", []),
        ("Add Redis when the load requires it", []),
        ("SQLite only", ["SQLite"]),
        ("Redis: only if rate limits require it", []),
        ("Kafka was considered; not needed", []),
        ("Kotlin Multiplatform later, for now Kotlin with Jetpack Compose", ["Kotlin", "Jetpack Compose"]),
        ("Use Redis if the cache is cold", ["Redis"]),
        ("Helm is not wanted", []),
        ("Helm is not needed, Terraform is", ["Terraform"]),
        ("PostgreSQL; we looked at MongoDB and gave it up", ["PostgreSQL"]),
        ("Postgres (MySQL was considered and rejected)", ["Postgres"]),
        ("We evaluated Kafka but decided against it", []),
        ("We considered MySQL and use Postgres", ["Postgres"]),
        ("Inspired by a field deployment with a Raspberry Pi and a microphone", []),
        ("Runs on a Raspberry Pi", ["Raspberry Pi"]),
        ("Vector store: OpenSearch or pgvector (to be decided)", []),
        ("Built with React (MongoDB must not be used)", ["React"]),
        ("Go with Operator SDK", ["Operator SDK", "Go"]),
        ("Go with the cheapest host", []),
        ("**Inspired by:** A deployment with a Raspberry Pi", []),
        ("Windows 10/11 (PowerShell with cmd fallback)", []),
        ("Run shell script (PowerShell on Windows, bash on Linux)", []),
        ("Written in PowerShell", ["PowerShell"]),
        ("Folder watching: PowerShell default, cmd fallback available", []),
        ("Database: Supabase (PostgreSQL + Auth + Realtime), free tier", ["Supabase", "PostgreSQL"]),
        ("React with React Query, React Router and Zustand", ["React", "React Query", "React Router", "Zustand"]),
        ("Forms: React Hook Form", ["React Hook Form"]),
        ("Kotlin, Compose", ["Kotlin", "Jetpack Compose"]),
        ("Compose a message in Kotlin", ["Kotlin"]),
        ("Background work with WorkManager", ["WorkManager"]),
    ],
)  # fmt: skip
def test_a_technology_is_read_however_it_is_named(text: str, names: list[str]) -> None:
    assert [name for _, name in named(text)] == names


@pytest.mark.parametrize(
    ("stated", "kind", "expected"),
    [
        ("- Database: MySQL", "store", ["MySQL"]),
        ("- All data is kept in MongoDB", "store", ["MongoDB"]),
        ("- Values are served from MongoDB", "store", ["MongoDB"]),
        ("- Must use SQLite", "store", ["SQLite"]),
        ("- No PostgreSQL", "store", ["MariaDB"]),
        ("- PostgreSQL and MariaDB are not allowed", "store", ["SQLite"]),
        ("- PostgreSQL with a Redis cache", "store", ["PostgreSQL", "Redis"]),
        ("- Search with Elasticsearch, data in PostgreSQL", "store", ["PostgreSQL", "Elasticsearch"]),
        ("- Stateless: without any database", "store", []),
        ("- Events go through Kafka", "queue", ["Kafka"]),
        ("- Redis: job queue", "queue", ["Redis"]),
        ("- Redis: job queue", "store", ["PostgreSQL"]),
        ("- Redis as a job queue and a cache, data in MySQL", "queue", []),
        ("- Redis as a job queue and a cache, data in MySQL", "store", ["MySQL", "Redis"]),
        ("- The API is built with FastAPI", "interface", ["FastAPI"]),
        ("- Backend: Spring Boot", "interface", ["Spring Boot"]),
    ],
)
def test_a_mandate_is_where_it_belongs(stated: str, kind: str, expected: list[str]) -> None:
    pack = planned(f"{SERVICE}## Constraints\n{stated}\n")
    assert technology(pack, kind) == expected


@pytest.mark.parametrize(
    ("demand", "names"),
    [
        ("ASP.NET Core 8, C# and SQL Server", ["ASP.NET", "C#", "SQL Server"]),
        ("Jobs are orchestrated with Airflow", ["Airflow"]),
        ("Slack tells the owner of a booking", []),
        ("PostgreSQL dumps are shown in a list", []),
    ],
)
def test_a_demand_that_is_a_choice_of_technology_is_obeyed(demand: str, names: list[str]) -> None:
    pack = planned(f"{SERVICE}- {demand}\n")
    used = " ".join((pack.architecture.language, *(each.title for each in pack.architecture.decisions)))
    assert all(name in used for name in names)
    assert names or "Use" not in used


@pytest.mark.parametrize(
    ("constraints", "language"),
    [
        ("stack:\n  language: kotlin\n", "Kotlin"),
        ("language: go\n", "Go"),
        ("backend: fastapi\n", "Python"),
        ("- We write everything in Ruby\n", "Ruby"),
        ("We use Java only.", "Java"),
    ],
)
def test_the_organisation_decides_the_language(constraints: str, language: str) -> None:
    assert planned(SERVICE, constraints=constraints).architecture.language == language


def test_the_organisation_stands_above_the_document() -> None:
    pack = planned(f"{SERVICE}## Technology\n- Language: Java\n", constraints="language: Kotlin\n")
    assert pack.architecture.language == "Kotlin"


def test_a_wish_stands_above_both() -> None:
    wish = Remark(text="use MySQL instead of PostgreSQL", by="mona")
    pack = planned(f"{SERVICE}## Constraints\n- Database: PostgreSQL\n", refinements=(wish,))
    assert technology(pack, "store") == ["MySQL"]


def test_a_front_and_a_back_framework_stand_in_their_own_parts() -> None:
    body = "# Shop\nA web application.\n## Requirements\n- Customers can list goods\n- Customers can order goods\n- Staff can add goods\n- Staff can delete goods\n## Stack\n- React, Django and Pydantic\n"
    drawn = planned(body).architecture
    assert {part.name: part.technology for part in drawn.components if part.kind in {"client", "interface"}} == {
        "Web pages": "React",
        "Server": "Django",
    }  # fmt: skip


def test_what_a_product_is_made_for_is_not_what_it_is_built_with() -> None:
    body = "# Gradle plugin for licences\nA Gradle plugin. It is written in Kotlin and runs in Gradle 7 and 8.\n## Requirements\n- Fail the build\n- Print a report\n"
    assert [each.title for each in planned(body).architecture.decisions if each.matter == "given"] == [
        "Use Kotlin"
    ]


def test_a_phone_keeps_its_data_in_what_is_named_for_it() -> None:
    body = (
        "# Herd\nAn Android app.\n## Technology\n- Kotlin, Compose\n- Storage: Room\n- Background work: WorkManager\n"
        "## Requirements\n- Store the animals of a herd\n- Show the animals of a herd\n"
    )
    parts = {part.id: part.technology for part in planned(body).architecture.components}
    assert parts["device_store"] == "Room"
    assert parts["screens"] == "Jetpack Compose"


def test_what_a_page_keeps_for_a_while_is_no_database() -> None:
    body = (
        "# Trail\nA web application in which hikers sign in.\n## Technology\n- Storage: sessionStorage (draft)\n"
        "## Requirements\n- Hikers sign in\n- Store hikes\n- Show hikes of others\n"
    )
    assert technology(planned(body), "store") == ["PostgreSQL"]


def test_what_is_spoken_with_others_is_no_interface_of_ours() -> None:
    spoken = planned(f"{SERVICE}- Talks to the Payment service over gRPC\n")
    assert technology(spoken, "interface") == [""]
    assert "Use gRPC" in [each.title for each in spoken.architecture.decisions]
    assert technology(planned(f"{SERVICE}## Technology\n- The API is built with gRPC\n"), "interface") == [
        "gRPC"
    ]
