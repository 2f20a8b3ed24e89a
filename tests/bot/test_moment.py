"""Within one look at the world the same is read once, until something is changed; outside of it every read is a call."""

import pytest

from bot.errors import NotFound
from bot.github import Hub, Reader
from bot.github.moment import one_moment
from tests.stand_ins.scripted_github import Give, ScriptedGitHub


async def test_what_is_read_twice_in_one_look_is_asked_for_once(
    reader: Reader, hub: Hub, scripted: ScriptedGitHub
) -> None:
    scripted.script = [Give(value={"n": [1]}), Give(value=[{"id": 1}]), Give(value={"n": [2]})]
    with one_moment():
        first = await reader.get("/a")
        first["n"].append("somebody wrote in their copy")
        assert await reader.get("/a") == {"n": [1]}
        assert await reader.get_all("/b") == await hub.reader(5, 9).get_all("/b") == [{"id": 1}]
    assert await reader.get("/a") == {"n": [2]}
    assert scripted.script == []


async def test_after_a_change_everything_is_read_anew(
    hub: Hub, reader: Reader, scripted: ScriptedGitHub
) -> None:
    scripted.script = [Give(value={"n": 1}), Give(201, value={}), Give(value={"n": 2})]
    with one_moment():
        assert await reader.get("/a") == {"n": 1}
        await hub.talker(5, 9).post("/a", {})
        assert await reader.get("/a") == {"n": 2}


async def test_no_credential_sees_what_another_was_told(
    hub: Hub, reader: Reader, scripted: ScriptedGitHub
) -> None:
    scripted.script = [Give(value={"n": 1}), Give(value={"n": 2}), Give(value={"n": 3}), Give(value={"n": 4})]
    with one_moment():
        told = [await each.get("/a") for each in (reader, hub.reader(6, 9), hub.app(), hub.app())]
    assert [each["n"] for each in told] == [1, 2, 3, 4]


async def test_a_refusal_is_not_remembered(reader: Reader, scripted: ScriptedGitHub) -> None:
    scripted.script = [Give(404), Give(value={"n": 1})]
    with one_moment():
        with pytest.raises(NotFound):
            await reader.get("/a")
        assert await reader.get("/a") == {"n": 1}
