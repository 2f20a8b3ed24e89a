"""The people a document names: those it is for, those who tell its stories, and those who act in it."""

import re
from collections.abc import Iterable, Iterator

from agents.builtin.reader.findings import Finding, Named
from agents.builtin.reader.names.people import GENERAL, acting
from agents.builtin.reader.names.people_entries import ABOUT_PEOPLE, WHO, below_label, of_entry
from agents.builtin.reader.names.people_lists import bare, by_terms, explained, headed, who_may
from agents.builtin.reader.names.people_mentioned import by_product, mentioned
from agents.builtin.reader.names.people_said import (
    CUT,
    ROLE,
    are_roles,
    in_prose,
    is_person,
    is_role,
    said_in_passing,
)
from agents.builtin.reader.names.people_told_apart import by_role, readers
from agents.builtin.reader.names.same_names import MOST, once, within
from agents.builtin.reader.text.announcing import lists_names
from agents.builtin.reader.text.blocks import INLINE, Block
from agents.builtin.reader.text.inline import split_lead
from agents.builtin.reader.text.page import is_typed
from agents.builtin.reader.text.rights import is_right
from agents.builtin.reader.text.topics import announced
from agents.builtin.reader.words.entry_words import SOMEBODY
from agents.builtin.reader.words.nature import STORY_OF_JOB, STORY_WANT
from agents.builtin.reader.words.roles_abroad import ROLES, named_abroad
from agents.builtin.reader.words.topic import Topic
from agents.builtin.reader.words.verbs import VERBS

# Headings below which an entry says what somebody may do.
RIGHTS = re.compile(
    r"\b(?:permissions?|roles?|access (?:control|rights|levels?)|authori[sz]ation|rbac)\b", re.IGNORECASE
)
# `Free Tier Users (Anonymous):` above what those users get.
GROUP = re.compile(
    r"^((?:[A-Z][\w-]+ ){1,3}(?:[Uu]sers?|[Cc]ustomers?|[Mm]embers?|[Aa]dmins?))(?: [Oo]ptions?)?\s*(?:\(|$)"
)
# `一个新手` is a beginner.
ONE_OF = re.compile(r"^(?:一个|一位|一名)")
# `For coaches:` above what coaches want.
MEANT_FOR = re.compile(r"^for (?:the )?(?=\w+(?: \w+){0,2}$)", re.IGNORECASE)
# A sentence, a wish or a question names nobody.
SAYS = re.compile(
    r"\b(?:is|are|was|were|be|has|have|must|shall|should|can|can't|cannot|will|would|may)\b"
    r"|^(?:he|she|they|it|we|i|this|that|these|those|there|v?\d|up to|at least|at most|more than)\b|[\"“”?!。；，]",
    re.IGNORECASE,
)
# A speaker of that kind says what it is told to.
SOUNDS = re.compile(
    r"\b(?:small|little|tiny|built-in|bluetooth|smart|piezo|mono|stereo) speakers?\b", re.IGNORECASE
)
# Where a document in another language says how accounts are managed, an entry is a deed.
MANAGED = re.compile(
    r"\bgest(?:ion|ão|ión|ione)\b|verwaltung|\bbeheer|auth?enti|管理|认证|관리|認証", re.IGNORECASE
)
# `Manage users` is something to do, and `Non-users` are whom it is not for, `Mobile devices` are no people.
NOBODY = re.compile(
    r".*\b(?:devices?|browsers?|screens?)$|^(?:non[- ]users?|manage|view|add|create|edit|delete|invite|list|block|ban|set|configure|assign|select|choose|enter|remove)\b|.*%"
    # Half of what stands in brackets.
    r"|[^()]*\([^()]*$|[^()]*\)[^()]*$"
    r"|^(?:authori[sz]ation|authentication|access|permissions?|accounts?) (?:and|&) users?$"
    # `Book a service`
    r"|^[a-z]+ (?:an?|the|their|your|his|her|its|my) ",
    re.IGNORECASE,
)
# A wish that begins with what is to be done.
WISHES = re.compile(
    rf"(?:{VERBS.pattern}|understand|know|be|feel|spend|save|trust|grow|stay)\b", re.IGNORECASE
)
# `Feature: Persona assignment` is about what is done with them.
OF_FEATURE = re.compile(r"\W*(?:feature|epic|module|requirement|component)\b[^:：]{0,12}[:：]", re.IGNORECASE)
# Names that are listed stand in one sentence, which asks nothing.
SEVERAL_SAID = re.compile(r"[?]|[.;] \S|^(?:the|this|these|those|there|it|we) ", re.IGNORECASE)
LISTED_NAMES = re.compile(r",\s*(?:and\s+|or\s+)?|\s+and\s+|\s+or\s+")
ASIDE = re.compile(r"\s*\([^()]*\)")
# A label with what it says; names of so many words at most.
COUPLE = 2
ROLE_COLUMN = re.compile(
    r"^(?:(?:target |primary )?users?|audience|stakeholders?|(?:user |customer )?segments?"
    r"|(?:user )?(?:roles?|personas?|actors?|user types?|user groups?))$",
    re.IGNORECASE,
)
ENGLISH = frozenset({"en", ""})
# Since when somebody is there is what sets them apart.
KNOWN_FOR = re.compile(r"(?:new|returning|first-time|existing|registered|unregistered) \w+$")
# So many roles are all a document has; the general user adds nothing to them, nor to one that it lists as its user.
LISTED = 2
OF_USERS = re.compile(r"\busers?\b", re.IGNORECASE)
# `a person who wants …`: anybody may be the user.
ANYBODY = re.compile(
    r"^(?:an? |any |one |(?:an? )?single )?(?:person|people|human|individual)s?$", re.IGNORECASE
)


def actors(
    findings: Iterable[Finding], places: Iterable[tuple[Block, Topic | None]], *, language: str
) -> tuple[Named, ...]:
    """The roles named under headings about people, in user stories, after words like “designed for”, and where people act."""
    listed = tuple(places)
    read_by = frozenset(readers(block for block, _ in listed))
    found = [*_apart(_listed(listed, english=language in ENGLISH))]
    if language in ENGLISH:
        found = by_role(found, "\n".join(block.text for block, _ in listed))
    stated = listing = bool(found)
    told = [block for block, topic in listed if topic not in {"neutral", "risk"}]
    found += bare(block for block, topic in listed if topic == "actor")
    found += explained(told)
    found += by_terms(block for block, _ in listed)
    found += headed(told)
    found += who_may(told)
    found += [one for each in findings if each.kind == "story" for one in _in_story(each)]
    said_for = [one for block, topic in listed if topic != "neutral" for one in in_prose(block)]
    stated = stated or bool(said_for)
    found += said_for
    found += [
        one
        for block, topic in listed
        if topic not in {"neutral", "risk", "deferred"}
        for one in said_in_passing(block)
    ]
    found = [each for each in found if not (SAYS.search(each.name) or NOBODY.match(each.name))]
    found = [each for each in found if not read_by.intersection(each.lines)]
    # `Utilisateurs : abonnés, responsable`: a label names nobody beside those it lists.
    labels = {block.text.casefold() for block, _ in listed if block.mark == INLINE}
    found = [each for each in found if each.name.casefold() not in labels] or found
    found = [Named(MEANT_FOR.sub("", each.name), each.lines) for each in found]
    found = [Named("User", each.lines) if ANYBODY.match(each.name) else each for each in found]
    few = len(_once(found)) < LISTED
    general = not stated and few
    brief = not listing and few and language in ENGLISH and is_typed(block for block, _ in listed)
    in_passing = tuple(mentioned(findings, listed)) if brief else ()
    if language in ROLES:
        found += _abroad(told, language, general=general)
    else:
        acted = acting(told, VERBS, general=general)
        users = not in_passing or any(OF_USERS.search(block.text) for block in told)
        found += [*(one for one in acted if users or one.name != "User"), *in_passing]
    if brief and not any(one.name != "User" for one in found):
        found = [*by_product(told), *found][:1]
    if any(SOUNDS.search(block.text) for block in told):
        found = [one for one in found if one.name.casefold() != "speaker"]
    people = _once(found or [one for one in _anywhere(listed) if language in ENGLISH])
    return (*people, *_told_apart(findings, people))


def _once(found: Iterable[Named]) -> tuple[Named, ...]:
    return once(found, same=_one_role)


def _one_role(name: str, longer: str) -> bool:
    """Whether two names mean the same people: a backend developer is a developer, a student coordinator is no student."""
    whose = (
        longer.startswith(f"{name} ")
        and not {"(", "/"} & set(longer)
        and longer.rsplit(" ", 1)[-1] not in GENERAL
    )
    return within(name, longer) and not whose


def _told_apart(findings: Iterable[Finding], people: tuple[Named, ...]) -> tuple[Named, ...]:
    """The users that stories tell apart by one word: `As a mobile user`, beside `As a user`; `As a returning player`."""
    known = {each.name.casefold() for each in people}
    kinds: dict[str, Named] = {}
    for each in (one for found in findings if found.kind == "story" for one in _in_story(found)):
        name = each.name.casefold()
        if name not in known and (
            name.endswith(" user") or (KNOWN_FOR.match(name) and name.split(" ", 1)[1] in known)
        ):
            kinds.setdefault(name, Named(each.name[:1].upper() + each.name[1:], each.lines))
    return tuple(kinds.values())[: MOST - len(people)]


def _anywhere(listed: tuple[tuple[Block, Topic | None], ...]) -> Iterator[Named]:
    """The user of a document that speaks of users only in its plans, and names nobody else."""
    everybody = acting([block for block, _ in listed], VERBS, general=True)
    yield from (one for one in everybody if one.name == "User")


def _apart(found: Iterable[Named]) -> Iterator[Named]:
    """Each of several roles that stand in one entry, without the words that only say which users are meant."""
    for each in found:
        whole = ONE_OF.sub("", re.split(r"[:：]", each.name)[0].strip())
        parts, slashed = (list(map(str.strip, cut)) for cut in (LISTED_NAMES.split(whole), whole.split("/")))
        several = are_roles(parts, commas="," in each.name)
        if len(slashed) > 2 and are_roles(slashed, commas=True):
            several, parts = True, slashed
        for name in parts if several else [whole]:
            if not (WHO.match(name.strip(" .:*")) or ABOUT_PEOPLE.fullmatch(name)):
                yield Named(name, each.lines)


def _abroad(told: list[Block], language: str, *, general: bool) -> Iterator[Named]:
    """The roles a text in another language names; the general user when it is spoken of as much as any of them."""
    named = tuple(named_abroad("\n".join(block.text for block in told), language))
    most = max((count for _, count, user in named if not user), default=0)
    for name, count, user in named:
        if (not user and (general or count > 1)) or (user and general and count >= most):
            first = next((block.first for block in told if name.casefold() in block.text.casefold()), 0)
            yield Named(name, (first,) if first else ())


def _listed(places: tuple[tuple[Block, Topic | None], ...], *, english: bool) -> Iterator[Named]:
    for block, topic in places:
        yield from after_lead(block, "actor")
        yield from _by_rights(block)
        if is_right(block):
            if topic == "actor" or RIGHTS.search(block.above[-1].text if block.above else ""):
                yield from (Named(name[:1].upper() + name[1:], (block.first,)) for name in block.columns[1:])
            continue
        named = block if block.shape == "heading" else block.above[-1] if block.above else None
        if not english and named and MANAGED.search(named.text):
            continue
        if (
            topic == "actor"
            or below_label(block)
            or (topic not in {"neutral", "risk"} and _below_people(block))
            or (block.shape == "heading" and block.above and _about_people(block.above[-1]))
        ):
            yield from of_entry(block, english=english)
        elif block.shape == "item" and block.children and (group := GROUP.match(split_lead(block.raw)[0])):
            yield Named(group[1], (block.first,))
        elif topic == "story" and block.shape == "item" and block.top:
            lead, words = split_lead(block.raw)
            if lead and not words and ROLE.search(lead) and len(lead.split()) <= 6:
                yield Named(lead, (block.first,))


def _by_rights(block: Block) -> Iterator[Named]:
    """Who an entry is about that says what somebody may do: `Editor: may edit`."""
    rights = any(RIGHTS.search(heading.text) for heading in block.above[-2:])
    if block.shape == "item" and block.top and rights:
        lead, words = split_lead(block.raw)
        if lead and words and len(lead.split()) <= 3 and is_role(lead):
            yield Named(lead, (block.first,))


def _below_people(block: Block) -> bool:
    """Whether the nearest heading is about people, whatever part of the document it stands in."""
    if block.shape == "row" and block.columns and ROLE_COLUMN.match(block.columns[0]):
        return True
    heading = block if block.shape == "heading" else block.above[-1] if block.above else None
    return bool(heading and _about_people(heading))


def _about_people(heading: Block) -> bool:
    """Whether a heading says that people follow."""
    words = heading.text.strip(" :：")
    return (
        bool(words)
        and not OF_FEATURE.match(words)
        and (
            announced(words) == "actor"
            or WHO.match(words) is not None
            or ABOUT_PEOPLE.search(words) is not None
        )
    )


def after_lead(block: Block, topic: str) -> Iterator[Named]:
    """Names an entry lists after saying what they are: `User personas: freelancers, small agencies`."""
    lead, words = split_lead(block.raw)
    # `User: user_id, email` lists the fields of a record.
    fields = "_" in words or "`" in block.raw
    listing = block.shape == "item" and lead and lists_names(lead, words) and not SEVERAL_SAID.search(words)
    if listing and announced(lead) == topic and not (topic == "actor" and fields):
        for part in LISTED_NAMES.split(words):
            yield Named(part.strip(" ."), (block.first,))
    if topic == "actor" and block.shape == "row" and len(block.cells) == COUPLE and WHO.match(block.cells[0]):
        parts = [part.strip(" .") for part in LISTED_NAMES.split(ASIDE.sub("", block.cells[1]))]
        if len(parts) > COUPLE and all(part[:1].isupper() and len(part.split()) <= COUPLE for part in parts):
            yield from (Named(part, (block.first,)) for part in parts)
    if topic == "actor" and block.shape in {"item", "paragraph"}:
        for line, row in block.parts if block.shape == "paragraph" else ((block.first, block.raw),):
            yield from _told(row, line)


def _told(row: str, line: int) -> Iterator[Named]:
    """Whom a line calls the users: `Primary user: roof inspector`."""
    lead, words = split_lead(row)
    # `Secondary users (carers): family members`
    lead, _, who = lead.partition(" (")
    if who and WHO.match(lead) and is_person(who.rstrip(")")):
        yield Named(who.rstrip(")"), (line,))
    for part in LISTED_NAMES.split(words) if WHO.match(lead) and "?" not in words else ():
        name = re.sub(r"^(?:the|an?)\s+", "", CUT.sub("", part).strip(" ."), flags=re.IGNORECASE)
        if name and len(name.split()) <= 4 and is_role(name):
            yield Named(name, (line,))


def _in_story(found: Finding) -> Iterator[Named]:
    wanted = None if STORY_OF_JOB.match(found.text) else STORY_WANT.search(found.text)
    who = found.text[: wanted.start()] if wanted else ""
    who = re.sub(
        r"^.{0,40}?(?:\bas an?\b|\bas the\b|\bals (?:ein\w*)?|\ben tant qu['e]\s?|\bcomo (?:un\w*)?|\blà\b|\bsebagai\b|作为|作為|как)\s*",
        "",
        who,
        count=1,
        flags=re.IGNORECASE,
    )
    if not wanted and (somebody := SOMEBODY.match(found.text)):
        words = CUT.sub("", somebody["who"]).split()
        ends = (end for end in range(len(words), 0, -1) if is_person(" ".join(words[:end])))
        who = " ".join(words[: next(ends, 0)])
    name = CUT.sub("", who.strip(" ,，:的")).strip(" ,，[]<>*_").removesuffix(", я")
    if wanted and found.text.startswith(name) and WISHES.match(name):
        # `Pay only when I need a bill` says who as little as `Understand why I lost`.
        return
    if 0 < len(name) <= 60 and len(name.split()) <= 5:
        yield Named(name, (found.lines[0],))
