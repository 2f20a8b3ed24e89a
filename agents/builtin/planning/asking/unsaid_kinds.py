"""What a document leaves unsaid about games, extensions, devices, bots, infrastructure and pipelines."""

from agents.builtin.planning.asking.unsaid import Unsaid
from agents.builtin.seldom import Seldom

OF_KINDS = (
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
        frozenset({"game"}),
        56,
        "With what is it played: keys, mouse, touch or a controller?",
        "with what it is played",
        "controls, screens, testing",
        (
            "With keys and mouse, and by touch where there is a touch screen.",
            "By touch alone.",
            "With a controller, and keys beside it.",
        ),
        "How it is played",
        raised=Seldom(
            r"\b(?:players?|moves?|jumps?|shoots?|steers?|picks?|collects?|throws?|places?|builds?)\b"
        ),
        answered=Seldom(
            r"\bkeyboard|\bkeys?\b|\bmouse\b|\btouch|\bcontrollers?\b|\bgamepad|\bjoystick|\bwasd\b|\btap(?:s|ped|ping)?\b|\bswip(?:e|es|ing)|\bclick|\bdrag|\bspace ?bar|\bbuttons?\b|\bgestures?|\btilt|\bvr\b|\bmobile\b|\bphones?\b|\btablets?\b"
        ),
        becomes="nfr",
        category="usability",
    ),
    Unsaid(
        frozenset({"extension"}),
        57,
        "May it send what it reads to anybody?",
        "where that goes",
        "privacy, what the store asks, what people allow",
        (
            "Nothing leaves the browser.",
            "To our own server alone, and only after somebody agreed.",
        ),
        "What it reads",
        raised=Seldom(
            r"\b(?:reads?|counts?|scans?|detects?|extracts?|captures?|records?|collects?|tracks?|finds?|highlights?|marks?)\b[^.\n]{0,50}\b(?:pages?|tabs?|text|content|sites?|forms?|videos?|mails?|selection|words?)\b"
        ),
        besides=Seldom(r"\bgame\b|\bplayer\b|\bwordpress\b"),
        answered=Seldom(
            r"\bprivacy|\bleav(?:e|es) (?:the|your|their|his|her)\b|\blocal(?:ly|[- ]only)?\b|\bno (?:data|tracking|telemetry|server|network|back-?end)|\btelemetry|\bon[- ]device|\bsends?\b|\bsent\b|\bapi\b|\bserver\b|\bdata collection|\bupload|\bsync"
        ),
        becomes="constraint",
    ),
    Unsaid(
        frozenset({"infrastructure"}),
        52,
        "Who is told when something of it breaks, and how?",
        "who hears of it when something breaks",
        "alerts, who looks after it",
        (
            "A message goes to the team's chat.",
            "An e-mail goes to whoever runs it.",
            "Nobody: whoever uses it notices.",
        ),
        "When something breaks",
        raised=Seldom(
            r"\b(?:servers?|clusters?|nodes?|databases?|machines?|hosts?|instances?|volumes?|services?)\b"
        ),
        besides=Seldom(r"\bno \b"),
        answered=Seldom(
            r"\balert|\bnotif|\bmonitor|\bprometheus|\bgrafana|\bpager|\bon-?call|\be-?mails?\b|\bmails?\b|\bslack\b|\btelegram\b|\bchat\b|\bevents? (?:is|are) emitted|\bconditions?\b|\bhealth checks?|\bwatch"
        ),
    ),
    Unsaid(
        frozenset({"box"}),
        58,
        "What does the device do when the power or the connection was gone?",
        "what happens when the power or the connection was gone",
        "what it keeps, how it starts",
        (
            "It starts by itself, goes on without a connection, and sends later what it could not send.",
            "It waits until somebody starts it again.",
        ),
        "After the power or the connection was gone",
        raised=Seldom(
            r"\b(?:measures?|reads?|sends?|steers?|opens?|closes?|waters?|switch(?:es)?|turns?|runs?|shows?|reports?|controls?)\b"
        ),
        answered=Seldom(
            r"\bpower (?:cut|loss|outage|failure|comes|supply|goes|is)|\bcurrent comes|\brestart|\breboot|\boff-?line\b|\bconnection\b|\bnetwork\b|\binternet\b|\bwi-?fi\b|\breconnect|\bbatter|\bnon-?volatile|\bfail-?safe|\bflash memory|\bunplug|\bsent later"
        ),
        becomes="nfr",
        category="reliability",
    ),
    Unsaid(
        frozenset({"bot"}),
        50,
        "Where does it run day and night?",
        "where it runs",
        "hosting, cost, who looks after it",
        (
            "On a small rented server, where it is started again by itself.",
            "On a machine of our own.",
        ),
        "Where it runs",
        raised=Seldom(r"\b(?:bot|commands?|answers?|replies|posts?|sends?|remind)\w*\b"),
        answered=Seldom(
            r"\bhost|\bserver\b|\bvps\b|\bcloud\b|\bdocker|\baws\b|\bazure\b|\bheroku|\bfly\.io|\brailway\b|\braspberry|\bkubernetes|\bruns? (?:on|in)\b|\bserverless|\blambda\b|\bworkers?\b|\bdeploy|\bnas\b"
        ),
        becomes="constraint",
    ),
)
