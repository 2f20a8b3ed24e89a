"""How people say what is not to be built: `no ads`, `I wouldn't do PDF now`, `refunds stay in SAP`."""

import re

from agents.builtin.reader.words import nature_abroad
from agents.builtin.reader.words.occurring import occurring

# `Refunds stay in SAP`, `invoicing remains with the finance team`: others go on doing it.
STAYS_ELSEWHERE = (
    r"^[\w'’ -]{3,50}? (?:stays?|remains?|will (?:stay|remain)) (?:in|with) (?:the |our )?"
    r"(?:sap|excel|salesforce|datev|outlook|navision|dynamics|odoo|hubspot|xero|quickbooks|workday|personio|erp|crm|pim"
    r"|accounting|finance|procurement|hr|(?:[\w-]+ ){1,2}(?:team|department|office|management)"
    r"|(?:old|existing|current|legacy) (?:[\w-]+ )?(?:systems?|tools?|software|programs?))\b"
)
# `GPS tracking -> the works council says no`, `reviews: rejected`; what happens in a case is no refusal.
REFUSED = re.compile(
    r"^(?!(?:on|if|when|whenever|upon|after|in case|once)\b)[^.]{3,120}?(?:->|→|=>|[,:;–—]|\s-|\bbut)\s+"
    r"(?:(?:the |our |my )?(?:[\w'’-]+ ){1,4}(?:(?:says?|said) no|refuse[sd]?|reject(?:s|ed)(?: (?:it|that|this))?|veto(?:es|ed)(?: (?:it|that|this))?"
    r"|(?:is|are|was|were) against(?: (?:it|that|this))?|(?:does not|doesn['’]t|won['’]t) (?:want|allow) (?:it|that|this)|turn(?:s|ed) (?:it|that|this) down)"
    r"|(?:dropped|rejected|vetoed|turned down|refused|scrapped|abgelehnt|verworfen|rejeté|rechazado))\W*$",
    re.IGNORECASE,
)
STAYS = re.compile(STAYS_ELSEWHERE, re.IGNORECASE)
EXCLUDED = occurring(
    r"^(?:not|do not|don['’]t(?: do)?|nicht)\s*[:：] ?\w|\bout[- ]of[- ](?:(?:the|this|our) )?(?:\w+ )?scope|^[\w -]{2,40}: not (?:needed|necessary|required|wanted) (?:for|in|now|yet)\b"
    r"|\b(?<!that )(?<!which )(?<!who )(?:will|does|do|shall) not "
    r"(?:include|support|target|cover|be (?:included|supported|part|covered))"
    r"|\b(?:will|does|do|shall) not (?!(?:be able|change|lose|break)\b)[^;:]{3,110}\b(?:in|within|for|during|as part of) (?:this|the|our) "
    r"(?:(?:first|initial|current|present|beta|pilot) )*(?:release|version|iteration|mvp|v1|launch|prototype|proof of concept|poc)\b"
    r"|\bwon['’]t (?:include|support|be (?:included|supported|part))"
    r"|\bnot (?:supported|included|part of|in scope|planned)\b(?! until)"
    r"|\((?:[^()]{0,40} )?not (?:implemented|built|available|done) (?:in|for) (?:v\d\S*|the (?:mvp|first version)|this version)\)"
    # `It is not intended to be a full rebuild`, `Complement, not replace, the till`, `No need to redesign the letters`
    r"|\b(?:is|are) not (?:intended|meant|supposed|designed) to (?:be|become|replace)\b|^complements?,? (?:and |but )?(?:not|rather than|does not) replac"
    r"|^(?:there is )?no need (?:to|for) (?!log|sign|regist|install|enter|wait|ask|pay|call|be\b|have\b)\w"
    r"|\bexplicitly (?:excluded|rejected|not)|^non-goals?\b|\bnon-concern\b|\b(?:is|are|as|an?|remains?) (?:\w+ )?non-goals?\b|\b(?:is|are) excluded(?=[.;,]|$)|^(?:however, )?there (?:is|are|will be) no (?:ui|screens?|pages?|user interface) for\b"
    r"|^(?:there (?:is|are|will be) )?no (?:[a-z-]+ )?(?:support|consideration|provisions?) (?:for|of)\b"
    r"|\b(?:we|i) (?:do not|don['’]t|won['’]t|will not) "
    r"(?:want|need|plan|build|support|include|offer|do|have|add|ship|cover|touch|handle|manage|deal with|care about)\b"
    r"|^[\w -]{2,40} stays? (?:untouched|unchanged|as (?:it|they) (?:is|are)|as[- ]is)\W*$"
    r"|\bwe (?:won['’]t|will not) (?!be\b|ever\b|store\b|share\b|sell\b|log\b|keep\b|track\b|collect\b|lose\b|tolerate\b|accept\b|pay\b"
    r"|spend\b|expose\b|send\b|know\b|see\b|use\b)[a-z]+"
    # `No title bar required`; `No account required` is a function of whoever has none.
    r"|^no (?!.{0,60}\b(?:account|sign|log-?in|regist|configur|set-?up|install|training|password|credit|card|internet|network|connect|download"
    r"|keys?\b|tokens?\b|back-?end|server|database|build|framework|npm|cloud|dependenc|librar|service|knowledge|experience|cod|manual|user action|permission|app\b))[\w ,/-]{3,60} (?:required|needed|necessary)"
    r"(?: currently| for now| yet| at this (?:time|stage|point))?\W*$"
    r"|^no [\w -]{2,40}\b(?:for now|for the moment|at first|in (?:v1|the first version|this version))\b(?=[,;.(]|$)"
    r"|^no [\w ,/&-]{2,100}\((?:for now|for the moment|at first|yet|in (?:v1|the mvp|the first version|this version))\)\W*$"
    r"|\b(?:does not|doesn['’]t|do not|don['’]t) (?:have|need) to be (?:perfect|pretty|fancy|beautiful|fast|exact|precise|accurate|complete"
    r"|polished|scalable|configurable)\b"
    r"|\b(?:is|are) not (?:needed|wanted|required) (?:in|for|yet|now)\b"
    r"|\b(?:should|must|shall|will|need) not be (?:in|part of|built in|included in) (?:the|this|our) (?:[\w-]+ ){0,3}"
    r"(?:version|release|mvp|scope|slice|iteration|phase)\b"
    r"|\b(?:outside|beyond) (?:the|this|our) (?:[\w-]+ ){0,2}(?:scope|slice|mvp|version|release)\b"
    rf"|{STAYS_ELSEWHERE}"
    r"|^no [\w -]{2,40}[,;:–—-] .{2,40}\b"
    r"(?:(?:does|do|handles?|takes care of) (?:that|this|it|them|those)"
    r"|(?:is|are) (?:sold|done|handled|managed|made|paid|settled) (?:at|in|by|elsewhere|outside|on))\b"
    # `Cut without a tear: the map, the shop`, `Dropped: the map`
    r"|^(?:cut (?:for now|for good|without [a-z]+(?: [a-z]+)?|from (?:the )?(?:scope|mvp|v1|plan|first version)|entirely|completely)|dropped|scrapped|axed|struck"
    r"|gestrichen|abandonné|descartad[oa]s?)(?: (?:for now|entirely|completely))?\s?[:：] ?\w"
    r"|^(?:the |this |our )?(?:(?:first|initial|current) )?(?:versions?|releases?|mvp|v\d|scope|iteration|phase|pilot|beta|project|prototype)(?: \d[\d.]*)? "
    r"(?:explicitly |deliberately )?(?:excludes?|leaves? out|omits?)\b"
    # `I wouldn't do PDF now`, `we can live without ratings`, `we can skip the map`
    r"|\b(?:we|i) (?:wouldn['’]t|would not|needn['’]t|(?:do not|don['’]t) (?:have|need) to) (?:even )?"
    r"(?:do|build|add|support|offer|bother|include|start|touch|worry|care|cover|handle|spend)\b"
    r"|\b(?:we|i) can (?:do|live) without\b|\b(?:we|i) can (?:skip|drop|ignore|forget|leave out)\b"
    r"|\b(?:please )?(?:skip|forget|leave out|ignore) [\w ,/-]{2,60} (?:for (?:now|v1|the moment|the first version)|at first|completely|entirely)\W*$"
    # `No card payments, a link is fine`
    r"|^(?:and )?no [\w -]{2,40}[,;:–—-] .{2,60}\b(?:is|are) (?:fine|enough|ok(?:ay)?|good enough|sufficient|all we need)\W*$"
    # `leave that out`, `windows nobody uses, skip it`, `nor do I want a chat`, `also not the damage claims`
    r"|\bleave (?:that|this|it|them|those) out\b|[,:;] (?:so )?(?:please )?skip (?:it|that|this|them|until\b)"
    r"|^(?:nor|neither) (?:do|would|will|should) (?:i|we) \w|^(?:also|and) not (?:the |an? |any )?(?!only\b|to\b|be\b)\w"
    # `Boats are Ute's topic`, `that is a different project`, `doesn't create the tag, another tool does that`
    r"|\b(?:is|are|stays?) (?-i:[A-Z])[\w-]+['’]s (?:topic|job|business|task|project|turf|baby|thing)\b"
    r"|(?:\b(?:is|are)|['’]s|[,:–—-]) (?:an? (?:different|separate|other)|another|some other) (?:project|fight|story|topic|team|ticket|discussion|product|beast)\b"
    r"|^.{5,60}[,;:–—(-] ?(?:an?other|the other|other|our|the|an existing) [\w -]{2,30} (?:already )?(?:does|do|handles?|takes care of) (?:that|this|it|them)\b"
    r"|\b(?:isn['’]t|is not|aren['’]t|are not) (?:being )?touched\b"
    # `No, we have Acme for that`
    r"|\bno,? (?:we|they) (?:already )?(?:have|use) [\w .-]{2,40} for (?:that|this|it|them)\b"
    rf"|{nature_abroad.EXCLUDED}"
)
# `The desk does not own:`
LEFT_TO_OTHERS = re.compile(
    r"\b(?:does|do|will|shall) not (?:own|do|handle|manage|provide|contain|replace|become|build|solve|address)\b[^:：]{0,40}[:：]$",
    re.IGNORECASE,
)
# `The app is not:`, `Do not introduce:`
IS_NOT = re.compile(
    r"\b(?:(?:is|are) (?:explicitly |deliberately )?not|isn['’]t|aren['’]t)(?: an?)?\s?[:：]$"
    r"|^(?:please )?(?:do not|don['’]t|never|avoid) (?:introduc|add|build|includ|implement|creat|ship|becom)(?:e|ing)?\b[^.]{0,30}[:：]$",
    re.IGNORECASE,
)
