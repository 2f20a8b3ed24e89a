"""The few questions that change what is built, each with why it is asked and a default where one is safe."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from agents.builtin.planning.conflicts import conflicts
from agents.builtin.planning.entries import Entries
from agents.builtin.planning.kind import Guess
from agents.builtin.planning.shapes import SHAPES
from agents.builtin.planning.unguessable import stake_of
from agents.builtin.reader.technology import technologies
from agents.schemas.questions import Clarification

MOST = 5
ENOUGH_WORDS = 60
ENOUGH_REQUIREMENTS = 4
PEOPLE = re.compile(
    r"\busers?\b|\bcustomers?\b|\baccounts?\b|\bmembers?\b|\bpatients?\b|\bstudents?\b|\bemployees?\b|\bprofile",
    re.IGNORECASE,
)
SIGN_IN = re.compile(
    r"\bsign[- ]?(?:in|up|on)\b|\blog[- ]?in\b|\bauthenticat|\bsso\b|\boauth|\bpassword|\bno account|\banonym|\bsingle[- ]user|登录|anmeld|connexion",
    re.IGNORECASE,
)
PERSONAL = re.compile(
    r"\be-?mail address|\bpersonal data|\bhealth|\bmedical|\bpatient|\binvoice|\bpayment|\blocation (?:data|history)|\bphone number|\bbirth|\bsalary|\bchild(?:ren)?\b|\bjournal",
    re.IGNORECASE,
)
RETENTION = re.compile(
    r"\bretention|\bretain|\bdelete[sd]? (?:after|their|my|account|all)|\bkept for|\bdays? after|\barchiv|\bexclusively on the|\bon[- ]device|\bright to erasure",
    re.IGNORECASE,
)
MONEY = re.compile(
    r"\b(?:accept|process|take|handle|make|collect|charge|refund)\w* (?:\w+ ){0,3}(?:payments?|money|fees?|cards?)\b|\bpay(?:s|ing)? (?:for|with|by|online|through)\b|\bcheckout\b|\bpaid (?:plan|subscription)s?|\bbilling\b",
    re.IGNORECASE,
)
PROVIDER = re.compile(
    r"\bstripe\b|\bpaypal\b|\badyen\b|\bbraintree\b|\bsquare\b|\bapp store\b|\bin-app purchase|\bklarna\b|\brazorpay\b|\bpaddle\b|\blightning\b",
    re.IGNORECASE,
)
# “TBD” alone says that something is missing, but nothing that could be answered.
EMPTY = re.compile(
    r"^\W*(?:tbd|tbc|todo|to be (?:updated|decided|defined|determined|written|confirmed)|待定|未定)\W*$",
    re.IGNORECASE,
)
MARKED = re.compile(
    r"\[\s*(?:needs clarification|tbd|tbc|open|todo)\s*[:–—-]\s*(?P<what>[^\]]{3,300})\]", re.IGNORECASE
)
UNDECIDED = re.compile(
    r"[\s\[(:–—-]*\b(?:tbd|tbc|todo|to be (?:decided|determined|defined|confirmed)|待定|未定)\b[\])]?[.!]*\s*$",
    re.IGNORECASE,
)
LABELLED = re.compile(
    r"^(?:open )?(?:consideration|question|issue|decision|todo|note)s?\s*[:–—-]\s*", re.IGNORECASE
)
SIZE = re.compile(
    r"\b\d[\d.,]*[km]?\+? (?:concurrent |active |daily |monthly )?(?:users|requests|customers|devices|orders|records|invoices|messages|files|rows)\b|\b(?:rps|qps|tps)\b|\bper (?:second|day|minute)\b",
    re.IGNORECASE,
)
BOTH = re.compile(
    r"\bios\b.{0,200}\bandroid\b|\bandroid\b.{0,200}\bios\b|\bcross[- ]platform|\bflutter\b|\breact native\b",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Draft:
    """A question before it has a number; `weight` is how much of the plan it changes."""

    weight: int
    text: str
    why: str
    changes: str
    default: str | None = None
    options: tuple[str, ...] = ()
    lines: tuple[int, ...] = ()


def questions_for(entries: Entries, *, guess: Guess, body: str) -> tuple[Clarification, ...]:
    """At most five questions, those that change most first; none when nothing would change."""
    found = sorted(_drafts(entries, guess, body), key=lambda draft: -draft.weight)
    # One without a safe default is never left out for one that has one.
    kept = sorted(found, key=lambda draft: draft.default is not None)[:MOST]
    drafts = sorted(kept, key=lambda draft: -draft.weight)
    return tuple(
        Clarification(
            id=f"Q{number}",
            text=each.text,
            why=each.why,
            changes=each.changes,
            default=each.default,
            options=each.options,
            lines=each.lines,
        )
        for number, each in enumerate(drafts, start=1)
    )


def thin(entries: Entries, body: str) -> bool:
    """Whether the document says too little to plan from."""
    return (
        len(entries.requirements) < ENOUGH_REQUIREMENTS
        and len(body.split()) < ENOUGH_WORDS
        and len(body) < 400
    )


def _drafts(entries: Entries, guess: Guess, body: str) -> Iterator[Draft]:
    if thin(entries, body):
        yield from _thin(entries, guess)
        return
    yield from (
        Draft(
            90 - n,
            f"The PRD says two things about {c.about}. Which one holds?",
            f"{c.first} / {c.second}"[:600],
            c.changes,
            c.options[0] if c.safe else None,
            c.options,
            c.lines,
        )
        for n, c in enumerate(conflicts(entries, body=body))
    )
    yield from _about_kind(guess)
    yield from _about_people(entries, guess, body)
    yield from _about_running(entries, guess, body)
    yield from _told(entries)


def _told(entries: Entries) -> Iterator[Draft]:
    """What the document itself leaves open; where a guess could do harm there is no default, and the run waits."""
    told = [each for each in entries.questions if len(each.text) >= 12 and not EMPTY.match(each.text)]
    weighed = sorted(((each, stake_of(each.text)) for each in told), key=lambda pair: pair[1] is None)
    unsafe = sum(stake is not None for _, stake in weighed)
    for number, (each, stake) in enumerate(weighed[: max(3, unsafe)]):
        if stake:
            text = _asked(each.text)
            yield Draft(88 - number, text, stake.why, stake.changes, None, (), each.lines)
            continue
        yield Draft(
            60 - number,
            _asked(each.text),
            "The PRD itself leaves this open.",
            "whatever depends on it; it stays listed as open until then",
            "Leave it open; nothing is built that depends on the answer.",
            (),
            each.lines,
        )


def _asked(text: str) -> str:
    """The open point as a question: without its label and its “TBD”, and with what a marker says is missing."""
    marker = MARKED.search(text)
    if marker:
        before = MARKED.sub("…", text).strip(" .:-–—[]()")
        return (
            f"The PRD says “{before[:300]}” and leaves open: {marker['what'].strip(' .')}. What shall it be?"
        )
    plain = UNDECIDED.sub("", LABELLED.sub("", text.strip())).strip()
    if plain.endswith(("?", "？")):
        return plain[:1].upper() + plain[1:]
    return f"The PRD leaves this open: “{plain[:300].rstrip('.: ')}”. What do you want?"


def _thin(entries: Entries, guess: Guess) -> Iterator[Draft]:
    yield Draft(
        100,
        "What shall a person be able to do with it, step by step, from start to finish?",
        "The PRD names hardly anything it shall do, too little to plan from.",
        "every requirement and every part",
    )
    if not entries.actors and not entries.stories:
        yield Draft(
            80,
            "Who will use it, and what do they do today instead?",
            "The PRD does not say who it is for.",
            "screens, access, what comes first",
            "One kind of user, without special rights.",
        )
    if not guess.sure:
        yield _any_kind(guess)
    yield Draft(
        50,
        "What shall it explicitly not do in the first version?",
        "The PRD draws no line.",
        "the size of the backlog",
        "Nothing beyond what is written.",
    )


def _any_kind(guess: Guess) -> Draft:
    return Draft(
        95,
        "What shall it be: something that runs in the browser, on the phone, on the command line, or behind other programs?",
        "The words do not say which kind of product it is.",
        "the whole architecture",
        SHAPES[guess.kind].title,
        tuple(SHAPES[kind].title for kind in ("web_app", "mobile_app", "cli", "service", "library")),
    )


def _about_kind(guess: Guess) -> Iterator[Draft]:
    if not guess.sure and guess.second is None:
        yield _any_kind(guess)
    elif not guess.sure and guess.second:
        first, second = SHAPES[guess.kind].title, SHAPES[guess.second].title
        yield Draft(
            95,
            f"Shall it be {first} or {second}?",
            "The words of the PRD fit both.",
            "the whole architecture",
            first,
            (first, second),
        )


def _about_people(entries: Entries, guess: Guess, body: str) -> Iterator[Draft]:
    shared = guess.kind in {"web_app", "service", "mobile_app"}
    if shared and PEOPLE.search(body) and not SIGN_IN.search(body):
        yield Draft(
            85,
            "How do people prove who they are, and who may see whose data?",
            "The PRD speaks of people with data of their own and not of signing in.",
            "access, data model",
            "Sign-in by e-mail; everybody sees only their own data.",
            (
                "Sign-in by e-mail; everybody sees only their own data.",
                "Sign-in through the company's identity provider.",
                "No sign-in: whoever reaches it may use it.",
            ),
        )
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
        )
    if MONEY.search(entries.all_text()) and not PROVIDER.search(body) and entries.requirements:
        yield Draft(
            82,
            "Through which provider, and in which countries, is money taken?",
            "Requirements speak of payment and name no provider; taxes and contracts hang on it.",
            "integrations, tax, compliance",
        )


def _about_running(entries: Entries, guess: Guess, body: str) -> Iterator[Draft]:
    if guess.kind in {"web_app", "service", "pipeline"} and not SIZE.search(body):
        yield Draft(
            55,
            "How many people or requests must it bear in the first year?",
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
    uses = {use for use, _ in technologies(f"{stated}\n{body}")}
    if not uses & {"language", "framework", "mobile", "game", "runtime"}:
        usual = SHAPES[guess.kind].language
        yield Draft(
            40,
            "In which language shall it be written?",
            "The PRD mandates none.",
            "every file",
            f"The repository's own language, otherwise {usual}."
            if usual
            else "The repository's own language, otherwise whatever the platform's own tools use.",
        )
