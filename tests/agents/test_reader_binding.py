"""What the reader makes of sentences that bind: demands in prose, what they rule out, and what changes have to pass; invented documents."""

import pytest

from agents.builtin.reader.text.topics import announced
from agents.builtin.reader.words.topic import Topic
from tests.agents.kinds import Found, kinds
from tests.agents.stated import stated

BINDING: dict[str, tuple[str, Found]] = {
    "a condition that holds for both halves": (
        "# Locks\n## Functional requirements\n### FR-1\n\nWhen a key is lost, the lock shall refuse it; the hub shall tell the owner.\n",
        [("functional", 5)],
    ),
    "checks that are called deferred, and what is": (
        "# Locks\n## Functional requirements\n- Deferred key checks shall reject a lost key\n- The sale of keys is deferred\n- Battery alerts are deferred until spring\n",
        [("functional", 3), ("deferred", 4), ("deferred", 5)],
    ),
    "which ones are meant, and what is left out": (
        "# Locks\n## Requirements\n| ID | Requirement |\n|---|---|\n| R-1 | The hub shall drop keys whose form it does not support. |\n| R-2 | The hub must refuse cards that the lock will not include. |\n| R-3 | The hub does not support cards. |\n",
        [("functional", 5), ("functional", 6), ("non_goal", 7)],
    ),
    "the word among others, and what is one": (
        "# Locks\n## Non-functional requirements\n- NFR-1: The manual shall list limits, non-goals and plans\n## Scope\n- Copying keys is a non-goal\n",
        [("nonfunctional", 3), ("non_goal", 5)],
    ),
    "no support and no thought": (
        "# Locks\n## Rules\n1. No support for cards or phones\n2. There is no consideration for guests, even if a key is theirs\n3. No key without an owner\n",
        [("non_goal", 3), ("non_goal", 4), ("functional", 5)],
    ),
    "a key for what is sent twice, and sending it twice": (
        "# Locks\n## Functional requirements\n- Each order shall require a bounded Idempotency-Key\n- A receipt shall keep the idempotency token of its owner\n- Each opening shall be idempotent\n",
        [("functional", 3), ("functional", 4), ("nonfunctional", 5)],
    ),
}
SEVERAL: dict[str, tuple[str, list[str]]] = {
    "a semicolon between two that bind": (
        "# Locks\n## Functional requirements\n### FR-1\n\nEach lock shall report its charge; the hub shall not guess a missing one.\n",
        ["Each lock shall report its charge", "The hub shall not guess a missing one."],
    ),
    "what is to be, is expected, and is not allowed": (
        "# Locks\n## Proposal: Dependencies of keys\nA file of keys is to be supported. It is expected that a lost key opens nothing. The name of a lock is NOT allowed to be empty. Copies are prohibited.\n\n- Open a lock\n",
        [
            "A file of keys is to be supported.",
            "It is expected that a lost key opens nothing.",
            "The name of a lock is NOT allowed to be empty.",
            "Copies are prohibited.",
            "Open a lock",
        ],
    ),
    "sentences above a sample": (
        "# Locks\n## Functional requirements\nThe hub should keep a list of keys. The hub will add the owner to each. To this end a file is to be supported:\n\n```\nkeys: []\n```\n",
        [
            "The hub should keep a list of keys.",
            "The hub will add the owner to each.",
            "To this end a file is to be supported:",
        ],
    ),
}
QUALITIES: dict[str, tuple[str, Found]] = {
    "what every change has to pass": (
        "# Locks\n## v0.1\n| ID | Requirement |\n|---|---|\n| REQ-1 | Every change to `main` shall pass, in CI, the formatting check, the linter, the unit tests and the build of the hub. |\n| REQ-2 | All pull requests must pass the review of two people before they are merged. |\n| REQ-3 | Every visitor shall pass the gate of the yard with a key of the hub that is still valid. |\n",
        [("nonfunctional", 5), ("nonfunctional", 6), ("functional", 7)],
    ),
    "when the build has to fail": (
        "# Locks\n## Requirements\n- The build shall fail when a rule is broken\n- Dependencies of modules shall flow in one direction\n- The hub shall fail over to the second line\n",
        [("nonfunctional", 3), ("nonfunctional", 4), ("nonfunctional", 5)],
    ),
    "secrets": (
        "# Locks\n## Requirements\n- Secrets (also the key of the hub) shall never be committed\n- Passwords must not be logged\n- Keys shall never be copied\n",
        [("nonfunctional", 3), ("nonfunctional", 4), ("functional", 5)],
    ),
    "by what it is tried": (
        "# Locks\n## v0.1\n| ID | Requirement | Method |\n|---|---|---|\n| REQ-1 | Secrets (also the key of the hub) shall never be committed; every commit shall be scanned for them by a second tool. | A, I |\n| REQ-2 | Each key shall open one lock | T |\n",
        [("nonfunctional", 5), ("functional", 6)],
    ),
    "languages and touch": (
        "# Locks\n## Requirements\n- All texts of the hub that a guest can see shall be available in English and Spanish before launch\n- Buttons shall be large enough for gloves: no touch target of the panel may be smaller than 48 dp\n- The report shall be available in Excel and on paper\n",
        [("nonfunctional", 3), ("nonfunctional", 4), ("functional", 5)],
    ),
}
QUESTIONS_NAMED: dict[str, Topic | None] = {
    "Rückfragen- & Fragen-Regeln (Thread)": None,
    "Question rules": None,
    "Question threads": None,
    "Fragen": "question",
    "Fragen und Ideen": "question",
    "Offene Fragen": "question",
    "Proposal: Shared dependencies": "functional",
    "Shared dependencies": "constraint",
}


@pytest.mark.parametrize(("text", "found"), BINDING.values(), ids=BINDING)
def test_a_sentence_that_binds_is_read_by_what_it_binds(text: str, found: Found) -> None:
    assert kinds(text) == found


@pytest.mark.parametrize(("text", "functions"), SEVERAL.values(), ids=SEVERAL)
def test_each_thing_that_a_paragraph_binds_is_one_function(text: str, functions: list[str]) -> None:
    assert [words for kind, words in stated(text) if kind == "functional"] == functions


def test_what_a_row_is_tried_by_is_no_part_of_what_it_says() -> None:
    text = "# Locks\n## v0.1\n| ID | Requirement | Method |\n|---|---|---|\n| REQ-2 | Each key shall open one lock | A, T |\n| REQ-3 | The lock answers | GET |\n"

    assert [words for _, words in stated(text)] == ["Each key shall open one lock", "The lock answers: GET"]


@pytest.mark.parametrize(("text", "found"), QUALITIES.values(), ids=QUALITIES)
def test_what_a_change_or_a_text_has_to_live_up_to_is_a_quality(text: str, found: Found) -> None:
    assert kinds(text) == found


@pytest.mark.parametrize(("heading", "topic"), QUESTIONS_NAMED.items())
def test_a_heading_that_only_has_the_words_of_a_topic_is_about_something_else(
    heading: str, topic: Topic | None
) -> None:
    assert announced(heading) == topic
