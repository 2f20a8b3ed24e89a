"""Short texts as people type them into an issue: a few paragraphs, and lines that begin with what they are about."""

import pytest

from agents.builtin.planning.drawing.kind import kind_of
from agents.builtin.reader.findings import Findings
from agents.builtin.reader.reading import read
from agents.builtin.reader.words.technology import technologies
from tests.agents.stated import stated

SHIFTS = """# Volunteer shift swap

Today shift swaps happen in a WhatsApp group and the coordinators lose track.

We want a small web app where a volunteer can see their shifts and offer one for swap. Coordinators must approve swaps
that happen less than 24 hours before the shift. It has to work on old Android phones. We already use Google Workspace,
so people should sign in with their Google account.

Nice to have: calendar export (iCal).

Not now: payments, recurring shift planning, native apps.

Open: do minors need a guardian's approval? How long do we keep history?

Success: fewer than 5% unfilled shifts within 3 months.
"""
REMINDERS = """Hi team, short PRD for the invoice reminder bot.

Problem: our accountants chase late invoices by hand every Friday.

What it does: every morning it reads unpaid invoices from Xero, and sends a polite reminder by email. Accountants can
mute a customer.

Users: accountants, team lead
Out of scope: phone calls, SMS, collecting payments
Constraints: Python, at most $2,500 a year, no new database server
Must have: audit log; German and English templates
Success: days sales outstanding falls from 41 to 30 by Q3
Risks: Xero allows 60 calls a minute
Open questions: who owns the templates? what about credit notes?

Later we might add Twilio.
"""


def systems(text: str) -> list[str]:
    findings = read(text)
    assert isinstance(findings, Findings)
    return [each.name for each in findings.integrations]


def test_paragraphs_say_with_their_first_words_what_they_are() -> None:
    assert stated(SHIFTS) == [
        ("functional", "We want a small web app where a volunteer can see their shifts"),
        ("functional", "Offer one for swap."),
        ("functional", "Coordinators must approve swaps that happen less than 24 hours before the shift."),
        ("nonfunctional", "It has to work on old Android phones."),
        ("constraint", "We already use Google Workspace"),
        ("functional", "People should sign in with their Google account."),
        ("functional", "calendar export (iCal)."),
        ("non_goal", "payments"),
        ("non_goal", "recurring shift planning"),
        ("non_goal", "native apps"),
        ("question", "do minors need a guardian's approval?"),
        ("question", "How long do we keep history?"),
        ("metric", "fewer than 5% unfilled shifts within 3 months."),
    ]


def test_what_is_done_before_there_is_a_product_is_nothing_to_build() -> None:
    assert systems(SHIFTS) == ["Google Workspace"]


def test_lines_with_labels_are_read_each_by_its_own() -> None:
    assert stated(REMINDERS) == [
        ("functional", "every morning it reads unpaid invoices from Xero"),
        ("functional", "Sends a polite reminder by email."),
        ("functional", "Accountants can mute a customer."),
        ("non_goal", "phone calls"),
        ("non_goal", "SMS"),
        ("non_goal", "collecting payments"),
        ("constraint", "Python"),
        ("constraint", "at most $2,500 a year"),
        ("constraint", "no new database server"),
        ("functional", "audit log"),
        ("functional", "German and English templates"),
        ("metric", "days sales outstanding falls from 41 to 30 by Q3"),
        ("question", "who owns the templates?"),
        ("question", "what about credit notes?"),
        ("deferred", "Later we might add Twilio."),
    ]


def test_what_may_come_one_day_is_nothing_the_product_talks_to() -> None:
    assert systems(REMINDERS) == ["Xero", "Email"]


def test_those_who_are_named_behind_a_label_are_its_people() -> None:
    findings = read(REMINDERS)
    assert isinstance(findings, Findings)
    assert [each.name for each in findings.actors] == ["Accountants", "Team lead"]


FLAGS = """as a PM I'd like an internal page that lists all feature flags

- list flags with owner
- search

stack: nextjs, postgres (existing), okta login
non-goals: SDKs, percentage rollouts
nfr: page loads < 1s for 2k flags
?? who may create flags
"""
CHECKER = """Wir brauchen ein Werkzeug für die Kommandozeile, das CSV-Dateien prüft.

Es muss Dateien bis 2 GB in unter 60 Sekunden verarbeiten.

Nicht enthalten: grafische Oberfläche, Excel-Dateien.

Offen: Welche Zeichensätze müssen wir unterstützen?
"""
HIKES = """# Trail Buddy

Battery drain must stay under 5% per hour. We will not do turn-by-turn navigation. Launch is planned for 1 May.
"""


def test_labels_in_small_letters_and_mere_question_marks_are_read_too() -> None:
    assert stated(FLAGS) == [
        ("story", "as a PM I'd like an internal page that lists all feature flags"),
        ("functional", "list flags with owner"),
        ("functional", "search"),
        ("constraint", "nextjs, postgres (existing), okta login"),
        ("non_goal", "SDKs"),
        ("non_goal", "percentage rollouts"),
        ("nonfunctional", "page loads < 1s for 2k flags"),
        ("question", "who may create flags"),
    ]
    assert kind_of(FLAGS).kind == "web_app"


def test_labels_are_read_in_german() -> None:
    assert stated(CHECKER) == [
        ("nonfunctional", "Es muss Dateien bis 2 GB in unter 60 Sekunden verarbeiten."),
        ("non_goal", "grafische Oberfläche"),
        ("non_goal", "Excel-Dateien"),
        ("question", "Welche Zeichensätze müssen wir unterstützen?"),
    ]


def test_running_text_says_what_is_left_out_what_drains_and_when_it_is_due() -> None:
    assert [kind for kind, _ in stated(HIKES)] == ["nonfunctional", "non_goal", "constraint"]


def test_running_text_that_is_wrapped_before_a_colon_is_no_label() -> None:
    ((_, text),) = stated("# Shop\n\nThe shop must list its\nfeatures: carts, orders and bills.\n")
    assert text == "The shop must list its features: carts, orders and bills."


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("nextjs, postgres", (("framework", "Next.js"), ("store", "Postgres"))),
        ("Next.js, and nextjs again", (("framework", "Next.js"),)),
        ("python on aws", (("language", "Python"), ("cloud", "AWS"))),
        ("src/python/redis.py, @redis, kafka-ui", ()),
        ("to react, to go, to render", ()),
    ],
)
def test_technologies_are_known_in_small_letters_where_no_other_word_is_meant(
    text: str, named: tuple[tuple[str, str], ...]
) -> None:
    assert technologies(text) == named


TYPED = {
    "a wish in chat": (
        "the print is broken again\n\nyeah. can we print it at night and mail a link?\n\nUsers keep asking for it.\n",
        [("functional", "can we print it at night and mail a link?")],
    ),
    "notes of a meeting": (
        "Meeting notes 3 May (Ida, Moss)\n\n- Print desk: printers are Acme P2, Android 11\n- clerks scan a bill\n- AI: Ida writes to the mill\n- compare with the bill of last year\n",
        [
            ("constraint", "Print desk: printers are Acme P2, Android 11"),
            ("functional", "clerks scan a bill"),
            ("functional", "compare with the bill of last year"),
        ],
    ),
    "an answer to a mail": (
        "Subject: Re: printing\n\nPrint each bill at night. Ida asked if clerks may fold it. It would be great to have it before Easter Monday.\n",
        [
            ("functional", "Print each bill at night."),
            ("question", "Ida asked if clerks may fold it."),
            ("constraint", "It would be great to have it before Easter Monday."),
        ],
    ),
    "what is expected instead": (
        "Der Drucker druckt in Serverzeit. Erwartet: jeder sieht seine eigene Zeit. Das Ganze muss bis Ende Mai fertig sein.\n",
        [
            ("functional", "Erwartet: jeder sieht seine eigene Zeit."),
            ("constraint", "Das Ganze muss bis Ende Mai fertig sein."),
        ],
    ),
    "what is left out and what comes later": (
        "- imprimer une facture\n- pas de couleurs pour l'instant\n- archive? maybe later\n",
        [
            ("functional", "imprimer une facture"),
            ("non_goal", "pas de couleurs pour l'instant"),
            ("deferred", "archive? maybe later"),
        ],
    ),
    "questions in Spanish, and an end": (
        "Usamos tablets Android viejas. ¿Se puede doblar la factura? Only Linux. Done when all bills are printed.\n",
        [
            ("constraint", "Usamos tablets Android viejas."),
            ("question", "¿Se puede doblar la factura?"),
            ("constraint", "Only Linux."),
            ("acceptance", "Done when all bills are printed."),
        ],
    ),
}


@pytest.mark.parametrize(("text", "expected"), TYPED.values(), ids=TYPED)
def test_what_people_type_in_haste(text: str, expected: list[tuple[str, str]]) -> None:
    assert stated(text) == expected
