"""Whether a decision in a table is about what people see, and not about how the product is made."""

import re

from agents.builtin.reader.text.places import Place
from agents.builtin.reader.words.choices import mandates
from agents.builtin.reader.words.technology import technologies

# What people see or are told, however short it is named among decisions: `Three-column dashboard`, `Mail to one recipient`.
SEEN = re.compile(
    r"\b(?:badges?|banners?|buttons?|calls? to action|cards?|cta|dashboards?|e-?mails?|icons?|layouts?|mails?|menus?|messages?|modals?|notifications?"
    r"|pages?|pop-?ups?|previews?|reminders?|screens?|tabs?|taxonom(?:y|ies)|thresholds?|toasts?|toolbars?|tooltips?|warnings?|wizards?)\b",
    re.IGNORECASE,
)
# Who names such a thing to do without it, or says with what it is made, decides about the making.
MAKING = re.compile(
    r"\b(?:no|without|not|never|instead of|over|vs\.?|use|using|via|with)\b|\b(?:api|library|framework|service|provider|template engine)s?\b",
    re.IGNORECASE,
)


def is_seen(text: str, place: Place) -> bool:
    """Whether a row of decisions is about what people see, and names nothing it is made with."""
    named = place.lead or text
    return bool(SEEN.search(named)) and not (MAKING.search(named) or technologies(named) or mandates(named))
