"""What a shape consists of, and the words that call for its parts."""

import re
from functools import cache
from typing import NamedTuple

from agents.builtin.reader.words.occurring import Occurring, occurring
from agents.schemas.architecture import ComponentKind

Wire = tuple[str, str, str]


class Part(NamedTuple):
    """One part of a shape.

    `serves` are the words of a requirement that this part helps to meet. An `optional` part is there only when a
    requirement has such words. `also` are other names under which documents speak of it.
    """

    id: str
    name: str
    kind: ComponentKind
    purpose: str
    technology: str = ""
    serves: str = ""
    optional: bool = False
    also: str = ""

    def helps(self, text: str) -> bool:
        """Whether a requirement in these words needs this part."""
        return bool(self.serves) and _pattern(self.serves).search(text) is not None

    def called(self, name: str) -> bool:
        """Whether the document means this part by this name."""
        return bool(self.also) and re.fullmatch(self.also, name, re.IGNORECASE) is not None


class Shape(NamedTuple):
    """The parts of a kind.

    People or callers come in by `entry`, who they are is checked by `guard`, data is kept by `keeper`, the rules are in `core`.
    """

    title: str
    parts: tuple[Part, ...]
    wires: tuple[Wire, ...]
    entry: str
    guard: str
    core: str
    keeper: str
    language: str
    headline: str
    why: str
    gives_up: str
    rejected: tuple[tuple[str, str], ...]
    runs_on: str


@cache
def _pattern(words: str) -> Occurring:
    return occurring(words)


# What is counted, summed up or looked up later was kept before.
COUNTED = (
    r"\bhow (?:many|much|often)\b"
    r"|\bnumber of\b"
    r"|\b(?:is|are|be) (?:counted|measured|read)\b"
    r"|\bcounts\b"
    r"|\btotals?\b"
    r"|\bstatistics?\b"
    r"|\breports?\b"
    r"|\bbalance\b"
    r"|\bpoints\b"
    r"|\bscores?\b"
    r"|\bratings?\b"
    r"|\bstreaks?\b"
    r"|\bsince\b"
    r"|\boverdue\b"
    r"|\bunpaid\b"
    r"|\bprevious\b"
    r"|\bcache[ds]?\b"
    r"|\blast (?:visit|time|day|week|month|quarter|year|season|order|\d+ \w+)\b"
    r"|\b(?:of|per|each|this|by) (?:day|week|month|quarter|year)\b"
    r"|\bwaiting list"
    r"|\bput aside\b"
    r"|\bput (?:on|in|into) (?:an?|the|his|her|their) \w"
    r"|\blisted\b"
    r"|\bwritten (?:down|into)\b|\beras(?:e|es|ed)\b|\bthe stock\b|\bin stock\b"
    r"|\bnotes?\b"
    r"|\bversioned\b"
    r"|\bonce written\b|\bremov(?:es?|ed)\b|\bdownloads?\b|\bget /\w"
    r"|\b(?:checked against|compared with)\b"
    r"|/\{\w+\}|/:[a-z]\w+"
    r"|\btaken over\b"
    r"|\bmaintain"
    r"|\breset\b"
    r"|\bgoes (?:up|down)\b"
    r"|\b(?:ticks?|ticked|cross(?:es|ed)?) (?:\w+ )?off\b"
    r"|^(?:each|every|an?) (?:[\w-]+ ){1,3}has (?:an?|its)\b"
)
# What may be there only once, or only until something else happens, needs what is there already.
ONCE = (
    r"\b(?:no|never|avoids?|prevents?) (?:be )?double"
    r"|\btwice\b"
    r"|\bexactly one\b"
    r"|\bat most (?:one|\d+)\b"
    r"|\bonly once\b"
    r"|\b(?:comes?|arrives?|done|run|sent|submitted) again\b"
    r"|\bat a time\b"
    r"|\b(?:at|on|in) the same (?:day|date|time|slot)\b"
    r"|\bno longer (?:free|available)\b"
    r"|\buntil (?:it|they) (?:is|are)\b"
    r"|\bstays? (?:on|in) (?:the|this)\b"
)
KEEPS = (
    r"\bstor(?:es?|ed|ing|age)\b|\bsav(?:es?|ed|ing)\b|remember|\brecord|histor|persist|\bkeep"
    r"|\bkept\b|\btrack|\blog(?:s|ged)?\b|\baccounts?\b|profile|"
    r"database|librar|\blists?\b|\bmanag(?:e|es|ing)\b|\bcreat(?:e|es|ing)\b|\badd(?:s|ing)?\b|\bedit"
    r"|\bdelet|\bupdat|\bregist|\bassign|\binvit|\bmark(?:s|ed)?\b|\bbook(?:s|ing)?\b|"
    rf"\bsearch|\bfilter|\bcancel|\barchiv|\breserv|{COUNTED}|{ONCE}|"
    r"存储|保存|管理|历史|创建|添加|删除|修改|speicher|anleg|erfass|verwalt|enregistr|guard|crear|registr|сохран|保持|저장"
)
SEEN = (
    r"\bscreens?\b|\bpages?\b|\bviews?\b|display|\bshow|\bbutton|dialog|window|dashboard|\bforms?\b"
    r"|\bui\b|user interface|\bclick|\btap|\bdrag|theme|"
    r"layout|\bmenu|preview|gallery|\bchart|visual|\bsee\b|\bbrows(?:e|ing)\b|\bselect|\bchoos"
    r"|\bsees\b|\bticks?\b|\bpick(?:s|ed|ing)?\b(?! up)|\bscroll|\bhover|\bpop-?up|\bmap\b"
    r"|\b(?:download|edit|play|print|search|sort|view)able\b|\bwidget\b|\bbadge\b|\bis shown|\bletters\b|\bcolou?rs?\b"
    r"|\bsearch|\bfilter|\blists?\b|"
    r"\b(?:users?|members?|customers?|people|visitors?|admins?|administrators?|players?|owners?|staff"
    r"|clerks?|patients?|students?|teachers?|coach(?:es)?|buyers?|sellers?|residents?|"
    r"guests?|managers?|employees?|agents?|developers?|he|she|they|you|i)\b (?:\w+ ){0,4}?"
    r"(?:can\b|may\b|(?:must|should|shall) be able to)"
    r"|\ballows? (?:\w+ )?(?:users?|members?|people)|"
    r"页面|界面|显示|预览|拖拽|查看|anzeig|ansehen|affich|mostr|\bver\b|puede|화면|표시"
)
GUARDED = (
    r"\bsign(?:s|ed|ing)?[- ]?(?:in|up|on)\b|\blog(?:s|ged|ging)?[- ]?(?:in|out)\b|authenti"
    r"|authori[sz]|\bpermissions?\b|\broles?\b|\baccess\b|\binvit|\bpasswords?\b|\btokens?\b|"
    r"\bsessions?\b|\bendpoints?\b|\bapi\b|\bonly (?:\w+ ){1,4}can\b|\bsso\b|rate limit|\bupload"
    r"|\bdownload|登录|权限|anmeld|passwor|contraseñ|인증"
)
# What a phone or a desktop cannot do alone: other people, or other devices of the same person.
SHARED = (
    r"\bsign(?:s|ed|ing)?[- ]?(?:in|up)\b|\blog(?:s|ged|ging)?[- ]?in\b"
    r"|\b(?:user|member|customer|their|an?|own) accounts?\b|\bsync(?:s|ed|hroni\w*)?\b|\bmulti-?player"
    r"|\bshar(?:e|es|ed|ing) (?:\w+ ){0,4}with|"
    r"\bchat\b|(?<!error )(?<!explanatory )(?<!confirmation )(?<!validation )(?<!success )(?<!helpful )(?<!clear )(?<!status )(?<!warning )(?<!hl7 )(?<!adt )(?<!log )(?<!commit )\bmessag(?:es?|ing)\b|\bfriends?\b|\bfollowers?\b|\bfollows? (?:each other|other|people|users?|someone|somebody|artists?|authors?|teams?|an? \w+)\b|\bleaderboard|\bback-?end\b"
    r"|\bserver\b|\bpush notification|\bbook(?:s|ing)? an? |\bplace an order|\bpayments?\b|"
    r"\b(?:between|across) (?:their |several |multiple |all )?devices|\breal-?time\b|\bcloud backup"
    r"|\bmatch(?:ed|es)? (?:users?|people|with)|\bdrivers?\b.{0,40}\bpassengers?\b|"
    # What one of them does and another one sees.
    r"\bsent later\b|\bsees? at once\b|\bassign(?:s|ed)? (?:[\w'’-]+ ){1,4}to (?:an?|the|each)\b"
    r"|\bsees? where (?:every|each|all|the) \w+ (?:is|are)\b|\bboth see\b|\bsee the same\b|"
    r"\b(?:gets?|receives?) an? push\b|\bspectators?\b"
    r"|\b(?:go|goes|sent|transmitted|uploaded) to (?:the|our|an?) (?:[\w'’-]+ ){0,3}(?:database|office|server|headquarters)\b|"
    r"\banmelden\b|\bkonto\b|\bbenutzerkonto"
)
IS_SHARED = occurring(SHARED)
ALONE = re.compile(
    r"\bno (?:user )?(?:accounts?|sign[- ]?(?:in|up)|log[- ]?in|servers?|back-?end|cloud)\b"
    r"|\bwithout (?:an? )?(?:account|server|back-?end|sign[- ]?(?:in|up)|log[- ]?in|cloud)|"
    r"\b(?:never|nothing|no data|not) (?:leaves?|left) the (?:device|phone)"
    r"|\b(?:entirely|exclusively|only|fully|100%|strictly) "
    r"(?:on[- ]device|offline|local(?:ly)?|on the (?:user's )?(?:device|phone))"
    r"|"
    r"\b(?:local|offline)[- ]only|\bzero network|\bpeer[- ]to[- ]peer",
    re.IGNORECASE,
)

# What one person does and another one sees, where there is a backend between them.
BETWEEN = (
    r"\b(?:accepts?|declines?|approves?|invites?|blocks?|rates?|offers?|requests?|confirms?|assigns?"
    r"|publish(?:es)?|reports?)\b "
    r"(?:\w+ ){0,2}?(?:an?|the|it|them|each|other|new|or)\b"
    r"|"
    r"\bsearch(?:es)? for\b|\beach other\b|\bothers?\b|\bcode (?:is )?sent\b|\bdelete (?:their|the|my) account\b"
)

CORE = Part("core", "Rules", "domain", "Holds the rules of the product and knows nothing of the outside.")
BACKEND = (
    Part(
        "backend",
        "Backend",
        "interface",
        "Keeps people's devices in step and checks who may see what.",
        serves=f"{SHARED}|{BETWEEN}",
        also=r"back-?end|server|api|cloud",
    ),
    Part(
        "store",
        "Backend database",
        "store",
        "Keeps what people share.",
        "PostgreSQL",
        serves=f"{SHARED}|{BETWEEN}",
    ),
)
