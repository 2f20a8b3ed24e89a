"""Minutes of a meeting: what was agreed, asked for and dropped there, without who was there and who said it."""

import re
from collections.abc import Iterator

from agents.builtin.reader.notations.errands import ABSENT, OF_THE_MEETING, PRESENT, without_errands
from agents.builtin.reader.text.inline import capital

# `Meeting notes - Vehicle booking - 12 March`, `Minutes: tool loan`
HEAD = re.compile(
    r"^(?!\s*#)\W{0,4}(?:(?:meeting|call|sync|workshop|kick-?off|project|team) )?(?:notes|minutes|protocol|protokoll|gesprächsnotiz|compte[- ]rendu|acta)"
    r"(?: (?:of|from|vom|von|zu|du|de|del)(?: the)?(?: (?:meeting|call|workshop))?)?(?:\s*:\s*|\s+[-–—|]\s+)(?P<about>\S.{2,100})$"
    r"|^(?!\s*#)\W{0,4}(?:meeting|besprechung|réunion|reunión)(?:\s*:\s*|\s+[-–—|]\s+)(?P<of>\S.{2,100})$"
    r"|^(?!\s*#)\W{0,4}(?:notes|minutes|protocol|protokoll)\b[^,:|–—]{3,50}(?:,|:|\s[-–—|])\s+(?P<behind>[^\W\d_].{2,100})$",
    re.IGNORECASE,
)
_MONTH = r"(?:jan|feb|m[aä]r|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz])[a-zä]*\.?"
# What stands in a title beside its matter: a date, a time.
WHEN = re.compile(
    rf"(?:^|[\s,(|–—-]+)(?:\d{{1,2}}(?:st|nd|rd|th|\.)? {_MONTH}(?: \d{{2,4}})?|{_MONTH} \d{{1,2}}(?:,? \d{{4}})?"
    r"|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./](?:\d{2,4})?|\d{1,2}[:.]\d\d(?: ?(?:h|uhr|am|pm))?)[\s)]*$",
    re.IGNORECASE,
)
# `# Minutes of the boat club`, `Minutes 4/5`, `# Boats, short meeting 4 May`: a heading that says that people met.
MET = re.compile(
    r"^\W{0,8}(?:(?:meeting|call|sync|workshop|kick-?off|project|team) (?:notes|minutes)|minutes|protokoll|besprechungsnotiz|gesprächsnotiz|compte[- ]rendu|acta)"
    r"(?:\s*[:,|–—-]|\s+(?:of|from|vom|von|du|de|del)\b|\s+\d|\s*$)"
    r"|^\s*#[^#].*\w[,–—|-]?\s*[,–—|-]\s+(?:[\w-]+ ){0,2}(?:meeting|call|sync|sitzung|besprechung|réunion|reunión)\b.{0,40}$",
    re.IGNORECASE,
)
# A line of this alone names no matter: `Minutes 4/5 (Emre, Ayla)`.
NO_MATTER = re.compile(r"^\W*(?:meeting )?(?:minutes|notes)\b[\d\s./:-]*(?:\([^()]*\))?\s*$", re.IGNORECASE)
MARK = re.compile(r"^(?P<mark>\s*(?:[-*•–]|\d+[.)])\s+)?(?P<words>\S.*)$")
AGREED = re.compile(
    r"^(?:agreed|decided|decision|consensus|result|outcome|resolved|beschlossen|einig|vereinbart|décidé|acordado)\s*[:：–—-]\s*"
    r"|^(?:we (?:all )?(?:agreed|decided) (?:that|on) |(?:long |short )?(?:discussion|debate|talk) (?:about|of|on) )",
    re.IGNORECASE,
)
# `Ines wants that the check is recorded`, `Emre needs a list`
WANTS = re.compile(
    r"^(?:(?:(?:dr|prof|mr|mrs|ms|frau|herr)\.? )?(?-i:[A-Z])[\w'’-]+ )?(?:also |really )?(?:wants?|would like|needs?|asks? for|asked for|wishes)(?: to (?:have|see|get)| that)? (?!to\b)",
    re.IGNORECASE,
)
WHETHER = re.compile(
    r"^(?P<who>(?-i:[A-Z])[\w'’-]+) (?:asks|asked|wonders|wondered) (?:whether|if) (?P<what>[^.]{5,200})\.\s*(?P<verdict>\S.*)$",
    re.IGNORECASE,
)
LATER = re.compile(
    r"^(?:nice[- ]to[- ]have|later|phase (?:two|2|3)|not now|maybe later|next (?:year|version|phase)|another time|second step)\b[^.]{0,40}\.?$",
    re.IGNORECASE,
)
# `Jonas: no, we have Acme for that.`, `Rejected.`: what was said to it.
REFUSED = re.compile(
    r"^(?:(?-i:[A-Z])[\w'’-]+\s*:\s*)?(?P<why>(?:no|nein|non|rejected|refused|turned down|dropped|abgelehnt)\b(?! (?:problem|objections?|doubt)\b)[^.?!]{0,120})[.!]*$",
    re.IGNORECASE,
)
# `Lise proposed that guests may scan, too. Agreed, but they only look.`
PROPOSED = re.compile(
    r"^(?-i:[A-Z])[\w'’-]+ (?:proposed|proposes|suggested|suggests|asked|asks) (?:that|whether|if) (?P<what>[^.?!]{5,200})[.?!]\s*"
    r"(?:agreed|accepted|approved|yes|ok(?:ay)?)\b[,.:;]?\s*(?P<how>[^.?!]{0,200})[.!]*$",
    re.IGNORECASE,
)
# What somebody tells the others of how things are: `Petra reports that the lists are in three files.`
REPORTS = re.compile(
    r"^(?-i:[A-Z])[\w'’-]+ (?:also )?(?:reports?|reported|explains?|explained|informs?|informed|mentions?|mentioned)(?: (?:us|everybody|all))? (?:that|about|on|of) [^.?!]{3,300}(?:[.?!]+\s*|$)",
    re.IGNORECASE,
)
# Over what people have to do until they meet again, and over what they turned down.
TO_DO = re.compile(
    r"^(?P<before>(?:#+ |\*\*|__)?[\d.) ]{0,6})(?:to[- ]?dos?(?: list)?|tasks?|who does what|homework|aufgaben|à faire|tareas)(?P<after>\W{0,6})$",
    re.IGNORECASE,
)
TURNED_DOWN = re.compile(
    r"^(?P<before>(?:#+ |\*\*|__)?[\d.) ]{0,6})(?:(?:discussed|discussion|proposed|considered)(?: (?:and|but)|,) )?(?:rejected|dropped|turned down|refused|abgelehnt|verworfen)(?P<after>\W{0,6})$",
    re.IGNORECASE,
)
# `the list lives in her head -> wants a page`: how it is, and what is wanted instead.
ARROW = re.compile(r"^(?P<now>[^>→]{3,100}?)\s*(?:->|→|=>)\s*(?P<then>\S.*)$")
DECLINED = re.compile(
    r"^(?:voted down|declined|outvoted|no majority|rejected|refused|dropped|no\b)", re.IGNORECASE
)
# `… Long discussion, no decision.`, `… Open.`
LEFT_OPEN = re.compile(
    r"(?<=[.;,)]) (?:(?:long |short )?(?:discussion|debate)[,:]? )?(?:no decision|undecided|not decided|still open|open|postponed|no agreement)\W*$",
    re.IGNORECASE,
)
TASK = re.compile(
    r"^(?:todo|to do|action(?: item)?|ai)\s*[:：]?\s*(?:(?-i:[A-Z])[\w'’-]+\s*[:：]?\s+)(?=(?:to )?(?:check|find out|clarify|ask)\b)",
    re.IGNORECASE,
)
# `Text messages? Sami checks the price.`: who looks after it until they meet again.
ERRAND = re.compile(
    r"(?<=[.?!]) (?:(?:dr|prof|mr|mrs|ms|frau|herr)\.? )?(?-i:[A-Z])[\w'’-]+ (?:will |to )?(?:checks?|asks?|finds? out|clarif(?:y|ies)|calls?|talks? to|looks? into)\b[^.?!]{0,80}[.]?$",
    re.IGNORECASE,
)
# How things are when people meet, said beside what they want.
TODAY = re.compile(
    r"\b(?:currently|at the moment|right now|so far|until now|nowadays|aktuell|derzeit|bisher|actuellement|actualmente|on paper)\b"
    r"|\bin (?:his|her|my|our|an?|the) (?:notebook|exercise book|head|excel|spreadsheet)\b"
    r"|^(?:people|everybody|everyone|nobody|no one|they) ",
    re.IGNORECASE,
)
BINDS = re.compile(
    r"\b(?:must|shall|should|has to|have to|needs?|wants?|can|may|soll|muss|no|not)\b|\?", re.IGNORECASE
)
SENTENCE = re.compile(r"(?<=[a-z0-9)])\. (?=[A-Z])")
FIRST_LINES = 3


def as_minutes(lines: list[str], *, present: frozenset[str]) -> list[str]:
    """The lines of minutes as what was wanted there; unchanged where no meeting is told of.

    `present` are those whom the text named as being there, which may be gone from the lines by now.
    """
    at = next((number for number, line in enumerate(lines[:FIRST_LINES]) if line.strip()), 0)
    head = HEAD.match(lines[at]) if lines else None
    met = lines and MET.match(lines[at])
    if not (head or met or present):
        return lines
    told = [_told(line, present=present) for line in _with_refused(lines)]
    if met:
        told[at] = "" if NO_MATTER.match(lines[at]) else lines[at]
    if head:
        about = head["about"] or head["of"] or head["behind"]
        told[at] = f"# {capital(_undated(about))}"
    return told


def _with_refused(lines: list[str]) -> Iterator[str]:
    """The lines with what was turned down named as such: below its heading something may have been agreed all the same."""
    below = False
    for line in lines:
        found = MARK.match(line)
        entry = found is not None and found["mark"]
        if over := TURNED_DOWN.match(line):
            below = True
            yield f"{over['before']}Requests{over['after']}"
        elif (
            below
            and found
            and entry
            and not (PROPOSED.match(found["words"]) or WHETHER.match(found["words"]))
        ):
            yield f"{entry}Not: {found['words']}"
        else:
            below = below and (entry is not None or not line.strip())
            yield line


def _undated(title: str) -> str:
    bare = WHEN.sub("", title).strip(" ,|–—-")
    return bare or title


def _told(line: str, *, present: frozenset[str]) -> str:
    if PRESENT.match(line) or ABSENT.match(line) or OF_THE_MEETING.match(line):
        return ""
    if over := TO_DO.match(line):
        marked = over["before"].startswith(("#", "*", "_"))
        return f"{over['before']}Action items{over['after']}" if marked else "## Action items"
    found = MARK.match(line)
    if found is None:
        return line
    words = REPORTS.sub("", found["words"]) if not BINDS.search(found["words"]) else found["words"]
    if not words:
        return ""
    if task := TASK.match(words):
        return f"{found['mark'] or ''}Open: {words[task.end() :]}"
    words = without_errands(ERRAND.sub("", words), present=present)
    if not words:
        return ""
    if LEFT_OPEN.search(words):
        return f"{found['mark'] or ''}Open: {LEFT_OPEN.sub('', words)}"
    words = _decided(words)
    bare = WANTS.sub("", AGREED.sub("", words, count=1), count=1)
    asked = WHETHER.match(words)
    if asked and LATER.match(asked["verdict"]):
        bare = f"Later: {asked['what']}"
    elif asked and (refused := REFUSED.match(asked["verdict"])):
        bare = f"Not: {asked['what']} ({refused['why']})"
    elif proposed := PROPOSED.match(words):
        bare = ". ".join(capital(part) for part in (proposed["what"], proposed["how"]) if part)
    return f"{found['mark'] or ''}{capital(bare) if bare != words else words}"


def _decided(words: str) -> str:
    """What came of something that was brought up, behind an arrow; the words as they are where nothing did."""
    found = ARROW.match(words)
    if found and DECLINED.match(found["then"]):
        return f"Not: {capital(WANTS.sub('', found['now'], count=1))}"
    wants = found and re.match(
        r"(?:wants?|needs?|would like|wish(?:es)?)\s+(?!to\b)(?P<what>\S.*)", found["then"], re.IGNORECASE
    )
    return capital(wants["what"]) if wants else words


def without_today(words: str) -> str:
    """What somebody said at a meeting without the sentences that only tell how things are."""
    parts = SENTENCE.split(words)
    return ". ".join(part for part in parts if BINDS.search(part) or not TODAY.search(part))
