"""What people paste into an issue, form by form: everything a careful reader would take from it, and nothing besides."""

import pytest

from agents.builtin.planning.asking.answered import SIGN_IN, SIZE
from agents.builtin.reader.notations.printed import as_lines
from tests.agents.stated import stated

WORD = """Requirements Specification Visitor Badges
Version 1.2\tStatus: Draft
Table of Contents
1 Introduction\t3
2 Requirements\t4
2.1 Functional ........ 4

1 Introduction
This document describes the visitor badges of the plant.
2 Requirements
2.1 Functional
2.1.1 Registration
•\tThe host registers a visitor at least one hour before the visit
o\tThe visitor receives an invitation by e-mail
•\tThe receptionist prints the badge
2.1.2 Leaving
–\tThe visitor returns the badge at the gate
2.2 Quality
•\tA badge is printed within 10 seconds
3 Constraints
•\tThe existing printers shall be used
4 Exclusions
•\tVehicles of suppliers
"""
BARE = """Choir rehearsal planner

Background

Our choir has 64 singers. Rehearsals are planned by e-mail, and nobody knows who comes.

How it works

Singers get a message on Monday.
The conductor sees the answers by voice.

Not this year

Sheet music library
Concert tickets

Technical stuff

We already have a Nextcloud and would like to log in with it. Must run on our 5 euro server.

Things we don't know yet

Should guests be able to answer?
Who removes singers that left?
"""
FORM = """### What problem does this solve?

Our support team copies chat logs into tickets by hand.

### What should it do?

A button in the chat that creates a ticket. Agents can cut out parts before it is sent.

### Anything it must not do?

_No response_

### Additional context

It should not take longer than 3 seconds.

### Checklist

- [X] I have searched the existing issues
- [X] I agree to follow this project's Code of Conduct
"""
EARS = """# Irrigation controller

The controller shall open and close 16 valves.
While it is raining, the controller shall keep all valves closed.
If a valve does not report closed within 5 seconds, then the controller shall raise an alarm and notify the groundskeeper by SMS.
When the groundskeeper presses "Stop", the controller shall close all valves within 2 seconds.
The controller shall be available 99.5 % of the season.
"""
VOICE = "so what we need is a thing on the tablet where people type in their number and then it says hi and if their contract is over it should beep and the trainer gets a message. and at the end of the month I want to see who came. oh and it must not stop when the wifi is gone\n"
PI = """# Weather hut

A station in the school garden.

Everything has to run on the Pi in the shed and readings must not get lost when the power goes.
It works for 500 members. Our club has around 300 volunteers. We have no money for hosting.
"""
HEBREW = """# לוח משמרות למתנדבים

## רקע
היום הרכזת מנהלת את המשמרות בקבוצה.

## דרישות
- מתנדב יכול להירשם למשמרת

## דרישות איכות
- הדף נטען תוך 2 שניות

## מחוץ לתחום
- תשלומים

## שאלות פתוחות
- האם קטינים צריכים אישור הורים?
"""
ARABIC = """نظام حجز ملاعب الحي

المتطلبات:
- يستطيع المشرف إلغاء الحجز

خارج النطاق:
- الدفع الإلكتروني

أسئلة مفتوحة:
- من يحدد الأسعار؟
"""
SPANISH = """Necesitamos una app para la cooperativa de pan.

Los socios piden pan hasta las 20:00 del día anterior. El panadero ve cuántos panes tiene que hacer.

Debe funcionar en móviles viejos. Los datos no pueden salir de la UE.
No hace falta pagar online, se paga en efectivo.
¿Quién cambia los precios?
Ahora lo hacemos con una hoja de papel en la puerta.
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            WORD,
            [
                ("functional", "The host registers a visitor at least one hour before the visit"),
                ("functional", "The visitor receives an invitation by e-mail"),
                ("functional", "The receptionist prints the badge"),
                ("functional", "The visitor returns the badge at the gate"),
                ("nonfunctional", "A badge is printed within 10 seconds"),
                ("constraint", "The existing printers shall be used"),
                ("non_goal", "Vehicles of suppliers"),
            ],
        ),
        (
            BARE,
            [
                ("functional", "Singers get a message on Monday."),
                ("functional", "The conductor sees the answers by voice."),
                ("non_goal", "Sheet music library"),
                ("non_goal", "Concert tickets"),
                ("functional", "We already have a Nextcloud and would like to log in with it."),
                ("constraint", "Must run on our 5 euro server."),
                ("question", "Should guests be able to answer?"),
                ("question", "Who removes singers that left?"),
            ],
        ),
        (
            FORM,
            [
                ("functional", "A button in the chat that creates a ticket."),
                ("functional", "Agents can cut out parts before it is sent."),
                ("nonfunctional", "It should not take longer than 3 seconds."),
            ],
        ),
        (
            EARS,
            [
                ("functional", "The controller shall open and close 16 valves."),
                ("functional", "While it is raining, the controller shall keep all valves closed."),
                (
                    "functional",
                    "If a valve does not report closed within 5 seconds, then the controller shall raise an alarm and notify the groundskeeper by SMS.",
                ),
                (
                    "nonfunctional",
                    'When the groundskeeper presses "Stop", the controller shall close all valves within 2 seconds.',
                ),
                ("nonfunctional", "The controller shall be available 99.5 % of the season."),
            ],
        ),
        (
            VOICE,
            [
                (
                    "functional",
                    "A thing on the tablet where people type in their number and then it says hi and if their contract is over it should beep and the trainer gets a message.",
                ),
                ("functional", "At the end of the month, see who came."),
                ("nonfunctional", "It must not stop when the wifi is gone"),
            ],
        ),
        (
            PI,
            [
                ("functional", "A station in the school garden."),
                ("constraint", "Everything has to run on the Pi in the shed"),
                ("nonfunctional", "Readings must not get lost when the power goes."),
                ("nonfunctional", "It works for 500 members."),
                ("constraint", "We have no money for hosting."),
            ],
        ),
        (
            HEBREW,
            [
                ("functional", "מתנדב יכול להירשם למשמרת"),
                ("nonfunctional", "הדף נטען תוך 2 שניות"),
                ("non_goal", "תשלומים"),
                ("question", "האם קטינים צריכים אישור הורים?"),
            ],
        ),
        (
            ARABIC,
            [
                ("functional", "يستطيع المشرف إلغاء الحجز"),
                ("non_goal", "الدفع الإلكتروني"),
                ("question", "من يحدد الأسعار؟"),
            ],
        ),
        (
            SPANISH,
            [
                ("functional", "Los socios piden pan hasta las 20:00 del día anterior."),
                ("functional", "El panadero ve cuántos panes tiene que hacer."),
                ("nonfunctional", "Debe funcionar en móviles viejos."),
                ("constraint", "Los datos no pueden salir de la UE."),
                ("non_goal", "No hace falta pagar online, se paga en efectivo."),
                ("question", "¿Quién cambia los precios?"),
            ],
        ),
    ],
    ids=[
        "word processor",
        "without markup",
        "form",
        "when-shall",
        "run-on",
        "in one breath",
        "hebrew",
        "arabic",
        "spanish",
    ],
)
def test_what_is_pasted_is_read_as_a_person_would(text: str, expected: list[tuple[str, str]]) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    "text",
    ["1 Print\n2 Lock\n", "Kiosk\n\n1.1 Print the ticket\n", "- print\t\n", "Contents\n\nprint 3\n", ""],
)
def test_text_that_was_not_copied_from_a_page_stays_as_it_is(text: str) -> None:
    assert as_lines(text.split("\n")) == text.split("\n")


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("how many returns a day?\n\nNadia  9:06 AM\n~400, before Christmas 1500", True),
        ("about 60 tickets a day", True),
        ("It works for 500 members.", True),
        ("how many returns a day?\n\nNadia  9:06 AM\nno idea", False),
        ("Posters are printed once a day.", False),
    ],
)
def test_a_text_that_counts_is_not_asked_how_many(text: str, *, counts: bool) -> None:
    assert bool(SIZE.search(text)) == counts


def test_whoever_needs_no_account_is_not_asked_how_people_sign_in() -> None:
    assert SIGN_IN.search("it has to work without an account")
