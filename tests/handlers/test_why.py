"""`/why` tells of every id that a plan shows: what it says, where the PRD says it, and what it is there for."""

import pytest

from agents.schemas.architecture import Risk
from agents.schemas.pack import ArchitecturePack
from agents.schemas.questions import OpenQuestion
from agents.schemas.requirements import Statement, UserStory
from handlers.replies.reasons import because
from tests.handlers import artifacts as a
from tests.handlers import shop as s

AT = "https://github.com/acme/shop/issues/12#issuecomment-10"
RISKS = (
    Risk(id="K1", text="PDFs take long", mitigation="The worker makes them", requirement_ids=("FR-2",)),
    Risk(id="K2", text="Nobody knows the load", mitigation="Measure it."),
)


def pack(*, version: int = 2) -> ArchitecturePack:
    drawn = a.pack(version=version)
    first, *parts = drawn.architecture.components
    idle = parts[-1].model_copy(update={"requirement_ids": ()})
    one, *others = drawn.architecture.decisions
    rests = one.model_copy(update={"because": ("NFR-1", "C-1")})
    return drawn.model_copy(
        update={
            "prd": drawn.prd.model_copy(
                update={
                    "constraints": (Statement(id="C-1", text="Runs in the EU", lines=(3,)),),
                    "non_goals": (
                        Statement(id="X-1", text="Payments"),
                        Statement(id="X-2", text="PDFs are mailed. (was FR-7, dropped in a refinement)"),
                    ),
                    "deferred": (Statement(id="L-1", text="A bonus card."),),
                    "success_metrics": (Statement(id="M-1", text="Fewer letters"),),
                    "user_stories": (UserStory(id="US-1", text="As an owner I see who has paid."),),
                }
            ),
            "open_questions": (OpenQuestion(id="O-1", text="Which countries?", lines=(7, 8)),),
            "architecture": drawn.architecture.model_copy(
                update={
                    "components": (first, *parts[:-1], idle),
                    "decisions": (rests, *others),
                    "risks": RISKS,
                }
            ),
        }
    )


@pytest.mark.parametrize(
    ("named", "told"),
    [
        ("NFR-1", "**NFR-1** A page answers within 200 ms. (PRD line 21)\n\nParts that serve it: Web and API.\n\nDecisions that rest on it: D1."),
        ("D2", "**D2 One deployable**\n\nWhy: A team of two.\n\nWhat we give up: services cannot scale apart."),
        ("D1", "**D1 Outbox in Postgres, no broker**\n\nWhy: 2,000 invoices a day need none.\n\nWhat we give up: fan-out later costs a migration.\n\nIt rests on: NFR-1, C-1."),
        ("Q3", "**Q3 How long are invoices kept?**\n\nWhy I ask: The PRD is silent.\n\nIt changes: storage.\n\nIf nobody says otherwise: 7 years."),
        ("K1", "**K1** PDFs take long.\n\nWhat is done about it: The worker makes them.\n\nIt is about: FR-2."),
        ("FR-7", "**FR-7** PDFs are mailed.\n\nIt was dropped in a refinement; `/refine put FR-7 back` brings it back."),
        ("k2", "**K2** Nobody knows the load.\n\nWhat is done about it: Measure it."),
        ("worker", "**PDF worker**, Python: Makes PDFs.\n\nIt serves: FR-2."),
        ("db", "**Invoices**, Postgres: Keeps invoices.\n\nNo requirement needs it."),
        ("web", "**Web and API**: Answers people.\n\nIt serves: FR-1, NFR-1."),
        ("c-1", "**C-1** Runs in the EU. (PRD line 3)\n\nA constraint.\n\nDecisions that rest on it: D1."),
        ("X-1", "**X-1** Payments.\n\nNot to be built."),
        ("L-1", "**L-1** A bonus card.\n\nFor later."),
        ("M-1", "**M-1** Fewer letters.\n\nA measure of success."),
        ("US-1", "**US-1** As an owner I see who has paid.\n\nA user story."),
        ("A-1", "**A-1** At most 2,000 invoices a day.\n\nTaken for granted."),
        ("O-1", "**O-1** Which countries? (PRD lines 7, 8)\n\nLeft open by the PRD."),
        ("D-2", "**D2 One deployable**\n\nWhy: A team of two.\n\nWhat we give up: services cannot scale apart."),
        ("k 2", "**K2** Nobody knows the load.\n\nWhat is done about it: Measure it."),
        ("M-1, please?", "**M-1** Fewer letters.\n\nA measure of success."),
        ("`web`?", "**Web and API**: Answers people.\n\nIt serves: FR-1, NFR-1."),
        ("Z-9", "I know no `Z-9` in this run. You can ask about FR-1 to FR-3, NFR-1, D1, D2 and Q1 to Q3."),
        ("the waiting list", "I know no `the waiting list` in this run. You can ask about FR-1 to FR-3, NFR-1, D1, D2 and Q1 to Q3."),
        ("plan", f"[plan v2]({AT}2) says what it is made of, and why. You can ask about FR-1 to FR-3, NFR-1, D1, D2 and Q1 to Q3."),
    ],
)  # fmt: skip
def test_every_id_of_a_plan_is_told_in_sentences_of_its_own(named: str, told: str) -> None:
    assert because(s.run_of(s.PROPOSED_2), named, s.view(pack=pack(), backlog=None)) == told


def test_an_open_question_without_a_default_says_why_it_is_asked() -> None:
    told = because(s.run_of(s.ASKED), "Q2", s.view(pack=pack(version=0), backlog=None))
    assert (
        told
        == "**Q2 Which country's tax rules come first?**\n\nWhy I ask: Rates differ.\n\nIt changes: integrations."
    )


def test_a_slice_a_backlog_and_the_unit_of_an_issue_are_told_of() -> None:
    run, view = s.run_of(s.DELIVERING), s.view(pack=pack(), backlog=a.backlog())
    assert because(run, "S2", view).startswith("**S2 Invoices**\n\nIts units: U-")
    assert because(run, "s2", view).endswith("It starts once S1 is under way.")
    assert because(run, "S1", view).endswith(".")
    assert "backlog v1" in because(run, "backlog", view)
    issue = run.units["U-01"].issue
    assert because(run, "", view, thread=issue) == because(run, "U-01", view)
    assert because(run, "", view).startswith("Name what you mean:")


@pytest.mark.parametrize("words", ["", "triage"])
def test_why_tells_what_triage_advised_against_planning_for(words: str) -> None:
    assert because(s.run_of(s.NO_GO), words, s.view()) == (
        "Triage says not yet (DEFER):\n\n- The text names nobody who would use it.\n- It says `login` and nothing else."
    )


@pytest.mark.parametrize("words", ["3", "#3", "question 3", "Q-3", "q 3"])
def test_a_question_is_known_by_its_number(words: str) -> None:
    told = because(s.run_of(s.PROPOSED_2), words, s.view(pack=pack(), backlog=None))
    assert told.startswith("**Q3 How long are invoices kept?**")
