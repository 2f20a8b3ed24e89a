"""What every measurement says of itself: one JSON object a line."""

import json
import sys


def show(  # noqa: PLR0913 - a line has these parts
    name: str, value: float, unit: str, *, aim: str, holds: bool | None, how: str
) -> None:
    """Print one result; `holds` is None for a figure without an aim, such as what a ratio was made of."""
    line = {"name": name, "value": round(value, 3), "unit": unit, "aim": aim, "holds": holds, "how": how}
    sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
    sys.stdout.flush()
