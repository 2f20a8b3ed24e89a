"""Whole short texts as people write them into an issue: a PRD without headings, a mail, notes, a request with its criteria."""

from collections.abc import Sequence

import pytest

from tests.agents.stated import stated

Found = Sequence[tuple[str, str]]

TEXTS: dict[str, tuple[str, Found]] = {
    "a heading in small letters, and how things are today": (
        (
            "we want to get the bill import off the old box\n\n"
            "today: a script fetches the bills and writes them into the store. when one mill changes a column everything stops\n\n"
            "what we need\n"
            "* one job per mill\n"
            "* old bills kept so we can see what a print cost last year\n"
            "* print a day again by hand\n"
            "* the bill format as a file per mill\n"
            "* a mail with what came in\n\n"
            "* biggest file has 2.1 million rows\n"
            "* runs on our cluster, no new database please (an upgrade is planned)\n"
            "* python, the team is two people\n"
            "* ftp passwords are in the safe\n\n"
            "not now: colours, photos\n"
        ),
        [
            ("functional", "one job per mill"),
            ("functional", "old bills kept so we can see what a print cost last year"),
            ("functional", "print a day again by hand"),
            ("functional", "the bill format as a file per mill"),
            ("functional", "a mail with what came in"),
            ("nonfunctional", "biggest file has 2.1 million rows"),
            ("constraint", "runs on our cluster"),
            ("constraint", "No new database please (an upgrade is planned)"),
            ("constraint", "python, the team is two people"),
            ("constraint", "ftp passwords are in the safe"),
            ("non_goal", "colours"),
            ("non_goal", "photos"),
        ],
    ),
    "a mail that announces its list without a colon": (
        (
            "Subject: idea: `foldy` – a bill folder\n\nHi all,\n\n"
            "It should\n"
            "- fold each bill\n"
            "- hide bills of zero\n"
            "- optional: a file with bills to leave out\n\n"
            "It has to fold bills of up to 50 MB in under 5 secs on a machine of ours (2 cores, 7 GB, no graphics card). "
            "One static binary, linux and mac. Go preferred since that's what the team knows. Only the standard library please.\n\n"
            "What I don't want: a web page, prices (we have those), stamps (that's Ida's job).\n\n"
            "If it saves each of us 10 min per bill I'm happy. Question is whether we fold envelopes or just bills.\n"
        ),
        [
            ("functional", "fold each bill"),
            ("functional", "hide bills of zero"),
            ("functional", "a file with bills to leave out"),
            (
                "nonfunctional",
                "It has to fold bills of up to 50 MB in under 5 secs on a machine of ours (2 cores, 7 GB, no graphics card).",
            ),
            ("constraint", "One static binary, linux and mac."),
            ("constraint", "Go preferred since that's what the team knows."),
            ("constraint", "Only the standard library please."),
            ("non_goal", "a web page"),
            ("non_goal", "prices (we have those)"),
            ("non_goal", "stamps (that's Ida's job)"),
            ("metric", "If it saves each of us 10 min per bill I'm happy."),
            ("question", "Question is whether we fold envelopes or just bills."),
        ],
    ),
    "ids that end in a full stop, one on each line": (
        (
            "## Functional requirements\n\n"
            "FR1. The printer replies in a thread.\n"
            "FR2. Bills are indexed from the mill (closed ones).\n"
            "FR3. Thumbs up or down for prints.\n\n"
            "## Non-functional requirements\n\n"
            "NFR1. 90% of prints arrive in under 8 seconds.\n"
            "NFR2. Names are removed before a print is sent.\n"
        ),
        [
            ("functional", "The printer replies in a thread."),
            ("functional", "Bills are indexed from the mill (closed ones)."),
            ("functional", "Thumbs up or down for prints."),
            ("nonfunctional", "90% of prints arrive in under 8 seconds."),
            ("nonfunctional", "Names are removed before a print is sent."),
        ],
    ),
    "criteria, and what is said behind them": (
        (
            "As a clerk I'd like to print all bills as one file, so that I need not ask.\n\n"
            "Right now Moss runs a script by hand and prints each bill, which is error prone.\n\n"
            "Acceptance:\n"
            "- only clerks see the menu\n"
            "- every print is itself printed\n\n"
            "Should fit into the existing Spring Boot app (Java 17), no new services.\n\n"
            "Don't do: changing the format, deleting old bills.\n\n"
            "Not sure if we need colours as well, right now everything is grey.\n"
        ),
        [
            ("story", "As a clerk I'd like to print all bills as one file, so that I need not ask."),
            ("acceptance", "only clerks see the menu"),
            ("acceptance", "every print is itself printed"),
            ("constraint", "Should fit into the existing Spring Boot app (Java 17), no new services."),
            ("non_goal", "changing the format"),
            ("non_goal", "deleting old bills"),
            ("question", "Not sure if we need colours as well, right now everything is grey."),
        ],
    ),
    "labels in German": (
        (
            "Was wir brauchen:\n- Mitglieder sehen online, welche Rechnung da ist\n\n"
            "Rahmen: läuft auf unserem alten Rechner im Serverschrank, kein Cloud-Kram wegen Datenschutz. Die Mitglieder stehen in der Vereinssoftware (Falter), ein Export einmal pro Woche reicht.\n\n"
            "Nicht: Bezahlung, Buchung der Räume.\n"
        ),
        [
            ("functional", "Mitglieder sehen online, welche Rechnung da ist"),
            (
                "constraint",
                "läuft auf unserem alten Rechner im Serverschrank, kein Cloud-Kram wegen Datenschutz.",
            ),
            (
                "constraint",
                "Die Mitglieder stehen in der Vereinssoftware (Falter), ein Export einmal pro Woche reicht.",
            ),
            ("non_goal", "Bezahlung"),
            ("non_goal", "Buchung der Räume"),
        ],
    ),
    "limits in a paragraph that ends with a wish": (
        (
            "## Limits\n\nIT only supports Windows Server. Login goes through the mill's directory. We want to start in October.\n\n"
            "## How fast and safe\n\nFolding must take less than half a second. All prints are logged with who and when.\n\n"
            "## Later\n\nFolding by itself. Not part of this.\n\n"
            "## We'll be successful if\n\n5,000 bills in the first 3 months\n"
        ),
        [
            ("constraint", "IT only supports Windows Server."),
            ("constraint", "Login goes through the mill's directory."),
            ("constraint", "We want to start in October."),
            ("nonfunctional", "Folding must take less than half a second."),
            ("nonfunctional", "All prints are logged with who and when."),
            ("deferred", "Folding by itself."),
            ("metric", "5,000 bills in the first 3 months"),
        ],
    ),
    "one thing after the other in one entry": (
        "## Features\n\n- A clerk offers a bill for folding; another takes it; Ida confirms.\n- Bills are checked by the mill; errors are shown in red.\n",
        [
            ("functional", "A clerk offers a bill for folding; another takes it; Ida confirms."),
            ("functional", "Bills are checked by the mill"),
            ("functional", "Errors are shown in red."),
        ],
    ),
    "a table whose ids say which rows are qualities": (
        (
            "| Author | Ida |\n|---|---|\n| Version | 0.3 |\n\n## Requirements\n\n"
            "| ID | Requirement | Priority |\n|---|---|---|\n"
            "| F-01 | A bill unlocks when the clerk is near it | Must |\n"
            "| N-01 | Battery: max. 15 % per hour of folding | Must |\n"
        ),
        [
            ("functional", "A bill unlocks when the clerk is near it"),
            ("nonfunctional", "Battery: max. 15 % per hour of folding"),
        ],
    ),
    "numbered parts without blank lines, and a sign that is no quotation": (
        (
            "1. Objective\nFold bills.\n\n"
            "2. Requirements\n2.1 Templates\n2.1.1 Clerks can create templates.\n2.1.2 Templates have an owner.\n2.2 Prints\n2.2.1 A clerk can see the print.\n\n"
            "3. Non-Functional\n- SSO for everyone\n- 60 devices at once\n- It has to be really simple\n\n"
            "4. Success\n>80 % of bills folded on time\n"
        ),
        [
            ("functional", "Clerks can create templates."),
            ("functional", "Templates have an owner."),
            ("functional", "A clerk can see the print."),
            ("nonfunctional", "SSO for everyone"),
            ("nonfunctional", "60 devices at once"),
            ("nonfunctional", "It has to be really simple"),
            ("metric", ">80 % of bills folded on time"),
        ],
    ),
    "a library in a few short sentences": (
        (
            "A library for bills.\n\n- [ ] fold a bill\n- [ ] secrets masked: anything called password\n\n"
            "Supports Python 3.10+. Typed (mypy --strict). Must not slow a print down by more than 20 µs. Under 600 lines. Published on our own index.\n\n"
            "Not a printer.\n"
        ),
        [
            ("functional", "fold a bill"),
            ("functional", "secrets masked: anything called password"),
            ("constraint", "Supports Python 3.10+."),
            ("constraint", "Typed (mypy --strict)."),
            ("nonfunctional", "Must not slow a print down by more than 20 µs."),
            ("constraint", "Under 600 lines."),
            ("constraint", "Published on our own index."),
            ("non_goal", "Not a printer."),
        ],
    ),
    "a wish in running text that goes on below": (
        (
            "I run a small mill. I'd like a website where clerks pick a bill.\n\n"
            "I want to change prices myself, my nephew set up a site for us two years ago.\n\n"
            "Clerks get a message when the bill is folded. I need to send the numbers to Ida.\n"
        ),
        [
            ("functional", "A website where clerks pick a bill."),
            (
                "functional",
                "Change prices myself, my nephew set up a site for us two years ago.",
            ),
            ("functional", "Clerks get a message when the bill is folded."),
            ("functional", "Send the numbers to Ida."),
        ],
    ),
    "what is told of a call": (
        (
            "Short summary of our call with the mill:\n\n"
            "Bills go to the right clerk automatically. Faces on bills have to be blurred before printing.\n\n"
            "They insist on: open source, hosting in their own house (VMware), Czech + English.\n\n"
            "Money: 20k, must be live by 1 March.\n\n"
            "What they could not tell us: how long bills are kept.\n"
        ),
        [
            ("functional", "Bills go to the right clerk automatically."),
            ("functional", "Faces on bills have to be blurred before printing."),
            ("constraint", "open source"),
            ("constraint", "hosting in their own house (VMware)"),
            ("constraint", "Czech + English"),
            ("constraint", "Money: 20k, must be live by 1 March."),
            ("question", "how long bills are kept."),
        ],
    ),
    "what they have, what is not needed, and what would be nice": (
        (
            "# Bills for kids\n\n## Rules\n- A bill counts only after a parent approved it\n\n"
            "## Must work\n* On our old iPad (iOS 12), in the browser is fine\n* German and Danish\n\n"
            "## Not needed\nAds, other families\n\nNice: sounds, heroes\n"
        ),
        [
            ("functional", "A bill counts only after a parent approved it"),
            ("constraint", "On our old iPad (iOS 12), in the browser is fine"),
            ("nonfunctional", "German and Danish"),
            ("non_goal", "Ads"),
            ("non_goal", "other families"),
            ("functional", "sounds"),
            ("functional", "heroes"),
        ],
    ),
    "figures under Load, and a sentence that only its end demands": (
        (
            "# Bills\n\n## Proposal\n\nThe mill, our printer, is a box that stores each bill with its colour.\n\n"
            "## Load\n\nNormally 10 bills/day, worst case 200k within an hour. Fold at least 500 bills/s.\n"
        ),
        [
            (
                "functional",
                "The mill, our printer, is a box that stores each bill with its colour.",
            ),
            ("nonfunctional", "Normally 10 bills/day, worst case 200k within an hour."),
            ("nonfunctional", "Fold at least 500 bills/s."),
        ],
    ),
}


@pytest.mark.parametrize(("text", "expected"), TEXTS.values(), ids=TEXTS)
def test_what_a_short_text_says(text: str, expected: Found) -> None:
    assert stated(text) == expected
