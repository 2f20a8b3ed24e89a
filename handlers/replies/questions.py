"""How a question stands in a comment: with boxes to tick while it is open, as a ticked row once it is answered."""

from datetime import UTC, datetime

from agents.schemas.pack import ArchitecturePack
from agents.schemas.questions import Clarification
from handlers import markdown as m
from handlers import ticks
from handlers.replies import words as w
from handlers.replies.view import View
from policies import entries as e
from policies.entries.base import LETTERS
from policies.run import Reply, Run
from policies.stages import Stage

MOST_WISHES = 10
WHO = (
    "Answers count from the PRD’s author and from people with triage access or more, and are recorded by name; "
    "GitHub lets only people with write access tick a box of mine."
)


def questions_asked(run: Run, entry: e.QuestionsAsked, view: View) -> str:
    """The questions that hold the run, and how to answer them; answered ones stand there with who answered."""
    replies = replies_of(run)
    still = [each for each in entry.questions if each.id not in replies]
    held = [each.id.removeprefix("Q") for each in still if each.id in entry.blocking]
    rows = [question(each, view.pack, reply=replies.get(each.id)) for each in entry.questions]
    others = [each.id.removeprefix("Q") for each in still if each.id not in entry.blocking]
    if not held:
        return w.blocks(_going_on(run), _changeable(others), *rows)
    return w.blocks(
        f"### 🟡 Your turn, {w.call(run.author)}: answer {w.numbered(held)}",
        wishes_so_far(view.pack),
        f"Only {w.numbered(held)} {'stops' if len(held) == 1 else 'stop'} me: I will not guess there. "
        f"{'Tick a box or type' if any(each.choices for each in still if each.id in entry.blocking) else 'Type'} "
        f"`/answer {held[0]} …` with your own words{', one line for each question' if len(held) > 1 else ''}.{_by_default(others)}",
        *rows,
        w.sub(WHO),
        m.action(*(f"/signalbox answer {number} …" for number in held)),
    )


def _going_on(run: Run) -> str:
    """The first line once nothing holds the run; a run that stands still for another reason promises no plan."""
    if run.overlay is None and run.stage in {Stage.WAITING_ANSWERS, Stage.PLANNING}:
        return "### 🔵 Thanks. I am drawing the plan now; you need do nothing"
    return "### ✅ What held the run is answered"


def _changeable(others: list[str]) -> str | None:
    if not others:
        return None
    return f"You can still change {w.numbered(others)}: tick a box, or type `/answer {others[0]} …`. The plan then follows your answer."


def _by_default(others: list[str]) -> str:
    if not others:
        return ""
    use = "uses its default" if len(others) == 1 else "use their defaults"
    return f" {w.numbered(others)[:1].upper()}{w.numbered(others)[1:]} {use} unless you change that."


def wishes_so_far(pack: ArchitecturePack | None) -> str | None:
    """What came of the wishes that were said before there was a plan; answers stand with their questions."""
    asked = {each.id for each in pack.clarifications} if pack else set()
    wishes = [each for each in pack.refinement.applied if not asked & {*each.changed_ids[:1]}] if pack else []
    if not wishes:
        return None
    listed = [
        f"“{m.line(each.text, limit=160)}” ({m.code('@' + each.by)}): {m.line(each.outcome)}"
        for each in wishes[-MOST_WISHES:]
    ]
    return f"**What came of what you said so far**\n\n{m.listed(listed)}"


def questions_told(entry: e.QuestionsAsked, run: Run, view: View) -> str:
    """The same questions when the plan has been drawn, for reading only."""
    replies = replies_of(run)
    return w.blocks(
        *(question(each, view.pack, reply=replies.get(each.id), boxes=False) for each in entry.questions)
    )


def open_questions(
    run: Run, entry: e.PlanProposed, pack: ArchitecturePack, *, boxes: bool = True
) -> str | None:
    """The questions the plan took defaults for, each with its boxes, or with the answer that came since."""
    answered = {each.id for each in pack.clarifications if each.answer}
    shown = [each for each in entry.questions if each.id not in answered]
    if not shown:
        return None
    replies = replies_of(run)
    head = "**Questions, and what I take if nobody says otherwise**"
    how = (
        f"Tick a box to choose, or answer in words: `/answer {shown[0].id.removeprefix('Q')} …`. "
        "What is answered makes a new version of the plan."
    )
    return w.blocks(
        f"{head}\n{how}" if boxes else head,
        *(question(each, pack, reply=replies.get(each.id), boxes=boxes) for each in shown),
    )


def answers_taken(pack: ArchitecturePack) -> str | None:
    """The answers this version is drawn with, and who gave them."""
    given = [each for each in pack.clarifications if each.answer]
    listed = m.listed(
        [
            f"{each.id.removeprefix('Q')} · {m.line(each.text)} **{m.line(each.answer)}** ({m.code(f'@{each.by}')})"
            for each in given
        ]
    )
    return f"**Answered**\n\n{listed}" if given else None


def replies_of(run: Run) -> dict[str, Reply]:
    """Question id -> the answer that counts."""
    return {reply.question: reply for reply in run.replies}


def question(
    asked: e.AskedQuestion, pack: ArchitecturePack | None, *, reply: Reply | None, boxes: bool = True
) -> str:
    """One question: its text, why it is asked and what it changes, and its choices or its answer."""
    known = next((each for each in pack.clarifications if each.id == asked.id), None) if pack else None
    head = f"**{asked.id.removeprefix('Q')} · {m.line(asked.text)}**"
    lines = [head, _small(known)] if known else [head]
    if reply is not None:
        by = f"✅ by {w.name(reply.by)}{_time(reply.at)}"
        return "\n".join([*lines, f"- [x] ~~{m.line(reply.text)}~~ {by}"])
    if asked.default is None:
        lines.append("**No safe default: I will not guess.**" + _example(asked))
    if not boxes:
        default = [f"If nobody says otherwise: **{m.line(asked.default)}**"] if asked.default else []
        return "\n".join([*lines, *default])
    return "\n".join([*lines, *_rows(asked)])


def lines_of(numbers: tuple[int, ...]) -> str:
    """`line 12`, `lines 12, 14`."""
    shown = ", ".join(str(number) for number in numbers[:4])
    return f"line {shown}" if len(numbers) == 1 else f"lines {shown}"


def _rows(asked: e.AskedQuestion) -> list[str]:
    """A box for each choice; one alone would not look like a choice, so it says how anything else is answered."""
    rows = [_row(asked, letter, text) for letter, text in zip(LETTERS, asked.choices, strict=False)]
    other = f"- Something else: `/answer {asked.id.removeprefix('Q')} …`"
    return [*rows, other] if len(rows) == 1 else rows


def _row(asked: e.AskedQuestion, letter: str, text: str) -> str:
    default = asked.default is not None and letter == LETTERS[0]
    shown = f"**{m.line(text)}** (default)" if default else m.line(text)
    return f"{ticks.box(asked.id, letter)} {shown}"


def _example(asked: e.AskedQuestion) -> str:
    number = asked.id.removeprefix("Q")
    return "" if asked.choices else f" Reply with `/answer {number} …` and your words."


def _small(known: Clarification) -> str:
    where = f"PRD {lines_of(known.lines)}" if known.lines else ""
    why, changes = m.line(known.why, limit=200), m.line(known.changes, limit=120)
    return w.sub(f"why: {why.removesuffix('.')}", f"changes: {changes}", where)


def _time(at: str) -> str:
    """` 10:41 UTC`."""
    return f" {datetime.fromisoformat(at).astimezone(UTC):%H:%M} UTC"
