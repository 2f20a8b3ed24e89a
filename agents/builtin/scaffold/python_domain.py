"""The files of the domain in Python: value checks, one frozen class for each entity, a store, and one resource for each."""

DOMAIN = '''\
"""What «product_comment» is about, as values that are valid from the moment they exist."""
'''

FIELDS = '''\
"""Checks the values of domain entities; each check raises ValueError and names the field."""

from datetime import date, datetime
from decimal import Decimal

LONGEST_TEXT = 10_000


def text(value: object, *, name: str) -> None:
    """Some words: not empty, not only spaces, at most 10,000 characters."""
    if not isinstance(value, str) or not value.strip() or len(value) > LONGEST_TEXT:
        raise ValueError(f"{name} must be a text of 1 to {LONGEST_TEXT} characters")


def whole(value: object, *, name: str) -> None:
    """A whole number, zero or more."""
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise ValueError(f"{name} must be a whole number, zero or more")


def number(value: object, *, name: str) -> None:
    """An exact decimal number, as sums and measures need it."""
    if not isinstance(value, Decimal) or not value.is_finite():
        raise ValueError(f"{name} must be a finite decimal number")


def flag(value: object, *, name: str) -> None:
    """True or false."""
    if not isinstance(value, bool):
        raise ValueError(f"{name} must be true or false")


def moment(value: object, *, name: str) -> None:
    """A point in time that says its time zone."""
    if not isinstance(value, datetime) or value.tzinfo is None:
        raise ValueError(f"{name} must be a date and time with a time zone")


def day(value: object, *, name: str) -> None:
    """A calendar day."""
    if not isinstance(value, date) or isinstance(value, datetime):
        raise ValueError(f"{name} must be a day")


def email(value: object, *, name: str) -> None:
    """Something that can be an e-mail address; only a message sent there can prove it."""
    text(value, name=name)
    before, sign, after = str(value).partition("@")
    if not (before and sign and after) or "@" in after or any(char.isspace() for char in str(value)):
        raise ValueError(f"{name} must be an e-mail address")


def link(value: object, *, name: str) -> None:
    """A web address."""
    text(value, name=name)
    if not str(value).startswith(("https://", "http://")):
        raise ValueError(f"{name} must start with https:// or http://")


def parsed(value: object, *, kind: str, name: str) -> object:
    """The value that JSON can only carry as text: a decimal number, a moment or a day."""
    if not isinstance(value, str):
        raise ValueError(f"{name} must be a text that holds a {kind}")
    try:
        match kind:
            case "number":
                return Decimal(value)
            case "moment":
                return datetime.fromisoformat(value)
            case "day":
                return date.fromisoformat(value)
    except (ArithmeticError, ValueError):
        raise ValueError(f"{name} must be a text that holds a {kind}") from None
    raise LookupError(kind)
'''

TEST_FIELDS = '''\
"""Shows for every check one value it takes and the values it refuses."""

import unittest
from datetime import UTC, date, datetime
from decimal import Decimal

from «package».domain import fields

CASES = (
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
                self.assertIsNone(check(good, name="field"))

    def test_each_check_refuses_the_rest_and_names_the_field(self) -> None:
        for check, _, bad in CASES:
            for value in bad:
                with self.subTest(check=check.__name__, value=value):
                    with self.assertRaisesRegex(ValueError, "^field must"):
                        check(value, name="field")

    def test_text_becomes_a_value(self) -> None:
        self.assertEqual(fields.parsed("1.50", kind="number", name="field"), Decimal("1.50"))
        self.assertEqual(fields.parsed("2026-01-02", kind="day", name="field"), date(2026, 1, 2))

    def test_text_that_holds_no_such_value_is_refused(self) -> None:
        for kind in ("number", "moment", "day"):
            with self.subTest(kind=kind), self.assertRaisesRegex(ValueError, "^field must"):
                fields.parsed("soon", kind=kind, name="field")


if __name__ == "__main__":
    unittest.main()
'''

ENTITY = '''\
"""«about»."""

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
    known = («known»)
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

STORE = '''\
"""Keeps entities; `MemoryStore` is the stand-in that tests and a first start use."""

from collections.abc import Callable
from threading import Lock
from typing import Generic, Protocol, TypeVar

Item = TypeVar("Item")


class Taken(ValueError):
    """There is already an entity with this id."""


class Store(Protocol[Item]):
    """What every store can do, whatever keeps the data."""

    def add(self, item: Item) -> None:
        """Keeps a new entity; raises Taken."""

    def get(self, key: str) -> Item | None:
        """The entity with this id, or None."""

    def every(self) -> tuple[Item, ...]:
        """All entities in the order they were added."""


class MemoryStore(Generic[Item]):
    """Keeps entities until the process ends; safe to use from several threads."""

    def __init__(self, key: Callable[[Item], str]) -> None:
        self._key = key
        self._items: dict[str, Item] = {}
        self._lock = Lock()

    def add(self, item: Item) -> None:
        """Keeps a new entity; raises Taken."""
        with self._lock:
            if self._key(item) in self._items:
                raise Taken(f"{self._key(item)} is taken")
            self._items[self._key(item)] = item

    def get(self, key: str) -> Item | None:
        """The entity with this id, or None."""
        with self._lock:
            return self._items.get(key)

    def every(self) -> tuple[Item, ...]:
        """All entities in the order they were added."""
        with self._lock:
            return tuple(self._items.values())
'''

TEST_STORE = '''\
"""Shows what every store must do; run the same cases on each new store."""

import unittest

from «package».store import MemoryStore, Store, Taken


class MemoryStoreTest(unittest.TestCase):
    def setUp(self) -> None:
        self.store: Store[str] = MemoryStore(key=lambda item: item[:1])

    def test_what_was_added_is_found(self) -> None:
        self.store.add("apple")
        self.assertEqual(self.store.get("a"), "apple")

    def test_what_was_not_added_is_none(self) -> None:
        self.assertIsNone(self.store.get("a"))

    def test_the_order_is_kept(self) -> None:
        self.store.add("pear")
        self.store.add("apple")
        self.assertEqual(self.store.every(), ("pear", "apple"))

    def test_an_id_is_taken_once(self) -> None:
        self.store.add("apple")
        with self.assertRaises(Taken):
            self.store.add("apricot")
        self.assertEqual(self.store.every(), ("apple",))


if __name__ == "__main__":
    unittest.main()
'''

RESOURCE = '''\
"""Serves «class_name» at `/«path»`: list, create and read."""

from «package».domain.«module» import «class_name», parse, plain
from «package».exchange import Answer, Handler, Request
from «package».store import MemoryStore, Store, Taken

PATH = "/«path»"


def resource(store: Store[«class_name»] | None = None) -> Handler:
    """A handler over `store`; without one the data lives as long as the process."""
    kept: Store[«class_name»] = store or MemoryStore(key=lambda item: item.«key»)

    def handle(request: Request) -> Answer | None:
        if request.path == PATH:
            return _collection(request, store=kept)
        if request.path.startswith(f"{PATH}/"):
            return _one(request, key=request.path.removeprefix(f"{PATH}/"), store=kept)
        return None

    return handle


def _collection(request: Request, *, store: Store[«class_name»]) -> Answer:
    if request.method == "GET":
        return Answer(200, [plain(item) for item in store.every()])
    if request.method != "POST":
        return Answer(405, {"error": "This path takes GET and POST."})
    if not isinstance(request.body, dict):
        return Answer(400, {"error": "The body must be a JSON object."})
    try:
        item = parse(request.body)
        store.add(item)
    except Taken as taken:
        return Answer(409, {"error": str(taken)})
    except ValueError as wrong:
        return Answer(422, {"error": str(wrong)})
    return Answer(201, plain(item))


def _one(request: Request, *, key: str, store: Store[«class_name»]) -> Answer:
    if request.method != "GET":
        return Answer(405, {"error": "This path takes GET."})
    item = store.get(key)
    return Answer(404, {"error": f"There is no {key}."}) if item is None else Answer(200, plain(item))
'''

TEST_RESOURCE = '''\
"""Shows what a caller of `/«path»` gets, also for what is wrong."""

import unittest

from «package».api import resources
from «package».api.«module» import resource
from «package».exchange import Request
from «package».service import answer

VALID: dict[str, object] = {
«valid»
}


class «class_name»ResourceTest(unittest.TestCase):
    def setUp(self) -> None:
        self.handle = resource()

    def ask(self, method: str, path: str, body: object = None) -> tuple[int, object]:
        found = self.handle(Request(method, path, body))
        assert found is not None
        return found.status, found.body

    def test_it_starts_empty(self) -> None:
        self.assertEqual(self.ask("GET", "/«path»"), (200, []))

    def test_what_is_created_can_be_read(self) -> None:
        self.assertEqual(self.ask("POST", "/«path»", VALID), (201, VALID))
        self.assertEqual(self.ask("GET", f"/«path»/{VALID['«key»']}"), (200, VALID))
        self.assertEqual(self.ask("GET", "/«path»"), (200, [VALID]))

    def test_the_same_id_twice_is_a_conflict(self) -> None:
        self.ask("POST", "/«path»", VALID)
        self.assertEqual(self.ask("POST", "/«path»", VALID)[0], 409)

    def test_what_is_wrong_is_refused(self) -> None:
        self.assertEqual(self.ask("POST", "/«path»", {})[0], 422)
        self.assertEqual(self.ask("POST", "/«path»", [])[0], 400)
        self.assertEqual(self.ask("DELETE", "/«path»")[0], 405)
        self.assertEqual(self.ask("GET", "/«path»/nobody")[0], 404)

    def test_other_paths_are_left_to_others(self) -> None:
        self.assertIsNone(self.handle(Request("GET", "/«path»-and-more")))

    def test_the_service_knows_it(self) -> None:
        self.assertEqual(answer(Request("GET", "/«path»"), handlers=resources()).status, 200)


if __name__ == "__main__":
    unittest.main()
'''
