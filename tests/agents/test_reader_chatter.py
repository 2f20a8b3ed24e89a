"""What people say around their wishes: what only chats, what is refused in passing, and how far `for later` reaches."""

import pytest

from agents.builtin.reader import Findings, read
from agents.builtin.reader.statements.chatter import chats, refused_last, without_refusal
from agents.builtin.reader.statements.quality import category_of
from agents.builtin.reader.statements.targets import target_of

OPENING = "# Platters\n\nWe run a small shop in the old town.\n\nWhat I would like is a page where customers order a platter. "
SENTENCES: dict[str, tuple[str, list[str]]] = {
    "a feeling": ("Then they get a picture of it. Customers love pictures.", ["functional", "functional"]),
    "a word to the dog": ("They pick the day. Okay, Bruno, no! Leave it!", ["functional", "functional"]),
    "never again": (
        "They pick the day. I never want to see a queue like that again.",
        ["functional", "functional"],
    ),
    "how things are": ("They pick the day. Known pain today: people wait.", ["functional", "functional"]),
    "how much there usually is": (
        "They pick the day. A typical order is 5-60 MB, the big ones are ~900 MB.",
        ["functional", "functional"],
    ),
    "what we do not do either": (
        "They pick the day. We also don't deliver.",
        ["functional", "functional", "non_goal"],
    ),
    "refused at the end, with please": (
        "They should leave their name and phone number, so please no registration.",
        ["functional", "functional", "non_goal"],
    ),
    "refused at the end, one after the other": (
        "I should see who has ordered, since I dislike contests and want none, no points, no badges.",
        ["functional", "functional", "non_goal"],
    ),
    "put off as a whole": (
        "They pick the day. It would be lovely if I got an email every evening, but that can wait for next year.",
        ["functional", "functional", "deferred"],
    ),
    "what happens in a case": (
        "They pick the hour. When an hour is full it should not be offered any more.",
        ["functional", "functional", "functional"],
    ),
    "before an event": (
        "They pick the hour. Fifteen minutes before pick-up time the list turns orange.",
        ["functional", "functional", "functional"],
    ),
}


def _kinds(text: str) -> list[str]:
    findings = read(text)
    assert isinstance(findings, Findings)
    return [each.kind for each in findings.findings]


@pytest.mark.parametrize("case", SENTENCES)
def test_each_sentence_of_a_letter_is_what_it_says(case: str) -> None:
    said, expected = SENTENCES[case]
    assert _kinds(OPENING + said) == expected


@pytest.mark.parametrize(
    "said",
    [
        "Customers should see pictures they love.",
        "Kids love to press it, so it must be sturdy.",
        "Stop the pump when the tank is full!",
        "I never want to enter an order twice.",
        "The typical route must load in 2 seconds.",
        "Dark mode!",
    ],
)
def test_what_asks_for_something_does_not_chat(said: str) -> None:
    assert not chats(said)


def test_what_a_sentence_refuses_at_its_end_is_taken_from_it() -> None:
    said = "They leave their name, so please no registration."
    assert refused_last(said) == "No registration"
    assert without_refusal(said) == "They leave their name"
    assert refused_last("It shows the hours, with no doubt.") == ""
    assert refused_last("Ten rounds, it gets faster, no losing.") == ""
    assert refused_last("There is no server, no network and no account behind it.") == ""


LATER = (
    "# Lamp\n\nParents set the time from a page.\n\n"
    'Also a mini game for later: at green the kid can play "catch the owl", where one pixel runs around the ring and you pat when it is on top, ten rounds, faster each time.\n\n'
    "Things that matter to me\nThe time must be right after a power cut. Must boot in under 10 seconds. Settings survive a power cut.\n"
)


def test_what_is_for_later_is_so_in_its_own_paragraph_alone_and_a_plain_line_heads_what_matters() -> None:
    assert _kinds(LATER) == ["functional", "deferred", "nonfunctional", "nonfunctional", "nonfunctional"]
    findings = read(LATER)
    assert isinstance(findings, Findings)
    assert not any("Things that matter" in each.text for each in findings.findings)


@pytest.mark.parametrize(
    ("said", "category"),
    [
        ("uptime of 99 %", "availability"),
        ("99 % up time", "availability"),
        ("before wake-up time", None),
        ("at pick up time", None),
    ],
)
def test_only_the_time_a_service_is_up_is_availability(said: str, category: str | None) -> None:
    assert category_of(said) == category


def test_how_long_it_may_take_is_the_goal_and_not_how_much_goes_in() -> None:
    found = target_of("1 GB log in < 20 s on a laptop, RSS < 200 MB")
    assert found
    assert (found.comparison, found.quantity, found.unit) == ("<", 20.0, "s")
    size = target_of("5 GB on disk")
    assert size
    assert (size.quantity, size.unit) == (5.0, "gb")


def test_what_others_shall_do_at_a_time_is_said_so() -> None:
    findings = read(
        "# Walks\n\nWe have six walkers and want a list of walks.\n\nAt the end of the month I want the invoices to come out by themselves.\n"
    )
    assert isinstance(findings, Findings)
    assert (
        findings.findings[-1].text == "At the end of the month, the invoices should come out by themselves."
    )


NAMES = (
    "# Loans\n\nI want to build a lamp with a small speaker for our club.\n\nWhat I would like is a page where members lend a drill. "
    "Members see the owl's head glow. After a loan both sides rate each other with thumbs up or down. The speaker should be loud.\n"
)


def test_no_part_of_a_phrase_is_a_thing_and_no_machine_a_person() -> None:
    findings = read(NAMES)
    assert isinstance(findings, Findings)
    assert not {"Other", "Like"} & {each.name for each in findings.entities}
    assert not {"Speaker", "Owl's head"} & {each.name for each in findings.actors}


def test_a_way_to_install_it_is_no_system_it_talks_to() -> None:
    findings = read("# logsift\n\n- reads a log\n- groups its lines\n- goreleaser + Homebrew tap\n")
    assert isinstance(findings, Findings)
    assert not findings.integrations


@pytest.mark.parametrize(
    "said",
    [
        "Petra gets an e-mail 30 days before a check is due, and again on the day.",
        "I must be able to delete everything with one button, after being asked twice.",
        "Both sides confirm the handover, each with a photo of the condition.",
        "A walker should only see the keys on the day, and only for her own dogs.",
    ],
)
def test_what_hangs_on_a_sentence_is_no_wish_of_its_own(said: str) -> None:
    findings = read(f"# Checks\n\nWe want a list of all checks.\n\n{said}\n")
    assert isinstance(findings, Findings)
    assert said in [each.text for each in findings.findings]
