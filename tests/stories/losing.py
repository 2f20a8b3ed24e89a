"""How webhooks, time and the database are lost in stories, and how the App looks again."""

import re

from tests.stories.stage import Play

ALL = 1_000_000
DAY = 24 * 3600
LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")


async def standing(play: Play) -> object:
    """Everything a run has come to, as anybody sees it; but for links on the card, which may go with the database."""
    run = await play.run()
    comments = [(each.id, each.kind, LINK.sub(r"\1", each.body)) for each in await play.comments()]
    issues = [(issue["number"], issue["state"]) for issue in await play.issues()]
    pulls = [(pull["number"], pull["state"]) for pull in await play.pulls()]
    return (run.length, run.head, comments, issues, pulls, await play.branches(), await play.labels())


async def sweep(play: Play) -> None:
    """One whole look of the App, and what comes of it."""
    await play.app.sweep.once()
    await play.settled()


async def wake(play: Play, occasion: str) -> None:
    """The App looks for open runs, and webhooks come again."""
    await lose(play, 0)
    await play.app.sweep.runs.wake(occasion)
    await play.settled()


async def lose_database(play: Play) -> None:
    """The database is lost; however little was delivered is much, so the App reads back no more of it than it must."""
    await play.lose_database()
    play.app.sweep.few = -1


async def lose(play: Play, webhooks: int) -> None:
    """The next webhooks are lost."""
    await play.github.control("/webhooks", lose=webhooks)


async def forget(play: Play) -> None:
    """So much time passes that GitHub has forgotten every delivery."""
    await play.settled()
    play.wait(4 * DAY)
    assert await play.app.sweep.read_back() == 0


async def redelivered(play: Play) -> None:
    """Somebody clicks on "Redeliver" for every delivery there ever was."""
    for guid, delivery in {each.guid: each for each in play.github.world.deliveries}.items():
        answer = await play.registered.as_app.post(f"/app/hook/deliveries/{delivery.id}/attempts")
        assert answer.status == 202, guid
    await play.settled()
