"""The command that a comment offers is the one that helps in just this situation."""

import pytest

from handlers.replies import notice
from policies import entries as e
from policies.tree import Change
from tests.handlers import artifacts as a
from tests.handlers import shop as s
from tests.handlers.scenes import drawn_again, said_of

CI = ".github/workflows/ci.yml"


def block(reply: str) -> list[str]:
    return reply.rpartition("```text\n")[2].removesuffix("\n```").splitlines()


def test_every_question_that_holds_the_run_has_its_line() -> None:
    asked = s.QUESTIONS[1], s.QUESTIONS[0].model_copy(update={"default": None})
    entry = e.QuestionsAsked(questions=asked, blocking=("Q1", "Q2"), draft="1" * 64)
    reply = said_of((*s.ASKED[:-1], entry), s.view(pack=a.pack(version=0)))
    assert "Only questions 2 and 1 stop me" in reply
    assert block(reply) == ["/signalbox answer 2 …", "/signalbox answer 1 …"]


def test_a_run_that_was_stopped_promises_no_plan() -> None:
    stopped = drawn_again(
        s.ASKED, s.ANSWERED, e.Stopped(by=s.RAJ, why="we buy it"), view=s.view(pack=a.pack(version=0))
    )
    assert stopped.startswith("### ✅ What held the run is answered")
    assert "drawing" not in stopped


@pytest.mark.parametrize(
    ("evidence", "wish"),
    [
        ((f"{CI}: .github/workflows",), f"drop file {CI}"),
        ((f"{CI}:3: x",), f"drop file {CI}"),
        ((CI, "app/accounts.py"), "…"),
        (("900 of at most 600 lines added and removed",), "…"),
        ((f"{CI}.bak",), "…"),
    ],
)
def test_a_rule_that_one_file_breaks_is_kept_by_leaving_that_file_out(
    evidence: tuple[str, ...], wish: str
) -> None:
    gate = e.GateResult(rule="ci-files", result="block", reason="No.", evidence=evidence)
    judged = e.GatesJudged(unit="U-01", number="PS-1", digest=s.PS_1, gates=(gate,), blocked=True)
    reply = said_of((*s.PATCHED, judged), s.view(patchset=a.with_ci()))
    assert block(reply) == [f"/signalbox refine PS-1 {wish}"]


def test_a_file_whose_name_is_no_word_of_a_command_is_never_printed_as_one() -> None:
    odd = Change(path="a b`\n/approve.yml", before=None, after=b"x")
    gate = e.GateResult(rule="scope", result="block", reason="No.", evidence=(odd.path,))
    judged = e.GatesJudged(unit="U-01", number="PS-1", digest=s.PS_1, gates=(gate,), blocked=True)
    reply = notice(
        s.run_of((*s.PATCHED, judged)), s.told((*s.PATCHED, judged))[-1], s.view(patchset=a.patchset(odd))
    )
    assert block(reply) == ["/signalbox refine PS-1 …"]


def test_what_only_has_its_ground_laid_is_told_apart_from_what_nobody_builds() -> None:
    backlog = a.backlog()
    ground = backlog.units[0].model_copy(update={"kind": "entity"})
    reply = said_of(
        s.BACKLOG, s.view(backlog=backlog.model_copy(update={"units": (ground, *backlog.units[1:])}))
    )
    assert "**Gaps**, which no unit builds: FR-3, NFR-1" in reply
    assert "**Only prepared for**, and usable by nobody yet: FR-1" in reply
