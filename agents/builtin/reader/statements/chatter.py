"""What people say around what they want and ask nothing with: a feeling, a figure of how things are, a word to somebody else."""

import re

from agents.builtin.reader.text.inline import capital
from agents.builtin.reader.words.verbs import VERB_STEMS
from agents.builtin.seldom import Seldom

_SPOKEN_TO = r"(?:leave|drop|stop|come|sit|stay|down|heel|quiet|wait|get off|let go|shut up)"
CHATTER = Seldom(
    # `Owners love photos.`
    r"^(?:(?:the|our|my|all|most|many) )?[\w'’-]+s (?:really |just |all |simply )?(?:love|like|adore|hate|enjoy) (?!to\b)[\w'’-]+(?: [\w'’-]+){0,3}\W*$"
    # `Bruno, no! Leave it!`: said to a dog or a child.
    rf"|^(?:(?:ok|okay|hey|oh),? )?(?:(?-i:[A-Z])[\w-]+, )?(?:no|{_SPOKEN_TO}(?: (?:it|that|there|here|now))?)!+\W*$"
    # `I never want to see a face like that again.`
    r"|^(?:i|we) (?:never|do not|don['’]t) (?:ever )?want to (?:see|hear|live through|go through|experience) [^.!?]{0,60}\b(?:that|this|such)\b[^.!?]{0,20}\bagain\b"
    # `Things that matter to me`, on a line above them.
    r"|^(?:(?:the )?things (?:that|which) (?:really )?(?:matter|count)|what (?:really )?(?:matters|counts)|what(?:['’]s| is) important)"
    r"(?: most| (?:most )?(?:to|for) (?:me|us))?\s*[:：]?$"
    # `Known pain today: people miss the first failure.`
    r"|^(?:(?:the|our|my) )?(?:(?:known|main|biggest|current|worst) )?(?:pains?(?: points?)?|problem|trouble|annoyance)(?: (?:today|now|right now|at the moment))?\s*[:：]"
    # `A typical log is 5-60 MB.`
    r"|^(?:an? |the |our )?(?:typical|usual|average|normal) (?:[\w-]+ ){1,4}(?:is|are|has|have) (?:about |around |roughly |between |~ ?)?\d",
    re.IGNORECASE,
)


def chats(text: str) -> bool:
    """Whether a sentence of running text only chats."""
    return bool(CHATTER.search(text))


# `…, and want none, no points, no badges`; `…, so please no registration`: what a sentence refuses after what it asks for.
REFUSED_LAST = re.compile(
    r"(?:[,;–—]| and| but) (?:so |and |but )?"
    r"(?:please,? (?P<bidden>no [\w-]+(?: [\w-]+){0,3})"
    r"|(?P<abroad>(?:bitte )?kein(?:e[nrms]?)? [\wäöüß-]+(?: [\wäöüß-]+){0,2})"
    r"|(?P<listed>no [\w-]+(?: [\w-]+){0,2}(?:,? (?:and |or )?no [\w-]+(?: [\w-]+){0,2}){1,7}))\W{0,3}$",
    re.IGNORECASE,
)

# `No payment, please keep it simple`: what a sentence asks for behind what it leaves out; what does instead stays with that.
ASKED_THEN = re.compile(
    r"(?P<refused>(?:(?:and|but|so) )?(?:no|kein(?:e[nrms]?)?) [^,;:.!(–—]{2,60}?)(?:[,;]| [–—-]) (?:but |so |and )?"
    rf"(?P<asked>(?:please,? |bitte,? )(?!no\b|kein)\w.*|(?!use\b){VERB_STEMS} (?:it|this|that|them|the|an?|all|every|each|me|us|my|our|only)\b.*"
    r"|(?!(?:it|that|this|there|we|i)\b)[^,;:.!]{3,60}? (?:can|must|should|has to|have to|needs? to) \w.*)",
    re.IGNORECASE,
)
# `There is no server, no network and no account behind it` says one thing.
DENIES = re.compile(r"\b(?:no|without|neither) [^,;]*\Z", re.IGNORECASE)
NEAR = 60


def refused_last(text: str) -> str:
    """What a sentence that asks for something leaves out at its end; empty where it does not."""
    found = REFUSED_LAST.search(text)
    whole = found and DENIES.search(text, max(0, found.start() - NEAR), found.start())
    words = (found["bidden"] or found["abroad"] or found["listed"]) if found and not whole else ""
    return capital(words)


def asked_then(text: str) -> tuple[str, str]:
    """What a sentence leaves out first, and what it asks for behind that; two empty ones where it does not."""
    found = ASKED_THEN.fullmatch(text)
    return (capital(found["refused"]), capital(found["asked"])) if found else ("", "")


def without_refusal(text: str) -> str:
    """The sentence without what it leaves out at its end."""
    return REFUSED_LAST.sub("", text)
