"""A marker counts in the first line and in its exact form, and nowhere else."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.markers import mark, read

LINE = "<!-- signalbox:v1 kind=unit run=12 unit=U-03 -->"


def test_a_marker_is_written_as_agreed() -> None:
    assert mark("unit", run=12, unit="U-03") == LINE


@pytest.mark.parametrize("body", [LINE, f"{LINE}\nText", f"{LINE}\r\nText"])
def test_a_marker_in_the_first_line_is_read(body: str) -> None:
    marker = read(body)
    assert marker
    assert (marker.kind, marker.run, marker.unit) == ("unit", 12, "U-03")


@pytest.mark.parametrize(
    "body",
    [
        "",
        f"\n{LINE}",
        f"Text\n{LINE}",
        f" {LINE}",
        f"> {LINE}",
        f"{LINE} ",
        f"{LINE} text",
        LINE.upper(),
        LINE.replace("v1", "v2"),
        LINE.replace("kind=unit ", ""),
        LINE.replace("run=12", "run=12 run=13"),
        LINE.replace("U-03", "U--03"),
        LINE.replace("U-03", "U-03-"),
        LINE.replace("unit=U-03", "unit="),
        LINE.replace("unit=U-03", "unit"),
        LINE.replace(" -->", "-->"),
        LINE.replace("<!--", "<!‐‐"),
        LINE.replace("12", "１２"),
        LINE.replace("U-03", "U-03\u200b"),
        LINE.replace("unit=U-03", " ".join(f"k{n}=v" for n in range(20))),
    ],
)
def test_anything_else_is_no_marker(body: str) -> None:
    assert read(body) is None


@pytest.mark.parametrize("run", ["0", "012", "x", "99999999999", "1.5"])
def test_a_run_is_a_positive_number(run: str) -> None:
    marker = read(f"<!-- signalbox:v1 kind=unit run={run} -->")
    assert marker
    assert marker.run is None


@pytest.mark.parametrize(
    ("seq", "number"),
    [("0", 0), ("12", 12), ("x", None), ("1.5", None), ("12345678", None), ("1-2", None)],
)
def test_an_entry_is_a_number_and_anything_else_names_none(seq: str, number: int | None) -> None:
    """Whoever may write in a repository may edit a comment of ours, first line and all."""
    marker = read(f"<!-- signalbox:v1 kind=diff run=1 seq={seq} part={seq} -->")
    assert marker
    assert (marker.seq, marker.part) == (number, number)


def test_a_marker_without_an_entry_names_none() -> None:
    marker = read(LINE)
    assert marker
    assert (marker.seq, marker.part) == (None, None)


def test_a_marker_has_at_most_twelve_fields() -> None:
    eleven = {f"k{letter}": "v" for letter in "abcdefghijk"}
    assert read(mark("unit", **eleven)) is not None
    with pytest.raises(ValueError, match="at most twelve"):
        mark("unit", **eleven, another="v")


@pytest.mark.parametrize("value", ["", "a b", "-->", "a--b", "é", "x" * 81, "a\nb"])
def test_what_could_not_be_read_back_is_not_written(value: str) -> None:
    with pytest.raises(ValueError, match="not a field"):
        mark("unit", unit=value)


@settings(deadline=None)
@given(
    st.dictionaries(
        st.from_regex(r"[a-j]{3,8}", fullmatch=True),
        st.from_regex(r"[A-Za-z0-9]{1,40}", fullmatch=True),
        max_size=8,
    )
)
def test_what_is_written_is_read_back(fields: dict[str, str]) -> None:
    marker = read(mark("card", **fields))
    assert marker
    assert (marker.kind, dict(marker.fields)) == ("card", {k: v for k, v in fields.items() if k != "kind"})


@settings(deadline=None)
@given(st.text(max_size=200))
def test_reading_never_raises(body: str) -> None:
    read(body)
