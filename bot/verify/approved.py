"""What came of everything that a person approved, one line each: digest, approval, commit and tree, checks, merge."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from policies.chain import Record
from policies.characters import visible

_SHORT = 12


@dataclass(slots=True)
class Road:
    """One approved digest; `stops` are the cells of its line after the name, as far as it has come."""

    name: str
    stops: list[str]
    pull_request: object = None
    checks: str = ""
    merged: str = ""

    def cells(self) -> list[str]:
        """The cells of the line; what has not come about yet is said, because a stranger asks for it."""
        if self.pull_request is None:
            return [self.name, *self.stops]
        checks = f"checks {self.checks}" if self.checks else "no checks seen"
        return [self.name, *self.stops, f"#{self.pull_request}", checks, self.merged or "not merged"]


def roads(records: Iterable[Record]) -> Iterator[str]:
    """The lines, their columns under each other; records come checked, and in order."""
    rows = [road.cells() for road in _roads(records)]
    widths = [
        max(len(row[at]) for row in rows if at < len(row)) for at in range(max(map(len, rows), default=0))
    ]
    for row in rows:
        padded = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
        yield visible(f"  {padded[0]}  {' → '.join(padded[1:])}".rstrip())


def _roads(records: Iterable[Record]) -> list[Road]:
    named: dict[object, str] = {}
    found: dict[object, Road] = {}
    backlog: Road | None = None
    for record in records:
        data, digest = record.data, record.data.get("digest")
        match record.type:
            case "plan_proposed" | "backlog_proposed":
                named[digest] = f"{record.type.partition('_')[0]} v{data.get('version', '?')}"
            case "patchset_proposed":
                named[digest] = f"{data.get('unit')} {data.get('number')}"
            case "approved":
                found[digest] = Road(named.get(digest, "?"), [_cut(digest), _approved(record)])
                backlog = found[digest] if data.get("target") == "backlog" else backlog
            case "backlog_synced" if backlog is not None:
                backlog.stops[2:] = [f"{_issues(data.get('issues'))}, entry {record.seq}"]
            case "written" if digest in found:
                road = found[digest]
                road.stops[2:] = [f"commit {_cut(data.get('commit_sha'))}, tree {_cut(data.get('tree_sha'))}"]
                road.pull_request = data.get("pull_request")
            case "checks_seen":
                for road in _of(found, data.get("pull_request")):
                    road.checks = str(data.get("state"))
            case "pull_request_ended":
                for road in _of(found, data.get("pull_request")):
                    merge = f"merged as {_cut(data.get('merge_sha'))}, entry {record.seq}"
                    road.merged = merge if data.get("merged") else f"closed, entry {record.seq}"
            case _:
                pass
    return list(found.values())


def _of(found: dict[object, Road], pull_request: object) -> Iterator[Road]:
    return (road for road in found.values() if road.pull_request == pull_request)


def _approved(record: Record) -> str:
    by = record.data.get("by")
    login = by.get("login") if isinstance(by, dict) else "?"
    return f"approved by @{login}, entry {record.seq}"


def _cut(value: object) -> str:
    return value[:_SHORT] if isinstance(value, str) else "?"


def _issues(numbers: object) -> str:
    count = len(numbers) if isinstance(numbers, dict) else 0
    return "1 issue" if count == 1 else f"{count} issues"
