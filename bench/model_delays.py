"""Measures how many of a model's delays a plan takes, against asking it section by section.

`python bench/model_delays.py [FOLDER]`: each `name.md` in FOLDER (default: the project's own small ones) is planned by the
provider over real HTTP with a local Messages API that answers after one fixed delay. What was read before a document is
forgotten each time. Nothing leaves this machine.
"""

import asyncio
import gc
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from agents import model_turns  # noqa: E402  # the checkout is not installed, so its root is added first
from agents.ask import Answered, ask  # noqa: E402  # see above
from agents.builtin.planner import plan  # noqa: E402  # see above
from agents.builtin.reader import Unreadable, read  # noqa: E402  # see above
from agents.schemas.planner import PlannerInputs  # noqa: E402  # see above
from bot.anthropic_provider import Anthropic  # noqa: E402  # see above
from bot.budget import Budgets, Purse  # noqa: E402  # see above
from bot.place import Place  # noqa: E402  # see above
from bot.queue_sqlite import SqliteQueue  # noqa: E402  # see above
from config.budgets import Caps  # noqa: E402  # see above
from config.prices import price_of  # noqa: E402  # see above
from tests.stand_ins.messages_api import MessagesApi, messages_api  # noqa: E402  # see above
from tests.stand_ins.model_mind import sensible  # noqa: E402  # see above

DELAY = 1.0
MODEL = "claude-sonnet-5-5"
CAPS = Caps(call=10**12, run=10**12, repository_day=10**12, day=10**12)


def forget() -> None:
    """Empty what reader and planner have kept of anything they read, so that each document is read by an App that has just started."""
    for each in gc.get_objects():
        if isinstance(each, type(read)) and each.__module__.startswith("agents."):
            each.cache_clear()


async def planned(
    name: str, body: str, *, api: MessagesApi, queue: SqliteQueue, number: int
) -> tuple[float, float]:
    """The seconds a plan of this document takes, from triage on, and the seconds of CPU.

    Other work on the machine moves the first and hardly the second, which holds the stand-in's own work and what is
    worked out while the model is waited for, too.
    """
    model = Anthropic(
        api_key=api.key,
        base_url=api.url,
        model=MODEL,
        price=price_of(MODEL),
        turns=model_turns,
        answers=queue,
        clock=time.time,
    )
    purse = Purse(Budgets(cache=queue, caps=CAPS, clock=time.time), Place(1, 1, "a/b", number), CAPS, 0)
    # A question that holds the plan comes before any model; here somebody has answered it.
    draft = plan(PlannerInputs(title=name, body=body))
    held = (
        [] if isinstance(draft, Unreadable) else [each.id for each in draft.clarifications if each.blocking]
    )
    answers = [{"question_id": each, "text": "As everybody does it.", "by": "mona"} for each in held]
    inputs = {"title": name, "body": body, "answers": answers}
    forget()
    began, worked = time.perf_counter(), time.process_time()
    for role in ("triage", "planner"):
        answer = await model.ask(ask(role, inputs), purse)
        if not isinstance(answer, Answered):
            sys.exit(f"{name}: {answer.reason}")
    seconds, cpu = time.perf_counter() - began, time.process_time() - worked
    await model.close()
    return seconds, cpu


async def main(documents: Sequence[tuple[str, str]]) -> None:
    """Print a line for each document, and the ratio."""
    taken, calls = 0.0, 0
    with tempfile.TemporaryDirectory() as data:
        queue = await SqliteQueue.open(Path(data) / "queue.sqlite3", clock=time.time)
        async with messages_api() as api:
            api.mind, api.delay = sensible, DELAY
            for number, (name, body) in enumerate(documents, start=1):
                api.requests.clear()
                seconds, cpu = await planned(name, body, api=api, queue=queue, number=number)
                taken, calls = taken + seconds / DELAY, calls + len(api.requests)
                sys.stdout.write(
                    f"{name:24} {len(api.requests)} calls of {DELAY} s: {seconds / DELAY:5.2f} delays, {cpu:.2f} s of CPU\n"
                )
        await queue.close()
    if calls:
        sys.stdout.write(
            f"\nA plan takes {taken / calls:.2f} of the time of asking section by section"
            f" ({taken:.1f} delays for {calls} calls).\n"
        )


if __name__ == "__main__":
    FOLDER = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "tests" / "prds"
    asyncio.run(
        main(
            [(path.stem, path.read_bytes().decode(errors="replace")) for path in sorted(FOLDER.glob("*.md"))]
        )
    )
