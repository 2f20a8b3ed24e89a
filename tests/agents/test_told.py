"""What a document leaves open is asked so that it can be answered, with a default that promises nothing untrue."""

import re

import pytest

from agents.builtin.planner import plan
from agents.builtin.planning.asking.safely import BY_FILES, KEPT, KEPT_OF_PEOPLE, taken_for
from agents.builtin.planning.asking.told import asked
from agents.builtin.planning.quoting import LONGEST, short
from agents.builtin.summary import summary
from agents.schemas.pack import ArchitecturePack
from agents.schemas.planner import PlannerInputs
from policies.coverage import complete
from tests.stories.prds import TOOLS

OPEN_STILL = (
    "Not in the first version: nothing is built for it until it is decided, so nothing has to be undone."
)
NOTHING_GOES = "Nothing is deleted by itself until this is decided: what is gone cannot be brought back."
SMALLEST = "The smallest number that does, as a setting: it can be raised without a new version."
ONLY_US = (
    "Only whoever runs the product: others can be let in later, and what was shown cannot be taken back."
)
PLAINEST = "The plainest that meets the requirements, in one place: another can take over later."
HUB = """# Letterbox
A notification service with a REST API.
## Users
- {caller}
## Requirements
- The service accepts letters from its users
- The service tells the state of a letter
- The service delivers a letter to the customer
- The service keeps each letter
"""


def planned(body: str) -> ArchitecturePack:
    outcome = plan(PlannerInputs(body=body))
    assert isinstance(outcome, ArchitecturePack), outcome
    return outcome


@pytest.mark.parametrize(
    ("text", "question", "default"),
    [
        ("Which colour is right?", "Which colour is right?", PLAINEST),
        ("Badges for lenders: TBD", "The PRD leaves this open: “Badges for lenders”. What do you want?", OPEN_STILL),
        ("Retention of tools: TBD", "Retention of tools: what shall it be?", NOTHING_GOES),
        ("Default limit TBD", "Default limit: what shall it be?", SMALLEST),
        ("OQ-B: model tier — OPEN", "Model tier: what shall it be?", PLAINEST),
        ("Who can see reports of other teams is undecided", "Who can see reports of other teams?", ONLY_US),
        ("Whether a loan can be shared should be confirmed before the start", "A loan can be shared: yes or no?", "No, not in the first version: it can be added later, and to take it away again would be harder."),
        ("The clinic's program needs to know too, we do not know whether it has an interface", "“The clinic's program needs to know too, we do not know whether it has an interface”: can a program reach it, and how?", BY_FILES),
        ("Without a connection people must be able to go on somehow", "“Without a connection people must be able to go on somehow”: in which way?", PLAINEST),
        ("The working title Stampede is a placeholder", "“The working title Stampede is a placeholder”: what shall it be?", "The name that the PRD uses now, until another is chosen."),
        ("Any retention policy for the log?", "Any retention policy for the log?", NOTHING_GOES),
        ("Search by phone: in v1?", "Search by phone: in v1?", OPEN_STILL),
        ("Possibly DeleteTag", "The PRD says perhaps: “DeleteTag”. Shall it be built?", "No, not in the first version."),
        ("Maybe: a dark theme", "The PRD says perhaps: “a dark theme”. Shall it be built?", "No, not in the first version."),
        ("Possible loans are counted", "The PRD leaves this open: “Possible loans are counted”. What do you want?", OPEN_STILL),
        ("Alternative: a nightly job", "The PRD names an alternative: “a nightly job”. Shall it be built instead?", "No; what the PRD says first is built."),
        ("Host events (needs verification)", "The PRD says this is not checked yet: “Host events”. What is right?", "What the PRD says; it is checked first."),
        ("Payloads need investigation", "The PRD says this is not checked yet: “Payloads need investigation”. What is right?", "What the PRD says; it is checked first."),
    ],
)  # fmt: skip
def test_an_open_point_is_asked_in_the_way_it_is_open(text: str, question: str, default: str) -> None:
    assert asked(text) == (question, default, ())


@pytest.mark.parametrize(
    ("question", "default"),
    [
        ("Do we store files on S3 or on the existing share?", "What is there already, “the existing share”: nothing new has to be bought, moved or learned."),
        ("Can it work with the page we have or do we need a new one?", "What is there already, “the page we have”: nothing new has to be bought, moved or learned."),
        ("Brauchen wir Konten, oder reicht ein Link pro Boot?", "What may be enough, “ein Link pro Boot”: more can be added later, and to take it away again would be harder."),
        ("Do exports go to S3 or to FTP?", "S3."),
        ("Do we need a watch version?", "No, not in the first version: it can be added later, and to take it away again would be harder."),
        ("Wie lange müssen wir die Fotos aufheben?", "Nothing is deleted by itself until this is decided: what is gone cannot be brought back."),
        ("Who may delete pictures?", "Only whoever runs the product: others can be let in later, and what was shown cannot be taken back."),
        ("What happens with broken boats?", "It is shown to whoever runs the product and nothing is changed by itself: by hand it can be undone."),
        ("How many retries?", "The smallest number that does, as a setting: it can be raised without a new version."),
        ("TLS client certs?", OPEN_STILL),
        ("Do we have to keep scrapped boats in the list?", KEPT),
        ("Should we log every search?", KEPT),
        ("Must old bookings be kept?", KEPT),
        ("I'm not sure whether we are allowed to keep the phone numbers after the fair?", KEPT_OF_PEOPLE),
        ("May we store pictures of visitors?", KEPT_OF_PEOPLE),
        ("Do we need to log in?", "No, not in the first version: it can be added later, and to take it away again would be harder."),
        ("I don't know if we need a login for the owners or if a link is enough, what do you think?", "What may be enough, “a link”: more can be added later, and to take it away again would be harder."),
        ("I wonder if we need a list for the owners or a map of the boats?", OPEN_STILL),
    ],
)  # fmt: skip
def test_what_is_taken_for_an_open_question_can_be_built_and_says_why(question: str, default: str) -> None:
    assert taken_for(question).default == default


@pytest.mark.parametrize(
    ("words", "question"),
    [
        ("open: TLS client certs?", "TLS client certs?"),
        ("Offen ist noch: Wie viele Boote?", "Wie viele Boote?"),
        ("Undecided: what happens with broken boats?", "What happens with broken boats?"),
        ("??? do we need TLS", "The PRD leaves this open: “do we need TLS”. What do you want?"),
    ],
)
def test_that_a_point_is_open_is_not_part_of_the_question(words: str, question: str) -> None:
    assert asked(words)[0] == question


@pytest.mark.parametrize(
    ("caller", "default"),
    [
        ("Billing service: sends letters", "Each calling service has a key of its own and sees only its own data."),
        ("Clerk: reads letters", "Sign-in by e-mail; everybody sees only their own data."),
    ],
)  # fmt: skip
def test_programs_are_let_in_by_keys_and_people_by_mail(caller: str, default: str) -> None:
    questions = planned(HUB.format(caller=caller)).clarifications
    assert [each.default for each in questions if each.changes == "access, data model"] == [default]


def test_whoever_wants_no_registration_is_not_asked_how_people_sign_in() -> None:
    text = HUB.format(caller="Clerk: reads letters") + "\nPlease no registration.\n"
    assert "access, data model" not in {each.changes for each in planned(text).clarifications}


def test_what_the_text_never_says_is_not_put_into_its_mouth() -> None:
    silent = planned(HUB.format(caller="Clerk: reads letters")).prd.understood[-1]
    assert silent.startswith(
        "The text does not answer “How do people prove who they are, and who may see whose data?”"
    )
    opened = planned(f"{TOOLS}\n## Open questions\n\n- Shade of the shelf: TBD\n")
    assert not any("leaves this open" in sentence for sentence in opened.prd.understood)


def test_a_text_is_not_cut_for_its_last_word() -> None:
    words = "a" * (LONGEST - 10) + " letter entirely"
    assert short(words) == words
    assert short(f"{words} and much more than that").endswith("…")


def test_no_stop_stands_before_a_semicolon() -> None:
    page = summary(complete(planned(HUB.format(caller="Clerk: reads letters"))))
    assert "own data; changes access" in page
    assert not re.search(r"[.];", page)


def test_an_open_point_that_announces_a_list_names_what_stands_there_and_its_lines() -> None:
    body = (
        "# Duel\nAn add-on.\n## Features\n- It must detect a loss\n- It must show a prompt\n- It must close it\n"
        "## Technical notes\n- Events (needs verification):\n  - `ZONE_CHANGED`: entering\n  - `MATCH_OVER`: the end\n- Files: two\n"
    )
    pack = plan(PlannerInputs(body=body))
    assert isinstance(pack, ArchitecturePack)
    (question,) = (each for each in pack.clarifications if "not checked" in each.text)
    assert (
        question.text
        == "The PRD says this is not checked yet: “Events: ZONE_CHANGED and MATCH_OVER”. What is right?"
    )
    assert question.lines == (8, 9, 10)


def test_what_follows_a_question_on_its_line_is_not_asked_beside_it() -> None:
    hub = HUB.format(caller="Clerks")
    pack = planned(hub + "## Open questions\n- Is an antenna needed on the roof? I'll ask the caretaker.\n")
    told = [each.text for each in pack.clarifications if "PRD itself" in each.why]
    assert [each for each in told if "caretaker" in each and "antenna" not in each] == []
    assert any("antenna" in each for each in told)


@pytest.mark.parametrize(
    ("text", "default"),
    [
        ("HTTP client: httpx vs requests. Recommendation: httpx, sync only, for now", "What the PRD recommends: “httpx, sync only, for now”."),
        ("PDF export (Puppeteer or Print Service)", "Puppeteer."),
        ("Build: Rollup or Webpack for distribution builds", "Rollup."),
        ("Budget", "No limit is set: the cheapest way that meets the requirements is taken, and it is said what it costs."),
        ("Deadline", "No date is promised: the units come in the order of the plan."),
        ("Final package name", "The name that the PRD uses now, until another is chosen."),
    ],
)  # fmt: skip
def test_what_the_document_itself_would_take_is_taken(text: str, default: str) -> None:
    assert asked(text)[1] == default


@pytest.mark.parametrize(
    ("text", "question", "choices"),
    [
        ("Sign-in: an account or a PIN, to be decided", "Sign-in: an account or a PIN?", ("An account.", "A PIN.")),
        ("CSV · JSON · OPML, not sure which", "CSV, JSON or OPML?", ("CSV.", "JSON.", "OPML.")),
        ("Whether one clerk or a team lends it should be confirmed", "One clerk or a team lends it: which of them?", ("One clerk.", "A team lends it.")),
        ("OQ-E: search read-only — OPEN (default yes)", "search read-only: yes or no?", ("Yes.", "No.")),
        ("Late fees: flat, percentage, none?", "Late fees: flat, percentage, none?", ("Flat.", "Percentage.", "None.")),
    ],
)  # fmt: skip
def test_ways_that_are_listed_are_choices_of_which_the_first_is_taken(
    text: str, question: str, choices: tuple[str, ...]
) -> None:
    assert asked(text) == (question, choices[0], choices)


def test_what_hangs_on_a_question_is_told_where_a_column_says_so() -> None:
    table = "\n## Open questions\n\n| Question | Affects |\n|---|---|\n| Late letters: kept, thrown away? | The archive |\n"
    (question,) = (
        each for each in planned(HUB.format(caller="Clerks") + table).clarifications if "Late" in each.text
    )
    assert (question.text, question.changes) == ("Late letters: kept, thrown away?", "The archive")


def test_what_changes_most_is_asked_first_and_looks_last() -> None:
    points = (
        "Colour of the stamp?",
        "Shape of the queue?",
        "Who may delete letters?",
        "On-premises or in a cloud?",
    )
    listed = "\n".join(f"- {each}" for each in points)
    pack = planned(HUB.format(caller="Clerks") + f"\n## Open questions\n\n{listed}\n")
    own = [each.text for each in pack.clarifications if each.text in points]
    assert own[:3] == [points[3], points[2], points[1]]


def test_ways_are_asked_with_the_demand_beside_which_they_stand() -> None:
    pack = planned(
        HUB.format(caller="Clerks") + "- The service exports its letters. CSV · JSON · XML, not sure which.\n"
    )
    (question,) = (each for each in pack.clarifications if "XML" in each.text)
    assert question.text == "The service exports its letters: CSV, JSON or XML?"
    assert question.options == ("CSV.", "JSON.", "XML.")


@pytest.mark.parametrize(
    ("line", "question", "first"),
    [
        ("Screens at the doors: (A) cheap tablets, (B) a board with e-ink.", "Screens at the doors: cheap tablets or a board with e-ink?", "Cheap tablets."),
        ("Counters: Redis vs in-memory, pending load test.", "Counters: Redis or in-memory?", "Redis."),
        ("Letters without a name must be either rejected or ignored.", "Letters without a name: rejected or ignored?", "Rejected."),
    ],
)  # fmt: skip
def test_ways_among_demands_and_limits_of_which_none_is_taken_are_asked_about(
    line: str, question: str, first: str
) -> None:
    pack = planned(HUB.format(caller="Clerks") + f"\n## Constraints\n\n- {line}\n")
    assert {each.text: each.default for each in pack.clarifications}.get(question) == first


def test_what_people_may_do_either_way_is_no_question() -> None:
    pack = planned(HUB.format(caller="Clerks") + "- A clerk can either print or send a letter\n")
    assert not any("print" in each.text for each in pack.clarifications)


def test_what_is_open_for_a_later_version_is_not_asked_now() -> None:
    points = "- Languages of version 1.1 (post-launch)\n- Shape of the queue?\n"
    pack = planned(HUB.format(caller="Clerks") + f"\n## Open questions\n\n{points}")
    assert not any("Languages" in each.text for each in pack.clarifications)
    assert any("Languages" in each.text for each in pack.open_questions)


def test_what_is_resolved_since_is_not_asked() -> None:
    hub = HUB.format(caller="Clerks")
    pack = planned(hub + "## Open questions\n- Resolved 2026-08-17: migrations are written by hand\n")
    assert not any("by hand" in each.text for each in pack.clarifications)
