"""What the text answers already, or what nobody there needs to know, is not asked."""

import pytest

from agents.builtin.planning.asking.answered import SIGN_IN, SIZE
from tests.agents.test_mandates import planned

SIGNING_IN = "prove who they are"
LANGUAGE = "In which language"
SIZING = "How many users and requests"


def asked(body: str) -> list[str]:
    return [each.text for each in planned(body).clarifications]


def document(opening: str, *demands: str) -> str:
    return f"# Meadow\n{opening}\n## Requirements\n" + "".join(f"- {each}\n" for each in demands)


def test_of_pages_without_a_server_nobody_asks_how_many_use_them() -> None:
    demands = (
        "Every hour a job writes the pages anew",
        "Show a table of levels",
        "Show a map",
        "Keep the levels of five years",
        "Sort the table",
    )
    assert not any(SIZING in each for each in asked(document("A static site of tide tables.", *demands)))
    assert any(SIZING in each for each in asked(document("A web application of tide tables.", *demands)))


@pytest.mark.parametrize(
    "text",
    [
        "Partners send an API key",
        "each request is signed with HMAC",
        "service-to-service calls use mTLS",
        "staff are in Active Directory",
        "a JWT from the gateway",
        "every child has a picture code",
        "patients register with their phone number",
        "everybody with the link may vote",
        "magic links by mail",
        "a PIN per driver",
    ],
)
def test_many_words_say_how_people_come_in(text: str) -> None:
    assert SIGN_IN.search(text)


@pytest.mark.parametrize(
    "text", ["the API key of Stripe", "a list of authors", "open the registry", "no auth"]
)
def test_other_words_do_not(text: str) -> None:
    assert not SIGN_IN.search(text)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("the whole staff (340 people)", True),
        ("about 12,000 visits", True),
        ("45 employees", True),
        ("version 12 of the 3 documents", False),
        ("up to 1,500% of it", False),
        ("A reader, just for me.", True),
        ("a single-user tool", True),
        ("For personal use", True),
        ("Only I use it", True),
        ("only me and my team", False),
        ("a gift for my own mother", False),
    ],
)
def test_a_number_of_people_is_a_size(text: str, *, counts: bool) -> None:
    assert bool(SIZE.search(text)) == counts


@pytest.mark.parametrize(
    ("body", "question", "expected"),
    [
        (document("A service for tenants.", "Users can list flats", "Users can rent a flat", "Keep the rents", "Show the rents"), SIGNING_IN, True),
        (document("Firmware for a meter gateway.", "Read the meters each minute", "Send the values of customers to the hub", "Keep the values of 14 days", "Blink on an error"), SIGNING_IN, False),
        (document("A data pipeline.", "Load the customers each night", "Join customers and orders", "Write a table of members", "Send a mail when it fails"), SIGNING_IN, False),
        (document("A data pipeline, in dbt and Airflow.", "Load the orders each night", "Join orders", "Write a table", "Send a mail when it fails"), LANGUAGE, False),
        (document("A data pipeline.", "Load the orders each night", "Join orders", "Write a table", "Send a mail when it fails"), LANGUAGE, True),
        (document("Preview environments for every branch, defined with Terraform.", "Create one", "Destroy one", "List them", "Name them"), LANGUAGE, False),
        (document("A web app, kept in dbt.", "List orders", "Join orders", "Write a table", "Send a mail when it fails"), LANGUAGE, True),
        (document("A web app for the council (340 people).", "List rooms", "Book a room", "Free a room", "Print a list"), SIZING, False),
        (document("A web app for the council.", "List rooms", "Book a room", "Free a room", "Print a list"), SIZING, True),
        (document("A local-first web app for the council.", "List rooms", "Book a room", "Free a room", "Print a list"), SIZING, False),
    ],
    ids=["people", "a box", "a job", "a tool", "no tool", "declared", "a tool of another kind", "a number", "no number", "nobody else"],
)  # fmt: skip
def test_only_what_is_open_and_matters_is_asked(body: str, question: str, *, expected: bool) -> None:
    assert any(question in each for each in asked(body)) == expected


FOUR = (
    "Do the first thing well",
    "Do the second thing well",
    "Do the third thing well",
    "Do the fourth thing well",
)


@pytest.mark.parametrize(
    ("opening", "question", "answer"),
    [
        ("A data pipeline.", "Who is told when a run fails", "A failed run sends an alert"),
        ("A data pipeline.", "What happens when a run is repeated", "Runs are idempotent"),
        ("A data pipeline.", "How much comes in with one run", "Up to 3 million rows come in"),
        ("A command-line tool.", "How do people get it", "It is published on npm"),
        ("A Python library.", "Which versions of its language", "Python 3.11 and later"),
        ("A puzzle game.", "On which machines is it played", "It is sold on Steam"),
        ("A desktop application.", "On which systems does it run", "It runs on Windows 11"),
        ("A Terraform module.", "Where does it run, and who may change it", "Everything runs on AWS"),
        ("Firmware for the gateway.", "How many of these devices", "There are 40 gateways"),
        ("A Discord bot.", "Who may use it, and in which channels", "Only moderators can use it"),
    ],
)
def test_each_kind_is_asked_what_matters_to_it_and_is_not_said(
    opening: str, question: str, answer: str
) -> None:
    assert any(question in each for each in asked(document(opening, *FOUR)))
    assert not any(question in each for each in asked(document(opening, *FOUR, answer)))
    assert not any(question in each for each in asked(document("A web app.", *FOUR)))


def test_nobody_counts_the_users_of_a_box_or_a_bot() -> None:
    for opening in ("Firmware for the gateway.", "A Discord bot.", "A data pipeline."):
        assert not any(SIZING in each for each in asked(document(opening, *FOUR)))


@pytest.mark.parametrize(
    ("demand", "asks"),
    [
        ("Customers pay online", True),
        ("No new tools to pay for", False),
        ("Billing through Shopify: customers pay 9 USD", False),
        ("Customers pay at the door or online", True),
        ("Pagamento via Mercado Pago: customers pay online", False),
        ("Purchases are made through Google Play Billing", False),
        ("Checkout shall reduce the stock and clear the basket", False),
        ("Reports show who joined in a month, not recurring billing", False),
    ],
)
def test_a_provider_that_is_named_is_not_asked_for(demand: str, *, asks: bool) -> None:
    assert (
        any("Through which provider" in each for each in asked(document("A web app.", *FOUR, demand))) == asks
    )
