"""Measures what a run asks of GitHub: calls and bytes of each step, and what a long thread changes about it.

`python -m bench.journey`. The least possible is counted by hand: what nobody could leave out, one call for each thing that is
read or changed, with nothing remembered from before and no check of the same thing twice.
"""

import asyncio
import json
import time
from collections.abc import Awaitable, Callable

from bench.lines import show
from bench.staged import staged
from policies.run import Run
from tests.stories.prds import NO_QUESTIONS
from tests.stories.shortcuts import patchset_of
from tests.stories.stage import REPOSITORY, Play

# Of each step: the reads nobody can leave out, and the changes it consists of.
LEAST = {
    # the sender's right, the rules, the PRD, the head; a token, 👀, the card, the label off and the state's label on, the
    # plan's comment, the card again, 🚀
    "label to plan": (4, 8),
    # right, comment, card, rules; 👀, the new version, the old one folded, the card twice, the state's label twice, 🚀
    "refine to the next version": (4, 8),
    # right, comment, card, rules, head, base tree, and right and comment again right before the write; 👀, a token and its
    # end, tree, commit, branch, pull request, check run, the plan's mark, the backlog's comment, the card twice, 🚀
    "approve the plan": (8, 13),
    # right, comment, card, rules, the issues there are; 👀, 🚀, the card twice, the backlog's mark, and for each of three units
    # that can start its base tree, its comment and the card
    "approve the backlog, without its issues and links": (8, 11),
    # as with the plan, and the rest of the checks; 👀, a token and its end, tree, commit, branch, pull request, check run, the
    # card twice, 🚀
    "approve a patchset of 12 files": (8, 11),
    # check runs, suites and statuses of the head, what rulesets and protection demand, the rules, the card, the pull request; the
    # check run, the card, the mark that it is ready, its proof, and the word in the unit's issue
    "a check goes green": (8, 5),
}
AIM = 3.0
MOST = 12
THREADS = (10, 1000)
ASKED = 8


class Counted:
    """What a step cost: calls by kind, bytes both ways."""

    def __init__(self, play: Play) -> None:
        self._play = play
        self._from = len(play.recorder.calls)

    def __call__(self) -> tuple[int, int, int]:
        """(reads, changes, bytes) since this was made."""
        # What GitHub answers with "not modified" costs nothing of its limits.
        calls = [call for call in self._play.recorder.calls[self._from :] if call.status != 304]
        size = sum(len(json.dumps(call.sent or "")) + len(json.dumps(call.got or "")) for call in calls)
        reads = sum(call.method == "GET" for call in calls)
        return reads, len(calls) - reads, size


async def steps() -> None:
    """A run from the label to a pull request with green checks."""
    async with staged() as play:
        everything = Counted(play)
        await told(play, "label to plan", lambda: play.opens("mona", NO_QUESTIONS))
        await told(play, "refine to the next version", lambda: play.says("mona", "/refine plan add the requirement: A member can print a receipt"))  # fmt: skip
        run = await play.run()
        assert run.plan is not None
        approve = f"/approve plan {run.plan.digest[:12]}"
        await told(play, "approve the plan", lambda: play.says("raj", approve))
        run = await play.run()
        await synced(play, run)
        unit = next(each for each in (await play.run()).units.values() if each.patchset)
        patchset = patchset_of(await play.run(), unit.id)
        line = f"/approve {patchset.number} {patchset.digest[:12]}"
        await told(play, "approve a patchset of 12 files", lambda: play.says("raj", line, thread=unit.issue))
        pull = list((await play.run()).pull_requests.values())[-1]
        await told(play, "a check goes green", lambda: play.ci(pull.commit_sha, "success"))
        reads, changes, size = everything()
        how = f"one run from its label to a pull request with green checks; {reads} reads, {changes} changes"
        show("calls: the whole of it", reads + changes, "calls", aim="", holds=None, how=how)
        show("calls: bytes of the whole of it", size, "bytes", aim="", holds=None, how=how)


async def told(play: Play, name: str, step: Callable[[], Awaitable[object]]) -> None:
    """One step, and its line."""
    counted = Counted(play)
    await step()
    _line(name, *counted())


async def synced(play: Play, run: Run) -> None:
    """The backlog's approval, with the issues and links that are its point taken off."""
    assert run.backlog is not None
    counted = Counted(play)
    await play.says("raj", f"/approve backlog {run.backlog.digest[:12]}")
    made = sum(
        call.method == "POST" and call.path.endswith(("/issues", "/sub_issues", "/blocked_by"))
        for call in play.recorder.calls[counted._from :]  # noqa: SLF001  # same module
    )
    reads, changes, size = counted()
    _line("approve the backlog, without its issues and links", reads, changes - made, size)


def _line(name: str, reads: int, changes: int, size: int) -> None:
    least_reads, least_changes = LEAST[name]
    value = (reads + changes) / (least_reads + least_changes)
    how = f"{reads} reads and {changes} changes, {size / 1000:.0f} kB; the least possible is {least_reads} and {least_changes}"
    show(f"calls: {name}, ours : least", value, "ratio", aim=f"<= {AIM:.0f}", holds=value <= AIM, how=how)


async def threads() -> None:
    """The same question in a short thread and in a long one."""
    cost: dict[int, tuple[int, int, float]] = {}
    async with staged() as play:
        await play.opens("mona", NO_QUESTIONS)
        said = len(await play.comments())
        for length in THREADS:
            while said < length:
                await play.person("raj").comment(REPOSITORY, play.issue, "It seems fine to me.")
                said += 1
            await play.settled()
            cost[length] = await asked(play)
            said += 2 * ASKED
    few, many = (cost[length] for length in THREADS)
    for value, name, unit in (
        (many[0] / few[0], "calls", "ratio"),
        (many[1] / few[1], "bytes", "ratio"),
        (many[2] / few[2], "time", "ratio"),
    ):
        how = f"`/signalbox status`, {THREADS[1]} comments in the thread : {THREADS[0]}; {few[0]} calls, {few[1] / 1000:.0f} kB and {few[2] * 1000:.0f} ms of CPU with the few"
        holds = value <= 1.2
        show(f"thread: {name} of a command, long : short", value, unit, aim="<= 1.2", holds=holds, how=how)


async def asked(play: Play) -> tuple[int, int, float]:
    """Calls, bytes and CPU seconds of one `/status`, in the middle of several."""
    taken: list[tuple[int, int, float]] = []
    for _ in range(ASKED):
        counted, began = Counted(play), time.process_time()
        await play.says("raj", "/signalbox status")
        reads, changes, size = counted()
        taken.append((reads + changes, size, time.process_time() - began))
    return sorted(taken)[ASKED // 2]


async def reactions() -> None:
    """How soon a person sees that they were heard, and what came of it."""
    async with staged() as play:
        await play.opens("mona", NO_QUESTIONS)
        eyes: list[float] = []
        shown: list[float] = []
        for _ in range(MOST):
            began, before = time.perf_counter(), len(play.recorder.calls)
            seen: dict[str, float] = {}

            async def watch(method: str, path: str) -> None:
                if method == "POST":
                    name = (
                        "eyes"
                        if path.endswith("/reactions")
                        else "shown"
                        if path.endswith("/comments")
                        else ""
                    )
                    seen.setdefault(name, time.perf_counter() - began)  # noqa: B023  # it ends with the round

            play.recorder.before = watch
            await play.says("raj", "/signalbox status")
            play.recorder.before = None
            assert len(play.recorder.calls) > before
            eyes.append(seen["eyes"] * 1000)
            shown.append(seen["shown"] * 1000)
    for name, values in (("👀", eyes), ("its answer", shown)):
        values.sort()
        how = f"`/signalbox status` posted to the stand-in; from the person's POST to the App's call, {MOST} times, everything in one process"
        for share in (0.5, 0.95):
            value = values[int(len(values) * share)]
            aim = 1000.0
            show(f"command to {name}, p{share * 100:.0f}", value, "ms", aim=f"<= {aim:.0f}", holds=value <= aim, how=how)  # fmt: skip


if __name__ == "__main__":
    asyncio.run(steps())
    asyncio.run(threads())
    asyncio.run(reactions())
