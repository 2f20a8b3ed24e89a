"""Contraries: two statements about the same of which one says the one and the other the other cannot both hold."""

import re
from typing import NamedTuple

from agents.builtin.planning.matters import words


class Stance(NamedTuple):
    """Two contraries and what they are about; the strict one is taken where nobody answers.

    Beside the words of `beside` the strict side is there in addition to the loose one, and takes nothing from it.
    """

    about: str
    strict: frozenset[str]
    loose: frozenset[str]
    beside: re.Pattern[str] | None = None


STANCES = (
    Stance(
        "whether capital letters matter",
        words("case-sensitive, case sensitive, respects case"),
        words("case-insensitive, case insensitive, ignores case, ignore case, regardless of case"),
    ),
    Stance(
        "in which time zone times are",
        words("shown in utc, displayed in utc, are in utc, given in utc"),
        words("local time, local time zone, user's time zone, time zone of the user, user's local time zone"),
    ),
    Stance(
        "whether prices hold the tax",
        words("include vat, including vat, includes vat, incl vat, include tax, including tax, gross"),
        words(
            "without vat, excluding vat, excl vat, plus vat, exclude vat, without tax, excluding tax, net of tax"
        ),
    ),
    Stance(
        "how passwords are kept",
        words("hashed, salted"),
        words("in plain text, in plaintext, as plain text, as plaintext, in clear, unencrypted"),
    ),
    Stance(
        "for how many players it is",
        words("single-player, single player, one player"),
        words(
            "multiplayer, multi-player, two players, players compete, co-op, against each other, play together"
        ),
    ),
    Stance(
        "whether it can be reached without a key",
        words(
            "requires an api key, require an api key, api key is required, requires a token, require a valid token, "
            "valid token, requires authentication, require authentication"
        ),
        words(
            "is public, are public, unauthenticated, without a token, without authentication, without an api key"
        ),
    ),
    Stance(
        "whether somebody looks at it first",
        words(
            "is moderated, are moderated, moderated before they appear, moderated first, reviewed first, held for review, "
            "reviewed before publication, checked by hand, reviewed by a moderator"
        ),
        words(
            "appear immediately, appears immediately, published immediately, visible immediately, live immediately"
        ),
    ),
    Stance(
        "what is set at first",
        words(
            "off by default, disabled by default, opt-in, opt in, inactive by default, must be switched on, "
            "private by default, hidden by default"
        ),
        words(
            "on by default, enabled by default, opt-out, opt out, active by default, public by default, shown by "
            "default, turned on by default"
        ),
    ),
    Stance(
        "whether it can be undone",
        words(
            "permanent, permanently, irreversible, irreversibly, cannot be undone, can not be undone, cannot be "
            "reversed, final, immutable, cannot be restored, cannot be changed, never be changed, locked"
        ),
        words(
            "undo, undone, restore, restored, recover, recovered, trash, recycle bin, revert, reverted, rolled "
            "back, reversible, reopen, reopened, can be changed, correct"
        ),
    ),
    Stance(
        "whether it happens by itself",
        words(
            "manual, manually, by hand, approval of a person, human approval, must approve, must be approved, "
            "needs approval, requires approval, confirmed by a person"
        ),
        words(
            "automatic, automatically, without approval, no approval, by itself, without any manual, without manual, without "
            "human, immediately, at once, fully automated"
        ),
        # `A manual override of the pump`, `clerks can also start it by hand`: what runs by itself goes on doing so.
        re.compile(
            r" (?:also|additionally|adjust\w*|as well|besides|can|correct(?:s|ed|ion|ions)?|could|either|fall-?back|in addition|may|optionally|or automatically"
            r"|over-?rid\w+|over-?rul\w+|re-?run|too) "
        ),
    ),
    Stance(
        "whether it must be confirmed",
        words(
            "must confirm, must be confirmed, must verify, must be verified, only after confirming, confirmation "
            "is required, requires confirmation"
        ),
        words(
            "without confirmation, without confirming, without verification, without verifying, no confirmation, "
            "unconfirmed"
        ),
    ),
    Stance(
        "who may see it",
        words("private, confidential, not visible, only visible to, secret, never shown"),
        words(
            "is public, are public, publicly, visible to everyone, visible to all, anyone can see, everyone can "
            "see, shown to all, open to everyone, visible to any"
        ),
    ),
    Stance(
        "whether it is required",
        words(
            "mandatory, compulsory, is required, are required, obligatory, users must provide, users must enter, "
            "must be filled in"
        ),
        words(
            "optional, optionally, voluntary, can be left empty, may be left empty, may be empty, not required, "
            "can skip, may skip, can be skipped, not needed, leave it empty, leave it blank, left blank, without "
            "giving, without providing, without entering"
        ),
    ),
    Stance(
        "whether there is one or several",
        words("exactly one, only one, one single, at most one, one and only one, just one"),
        words("several, multiple, more than one, two or more, any number of, unlimited"),
    ),
    Stance(
        "how soon it happens",
        words(
            "real time, real-time, realtime, immediately, instantly, at once, live, within seconds, without "
            "delay, synchronously"
        ),
        words(
            "nightly, overnight, once a day, once per day, once per night, once a night, once an hour, every "
            "hour, batch, batches, in batches, the next day, next business day, at night, end of the day, "
            "asynchronously, in the background"
        ),
    ),
    Stance(
        "whether people must sign in",
        words(
            "signed-in, signed in, logged-in, logged in, must sign in, must log in, sign in first, log in first, "
            "authenticated, requires an account, require an account, needs an account, need an account, must "
            "register, registered users only, behind a login, login required, after signing in, after logging in"
        ),
        words(
            "without an account, without signing in, without logging in, without login, without registration, "
            "without registering, no account, no login, no sign-in, anonymous, anonymously, guests can, as a "
            "guest, no registration"
        ),
    ),
    Stance(
        "who may read it",
        words(
            "end-to-end encrypted, end-to-end, zero-knowledge, zero knowledge, only the sender, only the "
            "recipient, nobody but, not even we, not even the operator"
        ),
        words(
            "moderators can read, admins can read, administrators can read, moderators may read, can read all, "
            "scans all, scanned for, reviewed by, inspect, inspected, server reads, full-text search on the "
            "server, support can read, staff can read, readable by support"
        ),
    ),
    Stance(
        "whether it costs money",
        words(
            "free of charge, free for everyone, for free, is free, are free, no cost, at no cost, no fee, no "
            "fees, without charge"
        ),
        words(
            "monthly fee, subscription, pay, pays, paid, price, charged, costs, fee of, billed, licence fee, "
            "license fee"
        ),
    ),
    Stance(
        "whether it needs a connection",
        words(
            "offline, without internet, without a network, without an internet connection, no internet, no "
            "network, without a connection"
        ),
        words(
            "online only, requires internet, requires an internet connection, needs a connection, requires a "
            "connection, network connection is required, sent to the server, from the server, on the server, "
            "requires a network, must be online, internet connection is required, permanent connection"
        ),
    ),
    Stance(
        "whether there is a server",
        words(
            "without a backend, no backend, no server, without a server, static site, single-page application "
            "without a backend, purely client-side, client-side only, serverless client"
        ),
        words("the server, the backend, server-side, the api server, a background job, rest api"),
    ),
    Stance(
        "whether it is kept",
        words(
            "not stored, never stored, not saved, never saved, not kept, not retained, not logged, never logged, "
            "is stored nowhere, are discarded, deleted immediately, not persisted, no history, stateless"
        ),
        words(
            "stored, is kept, are kept, kept for, saved, retained, logged, archived, history of, persisted, keeps "
            "a record, records every"
        ),
    ),
)
