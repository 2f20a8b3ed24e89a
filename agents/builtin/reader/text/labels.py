"""The marks people put on requirements: their own ids, priorities and check boxes."""

import re
from functools import lru_cache
from typing import Final

from agents.schemas.requirements import Priority

LABEL = re.compile(
    r"^\s*(?:\*\*|__|`)?[\[(]?"
    r"(?P<label>(?P<kind>[A-Z][A-Za-z]{0,7})(?:[-_. ]?[A-Z]{1,12})?(?:[-_][A-Z]{1,12}){0,2}[-_. ]?\d{1,4}"
    r"(?:[.-]\d{1,4}){0,3}[A-Za-z]?)[\])]?"
    r"(?:\*\*|__|`)?\s*(?:[:.)：|]|[–—-]\s|(?=\*\*)|\s)\s*(?:\*\*|__)?\s*(?P<rest>.*)$",
    re.DOTALL,
)
# One letter and a number are an id only when they are set apart: `S1: Recurring prints`, `**K-9**`; others may have a dash within.
SEPARATED = re.compile(
    r"\s*(?:\*\*)?(?:[\[(]?[A-Z]{2,8}[-_]|[A-Z]\d{1,2}\s*:\s|[\[(]?[A-Z]-\d{1,3}(?:[\])*:|]|\s[–—-]\s))"
)
# Standards, encodings, currencies and illnesses are written like ids, and so are a quarter or half of a year.
NO_ID = re.compile(
    r"\W*(?:"
    r"(?:ISO|IEC|IEEE|DIN|EN|RFC|PEP|ES|ECMA|WCAG|CVE|CWE|NIST|FIPS|PCI|SOC|BCP|ITU|ANSI|ASTM|VDE|BSI)"
    r"|(?:SHA|MD|AES|DES|RSA|TLS|SSL|UTF|UCS|BASE|CRC|EAN|UPC|HTTP|IPV|USB|MP|MPEG|GPT|BCRYPT)"
    r"|(?:EUR|USD|GBP|CHF|JPY|CNY|INR|BRL|SEK|NOK|DKK|PLN|CAD|AUD)"
    r"|(?:COVID|SARS|CO(?=2\b))"
    r")[-_. ]?\d"
    r"|\W*(?:Q[1-4]|H[12]|FY|CW|KW)[-_/. ]?(?:19|20)\d\d\b"
)
# `A4 paper`: a thing's name, where the sentence simply goes on. `F1`, `Q1` and `R1` are ids wherever they stand.
GOES_ON = re.compile(r"\s*[A-EG-PS-Z]\d{1,4}\s+[a-z]")
# The ids of OpenFastTrace, https://github.com/itsallcode/openfasttrace: `req~token-refresh~1`.
TRACED = re.compile(
    r"^\s*`?(?P<label>(?P<kind>req|feat|dsn)~[\w.-]{1,80}~\d{1,3})`?\s*[:：]?\s+(?P<rest>\S.*)$", re.DOTALL
)
# `Version 1 must work offline`: a subject, and no id.
PERIOD_DOES = re.compile(
    r"\s*(?:version|phase|week|sprint|step|epic|release)[ -]?\d+(?:\.\d+)* (?-i:[a-z])", re.IGNORECASE
)
KINDS: Final = {
    "functional": frozenset(
        {
            "FR",
            "F",
            "REQ",
            "PR",
            "R",
            "BR",
            "FEAT",
            "SR",
            "FN",
            "FUN",
            "RF",
            "FA",
            "EF",
            "UR",
            "SYS",
            "UI",
            "IR",
            "DR",
            "RULE",
        }
    ),
    "nonfunctional": frozenset(
        {"NFR", "NF", "N", "NR", "QR", "PERF", "SEC", "QA", "RNF", "NFA", "ENF", "NFREQ", "REL"}
    ),
    "story": frozenset({"US", "UC", "STORY", "HU"}),
    "acceptance": frozenset({"AC", "CA", "TC", "DOD"}),
    "question": frozenset({"OQ", "Q", "OI"}),
    "metric": frozenset({"KPI", "SM", "KR", "M"}),
    "constraint": frozenset({"CON", "CONST", "CO", "TC", "C", "CR", "TR"}),
    "non_goal": frozenset({"NG", "OOS", "OS"}),
    "assumption": frozenset({"A", "AS", "ASM"}),
    "risk": frozenset({"RISK", "RK"}),
    "goal": frozenset({"G", "GOAL", "O", "OBJ", "BG"}),
    "neutral": frozenset(
        {
            "EPIC",
            "E",
            "PHASE",
            "STEP",
            "SPRINT",
            "WEEK",
            "V",
            "FIGURE",
            "TABLE",
            "SECTION",
            "VERSION",
            "PART",
            "CHAPTER",
        }
    ),
}
# Such ids say that something is demanded, and not whether it is a function: `REQ-4 The display shall be readable in the sun`.
OF_EITHER: Final = re.compile(r"[\[(]?(?:REQ|PR|R|RQ|SR|SYS|UR|DR|IR)[-_. ]?\d|.*~")
PRIORITIES: tuple[tuple[Priority, str], ...] = (
    ("wont", r"won['’]?t(?:[- ]have)?|\bp4\b|out of scope"),
    (
        "must",
        (
            r"must(?:[- ]have)?|\bp0\b|\bcritical\b|\bhigh(?:est)?\b|\bmvp\b|\bmandatory\b|\bessential\b"
            r"|\brequired\b|必须|\bmuss\b|\bhaute\b|\bkritisch\b|\bhoch\b|\bobligatoire\b|\balta\b"
        ),
    ),
    (
        "should",
        r"should(?:[- ]have)?|\bp1\b|\bmedium\b|\bimportant\b|应该|\bmittel\b|\bsoll\b|\bmoyenne\b|\bmedia\b",
    ),
    (
        "could",
        (
            r"could(?:[- ]have)?|nice[- ]to[- ]have|^nice$|\bp[23]\b|\blow\b|\boptional\b|可以有|\bniedrig\b"
            r"|\bkann\b|\bbasse\b|\bbaja\b|\bbaixa\b"
        ),
    ),
)
PRIORITY_TAG = re.compile(
    r"[\[(（]\s*(?:priority\s*[:=]?\s*)?"
    r"(?P<tag>must(?:[- ]have)?|should(?:[- ]have)?|could(?:[- ]have)?|won['’]?t(?:[- ]have)?|p[0-4]"
    r"|required|mandatory|high|medium|low|critical|optional|nice[- ]to[- ]have|mvp|muss|soll|kann|haute|moyenne|basse"
    r"|alta|media|baja)\s*[\])）]",
    re.IGNORECASE,
)
# `A receipt is kept. (Must)`, `… Must have.`, `… Priority: high`: a last sentence that says how much the one before matters.
PRIORITY_LAST = re.compile(
    rf"(?:{PRIORITY_TAG.pattern.replace('?P<tag>', '?:')}"
    r"|priority\s*[:=]\s*(?:must|should|could|p[0-4]|high|medium|low|critical|optional)"
    r"|(?:must|should|could|won['’]?t|nice[- ]to)[- ]have|must|should|could|p[0-4])\.?",
    re.IGNORECASE,
)
_ENDING = re.compile(rf"(?<=[.!])\s+(?P<tag>{PRIORITY_LAST.pattern})$", re.IGNORECASE)
# `optional: a file with types to ignore`
PRIORITY_FIRST = re.compile(
    r"(?P<tag>must[- ]have|should[- ]have|could[- ]have|nice[- ]to[- ]have|optional(?:ly)?)\s*[:：]\s+(?=\S)",
    re.IGNORECASE,
)
HEADING_PRIORITY = re.compile(
    r"\b(?:must|should|could|won['’]?t)[- ]haves?\b|\bnice[- ]to[- ]haves?\b|^nice$"
    r"|^(?:must|should|could|won['’]t)$|\bp[0-4]\b|（应该有）|（必须有）|（可以有）",
    re.IGNORECASE,
)
PRIORITY_WORDS = tuple((priority, re.compile(words, re.IGNORECASE)) for priority, words in PRIORITIES)


@lru_cache(maxsize=4096)
def split_label(text: str) -> tuple[str, str, str]:
    """The document's own id at the start of `text`, the topic its letters stand for, and what follows."""
    traced = TRACED.match(text)
    if traced:
        return traced["label"], "", traced["rest"]
    found = LABEL.match(text)
    if not found or PERIOD_DOES.match(text) or NO_ID.match(text) or GOES_ON.match(text):
        return "", "", text
    letters = re.sub(r"[^A-Z]", "", found["kind"].upper())
    for topic, kinds in KINDS.items():
        if letters in kinds:
            return found["label"].strip(), topic, found["rest"]
    hyphened = (
        re.match(r"[A-Z]{2,8}[-_]|[A-Z]-?\d{1,3}(?=$)", found["label"]) if SEPARATED.match(text) else None
    )
    return (found["label"].strip(), "", found["rest"]) if hyphened and found["rest"] else ("", "", text)


def has_id(line: str) -> bool:
    """Whether a line begins with an id of its own: where a paragraph does, each such line is an entry."""
    return bool(split_label(line)[0])


def priority_in(words: str) -> Priority:
    """The priority a cell or heading names; MoSCoW words, P0 to P4 and high to low are understood."""
    if len(words) > 60:
        return "unstated"
    for priority, pattern in PRIORITY_WORDS:
        if pattern.search(words):
            return priority
    return "unstated"


@lru_cache(maxsize=4096)
def priority_of_heading(title: str) -> Priority:
    """The priority a heading gives to all below it; only MoSCoW words and P0 to P4 count there."""
    found = HEADING_PRIORITY.search(title)
    return priority_in(found[0]) if found else "unstated"


def split_priority(text: str) -> tuple[Priority, str]:
    """The priority tag in brackets, if any, and the text without it."""
    found = PRIORITY_TAG.search(text) or _ENDING.search(text)
    if not found:
        first = PRIORITY_FIRST.match(text)
        return (priority_in(first["tag"]), text[first.end() :]) if first else ("unstated", text)
    before, after = text[: found.start()], text[found.end() :]
    # `… drafts. (Must).` and `… drafts (Must).` keep the one full stop that ends the sentence.
    ended = after.strip() == "."
    said = before.rstrip().rstrip(".") + "." if ended else before + after
    return priority_in(found["tag"]), said.strip()
