"""A note that somebody changed files a requirement was built in, with the two answers there are; one row for each."""

from handlers import markdown as m
from handlers.replies import words as w
from handlers.replies.view import View
from policies import entries as e
from policies.run import Amendment, Run

ROWS = 40
FILES = 4


def drifted(run: Run, entry: e.Drifted, seq: int, view: View) -> str:
    """What was changed by whom, for which requirements, and what to answer; answered rows say what was answered."""
    texts = {each.id: each.text for each in (*view.pack.requirements, *view.pack.nfrs)} if view.pack else {}
    answered = {each.requirement: each for each in run.amendments if each.noted == seq}
    open_ones = [name for name in entry.requirements if name not in answered]
    rows = [
        (
            m.cell(name, limit=60),
            m.cell(texts.get(name, ""), limit=160),
            _files(paths),
            _answer(answered[name]) if name in answered else "open",
        )
        for name, paths in list(entry.requirements.items())[:ROWS]
    ]
    left = len(entry.requirements) - len(rows)
    table = m.table(("Requirement", "Says", "Changed files", "Answer"), rows)
    whose = f"Your turn, {w.whose_turn(run, view)}: f" if open_ones else "F"
    head = (
        f"### {'🟡' if open_ones else '✅'} {whose}iles of {w.ids(entry.requirements, most=4)} were changed"
    )
    return w.blocks(
        head,
        f"{w.name(entry.by)} brought {m.code(entry.sha[:7])} to the default branch. It changes files in which these requirements were "
        "built and approved. I change nothing, and ask once for each requirement until somebody answers.",
        f"{table}\n\n…and {left} more." if left > 0 else table,
        _ways(open_ones),
    )


def _ways(open_ones: list[str]) -> str | None:
    if not open_ones:
        return None
    name = open_ones[0]
    return w.blocks(
        f"If the requirement is still met, accept the change. If it says something else now, amend it: {m.code(f'/amend {name} …')}. If the "
        "change is wrong, take it back; then there is nothing to answer but that.",
        m.action(f"/signalbox accept {' '.join(open_ones[:20])}"),
    )


def _files(paths: tuple[str, ...]) -> str:
    more = f" and {len(paths) - FILES} more" if len(paths) > FILES else ""
    return ", ".join(m.cell_code(path, limit=120) for path in paths[:FILES]) + more


def _answer(said: Amendment) -> str:
    words = f": {m.cell(said.text, limit=200)}" if said.text else ""
    return f"{said.how} by {w.name(said.by)}{words}"
