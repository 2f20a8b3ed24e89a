"""Other bots that listen to the same words: in their repositories the short form of a verb they own is off.

https://docs.prow.k8s.io/docs/components/plugins/ · https://docs.pr-agent.ai/tools/ ·
https://pipelinesascode.com/docs/guide/gitops_commands/
"""

from collections.abc import Collection, Iterable

# Files and folders at the root that say who listens, and those of our verbs that they take for theirs.
_BY_FILE = {
    ".prow.yaml": ("approve", "help", "override"),
    ".prow": ("approve", "help", "override"),
    ".pr_agent.toml": ("answer", "help"),
    ".tekton": ("cancel",),
}
# The same by a word in a workflow.
_BY_WORKFLOW = {
    "agent-approval-check": ("approve",),
    "pr-agent": ("answer", "help"),
    "pipelines-as-code": ("cancel",),
}


def taken(names: Collection[str], workflows: Iterable[str]) -> frozenset[str]:
    """Our verbs that somebody else listens to; `names` stand at the root, `workflows` are the texts of the workflows."""
    found = {verb for name in names for verb in _BY_FILE.get(name, ())}
    for text in workflows:
        found |= {verb for word, verbs in _BY_WORKFLOW.items() if word in text.lower() for verb in verbs}
    return frozenset(found)
