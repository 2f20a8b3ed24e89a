"""One result of a soak as one line of JSON."""

import json
import sys


def tell(name: str, value: float, unit: str, *, aim: float | None, how: str, most: bool = True) -> bool:
    """Print what came out; `aim` is the most that may come out, or the least, or None for what is only told. Whether it holds."""
    holds = None if aim is None else value <= aim if most else value >= aim
    line = {"name": name, "value": value, "unit": unit, "aim": aim, "holds": holds, "how": how}
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()
    return holds is not False
