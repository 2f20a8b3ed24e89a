"""Every id that a plan's comment may speak of can be found in it, or asked for."""

import pytest

from agents.schemas.architecture import Risk
from agents.schemas.pack import ArchitecturePack
from agents.schemas.requirements import Statement
from handlers.replies.plan_entries import BESIDES, besides, demanded
from handlers.replies.reasons_of_plan import planned
from tests.handlers import artifacts as a
from tests.handlers import shop as s


def statement(id_: str, text: str, *lines: int) -> Statement:
    return Statement(id=id_, text=text, lines=lines)


def whole(risks: int = 1) -> ArchitecturePack:
    pack = a.pack()
    prd = pack.prd.model_copy(
        update={
            "constraints": (statement("C-1", "Runs in the EU.", 9), statement("C-2", "Use <b>Django</b>.")),
            "non_goals": (statement("X-1", "Payment.", 12),),
            "deferred": (statement("L-1", "Reports.", 13, 14),),
        }
    )
    told = tuple(
        Risk(id=f"K{n}", text=f"Mail may be slow {'x' * 60}", mitigation="It waits.")
        for n in range(1, risks + 1)
    )
    drawn = pack.architecture.model_copy(update={"risks": told})
    return pack.model_copy(update={"prd": prd, "architecture": drawn})


def test_what_is_fixed_left_out_and_risked_stands_folded_with_its_ids() -> None:
    told = besides(whole())
    assert told is not None
    assert told.splitlines()[0] == (
        "<details><summary>What is fixed, what is left out and what may go wrong (5)</summary>"
    )
    assert [line for line in told.splitlines() if line.startswith("- ")] == [
        "- C-1 Runs in the EU. · fixed (line 9)",
        "- C-2 Use &lt;b&gt;Django&lt;/b&gt;. · fixed",
        "- X-1 Payment. · left out (line 12)",
        "- L-1 Reports. · for later (lines 13, 14)",
        f"- K1 Mail may be slow {'x' * 60} It waits. · risk",
    ]


def test_a_long_list_ends_with_how_to_see_the_rest() -> None:
    told = besides(whole(risks=200))
    assert told is not None
    assert len(told) < BESIDES + 1_000
    *_, last = [line for line in told.splitlines() if line.startswith("- ")]
    assert last.startswith("- …and ")
    assert last.endswith(" shows one")


def test_where_there_is_nothing_nothing_is_folded() -> None:
    bare = whole(risks=0)
    prd = bare.prd.model_copy(update={"constraints": (), "non_goals": (), "deferred": ()})
    assert besides(bare.model_copy(update={"prd": prd, "org_constraints": ()})) is None
    assert demanded(bare.model_copy(update={"requirements": (), "nfrs": ()})) is None


@pytest.mark.parametrize("id_", ["C-1", "X-1", "L-1", "K1"])
def test_each_of_them_can_be_asked_about(id_: str) -> None:
    told = planned(whole(), id_.casefold(), s.view())
    assert told is not None
    assert f"**{id_}" in told


def test_only_requirements_are_called_so() -> None:
    pack = whole()
    assert "Every requirement and quality demand, " in (demanded(pack) or "")
    assert "Every requirement, " in (demanded(pack.model_copy(update={"nfrs": ()})) or "")
