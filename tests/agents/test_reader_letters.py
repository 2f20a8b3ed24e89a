"""Mails and threads of mails: what the last one answers is no question any more, and heads, names and feet are nothing to build."""

import pytest

from agents.builtin.reader.findings import Findings
from agents.builtin.reader.notations.letters import as_letter
from agents.builtin.reader.reading import read
from tests.agents.stated import stated

THREAD = """From: Ines Duarte <ines@example.org>
To: Kofi Boateng <kofi@example.org>
Date: Mon, 4 May 2026 11:20:14 +0200
Subject: Re: Re: room booking for the community centre

Kofi, see below. Yes, payments by card please, and the treasurer needs a monthly list.

Ines

On Sun, 3 May 2026 at 20:11, Kofi Boateng <kofi@example.org> wrote:
> Thanks Ines. So: groups book one of 6 rooms online.
> Should payments be online too? Who keeps the key?
> The heating is controlled by another system, we leave that alone.
> --
> Kofi Boateng, community centre
>
> On Fri, 1 May 2026, Ines Duarte wrote:
>> Hi Kofi,
>> we still use a paper calendar.
>> Could you make something where a room can never be booked twice?

This e-mail is confidential and intended only for the addressee.
If you have received it in error, you must delete it.
"""
INLINE = """Hi Tom,

> can you write down what you need?

sure:

> - who may send?
only marketing, with a second pair of eyes before it goes out

> - what about unsubscribe?
one click, no login. has to be effective immediately

> - and bounces?
not sure

we stay on Mailgun.

Best,
Lena
"""


def test_a_thread_is_read_from_its_last_mail_to_its_first() -> None:
    findings = read(THREAD)
    assert isinstance(findings, Findings)
    assert findings.title == "Room booking for the community centre"
    assert [(each.kind, each.lines[0], each.text) for each in findings.findings] == [
        ("functional", 6, "Yes, payments by card"),
        ("functional", 6, "The treasurer needs a monthly list."),
        ("functional", 11, "groups book one of 6 rooms online."),
        ("question", 12, "Who keeps the key?"),
        ("non_goal", 13, "The heating is controlled by another system, we leave that alone."),
        ("functional", 20, "Could you make something where a room can never be booked twice?"),
    ]


def test_an_answer_below_a_quoted_question_stands_beside_it() -> None:
    assert stated(INLINE) == [
        ("functional", "who may send: only marketing, with a second pair of eyes before it goes out"),
        ("functional", "unsubscribe: one click, no login."),
        ("functional", "Has to be effective immediately"),
        ("question", "and bounces?"),
        ("constraint", "we stay on Mailgun."),
    ]


@pytest.mark.parametrize("text", [THREAD, INLINE])
def test_lines_keep_their_numbers(text: str) -> None:
    assert len(as_letter(text.split("\n"))) == text.count("\n") + 1


@pytest.mark.parametrize(
    "text",
    [
        "# Trips\n\nFrom: the airport\nTo: the town\nDate: a day\n",
        "* From: the airport\n* Subject: trips\n* To: the town\n",
        "> Is it open?\nYes, it is.\n",
        "Subject: trips\n\nPrint a ticket.\n",
    ],
)
def test_what_is_no_mail_stays_as_it_is(text: str) -> None:
    assert "\n".join(as_letter(text.split("\n"))) == text
