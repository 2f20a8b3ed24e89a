"""What people say after the plan was approved: an answer, or what a requirement says from now on.

The plan stays as it was approved. What is said becomes one more thing that each unit must meet which serves a requirement that
hangs on it, in the words it was said in; so it stands in the backlog that people approve, and in what proposer and reviewer are
shown. No other unit changes.
"""

from collections.abc import Iterable, Mapping

from agents.schemas.backlog import Backlog, Unit
from agents.schemas.pack import ArchitecturePack
from policies.entries import AskedQuestion
from policies.run import Amendment, Reply, Run

_LONGEST = 600


def late(run: Run) -> tuple[Reply, ...]:
    """The answers that the approved plan was not drawn from."""
    plan = run.approved_plan
    return tuple(reply for reply in run.replies if reply.seq > plan.seq) if plan is not None else ()


def as_said(run: Run, backlog: Backlog) -> Backlog:
    """The backlog with every late answer and amendment in the units it changes; all others are byte for byte as they were."""
    replies = {reply.question: reply for reply in late(run)}
    asked = [question for question in run.questions if question.id in replies]
    amended = _amended(run)
    if not asked and not amended:
        return backlog
    units = (_with_answers(unit, asked, replies) for unit in backlog.units)
    return backlog.model_copy(update={"units": tuple(_with_amendments(unit, amended) for unit in units)})


def as_amended(run: Run, pack: ArchitecturePack) -> ArchitecturePack:
    """The plan with the words that people have given to requirements since."""
    amended = _amended(run)
    if not amended:
        return pack
    return pack.model_copy(
        update={
            kind: tuple(
                each.model_copy(update={"text": amended[each.id].text}) if each.id in amended else each
                for each in entries
            )
            for kind, entries in (("requirements", pack.requirements), ("nfrs", pack.nfrs))
        }
    )


def concerned(backlog: Backlog, questions: Iterable[AskedQuestion]) -> tuple[str, ...]:
    """The units that serve something which hangs on one of the questions, in the order of the backlog."""
    wanted = {each for question in questions for each in question.requirement_ids}
    return tuple(unit.id for unit in backlog.units if wanted & set(unit.requirement_ids))


def changed(before: Backlog, after: Backlog) -> tuple[str, ...]:
    """The units that are not what they were, in the order of the backlog."""
    known = {unit.id: unit for unit in before.units}
    return tuple(unit.id for unit in after.units if known.get(unit.id) != unit)


def _with_answers(unit: Unit, asked: Iterable[AskedQuestion], replies: Mapping[str, Reply]) -> Unit:
    criteria = unit.acceptance_criteria
    for question in asked:
        if set(question.requirement_ids) & set(unit.requirement_ids):
            head = f"{question.id}, “{question.text}”: "
            criteria = tuple(each for each in criteria if not each.startswith(head))
            criteria += _criterion(head, question, replies[question.id])
    return unit.model_copy(update={"acceptance_criteria": criteria})


def _amended(run: Run) -> Mapping[str, Amendment]:
    """Requirement -> what was said of it last, where that changed its words."""
    return {each.requirement: each for each in run.amendments if each.how == "amended" and each.text}


def _with_amendments(unit: Unit, amended: Mapping[str, Amendment]) -> Unit:
    criteria = unit.acceptance_criteria
    for requirement in unit.requirement_ids:
        if requirement in amended:
            head, said = f"{requirement} says from now on: ", amended[requirement]
            criteria = tuple(each for each in criteria if not each.startswith(head))
            criteria += (f"{head}{' '.join(said.text.split())[:_LONGEST]} (@{said.by.login})",)
    return unit.model_copy(update={"acceptance_criteria": criteria})


def _criterion(head: str, question: AskedQuestion, reply: Reply) -> tuple[str, ...]:
    """The answer in one line; none where it is what the plan took for granted anyway."""
    if question.default is not None and reply.text.strip() == question.default.strip():
        return ()
    return (f"{head}{' '.join(reply.text.split())[:_LONGEST]} (@{reply.by.login})",)
