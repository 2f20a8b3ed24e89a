"""Finds what has the shape of a credential in a text: the shapes detect-secrets knows, and those it misses."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from detect_secrets.plugins.artifactory import ArtifactoryDetector
from detect_secrets.plugins.aws import AWSKeyDetector
from detect_secrets.plugins.azure_storage_key import AzureStorageKeyDetector
from detect_secrets.plugins.basic_auth import BasicAuthDetector
from detect_secrets.plugins.discord import DiscordBotTokenDetector
from detect_secrets.plugins.gitlab_token import GitLabTokenDetector
from detect_secrets.plugins.high_entropy_strings import Base64HighEntropyString
from detect_secrets.plugins.keyword import KeywordDetector
from detect_secrets.plugins.mailchimp import MailchimpDetector
from detect_secrets.plugins.npm import NpmDetector
from detect_secrets.plugins.openai import OpenAIDetector
from detect_secrets.plugins.private_key import PrivateKeyDetector
from detect_secrets.plugins.pypi_token import PypiTokenDetector
from detect_secrets.plugins.sendgrid import SendGridDetector
from detect_secrets.plugins.slack import SlackDetector
from detect_secrets.plugins.square_oauth import SquareOAuthDetector
from detect_secrets.plugins.stripe import StripeDetector
from detect_secrets.plugins.telegram_token import TelegramBotTokenDetector
from detect_secrets.plugins.twilio import TwilioKeyDetector

from policies.pieces import pieces

# Only their expressions and `analyze_string` are used, which is a pure search; never `verify`, which calls the services.
_PLUGINS = (
    ArtifactoryDetector(),
    AWSKeyDetector(),
    AzureStorageKeyDetector(),
    DiscordBotTokenDetector(),
    GitLabTokenDetector(),
    MailchimpDetector(),
    NpmDetector(),
    OpenAIDetector(),
    PrivateKeyDetector(),
    PypiTokenDetector(),
    SendGridDetector(),
    SlackDetector(),
    SquareOAuthDetector(),
    StripeDetector(),
    TelegramBotTokenDetector(),
    TwilioKeyDetector(),
)
# What the plugins yield is a group of the match at times, such as the mere prefix, so the expressions are used.
_KNOWN: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (plugin.secret_type, pattern) for plugin in _PLUGINS for pattern in plugin.denylist
)
_UNSURE = (BasicAuthDetector(), KeywordDetector())
_ENTROPY = Base64HighEntropyString()
_ENTROPY_LIMIT = 4.5
_DIGIT = re.compile("[0-9]")

# Shapes that detect-secrets 1.5.0 does not know, or knows only inside an assignment.
_OWN: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("Age key", r"AGE-SECRET-KEY-1[0-9A-Z]{58}"),
        ("Anthropic key", r"sk-ant-[A-Za-z0-9_-]{20,}"),
        ("Atlassian token", r"ATATT3[A-Za-z0-9_=-]{50,}"),
        ("AWS secret", r"(?i:aws.{0,20}(?:secret|key)|secret_?access_?key).{0,10}[=:\"' ]([A-Za-z0-9/+]{40})(?![A-Za-z0-9/+])"),
        ("AWS temporary key", r"\bASIA[0-9A-Z]{16}\b"),
        ("Databricks token", r"\bdapi[0-9a-f]{32}\b"),
        ("DigitalOcean token", r"\bdo[opr]_v1_[0-9a-f]{64}\b"),
        ("Doppler token", r"\bdp\.(?:pt|st|ct|sa|scim|audit)\.[A-Za-z0-9]{40,44}\b"),
        ("GitHub fine-grained token", r"\bgithub_pat_[A-Za-z0-9_]{50,}"),
        ("GitHub token", r"\bgh[opusr]_[A-Za-z0-9]{36,}"),
        ("GitLab token", r"\bgl(?:pat|dt|rt|cbt|ptt|ft|imt|agent|soat)-[A-Za-z0-9_-]{20,}"),
        ("Google key", r"\bAIza[0-9A-Za-z_-]{35}"),
        ("Google OAuth secret", r"\bGOCSPX-[A-Za-z0-9_-]{28}"),
        ("Grafana token", r"\bgl(?:sa|c)_[A-Za-z0-9_+/=]{32,}"),
        ("Hugging Face token", r"\bhf_[A-Za-z0-9]{34,}"),
        ("JSON Web Token", r"\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{20,}"),
        ("Linear key", r"\blin_api_[A-Za-z0-9]{40}"),
        ("New Relic key", r"\bNRAK-[A-Z0-9]{27}\b"),
        ("npm token", r"\bnpm_[A-Za-z0-9]{36}"),
        ("OpenAI key", r"\bsk-(?:proj|svcacct|admin)-[A-Za-z0-9_-]{20,}"),
        ("Postman key", r"\bPMAK-[0-9a-f]{24}-[0-9a-f]{34}"),
        ("Private key", r"-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----"),
        ("PyPI token", r"\bpypi-AgE[A-Za-z0-9_-]{50,}"),
        ("SendGrid key", r"\bSG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}"),
        ("Sentry token", r"\bsntry[su]_[A-Za-z0-9_+/=]{40,}"),
        ("Shopify token", r"\bshp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}"),
        ("Slack token", r"\bxox[abeoprs]-[A-Za-z0-9-]{10,}|\bxapp-\d-[A-Za-z0-9-]{20,}"),
        ("Stripe key", r"\b[rs]k_(?:live|test)_[A-Za-z0-9]{20,}|\bwhsec_[A-Za-z0-9+/]{32,}"),
        ("Supabase key", r"\bsb[ps]_[0-9a-f]{40}"),
        ("Telegram token", r"\b\d{8,10}:AA[A-Za-z0-9_-]{33}"),
        ("Twilio key", r"\bSK[0-9a-f]{32}\b"),
        ("Vault token", r"\bhv[sbr]\.[A-Za-z0-9_-]{24,}"),
    )
)  # fmt: skip

# Every shape above holds one of these, and most lines of a program do not; asking first saves most of the time.
_ROOM = re.compile(r"[\w+/=.~:-]{15}|PRIVATE KEY")

# What stands in examples instead of a credential.
_PLACEHOLDER = re.compile(
    r"(?i)^[$<{%]|^\*+$|^\.+$|^(?:your|my|some|the)?[-_ ]?(?:changeme|change[-_]me|change[-_]it|dummy|example|fake|"
    r"foobar|localhost|password|passwd|placeholder|postgres|redacted|sample|secret|test|todo|user|xxx+)\d*[-_ ]?"
    r"(?:here|key|password|secret|token|value)?$|EXAMPLE"
)
# No random credential repeats a character eight times; `ghp_xxxxxxxx…` does.
_REPEATED = re.compile(r"(.)\1{7}")
# Two literals that a program puts together: `"abc" + "def"`, `'abc' 'def'`, `["abc", "def"]`.
_SEAM = re.compile(r"""(["'`])\s*(?:[+.&,\\]\s*)?[rbuf]?\1""")


@dataclass(frozen=True, slots=True)
class Found:
    """One finding: `line` counts from 1 and is 0 for a text that only stands together once literals are joined."""

    kind: str
    text: str
    line: int
    sure: bool


def find(content: str) -> tuple[Found, ...]:
    """Everything in `content` that has the shape of a credential, each text once, surest first within a line."""
    found: dict[str, Found] = {}
    searched: set[str] = set()
    for number, line in enumerate(content.split("\n"), start=1):
        if line in searched:
            continue
        searched.add(line)
        for each in _in_line(line, number):
            if not any(each.text in known for known in found):
                found[each.text] = each
    for line in _SEAM.sub("", content).split("\n"):
        if line in searched:
            continue
        for kind, text in _sure_in(line):
            if not any(known in text or text in known for known, each in found.items() if each.sure):
                found[text] = Found(kind=f"{kind}, put together from pieces", text=text, line=0, sure=True)
    return tuple(found.values())


def _in_line(line: str, number: int) -> Iterator[Found]:
    for kind, text in _sure_in(line):
        yield Found(kind, text, number, sure=True)
    for kind, text in _unsure_in(line):
        yield Found(kind, text, number, sure=False)


def _sure_in(line: str) -> Iterator[tuple[str, str]]:
    for piece in pieces(line):
        if _ROOM.search(piece) is None:
            continue
        for kind, pattern in _OWN:
            for match in pattern.finditer(piece):
                text = match.group(match.lastindex or 0)
                if not _is_placeholder(text):
                    yield kind, text
        for kind, pattern in _KNOWN:
            for match in pattern.finditer(piece):
                if not _is_placeholder(match.group()):
                    yield kind, match.group()


def _unsure_in(line: str) -> Iterator[tuple[str, str]]:
    for piece in pieces(line):
        for plugin in _UNSURE:
            for text in _texts(plugin.analyze_string(piece)):
                if not _is_placeholder(text) and _looks_chosen(text):
                    yield plugin.secret_type, text
        for text in _texts(_ENTROPY.analyze_string(piece)):
            if (
                len(text) >= 20
                and _DIGIT.search(text)
                and _ENTROPY.calculate_shannon_entropy(text) > _ENTROPY_LIMIT
            ):
                yield "random-looking text", text


def _texts(found: Iterable[object]) -> Iterator[str]:
    return (each for each in found if isinstance(each, str) and each)


def _is_placeholder(text: str) -> bool:
    return _REPEATED.search(text) is not None or _PLACEHOLDER.search(text) is not None


def _looks_chosen(text: str) -> bool:
    """Whether a person may have chosen `text` as a password: no name of a class, a call, an index or a sentence."""
    is_name = re.fullmatch("_*[A-Za-z]+", text) is not None and not text.islower()
    return len(text) >= 6 and not is_name and re.search(r"[({$\[ ]", text) is None
