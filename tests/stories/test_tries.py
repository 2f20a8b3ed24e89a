"""How often a step is tried is counted with the step: a process that begins anew does not begin to count anew."""

import asyncio
import json
from dataclasses import asdict

from bot.place import Place
from bot.queue import MAX_ATTEMPTS, Delivery
from tests.stories.shortcuts import plan_proposed
from tests.stories.stage import GLANCE, REPOSITORY, Play


async def test_a_step_that_fails_is_given_up_after_five_tries_however_often_the_app_was_started_anew(
    play: Play,
) -> None:
    await plan_proposed(play)
    repository = await play.person("raj").do("GET", f"/repos/{REPOSITORY}")
    place = Place(play.registered.installation_id, repository["id"], REPOSITORY, play.issue)
    # It does not say what is to be asked.
    body = json.dumps({"place": asdict(place)}).encode()
    await play.app.queue.put(Delivery("poison", "ask", f"{place.run}!poison", body, "", play.now()))
    for _ in range(5000):
        if "attempt_failed" in play.log.getvalue():
            break
        await asyncio.sleep(GLANCE)
    await play.stop()
    await play.start()
    await play.settled()

    (letter,) = await play.app.queue.dead_letters()
    assert letter.attempts == MAX_ATTEMPTS
    play.dead = (letter.why,)
    assert f"a step did not succeed in {MAX_ATTEMPTS} tries" in (await play.run()).overlay_reason
