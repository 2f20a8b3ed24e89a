"""Ids of decisions and risks: counted from one in a first version, kept by what they are about, never given twice."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest

from agents.builtin.planner import plan
from agents.builtin.planning.changes import changes
from agents.builtin.planning.identity import reasons_known
from agents.schemas import pack as packs
from agents.schemas.architecture import Decision, Risk
from agents.schemas.pack import ArchitecturePack
from agents.schemas.planner import PlannerInputs, Remark
from tests.stories.prds import TOOLS

PRDS = sorted((Path(__file__).parents[1] / "prds").glob("*.md"))
MAILED = "A member is notified by e-mail"


def planned(body: str, *earlier: ArchitecturePack, wishes: Sequence[str] = ()) -> ArchitecturePack:
    said = tuple(Remark(text=each, by="raj") for each in wishes)
    outcome = plan(PlannerInputs(body=body, refinements=said, before=reasons_known(earlier)))
    assert isinstance(outcome, ArchitecturePack)
    return outcome


def versions(*wishes: str, body: str = TOOLS) -> list[ArchitecturePack]:
    """The first version, then one for each wish, each drawn with those before it in sight."""
    drawn: list[ArchitecturePack] = []
    for number in range(len(wishes) + 1):
        drawn.append(planned(body, *drawn, wishes=wishes[:number]))
    return drawn


def reasons(pack: ArchitecturePack) -> dict[str, str]:
    return {
        **{each.id: each.matter or each.title for each in pack.architecture.decisions},
        **{each.id: each.matter or each.text for each in pack.architecture.risks},
    }


def told(old: ArchitecturePack, new: ArchitecturePack) -> list[tuple[str, str]]:
    return [(each.kind, each.id) for each in changes(old, new) if each.of in {"decision", "risk"}]


@pytest.mark.parametrize("path", PRDS, ids=[path.stem for path in PRDS])
def test_a_first_version_counts_from_one(path: Path) -> None:
    drawn = planned(path.read_text()).architecture
    assert [each.id for each in drawn.decisions] == [f"D{n}" for n in range(1, len(drawn.decisions) + 1)]
    assert [each.id for each in drawn.risks] == [f"K{n}" for n in range(1, len(drawn.risks) + 1)]


def test_another_technology_changes_the_decision_it_is_about() -> None:
    first, second = versions("use MySQL instead of PostgreSQL")
    assert told(first, second) == [("changed", "D2")]
    assert second.architecture.decisions[1].title == "Keep data in MySQL"


def test_another_kind_of_product_is_another_answer_to_the_same_matter() -> None:
    first, second = versions("make it a command-line tool")
    assert {id_: matter for id_, matter in reasons(second).items() if matter == "shape"} == {"D1": "shape"}
    assert ("changed", "D1") in told(first, second)


def test_what_is_new_stands_last_and_leaves_the_others_as_they_are() -> None:
    first, second = versions("use Django")
    count = len(first.architecture.decisions)
    # The question about the language is settled with it, so fewer defaults are taken.
    (defaults,) = [each.id for each in first.architecture.risks if each.matter == "defaults"]
    assert told(first, second) == [("added", f"D{count + 1}"), ("changed", defaults)]
    assert second.architecture.decisions[-1].title == "Use Django"


def test_the_number_of_what_was_dropped_is_given_to_nothing_else() -> None:
    drawn = versions(
        f"add requirement: {MAILED}", "drop R-4", "use Django", f"add requirement: {MAILED} each week"
    )
    assert all(set(reasons(old)) != set(reasons(new)) for old, new in pairwise(drawn))
    matters: dict[str, str] = {}
    for each in drawn:
        for id_, matter in reasons(each).items():
            assert matters.setdefault(id_, matter) == matter
    # What comes again after a version without it is the same matter, and has its number again.
    # A decision and a risk may be about one matter; two of a kind may not.
    assert len({(id_[0], matter) for id_, matter in matters.items()}) == len(matters)


def test_a_plan_without_matters_is_read_and_its_ids_are_kept_by_its_words() -> None:
    first = planned(TOOLS)
    old = first.model_dump(mode="json")
    for each in (*old["architecture"]["decisions"], *old["architecture"]["risks"]):
        del each["matter"]
        each["id"] = f"{each['id'][0]}{7 * int(each['id'][1:])}"
    before = packs.load(ArchitecturePack.model_validate(old).model_dump_json(exclude_defaults=True).encode())
    assert set(reasons(planned(TOOLS, before))) == {each.id for each in _every(before)}


def _every(pack: ArchitecturePack) -> tuple[Decision | Risk, ...]:
    return (*pack.architecture.decisions, *pack.architecture.risks)
