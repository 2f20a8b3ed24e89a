"""Which demands say who may do what: people sign in, have roles or permissions, or only some of them can.

The same words are used of other things: a handshake has a login, a phone gives permissions, a map plays a role.
"""

import re

from agents.builtin.planning.entries import Entries
from agents.builtin.reader.words.occurring import occurring

CLAUSE = re.compile(r"(?<!e\.g)(?<!i\.e)[.;\n](?=\s|$)|[—–] ")
LIMITS = occurring(
    r"\bsign(?:s|ed|ing)?[- ]?in\b|\bsign(?:s|ed|ing)?[- ]?up\b|\blog(?:s|ged|ging)?[- ]?in\b|\bsso\b|\boidc\b"
    r"|(?<!un)authenticat|\bunauthenticated\b|\bauthori[sz](?:ation|es?)\b|\bisauthori[sz]ed\b"
    r"|\b(?:un)?authori[sz]ed (?:[\w-]+ )?(?:access|admin\w*|clients?|members?|organi[sz]ers?|people|persons?|personnel|services?|session|staff|users?)\b"
    r"|\bname-based authori[sz]ation\b|\brbac\b|\brole-(?:aware\w*|based|filtered|restricted|specific)\b(?! (?:accents?|colou?rs?|icons?))"
    r"|\b(?:access|admin|assigned?|assigns|custom|customer|host|member\w*|multiple|staff|their|user) (?:and \w+ )?roles?\b"
    r"|\b(?:assigns?|explicit|revokes?|with|the|users?[/,]) (?:the |an? )?(?:[\w'-]+ ){0,3}roles?\b"
    r"|\busers?,? (?:and )?roles?\b|\broles? (?:can|may|management|model|must|selection)\b|\broles, permissions\b|\broles?/permissions?\b|\broles? \("
    r"|\b(?:permissions?)\b|\bonly (?:\w+ ){1,4}(?:can|may)\b|\b(?:limited|restricted) to (?:\w+ )?(?:admin\w*|members?|owners?|staff)\b"
    r"|登录|权限"
)
# The same words said of something else.
OTHERWISE = re.compile(
    r"\blog-?in[- ](?:disconnects?|fallbacks?|handshakes?|packets?|phase|sequence|shell|starts?|state|user)\b"
    r"|\bstate login\b"
    r"|\blogin/\w+/\w+"
    r"|[（(]login/\w+"
    r"|\bmanual (?:login|authentication)\b"
    r"|\bif authentication is required\b"
    r"|\bsign(?:ed|s)?[- ]?up (?:cards?|forms?|sheets?|lists?|\d|for (?:an?|the|this)\b)"
    r"|\bauthentication with (?:\w+ )?services\b"
    r"|\bauthori[sz]ed (?:dealers?|production|resellers?|retailers?|versions?)\b"
    r"|\bthe authori[sz]ed service\b"
    r"|\b(?:db|database|postgres(?:ql)?|sql)[- ]roles?\b"
    r"|\b(?:kubernetes|k8s|cluster|namespace-scoped) (?:[\w-]+ )?rbac\b|\brbac (?:example|manifest|rules?)\b"
    r"|\b(?:db|database|sql)-role[\w-]*"
    r"|\brole of (?!an? |admin|editor|owner|user)"
    r"|'s role (?:is|stays|in)\b"
    r"|\b(?:central|important|key|plays? an?) (?:\w+ )?role\b"
    r"|\bitself (?:asks for|requires) (?:a )?(?:log-?in|sign-?in|authentication)\b"
    r"|\bonly (?:[\w-]+ ){0,3}(?:files?|firmware|images?|items?|packages?|programs?|software|values?) (?:can|may)\b"
    r"|\b(?:asks? for|granted|handles?|prompts? for|requests?|toggles?) (?:[\w-]+ ){0,4}permissions?\b"
    r"|\b(?:accessibility|android|audio|background|bluetooth|browser|calendar|camera|contacts?|device|file|foreground|gated|ios|location|mic|microphone|notification|os|"
    r"photos?|runtime|screen[- ]recording|storage|system|unix)[- ]permissions?\b(?: (?:prompts?|dialogs?))?"
    r"|\bpermissions?: (?-i:[A-Z]+_[A-Z_]+)"
    r"|\bpermissions? (?:caches?|grant(?:ed|s)?|(?:is|are|was) (?:denied|given|granted)|denied|dialogs?|errors?|or network errors|prompts?|(?:to (?:access|use) the|for (?:the )?)(?:camera|location|microphone|notifications))\b"
    r"|\b(?:asks? for|grants? the|with) (?:the )?permission (?:to|of) (?:use|access) (?:the )?(?:camera|location|microphone)",
    re.IGNORECASE,
)
_ONE = r"(?:accounts?|auth|authentication|authori[sz]ation|log(?:ging)?[- ]?in|pin|registration|roles?|sign(?:ing)?[- ]?(?:in|up)|sso)"
_SIGNING = rf"{_ONE}(?: (?:and|or) (?:an? )?{_ONE})?"
# `No PIN or role gate`, `no login needed`; that nobody gets in without one says the opposite.
DENIED = re.compile(
    rf"\bno (?:[\w-]+ ){{0,2}}(?:or )?(?:[\w-]+ )?{_SIGNING}\b(?: (?:gate|system)s?)?"
    rf"|\bnot? (?:an? |the )?(?:replacement|substitute) for [^;]{{0,60}}"
    rf"|\b(?:does not|doesn['’]t|do not|don['’]t|need not|never|not) (?:\w+ )?(?:needs?|requires?|wants?) (?:[\w-]+ ){{0,3}}{_SIGNING}\b",
    re.IGNORECASE,
)
WITHOUT = re.compile(rf"\bwithout (?:an? |any )?(?:[\w-]+ )?{_SIGNING}\b", re.IGNORECASE)
NOBODY = re.compile(r"\b(?:no|not|nobody|nothing|none|cannot|can['’]t|never|refused|rejected|denied)\b", re.IGNORECASE)  # fmt: skip
# A product that says of itself, in so many words, that nobody has an account.
STATEMENT = re.compile(r"[.;:(\n]|\s[—–-]\s")
NO_ACCOUNTS = re.compile(
    r"\W*(?:there (?:is|are) |has |needs )?no (?:user |multi-?user )?(?:accounts?|authentication|auth|log[- ]?ins?|sign[- ]?(?:in|up)s?)"
    r"(?:(?:,| and| or|/) ?(?:no )?(?:user )?(?:accounts?|authentication|auth|cloud|log[- ]?ins?|passwords?|registration|servers?|sign[- ]?(?:in|up)s?|sync))*"
    r"(?: (?:at all|is (?:needed|required)|needed|required|whatsoever))?\W*",
    re.IGNORECASE,
)
SIGNS_IN = re.compile(
    r"\b(?:sign|signs|log|logs) in\b|\b(?:login|sign-in) (?:form|page|with)\b", re.IGNORECASE
)


def limiting(entries: Entries) -> tuple[str, ...]:
    """The ids of what says who may do what; none where the product has no accounts."""
    stated = (*entries.requirements, *entries.nfrs)
    told = (
        *(each.text for each in (*stated, *entries.constraints)),
        *(f"no {each.text}" for each in entries.non_goals),
    )
    found = tuple(each for each in stated if limits(each.text))
    none = any(NO_ACCOUNTS.fullmatch(sentence) for text in told for sentence in STATEMENT.split(text))
    # Where somebody signs in all the same, only the others need no account.
    if none and not any(SIGNS_IN.search(each.text) for each in found):
        return ()
    return tuple(each.id for each in found)


def limits(text: str) -> bool:
    """Whether these words say who may do what."""
    return LIMITS.search(text) is not None and any(_limits(clause) for clause in CLAUSE.split(text))


def _limits(clause: str) -> bool:
    said = OTHERWISE.sub(" ", DENIED.sub(" ", clause))
    if not NOBODY.search(clause):
        said = WITHOUT.sub(" ", said)
    return LIMITS.search(said) is not None
