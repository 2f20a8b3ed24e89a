"""What a document leaves unsaid about commands and libraries, and about what is given away."""

from agents.builtin.planning.asking.unsaid import Unsaid
from agents.builtin.seldom import Seldom

EVERY = frozenset(
    {
        "web_app",
        "service",
        "mobile_app",
        "desktop_app",
        "cli",
        "library",
        "extension",
        "pipeline",
        "game",
        "agent",
        "bot",
        "box",
        "infrastructure",
    }
)
OF_TOOLS = (
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
            r"\b(?:clean(?:s|ed|ing|up)?|(?:delet|eras|overwrit|prun|purg|remov|replac|wip)\w*)\b (?:\w+ ){0,4}?(?:files?|director(?:y|ies)|folders?|branch(?:es)?|containers?|images?|databases?|tables?|records?|snapshots?|resources?|volumes?|backups?|instances?|disks?|environments?|entries|notes?)\b"
        ),
        besides=Seldom(
            r"\btest|\bnever\b|\bnot\b|\bcoverage|\breadme|\bautomatic|\bcontroller\b|\bpolic(?:y|ies)\b|\bttl\b"
        ),
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
    Unsaid(
        frozenset({"cli"}),
        53,
        "What does it do when one of several things goes wrong?",
        "what happens when one fails",
        "whether scripts can rely on it",
        (
            "It goes on with the others, lists what failed at the end, and ends with an exit code that says so.",
            "It stops at once and says why.",
        ),
        "When something goes wrong",
        raised=Seldom(
            r"\b(?:all|each|every|multiple|many|several|parallel|files|requests|folders?|batch|list of)\b"
        ),
        answered=Seldom(
            r"\bfail|\berrors?\b|\bexit(?:s|ed)? (?:code|with|status|non-?zero)|\bexit code|\babort|\bretr(?:y|ies)|\bskip|\bcontinue|\binvalid|\bcrash|\bgraceful|\bcarry on"
        ),
        of_a_change=True,
    ),
    Unsaid(
        frozenset({"cli"}),
        52,
        "What does it show when it is done?",
        "what comes out",
        "what people and scripts read",
        (
            "A line for each thing it did with its result, and a sum at the end.",
            "Nothing when all went well; one line for each thing that did not.",
        ),
        "What it shows",
        raised=Seldom(
            r"\b(?:runs?|executes?|calls?|sends?|starts?|launch(?:es)?|process(?:es)?|converts?|checks?|scans?|performs?)\b"
        ),
        answered=Seldom(
            r"\bprints?\b|\boutputs?\b|\breports?\b|\bsummar|\bstd(?:out|err)\b|\bresults?\b|\bdisplay|\bshow|\blogs?\b|\bjson\b|\bprogress|\btables?\b|\bwrites?\b|\blists\b|\btui\b"
        ),
    ),
    Unsaid(
        frozenset({"library"}),
        53,
        "What does it do with input that is wrong?",
        "what happens to wrong input",
        "every function, what callers must expect",
        (
            "It ends the call with an error that names what is wrong and where.",
            "It gives back nothing, and the caller has to look.",
        ),
        "Wrong input",
        raised=Seldom(
            r"\b(?:pars(?:e|es|ing)|reads?|accepts?|takes?|loads?|decod(?:e|es)|convert(?:s)?|input|arguments?|parameters?|config(?:uration)?)\b"
        ),
        answered=Seldom(
            r"\berrors?\b|\bthrow|\brais(?:e|es|ed|ing)\b|\binvalid|\bexceptions?\b|\bpanic|\bfail|\bmalform|\breject|\bvalidat|\bresult<"
        ),
    ),
    Unsaid(
        EVERY,
        59,
        "What shall it be where the PRD says that it is pending: “{thing}”?",
        "what it shall be",
        "whatever depends on it",
        ("The plainest that meets the requirements; another can take its place later.",),
        "What was pending",
        hint=Seldom(
            r"\b(?:remains?|stays?|still) (?:pending|undecided|unresolved|unsettled|open|to be (?:decided|defined))\b"
        ),
        raised=Seldom(
            r"(?P<thing>[^\s.;:|(*_`\n-][^.;:|(*_`\n]{8,120}?) (?:(?:remains?|stays?) (?:pending|undecided|unresolved|unsettled|to be (?:decided|defined))|(?:is|are) still (?:pending|undecided|unresolved|unsettled|open|to be (?:decided|defined)))\b"
        ),
        # A claim that waits is a state of things, and nothing that the document leaves open.
        besides=Seldom(
            r"\b(?:open|pending|unresolved) (?:after|as long as|for|if|till|unless|until|when|while)\b|\b(?:must|shall)\b"
        ),
        answered=Seldom("(?!)"),
        becomes="constraint",
        anywhere=True,
        of_a_change=True,
    ),
)
