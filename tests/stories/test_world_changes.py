"""Between a recorded approval and the write the world changes before every single call once: nothing unapproved is written."""

import pytest

from policies import commands as c
from tests.stories.poised import poised, waiting
from tests.stories.serving import Call
from tests.stories.stage import Play
from tests.stories.worlds import CHANGES, REWRITTEN

BRANCH = "/git/refs"
# The last look takes fewer calls than this, right before the write itself; what changes meanwhile, it may not notice.
WINDOW = 9


def _written(calls: list[Call]) -> int | None:
    """Which of these calls made the branch."""
    made = [
        n for n, call in enumerate(calls)
        if call.method == "POST" and call.path.endswith(BRANCH) and call.status == 201
    ]  # fmt: skip
    return made[0] if made else None


@pytest.mark.parametrize("name", CHANGES)
@pytest.mark.parametrize("kind", ["plan", "patchset"])
async def test_whatever_changes_before_the_last_look_nothing_is_written(
    asleep: Play, kind: str, name: str
) -> None:
    change = CHANGES[name]
    async with poised(asleep, kind) as at:
        plain, calls = await at.write()
        assert isinstance(plain.command, c.Wrote)
        end = _written(calls)
        assert end is not None
        await at.unwritten()
        written = 0
        for k in range(end + 1):
            outcome, calls = await at.write(change, k)
            await change.undo(at.approved)
            made = _written(calls)
            if made is None:
                assert isinstance(outcome.command, c.WriteFailed)
                assert outcome.command.void, outcome.command.reason
                assert at.branch not in await asleep.branches()
                continue
            written += 1
            looked = [n for n, call in enumerate(calls[:made]) if change.noticed_by.search(call.path)]
            assert k > looked[-1], (k, calls[k].path)
            assert made - k < WINDOW, (k, calls[k].path)
            assert isinstance(outcome.command, c.Wrote)
            assert outcome.command.tree_sha == plain.command.tree_sha
            await at.unwritten()
        assert 1 <= written <= WINDOW


@pytest.mark.parametrize("kind", ["plan", "patchset"])
async def test_whatever_changes_while_a_yes_is_read_nothing_is_written(play: Play, kind: str) -> None:
    """One change before each call from the comment to the record of the yes, the changes by turns."""
    await play.cast(ada="admin")
    # Nobody tells the App of a push: told, it would draw the patchset again at once.
    for installation in play.github.world.installations.values():
        installation.events = [event for event in installation.events if event != "push"]
    what = await waiting(play, kind)
    branches, main = await play.branches(), await play.head()
    # A plan gets its base with its yes, so a history written anew before that is the one it is approved on.
    changes = [change for name, change in CHANGES.items() if kind == "patchset" or name != REWRITTEN]
    k, recorded = 0, False
    while not recorded:
        change = changes[k % len(changes)]
        recorded = await what.approved_while(change, k, main=main)
        assert await play.branches() == branches
        run = await play.run()
        assert what.target in run.waiting
        k += 1
    assert k > len(changes)
