"""The reference model: what a person may expect of a run from their own words alone, compared with the world after each step."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from policies.entries import Approved, from_data
from policies.run import Run
from policies.stages import FINISHED, Overlay, Stage
from sandbox.records import Repo
from tests.crash.endings import folded, records, repository
from tests.stories.stage import Play

DONE, NO, READ = "rocket", "confused", "+1"
STEERING = frozenset({"pause", "resume", "stop"})


@dataclass(slots=True)
class Word:
    """A comment with one command: `digest` is what it says yes to, `may` whether its author may ask for that.

    `known` says whether its author is answered at all. `never` says that it can come to nothing whoever says it.
    A comment that is `touched` afterwards owes nobody an answer.
    """

    comment: int
    who: str
    verb: str
    known: bool
    may: bool
    digest: str = ""
    never: bool = False
    touched: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """The world as it stands: the record's hashes, the run they amount to, and everything the App has made or moved."""

    hashes: tuple[str, ...]
    run: Run | None
    yes: frozenset[str]
    made: tuple[int, int, int]

    @staticmethod
    def of(play: Play) -> "Standing":
        """As it stands now."""
        chain, repo = records(play), repository(play)
        entries = [from_data(record.type, record.data) for record in chain]
        bot = play.clearance.app.bot
        made = (
            sum(issue.user is bot for issue in repo.issues.values()),
            len(repo.pulls),
            play.clearance.writes,
        )
        yes = frozenset(entry.digest for entry in entries if isinstance(entry, Approved))
        return Standing(tuple(record.hash for record in chain), folded(chain), yes, made)


@dataclass(slots=True)
class Expected:
    """What people know: whether they held the run up or ended it, and to what they said yes."""

    paused: bool = False
    ended: bool = False
    yes: set[str] = field(default_factory=set)

    @staticmethod
    def at(standing: Standing) -> "Expected":
        """Where a walk begins."""
        return Expected(yes=set(standing.yes))

    def judge(self, play: Play, before: Standing, words: Iterable[Word], *, quiet: bool) -> list[str]:
        """What is wrong with the world after a step, a line each; `quiet` is a step in which nothing else happened."""
        after, words = Standing.of(play), list(words)
        said = {word.comment: _reactions(repository(play), play, word) for word in words}
        carried_out = [word for word in words if DONE in said[word.comment]]
        wrong = [line for word in words for line in _word(word, said[word.comment])]
        if after.hashes[: len(before.hashes)] != before.hashes:
            wrong.append(f"the record lost or changed an entry: {len(before.hashes)}, {len(after.hashes)}")
        if self.ended and (after.hashes, after.made) != (before.hashes, before.made):
            wrong.append(f"a run that has ended goes on: {before.made}, {after.made}")
        if quiet and len(words) == 1:
            wrong += self._foreseen(words[0], before, said[words[0].comment])
        steered = [word.verb for word in carried_out if word.verb in STEERING]
        if self.paused and not steered and _moved(before, after):
            wrong.append(f"a run that is paused goes on: {before.made}, {after.made}")
        self._learn(steered, after)
        self.yes |= {word.digest for word in words if word.may and not word.never}
        wrong += [f"nobody said yes to {digest}" for digest in sorted(after.yes - self.yes)]
        overlay = after.run.overlay if after.run else None
        if self.paused and overlay is not Overlay.PAUSED:
            wrong.append(f"a run that was paused is {overlay}")
        return wrong

    def _learn(self, steered: list[str], after: Standing) -> None:
        """The last word counts; which of several was the last, only the record tells."""
        run = after.run
        finished = run is not None and run.stage in FINISHED
        self.ended = self.ended or "stop" in steered or finished
        if len(steered) == 1:
            self.paused = steered == ["pause"]
        elif steered:
            self.paused = run is not None and run.overlay is Overlay.PAUSED
        if self.ended:
            self.paused = False

    def _foreseen(self, word: Word, before: Standing, said: frozenset[str]) -> list[str]:
        """What a single word must come to when nothing is in its way."""
        if not word.known or word.touched or word.verb == "status":
            return []
        overlay = before.run.overlay if before.run else None
        match word.verb:
            case "pause":
                comes = word.may and not self.ended and not self.paused
            case "stop":
                comes = word.may and not self.ended
            case "resume":
                comes = word.may and not self.ended and overlay is not None
            case _ if self.ended or self.paused or not word.may or word.never:
                comes = False
            case _:
                return []
        right = DONE in said if comes else NO in said and DONE not in said
        return [] if right else [f"/{word.verb} came to {sorted(said)}"]


def _word(word: Word, said: frozenset[str]) -> list[str]:
    if DONE in said and (word.never or not word.may):
        return [f"/{word.verb} was carried out"]
    if word.known and not word.touched and not said & {DONE, NO, READ}:
        return [f"/{word.verb} was not answered: {sorted(said)}"]
    return []


def _reactions(repo: Repo, play: Play, word: Word) -> frozenset[str]:
    """What the App showed under the comment; nothing when that is gone."""
    comment = repo.comments.get(word.comment)
    bot = play.clearance.app.bot
    return (
        frozenset(each.content for each in comment.reactions if each.user is bot) if comment else frozenset()
    )


def _moved(before: Standing, after: Standing) -> bool:
    stages = {standing.run.stage if standing.run else None for standing in (before, after)}
    return before.made != after.made or (len(stages) > 1 and Stage.DONE not in stages)
