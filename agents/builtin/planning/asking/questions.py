"""The few questions that change what is built, each with why it is asked and a default where one is safe."""

import re
from collections.abc import Iterator

from agents.builtin.planning.asking.answered import (
    BOTH,
    COUNTED,
    DECLARED,
    DEVICE,
    MONEY,
    PEOPLE,
    PERSONAL,
    PERSONS,
    PROGRAM,
    PROVIDER,
    RETENTION,
    SIGN_IN,
    SIZE,
    STAYS_LOCAL,
    UNPAID,
)
from agents.builtin.planning.asking.choosing import choices
from agents.builtin.planning.asking.cited import lines_with, opening_of
from agents.builtin.planning.asking.conflicts import conflicts
from agents.builtin.planning.asking.contradiction import HOLDS
from agents.builtin.planning.asking.drafted import ARCHITECTURE, EVERY_FILE, EVERYTHING, Draft
from agents.builtin.planning.asking.from_risks import besides, reserve
from agents.builtin.planning.asking.gaps import gaps, sort_of
from agents.builtin.planning.asking.numbering import NOTHING, Earlier
from agents.builtin.planning.asking.order import order
from agents.builtin.planning.asking.silent import silent
from agents.builtin.planning.asking.told import told
from agents.builtin.planning.asking.too_little import any_kind, hardly_anything, thin
from agents.builtin.planning.drawing.kind import Guess
from agents.builtin.planning.drawing.mandates import mandates
from agents.builtin.planning.drawing.shape_for import HOSTED, shape_for
from agents.builtin.planning.drawing.shapes import SHAPES
from agents.builtin.planning.drawing.shapes_alike import in_a_chat
from agents.builtin.planning.drawing.shapes_box import CHIP, on_a_chip
from agents.builtin.planning.entries import Entries
from agents.builtin.planning.understood import NOBODY
from agents.builtin.planning.wishes import Wishes
from agents.builtin.reader.words.technology import Use, technologies
from agents.schemas.questions import Clarification

MOST = 5
# Technologies of these uses decide in which language code is written.
CODE: frozenset[Use] = frozenset({"language", "framework", "mobile", "game", "runtime"})
WHOLE = frozenset({ARCHITECTURE, EVERYTHING, EVERY_FILE})
# What wants less goes into a repository that is there, in its language, and is not sized.
SHORT = 3
# What runs on a desk whatever else it has.
ON_A_DESK = re.compile(r"\b(?:electron|gtk|javafx|qt ?[56]?|tauri|winforms|wpf)\b", re.IGNORECASE)


def questions_for(
    entries: Entries, *, guess: Guess, body: str, earlier: Earlier = NOTHING
) -> tuple[Clarification, ...]:
    """At most five questions, those that change most first; none when nothing would change.

    One without a safe default is never left out for one that has one, and one that was answered `earlier` never for a new one.
    """
    raised = tuple(_drafts(entries, guess, body))
    more = besides(raised, lambda: reserve(sort_of(guess.kind, entries), entries, body), earlier=earlier)
    found = sorted((*raised, *more), key=lambda draft: -draft.weight)
    kept = sorted(found, key=lambda draft: (draft.default is not None, draft.text not in earlier.answered))[
        :MOST
    ]
    # What nothing raises is asked where the document says what it is about.
    drafts = sorted(kept, key=lambda draft: -draft.weight)
    return tuple(
        Clarification(
            id=f"Q{number}",
            text=each.text,
            why=each.why,
            changes=each.changes,
            default=each.default,
            options=each.options,
            lines=each.lines or opening_of(entries.source),
        )
        for number, each in enumerate(drafts, start=1)
    )


def _drafts(entries: Entries, guess: Guess, body: str) -> Iterator[Draft]:
    if thin(entries, body) and not entries.in_place:
        yield from hardly_anything(entries, guess)
        return
    yield from (
        Draft(
            (45 if c.minor else 90) - n,
            c.asks or f"The PRD says two things about {c.about}. {HOLDS}",
            f"{c.first} / {c.second}"[:600],
            c.changes,
            c.options[0] if c.safe else None,
            c.options,
            c.lines,
        )
        for n, c in enumerate(conflicts(entries, body=body))
    )
    if entries.in_place:
        yield from _about_change(entries)
    else:
        yield from _about_kind(guess, body)
        yield from _about_people(entries, guess, body)
        yield from _about_running(entries, guess, body)
        yield from order(entries, body)
    alone = _stays_with_its_user(entries, guess)
    yield from silent(sort_of(guess.kind, entries), entries, body, alone=alone)
    yield from choices(entries)
    yield from told(entries, body)


def _about_change(entries: Entries) -> Iterator[Draft]:
    """What is there has its kind, its language and its door already: only what shall become of it can be missing."""
    if not (entries.requirements or entries.nfrs or entries.stories):
        yield Draft(
            100,
            "What shall be different when it is done?",
            "The text says what is wrong, and not what shall be instead.",
            EVERYTHING,
        )


def _about_kind(guess: Guess, body: str) -> Iterator[Draft]:
    if not guess.sure and guess.second is None:
        if not DEVICE.search(body):
            yield any_kind(guess)
    elif not guess.sure and guess.second and not _plainly(guess, body):
        first, second = SHAPES[guess.kind].title, SHAPES[guess.second].title
        yield Draft(
            95,
            f"Shall it be {first} or {second}?",
            "The words of the PRD fit both.",
            ARCHITECTURE,
            first,
            (first, second),
        )


def _plainly(guess: Guess, body: str) -> bool:
    """Whether nobody needs to say which of the two it is: pages have a server of their own, and a toolkit of a desk a desk."""
    pages = guess.kind == "web_app" and guess.second == "service"
    return pages or (guess.kind == "desktop_app" and ON_A_DESK.search(body) is not None)


def _about_people(entries: Entries, guess: Guess, body: str) -> Iterator[Draft]:
    shared = guess.kind in {"web_app", "service", "mobile_app"}
    if shared and PEOPLE.search(body) and not SIGN_IN.search(body) and _comes_in(entries, guess):
        yield _sign_in(entries, guess)
    if (
        shared
        and len(set(PERSONAL.findall(body.casefold()))) >= 2
        and not RETENTION.search(body)
        and guess.kind not in {"library", "infrastructure"}
    ):
        yield Draft(
            70,
            "How long is personal data kept, and who may have it deleted?",
            "The PRD handles personal data and is silent on this.",
            "storage, privacy duties",
            "Until its owner deletes it; deletion is complete within 30 days.",
            (
                "Until its owner deletes it; deletion is complete within 30 days.",
                "One year after the last use.",
            ),
            lines_with(entries, lambda text: PERSONAL.search(text.casefold())),
        )
    paid = lines_with(entries, lambda text: MONEY.search(UNPAID.sub(" ", text)))
    if paid and not PROVIDER.search(body) and entries.requirements:
        yield Draft(
            82,
            "Through which provider, and in which countries, is money taken?",
            "Requirements speak of payment and name no provider; taxes and contracts hang on it.",
            "integrations, tax, compliance",
            lines=paid,
        )


def _comes_in(entries: Entries, guess: Guess) -> bool:
    """Whether anybody comes in by a door of its own: a sensor hub and a nightly job are used by nobody in person."""
    if guess.kind != "service":
        return not _stays_with_its_user(entries, guess)
    if in_a_chat(entries):
        # The chat knows who speaks.
        return False
    named = any(not NOBODY.match(each.name) for each in entries.actors)
    return named or PERSONS.search(entries.all_text()) is not None


def _stays_with_its_user(entries: Entries, guess: Guess) -> bool:
    """Whether all of it is on one device or in one browser: without a server there is no door to come in by."""
    shape = shape_for(guess.kind, entries, mandates(entries, Wishes()))
    return shape.guard == shape.core and not HOSTED.search(shape.headline)


def _sign_in(entries: Entries, guess: Guess) -> Draft:
    """Who may come in: people, or, for a service that none but other programs call, those programs."""
    mail = "Sign-in by e-mail; everybody sees only their own data."
    keys = "Each calling service has a key of its own and sees only its own data."
    called = guess.kind == "service" and any(PROGRAM.search(each.name) for each in entries.actors)
    return Draft(
        85,
        "How do callers prove who they are, and who may see whose data?"
        if called
        else "How do people prove who they are, and who may see whose data?",
        "The PRD says who uses it and not how they are let in."
        if called
        else "The PRD speaks of people with data of their own and not of signing in.",
        "access, data model",
        keys if called else mail,
        (
            *((keys,) if called else ()),
            mail,
            "Sign-in through the company's identity provider.",
            "No sign-in: whoever reaches it may use it.",
        ),
        lines_with(entries, PEOPLE.search),
    )


def _about_running(entries: Entries, guess: Guess, body: str) -> Iterator[Draft]:
    yield from gaps(guess.kind, entries, body)
    served = sort_of(guess.kind, entries) in {"web_app", "service"} and len(entries.requirements) >= SHORT
    sized = any(each.search(body) for each in (SIZE, COUNTED, STAYS_LOCAL))
    if served and not sized and not _stays_with_its_user(entries, guess):
        yield Draft(
            45,
            "How many users and requests should it handle in the first year?",
            "The PRD gives no number to size it by.",
            "database, cost, whether one machine is enough",
            "Up to 1,000 users and 10 requests a second, on one machine.",
            (
                "Up to 1,000 users and 10 requests a second, on one machine.",
                "Up to 100,000 users; two machines and a managed database.",
            ),
        )
    if guess.kind == "mobile_app" and not BOTH.search(body):
        only = (
            "iOS"
            if re.search(r"\bios\b|\biphone\b", body, re.IGNORECASE)
            else "Android"
            if re.search(r"\bandroid\b", body, re.IGNORECASE)
            else ""
        )
        if not only:
            yield Draft(
                75,
                "iOS, Android, or both?",
                "The PRD names no platform.",
                "toolkit, testing, cost",
                "Both, from one code base.",
                ("Both, from one code base.", "iOS first.", "Android first."),
            )
    stated = "\n".join(each.text for each in (*entries.constraints, *entries.organisation))
    found = technologies(f"{stated}\n{body}")
    uses = {use for use, _ in found}
    written = any(name in DECLARED for _, name in found) and guess.kind in {"infrastructure", "pipeline"}
    if not written and not uses & CODE and len(entries.requirements) >= SHORT:
        usual = (
            CHIP.language if guess.kind == "service" and on_a_chip(entries) else SHAPES[guess.kind].language
        )
        yield Draft(
            40,
            "In which language shall it be written?",
            "The PRD mandates none.",
            EVERY_FILE,
            f"The repository's own language, otherwise {usual}."
            if usual
            else "The repository's own language, otherwise whatever the platform's own tools use.",
        )
