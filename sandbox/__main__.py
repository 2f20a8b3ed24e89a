"""`python -m sandbox --port 3000 --data DIR` serves the stand-in until it is told to stop."""

import argparse
import asyncio
import json
import signal
import sys
import tempfile
from pathlib import Path

from sandbox import server


async def serve(*, port: int, data: Path) -> None:
    """Prints one JSON line with the address when it listens, and stops on SIGTERM or SIGINT."""
    stopped = asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, stopped.set)
    running = await server.start(port=port, data=data)
    sys.stdout.write(json.dumps({"url": running.url}) + "\n")
    sys.stdout.flush()
    await stopped.wait()
    await running.stop()


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(prog="python -m sandbox", description="A local stand-in for GitHub.")
    parser.add_argument(
        "--port", type=int, default=0, help="where to listen on 127.0.0.1; 0 is any free port"
    )
    parser.add_argument(
        "--data", type=Path, help="folder for the git repositories; a temporary one by default"
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="stand-in-") as folder:
        asyncio.run(serve(port=options.port, data=options.data or Path(folder)))


if __name__ == "__main__":
    main()
