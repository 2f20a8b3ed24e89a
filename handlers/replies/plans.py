"""What is said when questions are open and when a plan is before the people."""

from agents.builtin.summary import diagram
from agents.schemas.pack import ArchitecturePack
from agents.schemas.questions import Clarification
from handlers import markdown as m
from handlers.replies import words as w
from handlers.replies.changes import folded, plan_changes
from handlers.replies.view import View
from policies import entries as e
from policies.run import Run

DECISIONS = 6
GAPS = 10
# Characters for the folded list of requirements, so that the comment keeps room for what is stored in it.
WANTED = 16_000


def questions_asked(run: Run, entry: e.QuestionsAsked, view: View) -> str:
    """The questions that hold the run, and how to answer them."""
    answered = {reply.question for reply in run.replies}
    still = [question for question in entry.questions if question.id not in answered]
    without = [question for question in still if question.default is None]
    safe = len(still) - len(without)
    held = w.ids([question.id.removeprefix("Q") for question in without])
    number = without[0].id.removeprefix("Q") if without else "1"
    parts = [_question(question, view.pack) for question in still]
    waits = f"The run waits for question {held}: there is no default I could defend." if without else ""
    how = f"Answer in your own words, one line for each: `/answer {number} …`."
    who = "Answers count from the PRD’s author and from people with triage access or more, and are recorded by name."
    paste = "/signalbox answer defaults" if safe else f"/signalbox answer {number} …"
    rest = (
        f"Take the {w.count(safe, 'default')} at once{', and answer the rest in words' if without else ''}:"
    )
    return w.blocks(
        f"### 🟡 Your turn, {w.call(run.author)}: {w.count(len(still), 'question')} before the plan is final",
        waits,
        *parts,
        f"{how} {who}",
        rest if safe else None,
        m.action(paste),
    )


def plan_proposed(run: Run, entry: e.PlanProposed, view: View) -> str:
    """The plan: what was understood, the one sentence, the picture, what was decided, what is open, how to approve."""
    digest = w.short(entry.digest)
    pack = view.pack
    head = f"### 🟡 Your turn, {w.whose_turn(run, view)}: approve or refine plan v{entry.version}"
    if pack is None:
        body: tuple[str | None, ...] = ("The plan is stored in this comment.",)
    else:
        body = (
            f"**{m.line(pack.architecture.headline)}** {m.line(pack.architecture.rationale, limit=400)}".rstrip(),
            _understood(pack),
            _picture(pack),
            _decisions(pack),
            _coverage(pack),
            *_open(pack),
            _assumptions(pack),
            _wanted(pack),
            _since(entry, view),
        )
    example = pack.refinement.topics[0].example if pack and pack.refinement.topics else "keep it smaller"
    return w.blocks(
        head,
        *body,
        f"Not right yet? Say in plain words what to change, for example {m.code(f'/refine {example}', limit=140)}.",
        w.sub(
            f"Planned by: {m.line(view.provider, limit=80)}",
            f"digest {m.code(digest)}",
            "no code is written by this yes",
        ),
        m.action(f"/signalbox approve plan {digest}"),
    )


def _question(asked: e.AskedQuestion, pack: ArchitecturePack | None) -> str:
    known = next((each for each in pack.clarifications if each.id == asked.id), None) if pack else None
    number = asked.id.removeprefix("Q")
    head = f"**{number} · {m.line(asked.text)}**"
    if known:
        head = f"{head}\n{_small(known)}"
    default = (
        f"If nobody says otherwise: **{m.line(asked.default)}**"
        if asked.default is not None
        else "**No safe default: I will not guess.**"
    )
    choices = (
        f"\nChoices: {'; '.join(m.line(option) for option in known.options[:6])}"
        if known and known.options
        else ""
    )
    return f"{head}\n{default}{choices}"


def _small(known: Clarification) -> str:
    lines = f"PRD {_lines(known.lines)}" if known.lines else "the PRD is silent"
    return w.sub(
        f"why: {m.line(known.why, limit=200)}", f"changes: {m.line(known.changes, limit=120)}", lines
    )


def _lines(numbers: tuple[int, ...]) -> str:
    shown = ", ".join(str(number) for number in numbers[:4])
    return f"line {shown}" if len(numbers) == 1 else f"lines {shown}"


def _understood(pack: ArchitecturePack) -> str | None:
    if not pack.prd.understood and not pack.prd.found:
        return None
    understood = [m.line(text) for text in pack.prd.understood[:5]]
    noticed = [f"Noticed: {m.line(text)}" for text in pack.prd.found[:3]]
    return f"**What I understood**\n\n{m.listed([*understood, *noticed])}"


def _picture(pack: ArchitecturePack) -> str | None:
    return f"```mermaid\n{diagram(pack).rstrip()}\n```" if pack.architecture.components else None


def _decisions(pack: ArchitecturePack) -> str | None:
    decisions = pack.architecture.decisions
    if not decisions:
        return None
    rows = [
        (
            f"{each.id} {m.cell(each.title, limit=120)}",
            m.cell(each.why, limit=160),
            m.cell(each.gives_up, limit=160),
        )
        for each in decisions
    ]
    head = ("Decision", "Why", "What we give up")
    more = (
        m.details(f"{len(rows) - DECISIONS} more decisions", m.table(head, rows[DECISIONS:]))
        if len(rows) > DECISIONS
        else None
    )
    return w.blocks(m.table(head, rows[:DECISIONS]), more)


def _coverage(pack: ArchitecturePack) -> str:
    counted = pack.coverage
    waiting = sum(each.blocking for each in pack.clarifications)
    line = (
        f"**Coverage** {counted.requirements.served} of {counted.requirements.total} requirements · "
        f"{counted.nfrs.served} of {counted.nfrs.total} quality demands · "
        f"{w.count(len(pack.assumptions), 'assumption')} · {w.count(waiting, 'blocking question')}"
    )
    if not counted.gaps:
        return line
    gaps = w.ids([each.requirement_id for each in counted.gaps], most=GAPS)
    return f"{line}\n**Gaps**, which nothing serves: {gaps}"


def _open(pack: ArchitecturePack) -> tuple[str, ...]:
    still = [each for each in pack.clarifications if not each.answer]
    if not still:
        return ()
    shown = tuple(
        _question(e.AskedQuestion(id=each.id, text=each.text, default=each.default), pack) for each in still
    )
    return ("**Questions**, with what I take unless you `/answer` otherwise", *shown)


def _assumptions(pack: ArchitecturePack) -> str | None:
    """What is taken for granted; a question that is shown with its default is not told twice."""
    asked = {each.id for each in pack.clarifications if not each.answer}
    others = [each for each in pack.assumptions if each.question not in asked]
    if not others:
        return None
    listed = m.listed([f"{each.id} {m.line(each.text)}" for each in others[:30]])
    return m.details(f"What the plan takes for granted ({len(others)})", listed)


def _wanted(pack: ArchitecturePack) -> str | None:
    """Every requirement by its id, because people refine by ids; what does not fit can be asked for one by one."""
    entries = (*pack.requirements, *pack.nfrs)
    shown: list[str] = []
    room = WANTED
    for each in entries:
        line = f"{each.id} {m.line(each.text, limit=120)}{_from(each.lines)}"
        room -= len(line)
        if room < 0:
            shown.append(f"…and {len(entries) - len(shown)} more; `/why {each.id}` shows one")
            break
        shown.append(line)
    return (
        m.details(f"Every requirement, with its lines in the PRD ({len(entries)})", m.listed(shown))
        if shown
        else None
    )


def _from(numbers: tuple[int, ...]) -> str:
    return f" ({_lines(numbers)})" if numbers else " (not in the PRD’s words)"


def _since(entry: e.PlanProposed, view: View) -> str | None:
    if view.earlier_pack is None or view.pack is None:
        return None
    return folded(f"v{entry.version - 1}", plan_changes(view.earlier_pack, view.pack))
