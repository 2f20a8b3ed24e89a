"""What the checks on a pull request's head mean for a run."""

from datetime import datetime

from policies import checks as k
from policies import commands as c
from policies import entries as e
from policies.decide import fixing, merging
from policies.decision import Decision, Ignored, Moved
from policies.facts import Facts
from policies.fold import Recorded, apply
from policies.run import PullRequest, Run


def checks_reported(run: Run, command: c.ChecksReported, facts: Facts) -> Decision:
    """Checks count only on the commit we wrote, and only all of them together."""
    pull = run.pull_of(command.head_sha)
    if pull is None:
        return _foreign(run, command)
    if pull.state != "open" or facts.checks is None:
        return Ignored("the pull request has ended")
    reading = reading_of(pull, facts, facts.checks)
    seen = (_seen(pull, reading, facts.checks),) if is_news(pull, reading, command, facts) else ()
    after = (*seen, *fixing.after_red(run, pull, reading, command, facts))
    entries = (*after, *merging.after_green(_seen_in(run, seen, facts), pull, reading, facts))
    return Moved(entries) if entries else Ignored("nothing new")


def _seen_in(run: Run, seen: tuple[e.ChecksSeen, ...], facts: Facts) -> Run:
    """The run as it stands once what was seen is recorded."""
    for entry in seen:
        run = apply(run, Recorded(seq=run.length, at=facts.now.isoformat(), hash="", entry=entry))
    return run


def reading_of(pull: PullRequest, facts: Facts, checks: tuple[k.Check, ...]) -> k.Reading:
    """The checks of this pull request as they stand now; those of a plan are not waited for."""
    opened = datetime.fromisoformat(pull.opened) if pull.opened else facts.now
    ci = facts.policy.ci
    if pull.subject == "plan":
        ci = ci.model_copy(update={"settle_seconds": 0})
    return k.read(checks, facts.required, ci=ci, opened=opened, now=facts.now)


def is_news(pull: PullRequest, reading: k.Reading, command: c.ChecksReported, facts: Facts) -> bool:
    """Whether the reading is to be recorded. While it is the same, only for when to look again."""
    if reading.standing == pull.checks:
        return command.time and reading.look_at is not None
    if pull.checks:
        return True
    if pull.subject == "plan" and not facts.checks:
        # Nobody waits for the checks of a plan, so when it is noticed that none has come is chance.
        return False
    # Before the first report there is nothing to tell; but when the time has come, somebody must look again.
    first = bool(facts.checks) or bool(facts.required) or bool(facts.policy.ci.required_checks)
    return reading.standing != "pending" or (first and pull.subject != "plan") or command.time


def _seen(pull: PullRequest, reading: k.Reading, checks: tuple[k.Check, ...]) -> e.ChecksSeen:
    flaky = ", ".join(pull.rerun_checks) if reading.standing == "green" else ""
    summary = (
        f"{reading.summary}; flaky, because red at the first try and green at the second: {flaky}"
        if flaky
        else reading.summary
    )
    return e.ChecksSeen(
        pull_request=pull.number,
        head_sha=pull.commit_sha,
        state=reading.standing,
        summary=summary[:500],
        results=results_of(checks),
        look_at=reading.look_at.isoformat() if reading.look_at and pull.subject != "plan" else "",
    )


def results_of(checks: tuple[k.Check, ...]) -> tuple[e.CheckResult, ...]:
    """The checks by name, the worst of those with one name, as many as a record takes."""
    worst = {"green": 0, "pending": 1, "red": 2}
    ordered = sorted(checks, key=lambda check: worst[check.state])
    named = {check.name: check.state for check in ordered}
    return tuple(e.CheckResult(name=name[:200], state=state) for name, state in sorted(named.items())[:40])


def _foreign(run: Run, command: c.ChecksReported) -> Decision:
    """A check on another head of a branch of ours: somebody pushed there."""
    pull = run.pull_requests.get(command.pull_request)
    if pull is None or pull.state != "open" or run.overlay is not None:
        return Ignored("not the head of a pull request of this run")
    reason = f"somebody pushed to `{pull.branch}`; I never write over people's commits"
    return Moved((e.NeedsHuman(reason=reason, pull_request=pull.number),))
