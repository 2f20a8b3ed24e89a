"""Where a document disagrees with itself a question is asked; where it only says two things, none is."""

import pytest

from agents.builtin.planner import plan
from agents.schemas.pack import ArchitecturePack
from agents.schemas.planner import PlannerInputs
from tests.agents.contradicting import asked, written


@pytest.mark.parametrize(
    ("body", "about"),
    [
        (written("Members can export books as spreadsheet", out="Export books"), "whether this is in scope"),
        (written("Members can pay fees online by card", out="Online fees (later): a provider is needed"), "whether this is in scope"),
        (written(quality="Search results appear within 2 seconds|Search results appear within 500 ms"), "a number"),
        (written(quality="Pages load in under 2 seconds", constraints="Pages load in under 5 seconds"), "a number"),
        (written("It works offline", constraints="It requires an internet connection"), "whether it works without a connection"),
        (written("Books are sent to OpenAI to be tagged by the cloud", quality="All data stays exclusively on the user's device"), "whether data may leave the device"),
        (written("Users must log in before they see a book", constraints="No accounts"), "whether people have accounts"),
        (written(constraints="Hosted on our own server|The database runs on Azure"), "where it runs"),
        (written(constraints="No cloud|Infrastructure: AWS"), "where it runs"),
        (written("Staff sign in and see the books|No sign-in"), "whether people have accounts"),
        (written("Patients can log in to cancel", out="Patients do not have accounts"), "whether each patient has an account"),
        (written("Readers register with a card", constraints="Readers need no account"), "whether each reader has an account"),
        (written("A premium plan shows more books", constraints="The product is completely free"), "whether it costs money"),
        (written("Shelves are shared with other members", constraints="Single-user tool"), "whether one person uses it or several"),
        (written(constraints="The program is written in Python|The program is written in Go"), "which language it is written in"),
        (written(constraints="Database: MySQL|The database is PostgreSQL"), "which database keeps its data"),
        (written(constraints="Backend in Python|The backend must be written in Go"), "which language it is written in"),
        (written("New books appear live on all members' devices", quality="Nothing is stored on a server"), "whether data may leave the device"),
        (written("A parent sees on their own phone what was read", quality="No data leaves the device"), "whether data may leave the device"),
        (written("Only the person who added a book can edit it", constraints="No login: everybody with the link uses it"), "whether people have accounts"),
        (written(constraints="Flutter|The app must be built with React Native"), "which toolkit the app is built with"),
        (written(constraints="All books are stored on the phone only|PostgreSQL"), "whether data may leave the device"),
        (written("Covers are recognised with the OpenAI API", constraints="It may cost 0 euros a month"), "what it may cost to run"),
        (written("Up to 20 books can be stored|The database must hold 10,000 books"), "how many books it holds"),
        (written("There are three roles: reader, librarian, editor and owner"), "how many roles there are"),
        (written("Guests can see the loan history of a book|Guests must not see the loan history"), "whether this is allowed"),
        (written("Clerks at the front desk can see late returns of branches|Clerks at the front desk must not see late returns of branches"), "whether this is allowed"),
        (written("Members cannot delete their reviews", constraints="Members may delete reviews"), "whether this is allowed"),
        (written("Sessions are kept in Redis", constraints="No Redis, no message broker"), "whether it uses Redis"),
        (written(constraints="The backend must not use Django|The backend is a Django project"), "whether it uses Django"),
        (written("Unlimited loans: 25 loans per month"), "whether there is a limit"),
        (written("A book can be reserved. This will be added in a future version"), "when this is built"),
        (written("Reading lists (public, private, shared)", out="Lists for reading in a public, private or shared form"), "whether this is in scope"),
        (written(constraints="The launch is on 1 May 2027|Launch: 2027-06-15"), "when the launch is"),
        (written(quality="A page loads within 2 seconds|Pages load within 500 ms"), "a number"),
        (written("Tier 1: members read|Tier 3: members write"), "which tiers there are"),
        (written("Visitors can register an account", constraints="Accounts are created only by an administrator"), "whether people can register themselves"),
        (written("The app runs on iOS and Android", constraints="The first version is iOS-only"), "which phones it runs on"),
        (written("Pages are mobile-first", constraints="Desktop-only tool"), "whether it is for phones too"),
        (written("It supports multiple languages", constraints="English only"), "which languages it speaks"),
        (written("The list shows banner ads", quality="The pages carry no ads"), "whether it shows advertising"),
        (written("The Pro plan costs $9 per month|Pro: $12/month"), "what the Pro plan costs"),
        (written("[MUST] Members can print a label for each book|[COULD] Each member can print the label of a book"), "how much this matters"),
        (written("Statuses: `open`, `lent`, `gone`|A lost book sets its status to `Missing`"), "which statuses there are"),
        (written("The export of books is a CSV file|All exports are in JSON only"), "which format it is in"),
        (written("Reminders are sent by SMS only|A reminder is sent by e-mail"), "by which way it is sent"),
        (written("The weekly list is sent on Monday|The weekly list is sent every Friday"), "on which day it is"),
        (written("Members sign in with Google only|Members sign in with e-mail and password"), "how people sign in"),
        (written("Only librarians can delete books|Members can delete any book"), "who may do this"),
        (written("Books can only be deleted by librarians|Members can delete books"), "who may do this"),
        (written("Members cannot edit a review once it is published|Members can edit their reviews at any time"), "whether this is allowed"),
        (written("Deleting a book is permanent and cannot be undone|A deleted book can be restored within 30 days"), "whether it can be undone"),
        (written("A book has exactly one owner|A book can belong to several owners"), "whether there is one or several"),
        (written("The phone number is mandatory|The phone number is optional"), "whether it is required"),
        (written("Reading history is private by default|The reading history is public by default"), "what is set at first"),
        (written("Letters are end-to-end encrypted|Moderators can read all letters"), "who may read it"),
        (written(quality="Logs are kept for one year|Logs must be deleted after 30 days"), "a number"),
        (written("Photos must be smaller than 2 MB|Photos up to 10 MB can be uploaded"), "a number"),
        (written(quality="The uptime must be 99.9%|The service is available 95% of the time"), "a number"),
        (written(quality="The system must support 10,000 concurrent users|At most 500 users use it at the same time"), "a number"),
        (written("There is no admin interface|Librarians manage members in the admin panel"), "admin interface"),
        (written("No cookies are used|The session is kept in a cookie"), "cookies"),
        (written("Every request needs a signed-in member|Anonymous visitors can use everything"), "whether people must sign in"),
        (written(constraints="The frontend is built with React|The frontend uses Vue"), "what it is built with"),
        (written("Late fees are paid through Stripe", constraints="It must not use third-party services"), "whether it builds on other people’s programs"),
        (written(constraints="All data must be stored in the EU|The service is hosted in AWS us-east-1"), "in which countries data is kept"),
        (written("The member's name, e-mail and phone number are stored", quality="No personal data is stored"), "whether personal data is kept"),
        (written("The app is published in the App Store and on Google Play", constraints="The app runs on iOS only"), "which phones it runs on"),
        (written("The interface is available in German and English", constraints="The interface is in English only"), "which languages it speaks"),
        (written(constraints="The product must be released by March 2027|The release date is June 2027"), "when the release is"),
        (written("Dark mode for reading at night", out="Dark mode is not planned"), "whether this is in scope"),
        (written("Loans cannot be extended|A member can extend a loan once"), "whether this is allowed"),
        (written("A booking can be cancelled up to 24 hours before|Bookings cannot be cancelled"), "whether this is allowed"),
        (written("Members can change their nickname at any time|The nickname cannot be changed"), "whether this is allowed"),
        (written("Books are listed alphabetically|Books are listed newest first"), "in which order they stand"),
        (written("Search is case-sensitive|Search ignores case"), "whether capital letters matter"),
        (written("Loans are renewed manually|Loans are renewed automatically"), "whether it happens by itself"),
        (written("Times are shown in UTC|Times are shown in the reader's local time zone"), "in which time zone times are"),
        (written("Prices include VAT|Prices are shown without VAT"), "whether prices hold the tax"),
        (written("Reviews are moderated before they appear|Reviews appear immediately"), "whether somebody looks at it first"),
        (written("Each member may have up to 3 shelves|The number of shelves for a member is unlimited"), "whether there is a limit"),
        (written("Photos are deleted after one week|Photos are kept forever"), "how long it is kept"),
        (written("All fees are in euros|Fees are charged in dollars"), "in which currency it is"),
        (written("Usage data is sent to Google Analytics", quality="Data must not be shared with third parties"), "whether data goes to others"),
        (written("The catalogue is a React page", constraints="It must work without JavaScript"), "whether it needs JavaScript"),
        (written("The reader must not require network access|The reader downloads new lists from the server"), "whether it works without a connection"),
    ],
)  # fmt: skip
def test_a_contradiction_becomes_a_question(body: str, about: str) -> None:
    questions = asked(body)
    assert [each.text for each in questions] == [f"The PRD says two things about {about}. Which one holds?"]
    assert len(questions[0].options) == 2


@pytest.mark.parametrize(
    "body",
    [
        written("Members can export books", out="Export books to accounting software"),
        written("Clerks can log in to cancel", out="Patients do not have accounts"),
        written(constraints="Docker on our own server; no cloud|Data in PostgreSQL"),
        written(quality="Search at p95 answers within 200 ms|Search at p99 answers within 400 ms"),
        written(quality="The L1 cache answers within 1 ms|The L2 cache answers within 10 ms"),
        written(quality="Pages load within 2 seconds|Pages load within 4 seconds on mobile"),
        written(quality="Search answers within 2 seconds|Export ends within 60 seconds"),
        written(quality="Search answers within 1 s|Search answers within 1000 ms"),
        written("It works offline", constraints="It does not require an internet connection"),
        written("Users can log in", constraints="No account is needed to browse"),
        written(constraints="The backend is written in Python|The frontend is written in TypeScript"),
        written(constraints="The database is PostgreSQL|Tests use SQLite as database"),
        written(constraints="Backend in Python|Frontend in TypeScript"),
        written(constraints="Flutter|React Native is not allowed"),
        written("Up to 5 photos per book are stored|The store must hold 10,000 photos"),
        written("Up to 20 books can be stored|The list must hold 10 books"),
        written("Up to 20 books can be stored|It costs 30 pounds a year to hold books"),
        written("Covers are recognised with the OpenAI API", constraints="It may cost 10 euros a month"),
        written("Only the person who added a book can edit it", constraints="Members log in by mail"),
        written("There are three roles: reader, librarian and owner"),
        written("There are at least three roles: reader, librarian, editor and owner"),
        written("The price is shown in two currencies"),
        written(constraints="Hosted on AWS|The database runs on AWS"),
        written("Guests cannot see the loan history|Members can see the loan history"),
        written("Loans are renewed automatically|A librarian can renew loans manually"),
        written("Loans are renewed automatically|There is a manual override for loans that are renewed"),
        written("Lamps switch on automatically|Manual override of every lamp"),
        written("The audit log of every account is kept permanently|Deleted accounts are removed after 30 days"),
        written("All account changes are kept in an audit log forever|Account data is deleted immediately on request"),
        written("Members cannot delete reviews after a day|Members may delete reviews"),
        written("Members can import lists from Redis", constraints="No Redis"),
        written(constraints="Avoid per-book Python loops|The program is written in Python"),
        written("Unlimited loans for members of the library|Guests have 3 loans per month"),
        written("A book can be reserved. A waiting list will be added in a future version"),
        written(constraints="Beta launch in May 2027|Launch: 2027-06-15"),
        written(constraints="The launch is in May 2027|Launch: 2027-05-15"),
        written("Tier 1: members read|Tier 2: members write"),
        written("Visitors can read a shelf", constraints="Accounts are created only by an administrator"),
        written("The app runs on iOS and Android", constraints="The widget is for iOS"),
        written("Pages are mobile-first", out="Mobile app"),
        written("The list shows banner ads", quality="No ads for premium members"),
        written("The Pro plan costs $9 per month|Pro: $90/year"),
        written("The Pro plan costs $9 per month|Pro was $12/month"),
        written("The Pro plan costs $9 per month|Pro: $9.00 per user per month"),
        written("[MUST] Members can print a label for each book|[COULD] Members can print a list of late returns"),
        written("Statuses: `open`, `lent`, `gone`|A returned book sets its status to `Open`"),
        written("Statuses: `open`, `lent`, `gone`|Status of members: `new`, `active`, `gone`|A lost card sets its status to `Missing`"),
        written(quality="Results are kept entirely on the user's device and cached answers need no external API", constraints="No external API call for a cached book"),
        written("Shelves hold books (e.g. a rare book and a common one)", out="Rare books: later"),
        written("Books are exported as CSV|Books are imported as JSON only"),
        written("Reminders are sent by SMS|A reminder is sent by e-mail"),
        written("The weekly list is sent on Monday|The monthly bill is sent on Friday"),
        written("Only librarians can delete books|Members can delete their own books"),
        written("Only librarians can delete books|Librarians can delete reviews"),
        written("Members cannot edit a review once it is published|Members can edit their reviews"),
        written("Deleted books can be restored within 30 days|Deleting a member is permanent"),
        written("A book has exactly one owner|A member can own several shelves"),
        written("The phone number is mandatory|The nickname is optional"),
        written("Titles are public by default|The reading history is private by default"),
        written("A profile needs at least one photo|A profile shows at most nine photos"),
        written("In version 1 a shelf holds 20 books|In version 2 a shelf holds 50 books"),
        written("On mobile a page lists 10 books|On desktop a page lists 50 books"),
        written(quality="Logs are kept for 30 days|Backups are kept for 90 days"),
        written(quality="WCAG 2.1 level AA|HTTP 2 is used|Python 3 runs"),
        written("If a book is late a fee is due|If a book is lost its price is paid"),
        written("No errors are shown to guests|Errors are written to a log"),
        written(constraints="The frontend is built with React|The backend uses Django"),
        written(constraints="The database is PostgreSQL|Sessions are cached in Redis"),
        written("New members are approved automatically|Refunds need approval: a librarian does it manually"),
        written("Loans cannot be extended|A member can extend a loan if nobody waits for the book"),
        written("Loans cannot be extended|Members can rate a loan"),
        written("Each member may have up to 3 shelves|The number of books on a shelf is unlimited"),
        written("Photos are deleted after one week|Titles are kept forever"),
        written("The free plan has 3 shelves|The paid plan has 30 shelves"),
        written("Times are stored in UTC|Dates are shown in the reader's local time zone"),
    ],
)  # fmt: skip
def test_two_things_that_can_both_hold_are_no_question(body: str) -> None:
    assert asked(body) == []


KEPT = "The audit log is kept for ever"
ERASED = "What stays in the record of somebody whose account is deleted?"


@pytest.mark.parametrize(
    ("requirements", "is_asked"),
    [
        (f"{KEPT}|Users can delete their account", True),
        (
            "Audit logs are immutable and cannot be deleted|Deleting an account removes all personal data",
            True,
        ),
        ("The account deletion takes a day|An append-only audit trail holds every change", True),
        (f"{KEPT}|Users can delete a book", False),
        ("The audit log is kept for 90 days|Users can delete their account", False),
        (f"{KEPT}|Users can delete their account|Names in the audit log are anonymised then", False),
    ],
)
def test_what_stays_of_whoever_is_deleted_in_a_record_nobody_deletes_is_asked_once(
    requirements: str, *, is_asked: bool
) -> None:
    outcome = plan(PlannerInputs(body=written(requirements)))
    assert isinstance(outcome, ArchitecturePack)
    found = [each for each in outcome.clarifications if each.text == ERASED]
    assert len(found) == is_asked
    assert all(each.default == each.options[0] and len(each.lines) == 2 for each in found)


def test_a_number_has_no_safe_default_and_names_both_lines() -> None:
    question = asked(
        written(quality="Pages load in under 2 seconds", constraints="Pages load in under 5 seconds")
    )[0]
    assert question.blocking
    assert question.options == ("Pages load in under 2 seconds", "Pages load in under 5 seconds")
    assert question.lines == (10, 12)


def test_a_list_ends_where_its_outer_list_goes_on() -> None:
    body = "# Store\nA service.\n## Requirements\n- The store keeps files\n- The store moves files\n- The store lists files\n- View of the 2 tables:\n  - files\n  - users\n- For each table:\n  - its name\n"
    assert asked(body) == []


def test_functions_under_headings_of_their_own_have_numbers_of_their_own() -> None:
    part = "### {} shelf\n#### Entry\n- Members lend a book\n- A loan ends within {} days\n"
    filler = "".join(f"- Members mark page {page}\n" for page in "abcdefghijklmnopq")
    body = (
        "# Shelf\nA web application.\n## Requirements\n"
        + part.format("Red", 3)
        + filler
        + part.format("Blue", 9)
    )
    assert asked(body) == []
    assert asked(
        body.replace("#### Entry\n", "").replace("### Blue shelf\n", "").replace("### Red shelf\n", "")
    )


def test_neither_code_nor_time_is_counted() -> None:
    body = written("Members see the past 3 weeks:") + "\n```\nThree parts:\n- a\n- b\n```\n"
    assert asked(body) == []


def clarified(body: str) -> dict[str, tuple[int, ...]]:
    outcome = plan(PlannerInputs(body=body))
    assert isinstance(outcome, ArchitecturePack), outcome
    return {each.text: each.lines for each in outcome.clarifications}


def test_one_id_for_two_requirements_is_asked() -> None:
    body = "# Shelf\nA web application.\n## Requirements\n- FR-1: Members lend paper books\n- FR-2: Members sort shelves\n- FR-3: Members rate authors\n- FR-2: Clerks print late notices\n"
    assert clarified(body)["The PRD calls two requirements FR-2. Are both meant?"] == (5, 7)
    again = body.replace("Clerks print late notices", "Members sort shelves by name")
    assert not [text for text in clarified(again) if "two requirements" in text]


@pytest.mark.parametrize(
    "end", ["- Warn when `BOOK", "- Members can lend and", "- Members can print labels, lists,"]
)
def test_a_document_that_breaks_off_is_asked_about(end: str) -> None:
    body = written("Members can print a label").rstrip() + f"\n\n## More\n{end}\n"
    assert "The PRD ends in the middle of a sentence. Is something missing?" in clarified(body)
    whole = body.rstrip() + " `labels` are printed.\n" if "`" not in end else body.rstrip() + "` is lent.\n"
    assert not [text for text in clarified(whole) if "middle of a sentence" in text]


def test_a_list_below_a_number_is_counted() -> None:
    body = "# Store\nA service.\n## Requirements\n- The store keeps files\n- The store lists files\n- The store deletes files\n- The store moves files\n\nThere are three storage tiers:\n\n- hot\n- warm\n  - a note\n- cold\n- frozen\n\nEnd.\n"
    question = asked(body)[0]
    assert question.why == "It says three storage tiers. / It lists 4."
    assert question.lines == (9,)


def test_limits_are_compared_however_many_functions_there_are() -> None:
    many = "|".join(f"Members can print list {number}" for number in range(400))
    questions = asked(written(many, quality="Logs are kept for one year|Logs must be deleted after 30 days"))
    assert [each.text for each in questions] == ["The PRD says two things about a number. Which one holds?"]


def test_what_the_organisation_says_against_the_document_is_asked() -> None:
    body = written(constraints="The program is written in Python")
    question = asked(body, constraints="Every program is written in Java.")[0]
    assert question.default == "Java."


def test_at_most_three_are_asked() -> None:
    body = written(
        "It works offline|Users must log in|A premium plan shows more books",
        constraints="It requires an internet connection|No accounts|The product is completely free|The program is written in Python|The program is written in Go",
    )
    assert len(asked(body)) == 3
