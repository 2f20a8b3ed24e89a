"""What binds those who make a product: what they owe whoever orders it, what it may cost, and when the work begins and ends."""

from agents.builtin.reader.words.occurring import occurring

_BINDS = r"(?:shall|must|will|should|is to|are to|has to|have to|needs? to)"
_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:tember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_HANDED = r"(?:training|documentation|manuals|support|maintenance|an? warranty|warranty|hosting|(?:the |all )?source code|an? (?:project|work) (?:plan|manager))"
_MONEY = r"(?:\d[\d.,]* ?(?:eur|usd|gbp|chf|€|\$|£|k\b|euros?|dollars|pounds|francs)|(?:eur|usd|gbp|chf|[€$£]) ?\d)"
# `The contractor shall hand over the source code`; a vendor or a supplier may be somebody whom the product is about.
OWED = occurring(
    rf"^(?:the |our )?(?:(?:selected|chosen|successful) )?(?:contractors?|bidders?|tenderers?|agency|consultants?) {_BINDS} "
    r"(?:also )?(?:deliver|hand over|train|document|warrant|guarantee|maintain|assign|provide|submit|sign|report)\b"
    rf"|^(?:the |our )?(?:(?:selected|chosen|successful) )?(?:vendors?|suppliers?|(?:service )?providers?) {_BINDS} "
    rf"(?:also )?(?:deliver|hand over|provide|offer|include) {_HANDED}\b"
)
# `The total price shall not exceed 25,000 EUR`
CAPPED = occurring(
    r"^(?:the )?(?:(?:total|overall|fixed|maximum|annual|monthly|yearly|project|running|hosting) ){0,2}(?:prices?|costs?|budget|fees?|spending) "
    rf"(?:must|shall|should|may|will|is|are|can)(?: not)? (?:to )?(?:exceed|be (?:below|under|at most|no more than|less than|capped|limited)|capped|limited|stay (?:below|under))\b.{{0,30}}{_MONEY}"
)
# `Work starts on 1 September and ends on 15 December`
BEGINS = occurring(
    r"^(?:the )?(?:work|project|contract|development|implementation|pilot|engagement)\b.{0,12}\b"
    r"(?:starts?|begins?|ends?|runs?|lasts?|finishes)\b.{0,30}"
    rf"(?:\b\d{{1,2}}(?:st|nd|rd|th|\.)? (?:of )?{_MONTH}\b|\b{_MONTH} \d|\bq[1-4]\b|\b\d{{4}}-\d\d|\b\d+ (?:weeks|months)\b)"
)
# `The CMS shall be open source`, `Hosting shall be provided by us`
GIVEN = occurring(
    rf"\b{_BINDS} be (?:free and )?open[- ]sourced?\b|^(?:the )?hosting {_BINDS} be\b|\b{_BINDS} be hosted (?:in|within|by|with|at)\b"
)
# `We should register the domain`, `This proposal will be updated`: what is done by those who make it, and with its papers.
PREPARED = occurring(
    rf"^(?:we|the team) {_BINDS} (?:also )?(?:register|buy|purchase|rent|apply for|obtain|order|sign up for|reserve) (?:an? |the |our )?"
    r"(?:[\w.`-]+ ){0,3}(?:domains?|accounts?|licen[cs]es?|certificates?|servers?|subscriptions?|trademarks?|hardware)\b"
    rf"|^this (?:document|proposal|spec(?:ification)?|prd|rfc|[a-z]{{2,4}}) {_BINDS} be (?:updated|kept|maintained|reviewed|revised)\b"
)


def binds_makers(text: str) -> bool:
    """Whether a sentence says what those who make the product have to keep to."""
    return bool(
        OWED.search(text)
        or CAPPED.search(text)
        or BEGINS.search(text)
        or GIVEN.search(text)
        or PREPARED.search(text)
    )
