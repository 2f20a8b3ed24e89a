"""Long lines in pieces that overlap, because some expressions take quadratic time on what they search."""

from collections.abc import Iterator

_PIECE = 2000
_OVERLAP = 300


def pieces(line: str) -> Iterator[str]:
    """The line itself, or parts of it; whatever is at most 300 characters long stands whole in one of them."""
    if len(line) <= _PIECE:
        yield line
        return
    for start in range(0, len(line), _PIECE - _OVERLAP):
        yield line[start : start + _PIECE]
