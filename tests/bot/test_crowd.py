"""A storm of comments: strangers are read a few times and then passed over, people who work here much longer."""

from collections import Counter

import pytest

from bot.crowd import KNOWN, LOOKED_UP, MOST, STRANGER, STRANGERS, WINDOW, Crowd, Heard

RUN = "acme/shop#1"


def heard(crowd: Crowd, person: int, times: int, *, run: str = RUN, start: float = 0.0) -> Counter[Heard]:
    return Counter(
        crowd.hears(run, person, f"{person}-{start}-{n}", now=start + n / 1000) for n in range(times)
    )


def test_of_ten_thousand_comments_of_a_stranger_three_are_read() -> None:
    assert heard(Crowd(), 9, 10_000) == {Heard.READ: STRANGER, Heard.PASSED_OVER: 10_000 - STRANGER}


def test_of_ten_thousand_strangers_together_twelve_are_read_and_sixty_looked_up() -> None:
    crowd = Crowd()
    read = Counter(crowd.hears(RUN, person, f"d{person}", now=0.0) for person in range(1, 10_001))
    rest = 10_000 - STRANGERS - LOOKED_UP
    assert read == {Heard.READ: STRANGERS, Heard.UNSURE: LOOKED_UP, Heard.PASSED_OVER: rest}


def test_whoever_is_said_to_belong_here_is_read_whatever_strangers_have_used_up() -> None:
    crowd = Crowd()
    for person in range(1, 1001):
        crowd.hears(RUN, person, f"d{person}", now=0.0)
    assert crowd.hears(RUN, 5000, "first", now=1.0, belongs=True) is Heard.READ
    crowd.forgets(RUN, 5000)
    assert crowd.hears(RUN, 5000, "second", now=1.0, belongs=True) is Heard.PASSED_OVER


def test_nobody_s_role_is_looked_up_twice_for_it() -> None:
    crowd = Crowd()
    for person in range(1, STRANGERS + 1):
        crowd.hears(RUN, person, f"d{person}", now=0.0)
    assert crowd.hears(RUN, 99, "first", now=1.0) is Heard.UNSURE
    crowd.forgets(RUN, 99)
    assert crowd.hears(RUN, 99, "second", now=1.0) is Heard.PASSED_OVER


def test_somebody_who_works_here_is_told_once_that_it_is_too_much() -> None:
    crowd = Crowd()
    crowd.knows(RUN, 8)
    assert heard(crowd, 8, 1000) == {Heard.READ: KNOWN, Heard.TOLD: 1, Heard.PASSED_OVER: 1000 - KNOWN - 1}


def test_who_was_a_stranger_at_first_has_no_less_and_no_more_for_it() -> None:
    crowd = Crowd()
    assert heard(crowd, 8, 1) == {Heard.READ: 1}
    crowd.knows(RUN, 8)
    rest = {Heard.READ: KNOWN - 1, Heard.TOLD: 1, Heard.PASSED_OVER: 1000 - KNOWN}
    assert heard(crowd, 8, 1000, start=1.0) == rest
    crowd.forgets(RUN, 8)
    assert heard(crowd, 8, 1, start=3.0) == {Heard.PASSED_OVER: 1}


def test_what_arrived_before_is_passed_over_as_it_was_then() -> None:
    """In a storm of others whoever was unknown then; after refusals of their own whoever has rights by now."""
    crowd = Crowd()
    heard(crowd, 7, STRANGER)
    for person in range(100, 100 + STRANGERS - STRANGER):
        crowd.hears(RUN, person, f"d{person}", now=0.0)
    assert crowd.hears(RUN, 8, "once", now=1.0, before=True) is Heard.PASSED_OVER
    crowd.knows(RUN, 8)
    assert crowd.hears(RUN, 8, "once", now=1.0, before=True) is Heard.PASSED_OVER
    assert crowd.hears(RUN, 8, "once", now=1.0, before=True, belongs=True) is Heard.READ
    assert crowd.hears(RUN, 8, "new", now=1.0) is Heard.READ

    crowd.knows(RUN, 7)
    crowd.refused_then(RUN, 7)
    assert crowd.hears(RUN, 7, "fourth", now=1.0, belongs=True, before=True) is Heard.PASSED_OVER
    assert crowd.hears(RUN, 7, "new", now=1.0) is Heard.READ


def test_strangers_do_not_use_up_what_people_who_work_here_have() -> None:
    crowd = Crowd()
    heard(crowd, 9, 1000)
    crowd.knows(RUN, 8)
    assert heard(crowd, 8, 1) == {Heard.READ: 1}


def test_one_run_s_storm_is_not_another_s() -> None:
    crowd = Crowd()
    heard(crowd, 9, 1000)
    assert heard(crowd, 9, 1, run="acme/shop#2") == {Heard.READ: 1}


@pytest.mark.parametrize("person", [9, 8])
def test_after_ten_minutes_everybody_is_read_again(person: int) -> None:
    crowd = Crowd()
    crowd.knows(RUN, 8)
    heard(crowd, person, 1000)
    assert heard(crowd, person, 1, start=WINDOW + 2) == {Heard.READ: 1}


def test_a_delivery_that_is_tried_again_comes_to_the_same() -> None:
    crowd = Crowd()
    first = [crowd.hears(RUN, 9, f"d{n}", now=0.0) for n in range(5)]
    assert [crowd.hears(RUN, 9, f"d{n}", now=1.0) for n in range(5)] == first


def test_whoever_lost_their_role_is_a_stranger_again() -> None:
    crowd = Crowd()
    crowd.knows(RUN, 8)
    crowd.forgets(RUN, 8)
    assert heard(crowd, 8, 100)[Heard.READ] == STRANGER


def test_more_people_than_can_be_remembered_are_forgotten_and_not_kept_for_ever() -> None:
    crowd = Crowd()
    for person in range(1, MOST + 100):
        crowd.knows(RUN, person)
        crowd.hears(f"run-{person}", person, "d", now=person * WINDOW)
        crowd.forgets(RUN, -person)
    assert len(crowd._known) <= MOST
    assert len(crowd._strangers) <= MOST
    assert len(crowd._times) <= MOST + 2


def test_whoever_goes_on_speaking_is_remembered_when_too_many_others_come() -> None:
    crowd = Crowd()
    crowd.knows(RUN, 8)
    crowd.knows(RUN, 9)
    for other in range(100, 100 + MOST):
        crowd.knows(f"run-{other}", other)
        if other % 1000 == 0:
            crowd.hears(RUN, 8, f"d{other}", now=other * WINDOW)
    late = (200 + MOST) * WINDOW
    assert heard(crowd, 8, KNOWN + 1, start=late) == {Heard.READ: KNOWN, Heard.TOLD: 1}
    # The other is a stranger until somebody looks.
    assert heard(crowd, 9, STRANGER + 1, start=late) == {Heard.READ: STRANGER, Heard.PASSED_OVER: 1}
