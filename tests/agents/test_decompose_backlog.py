"""A backlog that does not hold together does not load, and what holds together can be asked and cut."""

import pytest
from pydantic import ValidationError

from agents.schemas.backlog import Backlog, Slice, Unit, canonical, drop, load, longest_chain, only, ready


def unit(unit_id: str, *after: str, part: str = "S1", **more: object) -> Unit:
    return Unit.model_validate(
        {
            "id": unit_id,
            "title": unit_id,
            "slice": part,
            "summary": "",
            "requirement_ids": ("R-1",),
            "depends_on": after,
        }
        | more
    )


def plan(*units: Unit) -> Backlog:
    parts = sorted({each.slice for each in units})
    return Backlog(slices=tuple(Slice(id=part, title=part) for part in parts), units=units)


CHAIN = plan(unit("U-01"), unit("U-02", "U-01"), unit("U-03", "U-02", part="S2"), unit("U-04"))


@pytest.mark.parametrize(
    ("units", "problem"),
    [
        ((unit("U-01"), unit("U-01")), "U-01 is given twice"),
        ((unit("U-01", "U-02"),), "U-01 waits for U-02, which is not a unit"),
        ((unit("U-01", "U-02"), unit("U-02", "U-01")), "these wait for one another"),
        ((unit("U-01", "U-01"),), "these wait for one another"),
        ((unit("U-01", requirement_ids=()),), "U-01 serves no requirement and is not marked as foundation"),
        (
            tuple(unit(f"U-{number:03d}") for number in range(101)),
            "S1 holds 101 units; a parent issue takes 100",
        ),
    ],
)
def test_what_does_not_hold_together_is_refused(units: tuple[Unit, ...], problem: str) -> None:
    with pytest.raises(ValidationError, match=problem):
        plan(*units)


@pytest.mark.parametrize(
    ("slices", "problem"),
    [
        ((Slice(id="S1", title="a"), Slice(id="S1", title="b")), "S1 is given twice"),
        ((Slice(id="S1", title="a", starts_after=("S9",)),), "S1 starts after S9, which is not a slice"),
        ((Slice(id="S2", title="a"),), "U-01 stands in S1, which is not a slice"),
    ],
)
def test_slices_hold_together_too(slices: tuple[Slice, ...], problem: str) -> None:
    with pytest.raises(ValidationError, match=problem):
        Backlog(slices=slices, units=(unit("U-01"),))


@pytest.mark.parametrize("unit_id", ["U-1", "u-01", "U01", "U-01; rm", ""])
def test_an_id_has_one_shape(unit_id: str) -> None:
    with pytest.raises(ValidationError):
        unit(unit_id)


def test_an_unknown_key_is_refused() -> None:
    with pytest.raises(ValidationError, match="surprise"):
        unit("U-01", surprise=True)


def test_a_dropped_id_is_not_used_again() -> None:
    content = canonical(drop(CHAIN, ("U-04",))).decode().replace('"id":"U-03"', '"id":"U-04"')
    with pytest.raises(ValidationError, match="U-04 was dropped and is used again"):
        load(content.encode())


def test_a_backlog_survives_being_stored() -> None:
    assert load(canonical(CHAIN)) == CHAIN


@pytest.mark.parametrize(
    ("done", "expected"),
    [
        ((), ["U-01", "U-04"]),
        (("U-01",), ["U-02", "U-04"]),
        (("U-01", "U-02", "U-04"), ["U-03"]),
        (("U-01", "U-02", "U-03", "U-04"), []),
    ],
)
def test_a_unit_is_ready_when_all_it_waits_for_is_done(done: tuple[str, ...], expected: list[str]) -> None:
    assert [each.id for each in ready(CHAIN, done)] == expected


def test_the_longest_chain_is_told_from_first_to_last() -> None:
    assert longest_chain(CHAIN) == ("U-01", "U-02", "U-03")
    assert longest_chain(Backlog()) == ()


def test_dropping_the_middle_joins_its_ends() -> None:
    left = drop(CHAIN, ("U-02",), reason="too much")
    assert [(each.id, each.depends_on) for each in left.units] == [
        ("U-01", ()),
        ("U-03", ("U-01",)),
        ("U-04", ()),
    ]
    assert left.slices[1].starts_after == ("S1",)
    assert [(each.id, each.reason) for each in left.dropped] == [("U-02", "too much")]


def test_dropping_a_slice_drops_its_units_and_the_slice() -> None:
    assert [part.id for part in drop(CHAIN, ("S2",)).slices] == ["S1"]


def test_only_a_slice_keeps_what_it_waits_for() -> None:
    assert [each.id for each in only(CHAIN, ("S2",)).units] == ["U-01", "U-02", "U-03"]


def test_an_id_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError, match="U-09"):
        drop(CHAIN, ("U-09",))


def test_a_slice_names_only_the_nearest_it_starts_after() -> None:
    three = drop(
        plan(unit("U-01"), unit("U-02", "U-01", part="S2"), unit("U-03", "U-01", "U-02", part="S3")), ()
    )
    assert [part.starts_after for part in three.slices] == [(), ("S1",), ("S2",)]
