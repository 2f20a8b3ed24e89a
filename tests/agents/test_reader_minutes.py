"""Minutes of a meeting tell beside what was agreed who refused what, how things stand, and what people do until they meet again."""

import pytest

from tests.agents.kinds import kinds
from tests.agents.stated import stated

MINUTES = """# Minutes: rowing club, boat meeting, 3 March

Present: Jonas (chief), Petra (boats), Ahmed (treasurer), Lise (youth)

**1. Where we stand**
Petra reports that the checks are in three Excel files. The insurance has asked for proof of five years.

**2. What we decided**
- Every boat gets a QR sticker.
- Petra can set how often a boat is checked.

**3. Discussed and rejected**
- Ahmed asked whether rosters could go in as well. Jonas: no, we have Acme for that.
- Lise proposed that the youth group may scan too. Agreed, but they may only look, not record.
- Native apps: too expensive.

**4. To do**
- Jonas sends these minutes to the programmer.
- Petra collects the serial numbers until 1 April.
"""


def test_minutes_build_what_was_agreed_and_leave_out_what_was_refused() -> None:
    assert stated(MINUTES) == [
        ("functional", "Every boat gets a QR sticker."),
        ("functional", "Petra can set how often a boat is checked."),
        ("non_goal", "Not: rosters could go in as well (no, we have Acme for that)"),
        ("functional", "The youth group may scan too."),
        ("functional", "They may only look, not record"),
        ("non_goal", "Not: Native apps: too expensive."),
    ]


@pytest.mark.parametrize("heading", ["## To do", "**To-dos**", "Who does what:", "Tasks"])
def test_what_people_do_until_they_meet_again_is_not_built(heading: str) -> None:
    text = MINUTES.replace("**4. To do**", heading)
    assert max(line for _, line in kinds(text)) == 15


@pytest.mark.parametrize("heading", ["## To do", "## Tasks"])
def test_where_nobody_met_a_list_of_what_is_to_do_is_built(heading: str) -> None:
    text = f"# Boats\n\nWe need a list of boats.\n\n{heading}\n- Add a page for boats\n- Print the list of a day\n"
    assert ("functional", 6) in kinds(text)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Ines reports that the lists are in a folder.", []),
        ("Ines reports that every boat must be checked twice.", ["functional"]),
        ("No, we have Acme for that.", ["non_goal"]),
        ("Emre asked whether it prints labels. Rejected.", ["non_goal"]),
        ("Emre asked whether it prints labels. Yes, one for each boat.", ["functional"]),
    ],
)
def test_what_somebody_reports_is_told_and_what_somebody_refuses_is_left_out(
    words: str, kind: list[str]
) -> None:
    text = MINUTES.replace("Petra can set how often a boat is checked.", words)
    assert [each for each, line in kinds(text) if line == 10] == kind
