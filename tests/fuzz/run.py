"""Looks for bytes that break a promise of `tests.fuzz.targets`, guided by the branches they reach.

`python -m tests.fuzz.run [--seconds N] [--kept FOLDER] [TARGET ...]` runs every target, or those named, one after the other for
N seconds each. What was found worth keeping stays in FOLDER; an input that breaks a target ends the run with exit code 1 and is
left there as `crash-…`, `timeout-…` or `oom-…`. It needs atheris, which is there for Linux on x86-64.
"""

import argparse
import importlib.util
import subprocess
import sys
import tempfile
from pathlib import Path

# A single input that takes longer than this many seconds is a finding of its own.
SLOWEST = 5
# Mebibytes.
LARGEST = 2048


def one(name: str, arguments: list[str]) -> None:
    """Run one target in this process; libFuzzer ends it."""
    import atheris  # noqa: PLC0415 - only the process that fuzzes needs it, and it instruments what is imported after it

    with atheris.instrument_imports(include=["agents", "bot", "config", "handlers", "policies"]):
        from tests.fuzz.targets import TARGETS  # noqa: PLC0415 - as above
    atheris.Setup([sys.argv[0], *arguments], TARGETS[name].try_)
    atheris.Fuzz()


def every(names: list[str], *, seconds: int, kept: Path) -> int:
    """Run the targets one after the other, each in a process of its own; 0 when none broke."""
    from tests.fuzz.targets import TARGETS  # noqa: PLC0415 - the process that fuzzes must import it instrumented

    broken = []
    for name in names or sorted(TARGETS):
        folder = kept / name
        folder.mkdir(parents=True, exist_ok=True)
        for number, seed in enumerate(TARGETS[name].seeds):
            (folder / f"seed-{number}").write_bytes(seed)
        limits = [
            f"-max_total_time={seconds}",
            f"-timeout={SLOWEST}",
            f"-rss_limit_mb={LARGEST}",
            "-max_len=20000",
        ]
        command = [
            *(sys.executable, "-m", "tests.fuzz.run", "--one", name),
            *(*limits, f"-artifact_prefix={folder}/", str(folder)),
        ]
        ran = subprocess.run(command, capture_output=True, text=True, check=False)
        last = [line for line in ran.stderr.splitlines() if line.startswith(("Done", "#"))][-1:]
        sys.stdout.write(f"{name}: {'broken' if ran.returncode else 'kept its promise'}; {''.join(last)}\n")
        if ran.returncode:
            sys.stdout.write(ran.stderr[-4000:] + ran.stdout[-4000:])
            broken.append(name)
    return 1 if broken else 0


def main() -> int:
    """Read the command line."""
    if sys.argv[1:2] == ["--one"]:
        one(sys.argv[2], sys.argv[3:])
        return 0
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--kept", type=Path)
    parser.add_argument("targets", nargs="*")
    given = parser.parse_args()
    if importlib.util.find_spec("atheris") is None:
        sys.stdout.write("Nothing was tried: atheris is there for Linux on x86-64 only.\n")
        return 0
    if given.kept is not None:
        return every(given.targets, seconds=given.seconds, kept=given.kept)
    with tempfile.TemporaryDirectory() as folder:
        return every(given.targets, seconds=given.seconds, kept=Path(folder))


if __name__ == "__main__":
    sys.exit(main())
