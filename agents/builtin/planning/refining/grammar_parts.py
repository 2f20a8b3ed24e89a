"""The sentences about components, and those that would be taken for one if they were tried later."""

from agents.builtin.planning.refining.named import ID, IDS, PART, THING

# Their words, and the name of what they ask for.
Sentence = tuple[str, str]

PARTS: tuple[Sentence, ...] = (
    (
        (
            rf"(?:add|(?:i|we)(?:['’]d| would)? (?:also )?(?:need|want|like)) (?:an? |the )?(?:new )?{PART}"
            r"(?: (?:named|called|for))?:? [\"“]?"
            r"(?P<a>[^\"”:]{2,60}?)[\"”]?(?:,? (?:for|serving|that serves|which serves) (?P<b>.+))?"
        ),
        "component add",
    ),
    (rf"drop (?:the )?{PART}:? [\"“]?(?P<a>.{{1,60}}?)[\"”]?", "component drop"),
    (rf"drop (?:the )?(?P<a>[\w -]{{1,60}}?) {PART}", "component drop if there"),
    (
        rf"we (?:don['’]?t|do not) (?:need|want) (?:the |an? )?(?P<a>[\w -]{{1,60}}?)(?: {PART})?",
        "component drop if there",
    ),
    (
        (
            r"(?:(?:i|we)(?:['’]d| would)? )?(?:rather|prefer)(?: (?:have|use|take))? (?P<new>.{1,80}?)"
            r" (?:than|to|over|instead of) (?P<old>.{1,80})"
        ),
        "instead",
    ),
    (rf"rename (?:the )?{PART} (?P<a>.{{1,60}}?) (?:to|into|as) (?P<b>.{{1,60}})", "component rename"),
    (r"rename (?:the )?(?P<a>.{1,60}?) (?:to|into|as) (?P<b>.{1,60})", "component rename if there"),
    (
        r"call (?:the )?(?P<a>.{1,60}?) [\"“]?(?P<b>[^\"”]{1,60}?)[\"”]?(?: instead)?",
        "component rename if there",
    ),
    (rf"rename {THING}(?P<id>{ID}) (?:to|into|as):? (?P<text>.+)", "change"),
    (r"(?:the )?(?P<a>[\w -]{1,60}?): use (?P<b>.{1,80})", "component technology if there"),
    (
        (
            rf"change (?:the )?{PART} (?P<a>.{{1,60}}?) (?:to |so that it |to be )?"
            r"(?:uses?|run(?:s|ning)? on|built with|written in) (?P<b>.{1,80})"
        ),
        "component technology",
    ),
    (rf"change (?:the )?{PART} (?P<a>.{{1,60}}?)(?: to|:) (?P<b>.{{1,300}})", "component change"),
    (
        (
            r"(?:(?:build|write|implement|run|do) )?(?:the )?(?P<a>[\w -]{1,60}?)(?: (?:in|on|with))? "
            r"(?:shall|should|must|has to) (?:use|run on|be (?:written|built) (?:in|with)) (?P<b>.{1,80})"
        ),
        "component technology if there",
    ),
    (
        r"(?:build|write|implement|run|make|change) (?:the )?(?P<a>[\w -]{1,60}?) (?:in|on|with|to use) (?P<b>.{1,80})",
        "component technology if there",
    ),
    (
        rf"split (?:the )?{PART} (?P<a>.{{1,60}}?)(?: (?:into|in)|:) (?P<b>.{{1,160}}?) and (?P<c>.{{1,160}})",
        "component split",
    ),
    (
        r"split (?:the )?(?P<a>[\w -]{1,60}?) into (?P<b>.{1,160}?) and (?P<c>.{1,160})",
        "component split if there",
    ),
    (
        rf"merge (?:the )?{PART}s? (?P<a>.{{1,60}}?) (?P<how>and|into|with) (?:the )?(?P<b>.{{1,60}})",
        "component merge",
    ),
    (
        r"merge (?:the )?(?P<a>[\w -]{1,60}?) (?P<how>and|into|with) (?:the )?(?P<b>[\w -]{1,60}?)(?: components?)?",
        "component merge if there",
    ),
    (rf"{THING}(?P<ids>{IDS}) belongs? (?:to|in|into|with) {THING}(?P<into>{ID})", "merge if there"),
    (
        rf"(?:move|put|assign) {THING}(?P<a>{IDS}) (?:to|in|into|under|over to) (?:the )?(?:{PART} )?(?P<b>.{{1,60}}?)(?: {PART})?",
        "component serve",
    ),
    (
        rf"{THING}(?P<a>{IDS}) (?:should|shall|must) be (?:served|done|handled) by (?:the )?(?:{PART} )?(?P<b>.{{1,60}}?)(?: {PART})?",
        "component serve",
    ),
    (rf"(?:let|have) (?:the )?(?:{PART} )?(?P<b>.{{1,60}}?) serve {THING}(?P<a>{IDS})", "component serve"),
    (
        rf"{THING}(?P<a>{IDS}) belongs? (?:to|in) (?:the )?(?:{PART} )?(?P<b>.{{1,60}}?)(?: {PART})?",
        "component serve",
    ),
)
