"""What shows that a statement is not settled: words of doubt, a gap that is to be filled, a question without its mark."""

import re

from agents.builtin.reader.words import nature_abroad
from agents.builtin.reader.words.occurring import occurring

# Who settles something; a user who has to decide between two lists is no doubt of the document.
_US = r"(?:we|i)"
_SETTLE = (
    r"(?:decide|determine|clarify|discuss|define|specify|agree|settle|choose|confirm|verify"
    r"|investigate|evaluate|find out|figure out|work out|sort out|think about|look into)"
)
_SETTLED = (
    r"(?:decided|determined|clarified|discussed|defined|specified|agreed|settled|chosen|selected"
    r"|confirmed|verified|investigated|evaluated|finali[sz]ed|sorted(?: out)?|figured out|worked out"
    r"|found out|tested)"
)
_OFFICE = (
    r"(?:legal|marketing|finance|design|product|engineering|ops|operations|sales|support|security"
    r"|compliance|procurement|management|hr|it|qa)"
)
_WORDS: tuple[str, ...] = (
    r"\bTBD\b|\bTBC\b|\bTBA\b|\bt\.b\.[dca]\b|(?<!\ba )(?<!each )(?<!every )(?<!any )(?-i:(?<![\w-])TODO\b)(?!-\d| comments?\b|/FIXME)|^\W*(?:WIP|work in progress)\W*$",
    (
        r"\bto be "
        r"(?:decided|determined|clarified|discussed|defined|specified|announced|finali[sz]ed|agreed|settled|evaluated|researched|investigated|explored"
        # `I want the list to be updated every hour`: what the product does.
        r"|updated(?! (?:automatically|by|daily|each|every|hourly|nightly|via|when|with)\b)|confirmed(?! (?:automatically|via|by (?:e-?mail|mail|phone|push|sms|text))\b))"
        # `The record to be updated does not exist`: one of several, and not settled later.
        r"(?! (?:do|does|is|are|was|were|has|have|must|shall|should|will|can|may|cannot|exists?|belongs?|by (?:the|an?|all) )\b)"
    ),
    (
        rf"\b(?:still|yet) (?:(?:has|have|needs?) )?to be {_SETTLED}\b"
        r"|\b(?:has|have|needs?) to be (?:clarified|decided|discussed|sorted out|figured out)\b"
        rf"|\b(?:still )?remains to be {_SETTLED}\b"
    ),
    (
        r"\bneeds? "
        r"(?:verification|investigation|clarification|further|discussion|research|validation"
        r"|(?:a |an? final )?decision|more thought|to be (?:defined|investigated))"
    ),
    rf"\bnot (?:yet )?(?:been )?(?:clear|known|{_SETTLED})(?: yet)?\s*(?:$|[).,;:])|\bnot yet (?:clear|known|{_SETTLED})\b",
    r"\b(?:(?:we|i) (?:are|am)|(?:we|i)['’](?:re|m)) (?:not (?:yet )?sure|unsure)\b|\bunsure (?:if|whether|how|about|which|what)\b",
    (
        r"\b(?:have not|haven['’]t|has not|hasn['’]t|not) (?:yet )?"
        r"(?:decided|agreed|settled|chosen|finali[sz]ed)\b"
        rf"|\b{_US} (?:have|had) (?:not|n['’]t) made up\b|\bmade up (?:our|my) minds?\b"
    ),
    (
        r"(?<!they )(?<!users )(?<!user )(?<!people )(?<!who )\b(?:don['’]t|do not) (?:yet )?know (?:yet )?(?:if|whether|how|who|what|when|which)\b"
        r"|\bno idea (?:yet )?(?:if|whether|how|who|what|when|which|about)\b"
        r"|\b(?:no|without a) (?:final )?decision (?:yet|on|about|has)\b"
    ),
    (
        r"\bundecided|\bunclear\b|\bstill open\b|(?<!for )(?<!on )(?<!with )\bopen question|\b(?:is|as) a placeholder"
        r"|\bsubject to change\b|\bup for (?:discussion|debate)\b"
        r"|\bopen (?:for|to) (?:discussion|debate)\b|\bin the air\b"
    ),
    (
        r"^\s*(?:alternative|consideration|question|open|q|to discuss|to decide|to clarify|for discussion"
        r"|decision needed)s?\s*[:：]"
        r"|^(?:(?:the|my|our|one|only|open|last|remaining) ){0,2}question (?:is|remains)\b|^possibly\b"
        r"|^(?:to )?decide (?:whether|if|on|about|between|which|what|how|who)\b|^decide\s*[:：]"
        r"|^open\s?[:：]"
    ),
    (
        rf"\b(?:still|yet) (?:has|have|needs?|want) to {_SETTLE}\b|\b{_US} will (?:(?:then|later|still|jointly) )?(?:choose|chose|decide|agree|settle) (?!(?:to|that)\b)"
        rf"|\b{_US} (?:still |also |first )?(?:have|need) to "
        r"(?:find out|figure out|work out|sort out|decide|clarify|determine|agree|settle)\b"
        r"|^(?:still )?need to (?:find out|figure out|work out|sort out|decide|clarify)\b"
    ),
    (
        r"\b(?:is|are) (?:still )?under discussion\b"
        r"|\bnot (?:yet )?(?:clear|certain|sure) (?:yet )?(?:if|whether|how|who|what|when|which)\b"
        r"|\b(?:i|we) wonder (?:if|whether)\b|\bwe(?:['’]ll| will) see (?:if|whether|how|what)\b"
    ),
    (
        r"(?:^|[—–:(-]\s?|\b(?:we|i) (?:still )?)needs? to (?:check|confirm|clarify|discuss|align|agree) "
        r"(?:this |it |that )?with\b"
        r"|\(\s?(?:to )?(?:confirm|check|clarify) with\b"
        r"|^(?:check|confirm|clarify|align) with "
        rf"(?:(?-i:[A-Z]\w+)|(?:the |our )?(?:client|customer|team|vendor|supplier|board|{_OFFICE})\b)"
    ),
    rf"\b{_US} (?:could|can|might|may|should)(?: then)? either \w[^.?!]{{2,80}}? or \w",
    rf"^{_OFFICE} (?:has |have |needs? )?(?:to|must|should) (?:confirm|decide|clarify|check|agree)\b",
    r"^whether\b(?! or not\b)|(?:->|→|[–—-])\s*(?:still )?open\s*[.!]?$|\basked (?:if|whether)\b",
    # `When the door is open, the bell shall ring` says when.
    r"^(?:which|whether|who|what|when|how|where)\b[^?]{3,80}\b(?:is|are|remains?) (?:still )?(?:open|unknown|unclear|undecided|pending)\b(?!,? \w.{0,200}\b(?:shall|must|should|will)\b)",
    (
        r"\b(?:needs?|awaiting|await|waiting (?:for|on)|pending) "
        r"(?:input|feedback|(?:a )?(?:final )?decision|clarification) (?:from|by|on)\b"
        r"|^(?:still )?(?:awaiting|waiting (?:for|on)) .{0,30}\bfrom\b"
        r"|^depends on .{0,40}\b(?:decision|answer|outcome)\b"
    ),
    (
        r"\((?:still |yet )?"
        r"(?:to (?:decide|discuss|clarify|confirm|check)|unconfirmed|undecided|unclear|open"
        r"|(?:format|scope|details?|wording|price|pricing|date|name|text|design|decision|numbers?) "
        r"(?:pending|open))\)"
    ),
    r"[?？]{2,}|\([?？]\)|(?-i:\bX{2,3}\b) ?(?:%|ms|kb|mb|gb|cm|mm|€|eur|usd|seconds?|minutes?|hours?|days?|weeks?|users?)(?!\w)",
    (
        r"^(?:spike|investigate|research|evaluate|look into|find out|figure out)\b:? "
        r"(?:options?|alternatives|whether|if|which|how|what|who)\b"
        r"|\b(?:what|how) about (?!page\b)"
    ),
)
# `Potential approaches to investigate include:`: the entries below are alternatives, and none of them is chosen.
_WAYS = r"(?:approaches|solutions|strategies|options|ways|routes|avenues|alternatives|candidates|ideas)"
UNDECIDED = re.compile(
    r"(?:(?:some|several|the|other) )?(?:"
    r"(?:potential|candidate) (?:[\w-]+ )?(?:approaches|solutions|strategies|ways|routes|avenues|alternatives)\b"
    r"|possible (?:[\w-]+ )?(?:approaches|solutions|strategies|avenues)\b"
    rf"|(?:[\w-]+ )?{_WAYS} (?:to (?:investigate|explore|evaluate|consider|research|compare)|under (?:consideration|evaluation|investigation|discussion)"
    r"|being (?:considered|evaluated|discussed|weighed)|(?:we|i) (?:could|might) (?:take|try|use)|worth (?:exploring|investigating|considering))\b"
    r")[^.:：]{0,80}[:：]?$",
    re.IGNORECASE,
)
BRACKETED = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])")
DOUBT = occurring("|".join((*_WORDS, nature_abroad.UNSETTLED)))
# A statement without one of these settles everything, and that is seen much sooner; words beyond ASCII are searched anyway.
_SIGNS = (
    *("tbd", "tbc", "tba", "t.b.", "todo", "wip", "?", "xx", "decid", "decision", "determin", "updated"),
    *("confirm", "clarif", "discuss", "defin", "specif", "announc", "finali", "agree", "settl", "evaluat"),
    *(
        "chose",
        "choose",
        "select",
        "verif",
        "investigat",
        "explor",
        "research",
        "further",
        "validation",
        "thought",
    ),
    *("clear", "known", "know ", "unknown", "sure", "sorted", "sort out", "figure", "work out", "worked out"),
    *("find out", "found out", "tested", "made up", "no idea", "placeholder", "open", "subject to change"),
    *(
        "either",
        "up for",
        "whether",
        "asked if",
        "in the air",
        "alternative",
        "consideration",
        "question",
        "q:",
        "possibly",
        "pending",
        "certain",
    ),
    *("wonder", "see ", "check", "align", "input", "feedback", "waiting", "depends", "think about"),
    *(
        "look into",
        "spike",
        "what about",
        "how about",
        "klar",
        "offen",
        "bepalen",
        "beslis",
        "bespreken",
        "ustaleni",
        "wissen",
        "noch ",
        "on ne sait",
        "encore",
        "falta",
        "queda",
        "hay que",
        "claro",
        "chiaro",
        "deciso",
        "sappiamo",
    ),
)
# `Should guests be able to leave`: a question though its mark is missing; `Can also be printed` has no such subject.
_SUBJECT = r"(?:we|they|users?|it|(?:the |a |an )?(?!also\b|only\b|not\b|never\b|always\b|then\b|still\b|just\b|\w+ly\b)[a-z][\w-]*)"
UNMARKED = re.compile(
    rf"^(?:should|shall|can|could|do|does|will|would) {_SUBJECT} "
    r"(?:be|have|need|want|also|really|even|get)\b(?! (?:shown|used|made)\b)[^.!:]*$"
    r"|^(?:do|does|should|shall|can) (?:we|they)\b[^.!:]*$",
    re.IGNORECASE,
)


def doubts(text: str) -> bool:
    """Whether the words say that something is not settled, or leave a gap for it."""
    if UNDECIDED.match(text):
        return True
    low = text.casefold()
    if text.isascii() and not any(map(low.__contains__, _SIGNS)):
        return False
    return bool(DOUBT.search(text))


def apart(text: str) -> str:
    """What a statement says beside its doubts in brackets, as in `Reports (format pending)`; empty when it has none."""
    settled = BRACKETED.sub(lambda each: "" if "?" in each[0] or doubts(each[0]) else each[0], text)
    said = settled.strip().rstrip(" .:,–—-")
    return said if settled != text and "?" not in said and not doubts(said) else ""


def asks(text: str) -> bool:
    """Whether the words are put as a question, though without its mark."""
    return bool(UNMARKED.match(text))
