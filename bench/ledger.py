"""Measures what checking a long ledger costs: reading ten thousand entries from a file, and verifying the chain.

`python bench/ledger.py` prints one JSON object a line: name, value, unit, aim, whether it holds, and how it was measured.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from bench.lines import show  # noqa: E402  # the checkout is not installed, so its root is added first
from policies.chain import Record, Verified, from_jsonl, key_id, sign, to_jsonl, verify  # noqa: E402  # the checkout is not installed, so its root is added first

ENTRIES = 10_000
AIM = 1.0
HOW = f"the best of three; {ENTRIES} entries of about 350 bytes, one key, each signature checked"


def chain(key: Ed25519PrivateKey) -> list[Record]:
    """A chain of so many entries."""
    records: list[Record] = []
    for number in range(ENTRIES):
        records.append(
            sign(
                key,
                previous=records[-1] if records else None,
                run="acme/shop#7",
                at="2026-11-21T10:00:00Z",
                type="unit_ready",
                data={"unit": f"U-{number}", "why": "what it waited for is merged"},
            )
        )
    return records


def seconds(work: Callable[[], object]) -> float:
    """The best of three."""
    taken = []
    for _ in range(3):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return min(taken)


def told(name: str, value: float) -> None:
    """One line of the result."""
    show(name, value, "s", aim=f"<= {AIM:.0f}", holds=value < AIM, how=HOW)


def main() -> None:
    """Measure and print."""
    key = Ed25519PrivateKey.generate()
    keys = {key_id(key.public_key()): key.public_key()}
    records = chain(key)
    if not isinstance(verify(records, keys), Verified):
        sys.exit("the chain does not verify")
    content = to_jsonl(records)
    told("ledger: read a file", seconds(lambda: from_jsonl(content)))
    told("ledger: verify the chain", seconds(lambda: verify(records, keys)))


if __name__ == "__main__":
    main()
