"""Numbers of one thing that differ are asked about, numbers of two things are not; and in which order all of it is asked."""

import time

import pytest

from agents.builtin.planning.asking.conflicts import conflicts
from agents.builtin.planning.entries import Entries
from agents.schemas.requirements import Requirement
from tests.agents.contradicting import asked, written


@pytest.mark.parametrize(
    "body",
    [
        written(quality="p95 latency of searches is under 200 ms at 100 requests per second|p95 latency of searches stays below 500 ms at 100 requests per second"),
        written("A shelf of 10 rows shows at most 4 books|A shelf of 10 rows shows at most 6 books"),
        written(quality="The list must support 2 million readers a day|The list must support 500,000 readers a day"),
        written("A member can keep up to 50 lists", constraints="A member can keep up to 200 lists"),
        written(constraints="The budget for books is $5,000 a year|The budget for books is $9,000 a year"),
        written(quality="Die Suche muss unter 2 Sekunden antworten|Die Suche muss unter 5 Sekunden antworten"),
        written(quality="首页加载，平均响应时间小于2秒|首页加载，平均响应时间小于5秒"),
    ],
)  # fmt: skip
def test_another_number_of_the_same_is_asked_about(body: str) -> None:
    assert [each.text for each in asked(body)] == ["The PRD says two things about a number. Which one holds?"]


@pytest.mark.parametrize(
    "body",
    [
        written(quality="Searches answer within 200 ms at 100 requests per second|Searches answer within 500 ms at 1,000 requests per second"),
        written("Guests can never see a shelf unless its owner shares it|Guests can see a shelf that its owner shares"),
        written("Visitors can see 3 lists|Members can see 5 lists"),
        written(quality="All three lists are visible, one below the other|All four lists are visible, one below the other"),
        written("Members can borrow 10 books per day|Members can borrow 50 books per month"),
        written("Members have unlimited lists, and each list has its own name"),
        written(quality="Loan success rate: at least 95%|Return success rate: at least 99%"),
        written("The title shall be required, between 5 and 100 letters|The summary shall be required, between 20 and 1000 letters"),
        written("Only one member can lend a book at a time|Guests can lend a book for a day"),
        written("Tokens are refreshed by the server on each request, without manual sign-in|The server refreshes tokens automatically on each request"),
        written(quality="Shelf import: at most 15 minutes per branch|Application import: at most 10 minutes per branch"),
        written("A visitor without an account is sent to the page of prices|Users can create an account"),
        written(constraints="Frontend layer: React pages|Frontend: React.js"),
        written(quality="Daily database backups|Weekly picture backups"),
        written(constraints="Frontend pages: Vue|No other frontend libraries for pages are permitted (React is forbidden)"),
        written("Drafts are kept when no network is there, and sync later|The app uploads photos to the cloud"),
        written(quality="Very likely: 75 percent of all letters|Likely: 55 percent of all letters"),
        written(quality="Opening a shelf: under 2 seconds, 3 seconds|Opening a shelf: under 2 s, 1.8 s"),
        written("docs/shelf.md: the overview of shelves and lists", out="docs/shelf.md for the overview of shelves and lists"),
        written("Conteúdo mínimo dos e-mails e opções:\n  - nome\n  - quarto\n  - data"),
        written("There are no subscriptions|A lifetime licence costs $20"),
    ],
)  # fmt: skip
def test_what_can_both_hold_is_not_asked_about(body: str) -> None:
    assert asked(body) == []


def test_the_next_cell_of_a_row_is_no_part_of_a_list() -> None:
    row = "| FR-7 | There are two roles: reader and owner | Kept with name, mail, phone |"
    assert asked(f"{written()}## More\n| ID | Requirement | Accepted |\n|---|---|---|\n{row}\n") == []


def test_what_is_granted_and_banned_between_commas_is_asked_about() -> None:
    (question,) = asked(
        written(
            "Librarians, like members, can see all late returns of a branch",
            constraints="Librarians, like members, must not see late returns of a branch",
        )
    )
    assert "whether this is allowed" in question.text


def test_a_rule_of_the_organisation_is_held_against_the_document() -> None:
    rule = "rules:\n  - Guests must not see the loan history\n"
    body = written("Guests can see the loan history of a book")
    assert asked(body) == []
    assert [each.changes for each in asked(body, constraints=rule)] == ["access, the rules"]


def test_what_limits_something_is_compared_however_many_functions_there_are() -> None:
    letters = "bcdfghjklmnprst"
    names = [f"{first}a{second}or" for first in letters for second in letters]
    many = "|".join(f"Clerks can sort {name}|Clerks can print {name}" for name in names[:150])
    (question,) = asked(written(f"{many}|A shelf shows at most 5 rows|A shelf shows at most 8 rows"))
    assert question.options == ("A shelf shows at most 5 rows", "A shelf shows at most 8 rows")


def test_a_goal_is_held_against_what_is_demanded_for_its_number_alone() -> None:
    body = written(quality="Pages load in under 3 seconds") + "## Success metrics\n- {}\n"
    assert [each.blocking for each in asked(body.format("Pages load in under 1 second"))] == [True]
    public = written("Reading history is private by default") + "## Success metrics\n- {}\n"
    assert asked(public.format("Reading history is public by default for 80% of members")) == []


def test_each_matter_is_asked_about_once_before_any_is_asked_about_again() -> None:
    body = written(
        "Tier 1: members read|Tier 3: members write"
        "|Guests can see the loan history|Guests must not see the loan history"
        "|Clerks can print late notices|Clerks must not print late notices"
        "|The weekly list is sent on Monday|The weekly list is sent every Friday"
    )
    assert [each.text.removeprefix("The PRD says two things about ").partition(".")[0] for each in asked(body)] == [
        "whether this is allowed",
        "on which day it is",
        "whether this is allowed",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["2 million " * 390, "It keeps " + "up to 9 books " * 270])
def test_numbers_without_end_are_compared_at_once(text: str) -> None:
    several = [Requirement(id=f"R-{at}", text=f"{text}{at}", lines=(at,)) for at in range(1, 65)]
    began = time.process_time()
    assert conflicts(Entries(requirements=several)) == ()
    assert time.process_time() - began < 2
