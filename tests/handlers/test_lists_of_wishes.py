"""A list below `/refine` belongs to it; a list below anything else is talk."""

import pytest

from handlers.commands import BY_VERB
from handlers.comments import lines

SHORT = tuple(BY_VERB)


@pytest.mark.parametrize(
    ("body", "more"),
    [
        ("/refine\n- drop R-1\n- make R-2 could", "- drop R-1\n- make R-2 could"),
        ("/refine\n\n* drop R-1\n* make R-2 could", "* drop R-1\n* make R-2 could"),
        ("/refine plan:\n\n1. drop R-1\n2. drop R-2", "1. drop R-1\n2. drop R-2"),
        ("/signalbox refine\n- [ ] drop R-1\n  - because\n", "- [ ] drop R-1\n  - because"),
        ("/refine drop R-3\n- drop R-1\n", "- drop R-1"),
        ("/refine drop R-3 and\ndo these:\n- drop R-1\n", "do these:\n- drop R-1"),
        ("/refine\n- keep “Loan”\n\nThanks!", '- keep "Loan"'),
        ("/refine drop R-3\n\n- [ ] tell Raj\n- [x] read the plan", ""),
        ("/refine drop R-3\n\nFine?\n\n- drop R-1", ""),
        ("/approve plan 4be0a7c1d922\n- drop R-1", ""),
        ("/refine drop R-3\n> - drop R-1", ""),
        ("/refine drop R-3:\n\n<details>\n\n- drop R-1\n\n</details>", ""),
        ("/refine drop R-3:\n\n```\n- drop R-1\n```", ""),
    ],
    ids=[
        "below the bare word", "after an empty line", "announced by a colon", "nested", "going on", "announced in the next line",
        "talk after it", "another list", "talk between them", "another command", "a quote", "an HTML element", "code",
    ],
)  # fmt: skip
def test_a_list_is_taken_where_the_command_announces_it(body: str, more: str) -> None:
    (found,) = lines(body, short=SHORT)
    assert found.more == more


def test_a_command_inside_the_list_is_none() -> None:
    (found,) = lines("/refine\n- drop R-1\n- /approve plan 4be0a7c1d922", short=SHORT)
    assert found.verb == "refine"


def test_each_refine_has_its_own_list() -> None:
    found = lines("/refine plan:\n- drop R-1\n\n/refine backlog:\n- drop U-01", short=SHORT)
    assert [each.more for each in found] == ["- drop R-1", "- drop U-01"]
