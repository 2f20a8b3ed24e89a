"""Whether a yes that was said before still counts: the person, their comment, the rules and the time are asked again."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from config.repo_policy import RepoPolicy
from policies import authority
from policies import commands as c
from policies.people import Actor
from policies.run import Approval, Run


def no_longer(
    one: Approval,
    endorsers: Mapping[int, tuple[Actor, bool]],
    *,
    run: Run,
    policy: RepoPolicy,
    now: datetime,
) -> str | None:
    """Why this yes does not count any more, None when it does; `endorsers` is what was looked up of its comment."""
    actor, stands = endorsers.get(one.comment_id, (None, False))
    whose = f"@{one.by.login}"
    if actor is None or not stands:
        return f"the comment in which {whose} said yes was edited or deleted"
    if actor.person.id != one.by.id:
        return f"the rights looked up are not those of {whose}"
    refused = authority.judge(c.Approve, actor, author=run.author, policy=policy, authors=run.authors)
    if refused is not None:
        return f"{whose} may not approve any more: {refused.reason}"
    if one.policy_digest != policy.digest:
        return f"the repository's configuration changed after {whose} said yes"
    if expired(one.at, now, policy):
        return f"the yes of {whose} is older than {policy.approvals.expire_hours} hours"
    return None


def expired(at: str, now: datetime, policy: RepoPolicy) -> bool:
    """Whether what was said then is older than this repository lets an approval become."""
    hours = policy.approvals.expire_hours
    return hours is not None and now - datetime.fromisoformat(at) > timedelta(hours=hours)
