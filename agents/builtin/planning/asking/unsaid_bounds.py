"""What a document leaves unsaid about bounds: limits without a number, who approves, who looks over what a model wrote."""

from agents.builtin.planning.asking.unsaid import Unsaid
from agents.builtin.seldom import Seldom

KEPT = frozenset({"desktop_app", "mobile_app", "service", "web_app"})
EVERY = frozenset(
    {
        "agent",
        "bot",
        "box",
        "cli",
        "desktop_app",
        "extension",
        "infrastructure",
        "library",
        "mobile_app",
        "pipeline",
        "service",
        "web_app",
    }
)
OF_BOUNDS = (
    Unsaid(
        EVERY,
        57,
        "Does a person look at what the model made before it counts?",
        "who looks at it before it counts",
        "screens, what people may rely on",
        (
            "It is marked as a suggestion, and counts once a person has confirmed it.",
            "It counts at once, and is marked as made by a model.",
        ),
        "What a model made",
        hint=Seldom(r"\b(?:ai|gpt|llms?|language models?)\b"),
        raised=Seldom(
            r"\bai[- ]generated\b|\b(?:ai|gpt|llms?|language models?)\b[^.\n]{0,50}\b(?:analy[sz]|answer|categori[sz]|classif|creat|diagnos|draft|estimat|evaluat|extract|generat|grad(?:e|es|ing)|recommend|scor|summar|translat|writ)\w*"
            r"|\b(?:answer|categori[sz]|classif|draft|extract|generat|grad(?:e|es|ing)|recommend|summar|translat|writ)\w*\b[^.\n]{0,50}\b(?:by|using|via|with) (?:an? |the )?(?:ai|gpt|llms?|language models?)\b"
        ),
        besides=Seldom(r"\b(?:agents? can|coding agents?|never|no|not|players?|tests?|without)\b"),
        answered=Seldom(
            r"\b(?:human|manual(?:ly)?|people|persons?|users?|experts?|teachers?|admins?|editors?|staff)\b[^.\n]{0,40}\b(?:accept|adjust|approv|check|confirm|correct|decid|edit|overrid|overrul|review|verif)\w*"
            r"|\b(?:accept|approv|confirm|correct|edit|review|verif)\w*\b[^.\n]{0,40}\b(?:before|by (?:a|the)|draft|generated|suggestions?)\b"
            r"|\bconfidence\b|\bdisclaimers?\b|\bguard-?rails?\b|\bhuman[- ]in[- ]the|\bciting\b|\bcitations?\b"
        ),
    ),
    Unsaid(
        KEPT,
        52,
        "Who approves, and what happens until somebody does?",
        "who approves",
        "rights, what waits",
        (
            "An administrator; until then nothing of it takes effect.",
            "Whoever is in charge of the person who asks; until then nothing of it takes effect.",
        ),
        "Approval",
        hint=Seldom(r"\bapprov"),
        raised=Seldom(
            r"\b(?:after|await\w*|for|needs?|pending|requires?|subject to|until|upon|without) (?:\w+ ){0,2}approval\b|\b(?:are|be|gets?|is|must be) approved\b(?! by)|\bapproval (?:flow|process|state|status|workflow)s?\b"
        ),
        besides=Seldom(r"\bapproved (?:list|vendors?|suppliers?)\b|\bno approval\b"),
        answered=Seldom(
            r"\bapprov\w+ (?:by|from)\b|\b(?:admin\w*|approver|board|client|coordinator|director|doctor|editor|finance|head|lead|manager|moderator|officer|organi[sz]er|owner|reviewer|seller|staff|supervisor|teacher|treasurer)s?\b[^.\n]{0,60}\bapprov|\bapprovers?\b|\bauto-?approv"
        ),
        shared=True,
        of_a_change=True,
    ),
    Unsaid(
        KEPT,
        48,
        "What happens to a row of an import that is wrong?",
        "what happens to a row that is wrong",
        "whether one error stops it, what people see",
        (
            "It is left out and listed with the reason; the others are taken.",
            "Nothing of the file is taken until all of it is right.",
        ),
        "What is wrong in an import",
        hint=Seldom(r"\b(?:import|upload)"),
        raised=Seldom(
            r"\b(?:batch|bulk|csv|excel|mass|spreadsheet|xlsx)[- ](?:file )?(?:imports?|uploads?)\b|\bimport(?:s|ed|ing)? (?:[\w-]+ ){0,4}?(?:contacts|csv|employees|excel|members|products|spreadsheets?|students|transactions|xlsx)\b"
        ),
        besides=Seldom(r"\btests?\b|→"),
        answered=Seldom(
            r"\b(?:bad|failed|faulty|invalid|malformed|wrong) (?:\w+ ){0,2}(?:data|entries|files?|imports?|lines?|records?|rows?)\b|\bdry[- ]?run|\berror reports?\b|\bimport (?:errors?|preview|reports?|results?|summary)\b|\breject(?:ed|s)? (?:lines?|records?|rows?)|\bskip|\b(?:csv|import|upload)\w*\b[^.\n]{0,80}\bvalidat|\bvalidat\w*[^.\n]{0,60}\b(?:csv|imports?|imported|rows?|uploads?)\b"
        ),
        of_a_change=True,
    ),
    Unsaid(
        EVERY,
        51,
        "How many requests may one caller make, and in which time?",
        "how many",
        "what is refused, what people notice",
        (
            "60 a minute, as a setting; what goes beyond is refused until the next minute.",
            "1,000 a minute, as a setting.",
        ),
        "Requests of one caller",
        raised=Seldom(r"\brate[- ]limit(?:ing|s|ed)?\b"),
        besides=Seldom(
            r"\d|\b(?:from|by|of) (?:the |an? )?(?:api|external|github|openai|provider|third)|\b(?:429|back-?off|errors?|hits?|handl\w+|respects?|retr(?:y|ies)|tests?)\b"
        ),
        answered=Seldom(
            r"\d[\d,.]{0,8} ?(?:(?:api )?(?:attempts?|calls?|messages?|req(?:uest)?s?|searches) ?)?(?:/|per|an?|each|every) ?(?:\d+ ?)?(?:d|day|h|hour|m|min|minute|s|sec|second)s?\b"
        ),
        becomes="nfr",
        category="security",
        of_a_change=True,
    ),
    Unsaid(
        EVERY,
        49,
        "“{thing}”: with which value does it begin?",
        "with which value it begins",
        "what happens by itself, and when",
        (
            "It is a setting, and begins with a careful value that whoever builds it writes down.",
            "There is none at first: it is set before it is used.",
        ),
        "The first value",
        hint=Seldom(r"\b(?:configurable|cool-?down|limits?|max|periods?|quotas?|thresholds?|time-?outs?)"),
        raised=Seldom(
            r"(?P<thing>\b(?!(?:above|all|an?|any|below|each|every|its|over|same|score|temp|temperature|that|the|their|this|under|which|your) )[a-z][\w-]* (?:thresholds?|cool-?downs?|cool-?down periods?)\b|\b(?:configurable|fixed|given|certain) (?:[\w-]+ )?(?:amount|cool-?down|duration|interval|limit|maximum|minimum|number|period|quota|threshold|time-?out|window)s?(?: of [\w-]+)?\b"
            r"|\b(?:limit on the|maximum) number of [\w-]+\b|\b(?:login|session|storage|upload) (?:limit|quota|time-?out)s?\b)"
        ),
        besides=Seldom(
            r"\d|\btime-?out thresholds?|\bconfigurable (?:by|per)\b|\b(?:admins?|users?|they|he|she|i|you) (?:can |may )?(?:choose|configure|define|enter|set)s?\b|\bdefault|\btests?\b|\bcoverage\b"
        ),
        # Where one limit has its number on another line, whoever writes has thought of them.
        answered=Seldom(r"\bthresholds?\b[^\n|]{0,60}(?<![\w-])\d|(?<![\w-])\d[^\n|]{0,60}\bthresholds?\b"),
        of_a_change=True,
    ),
    Unsaid(
        EVERY,
        50,
        "How much is “{thing}”?",
        "how much that is",
        "how it is built, what it is tested with",
        (
            "Ten times what there is today; it is tested with that.",
            "A million of them; it is tested with that.",
        ),
        "How much it must bear",
        hint=Seldom(r"\b(?:huge|large|massive)\b"),
        raised=Seldom(
            r"(?P<thing>\b(?:huge|large|massive) (?:[a-z][\w-]* )?(?:amounts?|clusters?|collections?|data ?sets?|files?|lists?|numbers?|repositor(?:y|ies)|spreadsheets?|tables?|volumes?)\b(?: of [\w-]+)?)"
        ),
        besides=Seldom(r"\d|\btests?\b|\blarge language\b|\bno large\b"),
        answered=Seldom(
            r"\b\d[\d.,]{0,12} ?(?:[kmg]i?b|k|m|million|thousand)\b|\b\d[\d.,]{2,12}\+? (?:[\w-]+ ){0,2}(?:cells|columns|devices|documents|entries|events|files|images|items|jobs|lines|messages|nodes|objects|pods|records|requests|rows|runs|users)\b"
        ),
        becomes="nfr",
        category="scalability",
        of_a_change=True,
    ),
    Unsaid(
        EVERY,
        58,
        "Which one is meant by “{thing}”?",
        "which one",
        "an outside system, cost, what comes back from it",
        (
            "The first that does, behind an interface of our own, so that another can take its place.",
            "One that somebody of ours names before the work begins.",
        ),
        "The outside system that is meant",
        hint=Seldom(r"\b(?:api|feed|provider|service|vendor)s?\b"),
        raised=Seldom(
            r"\b(?:from|through|using|via|with) (?P<thing>(?:an?|any|external|some|third[- ]party) (?:[a-z][\w/-]* ){0,3}?(?:api|data feed|feed|provider|vendor)s?)\b(?! (?:call|client|contract|design|gateway|key|layer|route|token|version)s?\b)"
        ),
        besides=Seldom(
            r"\b(?:expose|no|offer|our|own|provides?|rest|graphql|without)\b[^.\n]{0,30}\bapi|\bidentity provider|\b(?:cloud|hosting) provider|\btests?\b|\b(?:e\.g\.|like|such as)"
        ),
        answered=Seldom(r"(?!)"),
        becomes="constraint",
    ),
    Unsaid(
        EVERY,
        47,
        "Is this needed in the first version: “{thing}”?",
        "whether it is needed",
        "how much is built",
        (
            "No: it can be added later, and to take it away again would be harder.",
            "Yes.",
        ),
        "Whether it is needed",
        hint=Seldom(r"\((?:as|if|where) (?:appropriate|needed|necessary|possible|required|time)"),
        raised=Seldom(
            r"(?:^|[.;:|] ?)(?P<thing>[^.;:|()]{6,90}?) \((?:as|if|where) (?:appropriate|needed|necessary|possible|required|time (?:allows|permits))\)"
        ),
        besides=Seldom(r"\btests?\b"),
        answered=Seldom(r"(?!)"),
        becomes="constraint",
        of_a_change=True,
    ),
    Unsaid(
        EVERY,
        53,
        "For how long is something kept under “{thing}”?",
        "for how long",
        "storage, what is deleted by itself, duties",
        (
            "Nothing is deleted by itself until a time is set; it is a setting for each kind of data.",
            "For two years after it was last used.",
        ),
        "What is kept",
        hint=Seldom(r"\bretention"),
        raised=Seldom(r"(?P<thing>\b(?:[a-z][\w-]+ )?retention (?:period|policy|policies|rule|time)s?\b)"),
        besides=Seldom(r"\d|\b(?:configur|defin|set)(?:e|es|s|ing|able)?\b"),
        answered=Seldom(
            r"\bretention\b[^.\n]{0,60}\d|\d+[- ]?(?:day|month|year)s?[^.\n]{0,40}\bret(?:ain|ention)|\b(?:deleted?|keep|kept|retain\w*|stored) (?:\w+ ){0,3}(?:after|for) (?:\d|an? |one|seven|ten|thirty|three|two)"
        ),
        becomes="nfr",
        category="retention",
        of_a_change=True,
    ),
    Unsaid(
        frozenset({"desktop_app", "game", "mobile_app", "web_app"}),
        52,
        "Where does what stands in it come from, and who keeps it up to date?",
        "where that comes from",
        "who works on it, an import, the first day",
        (
            "It comes with the product as a file, and a new version of it brings more.",
            "People of ours enter it on a page of their own.",
        ),
        "What stands in it",
        raised=Seldom(
            r"\b(?:bank|catalog(?:ue)?|collection|database|library|list|set) of (?:[\w-]+ ){0,2}(?:articles|courses|dishes|exercises|lessons|meals|plants|questions|quizzes|recipes|scenarios|species|templates|videos|words|workouts)\b"
            r"|\b(?:course|exercise|faq|food|lesson|plant|question|quiz|recipe|scenario|workout) (?:bank|catalog(?:ue)?|content|database|library)\b"
        ),
        answered=Seldom(
            r"\b(?:admins?|authors?|coaches|editors?|i|instructors?|managers?|members?|organi[sz]ers?|staff|teachers?|trainers?|users?|we)\b[^.\n]{0,40}\b(?:adds?|creates?|edits?|enters?|imports?|manages?|uploads?|writes?)\b"
            r"|\b(?:cms|crowd\w*|curated|hard-?coded|licensed|open ?data|public domain|scrap(?:e|ed|ing)|seed(?:ed|s)?)\b|\b(?:from|through|using|via) (?:the |an? )?[\w ]{0,30}\bapi\b"
        ),
    ),
    Unsaid(
        frozenset({"infrastructure"}),
        50,
        "How is a new version of it put in place?",
        "how a new version of it comes in",
        "the order of steps, whether it goes on running",
        (
            "One part after another, while it goes on running; the old version can come back.",
            "It stands still for an hour at night, announced a week before.",
        ),
        "A new version",
        raised=Seldom(r"\b(?:controllers?|crds?|daemon(?:s|set)?|helm|operators?|webhooks?)\b"),
        besides=Seldom(r"\btests?\b"),
        answered=Seldom(
            r"\bbackward|\bcompatib|\bconversion\b|\bmigrat|\broll(?:ed|ing|s)?[- ]?(?:back|out|update)|\brolling\b|\bupgrad|\bversion skew"
        ),
    ),
)
