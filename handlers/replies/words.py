"""The small phrases every reply shares: names, times, counts, digests, links."""

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from handlers import markdown as m
from handlers.commands import BY_VERB
from handlers.replies.view import View
from policies.budget import dollars
from policies.counting import listed
from policies.people import Person
from policies.run import Run
from policies.stages import Stage

SHORT = 12
# Said the same wherever a version is before the people; the line is the block at the end of the comment.
TO_APPROVE = "To approve, post the last line as a comment."
_SHORT_FORM = re.compile(rf"`/({'|'.join(BY_VERB)})(?=[ `])")
_SENTENCE = re.compile(r".{20,160}?[.!?](?=\s)", re.DOTALL)
_VERSION = re.compile(r"^(plan|backlog) ([0-9]+)$")
_LOGIN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9_-]{0,38})", re.ASCII)


def short(digest: str) -> str:
    """The leading part of a digest that people read and type."""
    return digest[:SHORT]


def name(person: Person) -> str:
    """A person's name in code, so that nobody is called who need not come."""
    return m.code(f"@{person.login}")


def trailer_name(person: Person) -> str:
    """A login as it stands in a commit's trailer."""
    return person.login if _LOGIN.fullmatch(person.login) else f"user-{person.id}"


def named(target: str) -> str:
    """What was approved, rejected or asked to be changed, as people say it: `the plan`, `PS-2`."""
    return f"the {target}" if target in {"plan", "backlog"} else m.line(target)


def subject(asked: str) -> str:
    """What an agent is asked for, as people say it: `plan v2`, `U-03`."""
    return _VERSION.sub(r"\1 v\2", m.line(asked, limit=40))


def briefly(reason: str) -> str:
    """The first sentence of a reason, for a headline; what else is to say stands in the comment that asks."""
    first = _SENTENCE.match(reason)
    return m.sentence((first[0] if first else reason).rstrip("."), limit=160)


def advice(verdict: str) -> str:
    """What triage advises, in words and as it is called."""
    return f"{'not yet' if verdict == 'DEFER' else 'no'} ({verdict})"


def call(person: Person) -> str:
    """A mention: GitHub tells this person. Only for whose turn it is."""
    return f"@{person.login}" if _LOGIN.fullmatch(person.login) else m.code(person.login)


def whose_turn(run: Run, view: View) -> str:
    """Whom to call for an approval: the configured approvers, or the person who started the run.

    Somebody who cannot approve, for all we know, is told of it and not asked for it.
    """
    rules = view.policy.approvals
    people = [f"@{each}" for each in (*rules.approvers.users, *rules.approvers.teams)]
    if people:
        return " or ".join(people[:3])
    starter = call(run.started_by)
    if rules.separate_duties or (not rules.author_may_approve and run.started_by.id in run.authors):
        return f"anyone else with write access (cc {starter})"
    return starter if run.starter_writes else f"anyone with write access (cc {starter})"


def set_aside(run: Run, digest: str) -> str:
    """Why nobody is asked about this version any more, where nothing came in its place; empty while somebody is."""
    if digest in run.rejected:
        return "rejected"
    return "not decided on before the run was ended" if run.stage is Stage.CANCELLED else ""


def day_and_time(at: str | datetime) -> str:
    """`21 Nov, 10:44 UTC`; a time that cannot be read is shown as it is."""
    try:
        moment = datetime.fromisoformat(at) if isinstance(at, str) else at
    except ValueError:
        return m.line(str(at), limit=40)
    moment = moment.astimezone(UTC)
    return f"{moment.day} {moment:%b, %H:%M} UTC"


def linked(label: str, view: View, key: str) -> str:
    """The label as a link to where the thing is shown, or the label alone."""
    url = view.links.get(key)
    return m.link(label, url) if url else m.line(label)


def issue(number: int, view: View) -> str:
    """`#34`: GitHub makes the link, and the issue shows that the run speaks of it. Outside a run's repository, a link."""
    url = view.links.get(f"#{number}")
    return f"[#{number}]({url})" if url else f"#{number}"


def ids(names: Iterable[str], *, most: int = 8) -> str:
    """`FR-1, FR-2 and 5 more`."""
    known = tuple(names)
    shown = ", ".join(m.line(each, limit=60) for each in known[:most])
    return f"{shown} and {len(known) - most} more" if len(known) > most else shown


def numbered(numbers: Sequence[str]) -> str:
    """`question 2`, `questions 2 and 4`."""
    return f"question{'' if len(numbers) == 1 else 's'} {and_(numbers)}"


def and_(words: Sequence[str]) -> str:
    """`1`, `1 and 3`, `1, 2 and 3`."""
    return listed(words)


def sub(*parts: str) -> str:
    """The one small line at the end of a part."""
    return f"<sub>{' · '.join(part for part in parts if part)}</sub>"


def spelled_out(reply: str) -> str:
    """The same with `/signalbox` before every inline command, for where the short forms do not count."""
    return _SHORT_FORM.sub(r"`/signalbox \1", reply)


def in_policy(reply: str, view: View) -> str:
    """The reply with its inline commands as this repository lets people spell them."""
    if view.policy.commands.short == "never":
        return spelled_out(reply)
    theirs = "|".join(sorted(view.taken))
    return re.sub(rf"`/({theirs})(?=[ `])", r"`/signalbox \1", reply) if theirs else reply


def ended(markdown: str) -> str:
    """The same with a full stop, unless it ends a sentence already."""
    return markdown if not markdown or markdown.endswith((".", "!", "?", "…", ":")) else f"{markdown}."


def blocks(*parts: str | None) -> str:
    """Parts of a reply with an empty line between them; empty ones are left out."""
    return "\n\n".join(part for part in parts if part)


def money(millionths: int) -> str:
    """`$4.93`, such that GitHub takes it for no formula."""
    return m.line(dollars(millionths))


def _thousands(number: int) -> str:
    """`600`, `48k`, `4.8M`."""
    if number >= 1_000_000:
        return f"{number / 1_000_000:.1f}M"
    return f"{number / 1000:.0f}k" if number >= 1000 else str(number)


def spent(run: Run, view: View) -> str:
    """What the run has cost: tokens as the providers count them, and dollars of what it may spend."""
    models = sorted({each.model for each in run.spent if each.input_tokens or each.output_tokens})
    total = sum(
        s.input_tokens + s.output_tokens + s.cache_read_tokens + s.cache_write_tokens for s in run.spent
    )
    if not total:
        return "Nothing: no model was called" if view.provider.startswith("built-in") else "Nothing so far"
    shown = _thousands(total)
    cap = view.caps.run if run.budget is None else run.budget
    of = f" · {money(run.cost)} of {money(cap)}" if run.cost else ""
    return f"{shown} tokens{of} ({', '.join(m.cell_code(model, limit=60) for model in models)})"
