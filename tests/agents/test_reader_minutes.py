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


SHORT = """Present: Emre, Ayla
Apologies: Sam

- tool list on the web, members see what is free
- Emre asks the printer by Friday
- nobody wants an app
- Ayla: reminder mail the day before it is due
- hosting max 5 eur a month
Next meeting 12 May
"""


def test_a_few_lines_of_minutes_build_what_is_wanted_and_nothing_of_the_meeting() -> None:
    assert stated(SHORT) == [
        ("functional", "tool list on the web"),
        ("functional", "Members see what is free"),
        ("non_goal", "nobody wants an app"),
        ("functional", "reminder mail the day before it is due"),
        ("constraint", "hosting max 5 eur a month"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Attendance: Emre, Ayla, Jo (late)",
        "Apologies from Sam and Jo.",
        "Date: 4 May, 19:00",
        "Minutes by: Ayla",
        "Meeting closed 20:45",
        "AOB: none",
        "Next: 12 May, same place",
        "Actions: Emre to ask the printer by Friday. Ayla collects the numbers.",
        "- Jo will call the insurance",
        "- Jo to find out what a sticker costs.",
        "- Ayla will print the stickers by 1 June.",
        "- Emre: sends the list around until Monday",
        "- Emre and Ayla look into hosting before the next meeting",
    ],
)
@pytest.mark.parametrize("title", ["# Tool library, short meeting 4 May", "Minutes 4/5 (Emre, Ayla, Jo)"])
def test_what_is_told_of_a_meeting_and_of_errands_is_not_built(title: str, line: str) -> None:
    text = f"{title}\n\n{line}\n\n- Members see which tools are free.\n- Late tools turn red.\n"
    assert kinds(text) == [("functional", 5), ("functional", 6)]


@pytest.mark.parametrize(
    "line",
    [
        "- Emre and Ayla get a mail 30 days before a check is due.",
        "- Ayla can set how often a tool is checked.",
        "- Members pay by 1 June.",
        "- Ayla needs a list of late tools by Friday noon each week.",
        "- Every tool gets a sticker by which it is found.",
    ],
)
def test_who_gets_or_may_do_something_is_no_errand(line: str) -> None:
    text = f"# Tool library, short meeting 4 May\n\n{line}\n- Members see which tools are free.\n- Late tools turn red.\n"
    assert [at for _, at in kinds(text)] == [3, 4, 5]


@pytest.mark.parametrize("title", ["# Meeting room booking", "# Notes: an app for notes", "# Minutes writer"])
def test_what_is_about_meetings_is_no_minutes(title: str) -> None:
    text = f"{title}\n\n- Jo will call the insurance\n- The app sends the minutes to all.\n- Rooms have a date.\n"
    assert [at for _, at in kinds(text)] == [3, 4, 5]
