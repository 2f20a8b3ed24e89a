"""What a document leaves unsaid about data: what is brought over, lost, deleted or changed by two, and what amounts are in."""

from agents.builtin.planning.asking.unsaid import Unsaid
from agents.builtin.seldom import Seldom

KEPT = frozenset({"web_app", "mobile_app", "service", "desktop_app"})
SERVED = frozenset({"web_app", "service"})
ALL = frozenset(
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
OF_DATA = (
    Unsaid(
        KEPT,
        58,
        "Is what people keep elsewhere today brought over?",
        "what becomes of what is kept there today",
        "an import, the first day",
        (
            "Nothing is brought over: it starts empty, and what there is can still be read where it is.",
            "It is brought over once, before the first day, from a file.",
        ),
        "What is kept elsewhere today",
        raised=Seldom(
            r"\b(?:keep|keeps|kept|manage|managed|manages|track|tracked|tracks|maintain|maintained|have|use|uses|using|done|run|recorded|live|lives|with|one|an|our|their)\b[^.\n]{0,40}"
            r"\b(?:excel|google|paper|shared|word) (?:sheets?|lists?|files?|forms?|workbooks?|docs?)\b"
            r"|\b(?:on paper|in excel|(?:in|with|on|via|using|by|an?|our|the|of|from|and|or) (?:\w+ )?spreadsheets?|paper[- ]based|pen and paper|whiteboards?|paper (?:forms?|lists?|records?))\b"
            r"|\b(?:replac\w+|instead of|migrat\w+ from|supersed\w+) (?:our |the |an? )?(?:old|legacy|existing|current|previous|manual) (?:\w+ )?(?:systems?|process(?:es)?|tools?|sheets?|spreadsheets?|software|platform|database|solution)\b"
            r"|\b(?:our|the|an) (?:old|legacy|previous) (?:\w+ )?(?:system|application|app|tool|database|software|platform|website|site)\b"
        ),
        besides=Seldom(
            r"\bexport|\bdownload|\bupload|\bintegrat|\bimport|\bcompat|\bcompet|\bapi\b|\breports?\b|\blike\b|\bcolumn|\bformat|\bvs\b|\binstead of (?:using )?the (?:current|existing) (?:page|file|command)"
        ),
        answered=Seldom(
            r"\bimport|\bmigrat|\b(?:bring|brought|carry|carried|take|taken|load|loaded) over\b|\btransferr?(?:ed)? (?:the |our |all |existing )*(?:data|records)|\bdata (?:conversion|transfer)\b"
            r"|\bseed(?:ed|ing)?\b|\bstarts? (?:fresh|empty|from scratch)|\bback-?fill|\bscrap(?:e|es|ing)\b|\bsync\w* (?:\w+ ){0,3}(?:excel|existing|old|sheets?|spreadsheets?)"
        ),
        anywhere=True,
    ),
    Unsaid(
        KEPT,
        50,
        "When something is deleted, can it be brought back, and what goes with it?",
        "what is gone with it, and for good",
        "data model, what can be undone",
        (
            "It can be brought back for 30 days; then it is gone, with all that belongs to it.",
            "It is gone at once, with all that belongs to it.",
            "It is only hidden, and kept.",
        ),
        "What is deleted",
        raised=Seldom(
            r"\bdelet(?:e|es|ing)\b (?!the (?:file|cache|row|key|token|branch|container))|\bcrud\b|\bremov(?:e|es|ing) (?:an? |their |own |any )?"
            r"(?:users?|members?|accounts?|customers?|projects?|orders?|products?|categor(?:y|ies)|entr(?:y|ies)|records?|items?|employees?|students?|recipes?|events?)\b"
        ),
        besides=Seldom(
            r"\bcache|\blogs?\b|\btemp|\bpatch\b|\bpost\b|\bendpoints?\b|\bnew/delete\b|\bbranch|\bcontainer|\bpods?\b|\bcart\b|\bcookies?\b|\bafter \d|\btokens?\b|\bdelete (?:key|button|endpoint)\b|\btests?\b"
        ),
        answered=Seldom(
            r"\bsoft[- ]?delet|\bask(?:s|ed|ing)? before\b|\btrash|\brecycle bin|\barchiv|\bundo\b|\brestor(?!e (?:my |the )?purchases?)|\bcascad|\bpermanent|\birrevers|(?<!account )(?<!password )\brecover|\bhard[- ]delet|\bright to erasure|\bright to be forgotten"
            r"|\bdelet[^.\n]{0,60}\b(?:confirm|cannot be undone|remain|stays?|kept|also|along with|all (?:its|their|associated|related|data))"
            r"|\bconfirm[^.\n]{0,40}\bdelet|\bdeleted_at\b|\brollback\b|\btombstone|\bdelet\w+ (?:\w+ )?after\b|\bdelet\w+ (?:is|are) not\b|\bdeactivat|\bmark(?:ed)? (?:as )?delet|\borphan"
        ),
        of_a_change=True,
    ),
    Unsaid(
        SERVED,
        47,
        "How much may be lost when the machine breaks, and how soon must it run again?",
        "what may be lost when the machine breaks",
        "copies, cost, how it is run",
        (
            "At most a day's work is lost, and it runs again on the next working day.",
            "Nothing that was saved is lost, and it runs again within an hour.",
        ),
        "When the machine breaks",
        raised=Seldom(
            r"\b(?:stor|sav|keep|record|track|manag|creat|plac|enter|submit|log)\w*\b[^.\n]{0,50}\b(?:orders?|bookings?|reservations?|payments?|invoices?|patients?|medical|grades?|contracts?"
            r"|inventory|stock|members?|appointments?|expenses?|transactions?|attendance|claims?|shifts?|loans?|donations?|tickets?|cases?|customers?)\b"
        ),
        besides=Seldom(r"\bprofitab|\breports?\b"),
        answered=Seldom(
            r"\bback(?:ed)?[- ]?ups?\b|\brestor|\bdisaster|\brpo\b|\brto\b|\brecovery|\breplica|\bmanaged (?:database|postgres|mysql)|\bsupabase\b|\bfirebase\b|\bfirestore\b|\bcloud sql\b|\brds\b|\bdynamodb\b"
            r"|\bdurab|\bin[- ]memory\b|\blocal ?storage\b|\bindexeddb\b|\bfailover|\bwordpress\b|\bshopify\b|\bno data (?:is |may be )?(?:ever )?lost|\bmongodb atlas|\bneon\b|\bplanetscale|\bblockchain"
        ),
        becomes="nfr",
        category="reliability",
        shared=True,
    ),
    Unsaid(
        frozenset({"web_app", "mobile_app", "desktop_app", "service"}),
        46,
        "In which currency are amounts kept?",
        "in which currency",
        "data model, every amount that is shown",
        (
            "In one currency for all, which is named in the settings and kept with each amount.",
            "In several: each amount has its own, and nothing is converted.",
        ),
        "Amounts of money",
        raised=Seldom(
            r"\b(?:expenses?|income|invoices?|salar(?:y|ies)|revenue|profits?|total (?:amount|cost|price)|account balances?|amounts? (?:paid|due|owed)|fees?|wages|donations?|unit price|price lists?)\b"
            r"|\b(?:set|sets|enter|enters|define|defines|with|its|their|and|show|shows|display|displays|calculates?|products?|total|by|a) (?:an? |the )?pric(?:e|es|ing)\b(?! checks?)|\bpric(?:e|es) (?:of|for|range|per)\b|<price>|products, pric"
            r"|\b(?:monthly|weekly|yearly|annual|spending|set an?|create|creates|track|tracks|overall|category) budgets?\b"
        ),
        besides=Seldom(
            r"\bamounts? of (?:data|time|work|memory)|\b(?:load|token|error|performance|latency|memory|time|api|rate)[- ](?:balanc|budget|cost)|\bwithin budget|\bbudget[- ]friendly"
            r"|\bhigh[- ]income|\bno fees?\b|\bpricing page|\binvoices? (?:pdf|parser)"
        ),
        answered=Seldom(
            r"[$€£¥₹₽₺₦₱฿₫₩₪₴]|\b(?:usdc?|usdt|eur|gbp|chf|inr|jpy|aud|cad|ngn|zar|brl|sek|nok|dkk|pln|czk|vnd|idr|php|thb|bdt|kes|ars|mxn|egp|sar|aed|etb|lkr|pkr)\b"
            r"|\beuros?\b|\bdollars?\b|\bpounds?\b|\bfrancs?\b|\brupees?\b|\bcurrenc|\bbtc\b|\bcents?\b|\btaka\b|\byen\b|\byuan\b|\bstripe\b|\bpaypal\b|\bshopify\b|\bvirtual (?:money|coins)|\bcoins?\b"
        ),
    ),
    Unsaid(
        frozenset({"web_app", "mobile_app", "service"}),
        44,
        "Which files may be uploaded, and how large may they be?",
        "which kinds of files, and how large",
        "storage, cost, what has to be checked",
        (
            "Pictures and PDF files of up to 10 MB each.",
            "Any file of up to 100 MB; each is searched for viruses.",
        ),
        "Files that are uploaded",
        raised=Seldom(
            r"\b(?:can|may|must|shall|should|will|to|users?|members?|people)\b[^.\n]{0,50}\b(?:upload(?:s|ed|ing)?|attach(?:es|ed|ing)?)\b"
            r"|\b(?:photo|image|picture|file|document|avatar|video)s? uploads?\b|\buploads? (?:an? |their |of )?(?:\w+ )?(?:photo|image|picture|file|document|avatar|video)s?\b"
        ),
        besides=Seldom(r"\bupload (?:speed|bandwidth|to (?:s3|npm|pypi))|\bfirmware\b"),
        answered=Seldom(
            r"\b\d+ ?(?:[mgk]i?b|megabytes?|gigabytes?)\b|\b(?:maximum|max\.?) (?:file|upload|image|attachment)? ?size|\bfile (?:sizes?|types?|formats?|limits?)\b|\b(?:supported|allowed|accepted) (?:file |image )?(?:formats|types)"
            r"|\b(?:heic|jpe?g|png|webp)\b|\b(?:accept|allow|attach|file|format|support|upload)\w*\b[^.\n]{0,60}\b(?:csv|docx?|gpx|mp[34]|pdfs?|stl|wav|xlsx?|zip)\b|\b(?:csv|docx?|gpx|mp[34]|pdf|stl|wav|xlsx?|zip)s?\b[^.\n]{0,20}\bupload"
        ),
        becomes="nfr",
        category="security",
    ),
    Unsaid(
        frozenset({"web_app", "service", "mobile_app"}),
        42,
        "What happens when two people change the same thing at the same time?",
        "which of two changes counts",
        "data model, what people see when they save",
        (
            "Whoever saves second is shown what has changed, and decides.",
            "The last one to save counts.",
        ),
        "Two changes of the same thing",
        raised=Seldom(
            r"\b(?:collaborat\w*|shared|team members?|together|several (?:people|users)|multiple (?:people|users)|each other(?:'s)?|both (?:partners|parents|people))\b[^.\n]{0,60}\b(?:edit|chang|updat|writ|plan|maintain)"
            r"|\b(?:edit|chang|updat|writ|plan|maintain)\w*\b[^.\n]{0,50}\b(?:shared|together|collaborat\w+|other members|team members)\b"
        ),
        answered=Seldom(
            r"\bconflict|\block(?:s|ed|ing)?\b|\boptimistic|\breal[- ]?time|\blast[- ]writ|\bcrdt|\bsimultan|\bconcurren|\bat the same time|\bat once\b|\bversion(?:ed|ing| history)|\bgit\b"
        ),
        of_a_change=True,
        shared=True,
    ),
    Unsaid(
        ALL,
        50,
        "Which are meant by “{thing}”?",
        "which ones",
        "how much is built and tested",
        (
            "Those that are in use today; another can be added without changing the rest.",
            "One for the first version; the others follow.",
        ),
        "Which are meant",
        raised=Seldom(
            r"\b(?:(?:support|handle|accept|integrate with|connect to|work with|read|manage|provide|offer)s?|(?:export|import|ingest|collect|fetch|pull|upload)(?:s|ed|ing)? (?:[\w-]+ ){0,2}(?:as|from|in|into|to|via)) "
            r"(?P<thing>(?:multiple|various|different|several|many|a variety of|a wide range of|a range of) (?:[\w-]+ ){0,2}(?:types?|formats?|sources?|methods?|platforms?|providers?|options|kinds|protocols?|services?|channels?|gateways?|standards|models|devices|sensors|pipettes|banks|marketplaces|carriers|instruments))\W*$"
        ),
        answered=Seldom("(?!)"),
    ),
    Unsaid(
        ALL,
        45,
        "For how long is what it records kept?",
        "for how long",
        "storage, cost, what can be looked up",
        (
            "Until somebody deletes it: it shows how much room it takes, and nothing goes by itself.",
            "For 90 days; what is older is deleted by itself.",
        ),
        "What it records",
        raised=Seldom(
            r"\b(?:audit|event|activity|change|execution|call|usage|access|request|run|error|operation|message|search|price|chat) (?:logs?|history|trails?)\b|\baudit logging\b|\bhistorical data\b"
            r"|\b(?:stor|keep|record|log)\w* (?:\w+ ){0,3}(?:events|metrics|readings|measurements|system events|user actions)\b"
        ),
        besides=Seldom(
            r"\bcalendar\b|\breprocess|/api/|\brecommend|\bno \b|\bwithout\b|\bcommit (?:log|history)|\bgit (?:log|history)|\bchangelog|\bh-\[|\d ?px\b|\bscroll"
        ),
        answered=Seldom(
            r"\bretention|\bretain|\bkept for\b|\bkeep\w* (?:\w+ ){0,4}for (?:\d|a|one|at least|ever)|\bdelet\w+ (?:\w+ ){0,2}after\b|\bprun(?:e|es|ing)\b|\brotat|\bttl\b|\bpurg|\b(?:data|entries|events|history|logs?|messages|readings|records?|trails?)\b[^.\n]{0,60}\b(?:archiv|expir|for (?:at least |up to )?\d|\d+[- ](?:day|month|year))\w*"
            r"|\bappend-only\b|\bclear (?:the |their )?history|\bolder than\b|\blast \d+\b|\bin[- ]memory|\bring buffer|\brolling\b|\b\d+[- ](?:day|month|year)s?\b[^.\n]{0,40}\b(?:data|entries|events|history|logs?|messages|readings|records?|trails?)\b|\bfor ?ever\b|\bindefinite|\bpermanent|\b(?:never|not|cannot) (?:be |ever )*(?:delete|deleted|remove|removed|purged)\b"
        ),
        becomes="nfr",
        category="retention",
    ),
    Unsaid(
        ALL - {"library"},
        44,
        "How often is that, and at what time?",
        "how often",
        "a timer, how fresh data is, cost",
        (
            "Once a day, at night; a setting changes it.",
            "Every hour; a setting changes it.",
        ),
        "How often",
        raised=Seldom(
            r"\b(?:regularly|periodically|frequently|on a regular basis|at regular intervals|from time to time|(?:periodic|regular) (?:updates|backups?|cache|checks?|jobs?|refresh(?:es)?|reports|scans?|sync\w*))\b"
        ),
        besides=Seldom(r"\bused frequently|\bfrequently (?:asked|used|bought|visited)|\bteam\b|\bdependenc"),
        answered=Seldom(
            r"\bevery (?:\d+|few|hour|day|night|week|month|morning|minute|second|other|five|ten|thirty)\b|\bhourly\b|\bdaily\b|\bnightly\b|\bweekly\b|\bmonthly\b|\bcron\b|\bonce an? (?:day|hour|week|month)|\bat \d{1,2}[:.]\d\d|\bschedul"
        ),
    ),
    Unsaid(
        KEPT,
        47,
        "Which reports, and for whom?",
        "which ones",
        "screens, what is computed",
        (
            "One list for each thing it keeps, narrowed down by time, which can be taken out as a table.",
            "None in the first version: the data can be taken out as a table.",
        ),
        "Reports",
        raised=Seldom(
            r"\b(?:generat|view|creat|see|access|provid|produc|export|download|includ|offer|hav|show|build|run|pull|reporting|with)\w* (?:(?:detailed|custom|customi[sz]ed|comprehensive|basic|advanced|various|the|simple|real-time|meaningful|actionable|all|and) ){0,2}(?:reports|analytics|statistics|insights|reporting)"
            r"(?: (?:and|&) (?:reports|reporting|analytics|statistics|insights|charts|dashboards))?\W*$|^(?:reports|reporting|analytics|statistics|reports and analytics|analytics and reports|reporting and analytics|basic analytics|analytics dashboard)\W*$"
        ),
        besides=Seldom(r"\bcoverage\b|\btest\b|\bbug\b|\bcrash\b"),
        answered=Seldom("(?!)"),
    ),
    Unsaid(
        KEPT | {"game", "cli"},
        43,
        "In which form is it taken out?",
        "in which form",
        "what other programs can read",
        (
            "As a table (CSV).",
            "As a table (CSV) and as PDF for printing.",
            "As JSON.",
        ),
        "What is taken out",
        raised=Seldom(r"\bexport(?:s|ed|ing|able)?\b"),
        besides=Seldom(
            r"\bexport(?:s|ed)? (?:from|by) the (?:module|package)|\bexports? (?:functions?|class|types?|const|interface)|\bexports? (?:count|limit|quota)|\bnamed export|\bimport/export of goods|\bno export"
        ),
        answered=Seldom(
            r"\b(?:download|export|report|save)\w*\b[^.\n]{0,100}\.?\b(?:anki|clipboard|csv|docx?|epub|excel|geojson|gpx|html|ics|json|markdown|mp[34]|parquet|pdf|plain text|png|spreadsheet|sql dump|stl|svg|wav|xlsx?|xml|yaml|zip)s?\b"
            r"|\b(?:csv|docx?|excel|geojson|gpx|html|ics|json|markdown|mp[34]|parquet|pdf|png|svg|wav|xlsx?|xml|yaml|zip)s?\b[^.\n]{0,60}\b(?:download|export|report)|\bi-?cal\b|\bopentelemetry|\botlp\b|\bprometheus\b"
        ),
        of_a_change=True,
    ),
    Unsaid(
        ALL,
        41,
        "What else belongs to “{thing}”?",
        "how it goes on",
        "how much is built",
        (
            "Nothing beyond what is named.",
            "It is left to whoever builds it, who writes down what was added.",
        ),
        "Lists that go on",
        hint=Seldom(r"\betc\b|\band so on\b|\band the like\b|\band (?:much )?more\b"),
        raised=Seldom(
            r"(?P<thing>(?:[\w'’/&-]+,? ){2,5}(?:and )?(?:etc\b|and so on\b|and the like\b|and (?:much )?more\b))"
        ),
        besides=Seldom(
            r"\be\.g\.|\bfor example\b|\bsuch as\b|\blike\b|\([^()]*\betc|\btests?\b|\bcolou?rs?\b|\bfonts?\b"
        ),
        answered=Seldom("(?!)"),
        becomes="constraint",
        of_a_change=True,
    ),
)
