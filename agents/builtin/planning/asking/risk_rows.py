"""What may go wrong and what is taken for granted, as questions that are asked where a document raises few others.

A row is one matter; those that cost people most stand first, and their weights lie below those of all other questions.
What an answer is `about` says which other question is of the same matter, beside which a row is not asked.
"""

from agents.builtin.planning.asking.risk_rows_data import OF_KEPT, SERVED
from agents.builtin.planning.asking.unsaid import Unsaid
from agents.builtin.planning.asking.vague_rows import ALL, SEEN, TYPED, VAGUE
from agents.builtin.seldom import Seldom

STEERED = frozenset({"infrastructure", "pipeline"})
# Stands for the names of the outside systems that something is taken from.
OUTSIDE = Seldom("(?!)")
# Whoever writes one of these has thought of a system that does not answer.
SURVIVED = Seldom(
    r"\bretr(?:y|ies|ied|ying)\b|\bunavailab|\boutages?\b|\bunreachable\b|\bcannot be reached|\bdoes not (?:answer|respond)"
    r"|\bfall(?:s|ing)?[- ]?backs?\b|\b(?:api|connection|fetch|network|request) (?:errors?|fails?|failures?|time-?outs?)\b|\bstale\b|\boff-?line\b"
)
RISKS = (
    Unsaid(
        SERVED,
        30,
        "What happens when money was taken and what it was paid for could not be recorded?",
        "what happens then",
        "money, what is compared and by whom",
        (
            "Each payment is compared with the provider's list every night, and what does not fit is shown to whoever is in charge.",
            "It goes back by itself, and people are told to try again.",
        ),
        "Money that was taken and not recorded",
        raised=Seldom(
            r"\bpay(?:s|ing|ments?)? (?:\w+ ){0,3}?(?:by card|online|through|via|with)\b|\bonline payments?\b|\bcheckout (?:flow|page|with)\b"
        ),
        besides=Seldom(r"\bno\b|\bnot\b|\btests?\b"),
        answered=Seldom(
            r"\bcharge-?backs?\b|\bidempoten|\bpayments? (?:\w+ )?(?:errors?|fail\w*|webhooks?)\b|\breconcil|\brefund|\btwice\b"
        ),
        becomes="nfr",
        category="data-integrity",
        of_a_change=True,
    ),
    Unsaid(
        SEEN | {"bot", "service"},
        30,
        "What do people see while {thing} cannot be reached?",
        "what is seen while it does not answer",
        "what is kept of it, what a page says",
        (
            "What came last, with its age; where nothing has come yet, that it is missing for now.",
            "That it does not work right now.",
        ),
        "When an outside system does not answer",
        raised=OUTSIDE,
        answered=SURVIVED,
        becomes="nfr",
        category="reliability",
    ),
    Unsaid(
        STEERED,
        30,
        "What goes on while {thing} cannot be reached?",
        "what goes on while it is gone",
        "what waits, what is done on old numbers",
        (
            "What needs it waits and says so; what runs already goes on, and nothing is changed on old numbers.",
            "It goes on with what it knew last, and says so.",
        ),
        "When an outside system does not answer",
        raised=OUTSIDE,
        answered=SURVIVED,
        becomes="nfr",
        category="reliability",
    ),
    Unsaid(
        TYPED,
        30,
        "What does a caller get when {thing} cannot be reached?",
        "what comes back when it does not answer",
        "every call that goes out, what callers must expect",
        (
            "An error that names the system and says whether trying again may help; it does not try again by itself.",
            "It tries three times by itself, and gives such an error then.",
        ),
        "When an outside system does not answer",
        raised=OUTSIDE,
        answered=SURVIVED,
        becomes="nfr",
        category="reliability",
    ),
    Unsaid(
        ALL - {"game"},
        29,
        "Is there anything that must not be sent to {thing}?",
        "whether all of it may be sent there",
        "privacy, what people agree to",
        (
            "It gets only what somebody chose for it, and they are told so the first time.",
            "All of it may be sent.",
        ),
        "What is sent to the model",
        hint=Seldom(r"\b(?:anthropic|chatgpt|claude|gemini|gpt-?\d|mistral|openai)\b"),
        raised=Seldom(
            r"\b(?:audio|chats?|code|content|conversations?|diff|documents?|e-?mails?|files?|images?|messages?|notes?|page|photos?|recordings?|text|transcripts?)\b[^.\n]{0,60}\b(?P<thing>(?:anthropic|chatgpt|claude|gemini|gpt-?\d\w*|mistral|openai)(?: (?:haiku|opus|sonnet|flash|pro))?)\b(?![ -]code\b)"
            r"|\b(?:call|pass|post|send|upload)(?:s|ed|ing)? (?:\w+ ){0,6}to (?:the )?(?P<other>(?:anthropic|chatgpt|claude|gemini|gpt-?\d\w*|mistral|openai)(?: (?:haiku|opus|sonnet|flash|pro))?)\b"
        ),
        besides=Seldom(r"\btests?\b|\bapi[- ]?keys?\b|\bclaude[ -]code\b"),
        answered=Seldom(
            r"\bprivacy\b|\bgdpr\b|\bpii\b|\banonymi[sz]|\bredact|\bconsent|\bopt[- ](?:in|out)\b|\blocal models?\b|\bpersonal data\b|\bsensitive\b|\b(?:not|never) (?:be )?sent\b"
        ),
        becomes="nfr",
        category="privacy",
        of_a_change=True,
    ),
    Unsaid(
        SERVED | {"agent", "bot", "extension"},
        28,
        "In whose name does it write to {thing}?",
        "in whose name",
        "rights, what others see there",
        (
            "In a name of its own, so that everybody sees that a program wrote it.",
            "In the name of whoever asked for it.",
        ),
        "In whose name it writes",
        raised=Seldom(
            r"\b(?:add|comment|creat|open|post|publish|push|submit|updat|writ)\w* [^.\n]{0,40}?\b(?:at|back to|in|into|on|to) (?:the )?(?P<thing>asana|confluence|github|gitlab|hubspot|jira|linear|notion|reddit|salesforce|trello|zendesk)\b"
            r"|\b(?:real|as) (?P<other>github|gitlab|jira) (?:comments?|issues?|reviews?|tickets?)\b"
        ),
        besides=Seldom(r"\bpages\b|\bpublic repositor|\brelease|\btests?\b|\bhost"),
        answered=Seldom(
            r"\boauth|\btokens?\b|\bapi[ -]?keys?\b|\bservice accounts?\b|\bbot accounts?\b|\bcredentials?\b|\bon behalf of\b|\b(?:github|gitlab) app\b"
        ),
        becomes="constraint",
    ),
    Unsaid(
        SERVED,
        27,
        "What happens to those who come when all places are taken?",
        "what happens when all places are taken",
        "a waiting list, what people are told",
        (
            "They are told that it is full; there is no waiting list.",
            "They go onto a waiting list, and the first on it is told when a place is free.",
        ),
        "When all places are taken",
        raised=Seldom(
            r"\b(?:book|enroll?|register|sign up) (?:for|into) (?:an? |the |available |open |upcoming )*(?:activit(?:y|ies)|class(?:es)?|courses?|events?|lessons?|sessions?|shifts?|trips?|workshops?)\b"
        ),
        given=Seldom(
            r"\b(?:capacity|number of (?:required |needed )?(?:participants?|places|seats|volunteers?|people)|limited (?:places|seats)|max\w* participants)\b"
        ),
        answered=Seldom(
            r"\bwait(?:ing)?[- ]?list|\boverbook|\bfirst[- ]come|\b(?:is|are) full\b|\bfully booked\b|\bsold out\b"
        ),
    ),
    Unsaid(
        SEEN | SERVED,
        26,
        "“{thing}”: what becomes of one that is not done when the next is due?",
        "what becomes of one that is not done",
        "what is counted, what people see as late",
        (
            "It stays there as overdue, beside the next one.",
            "The next one takes its place, and it counts as missed.",
        ),
        "What is not done in time",
        raised=Seldom(
            r"\b(?P<thing>(?:recurring|repeating|scheduled|periodic) (?:[\w-]+ )?(?:audits|checks|chores|inspections|jobs|rounds|tasks|visits))\b"
            r"|\b(?P<other>recurring (?:audit|check|chore|inspection|task|visit) schedules)\b"
        ),
        besides=Seldom(r"\bcron\b|\btests?\b|\bbackground\b"),
        answered=Seldom(r"\boverdue\b|\bmissed\b|\bskip|\bcarr(?:y|ied) over\b|\blate\b|\bescalat"),
    ),
    Unsaid(
        SERVED | {"bot"},
        25,
        "What becomes of a message that could not be delivered?",
        "what becomes of one that does not arrive",
        "what is tried again, who notices",
        (
            "It is tried again for a day; then it stands in a list that whoever is in charge can see.",
            "It is tried once, and people look into the product itself.",
        ),
        "What could not be delivered",
        raised=Seldom(
            r"\be-?mail (?:alerts?|confirmations?|notifications?|reminders?)\b|\b(?:get|receive|send)s? (?:an? |the )?(?:[\w-]+ ){0,3}(?:e-?mails?|reminders?|sms|text messages?)\b|\b(?:alerts?|confirmations?|notifications?|reminders?)\b[^.\n]{0,40}\b(?:by|via) (?:e-?mail|sms)\b"
        ),
        besides=Seldom(r"\bno\b|\btests?\b|\bunsubscribe"),
        answered=Seldom(
            r"\bretr(?:y|ies|ied|ying)\b|\bbounce[ds]?\b|\bundeliver|\bdelivery (?:errors?|failures?|status)\b|\bfail(?:s|ed)? to (?:send|deliver)|\b(?:failed|unsent) (?:e-?mails?|messages?|notifications?)\b|\bdead[- ]letter|\boutbox\b|\btried again\b"
        ),
        becomes="nfr",
        category="reliability",
    ),
    *OF_KEPT,
    *VAGUE,
)
