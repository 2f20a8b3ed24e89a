"""What is said when a plan is before the people."""

from agents.builtin.summary import diagram
from agents.schemas.pack import ArchitecturePack
from agents.schemas.trace import Count
from handlers import markdown as m
from handlers.replies import words as w
from handlers.replies.anew import plan_anew
from handlers.replies.changes import plan_since
from handlers.replies.plan_entries import besides, demanded
from handlers.replies.questions import answers_taken, open_questions, wishes_so_far
from handlers.replies.view import View
from policies import entries as e
from policies.counting import count
from policies.run import Run
from policies.stages import Stage

DECISIONS = 6
GAPS = 10
# Each sentence that says back what was understood is read to its end; what it quotes was shortened already.
LONGEST_UNDERSTOOD = 700
# What was noticed may quote a dozen sentences that nothing is built for.
LONGEST_NOTICED = 1200


def plan_proposed(run: Run, entry: e.PlanProposed, view: View) -> str:
    """The plan: whose turn, what to type, what was understood, the picture, what was decided, what is open."""
    digest = w.short(entry.digest)
    pack = view.pack
    approval = run.approval_of(entry.digest)
    if approval is not None:
        return w.blocks(
            f"### ✅ Plan v{entry.version}, approved by {w.name(approval.by)} on {w.day_and_time(approval.at)}",
            "The PRD was edited since; this plan is of the text as it was then."
            if run.plan_is_behind
            else None,
            plan_body(run, entry, view, boxes=False),
        )
    anew = plan_anew(run, entry, view)
    if anew is not None:
        return w.blocks(*anew, plan_body(run, entry, view, boxes=run.stage is Stage.PLANNING))
    aside = w.set_aside(run, entry.digest)
    if aside:
        again = run.stage is not Stage.CANCELLED
        return w.blocks(
            f"### ⚫ Plan v{entry.version}, {aside}",
            "Nothing of it is built. Say what to change, and I draw the next version." if again else None,
            plan_body(run, entry, view, boxes=False),
            m.action("/signalbox refine plan …") if again else None,
        )
    if run.plan_is_behind:
        return w.blocks(
            f"### 🟡 Your turn, {w.call(run.author)}: the PRD changed after plan v{entry.version} was drawn",
            "This plan is of the text as it was, so it cannot be approved any more. Have it drawn again from the text as it "
            "stands, or put the old text back:",
            m.action("/signalbox refine plan read the PRD again"),
            plan_body(run, entry, view, boxes=False),
        )
    example = pack.refinement.topics[0].example if pack and pack.refinement.topics else "keep it smaller"
    return w.blocks(
        f"### 🟡 Your turn, {w.whose_turn(run, view)}: approve or refine plan v{entry.version}",
        _since(entry, view),
        _replaces(run, view),
        f"Is this what you meant? {w.TO_APPROVE} Approving writes no code: next I cut the plan into units of work, and ask again.  \n"
        f"To change it, say what in plain words: {m.code(f'/refine {example}', limit=140)}.",
        plan_body(run, entry, view, since=False),
        m.action(f"/signalbox approve plan {digest}"),
    )


def plan_body(run: Run, entry: e.PlanProposed, view: View, *, boxes: bool = True, since: bool = True) -> str:
    """The plan itself, from what was understood to its digest.

    `boxes` are for a plan that is still asked about; `since` tells first what changed since the version before.
    """
    pack = view.pack
    if pack is None:
        return "The plan is stored in this comment."
    sentence = f"**{m.line(pack.architecture.headline)}** {m.line(pack.architecture.rationale, limit=400)}"
    return w.blocks(
        _since(entry, view) if since else None,
        _understood(pack),
        sentence.rstrip(),
        _picture(pack),
        _decisions(pack),
        _coverage(pack, asked=boxes),
        _idle(pack) if boxes else None,
        _put_back(pack),
        open_questions(run, entry, pack, boxes=boxes),
        answers_taken(pack),
        _assumptions(pack),
        demanded(pack),
        besides(pack),
        w.sub(f"Planned by: {m.line(view.provider, limit=80)}", f"digest {m.code(w.short(entry.digest))}"),
    )


def _understood(pack: ArchitecturePack) -> str | None:
    if not pack.prd.understood and not pack.prd.found:
        return None
    understood = [m.line(text, limit=LONGEST_UNDERSTOOD) for text in pack.prd.understood[:5]]
    noticed = [f"Noticed: {m.line(text, limit=LONGEST_NOTICED)}" for text in pack.prd.found[:3]]
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


def _coverage(pack: ArchitecturePack, *, asked: bool) -> str:
    counted = pack.coverage
    line = (
        f"**Coverage** {_served(counted.requirements, counted.nfrs)} · "
        f"{count(len(pack.assumptions), 'assumption')} · {_settled(len(pack.clarifications))}"
    )
    if not counted.gaps:
        return line
    words = {each.id: each.text for each in (*pack.requirements, *pack.nfrs)}
    gaps = [
        f"{each.requirement_id} {m.line(words.get(each.requirement_id, ''), limit=120)}"
        for each in counted.gaps
    ]
    more = [f"…and {len(gaps) - GAPS} more"] if len(gaps) > GAPS else []
    return w.blocks(
        line,
        f"**Gaps**: no part of the architecture serves these.{_mend(counted.gaps[0].requirement_id) if asked else ''}",
        m.listed([*gaps[:GAPS], *more]),
    )


def _idle(pack: ArchitecturePack) -> str | None:
    """The parts that serve nothing, which a wish can bring about: they stand in the picture until somebody drops them."""
    idle = [part for part in pack.architecture.components if not part.requirement_ids]
    if not idle:
        return None
    names = w.and_([m.line(part.name, limit=60) for part in idle[:GAPS]])
    needs, first = ("it", "it") if len(idle) == 1 else ("them", m.line(idle[0].name, limit=60))
    drop = m.code(f"/refine drop component {idle[0].id}")
    return f"**Idle** {names}: I read no requirement that needs {needs}. {drop} takes {first} out."


def _mend(gap: str) -> str:
    return f" Say what shall, with `/refine …`, or leave one out: {m.code(f'/refine drop {gap}')}."


def _served(requirements: Count, quality: Count) -> str:
    """How many demands a part of the architecture serves; `0 of 0` would be a riddle."""
    served = f"{requirements.served} of {count(requirements.total, 'requirement')}"
    if not quality.total:
        return f"{served} {'has' if requirements.total == 1 else 'have'} a part · no quality demand"
    return f"{served} and {quality.served} of {count(quality.total, 'quality demand')} have a part"


def _settled(questions: int) -> str:
    """How the questions stand: a plan is proposed only once each has an answer or a default that can be defended."""
    match questions:
        case 0:
            return "no question"
        case 1:
            return "the one question has an answer or a default"
        case 2:
            return "both questions have an answer or a default"
        case _:
            return f"all {questions} questions have an answer or a default"


def _put_back(pack: ArchitecturePack) -> str | None:
    """What the PRD demands and the model had lost, so that people look there first."""
    ids = [each.id for each in (*pack.requirements, *pack.nfrs) if each.origin == "put_back"]
    if not ids:
        return None
    return (
        f"**Put back** {w.ids(ids, most=GAPS)}: the PRD demands this, and the model had lost it or said something else. It stands "
        f"in the PRD’s own words; {m.code(f'/refine drop {ids[0]}')} leaves it out."
    )


def _assumptions(pack: ArchitecturePack) -> str | None:
    """What is taken for granted; a question that is shown with its default is not told twice."""
    asked = {each.id for each in pack.clarifications if not each.answer}
    others = [each for each in pack.assumptions if each.question not in asked]
    if not others:
        return None
    listed = m.listed([f"{each.id} {m.line(each.text)}" for each in others[:30]])
    return m.details(f"What the plan takes for granted ({len(others)})", listed)


def _replaces(run: Run, view: View) -> str | None:
    """What becomes of the pull request that an approved version before has brought."""
    earlier = [pull for pull in run.pull_requests.values() if pull.subject == "plan" and pull.state == "open"]
    if not earlier:
        return None
    number = w.issue(earlier[-1].number, view)
    return f"The version before was approved; that yes counts no more. Its pull request {number} is closed once this version is approved."


def _since(entry: e.PlanProposed, view: View) -> str | None:
    if view.earlier_pack is None or view.pack is None:
        return wishes_so_far(view.pack)
    return plan_since(entry.version, view.earlier_pack, view.pack)
