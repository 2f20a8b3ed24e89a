"""Sentences that allow, forbid, reserve or rule out: who, and what."""

import re

# Rules of an organisation stand behind what they are about: `access.guests: ...`.
_LED = r"^(?:[\w.-]{1,60}: )?"
_MAY = (
    r"(?:can|may|shall|must|should|will|(?:(?:shall|must|should|will) be|is|are) (?:able|allowed|permitted) to"
    r"|(?:has|have) (?:access|permission) to)\b"
)
# `Only one guest may ring at a time` says how many may, and not who.
RESERVED = re.compile(
    rf"{_LED}(?:an? |the )?only (?!(?:one|two|three|four|five|a single|a few|\d+) )(?P<who>[^.,;:]{{3,60}}?) {_MAY}(?P<what>[^.;]+)",
    re.IGNORECASE,
)
RESERVED_TO = re.compile(
    rf"{_LED}(?P<what>[^.;]{{3,80}}?) (?:can|may|shall|must|should|will|is|are) (?:only be|be only|only) "
    r"(?P<deed>\w+) (?:only )?by (?P<who>[^.;]{3,60})",
    re.IGNORECASE,
)
GRANTS = re.compile(rf"{_LED}(?P<who>[^.;:]{{2,60}}?) {_MAY}(?P<what>[^.;]+)", re.IGNORECASE)
FORBIDS = re.compile(
    rf"{_LED}(?P<who>[^.;:]{{2,60}}?) (?:(?:must|shall|should|may|can|will|do|does|is|are)(?: not|n['’]t| never)|cannot|never)"
    r"(?: be(?: able to| allowed to| permitted to)|(?P<passive> be))? (?P<what>[^.;]+)",
    re.IGNORECASE,
)
NONE = re.compile(
    r"^(?:(?:the [\w-]+|it|we|there) (?:\w+ ){0,3}?)?"
    r"(?:(?:(?:shall|must|should|will|may) )?(?:contain|have|show|include|use)s? no|no"
    r"|(?:does|do|must|shall|should|will|may|can)(?: not|n['’]t) "
    r"(?:use|collect|store|keep|contain|include|have|need|support|show|offer|provide|send|depend on|rely on|set))"
    r" (?:any |the |an? )?(?P<what>[\w -]{3,40}?)(?: of any kind| at all| whatsoever)?"
    r"(?: (?:is|are|will be|shall be|must be|may be|should be)(?: (?:ever|to be))? "
    r"(?:used|stored|collected|kept|needed|required|shown|sent|included|supported|allowed|set|offered|provided|present))?"
    r"[.!]?$",
    re.IGNORECASE,
)
