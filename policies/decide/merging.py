"""Whether a pull request whose checks are green is merged by the App, and what is said where it is not."""

from policies import commands as c
from policies import entries as e
from policies.checks import Reading
from policies.decision import Decision, Ignored, Moved
from policies.facts import Facts
from policies.merging import permit_merge
from policies.run import PullRequest, Run
from policies.verdict import Block


def after_green(run: Run, pull: PullRequest, reading: Reading, facts: Facts) -> tuple[e.Entry, ...]:
    """The intent to merge, or why a person does; each is said once, and nothing where the repository never lets us."""
    if reading.standing != "green" or facts.merge is None or facts.policy.merge == "never" or pull.merging:
        return ()
    # It is made ready in a moment, and GitHub tells when that is done.
    if facts.merge.draft and facts.policy.draft:
        return ()
    verdict = permit_merge(run, pull, facts.merge)
    if isinstance(verdict, Block):
        if verdict.reason == pull.kept:
            return ()
        return (e.PullRequestKept(pull_request=pull.number, what="unmerged", reason=verdict.reason[:500]),)
    return (
        e.MergeIntended(
            pull_request=pull.number, head_sha=verdict.head_sha, digest=verdict.digest, how=verdict.how
        ),
    )


def kept(run: Run, command: c.PullRequestKept) -> Decision:
    """It stays as it is; why is said once."""
    pull = run.pull_requests.get(command.pull_request)
    if pull is None or pull.state != "open" or (command.what == "unmerged" and pull.kept == command.reason):
        return Ignored("nothing new")
    reason = command.reason[:500]
    return Moved((e.PullRequestKept(pull_request=pull.number, what=command.what, reason=reason),))
