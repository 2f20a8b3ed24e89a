"""A record that nobody may delete, and people who may have themselves deleted: what of them stays in it has to be said."""

import re
from collections.abc import Iterator

from agents.builtin.planning.asking.contradiction import Contradiction, between
from agents.builtin.planning.entries import Entries
from agents.builtin.seldom import Seldom

# What was done, by whom.
RECORD = r"(?:(?:access|activity|audit|change|event|security) (?:entries|histor(?:y|ies)|journals?|logs?|records?|trails?)|audit trail)"
KEPT = Seldom(
    rf"\b{RECORD}\b[^.;]{{0,80}}\b(?:append-only|for ?ever|immutable|indefinitely|permanent(?:ly)?|tamper-?proof|(?:cannot|never|not)(?: be| ever)* (?:altered|changed|deleted?|erased?|modified|removed?))\b"
    rf"|\b(?:append-only|immutable|permanent|tamper-?proof) {RECORD}\b",
    re.IGNORECASE,
)
# Who goes, and everything with them.
ERASED = Seldom(
    r"\b(?:delet\w+|eras\w+|remov\w+|clos(?:e|es|ing)) (?:(?:an?|all|her|his|its|my|of|the|their|your) ){0,3}(?:(?:own|personal|user) )*(?:accounts?|members?|personal data|profiles?|users?)\b"
    r"|\b(?:accounts?|personal data|profiles?|users?)(?: data)? (?:is|are|can be|must be|will be|shall be|has to be|have to be) (?:deleted|erased|removed)\b"
    r"|\b(?:account|profile|user) (?:deletion|erasure|removal)\b|\bright to (?:be forgotten|erasure)\b",
    re.IGNORECASE,
)
# A document that says it has thought of it.
SETTLED = Seldom(
    r"\banonymi[sz]|\bpseudonym|\bexcept (?:for )?(?:in )?the (?:audit|log)|\bwithout (?:the|their|any) names?\b",
    re.IGNORECASE,
)
ASKS = "What stays in the record of somebody whose account is deleted?"
OPTIONS = (
    "The entries stay, with a number in place of the person.",
    "The entries stay as they are, because they have to prove who did it.",
    "The entries go with the account.",
)


def erasing(entries: Entries) -> Iterator[Contradiction]:
    """The question where both stand in the document and it does not say how they go together."""
    told = (*entries.requirements, *entries.nfrs, *entries.constraints, *entries.organisation)
    kept = next((each for each in told if KEPT.search(each.text)), None)
    erased = next(
        (
            each
            for each in told
            if each is not kept and ERASED.search(each.text) and not KEPT.search(each.text)
        ),
        None,
    )
    if kept and erased and not any(SETTLED.search(each.text) for each in told):
        yield between(
            "what stays of whoever is deleted", kept, erased, "the record, what the law asks for", OPTIONS
        )._replace(asks=ASKS)
