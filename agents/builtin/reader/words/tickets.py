"""The marks of a ticket about something that exists: what its tracker prints, and how its people write."""

import re
from itertools import islice

# `[INV-2231]`, `HELP-12:`: the number a tracker gave it, in the title.
KEY = re.compile(r"\W{0,6}[A-Z][A-Z0-9]{1,9}-\d{1,6}\b")
# What only a tracker asks for, in a line of its own or beside other fields.
FIELD = re.compile(
    r"(?:^|\s{2}|[|,;·])[\s#*_>-]{0,6}"
    r"(?P<name>reporter|reported by|assignee|assigned to|components?|melder|gemeldet von|komponente|schweregrad|signalé par|composant|affects|affects versions?|affected versions?"
    r"|fix versions?|severity|story points|sprint|epic link|issue type|environment|reproducib\w+"
    r"|(?:describe the|current) bug|(?:steps )?to reproduce|how to reproduce|(?:actual|observed|current|expected|requested)"
    r" (?:behaviou?r|results?)|describe the solution you['’]d like|describe alternatives you['’]ve considered"
    r"|\W{0,8}is your feature request related to a problem)[*_?]{0,3}\s*(?::|$)",
    re.IGNORECASE | re.MULTILINE,
)
# What else may stand beside those in one line; of them all only the first three say something of what is changed.
_BESIDE = r"components?|environment|affects|priority|status|labels?|type|created|updated|due(?: date)?|project|resolution|team|watchers|estimate|epic"
BESIDE = re.compile(
    rf"(?:(?<=^)|(?<=\s\s)|(?<=[|;·]\s)|(?<=[|;·]))(?P<name>reporter|reported by|assignee|assigned to|severity|sprint|story points|fix versions?|{_BESIDE})\s*:\s*",
    re.IGNORECASE,
)
TELLING = re.compile(r"components?|environment|affects", re.IGNORECASE)
TELLS_WHERE = re.compile(r"(?:components?|environment|affects)\s*:", re.IGNORECASE)
# `The export must not change`: what is there, and stays.
STAYS_AS_IT_IS = re.compile(
    r"\b(?:must|may|should|shall|do|does|can)(?: not|n['’]t) (?:be )?(?:changed?|touch(?:ed)?|broken?|altered?)\b"
    r"|\b(?:darf|dürfen|soll|sollen) nicht (?:verändert|geändert|angefasst)\b|\bne doi(?:t|vent) pas (?:changer|être modifié)|\bno deben? cambiar\b",
    re.IGNORECASE,
)
# What a title calls itself.
CALLED = re.compile(
    r"\W*(?:\w+ ){0,2}(?:change request|bug(?: report|fix)?|hotfix|defect|regression|feature request|enhancement request"
    r"|änderungsantrag|änderungswunsch|fehlermeldung|demande de (?:changement|modification)|solicitud de cambio)"
    r"(?=\s*(?:[^\w\s]|for\b|to\b|für\b|pour\b|para\b|$))"
    r"|\W*is your feature request related to a problem\b"
    r"|\W*(?:fix|bug|feat|refactor|perf|fehler|störung|erreur|anomalie|fallo)(?:\([\w-]+\))?(?:\s*[:\]]|\s-\s)",
    re.IGNORECASE,
)
# What is wrong today, in a title.
BROKEN = re.compile(
    r"\b(?:times? out|timed out|crash(?:es|ing)?|hangs?|freezes?|fails?|is broken|(?:does not|doesn['’]t) work|returns? [45]\d\d"
    r"|(?:throws?|shows?) (?:an? )?(?:error|exception)|memory leak|too slow|wrong)\b",
    re.IGNORECASE,
)
# Over what goes wrong, and over what people take for its cause: in a ticket nothing below is wished.
GOES_WRONG = re.compile(
    r"\W*(?:[\d.]+\s*)?(?:what (?:happens|happened|goes wrong|went wrong|we see|we saw|users see|(?:we|i) (?:think|suspect|believe|found)(?: so far)?)(?: (?:now|today|instead))?"
    r"|(?:the )?(?:root )?causes?|why|(?:our |my |first |initial )?(?:analysis|diagnosis|guess|theory|suspicion|hypothesis)"
    r"|(?:test )?steps(?: taken| to (?:see|trigger) (?:it|this))?|repro(?:duction)?(?: steps)?|how to (?:see|trigger|get) (?:it|this|there)|schritte"
    r"|ursache|vermutung|was passiert|ist-zustand|cause probable|ce qui se passe|qué pasa|causa)\W*",
    re.IGNORECASE,
)
# The same in front of a sentence: `Actual: the page stays white`
SAYS_WRONG = re.compile(
    r"(?:(?:actual|observed|current)(?: (?:behaviou?r|results?|outcome))?|what (?:happens|happened|goes wrong)(?: now| today| instead)?"
    r"|(?:(?:suspected|likely|probable|possible|presumed) )?(?:root )?cause)\s*[:–—]",
    re.IGNORECASE,
)
# What is there has to stay as it is.
STAYS = re.compile(
    r"\b(?:don['’]t|do not|must not|without|never|not) (?:chang|break|touch|alter)(?:e|ing)?\b[^.\n]{0,40}\bexisting\b"
    r"|\b(?:don['’]t|do not|must not|without) (?:chang|break|touch|alter)(?:e|ing)? (?:the|our) \w"
    r"|\bexisting\b[^.\n]{0,60}\b(?:stays?|remains?|keeps? working|unchanged|untouched|not change)\b"
    r"|\b(?:api|endpoints?|exports?|clients?|formats?|urls?|schema)\b[^.\n]{0,60}\b"
    r"(?:(?:must|should|shall|may) not change|keeps? working|stays? as (?:it is|they are)|(?:stays?|remains?|is|be) backwards?[- ]compatible)"
    r"|\bstays? in the existing\b|\bin the existing (?:\w+ ){0,3}(?:app|application|code ?base|service|site|monolith|repository)\b",
    re.IGNORECASE,
)
# `Add dark mode to the settings page`: a title that begins with what shall become of something.
TOUCHES = re.compile(
    r"\W*(?:add|extend|improve|rework|allow|enable|remove|rename|speed up|redesign|fix|show|hide|change|make) [^.\n]{3,60}? (?:to|in|on|from|of|into|for) (?:the|our) (?:existing )?"
    r"(?:[\w-]+ ){0,3}(?:page|screen|form|view|list|table|export|report|dialog|menu|settings|dashboard|header|sidebar|app|site|shop|api|endpoint|search|log-?in|profile|editor)s?\b",
    re.IGNORECASE,
)
# `Not part of this ticket`
THIS = re.compile(r"\bthis (?:ticket|bug|change(?: request)?|defect|pull request|pr)\b", re.IGNORECASE)
# So many signs are no chance; two fields count as two, and what a title calls itself does, too.
ENOUGH, MOST_FIELDS = 2, 40
# A ticket has said what it is by then, and a tracker writes no longer lines.
OPENING, LONGEST_HEAD = 8000, 400


def is_change(body: str, *, title: str) -> bool:
    """Whether a text asks for a change to something that is there already."""
    body = body[:OPENING]
    lines = [line.strip() for line in (*title.split("\n"), *body.split("\n", 5)[:5]) if line.strip()][:4]
    fields = {found["name"].casefold() for found in islice(FIELD.finditer(body), MOST_FIELDS)}
    signs = sum(
        (
            min(len(fields), ENOUGH),
            any(KEY.match(line) is not None for line in lines),
            ENOUGH * any(CALLED.match(line[:80]) is not None for line in lines),
            any(BROKEN.search(line[:200]) is not None for line in lines[:2]),
            any(TOUCHES.match(line[:120]) is not None for line in lines[:2]),
            STAYS.search(body) is not None,
            THIS.search(body) is not None,
        )
    )
    return signs >= ENOUGH


def told_in_head(line: str) -> str:
    """A line of several fields of a tracker without those that say nothing of the product; any other line as it is."""
    found = list(BESIDE.finditer(line)) if len(line) <= LONGEST_HEAD else []
    if len(found) < ENOUGH or found[0].start() > 0:
        return line
    ends = (*(each.start() for each in found[1:]), len(line))
    fields = [
        line[each.start() : end].strip(" |;·\t")
        for each, end in zip(found, ends, strict=True)
        if TELLING.fullmatch(each["name"])
    ]
    return "; ".join(fields)
