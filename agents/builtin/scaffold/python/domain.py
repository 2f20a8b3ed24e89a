"""The files of the domain in Python: value checks, and one frozen class for each entity."""

DOMAIN = '''\
"""What «product_comment» is about, as values that are valid from the moment they exist."""
'''

FIELDS = '''\
"""Checks the values of domain entities; each check returns the value or raises ValueError and names the field."""

from datetime import date, datetime
from decimal import Decimal

LONGEST_TEXT = 10_000


def text(value: object, *, name: str) -> str:
    """Some words: not empty, not only spaces, at most 10,000 characters."""
    if not isinstance(value, str) or not value.strip() or len(value) > LONGEST_TEXT:
        raise ValueError(f"{name} must be a text of 1 to {LONGEST_TEXT} characters")
    return value


def whole(value: object, *, name: str) -> int:
    """A whole number, zero or more."""
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise ValueError(f"{name} must be a whole number, zero or more")
    return value


def number(value: object, *, name: str) -> Decimal:
    """An exact decimal number, as sums and measures need it."""
    if not isinstance(value, Decimal) or not value.is_finite():
        raise ValueError(f"{name} must be a finite decimal number")
    return value


def flag(value: object, *, name: str) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise ValueError(f"{name} must be true or false")
    return value


def moment(value: object, *, name: str) -> datetime:
    """A point in time that says its time zone."""
    if not isinstance(value, datetime) or value.tzinfo is None:
        raise ValueError(f"{name} must be a date and time with a time zone")
    return value


def day(value: object, *, name: str) -> date:
    """A calendar day."""
    if not isinstance(value, date) or isinstance(value, datetime):
        raise ValueError(f"{name} must be a day")
    return value


def email(value: object, *, name: str) -> str:
    """Something that can be an e-mail address; only a message sent there can prove it."""
    words = text(value, name=name)
    before, sign, after = words.partition("@")
    if not (before and sign and after) or "@" in after or any(char.isspace() for char in words):
        raise ValueError(f"{name} must be an e-mail address")
    return words


def link(value: object, *, name: str) -> str:
    """A web address."""
    words = text(value, name=name)
    if not words.startswith(("https://", "http://")):
        raise ValueError(f"{name} must start with https:// or http://")
    return words


def number_in(value: object, *, name: str) -> Decimal:
    """The decimal number in a text; JSON numbers would round it."""
    try:
        return Decimal(text(value, name=name))
    except ArithmeticError:
        raise ValueError(f"{name} must be a text that holds a decimal number") from None


def moment_in(value: object, *, name: str) -> datetime:
    """The point in time in a text, as ISO 8601."""
    words = text(value, name=name)
    try:
        return datetime.fromisoformat(words)
    except ValueError:
        raise ValueError(f"{name} must be a text that holds a date and time") from None


def day_in(value: object, *, name: str) -> date:
    """The calendar day in a text, as ISO 8601."""
    words = text(value, name=name)
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise ValueError(f"{name} must be a text that holds a day") from None
'''

TEST_FIELDS = '''\
"""Shows for every check one value it takes and the values it refuses."""

import unittest
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal

from «package».domain import fields

CASES: tuple[tuple[Callable[..., object], object, tuple[object, ...]], ...] = (
    (fields.text, "words", ("", "  ", 3, "x" * 10_001)),
    (fields.whole, 3, (-1, 1.5, True, "3")),
    (fields.number, Decimal("1.50"), (1.5, Decimal("NaN"), "1.50")),
    (fields.flag, False, (0, "false", None)),
    (fields.moment, datetime(2026, 1, 2, tzinfo=UTC), (datetime(2026, 1, 2), "2026-01-02")),
    (fields.day, date(2026, 1, 2), (datetime(2026, 1, 2, tzinfo=UTC), "2026-01-02")),
    (fields.email, "a@b.example", ("a", "a@", "@b", "a@b@c", "a b@c")),
    (fields.link, "https://a.example", ("a.example", "ftp://a.example", "")),
)


class FieldsTest(unittest.TestCase):
    def test_each_check_takes_what_it_should(self) -> None:
        for check, good, _ in CASES:
            with self.subTest(check=check.__name__):
                self.assertEqual(check(good, name="field"), good)

    def test_each_check_refuses_the_rest_and_names_the_field(self) -> None:
        for check, _, bad in CASES:
            for value in bad:
                named = self.subTest(check=check.__name__, value=value)
                with named, self.assertRaisesRegex(ValueError, "^field must"):
                    check(value, name="field")

    def test_text_becomes_a_value(self) -> None:
        moment = datetime(2026, 1, 2, 3, tzinfo=UTC)
        self.assertEqual(fields.number_in("1.50", name="field"), Decimal("1.50"))
        self.assertEqual(fields.moment_in("2026-01-02T03:00:00+00:00", name="field"), moment)
        self.assertEqual(fields.day_in("2026-01-02", name="field"), date(2026, 1, 2))

    def test_text_that_holds_no_such_value_is_refused(self) -> None:
        for read in (fields.number_in, fields.moment_in, fields.day_in):
            for value in ("soon", "", 7):
                named = self.subTest(read=read.__name__, value=value)
                with named, self.assertRaisesRegex(ValueError, "^field must"):
                    read(value, name="field")


if __name__ == "__main__":
    unittest.main()
'''

ENTITY = '''\
"""«entity»: valid from the moment it exists."""

from collections.abc import Mapping
from dataclasses import dataclass
«imports»
from «package».domain import fields


@dataclass(frozen=True, slots=True)
class «class_name»:
    """«what»

    «where».
    """

«attributes»

    def __post_init__(self) -> None:
«checks»


def parse(data: Mapping[str, object]) -> «class_name»:
    """The entity in a JSON object; raises ValueError that says which field is missing, unknown or wrong."""
    known = «known»
    for name in (*known, *data):
        if name not in data:
            raise ValueError(f"{name} is missing")
        if name not in known:
            raise ValueError(f"{name} is not a field of «class_name»")
    return «class_name»(
«parsing»
    )


def plain(value: «class_name») -> dict[str, object]:
    """The entity as JSON can carry it."""
    return {
«plain»
    }
'''

TEST_ENTITY = '''\
"""Shows that «class_name» takes valid values, refuses the others by name, and survives a round trip."""

import unittest

from «package».domain.«module» import «class_name», parse, plain

VALID: dict[str, object] = {
«valid»
}
WRONG: dict[str, object] = {
«wrong»
}


class «class_name»Test(unittest.TestCase):
    def test_it_survives_a_round_trip(self) -> None:
        self.assertEqual(plain(parse(VALID)), VALID)

    def test_two_with_the_same_values_are_equal(self) -> None:
        self.assertEqual(parse(VALID), parse(dict(VALID)))
        self.assertIsInstance(parse(VALID), «class_name»)

    def test_a_wrong_value_is_refused_by_name(self) -> None:
        for name, value in WRONG.items():
            with self.subTest(name=name), self.assertRaisesRegex(ValueError, f"^{name} must"):
                parse(VALID | {name: value})

    def test_a_missing_field_is_refused_by_name(self) -> None:
        for name in VALID:
            with self.subTest(name=name), self.assertRaisesRegex(ValueError, f"^{name} is missing"):
                parse({key: value for key, value in VALID.items() if key != name})

    def test_an_unknown_field_is_refused_by_name(self) -> None:
        with self.assertRaisesRegex(ValueError, "^no_such_field is not"):
            parse(VALID | {"no_such_field": 1})


if __name__ == "__main__":
    unittest.main()
'''
