"""Which job is next."""

from bot.queue_order import Kind, Order, Room, Ticket


def drain(order: Order, now: float) -> list[int]:
    """The numbers handed out one after another, each finished at once."""
    taken = []
    while (one := order.take(now)) is not None:
        taken.append(one[0])
        order.finish(*one)
    return taken


def test_first_come_first_served_within_a_run() -> None:
    order = Order()
    for number in (1, 2, 3):
        order.add(Ticket(number, "a"))
    assert drain(order, 0) == [1, 2, 3]


def test_one_job_of_a_run_at_a_time_and_runs_side_by_side() -> None:
    order = Order()
    for number, run in ((1, "a"), (2, "a"), (3, "b")):
        order.add(Ticket(number, run))
    assert order.take(0) == (1, "a")
    assert order.take(0) == (3, "b")
    assert order.take(0) is None
    order.finish(1, "a")
    assert order.take(0) == (2, "a")


def test_a_retried_job_keeps_its_place_and_nobody_overtakes_it() -> None:
    order = Order()
    order.add(Ticket(1, "a"))
    order.add(Ticket(2, "a"))
    assert order.take(0) == (1, "a")
    order.put_back(1, "a", due_at=50)
    assert order.take(49) is None
    assert order.soonest() == 50
    assert drain(order, 50) == [1, 2]


def test_a_timer_does_not_hold_up_its_run() -> None:
    order = Order()
    order.add(Ticket(1, "a"), due_at=100)
    order.add(Ticket(2, "a"))
    assert drain(order, 0) == [2]
    assert drain(order, 100) == [1]


def test_a_job_attempted_before_a_crash_comes_before_the_later_ones() -> None:
    order = Order()
    order.add(Ticket(1, "a"), due_at=0, attempted=True)
    order.add(Ticket(2, "a"))
    assert drain(order, 0) == [1, 2]


def test_a_job_that_waited_for_its_retry_over_a_restart_still_holds_its_run() -> None:
    order = Order()
    order.add(Ticket(1, "a"), due_at=30, attempted=True)
    order.add(Ticket(2, "a"))
    assert drain(order, 29) == []
    assert drain(order, 30) == [1, 2]


def test_a_job_that_is_concluded_twice_changes_nothing_the_second_time() -> None:
    order = Order()
    order.add(Ticket(1, "a"))
    order.add(Ticket(2, "a"))
    assert order.take(0) == (1, "a")
    order.put_back(1, "a", due_at=0)
    order.put_back(1, "a", due_at=0)
    order.finish(1, "a")
    assert drain(order, 0) == [1, 2]
    order.finish(2, "a")
    order.put_back(2, "a", due_at=0)
    assert order.take(0) is None
    assert len(order) == 0


def test_finished_runs_leave_nothing_behind() -> None:
    order = Order()
    for number in range(1000):
        order.add(Ticket(number, f"run-{number}"))
    assert len(order) == 1000
    assert len(drain(order, 0)) == 1000
    assert len(order) == 0
    assert order._lanes == {}
    assert order._ready == {}
    assert order._busy == set()
    assert order._later == []


def test_one_step_of_a_repository_at_a_time_and_work_beside_it_goes_on() -> None:
    order = Order()
    order.add(Ticket(1, "acme/shop#1"))
    order.add(Ticket(2, "acme/shop#2"))
    order.add(Ticket(3, "acme/shop#2!plan 1", kind=Kind.ASK))
    order.add(Ticket(4, "acme/till#1"))
    assert [order.take(0) for _ in range(4)] == [
        (1, "acme/shop#1"),
        (3, "acme/shop#2!plan 1"),
        (4, "acme/till#1"),
        None,
    ]
    order.finish(1, "acme/shop#1")
    assert order.take(0) == (2, "acme/shop#2")


def test_a_job_that_is_tried_again_later_leaves_its_repository_to_the_other_runs() -> None:
    order = Order()
    order.add(Ticket(1, "acme/shop#1"))
    order.add(Ticket(2, "acme/shop#2"))
    assert order.take(0) == (1, "acme/shop#1")
    order.put_back(1, "acme/shop#1", due_at=60)
    assert drain(order, 0) == [2]
    assert drain(order, 60) == [1]


def test_there_is_only_so_much_room_for_each_kind() -> None:
    order = Order(Room(steps=2, asks=1, syncs=1))
    for number in range(4):
        order.add(Ticket(number, f"acme/r{number}#1"))
    for number, kind in ((4, Kind.ASK), (5, Kind.ASK), (6, Kind.SYNC), (7, Kind.SYNC)):
        order.add(Ticket(number, f"acme/r{number}#1!beside", kind=kind))
    taken = [one for one in [order.take(0) for _ in range(9)] if one is not None]
    assert [number for number, _ in taken] == [0, 1, 4, 6]
    for one in taken:
        order.finish(*one)
    assert [order.take(0) for _ in range(5)] == [
        (2, "acme/r2#1"),
        (3, "acme/r3#1"),
        (5, "acme/r5#1!beside"),
        (7, "acme/r7#1!beside"),
        None,
    ]


def test_the_installations_take_turns_however_much_one_of_them_sends() -> None:
    order = Order()
    for number in range(100):
        order.add(Ticket(number, f"storm/r{number}#1", installation=1))
    order.add(Ticket(100, "acme/shop#1", installation=2))
    order.add(Ticket(101, "acme/till#1", installation=2))
    assert drain(order, 0)[:5] == [0, 100, 1, 101, 2]


def test_what_a_person_said_comes_before_background_work_of_the_same_installation() -> None:
    order = Order()
    order.add(Ticket(1, "acme/a#1", urgent=False))
    order.add(Ticket(2, "acme/b#1", urgent=False))
    order.add(Ticket(3, "acme/c#1"))
    # In its own run nothing overtakes, so the work before it is done in its place.
    order.add(Ticket(4, "acme/b#1"))
    assert drain(order, 0) == [2, 3, 4, 1]
