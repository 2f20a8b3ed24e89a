"""Two workers at once, every order of their calls with at most two switches between them: the end is that of one after the other."""

from dataclasses import dataclass, replace

from tests.crash.endings import Ending, broken, ending
from tests.crash.flows import Flow, backlog_approved, plan_approved, says
from tests.crash.lanes import Lanes
from tests.crash.runner import Runner

# One worker brings issues in step while the other hears that the run is paused; and two are told the same yes.
SYNC = Flow("sync and pause", "backlog", (says("raj", backlog_approved), says("raj", "/pause")))
APPROVE = Flow("approve twice", "planned", (says("raj", plan_approved), says("raj", plan_approved)))


@dataclass(frozen=True, slots=True)
class Serial:
    """How it ends when the one is done before the other begins, and how many calls each makes."""

    ending: Ending
    first: int
    second: int


async def serial_sync(runner: Runner) -> Serial:
    """The issues are brought in step, and then the run is paused and taken up."""
    lanes = await _begun(runner, SYNC)
    play = runner.lab.play
    await SYNC.steps[0](play)
    await play.settled()
    first, before = lanes.made["sync"], lanes.made["step"]
    await SYNC.steps[1](play)
    await play.settled()
    second = lanes.made["step"] - before
    await says("raj", "/resume")(play)
    await play.settled()
    assert await broken(play) == []
    return Serial(ending(play), first, second)


async def sync_while_pausing(runner: Runner, serial: Serial, at: int, until: int) -> list[str]:
    """The sync stops before call `at`, the pause is worked off up to its call `until`, the sync goes on, and then the pause."""
    lanes = await _begun(runner, SYNC)
    play = runner.lab.play
    lanes.hold("sync", at)
    await SYNC.steps[0](play)
    assert await lanes.held("sync", play.settled()), f"the sync makes no call {at}"
    lanes.hold("step", lanes.made["step"] + until)
    await SYNC.steps[1](play)
    await play.github.settle()
    await lanes.quiet()
    lanes.release("sync")
    await lanes.quiet()
    lanes.release("step")
    await play.settled()
    await says("raj", "/resume")(play)
    await play.settled()
    return await _judged(runner, serial, f"sync until {at}, pause until {until}")


async def serial_approve(runner: Runner) -> Serial:
    """The plan is approved, and then approved again."""
    lanes = await _begun(runner, APPROVE)
    play = runner.lab.play
    await APPROVE.steps[0](play)
    await play.settled()
    first = lanes.made["step"]
    await APPROVE.steps[1](play)
    await play.settled()
    assert await broken(play) == []
    return Serial(ending(play), first, lanes.made["step"] - first)


async def approve_while_approving(runner: Runner, serial: Serial, at: int) -> list[str]:
    """The first yes is worked off up to call `at` when the second comes; a worker that is free leaves the run alone until then."""
    lanes = await _begun(runner, APPROVE)
    play = runner.lab.play
    lanes.hold("step", at)
    await APPROVE.steps[0](play)
    assert await lanes.held("step", play.settled()), f"the App makes no call {at}"
    await APPROVE.steps[1](play)
    await play.github.settle()
    await lanes.quiet()
    # An agent that was asked works beside the run.
    at_it = [each for each in lanes.waiting["step"] if not each.startswith("ask/")]
    both = [f"{at_it} are worked on at once, at call {at}"] if len(at_it) > 1 else []
    lanes.release("step")
    await play.settled()
    return both + await _judged(runner, serial, f"approve until {at}")


async def _begun(runner: Runner, flow: Flow) -> Lanes:
    lab = runner.lab
    prepared = await runner.start(flow.start)
    await lab.set_back(prepared)
    lab.port.arm({}, before={})
    lanes = Lanes(lab.port)
    lab.play.port = lanes
    await lab.play.start()
    # The next start is as before.
    lab.play.port = lab.port
    return lanes


async def _judged(runner: Runner, serial: Serial, where: str) -> list[str]:
    differs = unordered(ending(runner.lab.play)).differs(unordered(serial.ending))
    return [f"{where}: {line}" for line in (*await broken(runner.lab.play), *([differs] if differs else ()))]


def unordered(end: Ending) -> Ending:
    """Without the order in which people and the App came to speak, and without what the card tells of it."""
    threads = {
        name: {**thread, "comments": sorted(thread["comments"])} for name, thread in end.threads.items()
    }
    return replace(end, threads=threads, card="")
