"""GitHub's GraphQL as far as the App uses it: each call must be one of these mutations, with these inputs and these answers, or a query.

Taken by hand from GitHub's reference: https://docs.github.com/en/graphql/reference/mutations and
https://docs.github.com/en/graphql/reference/objects#mergequeue
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

PATH = "/api/graphql"


@dataclass(frozen=True, slots=True)
class Mutation:
    """What a mutation takes (name to GraphQL type, `!` for what must be there), and the fields that are asked of its answer."""

    takes: Mapping[str, str]
    gives: Mapping[str, frozenset[str]]


MUTATIONS: Mapping[str, Mutation] = {
    "markPullRequestReadyForReview": Mutation(
        {"clientMutationId": "String", "pullRequestId": "ID!"},
        {"pullRequest": frozenset({"isDraft", "id", "number"})},
    ),
    "enqueuePullRequest": Mutation(
        {
            "clientMutationId": "String",
            "expectedHeadOid": "GitObjectID",
            "jump": "Boolean",
            "pullRequestId": "ID!",
        },
        {"mergeQueueEntry": frozenset({"id", "position", "state"})},
    ),
}
# What it asks is never null.
QUERY = "query($id: ID!) { node(id: $id) { ... on PullRequest { isInMergeQueue } } }"
# The entries of a branch's merge queue: https://docs.github.com/en/graphql/reference/objects#mergequeueentry
QUEUE = (
    "query($owner: String!, $name: String!, $branch: String!) { repository(owner: $owner, name: $name) "
    "{ mergeQueue(branch: $branch) { entries(first: 100) "
    "{ nodes { position headCommit { oid } pullRequest { number } } } } } }"
)
_SHAPE = re.compile(
    r"mutation\((?P<variables>[^)]*)\) \{ (?P<name>\w+)\(input: \{(?P<input>[^}]*)\}\) \{ (?P<field>\w+) \{ (?P<fields>[\w ]+) \} \} \}"
)


def complaints(request: Any, answer: Any, *, method: str, status: int) -> list[str]:
    """Everything in which the call and its answer leave GitHub's reference."""
    if (
        method != "POST"
        or not isinstance(request, dict)
        or set(request) - {"query", "variables", "operationName"}
    ):
        return ["GraphQL takes a POST with `query` and `variables`"]
    if request.get("query") == QUERY:
        told = [] if set(request.get("variables") or {}) == {"id"} else ["variable id has no value"]
        return told + _answered(answer, "node", status)
    if request.get("query") == QUEUE:
        fits = set(request.get("variables") or {}) == {"owner", "name", "branch"}
        return ([] if fits else ["other variables"]) + _answered(answer, "repository", status)
    shape = _SHAPE.fullmatch(str(request.get("query")))
    if shape is None or shape["name"] not in MUTATIONS:
        return [f"no mutation that is known here: {request.get('query')!r}"]
    known = MUTATIONS[shape["name"]]
    declared = dict(re.findall(r"\$(\w+): (\w+!?)", shape["variables"]))
    given = dict(re.findall(r"(\w+): \$(\w+)", shape["input"]))
    found = [f"{name} is no input of {shape['name']}" for name in given if name not in known.takes]
    found += [
        f"{name} must be given"
        for name, kind in known.takes.items()
        if kind.endswith("!") and name not in given
    ]
    found += [
        f"{name} is {declared.get(variable)}, not {known.takes[name]}"
        for name, variable in given.items()
        if name in known.takes and (declared.get(variable) or "").rstrip("!") != known.takes[name].rstrip("!")
    ]
    found += [f"variable {name} is not used" for name in declared if name not in given.values()]
    found += [
        f"variable {name} has no value" for name in declared if name not in (request.get("variables") or {})
    ]
    if shape["field"] not in known.gives or set(shape["fields"].split()) - known.gives[shape["field"]]:
        found.append(f"{shape['field']} {{ {shape['fields']} }} is not in the answer of {shape['name']}")
    return found + _answered(answer, shape["name"], status)


def _answered(answer: Any, name: str, status: int) -> list[str]:
    """GraphQL says no in a 200 with `errors`, beside what came of it."""
    if status >= 400:
        return []
    if (
        not isinstance(answer, dict)
        or not {"data", "errors"} & set(answer)
        or set(answer) - {"data", "errors"}
    ):
        return ["an answer holds `data`, `errors` or both"]
    if "errors" in answer:
        return ["an error has a message"] if any("message" not in each for each in answer["errors"]) else []
    return [] if set(answer["data"]) == {name} else [f"the data is not that of {name}"]
