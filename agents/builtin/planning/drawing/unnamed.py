"""Systems that a document needs and names nowhere: somebody has to carry its e-mails, and somebody has to take its payments."""

import re

from agents.builtin.planning.entries import Entries
from agents.schemas.architecture import ProductKind

# What is sent as a mail, and what is paid through the product; mails and payments that are merely spoken of are not.
UNNAMED = (
    (
        "E-mail service",
        re.compile(
            r"\b(?:by|via|per) e-?mail\b(?! address)"
            r"|\b(?:sends?|gets?|receives?) (?:[\w'’-]+ ){0,4}?e-?mails?\b"
            r"|\bmailed to\b|\b(?:gets?|receives?|sends?) a mail\b|^e-?mails (?:when|if|to)\b"
            r"|\be-?mail (?:notifications?|reminders?|confirmations?)\b",
            re.IGNORECASE,
        ),
        re.compile(
            r"mail|smtp|\bses\b|sendgrid|postmark|resend|brevo|outlook|exchange|twilio|firebase|supabase",
            re.IGNORECASE,
        ),
    ),
    (
        "Payment provider",
        re.compile(
            r"\bpay(?:s|ing|ments?)? (?:by|with) (?:credit |debit )?cards?\b|\b(?:card|online) payments?\b|\bpays? online\b",
            re.IGNORECASE,
        ),
        re.compile(
            r"pay|stripe|adyen|klarna|square|mollie|paddle|braintree|billing|shop|sumup|terminal",
            re.IGNORECASE,
        ),
    ),
    (
        "SMS gateway",
        re.compile(
            r"\b(?:by|via|per) (?:sms|text message)\b|\b(?:sends?|gets?|receives?) (?:[\w'’-]+ ){0,4}?(?:sms|text messages?)\b",
            re.IGNORECASE,
        ),
        re.compile(r"sms|twilio|vonage|messagebird|\bsns\b|sinch|plivo|gateway", re.IGNORECASE),
    ),
    (
        "ERP",
        re.compile(r"\b(?:to|from|into|in|with) (?:the |our |an? )?(?:\w+ )?ERP\b"),
        re.compile(r"erp|\bsap\b|odoo|netsuite|navision|dynamics|business central", re.IGNORECASE),
    ),
    (
        "CRM",
        re.compile(r"\b(?:to|from|into|in|with) (?:the |our |an? )?(?:\w+ )?CRM\b"),
        re.compile(r"crm|salesforce|hubspot|pipedrive|zoho|dynamics", re.IGNORECASE),
    ),
    (
        "File transfer server",
        re.compile(r"\b(?:from|to|on|via|over|by) (?:[\w'’]+ ){0,3}?s?ftp\b", re.IGNORECASE),
        re.compile(r"ftp", re.IGNORECASE),
    ),
    (
        "Language model",
        re.compile(r"\b(?:an?|the|our|with|by|via|of) (?:\w+ )?(?:llm|language model)s?\b", re.IGNORECASE),
        re.compile(
            r"openai|claude|anthropic|gemini|gpt|mistral|llama|bedrock|ollama|azure ai|model", re.IGNORECASE
        ),
    ),
)
# How they stand in a sentence, where other systems stand with their names.
IN_WORDS = {
    "E-mail service": "an e-mail service",
    "Payment provider": "a payment provider",
    "SMS gateway": "an SMS gateway",
    "ERP": "the ERP",
    "CRM": "the CRM",
    "File transfer server": "a file transfer server",
    "Language model": "a language model",
    "Existing backend": "the existing backend",
}
# `Payment service`: no name, and what is done by a system that the document knows of.
BY_ITS_KIND = re.compile(r"[A-Z][a-z]+(?: [a-z]+)? (?:service|system|platform)")
SENDING: frozenset[ProductKind] = frozenset({"web_app", "mobile_app", "service", "pipeline"})


def in_words(name: str) -> str:
    """What a system is called within a sentence: by its name, or as one of its kind where it has none."""
    if name not in IN_WORDS and BY_ITS_KIND.fullmatch(name):
        return f"the {name[0].lower()}{name[1:]}"
    return IN_WORDS.get(name, name)


def unnamed(entries: Entries, *, kind: ProductKind, names: list[str]) -> tuple[str, ...]:
    """What such systems are called in a drawing; none where the document names one of them."""
    if kind not in SENDING:
        return ()
    return tuple(
        called
        for called, needed, known in UNNAMED
        if any(needed.search(each.text) for each in entries.requirements)
        and not any(map(known.search, names))
    )
