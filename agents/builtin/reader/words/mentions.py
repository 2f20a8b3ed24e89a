"""Words by which a system is named that the product does not talk to: one it is likened to, goes without, or may meet one day."""

import re

# What the product is likened to is nothing it talks to.
LIKENED = re.compile(
    r"\b(?:inspired by|similar to|unlike|compared (?:to|with)|(?:an? )?alternatives? to|think of it as"
    r"|(?:looks?|works?|feels?|behaves?) like|reminiscent of|think [\"“](?=[A-Z])|in the style of|nach (?:dem )?Vorbild"
    r"|ähnlich wie|inspiriert von|inspiré de|inspirado en|inspirado em)\b[^.;\n]*"
    r"|(?<![\w.&-])[A-Z][\w.&-]{0,30}(?: [A-Z][\w.&-]{0,30}){0,2} (?:is|are|was|were|would be|gets?) (?:much |far |way |simply |just )?"
    r"(?:too (?:expensive|slow|big|complex|complicated|heavy|limited|much)|overkill|not an option|out of the question)\b"
    r"|\b[A-Z]\w+[- ](?:style|like|artig\w*|ähnlich\w*)\b",
    re.IGNORECASE,
)
_NAME = r"[A-Z][\w&-]*(?:\.[a-z]{2,4}\b)?(?: [A-Z][\w&-]*){0,2}"
_NAMES = rf"(?:the one (?:of|in|on) )?(?:the )?{_NAME}(?:(?:,| or|, or| and) {_NAME})*"
# `like Uber`, `something like Uber for tractors`, `an Airbnb for boats`, `as on eBay`; `services like Stripe` are some that it talks to.
LIKE = re.compile(
    rf"\b(?:[Ss]omething|[Aa]nything|[Mm]uch|[Jj]ust|[Ee]xactly|(?:[Kk]ind|[Ss]ort) of|[Aa] (?:bit|lot|little)|[Bb]asically|[Mm]ore or less|[Aa]lmost|is|be|are) like (?:in |on |at |with )?(?:an? )?{_NAMES}"
    rf"|\b[Ll]ike (?:in|on|at) {_NAMES}"
    rf"|(?:^|[(] ?|[.!?;:–—-] )(?:think|[Ll]ike|à la) (?:an? )?{_NAMES}"
    r"|(?<!accounts)(?<!apps)(?<!apis)(?<!APIs)(?<!banks)(?<!calendars)(?<!channels)(?<!feeds)(?<!gateways)(?<!integrations)(?<!libraries)(?<!messengers)"
    r"(?<!models)(?<!networks)(?<!platforms)(?<!products)(?<!providers)(?<!services)(?<!shops)(?<!sites)(?<!software)(?<!sources)(?<!stores)(?<!systems)(?<!tools)(?<!vendors)(?<!websites)"
    rf", (?:just |only |quite |rather )?like {_NAMES}(?=\W*$|[.!?;)])"
    rf"|\b(?:[Aa] |[Aa]n )(?:small |simple |little |mini |local )?{_NAME}(?= (?:but )?for (?:our |my |the )?[a-z]+\b)"
    rf"|\b(?:as|like|the way|how) (?:in |on |with )?{_NAME}(?= (?:do(?:es)?|works?|is|has)\b)|\bas (?:in|on) {_NAMES}(?=\W*$|[.!?;,)])"
)
# A text without any of these likens the product to nothing.
LIKENS = re.compile(
    r"\b[Ll]ike\b|\bà la\b|\b[Tt]hink\b|\bas (?:in |on |with )?[A-Z]|\b(?:how|way) [A-Z]|\b[Aa]n? (?:small |simple |little |mini |local )?[A-Z][\w.&-]* (?:but )?for\b"
)
# Nor what it goes without: `no Google Maps`, `instead of Notion`.
WITHOUT = re.compile(
    # `Replace the existing Acme Scan workflow with …`
    r"\b(?:[Rr]eplac(?:e|es|ed|ing)|[Rr]etir(?:e|es|ed|ing)) (?:the |our )?(?:existing |current |old |legacy )?[A-Z][\w.&-]*(?: [A-Z][\w.&-]*){0,2}"
    r"|\b(?:[Nn]o|[Nn]ot|[Ww]ithout|[Ii]nstead of|[Rr]ather than|[Aa]way from)(?: using)? (?=[A-Z])"
    r"(?:[A-Z][\w.&-]*)(?: [A-Z][\w.&-]*){0,2}(?:,? or [A-Z][\w.&-]*(?: [A-Z][\w.&-]*)?)?"
)
# Nor what it may talk to one day.
ONE_DAY = re.compile(
    r"(?:(?<=^)|(?<=[.!?;] ))(?:later|one day|some ?day|eventually|in (?:the|a) (?:later|future)|in future)\b[^.!?;]*"
    r"|^\W{0,4}(?:v\d[\w.]{0,6}|phase \d)\W{0,4}\((?:later|future|planned|someday)\).*",
    re.IGNORECASE,
)
# `a secret instead of a password`, `bad experiences with rankings`: what is spoken of only because nobody wants it.
SHUNNED = re.compile(
    r"\b(?:instead of|rather than|bad experiences? with|fed up with|tired of|sick of) (?:an? |the |any |all |our |these |those )?[\w'’-]+"
)
