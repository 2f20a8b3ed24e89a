"""Which job is next."""

from bot.queue_order import Order


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
        order.add(number, "a")
    assert drain(order, 0) == [1, 2, 3]


def test_one_job_of_a_run_at_a_time_and_runs_side_by_side() -> None:
    order = Order()
    for number, run in ((1, "a"), (2, "a"), (3, "b")):
        order.add(number, run)
    assert order.take(0) == (1, "a")
    assert order.take(0) == (3, "b")
    assert order.take(0) is None
    order.finish(1, "a")
    assert order.take(0) == (2, "a")


def test_a_retried_job_keeps_its_place_and_nobody_overtakes_it() -> None:
    order = Order()
    order.add(1, "a")
    order.add(2, "a")
    assert order.take(0) == (1, "a")
    order.put_back(1, "a", due_at=50)
    assert order.take(49) is None
    assert order.soonest() == 50
    assert drain(order, 50) == [1, 2]


def test_a_timer_does_not_hold_up_its_run() -> None:
    order = Order()
    order.add(1, "a", due_at=100)
    order.add(2, "a")
    assert drain(order, 0) == [2]
    assert drain(order, 100) == [1]


def test_a_job_attempted_before_a_crash_comes_before_the_later_ones() -> None:
    order = Order()
    order.add(1, "a", due_at=0, attempted=True)
    order.add(2, "a")
    assert drain(order, 0) == [1, 2]


def test_a_job_that_waited_for_its_retry_over_a_restart_still_holds_its_run() -> None:
    order = Order()
    order.add(1, "a", due_at=30, attempted=True)
    order.add(2, "a")
    assert drain(order, 29) == []
    assert drain(order, 30) == [1, 2]


def test_a_job_that_is_concluded_twice_changes_nothing_the_second_time() -> None:
    order = Order()
    order.add(1, "a")
    order.add(2, "a")
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
        order.add(number, f"run-{number}")
    assert len(order) == 1000
    assert len(drain(order, 0)) == 1000
    assert len(order) == 0
    assert order._lanes == {}
    assert order._ready == []
    assert order._later == []
