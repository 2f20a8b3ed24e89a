"""Statements that cannot both hold: opposites, two technologies for one job, and counts that do not add up."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from agents.builtin.planning.asking.contradiction import Contradiction, between
from agents.builtin.planning.drawing.mandates import named
from agents.builtin.planning.entries import Entries
from agents.builtin.reader.words.occurring import occurring
from agents.builtin.reader.words.technology import Use
from agents.schemas.requirements import Entry, Statement


@dataclass(frozen=True, slots=True)
class Opposite:
    """A strict demand, what would break it, and what to take when nobody answers."""

    about: str
    strict: str
    loose: str
    changes: str
    options: tuple[str, str]
    # What breaks it beyond doubt; where some statement does, that one is told.
    surely: str = ""
    # Words beside which the strict demand holds only for some cases.
    unless: str = ""


OPPOSITES = (
    Opposite(
        "whether data may leave the device",
        r"\b(?:entirely|exclusively|only|100%|strictly) (?:on[- ]device|local(?:ly)?|on the (?:user's )?device)|\bnever leaves? the device|\bno (?:external apis?|cloud|network|internet)\b|\bzero network|\bno data is (?:ever )?sent",
        r"\bcloud\b|\bcurrency conversion|\bexternal api\b|\bserver[- ]side|\bsync(?:s|ed)? (?:to|with)|\bmanaged .{0,20}endpoint|\bsends? .{0,40}\bto (?:a |the )?(?:server|openai|google|gemini|claude)",
        "where work is done, privacy, cost",
        ("Nothing leaves the device unless its owner asks for it each time.", "Outside services may be used where the PRD names them."),
        r"\b(?:sends?|sent|uploads?|uploaded|transmit(?:s|ted)?|posts?|posted) (?:\w+ ){0,4}?to (?:an? |the )?(?:\w+ )?(?:server|cloud|api|openai|google|gemini|claude|gpt\S*|aws|azure)\b",
        r"\bcached?\b|\bsubsequent\b|\bby default\b",
    ),
    Opposite(
        "whether it works without a connection",
        r"\b(?:works?|usable|available|functions?|runs?|operates?) (?:fully |completely |entirely |even )?(?:offline|without (?:an? )?(?:internet|network|connection))|\boffline[- ](?:first|only|capable|support)|\bfully offline|\bfunktioniert offline|\bohne internet",
        r"\brequires? (?:an? )?(?:constant |permanent |active |stable |working |reliable )?(?:internet|network|online)(?: connection)?\b|\balways[- ]online|\bonline[- ]only|\bneeds? (?:an? )?(?:internet|network) connection|\bno offline\b|\bmust be connected|\bconstant connection",
        "where data is kept, what happens when two devices changed the same",
        ("It works without a connection and brings things in step later.", "It needs a connection."),
    ),
    Opposite(
        "whether people have accounts",
        r"\bno (?:user )?(?:accounts?|sign[- ]?(?:in|up)|log[- ]?in|registration)\b(?! (?:is |are )?(?:needed |required |necessary )?(?:to|for)\b)|\bwithout (?:an? )?(?:account|registration|sign(?:ing)?[- ]?(?:in|up)|log(?:ging)?[- ]?in)|\banonymous(?:ly)? only|\bsin registrarse|\bohne anmeldung",
        r"\b(?:users?|members?|customers?|people|everybody|each user|clientes?) (?:must|shall|have to|need to|can|deben?) (?:first )?(?:sign (?:in|up)|log in|register|create an account|registrarse|iniciar sesi[óo]n)|\blog ?in (?:is )?(?:required|mandatory)|\bauthenticated users? only|\bonly (?:registered|signed-in|authenticated)",
        "access, data model",
        ("Nobody needs an account for it.", "People have accounts and sign in."),
    ),
    Opposite(
        "whether people can register themselves",
        r"\b(?:no|without) (?:public |open )?(?:self[- ]?)(?:registration|sign[- ]?up)|\b(?:users?|members?|students?|employees?|people) (?:cannot|can['’]t|must not|may not|do not) (?:register|sign up|create (?:an |their own )?accounts?)|\b(?:accounts?|users?) (?:are|is|can be|must be|will be) (?:only )?(?:created|imported|added|registered|invited) (?:only )?by (?:an? |the )?(?:admin\w*|teachers?|operators?|managers?|staff)|\binvit(?:e|ation)[- ]only\b|账号不可以由用户|不(?:允许|支持|开放)(?:用户)?(?:自行|自主)?注册|\bkeine (?:selbst|öffentliche )registrierung",
        r"\b(?:users?|members?|students?|people|visitors?|customers?|anyone|guests?) (?:can|may|must|shall|should|will be able to) (?:first |also )?(?:register|sign up|create (?:an |their own )?account)|\bself[- ]registration\b|\bopen registration\b|用户(?:可以|能够|可)?(?:自行|自主)?注册|(?<!不)注册(?:账号|流程)",
        "access, the first screens",
        ("Accounts are made for people; nobody registers alone.", "People register themselves."),
    ),
    Opposite(
        "which phones it runs on",
        r"\b(?:ios|iphone|ipad)[- ]only\b|\bonly (?:on|for) (?:ios|iphones?|ipads?)\b|\bno android\b|\bandroid (?:is|will be) (?:not supported|out of scope|excluded)",
        r"\bios\b.{0,12}(?:and|&|/|,)\s?android\b|\bandroid\b.{0,12}(?:and|&|/|,)\s?ios\b|\b(?:runs?|works?|available|published|supports?|released|support) (?:\w+ ){0,2}?(?:on |for |in )?(?:the )?(?:android|google play)\b",
        "toolkit, testing, cost",
        ("iOS only.", "iOS and Android."),
    ),
    Opposite(
        "whether it is for phones too",
        r"\bdesktop[- ]only\b|\bonly (?:on|for) desktops?\b|\bno mobile (?:support|version|layout|view)\b|\bmobile (?:is|will be) not supported",
        r"\bmobile[- ](?:first|friendly|optimi[sz]ed|responsive)\b|\b(?:works?|usable|runs?|displays?) (?:\w+ )?on (?:mobiles?|phones?|smartphones?)\b|\bresponsive (?:design|layout|ui|web)\b.{0,40}\bmobile",
        "layout, testing",
        ("It is for desktops.", "It is usable on phones too."),
    ),
    Opposite(
        "which languages it speaks",
        r"\b(?:english|german|french|spanish)[- ]only\b|\bonly (?:in )?(?:english|german|french|spanish)\b|\b(?:no|without) (?:multi-?lingual|multi-?language|internationali[sz]ation|i18n|locali[sz]ation)\b|\bsingle language\b",
        r"\bmulti-?lingual\b|\bmultiple languages\b|\b(?:support\w*|offers?|provides?) (?:for )?(?:internationali[sz]ation|i18n|locali[sz]ation|multi-?language)|\b(?:two|three|four|five|several|\d+) languages\b",
        "every text, testing",
        ("One language.", "Several languages."),
        unless=r"\bprogramming\b|\bfor now\b",
    ),
    Opposite(
        "whether it shows advertising",
        r"\bno (?:\w+ )?ads?\b|\bad[- ]free\b|\bwithout (?:any )?(?:ads|advertis\w+)\b|\bno advertis\w+",
        r"\b(?:shows?|display\w*|banner|video|rewarded|interstitial|in-app|serves?) (?:\w+ )?(?:ads|advertisements)\b|\bads? (?:revenue|supported|monetization)\b|\bad-supported\b",
        "money, privacy, which parts of others are used",
        ("It shows no advertising.", "It shows advertising."),
        unless=r"\b(?:premium|pro|paid|paying|subscri\w+|upgrad\w+|remov\w+|blocker|plus)\b",
    ),
    Opposite(
        "where it runs",
        r"\bon[- ]prem(?:ises?)?\b|\bself[- ]hosted (?:only|on)|\b(?:hosted|run|runs|deployed|operated|gehostet|betrieben) (?:only )?(?:locally|on (?:our|a|the) (?:own |local )?servers?|lokal|auf einem lokalen)|\blokal(?:en|er)? (?:gehostet|server)|\bno (?:public )?cloud\b",
        r"\b(?:hosted|deployed|runs?|running|stored|kept|database) (?:on|in|at) (?:the )?(?:aws|azure|gcp|google cloud|vercel|heroku|netlify|cloud)\b|\b(?:aws|azure|google cloud|gcp)[- ](?:hosted|database|sql|datenbank|cloud)|\bcloud[- ](?:native|hosted|based)\b|\bazure\b",
        "hosting, cost, who operates it",
        ("It runs on machines of our own.", "It runs in the cloud the PRD names."),
    ),
    Opposite(
        "whether it costs money",
        r"\b(?:completely|entirely|always|forever|100%) free\b|\bfree of charge\b|\bno (?:paid|premium) (?:plans?|tiers?|features?)|\bno subscriptions?\b|\bkostenlos\b",
        r"\bpaid (?:plan|tier|subscription|version|feature)s?\b|\bpremium (?:plan|tier|subscription|features?)\b|\bsubscription (?:fee|plan|price)s?|\bin-app purchases?|\bper month\b.{0,20}[$€£]|[$€£]\s?\d+",
        "payment, accounts, what is built first",
        ("Nothing is charged for.", "Some of it is paid for."),
    ),
    Opposite(
        "whether one person uses it or several",
        r"\bsingle[- ]user\b|\bonly one user\b|\bno (?:multi-?user|collaboration|sharing)\b",
        r"\bmulti(?:ple)?[- ]users?\b|\b(?:several|many|other) users? (?:can|may|must)|\bcollaborat(?:e|es|ion|ively)\b|\bshar(?:e|es|ed|ing) (?:\w+ ){0,3}with (?:other|team|friend|famil)",
        "data model, access",
        ("One person uses it.", "Several people use it and may share things."),
    ),
    Opposite(
        "whether it builds on other people’s programs",
        r"\b(?:no|without|zero) (?:external|third[- ]party|outside) (?:dependenc\w+|librar\w+|services?|programs?|tools?)|不依赖外部程序|\bno dependencies\b",
        r"\b(?:calls?|invokes?|uses?|requires?|depends on|relies on|through|via) (?:an? |the )?(?:external|third[- ]party|system'?s?) (?:api|service|librar\w+|program|tool|command)s?\b|xdg-open|调用系统",
        "what has to be installed, licences",
        ("It stands alone.", "It may use what the PRD names."),
    ),
)  # fmt: skip
PATTERNS = tuple(
    (
        pair,
        occurring(pair.strict),
        re.compile(pair.loose, re.IGNORECASE),
        occurring(pair.surely or pair.loose),
        re.compile(pair.unless or r"(?!)", re.IGNORECASE),
    )
    for pair in OPPOSITES
)
# The criteria of a story stand at most so many lines below it.
BELOW = 60
# A sentence that says no, or leaves it to the reader, breaks no strict demand.
SOFT = re.compile(
    r"\boptional|\bopt[- ]in|\bavoid|\bunlike\b|[- ]dependent\b|\bno\b|\bnever\b|\bwithout\b|\bnot\b|\buser-initiated|\bkein|\bohne\b|\bsin\b|\blater\b|\bfuture\b",
    re.IGNORECASE,
)
# Words that give a technology its own place beside another.
SCOPES = re.compile(
    r"\b(?:front-?end|client|back-?end|server|api|mobile|ios|android|web|cli|script\w*|tests?|testing|infrastructure|ci|build|cache|caching|session|search|analytics|reporting|"
    r"queue|vector|local|device|offline|development|production|prototype|mvp|firmware|embedded|worker|ml|data|admin|landing|logs?|files?)\b",
    re.IGNORECASE,
)
EXCLUSIVE: dict[Use, tuple[str, str]] = {
    "language": (r"\b(?:written|implemented|developed|coded|built) (?:\w+ )?in\b|\blanguage\b", "which language it is written in"),
    "store": (r"\b(?:database|db|datastore|data store|stored in|kept in|persist\w*)\b|\buses?\b", "which database keeps its data"),
}  # fmt: skip
WORDS_FOR = {
    word: number
    for number, words in enumerate(
        ("one", "two zwei dos deux", "three drei tres trois", "four vier cuatro quatre", "five fünf cinco cinq", "six sechs seis", "seven sieben siete sept", "eight acht ocho huit", "nine neun nueve neuf", "ten zehn diez dix"),
        start=1,
    )
    for word in words.split()
}  # fmt: skip
NUMBER = r"(?P<number>[2-9]|1\d|" + "|".join(word for word, n in WORDS_FOR.items() if n > 1) + ")"
LISTED = re.compile(
    rf"(?:^|[^\w.-]){NUMBER} (?P<what>(?:[\w-]+ ){{0,2}}[\w-]+(?:s|en|es))(?P<rest>(?: (?:are|is|sind|son))?\s*[:：])\s*(?P<list>[^.:;()]*)$",
    re.IGNORECASE,
)
LOOSE = re.compile(
    r"\b(?:at least|up to|or more|at most|e\.g\.|such as|including|minimum|maximum|about|around|mindestens|bis zu)\b",
    re.IGNORECASE,
)
# So many weeks announce no list of them.
TIMES = re.compile(r"\b(?:second|minute|hour|day|week|month|year|time|percent|point|step)s?$", re.IGNORECASE)
ITEM = re.compile(r"^(\s*)(?:[-*+•]|\d+[.)])\s+\S")


def opposites(entries: Entries, *, body: str = "") -> Iterator[Contradiction]:
    """A strict demand and a statement that breaks it, for each pair of the table at most once.

    Criteria by which a story is accepted can break one too; `body` is where their lines are found.
    """
    stated = (*entries.nfrs, *entries.requirements, *entries.constraints, *entries.organisation)
    every = (*stated, *_criteria(entries, body))
    ruled_out = [(each, f"no {each.text}") for each in entries.non_goals if len(each.text.split()) <= 4]
    for pair, keeps, breaks, surely, but in PATTERNS:
        said = [(each, each.text) for each in every] + ruled_out
        strict = next((each for each, text in said if keeps.search(text) and not but.search(text)), None)
        if strict is None:
            continue
        broken = [
            each
            for each in every
            if each is not strict
            and breaks.search(each.text)
            and not SOFT.search(breaks.sub(" ", each.text))
            and not getattr(each, "tentative", False)
        ]
        loose = next((each for each in broken if surely.search(each.text)), broken[0] if broken else None)
        if loose:
            yield between(pair.about, strict, loose, pair.changes, pair.options)


def _criteria(entries: Entries, body: str) -> Iterator[Statement]:
    lines = body.split("\n")
    for story in entries.stories:
        below = range(story.lines[-1], min(len(lines), story.lines[-1] + BELOW)) if story.lines else ()
        for text in story.acceptance:
            at = next((index + 1 for index in below if text[:40] in lines[index]), 0)
            yield Statement(id="S-0", text=text, lines=(at,) if at else ())


def rivals(entries: Entries) -> Iterator[Contradiction]:
    """Two technologies that are each named for the same job."""
    stated = (*entries.organisation, *entries.constraints, *entries.nfrs, *entries.requirements)
    for use, (words, about) in EXCLUSIVE.items():
        first: tuple[Entry, str] | None = None
        for each in stated:
            if not re.search(words, each.text, re.IGNORECASE):
                continue
            names = [name for kind, name in named(each.text) if kind == use]
            if len(names) != 1:
                continue
            if first is None:
                first = (each, names[0])
            elif names[0].casefold() != first[1].casefold() and _one_place(first[0].text, each.text):
                yield between(about, first[0], each, "every file", (f"{first[1]}.", f"{names[0]}."))
                break


def miscounts(body: str) -> Iterator[Contradiction]:
    """A number of things, and a list of them that is longer or shorter; in one line, or in the items below it."""
    lines = unfenced(body.split("\n")[:20_000])
    for index, line in enumerate(lines):
        found = LISTED.search(line[:600].strip().rstrip("*_"))
        if not found or LOOSE.search(line[:600]) or TIMES.search(found["what"]):
            continue
        said = WORDS_FOR.get(found["number"].casefold()) or int(found["number"])
        inside = [
            each
            for each in re.split(r",\s*(?:and |und |y |or )?|\s+(?:and|und|y)\s+", found["list"].strip(" ."))
            if each
        ]
        there = len(inside) if inside else _items(lines[index + 1 : index + 60])
        if there >= 2 and there != said:
            what = " ".join(found["what"].split())
            yield Contradiction(
                f"how many {what} there are",
                f"It says {found['number']} {what}.",
                f"It lists {there}.",
                "the data model, the backlog",
                (f"There are those that are listed, {there}.", f"There are {said}; the list is not right."),
                (index + 1,),
            )  # fmt: skip


def unfenced(lines: list[str]) -> list[str]:
    """The lines with those of code blocks emptied."""
    inside = False
    kept: list[str] = []
    for line in lines:
        fence = line.lstrip().startswith(("```", "~~~"))
        kept.append("" if inside or fence else line)
        inside = inside != fence
    return kept


def _items(lines: list[str]) -> int:
    """How many items of the first list below there are, at its outer level."""
    depth: int | None = None
    count = 0
    for line in lines:
        item = ITEM.match(line)
        if item:
            depth = len(item[1]) if depth is None else depth
            if len(item[1]) < depth:
                break
            count += len(item[1]) == depth
        elif line.strip() and not line.startswith((" ", "\t")):
            break
    return count


def _one_place(one: str, other: str) -> bool:
    """Whether nothing in the two sentences gives each technology a place of its own."""
    places = [{each.casefold() for each in SCOPES.findall(text)} for text in (one, other)]
    return places[0] == places[1]
