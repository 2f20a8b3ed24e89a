"""What a document calls its product in so many words: `Tally is a desktop application that …`, `A Python library for …`."""

import re
from collections.abc import Iterator

from agents.schemas.architecture import ProductKind

# The product is named before anything is told of it: within so many characters, and without a subject within so many lines.
OPENING = 4000
FIRST_LINES = 12
MARKS = re.compile(r"^[#>*+\s-]+|\*\*|__|`")
LABEL = re.compile(
    r"(?:purpose|product|summary|description|type|what|objective|tagline|platform|(?:product )?(?:type|vision)|overview|goal|one[- ]liner)"
    r"\s*[:：]\s*",
    re.IGNORECASE,
)
# `Tally is an editor …`, `This app will be a …`
SUBJECT = re.compile(
    r"(?:^|(?<=[.!?] ))(?:(?-i:[A-Z])[\w.'’-]*(?: (?-i:[A-Z(])[\w.'’)-]*){0,6}|this|it|(?:the|this|our) "
    r"(?:product|app(?:lication)?|system|tool|project|platform|program|software|package))"
    r"(?: \([^()]{1,60}\))? (?:is|will be|shall be|should be|is to be) (?P<phrase>(?:an?|the|our|my) (?:[^.;:]|\.(?=\w)){3,200})",
    re.IGNORECASE,
)
ASKED = re.compile(
    r"(?:we (?:want|need)(?: to (?:build|create|develop|make))?|(?:let['’]s )?(?:build|create|develop|make|design|implement|deliver|ship|provide|offer)) (?P<phrase>(?:an?|the|our|my) .{3,200})",
    re.IGNORECASE,
)
NAMED = re.compile(r"(?P<phrase>(?:an? |the )?[A-Za-z(](?:[^.;:|]|\.(?=\w)){3,200})", re.IGNORECASE)
# `People open a dashboard`: a sentence, and no name of anything.
WITHIN = re.compile(r"\S (?:an?|the|our|my|their|its|your) ", re.IGNORECASE)
# Behind these words stands what it does, and no longer what it is.
ENDS = re.compile(
    r"\b(?:that|which|who|whose|for|to|where|in which|with|so|allowing|enabling|designed|intended|built|used|from|by|on|in|at|of|as|like|provides?|offers?|needs?|must|can|shall|will|are|is|inspired|across|between|against|deployed|written|hosted|running|via|into)\b|,\s+(?:and|or|but|built|designed|made|written|hosted|deployed|an?|the|it|users?|people)\b|[—–]|\s-\s",
    re.IGNORECASE,
)
NAMES: dict[ProductKind, str] = {
    "web_app": (
        r"\bweb(?:[- ]based|[- ]first|[- ]only)?(?: [\w-]+){0,3} (?:app(?:lication)?|platform|tool|portal|system|map|editor|client|dashboard|ui)\b"
        r"|\bweb ?(?:app|site|page|portal)\b|\bsaas\b|\bdashboard\b|\bportal\b|\bpwa\b|\bsingle[- ]page app\w*|\bonline (?:shop|store|marketplace|platform)\b"
        r"|\bmarketplace\b"
    ),
    "mobile_app": (
        r"\b(?:mobile|ios|android|iphone|ipad|flutter|react native|smartphone|phone)(?:[- ](?:first|only))?(?: [\w/,&+-]+){0,4} app(?:lication)?\b"
        r"|\bapp(?:lication)? (?:for|on) (?:ios|android|iphone|phones?)\b"
    ),
    "desktop_app": (
        r"\bdesktop(?: [\w-]+){0,3} (?:app(?:lication)?|utility|tool|program|editor|client|software|system|widget)\b|\bmenu ?bar (?:app\w*|utility|tool)\b"
        r"|\b(?:macos|mac os|windows|linux|gui|electron|tauri|qt|wpf)(?: [\w-]+){0,2} (?:app(?:lication)?|utility|tool|program|editor|client)\b"
    ),
    "cli": r"\bcli\b(?: (?:tool|utility|app\w*|program))?|\bcommand[- ]line(?: [\w-]+){0,2}|\bterminal (?:app\w*|tool|ui|program)\b|\btui\b",
    # A library without such a word may lend books.
    "library": (
        r"\b(?:client|component|software|open[- ]source|ui|code|npm|c\+\+|swift|kotlin|dart)(?: [\w-]+)? library\b|\b(?:sdk|npm package|python package|react (?:hook|component)s?|component library|toolkit|developer framework)\b"
        r"|\b(?:python|java|javascript|typescript|go|rust|node(?:\.js)?|php|ruby|react)(?: [\w-]+){0,2} (?:library|module|package|handler|wrapper|framework|bindings?)\b"
    ),
    "service": (
        r"\bmicro-?services?\b|\bback-?end(?: [\w-]+)?\b|\b(?:rest(?:ful)?|graphql|http|json|web)? ?apis?\b(?! client)|\bgateway\b"
        r"|\b(?:telegram|slack|discord|chat|trading|whatsapp) ?bot\b|\bbot\b|\bmcp server\b|\bserver\b(?! component)|\bdaemon\b|\bnotification (?:hub|engine)\b"
    ),
    "extension": r"\b(?:browser|chrome|firefox|vs ?code|editor|figma|wordpress|jetbrains|obsidian)(?: [\w-]+)? (?:extension|add-?on|plug-?in)\b",
    "pipeline": r"\b(?:data|etl|elt|ingestion|ml|batch)(?: [\w-]+)? pipeline\b|\betl\b|\bdata warehouse\b",
    "infrastructure": (
        r"\b(?:kubernetes|k8s|storage)(?: [\w-]+){0,2} (?:operator|controller|platform)\b|\bterraform (?:module|provider)\b|\bhelm chart\b"
        r"|\bhosting (?:environment|platform)\b|\b(?:deployment|build|ci) (?:platform|system|infrastructure)\b"
    ),
    "game": r"\b(?:video|browser|card|puzzle|board|multiplayer|arcade|platform|mobile|web|trivia|word|2d|3d)(?: [\w-]+){0,2} game\b|\broguelike\b",
}
WHAT = {kind: re.compile(words, re.IGNORECASE) for kind, words in NAMES.items()}


def defined_as(text: str) -> ProductKind | None:
    """The kind the document itself names first, when the name ends with it and it names one; None leaves it to the other words."""
    for name in _names(text[:OPENING]):
        named = {kind: last.end() for kind, words in WHAT.items() for last in words.finditer(name)}
        if named and len(name) in named.values():
            return next(iter(named)) if len(named) == 1 else None
    return None


def _names(text: str) -> Iterator[str]:
    """The names by which a document says what its product is, in their order."""
    said, begins = 0, True
    for line in text.split("\n"):
        words = MARKS.sub("", line).strip()
        first, begins = begins, not words or line.lstrip().startswith("#")
        if begins or line.lstrip().startswith("|"):
            continue
        said += 1
        label = LABEL.match(words)
        found = SUBJECT.search(words) or ASKED.match(words)
        if found is None and (
            label or (first and said <= FIRST_LINES and not line.lstrip().startswith(("-", "*", "1")))
        ):
            found = NAMED.match(words, label.end() if label else 0)
        if found is None:
            continue
        end = ENDS.search(found["phrase"])
        name = found["phrase"][: end.start() if end else None].rstrip(" .,*_)")
        if found.re is not NAMED or not WITHIN.search(name):
            yield name
