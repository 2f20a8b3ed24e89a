"""Settings are read without surprises: what another reader would guess at is refused, with its line."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from config.yaml_reader import Document, Invalid, read

REFUSED: tuple[tuple[str, str | bytes, Invalid], ...] = (
    ("too large", "a" * (64 * 1024 + 1), Invalid(1, "The file is larger than 64 KiB.")),
    ("too large in bytes", "é" * (32 * 1024 + 1), Invalid(1, "The file is larger than 64 KiB.")),
    ("flow bomb", "[" * 60_000, Invalid(1, "This is nested deeper than 20 levels.")),
    ("flow mapping bomb", "{a: " * 15_000, Invalid(1, "This is nested deeper than 20 levels.")),
    ("block bomb", "- " * 30_000, Invalid(1, "This is nested deeper than 20 levels.")),
    (
        "indented bomb",
        "".join(" " * level + "a:\n" for level in range(300)),
        Invalid(21, "This is nested deeper than 20 levels."),
    ),
    ("alias", "a: &x 1\nb: *x", Invalid(1, "Anchors are for aliases, which are not read here.")),
    ("alias bomb", "a: [*x, *x]", Invalid(1, "`*x` is an alias; write the value out.")),
    ("merge key", "a: 1\n<<: *x", Invalid(2, "`*x` is an alias; write the value out.")),
    ("tag", "a:\n  b: !!python/object:os.system x", Invalid(2, "Tags are not read here.")),
    ("local tag", "a: !x 1", Invalid(1, "Tags are not read here.")),
    ("string tag", "a: !!str 1", Invalid(1, "Tags are not read here.")),
    ("binary tag", "a: !!binary aGk=", Invalid(1, "Tags are not read here.")),
    ("duplicate", "a: 1\nb: 2\na: 3", Invalid(3, "`a` is given twice.")),
    ("deep duplicate", "a:\n  b: 1\n  b: 2", Invalid(3, "`b` is given twice.")),
    ("quoted duplicate", "a: 1\n'a': 2", Invalid(2, "`a` is given twice.")),
    ("list as key", "a: 1\n[b]: 2", Invalid(2, "A key is a plain word.")),
    ("mapping as key", "? {a: 1}\n: 2", Invalid(1, "A key is a plain word.")),
    ("alias as key", "*x : 2", Invalid(1, "A key is a plain word.")),
    ("two documents", "a: 1\n---\nb: 2", Invalid(2, "There is a second document; one is enough.")),
    ("tab", "a:\n\t- b", Invalid(2, "This is not YAML: found character that cannot start any token.")),
    ("open list", "a: [1,\n2", Invalid(2, "This is not YAML: did not find expected ',' or ']'.")),
    ("control", "a: 1\nb: \x1b[0m", Invalid(2, "U+001B may not stand in YAML.")),
    ("nul", "a: \0", Invalid(1, "U+0000 may not stand in YAML.")),
    ("surrogate", "a: \ud800", Invalid(1, "U+D800 may not stand in YAML.")),
    ("not UTF-8", b"a: 1\nb: \xff", Invalid(2, "This is not UTF-8 text.")),
)


@pytest.mark.parametrize(
    ("text", "invalid"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED]
)
def test_what_could_surprise_is_refused_with_its_line(text: str | bytes, invalid: Invalid) -> None:
    assert read(text) == invalid


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("# nothing\n", None),
        ("a: no", {"a": "no"}),
        ("a: yes", {"a": "yes"}),
        ("a: on", {"a": "on"}),
        ("on: push", {"on": "push"}),
        ("a: true\nb: false\nc: null\nd: ~\ne:", {"a": True, "b": False, "c": None, "d": None, "e": None}),
        ("a: 12:30:45", {"a": "12:30:45"}),
        ("a: 017", {"a": "017"}),
        ("a: 0x1F", {"a": "0x1F"}),
        ("a: 1_000", {"a": "1_000"}),
        ("a: 2026-01-01", {"a": "2026-01-01"}),
        ("a: 3.11", {"a": 3.11}),
        ("a: .inf", {"a": ".inf"}),
        ("a: .nan", {"a": ".nan"}),
        ("a: 1e9", {"a": "1e9"}),
        ("a: -7", {"a": -7}),
        ("a: 9999999999999999", {"a": "9999999999999999"}),
        ("a: '3'", {"a": "3"}),
        ('a: "true"', {"a": "true"}),
        ("a: |\n  true\n", {"a": "true\n"}),
        ("1: a\ntrue: b", {"1": "a", "true": "b"}),
        ("a: [1, [x, {b: c}]]", {"a": [1, ["x", {"b": "c"}]]}),
        (b"\xef\xbb\xbfa: 1", {"a": 1}),
        ("- a\n- b: 中文\n", ["a", {"b": "中文"}]),
    ],
    ids=ascii,
)
def test_plain_words_stay_words(text: str | bytes, value: object) -> None:
    document = read(text)
    assert isinstance(document, Document)
    assert document.value == value


def test_twenty_levels_are_read() -> None:
    document = read("[" * 20 + "]" * 20)
    assert isinstance(document, Document)


def test_every_value_knows_its_line() -> None:
    document = read("a:\n  b: 1\n  c:\n    - x\n    - y\n")
    assert isinstance(document, Document)
    assert document.line(("a",)) == 1
    assert document.line(("a", "b")) == 2
    assert document.line(("a", "c", 1)) == 5
    assert document.line(("a", "c", 1, "deeper")) == 5
    assert document.line(("unknown",)) == 1


@given(st.text(alphabet="ab:-[]{}&*!|>'\"#%@` \n\t?,~1", max_size=40))
@settings(max_examples=1000, deadline=None)
def test_nothing_makes_the_reader_fail(text: str) -> None:
    assert isinstance(read(text), Document | Invalid)


@given(st.binary(max_size=40))
@settings(max_examples=300, deadline=None)
def test_no_bytes_make_the_reader_fail(content: bytes) -> None:
    assert isinstance(read(content), Document | Invalid)
