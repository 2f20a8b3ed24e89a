"""Matters in which two statements can take different sides: choices of which one holds, and stances of which one is the contrary."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """A matter with values; `one` where there can be but one of them at a time, else only words like `only` make it so."""

    name: str
    about: str
    choices: frozenset[str]
    one: bool = False


@dataclass(frozen=True, slots=True)
class Stance:
    """Two contraries and what they are about; the strict one is taken where nobody answers."""

    about: str
    strict: frozenset[str]
    loose: frozenset[str]


def _words(text: str) -> frozenset[str]:
    return frozenset(each.strip() for each in text.split(","))


CHOICES = (
    Choice(
        "format",
        "which format it is in",
        _words(
            "csv, json, xml, pdf, xlsx, excel, yaml, toml, html, markdown, parquet, png, jpeg, jpg, svg, mp3, "
            "mp4, wav, docx, plain text"
        ),
    ),
    Choice(
        "channel",
        "by which way it is sent",
        _words(
            "sms, text message, e-mail, email, push notification, whatsapp, telegram, slack, by letter, by post, "
            "by phone, phone call, in-app"
        ),
    ),
    Choice(
        "day",
        "on which day it is",
        _words(
            "monday, mondays, tuesday, tuesdays, wednesday, wednesdays, thursday, thursdays, friday, fridays, "
            "saturday, saturdays, sunday, sundays"
        ),
        one=True,
    ),
    Choice(
        "rhythm",
        "how often it is done",
        _words(
            "hourly, every hour, daily, nightly, once a day, every day, every night, weekly, once a week, every "
            "week, monthly, once a month, every month, quarterly, yearly, annually, once a year, every minute, in "
            "real time, real-time, on demand"
        ),
        one=True,
    ),
    Choice(
        "spoken",
        "in which languages it is",
        _words(
            "english, german, french, spanish, italian, dutch, portuguese, polish, swedish, norwegian, danish, "
            "finnish, chinese, japanese, korean, arabic, turkish, russian, hindi"
        ),
    ),
    Choice(
        "sign-in",
        "how people sign in",
        _words(
            "google, apple, github, facebook, microsoft, password, passwords, sso, saml, magic link, passkey, "
            "passkeys, fingerprint, one-time code"
        ),
    ),
    Choice("platform", "what it runs on", _words("ios, android, windows, macos, linux")),
    Choice("browser", "in which browsers it runs", _words("chrome, firefox, safari, edge")),
    Choice(
        "order",
        "in which order they stand",
        _words(
            "newest first, oldest first, ascending, descending, alphabetical, alphabetically, chronological, "
            "chronologically, by date, by name, by price, by distance"
        ),
        one=True,
    ),
    Choice(
        "place",
        "where it is kept",
        _words(
            "eu, european union, europe, germany, france, switzerland, us, usa, united states, us-east-1, "
            "us-west-2, eu-central-1, eu-west-1, canada, uk, india, china"
        ),
        one=True,
    ),
    Choice(
        "currency",
        "in which currency it is",
        _words("euro, euros, eur, dollar, dollars, usd, pounds, gbp, chf, yen"),
    ),
)
# Of these technologies there is one for one job.
ONE_EACH = {
    "language": "what it is written in",
    "store": "what keeps its data",
    "framework": "what it is built with",
    "cloud": "where it runs",
    "queue": "what carries its messages",
    "mobile": "what it is built with",
    "game": "what it is built with",
}
EXCLUSIVE = _words(
    "only, exclusively, solely, nothing but, no other, must be in, must be a, always, never anything but, strictly, entirely"
)

STANCES = (
    Stance(
        "what is set at first",
        _words(
            "off by default, disabled by default, opt-in, opt in, inactive by default, must be switched on, "
            "private by default, hidden by default"
        ),
        _words(
            "on by default, enabled by default, opt-out, opt out, active by default, public by default, shown by "
            "default, turned on by default"
        ),
    ),
    Stance(
        "whether it can be undone",
        _words(
            "permanent, permanently, irreversible, irreversibly, cannot be undone, can not be undone, cannot be "
            "reversed, final, immutable, cannot be restored, cannot be changed, never be changed, locked"
        ),
        _words(
            "undo, undone, restore, restored, recover, recovered, trash, recycle bin, revert, reverted, rolled "
            "back, reversible, reopen, reopened, can be changed, correct"
        ),
    ),
    Stance(
        "whether it happens by itself",
        _words(
            "manual, manually, by hand, approval of a person, human approval, must approve, must be approved, "
            "needs approval, requires approval, confirmed by a person"
        ),
        _words(
            "automatic, automatically, without approval, no approval, by itself, without any manual, without "
            "human, immediately, at once, fully automated"
        ),
    ),
    Stance(
        "whether it must be confirmed",
        _words(
            "must confirm, must be confirmed, must verify, must be verified, only after confirming, confirmation "
            "is required, requires confirmation"
        ),
        _words(
            "without confirmation, without confirming, without verification, without verifying, no confirmation, "
            "unconfirmed"
        ),
    ),
    Stance(
        "who may see it",
        _words("private, confidential, not visible, only visible to, secret, never shown"),
        _words(
            "is public, are public, publicly, visible to everyone, visible to all, anyone can see, everyone can "
            "see, shown to all, open to everyone, visible to any"
        ),
    ),
    Stance(
        "whether it is required",
        _words(
            "mandatory, compulsory, is required, are required, obligatory, users must provide, users must enter, "
            "must be filled in"
        ),
        _words(
            "optional, optionally, voluntary, can be left empty, may be left empty, may be empty, not required, "
            "can skip, may skip, can be skipped, not needed, leave it empty, leave it blank, left blank, without "
            "giving, without providing, without entering"
        ),
    ),
    Stance(
        "whether there is one or several",
        _words("exactly one, only one, one single, at most one, one and only one, just one"),
        _words("several, multiple, more than one, two or more, any number of, unlimited"),
    ),
    Stance(
        "how soon it happens",
        _words(
            "real time, real-time, realtime, immediately, instantly, at once, live, within seconds, without "
            "delay, synchronously"
        ),
        _words(
            "nightly, overnight, once a day, once per day, once per night, once a night, once an hour, every "
            "hour, batch, batches, in batches, the next day, next business day, at night, end of the day, "
            "asynchronously, in the background"
        ),
    ),
    Stance(
        "whether people must sign in",
        _words(
            "signed-in, signed in, logged-in, logged in, must sign in, must log in, sign in first, log in first, "
            "authenticated, requires an account, require an account, needs an account, need an account, must "
            "register, registered users only, behind a login, login required, after signing in, after logging in"
        ),
        _words(
            "without an account, without signing in, without logging in, without login, without registration, "
            "without registering, no account, no login, no sign-in, anonymous, anonymously, guests can, as a "
            "guest, no registration"
        ),
    ),
    Stance(
        "who may read it",
        _words(
            "end-to-end encrypted, end-to-end, zero-knowledge, zero knowledge, only the sender, only the "
            "recipient, nobody but, not even we, not even the operator"
        ),
        _words(
            "moderators can read, admins can read, administrators can read, moderators may read, can read all, "
            "scans all, scanned for, reviewed by, inspect, inspected, server reads, full-text search on the "
            "server, support can read, staff can read, readable by support"
        ),
    ),
    Stance(
        "whether it costs money",
        _words(
            "free of charge, free for everyone, for free, is free, are free, no cost, at no cost, no fee, no "
            "fees, without charge"
        ),
        _words(
            "monthly fee, subscription, pay, pays, paid, price, charged, costs, fee of, billed, licence fee, "
            "license fee"
        ),
    ),
    Stance(
        "whether it needs a connection",
        _words(
            "offline, without internet, without a network, without an internet connection, no internet, no "
            "network, without a connection"
        ),
        _words(
            "online only, requires internet, requires an internet connection, needs a connection, requires a "
            "connection, network connection is required, sent to the server, from the server, on the server, "
            "requires a network, must be online, internet connection is required, permanent connection"
        ),
    ),
    Stance(
        "whether there is a server",
        _words(
            "without a backend, no backend, no server, without a server, static site, single-page application "
            "without a backend, purely client-side, client-side only, serverless client"
        ),
        _words("the server, the backend, server-side, the api server, a background job, rest api"),
    ),
    Stance(
        "whether it is kept",
        _words(
            "not stored, never stored, not saved, never saved, not kept, not retained, not logged, never logged, "
            "is stored nowhere, are discarded, deleted immediately, not persisted, no history, stateless"
        ),
        _words(
            "stored, is kept, are kept, kept for, saved, retained, logged, archived, history of, persisted, keeps "
            "a record, records every"
        ),
    ),
)
