"""A database is lost after pushes: they are not read one by one, and what they left on the branch is seen all the same."""

from policies.run import PullRequest
from tests.stand_ins.messages_api import MessagesApi
from tests.stories.drifting import FILE, notes, serves_two
from tests.stories.losing import sweep
from tests.stories.modelled import spoiled
from tests.stories.shortcuts import approve_unit, delivering, merge_unit, patchset_of
from tests.stories.stage import Play
from tests.stories.unheard import A_WHILE, lost, read, unheard


async def built(play: Play, api: MessagesApi) -> PullRequest:
    """U-03, which serves two requirements, is merged, U-01 waits for a yes, and U-02 has a pull request: the one that is open."""
    api.mind = spoiled("backlog", serves_two)
    await play.cast(dev="write")
    # Whatever comes in the second in which the App was let in may have come before it.
    play.wait(A_WHILE)
    await play.commits("raj", {".github/signalbox.yml": "max_parallel_units: 3\n"})
    play.wait(A_WHILE)
    await delivering(play, "U-01", "U-02", "U-03")
    await merge_unit(play, "U-03")
    pull = await approve_unit(play, "U-02")
    play.wait(A_WHILE)
    return pull


async def test_a_push_that_was_not_dealt_with_is_seen_by_what_it_left_on_the_branch(
    modelled: Play, api: MessagesApi
) -> None:
    play = modelled
    pull = await built(play, api)
    drawn = patchset_of(await play.run(), "U-01")
    await unheard(play)
    await play.pushes("dev", {FILE: "Something else.\n"})
    pushed = await play.pushes("dev", {next(iter(drawn.paths)): "Something else.\n"})
    await lost(play)
    # Of the same run something newer goes on record before anybody has looked for what was lost, and that is lost, too.
    play.wait(A_WHILE)
    await play.ci(pull.commit_sha, "success")
    assert await notes(play) == []
    play.wait(A_WHILE)
    begun = await lost(play)

    await sweep(play)

    (note,) = await notes(play)
    assert (note.sha, {path for paths in note.requirements.values() for path in paths}) == (pushed, {FILE})
    # Nobody is named who may not have pushed it.
    assert note.by.login == "ghost"
    assert patchset_of(await play.run(), "U-01").version == drawn.version + 1
    assert "push." not in read(play, begun)


async def test_pushes_that_were_dealt_with_are_not_told_again(modelled: Play, api: MessagesApi) -> None:
    play = modelled
    pull = await built(play, api)
    (path, *_) = patchset_of(await play.run(), "U-01").paths
    for number in range(3):
        await play.commits("dev", {FILE: f"Something else, {number}.\n", path: f"By hand, {number}.\n"})
    assert [note.by.login for note in await notes(play)] == ["dev"]
    play.wait(A_WHILE)
    await play.merges("raj", pull.number)
    before, said = await play.run(), len(await play.comments())
    play.wait(A_WHILE)

    begun = await lost(play)
    await sweep(play)

    assert (await play.run(), len(await play.comments())) == (before, said)
    # The merge's own, which came with the last entry.
    assert read(play, begun).count("push.") <= 1


async def test_a_push_that_came_after_the_last_entry_names_who_pushed(
    modelled: Play, api: MessagesApi
) -> None:
    play = modelled
    pull = await built(play, api)
    await play.ci(pull.commit_sha, "success")
    play.wait(A_WHILE)
    await unheard(play)
    await play.pushes("dev", {FILE: "Something else.\n"})
    await lost(play)

    await sweep(play)

    assert [note.by.login for note in await notes(play)] == ["dev"]
