"""What people type into an issue as they would say it: in a mail, a list without headings, a paragraph; in the words that they use."""

import pytest

from agents.builtin.reader import Findings, read
from tests.agents.kinds import Found, kinds

# A wish on line 1 and the sentence in question on line 3, as in a short note.
NOTE = "We need a page that lists our boats.\n\n{}\n\nMembers book a boat for two hours.\n"


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("I wouldn't do PDF or SFTP now.", "non_goal"),
        ("No card payments, a link is fine.", "non_goal"),
        ("We can live without ratings.", "non_goal"),
        ("We can skip the map.", "non_goal"),
        ("You can skip the first lesson.", "functional"),
        ("Paddles are Ute's topic, leave that out.", "non_goal"),
        ("Tides are a different project.", "non_goal"),
        ("Nor do I want a chat.", "non_goal"),
        ("No chat.", "non_goal"),
        ("No drawings!! We tried that.", "non_goal"),
        ("No new servers.", "constraint"),
        ("No member may book twice.", "functional"),
        ("Repairs can come in a second step.", "deferred"),
        ("Maybe one day guests could book.", "deferred"),
        ("We are done when nobody phones Ute any more.", "metric"),
        ("I'd call it done when the paper list is gone.", "metric"),
        ("We have about 10 euros a month for it.", "constraint"),
        ("Hosting costs 20 euros a month at most.", "constraint"),
        ("Bookings of more than 20 euros are paid in advance.", "functional"),
        ("We can't use the old server.", "constraint"),
        ("Could we have this by May?", "constraint"),
    ],
)
def test_a_sentence_of_a_note_is_what_it_says(words: str, kind: str) -> None:
    assert (kind, 3) in kinds(NOTE.format(words))


MAILS: dict[str, tuple[str, str, Found]] = {
    "the subject is the title": (
        "Subject: something for the boats\n\nHi Jonas,\n\nI want to see who has which boat.\n\nBest wishes from the boathouse (it is cold!)\nMarlies\n",
        "Something for the boats",
        [("functional", 5)],
    ),
    "what sort of mail it is": (
        "Subject: feature request - list of boats\n\nHello,\n\nI want to see who has which boat.\n\nMarlies\n",
        "List of boats",
        [("functional", 5)],
    ),
    "a name alone behind a greeting": (
        "Subject: boats\n\nHello,\n\nI want to see who has which boat.\n\nMarlies Brand\n",
        "Boats",
        [("functional", 5)],
    ),
    "a name with an initial": (
        "## Boats\n\nI want to see who has which boat.\n\nT. Wessel\n",
        "Boats",
        [("functional", 3)],
    ),
    "the last entry of a list is nobody's name": (
        "Boats\n\nFeatures\n\n- Book a boat\n\nOut of scope\n\n- Refunds\n",
        "Boats",
        [("functional", 5), ("non_goal", 9)],
    ),
}


@pytest.mark.parametrize(("text", "title", "expected"), MAILS.values(), ids=MAILS)
def test_a_mail_is_read_without_its_subject_and_signature(text: str, title: str, expected: Found) -> None:
    outcome = read(text)
    assert isinstance(outcome, Findings)
    assert outcome.title == title
    assert kinds(text) == expected


def test_somebodys_name_is_nothing_that_is_kept() -> None:
    outcome = read(
        "# Lunch\n- Mia posts the restaurant\n- only Mia changes an order\n- Mia sees who ordered\n"
    )
    assert isinstance(outcome, Findings)
    assert "Mia" not in [each.name for each in outcome.entities]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("What I can't judge", "question"),
        ("Not decided", "question"),
        ("What I don't want", "non_goal"),
        ("Leave out", "non_goal"),
        ("Can wait", "deferred"),
        ("Fixed", "constraint"),
        ("How we know", "metric"),
        ("I'm happy when", "metric"),
    ],
)
def test_a_part_is_called_as_people_would_say_it(heading: str, kind: str) -> None:
    text = f"# Boats\n\n**{heading}**\n- The board reads it aloud\n\n**Must**\n- Book a boat\n"
    assert kinds(text) == [(kind, 4), ("functional", 7)]


def test_a_greeting_at_the_end_of_a_paragraph_asks_for_nothing() -> None:
    assert [
        kind
        for kind, line in kinds(NOTE.format("Trips are listed by day. Warm regards, Annegret"))
        if line == 3
    ] == ["functional"]


def test_a_question_about_success_is_answered_by_what_follows() -> None:
    text = NOTE.format("How do we know it works? Half of the members book online by June.")
    assert [kind for kind, line in kinds(text) if line == 3] == ["metric"]


def test_what_is_wrong_now_asks_for_nothing() -> None:
    text = "# Boats\n\n**What annoys us**\n- People call the treasurer\n\n**Must**\n- Book a boat\n"
    assert kinds(text) == [("functional", 7)]


SAID_APART = (
    "**Boats in the browser: problem and wish**\n\n"
    "*The problem.* Nobody knows who has which boat.\n\n"
    "*The wish.* A page where members book a boat for two hours. The treasurer sees who has which one.\n\n"
    "*What is fixed.* The club has an old NAS, and that is where it runs.\n\n"
    "*What it need not do.* Renting to strangers.\n\n"
    "E. Brand, treasurer\n"
)


def test_labels_that_end_in_a_full_stop_say_what_follows() -> None:
    outcome = read(SAID_APART)
    assert isinstance(outcome, Findings)
    assert outcome.title == "Boats in the browser: problem and wish"
    assert kinds(SAID_APART) == [("functional", 5), ("constraint", 7), ("non_goal", 9)]


BESIDE_A_LIST = (
    "# Boats\n\nNobody ever knows where our nine boats are or who had them last, and Ute is tired of it.\n\nWe'd need:\n\n- a page where you click on a free boat\n- a list of who is out, printable\n\n"
    "{}\n"
)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("The board gave us 300 euros and there will not be more.", "constraint"),
        ("My grandfather has to get along with it without his glasses.", "nonfunctional"),
        ("Renting to strangers is none of our business.", "non_goal"),
    ],
)
def test_the_prose_beside_the_lists_of_a_short_text_limits_them(words: str, kind: str) -> None:
    assert (kind, 10) in kinds(BESIDE_A_LIST.format(words))


SPOKEN = (
    "okay so um this is about my mum's carers uh right there's four different people who come in during the week and nobody ever knows whether she's had"
    " her pills so what I want is something on a tablet in the kitchen where the carer taps given or not given and then I want to get a text message if"
    " nothing was tapped by ten um and the list of pills changes so I need to change that from home oh and no subscription\n"
)


def test_a_spoken_memo_without_stops_is_read_sentence_by_sentence() -> None:
    outcome = read(SPOKEN)
    assert isinstance(outcome, Findings)
    assert [each.text for each in outcome.of("non_goal")] == ["No subscription."]
    told = [each.text for each in outcome.of("functional")]
    assert any(each.startswith("Get a text message") for each in told)
    assert not any("um " in each for each in told)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Sign-in must go through Entra ID, we won't do own passwords.", "non_goal"),
        ("The members list stays as it is, we won't do imports.", "functional"),
    ],
)
def test_what_a_demand_makes_superfluous_rules_out_no_demand(words: str, kind: str) -> None:
    assert (kind, 3) not in kinds(NOTE.format(words))


def test_what_shall_not_be_replaced_is_left_out_in_german() -> None:
    text = "# Verein\n\n- Mitglieder melden den Stand\n- Die Verwaltung soll nicht ersetzt werden\n"
    assert kinds(text) == [("functional", 3), ("non_goal", 4)]


TICKET = (
    "[INV-2231] Export times out\n\nExpected: the export runs in the background.\n\nOnly clerks may open the link. The link expires after 7 days.\n\n"
    "Acceptance:\n- a second click starts no second export\n- an entry in the log for every download\n- given an empty list, when it is exported, then nothing happens\n"
)


def test_the_criteria_of_a_ticket_are_demands_and_its_examples_are_not() -> None:
    told = kinds(TICKET)
    assert [line for kind, line in told if kind == "functional" and line > 6] == [8, 9]
    assert ("acceptance", 10) in told


def test_the_criteria_of_a_document_with_headings_only_try_what_it_demands() -> None:
    text = "# Bills\n\n## Features\n- Export bills\n- Print bills\n- Fold bills\n\n## Acceptance criteria\n- a second click starts no second export\n"
    assert ("acceptance", 9) in kinds(text)
