"""The files of the store boundary and of one resource over it, in Python."""

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
