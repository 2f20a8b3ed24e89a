"""Why something stands in the plan: each entry by its id, with the PRD's lines behind it and what it is there for."""

from agents.builtin.planning.gone import GONE
from agents.schemas.pack import ArchitecturePack
from handlers import markdown as m
from handlers.replies import words as w
from handlers.replies.view import View


def planned(pack: ArchitecturePack, wanted: str, view: View) -> str | None:
    """What is known of the entry with this id in lower case; None where the plan has none."""
    return (
        _requirement(pack, wanted, view)
        or _reasoned(pack, wanted)
        or _drawn(pack, wanted)
        or _said(pack, wanted)
    )


def prd_lines(lines: tuple[int, ...]) -> str:
    """` (PRD lines 14, 15)`; empty where the PRD has no words for it."""
    if not lines:
        return ""
    shown = ", ".join(str(each) for each in lines[:6])
    return f" (PRD line {shown})" if len(lines) == 1 else f" (PRD lines {shown})"


def _requirement(pack: ArchitecturePack, wanted: str, view: View) -> str | None:
    for each in (*pack.requirements, *pack.nfrs):
        if wanted in {each.id.casefold(), each.label.casefold()}:
            parts = [part.name for part in pack.architecture.components if each.id in part.requirement_ids]
            backlog = view.backlog.units if view.backlog else ()
            units = [unit.id for unit in backlog if each.id in unit.requirement_ids]
            return w.blocks(
                f"**{each.id}** {m.line(each.text)}{prd_lines(each.lines)}",
                f"Parts that serve it: {w.ids(parts)}."
                if parts
                else "**No part of the architecture serves it: a gap.**",
                _resting(pack, each.id),
                f"Units that build it: {w.ids(units)}." if units else None,
            )
    return None


def _reasoned(pack: ArchitecturePack, wanted: str) -> str | None:
    for decision in pack.architecture.decisions:
        if decision.id.casefold() == wanted:
            return w.blocks(
                f"**{decision.id} {m.line(decision.title)}**",
                f"Why: {w.ended(m.line(decision.why))}",
                f"What we give up: {w.ended(m.line(decision.gives_up))}",
                f"It rests on: {w.ids(decision.because)}." if decision.because else None,
            )
    for question in pack.clarifications:
        if question.id.casefold() == wanted:
            by = f" by {m.code(f'@{question.by}')}" if question.by else ""
            default = (
                f"If nobody says otherwise: {w.ended(m.line(question.default))}" if question.default else None
            )
            return w.blocks(
                f"**{question.id} {m.line(question.text)}**{prd_lines(question.lines)}",
                f"Why I ask: {w.ended(m.line(question.why))}",
                f"It changes: {w.ended(m.line(question.changes))}",
                f"Answered{by}: {w.ended(m.line(question.answer))}" if question.answer else default,
            )
    for risk in pack.architecture.risks:
        if risk.id.casefold() == wanted:
            return w.blocks(
                f"**{risk.id}** {w.ended(m.line(risk.text))}",
                f"What is done about it: {w.ended(m.line(risk.mitigation))}",
                f"It is about: {w.ids(risk.requirement_ids)}." if risk.requirement_ids else None,
            )
    return None


def _drawn(pack: ArchitecturePack, wanted: str) -> str | None:
    for part in pack.architecture.components:
        if wanted in {part.id.casefold(), part.name.casefold()}:
            made = f", {m.line(part.technology)}" if part.technology else ""
            serves = (
                f"It serves: {w.ids(part.requirement_ids)}."
                if part.requirement_ids
                else "No requirement needs it."
            )
            return w.blocks(f"**{m.line(part.name)}**{made}: {w.ended(m.line(part.purpose))}", serves)
    return None


def _said(pack: ArchitecturePack, wanted: str) -> str | None:
    """What binds the plan or is taken for granted: it has words and lines, and what is decided because of it."""
    prd = pack.prd
    for kind, entries in (
        ("A constraint", (*prd.constraints, *pack.org_constraints)),
        ("Not to be built", prd.non_goals),
        ("For later", prd.deferred),
        ("A measure of success", prd.success_metrics),
        ("A user story", prd.user_stories),
        ("Taken for granted", pack.assumptions),
        ("Left open by the PRD", pack.open_questions),
    ):
        for each in entries:
            gone = GONE.match(each.text)
            if gone and gone["id"].casefold() == wanted:
                back = m.code(f"/refine put {gone['id']} back")
                return w.blocks(
                    f"**{gone['id']}** {w.ended(m.line(gone['text']))}{prd_lines(each.lines)}",
                    f"It was {gone['how']}; {back} brings it back.",
                )
            if each.id.casefold() == wanted:
                return w.blocks(
                    f"**{each.id}** {w.ended(m.line(each.text))}{prd_lines(each.lines)}",
                    f"{kind}.",
                    _resting(pack, each.id),
                )
    return None


def _resting(pack: ArchitecturePack, wanted: str) -> str | None:
    ids = [each.id for each in pack.architecture.decisions if wanted in each.because]
    return f"Decisions that rest on it: {w.ids(ids)}." if ids else None
