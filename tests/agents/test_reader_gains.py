"""What is promised: by when something will be there, what is to change by it, and what each role is given."""

import pytest

from agents.builtin.reader.statements.about_quality import is_quality_wished
from agents.builtin.reader.text.topics import announced
from tests.agents.stated import stated


@pytest.mark.parametrize(
    ("words", "topic"),
    [
        ("In 30 days, this team will deliver:", "functional"),
        ("By week 4 users can:", "functional"),
        ("Phase 1 will include:", "functional"),
        ("By the end of May, the team will have shipped:", "functional"),
        ("The team will not deliver:", "non_goal"),
        ("In phase 2 the team will add:", "neutral"),
        ("In the next milestone we will add:", "neutral"),
        ("What the team will do:", "neutral"),
        ("The team consists of:", "neutral"),
        ("Our team:", "neutral"),
        ("Alternate solutions", "neutral"),
        ("Rejected approaches", "neutral"),
    ],
)
def test_an_announcement_with_a_time_in_it_names_no_plan(words: str, topic: str) -> None:
    assert announced(words) == topic


def test_what_a_team_will_deliver_by_a_day_is_to_be_built() -> None:
    text = "# Bills\n\n## MVP scope\n\n**In 30 days, this team will deliver:**\n- Import of bills from mails\n- List of bills by mill\n"
    assert stated(text) == [
        ("functional", "Import of bills from mails"),
        ("functional", "List of bills by mill"),
    ]


@pytest.mark.parametrize(
    "heading", ["Business impact", "Expected impact", "Impact", "Benefits", "Customer value"]
)
def test_a_goal_with_a_number_among_the_gains_is_a_measure(heading: str) -> None:
    text = (
        f"# Bills\n\n## {heading}\n\n- Reduce waiting by **40 %** through reminders\n- 30% fewer calls from millers\n- Lost bills down by half\n"
        "- Happier clerks in every mill\n- Clerks lose 40 % of their day to paper\n"
    )
    assert stated(text) == [
        ("metric", "Reduce waiting by 40 % through reminders"),
        ("metric", "30% fewer calls from millers"),
        ("metric", "Lost bills down by half"),
    ]


def test_what_a_role_is_given_to_do_is_a_story() -> None:
    text = (
        "# Bills\n\n## User value\n\n- **For clerks:** Instantly browse and compare all bills.\n- **For millers:** Less paper.\n"
        "- **Difference:** Others are slow.\n"
    )
    assert stated(text) == [("story", "For clerks: Instantly browse and compare all bills.")]


def test_what_a_phase_supports_is_to_be_built_beside_what_it_does_not() -> None:
    text = (
        "# Bills\n\n## Phases\n\n### Phase 1: Reading\n\n**Supported:**\n\n- Bills as mails\n- Choice of a mill\n\n"
        "**Not supported:**\n\n- Bills on paper\n\n### Phase 2: More\n\n- Bills as photos\n"
    )
    assert stated(text) == [
        ("functional", "Bills as mails"),
        ("functional", "Choice of a mill"),
        ("non_goal", "Bills on paper"),
    ]


def test_beside_what_others_do_stands_what_this_one_does() -> None:
    table = "| What Mill Pro does | What we do instead |\n|---|---|\n| Two logins | One login for all mills |\n| Long lists | Map of the mills |\n"
    functions = [("functional", "One login for all mills"), ("functional", "Map of the mills")]
    assert stated(f"# Bills\n\n## Design principles\n\n{table}") == functions
    assert stated(f"# Bills\n\n## Competitors\n\n{table}") == []


def test_a_label_may_say_that_its_entry_is_a_measure_or_a_date() -> None:
    text = (
        "# Bills\n\n## MVP definition\n\n- **Success criteria**: 5 mills with 20 clerks each\n- **Timeline**: Q1 2025 delivery\n"
        "- **Timeline**: shows the bills of the last 30 days\n"
    )
    assert stated(text) == [
        ("metric", "Success criteria: 5 mills with 20 clerks each"),
        ("constraint", "Timeline: Q1 2025 delivery"),
        ("functional", "Timeline: shows the bills of the last 30 days"),
    ]


@pytest.mark.parametrize(
    ("want", "quality"),
    [
        ("a configured testing environment with Jest", True),
        ("comprehensive unit tests for all functions", True),
        ("rate limiting on all routes", True),
        ("CSRF tokens on all forms", True),
        ("structured logging with the id of a bill", True),
        ("lazy loading for the calendar", True),
        ("WCAG 2.1 AA compliance across all pages", True),
        ("pages that load within two seconds", True),
        ("to see the monitoring dashboard", False),
        ("an audit log of all changes", False),
        ("GDPR-compliant export of my bills", False),
        ("a privacy policy page", False),
        ("a performance report for each mill", False),
        ("a backup of my bills", False),
        ("secure sign-in with my mail", False),
        ("mock data for the demo", False),
        ("the app to translate my bills", False),
    ],
)
def test_a_story_may_want_a_quality(want: str, quality: bool) -> None:  # noqa: FBT001  # a column of the table
    assert is_quality_wished(want) is quality
