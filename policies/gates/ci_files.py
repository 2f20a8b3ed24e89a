"""A patchset does not change what checks it: continuous integration, its actions and its hooks."""

from policies.gates.input import GateInput
from policies.verdict import Block, Pass, Verdict

RULE = "ci-files"

PATTERNS = (
    ".github/workflows",
    ".github/actions",
    ".github/dependabot.yml",
    ".github/dependabot.yaml",
    "action.yml",
    "action.yaml",
    ".pre-commit-config.yaml",
    ".pre-commit-hooks.yaml",
    ".husky",
    "lefthook.yml",
    ".gitlab-ci.yml",
    ".gitlab/ci",
    ".circleci",
    ".travis.yml",
    ".buildkite",
    ".drone.yml",
    ".woodpecker",
    ".woodpecker.yml",
    ".teamcity",
    ".appveyor.yml",
    "appveyor.yml",
    "azure-pipelines.yml",
    "bitbucket-pipelines.yml",
    "cloudbuild.yaml",
    "Jenkinsfile",
    "renovate.json",
    "codecov.yml",
)


def judge(gate_input: GateInput) -> Verdict:
    """Blocks every touched file that decides what runs on a pull request."""
    touched = gate_input.touching(PATTERNS)
    if touched:
        return Block(
            rule=RULE,
            reason="Files that decide what is checked are touched.",
            remedy="Propose the wanted file under docs/ci/ for a person to move, or change it yourself.",
            evidence=touched,
        )
    return Pass(RULE, ("no file that decides what is checked",))
