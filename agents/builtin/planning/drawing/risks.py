"""What may go wrong with the drawing, from what its requirements touch, and what the plan does about it."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from agents.builtin.planning.drawing.unnamed import in_words
from agents.builtin.planning.entries import Entries
from agents.builtin.planning.quoting import listed
from agents.builtin.reader.words.occurring import occurring
from agents.schemas.architecture import Architecture, Risk
from agents.schemas.questions import Clarification

MOST = 8
# Programs on one machine, which exchange nothing unless a part for it is drawn.
ALONE = frozenset({"mobile_app", "desktop_app", "cli", "game", "extension"})
MOST_IDS = 20
# Ids that a sentence names; of the others it says how many there are.
SHOWN = 5


class Danger(NamedTuple):
    """What goes wrong where requirements have these words, and what helps."""

    words: str
    text: str
    mitigation: str
    # It can happen only where things are exchanged with other devices or people.
    exchanged: bool = False


# The gravest first: what costs money or trust stands before what costs time.
DANGERS = (
    Danger(
        r"\b(?:accept|process|take|handle|collect|charge|refund)\w* (?:\w+ ){0,3}"
r"(?:payments?|money|fees?|cards?)\b"
r"|\bpay(?:s|ing|ments?)? (?:\w+ ){0,3}(?:for|with|by|online|through|via)\b"
r"|(?<!local )(?<!git )(?<!code )(?<!source )\bcheckout\b(?! (?:inputs?|steps?|actions?))"
r"|\bbilling\b(?! (?:services?|systems?|teams?|departments?|address))|\bstripe\b|\bpaypal\b",
        "A payment could be taken twice, or be taken and not recorded.",
        "Every charge has an id of its own, is safe to repeat, and is compared with the provider's list.",
    ),
    Danger(
        r"\bpatient|\bmedical|\bhealth (?:data|record)|\bsalar|\bpersonal data\b|\bdate of birth"
r"|\bmedicines?\b|\bmedications?\b|\bdiagnos[ei]s\b|\bpassport|\bbank account|\bchild(?:ren)?'?s? data|\blocation (?:data|history)",
        "Personal data could be seen by somebody it is not meant for.",
        "Who may see a record is asked for each record, and tests try it as a stranger.",
    ),
    Danger(
        r"\b(?:(?<!\.)(?<!vs )(?<!vs\. )(?<!versus )ai(?! (?:players?|opponents?|enem))|llm|language model"
r"|machine learning|ml model|gpt[\w-]*|claude|gemini|openai|ocr|computer vision|speech recognition"
r"|recogni[sz]es?|(?:auto-?|automatically )classif(?:y|ies)"
r"|classif(?:y|ies) (?:\w+ ){0,2}"
r"(?:images?|photos?|texts?|e-?mails|documents|tickets|messages|comments|audio))\b",
        "What a model reads or writes may be wrong and look right.",
        "Its answers are checked where they can be, shown as what they are, and can be put right by people.",
    ),
    Danger(
        r"\b(?:youtube|instagram|tiktok|facebook|linkedin|whatsapp)\b|\bscrap(?:e|es|ing)\b|\bcrawl",
        "The terms of the platform may forbid what is planned, or it may shut programs out.",
        "Read the terms first; the part that talks to it can be replaced without the rest.",
    ),
    Danger(
        r"\boffline\b|\bsync(?:s|ed|hroni\w*)?\b|\bseveral devices|\bcollaborat|\bconcurrent(?:ly)? edit|\bat the same time",
        "Two people or devices may change the same thing before they hear of each other.",
        "Each change carries what it was based on; what does not fit is shown, and never overwritten in silence.",
        exchanged=True,
    ),
    Danger(
        r"\bremind|\bnotif(?:y|ies|ied)\b|\bnotifications?\b|\balerts?\b"
r"|\b(?:send|sends|sent) (?:\w+ ){0,3}(?:e-?mails?|sms|messages?)\b"
r"|\be-?mail(?:s|ed)? (?:to|when|the|a|is|are)\b"
r"|\b(?:gets?|receives?) (?:an? |the )?(?:[\w-]+ ){0,3}(?:messages?|mails?|sms|alerts?|warnings?)\b"
r"|\b(?:is|are) (?:told|warned|alerted|informed|notified)\b",
        "A message could go out twice, late, or not at all.",
        "What is to be sent is written down first and ticked off when it was taken; a second try looks there.",
    ),
    Danger(
        r"\b(?:can|may|must|to|customers|guests|members|patients|people|users) book\b|\bbookings?\b|\breserv(?:e|es|ed|ations?)\b|\bdouble[- ]?book"
r"|\b(?:a|free|time) slots?\b|\bnumber of (?:free )?(?:places|rooms|seats|tables)\b",
        "Two people may take the last free one at the same moment.",
        "The store lets it be taken once; whoever comes second hears at once that it is gone.",
        exchanged=True,
    ),
    Danger(
        r"\bupload|\battachments?\b",
        "A file that somebody uploads may be hostile, huge, or not what it says.",
        "Size and kind are checked before anything is kept, and files are served from a place that runs nothing.",
    ),
    Danger(
        r"\bimport(?:s|ed|ing)?\b|\bingest"
r"|(?<!as )(?<!as a )(?<!to )(?<!in )\bcsv (?:files?|uploads?|imports?)\b|\bfrom (?:an? |the )?(?:csv|excel|spreadsheet)"
r"|\bmigrat(?:e|es|ed|ion) (?:\w+ ){0,3}(?:data|volumes?|records?)|\betl\b"
r"|\bload(?:s|ed)? (?:\w+ ){0,4}(?:files?|rows|records)",
        "Data from outside may be wrong, come twice, or stop half way.",
        "Each load is checked as a whole, can be repeated without doubling anything, and keeps aside what it could not read.",
    ),
    Danger(
        r"\bfirmware\b|\bover the air\b|\bota\b|\bpower (?:cut|loss|failure|outage)|\bsd cards?\b",
        "A device may lose its power or its connection in the middle of a write or an update.",
        "Writes and updates are done as a whole or not at all, and the device falls back to what last worked.",
    ),
    Danger(
        r"\b(?:preview|ephemeral|temporary|test|staging) environments?\b|\bper pull request\b"
r"|\benvironments? (?:is|are) (?:created|removed|destroyed)\b|\bspot instances?\b|\bautoscal",
        "What was created may be left running and cost money, or be removed while somebody uses it.",
        "Everything carries its owner and its last day; what is due is listed before it is removed.",
    ),
    Danger(
        r"\bsemantic versioning\b|\bsemver\b|\bbinary compatib|\bbackwards?[- ]compatib|\bbreaking changes?\b|\bpublic api\b",
        "A release may break programs of other people.",
        "The public interface is compared with the last release before each new one, and what goes is announced one release earlier.",
    ),
    Danger(
        r"\bsav(?:e|es|ed) (?:the |a |every |each )?(?:games?|progress)\b|\bgame saves\b|\b(?:saved games|save slots?)\b",
        "A saved game may be lost when the program ends while it writes, or may not open in a later version.",
        "A save is written beside the old one and then takes its place, and it carries the version that wrote it.",
    ),
    Danger(
        r"\b(?:renam|overwrit|delet|mov|modif)\w* (?:\w+ ){0,3}?(?:files?|folders?|director(?:y|ies))\b",
        "A file that somebody needs may be changed or lost.",
        "What will be done can be seen first, and nothing is overwritten without being asked for.",
    ),
)  # fmt: skip

PATTERNS = tuple((danger, occurring(danger.words)) for danger in DANGERS)
# Most demands touch none of them, which is seen sooner of all words together.
ANY = occurring("|".join(danger.words for danger in DANGERS))


def risks(drawn: Architecture, entries: Entries, questions: tuple[Clarification, ...]) -> tuple[Risk, ...]:
    """At most eight, the outside systems and the dangers of the domain first."""
    found = (
        *_outside(drawn),
        *_dangers(drawn, entries),
        *_vague(entries),
        *_hedged(entries),
        *_assumed(questions),
    )
    kept = found[:MOST]
    ids = entries.reason_ids("risk", [(matter, text) for matter, text, _, _ in kept])
    told = (
        Risk(id=id_, matter=matter, text=text, mitigation=mitigation, requirement_ids=touched[:MOST_IDS])
        for id_, (matter, text, mitigation, touched) in zip(ids, kept, strict=True)
    )
    return tuple(sorted(told, key=lambda each: int(each.id[1:])))


# What it is about, by which it is known again in other words, or nothing where its words are always the same.
Found = tuple[str, str, str, tuple[str, ...]]


def _outside(drawn: Architecture) -> Iterator[Found]:
    systems = [part for part in drawn.components if part.kind == "external"]
    if systems:
        names = [in_words(part.name) for part in systems]
        said = listed(names, names)
        ids = tuple(dict.fromkeys(each for part in systems for each in part.requirement_ids))
        yield (
            "outside",
            f"{said[0].upper() if said.startswith(('a ', 'an ')) else said[0]}{said[1:]} may be slow, change, or be gone.",
            f"One adapter{'' if len(systems) == 1 else ' for each'}, with timeouts and a stand-in for tests; the rules do not know {'it' if len(systems) == 1 else 'them'}.",
            ids,
        )


def _dangers(drawn: Architecture, entries: Entries) -> Iterator[Found]:
    alone = drawn.kind in ALONE and not any(
        part.id == "sync" or part.kind in {"store", "external"} for part in drawn.components
    )
    touching = [each for each in (*entries.requirements, *entries.nfrs) if ANY.search(each.text)]
    for danger, words in PATTERNS:
        if danger.exchanged and alone:
            continue
        touched = tuple(each.id for each in touching if words.search(each.text))
        if touched:
            yield "", danger.text, danger.mitigation, touched


def _vague(entries: Entries) -> Iterator[Found]:
    ids = tuple(each.id for each in entries.nfrs if each.target is None)
    if ids:
        one = len(ids) == 1
        yield (
            "no number",
            f"{_named(ids)} {'names' if one else 'name'} no number, so people may differ on whether {'it is' if one else 'they are'} met.",
            "Agree on a number, or on a list to check, before the proof is written.",
            ids,
        )


def _assumed(questions: tuple[Clarification, ...]) -> Iterator[Found]:
    ids = tuple(each.id for each in questions if each.default and not each.answer)
    if ids:
        one = len(ids) == 1
        yield (
            "defaults",
            f"The plan takes {'a default' if one else 'defaults'} for {_named(ids)} that nobody has confirmed.",
            f"Answer {'it' if one else 'them'} before the parts that depend on {'it' if one else 'them'} are built.",
            (),
        )


def _hedged(entries: Entries) -> Iterator[Found]:
    ids = tuple(each.id for each in entries.requirements if each.tentative)
    if ids:
        one = len(ids) == 1
        yield (
            "hedged",
            f"{_named(ids)} {'is' if one else 'are'} hedged (could, optional), and may be dropped or grow.",
            f"{'It comes' if one else 'They come'} last, and nothing depends on {'it' if one else 'them'}.",
            ids,
        )


def _named(ids: Iterable[str]) -> str:
    every = list(ids)
    return listed(every[:SHOWN], every)
