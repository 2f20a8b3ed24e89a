"""The people English sentences speak of, weighed by what they do there: those who may, want, click and approve are roles."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from agents.builtin.reader.findings import Named
from agents.builtin.reader.names.phrases import stem
from agents.builtin.reader.text.blocks import Block
from agents.builtin.reader.words.nouns import singular
from agents.builtin.reader.words.phrase_words import DETERMINERS

# A noun phrase that ends in one of these names people, or parties that act like people.
PERSONS: Final = frozenset(
    "user customer client admin administrator operator developer engineer manager owner member player analyst designer student teacher instructor learner lecturer professor pupil parent guardian patient doctor physician nurse clinician civilian funder therapist caregiver pharmacist driver rider passenger seller buyer vendor merchant shopper guest host tenant landlord agent reviewer editor author writer moderator creator contributor maintainer employee employer staff recruiter candidate applicant accountant bookkeeper auditor founder executive stakeholder researcher scientist trader investor gamer hobbyist consumer professional freelancer contractor subcontractor leader expert helper registrar cto ceo cfo newcomer newbie fan provider architect dispatcher courier volunteer donor resident citizen visitor subscriber participant attendee organizer organiser officer specialist technician mechanic tester enthusiast coach trainer athlete musician listener streamer artist photographer farmer pilot traveler traveller cook chef waiter cashier receptionist clerk secretary partner supplier borrower lender librarian director supervisor coordinator planner approver requester assignee publisher curator consultant advisor adviser mentor mentee judge referee speaker bidder senior beginner roommate tutor picker packer lawyer broker realtor marketer superuser superadmin people inspector viewer spectator follower worker foreman installer homeowner householder salesperson representative rep teammate colleague collaborator sysadmin devops sre dba webmaster intern trainee apprentice dentist veterinarian vet carer caretaker janitor concierge housekeeper bartender barista butcher gardener plumber electrician carpenter racer cyclist swimmer climber hiker walker angler hunter sailor captain skipper dancer singer actor filmmaker videographer podcaster blogger journalist copywriter translator proofreader illustrator influencer sponsor fundraiser activist voter councillor politician policeman firefighter paramedic soldier commander inmate prisoner refugee immigrant neighbour neighbor children kid teenager grandparent mother father sibling spouse homemaker commuter motorist pedestrian adopter breeder rescuer grower rancher forester miner statistician mathematician physicist chemist biologist economist historian archivist sociologist psychologist psychiatrist counsellor counselor nutritionist dietitian physiotherapist surgeon radiologist midwife optician paralegal attorney notary solicitor prosecutor detective investigator bailiff banker teller underwriter adjuster actuary treasurer wholesaler retailer importer exporter manufacturer warehouseman storekeeper shopkeeper stockist reseller franchisee franchiser lessee lessor renter occupant lodger roomer boarder innkeeper hotelier restaurateur caterer cardholder shareholder policyholder keyholder evaluator examiner examinee proctor registrar headteacher schoolteacher tutee undergraduate alumnus postdoc scholar submitter commenter inviter invitee brewer baker tailor weaver potter jeweler jeweller florist hairdresser stylist barber groomer masseur dietician sommelier distiller roaster fisherman shepherd beekeeper forager arborist landscaper welder machinist roofer mason painter decorator locksmith surveyor estimator assessor appraiser auctioneer conservator restorer headmaster chaplain pastor priest imam rabbi deacon missionary ranger lifeguard diver rower paddler surfer skier skater boxer wrestler archer golfer bowler umpire steward usher marshal warden sergeant cadet stevedore trucker haulier forwarder consignee comptroller bursar bookmaker croupier bettor punter delegator chairperson president fellow dean rector programmer coder scrum-master policymaker mayor governor taxpayer pensioner jobseeker interviewer interviewee headhunter onboarder nanny babysitter camper tourist backpacker flyer voyager concertgoer moviegoer diner foodie vegan diabetic insomniac jogger lifter yogi tinkerer knitter quilter woodworker modeler birdwatcher stargazer astronomer geologist archaeologist botanist zoologist meteorologist oceanographer seismologist linguist philosopher theologian poet novelist screenwriter lyricist composer choreographer drummer guitarist pianist violinist vocalist sender recipient addressee signer signatory witness attester proposer facilitator".split()  # noqa: SIM905 # a list of words reads best as one string
)
GENERAL: Final = frozenset({"user", "people", "stakeholder"})
# Programs are called so too: they are people only where they act as people do, and a client not where there is a server.
PROGRAMS: Final = frozenset({"client", "editor", "viewer", "worker", "reader", "host", "planner"})
# `date picker`, `colour picker`: a part of a screen.
PICKED: Final = frozenset("date time datetime color colour file image photo emoji location".split())  # noqa: SIM905 # see above
# `AI provider`, `identity provider`: a system, and so are the providers of a text that speaks of one.
PROVIDES = re.compile(
    r"\b(?:ai|llm|api|model|voice|speech|tts|cloud|hosting|storage|data|e?mail|sms|map|payment|auth\w*|oauth|identity|sso|upstream)"
    r"[ -]providers?\b",
    re.IGNORECASE,
)
SERVED_BY = re.compile(r"\bservers?\b", re.IGNORECASE)
WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*|[^\sA-Za-z]")
# What follows somebody who acts: what they may, want and are able to do.
MAY: Final = frozenset(
    "can cannot may must shall should will want wants need needs has have who is are able".split()  # noqa: SIM905 # see above
)
# What only a person does with a program.
DEEDS: Final = frozenset(
    "click clicks tap taps open opens upload uploads enter enters select selects choose chooses submit submits approve approves reject rejects review reviews log logs sign signs view views browse browses search searches decide decides confirm confirms fill fills type types swipe swipes scan scans pay pays book books register registers audit audits manage manages create creates edit edits assign assigns invite invites visit visits receive receives request requests place places see sees".split()  # noqa: SIM905 # see above
)
# What stands before somebody for whom or by whom something is done.
FOR: Final = frozenset(
    "by allow allows allowing enable enables enabling let lets help helps permit permits notify notifies inform informs alert alerts remind reminds email emails to for".split()  # noqa: SIM905 # see above
)
# `Allow the reviewer to …` makes a role of a noun nobody would list.
ALLOWED = re.compile(
    r"\b(?:allow|enable|let|permit|require)s? (?:the|an?) (?P<who>(?:[a-z-]+ )?[a-z]{3,}(?:er|or|ist|ant|ian)s?) to\b",
    re.IGNORECASE,
)
# What stands before a role without being a part of its name.
APART: Final = frozenset(
    "do does did can could should shall must will may would is are how what which whose the a an each every all any some other which that these those if when both and or our your their his her its as for by of to new no only multiple many most more few several allows allow lets let ensures where once after before non while so because since whether until unless than from with registered logged existing current given single individual different various real two three per via also not is are be on in at into about between without under over through but same own first second specific certain authorized unauthorized authenticated anonymous potential active inactive target actual human can may must should will i we you they it who".split()  # noqa: SIM905 # see above
)
ADDRESSED = re.compile(r"\b(?:you|your)\b", re.IGNORECASE)
ENOUGH: Final = 2.0
# Where so many roles act, they are the users.
SEVERAL: Final = 3
# What somebody weighs who is not among the people a document lists.
BESIDES: Final = 2.5
# Brackets after a role hold so many words at most.
LONGEST_ASIDE: Final = 8
ACTS, SERVED, SPOKEN_OF = 2.0, 1.0, 0.4


def acting(blocks: Iterable[Block], verbs: re.Pattern[str], *, general: bool) -> Iterator[Named]:
    """The roles with weight enough, the weightiest first; the `general` user only where no other role is sure.

    When nobody else acts, the reader who is addressed is the user.
    """
    told = tuple(blocks)
    programs = {
        head
        for head, says in (("client", SERVED_BY), ("provider", PROVIDES))
        if any(says.search(block.text) for block in told)
    }
    weight: defaultdict[str, float] = defaultdict(float)
    spoken: dict[str, Counter[str]] = {}
    first: dict[str, int] = {}
    for block in told:
        for name, points in _named(block.text, verbs):
            head = name.rsplit(" ", 1)[-1]
            if head in programs or (head in PROGRAMS and points < ACTS):
                continue
            weight[head] += points
            spoken.setdefault(head, Counter())[name] += 1
            first.setdefault(head, block.first)
    ranked = sorted(weight.items(), key=lambda one: (-one[1], one[0]))
    sure = [
        head for head, points in ranked if points >= (ENOUGH if general else BESIDES) and head not in GENERAL
    ]
    yield from (Named(_best(head, spoken[head]), (first[head],)) for head in sure)
    if general and len(sure) < SEVERAL and (weight["user"] >= ENOUGH or not sure):
        addressed = (block.first for block in told if ADDRESSED.search(block.text))
        line = first.get("user") or next(addressed, 0)
        if line:
            yield Named("User", (line,))


def _named(text: str, verbs: re.Pattern[str]) -> Iterator[tuple[str, float]]:
    """The roles of one block, each in the singular and in small letters, with what the place says for it."""
    for each in ALLOWED.finditer(text):
        yield _name(each["who"].split(), verbs), ENOUGH
    words = [word.casefold().replace("’", "'") for word in WORD.findall(text)]
    for index, word in enumerate(words):
        if singular(word) not in PERSONS or (index and words[index - 1] in PICKED):
            continue
        # In `senior adjuster`, `student coordinator` the first word says which of them.
        if singular(word) == word and singular("".join(words[index + 1 : index + 2])) in PERSONS:
            continue
        start = max(0, index - 2)
        before = [word for word in words[start:index] if word in FOR]
        after, then = _following(words, index)
        acts = after in MAY or after in DEEDS or _does(word, after, then)
        points = ACTS if acts else SERVED if before else SPOKEN_OF
        yield _name(words[start : index + 1], verbs), points


def _following(words: list[str], index: int) -> tuple[str, str]:
    """The two words after a role; what stands in brackets between says who is meant, and not what they do."""
    start = index + 1
    if start < len(words) and words[start] == "(" and ")" in words[start : start + LONGEST_ASIDE]:
        start = words.index(")", start) + 1
    after, then = [*words[start : start + 2], ".", "."][:2]
    return after, then


def _does(who: str, word: str, after: str) -> bool:
    """Whether a verb follows that agrees with the noun: `cooks save …`, `the cook saves a …`."""
    many = singular(who) != who
    return stem(word) != "" and (
        (many and stem(word) == word) or (not many and word.endswith("s") and after in DETERMINERS)
    )


def _best(head: str, names: Counter[str]) -> str:
    """The longer name when the role is mostly called by it."""
    longer = [(count, name) for name, count in names.items() if name != head]
    count, name = max(longer, default=(0, head))
    return name if count * 2 > names.total() else head


def _name(words: list[str], verbs: re.Pattern[str]) -> str:
    """A role in the singular, without what stands before it and is not part of its name."""
    kept = [singular(words[-1])]
    for word in reversed(words[:-1]):
        if word in APART or not word[0].isalpha() or word.endswith(("ly", "ing")) or verbs.fullmatch(word):
            break
        kept.insert(0, word)
    return " ".join(kept)
