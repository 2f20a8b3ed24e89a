"""The words of pull requests and commits do nothing but say: they skip no check, close no issue and call nobody."""

import re
from dataclasses import replace

import pytest

from handlers.replies import commit_message, plan_pull_request, unit_pull_request
from handlers.replies.view import View
from tests.handlers import artifacts as a
from tests.handlers import shop as s
from tests.handlers import shop_delivered as d
from tests.handlers.scenes import approval

# What skips GitHub's Actions, and what other CI systems listen to.
SKIPS = (
    "[skip ci]", "[ci skip]", "[no ci]", "[skip actions]", "[actions skip]", "[SKIP CI]", "[ skip ci ]", "[skip-ci]", "[skip travis]",
    "[skip netlify]", "***NO_CI***", "skip-checks:true", "skip-checks: true",
)  # fmt: skip
HEARD = re.compile(
    r"\[\s*(?:skip|no)[ _-][\w-]+\s*\]|\[\s*[\w-]+[ _-]skip\s*\]|\*\*\*NO_CI|skip-checks:\s*true",
    re.IGNORECASE,
)


@pytest.mark.parametrize("words", SKIPS)
def test_no_title_body_or_message_skips_checks(words: str) -> None:
    assert HEARD.search(words)
    run = s.run_of(s.WRITING)
    planned = a.backlog()
    first = planned.units[0]
    hostile = first.model_copy(
        update={"title": f"Add {words}", "summary": f"Adds `{words}` {words}", "test": words}
    )
    backlog = planned.model_copy(update={"units": (hostile, *planned.units[1:])})
    view = replace(s.view(), backlog=backlog)
    unit = run.units[first.id]
    said = (
        *plan_pull_request(replace(run, title=f"Shop {words}"), view),
        *unit_pull_request(run, unit, view),
        commit_message(run, approval(), unit.id, view),
    )
    assert [each for each in said if HEARD.search(each)] == []


@pytest.mark.parametrize(
    ("view", "who"),
    [(s.view(), "it is for a person to review and merge."), (d.MERGES, "I merge it once its")],
)
def test_a_unit_s_pull_request_says_who_merges_it_and_how_it_is_changed(view: View, who: str) -> None:
    run = s.run_of(s.WRITING)
    _, body = unit_pull_request(run, run.units["U-01"], view)
    assert who in body
    assert "or say `/signalbox refine U-01 …` here" in body
