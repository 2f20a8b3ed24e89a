"""Shows what the reader makes of a PRD: each line with what was read there, then the names, steps and notes.

`python bench/reading.py FILE`, or `make read PRD=FILE`.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from agents.builtin.reader import Findings, Named, Unreadable, read  # noqa: E402  # the checkout is not installed, so its root is added first

WIDTH = 15


def shown(text: str, found: Findings) -> Iterator[str]:
    """Every line of the document behind its number and the kinds of what was read in it, then what it names."""
    at: dict[int, list[str]] = {}
    for finding in found.findings:
        for line in finding.lines:
            kinds = at.setdefault(line, [])
            kinds += () if finding.kind in kinds else (finding.kind,)
    for number, words in enumerate(text.removesuffix("\n").split("\n"), start=1):
        yield f"{','.join(at.get(number, ())):{WIDTH}} {number:4} {words}".rstrip()
    yield f"\nproduct: {found.product}; language: {found.language or 'not known'}"
    for what, names in (
        ("actors", found.actors),
        ("integrations", found.integrations),
        ("entities", found.entities),
    ):
        yield f"{what}: {_listed(names)}"
    for flow in found.flows:
        yield f"steps: {flow.name} ({len(flow.steps)}, from line {flow.lines[0]})"
    yield from (f"note: {note}" for note in found.notes)


def _listed(names: Sequence[Named]) -> str:
    return (
        ", ".join(f"{each.name} ({each.lines[0]})" if each.lines else each.name for each in names) or "none"
    )


def main(document: Path) -> None:
    """Print it, or why it was not read."""
    text = document.read_bytes().decode(errors="replace")
    found = read(text)
    if isinstance(found, Unreadable):
        sys.exit(f"{found.reason} {found.remedy}")
    sys.stdout.writelines(f"{line}\n" for line in shown(text, found))


if __name__ == "__main__":
    wishes = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    wishes.add_argument("document", type=Path)
    main(wishes.parse_args().document)
