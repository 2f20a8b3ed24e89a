"""What nobody stands and waits for: what is sent, what falls due by itself, what takes long, and what is tried again later.

A word alone says little: a schedule is often something people look at, a queue a row of patients, and what is weekly a budget.
So most of these say what happens, to what, and when.
"""

# What somebody is told without having asked.
TOLD = (
    r"\b(?:gets?|receives?) (?:an? |the |their |his |her )?(?:[\w-]+ ){0,3}(?:messages?|mails?|sms|letters?|alerts?|warnings?|summar(?:y|ies)|notifications?)\b"
    r"|\b(?:is|are|be|being) (?:told|warned|alerted|informed|notified|signall?ed when)\b"
    r"|\balarms? (?:goes|go)\b"
    r"|\bhears? (?:about|of|what|when|whether|who)\b"
    r"|\b(?:gets?|receives?) (?:an?|the|their) (?:bill|certificate|confirmation|invitation|invoice|list|receipt)\b(?! (?:of|from|with) the (?:api|server))"
    r"|\b(?:go|goes|reported|submitted|transmitted) to (?:the|our|an?) (?:[\w-]+ ){0,3}"
    r"(?:accountant|authorit(?:y|ies)|bank|database|office|register|registry|server|system)\b"
    r"|\b(?:goes|go) out (?:to|by|via|through|when|at|on|every)\b"
    r"|\bwebhooks? (?:that |which )?(?:is|are) called\b"
    r"|\b(?:handed|pushed|forwarded|written back|sent back) (?:over |on )?to\b"
)
# What falls due by itself.
DUE = (
    r"\bat the (?:end|start|beginning) of (?:each|every)\b"
    r"|\bon the (?:first|last|\d+\w\w) of (?:each|every|the)\b"
    r"|\b(?:once|twice) an? (?:day|week|month|quarter|year)\b"
    r"|(?<!= )\bevery (?:(?:\d+|few|two|three|five|six|ten|twelve|fifteen|twenty|thirty|second) )?"
    r"(?:minute|hour|day|night|week|month|morning|evening|quarter|year|(?:mon|tues|wednes|thurs|fri|satur|sun)day)s?\b"
    r"|\b(?:an?|one|two|three|\d+) (?:minutes?|hours?|days?|weeks?|months?) (?:before|after) (?:the|each|an?|its|their)\b"
    r"|\bafter (?:\d+|two|three|four|five|six|seven|ten|twelve) (?:minutes?|hours?|days?|weeks?|months?|years?)\b"
    r"|\b(?:runs?|starts?|sends?|goes|closes?|ends?|expires?|repeats?|checks?|renew(?:s|ed)?) (?:\w+ ){0,2}by (?:itself|themselves)\b"
    r"|\brenew(?:s|ed)? (?:itself|themselves)\b"
    r"|\bsent later\b|\bgo out later\b"
    r"|\bin the night\b"
    r"|\bthen (?:deleted|removed)\b"
    r"|\beach (?:day|evening|hour|month|morning|night|week|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|\bin the (?:evening|night)\b|\bat (?:closing|opening) time\b|\bat (?:midnight|noon)\b"
    r"|\bbelow (?:an?|its|the) (?:limit|minimum|threshold)\b|\bruns? (?:low|out)\b"
    r"|\btried (?:again|\w+ times)\b|\bbounc"
    r"|\b(?:on|at) (?:an?|the) (?:agreed|chosen|fixed|given|planned|set) (?:date|day|hour|time)\b"
    r"|\b(?:nobody|nothing|not|no|silent|idle|inactive)\b[^.;]{0,40} for (?:\d+|[a-z]+) (?:minutes|hours|days|weeks|months)\b"
    r"|\bfor (?:each|every) new\b"
    r"|\bautomat(?:ic(?:ally)?|ed) (?:\w+ )?(?:delet|purg|expir|clos|cancel|archiv|retrain|back-?up|remind|renew)"
)
# What is done so often, where `a monthly budget` and `hourly rates` are not.
OFTEN = r"(?:nightly|hourly|daily|weekly|monthly|quarterly)"
REPEATED = (
    rf"\b{OFTEN} (?:[\w-]+ )?(?:back-?ups?|batch|brief(?:ing)?s?|checks?|clean-?ups?|crawls?|deletion|digests?|e-?mails?|exports?|imports?|jobs?"
    r"|mails?|messages?|newsletters?|notifications?|pulls?|pipelines?|refresh\w*|reminders?|retraining|runs?|scans?|syncs?|updates?)\b"
    rf"|\b(?:archived?|calculated?|checked|checks|collected|collects|computed|deleted?|export(?:s|ed)?|fetch(?:es|ed)|generate[sd]?|import(?:s|ed)"
    rf"|mail(?:s|ed)|paid out|poll(?:s|ed)|produce[sd]?|pull(?:s|ed)|recalculated?|refresh(?:es|ed)|removed?|runs?|send|sends|sent|sync(?:s|ed)|updated|written) "
    rf"(?:[\w-]+ ){{0,3}}{OFTEN}\b"
    r"(?! (?:[\w-]+ )?(?:amounts?|budgets?|costs?|fees?|goals?|instal?lments?|limits?|payments?|premiums?|prices?|rates?|rents?|repayments?|salar(?:y|ies)|targets?|views?)\b)"
    r"|\bnightly\b(?! (?:rates?|prices?|stays?|fees?))"
    r"|\b(?:runs?|running|run|starts?|started|executed?|executes|works?|pull(?:s|ed)|fetch(?:es|ed)|sent|sends?|done) (?:[\w-]+ ){0,3}(?:on|by|to) (?:an?|its|the|their) (?:[\w-]+ )?schedule\b"
    r"|\bscheduled?(?:/\w+)? (?:back-?ups?|checks?|clean-?ups?|deletion|digests?|downloads?|e-?mails?|exports?|imports?|jobs?|messages?|notifications?|posts?|publication"
    r"|publishing|purges?|refresh\w*|reminders?|reports?|retraining|runs?|scans?|scrap\w+|sending|syncs?|tasks? (?:runs?|that)|updates?)\b"
    r"|\bschedules? (?:the )?(?:delivery|publication|sending) of\b"
    r"|\bcron\b|\b(?:cron|job|task) scheduler\b|\bscheduling and (?:job )?retries\b|\bat-least-once (?:delivery|scheduling)\b"
    r"|\bwith no human trigger\b"
)
# Who is written to, and through what.
_SIGN_IN = "".join(
    f"(?<!{each} )"
    for each in ("login", "log in", "sign in", "sign-in", "signs in", "authentication", "register", "registration", "reset", "auth")
)  # fmt: skip
SENT = (
    r"\bnotif(?:y|ies|ied|ying)\b|\bnotifications? (?:is|are|when|if|to)\b|\b(?:e-?mail|push|sms) notifications?\b"
    r"|\b(?:push|send|sends|sent|deliver\w*) (?:[\w-]+ ){0,3}"
    r"(?:notifications?(?! (?:experience|settings?|preferences?|templates?|cent(?:er|re)))|messages?|alerts?|reminders?|reports?|digests?|sms)\b"
    r"|\b(?:notification|message|webhook) deliver(?:y|ies)\b|\bdelivery (?:receipts|reports)\b|\bnotifications? (?:\w+ )?be delivered\b"
    r"|\be-?mails? (?:is|are) sent\b|\be-?mails? to (?:the|all|an?|each|every)\b|\be-?mail(?:s|ed) (?:an?|the|each|every|all|them|him|her|it)\b"
    r"|\b(?:bulk|transactional|mass) e-?mails?\b|\be-?mail (?:delivery|reminders?|digests?|campaigns?|invitations?)\b|\bemailed\b|\bmailed\b"
    rf"|{_SIGN_IN}\b(?:by|via) (?:e-?mail|sms)\b(?!/| or (?:google|password|phone)|-?(?: and |/)password)"
    r"|\btext messages?\b|\bremind(?:s|ed|ing)?\b|\breminders? (?:is|are|go|goes|come|comes|before|when|by|to|via)\b|\breminders? twice\b|\b\d reminders\b"
    r"|\b(?:automatic|automated|e-?mail|push|sms|ops) (?:[\w-]+ )?alerts?\b|\balert(?:s|ed)? (?:is|are|when|if|by|via|through)\b|\balert (?:on|the|me|us)\b"
    r"|\b(?:send|deliver|fire|post|call|forward|push)\w* (?:[\w'’-]+ ){0,3}?webhooks?\b|\bwebhook processing\b|\bpushed to\b"
)
# Work that waits in a row, or goes on beside everything else.
WAITING = (
    r"\bin the background\b|\bbackground (?:jobs?|process\w*|refresh|tasks?|work(?:ers?)?)\b"
    r"|(?<!rendered )(?<!loaded )(?<!loads )\basynchronous(?:ly)?\b(?! (?:with the page|i/o|api|function|rendering))"
    r"|\basync (?:jobs?|pipelines?|process\w*|queues?|tasks?|workers?)\b"
    r"|\b(?:async\w*|background|dead[- ]letter|delivery|download|e-?mail|export|import|job|message|notification|outgoing|retry|send|sync|task|transfer|upload|work) queues?\b"
    r"|\b(?:jobs?|messages?|tasks?|events?|work|e-?mails?|notifications?|requests?) (?:[\w-]+ ){0,4}(?:from|in|into|on|onto|to) (?:an?|the) (?:[\w-]+ )?queues?\b"
    r"|\b(?:is|are|be|been|gets?) (?:[\w-]+ )?queued\b|\bqueued,|\bqueues? (?:jobs?|messages?|e-?mails?|notifications?|work)\b"
    r"|\b(?:lose|lost|enqueue\w*|retry) (?:[\w-]+ )?jobs?\b|\bjob retries\b|\bjobs? (?:is|are) (?:idempotent|queued|resumed|retried)\b"
)
# What failed and is done again without anybody asking.
RETRIED = (
    r"\b(?:deliver\w*|jobs?|e-?mails?|messages?|notifications?|sends?|sending|sync|webhooks?)\b[^.;]{0,60}\bretr(?:y|ies|ied|yable)\b"
    r"|\bretr(?:y|ies|ied|yable) (?:[\w-]+ ){0,3}(?:deliver\w*|events|jobs?|messages?|notifications?|webhooks?|sends?)\b"
    r"|\bretr(?:y|ies|ied)\b[^.;]{0,30}(?:\bback-?off\b|\bfor (?:an?|\d+) (?:hours?|days?)\b|\blater\b)"
    r"|\bback-?off\b"
)
# What is taken over or handed out in one go, or kept the same in two places.
_MUCH = r"(?:csv|excel|xlsx?|xml|spreadsheets?|statements?|files?|feeds?|ftp|s?ftp|api|web|urls?|catalog(?:ue)?s?|shops?|portals?|systems?)"
EXCHANGED = (
    rf"\b{_MUCH}(?:/{_MUCH})? imports?\b(?! (?:statement|path|map))|\b(?:bulk|mass|batch|nightly) (?:imports?|exports?)\b"
    r"|\bimport(?:s|ed|ing)?\b(?! (?:statements?|paths?|maps?|aliases|declarations?|these|github|the (?:component|module|package|type)s?)\b)(?!/)"
    r" (?:an? |all |one |the |their |its )?(?:[\w-]+ ){0,4}(?:from(?! an? (?:[\w-]+ )?file)|via|of|every|into|out of|files|csvs?|sheets?|records|books)\b"
    r"|\b(?:is|are) (?:\w+ )?imported\b"
    r"|\bin bulk\b|\bbulk[- ](?:e-?mail\w*|download\w*|import\w*|export\w*|invit\w+|messag\w+|send\w*|transcri\w+|upload\w*)"
    r"|\bbatch(?:es)? (?:[\w-]+ )?(?:convert\w*|data|export\w*|import\w*|jobs?|pipelines?|process\w*|runs?|upload\w*)\b|\bin batches\b|\bbatch-quer"
    r"|(?<!a/v )(?<!lip-)(?<!lip )(?<!quick )(?<!camera )(?<!frame )(?<!v-)(?<!clock )(?<!audio )(?<!video )(?<!in )(?<!out of )(?<!future )(?<!lan )(?<!/)"
    r"\bsync(?:s|ed(?! data)|ing|hroni[sz]\w*)?\b(?! (?:complexity|i/o|specs?|or async|vs)|/|, would)"
)
# What a machine needs a while for.
HEAVY = (
    r"\bgenerat\w+ (?:[\w-]+ ){0,3}(?:pdfs?|invoices?|exports?|summar(?:y|ies)|narratives?|videos?|thumbnails?|embeddings?)\b"
    r"|\bcrawl|\btranscod|\bre-?train(?:s|ed)?\b|\bretraining (?:jobs?|of|runs?)\b|\b(?:video|audio) (?:encoding|processing|rendering|transcription)\b"
    r"|(?<!not )(?<!no )\bpolling\b(?! (?:place|station|unit))|\bpolls? (?:every|for new|the)\b"
)
ABROAD = r"通知|发送|批量导[入出]|定时|导入|导出|benachrichtig|erinner|versend|envo[iy]|rappel|aviso|notifica(?:r|ci)|уведомл|알림"
LATER = f"{SENT}|{REPEATED}|{WAITING}|{RETRIED}|{EXCHANGED}|{HEAVY}|{TOLD}|{DUE}|{ABROAD}"
