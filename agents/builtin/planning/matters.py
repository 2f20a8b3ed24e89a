"""Matters with values of which a statement picks some: two that pick others may not both hold."""

from typing import NamedTuple


class Choice(NamedTuple):
    """A matter with values; `one` where there can be but one of them at a time, else only words like `only` make it so."""

    name: str
    about: str
    choices: frozenset[str]
    one: bool = False


def words(text: str) -> frozenset[str]:
    """Words and phrases with commas between them."""
    return frozenset(each.strip() for each in text.split(","))


CHOICES = (
    Choice(
        "format",
        "which format it is in",
        words(
            "csv, json, xml, pdf, xlsx, excel, yaml, toml, html, markdown, parquet, png, jpeg, jpg, svg, mp3, "
            "mp4, wav, docx, plain text"
        ),
    ),
    Choice(
        "channel",
        "by which way it is sent",
        words(
            "sms, text message, e-mail, email, push notification, whatsapp, telegram, slack, by letter, by post, "
            "by phone, phone call, in-app"
        ),
    ),
    Choice(
        "day",
        "on which day it is",
        words(
            "monday, mondays, tuesday, tuesdays, wednesday, wednesdays, thursday, thursdays, friday, fridays, "
            "saturday, saturdays, sunday, sundays"
        ),
        one=True,
    ),
    Choice(
        "rhythm",
        "how often it is done",
        words(
            "hourly, every hour, daily, nightly, once a day, every day, every night, weekly, once a week, every "
            "week, monthly, once a month, every month, quarterly, yearly, annually, once a year, every minute, in "
            "real time, real-time, on demand"
        ),
        one=True,
    ),
    Choice(
        "spoken",
        "in which languages it is",
        words(
            "english, german, french, spanish, italian, dutch, portuguese, polish, swedish, norwegian, danish, "
            "finnish, chinese, japanese, korean, arabic, turkish, russian, hindi"
        ),
    ),
    Choice(
        "sign-in",
        "how people sign in",
        words(
            "google, apple, github, facebook, microsoft, password, passwords, sso, saml, magic link, passkey, "
            "passkeys, fingerprint, one-time code"
        ),
    ),
    Choice("platform", "what it runs on", words("ios, android, windows, macos, linux")),
    Choice("browser", "in which browsers it runs", words("chrome, firefox, safari, edge")),
    Choice(
        "order",
        "in which order they stand",
        words(
            "newest first, oldest first, ascending, descending, alphabetical, alphabetically, chronological, "
            "chronologically, by date, by name, by price, by distance"
        ),
        one=True,
    ),
    Choice(
        "place",
        "where it is kept",
        words(
            "eu, european union, europe, germany, france, switzerland, us, usa, united states, us-east-1, "
            "us-west-2, eu-central-1, eu-west-1, canada, uk, india, china"
        ),
        one=True,
    ),
    Choice(
        "host", "where it runs", words("aws, azure, gcp, google cloud, vercel, heroku, netlify"), one=True
    ),
    Choice(
        "currency",
        "in which currency it is",
        words("euro, euros, eur, dollar, dollars, usd, pounds, gbp, chf, yen"),
        one=True,
    ),
)
# Of these technologies there is one for one job.
ONE_EACH = {
    "language": "what it is written in",
    "store": "what keeps its data",
    "framework": "what it is built with",
    "queue": "what carries its messages",
    "mobile": "what it is built with",
    "game": "what it is built with",
}
EXCLUSIVE = words(
    "only, limited to, restricted to, exclusively, solely, nothing but, no other, must be in, must be a, always, never anything but, strictly, entirely"
)
