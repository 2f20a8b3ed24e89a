"""What is to be done in the words of a wish, without the words of wishing: `it would be great if parents could pay` is `Parents can pay`."""

import re

from agents.builtin.reader.text.inline import capital
from agents.builtin.reader.words.verbs import VERB_STEMS
from agents.builtin.seldom import Seldom

_GOOD = r"(?:great|nice|cool|good|lovely|helpful|ideal|perfect|awesome|useful|handy|super|fantastic|best|wonderful|amazing)"
_I = r"(?:i|we|my \w+|the team)"
_WOULD = r"(?:['’]d| would)(?: also| really| very much| just){0,2}"
# Words between one thought and the next.
FILLING = re.compile(
    r"(?:(?:and|also|but|so(?! that\b)|then|oh|well|ok|okay|plus|yeah|basically|ideally|please)\b,? +){1,3}(?=\w)",
    re.IGNORECASE,
)
# What somebody would like to be the case: the verb behind it is a mere wish, too.
SUPPOSED = Seldom(
    rf"^(?:(?:it|that)(?: would|['’]d) be|would be) (?:(?:really|very|so|also|just|even|a) ){{0,2}}{_GOOD}(?: thing)?,? (?:if|when) "
    rf"|^it(?: is|['’]s) (?:(?:really|very|also) )?{_GOOD} (?:if|when) "
    rf"|^{_I}{_WOULD} (?:like|love|appreciate) it (?:if|when) "
    rf"|^{_I}(?:['’]d| would) be (?:very |really |so )?(?:happy|glad|grateful) if ",
    re.IGNORECASE,
)
# What somebody would like to do, or to have.
WISHED = Seldom(
    rf"^(?:what|all|the (?:main )?thing(?: that)?) {_I}(?:['’]d| would)?(?: really| just| basically){{0,2}} (?:want|need|like|love|wish for|imagine|have in mind)"
    r"(?: (?:is|would be))?(?: just| basically| simply)?\s*(?:[:,–—-]\s*|\s)(?:that |to (?:be able to |have |get )?)?"
    rf"|^(?:(?:it|that)(?: would|['’]d) be|would be) (?:(?:really|very|so|also|just|a) ){{0,2}}{_GOOD}(?: thing)? (?:to (?:be able to |have )?)"
    rf"|^{_I}{_WOULD} (?:like|love)(?: to (?:be able to |have |get )?)?\s?(?=[a-z])"
    r"|^(?:i|we)(?: also| really| just)? (?:want|need|wish|want us|hope)(?: to be able)? to (?:be able to )?(?=[a-z])"
    r"|^there (?:should|must|has to|needs to|ought to) be (?=(?:an?|some|one|two) )"
    r"|^it(?:['’]s| has)? (?:gotta|got to) (?:be|have) "
    r"|^it (?:should|must|has to|needs to) be possible to "
    r"|^(?:my|our|the) (?:idea|wish|hope|plan|proposal|suggestion) (?:is|would be)(?: that| to)? "
    # `I teach maths and I would love a quiz`: who asks, and then for what.
    r"|^(?:i|we) (?:teach|run|own|manage|organi[sz]e|lead|work|live|look after|am|are|have) [^,;.:]{2,60}? and (?:i|we)"
    r"(?:(?:['’]d| would)(?: really)? (?:like|love)|(?: really)? (?:want|need))(?: to (?:have|get))? (?=an? )"
    r"|^i (?:imagine|picture|think of|am thinking of)(?:,? (?:therefore|then),?)?(?: that)? ",
    re.IGNORECASE,
)
# `While they play I want to see …`: under which circumstances, and then the wish.
MEANWHILE = Seldom(
    rf"^(?P<when>(?:while|when|whenever|after|before|during|at|in|on|once) [^,;.:]{{3,60}}?),? {_I}(?:(?:['’]d| would)(?: also| really)? (?:like|love)|(?: also| really)? (?:want|need|wish))"
    r"(?: to(?: be able to| have| get)?)? (?=[a-z])",
    re.IGNORECASE,
)
# `We want the run to apply the discount`: who shall do it.
OTHERS = Seldom(
    r"^(?:i|we)(?:(?:['’]d| would) (?:like|love)|(?: also| really)? (?:want|need)) (?P<who>(?:the|our|my|an?|each|every|all) (?:[\w'’-]+ ){0,3}?[\w'’-]+|people|users|members|everybody|everyone) to (?!be able\b)(?=[a-z])",
    re.IGNORECASE,
)
# What trails off at the end.
TAIL = re.compile(
    r"(?:,? (?:i (?:guess|think|suppose|hope)|or (?:whatever|something(?: like that)?|so)|and (?:stuff|all that)|you know|please|thanks|thank you|that['’]s it|what else)){1,3}(?P<end>[.!]*)$",
    re.IGNORECASE,
)
CONDITIONAL = re.compile(r"^(?P<who>(?:[\w'’-]+ ){1,5}?)(?P<verb>could|were|was|had|would|[a-z]{2,}ed)\b")
MANY = re.compile(r"(?:they|we|i|you|people|both|all|[\w-]*[^s\W]s) $", re.IGNORECASE)
STEM = re.compile(VERB_STEMS, re.IGNORECASE)
LONGEST = 600
FEWEST = 2


def bare(text: str) -> str:
    """The text without what only says that it is wished for; unchanged where nothing would be left to do."""
    if len(text) > LONGEST:
        return text
    said = TAIL.sub(
        lambda found: found["end"], FILLING.sub("", text, count=1) if FILLING.match(text) else text
    )
    if supposed := SUPPOSED.match(said):
        said = _as_it_is(said[supposed.end() :])
    elif meanwhile := MEANWHILE.match(said):
        wanted = said[meanwhile.end() :]
        others = OTHERS.match(f"I want {wanted}")
        wanted = f"{others['who']} should {others.string[others.end() :]}" if others else wanted
        said = f"{meanwhile['when']}, {wanted}"
    elif others := OTHERS.match(said):
        said = f"{others['who']} should {said[others.end() :]}"
    elif wished := WISHED.match(said):
        said = said[wished.end() :]
    if said == text or len(said.split()) < FEWEST:
        return text
    return capital(said)


def is_supposed(text: str) -> bool:
    """Whether a sentence says how good it would be if something were so."""
    return SUPPOSED.match(FILLING.sub("", text, count=1) if FILLING.match(text) else text) is not None


def _as_it_is(words: str) -> str:
    """`parents could pay` as `parents can pay`, `it worked` as `it works`."""
    found = CONDITIONAL.match(words)
    if found is None:
        return words
    many = MANY.search(found["who"]) is not None
    simple = {
        "could": "can",
        "would": "",
        "were": "are" if many else "is",
        "was": "are" if many else "is",
        "had": "have" if many else "has",
    }
    verb = simple.get(found["verb"], "")
    if found["verb"].endswith("ed") and found["verb"] not in simple:
        stem = _stem(found["verb"])
        verb = (
            stem
            if many or stem == found["verb"]
            else f"{stem}{'es' if stem.endswith(('s', 'sh', 'ch', 'x')) else 's'}"
        )
    return (
        f"{found['who']}{verb}{words[found.end() :]}"
        if verb
        else f"{found['who']}{words[found.end() :].lstrip()}"
    )


def _stem(past: str) -> str:
    """The verb of a regular past form; the form itself where that is in doubt."""
    if STEM.fullmatch(past[:-1]):
        return past[:-1]
    if STEM.fullmatch(past[:-2]) or past[:-2] in {"work", "look", "turn", "need", "want", "happen", "help"}:
        return past[:-2]
    return past
