"""Pull requests and commit messages: what was approved, by whom, for which requirement, and how to take it back."""

import re

from agents.schemas.backlog import Unit
from handlers import markdown as m
from handlers import markers
from handlers.replies import words as w
from handlers.replies.proof import proof
from handlers.replies.templates import filled
from handlers.replies.view import View
from policies.run import Approval, Run, UnitRun

TITLE = 250
# https://docs.github.com/en/actions/managing-workflow-runs/skipping-workflow-runs, and other CI systems' own
_SKIPS = re.compile(
    r"\[\s*((?:skip|no)[ _-][\w-]+|[\w-]+[ _-]skip)\s*\]|\*{3}(no_ci)\*{3}|(?:^|(?<=\W))(skip-checks):\s*true\b",
    re.IGNORECASE,
)
_KINDS = {
    "architecture": "docs",
    "decision": "docs",
    "glossary": "docs",
    "pages": "docs",
    "runbook": "docs",
    "ci": "ci",
    "proof": "test",
    "skeleton": "chore",
    "local": "chore",
    "infrastructure": "chore",
    "settings": "chore",
}


def plan_pull_request(run: Run, view: View) -> tuple[str, str]:
    """Title and body of the pull request that lands the approved plan's files."""
    plan = run.approved_plan
    approval = run.approval_of(plan.digest) if plan else None
    files = [m.code(name) for name in sorted(plan.files)] if plan else []
    headline = m.line(view.pack.architecture.headline) if view.pack else "The approved plan."
    body = w.blocks(
        markers.mark("pull", run=run.key.issue, subject="plan"),
        f"**{headline}**",
        f"The approved plan of run #{run.key.issue}, as files under `.signalbox/runs/{run.key.issue}/`. It changes no code; "
        "merging it keeps the plan and the record beside the code they led to. Review it and merge it, or close it: the run goes on "
        "either way. Until the backlog is approved the plan can still be changed: say how in a review here, or with "
        "`/signalbox refine plan …`.",
        f"**Files**\n\n{m.listed(files)}" if files else None,
        _approved(approval, view, f"plan v{plan.number}" if plan else "plan"),
        f"Take it back: revert its merge.\n{_record(run, view)}",
    )
    version = f" v{plan.number}" if plan else ""
    title = m.plain(f"docs: plan{version} of run {run.key.issue}: {run.title}", limit=TITLE)
    return _checked(title), _checked(body)


def unit_pull_request(run: Run, unit: UnitRun, view: View) -> tuple[str, str]:
    """Title and body of a unit's pull request."""
    planned = _planned(unit.id, view)
    title = planned.title if planned else unit.id
    seen = unit.patchset
    risk = f"Risk: {planned.risk}. " if planned else ""
    parts = {
        "what": m.text(planned.summary, limit=1200) if planned else None,
        "now": _now(unit, view),
        "proof": _proofs(planned, view),
        "files": _files(view),
        "approved": _approved(unit.approval, view, seen.number if seen else unit.id),
        "overridden": _overridden(run, unit),
        "risk": f"{risk}Roll back: revert the merge commit.",
        "issue": f"Closes #{unit.issue}",
    }
    body = w.blocks(
        markers.mark("pull", run=run.key.issue, unit=unit.id),
        filled(view.template, parts) if view.template.strip() else w.blocks(*parts.values()),
        proof(run, unit, view),
        w.sub(f"Run #{run.key.issue}"),
    )
    return _checked(m.plain(f"{_kind(planned)}: {title} ({unit.id})", limit=TITLE)), _checked(body)


def commit_message(run: Run, approval: Approval, subject: str, view: View) -> str:
    """The message of the commit that writes what was approved; trailers say which run, digest and person."""
    planned = _planned(subject, view)
    if subject == "plan":
        head = f"docs: plan v{approval.version} of run {run.key.issue}"
        why = "The approved plan, its summary and diagram, and the record so far."
    else:
        title = _commit_text(planned.title, 72 - len(subject) - 12) if planned else subject
        head = f"{_kind(planned)}: {title} ({subject})"
        serves = ", ".join(planned.requirement_ids[:12]) if planned else ""
        why = f"Requirements: {serves}." if serves else "Serves the whole plan."
        why += f" Proved by: {planned.test}" if planned and planned.test else ""
    login = w.trailer_name(approval.by)
    trailers = (
        f"Signalbox-Run: {run.key.repository}#{run.key.issue}",
        f"Signalbox-Approved: {approval.target}@{approval.digest}",
        f"Approved-by: {login} (comment {approval.comment_id} on issue {approval.thread}, {approval.at})",
        *(
            f"Signalbox-Overridden: {each.rule} by {w.trailer_name(each.by)} (comment {each.comment_id} on issue {each.thread})"
            for each in run.overrides_of(approval.digest)
        ),
    )
    co_author = (
        (f"Co-authored-by: {login} <{approval.by.id}+{login}@users.noreply.github.com>",)
        if view.web.startswith("https://github.com/")
        else ()
    )
    return (
        "\n\n".join((_commit_text(head, 72), _commit_text(why, 300), "\n".join((*trailers, *co_author))))
        + "\n"
    )


def _planned(subject: str, view: View) -> Unit | None:
    return next((each for each in view.backlog.units if each.id == subject), None) if view.backlog else None


def _kind(planned: Unit | None) -> str:
    return _KINDS.get(planned.kind, "feat") if planned else "feat"


def _proofs(planned: Unit | None, view: View) -> str | None:
    if planned is None or not planned.requirement_ids:
        return None
    texts = {each.id: each.text for each in (*view.pack.requirements, *view.pack.nfrs)} if view.pack else {}
    proof = m.cell(planned.test, limit=160)
    rows = [
        (m.cell(each, limit=60), m.cell(texts.get(each, ""), limit=160), proof)
        for each in planned.requirement_ids[:20]
    ]
    return m.table(("Requirement", "Says", "Proved by"), rows)


def _files(view: View) -> str | None:
    if view.patchset is None:
        return None
    rows = [
        (m.cell_code(change.path, limit=200), m.cell(view.patchset.reasons.get(change.path, ""), limit=160))
        for change in view.patchset.changes
    ]
    return m.details(f"Files ({len(rows)})", m.table(("File", "Why"), rows[:100]))


def _approved(approval: Approval | None, view: View, what: str) -> str | None:
    if approval is None:
        return None
    shown = w.linked(what, view, what)
    return (
        f"Exactly {shown} {m.code(w.short(approval.digest))} was approved by {w.name(approval.by)} on "
        f"{w.day_and_time(approval.at)}, on base {m.code(approval.base_sha[:7])}."
    )


def _now(unit: UnitRun, view: View) -> str:
    """Who merges it, and how it is changed, whatever has become of it when this is read."""
    merges = (
        "Once its checks are green it is for a person to review and merge."
        if view.policy.merge == "never"
        else "I merge it once its checks are green and nothing holds it up."
    )
    return (
        f"{merges} To have it changed, request changes in a review, or say `/signalbox refine {unit.id} …` here: the next version needs "
        "a yes of its own."
    )


def _overridden(run: Run, unit: UnitRun) -> str | None:
    """The rules that people let pass for what this pull request shows."""
    digest = unit.approval.digest if unit.approval else ""
    passed = [
        f"{w.name(each.by)} let the rule {m.code(each.rule)} pass (record entry {each.seq}): {m.sentence(each.why, limit=400)}"
        for each in run.overrides_of(digest)
    ]
    return m.listed(passed) if passed else None


def _record(run: Run, view: View) -> str:
    length, head = view.verified or (run.length, run.head)
    return w.sub(f"Run #{run.key.issue}", f"record of {length} entries", f"head {m.code(head)}")


def _checked(words: str) -> str:
    """A pull request's words without those that skip CI, because a squashed merge makes a commit message of them."""
    return _SKIPS.sub(lambda found: f"({found[1] or found[2] or found[3]})", words)


def _commit_text(words: str, limit: int) -> str:
    """Words that neither close an issue, nor call anybody, nor skip CI, nor begin a trailer of their own."""
    plain = re.sub(r"[\[\]]|\*{3}", "", _checked(m.unseen_marked(words)))
    plain = re.sub(r"@(?=\w)|#(?=\d)|(?<=\b[Gg][Hh])-(?=\d)", " ", plain).replace("://", ": //")
    plain = re.sub(r"\s+", " ", plain).strip()
    return plain if len(plain) <= limit else f"{plain[: limit - 1].rstrip()}…"
