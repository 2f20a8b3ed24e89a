"""Whether the App may merge a pull request of a run itself: a pure table of noes, and one yes for exactly one commit.

By default it never may. Where a repository lets it, what was approved must be what would be merged, everything that is
asked of it must be green, and some changes are for people whatever the settings say.
"""

from dataclasses import dataclass
from typing import Literal

from config.repo_policy import RepoPolicy
from policies import majors
from policies.checks import Standing
from policies.gates import agent_files, ci_files, dependencies, own_files
from policies.globs import first_match
from policies.owners import FILES
from policies.patchset import Patchset
from policies.run import PullRequest, Run
from policies.stages import UnitState
from policies.tree import Change
from policies.verdict import Block
from policies.writes import World, standing

RULE = "merge"
# A label, on the pull request or the unit's issue, by which anybody keeps it for people.
HOLD = "needs-human"
# Reviewers whose role is looked up, so that a crowd of strangers costs no more.
MOST_REVIEWERS = 60

_MIGRATIONS = (
    "migrations",
    "migration",
    "migrate",
    "alembic",
    "flyway",
    "liquibase",
    "*.sql",
    "schema.rb",
    "schema.prisma",
)
_INFRASTRUCTURE = (
    "*.tf",
    "*.tfvars",
    "*.hcl",
    "*.bicep",
    "terraform",
    "infra",
    "infrastructure",
    "ansible",
    "k8s",
    "kubernetes",
    "helm",
    "charts",
    "deploy",
    "Dockerfile",
    "Dockerfile.*",
    "*.Dockerfile",
    "Containerfile",
    "docker-compose*.y*ml",
    "compose*.y*ml",
    "serverless.y*ml",
    "Pulumi*.yaml",
    "cloudformation",
    "Procfile",
    "fly.toml",
    "app.yaml",
)
# GitHub's word for a pull request that nothing but ourselves holds up.
# https://docs.github.com/en/graphql/reference/enums#mergestatestatus
_CLEAN = frozenset({"clean", "has_hooks"})


@dataclass(frozen=True, slots=True)
class MergeWorld:
    """The pull request as it is right before the merge; `queue` says that its base branch merges through a queue.

    `own` says that the base branch demands our own check, which speaks for the merge only once it is decided. `reviewers`
    are those whose last review says yes or no, whoever they are, `approvals` and `against` those of them whose word counts.
    `stands` is the world as it is looked at before a write, None where there is no approval or its bytes cannot be found.
    """

    policy: RepoPolicy
    policy_problem: str
    state: str
    draft: bool
    base_ref: str
    head_sha: str
    tree_sha: str
    checks: Standing
    mergeable: str
    labels: frozenset[str]
    approvals: int
    required_reviews: int
    reviewers: int
    against: tuple[str, ...]
    queue: bool
    risk: str
    patchset: Patchset | None
    stands: World | None
    own: bool = False


@dataclass(frozen=True, slots=True)
class MergePermit:
    """Leave to merge this pull request while its head is exactly this commit, itself or through the queue."""

    pull_request: int
    head_sha: str
    digest: str
    how: Literal["merge", "queue"]


def permit_merge(run: Run, pull: PullRequest, world: MergeWorld) -> MergePermit | Block:
    """Leave to merge, or the first reason why a person does."""
    if world.policy.merge == "never":
        return _no("in this repository people merge (`merge: never`)")
    problem = (
        _of_the_run(run, pull, world)
        or _of_the_approval(run, pull, world)
        or _of_the_change(world)
        or _of_people(world)
        or _of_github(world)
    )
    if problem:
        return _no(problem)
    how: Literal["merge", "queue"] = "queue" if world.policy.merge == "queue" else "merge"
    return MergePermit(pull.number, pull.commit_sha, pull.digest, how)


def _of_the_run(run: Run, pull: PullRequest, world: MergeWorld) -> str:
    unit = run.units.get(pull.subject)
    seen = pull.patchset
    if unit is None or seen is None or unit.pull_request != pull.number:
        return "only the newest pull request of a unit is merged by me"
    if run.overlay is not None or unit.state is not UnitState.VERIFYING_CI:
        return f"the unit is {unit.state}" if run.overlay is None else f"the run is held: {run.overlay}"
    if world.state != "open":
        return f"the pull request is {world.state}"
    if world.head_sha != pull.commit_sha or world.tree_sha != seen.tree_sha:
        return "its branch is not what was approved"
    if world.patchset is None or world.patchset.digest != pull.digest:
        return "the approved bytes cannot be found"
    if stopped := [gate.rule for gate in seen.gates if gate.result in {"block", "overridden"}]:
        return f"a person had to let `{stopped[0]}` pass, so a person merges it too"
    if world.policy_problem:
        return f"`.github/signalbox.yml` cannot be read: {world.policy_problem}"
    return ""


def _of_the_approval(run: Run, pull: PullRequest, world: MergeWorld) -> str:
    """A merge is one more write of what was approved, so whatever would make the approval void for a write speaks against it."""
    if world.stands is None or pull.patchset is None:
        return "no approval of exactly this digest stands"
    stood = standing(run, pull.digest, pull.patchset.number, world.stands)
    if isinstance(stood, Block):
        return stood.reason
    if world.base_ref != stood.base_ref:
        return f"it goes to `{world.base_ref}`, and what was approved was for `{stood.base_ref}`"
    if world.stands.moved:
        return f"`{world.stands.moved[0]}` changed on `{stood.base_ref}` after it was drawn"
    return ""


def _of_the_change(world: MergeWorld) -> str:
    """What is for people, whatever the settings say."""
    if world.risk == "high":
        return "the plan calls this unit's risk high"
    for change in world.patchset.changes if world.patchset else ():
        if why := for_people(change):
            return f"`{change.path}` {why}"
    return ""


def for_people(change: Change) -> str:
    """Why a person merges a change of this file; empty where nobody need."""
    path = change.path
    if first_match((*own_files.PATTERNS, *(f"/{name}" for name in FILES)), path):
        return "holds the rules I work under"
    if first_match((*ci_files.PATTERNS, *agent_files.PATTERNS), path):
        return "decides what is checked, or what agents do"
    if first_match(_MIGRATIONS, path):
        return "may change a schema"
    if first_match(_INFRASTRUCTURE, path):
        return "is infrastructure"
    if change.before is None:
        return ""
    if first_match(dependencies.LOCKED, path):
        return majors.UNKNOWN
    return (
        majors.raises(path, change.before, change.after) if first_match(dependencies.MANIFESTS, path) else ""
    )


def _of_people(world: MergeWorld) -> str:
    held = sorted(label for label in world.labels if label.rpartition("/")[2].casefold() == HOLD)
    if held:
        return f"it carries the label `{held[0]}`"
    if world.reviewers > MOST_REVIEWERS:
        return f"more than {MOST_REVIEWERS} people reviewed it, which is more than I look up"
    if world.against:
        return f"@{world.against[0]} requested changes"
    if world.approvals < world.required_reviews:
        return f"{world.approvals} of {world.required_reviews} required reviews approve it"
    return ""


def _of_github(world: MergeWorld) -> str:
    if world.checks != "green":
        return f"its checks are {world.checks}"
    if world.draft:
        return "it is still a draft"
    if world.policy.merge == "queue" and not world.queue:
        return "its base branch has no merge queue (`merge: queue`)"
    if world.policy.merge == "when_green" and world.queue:
        return "its base branch has a merge queue; `merge: queue` would use it"
    # Where our own check is demanded and not done yet, that alone blocks it; if something else does as well, GitHub refuses.
    clean = _CLEAN | {"blocked"} if world.own else _CLEAN
    if world.policy.merge == "when_green" and world.mergeable not in clean:
        return f"GitHub says it is {world.mergeable or 'not yet known to be mergeable'}"
    return ""


def _no(reason: str) -> Block:
    return Block(rule=RULE, reason=reason, remedy="Review it and merge it yourself.")
