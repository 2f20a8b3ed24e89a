"""What a queue that is gone had dealt with, as far as the records of its runs tell, so that not every delivery is read again.

Theory of operation. A delivery that arrived was kept, and jobs of one run are worked on in the order in which they were kept. So
where a run's ledger holds an entry that a delivery or a comment brought about, all of the run that arrived before it has been
dealt with. And what comes of people leaves a trace: where nothing was said or changed in a run's threads after some time, no
delivery after that is of it, but for checks and its issues' states, which each open run sees for itself when it is woken. The list of
deliveries names no run, only a repository; so what counts is that it is in no open run's time of doubt, which is between the two.

What is of no open run has to be looked for besides: labels, by the first issue that has the trigger and is no run; comments, by the
first that may hold a command in a thread of no open run; reviews, by the first of a pull request that says it is of no open
run. Whatever else may be somebody's word is read in any case.

Pushes have an order of their own, so a run's entry tells nothing of them. But what a push means is read off the branch as it
stands; one look at that is as good as all the pushes that led there (`bot.pushes.unread`).

What the queue of today has got is no proof, because it may have been worked off before anybody looked for what was lost.

What this can miss: when a database is lost twice and newer work of the run was done in between, before anybody looked, an edit or a
label on a pull request that the first one lost; what pull requests and checks came to is seen by each open run itself.
An open run whose state label somebody took off is not counted until something wakes it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from bot.authorship import is_ours
from bot.deliveries import Attempt, Told, told
from bot.errors import GitHubError, Retry
from bot.facts import Gatherer
from bot.github import Hub
from bot.installations import OPEN, OpenRuns
from bot.ledger import Ledger, LedgerBroken
from bot.log import logger
from bot.place import Place
from bot.pushes import PUSH
from bot.queue import Queue
from handlers import markers
from handlers.comments import is_nod, may_hold_command
from handlers.replies.labels import DONE
from policies.run import Run
from policies.stages import FINISHED

LOG = logger(__name__)
# GitHub gives a delivery ten seconds, and tells its time in whole ones; what is nearer than this may have arrived in any order.
MARGIN = 60.0
# A delivery that GitHub held back longer than this may tell of a comment that is not looked for.
LATE = 3600.0
# What can concern nothing but a run that is open; of issues these are of units, and what was said is read by the comment.
OF_OPEN_RUNS = frozenset({"check_run", "check_suite", "workflow_run", "status", "pull_request"})
OF_UNITS = frozenset({("issues", "closed"), ("issues", "assigned"), ("issues", "unassigned")})
CHANGED = frozenset({("issue_comment", "edited"), ("issue_comment", "deleted")})
# What may leave no trace by which a run would be known to have been quiet.
TRACELESS = frozenset({("issue_comment", "deleted"), ("pull_request", "dequeued")})
SAID = ("issue_comment", "created")
REVIEWED = frozenset({"pull_request_review", "pull_request_review_comment"})
LABELED = ("issues", "labeled")
NEVER = float("-inf")
ALWAYS = float("inf")
# From when and until when something may have been told of an open run that was not dealt with; empty where it ends first.
Doubt = tuple[float, float]
# The cause of what a new comment asks for.
_WORD = re.compile(r"([0-9]+)/[0-9]+", re.ASCII)
# What was forgotten while we had no access was not dealt with; whatever came before an owner's change is read.
ACCESS = frozenset({"installation", "installation_repositories"})


@dataclass(frozen=True, slots=True)
class Past:
    """Repository -> its open runs' times of doubt, and the time before which no label began one, and no comment or review was for another.

    All in seconds since 1970. Nothing up to `since` is covered. `places` tells where the repository is.
    """

    doubts: Mapping[int, tuple[Doubt, ...]] = field(default_factory=dict)
    labels: Mapping[int, float] = field(default_factory=dict)
    comments: Mapping[int, float] = field(default_factory=dict)
    reviews: Mapping[int, float] = field(default_factory=dict)
    since: float = NEVER
    places: Mapping[int, Place] = field(default_factory=dict)

    def covers(self, delivery: Told) -> bool:
        """Whether nothing can come of it any more."""
        kind, repository = (delivery.event, delivery.action), delivery.repository
        if not delivery.arrived or delivery.at <= self.since or repository not in self.doubts:
            return False
        if kind == LABELED:
            return delivery.at < self.labels[repository] - MARGIN
        if delivery.at >= self._elsewhere(kind, repository) - MARGIN:
            return False
        return all(
            delivery.at < begun - MARGIN or (delivery.at > ended and kind not in TRACELESS)
            for begun, ended in self.doubts[repository]
        )

    def unread(self, found: Sequence[Attempt]) -> Mapping[Place, str]:
        """Where pushes are covered, and the id of the last of them: instead of them all, the branch is looked at once."""
        covered = [each for each in told(found) if each.event == PUSH and self.covers(each)]
        return {self.places[each.repository]: each.guid for each in covered}

    def _elsewhere(self, kind: tuple[str, str], repository: int) -> float:
        """Before when such a delivery was for no other than an open run; NEVER for what is read in any case."""
        if kind == SAID:
            return self.comments[repository]
        if kind[0] in REVIEWED:
            return self.reviews[repository]
        return ALWAYS if kind[0] in {*OF_OPEN_RUNS, PUSH} or kind in CHANGED | OF_UNITS else NEVER


NOTHING = Past()


@dataclass(frozen=True, slots=True)
class Traces:
    """What GitHub shows of a repository since the oldest delivery: the comments and pull requests that are new or were changed."""

    comments: Sequence[Mapping[str, Any]]
    pulls: Sequence[Mapping[str, Any]]

    def last(self, run: Run) -> float:
        """When anything was said or changed in a run's threads for the last time; NEVER where it was not since."""
        said = [each for each in self.comments if _thread(each) in run.threads]
        pulls = [
            each for each in self.pulls if each["number"] in run.threads or _run_of(each) == run.key.issue
        ]
        return max((_time(each["updated_at"]) for each in (*said, *pulls)), default=NEVER)


@dataclass(frozen=True, slots=True)
class Pasts:
    """Looks at every open run once; what it reads of a ledger is kept, and is not read again when the run is woken."""

    hub: Hub
    runs: OpenRuns
    ledger: Ledger
    gatherer: Gatherer
    queue: Queue

    async def of(self, found: Sequence[Attempt]) -> Past:
        """What these deliveries and the ledgers tell together."""
        arrived: dict[str, float] = {}
        for attempt in sorted((each for each in found if each.arrived), key=lambda each: each.at):
            arrived.setdefault(attempt.guid, attempt.at)
        changed = [each.at for each in found if each.event in ACCESS]
        oldest, heard = min(arrived.values(), default=0.0) - LATE, await self._heard(found)
        past = Past(since=max(changed, default=NEVER))
        for places in _by_repository(await self.runs.places()):
            id_ = places[0].repository_id
            try:
                runs = [(await self.ledger.load(place)).run for place in places]
                traces = await self._traces(places[0], oldest)
                words = {} if heard else {str(each["id"]): _created(each) for each in traces.comments}
                doubts = [await self._doubt(run, arrived, words, traces) for run in runs]
                threads = frozenset(thread for run in runs if run is not None for thread in run.threads)
                labels = await self._labels(places[0])
                reviews = await self._reviews(places, traces)
            except (GitHubError, LedgerBroken, Retry) as error:
                LOG.warning("past_not_read", repository=id_, why=str(error))
                continue
            past = Past(
                {**past.doubts, id_: tuple(doubts)},
                {**past.labels, id_: labels},
                {**past.comments, id_: self._comments(threads, traces)},
                {**past.reviews, id_: reviews},
                past.since,
                {**past.places, id_: places[0]},
            )
        return past

    async def _heard(self, found: Sequence[Attempt]) -> bool:
        """Whether a comment has come to the new queue already; which it was, the list does not tell."""
        said = [each.guid for each in found if (each.event, each.action) == SAID]
        return any([await self.queue.known(guid) for guid in said])

    async def _doubt(
        self, run: Run | None, arrived: Mapping[str, float], words: Mapping[str, float], traces: Traces
    ) -> Doubt:
        """From the last word or delivery of which the ledger shows that the queue before this one dealt with it."""
        if run is None:
            return NEVER, ALWAYS
        if run.stage in FINISHED:
            return ALWAYS, NEVER
        said = [words.get(word[1], NEVER) for cause in run.causes if (word := _WORD.fullmatch(cause))]
        ended = traces.last(run) + LATE
        for guid in sorted(run.causes & arrived.keys(), key=arrived.__getitem__, reverse=True):
            if not await self.queue.known(guid):
                return max(arrived[guid], *said, NEVER), ended
        return max([*said, NEVER]), ended

    async def _labels(self, place: Place) -> float:
        """When the first issue was opened that has the trigger and is no run yet."""
        policy, _ = await self.gatherer.rules.read(place)
        reader = self.hub.reader(place.installation, place.repository_id)
        path, trigger = f"{place.path}/issues", policy.trigger_label
        issues = await reader.get_all(path, labels=trigger, state="all", sort="created", direction="asc")
        begun = {*OPEN, DONE}
        waiting = [each for each in issues if begun.isdisjoint(label["name"] for label in each["labels"])]
        return min((_created(each) for each in waiting), default=ALWAYS)

    async def _traces(self, place: Place, oldest: float) -> Traces:
        reader = self.hub.reader(place.installation, place.repository_id)
        since = datetime.fromtimestamp(oldest, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        path = f"{place.path}/issues/comments"
        comments = await reader.get_all(path, since=since, sort="created", direction="asc")
        pulls: list[Mapping[str, Any]] = []
        path = f"{place.path}/pulls"
        async for page in reader.pages(path, state="all", sort="updated", direction="desc"):
            fresh = [each for each in page if _time(each["updated_at"]) >= oldest]
            pulls += fresh
            if len(fresh) < len(page):
                break
        return Traces(comments, pulls)

    def _comments(self, threads: frozenset[int], traces: Traces) -> float:
        """When the first comment of people's was made that may hold a command and is in none of these threads."""
        elsewhere = (
            each
            for each in traces.comments
            if _thread(each) not in threads
            and not is_ours(each, app_id=self.gatherer.app_id)
            and (may_hold_command(each["body"] or "", short=True) or is_nod(each["body"] or ""))
        )
        return min((_created(each) for each in elsewhere), default=ALWAYS)

    async def _reviews(self, places: Sequence[Place], traces: Traces) -> float:
        """When the first review of a person's was submitted on a pull request that says it is of a run, and of none of these.

        Whatever is said on a pull request is a change of it.
        """
        here, runs = places[0], {None, *(place.issue for place in places)}
        reader = self.hub.reader(here.installation, here.repository_id)
        first = ALWAYS
        for pull in traces.pulls:
            if _run_of(pull) in runs:
                continue
            reviews = await reader.get_all(f"{here.path}/pulls/{pull['number']}/reviews")
            said = [each for each in reviews if (each["user"] or {}).get("type") == "User"]
            first = min([first, *(_time(each["submitted_at"]) for each in said if each.get("submitted_at"))])
        return first


def _by_repository(places: Sequence[Place]) -> list[list[Place]]:
    found: dict[int, list[Place]] = {}
    for place in places:
        found.setdefault(place.repository_id, []).append(place)
    return list(found.values())


def _thread(comment: Mapping[str, Any]) -> int:
    return int(comment["issue_url"].rpartition("/")[2])


def _run_of(pull: Mapping[str, Any]) -> int | None:
    """The run that a pull request says it is of."""
    marker = markers.read(pull["body"] or "")
    return marker.run if marker else None


def _created(shown: Mapping[str, Any]) -> float:
    return _time(shown["created_at"])


def _time(told: str) -> float:
    return datetime.fromisoformat(told).timestamp()
