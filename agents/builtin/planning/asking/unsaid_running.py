"""What a document leaves unsaid about how it runs: where, how fast, how dependably, without a connection, under which rules."""

from agents.builtin.planning.asking.unsaid import Unsaid
from agents.builtin.seldom import Seldom

SERVED = frozenset({"web_app", "service", "mobile_app"})
RUN = frozenset({"web_app", "service"})
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
    }
)
OF_RUNNING = (
    Unsaid(
        frozenset({"mobile_app"}),
        62,
        "Must it work where there is no connection?",
        "what happens without a connection",
        "where data is kept, how much is built",
        (
            "It needs a connection; without one it says so, and loses nothing that was typed.",
            "It works without a connection: what is entered is kept on the phone and synchronised later.",
        ),
        "Without a connection",
        raised=Seldom(
            r"\b(?:record|log|track|scan|enter|fill|photograph|take|capture|check|register|save|add|book|see|view|browse|search|find)(?:s|ed|ing)?\b"
        ),
        answered=Seldom(
            r"\boff-?line|\bonline\b|\binternet|\bconnect(?:ed|ion|ions|ivity)|\bnetwork|\bwi-?fi|\bsync|\breception\b|\blocally\b|\bon[- ]device|\bcellular|\blocal(?:[- ]first| storage| database|storage)\b|\bsqlite|\basyncstorage|\brealm\b"
        ),
        becomes="nfr",
        category="reliability",
        shared=True,
    ),
    Unsaid(
        RUN,
        53,
        "Where shall it run, and in which country may the data lie?",
        "where that is kept",
        "hosting, cost, where data lies",
        (
            "On one rented server in the country of the people who use it.",
            "On a machine of our own.",
            "In our account with a cloud provider.",
        ),
        "Where it runs",
        raised=Seldom(
            r"\b(?:users?|customers?|members?|patients?|students?|employees?|clients?|guests?|staff|people|personal|children|applicants?|tenants?|parents?)\b[^.\n]{0,60}"
            r"\b(?:data|profiles?|accounts?|address(?:es)?|phone numbers?|bookings?|orders?|register(?:s|ed)?|sign(?:s|ed)?[- ](?:in|up)|log(?:s|ged)?[- ]in)\b"
            r"|\b(?:patient|student|pupil|employee|child(?:ren)?|tenant|resident|donor)(?:s|'s|s')?\b[^.\n]{0,40}\b(?:records?|history|documents?|grades?|photos?|reports?)\b"
        ),
        besides=Seldom(
            r"\bwithout\b|\blogging\b|\bsession data\b|\bwork orders?\b|\btests?\b|\bno\b|\bnot\b|\bcross-tenant\b|\btenant isolation\b"
        ),
        answered=Seldom(
            r"\baws\b|\bamazon (?:web|s3|ec2|rds)|\bazure\b(?! (?:active|ad)\b)|\bgcp\b|\bgoogle cloud|\bvercel\b|\bnetlify\b|\bheroku\b|\bfly\.io|\brender(?:\.com)\b|\brailway\b|\bdigital ?ocean|\bhetzner\b|\bovh\b|\bcloudflare\b"
            r"|\bsupabase\b|\bfirebase\b|\bself[- ]?host|\bon[- ]prem|\bdata ?cent(?:er|re)\b|\bhost(?:ed|ing|s)?\b|\bcloud\b|\bkubernetes\b|\bk8s\b|\b(?:our|own|existing|local|company|school|home|linux|dedicated|single) servers?\b"
            r"|\bvps\b|\braspberry\b|\bgithub pages\b|\blocalhost\b|\blocal(?:ly)?[- ](?:run|machine|network|only|first)\b|\bserverless\b|\blambda\b|\bintranet\b|\bruns? on\b|\bdeploy(?:ed|s|ment)? (?:on|to|target)\b|\bwordpress\b|\bionos\b"
            r"|\bdocker[- ]compose\b|\bon one machine\b|\bruns? locally\b|\bshopify\b|\bapp engine\b|\bcontainer(?:s|ized|ised)?\b|\bdocker\b|\bhelm\b|\bopenshift\b|\bcluster\b|\bstreamlit\b|\bdata residency|\bstays? in (?:the )?(?:eu|germany|switzerland|austria|france|country|building|house)\b|\bnas\b|\bhome server|\bmachine of\b|\bon my\b"
        ),
        becomes="constraint",
        shared=True,
    ),
    Unsaid(
        EVERY,
        48,
        "How fast is fast enough?",
        "in how many seconds",
        "what is measured, how much is built for it",
        (
            "An answer comes within 2 seconds, nine times in ten.",
            "An answer comes within half a second, nine times in ten.",
        ),
        "Speed",
        raised=Seldom(
            r"\b(?:load|open|respond|respons|answer|search|start|run|render|perform|process|page|screen|app|result|quer|interface|ui|site|system|transfer|discover|find|feel)\w*\b[^.\n]{0,40}\b(?:fast|quick|quickly|instantly|smooth|smoothly)\b"
            r"|\b(?:fast|quick|short|blazing|smooth)\b[^.\n]{0,20}\b(?:load|response|search|start|page|quer|answer|performance|transform|transfer|lookup|result|access|ui|interface|discovery|experience|total)|\bquickly (?:find|search|see|process|load|open|check)|\bsnappy\b|\bresponsive (?:performance|feel|interaction)|\b(?:be|feels?|stays?|remains?) responsive\b(?! (?:to|on|across|for|design|layout|and mobile))|\blow[- ]latency|\bhigh[- ]performance|\bperformant\b|\bwithout (?:\w+ )?(?:delay|lag)"
            r"|\bload(?:s|ing)? times?\b|\boptimi[sz]ed? for (?:performance|speed)|\bminim(?:al|ise|ize) (?:\w+ )?(?:delay|latency|load)|\bgood performance|\bin a short time\b|\bpromptly\b"
        ),
        besides=Seldom(
            r"\bfast[- ]?(?:api|forward|food|track|lane)|\bquick(?:ly)?[- ](?:start|actions?|add|links?|access|view|switch|reference|scan|identify)|\bfail(?:s|ing)?[- ]fast|\bbreakfast|\bfast-paced"
        ),
        answered=Seldom(
            r"\d ?(?:ms|msec|milliseconds?|s|secs?|seconds?|fps|µs|us|sekunden?)\b|\b(?:one|two|three|five|ten|half a|a|sub-?) ?seconds?\b|\bwithin seconds\b|\b(?:in|within|under) (?:a|one|two|five|ten|\d+) (?:minutes?|seconds?)\b|\blcp\b|\blighthouse\b|\bcore web vitals"
        ),
        becomes="nfr",
        category="performance",
        of_a_change=True,
    ),
    Unsaid(
        SERVED,
        43,
        "How soon must others see a change?",
        "in how many seconds",
        "an open connection or asking again, cost",
        (
            "Within 10 seconds: the page asks again by itself.",
            "At once: a connection stays open.",
        ),
        "How soon a change is seen",
        raised=Seldom(
            r"\breal[- ]?time (?:updates?|status|view|dashboard|data|tracking|availability|sync\w*|chat|information|monitor\w*|inventory|visib\w+)\b|\b(?:in|near) real[- ]?time\b|\blive (?:updates?|status|tracking|view|dashboard|scores?)\b|\bupdat\w+ (?:live|instantly|immediately)\b"
        ),
        besides=Seldom(r"\berrors?\b|\bmonitoring\b|\blogs?\b|\bmetrics\b|\bproduction\b"),
        answered=Seldom(
            r"\bweb-?sockets?|\bpoll(?:s|ed|ing)?\b|\bserver[- ]sent|\bsse\b|\bsocket\.io|\bsignalr|\bwebrtc|\bfirestore|\bsupabase|\bmqtt\b|\bkafka\b|\bwithin (?:\d+|one|two|five|ten|a few) ?(?:ms|s|seconds?|minutes?)\b|\bevery (?:\d+|few|five|ten|thirty) ?(?:s|seconds?|minutes?)\b|\d ?(?:ms|milliseconds)\b"
        ),
        becomes="nfr",
        category="performance",
    ),
    Unsaid(
        RUN,
        46,
        "For how long may it be out of order?",
        "for how long it may be out of order",
        "how many machines, cost, who is on call",
        (
            "It is there 99% of the time, some 7 hours a month without it; somebody looks after it on working days.",
            "It is there 99.9% of the time; a second machine takes over by itself.",
        ),
        "Being out of order",
        raised=Seldom(
            r"\b24/7\b|\balways (?:be )?available\b|\bhigh(?:ly)?[- ]availab|\bhigh uptime|\bround the clock\b|\bminim(?:al|um|ise|ize) downtime|\bwithout interruption|\b(?:be|is|are) reliable\b"
        ),
        answered=Seldom(
            r"\b9\d(?:[.,]\d+)? ?%|\bfailover|\bslas?\b|\brto\b|\b(?:minutes?|hours?) (?:of )?(?:down-?time|a (?:month|year))"
        ),
        becomes="nfr",
        category="availability",
    ),
    Unsaid(
        EVERY | {"infrastructure", "box"},
        60,
        "Which standards or rules are meant by “{thing}”?",
        "which ones",
        "duties, what has to be proven",
        (
            "None beyond those that the PRD names; whoever is responsible sees the list before the first release.",
            "Those that hold for our trade; somebody of ours names them.",
        ),
        "Standards and rules",
        raised=Seldom(
            r"\b(?:adher\w+ to|compl(?:y|ies|iant|iance) with|conform\w* (?:to|with)|meets?|follow(?:s|ing)?|accord\w+ to|in line with|subject to) "
            r"(?P<thing>(?:all |the |any |current )?(?:relevant |applicable |industry |local |legal |national |international |regulatory |safety |security |privacy |data protection |laboratory |medical |financial |accessibility |common )+(?:[\w-]+ )?(?:standards|regulations?|laws?|legislation|requirements|rules|guidelines|best practices))\b"
        ),
        answered=Seldom(
            r"\biso[ -]?\d|\biec\b|\bgdpr\b|\bdsgvo\b|\bhipaa\b|\bpci\b|\bsoc ?2\b|\bwcag\b|\bowasp\b|\bnist\b|\bfda\b|\bferpa\b|\bcoppa\b|\bccpa\b|\bfips\b|\bmisra\b|\bbsi\b|\baml\b|\bkyc\b|\bsox\b|\bcis benchmark"
        ),
        becomes="constraint",
    ),
)
