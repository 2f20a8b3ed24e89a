"""What a document calls its product in so many words: `Tally is a desktop application that …`, `A Python library for …`."""

import re
from collections.abc import Iterator

from agents.builtin.planning.drawing.kind_names import NAMES
from agents.schemas.architecture import ProductKind

# The product is named before anything is told of it: within so many characters, and without a subject within so many lines.
OPENING = 4000
FIRST_LINES = 12
MARKS = re.compile(r"^[#>*+\s-]+|[*`]|__")
LISTED = re.compile(r"\s*(?:[-*+] |\d)")
# A line that goes on in the next one.
WRAPPED = re.compile(r"(?<=[^\n]{45}[\w,)—–])\n(?=[a-z(])")
LABEL = re.compile(
    r"(?:the )?(?:purpose|product|summary|description|type|what|objective|tagline|platform|(?:product )?(?:type|vision)|overview|goal|one[- ]liner"
    r"|idea|solution|proposal|(?:my |our )?(?:wish|request)|in short|in one sentence|tl;?dr)\s*[:：]\s*",
    re.IGNORECASE,
)
# `Tally is an editor …`, `This app will be a …`
SUBJECT = re.compile(
    r"(?:^|(?<=[.!?] ))(?:(?-i:[A-Z])[\w.'’-]*(?: (?-i:[A-Z(])[\w.'’)-]*){0,6}|this|it|(?:the|this|our) "
    r"(?:product|app(?:lication)?|system|tool|project|platform|program|software|package)"
    r"|^(?!(?:there|here|that|what|which|who|where|everything|nothing|one|he|she)\b)[\w.-]{3,30})"
    r"(?: \([^()]{1,60}\))? (?:is|will be|shall be|should be|is to be|represents) (?P<phrase>(?:an?|the|our|my) (?:[^.;:]|\.(?=\w)){3,200})",
    re.IGNORECASE,
)
# `Please build a bot …`, `What I would love is a page …`, `My wish is an extension …`
ASKED = re.compile(
    r"(?:^|(?<=[.!?] )|(?<=\bso )|(?<=\band )(?=(?:i|we)\b)|, )(?:please |(?:can|could) (?:you|we|someone|somebody|anybody|anyone) (?:please )?|let['’]s |so )?"
    r"(?:(?:i|we)(?: would|['’]d|['’]m| am|['’]re| are)? (?:want|need|like|love|looking for|think of|thinking of)(?: to (?:build|create|develop|make|have))?"
    r"|(?:our|my) (?:[\w'’-]+ ){0,3}(?!app|tool|system|site|website|service|product|project|platform|front|back|server|code)[\w'’-]+ (?:needs?|wants?|asks? for)"
    r"|(?:you have been |you are |we are |we have been )?(?:asked to (?:build|create|develop|write)|(?:charged|tasked) with (?:building|creating|developing|writing))"
    r"|(?:build|create|develop|make|design|implement|deliver|ship|provide|offer|write|have)"
    r"|(?:my|our) (?:wish|idea|request|plan) is"
    r"|what (?:i|we)(?: would|['’]d)? (?:want|need|like|love|imagine|dream of) is"
    r"|(?:build|create) [\w .-]{2,60}(?: [—–]|:)) "
    r"(?P<phrase>(?:an?|the|our|my|one) (?:[^.;:]|\.(?=\w)){3,200})",
    re.IGNORECASE,
)
# `Fuel Alert — a native Android companion to …`
BESIDE = re.compile(
    r"(?: [—–-]|\w:) (?P<phrase>an? (?:[^.;:—–]|\.(?=\w)){3,200})",
    re.IGNORECASE,
)
NAMED = re.compile(r"(?P<phrase>(?:an? |the )?[A-Za-z(](?:[^.;:|]|\.(?=\w)){3,200})", re.IGNORECASE)
# `Cosy game about a lighthouse`, behind a first sentence that says something else.
NEXT = re.compile(r"(?<=[.!?] )(?P<phrase>(?-i:[A-Z])(?:[^.;:|!?]|\.(?=\w)){3,200})")
# `Our website …`: what there is already.
POINTING = re.compile(
    r"(?:our|my|your|their|his|her|its|this|that|these|those|no|not|without|each|every|all|any|most|some|when|if)\b",
    re.IGNORECASE,
)
# `People open a dashboard`: a sentence, and no name of anything.
WITHIN = re.compile(r"\S (?:an?|the|our|my|their|its|your) ", re.IGNORECASE)
# Behind these words stands what it does, and no longer what it is.
ENDS = re.compile(
    r"(?<!-)\b(?:that|which|who|whose|for|to|where|in which|with|so|allowing|enabling|designed|intended|built|used|from|by|on|in|at|of|as|like"
    r"|provides?|offers?|needs?|must|can|shall|will|are|is|inspired|across|between|against|deployed|written|hosted|running|via|into"
    r"|about|when|while|because|if|under|over|after|before|talking|serving|helping|showing|called|named|set(?= (?:in|on|at)\b)|next(?!\.?js)|beside|behind|für|mit|zum|zur|pour|para|whenever|inside|within|around|per)\b(?!-)"
    r"|,\s+(?:and|or|but|built|designed|made|written|hosted|deployed|an?|the|it|users?|people|which|where|ideally|please)\b|[—–(]|\s-\s",
    re.IGNORECASE,
)
WHAT = {kind: re.compile(words, re.IGNORECASE) for kind, words in NAMES.items()}


def defined_as(text: str) -> ProductKind | None:
    """The kind the document itself names first, when the name ends with it and it names one; None leaves it to the other words."""
    for said in _names(text[:OPENING]):
        # `One jar, an annotation on a method`: the name may end before what is added to it.
        for name in dict.fromkeys((said, said.partition(",")[0])):
            named = {kind: last.end() for kind, words in WHAT.items() for last in words.finditer(name)}
            if named and len(name) in named.values():
                return next(iter(named)) if len(named) == 1 else None
    return None


def _names(text: str) -> Iterator[str]:
    """The names by which a document says what its product is, in their order."""
    said, begins = 0, True
    for line in WRAPPED.sub(" ", text).split("\n"):
        words = MARKS.sub("", line).strip()
        first, begins = begins, not words or line.lstrip().startswith("#")
        if begins or line.lstrip().startswith("|"):
            continue
        said += 1
        leads = first and said <= FIRST_LINES and not LISTED.match(line)
        for phrase, told in _phrases(words, leads=leads, early=said <= FIRST_LINES):
            end = ENDS.search(phrase)
            name = phrase[: end.start() if end else None].rstrip(" .,*_)!?")
            if told or not (WITHIN.search(name) or POINTING.match(name)):
                yield name


def _phrases(words: str, *, leads: bool, early: bool) -> Iterator[tuple[str, bool]]:
    """What may be a name, in the order of the line, and whether a sentence around it says that it is one."""
    label = LABEL.match(words)
    found = [
        (each.start(), each["phrase"], True)
        for pattern in (SUBJECT, ASKED)
        for each in pattern.finditer(words)
    ]
    if early:
        found += [(each.start(), each["phrase"], True) for each in BESIDE.finditer(words)]
    if label or leads:
        named = NAMED.match(words, label.end() if label else 0)
        found += [(named.start(), named["phrase"], False)] if named else []
    if leads:
        found += [(each.start(), each["phrase"], False) for each in NEXT.finditer(words)]
    for _, phrase, told in sorted(found, key=lambda each: each[0]):
        yield phrase, told
