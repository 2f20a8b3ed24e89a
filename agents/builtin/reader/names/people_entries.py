"""The people that the entries, titles and paragraphs below a heading about people name."""

import re
from collections.abc import Iterator

from agents.builtin.reader.findings import Named
from agents.builtin.reader.names.people_lists import in_bold, in_brackets, on_lines, personas
from agents.builtin.reader.names.people_said import (
    CUT,
    ROLE,
    in_prose,
    is_group,
    is_person,
    is_role,
    subjects,
)
from agents.builtin.reader.text.blocks import INLINE, Block
from agents.builtin.reader.text.inline import BRACKETS, split_lead
from agents.builtin.reader.text.topics import NUMBER, announced
from agents.builtin.reader.words.nature import is_story, size
from agents.builtin.reader.words.verbs import VERBS

# What a sheet about one person lists besides the name.
TRAIT = re.compile(
    r"^(?:demographics?|background|goals?|pain points?|motivations?|needs?|frustrations?"
    r"|tech(?:nical)? (?:comfort|savviness|proficiency|skills?|level)|behaviou?rs?|age|occupation"
    r"|location|quote|bio|skills?|challenges?|tools?|characteristics?|environment|context|usage|wants?"
    r"|key needs?|description|job|experience|permissions?|access|responsibilit(?:y|ies)|notes?"
    r"|scenarios?|values?|success|pains?|who|why|mindset|habits?|interests?|preferences?|devices?"
    r"|前提知識|(?:使用|利用)目的|課題|ニーズ|regions?|platforms?|problems?|actions?|constraints?|assumptions?|priorit(?:y|ies)|education"
    r"|income|gender|friction.*|information needed|(?:用户)?规模|痛点|需求|特征|目标|背景|场景|期望|行为)$",
    re.IGNORECASE,
)
# `Primary user: roof inspector`, `Target audience: hobby brewers`.
WHO = re.compile(
    r"^(?:(?:primary|secondary|tertiary|main|target|intended|key|typical|other|end)[ -])*"
    r"(?:users?|actors?|roles?|personas?|audiences?|customers?|stakeholders?"
    r"|user (?:roles?|types?|groups?)|who(?: (?:is it|it is) for)?)$",
    re.IGNORECASE,
)
CALLED = re.compile(r"^(?:(?:persona|user) )?(?:names?|personas?|roles?|user types?)$", re.IGNORECASE)
ID = re.compile(r"[A-Z]{1,8}[-_. ]?\d[\d.-]*")
SENTENCE_END = re.compile(r"[.;]\s|\s*\(")
# `Primary: home cook`: which of the users an entry is about, and not who they are.
WHICH = re.compile(
    r"^(?:primary|secondary|tertiary|main|other|target|typical|ideal|first|also|optional|additional|future|主要対象|主な対象|対象者?|v?\d\+?)(?: \([^)]*\))?$",
    re.IGNORECASE,
)
# So an entry about somebody begins that names nobody: `$50 to spend`, `Risk-averse`, `Wants to …`.
TRAITS = re.compile(
    r"^(?:[$€£]?\d"
    r"|(?:wants?|needs?|has|have|is|are|likes?|prefers?|interested|comfortable|familiar|able|willing"
    r"|looking|risk-averse|tech-savvy|busy|often|usually|no|not|limited)\b"
    r"|(?:需要|希望|想要|不想|能够|可以|关注|缺乏|预算|追求|重视))",
    re.IGNORECASE,
)
# `Solo operator running several workspaces`: who it is ends where it says what they do.
DOING = re.compile(r"^((?:[\w'-]+ ){0,4}[\w'-]+?) [a-z]+ing\b")
# Headings about people besides those every reader of the document knows.
ABOUT_PEOPLE = re.compile(
    r"(?:目标|主要|次要|潜在|核心|典型)?用户(?:群体|群|类型|角色|画像)?$|目标人群$|대상 ?사용자|사용자(?: ?유형)?$|\bfor whom\b"
    r"|^(?:target )?users? (?:and|&) (?:their )?(?:\w+ )?\w+$|\baktor\b"
    r"|\b(?:target|primary|intended) (?:users?|audience|customers?)\b|\baccess levels?$|\bdoelgroep"
    r"|\bgebruikers(?:rollen)?$|\bużytkowni\w+$",
    re.IGNORECASE,
)
# `End users (students, volunteers)` are one kind of people in a table.
WHO_ELSE = re.compile(r"\s*\([^()]*\)$")
# `HR`, `DPO`: among people they are some.
INITIALS = re.compile(r"[A-Z]{2,5}")
BOLD = re.compile(r"^(?:\*\*|__)([^*_]{3,60}?)(?:\*\*|__)")
PART = re.compile(r"^roles?$", re.IGNORECASE)
# A longer entry is no mere label.
FEW_WORDS = 4
# `Parent (organizer)`: what they are besides, and not what they are called as well.
SAYS_MORE = re.compile(r" \([a-z]")
# The title, and one heading below it.
OUTERMOST = 2


def of_entry(block: Block, *, english: bool) -> Iterator[Named]:
    """The people whom a block below a heading about people is about."""
    if block.shape == "row":
        named = block.cells[1:] if block.cells and ID.fullmatch(block.cells[0]) else block.cells
        few = named and len(named[0].split()) <= 6 and not TRAIT.match(named[0])
        if few and (not _of_parts(block) or is_role(named[0])):
            yield Named(WHO_ELSE.sub("", named[0]), (block.first,))
        return
    if block.shape == "heading":
        yield from titled(block.text, block) if english else _called(block)
        return
    above = _without_number(block.above[-1]) if block.above else ""
    # `Who:` below the title is about everybody, and further down about one person.
    if TRAIT.match(above) and not (WHO.match(above) and len(block.above) <= OUTERMOST):
        return
    if block.shape == "paragraph":
        yield from _of_paragraph(block, english=english)
    elif (block.top or below_label(block)) and (
        english or not (block.above and _is_somebody(block.above[-1]))
    ):
        yield from _of_item(block, english=english)
    yield from in_brackets(block)


# `Nina (busy clerk): 32, likes tea`: who somebody with a name is.
OF_SOMEBODY = re.compile(r"[A-Z][^\W\d_]{1,20}(?: [A-Z][\w.]{0,20})? \(([^()]{3,40})\)")
# `and anyone who likes books`, behind those who are named
ANYBODY = re.compile(r"(?:anyone|anybody|everyone|everybody|those|people|others)\b", re.IGNORECASE)


def _of_paragraph(block: Block, *, english: bool) -> Iterator[Named]:
    if led := tuple(in_bold(block)):
        yield from led
        return
    bold = BOLD.match(block.raw)
    name = tuple(titled(bold[1], block)) if bold and not WHO.match(bold[1].strip(" :")) else ()
    if name:
        yield from name
        return
    below = block.above[-1].text.strip(" :：") if block.above else ""
    who = CUT.sub("", SENTENCE_END.split(block.text)[0]).strip(" .,:")
    if WHO.match(below) and len(block.parts) == 1 and is_role(who) and len(who.split()) <= FEW_WORDS:
        yield Named(who, (block.first,))
        return
    if CALLED.match(below) and len(block.text.split()) <= 5:
        yield Named(block.text, (block.first,))
        return
    # `Miller (weighs sacks), baker (orders, pays)`
    bare = BRACKETS.sub("", block.text)
    parts = re.split(r",\s*(?:and\s+)?|\s+(?:and|und|et|y|e|en|i)\s+", CUT.sub("", bare.strip(" .")))
    parts = [part.strip() for part in parts]
    parts = [part for part in parts if not ANYBODY.match(part)]
    if 1 < len(parts) <= 8 and all(
        0 < len(part.split()) <= 4 and (not english or is_group(part)) for part in parts
    ):
        yield from (Named(part.strip(), (block.first,)) for part in parts)
    yield from on_lines(block)
    yield from personas(block)
    yield from in_prose(block)
    yield from subjects(block)


def _of_item(block: Block, *, english: bool) -> Iterator[Named]:
    if _of_one(block) or is_story(block.text):
        return
    lead, words = split_lead(block.raw)
    if TRAIT.match(lead) or (not lead and TRAITS.match(words)):
        return
    lead = "" if WHICH.match(lead) else lead
    if (called := OF_SOMEBODY.fullmatch(lead)) and is_person(called[1]):
        yield Named(called[1], (block.first,))
        return
    told = SENTENCE_END.split(words)[0].strip(" .,:")
    if WHO.match(lead) and is_person(told):
        lead, words = "", told
    doing = DOING.match(words)
    short = (
        doing[1]
        if doing and (ROLE.search(doing[1]) or is_group(doing[1]))
        else CUT.sub("", SENTENCE_END.split(words)[0]).strip(" .,:")
    )
    lead = "" if english and not is_role(lead) and is_role(short) and not VERBS.match(short) else lead
    name = short if not lead or CALLED.match(lead) else lead
    name = re.sub(r"^(?:an?|the|my|our) (?=\w)|\s*\([^)]*\)$", "", name, flags=re.IGNORECASE)
    if name and len(name.split()) <= 6 and (not english or is_group(name) or INITIALS.fullmatch(name)):
        yield from (Named(part, (block.first,)) for part in re.split(r"[、，]\s*", name) if part)


def _called(heading: Block) -> Iterator[Named]:
    """Whom a heading in another language is called after, below one that says that people follow."""
    if _is_somebody(heading):
        yield Named(_without_number(heading), (heading.first,))
    else:
        yield from titled(heading.text, heading)


def _is_somebody(heading: Block) -> bool:
    """Whether a heading below one about people is the name of some of them, and not `Potential users` again."""
    if not heading.above or heading.mark == INLINE or TRAIT.match(_without_number(heading)):
        return False
    name, above = _without_number(heading), _without_number(heading.above[-1])
    return _heads_people(above) and not _heads_people(name) and 0 < size(name) <= FEW_WORDS


def _heads_people(words: str) -> bool:
    return announced(words) == "actor" or ABOUT_PEOPLE.fullmatch(words) is not None


def _without_number(heading: Block) -> str:
    return NUMBER.sub("", heading.text).strip(" :：")


def below_label(block: Block) -> bool:
    """Whether an entry stands in a list that a mere label announces: below `- User personas:`."""
    above = block.parent
    return (
        above is not None
        and above.top
        and announced(above.text) == "actor"
        and len(above.text.split()) <= FEW_WORDS
    )


def _of_parts(block: Block) -> bool:
    """Whether a table may be about the parts things play, as `Role` is also the head of a column of colours."""
    return bool(block.columns) and PART.match(block.columns[0]) is not None


def _of_one(block: Block) -> bool:
    """Whether an entry hangs on the name of a person, and says what that person is like."""
    heading = block.above[-1] if block.above else None
    return bool(heading and any(titled(heading.text, heading)))


def titled(title: str, block: Block) -> Iterator[Named]:
    """The role in a title: `Dana, the dispatcher`, `Racer`."""
    if is_story(title):
        return
    words = NUMBER.sub("", title)
    parts = re.split(r"[:：,(–—]|\s-\s", words)[::-1]
    # `Dana (dispatcher)` is a dispatcher.
    before = words.split(" (")[0] if SAYS_MORE.search(words) else words
    for part in [before] if before != words and is_person(before) else parts:
        name = re.sub(r"^(?:the|an?)\s+", "", CUT.sub("", part.strip(" ):\"'“”„")), flags=re.IGNORECASE)
        if (
            is_role(name)
            and "&" not in name
            and len(name.split()) <= 4
            and not (WHO.match(name) or ABOUT_PEOPLE.search(name) or VERBS.match(name))
        ):
            yield Named(name, (block.first,))
            return
