"""What the document is called and what the product in it is called."""

import re

from agents.builtin.reader.names.titles import (
    NUMBERS,
    OF_PEOPLE,
    TRAILING,
    as_name,
    is_sentence,
    without_marks,
)
from agents.builtin.reader.text.blocks import INLINE, Block
from agents.builtin.reader.text.inline import plain
from agents.builtin.reader.text.topics import announced
from agents.builtin.reader.words.technology import is_technology
from agents.builtin.seldom import Seldom

_KINDS = r"product|software|project|business|technical|functional|feature|initial|updated|original|final|mvp|enhanced|detailed"
# What titles say about the document and not about the product.
GENERAL = re.compile(
    rf"\b(?:(?:{_KINDS})s?\s+)*(?:requirements?|specifications?|definition)(?:\s+(?:and|&)\s+[\w ]+$)?"
    r"(?:\s+(?:documents?|specifications?|definition|docs?|analysis|inventory))?\b"
    rf"|\b(?:{_KINDS}) (?:overview|brief|design(?: doc(?:ument)?)?|proposal|document|vision|plan|spec|contract|charter)\b|\bdesign doc(?:ument)?\b"
    r"|\b(?:epics?|stor(?:y|ies))(?: (?:and|&) (?:user )?(?:epics?|stor(?:y|ies)))? breakdown\b|\bspec(?:ification)? delta\b|\bdelta spec(?:ification)?\b"
    r"|\brequests? for (?:proposals?|quotations?|tenders?|bids?|information)\b|\b(?:rfp|rfq|statement of work)\b|\b(?:development|implementation|project) tasks\b|\bvision (?:and|&) scope(?: document)?\b|\b1-pager\b|\bprd\.md\b"
    r"|\b(?:prd|srs|brd|fsd|frd|mvp|spec|overview|proposal|one[- ]pager|draft|rfc|pitch|press release"
    r"|pr/?faq|feature list|user stories|use cases|moscow method|implementation|documentation"
    r"|v?\d+(?:\.\d+)+)\b"
    r"|\b(?:lastenheft|pflichtenheft|anforderungsdokument|anforderungen(?: an)?|cahier des charges"
    r"|sp[ée]cifications? fonctionnelles?|documento de (?:requisitos|requerimientos|especifica\w+)"
    r"|(?:especificaci[óo]n de )?requisitos(?: del?| do sistema| da)?|requerimientos(?: del?)?"
    r"|historias de usuario|hist[óo]rias de usu[áa]rio|documento dei requisiti|requisiti(?: di)?"
    r"|programma van eisen|functioneel ontwerp|wymagania|specyfikacja|especificaci[óo]n"
    r"|especifica[çc][ãa]o|spezifikation|specifica|sp[ée]cification|kravspecifikation)\b"
    r"|需求分析(?:文档|报告|说明书?)?|(?:產品|系統|軟體)?需求(?:文件|文檔|規格書?)|产品需求文档|需求规格说明书?|(?:软件)?(?:系统)?(?:顶层|概要|详细)?设计(?:文档|说明书?)|要件定義書|仕様書|요구 ?사항 ?(?:정의서|명세서)?"
    r"|(?:게임 ?)?기획[서안]|제품|产品|需求|文档|技术方案|提案書|企画書|\.md$"
    r"|(?:функциональные )?требования(?: к)?(?: проекту| системе| приложению| продукту| по)?"
    r"|\b(?:app|product|project|business|game) (?:concepts?|ideas?)\b|\bescopo(?: d[oe] (?:projeto|sistema|produto))?\b|\balcance del (?:proyecto|producto)\b"
    r"|\b(?:anforderungskatalog|projektskizze|produktvision)\b|(?:제품|서비스|프로젝트) ?개요|기능 ?(?:명세|정의)서?|機能仕様書?"
    r"|(?:功能|产品|技术|软件)(?:规格|说明)(?:文档|书)?|核心设计文档"
    r"|техническое задание(?: на)?(?: разработку)?|спецификация|\(\s*\)|（\s*）",
    re.IGNORECASE,
)
# `Product: Bill Printer`, `**App name:** Bill Printer`, or a heading `Project name` above it.
LINE = re.compile(
    r"(?:^|\n)[\s>*_#|-]{0,8}"
    r"(?:product|project|produk|proyek|(?:app|application|tool|system|game)(?= name)|titre|titel|produkt|projekt"
    r"|producto|proyecto|projeto|produit|projet|product|产品|项目|제품|프로젝트)[ -]?"
    r"(?:name|title|名称|명)?[\s*_]{0,3}[:：][ \t*_`\"“„]{0,6}(?P<name>[^\n(（|,;–—`\"”]{2,60})"
    r"|(?:^|\n)(?:#{1,6}\s*|[\U0001f300-\U0001faff]\s*)(?:\d+(?:\.\d+)?\.?\s*)?"
    r"(?:(?:(?:product|project|app|website|system) )?name|(?:produkt|projekt)name|nom du (?:projet|produit)|nombre del? (?:proyecto|producto)"
    r"|nome do (?:projeto|produto)|(?:プロジェクト|システム|アプリ|サービス|製品)名|(?:项目|产品|系统)名称|(?:제품|프로젝트|서비스|앱) ?(?:명|이름))"
    r"\s*\n+[\s*_`]{0,4}(?P<below>[^\n(（|,;–—`#]{2,60})",
    re.IGNORECASE,
)
# `**Project Name:** Neighbourhood Tool Sharing and Repair Club Platform`: what is labelled as a name may be longer.
NAME_LINE = re.compile(
    r"(?:^|\n)[\s>*_#|-]{0,8}(?:product|project|app|application|system) (?:name|title)[\s*_]{0,3}:[ \t*_`\"“]{0,6}"
    r"(?P<name>[^\n(|,;–—`\"”]{2,120})"
    r"|(?:^|\n)\|\s*\**(?:projektbezeichnung|projektname|produktname|(?:project|product) name|nom du projet|nombre del proyecto|nome do projeto"
    r"|(?:项目|产品)名称|(?:プロジェクト|製品)名|(?:제품|프로젝트|서비스) ?명)\**\s*\|\s*(?P<row>[^|\n]{2,60})\|",
    re.IGNORECASE,
)
CALLED = re.compile(
    r"\b(?:called|named|codenamed|launches|introduces|presents|announces|namens|genannt|appel[ée]e?"
    r"|llamad[oa]|chamad[oa]|CLI|(?:command[- ]line )?tool|app|bot)\s+[\"“„*`«]{1,3}"
    r"(?P<name>[^\"”*`»\n]{2,60}?)[\"”*`»]"
)
NAMED = re.compile(
    r"(?:^|\n)\s{0,3}(?:>\s*)?(?:\*\*|`)?(?P<name>[A-Z][\w.+-]*(?:[ \t][A-Z][\w.+-]*){0,3})(?:\*\*|`)?\s+"
    r"(?:(?:is|are|will be)\s+(?:an?|the|our|designed|intended)\b|[–—-]\s+\w)"
)
# What begins like a name in a fence is code.
FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
# `ParcelMinder turns messages into tasks`: no other word is written so.
CAMEL = re.compile(r"(?:^|\n)\s{0,3}(?:\*\*)?(?P<name>[A-Z][a-z]+[A-Z]\w{2,20})(?:\*\*)?\s+[a-z]{3,15}s\s")
# `# Product Requirements` with `## Tool Shed` right below it.
BELOW_TITLE = re.compile(
    r"\A\s*#[ \t][^\n]*\n+(?:##[ \t]+(?P<name>[A-Z][^\s\d:.?!]*(?: (?:[A-Z][^\s:.?!]*|\d{1,3}|\([^()\n]{1,30}\))){1,7})(?: [-–—] [^\n]*)?"
    # `# Request for proposals` with `**Booking desk for the village halls**` right below it.
    r"|(?:\*\*|__)(?P<bold>[A-Z][^\n*_:.?!]{4,80})(?:\*\*|__)[ \t]*)\n"
)
SPECIFIED = re.compile(
    r"\b[Tt]his (?:document|specification|prd|spec) (?:specifies|describes|defines|covers) (?:the )?"
    r"(?P<name>[A-Z][\w.+-]*(?:\s(?:[A-Z]|[Vv]?\d)[\w.+-]*){0,3}),"
)
# `the Tool Shed platform`, said more than once, where no word is one of a technology.
OF_KIND = re.compile(
    r"\b[Tt]he (?P<name>[A-Z][\w-]+(?: [A-Z][\w-]+){1,2}) (?:platform|app|application|system|tool|service|project|bot|extension|library)\b"
)
THE_PRODUCT = re.compile(
    r"\b[Tt]he (?P<name>(?:[A-Z][\w-]+\s){1,3}(?:Service|System|Platform|App|Tool|Bot|SDK|Library|Portal|Engine))\b"
)
NOT_NAMES = frozenset(
    [
        *(
            "You",
            "It",
            "This",
            "That",
            "There",
            "They",
            "We",
            "The",
            "Users",
            "User",
            "Each",
            "All",
            "Our",
            "These",
        ),
        *("that", "which", "who", "whose", "where", "for", "and"),
        *("Here", "Who", "What", "Goal", "Purpose", "Status", "Modern", "Current", "Many", "Most", "Use"),
    ]
)
_EMPTY = (
    "and for the of later future app api master idea project doc docs document system to be "
    "backend back-end frontend front-end service services server web mobile application platform software "
    "added & new specs features notes prd tool internal small feature proposal request brief draft one-pager name title your tbd n/a"
)
# A name and what it is; `Orders, invoices and payments` is a list.
EXPLAINED = Seldom(r"(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?), (?![^,]*(?:,|&| and | or ))(?=[a-z])")
GOES_ON = r"(?:can|gives|has|helps|is|keeps|lets|must|shall|should|shows|will)\b"
EMPTY = frozenset(_EMPTY.split())
NAME_LEADS = re.compile(
    r"^(?:(?:for|of|de|del|do|da|di|für|pour|voor|der|des)\s+(?:(?:the|our|an?)\s+)?|the\s+|(?:our|an?)\s+(?=(?-i:[a-z])))"
    r"(?:new\s+(?=(?-i:[a-z])))?"
    r"|^(?:我们?)?(?:想要?|要)?(?:做|开发|实现|设计|搭建|构建|写)(?:一个|一款|一套)",
    re.IGNORECASE,
)
SECTION = re.compile(
    r"(?:\d+\.?\s*)?"
    r"(?:overview|introduction|summary|background|概述|概要|einleitung|introducción|introdução|введение)"
    r"|(?:added|modified|removed|renamed) requirements"
    r"|\d+(?:\.\d+)*[.)]?\s+\S.*",
    re.IGNORECASE,
)
# What a form asks for one after the other; none of it is a title.
PART = re.compile(
    r"(?:the )?"
    r"(?:problem(?: statement)?|motivation|description|(?:proposed )?solution|goals?|context|need|what"
    r"|why|who|user stor(?:y|ies)|feature request|feature description|(?:is your |describe )\S.*"
    r"|(?:what|which|how|why|who|any)\b[^?]*)",
    re.IGNORECASE,
)
MAKER = re.compile(r"^(?:Apache|Amazon|AWS|Google|Microsoft) ")
# `What this is`
ASKS = re.compile(r"(?:here|how|what|when|where|who|why)\b", re.IGNORECASE)
MOST_WORDS = 6
MOST_LABELLED = 10
# `Changelog bot`, `Team calendar`: what a heading with the name of a section calls a product all the same.
CALLED_A = re.compile(
    r"(?:project:? )?[\w'’-]+(?: [\w'’-]+){0,3} "
    r"(?:apps?|applications?|bots?|tools?|programs?|software|systems?|services?|servers?|sites?|websites?"
    r"|portals?|boards?|calendars?|planners?|trackers?|library|engine|managers?|builders?|runners?"
    r"|viewers?|browsers?|scanners?|checkers?|dashboards?|monitors?|games?|generators?|extractors?"
    r"|linters?|converters?|importers?|exporters?|editors?|finders?|assistants?|plug-?ins?|extensions?"
    r"|modules?|packages?|cli|scripts?|director(?:y|ies)|watch|wizards?|gateways?|hubs?|platforms?|suite"
    r"|stores?|shops?|reminders?|archives?|inbox|organi[sz]ers?|collectors?|explorers?|helpers?|makers?"
    r"|groomers?|notifiers?|pages?|maps?|command|desks?)"
    r"(?: (?:for|of|in|on) .{1,60})?",
    re.IGNORECASE,
)
# Small words inside a name, `SQL Workbench para Base de Datos`, make it no sentence.
SMALL = frozenset(
    [
        *(
            "de",
            "del",
            "la",
            "el",
            "los",
            "las",
            "para",
            "of",
            "for",
            "the",
            "and",
            "und",
            "der",
            "die",
            "das",
        ),
        *("für", "et", "du", "des", "pour", "da", "do", "di", "e", "y"),
    ]
)
BEFORE_WHOM = re.compile(r"([A-Z][\w-]*(?: [A-Z][\w-]*){1,3}) for (?=[A-Z]|the )")
SEARCHED = 6000
# `**Ledgerleaf** is a small web service`: a name in bold that is then said to be something.
INTRODUCED = re.compile(
    r"\*\*([A-Z][\w.-]*(?: [A-Z][\w.-]*){0,3})\*\*\s+(?:is|ist|es|est)\s+(?:an?|our|the|ein\w*|une?|una)\b"
)
INTRODUCTION = 1500
# Nobody calls a product by more than the beginning of a longer heading.
LONGEST_TITLE = 400


def title_of(found: tuple[Block, ...]) -> Block | None:
    """The heading that names the document; None when its first heading is already one section of several."""
    headings = [block for block in found if block.shape == "heading"]
    if not headings:
        return None
    first = headings[0]
    if len(headings) < 2:
        behind = first.text.partition(":")[2].strip()
        named = bool(behind) and GENERAL.match(first.text) and announced(behind) is None
        called = named or announced(first.text) is None or CALLED_A.fullmatch(plain(first.text).strip(" :."))
        return first if first is found[0] and called else None
    if SECTION.fullmatch(first.text.strip()):
        return None
    top = min(block.depth for block in headings)
    alone = sum(block.depth == top for block in headings) == 1
    part = PART.fullmatch(first.text.strip(" :?")) or (announced(first.text) and first.depth > 1)
    if part and sum(block.depth == first.depth and block.mark != INLINE for block in headings) > 1:
        return None
    names = first.depth == top and alone and announced(first.text) is None
    return first if first is found[0] or names else None


def product_of(title: str, text: str) -> str:
    """The product's name: what the title says beside “requirements document”, a line that names it, or who the first sentences are about."""
    start = FENCED.sub("", text[:SEARCHED])
    titled = _unexplained(_from_title(plain(title[:LONGEST_TITLE])), start)
    # A title that the text never says again describes the product; a name that is introduced then comes first.
    described = titled and start.casefold().count(titled.casefold()) < 2
    introduced = _said((INTRODUCED,), start[:INTRODUCTION]) if described else ""
    if described and not introduced:
        introduced = _begun_by(titled, start[:INTRODUCTION])
    return (
        _said((NAME_LINE,), start, most=MOST_LABELLED, called=True)
        or _said((LINE,), start)
        or introduced
        or titled
        or _said((INTRODUCED,), start[:INTRODUCTION])
        or _said((CALLED,), start[:INTRODUCTION])
        or _below(start)
        or _said((SPECIFIED, NAMED, CAMEL), start)
        or _said((THE_PRODUCT, OF_KIND), start)
    )


def _unexplained(titled: str, start: str) -> str:
    """A name without what explains it: `Roster, shift planning for a clinic`, where the text goes on about Roster."""
    found = EXPLAINED.match(titled)
    return found["name"] if found and re.search(rf"\b{re.escape(found['name'])} {GOES_ON}", start) else titled


def _begun_by(titled: str, start: str) -> str:
    """The name that a title begins with and a sentence introduces: `Tally Browser Extension`, and `Tally is a …`."""
    name = _said((NAMED,), start)
    return name if name and titled.startswith(f"{name} ") and CALLED_A.fullmatch(titled) else ""


def _below(start: str) -> str:
    """The heading right below a title that names nothing."""
    below = BELOW_TITLE.match(start)
    name = below["name"] or below["bold"] if below else ""
    return "" if not name or ASKS.match(name) or _is_general(name) else name


def _said(
    patterns: tuple[re.Pattern[str], ...], text: str, *, most: int = MOST_WORDS, called: bool = False
) -> str:
    """The first name that one of these patterns finds; what is `called` a name may be like a heading."""
    for pattern in patterns:
        for each in pattern.finditer(text):
            named = next(group for group in each.groups() if group).split(" - ")[0].strip(" .:*_\\[]")
            # `Bill desk for the hotels of Acme`: whom it is for is no part of a long name.
            if len(named.split()) > most and (short := BEFORE_WHOM.match(named)):
                named = short[1]
            words = named.split()
            if (
                words
                and len(words) <= most
                and words[0] not in NOT_NAMES
                # `MongoDB - documents` says what it is built with.
                and not is_technology(MAKER.sub("", named))
                and not _is_general(named, only=not called)
            ):
                return named[:120]
    return ""


def _from_title(title: str) -> str:
    title = without_marks(title)
    if is_sentence(title):
        return ""
    rest = GENERAL.sub(" ", re.sub(r"[(（][^)）]*[)）]", " ", title))
    quoted = re.search(r"[\"“„«《「『]([^\"”“»》」』]{2,60})[\"”“»》」』]", rest)
    if quoted:
        return quoted[1].strip()
    parts = [
        TRAILING.sub("", re.sub(r"^[^\w(\"“„]+", "", part)).strip(" :：–—-|()[]#")
        for part in re.split(r"\s[–—-]\s|[:：|]", rest)
    ]
    name = next(
        (
            part
            for part in parts
            if re.search(r"\w{2}", part)
            and not (len(parts) > 1 and NUMBERS.fullmatch(part))
            and not _is_general(part, only=len(parts) == 1)
        ),
        "",
    )
    if is_sentence(name) or OF_PEOPLE.search(name):
        return ""
    if not 0 < len([word for word in name.split() if word.casefold() not in SMALL]) <= MOST_WORDS:
        return ""
    name = as_name(re.sub(r"\s{2,}", " ", NAME_LEADS.sub("", name))[:120])
    return name.title() if name.isupper() and " " in name and name.isascii() else name


def _is_general(name: str, *, only: bool = True) -> bool:
    """Whether words name no product: filler, or a heading like any other."""
    words = name.casefold().split()
    return all(word in EMPTY for word in words) or (
        only and len(words) < 3 and announced(name) is not None and not CALLED_A.fullmatch(name)
    )
