"""By what means something is done: a service, a technology or a protocol that a statement names for it."""

import re
from functools import lru_cache

from agents.builtin.reader.words.services import KNOWN, ORDINARY
from agents.builtin.reader.words.technology import ALONE, named_first, technology_at
from agents.builtin.seldom import Seldom

# `paid via Stripe`, `mails are sent through the Twilio API`; a list of examples prescribes none of them.
BY = re.compile(
    r"(?<!e\.g\. )(?<!e\.g\., )(?<!such as )\b(?:via|using|through|(?:handled|hosted|issued|managed|processed|provided|signed|supplied) by) "
    r"(?:the |an? |its |our )?"
)
# `mail on changes (Resend)`, `Clerk-gated access`: the name alone in brackets at the end, or in front of what it does.
IN_BRACKETS = re.compile(r"\((?P<name>[A-Z][\w.+ -]{1,30})\)\W*$")
JOINED = re.compile(r"(?P<name>[A-Z][\w.]{1,20})-(?:backed|based|gated|hosted|managed|powered)\b")
_PROTOCOLS = (
    r"OAuth(?: ?2(?:\.[01])?)?|OIDC|SAML(?: ?2\.0)?|SSO|JWTs?|TOTP|WebAuthn|FIDO2|passkeys?"
    r"|WebSockets?|WebRTC|Server-Sent Events|SSE|MQTT|AMQP|gRPC|GraphQL|SOAP|SFTP|SSH|RTSP|SIP|HL7|FHIR"
    r"|Bluetooth(?: LE| Low Energy)?|BLE|LoRa(?:WAN)?|Zigbee|Z-Wave|Wi-?Fi Direct|NFC|RFID|Modbus|OPC UA|UDP|(?:long |short )?[Pp]olling"
)
# `by OAuth`, `JWT-based login`, `acts as a LoRa gateway`: how two parties talk, or how one proves who it is.
TALKS = re.compile(
    rf"\b(?:via|using|through|over|with|by) (?:an? |the )?(?:{_PROTOCOLS})(?![\w/])"
    r"|\b(?:via|using|through|with|by) [A-Z]\w+ (?:SSO|OAuth|OIDC|SAML)\b"
    rf"|\b(?:{_PROTOCOLS})"
    r"(?:[- ]based\b|-enabled\b| (?:authentication|authori[sz]ation|log-?in|sign-?in|sign-?on|gateway|middleware|access tokens?)\b)"
)


# `then calls OpenAI to draft a note`, `calls `https://api.example.org``: on whom a sentence about something else relies.
CALLS = Seldom(r"\bcalls (?:out to )?(?:the )?(?:(?P<address>`?https?://\w)|(?=[A-Z]))")


def calls_named(text: str) -> bool:
    """Whether words say that a service is called, by its name or address."""
    found = CALLS.search(text)
    return bool(found and (found["address"] or _names_at(text, found.end())))


@lru_cache(maxsize=4096)
def by_named_means(text: str, words: str) -> bool:
    """Whether a demand names what it is met with; `words` are those of it behind the words in front of its colon."""
    if TALKS.search(text) or any(_names_at(text, each.end()) for each in BY.finditer(text)):
        return True
    found = (IN_BRACKETS.search(text), *JOINED.finditer(text))
    if any(each and KNOWN.fullmatch(each["name"]) for each in found):
        return True
    # `Local database: SQLite with a key`, `Errors: Sentry`
    known = KNOWN.match(words)
    alone = known and known.group() not in ORDINARY and ALONE.match(words, known.end())
    return words != text and bool(alone or named_first(words))


def _names_at(text: str, place: int) -> bool:
    return bool(KNOWN.match(text, place) or technology_at(text, place))
