"""Rules of those who use a product, which it has to keep: how many of something one may have, and by what alone people come in."""

from agents.builtin.reader.words.occurring import occurring
from agents.builtin.reader.words.technology import technologies

_NUMBER = r"(?:\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)"
_PEOPLE = (
    r"(?:members?|users?|guests?|customers?|visitors?|people|students?|pupils?|parents?|children|kids|players?|teachers?|volunteers?|walkers?|drivers?"
    r"|tenants?|owners?|residents?|neighbou?rs?|employees|staff|patients?|clients?|sellers?|buyers?|lenders?|borrowers?|households?|applicants?|participants?)"
)
# What is counted of machines, files, work and money is a limit of the product and no rule of a house.
_TECHNICAL = (
    r"(?:[kmgt]?i?b|bytes?|requests?|calls?|queries|connections?|sessions?|threads?|process(?:es)?|retries|attempts|tokens?|characters?|chars|lines?"
    r"|words|pages|files?|rows?|records|columns|instances?|nodes?|servers?|cores?|pods?|containers?|users|ms|seconds?|minutes?|hours?|days?|weeks?"
    r"|months?|developers?|devs|engineers?|sprints?|euros?|dollars?|pounds?|francs?|eur|usd|gbp|chf|cents?|volts?|v|watts?|w|amps?|a|percent|degrees?)"
)
_TIME = r"(?:second|sec|minute|min|hour|month|year|request|call|page|file|instance|node|server|core|process|connection|query|response|user|sprint)"
# `Max four dogs per walker`, `At most three loans per member at the same time`
MOST_EACH = occurring(
    rf"^(?:and )?(?:max(?:imum)?\.?(?: of)?|at most|no more than|not more than|up to|only) {_NUMBER} "
    rf"(?!{_TECHNICAL}\b)(?:[a-z-]+ (?!{_TECHNICAL}\b))?[a-z-]+ (?:per|for each|for every) (?:and every )?(?!{_TIME}\b)[a-z]"
)
# `New members join only with an invitation code`, `guests may enter only by invitation`
ONLY_BY = occurring(
    rf"^(?:(?:an?|the|new|all|every|each|other|our) )*{_PEOPLE} (?:may |can |must |shall |should |will |are |is )?[a-z]+ "
    r"(?:[a-z]+ )?only (?:be [a-z]+ )?(?:with|by|after|through|via|on|if|when|once|from|during|within) \w"
)
# `No booking after eleven at night`: when or without what something is not done there.
NOT_THEN = occurring(
    r"^(?:(?:and|also|but|oh) )*no (?!problem|matter|doubt|idea|later|more|longer|sooner|earlier)(?:more )?[a-z-]+(?: [a-z-]+)? (?:after|before|unless|until|without|between|during|within) "
    r"(?:\d|an?\b|the\b|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midnight|closing|opening|\w+day\b|somebody|someone|everybody|both)"
)


def is_house_rule(text: str) -> bool:
    """Whether words say what people may have or do there, and name nothing that the product is made with."""
    return bool(MOST_EACH.search(text) or ONLY_BY.search(text) or NOT_THEN.search(text)) and not technologies(
        text
    )
