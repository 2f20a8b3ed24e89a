"""Who and what else a document names: the people it is for and the outside systems it talks to."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from agents.builtin.reader.blocks import Block
from agents.builtin.reader.classify import lists_names
from agents.builtin.reader.findings import Finding, Named
from agents.builtin.reader.inline import plain, split_lead
from agents.builtin.reader.nature import STORY_WANT
from agents.builtin.reader.services import GENERAL, INTERFACE, KNOWN, ORDINARY, WITH
from agents.builtin.reader.topic_words import Topic
from agents.builtin.reader.topics import announced

MOST = 12
FOR = re.compile(
    r"\b(?:(?:designed|built|intended|meant|targeted|aimed|made|created|tool|app|platform|service|solution|sdk|library) (?:for|at)|(?:primary |target |main |end |intended )(?:users|audience|customers|user) (?:are|is|include[s]?)|used by|serving(?: both)?)\s+(?P<who>[^.;:()\n]{3,140})",
    re.IGNORECASE,
)
CUT = re.compile(
    r"\s+(?:who|that|which|to|building|using|with|in|on|from|at|wanting|looking|managing|handling|responsible|across|so|through|via|when|as|need|needing|for)\b.*$|\s[–—-]\s.*$",
    re.IGNORECASE,
)
ROLE = re.compile(
    r"\b(?:users?|customers?|clients?|admins?|administrators?|operators?|developers?|engineers?|managers?|owners?|members?|players?|teams?|analysts?|designers?|students?|teachers?|instructors?|learners?|parents?|patients?|doctors?|nurses?|clinicians?|drivers?|riders?|sellers?|buyers?|vendors?|merchants?|shoppers?|guests?|hosts?|tenants?|landlords?|agents?|reviewers?|editors?|authors?|writers?|readers?|moderators?|creators?|contributors?|maintainers?|employees?|staff|recruiters?|candidates?|accountants?|auditors?|founders?|executives?|stakeholders?|researchers?|scientists?|traders?|investors?|gamers?|hobbyists?|consumers?|individuals?|professionals?|freelancers?|businesses|companies|organi[sz]ations?|startups?|families|couples|children|kids|adults|people|persons?|humans?|architects?|dispatchers?|couriers?|volunteers?|donors?|residents?|citizens?|visitors?|subscribers?|participants?|attendees?|organi[sz]ers?|leads?|officers?|specialists?|technicians?|testers?|devops|sres?|services|enthusiasts?|lifeloggers?|coaches?|trainers?|musicians?|listeners?|viewers?|streamers?|artists?|photographers?|farmers?|pilots?|travell?ers?|cooks?|chefs?|waiters?|cashiers?|bots?|systems|providers?|partners?|suppliers?|borrowers?|lenders?|librarians?|principals?|directors?|supervisors?|coordinators?|planners?|workers?|nutzer|benutzer|kunden?|utilisateurs?|clients?|usuarios?|usu[áa]rios?|clientes?)$",
    re.IGNORECASE,
)
HAN_ROLE = re.compile(
    r"[\u3400-\u9fff]{1,8}(?:用户|工程师|分析师|管理员|经理|人员|开发者|团队|客户|学生|老师|运营|玩家)"
)
SUBJECT = re.compile(
    r"\b((?:[A-Za-z]+\s)?(?:users?|admins?|administrators?|customers?|players?|developers?|operators?|managers?|members?|students?|teachers?|patients?|drivers?|guests?|owners?|agents?|editors?|moderators?))\s+(?:can|may|must|shall|should|will|is|are|has|have|wants?|needs?|who|selects?|clicks?|opens?|joins?|leaves?)\b",
    re.IGNORECASE,
)
ROLES = re.compile(
    r"\b(users?|you|admins?|administrators?|customers?|players?|members?|owners?|students?|teachers?|patients?|doctors?|drivers?|guests?|hosts?|tenants?|sellers?|buyers?|vendors?|agents?|humans?|editors?|authors?|reviewers?|moderators?|maintainers?|contributors?|employees?|restaurants?|clinics?|schools?)\b"
)
PLAIN_WORDS = frozenset(
    "the a an each every all any some other which that these those if when both and or our your their as for by of to new no only multiple many most allows allow lets let ensures where once after before non while so because since until unless than from with registered logged existing".split()  # noqa: SIM905  # a list of words reads best as one string
)


def actors(findings: Iterable[Finding], places: Iterable[tuple[Block, Topic | None]]) -> tuple[Named, ...]:
    """The roles named under headings about people, in user stories, and after words like “designed for”."""
    listed = tuple(places)
    found = [*_listed(listed)]
    found += [one for each in findings if each.kind == "story" for one in _in_story(each)]
    found += [one for block, topic in listed if topic != "neutral" for one in _in_prose(block)]
    if len(found) < 2:
        told = [block for block, topic in listed if topic not in {"neutral", "risk"}]
        found += [one for block in told for one in _subjects(block)]
        found += list(_frequent(told))
    return _once(found)


def integrations(places: Iterable[tuple[Block, Topic | None]], *, product: str) -> tuple[Named, ...]:
    """The outside systems named where the document speaks about itself, and not about its market."""
    found: list[Named] = []
    for block, topic in places:
        if (
            topic in {"neutral", "background", "non_goal", "deferred", "question", "risk"}
            or block.shape == "heading"
        ):
            continue
        if topic == "integration" and block.shape in {"item", "row"}:
            lead = (block.cells or (split_lead(block.raw)[0] or plain(block.raw),))[0]
            if 0 < len(lead.split()) <= 5 and block.top:
                found.append(Named(lead.strip(" :."), (block.first,)))
                continue
        found.extend(Named(name, (block.first,)) for name in _systems(block.text))
    own = product.casefold()
    return _once(each for each in found if each.name.casefold() not in {own, ""})


def _systems(text: str) -> Iterator[str]:
    names = [each.group() for each in KNOWN.finditer(text)]
    sure = {name for name in names if name not in ORDINARY}
    for name in names:
        if (
            name in sure
            or sure
            or re.search(rf"\b{name} (?:API|SQL|account|integration|service|server)", text)
        ):
            yield name
    for each in INTERFACE.finditer(text):
        words = [word for word in each.group(1).split() if not GENERAL.match(word)]
        if (words and len(words) == len(each.group(1).split())) or (
            words and each.group(1).split()[-len(words) :] == words
        ):
            yield f"{' '.join(words)} API"
    for each in WITH.finditer(text):
        words = each.group(1).rstrip(".").split()
        if words and not GENERAL.match(words[0]) and len(words) <= 4:
            yield " ".join(words)


def _listed(places: tuple[tuple[Block, Topic | None], ...]) -> Iterator[Named]:
    for block, topic in places:
        yield from after_lead(block, "actor")
        if topic == "actor":
            yield from _of_actor_block(block)
        elif topic == "story" and block.shape == "item" and block.top:
            lead, words = split_lead(block.raw)
            for name in re.split(r"\s*/\s*", lead) if lead and not words else ():
                if ROLE.search(name) and len(name.split()) <= 5:
                    yield Named(name.strip(), (block.first,))


def after_lead(block: Block, topic: str) -> Iterator[Named]:
    """Names an entry lists after saying what they are: `User personas: freelancers, small agencies`."""
    lead, words = split_lead(block.raw)
    if block.shape == "item" and lead and lists_names(lead, words) and announced(lead) == topic:
        for part in words.split(","):
            yield Named(part.strip(" ."), (block.first,))


def _of_actor_block(block: Block) -> Iterator[Named]:
    if block.shape == "row":
        if block.cells and len(block.cells[0].split()) <= 6:
            yield Named(block.cells[0], (block.first,))
        return
    if block.shape == "heading":
        for part in re.split(r"[:：,(–—]|\s-\s", block.text)[::-1]:
            name = re.sub(r"^(?:the|an?)\s+", "", part.strip(" )"), flags=re.IGNORECASE)
            if ROLE.search(name) and len(name.split()) <= 4 and announced(name) is None:
                yield Named(name, (block.first,))
                return
        return
    if block.shape == "paragraph":
        parts = re.split(r",\s*(?:and\s+)?|\s+and\s+", block.text.strip(" ."))
        if 1 < len(parts) <= 8 and all(0 < len(part.split()) <= 4 for part in parts):
            yield from (Named(part.strip(), (block.first,)) for part in parts)
        yield from _in_prose(block)
        return
    if not block.top:
        return
    lead, words = split_lead(block.raw)
    name = lead or CUT.sub("", words).strip(" .,:")
    if name and len(name.split()) <= 6:
        yield Named(re.sub(r"\s*\([^)]*\)$", "", name), (block.first,))


def _in_story(found: Finding) -> Iterator[Named]:
    wanted = STORY_WANT.search(found.text)
    who = found.text[: wanted.start()] if wanted else ""
    who = re.sub(
        r"^.{0,40}?(?:\bas an?\b|\bas the\b|\bals (?:ein\w*)?|\ben tant qu['e]\s?|\bcomo (?:un\w*)?|作为|作為|как)\s*",
        "",
        who,
        count=1,
        flags=re.IGNORECASE,
    )
    name = CUT.sub("", who.strip(" ,，:的")).strip(" ,，[]<>*_")
    if 0 < len(name) <= 60 and len(name.split()) <= 5:
        yield Named(name, (found.lines[0],))


def _in_prose(block: Block) -> Iterator[Named]:
    for each in FOR.finditer(block.text):
        for part in re.split(r",\s*(?:and\s+|or\s+)?|\s+and\s+|\s+or\s+", each["who"]):
            name = CUT.sub("", part).strip()
            name = re.sub(
                r"^(?:both|the|any|all|an?|multiple|various|individual\b(?= users))\s+",
                "",
                name,
                flags=re.IGNORECASE,
            )
            if name and len(name.split()) <= 4 and ROLE.search(name):
                yield Named(name, (block.first,))


def _frequent(told: list[Block]) -> Iterator[Named]:
    """Roles that come up again and again, and at least the user when somebody is addressed."""
    first: dict[str, int] = {}
    counted: Counter[str] = Counter()
    for block in told:
        for each in ROLES.findall(block.text.casefold()):
            name = "user" if each == "you" else each.rstrip("s")
            counted[name] += 1
            first.setdefault(name, block.first)
    for name, count in counted.most_common(4):
        if count >= (3 if name != "user" else 1):
            yield Named(name, (first[name],))


def _subjects(block: Block) -> Iterator[Named]:
    for each in SUBJECT.finditer(block.text):
        words = [word for word in each[1].split() if word.casefold() not in PLAIN_WORDS]
        if words:
            yield Named(" ".join(words), (block.first,))
    for each in HAN_ROLE.finditer(block.text):
        yield Named(each.group(), (block.first,))


def _once(found: Iterable[Named]) -> tuple[Named, ...]:
    """Each name once, in the first spelling, with the lines of all; a name within a longer one counts as the longer one."""
    kept: dict[str, Named] = {}
    for each in found:
        name = each.name.strip(" .,:;*_`")
        key = re.sub(r"(?<=[a-z]{3})(?:ies|es|s)\b", "", name.casefold())
        if not key or len(key) < 2:
            continue
        same = next((old for old in kept if old == key or f" {key} " in f" {old} "), None)
        longer = next((old for old in kept if f" {old} " in f" {key} "), None)
        if same is None and longer is not None:
            same = longer
        if same is None:
            kept[key] = Named(name[:1].upper() + name[1:], each.lines, each.attributes)
        else:
            old = kept[same]
            kept[same] = Named(
                old.name, tuple(sorted({*old.lines, *each.lines}))[:20], old.attributes or each.attributes
            )
    return tuple(kept.values())[:MOST]
