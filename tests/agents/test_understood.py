"""The five sentences a plan opens with: who, what, limits, quality, and what is not said; in English one can read aloud."""

import re
from pathlib import Path

import pytest

from agents.builtin.planner import plan
from agents.builtin.planning.quoting import listed, quoted, short, some
from agents.builtin.planning.saying_back import unsaid
from agents.builtin.planning.understood import plural
from agents.schemas.pack import ArchitecturePack
from agents.schemas.planner import Answer, PlannerInputs
from agents.schemas.questions import Clarification

PRDS = sorted((Path(__file__).parents[1] / "prds").glob("*.md"))
CLINIC = """# Waitwell
A web application for a clinic.
## Users
- Patient: books appointments
- Receptionist: manages the day
## Requirements
- FR-1: Patients can book an appointment (Must)
- FR-2: Receptionists can move an appointment (Must)
- FR-3: A reminder is sent by SMS through Twilio (Should)
- FR-4: Patients can sign in with a password (Must)
## Quality
- Pages load within 2 seconds
- The design is friendly
## Constraints
- Hosted in the EU
## Out of scope
- Video calls
- Hospital records
- Billing
## Open questions
- Who pays for the SMS?
"""


def said(body: str, **given: object) -> tuple[str, ...]:
    outcome = plan(PlannerInputs.model_validate({"body": body, **given}))
    assert isinstance(outcome, ArchitecturePack), outcome
    return outcome.prd.understood


def test_a_whole_document_is_said_back_in_five_sentences() -> None:
    who, what, limits, quality, unsaid = said(CLINIC)
    assert who == "Waitwell is a web application for patients and receptionists; it talks to Twilio."
    assert what.startswith(
        "It has 6 requirements, such as “Patients can book an appointment”, “Receptionists can move an appointment” and "
        "“Patients can sign in with a password”"
    )
    assert limits == (
        "Left out, or for later: “Video calls”, “Hospital records” and “Billing”; fixed beforehand: “Hosted in the EU” "
        "and “A reminder is sent by SMS through Twilio”."
    )
    assert quality == (
        "It has to meet 2 demands on quality, 1 of them with a number; the heaviest is “Pages load within 2 seconds” (performance)."
    )
    assert re.fullmatch(
        r"The text leaves open “Who pays for the SMS\?”, and does not answer 4 more; 1 of them needs an answer first\.",
        unsaid,
    )


def test_a_document_that_says_little_is_said_to_say_little() -> None:
    who, what, limits, quality, unsaid = said("An app where tools can be lent for some days.")
    assert who == "I take the product for a web application, and the text does not say who uses it."
    assert what == "It has 1 requirement: “An app where tools can be lent for some days”."
    assert limits == "The text rules nothing out and sets no constraint."
    assert quality == "The text does not say how fast, safe or dependable it has to be."
    assert unsaid.endswith("and 3 more questions; 1 of them needs an answer first.")


def test_an_answered_kind_is_no_guess_any_more() -> None:
    answer = Answer(question_id="Q2", text="a mobile app", by="mona")
    assert said("An app where neighbours can lend each other tools.", answers=(answer,))[0].startswith(
        "The product is a mobile app"
    )


@pytest.mark.parametrize("path", PRDS, ids=[path.stem for path in PRDS])
def test_every_sentence_is_one(path: Path) -> None:
    """It begins with a capital or the product's name, ends with a full stop, and closes every quotation it opens."""
    for sentence in said(path.read_text()):
        assert sentence.endswith(".")
        assert sentence.count("“") == sentence.count("”")
        assert not re.search(r"\s{2}|\.\.|,,| ,|“”|\bNone\b", sentence), sentence
        assert len(sentence) < 700


@pytest.mark.parametrize(
    ("name", "said_of_all"),
    [
        ("Patient", "patients"),
        ("Account owner", "account owners"),
        ("Privacy-Conscious Lifelogger", "privacy-conscious lifeloggers"),
        ("WoW players", "WoW players"),
        ("DevOps Engineer", "DevOps engineers"),
        ("Secretary", "secretaries"),
        ("Boss", "boss"),
        ("Coach", "coaches"),
        ("Staff", "staff"),
        ("API client", "API clients"),
        ("Maintainer Mia", "Maintainer Mia"),
        ("Busy Ben", "Busy Ben"),
        ("Content Creator", "content creators"),
        ("Account Admin", "account admins"),
        ("Shop Staff", "shop staff"),
        ("数据工程师", "数据工程师"),
    ],
)
def test_people_are_named_as_one_speaks_of_them(name: str, said_of_all: str) -> None:
    assert plural(name) == said_of_all


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Send mail.", "Send mail"),
        ("Q: May users sign in?", "May users sign in?"),
        ("PvP Loss Detection: the addon must reliably detect when a player's team loses a match in an arena or a battleground", "PvP Loss Detection"),
        ("Secure – only authorised services, which are listed by the platform team, may send a notification at all", "Secure – only authorised services, which are listed by the platform team …"),
        ("All user data, including journal entries, media and metadata, will reside exclusively on the device of its owner", "All user data, including journal entries, media and metadata …"),
        ('The "Daily Canvas" is drawn', "The 'Daily Canvas' is drawn"),
        ("Removing finalizers that were set by other controllers (for instance, the garbage collector) once they are gone", "Removing finalizers that were set by other controllers …"),
        ("x" * 200, f"{'x' * 90} …"),
    ],
)  # fmt: skip
def test_a_quotation_is_short_and_cut_where_a_clause_ends(text: str, kept: str) -> None:
    assert short(text) == kept


def test_lists_say_how_many_are_left_out() -> None:
    assert listed(["a"], ["a"]) == "a"
    assert listed(["a", "b"], ["a", "b"]) == "a and b"
    assert listed(["a", "b"], ["a", "b", "c", "d"]) == "a, b and 2 more"
    assert quoted(["a", "b"], of=5) == "“a”, “b” and 3 more"
    assert some(["a", "b", "c"], 2) == "a, b and c"
    assert some(["a", "b", "c", "d"], 2) == "a, b and 2 more"


def test_what_people_asked_for_since_is_not_said_of_the_text() -> None:
    wishes = [{"text": each, "by": "mona"} for each in ("make it nicer", "drop FR-3")]
    limits = said(CLINIC, refinements=wishes)[2]
    assert limits == (
        "Left out, or for later: “Video calls”, “Hospital records” and “Billing”; fixed beforehand: “Hosted in "
        "the EU”; people left out “A reminder is sent by SMS through Twilio”; people asked for “make it nicer”."
    )


def test_wishes_alone_leave_the_text_without_limits() -> None:
    limits = said(
        "# Shelf\n- A member can lend a tool.\n", refinements=[{"text": "use Django", "by": "mona"}]
    )[2]
    assert limits == "The text rules nothing out and sets no constraint; people asked for “Use Django”."


ORDERS = ("Orders are listed", "Orders are printed", "Orders are sent")


@pytest.mark.parametrize(
    ("opening", "demands", "begins"),
    [
        ("A roguelike game with sprites for users.", ("A user jumps", *ORDERS), "Shelf is a game for players"),
        ("Firmware for a gateway.", ("The user presses the button", *ORDERS), "Shelf is a program on a box in the field."),
        ("A Slack bot for users.", ("A user asks the bot", *ORDERS), "Shelf is a chat bot for users"),
        ("A cron job that runs every night.", ORDERS, "Shelf is a scheduled job"),
    ],
)  # fmt: skip
def test_a_product_is_called_what_it_is(opening: str, demands: tuple[str, ...], begins: str) -> None:
    listed = "\n".join(f"- {each}" for each in demands)
    assert said(f"# Shelf\n{opening}\n## Features\n{listed}\n")[0].startswith(begins)


def test_what_a_product_is_stands_not_among_what_it_does() -> None:
    body = "# Shelf\n## Features\n- Slack bot for our office\n" + "".join(f"- {each}\n" for each in ORDERS)
    assert said(body)[1] == (
        "It has 4 requirements, such as “Orders are listed”, “Orders are printed” and “Orders are sent”; it deals with Order."
    )


def test_what_a_product_is_stands_not_among_what_it_does_in_a_whole_sentence_either() -> None:
    body = "# Roster\n## What we want\nRoster is a web application in which managers publish shifts.\n## Features\n"
    described = "".join(f"- Roster is a web application that lists {each}\n" for each in ("days", "nights"))
    told = said(body + described + "".join(f"- {each}\n" for each in ORDERS))[1]
    assert told.startswith(
        "It has 5 requirements, such as “Orders are listed”, “Orders are printed” and “Orders are sent”;"
    )


@pytest.mark.parametrize(
    ("body", "limits"),
    [
        ("# Shelf\n- A member can lend a tool\n## Out of scope\n- No payment\n", "Left out, or for later: “No payment”; the text sets no constraint."),
        (
            "# Shelf\n- A member can lend a tool\n## Out of scope\n- Payment\n- Chat\n- Maps\n- Mail\n",
            "Left out, or for later: “Payment”, “Chat” and 2 more; the text sets no constraint.",
        ),
    ],
)  # fmt: skip
def test_what_is_left_out_is_said_so_that_a_no_stays_a_no(body: str, limits: str) -> None:
    assert said(body)[2] == limits


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Who pays?", "The text does not answer “Who pays?”."),
        ("The PRD says this is not checked yet: “Events: START and STOP”. What is right?", "The text does not settle “Events: START and STOP”."),
        (
            "The PRD says two things about whether data may leave the device. Which one holds?",
            "The text does not settle this: “The PRD says two things about whether data may leave the device. Which one holds?”.",
        ),
    ],
)  # fmt: skip
def test_a_question_is_quoted_whole_or_by_what_it_is_about(question: str, told: str) -> None:
    asked = Clarification(id="Q1", text=question, why="It matters", changes="cost", default="Both.")
    assert unsaid((asked,), told=()) == told


@pytest.mark.parametrize(
    ("constraint", "told"),
    [
        ("Staff are listed in Microsoft Entra ID", "; the constraints name Microsoft Entra ID."),
        ("Sign-in through Microsoft Entra ID", "; it talks to Microsoft Entra ID."),
    ],
)
def test_a_system_that_only_a_constraint_names_is_told_as_that(constraint: str, told: str) -> None:
    body = f"# Roster\n## Features\n- A nurse can swap shifts\n## Constraints\n- {constraint}\n"
    assert said(body)[0].endswith(told)


def test_what_was_answered_is_quoted_with_the_answer() -> None:
    answer = "What is kept elsewhere today: nothing is brought over: it starts empty, and what there is can still be read where it is."
    assert (
        short(answer, lead=False)
        == "What is kept elsewhere today: nothing is brought over: it starts empty …"
    )
