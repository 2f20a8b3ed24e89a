"""The few `key: value` lines some documents open with."""


def front_matter(text: str) -> dict[str, str]:
    """The simple `key: value` lines between the first two `---` lines, if the document opens with them."""
    lines = text.split("\n")
    end = front_matter_end(lines)
    pairs = (
        line.partition(":") for line in lines[1:end] if ":" in line and not line.startswith((" ", "-", "\t"))
    )
    return {key.strip().casefold(): value.strip().strip("'\"") for key, _, value in pairs}


def front_matter_end(lines: list[str]) -> int:
    """The index of the line that ends the opening block, 0 when there is none."""
    if lines[0].strip() != "---":
        return 0
    for index, line in enumerate(lines[1:60], start=1):
        if line.strip() in {"---", "..."}:
            return index
    return 0
