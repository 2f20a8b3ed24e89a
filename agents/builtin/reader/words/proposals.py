"""The headings by which a document is a proposal to change something that exists, as projects in the open ask for them."""

import re
from typing import Final

# See https://github.com/kubernetes/enhancements/tree/master/keps/NNNN-kep-template and https://github.com/Fission-AI/OpenSpec.
_NUMBERED = r"^#{1,4}\s+(?:[\d.]+\s+)?"
_WHY: Final = r"(?:background (?:and|&) )?motivation|why"
_WHAT: Final = r"proposal|(?:detailed |proposed )?design(?: details)?|proposed changes?|what changes"
_BESIDE: Final = (
    r"alternat(?:iv)?es?(?: solutions?| considered)?|drawbacks|implementation history|graduation (?:criteria|requirements)"
    r"|upgrade.{0,20} strategy|adoption strategy|prior art|rationale and alternatives|backwards? compatibility|impact"
)
GROUPS: Final = tuple(
    re.compile(rf"{_NUMBERED}(?:{words})\s*:?\s*$", re.IGNORECASE | re.MULTILINE)
    for words in (_WHY, _WHAT, _BESIDE)
)


def is_proposal(body: str) -> bool:
    """Whether a document says why something should change, how, and what else could be done."""
    return all(group.search(body) for group in GROUPS)
