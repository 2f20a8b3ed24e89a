"""What other notations become in Markdown."""

FENCE = "```"


def entry(depth: int, *, numbered: bool) -> str:
    """The mark of a list entry, `depth` counted from 1."""
    return f"{'  ' * (depth - 1)}{'1.' if numbered else '-'} "
