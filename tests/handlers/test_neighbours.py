"""Which of our verbs another bot in a repository listens to."""

import pytest

from handlers.commands import BY_VERB
from handlers.neighbours import taken

CASES: dict[str, tuple[set[str], list[str], set[str]]] = {
    "nobody": ({"README.md", ".github", "OWNERS"}, ["on: push"], set()),
    "Prow": ({".prow.yaml"}, [], {"approve", "help", "override"}),
    "Prow in a folder": ({".prow"}, [], {"approve", "help", "override"}),
    "PR-Agent by its settings": ({".pr_agent.toml"}, [], {"answer", "help"}),
    "PR-Agent by a workflow": (set(), ["uses: qodo-ai/PR-Agent@main"], {"answer", "help"}),
    "Pipelines as Code": ({".tekton"}, [], {"cancel"}),
    "an approval check": (set(), ["uses: anthropics/agent-approval-check@v1"], {"approve"}),
    "two at once": ({".tekton"}, ["run: agent-approval-check"], {"approve", "cancel"}),
}


@pytest.mark.parametrize("name", CASES)
def test_a_verb_is_taken_by(name: str) -> None:
    names, workflows, verbs = CASES[name]
    assert taken(names, workflows) == verbs
    assert verbs <= set(BY_VERB)
