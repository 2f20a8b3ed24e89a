"""Which part serves which requirement, by the words both use."""

import re
from collections.abc import Collection, Container, Iterator, Mapping, Sequence

from agents.builtin.planning.drawing.aside import ASIDE
from agents.builtin.planning.drawing.deeds import acts, leaves_something
from agents.builtin.planning.drawing.purposes import meant_for
from agents.builtin.planning.drawing.services import OWN
from agents.builtin.planning.drawing.shape_for import GOES_ON, HOSTED
from agents.builtin.planning.drawing.shape_parts import Shape
from agents.builtin.planning.drawing.tongues import helping_abroad, is_read
from agents.builtin.planning.entries import Entries
from agents.builtin.reader.words.nouns import singular
from agents.builtin.reader.words.technology import technologies
from agents.schemas.architecture import Component
from agents.schemas.requirements import NonFunctional, Requirement

WORD = re.compile(r"[^\W\d_]{4,}")
SPEED_OF_PAGES = re.compile(
    r"\bpages?\b|\bload|\brender|\bscreen|\bui\b|\banimation|\bfps\b|\bstart", re.IGNORECASE
)
# Parts that are there for what some requirement says, and for nothing else.
IDLE = frozenset({"worker", "background", ASIDE})
# Where what people do at a screen is kept.
KEPT_BEHIND = frozenset({"store", "device_store", "local_store", "browser_store", "host_store"})
# What people have with them where there is no network.
AT_HAND = ("device_store", "local_store", "browser_store")
# Words that stand in the names of many systems.
OF_MANY = re.compile(
    r"(?:api|sdk|engine|service|services|cloud|google|apple|microsoft|amazon|aws|azure|the|open|web|data|code|search|custom|server)",
    re.IGNORECASE,
)
# An e-mail address among what is known of somebody is no mail that is sent.
FIELDS = re.compile(
    r"\b(?:names?|address(?:es)?|phones?|numbers?|birth|passwords?),? (?:and |or )?e-?mails?\b"
    r"|\be-?mails?(?:,| and| or) (?:phone|name|address|password|postal|telephone|mobile|number)",
    re.IGNORECASE,
)
# Systems for things that stand in every second demand; where one demand names such a system, it is there for that.
BROAD = re.compile(
    r"(?:aws |amazon )?s3|google cloud storage|azure blob storage|minio|.*maps?|mapbox", re.IGNORECASE
)
MAPS = re.compile(r".*maps?|mapbox|openstreetmap|here", re.IGNORECASE)
PLAYS = re.compile(r"\bplayers?\b", re.IGNORECASE)
# Chats in which a bot lives.
CHATS = re.compile(
    r"slack|discord|telegram|(?:microsoft |ms )?teams|whatsapp|mattermost|matrix|signal", re.IGNORECASE
)
# What well-known outside systems are for.
MEANT_FOR = tuple(
    (re.compile(names, re.IGNORECASE), re.compile(words, re.IGNORECASE))
    for names, words in (
        (
            r"(?:aws |amazon )?cognito|auth0|okta|keycloak|clerk|firebase auth\w*|azure ad|entra id|workos",
            r"\bsign[- ]?(?:in|up)\b|\blog[- ]?in\b|\bauthenticat|\bregister\b|\bpasswords?\b|\bsso\b",
        ),
        (
            r"(?:aws |amazon )?ses|sendgrid|mailgun|postmark|resend|mailchimp|brevo|smtp|e-mail service",
            r"\be-?mails?\b(?! address)|\b(?:an?|by|per|gets?|receives?|sends?) mails?\b|\bnewsletter|\binvitation",
        ),
        (r"file transfer server", r"\bs?ftp\b"),
        (
            r"twilio|vonage|messagebird|(?:aws |amazon )?sns|sms gateway",
            r"\bsms\b|\btext messages?\b|\bphone calls?\b",
        ),
        (
            r"firebase cloud messaging|fcm|onesignal|(?:apple )?apns?|expo push|pusher",
            r"\bpush\b",
        ),
        (
            r"stripe|paypal|adyen|braintree|klarna|square|razorpay|mollie|paddle|payment provider",
            r"\bpay(?:s|ing|ment|ments)?\b|\bcheckout\b|\brefund|\bsubscription|\bbilling\b",
        ),
        (
            r"(?:aws |amazon )?s3|google cloud storage|azure blob storage|cloudinary|minio",
            r"\bupload|\bdownload|\bfiles?\b|\battachment|\bphotos?\b|\bimages?\b|\bpdfs?\b|\barchiv",
        ),
        (
            r"sentry|datadog|new relic|cloudwatch|prometheus|grafana",
            r"\bmonitor|\balert|\bmetrics?\b|\berrors? (?:are|is) (?:logged|reported)|\blogs?\b",
        ),
        (
            r"openai|claude|anthropic|gemini|gpt[\w.-]*|mistral|language model",
            r"\bai\b|\bllm\b|\bsummar(?:y|ies|i[sz])|\bgenerat(?:es?|ed|ion)\b",
        ),
        (r"google maps|mapbox|openstreetmap|here", r"\bmaps?\b|\broutes?\b|\bgeocod|\baddress"),
    )
)


def serving(
    entries: Entries,
    shape: Shape,
    *,
    homes: Mapping[str, str],
    outside: Mapping[str, Component],
    product: str = "",
) -> dict[str, list[str]]:
    """Part id -> ids of what it serves. `homes` are the parts that hold the rules of a requirement, by its id.

    A command is called by the name of the `product`.
    """
    served: dict[str, list[str]] = {}
    names = {part.id: part.name for part in shape.parts}
    only = {
        key
        for key, system in outside.items()
        if BROAD.fullmatch(system.name)
        and any(_named(system.name, each.text) for each in entries.requirements)
    }
    # Where words are not read, a part that none of them calls for is not given everything.
    read = is_read(entries)
    people = frozenset(singular(each.name.split()[-1].casefold()) for each in entries.actors if each.name)
    for each in entries.requirements:
        helping = _helping(each.text, shape, people) if read else helping_abroad(each.text, shape, people)
        if shape.entry == "command" and _is_called(product, each.text):
            helping.append(shape.entry)
        systems = tuple(_systems(each, outside, only))
        if "backend" in names and any(not MAPS.fullmatch(outside[key].name) for key in systems):
            # Keys of others' systems are on no phone.
            helping.append("backend")
        parts = (_home(each, helping, homes) or shape.core, *helping, *systems)
        for part in dict.fromkeys(parts):
            served.setdefault(part, []).append(each.id)
    if read and not served.get(shape.entry):
        served[shape.entry] = [each.id for each in entries.requirements]
    for demand in entries.nfrs:
        place = _place(demand, shape, names)
        due = (part.id for part in shape.parts if part.kind == "worker" and part.helps(demand.text))
        for key in dict.fromkeys((place, *due)):
            served.setdefault(key, []).append(demand.id)
        for key, system in outside.items():
            if _meant(system.name, demand.text):
                served.setdefault(key, []).append(demand.id)
    served |= meant_for(entries, {key: outside[key] for key in outside if not served.get(key)})
    chat = next(
        (key for key, system in outside.items() if "chat" in names and CHATS.fullmatch(system.name)), ""
    )
    if chat:
        served[chat] = _in_order((*served.get("chat", ()), *served.get(chat, ())), entries)
    for key in names:
        if read and key not in {shape.core, *IDLE} and not served.get(key):
            served[key] = _carried(key, shape, served)
    for key, system in outside.items():
        # A backend that others run keeps what the product keeps.
        if HOSTED.search(system.name):
            through = served.get("sync", ())
            own = _in_order((*served.get(key, ()), *through), entries)
            served[key] = own or list(served.get(shape.keeper) or served.get(shape.core) or ())
    return served


def _in_order(ids: Sequence[str], entries: Entries) -> list[str]:
    """Each id once, as the document has them."""
    return [each.id for each in (*entries.requirements, *entries.nfrs) if each.id in ids]


def _carried(part: str, shape: Shape, served: Mapping[str, Sequence[str]]) -> list[str]:
    """What a part that no words call for is needed for: what those on both sides of it serve, or the one it is joined to."""
    before = [source for source, target, _ in shape.wires if target == part]
    after = [target for source, target, _ in shape.wires if source == part]
    through = [
        each
        for source in before
        for target in after
        for each in served.get(source, ())
        if each in served.get(target, ())
    ]
    beside = [each for neighbour in (*before, *after) for each in served.get(neighbour, ())]
    return list(dict.fromkeys(through or beside))


def _home(each: Requirement, helping: Sequence[str], homes: Mapping[str, str]) -> str | None:
    """The part that holds the rules of a requirement, where it has one of its own."""
    services = (key for key in helping if key.endswith(OWN))
    return homes.get(each.id) or next(services, "") or None


def _systems(each: Requirement, outside: Mapping[str, Component], only: Container[str]) -> Iterator[str]:
    """The outside systems a requirement is about."""
    text = f"{each.area}: {each.text}"
    for key, system in outside.items():
        if _named(system.name, text) if key in only else _meant(system.name, text):
            yield key


def _helping(text: str, shape: Shape, people: Collection[str]) -> list[str]:
    """The parts that these words call for, what people do at a screen, and what lies between a screen and what is kept."""
    parts = {part.id: part for part in shape.parts if part.id != shape.core}
    found = [key for key, part in parts.items() if part.helps(text)]
    if shape.keeper in parts and any(use == "store" for use, _ in technologies(text)):
        found.append(shape.keeper)
    if GOES_ON.search(text):
        found += [key for key in AT_HAND if key in parts]
    doors = [key for key, part in parts.items() if part.kind == "client" or key == "chat"]
    screen = shape.entry if shape.entry in doors else next(iter(doors), "")
    # Who plays does so in the program that is extended.
    in_the_host = shape.entry == "hooks" and PLAYS.search(text) is not None
    if screen and not in_the_host and acts(text, people):
        found.append(screen)
        # A document without a database has no such part.
        if shape.keeper in KEPT_BEHIND and shape.keeper in parts and leaves_something(text, people):
            found.append(shape.keeper)
            if "backend" in parts and len(people) > 1:
                found.append("store")
    if screen in found:
        stores = [key for key in found if parts[key].kind in {"store", "files"}]
        found += [between for store in stores for between in _way(shape, screen, store)]
    return [key for key in parts if key in found]


def _is_called(product: str, text: str) -> bool:
    """Whether a command stands in these words with what follows it: `tidy scan PATH`."""
    return bool(product) and re.search(rf"(?<![\w/.-]){re.escape(product)} +(?:--?)?\w", text) is not None


def _way(shape: Shape, begin: str, end: str) -> tuple[str, ...]:
    """What a part asks on its way to another one: the server between pages and a database."""
    ways: dict[str, tuple[str, ...]] = {begin: ()}
    waiting = [begin]
    for part in waiting:
        for source, target, _ in shape.wires:
            if source == part and target not in ways:
                ways[target] = (*ways[part], part)
                waiting.append(target)
    return ways.get(end, ())[1:]


def _meant(name: str, text: str) -> bool:
    """Whether a demand is about an outside system: it names it, or asks for what such systems are there for."""
    if _named(name, text):
        return True
    own = next((word for word in name.split() if not OF_MANY.fullmatch(word)), "")
    if len(own) > 2 and own in text and re.search(rf"(?<!\w){re.escape(own)}(?!\w)", text):
        return True
    return any(
        systems.fullmatch(name) and words.search(FIELDS.sub(" ", text)) for systems, words in MEANT_FOR
    )


def _named(name: str, text: str) -> bool:
    # `The list lives in a Google sheet`: one of what the system is called after.
    many = " " in name and name.endswith("s")
    called = name[:-1] if many else name
    if called.casefold() not in text.casefold():
        return False
    found = rf"(?<!\w){re.escape(called)}{'s?' if many else ''}(?!\w)"
    return re.search(found, text, re.IGNORECASE) is not None


def _place(demand: NonFunctional, shape: Shape, names: Mapping[str, str]) -> str:
    """Where a demand on quality is met first."""
    at_hand = next((key for key in AT_HAND if key in names), "")
    if at_hand and GOES_ON.search(demand.text):
        return at_hand
    # What has to go on in spite of failures is work for a worker only where its words say so, and then it is served there too.
    steady = next((key for key in ("sync", "schedule") if key in names), shape.guard)
    fast = shape.entry if SPEED_OF_PAGES.search(demand.text) else shape.guard
    place = {
        "performance": fast,
        "scalability": shape.guard,
        "usability": shape.entry,
        "accessibility": shape.entry,
        "localization": shape.entry,
        "compatibility": shape.entry,
        "security": shape.guard,
        "compliance": shape.guard,
        "retention": shape.keeper,
        "availability": shape.guard,
        "privacy": shape.keeper,
        "data-integrity": shape.keeper,
        "reliability": steady,
        "observability": "signals" if "signals" in names else shape.guard,
        "maintainability": shape.core,
        "extensibility": shape.core,
        "testability": shape.core,
    }.get(demand.category, shape.entry)
    return place if place in names else shape.entry
