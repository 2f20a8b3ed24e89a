"""Approvals: a human's yes counts for exactly one digest, and only while everything it is bound to stands."""

from datetime import datetime

from policies import commands as c
from policies import entries as e
from policies.branches import branch
from policies.decide.enough import yes
from policies.decide.meant import meant, nothing_waits, of_the_unit, stale_version
from policies.decide.patchsets import no_base, patchset_problem
from policies.decide.waiting import what_waits
from policies.decision import Decision, Moved, Refused
from policies.facts import Facts
from policies.flood import issues_made, part_that_fits
from policies.patchset import SHORT
from policies.run import PatchsetSeen, Run, Version


def approve(run: Run, command: c.Approve, facts: Facts) -> Decision:
    """Record the approval and what it lets follow, or say exactly why it does not count."""
    target = meant(run, command)
    if isinstance(target, Refused):
        return target
    if not facts.comment_stands:
        return Refused(
            "SB-102",
            "That comment was edited or deleted; an edited comment never approves.",
            "Post the approval as a new comment.",
        )
    if facts.policy_problem:
        return Refused(
            "SB-302",
            f"`.github/signalbox.yml` on the default branch cannot be read: {facts.policy_problem}",
            "Mend it there; until then nothing is approved.",
        )
    if (missing := no_base(facts)) is not None:
        return missing
    unit = run.unit_of_patchset(target)
    if unit is None or unit.patchset is None:
        return _version(run, target, command, facts)
    return _patchset(run, unit.id, unit.patchset, command, facts)


def reject(run: Run, command: c.Reject) -> Decision:
    """Record a no; a rejected patchset ends its unit, a rejected plan or backlog waits for `/refine`."""
    target = command.target
    if target is None:
        if (unit := run.unit_of_thread(command.said.thread)) is not None:
            named = of_the_unit(run, unit)
            if isinstance(named, Refused):
                return named
            target = named
        elif len(run.waiting) == 1:
            target = run.waiting[0]
    if target is None and run.waiting:
        return Refused("SB-112", "More than one thing waits for approval, so say which.", what_waits(run))
    if target is None or not run.waiting:
        return nothing_waits()
    if target not in run.waiting:
        return Refused("SB-111", f"There is no {target} waiting for approval.", what_waits(run))
    return Moved((e.Rejected(target=target, why=command.why[:1000], by=command.said.by),))


def _version(run: Run, kind: str, command: c.Approve, facts: Facts) -> Decision:
    newest = (run.plans if kind == "plan" else run.backlogs)[-1]
    if command.digest is not None and not newest.digest.startswith(command.digest):
        stale = stale_version(run, command)
        return stale or _unknown_digest(kind, command.digest, newest.digest)
    if run.asked is not None and run.asked[0] == "planner":
        return Refused(
            "SB-111",
            "The plan is being drawn again from what somebody asked to be changed.",
            "Wait for it: if nothing changes, this still stands.",
            "/signalbox status",
        )
    if run.plan is not None and run.plan.prd_sha256 != (facts.prd_sha256 or run.prd_sha256):
        return _behind(run)
    if command.digest is None and (unsure := _unsure(run, newest, kind, command, facts)):
        return unsure
    if (unknown := _unknown_units(command, facts)) is not None:
        return unknown
    if kind == "backlog" and (flood := _flood(run, newest, command, facts)) is not None:
        return flood
    approved = _approved(kind, (newest.number, newest.digest), command, facts, base_sha=facts.base_sha)
    if kind == "backlog":
        return yes(run, command, facts, approved)
    intended = e.WriteIntended(
        subject="plan",
        digest=newest.digest,
        branch=branch(run.key.issue, "plan", newest.number),
        base_sha=facts.base_sha,
    )
    return yes(run, command, facts, approved, intended)


def _behind(run: Run) -> Refused:
    edited = "The PRD was edited after this was drawn, so an approval would be for the old text."
    if not run.units:
        again = "/signalbox refine plan read the PRD again"
        return Refused("SB-204", edited, "Have it drawn again from the text as it stands:", again)
    return Refused(
        "SB-204",
        edited,
        "The plan is approved already: put the PRD's text back, or end this run and open another issue with the new text.",
        "/signalbox stop the PRD has changed",
    )


def _unknown_units(command: c.Approve, facts: Facts) -> Refused | None:
    if not command.only:
        return None
    backlog = facts.backlog
    known = {unit.id for unit in backlog.units} | {part.id for part in backlog.slices} if backlog else set()
    strangers = [name for name in command.only if name not in known]
    if not strangers:
        return None
    return Refused(
        "SB-119",
        f"This backlog has no `{strangers[0]}`.",
        "Name slices (`S1`) or units (`U-01`) that are in it.",
    )


def _flood(run: Run, newest: Version, command: c.Approve, facts: Facts) -> Refused | None:
    """Whether the repository allows one approval to make so many issues; what cannot be counted is not approved."""
    most, stand = facts.policy.max_issues, {*run.units, *run.slices}
    if most is None:
        return None
    limit = f"`.github/signalbox.yml` lets one approval make at most {most} issues (`max_issues`)"
    if facts.backlog is None:
        unread = f"{limit}, and I cannot read the backlog to count them."
        return Refused("SB-127", unread, "Try again later.", "/signalbox status")
    made = issues_made(facts.backlog, command.only, stand=stand)
    if made <= most:
        return None
    part = " ".join(part_that_fits(facts.backlog, most, stand=stand))
    return Refused(
        "SB-127",
        f"{limit}; this one would make {made}, so I made none.",
        "Begin with a part of it:",
        f"/signalbox approve backlog {newest.digest[:SHORT]} --only {part}",
    )


def _unsure(run: Run, newest: Version, kind: str, command: c.Approve, facts: Facts) -> Refused | None:
    """A yes without a digest counts only for a first version, on the run's own issue, that stood there long enough.

    Once there was another version, nobody can tell which of them the person read, however long the newest has stood.
    """
    posted, said = datetime.fromisoformat(newest.at), datetime.fromisoformat(command.said.at)
    line = f"/signalbox approve {kind} {newest.digest[:SHORT]}"
    if newest.number > 1:
        replaced = f"This is {kind} v{newest.number}, drawn in place of another, so I cannot tell which version you read."
        return Refused("SB-112", replaced, "Read it, then name it:", line)
    if command.said.thread != run.key.issue:
        elsewhere = f"The {kind} stands in #{run.key.issue}, so here I cannot tell what you said yes to."
        return Refused("SB-112", elsewhere, "Read it there, then name it:", line)
    if (said - posted).total_seconds() >= facts.approval_delay_seconds:
        return None
    return Refused(
        "SB-205",
        f"{kind.capitalize()} v{newest.number} had been here for less than {facts.approval_delay_seconds:.0f} seconds, so I cannot "
        "tell which version you read.",
        "Name it:",
        line,
    )


def _patchset(run: Run, unit_id: str, seen: PatchsetSeen, command: c.Approve, facts: Facts) -> Decision:
    number = seen.number
    line = f"/signalbox approve {number} {seen.digest[:SHORT]}"
    if command.digest is None:
        return Refused(
            "SB-112", f"Say which version of {number}: a patchset is approved by its digest.", "", line
        )
    if not seen.digest.startswith(command.digest):
        return Refused(
            "SB-201",
            f"{number} is now `{seen.digest[:SHORT]}`; you approved `{command.digest[:SHORT]}`.",
            "Read the new diff, then:",
            line,
        )
    problem = patchset_problem(run, seen, facts)
    if problem is not None:
        return problem
    approved = _approved(number, (seen.version, seen.digest), command, facts, base_sha=seen.base_sha)
    intended = e.WriteIntended(
        subject=unit_id,
        digest=seen.digest,
        branch=branch(run.key.issue, unit_id, seen.version),
        base_sha=seen.base_sha,
    )
    return yes(run, command, facts, approved, intended)


def _approved(
    target: str, artifact: tuple[int, str], command: c.Approve, facts: Facts, *, base_sha: str
) -> e.Approved:
    said, (version, digest) = command.said, artifact
    return e.Approved(
        target=target,
        version=version,
        digest=digest,
        by=said.by,
        comment_id=said.comment_id,
        comment_sha256=said.body_sha256,
        thread=said.thread,
        base_ref=facts.base_ref,
        base_sha=base_sha,
        policy_digest=facts.policy.digest,
        only=command.only,
    )


def _unknown_digest(kind: str, given: str, current: str) -> Refused:
    return Refused(
        "SB-201",
        f"No version of the {kind} has the digest `{given[:SHORT]}`.",
        "The current one is approved with:",
        f"/signalbox approve {kind} {current[:SHORT]}",
    )
