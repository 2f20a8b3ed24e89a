"""Measures what reading a repository of 10,000 files costs: the first time, again, and after a restart, against the stand-in.

`python -m bench.context`

The stand-in is a process of its own, so that the memory is that of the App's side alone.
"""

import asyncio
import resource
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import aiohttp

from agents.repository.graph import Graph
from bench.lines import show
from bot import base
from bot.clock import now
from bot.demo import servers
from bot.demo.person import Person
from bot.github import Hub
from bot.github.port import AiohttpPort, Port
from bot.place import Place
from bot.private_key import app_key
from bot.queue_sqlite import SqliteQueue
from bot.repository import Repositories

FILES = 10_000
OWNER, NAME = "acme", "shop"
HOW = (
    f"{FILES} files of which 9,000 are Python, TypeScript and Go of about 3 KB with imports and calls between them, 32 MB in "
    "all; the tree and the archive over HTTP from the stand-in, then read, parsed and linked"
)


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(measured(Path(folder)))


async def measured(folder: Path) -> None:
    """Start the stand-in, fill it, and read it three times."""
    port = servers.free_port()
    url = f"http://127.0.0.1:{port}"
    log = folder / "stand-in.log"
    arguments = ("-m", "sandbox", "--port", str(port))
    timeout = aiohttp.ClientTimeout(total=600)
    async with (
        servers.process(*arguments, environment=servers.bare_environment(), log=log) as child,
        aiohttp.ClientSession(timeout=timeout) as session,
        AiohttpPort() as carrier,
    ):
        await servers.listening(session, f"{url}/_standin/stats", child, log)
        # In a process of its own, so that what the files take while they are made counts for nobody.
        with ProcessPoolExecutor(1) as maker:
            repository = await asyncio.get_running_loop().run_in_executor(maker, filled, url)
        hub, place, queue = await set_up(session, url, folder, repository, carrier)
        began = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        repositories = Repositories(hub, queue)

        async def read() -> Graph:
            reader = hub.reader(place.installation, place.repository_id)
            return await repositories.graph(place, await base.newest_in_place(reader, place))

        busy = time.process_time()
        first, found = await seconds(read)
        busy = time.process_time() - busy
        how = f"{HOW}; {len(found.modules)} modules; {busy:.1f} s of it on a processor, the rest waits for GitHub and for others"
        within("context: first read", first, "s", 20.0, how)
        again, _ = await seconds(read)
        within("context: second read", again, "s", 1.0, "the same commit again, in the same process")
        repositories = Repositories(hub, queue)
        restarted, found = await seconds(read)
        how = f"the same commit after a restart, from what the App keeps in its file; {len(found.modules)} modules"
        within("context: read after a restart", restarted, "s", 20.0, how)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        how = f"the largest resident set of the process that reads, over all reads; {began:.0f} MB before the first"
        within("context: memory", peak, "MB", 400.0, how)
        await queue.close()


def filled(url: str) -> int:
    """Make the repository with its files; its number."""

    async def made() -> int:
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=600)) as session:
            operator = Person(session, url, "operator")
            await operator.do("POST", "/_standin/users", {"login": OWNER})
            wanted = {"owner": OWNER, "name": NAME, "files": dict(contents())}
            return int((await operator.do("POST", "/_standin/repos", wanted))["id"])

    return asyncio.run(made())


async def set_up(
    session: aiohttp.ClientSession, url: str, folder: Path, repository: int, port: Port
) -> tuple[Hub, Place, SqliteQueue]:
    """The App installed on the repository, and a client for it."""
    operator = Person(session, url, "operator")
    registered = await servers.register(session, url, port=servers.free_port())
    installed = await operator.do(
        "POST", f"/_standin/apps/{registered.slug}/installations", {"account": OWNER}
    )
    queue = await SqliteQueue.open(folder / "queue.sqlite3", clock=now)
    hub = Hub(
        rest_url=f"{url}/api/v3",
        graphql_url=f"{url}/api/graphql",
        app_id=str(registered.app_id),
        private_key=app_key(registered.pem),
        port=port,
        cache=queue,
        clock=now,
    )
    return hub, Place(int(installed["id"]), repository, f"{OWNER}/{NAME}", 1), queue


async def seconds(work: Callable[[], Awaitable[Graph]]) -> tuple[float, Graph]:
    """How long it took, and what came of it."""
    began = time.perf_counter()
    found = await work()
    return time.perf_counter() - began, found


def within(name: str, value: float, unit: str, aim: float, how: str) -> None:
    """One line of the result, whose value may be so much."""
    show(name, value, unit, aim=f"<= {aim:g}", holds=value <= aim, how=how)


def contents() -> Iterator[tuple[str, str]]:
    """The files: packages of 50 modules, each module taking from three others."""
    yield "go.mod", "module example.com/shop\n"
    for number in range(6000):
        yield f"src/shop/p{number // 50}/m{number}.py", python(number)
    for number in range(2000):
        yield f"web/src/p{number // 50}/m{number}.ts", typescript(number)
    for number in range(1000):
        yield f"go/p{number // 50}/m{number}.go", go(number)
    for number in range(FILES - 9001):
        yield f"docs/d{number // 50}/page{number}.md", f"# Page {number}\n" + "Words about it.\n" * 100


def python(number: int) -> str:
    """One module of 12 functions."""
    others = [(number * 7 + step) % 6000 for step in (1, 50, 777)]
    heads = [f"from shop.p{other // 50}.m{other} import work_{other}_1 as other_{other}" for other in others]
    bodies = [
        f"\n\ndef work_{number}_{part}(first, second=None, *, third=3):\n"
        f'    """Does part {part} of what module {number} is there for."""\n'
        f"    found = other_{others[part % 3]}(first, second)\n"
        f"    if found is None:\n        return [each for each in (first, second) if each]\n"
        f"    return sorted(found, key=lambda each: each.size)[: third * {part}]\n"
        for part in range(12)
    ]
    return "\n".join(heads) + "".join(bodies)


def typescript(number: int) -> str:
    """One module of 12 functions."""
    others = [(number * 7 + step) % 2000 for step in (1, 50, 777)]
    heads = [f"import {{ work{other} }} from '../p{other // 50}/m{other}'" for other in others]
    bodies = [
        f"\nexport function work{number if part == 0 else f'{number}_{part}'}(first: string, second = 2): number {{\n"
        f"  // Part {part} of what module {number} is there for.\n"
        f"  const found = [first, String(second)].map((each) => each.length + {part})\n"
        f"  return found.reduce((sum, each) => sum + each, work{others[part % 3]}(first, second))\n}}\n"
        for part in range(12)
    ]
    return "\n".join(heads) + "".join(bodies)


def go(number: int) -> str:
    """One file of 12 functions."""
    other = (number * 7 + 51) % 1000
    bodies = [
        f"\n// Work{number}p{part} does part {part}.\nfunc Work{number}p{part}(first int, second int) int {{\n"
        f"\tsum := first * {part}\n\tfor _, each := range []int{{first, second}} {{\n\t\tsum += each\n\t}}\n"
        f"\treturn sum + other.Work{other}p{part}(first, second)\n}}\n"
        for part in range(12)
    ]
    return f'package p{number // 50}\n\nimport other "example.com/shop/go/p{other // 50}"\n' + "".join(bodies)


if __name__ == "__main__":
    main()
