"""What a document leaves unsaid about systems of others: which model, carrier, mail service or standard, with whose rights."""

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
# Stands for the names of the outside systems that a document knows.
BY_NAME = Seldom("(?!)")
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
            r"\b(?:no|without|not|never)\b[^.;\n]{0,20}\bai\b|\bai (?:players?|opponents?|enem\w+|coding)|\bai agents? (?:can|read)|\bai[- ]agent sized|\btrain(?:s|ing|ed)?\b|\b(?:from|in|inside|into|on|within) chat-?gpt\b|\bchat-?gpt (?:page|site|tab|web|window)\b|\b(?:ai[- ]?agents?|\bai) (?:follows?|reads?|works? with)\b"
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
    Unsaid(
        RUN | {"pipeline", "desktop_app", "mobile_app", "agent", "bot"},
        55,
        "With whose account does it read from {thing}?",
        "with whose rights",
        "access, who sees what, how it is set up",
        (
            "Each person connects their own account, and sees what they may see there.",
            "One account of ours reads for all; its key lies in the settings.",
        ),
        "Access to the outside system",
        raised=Seldom(
            r"\b(?:from|with|of|in|your|their|to|via) (?:the |your |their |our )?(?P<thing>github|gitlab|jira|linear|slack|notion|trello|asana|salesforce|hubspot|strava|spotify|google (?:calendar|drive|sheets|analytics|ads|docs|fit)|outlook|youtube|instagram|facebook|linkedin|garmin|fitbit|shopify|amazon|ebay|dropbox|onedrive|sharepoint|confluence|todoist|airtable|zendesk|discord|reddit)\b"
        ),
        besides=Seldom(
            r"\b(?:log|sign)(?:s|ged|ging|ed|ing)?[- ]?(?:in|up|on)\b|\bshar(?:e|es|ed|ing)\b|\bhosted\b|\bpublish|\bdeploy|\breleases?\b|\blinks? to\b|\bdownload|\bci\b|\bactions\b|\bpages\b|\bauthenticat|\blogin\b|\brepository\b|\binspired\b|\blike\b|\bmessages?\b|\bnotif|\bpost|\bpush"
        ),
        answered=Seldom(
            r"\boauth|\btokens?\b|\bapi[ -]?keys?\b|\bpersonal access|\bservice accounts?\b|\bcredentials?\b|\bweb-?hooks?\b|\bpublic (?:data|api|profile|repositor)|\bscrap(?:e|es|ing)\b|\bconnect(?:s|ing)? (?:their|your|own)|\bno (?:login|authentication|account)|\bmock(?:ed)? data|\bsnapshot\b|\bexport(?:ed)? file"
        ),
        becomes="constraint",
    ),
    Unsaid(
        frozenset({"web_app", "mobile_app", "service", "agent", "desktop_app"}),
        48,
        "What happens when {thing} cannot be reached?",
        "what happens when it does not answer",
        "what people see then, what is tried again",
        (
            "It tries again for an hour, says so to whoever waits, and loses nothing.",
            "It says so at once, and people try again themselves.",
        ),
        "When an outside system does not answer",
        raised=BY_NAME,
        besides=Seldom(
            r"\b(?:discord|telegram|slack|wordpress|supabase|firebase|docker|kubernetes|github pages|chrome|android|ios|windows|linux|s3|aws|azure|google cloud|prometheus|grafana|smtp)\b"
            r"|\bapi shape\b|\bcompatible\b|\bconform|\bgroups?\b|\bissues\b|\bpull requests?\b|\bcsv\b|\bfiles?\b|\b(?:manual|link|links|share|inspired|similar|log(?:s|ged)?[- ]?in|sign(?:s|ed)?[- ]?(?:in|up))\b"
        ),
        answered=Seldom(
            r"\bretr(?:y|ies|ied|ying)\b|\b(?:api|cache\w*|error|model|offline|provider|service|static|unavailable)\b[^.\n]{0,40}\bfall(?:s|ing)?[- ]?backs?\b|\bfall(?:s|ing)?[- ]?backs?\b[^.\n]{0,40}\b(?:api|cache\w*|error|model|offline|provider|service|static|unavailable)\b|\btime-?outs?\b|\bunavailab|\boutages?\b|\bgraceful|\bdegrad|\bcircuit|\b(?:is|are|goes|be) down\b|\boff-?line\b|\bunreachable|\bdoes not (?:answer|respond)|\bcannot be reached"
            r"|\berror handling|\b(?:api|request|call|network|connection|integration|sync|upload|payment)s? (?:errors?|fails?|failures?)|\bfail(?:s|ed|ing)? (?:to|safe|over)|\bqueued?\b|\btries again\b"
        ),
        becomes="nfr",
        category="reliability",
    ),
)
