"""What a flow has come to, as GitHub holds it, without numbers and times; and what must hold whatever went wrong."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from itertools import zip_longest
from typing import Any

from bot.place import Place
from handlers import markers
from handlers.blocks import read_ledger
from policies.chain import Broken, Record, verify
from policies.entries import from_data
from policies.fold import Recorded, fold
from policies.run import Run
from sandbox.records import CheckRun, Comment, Issue, PullRequest, Repo
from tests.stories.seen import NAME, OWNER
from tests.stories.stage import Play

# Numbers of things, digests and times differ from one world to the next, and so does which unit is proposed first.
_CHANGES = re.compile(
    r"[0-9a-f]{7,64}|PS-\d+|\d{1,2} [A-Z][a-z]{2}, \d\d:\d\d UTC|\d{4}-\d\d-\d\d[T ][\d:.]+Z?|\b\d{6,}\b|#issuecomment-\d+|https?://\S+?(?=[\s)>\]])"
)
# What the card tells of the way, and not of where it led; time that is let pass in mid-call looks like a wrong clock.
_PASSES = re.compile(r"^\| (?:Held up lately|Clock)|^- … · |What happened lately|record \d+ entries")
_HIDDEN = re.compile(r"<!--.*?-->", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Ending:
    """Everything that people can see, and what the ledger tells; two of them are equal when nobody can tell them apart."""

    stage: str
    overlay: str
    units: Mapping[str, str]
    entries: Mapping[str, int]
    threads: Mapping[str, Any]
    pulls: tuple[Any, ...]
    branches: tuple[str, ...]
    checks: tuple[Any, ...]
    card: str

    def differs(self, other: "Ending") -> str:
        """How this is not the other, in one line; empty when they are alike."""
        ours, theirs = asdict(self), asdict(other)
        return "; ".join(
            f"{name}: {_difference(ours[name], theirs[name])}" for name in ours if ours[name] != theirs[name]
        )


def repository(play: Play) -> Repo:
    """The repository of every flow, under whatever name it goes by now."""
    world = play.github.world
    found = world.repo(OWNER, NAME)
    return found or world.repos_by_id[world.moved[OWNER, NAME]]


def ending(play: Play) -> Ending:
    """The end as it stands now."""
    repo = repository(play)
    chain = records(play)
    run = folded(chain)
    issues = [issue for _, issue in sorted(repo.issues.items())]
    (card,) = [c.body for c in repo.issues[play.issue].comments if _kind(c, play) == "card"] or [""]
    return Ending(
        stage=str(run.stage) if run else "",
        overlay=f"{run.overlay} {run.overlay_reason}" if run and run.overlay else "",
        units={unit.id: str(unit.state) for unit in run.units.values()} if run else {},
        # A wait for GitHub can last longer than checks take to settle, and then they are seen once and not twice.
        entries=dict(Counter(record.type for record in chain if record.type != "checks_seen")),
        threads={f"{issue.title} {number}": _thread(issue, play) for number, issue in enumerate(issues)},
        pulls=tuple(_pull(pull) for _, pull in sorted(repo.pulls.items())),
        branches=tuple(repo.git.refs("refs/heads/")),
        checks=tuple(sorted(_check(run_) for run_ in repo.check_runs.values())),
        # What held a run up is told for an hour; whether anything did is the difference between two plays, and not between ends.
        card="\n".join(
            sorted(
                line
                for line in _CHANGES.sub("…", _HIDDEN.sub("", card)).splitlines()
                if not _PASSES.search(line)
            )
        ),
    )


def records(play: Play) -> tuple[Record, ...]:
    """The run's whole chain from the App's comments, verified."""
    found: dict[int, Record] = {}
    for comment in repository(play).issues[play.issue].comments:
        if _kind(comment, play):
            told = read_ledger(comment.body)
            assert not isinstance(told, Broken), told
            found |= {record.seq: record for record in told}
    chain = tuple(found[seq] for seq in sorted(found))
    verdict = verify(chain, play.clearance.keys) if chain else None
    assert not isinstance(verdict, Broken), verdict
    return chain


async def broken(play: Play) -> list[str]:
    """Every invariant that does not hold now, as a line each."""
    found = [f"an uncleared write: {line}" for line in play.clearance.wrong]
    found += [f"given up: {letter.why}" for letter in await play.app.queue.dead_letters()]
    found += [f"said twice: {head}" for head in _repeated(play)]
    found += [f"made twice: {title}" for title in _twice(repository(play))]
    repo, chain = repository(play), records(play)
    installation = play.registered.installation_id
    kept = await play.app.ledger.peek(Place(installation, repo.id, repo.full_name, play.issue))
    if [record.hash for record in kept.records] != [record.hash for record in chain]:
        found.append(f"GitHub tells {len(chain)} entries and the App's own file {len(kept.records)}")
    return found


def folded(chain: tuple[Record, ...]) -> Run | None:
    """The run these records amount to."""
    return fold(Recorded(r.seq, r.at, r.hash, from_data(r.type, r.data)) for r in chain)


def _thread(issue: Issue, play: Play) -> dict[str, Any]:
    return {
        "state": f"{issue.state} {issue.state_reason or ''}",
        "labels": sorted(label.name for label in issue.labels),
        "reactions": sorted(f"{each.user.login} {each.content}" for each in issue.reactions),
        "comments": [
            (_kind(c, play), sorted(f"{each.user.login} {each.content}" for each in c.reactions))
            for c in issue.comments
        ],
        "parent": issue.parent.title if issue.parent else "",
        "children": [child.title for child in issue.sub_issues],
        "blocked by": sorted(blocker.title for blocker in issue.blocked_by),
    }


def _kind(comment: Comment, play: Play) -> str:
    """The App's marker on its own comments; empty on what people wrote."""
    marker = markers.read(comment.body) if comment.user is play.clearance.app.bot else None
    return marker.kind if marker else ""


def _pull(pull: PullRequest) -> tuple[Any, ...]:
    """What stands, what became of it, and who is asked or has said something."""
    standing = (pull.issue.title, pull.head_ref, pull.base_ref, pull.issue.state, pull.draft, pull.queued)
    asked = sorted([user.login for user in pull.requested_reviewers] + [t.slug for t in pull.requested_teams])
    said = sorted((review.user.login, review.state) for review in pull.reviews)
    return *standing, bool(pull.merged_at), asked, said, len(pull.review_comments)


def _check(run: CheckRun) -> tuple[str, str, str]:
    return run.name, run.status, run.conclusion or ""


def _repeated(play: Play) -> list[str]:
    """Every marker that stands in two comments of one thread."""
    heads = Counter(
        (comment.issue.number, comment.body.partition("\n")[0])
        for comment in repository(play).comments.values()
        if _kind(comment, play)
    )
    return [f"#{number}: {head}" for (number, head), count in heads.items() if count > 1]


def _twice(repo: Repo) -> list[str]:
    titles = Counter(issue.title for issue in repo.issues.values() if issue.pull is None)
    heads = Counter(pull.head_ref for pull in repo.pulls.values())
    return [name for name, count in (titles + heads).items() if count > 1]


def _difference(ours: Any, theirs: Any) -> str:  # any field of an ending
    if isinstance(ours, dict) and isinstance(theirs, dict):
        names = [name for name in {**ours, **theirs} if ours.get(name) != theirs.get(name)]
        return ", ".join(f"{name}: {_difference(ours.get(name), theirs.get(name))}" for name in names)
    if isinstance(ours, str) and "\n" in ours and isinstance(theirs, str):
        lines = zip_longest(ours.splitlines(), theirs.splitlines())
        return ", ".join(f"{mine!r} and not {other!r}" for mine, other in lines if mine != other)
    return f"{ours!r} and not {theirs!r}"
