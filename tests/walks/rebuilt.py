"""What the App knows of a run by itself, and that it is the same when its database was lost and read back from GitHub."""

import sqlite3
from dataclasses import dataclass, fields, replace

from bot.errors import Limited
from bot.ledger import Loaded
from bot.place import Place
from policies.run import Run
from policies.stages import FINISHED
from tests.crash.endings import repository
from tests.crash.flows import look_again
from tests.crash.runner import Runner
from tests.stories.losing import lose_database
from tests.stories.stage import Play


@dataclass(frozen=True, slots=True)
class Known:
    """The run with its record and where that is shown; what the App will tell itself later, and when, where the run waits for it.

    Not the text of the card, whose links may go with the database. And not the rest of the file: answers of models, which are
    asked again; what was written when, which is how the App paces itself; and what it has read of GitHub, which is read again.
    """

    loaded: Loaded
    due: frozenset[tuple[str, float]]

    def differs(self, other: "Known") -> list[str]:
        """How this is not the other, a line each."""
        run, theirs = self.loaded.run, other.loaded.run
        found = [
            f"{name}: {ours!r} and not {old!r}" for name, ours, old in _unlike(self.loaded, other.loaded)
        ]
        if run is not None and theirs is not None:
            found = [f"{name}: {ours!r} and not {old!r}" for name, ours, old in _unlike(run, theirs)] or found
        return [*found, *(f"due: {each}" for each in sorted(self.due ^ other.due))]


async def rebuilt(runner: Runner) -> list[str]:
    """Loses the database and looks again; what the App knows then and did not before, or the reverse, a line each."""
    play = runner.lab.play
    await runner.through(look_again)
    before = await _known(play)
    await lose_database(play)
    await runner.through(look_again)
    return (await _known(play)).differs(before)


async def _known(play: Play) -> Known:
    repo = repository(play)
    place = Place(play.registered.installation_id, repo.id, repo.full_name, play.issue)
    loaded = replace(await _loaded(play, place), shown="")
    with sqlite3.connect(play.data / "queue.sqlite3") as connection:
        waiting = connection.execute("SELECT id, due FROM job WHERE state = 0").fetchall()
    words = frozenset((str(id_), round(due, 3)) for id_, due in waiting)
    return Known(loaded, frozenset(word for word in words if loaded.run and _awaited(loaded.run, word[0])))


async def _loaded(play: Play, place: Place) -> Loaded:
    """The record as the App reads it, when GitHub lets it."""
    while True:
        try:
            return await play.app.ledger.load(place)
        except Limited as limited:
            play.wait(limited.at - play.now())


def _awaited(run: Run, word: str) -> bool:
    """Whether the run waits for a word of its own. One that is held or has ended does not; it asks anew when it goes on."""
    kind, *_, number, at = word.split("/")
    if run.stage in FINISHED or run.overlay is not None:
        return False
    if kind == "prd_edited":
        # What came of a storm of edits is found by every look at the run, with the text as it stands.
        return False
    if kind != "checks":
        return True
    pull = run.pull_requests[int(number)]
    if pull.state != "open":
        return False
    if not pull.checks:
        return at == pull.opened
    # What was to happen if none came is of no interest any more, unless red ones were asked to run again meanwhile.
    return at == pull.look_at or (pull.checks == "red" and at > pull.rerun_at > "")


def _unlike(ours: object, theirs: object) -> list[tuple[str, object, object]]:
    """The fields in which two values of a kind differ."""
    names = [field.name for field in fields(ours)]  # type: ignore[arg-type]  # frozen values, both of them
    pairs = [(name, getattr(ours, name), getattr(theirs, name)) for name in names]
    return [(name, mine, other) for name, mine, other in pairs if mine != other]
