"""The outside systems a short text names as people type: in small letters, by what they carry, as what is there already."""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Final

from agents.builtin.reader.findings import Finding, Named
from agents.builtin.reader.text.blocks import Block
from agents.builtin.reader.text.inline import capital
from agents.builtin.reader.words.services import GENERAL, KNOWN
from agents.builtin.reader.words.services_typed import CARRIES_MAIL, CHANNELS, IN_HASTE, MEANT
from agents.builtin.reader.words.technology import technologies

# What is kept out, put off and counted on.
UNSAID: Final = frozenset({"non_goal", "deferred", "metric"})
DEMANDS: Final = frozenset({"functional", "nonfunctional", "story", "constraint"})
# `our catalogue (Koha)`, `the till software (Vectron)`.
_IN_BRACKETS = re.compile(
    r"\b(?:[Oo]ur|[Tt]he|[Tt]heir|[Mm]y|[Aa]n?) (?:[a-z-]+ ){0,2}"
    r"(?:catalogue?|roster|software|system|program(?:me)?|app|tool|platform|portal|service|shop|till|calendar|timetable|wiki|intranet"
    r"|website|database|archive|register|registry|planner|ledger|bookkeeping|accounting|help ?desk|ERP|CRM|WMS|CMS|LMS|bank|provider|warehouse|chat) "
    r"\(([A-Z][\w.&-]*(?: [A-Z][\w.&-]*)?)\)"
)
# `sits next to Koha`, `behind Keycloak`, `lives on top of Moodle`.
_BESIDE = re.compile(
    r"\b(?:sits?|runs?|lives?|stands?|stays?|works?) "
    r"(?:right |just )?(?:next to|beside|on top of|in front of|behind|alongside|together with|inside) "
    r"(?:our |the |their |my )?([A-Z][\w&-]*(?: [A-Z][\w&-]*)?)"
)
# `that program, SP-Expert`, `a tool called Grist`.
_CALLED = re.compile(
    r"\b(?:program|programme|tool|system|app|application|software|service|platform|site|website|database|portal)"
    r"(?:,| called| named) (?:the )?([A-Z][\w&-]*(?: [A-Z][\w&-]*)?)"
)
# `Koha's own REST interface`
_OWN = re.compile(
    r"\b([A-Z][\w&-]*)['’]s (?:own |official |public |existing )?(?:REST )?(?:APIs?|interface|export|webhooks?|feed|backend|server)\b"
)
# `log in with our normal Microsoft account`
_ACCOUNT = re.compile(
    r"\b(?:[Ll]og[- ]?in|[Ss]ign[- ]?in|[Ll]ogins?) (?:with|by|via|through|using) (?:the |our |their |my )?(?:normal |usual |existing |own )?"
    r"([A-Z]\w+ (?:accounts?|ID|login))"
)
# `we get a CSV from the Sparkasse`
_GOT = re.compile(
    r"\b(?:[Gg]ets?|[Gg]ot|[Tt]akes?|[Cc]omes?|[Dd]ownloads?) (?:[\w-]+ ){0,4}?(?:from|out of) (?:the |our )?"
    r"([A-Z][\w&-]*(?: [A-Z][\w&-]*)?)"
)

# `the air pressure from the FWS station`
_STATION = re.compile(
    r"\b(?:from|at|via) (?:the |our )?([A-Z][\w&-]+) (?:station|server|feed|portal|website|page|export|system|database|register)\b"
)
# `in the Grist workspace`, `we all use Grist`
_PART = re.compile(
    r"\b(?:our|the|an?|my) ([A-Z][\w&-]+(?: [A-Z][\w&-]+)?) "
    r"(?:account|channel|board|instance|webhook|plug-?in|bot|workspace|tenant|cloud|integration|gateway|NAS)\b"
    r"|\b[Ww]e (?:already |all |currently |still |now )?use ([A-Z][\w&-]+)"
)
# What a company runs already is beside the product, though others are made of it: `runs on our Airflow`.
_OURS = re.compile(
    r"\bour (?:own |existing |internal |self-?hosted )?"
    r"(Airflow|Dagster|Jenkins|Keycloak|Grafana|Prometheus|Kafka|RabbitMQ|Elasticsearch|OpenSearch|MLflow|Kibana|WordPress|Drupal|TYPO3|Magento)\b"
)
# Systems without a name: `in our web ERP`, `on the group drive`.
_OF_A_KIND = re.compile(
    r"\b(?:in|from|to|into|with|by|on|via) (?:our|the|their) ((?:web |company |online )?"
    r"(?:(?<=web )ERP|(?<=company )ERP|(?<=online )CRM|(?<=company )CRM|WMS|PMS|LMS|SIS|HIS|EHR|DMS|POS|shop|web ?shop|till|intranet|data warehouse|mailing list|file server"
    r"|(?:group|shared|network|team) (?:drive|folder)))\b(?! (?:counter|floor|owner|staff|window))"
)
_TIMES = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Monday|Easter|Christmas|Black|I)\b"
)
# `Curves.easeOut`: what stands in code.
CODE = re.compile(r"\w\.[a-z]+[A-Z]|\(\)")
_TRAILING = re.compile(r" I$")


def once_wanted(found: list[Named], findings: Iterable[Finding], body: str) -> Iterator[Named]:
    """Those that a short text names elsewhere than in what it keeps out, puts off and counts on."""
    said = tuple(findings)
    unsaid = "\n".join(each.text for each in said if each.kind in UNSAID).casefold()
    wanted = "\n".join(each.text for each in said if each.kind not in UNSAID).casefold()
    small = body.casefold()
    for each in found:
        name = each.name.casefold()
        if name in wanted or not 0 < small.count(name) <= unsaid.count(name):
            yield each


def in_haste(blocks: Iterable[Block]) -> Iterator[Named]:
    """The systems whose names a short text writes in small letters."""
    for block in blocks:
        yield from (Named(MEANT[name[0]], (block.first,)) for name in IN_HASTE.finditer(block.text))


def typed(findings: Iterable[Finding], *, beside: Collection[str]) -> Iterator[Named]:
    """The systems that the statements of a short text name so, `beside` those that are found already."""
    carried = any(CARRIES_MAIL.fullmatch(name) for name in beside)
    for each in findings:
        if each.kind in DEMANDS:
            line = each.lines[:1]
            yield from (Named(name, line) for name in _named(each.text) if not _is_part(name, beside))
            if each.kind != "constraint":
                said = (name for name, says in CHANNELS.items() if says.search(each.text))
                yield from (Named(name, line) for name in said if not (name == "Email" and carried))


def _is_part(name: str, beside: Collection[str]) -> bool:
    """Whether a vendor's system is named besides: a Google account is a part of Google Workspace."""
    vendor = f"{name.split(maxsplit=1)[0]} "
    return " " in name and any(other.startswith(vendor) for other in beside)


def _named(text: str) -> Iterator[str]:
    for pattern in (_IN_BRACKETS, _BESIDE, _CALLED, _OWN, _ACCOUNT, _GOT, _STATION, _PART):
        for found in pattern.finditer(text):
            name = _TRAILING.sub("", next(filter(None, found.groups())))
            if not (
                GENERAL.match(name)
                or CODE.search(name)
                or _TIMES.match(name)
                or KNOWN.search(name)
                or technologies(name)
            ):
                yield name
    for pattern in (_OURS, _OF_A_KIND):
        yield from (capital(found[1]) for found in pattern.finditer(text))
