"""What each kind of product should say, a row a question: who hears of a failed run, where a game is played, how a tool is installed."""

from typing import NamedTuple

# What the question about the number of devices changes.
MANY = "updates, keys, how they are watched"
BOX, BOT, MOVE, AGENT = "box", "bot", "move", "agent"


class Gap(NamedTuple):
    """A question to one sort of product, and the words any of which has answered it."""

    sorts: frozenset[str]
    weight: int
    text: str
    why: str
    changes: str
    options: tuple[str, ...]
    answered: tuple[str, ...]


GAPS = (
    Gap(
        frozenset({"pipeline"}),
        58,
        "Who is told when a run fails, and how?",
        "The PRD does not say what happens when a run fails.",
        "alerts, who looks after it",
        (
            "The run ends red and its log says why; whoever runs it looks there.",
            "A message goes to the team's chat.",
            "An e-mail goes to whoever runs it.",
        ),
        (
            r"\bfail",
            r"\balert",
            r"\bnotif",
            r"\bpages?\b",
            r"\bon-?call",
            r"\berrors?\b",
            r"\bpagerduty",
            r"\bopsgenie",
            r"\bdead[- ]letter",
            r"\be?-?mail",
            r"\bslack\b",
        ),
    ),
    Gap(
        frozenset({"pipeline"}),
        56,
        "What happens when a run is repeated, or starts again half way?",
        "The PRD does not say whether the same input may be worked on twice.",
        "how results are written",
        (
            "It replaces what it wrote for the same input, so that repeating it changes nothing.",
            "A second run of the same input is refused.",
        ),
        (
            r"\bidempoten",
            r"\bre-?runs?\b",
            r"\brepeat",
            r"\bduplicat",
            r"\btwice\b",
            r"\bbackfill",
            r"\bretr(?:y|ies)\b",
            r"\balready\b",
            r"\bonce\b",
            r"\bupsert",
            r"\bincremental",
        ),
    ),
    Gap(
        frozenset({"pipeline"}),
        55,
        "How much comes in with one run, and by when must it be done?",
        "The PRD gives no number to size it by.",
        "whether one machine is enough, how it is cut up",
        (
            "Up to 100,000 rows or files a run, done within an hour on one machine.",
            "Millions a run; the work is shared out.",
        ),
        (
            r"\b(?:million|billion|thousand|[mgtk]b|gigabytes?|terabytes?)\b",
            (
                r"\b\d[\d.,]{0,15}+[km]? (?:[a-z]+ )?"
                r"(?:rows|records|files|domains|orders|events|messages|documents|customers"
                r"|users|items|products|lines|requests)\b"
            ),
        ),
    ),
    Gap(
        frozenset({"cli", "library"}),
        46,
        "How do people get it?",
        "The PRD names no place it is installed from.",
        "packaging, releases",
        (
            "From the releases of its repository.",
            "From the package registry of its language.",
        ),
        (
            r"\binstall",
            r"\bpublish",
            r"\bnpm\b",
            r"\bpypi\b",
            r"\bcrates\b",
            r"\bcrates\.io",
            r"\bbrew\b",
            r"\bhomebrew",
            r"\bbinar(?:y|ies)\b",
            r"\bmaven\b",
            r"\bnuget\b",
            r"\bpackage manager",
            r"\bpip\b",
            r"\breleases?\b",
            r"\bdistribut",
            r"\bdocker",
            r"\bcompil",
            r"\bregistry\b",
            r"\bartifactory",
            r"\bgithub action",
            r"\bpackaged\b",
            r"\bgo get\b",
            r"\bscript\b",
        ),
    ),
    Gap(
        frozenset({"library"}),
        60,
        "Which versions of its language must it work with?",
        "The PRD names none.",
        "what may be used in the code, the tests",
        (
            "Those that their makers still mend.",
            "The newest one alone.",
        ),
        (
            (
                r"\b(?:python|node(?:\.?js)?|java|jvm|jdk|go|rust|ruby|php|\.net|kotlin|swift|c\+\+"
                r"|typescript|scala|dart|flutter|react|es|ecmascript)\W{0,3}"
                r"(?:version |sdk |edition )?v?\d"
            ),
            r"\bmsrv\b",
            r"\bversions? \d",
            r"\b(?:all|every|any) supported versions?\b",
        ),
    ),
    Gap(
        frozenset({"game"}),
        75,
        "On which machines is it played?",
        "The PRD names none.",
        "engine, controls, testing",
        (
            "In the browser, with keyboard and mouse.",
            "On phones.",
            "On Windows, macOS and Linux.",
        ),
        (
            r"\bsteam\b",
            r"\bwindows\b",
            r"\bmac ?os\b",
            r"\blinux\b",
            r"\bbrowser",
            r"\bweb\b",
            r"\bhtml5?\b",
            r"\bios\b",
            r"\bandroid",
            r"\bmobile\b",
            r"\bswitch\b",
            r"\bplaystation",
            r"\bxbox\b",
            r"\bconsoles?\b",
            r"\bpcs?\b",
            r"\bdesktop",
            r"\bphones?\b",
            r"\bitch\.io",
            r"\bterminal\b",
            r"\btablets?\b",
            r"\barcade\b",
            "手机",
            "모바일",
            "브라우저",
            "浏览器",
            "ブラウザ",
            "웹",
        ),
    ),
    Gap(
        frozenset({"desktop_app"}),
        75,
        "On which systems does it run?",
        "The PRD names none.",
        "toolkit, testing, installers",
        (
            "Windows, macOS and Linux, from one code base.",
            "Windows first.",
            "macOS first.",
        ),
        (
            r"\bwindows\b",
            r"\bmac ?os\b",
            r"\bmacs?\b",
            r"\blinux\b",
            r"\bcross[- ]platform",
            r"\bubuntu\b",
        ),
    ),
    Gap(
        frozenset({"infrastructure"}),
        60,
        "Where does it run, and who may change it there?",
        "The PRD names no cloud, cluster or machine.",
        "every module, rights",
        (
            "On the cluster that is there, changed by its automation alone.",
            "In a cloud account of its own.",
        ),
        (
            r"\baws\b",
            r"\bazure\b",
            r"\bgcp\b",
            r"\bgoogle cloud",
            r"\bhetzner",
            r"\bkubernetes",
            r"\bk8s\b",
            r"\bclusters?\b",
            r"\bon[- ]prem",
            r"\bdata ?cent",
            r"\bvmware",
            r"\bgithub\b",
            r"\bgitlab\b",
            r"\bopenstack",
            r"\bproxmox",
            r"\bservers?\b",
            r"\bcloud\b",
            r"\bdocker\b",
            r"\bnodes?\b",
        ),
    ),
    Gap(
        frozenset({MOVE}),
        62,
        "For how long may it stand still while people are switched over?",
        "The PRD does not say.",
        "the order of the steps, when they are taken",
        (
            "For an hour at night, announced a week before.",
            "Not at all: both sides run beside each other until all are switched over.",
        ),
        (r"\bdown-?time\b|\bcut-?over\b|\bmaintenance window|\binterrupt|\bside by side\b|\bboth\b",),
    ),
    Gap(
        frozenset({BOX}),
        57,
        "How many of these devices will there be, and how are they reached for repairs?",
        "The PRD does not say how many there are.",
        MANY,
        (
            "Up to 50, each reached from afar and updated one after another.",
            "Thousands; updates go out in waves and can be called back.",
        ),
        (
            (
                r"\b\d[\d.,]{0,15}+ (?:[a-z]+ )?"
                r"(?:boxes|gateways|devices|sites|greenhouses|machines|hubs|units"
                r"|installations|locations|stations|buildings|vehicles|houses|homes)\b"
            ),
            (
                r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a dozen) (?:of (?:them|these) |(?:small |little )?"
                r"(?:boxes|gateways|devices|controllers|greenhouses|machines|hubs|units|stations|houses|scales|hives)\b)"
            ),
            r"\b(?:more than|only|just|no more than) (?:one|two|three|a single)\b",
        ),
    ),
    Gap(
        frozenset({BOT}),
        57,
        "Who may use it, and in which channels?",
        "The PRD does not say.",
        "rights, what it reads",
        (
            "Everybody in the channels it is invited to.",
            "Only named people; others are told so.",
        ),
        (
            r"\bany(?:one|body)\b",
            r"\bevery(?:one|body)\b",
            r"\badmins?\b",
            r"\bmoderators?\b",
            r"\bchannels?\b",
            r"(?<!\S)#[a-z]",
            r"\bprivate\b",
            r"\bonly (?:\w+ ){1,4}can\b",
            r"\bgroups?\b",
        ),
    ),
)
