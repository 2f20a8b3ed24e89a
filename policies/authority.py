"""Who may ask for what: GitHub's roles, the repository's configuration, and being the PRD's author."""

from collections.abc import Collection

from config.repo_policy import RepoPolicy
from policies import commands as c
from policies.decision import Refused
from policies.people import Actor, Person, Right

# The least role for each command; the PRD's author may refine and answer whatever their role.
NEEDED: dict[type[c.HumanCommand], Right] = {
    c.Start: Right.TRIAGE,
    c.Plan: Right.TRIAGE,
    c.Answer: Right.TRIAGE,
    c.Answers: Right.TRIAGE,
    c.Tick: Right.TRIAGE,
    c.Refine: Right.TRIAGE,
    c.Approve: Right.WRITE,
    c.Reject: Right.WRITE,
    c.Override: Right.ADMIN,
    c.Pause: Right.WRITE,
    c.Resume: Right.WRITE,
    c.Stop: Right.WRITE,
    c.Retry: Right.WRITE,
    c.Budget: Right.WRITE,
    c.Accept: Right.WRITE,
    c.Amend: Right.WRITE,
    c.Show: Right.READ,
    c.Simulate: Right.READ,
    c.Misread: Right.READ,
    c.Nod: Right.WRITE,
}
AUTHOR_MAY = frozenset({c.Answer, c.Answers, c.Tick, c.Refine, c.Show, c.Simulate, c.Misread})


def judge(
    asked: type[c.HumanCommand],
    actor: Actor | None,
    *,
    author: Person | None,
    policy: RepoPolicy,
    authors: Collection[int] = (),
) -> Refused | None:
    """None when the actor may ask for a command of this kind; else the refusal, worded for the person.

    `author` opened the PRD's issue; `authors` are the ids of all who wrote in it, for where they may not approve.
    """
    if actor is None or not actor.is_human:
        return Refused("SB-104", "Only people clear signals; a bot's word counts for nothing here.", "")
    if author and actor.person.id == author.id and asked in AUTHOR_MAY:
        return None
    needed = NEEDED[asked]
    named = _named(asked, policy)
    everybody = {author.id, *authors} if author else set(authors)
    if named:
        listed = _listed(actor, named, "approve" if asked is c.Approve else "override a rule")
        return listed or _separate(asked, actor, authors=everybody, policy=policy)
    if actor.right < needed:
        return Refused(
            "SB-101",
            f"You need {needed.name.lower()} access to do this here; GitHub says you have "
            f"{actor.right.name.lower()}.",
            "Your comment stays as a note to those who have it.",
        )
    return _separate(asked, actor, authors=everybody, policy=policy)


def _named(asked: type[c.HumanCommand], policy: RepoPolicy) -> tuple[str, ...]:
    """The people and teams that the repository's configuration has named for this, if it names any."""
    if asked is c.Approve:
        return (*policy.approvals.approvers.users, *policy.approvals.approvers.teams)
    if asked is c.Override:
        return (*policy.overrides.users, *policy.overrides.teams)
    return ()


def _listed(actor: Actor, names: tuple[str, ...], what: str) -> Refused | None:
    theirs = {actor.person.login.casefold(), *(team.casefold() for team in actor.teams)}
    if {name.casefold() for name in names} & theirs and actor.right >= Right.READ:
        return None
    people = ", ".join(f"`{name}`" for name in names)
    return Refused(
        "SB-101",
        f"This repository's configuration lets only {people} {what}.",
        "Your comment stays as a note to them.",
    )


def _separate(
    asked: type[c.HumanCommand], actor: Actor, *, authors: Collection[int], policy: RepoPolicy
) -> Refused | None:
    if asked is not c.Approve or policy.approvals.author_may_approve:
        return None
    if actor.person.id not in authors:
        return None
    return Refused(
        "SB-103",
        "You wrote this PRD, or a part of it, so someone else approves it (`approvals.author_may_approve`).",
        "Ask another person with write access.",
    )
