"""What the plan takes for an open question until somebody answers it: a choice that can be built, with the reason why it does no harm."""

import re
from typing import NamedTuple

from agents.builtin.planning.asking.alternatives import ways_in
from agents.builtin.seldom import Seldom

LONGEST = 80
MOST_READ = 1000
_AND = r"(?:(?:and|but|so|und|et|y|e|also)\b,? )?"
# `on S3 or on the existing NFS share?`
OR = re.compile(r",?\s+(?:or|oder|ou|oppure|ó|o)\s+", re.IGNORECASE)
THERE = re.compile(
    r"\b(?:existing|already|current|(?:that|which) we (?:have|use)|(?<!do )(?<!should )we have|bestehend\w*|vorhanden\w*|bisherig\w*|schon|existant\w*|déjà"
    r"|actuel\w*|existente|actual|ya)\b",
    re.IGNORECASE,
)
ENOUGH = re.compile(
    r"^(?:.*\b(?:reicht|genügt|suffit|basta)(?: auch| con)? |(?:just|simply|einfach) )(?P<behind>.+)$"
    r"|^(?:if |whether |that )?(?P<front>[^,;]{2,60}?) (?:is|are|would be|will be) (?:enough|sufficient|fine|ok)$"
    r"|^(?:.*\b)?(?:is|are|would|will) (?P<between>.{2,60}?) (?:be )?(?:enough|sufficient|fine|ok|do)$",
    re.IGNORECASE,
)
BEFORE_IT = re.compile(
    r"^.*\b(?:on|in|with|to|at|by|from|use|using|keep|be|mit|auf|bei|avec|sur|con|en)\s+", re.IGNORECASE
)
# `a login for the owners`: the last words do not name the thing itself; nor do those of a sentence of its own.
UNTOLD = re.compile(
    r"\b(?:for|of|about|between|before|after|per|without|under|if|whether|für|von|über|ob|pour|de|para|si|se)\s+(?:\S+\s+){0,3}\S+$",
    re.IGNORECASE,
)
# What people put behind a question: `what do you think?`
TURNS_TO = re.compile(
    r"[,;.–—-]+\s*(?:what do you think|what would you (?:say|do|suggest)|any (?:ideas?|thoughts|opinions?)|was meint ihr|qu['’]en pensez-vous)$",
    re.IGNORECASE,
)
# `Do we have to keep scrapped pieces?`, `whether we are allowed to keep the numbers after the fair`
KEEPS = re.compile(
    r"\b(?:(?:should|shall|must|may|can|could|do|does|will) (?:we|i|it|they|(?:the |all |old |any )?[\w-]+(?: [\w-]+)?) (?:(?:have|need|want) to )?"
    r"|(?:have|need|allowed|required|obliged|supposed|legal|permitted) to )(?:also |even |still )?(?:be )?"
    r"(?:keep|kept|stored?|retain(?:ed)?|archived?|log(?:ged)?)\b(?! (?:in|out|on|off|up|track|open|using|going|it simple)\b)",
    re.IGNORECASE,
)
OF_PEOPLE = re.compile(
    r"\b(?:phone|telephone|mobile|e-?mail|mail|address(?:es)?|names?|birth\w*|photos?|pictures?|faces?|health|medical|patients?|salar\w+|child(?:ren)?|pupils?|students?"
    r"|members?|customers?|guests?|visitors?|users?|personal|applicants?|employees?|locations?)\b",
    re.IGNORECASE,
)
# What the document itself would do: `Recommendation: the one that is there`.
ADVISED = re.compile(
    r"\b(?:recommend(?:ation|ed)|proposal|proposed|suggestion|suggested|leaning|our preference|tentatively|current (?:thinking|assumption))\s*:\s*(?P<what>[^\n.;]{3,120})",
    re.IGNORECASE,
)
KEPT = "Kept, and nothing is deleted by itself, until somebody decides: what is gone cannot be brought back."
KEPT_OF_PEOPLE = "Kept until its owner has it deleted, and nothing is deleted by itself, until somebody decides: what is gone cannot be brought back."


class Choice(NamedTuple):
    """What is taken until somebody says otherwise; `options` are the ways the question itself names."""

    default: str
    options: tuple[str, ...] = ()


# The form of a question, and what is taken for it; the first that matches decides.
FORMS: tuple[tuple[Seldom, str], ...] = tuple(
    (Seldom(_AND + words, re.IGNORECASE), choice)
    for words, choice in (
        (
            r"(?:do|should|shall|must|is|are|need|brauch\w*|müssen|soll\w*|faut-il|¿?hace falta|¿?deb\w+)\b.*\b(?:tls|https|ssl|encrypt\w*|verschlüssel\w*|chiffr\w*|cifr\w*|back-?ups?)\b",
            "Yes: what goes out unprotected, or is lost, cannot be brought back.",
        ),
        (
            r"(?:(?:any|is there|do we need|which|what)\b.*\b)?retention\b",
            "Nothing is deleted by itself until this is decided: what is gone cannot be brought back.",
        ),
        (
            r"(?:how long|wie lange|combien de temps|cu[áa]nto tiempo|quanto tempo)\b.*\b(?:keep|kept|stor|sav|retain|aufheb|aufbewahr|behalt|speicher|gard|conserv|guard)",
            "Nothing is deleted by itself until this is decided: what is gone cannot be brought back.",
        ),
        (
            r"(?:how (?:many|much|often|long|big|far|large|fast|old)|wie (?:viele?|oft|lange|groß|weit)|combien|cu[áa]nt[oa]s?|quant[oiae]s?)\b",
            "The smallest number that does, as a setting: it can be raised without a new version.",
        ),
        (
            r"(?:who|which (?:people|users|roles?)|wer|qui|qui[ée]n(?:es)?|quem|chi)\b.*\b(?:may|can|could|should|allowed|access|see|delete|edit|approve|darf|dürfen|peut|peuvent|puede|pueden|pode)\b",
            "Only whoever runs the product: others can be let in later, and what was shown cannot be taken back.",
        ),
        (
            r"(?:who|wer|qui|qui[ée]n|quem|chi)\b",
            "Whoever runs the product, until somebody is named: then nothing is left without an owner.",
        ),
        (
            r"(?:what|was|que|qu['’]est-ce qui|qué|o que|che cosa)\b.{0,12}\b(?:happens?|becomes?|passiert|geschieht|wird aus|se passe|pasa|acontece|succede)\b",
            "It is shown to whoever runs the product and nothing is changed by itself: by hand it can be undone.",
        ),
        (
            r"(?:which|what|where|how|in which|welche\w*|was|wo|wie|quel\w*|où|comment|cu[áa]l\w*|qué|dónde|cómo|qual\w*|onde|como)\b",
            "The plainest that meets the requirements, in one place: another can take over later.",
        ),
        (
            r"(?:the )?(?:budget|costs?)\b",
            "No limit is set: the cheapest way that meets the requirements is taken, and it is said what it costs.",
        ),
        (
            r"(?:the )?(?:deadline|due date|timeline|(?:launch|release|start) date|date)\b",
            "No date is promised: the units come in the order of the plan.",
        ),
        (
            r"(?:the )?(?:final |working )?(?:[\w/-]+ )?name\b|.*\bworking title\b",
            "The name that the PRD uses now, until another is chosen.",
        ),
        (
            r"(?:when|by when|wann|bis wann|quand|cuándo|quando)\b",
            "When the first version is in use: until then nothing depends on it.",
        ),
        (
            (
                r"(?:do|does|did|should|shall|must|will|is|are|was|has|have|need|brauch\w*|müssen|sollen|sollten|soll|muss|gibt|ist|sind|faut-il|devons-nous"
                r"|est-ce|avons-nous|¿?hace falta|¿?necesit\w+|¿?deb\w+|¿?es|precis\w+|dev\w+)\b"
            ),
            "No, not in the first version: it can be added later, and to take it away again would be harder.",
        ),
    )
)
# What is missing is a value or a way, so that something has to be taken; the noun says which.
NOUNS: tuple[tuple[Seldom, str], ...] = tuple(
    (
        Seldom(rf"^(?:[\w/'’-]+ ){{0,4}}?(?:{words})s?(?: (?:for|in|of|per) .{{2,60}})?$", re.IGNORECASE),
        choice,
    )
    for words, choice in (
        (
            r"retention|retention (?:period|polic(?:y|ie)|time)",
            "Nothing is deleted by itself until this is decided: what is gone cannot be brought back.",
        ),
        (
            r"amount|batch size|count|duration|frequenc(?:y|ie)|interval|length|limit|number|page size|price|pricing|quota|rate|size|threshold|time-?out|value",
            "The smallest number that does, as a setting: it can be raised without a new version.",
        ),
        (
            r"algorithm|approach|default|definition|format|framework|layout|librar(?:y|ie)|mechanism|method|protocol|provider|schema|strateg(?:y|ie)|structure|syntax|technolog(?:y|ie)|tool|vendor|(?:data |language |llm )?model|tier",
            "The plainest that meets the requirements, in one place: another can take over later.",
        ),
    )
)
# `we do not know whether it has an interface`
UNREACHED = Seldom(
    r"\b(?:do not|don['’]t|not (?:yet )?(?:clear|known|sure)) (?:know )?(?:yet )?(?:if|whether) .{1,60}\b(?:has|have|offers?|provides?) (?:an? |any )?(?:\w+ )?(?:api|interface|export)\b",
    re.IGNORECASE,
)
BY_FILES = "Until that is known, data goes to it and comes from it as files: nothing waits for it, and an interface can take their place."
LATER = "Not in the first version: nothing is built for it until it is decided, so nothing has to be undone."


def taken_for(question: str, *, listing: str = "") -> Choice:
    """The choice for an open question, in its own words where it names the ways; `listing` is the point as the document has it."""
    words = question.strip().lstrip("¿")
    found = ways_in(listing or words)
    ways = found.ordered if found else ()
    if advised := ADVISED.search(words[:MOST_READ]):
        return Choice(f"What the PRD recommends: “{advised['what'].strip()}”.", ways[1:])
    if words.endswith(("?", "？")) and (chosen := _of_two(TURNS_TO.sub("", words.rstrip("?？ ")))):
        return chosen
    if ways:
        return Choice(ways[0], ways)
    if UNREACHED.search(words[:MOST_READ]):
        return Choice(BY_FILES)
    if KEEPS.search(words[:MOST_READ]):
        return Choice(KEPT_OF_PEOPLE if OF_PEOPLE.search(words) else KEPT)
    if not words.endswith(("?", "？")) and (value := _value(words)):
        return Choice(value)
    return Choice(next((choice for form, choice in FORMS if form.match(words)), LATER))


def is_value(words: str) -> bool:
    """Whether the words name a value or a way that is missing, and nothing that could be left out."""
    return bool(_value(words))


def _value(words: str) -> str:
    return next((choice for form, choice in NOUNS if form.match(words)), "")


def _of_two(words: str) -> Choice | None:
    """What is there already, or what is said to be enough, of the two ways that a question names."""
    parts = OR.split(words)
    if len(parts) != 2 or not all(len(part.split()) for part in parts):
        return None
    first, second = parts
    there = next((part for part in (second, first) if THERE.search(part)), "")
    if there:
        kept = _thing(there)
        return Choice(f"What is there already, “{kept}”: nothing new has to be bought, moved or learned.")
    if enough := ENOUGH.match(second):
        simple = (enough["behind"] or enough["front"] or enough["between"])[:LONGEST].strip()
        return Choice(
            f"What may be enough, “{simple}”: more can be added later, and to take it away again would be harder."
        )
    return None


def _thing(part: str) -> str:
    """What one side of a question is about: its words behind the last small word that leads to them."""
    found = THERE.search(part)
    led = BEFORE_IT.match(part[: found.start()] if found else part)
    return part[led.end() if led else 0 :].strip(" ,;:")[:LONGEST]
