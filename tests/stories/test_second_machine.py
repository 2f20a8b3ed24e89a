"""A second machine is started with the same App and keys by mistake, and reads back everything that the first has done."""

from pydantic import SecretStr

from bot.demo.servers import free_port
from policies.stages import Stage
from tests.stories.losing import standing
from tests.stories.serving import Serving
from tests.stories.shortcuts import backlog_proposed
from tests.stories.stage import Play


async def test_a_second_machine_does_nothing_that_the_first_has_done(play: Play) -> None:
    """The run's record on GitHub holds what each delivery came to, so that whoever comes later has nothing left to decide."""
    await backlog_proposed(play)
    before, writes = await standing(play), await play.content_writes()
    key = (play.data / "ledger_key.pem").read_text()
    other = play.settings.model_copy(
        update={
            "data_dir": str(play.data.parent / "second"),
            "port": free_port(),
            "ledger_key": SecretStr(key),
        }
    )
    second = await Serving.begin(other, clock=play.now, port=play.recorder)
    try:
        first, play._serving = play._serving, second
        read = await second.app.sweep.read_back()
        await play.settled()
        assert read == 3
        assert await second.app.queue.dead_letters() == ()
    finally:
        play._serving = first
        await second.stop()

    assert await standing(play) == before
    assert await play.content_writes() == writes
    # The first goes on as if nothing had been.
    run = await play.run()
    assert run.backlog is not None
    await play.says("raj", f"/approve backlog {run.backlog.digest[:12]} --only U-03")
    assert (await play.run()).stage is Stage.DELIVERING
