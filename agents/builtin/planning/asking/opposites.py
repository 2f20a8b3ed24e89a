"""Statements that cannot both hold: a strict demand, and one that breaks it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from agents.builtin.planning.asking.contradiction import Contradiction, between
from agents.builtin.planning.entries import Entries
from agents.builtin.reader.words.clouds import NO_CLOUD, RENTED
from agents.builtin.reader.words.occurring import occurring
from agents.builtin.seldom import Seldom
from agents.schemas.requirements import Statement


class Opposite(NamedTuple):
    """A strict demand, what would break it, and what to take when nobody answers."""

    about: str
    strict: str
    loose: str
    changes: str
    options: tuple[str, str]
    # What breaks it beyond doubt; where some statement does, that one is told.
    surely: str = ""
    # Words beside which the strict demand holds only for some cases.
    unless: str = ""


OPPOSITES = (
    Opposite(
        "whether data may leave the device",
        r"\b(?:entirely|exclusively|only|100%|strictly) "
        r"(?:on[- ]device|local(?:ly)?|on the (?:user's )?device)"
        r"|\bnever leaves? the device|\bno (?:external apis?|cloud|network|internet)\b|\bzero network"
        r"|\bno data is (?:ever )?sent|\b(?:no data|nothing) (?:ever )?leaves? (?:the|their|his|her|this) (?:device|phone|machine|computer)"
        r"|\b(?:stored|kept|saved|stays?|remains?) (?:\w+ )?on (?:the|their|his|her) (?:phone|device|machine) only\b"
        r"|\bonly (?:stored |kept |saved )?on (?:the|their) (?:phone|device)\b"
        r"|\boffline only\b|\bnothing is (?:ever )?(?:stored|saved|kept) on (?:an? |any |the |our )?servers?\b",
        r"\b(?:firebase|firestore|supabase|postgres(?:ql)?|mysql|mariadb|mongodb|sql server)\b"
        r"|\b(?:all|every|other) (?:[\w'’]+ ){0,2}?(?:devices|phones)\b|\bon (?:their|his|her) own (?:phone|device)\b"
        r"|\bcloud\b|\bcurrency conversion|\bexternal api\b|\bserver[- ]side|\bsync(?:s|ed)? (?:to|with)"
        r"|\bmanaged .{0,20}endpoint"
        r"|\bsends? .{0,40}\bto (?:a |the )?(?:server|openai|google|gemini|claude)",
        "where work is done, privacy, cost",
        (
            "Nothing leaves the device unless its owner asks for it each time.",
            "Outside services may be used where the PRD names them.",
        ),
        r"\b(?:sends?|sent|uploads?|uploaded|transmit(?:s|ted)?|posts?|posted) (?:\w+ ){0,4}?to "
        r"(?:an? |the )?(?:\w+ )?(?:server|cloud|api|openai|google|gemini|claude|gpt\S*|aws|azure)\b",
        r"\b(?:own|our|in-house) (?:[\w-]+ )?(?:servers?|hardware|machines?|data ?cent(?:er|re))\b|\bself-?hosted\b|\bon-?prem"
        r"|\bcached?\b|\bsubsequent\b|\bby default\b|\b(?:when|if|while|with|during) (?:there is )?no (?:cloud|network|internet)\b",
    ),
    Opposite(
        "whether it works without a connection",
        r"\b(?:works?|usable|available|functions?|runs?|operates?) (?:fully |completely |entirely |even )?"
        r"(?:offline|without (?:an? )?(?:internet|network|connection))"
        r"|\b(?:not|without) (?:require|need|requiring|needing) (?:any )?(?:network|internet)(?: access| connection)?\b"
        r"|\boffline[- ](?:first|only|capable|support)|\bfully offline|\bfunktioniert offline"
        r"|\bohne internet",
        r"\brequires? (?:an? )?(?:constant |permanent |active |stable |working |reliable )?"
        r"(?:internet|network|online)(?: connection)?\b"
        r"|\balways[- ]online|\bonline[- ]only|\bneeds? (?:an? )?(?:internet|network) connection"
        r"|\bdownloads? .{1,40}\bfrom (?:github|the (?:internet|network|web|server))\b"
        r"|\bno offline\b|\bmust be connected|\bconstant connection",
        "where data is kept, what happens when two devices changed the same",
        ("It works without a connection and brings things in step later.", "It needs a connection."),
    ),
    Opposite(
        "whether people have accounts",
        r"\bno (?:user )?(?:accounts?|sign[- ]?(?:in|up)|log[- ]?in|registration)\b"
        r"(?! (?:is |are )?(?:needed |required |necessary )?(?:to|for)\b)"
        # `a visitor without an account signs up` tells of one who has none yet.
        r"|(?<!user )(?<!users )(?<!visitor )(?<!visitors )(?<!person )(?<!somebody )(?<!someone )(?<!customer )"
        r"\bwithout (?:an? )?(?:account|registration|sign(?:ing)?[- ]?(?:in|up)|log(?:ging)?[- ]?in)"
        r"|\banonymous(?:ly)? only|\bsin registrarse|\bohne anmeldung",
        r"\b(?:users?|members?|customers?|people|everybody|each user|clientes?) "
        r"(?:must|shall|have to|need to|can|deben?) (?:first )?"
        r"(?:sign (?:in|up)|log in|register|create an account|registrarse|iniciar sesi[óo]n)"
        r"|\bonly the (?:person|user|member|one|owner|author|creator)s? (?:who |that )?(?:[\w'’]+ ){0,4}?(?:can|may) "
        r"|\blog ?in (?:is )?(?:required|mandatory)|\bauthenticated users? only"
        r"|\bonly (?:registered|signed-in|authenticated)"
        r"|^(?:all |every |each |the )?(?:users?|members?|people|everybody|everyone|customers?|staff|employees?|admins?|operators?|visitors?|guests?|students?|teachers?|volunteers?"
        r"|patients?|parents?|managers?|drivers?|clerks?|players?) (?:signs?|logs?) (?:in|up|on)\b",
        "access, data model",
        ("Nobody needs an account for it.", "People have accounts and sign in."),
    ),
    Opposite(
        "whether people can register themselves",
        r"\b(?:no|without) (?:public |open )?(?:self[- ]?)(?:registration|sign[- ]?up)"
        r"|\b(?:users?|members?|students?|employees?|people) (?:cannot|can['’]t|must not|may not|do not) "
        r"(?:register|sign up|create (?:an |their own )?accounts?)"
        r"|\b(?:accounts?|users?) (?:are|is|can be|must be|will be) (?:only )?"
        r"(?:created|imported|added|registered|invited) (?:only )?by (?:an? |the )?"
        r"(?:admin\w*|teachers?|operators?|managers?|staff)"
        r"|\binvit(?:e|ation)[- ]only\b|账号不可以由用户|不(?:允许|支持|开放)(?:用户)?(?:自行|自主)?注册"
        r"|\bkeine (?:selbst|öffentliche )registrierung",
        r"\b(?:users?|members?|students?|people|visitors?|customers?|anyone|guests?) "
        r"(?:can|may|must|shall|should|will be able to) (?:first |also )?"
        r"(?:register|sign up|create (?:an |their own )?account)"
        r"|\bself[- ]registration\b|\bopen registration\b|用户(?:可以|能够|可)?(?:自行|自主)?注册|(?<!不)注册(?:账号|流程)",
        "access, the first screens",
        ("Accounts are made for people; nobody registers alone.", "People register themselves."),
    ),
    Opposite(
        "which phones it runs on",
        r"\b(?:ios|iphone|ipad)[- ]only\b|\bonly (?:on|for) (?:ios|iphones?|ipads?)\b|\bno android\b"
        r"|\bandroid (?:is|will be) (?:not supported|out of scope|excluded)",
        r"\bgoogle play\b|\bplay store\b|\bios\b.{0,12}(?:and|&|/|,)\s?android\b|\bandroid\b.{0,12}(?:and|&|/|,)\s?ios\b"
        r"|\b(?:runs?|works?|available|published|supports?|released|support) (?:\w+ ){0,2}?"
        r"(?:on |for |in )?(?:the )?(?:android|google play)\b",
        "toolkit, testing, cost",
        ("iOS only.", "iOS and Android."),
    ),
    Opposite(
        "whether it is for phones too",
        r"\bdesktop[- ]only\b|\bonly (?:on|for) desktops?\b|\bno mobile (?:support|version|layout|view)\b"
        r"|\bmobile (?:is|will be) not supported",
        r"\bmobile[- ](?:first|friendly|optimi[sz]ed|responsive)\b"
        r"|\b(?:works?|usable|runs?|displays?) (?:\w+ )?on (?:mobiles?|phones?|smartphones?)\b"
        r"|\bresponsive (?:design|layout|ui|web)\b.{0,40}\bmobile",
        "layout, testing",
        ("It is for desktops.", "It is usable on phones too."),
    ),
    Opposite(
        "which languages it speaks",
        r"\b(?:english|german|french|spanish)[- ]only\b|\bonly (?:in )?(?:english|german|french|spanish)\b"
        r"|\b(?:no|without) "
        r"(?:multi-?lingual|multi-?language|internationali[sz]ation|i18n|locali[sz]ation)\b"
        r"|\bsingle language\b",
        r"\bmulti-?lingual\b|\bmultiple languages\b"
        r"|\b(?:support\w*|offers?|provides?) (?:for )?"
        r"(?:internationali[sz]ation|i18n|locali[sz]ation|multi-?language)"
        r"|\b(?:two|three|four|five|several|\d+) languages\b"
        r"|\b(?:available|offered|translated|speaks?|shown|supports?|displayed|localized|localised)\b.{0,20}"
        r"\b(?:english|german|french|spanish|italian|dutch)(?:,| and| or|/) ?"
        r"(?:english|german|french|spanish|italian|dutch|japanese|chinese|polish)\b",
        "every text, testing",
        ("One language.", "Several languages."),
        unless=r"\bprogramming\b|\bfor now\b",
    ),
    Opposite(
        "whether it shows advertising",
        r"\bno (?:\w+ )?ads?\b|\bad[- ]free\b|\bwithout (?:any )?(?:ads|advertis\w+)\b|\bno advertis\w+",
        r"\b(?:shows?|display\w*|banner|video|rewarded|interstitial|in-app|serves?) (?:\w+ )?"
        r"(?:ads|advertisements)\b"
        r"|\bads? (?:revenue|supported|monetization)\b|\bad-supported\b",
        "money, privacy, which parts of others are used",
        ("It shows no advertising.", "It shows advertising."),
        unless=r"\b(?:premium|pro|paid|paying|subscri\w+|upgrad\w+|remov\w+|blocker|plus)\b",
    ),
    Opposite(
        "where it runs",
        r"\bon[- ]prem(?:ises?)?\b|\bself[- ]hosted (?:only|on)"
        r"|\b(?:hosted|run|runs|deployed|operated|gehostet|betrieben) (?:only )?"
        r"(?:locally|on (?:our|a|the) (?:own |local )?servers?|lokal|auf einem lokalen)"
        r"|\blokal(?:en|er)? (?:gehostet|server)|"
        rf"{NO_CLOUD}",
        r"\b(?:hosted|deployed|runs?|running|stored|kept|database) (?:on|in|at) (?:the )?"
        r"(?:aws|azure|gcp|google cloud|vercel|heroku|netlify|cloud)\b"
        r"|\b(?:aws|azure|google cloud|gcp)[- ](?:hosted|database|sql|datenbank|cloud)"
        r"|\bcloud[- ](?:native|hosted|based)\b|\bazure\b"
        rf"|\b(?:hosting|infrastructure|platform|cloud|deployment|database|backend|server)(?: provider)?(?:: | is | on | in ){RENTED}",
        "hosting, cost, who operates it",
        ("It runs on machines of our own.", "It runs in the cloud the PRD names."),
    ),
    Opposite(
        "in which countries data is kept",
        r"\b(?:stored|kept|hosted|processed|stays?|remains?|reside) (?:only |exclusively )?(?:in|within|inside) (?:the )?"
        r"(?:eu|european union|europe|germany|switzerland)\b|\bnever leaves? (?:the )?(?:eu|europe|germany|switzerland)\b"
        r"|\b(?:eu|german|swiss|european)[- ](?:only )?(?:hosting|data residency|data cent(?:er|re)s?)\b",
        r"\bus-(?:east|west)-\d\b|\bap-\w+-\d\b|\b(?:in|to) (?:the )?(?:us|usa|united states)\b(?! (?:market|dollar))",
        "hosting, what the law allows",
        ("Data stays where the strict sentence says.", "Data may be kept elsewhere too."),
    ),
    Opposite(
        "whether data goes to others",
        r"\b(?:not|never)(?: be)? (?:shared?|sell|sold|passed on|given|transferred|disclosed?)\b.{0,60}\bthird[- ]part(?:y|ies)"
        r"|\bno (?:\w+ )?data (?:is|are|will be|may be) (?:shared|sold|passed on)",
        r"\bgoogle analytics\b|\bfacebook pixel\b|\bmixpanel\b|\bhotjar\b"
        r"|\b(?:sold|shared|sent|passed on) (?:to|with) (?:\w+ )?(?:partners|advertisers|sponsors|third parties)\b",
        "privacy, consent",
        ("No data goes to others.", "Data goes to those that the PRD names."),
    ),
    Opposite(
        "whether it needs JavaScript",
        r"\bwithout javascript\b|\bno javascript\b|\bjavascript (?:is )?(?:disabled|turned off)\b",
        r"\b(?:react|vue|angular|svelte)\b|\bsingle-page app",
        "how every page is made",
        ("It works without JavaScript.", "Its pages are made with JavaScript."),
        unless=r"\b(?:react native|backend)\b",
    ),
    Opposite(
        "whether personal data is kept",
        r"\bno personal (?:data|information)\b(?! (?:is |are )?(?:shared|sold|leaves?))"
        r"|\b(?:does|do|must|shall|will)(?: not|n['’]t) (?:store|collect|keep|save|process) (?:any )?personal (?:data|information)",
        r"\b(?:stores?|saves?|keeps?|collects?|records?|asks? for)\b.{0,40}\b"
        r"(?:names?|e-?mail address(?:es)?|phone numbers?|addresses|birth ?dates?)\b"
        r"|\b(?:names?|e-?mail(?: address(?:es)?)?|phone numbers?|birth ?dates?)\b.{0,40}\b"
        r"(?:(?:is|are) )?(?:stored|saved|kept|collected|recorded)\b",
        "the data model, what the law asks for",
        ("No personal data is kept.", "The personal data that the PRD names is kept."),
    ),
    Opposite(
        "what it may cost to run",
        r"(?<![\d.,])(?:0|zero|no) (?:euros?|dollars?|eur|usd|pounds|running costs?|monthly costs?)\b"
        r"|(?<![\d.,])(?:[€$]|CHF ?)0(?: (?:a|per) month|/month)\b|\bcosts? nothing (?:to run|to operate)",
        r"\b(?:gpt-?[\w.]*|openai|claude|gemini|google maps|mapbox|twilio|sendgrid|algolia|datadog)\b"
        r"|\bpaid (?:api|service|plan|tier)s?\b",
        "which services it may use",
        ("Nothing that is paid for is used.", "What the PRD names may be paid for."),
    ),
    Opposite(
        "whether it costs money",
        r"\b(?:completely|entirely|always|forever|100%) free\b|\bfree of charge\b"
        r"|\bno (?:paid|premium) (?:plans?|tiers?|features?)|\bkostenlos\b",
        r"\bpaid (?:plan|tier|subscription|version|feature)s?\b"
        r"|\bpremium (?:plan|tier|subscription|features?)\b|\bsubscription (?:fee|plan|price)s?"
        r"|\bin-app purchases?|\bper month\b.{0,20}[$€£]|[$€£]\s?\d+",
        "payment, accounts, what is built first",
        ("Nothing is charged for.", "Some of it is paid for."),
    ),
    Opposite(
        "whether one person uses it or several",
        r"\bsingle[- ]user\b|\bonly one user\b|\bno (?:multi-?user|collaboration|sharing)\b",
        r"\bmulti(?:ple)?[- ]users?\b|\b(?:several|many|other) users? (?:can|may|must)"
        r"|\bcollaborat(?:e|es|ion|ively)\b"
        r"|\bshar(?:e|es|ed|ing) (?:\w+ ){0,3}with (?:other|team|friend|famil)",
        "data model, access",
        ("One person uses it.", "Several people use it and may share things."),
    ),
    Opposite(
        "whether it builds on other people’s programs",
        r"\b(?:no|without|zero) (?:external|third[- ]party|outside) "
        r"(?:dependenc\w+|librar\w+|services?|programs?|tools?)"
        r"|\b(?:must|shall|should|may|does|do|will)(?: not|n['’]t) (?:use|rely on|depend on|require|call) (?:any )?"
        r"(?:external|third[- ]party|outside) (?:dependenc\w+|librar\w+|services?|programs?|tools?)"
        r"|不依赖外部程序|\bno dependencies\b",
        r"\b(?:calls?|invokes?|uses?|requires?|depends on|relies on|through|via) (?:an? |the )?"
        r"(?:external|third[- ]party|system'?s?) (?:api|service|librar\w+|program|tool|command)s?\b"
        r"|\b(?:through|via|by|with|uses?|using|to) "
        r"(?:stripe|paypal|adyen|mollie|twilio|sendgrid|mailgun|auth0|google maps|mapbox|openai|algolia"
        r"|cloudinary)\b"
        r"|xdg-open|调用系统",
        "what has to be installed, licences",
        ("It stands alone.", "It may use what the PRD names."),
    ),
)
PATTERNS = tuple(
    (
        pair,
        occurring(pair.strict),
        (occurring(pair.loose), Seldom(pair.loose, re.IGNORECASE)),
        occurring(pair.surely or pair.loose),
        Seldom(pair.unless or r"(?!)", re.IGNORECASE),
    )
    for pair in OPPOSITES
)
# Most statements are strict about none of it, which is seen sooner of all words together.
STRICT = occurring("|".join(pair.strict for pair in OPPOSITES))
# The criteria of a story stand at most so many lines below it.
BELOW = 60
# A sentence that says no, or leaves it to the reader, breaks no strict demand.
SOFT = re.compile(
    r"\boptional|\bopt[- ]in|\bavoid|\bunlike\b|[- ]dependent\b|\bno\b|\bnever\b|\bwithout\b|\bnot\b"
    r"|\buser-initiated|\bkein|\bohne\b|\bsin\b|\blater\b|\bfuture\b",
    re.IGNORECASE,
)


def opposites(entries: Entries, *, body: str = "") -> Iterator[Contradiction]:
    """A strict demand and a statement that breaks it, for each pair of the table at most once.

    Criteria by which a story is accepted can break one too; `body` is where their lines are found.
    """
    stated = (*entries.nfrs, *entries.requirements, *entries.constraints, *entries.organisation)
    every = (*stated, *_criteria(entries, body))
    ruled_out = [(each, f"no {each.text}") for each in entries.non_goals if len(each.text.split()) <= 4]
    told = ((each, each.text) for each in every)
    said = [(each, text) for each, text in (*told, *ruled_out) if STRICT.search(text)]
    for pair, keeps, (breaks, broken_by), surely, but in PATTERNS:
        strict = next((each for each, text in said if keeps.search(text) and not but.search(text)), None)
        if strict is None:
            continue
        broken = [
            each
            for each in every
            if each is not strict
            and breaks.search(each.text)
            and not SOFT.search(broken_by.sub(" ", each.text))
            and not getattr(each, "tentative", False)
        ]
        loose = next((each for each in broken if surely.search(each.text)), broken[0] if broken else None)
        if loose:
            yield between(pair.about, strict, loose, pair.changes, pair.options)


def _criteria(entries: Entries, body: str) -> Iterator[Statement]:
    lines = body.split("\n")
    for story in entries.stories:
        below = range(story.lines[-1], min(len(lines), story.lines[-1] + BELOW)) if story.lines else ()
        for text in story.acceptance:
            at = next((index + 1 for index in below if text[:40] in lines[index]), 0)
            yield Statement(id="S-0", text=text, lines=(at,) if at else ())
