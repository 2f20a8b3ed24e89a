"""An issue form can put the label on for anybody; it is still whoever opened the issue who must have the right."""

from sandbox import conversation
from tests.stories.losing import wake
from tests.stories.prds import TOOLS
from tests.stories.seen import NAME, OWNER
from tests.stories.stage import REPO, Play


async def opened_with_a_form(play: Play, who: str) -> None:
    """What GitHub does for a form with `labels: [signalbox]`: the label is on, and the opener is the sender."""
    await play.opens("tess", TOOLS)
    await play.says("tess", "/signalbox stop")
    repo = play.github.world.repo(OWNER, NAME)
    user = play.github.world.user(who)
    assert repo is not None
    assert user is not None
    made = await play.person(who).do("POST", f"{REPO}/issues", {"title": "Mine", "body": TOOLS})
    play.issue = int(made["number"])
    conversation.set_labels(play.github.world, repo.issues[play.issue], [repo.labels["signalbox"]], by=user)
    await play.settled()


async def test_a_reader_s_form_with_the_label_starts_nothing_however_it_goes_on(play: Play) -> None:
    await opened_with_a_form(play, "eve")
    assert "signalbox" in await play.labels()

    await play.edits_issue("eve", f"{TOOLS}\n- A member can do everything.\n")
    await play.says("eve", "/plan anyway")
    await play.says("eve", "/refine start now")
    await wake(play, "the next hour")
    await play.closes("eve", play.issue)

    assert (await play.look()).run is None
    assert await play.ours() == []


async def test_somebody_with_the_right_starts_it_by_a_command(play: Play) -> None:
    await opened_with_a_form(play, "eve")

    await play.says("tess", "/signalbox plan")

    run = await play.run()
    assert (run.author.login, run.started_by.login) == ("eve", "tess")
