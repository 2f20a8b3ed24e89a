"""What may go wrong with files and what is kept, as questions that are asked where a document raises few others."""

from agents.builtin.planning.asking.unsaid import Unsaid
from agents.builtin.planning.asking.vague_rows import ALL, SEEN, TYPED
from agents.builtin.seldom import Seldom

SERVED = frozenset({"mobile_app", "service", "web_app"})
OF_KEPT = (
    Unsaid(
        frozenset({"cli", "desktop_app", "infrastructure"}),
        29,
        "What is left when it is interrupted while it writes?",
        "what is left then",
        "the order of its steps, what it checks at the next start",
        (
            "It says so at the next start and begins again with the last step that was checked; what was not checked is never used.",
            "It begins again from the start; what it wrote so far is of no use.",
        ),
        "When writing is interrupted",
        raised=Seldom(
            r"\b(?:eras|flash|format|partition|wip|writ)\w* (?:[\w-]+ ){0,4}(?:bootloaders?|disks?|drives?|firmware|images?|partitions?|sd cards?|usb)\b"
        ),
        besides=Seldom(r"\btests?\b"),
        answered=Seldom(
            r"\batomic|\bhalf[- ]way\b|\bpower (?:cut|fail|loss)|\bpulled out\b|\bresum\w+ (?:the )?(?:backup|copy|erase|write|writing)\b|\brolls? ?back\b|\brollback\b|\bunplug"
        ),
        becomes="nfr",
        category="reliability",
        of_a_change=True,
    ),
    Unsaid(
        ALL - {"game", "library"},
        24,
        "How many backups are kept, and who hears of one that failed?",
        "how many of them are kept",
        "storage, how far back one can go",
        (
            "The last seven; whoever runs it is told of one that failed.",
            "All of them, until somebody deletes one.",
        ),
        "Backups",
        raised=Seldom(
            r"\b(?:automatic|daily|manual|nightly|periodic|regular|scheduled|weekly) back-?ups?\b|\bback(?:ed|s)? up (?:automatically|daily|every|nightly|regularly|weekly)\b|\bback-?ups? (?:history|schedules?)\b"
        ),
        besides=Seldom(r"\bno\b|\btests?\b"),
        answered=Seldom(
            r"\bback-?ups?\b[^.\n]{0,60}\b(?:days|keep|kept|last \d|older|retain\w*|retention|rotat\w*|weeks)\b|\b(?:keep|kept|keeps|last \d+|older|prun\w+|retain\w*|rotat\w+)\b[^.\n]{0,40}\bback-?ups?\b"
        ),
        becomes="nfr",
        category="retention",
        of_a_change=True,
    ),
    Unsaid(
        ALL - {"box", "game", "library"},
        26,
        "What happens to one of the sources that cannot be read?",
        "what happens when one of them cannot be read",
        "what people see, what is tried again",
        (
            "It is left out this time and named; what came from it before stays.",
            "Nothing new is shown until all of them can be read.",
        ),
        "What cannot be read",
        raised=Seldom(
            r"\b(?:aggregat|collect|crawl|fetch|ingest|poll|pull|read|scrap)\w* (?:[\w-]+ ){0,5}?(?:feeds|news sites|(?:data|external|news|several|multiple) sources|web ?sites)\b|\bfeed (?:aggregation|fetching|ingestion)\b"
        ),
        besides=Seldom(r"\bno\b|\btests?\b"),
        answered=Seldom(
            r"\b(?:broken|dead|failed|failing|invalid|unreachable) (?:feeds?|fetches|links?|sites?|sources?)\b|\berrors?\b|\bfall(?:s|ing)?[- ]?backs?\b|\bretr(?:y|ies|ied|ying)\b|\bunavailab|\bunreachable\b"
        ),
    ),
    Unsaid(
        SEEN | TYPED,
        24,
        "What happens to an entry of an import that cannot be read?",
        "what happens to one that is wrong",
        "whether one error stops it, what people see",
        (
            "It is left out and named with the reason; the others are taken.",
            "Nothing of it is taken until all of it is right.",
        ),
        "What is wrong in an import",
        raised=Seldom(
            r"\bimport(?:s|ed|ing)? (?:[\w-]+ ){0,4}?(?:backups?|bookmarks|contacts|data|entries|feeds?|files?|lists?|nodes?|profiles?|records?|subscriptions?)\b|\b(?:node|profile|subscription|data) imports?\b"
        ),
        besides=Seldom(r"\btests?\b|\bmodules?\b|\bpackages?\b"),
        answered=Seldom(
            r"\b(?:bad|corrupt(?:ed)?|faulty|invalid|malformed|unreadable|wrong) (?:\w+ ){0,2}(?:data|entries|files?|imports?|lines?|nodes?|profiles?|records?|rows?)\b|\bskip|\bimport (?:errors?|preview|reports?|summary)\b|\bimport\w*\b[^.\n]{0,60}\bvalidat"
        ),
        of_a_change=True,
    ),
    Unsaid(
        SEEN | {"game"},
        23,
        "“{thing}”: what happens to one that is not as expected?",
        "what happens to one that is wrong",
        "what is checked, what people see",
        (
            "It is refused with the place and the reason; what was there before goes on.",
            "What can be read of it is taken, and the rest is named.",
        ),
        "What is not as expected",
        raised=Seldom(
            r"\b(?:loads?|open|opens|parses?|reads?) (?:[\w-]+ ){0,2}?(?:valid )?(?P<thing>(?:config(?:uration)?|csv|json|markdown|toml|xml|yaml) files?)\b"
        ),
        besides=Seldom(r"\btests?\b"),
        answered=Seldom(
            r"\b(?:corrupt(?:ed)?|invalid|malformed|missing|unreadable) (?:\w+ ){0,2}(?:config\w*|data|entries|files?|json|yaml)\b|\bvalidation errors?\b|\b(?:fails?|reject\w*) (?:\w+ ){0,2}validation\b|\bvalidat\w+ (?:\w+ ){0,3}(?:against|schema)"
        ),
        of_a_change=True,
    ),
    Unsaid(
        SEEN | SERVED,
        23,
        "“{thing}”: which kinds of files, and how large?",
        "which kinds, and how large",
        "storage, cost, what has to be checked",
        (
            "Pictures and PDF files of up to 10 MB each; everything else is refused with the reason.",
            "Any file of up to 100 MB; each is searched for viruses.",
        ),
        "Files that are uploaded",
        raised=Seldom(
            r"(?P<thing>\bupload(?:s|ed|ing)? (?:[\w-]+ ){0,2}(?:attachments?|certificates?|documents?|files?|images?|photos?|pictures?|scans?|videos?)\b|\b(?:(?!(?:all|an?|any|its|of|the|their|with) )[\w-]+ (?:capture and )?)?(?:attachments|uploads?)\b(?! (?:an?|their|the)\b))"
        ),
        besides=Seldom(
            r"\bbatch|\bcsv\b|\bfirmware\b|\bimport|\blogs?\b|\bno\b|\bre-?upload|\bspeed\b|\btests?\b|\bto (?:npm|pypi|s3|the server)\b|→"
        ),
        answered=Seldom(
            r"\b\d+ ?(?:[mgk]i?b|megabytes?)\b|\b(?:max\w*|file|image|upload) (?:file )?sizes?\b|\b(?:accepted|allowed|supported) (?:file |image )?(?:formats|types)|\b(?:heic|jpe?g|png|webp)\b"
        ),
        becomes="nfr",
        category="security",
        of_a_change=True,
    ),
)
