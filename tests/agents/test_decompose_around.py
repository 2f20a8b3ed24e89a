"""Units around the requirements: boundaries to what is drawn outside, stores, and how each language is tested."""

import pytest

from agents.builtin.decompose import DecompositionInputs, decompose
from agents.builtin.decomposing.summary import summary
from agents.builtin.planner import plan
from agents.schemas.backlog import Backlog
from agents.schemas.pack import ArchitecturePack
from agents.schemas.planner import PlannerInputs


def units_of(constraints: str, *features: str, kind: str = "A web application for tolls.") -> Backlog:
    listed = "".join(f"- {each}\n" for each in features)
    pack = plan(PlannerInputs(body=f"# Toll\n{kind}\n## Features\n{listed}## Constraints\n{constraints}\n"))
    assert isinstance(pack, ArchitecturePack)
    return decompose(DecompositionInputs(pack=pack))


def test_a_system_without_a_name_has_its_boundary_for_what_needs_it() -> None:
    units = units_of(
        "- Hosted at Hetzner", "Drivers get a mail when they owe", "Tolls are handed to the ERP"
    ).units
    assert [
        (each.title, each.requirement_ids, each.component_ids)
        for each in units
        if each.title.startswith("Boundary")
    ] == [
        ("Boundary to an e-mail service with a stand-in", ("R-1",), ("ext_e_mail_service",)),
        ("Boundary to the ERP with a stand-in", ("R-2",), ("ext_erp",)),
    ]


def test_what_only_a_question_names_has_no_boundary() -> None:
    body = "# Toll\nA web application for tolls.\n## Features\n- Drivers pay at the gate\n## Open questions\n- Do we need a Garmin version?\n- Could Outlook hold the dates?\n"
    pack = plan(PlannerInputs(body=body))
    assert isinstance(pack, ArchitecturePack)
    titles = [each.title for each in decompose(DecompositionInputs(pack=pack)).units]
    assert not [each for each in titles if "Garmin" in each or "Outlook" in each]


@pytest.mark.parametrize(
    ("kind", "constraint", "test", "folder"),
    [
        ("A service with a REST API.", "Written in Go", "go test ./...", "src/core/**"),
        ("A command-line tool.", "Written in Rust", "cargo test", "src/core/**"),
        ("Preview environments for every branch.", "Terraform", "terraform test", "infrastructure/core/**"),
    ],
)  # fmt: skip
def test_a_unit_is_proved_by_the_command_its_language_is_tested_with(
    kind: str, constraint: str, test: str, folder: str
) -> None:
    found = units_of(f"- {constraint}", "Create a toll", "Delete a toll", kind=kind)
    unit = next(each for each in found.units if each.kind == "requirement")
    assert (unit.test, unit.files[0]) == (test, folder)
    assert f"proved by `{test}`" in summary(found)


def test_a_store_for_one_thing_keeps_that() -> None:
    units = units_of(
        "- Keep reports in SQLite; all else in MySQL", "Store a toll", "Show a report of tolls"
    ).units
    assert [each.title for each in units if each.kind == "store" and "memory" not in each.title] == [
        "Keep data in MySQL",
        "Keep reports in SQLite",
    ]
