"""Plans of different kinds: small PRDs read by the built-in planner, and packs written by hand for what they must hold."""

from agents.builtin.planner import plan
from agents.schemas.architecture import (
    Architecture,
    Component,
    Connection,
    Decision,
    ProductKind,
    Rejected,
    Risk,
)
from agents.schemas.pack import ArchitecturePack, Prd
from agents.schemas.planner import PlannerInputs
from agents.schemas.requirements import (
    Actor,
    Entity,
    Integration,
    NonFunctional,
    Requirement,
    Statement,
    Target,
    Workflow,
)

SERVICE = """\
# Parcel Desk

A web service, written in Python, that tells a shop where its parcels are. Data is kept in PostgreSQL.

## Functional requirements
- FR-1: The service must accept a new parcel with its number and carrier.
- FR-2: The service must show the last known place of a parcel.
- FR-3: A clerk can mark a parcel as lost.

## Non-functional requirements
- NFR-1: 95 % of requests are answered within 200 ms.
"""

COMMAND = """\
# Tidy

A command line tool in Python that sorts downloaded files into folders.

## Requirements
1. The tool must move each file to the folder of its type.
2. The tool must print what it would do when called with `--dry-run`.
3. The tool must undo its last run.
"""

LIBRARY = """\
# Dateparts

A TypeScript library that reads dates as people write them.

## Requirements
- The library must read "tomorrow", "next Friday" and "in two weeks".
- The library must say which words it did not understand.

## Constraints
- It must be written in TypeScript.
- It must have no dependencies.
"""

WEB_APP = """\
# Lunch List

A web app for a team that decides where to eat. It is written in JavaScript on Node.js.

## User stories
- As a colleague, I want to propose a place, so that others can vote for it.
- As a colleague, I want to vote once, so that the result is fair.

## Requirements
- The app must show the places with their votes.
- The app must close the vote at noon.
"""

CHINESE = """\
# 图书馆助手

一个网页应用，帮助读者借书。

## 功能需求
- 读者必须能够按书名搜索图书。
- 读者必须能够预约已借出的图书。
- 系统必须在到期前三天提醒读者。
"""

MOBILE = """\
# Pocket Garden

A mobile app for Android and iOS, written in Flutter, that reminds people to water their plants.

## Requirements
- The app must remind the user when a plant needs water.
- The app must work without a network.
- Users can add a photo of each plant.
"""

CONTROLLER = """\
# Nightly

A Kubernetes controller in Go that stops development clusters at night.

## Requirements
- The controller must stop each labelled cluster at the hour of its label.
- The controller must start it again in the morning.
- It must report what it stopped as metrics.
"""


def planned(text: str) -> ArchitecturePack:
    """The pack the built-in planner makes of a PRD."""
    pack = plan(PlannerInputs(title="", body=text))
    assert isinstance(pack, ArchitecturePack)
    return pack


def invoices(
    *,
    kind: ProductKind = "service",
    language: str = "Python",
    product: str = "Invoice Desk",
    entities: tuple[Entity, ...] | None = None,
) -> ArchitecturePack:
    """A pack that holds something of everything."""
    found = (
        Entity(
            id="E-1",
            name="Invoice",
            attributes=(
                "invoice id",
                "total amount",
                "due date",
                "is paid",
                "created_at",
                "class",
                "page count",
            ),
            lines=(5,),
        ),
        Entity(id="E-2", name="Supplier", attributes=("name", "contact email", "website"), lines=(6, 7)),
    )
    return ArchitecturePack(
        prd=Prd(
            product=product,
            digest="0" * 64,
            non_goals=(Statement(id="NG-1", text="Paying invoices", lines=(30,)),),
            success_metrics=(Statement(id="SM-1", text="Half the time spent per invoice"),),
        ),
        actors=(Actor(id="A-1", name="Clerk", lines=(3,)),),
        requirements=(
            Requirement(
                id="FR-1", text="The clerk must see every invoice of a supplier", lines=(8,), priority="must"
            ),
            Requirement(
                id="FR-2",
                text="A clerk can approve an invoice",
                lines=(9,),
                acceptance=tuple(f"criterion {number}" for number in range(1, 7)),
            ),
            Requirement(id="FR-3", text="Reminders are sent through Postmark", lines=(10,), priority="could"),
        ),
        nfrs=(
            NonFunctional(
                id="NFR-1",
                text="Lists appear within 200 ms",
                category="performance",
                lines=(20,),
                target=Target(comparison="<=", quantity=200, unit="ms"),
            ),
        ),
        entities=found if entities is None else entities,
        integrations=(Integration(id="I-1", name="Postmark", lines=(10,)),),
        workflows=(Workflow(id="W-1", name="Approve", steps=("open", "approve"), requirement_ids=("FR-2",)),),
        architecture=Architecture(
            kind=kind,
            language=language,
            headline="One service that keeps invoices and reminds people.",
            components=(
                Component(
                    id="api",
                    name="API",
                    kind="interface",
                    purpose="takes calls",
                    requirement_ids=("FR-1", "FR-2"),
                ),
                Component(
                    id="core",
                    name="Rules",
                    kind="domain",
                    purpose="decides",
                    requirement_ids=("FR-3", "NFR-1"),
                ),
                Component(
                    id="db", name="Data", kind="store", purpose="keeps invoices", technology="PostgreSQL"
                ),
            ),
            connections=(
                Connection(source="api", target="core", label="asks"),
                Connection(source="core", target="db", label="reads, writes"),
            ),
            decisions=(
                Decision(
                    id="D1",
                    title="One service",
                    why="One team",
                    gives_up="Separate scaling",
                    because=("FR-1",),
                ),
                Decision(id="D2", title="PostgreSQL", why="It was mandated", gives_up="No set-up at all"),
            ),
            rejected=(Rejected(name="A queue", why="Nothing waits"),),
            risks=(
                Risk(id="K1", text="Postmark is away", mitigation="Send later", requirement_ids=("FR-3",)),
            ),
        ),
    )
