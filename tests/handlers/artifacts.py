"""One small product's plan, backlog and patchset."""

from dataclasses import replace

from agents.schemas.architecture import Architecture, Component, Connection, Decision
from agents.schemas.backlog import Backlog, Slice, Unit
from agents.schemas.pack import Applied, ArchitecturePack, Prd, Refinement, Topic
from agents.schemas.questions import Assumption, Clarification
from agents.schemas.requirements import NonFunctional, Requirement
from agents.schemas.trace import Count, Coverage, Gap
from policies.patchset import Patchset
from policies.tree import Change

BASE = "4e1d2c0" + "0" * 33


def pack(*, version: int = 2) -> ArchitecturePack:
    """The pack of a version of the plan; 0 is the draft that holds the questions."""
    applied = (
        Applied(
            text="keep PDFs in Postgres",
            by="raj",
            outcome="The object store is gone.",
            changed_ids=("store",),
        ),
    )
    worker = Component(
        id="worker",
        name="PDF worker",
        kind="worker",
        purpose="Makes PDFs",
        technology="Python",
        requirement_ids=("FR-2",),
    )
    extra = (
        Component(
            id="store", name="Object store", kind="files", purpose="Keeps PDFs", requirement_ids=("FR-2",)
        ),
    )
    return ArchitecturePack(
        prd=Prd(
            title="Invoices for small teams",
            product="Invoices",
            digest="b" * 64,
            understood=("Small teams send invoices and see who has paid.", "An invoice becomes a PDF that its customer can fetch."),
            found=("Two hidden characters were removed from line 9.",),
        ),
        requirements=(
            Requirement(id="FR-1", text="Members of an account see its invoices.", lines=(12,)),
            Requirement(id="FR-2", text="An invoice can be fetched as a PDF.", lines=(14, 15)),
            Requirement(id="FR-3", text="Overdue invoices are listed.", lines=(17,)),
        ),
        nfrs=(NonFunctional(id="NFR-1", text="A page answers within 200 ms.", category="performance", lines=(21,)),),
        clarifications=(
            Clarification(
                id="Q1",
                text="Who may see a customer's invoices?",
                why="The PRD names members and support.",
                changes="access, data model",
                default="Only members of that account",
                options=("Only members of that account", "Support agents too"),
                lines=(12,),
                answer="Only members" if version > 1 else "",
                by="mona" if version > 1 else "",
            ),
            Clarification(
                id="Q2", text="Which country's tax rules come first?", why="Rates differ.", changes="integrations", default=None, answer="Germany", by="mona"
            )
            if version > 0
            else Clarification(id="Q2", text="Which country's tax rules come first?", why="Rates differ.", changes="integrations", default=None),
            Clarification(id="Q3", text="How long are invoices kept?", why="The PRD is silent.", changes="storage", default="7 years"),
        ),
        architecture=Architecture(
            kind="service",
            headline="One service and one worker on Postgres.",
            rationale="PDFs are made by the worker, so a page stays under 200 ms.",
            components=(
                Component(id="web", name="Web and API", kind="interface", purpose="Answers people", requirement_ids=("FR-1", "NFR-1")),
                worker,
                Component(id="db", name="Invoices", kind="store", purpose="Keeps invoices", technology="Postgres", requirement_ids=("FR-1",)),
                *(extra if version < 2 else ()),
            ),
            connections=(Connection(source="web", target="db"), Connection(source="worker", target="db", label="outbox", waits=False)),
            decisions=(
                Decision(id="D1", title="Outbox in Postgres, no broker", why="2,000 invoices a day need none", gives_up="fan-out later costs a migration", because=("NFR-1",)),
                Decision(id="D2", title="One deployable", why="A team of two", gives_up="services cannot scale apart"),
            ),
        ),
        refinement=Refinement(topics=(Topic(name="Storage", example="use SQLite instead of Postgres"),), applied=applied if version > 1 else ()),
        assumptions=(Assumption(id="A-1", text="At most 2,000 invoices a day."),),
        coverage=Coverage(
            requirements=Count(total=3, served=2), nfrs=Count(total=1, served=1), gaps=(Gap(requirement_id="FR-3", missing="component"),)
        ),
    )  # fmt: skip


def backlog(units: int = 3) -> Backlog:
    first = (
        Unit(
            id="U-01", title="Account table and membership", slice="S1", summary="Accounts and who belongs to them.", requirement_ids=("FR-1",),
            component_ids=("db",), acceptance_criteria=("A stranger sees nothing.",), files=("app/accounts.py", "tests/test_membership.py"),
            test="tests/test_membership.py passes", kind="requirement",
        ),
        Unit(
            id="U-02", title="Invoice as PDF", slice="S2", summary="The worker makes the PDF.", requirement_ids=("FR-2",), files=("app/pdf.py",),
            test="tests/test_pdf.py passes", size="M", risk="high", depends_on=("U-01",), kind="component",
        ),
        Unit(id="U-03", title="Run book", slice="S2", summary="How to run it.", foundation=True, files=("docs/run.md",), kind="runbook"),
    )  # fmt: skip
    more = tuple(
        Unit(
            id=f"U-{n:02d}",
            title=f"A piece of work with a title of ordinary length {n}",
            slice="S2",
            summary="x",
            requirement_ids=("FR-1",),
        )
        for n in range(4, units + 1)
    )
    slices = (Slice(id="S1", title="Accounts"), Slice(id="S2", title="Invoices", starts_after=("S1",)))
    return Backlog(slices=slices, units=(*first, *more))


def second_backlog() -> Backlog:
    """The next version: a unit less and one more, others moved, renamed and set free, and what came of the wish."""
    first, second, _ = backlog().units
    units = (
        second.model_copy(update={"depends_on": ()}),
        first.model_copy(update={"title": "Accounts and membership"}),
        Unit(id="U-04", title="Invoice as text", slice="S2", summary="x", requirement_ids=("FR-2",), depends_on=("U-02",)),
    )  # fmt: skip
    return Backlog(slices=backlog().slices, units=units, notes=("“leave out the run book”: U-03 is gone.",))


def patchset(*more: Change) -> Patchset:
    changes = (
        Change(
            path="app/accounts.py",
            before=b"def allowed(user):\n    return True\n",
            after=b"def allowed(user):\n    return member_of(user)\n",
        ),
        Change(
            path="tests/test_membership.py",
            before=None,
            after=b"def test_a_stranger_sees_nothing():\n    assert not allowed(None)\n",
        ),
        *more,
    )
    return Patchset(
        run="1#12", unit_id="U-01", number="PS-1", version=1, repository_id=1, repository="acme/shop", base_ref="main", base_sha=BASE,
        base_tree_sha="c" * 40, tree_sha="d" * 40, changes=changes, reasons={"app/accounts.py": "FR-1", "tests/test_membership.py": "proves FR-1"},
    )  # fmt: skip


def second_patchset() -> Patchset:
    """The next version: another answer to the same unit, with a file more, and what a model says of it."""
    first = patchset().changes[0]
    better = replace(first, after=b"def allowed(user):\n    return member_of(user, account)\n")
    more = Change(path="app/member.py", before=None, after=b"def member_of(user, account): ...\n")
    return replace(
        patchset(),
        version=2,
        changes=(better, more),
        reasons={"app/accounts.py": "FR-1", "app/member.py": "says who is a member"},
        reading="A stranger sees no account. How people become members is another unit's",
        side_effects=("`allowed` asks for the account now, which `app/views.py` already has.",),
        declared=("app/accounts.py", "app/member.py"),
    )


def long_patchset() -> Patchset:
    """The same with two files that no comment holds beside the others."""
    lines = [f"x{number} = {number}" for number in range(9000)]
    long = Change(path="app/table.py", before=None, after="\n".join(lines).encode())
    also = Change(path="app/other.py", before=None, after="\n".join(lines[:6000]).encode())
    return replace(patchset(also, long), reasons={})


def with_ci() -> Patchset:
    """The same with a file that decides how it is checked."""
    ci = Change(path=".github/workflows/ci.yml", before=None, after=b"on: push\n")
    return replace(patchset(ci), reasons={**patchset().reasons, ci.path: "runs the tests"})
