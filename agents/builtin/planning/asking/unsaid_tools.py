"""What a document leaves unsaid about tools, games, pipelines and what is given away."""

from agents.builtin.planning.asking.unsaid import Unsaid
from agents.builtin.seldom import Seldom

OF_TOOLS = (
    Unsaid(
        frozenset({"game"}),
        58,
        "Is what a player has reached still there the next day?",
        "whether it is kept",
        "where data is kept, accounts",
        (
            "It is kept on this device, without an account.",
            "Nothing is kept: each game starts from the beginning.",
            "It is kept for all devices of a player, who has an account.",
        ),
        "What a player has reached",
        raised=Seldom(
            r"\b(?:levels?|high[- ]?scores?|scores?|progress|unlock\w*|coins|upgrades?|achievements?|inventory|quests?)\b"
        ),
        answered=Seldom(
            r"\bsav(?:e|es|ed|ing)\b|\bpersist|\bcheckpoint|\blocal ?storage|\bcloud\b|\brogue-?like|\bperma-?death|\bresum|\bstored?\b|\bsession only|\bsavedvariables|\bno accounts?\b|\bkiosk|\bremember"
        ),
    ),
    Unsaid(
        frozenset({"cli", "infrastructure", "desktop_app", "library"}),
        57,
        "Does it ask before it deletes or overwrites something?",
        "whether it asks first",
        "what can be undone, how it is used in scripts",
        (
            "It shows what it would do and asks first; an option answers for scripts.",
            "It does it at once, and says what it did.",
        ),
        "Deleting and overwriting",
        raised=Seldom(
            r"\b(?:delet|overwrit|prun|wip|purg|eras|remov|replac|clean)\w*\b (?:\w+ ){0,4}?(?:files?|director(?:y|ies)|folders?|branch(?:es)?|containers?|images?|databases?|tables?|records?|snapshots?|resources?|volumes?|backups?|instances?|disks?|environments?|entries|notes?)\b"
        ),
        besides=Seldom(r"\btest|\bnever\b|\bnot\b|\bcoverage|\breadme"),
        answered=Seldom(
            r"\bdry[- ]?run|\bconfirm|--force|--yes|\bprompt(?:s|ed)? (?:before|for)|\bundo\b|\bbacked up|\bbackups? (?:of|before)|\btrash|\bnever (?:delet|overwrit|touch|chang)|\bask(?:s|ed)? (?:before|first)|\brollback|\brolled back|\bpreview|\batomic|\bterraform\b|\bgitops"
        ),
        of_a_change=True,
    ),
    Unsaid(
        frozenset({"cli"}),
        55,
        "On which systems must it run?",
        "on which systems",
        "what is tested, how it is installed",
        (
            "On Linux and macOS.",
            "On Linux, macOS and Windows.",
            "On Linux alone.",
        ),
        "Where it runs",
        raised=Seldom(r"\bcommands?\b|\bcli\b|\bterminal\b|\bshell\b|\bflags?\b|\bstdout\b|\bexit code"),
        answered=Seldom(
            r"\bwindows\b|\bmac ?os\b|\bmac(?:s|book)?\b|\blinux\b|\bunix\b|\bubuntu\b|\bdebian\b|\bdocker\b|\bcross[- ]?platform\b|\bposix\b|\bdarwin\b|\barch\b|\bwsl\b|\bfedora\b|\bhomebrew\b|\bbrew\b|\bkubernetes\b|\bgithub actions?\b|\bapt\b|\bpowershell\b|\bbash\b"
        ),
        becomes="constraint",
    ),
    Unsaid(
        frozenset({"cli", "library", "extension", "pipeline", "desktop_app", "agent"}),
        55,
        "Where do keys and passwords come from, and where do they stay?",
        "where they are kept",
        "security, how it is set up",
        (
            "From the environment of whoever runs it; they are never written down or shown.",
            "From the system's own store for passwords.",
        ),
        "Keys and passwords",
        raised=Seldom(
            r"\b(?:api|access|secret|auth)[ -]?(?:keys?|tokens?)\b|\bcredentials?\b|\bpasswords?\b|\bsecrets\b"
        ),
        besides=Seldom(
            r"\bno (?:api[ -]?keys?|credentials?|passwords?|secrets)\b|\bdetect|\bscan|\bmask|\bredact"
        ),
        answered=Seldom(
            r"\benv(?:ironment)? ?(?:vars?|variables?|files?)?\b|\bkey-?(?:chain|ring)|\bvault\b|\bsecrets? (?:manager|stores?|storage)|\bconfig(?:uration)? files?\b|\.env\b|\bencrypt|\b(?:never|not) (?:\w+ )?(?:stored|saved|written|printed|logged|stor|log)|\bgit-?ignore|\bsettings (?:page|panel|screen|dialog)|\bsecret ?storage|\bkubernetes secrets?"
        ),
        becomes="nfr",
        category="security",
        of_a_change=True,
    ),
    Unsaid(
        frozenset({"pipeline"}),
        57,
        "What happens to a row or file that is wrong?",
        "what happens to what is wrong",
        "whether one error stops a run, who mends it",
        (
            "It is put aside with the reason, and the rest goes on.",
            "The run stops, and nothing of it counts.",
        ),
        "What is wrong in the input",
        raised=Seldom(
            r"\b(?:read|load|ingest|import|pull|parse|clean|transform|fetch|extract|process)(?:s|es|ed|ing)?\b"
        ),
        answered=Seldom(
            r"\breject|\bquarantin|\binvalid|\bmalform|\bskip|\bflag|\bdead[- ]letter|\bcorrupt|\bbad (?:rows?|records?|files?|data)|\bunmapped|\bunknown|\bvalidat|\berrors?\b|\bput aside|\bwrong"
        ),
    ),
    Unsaid(
        frozenset({"extension"}),
        60,
        "In which browsers must it work?",
        "in which ones",
        "what is tested, where it is published",
        (
            "In Chrome and browsers built on it.",
            "In Chrome and Firefox.",
        ),
        "Browsers",
        raised=Seldom(
            r"\bbrowser (?:extension|add-?on|plug-?in)s?\b|\b(?:web|current|open) ?pages?\b|\btabs?\b"
        ),
        answered=Seldom(
            r"\bchrom(?:e|ium)\b|\bfirefox\b|\bedge\b|\bsafari\b|\bbrave\b|\bvs ?code\b|\bvisual studio\b|\bwordpress\b|\bjetbrains\b|\bintellij\b|\bobsidian\b|\bfigma\b|\bexcel\b|\boutlook\b|\bgmail\b|\bgame\b|\bshopify\b|\bmod\b|\bblender\b|\bqgis\b|\bjoomla\b|\bnextcloud\b"
        ),
        becomes="constraint",
    ),
    Unsaid(
        frozenset({"service"}),
        46,
        "What happens when one caller asks too often?",
        "how often one may ask",
        "security, cost",
        (
            "Each caller may ask 60 times a minute; what goes beyond is refused until the next minute.",
            "Nobody is refused: all callers are our own.",
        ),
        "Callers who ask too often",
        raised=Seldom(
            r"\bpublic api\b|\bthird[- ]part(?:y|ies) (?:developers?|apps?|clients?)|\bapi (?:consumers?|clients?)\b|\b(?:external|calling) (?:services?|systems?|clients?|developers?)\b|\b(?:clients?|callers?|developers?) (?:can|may|call|send|get|post|request)"
        ),
        answered=Seldom(
            r"\brate[- ]?limit|\bquotas?\b|\bthrottl|\bper (?:second|minute|hour|day)\b|\bback-?pressure|\binternal (?:only|network|service)|\b429\b"
        ),
        becomes="nfr",
        category="security",
    ),
    Unsaid(
        frozenset(
            {
                "cli",
                "library",
                "extension",
                "desktop_app",
                "game",
                "web_app",
                "service",
                "mobile_app",
                "infrastructure",
            }
        ),
        47,
        "Under which licence is it given away?",
        "under which licence",
        "what others may do with it, which parts may be used",
        (
            "Under none yet: all rights stay with its owner until one is chosen.",
            "MIT.",
            "Apache 2.0.",
            "GPL, version 3 or later.",
        ),
        "Licence",
        raised=Seldom(
            r"\b(?:is|be|as|fully|an?|released|published|made) open[- ]?source(?:d)?\b|\bopen[- ]source (?:project|release|library|tool|software|package|repository|it|the)\b|\bpublish(?:ed|es)? (?:it )?(?:on|to|at) (?:npm|pypi|crates|github|the (?:npm|python|maven|chrome))"
            r"|\b(?:released?|available|distributed|installed from|shipped) (?:\w+ )?(?:on|to|via) (?:npm|pypi|crates\.io|maven central|nuget)\b"
        ),
        besides=Seldom(
            r"\buse(?:s|d|ing)?\b|\bexisting\b|\balternatives?\b|\blike\b|\bother\b|\bmodels?\b|\bsuch as\b|\bbased on\b|\bvs\b|\bpackages? (?:are|is) (?:checked|verified|not)|\bverif|\bregistr"
        ),
        answered=Seldom(r"\blicen[cs]|\bmit\b|\bapache[- ]2|\ba?gpl|\bbsd\b|\bmpl\b|\bunlicense|\bcc[- ]by"),
        becomes="constraint",
        anywhere=True,
    ),
)
