"""What stands among the gains a product brings: goals with a number, and what each role is given to do."""

import re

from agents.builtin.reader.text.blocks import Block
from agents.builtin.reader.text.inline import split_lead
from agents.builtin.reader.words import verbs
from agents.builtin.reader.words.topic import Topic

# `Business impact`, `Expected benefits`, `User value`
GAINS = re.compile(
    r"\b(?:impacts?|benefits?|values?|gains|outcomes?|results|advantages|payoffs?|auswirkungen|nutzen|bénéfices|beneficios|benefícios|vantaggi|收益|效果|价值)\b",
    re.IGNORECASE,
)
# `Reduce waiting by 40 %`, `40 % fewer calls`, `Waiting times down by a third`: how much is to change.
_AMOUNT = r"(?:\d[\d.,]* ?(?:%|percent|x\b|times\b|hours?\b|minutes?\b|days?\b|points?\b)|half\b|a (?:third|quarter|fifth)\b|two thirds\b)"
CHANGED = re.compile(
    r"(?:reduc|decreas|cut|lower|increas|rais|boost|improv|grow|shorten|sav|speed|accelerat|lift|drop|achiev|reach|gain)"
    rf"(?:e|es|s|ing|ting|ed|tion|th)?\b.{{0,80}}?\b{_AMOUNT}"
    rf"|[~≈≥≤<>+–-]?\s?{_AMOUNT} (?:fewer|less|more|faster|slower|higher|lower|shorter|better|reduction|decrease|increase|improvement|drop|cut|saving|rise|growth)\b"
    rf"|(?:[\w-]+ ){{1,5}}(?:(?:is|are|goes?|falls?|rises?|drops?) )?(?:down|up|reduced|increased|cut|halved|doubled)(?: (?:by|to) {_AMOUNT}|\W*$)"
    r"|(?:double|halve|triple)\b",
    re.IGNORECASE,
)
# `For fans: instantly browse all teams`
FOR_ROLE = re.compile(r"for (?:the )?[A-Za-z][\w/&' -]{2,40}$", re.IGNORECASE)
WITH_EASE = re.compile(r"[a-z]+ly(?: and [a-z]+ly)? ", re.IGNORECASE)


def gained(block: Block) -> Topic | None:
    """The topic of an entry below a heading of gains that says more than why the product is good; None for any other."""
    if block.shape != "item" or not block.above or not GAINS.search(block.above[-1].text):
        return None
    lead, words = split_lead(block.raw)
    if lead and FOR_ROLE.match(lead) and verbs.VERBS.match(WITH_EASE.sub("", words, count=1)):
        return "story"
    return "metric" if CHANGED.match(words) else None
