"""What a person can do here and now: the commands, judged by the run's state and by this person's right."""

from agents.builtin.edits import EDITS
from config.repo_policy import RepoPolicy
from handlers import markdown as m
from handlers.commands import BY_VERB, COMMANDS
from handlers.replies import words as w
from handlers.spec import CommandSpec
from policies.authority import judge
from policies.decision import Shown
from policies.people import Actor
from policies.run import Run
from policies.stages import FINISHED, Overlay, Stage, UnitState

_ANSWERABLE = frozenset({Stage.WAITING_ANSWERS, Stage.PLAN_PROPOSED, Stage.PLANNING})
_REFINABLE = frozenset(
    {
        Stage.PLANNING,
        Stage.WAITING_ANSWERS,
        Stage.PLAN_PROPOSED,
        Stage.DECOMPOSING,
        Stage.BACKLOG_PROPOSED,
        Stage.DELIVERING,
    }
)
_HELD = {
    Overlay.PAUSED: "This run is paused",
    Overlay.NEEDS_HUMAN: "This run needs a person",
    Overlay.BLOCKED_POLICY: "A rule holds this run",
    Overlay.FAILED: "This run has failed",
    Overlay.BUDGET: "This run has reached its budget",
}

# Where a run is while nothing waits for an approval.
_STAGES = {
    Stage.INGESTED: "I am looking at the PRD",
    Stage.PLANNING: "I am drawing the plan",
    Stage.WAITING_ANSWERS: "This run waits for an answer",
    Stage.PLAN_PROPOSED: "The plan was rejected, and this run waits for what to change",
    Stage.DECOMPOSING: "I am cutting the plan into units",
    Stage.BACKLOG_PROPOSED: "The backlog was rejected, and this run waits for what to change",
    Stage.SYNCING: "I am creating the issues",
    Stage.DELIVERING: "Units are being built",
    Stage.DONE: "This run is done",
    Stage.CANCELLED: "This run was ended",
}


def helped(
    run: Run | None,
    actor: Actor | None,
    asked: Shown,
    policy: RepoPolicy,
    taken: frozenset[str] = frozenset(),
) -> str:
    """What works now for this person, and why the rest does not; or the grammar of one command."""
    spec = BY_VERB.get(asked.about.strip().lower().removeprefix("/"))
    if spec is not None:
        return _one(spec)
    right = actor.right.name.lower() if actor else "no"
    who = f"You ({w.name(actor.person)}, {right} access)" if actor else "You"
    can: list[tuple[str, str]] = []
    cannot: list[str] = []
    for each in COMMANDS:
        hindrance = _impossible(each.verb, run) or _forbidden(each, run, actor, asked, policy)
        if hindrance is None:
            can += [(m.code(line).replace("|", "\\|"), each.summary) for line in _lines(each, run)]
        else:
            cannot.append(f"`/{each.verb}`: {hindrance}")
    waits = f"**{_where(run)}.** " if run else "**There is no run on this issue.** "
    rest = "Everything else needs a run." if run is None else ""
    anywhere = run is None or policy.commands.short == "never"
    short = "" if anywhere else "Short forms work on this thread; `/signalbox …` works everywhere."
    if taken and not anywhere:
        short = (
            f"Short forms work on this thread, but for those of {', '.join(sorted(taken))}: another bot in this repository "
            "listens to them. `/signalbox …` works everywhere."
        )
    return w.blocks(
        f"{waits}{who} can:",
        m.table(("Say", "What it does"), can),
        m.details(f"Not now ({len(cannot)})", m.listed(cannot)) if cannot and run else None,
        w.sub(rest, short) if rest or short else None,
    )


def _one(spec: CommandSpec) -> str:
    examples = m.listed([m.code(f"/signalbox {example}") for example in spec.examples])
    author = ", or the PRD’s author" if spec.author_may else ""
    understood = _edits() if spec.verb == "refine" else None
    return w.blocks(
        f"{m.code('/signalbox ' + spec.usage)}: {spec.summary}.",
        f"Who may: people with {spec.who.name.lower()} access or more{author}.",
        f"Examples:\n\n{examples}",
        understood,
    )


def _edits() -> str:
    """What is understood without a model, from the table that the documentation shows too."""
    shown = (
        m.details(
            f"Of a {target}, without a model",
            m.table(("To", "Say"), [(m.cell(each.what), _said(each.examples)) for each in edits]),
        )
        for target, edits in EDITS.items()
    )
    return w.blocks(
        "What I understand, politely or not, several in one comment, with ranges such as `R-2 to R-5`:",
        *shown,
    )


def _said(examples: tuple[str, ...]) -> str:
    return ", ".join(m.code(f"/refine {one}", limit=120).replace("|", "\\|") for one in examples)


def _lines(spec: CommandSpec, run: Run | None) -> tuple[str, ...]:
    """How to say it now: with the digest filled in where one is needed."""
    if run is not None and spec.verb == "approve":
        return tuple(f"/approve {target} {w.short(digest)}".rstrip() for target, digest in _waiting(run))
    if run is not None and spec.verb == "override":
        return tuple(
            f"/override {rule} {number} {w.short(digest)} because …" for rule, number, digest in _blocked(run)
        )
    if run is not None and spec.verb == "reject":
        return tuple(f"/reject {target} …" for target, _ in _waiting(run))
    return (f"/{spec.usage}",)


def _blocked(run: Run) -> tuple[tuple[str, str, str], ...]:
    """Rule, patchset and digest of everything a gate blocks."""
    return tuple(
        (gate.rule, unit.patchset.number, unit.patchset.digest)
        for unit in run.units.values()
        if unit.patchset and unit.state is UnitState.BLOCKED_POLICY
        for gate in unit.patchset.gates
        if gate.result == "block"
    )


def _waiting(run: Run) -> tuple[tuple[str, str], ...]:
    digests: dict[str, str] = {
        unit.patchset.number: unit.patchset.digest for unit in run.units.values() if unit.patchset
    }
    versions = (("plan", run.plan), ("backlog", run.backlog))
    digests |= {name: version.digest for name, version in versions if version}
    return tuple((target, digests.get(target, "")) for target in run.waiting)


def _where(run: Run) -> str:
    if run.overlay is not None:
        return _HELD[run.overlay]
    if run.waiting:
        named = {"plan": "the plan", "backlog": "the backlog"}
        return f"This run waits for approval of {w.and_([m.line(named.get(each, each)) for each in run.waiting])}"
    if is_advised_against(run):
        return "Triage advised against planning now, and this run waits for your word"
    return _STAGES[run.stage]


def is_advised_against(run: Run) -> bool:
    """Whether triage has spoken against planning now, and nobody has overruled it."""
    return run.stage is Stage.INGESTED and run.triage is not None and run.triage[0] != "GO"


def _no_plan_to_refine(run: Run) -> str:
    if run.stage is Stage.INGESTED:
        return "there is no plan yet; edit the text of the issue"
    return "the issues are being made; say it when they stand"


def _forbidden(
    spec: CommandSpec, run: Run | None, actor: Actor | None, asked: Shown, policy: RepoPolicy
) -> str | None:
    """Why this person may not, by the very rule that will judge the command; None when they may."""
    _, _, args = spec.examples[0].partition(" ")
    author = run.author if run else None
    authors = run.authors if run else ()
    refused = judge(type(spec.parse(args, asked.said)), actor, author=author, policy=policy, authors=authors)
    match refused.code if refused else "":
        case "":
            return None
        case "SB-101" if actor is not None and actor.right < spec.who:
            return f"needs {spec.who.name.lower()} access"
        case "SB-101":
            return "for those the configuration names"
        case "SB-103":
            return "for somebody other than the PRD’s author"
        case _:
            return "not for you"


def _impossible(verb: str, run: Run | None) -> str | None:
    if verb in {"status", "help", "why", "simulate"}:
        return None
    if run is None:
        return None if verb == "plan" else "no run yet"
    if verb in {"accept", "amend"} and run.stage is not Stage.CANCELLED:
        return None if run.drifts else "no note about changed files is open"
    if run.stage in FINISHED:
        return "the run has ended"
    if run.overlay is Overlay.PAUSED and verb not in {"resume", "stop"}:
        return "the run is paused"
    match verb:
        case "approve" | "reject":
            return None if run.waiting else "nothing waits for approval"
        case "override":
            return None if _blocked(run) else "no rule blocks anything"
        case "answer":
            return None if run.open_questions and run.stage in _ANSWERABLE else "no open question"
        case "refine":
            return None if run.stage in _REFINABLE else _no_plan_to_refine(run)
        case "plan":
            early = run.stage is Stage.INGESTED and run.triage is None
            still = "triage is still reading the issue" if early else "the run is past that"
            return None if is_advised_against(run) else still
        case "resume":
            return None if run.overlay else "the run is not held"
        case "retry":
            stuck = (
                is_advised_against(run)
                or run.overlay
                or any(unit.state is UnitState.NEEDS_HUMAN for unit in run.units.values())
            )
            return None if stuck else "nothing is stuck"
        case _:
            return None
