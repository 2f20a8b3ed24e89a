"""The people a text names in passing: whom the product is for, roles in a list or at the head of columns, who begins a sentence."""

import re
from collections.abc import Iterator

from agents.builtin.reader.findings import Named
from agents.builtin.reader.names.people import APART, GENERAL, PERSONS
from agents.builtin.reader.text.blocks import Block
from agents.builtin.reader.words.nouns import singular

FOR = re.compile(
    r"\b(?:(?:designed|built|intended|meant|targeted|aimed|made|created|tools?|apps?|applications?|platform"
    r"|service|solution|sdk|library|dashboard|portal|website|marketplace|assistant|companion|toolkit"
    r"|game) (?:for|at)"
    r"|(?:primary |secondary |target |main |end |intended )(?:users?|audience|customers?)"
    r"(?: (?:are|is|include[s]?)|\s?[:：])"
    r"|used by"
    r"|(?:that|which|app|application|product|tool|platform|service|system|site) "
    r"(?:serves|targets|helps|empowers)(?: both)?"
    r"|serving(?: both)?|empower(?:s|ing)?)\s+"
    r"(?P<who>[^.;:()\n]{3,140})",
    re.IGNORECASE,
)
# These do not say what somebody does, but which people are meant.
_WHICH_DO = "marketing|engineering|building|training|purchasing|accounting|banking|hiring|nursing|manufacturing|housing|shipping|billing|planning|catering|gaming|coaching|consulting|programming|publishing|recruiting|testing|operating|visiting|paying|returning|working|existing|aspiring|practicing|teaching|leading|racing|parking"
CUT = re.compile(
    r"\s+(?:who|that|which|to|building|using|with|in|on|from|at|wanting|looking|managing|handling"
    r"|responsible|across|so|through|via|when|without|as|need|needing|for"
    r"|(?<!head )(?<!heads )(?<!director )(?<!directors )(?<!chief )of)\b.*$"
    rf"|\s+(?!(?:{_WHICH_DO})\b)[a-z]{{2,}}ing(?=\s).*$|\s[–—-]\s.*$|—.*$",
    re.IGNORECASE,
)
# `owners with a new and easy system`: what follows is no further people.
WHAT_FOR = re.compile(
    r"\s(?:with (?:an?|[a-z]+ (?:insights?|data|tools?|access|features|reports?|control|information|visibility))|to|who|that|which)(?:\s|$)"
)
# `a tool for managing recipes` says what it is for, and not for whom.
DEED = re.compile(rf"(?!(?:{_WHICH_DO})\b)[a-z]+ing\b")
ROLE = re.compile(
    r"\b(?:users?|customers?|clients?|admins?|administrators?|operators?|developers?|engineers?"
    r"|managers?|owners?|members?|players?|teams?|analysts?|designers?|students?|teachers?"
    r"|instructors?|learners?|parents?|patients?|doctors?|nurses?|clinicians?|drivers?|riders?"
    r"|sellers?|buyers?|vendors?|merchants?|shoppers?|guests?|hosts?|tenants?|landlords?|agents?"
    r"|reviewers?|editors?|authors?|writers?|readers?|moderators?|creators?|contributors?|maintainers?"
    r"|employees?|staff|recruiters?|candidates?|accountants?|auditors?|founders?|executives?"
    r"|stakeholders?|researchers?|scientists?|traders?|investors?|gamers?|hobbyists?|consumers?"
    r"|individuals?|professionals?|freelancers?|businesses|companies|organi[sz]ations?|startups?"
    r"|families|couples|children|kids|adults|people|persons?|humans?|architects?|dispatchers?"
    r"|couriers?|volunteers?|donors?|residents?|citizens?|visitors?|subscribers?|participants?"
    r"|attendees?|organi[sz]ers?|leads?|officers?|specialists?|technicians?|testers?|devops|sres?"
    r"|services|smbs?|smes?|enthusiasts?|fans?|collectors?|makers?|leaders?|lifeloggers?|coaches?|trainers?"
    r"|musicians?|listeners?|viewers?|streamers?|artists?|photographers?|farmers?|pilots?|travell?ers?"
    r"|cooks?|chefs?|waiters?|cashiers?|bots?|systems|providers?|partners?|suppliers?|borrowers?"
    r"|lenders?|librarians?|principals?|directors?|supervisors?|coordinators?|planners?|workers?"
    r"|nutzer|benutzer|kunden?|utilisateurs?|clients?|usuarios?|usu[áa]rios?|clientes?)$",
    re.IGNORECASE,
)
# In so long a list of people any name may be one.
FEW = 2
PEOPLE = re.compile(
    r"(?:ers?|ors?|ists?|ians?|ees?|men|women|groups?|youths?|elders?|elderly|teen(?:ager)?s?|folks?|(?:\w+ )?friends|civilians"
    r"|(?:system|service|program|app|application|job|device|sensor|bot)s?)"
    r"(?: \([^)]*\))?$",
    re.IGNORECASE,
)
# `The policyholder gains …`: who a paragraph about people speaks of.
SUBJECT = re.compile(
    r"(?:^|(?<=[.!?] ))(?:The|An?) ((?:[a-z][a-z-]+ )?[a-z][a-z-]+)\b(?: or (?:an? )?([a-z][a-z-]+)\b)?"
)
# `three roles: admin, editor and viewer`, `(admin, editor roles)`, `roles (owner / member)`, `portals for patient / doctor / admin`.
ROLES_SAID = re.compile(
    r"\b(?:roles|user types|user roles|portals|personas|actors)\b"
    r"(?: (?:are|such as|like|including|include|for))?\s*[:(–—-]?\s*(?P<who>[^.;:()\n]{5,120})"
    r"|\((?P<either>[A-Za-z-]+(?: [A-Za-z-]+)?(?: ?/ ?[A-Za-z-]+(?: [A-Za-z-]+)?)+)\)"
    r"|(?<![\w-])(?P<before>[A-Za-z-]{2,20}(?:(?:, (?:and |or )?| and | or | ?/ ?)[A-Za-z-]{2,20}){1,5}) roles\b",
    re.IGNORECASE,
)

# `Workspaces with owner/editor/viewer roles`
STROKED = re.compile(r"(?<![\w/.-])(?P<who>[A-Za-z-]{3,20}(?: ?/ ?[A-Za-z-]{3,20}){1,5}) roles?\b")
# `Users who keep many links, such as students, researchers or clerks`
SUCH_AS = re.compile(
    r"\b(?:users?|people|customers?|individuals?|clients?|anyone|those)\b[^.;:()\n]{0,80}?,? (?:such as|including) (?P<who>[^.;:()\n]{5,100})",
    re.IGNORECASE,
)

MANY = 3


def is_role(name: str) -> bool:
    """Whether a name is one by which people are called."""
    return ROLE.search(name) is not None or singular(name.casefold().rsplit(" ", 1)[-1]) in PERSONS


def are_roles(names: list[str], *, commas: bool) -> bool:
    """Whether the names of one entry are several roles: set apart by commas, or each of them in the plural."""
    apart = len(names) > 1 and (commas or all(name.endswith("s") for name in names))
    named = sum(is_role(name) for name in names)
    # Among several names the reader need not know each: `researchers, academics and students`.
    several = len(names) > FEW and commas and all(len(name.split()) <= FEW for name in names)
    return apart and (named == len(names) or (several and named * 2 > len(names)))


def is_group(name: str) -> bool:
    """Whether a name in a list of people may be one of them, though not every `system` or `watcher` is somebody."""
    return is_role(name) or (PEOPLE.search(name) is not None and name.casefold() not in APART)


def is_person(words: str) -> bool:
    """Whether words end in a noun for people of one kind."""
    head = singular(words.rsplit(" ", 1)[-1].casefold())
    return head in PERSONS and head not in GENERAL


def said_in_passing(block: Block) -> Iterator[Named]:
    """The roles a text lists in passing, and those that head the columns of a table of rights."""
    if block.shape == "row":
        named = block.columns[1:]
        if len(named) > 1 and all(is_role(name) and len(name.split()) <= 3 for name in named):
            yield from (Named(name, (block.first,)) for name in named)
        return
    for each in STROKED.finditer(block.text):
        parts = [part.strip() for part in each["who"].split("/")]
        if all(singular(part.casefold()) in PERSONS for part in parts):
            yield from (Named(part.capitalize(), (block.first,)) for part in parts)
    for each in SUCH_AS.finditer(block.text):
        parts = [part.strip() for part in re.split(r",\s*(?:and |or )?|\s+(?:and|or)\s+", each["who"])]
        if are_roles(parts, commas=True) and all(len(part.split()) <= FEW for part in parts):
            yield from (Named(part.capitalize(), (block.first,)) for part in parts)
    for each in ROLES_SAID.finditer(block.text):
        parts = [
            part.strip(" `'\"*")
            for part in re.split(
                r",\s*(?:and |or )?|\s+(?:and|or)\s+|\s*/\s*", each["who"] or each["either"] or each["before"]
            )
        ]
        parts = [part for part in parts if part]
        people = sum(
            singular(part.casefold().rsplit(" ", 1)[-1]) in PERSONS and len(part.split()) <= 3
            for part in parts
        )
        # Among many with a stroke between, as in `(Owner/Admin/DPO/Viewer)`, one may be called otherwise.
        if len(parts) > 1 and people >= len(parts) - (each["either"] is not None and len(parts) > MANY):
            yield from (Named(part, (block.first,)) for part in parts)


def subjects(block: Block) -> Iterator[Named]:
    """The roles that begin the sentences of a paragraph about people."""
    for each in SUBJECT.finditer(block.text):
        first = next((words for words in (each[1], each[1].split(" ", 1)[0]) if is_person(words)), "")
        if first:
            yield Named(first, (block.first,))
            if each[2] and is_person(each[2]):
                yield Named(each[2], (block.first,))


def in_prose(block: Block) -> Iterator[Named]:
    """Whom a text says the product is for."""
    for each in FOR.finditer(block.text):
        if DEED.match(each["who"]) or "?" in each["who"]:
            continue
        parts = re.split(r",\s*(?:and\s+|or\s+)?|\s+and\s+|\s+or\s+", each["who"])
        for part in parts:
            name = CUT.sub("", part).strip()
            name = re.sub(
                r"^(?:both|the|any|all|an?|their|our|multiple|various|individual\b(?= users))\s+",
                "",
                name,
                flags=re.IGNORECASE,
            )
            listed = len(parts) > FEW and is_group(name)
            if name and len(name.split()) <= 4 and (listed or is_role(name)):
                yield Named(name, (block.first,))
            if WHAT_FOR.search(part):
                break
