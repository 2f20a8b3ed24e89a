"""What a document leaves unsaid about the world around: where it runs, whose services it uses, how fast and how dependable it is."""

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
OF_OUTSIDE = (
    Unsaid(
        EVERY - {"game"},
        68,
        "Which model does it ask, and may people's words be sent to whoever runs that model?",
        "which model does that",
        "cost, privacy, an outside service",
        (
            "A model that is named in the settings; until one is named, nothing is sent to anybody.",
            "A model on our own machine; nothing leaves it.",
        ),
        "The model",
        raised=Seldom(
            r"\bllms?\b|\b(?:large )?language models?\b|\bchat-?gpt\b|\bai[- ](?:powered|generated|assisted|driven|based|generation|suggest\w*|assistant|chat\w*|analysis|summar\w*|recommend\w*|coach|tutor|agent)\b"
            r"|\b(?:an?|the|by|with|using|via) ai\b|\bgenerative ai\b|\bai (?:that|which|to|generates?|suggests?|writes?|summari[sz]es?|analy[sz]es?|answers?|creates?)\b"
        ),
        besides=Seldom(
            r"\b(?:no|without|not|never)\b[^.;\n]{0,20}\bai\b|\bai (?:players?|opponents?|enem\w+|coding)|\bai agents? (?:can|read)|\bai[- ]agent sized|\btrain(?:s|ing|ed)?\b"
        ),
        answered=Seldom(
            r"\bopenai|\bgpt-?\d|\bclaude|\banthropic|\bgemini|\bvertex|\bbedrock|\bollama|\bllama|\bmistral|\bqwen|\bdeepseek|\bhugging ?face|\bwhisper|\bgroq\b|\bopenrouter|\bcopilot|\btensorflow|\bpytorch"
            r"|\bscikit|\bsklearn|\bon[- ]device|\blocal (?:model|llm|ai|inference)|\bmodel providers?|\bai providers?|\bllm providers?|\blitellm|\bsonnet|\bhaiku\b|\bgrok\b|\bcohere\b|\bsentence-?transformers|\bspacy\b|\bbert\b"
            r"|\bxgboost|\blightgbm|\byolo|\bml ?kit\b|\bcore ?ml\b|\bdeepgram|\bassemblyai|\belevenlabs|\bperplexity|\blangchain|\bmcp\b|\bmodel (?:is|can be) (?:chosen|configur|swapp)|\bany (?:model|llm)"
        ),
        becomes="constraint",
    ),
    Unsaid(
        EVERY,
        64,
        "Which system is “{thing}”, and how can a program reach it?",
        "which one that is",
        "an outside system, how data goes in and out",
        (
            "Until it is named, data goes out to it and comes in from it as files.",
            "It has an interface for programs; its maker's documentation comes with the first unit.",
        ),
        "The outside system",
        raised=Seldom(
            r"\b(?:(?:integrat|connect|sync|synchroni[sz]|link|export|import|pull|push|send|transfer|taken|read|fetch)\w*|data|orders?|invoices?|bookings?) (?:\w+ ){0,4}?(?:with|to|from|into|in) "
            r"(?P<thing>(?:our|the|an?|existing|your|their|any|external|third[- ]party|internal|your own|other)(?: (?:existing|internal|external|company|current|core))?(?: [a-z-]+)? "
            r"(?:erp|crm|lms|hris|ehr|emr|wms|pos|hr system|accounting (?:system|software)|payroll(?: system)?|inventory system|booking system|ticketing system|billing system|warehouse system|hospital system|school system|erp system|crm system))\b"
        ),
        answered=Seldom(
            r"\bsap\b|\bsalesforce|\bhubspot|\bnetsuite|\bodoo\b|\bdynamics\b|\bmoodle|\bcanvas lms|\bworkday|\bdatev|\bxero\b|\bquickbooks|\blexware|\bzoho|\bjira\b|\bzendesk|\bshopify|\bservicenow|\bepic ehr|\bcerner|\bfhir\b|\bpersonio|\bbamboo"
        ),
        becomes="constraint",
        of_a_change=True,
    ),
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
        SERVED,
        61,
        "Through which service are text messages sent, and who pays for them?",
        "through whom",
        "an outside service, cost for each message",
        (
            "Through a service that is named in the settings; until one is named, none is sent.",
            "Not in the first version: people get an e-mail instead.",
        ),
        "Text messages",
        raised=Seldom(r"\bsms\b|\btext messages?\b|\bwhatsapp (?:messages?|notif|remind)"),
        besides=Seldom(r"\b(?:no|without|not|never)\b[^.;\n]{0,20}\bsms\b|\bshare\b|\breads? sms\b"),
        answered=Seldom(
            r"\btwilio|\bvonage|\bnexmo|\bmessagebird|\bsns\b|\bplivo|\bsinch|\binfobip|\bmsg91|\bsms (?:gateways?|providers?|services?|apis?)\b|\bafrica'?s ?talking|\bgsm\b|\bsim(?:[- ]cards?)?\b|\blte\b|\bmodem\b|\bcarrier|\bmeta (?:business|cloud)|\bwhatsapp (?:business|cloud|web|api)"
        ),
        becomes="constraint",
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
            r"\b(?:data|profiles?|accounts?|address(?:es)?|phone|bookings?|orders?|register(?:s|ed)?|sign(?:s|ed)?[- ](?:in|up)|log(?:s|ged)?[- ]in)\b"
            r"|\b(?:patient|student|pupil|employee|child(?:ren)?|tenant|resident|donor)(?:s|'s|s')?\b[^.\n]{0,40}\b(?:records?|history|documents?|grades?|photos?|reports?)\b"
        ),
        besides=Seldom(r"\bwithout\b|\blogging\b|\bsession data\b|\btests?\b|\bnot\b"),
        answered=Seldom(
            r"\baws\b|\bamazon (?:web|s3|ec2|rds)|\bazure\b|\bgcp\b|\bgoogle cloud|\bvercel\b|\bnetlify\b|\bheroku\b|\bfly\.io|\brender(?:\.com)\b|\brailway\b|\bdigital ?ocean|\bhetzner\b|\bovh\b|\bcloudflare\b"
            r"|\bsupabase\b|\bfirebase\b|\bself[- ]?host|\bon[- ]prem|\bdata ?cent(?:er|re)\b|\bhost(?:ed|ing|s)?\b|\bcloud\b|\bkubernetes\b|\bk8s\b|\b(?:our|own|existing|local|company|school|home|linux|dedicated|single) servers?\b"
            r"|\bvps\b|\braspberry\b|\bgithub pages\b|\blocalhost\b|\blocal(?:ly)?[- ](?:run|machine|network|only|first)\b|\bserverless\b|\blambda\b|\bintranet\b|\bruns? on\b|\bdeploy(?:ed|s|ment)? (?:on|to|target)\b|\bwordpress\b|\bionos\b"
            r"|\bdocker[- ]compose\b|\bon one machine\b|\bruns? locally\b|\bshopify\b|\bapp engine\b|\bcontainer(?:s|ized|ised)?\b|\bdocker\b|\bhelm\b|\bopenshift\b|\bcluster\b|\bstreamlit\b|\bdata residency|\bstays? in (?:the )?(?:eu|germany|switzerland|austria|france|country|building|house)\b|\bnas\b|\bhome server|\bmachine of\b|\bon my\b"
        ),
        becomes="constraint",
        shared=True,
    ),
    Unsaid(
        SERVED,
        45,
        "Through which service does it send mail?",
        "through whom",
        "an outside service, whether mail arrives",
        (
            "Through a mail server that is named in the settings, so that any provider will do.",
            "Through the mail service the company has already.",
        ),
        "Mail",
        raised=Seldom(
            r"\be-?mail (?:verif|confirm|notif|remind|alert|invit|address is (?:verif|confirm))|\b(?:send|sends|sent|sending|receive|receives|get|gets|by|via|per|through) (?:an? |the |them )?(?:\w+ )?e-?mails?\b"
            r"|\bpassword[- ]reset|\breset (?:their |the |his )?password|\bforgot(?:ten)? password|\bverification (?:e-?mail|link)|\bmagic[- ]?links?\b|\breminder mails?\b|\bby mail\b|\be-?mail notifications?\b"
        ),
        besides=Seldom(
            r"\b(?:no|without|not|never)\b[^.;\n]{0,20}\be-?mails?\b|\bsign(?:s|ed|ing)?[- ](?:in|up) (?:with|by|via) e-?mail|\blog(?:s|ged|ging)?[- ]?in (?:with|by|via) (?:their )?e-?mail"
        ),
        answered=Seldom(
            r"\bsendgrid|\bses\b|\bmailgun|\bpostmark|\bsmtp\b|\bresend\.|\bresend (?:api|for)|\(resend\)|\bbrevo\b|\bsendinblue|\bmailchimp|\bmandrill|\bgmail\b|\boutlook\b|\b(?:microsoft|office) 365|\bexchange\b|\bnodemailer|\bmailjet|\bsparkpost"
            r"|\bfirebase\b|\bsupabase\b|\bcognito\b|\bauth0\b|\bclerk\b|\bmail ?(?:servers?|providers?|services?|relay|gateway)\b|\be-?mail (?:servers?|providers?|services?|gateways?|apis?)\b|\bwp-?mail|\bmailto:|\bsendmail|\bwordpress\b|\bshopify\b|\bresend, "
        ),
        becomes="constraint",
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
        SERVED,
        56,
        "What happens to the money when something that was paid for is cancelled?",
        "what happens to the money then",
        "money, what people are promised",
        (
            "No money goes back by itself; a person decides each time.",
            "All of it goes back by itself until a day before.",
        ),
        "Money for what is cancelled",
        raised=Seldom(
            r"\bcancel\w* (?:\w+ ){0,4}?(?:bookings?|reservations?|orders?|events?|tickets?|appointments?|subscriptions?|memberships?|trips?|lessons?|sessions?|classes|rides?|stays?|rentals?|slots?)\b"
            r"|\b(?:bookings?|reservations?|orders?|events?|tickets?|appointments?|subscriptions?|memberships?|trips?|lessons?|sessions?|rides?|stays?|rentals?|slots?)\b[^.;\n]{0,40}\bcancel|\bcancellations?\b"
        ),
        given=Seldom(
            r"\b(?:accept|process|take|collect|charge)\w* (?:\w+ ){0,3}(?:payments?|money|fees?|cards?|deposits?)\b|\bpay(?:s|ing)? (?:for|by card|online|a deposit|the)\b|\bpaid (?:for|booking|order|ticket|event|lesson)"
            r"|\bcheckout\b|\bpayments? (?:via|through|with|by|gateway|provider|flow|is|are|page)\b|\bstripe\b|\bpaypal\b"
        ),
        besides=Seldom(
            r"\bcancel(?:s|led|ling)? (?:button|token|dialog|the (?:edit|upload|task|job|run|request|query))|\b(?:no|not|without)\b[^.;\n]{0,30}\bpa(?:y|id|yment)"
        ),
        answered=Seldom(
            r"\brefund|\bmoney back|\breimburs|\bcharge-?back|\bstorno\b|\bnon-?refundable|\bcredit(?:s|ed)? (?:back|note)"
        ),
        shared=True,
    ),
)
