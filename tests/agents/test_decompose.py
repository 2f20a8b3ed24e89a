"""A pack becomes small units in an order without cycles, and wishes change the backlog without disturbing the rest."""

import pytest

from agents.builtin.decompose import DecompositionInputs, Wish, decompose
from agents.builtin.decomposing.summary import summary
from agents.builtin.planner import plan
from agents.schemas.architecture import Architecture, Component
from agents.schemas.backlog import Backlog, canonical, ready
from agents.schemas.pack import ArchitecturePack, Prd
from agents.schemas.planner import PlannerInputs
from agents.schemas.requirements import Entity, NonFunctional, Requirement
from policies.coverage import complete
from tests.agents.scaffold.plans import (
    CHINESE,
    COMMAND,
    CONTROLLER,
    LIBRARY,
    MOBILE,
    SERVICE,
    WEB_APP,
    invoices,
    planned,
)

PACK = invoices()
PRDS = {
    "service": SERVICE,
    "command": COMMAND,
    "library": LIBRARY,
    "web app": WEB_APP,
    "chinese": CHINESE,
    "mobile": MOBILE,
    "controller": CONTROLLER,
}


def backlog(*wishes: str, done: tuple[str, ...] = (), pack: ArchitecturePack = PACK) -> Backlog:
    return decompose(
        DecompositionInputs(
            pack=pack, refinements=tuple(Wish(text=text, by="mona") for text in wishes), done=done
        )
    )


def ids(plan: Backlog) -> list[str]:
    return [unit.id for unit in plan.units]


def of_kind(kind: str) -> list[str]:
    return [unit.id for unit in backlog().units if unit.kind == kind]


def large(count: int) -> ArchitecturePack:
    return ArchitecturePack(
        prd=Prd(product="Large", digest="0" * 64),
        requirements=tuple(
            Requirement(
                id=f"FR-{number}",
                text=f"The product must do thing number {number} " + "and say so " * 8,
                acceptance=("one", "two", "three", "four", "five"),
                lines=(number,),
            )
            for number in range(1, count + 1)
        ),
        nfrs=tuple(NonFunctional(id=f"NFR-{number}", text=f"Quality {number}") for number in range(1, 31)),
        architecture=Architecture(
            kind="service",
            headline="One service.",
            components=(
                Component(
                    id="core",
                    name="Core",
                    kind="domain",
                    purpose="rules",
                    requirement_ids=tuple(f"FR-{number}" for number in range(1, count + 1)),
                ),
            ),
        ),
    )


@pytest.mark.parametrize("text", PRDS.values(), ids=PRDS.keys())
def test_every_requirement_has_a_unit_and_every_unit_a_reason(text: str) -> None:
    pack = planned(text)
    plan = backlog(pack=pack)
    counted = complete(pack, plan).coverage.backlog
    assert counted is not None
    assert counted.served == counted.total == len(pack.requirements) + len(pack.nfrs)
    assert all(unit.requirement_ids or unit.foundation for unit in plan.units)
    assert all(unit.test and unit.files and unit.acceptance_criteria for unit in plan.units)
    assert plan.notes == ()


def test_the_foundation_comes_first_and_the_runbook_last() -> None:
    plan = backlog()
    assert [unit.kind for unit in plan.units[:4]] == ["skeleton", "architecture", "scope", "decision"]
    assert plan.units[-1].kind == "runbook"
    assert [part.title for part in plan.slices] == [
        "Foundation",
        "Domain",
        "API",
        "Rules",
        "Data that stays",
        "Outside systems",
        "Workflows from end to end",
        "Proofs and runbook",
    ]


def test_a_requirement_with_many_criteria_is_cut_into_units_that_follow_one_another() -> None:
    parts = [
        unit for unit in backlog().units if unit.requirement_ids == ("FR-2",) and unit.kind == "requirement"
    ]
    assert [len(unit.acceptance_criteria) for unit in parts] == [4, 2]
    assert parts[0].id in parts[1].depends_on


def test_a_requirement_waits_for_the_entities_it_speaks_of() -> None:
    units = {unit.subject: unit for unit in backlog().units if unit.kind in {"entity", "requirement"}}
    assert {units["E-1"].id, units["E-2"].id} <= set(units["FR-1"].depends_on)
    assert units["E-2"].id not in units["FR-2"].depends_on


def test_an_entity_is_traced_to_the_requirements_that_speak_of_it() -> None:
    units = {unit.subject: unit for unit in backlog().units if unit.kind == "entity"}
    assert units["E-1"].requirement_ids == ("FR-1", "FR-2")
    assert units["E-2"].requirement_ids == ("FR-1",)


def test_an_entity_is_worth_a_unit_when_it_has_attributes_or_is_spoken_of_more_than_once() -> None:
    names = (("Invoice", ()), ("Supplier", ()), ("Ghost", ()), ("Ledger", ("balance",)))
    entities = tuple(Entity(id=f"E-{name}", name=name, attributes=has) for name, has in names)
    plan = backlog(pack=invoices(entities=entities))
    assert [unit.subject for unit in plan.units if unit.kind == "entity"] == ["E-Invoice", "E-Ledger"]
    assert [unit.subject for unit in plan.units if unit.kind == "interface"] == ["E-Ledger"]


def test_a_named_risk_makes_its_units_risky() -> None:
    risks = {unit.subject: unit.risk for unit in backlog().units if unit.kind == "requirement"}
    assert risks["FR-3"] == "medium"
    assert risks["FR-1"] == "low"


def test_the_same_pack_gives_the_same_bytes() -> None:
    assert canonical(backlog("drop U-20")) == canonical(backlog("drop U-20"))


def test_hundreds_of_requirements_are_cut_into_slices_that_fit_a_parent_issue() -> None:
    plan = backlog(pack=large(400))
    assert len(plan.units) > 800
    assert max(sum(unit.slice == part.id for unit in plan.units) for part in plan.slices) == 100


def test_a_pack_without_requirements_is_built_from_its_user_stories_or_not_at_all() -> None:
    empty = ArchitecturePack(
        prd=Prd(digest="0" * 64), architecture=Architecture(kind="service", headline="Something.")
    )
    kinds = [unit.kind for unit in backlog(pack=empty).units]
    assert "skeleton" in kinds
    assert "requirement" not in kinds


def test_a_plan_without_components_of_its_own_waits_for_the_skeleton() -> None:
    architecture = PACK.architecture.model_copy(update={"components": (), "connections": ()})
    plan = backlog(pack=PACK.model_copy(update={"architecture": architecture}))
    assert "component" not in [unit.kind for unit in plan.units]
    assert next(unit for unit in plan.units if unit.subject == "FR-3").depends_on == ("U-01",)


def test_a_dropped_unit_hands_what_it_waited_for_to_those_that_waited_for_it() -> None:
    entity = of_kind("entity")[0]
    before = {unit.id: unit for unit in backlog().units}
    plan = backlog(f"drop {entity}")
    interface = next(unit for unit in plan.units if unit.kind == "interface")
    assert entity not in ids(plan)
    assert before[entity].depends_on[0] in interface.depends_on
    assert [(part.id, part.reason) for part in plan.dropped] == [(entity, f"drop {entity} (@mona)")]


def test_what_nothing_serves_after_a_drop_is_said() -> None:
    proof, runbook = of_kind("proof")[0], of_kind("runbook")[0]
    assert backlog(f"drop {proof}").notes == (f"“drop {proof}” (`@mona`) is done: {proof} left out.",)
    assert backlog(f"drop {proof} and {runbook}").notes[1:] == ("No unit serves NFR-1 any more.",)
    proofs = [unit.id for unit in backlog().units if "FR-3" in unit.requirement_ids]
    assert backlog(f"drop {' '.join(proofs)}").notes[1:] == ("No unit serves FR-3 any more.",)


def test_a_slice_can_be_dropped() -> None:
    plan = backlog("drop S6")
    assert "Outside systems" not in [part.title for part in plan.slices]
    assert "S6" not in [unit.slice for unit in plan.units]


@pytest.mark.parametrize(
    "text",
    [
        "drop all but U-02 U-11",
        "Keep U-02, U-11 and drop the rest.",
        "keep only U-02 and U-11",
        "drop everything except u2, u11",
    ],
)
def test_keeping_some_keeps_what_they_wait_for(text: str) -> None:
    plan = backlog(text)
    assert "U-02" in ids(plan)
    assert "U-11" in ids(plan)
    assert "U-01" in ids(plan)
    assert len(ids(plan)) < 6


def test_a_split_gives_two_new_ids_and_never_uses_the_old_one_again() -> None:
    unit = next(each for each in backlog().units if each.kind == "requirement" and "(1 of 2)" in each.title)
    plan = backlog(f"split {unit.id}", "drop U-27", f"split {of_kind('workflow')[0]}")
    new = [each.id for each in plan.units if each.id not in ids(backlog())]
    assert new == ["U-28", "U-29", "U-30"]
    assert {unit.id, "U-27"} <= {part.id for part in plan.dropped}
    second = next(each for each in plan.units if "(2 of 2)" in each.title)
    assert "U-28" in second.depends_on


def test_a_merge_keeps_the_first_id_and_everything_both_had_to_do() -> None:
    one, two = of_kind("integration")
    plan = backlog(f"merge {one} and {two}")
    whole = next(unit for unit in plan.units if unit.id == one)
    assert two not in ids(plan)
    assert len(whole.acceptance_criteria) == 5
    assert one not in whole.depends_on
    assert plan.notes == (f"“merge {one} and {two}” (`@mona`) is done: {two} went into {one}.",)


def test_a_merge_of_what_could_be_scaffolded_says_what_it_costs() -> None:
    assert backlog("drop U-06", "merge U-03 U-04").notes[1:] == (
        "“merge U-03 U-04” (`@mona`) is done: U-04 went into U-03.",
        "U-03 now needs a model or a person: the scaffolder does not write merged units.",
    )


def test_a_moved_unit_waits_for_the_other_and_stands_after_it() -> None:
    plan = backlog("move U-02 after U-05")
    assert "U-05" in next(unit for unit in plan.units if unit.id == "U-02").depends_on
    assert ids(plan).index("U-02") > ids(plan).index("U-05")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("make it cheaper", "without a model I do not understand these words"),
        ("drop the rest", "without a model I do not understand these words"),
        ("drop the login", "without a model I do not understand these words"),
        ("drop FR-2", "that is about the plan, and changes it when you say `/refine plan drop FR-2`"),
        ("use MySQL", "that is about the plan, and changes it when you say `/refine plan use MySQL`"),
        ("use fewer units", "without a model I do not understand these words"),
        ("drop U-99", "the backlog holds no U-99"),
        ("move U-01 after U-11", "would wait for one another"),
        ("split U-01", "U-01 is written as one piece"),
        ("split S1", "this works on units, not on slices"),
        ("move U-03 to S1", "it is so already"),
        ("move U-03 to S99", "the backlog holds no S99"),
        ("put U-03 back", "U-03 was not left out as a whole"),
        ("why is U-03 so large?", "that reads as a question"),
        ("undo", "there is nothing to take back"),
        ("add unit: tidy up for R-99", "no unit serves R-99 yet"),
    ],
)
def test_what_cannot_be_done_changes_nothing_and_is_written_down(text: str, why: str) -> None:
    plan = backlog(text)
    assert plan.units == backlog().units
    assert len(plan.notes) == 1
    assert why in plan.notes[0]
    assert "(`@mona`) is not done" in plan.notes[0]


def test_wishes_leave_what_is_under_way_alone() -> None:
    plan = backlog("drop U-02", "merge U-01 U-03", "drop all but U-05", done=("U-01", "U-02"))
    assert ids(plan) == ["U-01", "U-02", "U-05"]
    assert [note.split(" not done: ")[1] for note in plan.notes[:2]] == [
        "U-02 is already under way.",
        "U-01 is already under way.",
    ]


def test_the_ids_of_the_others_stay_when_wishes_are_added() -> None:
    titles = {unit.id: unit.title for unit in backlog().units}
    plan = backlog("drop U-07", f"split {of_kind('workflow')[0]}", "move U-03 after U-04")
    assert {unit.id: unit.title for unit in plan.units if unit.id in titles} == {
        unit.id: titles[unit.id] for unit in plan.units if unit.id in titles
    }


def test_the_summary_shows_slices_what_can_start_and_what_was_left_out() -> None:
    plan = backlog("drop U-03", "make it | nicer @everyone")
    text = summary(plan)
    assert text.startswith("# Backlog: 25 units in 8 slices\n")
    assert f"{len(ready(plan, ()))} can start today: U-01, U-02, U-04, U-05." in text
    assert "- **U-03** Scope page" in text
    assert "nicer &#64;everyone" in text
    assert text.count("\n| S1 Foundation |") == 1


def test_only_what_the_product_talks_to_gets_a_boundary() -> None:
    body = (
        "# Toll\nA web application for tolls.\n## Features\n- Take money through Stripe\n- Deploy the site to Vercel\n"
        "## Constraints\n- The database is Firestore\n"
    )
    pack = plan(PlannerInputs(body=body))
    assert isinstance(pack, ArchitecturePack)
    assert [each.name for each in pack.integrations] == ["Stripe", "Firestore"]
    units = decompose(DecompositionInputs(pack=pack)).units
    assert [each.title for each in units if each.kind == "integration"] == [
        "Boundary to Stripe with a stand-in",
        "When Stripe is slow, wrong or away",
    ]
