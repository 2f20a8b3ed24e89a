"""What limits a product in so many words: where it runs, what it goes without, who makes it by when, and where its data stay."""

import re
from functools import lru_cache

from agents.builtin.reader.words import nature
from agents.builtin.reader.words.occurring import occurring
from agents.builtin.reader.words.technology import technologies

_NUMBER = r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twelve)"
# `iOS-only`, `portrait mode only`, `only on Windows`.
ONLY = occurring(
    r"\b(?:ios|ipad|iphone|android|desktop|web|mobile|windows|mac(?:os)?|linux|chrome|firefox|safari"
    r"|portrait(?: mode)?|landscape(?: mode)?|client[- ]side|browser|localhost|cli|command[- ]line|terminal)[- ]only\b"
    r"|\b(?:english|german|french|spanish)[- ]only\b"
    r"|^only (?:ios|android|linux|windows|mac(?:os)?|chrome|desktop|mobile)\b"
    r"|\bonly (?:on|for|in) (?:ios|android|desktops?|windows|mac(?:os)?|linux|chrome)\b"
    r"|\b(?:runs?|works?|stored|kept) (?:entirely|only|exclusively|purely) "
    r"(?:in the (?:user['’]s )?browser|client[- ]side|locally)\b"
    r"|\b(?:nur|solo|seulement|alleen|apenas) (?:auf|para|sur|op|em) (?:ios|android|windows|desktop)\b"
)
# `On our old iPad and my phone`, `German and Danish`: what they have, and what they speak.
OWNED = re.compile(
    r"^(?:it (?:has to|must|should) (?:run|work) )?(?:on|in) (?:our|my|the|an?) "
    r"(?:(?:old|existing|own|cheap|new) )*"
    r"(?:ipads?|iphones?|android|macs?|windows|pcs?|laptops?|tablets?|chromebooks?|raspberry|nas"
    r"|intranet)\b",
    re.IGNORECASE,
)
_LANGUAGE = (
    r"(?:english|german|french|spanish|italian|dutch|danish|swedish|norwegian|finnish|polish|czech"
    r"|slovak|hungarian|portuguese|greek|turkish|ukrainian|russian|arabic|hebrew|hindi|japanese"
    r"|chinese|korean)"
)
SPOKEN = re.compile(rf"^(?:in )?{_LANGUAGE}(?:(?:,| and| \+| &)+ {_LANGUAGE})*(?: only)?\W*$", re.IGNORECASE)
# `No backend required`, `without a build step`: parts of a product that it must not have.
_PART = (
    r"(?:back-?end|server(?:[- ]side (?:code|logic|component)s?)?|database"
    r"|build (?:step|tools?|process|system)|bundler|transpil\w+"
    r"|(?:web |js |javascript |ui |css )?frameworks?|npm|package manager|native (?:code|modules?)"
    r"|app stores?|external (?:librar(?:y|ies)|apis?|services?|infrastructure)"
    r"|(?:runtime |external |third[- ]party )?dependencies"
    r"|cloud (?:services?|back-?end|infrastructure)|paid (?:apis?|services?))"
)
LACKS = re.compile(
    r"\b(?:no|without (?:an? |any )?|zero) "
    rf"(?:additional |separate |dedicated |heavy |new |extra )?{_PART}(?: (?:or|and|/) {_PART})?\b"
    r"(?! (?:error|failure|change|call|request|is (?:down|slow)))"
    rf"|\bno {_PART}(?: server)? or {_PART}",
    re.IGNORECASE,
)
# `ftp passwords are in vault`
SECRETS = re.compile(
    r"^(?:[\w-]+ ){0,3}(?:passwords?|secrets?|credentials|certificates|api keys) "
    r"(?:are|is|live|lives|stay|come) (?:kept |stored )?(?:in|from)\b",
    re.IGNORECASE,
)
LONGEST_LACK = 16
# `Only Linux`, and no more.
FEW = 3
# The machine or system it has to run on.
_HOST = (
    r"(?:windows|linux|ubuntu|debian|red hat|rhel|(?:raspberry )?pi|docker|podman|kubernetes|k8s|aws"
    r"|azure|gcp|google cloud|on[- ]prem\w*|our own"
    r"|our (?:[\w-]+ ){0,3}(?:servers?|hardware|machines?|laptops?|nas)|existing|a single|one|the jvm"
    r"|esp32|arduino|localhost|a vps|shared hosting|cloudflare workers)"
)
RUNS = occurring(
    # `Clerk daemon run by systemd`: what starts it, and keeps it running.
    r"^(?:[\w-]+ ){0,3}(?:daemon|process(?:es)?|service|worker)s? (?:is |are )?(?:managed|run|started|supervised) (?:by|under|with)"
    r" (?:launchd|openrc|pm2|runit|supervisord?|systemd|upstart)\W*$"
    r"|\b(?:through|via|from|by|using|in) (?:an? )?environment variables?\b"
    r"|\b(?:must|shall|should|has to|have to|needs? to|will|can only) (?:be able to )?(?:only )?"
    r"(?:be )?(?:run|work|operate|deployed|deployable|hosted|installed|installable|executed) "
    rf"(?:only )?(?:on|in|inside|within|under|to|with) (?:the |an? |any )?{_HOST}\b"
    r"|\b(?:must|shall|has to|have to|needs? to) (?:run|work) (?:on|with) (?-i:[A-Z])[\w.]+"
    r"(?: [A-Z]\w+)? ?v?\d"
    r"|^(?:a |one )?(?:single|static|self-contained|statically linked)"
    r"(?:,? (?:static|self-contained))? (?:binary|executable)\b"
    r"|^runs? (?:on|in|inside|as part of) (?:our|my|the (?:existing|current|[\w-]+['’]s)|existing)\b"
    r"|\b(?:must|shall|should|has to|have to|needs? to) (?:be able to )?(?:run|work) (?:on|with) (?:the |our )[\w-]+['’]s? (?:own |old |existing )?"
    r"(?:ipads?|iphones?|tablets?|phones?|laptops?|pcs?|computers?|servers?|machines?|hardware|terminals?|scanners?|network)\b"
    r"|\b(?:must|shall|should|has to|have to|needs? to) (?:be able to )?(?:run|work|sit|stay) behind "
    r"(?:the|an?|our) "
)
# What the work may cost in time and people.
_WORK = (
    r"(?:mvp|prototype|project|first version|beta|v1|poc|development|implementation|product launch|launch)"
)
TIMED = occurring(
    rf"\b{_WORK}\b.{{0,40}}\b(?:in|within|under|less than|no more than) "
    rf"(?:the (?:next|first) )?{_NUMBER}[- ](?:days?|weeks?|months?|hours?|sprints?)\b"
    rf"|\b{_WORK}\b.{{0,40}}\bby "
    r"(?:the end of|end of|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    r"|next (?:week|month))\b"
    r"|^(?:it |this )?(?:has to|must|needs to|should) be (?:done|finished|ready|live|released) (?:by|before|within|until|after|for|in time for)\b"
)
STAFFED = occurring(
    rf"\b(?:we|i) (?:only )?(?:have|are|got|plan with) (?:only |about |around )?{_NUMBER}(?: [\w-]+)? "
    r"(?:developers?|devs?|engineers?|people|designers?|days|weeks|months|sprints)\b"
    rf"|^(?:a )?(?:team of )?{_NUMBER}(?: [\w-]+)? (?:developers?|devs?|engineers?|designers?)\b"
    r"(?! (?:can|may|should|must|will))"
    rf"|\b(?:solo|single|lone|{_NUMBER})[- ](?:full[- ]?stack )?"
    r"(?:developer|dev|engineer|person|maintainer)s? (?:effort|team|project)\b"
    r"|^(?:solo|single) (?:developer|dev|founder|maintainer|engineer)\b|\bteam size\b"
    rf"|\bteam (?:of|consists of) {_NUMBER}\b"
    r"|\b(?:built|developed|maintained|operated|run) by (?:a (?:single|solo|small) |one )"
    r"(?:developer|person|engineer|maintainer|team)\b"
)
_LICENCES = (
    r"(?:MIT|Apache(?:[- ](?:License )?2(?:\.0)?)?|BSD(?:-\d)?(?:-Clause)?|MPL(?:[- ]2\.0)?"
    r"|[AL]?GPL(?:v?\d)?|CC[ -]BY(?:-\w{2})*|Creative Commons|ISC|Unlicense)"
)
LICENSED = re.compile(
    rf"\b{_LICENCES}(?: \d\.\d)?[- ](?i:licen[cs]ed?)\b"
    r"|\b(?i:licen[cs]ed?|released|published|distributed|open[- ]sourced)\b.{0,30}\b"
    rf"(?i:under|as)\b.{{0,20}}\b{_LICENCES}(?=\W|$)"
    rf"|:\s*{_LICENCES}(?: \d\.\d)?(?: \(|\.?$)"
)
LICENCE_ALONE = re.compile(rf"{_LICENCES}(?: [Ll]icen[cs]e)?\W*")
_LAND = (
    r"(?:the )?"
    r"(?:EU|EEA|European Union|Europe|Germany|France|Switzerland|Austria|UK|United Kingdom|US|USA"
    r"|United States|Canada|Australia|India|Brazil|China|Singapore)"
)
RESIDES = re.compile(
    r"\b(?:[Dd]ata|[Ss]ervers?|[Hh]osting|[Rr]ecords?|[Bb]ackups?|[Ii]nformation"
    r"|[Ii]nfrastructure)\b.{0,60}\b"
    r"(?:stored|hosted|kept|processed|remain|stay|reside|located|held)\b.{0,20}\b"
    rf"(?:in|within|inside) {_LAND}\b"
    r"|\b(?:Daten|[Dd]onnées|[Dd]atos|[Dd]ados|[Dd]ati|[Gg]egevens|Server|[Ss]erveurs?|[Ss]ervidores)\b.{0,30}\b"
    r"(?:müssen|sollen|dürfen|doivent|deben|devem|devono|moeten|bleiben|liegen|restent)\b.{0,40}\b"
    r"(?:in (?:der EU|der Schweiz|Deutschland|Österreich|Europa|Italia)|(?:en|dans) (?:France|Europe|Suisse|l['’]UE|España|Europa|la UE|la Unión Europea)"
    r"|n[ao] (?:Brasil|Portugal|União Europeia|Europa))"
    rf"|\b[Dd]ata residency\b|\b(?:hosted|hosting|servers?) (?:only )?in {_LAND}\b"
)
_ESTATE = (
    r"(?:systems?|servers?|databases?|db|monolith|apis?|stack|back-?end|front-?end|infrastructure"
    r"|platforms?|code ?base|services?|apps?|applications?|accounts?|clusters?|network|design system"
    r"|component library|login|sso|ldap|active directory|scaffold(?:ing)?|setup|architecture"
    r"|conventions|tooling|hardware|tablets?|devices?|warehouse|pipelines?|repository|website|site"
    r"|shop|erp|crm|cms|intranet)"
)
# What there is already and has to be built upon.
EXISTING = occurring(
    r"\b(?:uses?|using|reuses?|(?:built|build|builds|based|relies|rely|runs?) (?:up)?on|part of|through"
    r"|via|with|inside|into|to|in) "
    r"(?:the|our|my) (?:\w+['’]s )?"
    r"(?:existing|current|own|internal|in-house|corporate|company|shared|central|legacy) "
    rf"(?:[\w.+-]+ ){{0,4}}{_ESTATE}\b(?! keys?\b)"
    r"|^fit into (?:the |our )?existing\b"
    r"|\b(?:existing|current|legacy|old) (?:[\w-]+ ){0,3}"
    r"(?:stays?|remains?|is kept|are kept|cannot be|can['’]t be|must not be|may not be|has to stay"
    r"|must (?:stay|remain))\b"
    r"|\b(?:the|our|an?) (?:[\w-]+ ){0,2}(?:already|currently) "
    r"(?:running|in use|in place|deployed|operated)\b"
    r"|\((?:already )?(?:existing|running|in use|in place)\)"
    r"|\b(?:must|shall|has to|have to|needs? to|is to) (?:only )?"
    r"(?:use|reuse|integrate (?:with|into)|build (?:up)?on|be built on|extend|run on|fit into"
    r"|plug into|be compatible with|connect to) "
    r"(?:the|our|an?|its) existing\b"
)
# `a native iOS app built with SwiftUI`, `a React Native / Expo app`, `a FastAPI service`: what kind of thing, and of what.
TYPED = re.compile(
    r"\b(?:is|be|as) (?:an? )(?:[\w/.,+#()-]+ ){0,7}?"
    r"(?:app|application|tool|cli|extension|library|service|website|web ?site|game|bot|plug-?in"
    r"|add-?on|package|sdk|platform|dashboard|program|script|module|engine|server|component)\b"
    r"(?: \([^)]{2,40}\))?"
    r"(?: (?:built|written|developed|implemented|made|based|running|powered) "
    r"(?:with|in|on|using|by) [\w.+#/ -]{2,40})?",
    re.IGNORECASE,
)


# `The ministry already runs its own map server`, `Visual identity already defined`: what the work can count on.
THERE = re.compile(
    r"^(?:the|our) (?!(?:app|application|system|product|tool|service|platform|bot|game|site|website|user|page|plug-?in|extension)\b)[^.:;]{2,60}?\balready "
    r"(?:exists?|has|have|hosts?|maintains?|offers?|operates?|owns?|provides?|runs?|uses?)\b"
    r"|^[\w -]{3,50}? (?:is |are )?already (?:available|chosen|decided|defined|established|in place|licensed|provided)(?=\W|$)"
    r"|^[^.:;]{3,80}? (?:is|are|will be) (?:only )?(?:mocked|simulated|stubbed) (?:for (?:the )?(?:demo\w*|pilot|prototype|tests?|testing)\b|\()"
    r"|\b(?:existing|current) [^.:;]{2,80}? (?:can|may|must|should|will) be (?:adapted|re-?used|used as)\b",
    re.IGNORECASE,
)
# `… out of the box, without relying on custom infrastructure`
UNAIDED = re.compile(
    r"\bwithout (?:relying|depending) on (?:any )?(?:additional|custom|external|extra|paid|proprietary|special|third[- ]party)\b",
    re.IGNORECASE,
)


# `is an iOS app for nurses`, `soll eine Webanwendung sein`: where people will have it.
_SYSTEM = (
    r"(?:ios|iphone|ipad|android|macos|mac|windows|linux|chrome|firefox|vs ?code|wordpress|shopify"
    r"|slack|discord|telegram|teams|whatsapp"
    r"|(?:web|mobile|desktop|browser|terminal|cloud)[- ](?:based|only|first))"
)
ON_PLATFORM = occurring(
    r"\b(?:is|be|as|build|create|develop|want|need|design|make) (?:an? )(?:[\w/.,+#()-]+ ){0,4}?"
    rf"(?:native |hybrid )?{_SYSTEM}(?:[- ]first)?(?: |-)(?:\w+ ){{0,2}}?"
    r"(?:app|application|extension|plug-?in|add-?on|bot|tool|platform|game|site|client|program|system"
    r"|dashboard|portal)\b"
)
# `A requirement is verified only when its test passes on main`: how those who write the document go about it.
OF_DOCUMENT = occurring(
    r"^(?!.*\b(?:must|shall|should|will|can|may)\b)(?:(?:an?|the|each|every|all|any|new|changed|superseded|proposed|accepted|changing|adding|removing) ){0,3}"
    r"requirements?(?:['’]s?)?(?: \w+)?\b(?=.{0,200}\b(?:(?:in|by|with) (?:an?|the) (?:prs?|pull requests?|issues?|adrs?|rfcs?)\b"
    r"|(?:new|next|free|stable|own|unique) ids?\b|verified\b|superseded\b|traced to\b|on main\b))"
)
# `Pods may not share owners: that is not supported in Kubernetes`, `It currently only supports one tenant`: how things are.
FACT = occurring(
    r"\b(?:currently|at present|today|as of now) (?:only )?supports? (?:only )?(?:a |an |one|single|\d)"
    r"|\b(?:only|can only) supports? (?:a |an |one|\d)[^.;]{0,60}\b(?:currently|at present|today|as of now|at the moment)\b"
)
UNSUPPORTED = re.compile(
    r"\b(?:is|are) not (?:supported|possible|available|allowed) (?:in|by|on|with) (?P<where>(?-i:[A-Z])[\w.+-]*(?: [A-Z][\w.+-]*)?)"
)


def is_fact(text: str) -> bool:
    """Whether words say what a technology by its name, or the product as it is, does not do."""
    found = UNSUPPORTED.search(text)
    return bool(FACT.search(text) or (found and technologies(found["where"])))


@lru_cache(maxsize=4096)
def limits(text: str) -> bool:
    """Whether words, whatever else they say, limit what the product is made of, where it runs and what it may cost."""
    return bool(
        ONLY.search(text)
        or STAFFED.search(text)
        or LICENSED.search(text)
        or RESIDES.search(text)
        or EXISTING.search(nature.CONDITION.sub("", text))
        or ON_PLATFORM.search(text)
        or UNAIDED.search(text)
        or _is_of(text)
    )


def limited(text: str) -> bool:
    """Whether a sentence says nothing but such a limit."""
    if (
        TIMED.search(text)
        or RUNS.search(text)
        or SECRETS.match(text)
        or OWNED.match(text)
        or SPOKEN.match(text)
        or OF_DOCUMENT.search(text)
        or is_fact(text)
        or THERE.search(text)
        or (ONLY.match(text) and nature.size(text) <= FEW)
    ):
        return True
    said = nature.ASIDE.sub("", text)
    return bool(LACKS.search(said) or RESIDES.search(said)) and nature.size(said) <= LONGEST_LACK


def _is_of(text: str) -> bool:
    """Whether a sentence says what the product is, naming the technology."""
    found = TYPED.search(text)
    return bool(
        found and {use for use, _ in technologies(found[0])} - {"model", "protocol", "tool", "library"}
    )
