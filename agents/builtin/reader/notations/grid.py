"""Rows of a table in Markdown, each on a line that is given; no line between them ends the table."""

GAP = "|---|"


def grid(length: int, rows: list[tuple[int, list[str]]]) -> list[str]:
    """`length` lines with each row at its place, counted from 0; the first row names the columns."""
    told = [""] * length
    for index, (at, cells) in enumerate(rows):
        before = rows[index - 1][0] if index else at
        told[before + 1 : at] = [GAP] * (at - before - 1)
        # Without a line between, only double bars tell names of columns from a row.
        tight = index == 0 and len(rows) > 1 and rows[1][0] == at + 1
        bar = "||" if tight else "|"
        told[at] = f"{bar}{bar.join(cells)}{bar}"
    return told
