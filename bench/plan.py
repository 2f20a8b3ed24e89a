"""Measures the built-in planner: recall and precision on annotated PRDs, and the time a plan takes.

`python bench/plan.py [FOLDER]`: FOLDER holds `name.md` with `name.json` beside it (default: the project's own small ones);
the annotation lists, for each kind, the source lines of its statements, and under `quiet` lines that may be read either way.
"""

import json
import sys
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from agents.builtin.planner import plan  # noqa: E402  # the checkout is not installed, so its root is added first
from agents.schemas.pack import ArchitecturePack, canonical  # noqa: E402  # see above
from agents.schemas.planner import PlannerInputs  # noqa: E402  # see above

LONG = 60 * 1024


def statements(pack: ArchitecturePack) -> dict[str, tuple[tuple[int, ...], ...]]:
    """The source lines of a pack's statements by kind."""
    prd = pack.prd
    return {
        "functional": tuple(each.lines for each in pack.requirements if each.origin == "document"),
        "nonfunctional": tuple(each.lines for each in pack.nfrs),
        "user_stories": tuple(each.lines for each in prd.user_stories),
        "non_goals": tuple(each.lines for each in prd.non_goals),
        "constraints": tuple(each.lines for each in prd.constraints),
        "success_metrics": tuple(each.lines for each in prd.success_metrics),
        "open_questions": tuple(each.lines for each in pack.open_questions if each.lines),
    }


def planned(body: str) -> tuple[ArchitecturePack, float]:
    """The pack and the seconds it took."""
    began = time.perf_counter()
    pack = plan(PlannerInputs(body=body))
    if not isinstance(pack, ArchitecturePack):
        sys.exit(pack.reason)
    canonical(pack)
    return pack, time.perf_counter() - began


def main(folder: Path) -> None:
    """Print the table."""
    totals: dict[str, Counter[str]] = {}
    for annotation in sorted(folder.glob("*.json")):
        truth = json.loads(annotation.read_text())
        body = annotation.with_suffix(".md").read_text()
        pack, seconds = planned(body)
        sys.stdout.write(
            f"{annotation.stem:24} {len(body):7} bytes {seconds:7.3f} s  {pack.architecture.kind}\n"
        )
        for kind, found in statements(pack).items():
            wanted = Counter(truth[kind])
            first = Counter(lines[0] for lines in found)
            count = totals.setdefault(kind, Counter())
            count["wanted"] += wanted.total()
            count["hit"] += (wanted & first).total()
            count["wrong"] += sum(
                n for line, n in first.items() if line not in wanted and line not in truth["quiet"]
            )
    sys.stdout.write(f"\n{'kind':16} {'wanted':>7} {'hit':>5} {'wrong':>6} {'recall':>7} {'precision':>10}\n")
    for kind, count in totals.items():
        recall = count["hit"] / count["wanted"] if count["wanted"] else 1.0
        precision = count["hit"] / (count["hit"] + count["wrong"]) if count["hit"] + count["wrong"] else 1.0
        sys.stdout.write(
            f"{kind:16} {count['wanted']:7} {count['hit']:5} {count['wrong']:6} {recall:7.2f} {precision:10.2f}\n"
        )
    text = "".join(path.read_text() for path in sorted(folder.glob("*.md")))
    body = (text * (LONG // len(text) + 1))[:LONG]
    _, seconds = planned(body)
    sys.stdout.write(f"\n60 KiB of them in one document: {seconds:.3f} s\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "tests" / "prds")
