"""A demand on quality as the title and the goal of its proof, in words one can read aloud."""

import re

from agents.builtin.decomposing.names import plain
from agents.schemas.requirements import NonFunctional

_COMPARED = {"<": "under", "<=": "at most", "=": "", ">=": "at least", ">": "over"}
# The reader holds units in lower case; these are written otherwise.
_WRITTEN = {"kb": "KB", "mb": "MB", "gb": "GB", "tb": "TB", "mi": "Mi", "gi": "Gi", "kib": "KiB", "mib": "MiB", "gib": "GiB"}  # fmt: skip
_PERIOD = re.compile(
    r"(?:%|percent)\s*(?:\w+\s)?(?P<period>monthly|weekly|daily|yearly|annually|(?:per|a|each) (?:month|week|day|year))\b",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^(?P<label>[^\W\d_][\w-]{2,30})\s*(?::|\s[–—-])\s+")
_SAME = 4


def goal_of(each: NonFunctional) -> str:
    """`p95 under 200 ms`, `99.9 % monthly`; empty when the demand has no number."""
    target = each.target
    if target is None:
        return ""
    number = f"{int(target.quantity):,}" if target.quantity.is_integer() else f"{target.quantity:g}"
    unit = plain(target.unit, limit=40)
    period = _PERIOD.search(each.text) if unit == "%" else None
    said = (
        plain(target.qualifier, limit=80),
        _COMPARED[target.comparison],
        number,
        _WRITTEN.get(unit, unit),
        period["period"].lower() if period else "",
    )
    return " ".join(word for word in said if word)


def proof_title(each: NonFunctional) -> str:
    """`Prove security: …`, where the document's own label does not say the same word once more."""
    text = plain(each.text, limit=600)
    label = _LABEL.match(text)
    if label and label["label"].casefold()[:_SAME] == each.category[:_SAME]:
        text = text[label.end() :]
    words = plain(text, limit=80).rstrip(".")
    # The catch-all category is no word people use.
    return (
        f"Check: {words}" if each.category == "other" else f"Prove {each.category.replace('-', ' ')}: {words}"
    )
