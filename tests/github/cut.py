"""The slim description in data/rest.json.gz is cut by this program from the npm package @octokit/openapi.

Run it by hand, once, when an operation is added to `operations.txt`:
`npm pack @octokit/openapi@23.0.2`, unpack, then
`python -m tests.github.cut package/generated/api.github.com.json`.
"""

import gzip
import json
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
PROSE = ("description", "example", "examples", "externalDocs", "summary")
LISTED = HERE / "operations.txt"
CUT = HERE / "data" / "rest.json.gz"


def cut(full: dict[str, Any], *, keep: frozenset[str]) -> dict[str, Any]:
    """Keep the named operations, the events named `webhook:<event>`, and every schema they reach."""
    paths = {
        path: kept
        for path, item in full["paths"].items()
        if (
            kept := {
                m: op for m, op in item.items() if isinstance(op, dict) and op.get("operationId") in keep
            }
        )
    }
    hooks = {
        name: item
        for name, item in full["x-webhooks"].items()
        if "webhook:" + item["post"]["operationId"].split("/")[0].replace("-", "_") in keep
    }
    slim = {"openapi": full["openapi"], "info": full["info"], "paths": paths, "x-webhooks": hooks}
    without_prose: dict[str, Any] = _without_prose(slim)
    without_prose["components"] = _reached(without_prose, full["components"])
    return without_prose


def missing(slim: dict[str, Any], *, keep: frozenset[str]) -> frozenset[str]:
    """The listed names that the description does not hold."""
    operations = {op["operationId"] for item in slim["paths"].values() for op in item.values()}
    events = {
        "webhook:" + item["post"]["operationId"].split("/")[0].replace("-", "_")
        for item in slim["x-webhooks"].values()
    }
    return keep - operations - events


def _reached(root: dict[str, Any], components: dict[str, Any]) -> dict[str, Any]:
    """Every component that `root` reaches by reference, directly or through other components."""
    found: dict[str, Any] = {}
    waiting: list[Any] = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            _, _, section, name = [*str(node.get("$ref", "///")).split("/", 3)][:4]
            if section and name not in found.get(section, {}):
                target = _without_prose(components[section][name])
                found.setdefault(section, {})[name] = target
                waiting.append(target)
            waiting.extend(node.values())
        elif isinstance(node, list):
            waiting.extend(node)
    return found


def _without_prose(node: Any, *, named: bool = False) -> Any:
    """Drop descriptions and examples, but not properties that happen to bear such a name."""
    if isinstance(node, list):
        return [_without_prose(entry) for entry in node]
    if not isinstance(node, dict):
        return node
    return {
        key: _without_prose(value, named=not named and key == "properties")
        for key, value in node.items()
        if named or key not in PROSE
    }


if __name__ == "__main__":
    wanted = frozenset(LISTED.read_text().split())
    result = cut(json.loads(Path(sys.argv[1]).read_bytes()), keep=wanted)
    CUT.write_bytes(
        gzip.compress(json.dumps(result, separators=(",", ":"), sort_keys=True).encode(), 9, mtime=0)
    )
    sys.stdout.write(f"{CUT.stat().st_size} bytes, not found: {sorted(missing(result, keep=wanted))}\n")
