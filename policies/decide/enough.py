"""When one yes is not enough: how many people a repository wants, and who may not be one of them."""

from policies import commands as c
from policies import entries as e
from policies.decision import Decision, Moved, Refused
from policies.endorsing import no_longer
from policies.facts import Facts
from policies.owners import lacking, lines_of, spoken_for
from policies.run import Approval, Run


def yes(run: Run, command: c.Approve, facts: Facts, approved: e.Approved, *following: e.Entry) -> Decision:
    """The approval and what follows from it; or one more yes on the way to it; or why this person's does not count."""
    by = command.said.by
    rules = facts.policy.approvals
    if rules.separate_duties and by.id in _asked_for(run, approved.target):
        return Refused(
            "SB-103",
            "You asked for this, so someone else approves it (`approvals.separate_duties`).",
            "Another person with the right to approve says:",
            _line(approved),
        )
    earlier = [one for one in run.endorsements if (one.digest, one.only) == (approved.digest, approved.only)]
    void = tuple(
        _taken_back(one, reason)
        for one in earlier
        if (reason := no_longer(one, facts.endorsers, run=run, policy=facts.policy, now=facts.now))
        is not None
    )
    gone = {entry.comment_id for entry in void}
    standing = [one for one in earlier if one.comment_id not in gone]
    given = {one.by.id for one in standing}
    if by.id in given:
        return Refused(
            "SB-107",
            f"You have approved it already; {_needed(facts)} needed.",
            "Another person with the right to approve says:",
            _line(approved),
        )
    actors = [facts.endorsers[one.comment_id][0] for one in standing]
    people = (*actors, facts.actor) if facts.actor else tuple(actors)
    missing = lacking(facts.owned, people)
    if len(given) + 1 < rules.minimum or missing:
        more = {"needed": rules.minimum, "owners": lines_of(missing)}
        return Moved((*void, e.Endorsed(**(approved.model_dump(exclude={"type"}) | more))))
    spoke = tuple(
        f"{each.path}: @{actor.person.login}, CODEOWNERS line {each.line}"
        for each, actor in spoken_for(facts.owned, people)
        if actor is not None
    )
    return Moved((*void, approved.model_copy(update={"owners": spoke}), *following))


def _needed(facts: Facts) -> str:
    people = facts.policy.approvals.minimum
    owners = ", and an owner of each touched path," if facts.owned else ""
    # One person alone is never asked for a second yes.
    return f"{people} {'person' if people == 1 else 'people'}{owners} are"


def _taken_back(one: Approval, reason: str) -> e.ApprovalVoided:
    """An earlier yes that does not count any more, said aloud."""
    return e.ApprovalVoided(
        target=one.target, digest=one.digest, reason=reason, comment_id=one.comment_id, by=one.by
    )


def _asked_for(run: Run, target: str) -> frozenset[int]:
    """Whose wish it is: the PRD's author, whoever started the run, refined it, changed it by a late answer, or let a rule pass."""
    unit = run.unit_of_patchset(target)
    subject = unit.id if unit else target
    wished = {wish.by.id for wish in run.refinements if wish.target == subject}
    overrode = {each.by.id for each in run.overrides if each.target == target}
    answered = {
        each.by.id for each in run.replies if subject in each.units or (subject == "backlog" and each.units)
    }
    return frozenset({*run.authors, run.started_by.id, *wished, *overrode, *answered})


def _line(approved: e.Approved) -> str:
    return f"/signalbox approve {approved.target} {approved.digest[:12]}"
