"""Sentences that are tried when no slip of the pen explains the words better, and words that ask for nothing."""

import re

from agents.builtin.planning.refining.grammar import Sentence
from agents.builtin.planning.refining.named import ID
from agents.builtin.seldom import Seldom

CHATTER = Seldom(
    r"(?!.*\b(?:but|except|only)\b)(?:thanks?|thank you|lgtm|looks (?:good|fine|great)(?: to me)?|nice|great|perfect|ok(?:ay)?|cool"
    r"|good|fine|yes|approved?|\+1|👍)"
    r"(?: .{0,30})?",
    re.IGNORECASE,
)
LOOSE: tuple[Sentence, ...] = (
    (rf"(?P<id>{ID}),? (?P<text>(?:also|too|and also|including|plus) .{{3,}})", "amend"),
    (rf"(?P<id>{ID}),? (?P<text>(?:should|must|shall|has to|needs to) .{{3,}})", "amend"),
    (
        r"(?P<text>(?:the |an? )?[\w' -]{2,40}? (?:should|must|shall|can|needs? to|has to|have to) .{3,})",
        "add",
    ),
    (
        (
            r"(?:(?:let|allow|enable) (?!me\b|us\b|it\b)|(?:i|we)(?:['’]d| would)? (?:also )?(?:want|like) (?=[\w' -]+? to (?!be\b)))"
            r"(?P<who>(?:the |an? |our |all |every )?[\w'-]+)(?: to)? (?P<text>.{3,})"
        ),
        "allow",
    ),
    (r"(?P<text>as an? .{2,60}?,? i (?:want|would like|['’]d like|need|can) .{3,})", "add"),
    (
        r"(?:i|we)(?:['’]d| would)? (?:also )?(?:want|need|like)(?: to have)? (?!it to\b)(?P<text>.{3,})",
        "add",
    ),
    (rf"(?P<text>(?!{ID}\b)(?:the |an? |every |each |all )?[\w'-]+(?: [\w'-]+)? needs? .{{3,}})", "add"),
    (r"there (?:should|must|has to) be (?P<text>.{3,})", "add"),
    (r"(?P<text>(?:should|must|has to|needs to) (?:be|have|run|work) .{3,})", "add"),
    (r"add (?P<text>.{3,})", "add"),
)
