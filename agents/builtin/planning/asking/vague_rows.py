"""Words of a demand by which nobody can tell whether it is met, as questions that are asked where a document raises few others."""

from agents.builtin.planning.asking.unsaid import Unsaid
from agents.builtin.seldom import Seldom

SEEN = frozenset({"desktop_app", "extension", "mobile_app", "web_app"})
TYPED = frozenset({"cli", "library"})
ALL = SEEN | TYPED | {"agent", "bot", "box", "game", "infrastructure", "pipeline", "service"}
VAGUE = (
    Unsaid(
        ALL,
        22,
        "What counts as “{thing}”?",
        "what counts as that",
        "when it does something of itself",
        (
            "In doubt it counts; whoever builds it writes the list down, where it can be looked over.",
            "Only what we name before the work begins.",
        ),
        "What counts",
        hint=Seldom(
            r"\b(?:abnormal|critical|dangerous|inactive|inappropriate|risky|sensitive|suspicious|unsafe|unusual|common|typical) "
        ),
        raised=Seldom(
            r"(?P<thing>\b(?:(?:abnormal|dangerous|inappropriate|risky|sensitive|suspicious|unsafe|unusual) (?:(?:profile|user|network) )?(?:actions?|activity|behaviou?rs?|changes?|commands?|content|data|fields?|files?|information|operations?|patterns?|requests?|settings?|transactions?|words?)"
            r"|critical (?:(?:system|user) )?(?:actions|alerts|errors|events|issues|operations|paths|services)|inactive (?:accounts|customers|members|users)|(?:common|typical) (?:broken states|edge cases|errors|failures|failure (?:cases|modes|scenarios)|mistakes|problems))\b)"
        ),
        besides=Seldom(
            r"\be\.g\.|\bsuch as\b|\bincluding\b|\bfor example\b|\(|\btests?\b|\bencrypt|\bprotect"
        ),
        answered=Seldom(
            r"\b(?:sensitive|critical|dangerous|inactive|inappropriate|risky|suspicious|unsafe|unusual)\b[^.\n]{0,30}(?:\bsuch as\b|\be\.g\.|\bincluding\b|\bmeans\b|: )"
        ),
        becomes="constraint",
        of_a_change=True,
    ),
    Unsaid(
        ALL,
        21,
        "Which are meant by “{thing}”, beside those that are named?",
        "which ones",
        "how much is built and tested",
        (
            "None: it begins with those that are named, and another can be added without changing them.",
            "We name them before the work begins.",
        ),
        "Which others are meant",
        hint=Seldom(r"\bother "),
        raised=Seldom(
            r"\b(?:and|or) (?P<thing>(?:any |all )?other (?:common|compatible|major|popular|relevant|similar|standard|typical) (?:[\w-]+ ){0,2}(?:apps|banks|browsers|carriers|channels|countries|currencies|databases|devices|fields|formats|frameworks|languages|markets|marketplaces|platforms|protocols|providers|services|sites|sources|standards|systems|tools|types))\b"
        ),
        answered=Seldom(r"(?!)"),
        becomes="constraint",
        of_a_change=True,
    ),
    Unsaid(
        ALL,
        20,
        "“{thing}”: is that a must, or only a wish?",
        "whether it must be",
        "what may be left out",
        (
            "A wish: it is built after the rest, and may be left out.",
            "A must, like the rest.",
        ),
        "What is only hoped for",
        hint=Seldom(r"\b(?:ideally|preferably|would be (?:good|great|nice))\b"),
        raised=Seldom(r"^(?P<thing>.*\b(?:ideally|preferably|would be (?:good|great|nice))\b.*)$"),
        answered=Seldom(r"(?!)"),
        becomes="constraint",
        of_a_change=True,
    ),
    Unsaid(
        ALL,
        19,
        "“{thing}”: how many are that?",
        "how many that are",
        "how it is built, what it is tested with",
        (
            "Up to 50 at once, on one machine; it is tested with that.",
            "Up to 1,000 at once; it is tested with that.",
        ),
        "How many at once",
        hint=Seldom(r"\b(?:concurrent|parallel|simultaneous)"),
        raised=Seldom(
            r"(?P<thing>\b(?:many|multiple|several|various) (?:concurrent|parallel|simultaneous) (?:[\w-]+ )?(?:clients?|connections?|editors?|games?|jobs?|players?|requests?|rooms?|sessions?|streams?|uploads?|users?)\b)"
        ),
        besides=Seldom(r"\d|\btests?\b"),
        answered=Seldom(r"\d[\d,.]*\+? (?:[\w-]+ )?(?:at once|concurrent|parallel|simultaneous)"),
        becomes="nfr",
        category="scalability",
        of_a_change=True,
    ),
    Unsaid(
        SEEN | {"service"},
        19,
        "“{thing}”: which rules are these?",
        "which ones",
        "security, what people are refused",
        (
            "Passwords have at least 12 characters; after 5 failures in a row nobody gets in for 15 minutes.",
            "Whoever is in charge of security names them before the work begins.",
        ),
        "Rules for passwords and failed sign-ins",
        hint=Seldom(r"\b(?:attempt|lock-?out|password)"),
        raised=Seldom(
            r"(?P<thing>\b(?:(?:failed )?(?:log-?in|sign-in) attempt (?:limits?|limiting)|account lock-?outs?|(?:secure|strong) passwords?(?: (?:policies|policy|requirements|rules))?|password (?:complexity|policies|policy|requirements|rules|strength))\b)"
        ),
        besides=Seldom(r"\d|\bhash|\btests?\b"),
        answered=Seldom(
            r"\b\d+ ?\+? (?:char|failed|zeichen)|\b(?:after|of) (?:\d|three|five|ten)[\w ]{0,12} (?:attempts|failures)|\bsingle sign|\bsso\b"
        ),
        becomes="nfr",
        category="security",
        of_a_change=True,
    ),
    Unsaid(
        SEEN | {"service"},
        18,
        "“{thing}”: who can tell that it is easy enough, and how?",
        "how that is seen",
        "when it is good enough, what is tried before it is given out",
        (
            "Three of those it is for do the main steps alone, the first time they see it.",
            "Whoever asked for it says so when they see it.",
        ),
        "Whether it is easy enough",
        hint=Seldom(
            r"\b(?:easily|easy (?:navigation|to (?:learn|navigate|understand|use))|easy-to-|effortless|intuitive|user-? ?friendly)"
        ),
        raised=Seldom(
            r"^(?P<thing>.*\b(?:easily|easy (?:navigation|to (?:learn|navigate|understand|use))|easy-to-(?:learn|navigate|understand|use)|effortless(?:ly)?|intuitive(?:ly)?|user-? ?friendly)\b.*)$"
        ),
        besides=Seldom(r"\d|\beas(?:y|ily) (?:accessible|add|extend|maintain|scal)\w*|\btests?\b"),
        answered=Seldom(
            r"\busab\w+ (?:stud|test)|\bwithout (?:any )?(?:help|instructions|manual|training)\b|\bcsat\b|\bnps\b|\bsus\b|\btask (?:completion|success)\b|\btraining\b"
        ),
        becomes="nfr",
        category="usability",
        of_a_change=True,
    ),
    Unsaid(
        ALL,
        17,
        "“{thing}”: by what is it seen that one can rely on it?",
        "by what that is seen",
        "what is tried before it is given out",
        (
            "The cases that the PRD names are tried before each release, and what fails is listed.",
            "It runs for a week among a few people, without a fault that stops them.",
        ),
        "Whether one can rely on it",
        hint=Seldom(r"\b(?:reliabl|robust|stabl)"),
        raised=Seldom(
            r"^(?P<thing>.*\b(?:(?:must|should|shall|to|can|runs?|works?) (?:\w+ ){0,2}(?:reliably|stably|robustly)|reliably (?:\w+ ){0,1}(?:detect|deliver|identif|recogni[sz]|track|work)\w*|(?:is|be) (?:reliable|robust|stable))\b.*)$"
        ),
        besides=Seldom(r"\d ?%|\bstable (?:id|identifier|interface|name|order|sort)|\btests?\b"),
        answered=Seldom(r"\bsla\b|\buptime\b|\b9\d(?:[.,]\d+)? ?%|\berror rate\b"),
        becomes="nfr",
        category="reliability",
        of_a_change=True,
    ),
    Unsaid(
        ALL,
        16,
        "“{thing}”: by what is it seen that it can be extended?",
        "by what that is seen",
        "how parts are cut, what others may add",
        (
            "One more is added by way of trial, and nothing that is there is changed for it.",
            "Nothing is built ahead for it: the next one pays for it.",
        ),
        "Whether it can be extended",
        hint=Seldom(r"\b(?:extend|extens)"),
        raised=Seldom(
            r"^(?P<thing>.*\b(?:(?:is|be|are) (?:easily )?(?:extendable|extensible)|eas(?:y|ily) (?:to )?(?:be )?exten(?:d|ded|sible)|extensible to)\b.*)$"
        ),
        besides=Seldom(r"\bextension (?:mechanism|point)s?\b|\bplug-?ins?\b|\btests?\b"),
        answered=Seldom(r"\bplug-?in (?:api|architecture|interface|system)\b"),
        becomes="nfr",
        category="extensibility",
        of_a_change=True,
    ),
    Unsaid(
        TYPED | {"extension"},
        15,
        "“{thing}”: how small is small enough?",
        "how small",
        "what it may be built with",
        (
            "Its size is measured at the first release, and must not grow by a tenth without somebody being asked.",
            "As small as its first version is; whoever adds a dependency says why.",
        ),
        "Size",
        hint=Seldom(r"\b(?:bloat|light-?weight|small)"),
        raised=Seldom(
            r"^(?P<thing>.*\b(?:(?:avoid|minimi[sz]e) (?:\w+ )?bloat|keep (?:the )?bundle small|\b(?:binary|bundle|footprint|it|library|package|sdk) (?:has to |must |shall |should |will )?(?:be|is|remains?|stays?) (?:light-?weight|small)|small (?:bundle|footprint|package))\b.*)$"
        ),
        besides=Seldom(r"\d|\btests?\b"),
        answered=Seldom(r"\b\d+(?:[.,]\d+)? ?[km]i?b\b"),
        becomes="nfr",
        category="performance",
        of_a_change=True,
    ),
)
