"""Somebody changes a file in which a requirement was built: one note for each requirement, until somebody answers."""

import json

import pytest

from policies import entries as e
from policies.stages import Stage
from tests.stand_ins.messages_api import MessagesApi
from tests.stories.drifting import FILE, notes, serves_two
from tests.stories.modelled import serving, spoiled
from tests.stories.shortcuts import approve_unit, delivering, patchset_of
from tests.stories.stage import REPO, Play


@pytest.fixture
async def merged(modelled: Play, api: MessagesApi) -> Play:
    """A run whose one unit, which serves two requirements, is merged."""
    api.mind = spoiled("backlog", serves_two)
    await delivering(modelled, "U-03")
    pull = await approve_unit(modelled, "U-03")
    await modelled.merges("raj", pull.number)
    assert (await modelled.run()).stage is Stage.DONE
    return modelled


async def test_the_runs_own_merge_is_no_drift(merged: Play) -> None:
    assert await notes(merged) == []
    await merged.commits("raj", {"elsewhere.txt": "By hand.\n"})
    assert await notes(merged) == []


async def test_what_came_after_a_push_is_not_put_down_to_whoever_pushed_before(merged: Play) -> None:
    await merged.cast(dev="write")
    await merged.github.control("/webhooks", hold=True)
    # Both are on the branch before the first of them is heard of.
    await merged.pushes("raj", {FILE: "Something else.\n"})
    sha = await merged.pushes("dev", {FILE: "And something else again.\n"})
    await merged.github.control("/webhooks", hold=False)
    await merged.settled()

    (note,) = await notes(merged)

    assert (note.by.login, note.sha) == ("dev", sha)


async def test_one_note_for_each_requirement_until_it_is_answered(merged: Play) -> None:
    await merged.cast(dev="write")
    await merged.commits("dev", {FILE: "Something else.\n"})

    (note,) = await notes(merged)
    one, other = sorted(note.requirements)
    assert note.by.login == "dev"
    assert note.requirements == {one: (FILE,), other: (FILE,)}
    told = await merged.newest()
    assert "`@dev`" in told.body
    assert f"/signalbox accept {one} {other}" in told.body

    await merged.commits("dev", {FILE: "And something else again.\n"})
    assert len(await notes(merged)) == 1

    await merged.says("eve", f"/accept {one}")
    assert sorted((await merged.run()).drifts) == [one, other]
    await merged.says("raj", f"/accept {one}")
    await merged.says("raj", f"/amend {other} the scope is what the page says")
    run = await merged.run()
    assert run.drifts == {}
    assert [(each.requirement, each.how, each.by.login) for each in run.amendments] == [
        (one, "accepted", "raj"),
        (other, "amended", "raj"),
    ]
    noted = next(c for c in await merged.ours("turn") if "were changed" in c.body)
    assert "amended by `@raj`: the scope is what the page says" in noted.body
    plan = next(c for c in await merged.ours("turn") if "✅ Plan v" in c.body)
    assert "change accepted by `@raj`" in plan.body

    await merged.commits("dev", {FILE: "A third time.\n"})
    assert len(await notes(merged)) == 2


@pytest.mark.parametrize(
    "how", ["history is written anew", "among thousands of others", "after the cache was lost"]
)
async def test_a_push_that_does_not_name_what_it_touched_is_noticed_all_the_same(
    merged: Play, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    await merged.cast(dev="admin")
    ref, files = await merged.head(), {FILE: "Something else.\n"}
    if how == "history is written anew":
        parent = (await merged.person("dev").do("GET", f"{REPO}/git/commits/{ref}"))["parents"][0]["sha"]
        body = {"sha": parent, "force": True}
        await merged.person("dev").do("PATCH", f"{REPO}/git/refs/heads/main", body)
        await merged.settled()
    else:
        monkeypatch.setattr("bot.pushes.MOST_PATHS", 3)
        files |= {f"a{number}.txt": "By hand.\n" for number in range(9)}
        if how == "after the cache was lost":
            await merged.lose_database()
        await merged.commits("dev", files)

    (note,) = await notes(merged)
    assert {path for paths in note.requirements.values() for path in paths} == {FILE}


async def test_units_that_are_still_to_be_built_are_told_what_a_requirement_says_now(
    modelled: Play, api: MessagesApi
) -> None:
    play = modelled
    api.mind = spoiled("backlog", serving("U-02", "U-03", "U-05"))
    await play.commits("raj", {".github/signalbox.yml": "max_parallel_units: 2\n"})
    await delivering(play, "U-02", "U-03", "U-05")
    pull = await approve_unit(play, "U-02")
    await play.merges("raj", pull.number)
    drawn = patchset_of(await play.run(), "U-03")
    await play.commits("raj", {"docs/architecture.md": "Something else.\n"})
    asked = len(api.requests)

    await play.says("raj", "/amend N-1 a page loads in under two seconds")

    after = await play.run()
    assert patchset_of(after, "U-03").version == drawn.version + 1
    assert [
        each.unit for each in (await play.look()).entries("drawn_again") if isinstance(each, e.DrawnAgain)
    ] == [
        "U-03",
        "U-05",
    ]
    told = [json.dumps(each) for each in api.requests[asked:]]
    assert told
    assert all("a page loads in under two seconds" in each for each in told)
    said = await play.ours("turn", thread=after.units["U-03"].issue)
    assert any("N-1 was amended" in each.body for each in said)


async def test_only_an_open_note_can_be_answered(merged: Play) -> None:
    before = await merged.run()
    said = await merged.says("raj", "/accept FR-999")
    assert said.reactions.get("confused") == 1
    assert (await merged.run()).length == before.length
