"""The outside systems a short text names as people type them."""

import pytest

from agents.builtin.reader import Findings, read

NOTE = "We need a page that lists our boats.\n\n{}\n\nIt should print the list.\n"


def integrations(text: str) -> list[str]:
    """The names of the systems."""
    result = read(text)
    assert isinstance(result, Findings)
    return [each.name for each in result.integrations]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("It should post the list to our slack channel.", ["Slack"]),
        ("Our agents have three tabs open (shopify, dhl, the till).", ["Shopify", "DHL"]),
        ("It must put the files on nextcloud.", ["Nextcloud"]),
        ("The list of boats lives in a google sheet.", ["Google Sheets"]),
        ("It should write to trello + matrix.", ["Trello", "Matrix"]),
        ("Whoever owes money gets a reminder mail.", ["Email"]),
        ("It sends one notice by e-mail or by text.", ["Email", "SMS"]),
        ("Members get a push when a boat is free.", ["Push notifications"]),
        ("It must call a webhook when a boat comes back.", ["Webhook"]),
        ("It must fail in CI when a boat is missing.", ["CI"]),
        ("It should sit next to Vectron.", ["Vectron"]),
        ("The list must come out of that program, Rowlog.", ["Rowlog"]),
        ("It must use Rowlog's own REST interface.", ["Rowlog"]),
        ("Our catalogue (Rowlog) must show the same boats.", ["Rowlog"]),
        ("Login with our normal Microsoft account.", ["Microsoft account"]),
        ("It should draw the tide from the Wismar station.", ["Wismar"]),
        ("It runs on our Airflow.", ["Airflow"]),
        ("The price must be read in our web ERP.", ["Web ERP"]),
        ("We should get the list from the Volksbank.", ["Volksbank"]),
        ("It should print a list in the Grist workspace.", ["Grist"]),
    ],
)
def test_a_short_text_names_systems_as_people_type(words: str, names: list[str]) -> None:
    assert integrations(NOTE.format(words)) == names


@pytest.mark.parametrize(
    "words",
    [
        "It should ask for an email address.",
        "It should have a text field.",
        "It should show the matrix of boats.",
        "There should be some slack in the plan.",
        "It has to survive from March to October.",
        "It should run in our Rails app.",
        "No Slack bot, please.",
        "Perhaps later it could do the same for Trello.",
        "It should print a list for the boat (Anna) and the crew.",
    ],
)
def test_what_is_no_system_in_a_short_text(words: str) -> None:
    assert integrations(NOTE.format(words)) == []


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Members offer lifts to each other, like Uber.", []),
        ("Something like Uber for boats.", []),
        ("An Airbnb for boats.", []),
        ("A boat is shown on a map, like in Strava.", []),
        ("Boats are moved like Trello does it.", []),
        ("Members swipe boats as on Tinder.", []),
        ("Members book (like Airbnb) and pay with Stripe.", ["Stripe"]),
        ("It posts to services like Slack and Discord.", ["Slack", "Discord"]),
        ("Money comes by payment providers, like Stripe or PayPal.", ["Stripe", "PayPal"]),
        ("I'd like Stripe for payments.", ["Stripe"]),
        ("We would like Slack messages.", ["Slack"]),
    ],
)
def test_what_a_product_is_likened_to_is_nothing_it_talks_to(words: str, names: list[str]) -> None:
    assert integrations(NOTE.format(words)) == names


def test_a_long_text_and_one_in_which_nobody_speaks_name_their_systems_themselves() -> None:
    once = "\n\n- It sends us a reminder by e-mail\n"
    assert integrations("# Boats\n\n## Features\n" + once) == ["Email"]
    assert integrations("# Boats\n\n## Features\n" + once.replace(" us ", " ")) == []
    assert integrations("# Boats\n\n## Background\n\n" + "It shows the tide and the wind. " * 80 + once) == []
