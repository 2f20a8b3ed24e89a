"""The document's own groups of requirements, as far as their names are names of parts and not of chapters."""

import re
from collections import Counter

from agents.builtin.planning.entries import Entries

# A diagram people can take in has a dozen boxes; the kind's own parts and outside systems need most of them.
MOST = 5
LONGEST = 40
MOST_WORDS = 5
# Words of chapters, priorities and schedules. A name that holds nothing else says nothing about the product.
CHAPTER = frozenset(
    """
a an the and or of for in on to by with at as is are be it its this that what why how who when where
which overview introduction intro summary background purpose scope goal goals objective objectives vision
context motivation requirement requirements functional nonfunctional non business technical feature
features functionality functionalities capability capabilities spec specs specification specifications
user users story stories case cases use epic epics must should could have has wont may nice mvp phase
release version milestone sprint iteration stage step steps part section chapter core main key major
minor general common basic advanced other others misc miscellaneous additional optional extra further
more high medium low priority critical important primary secondary first second third final initial
current existing new future later required proposed planned desired expected possible potential needed
supported detailed details detail list lists item items note notes comment comments remark remarks
question questions answer answers example examples reference references appendix design architecture
solution approach implementation implementing plan plans planning task tasks todo backlog roadmap work
component components module modules system systems product project application app software service
platform tool rule rules behavior behaviour behaviors flow flows process processes acceptance criteria
definition done success metric metrics input inputs output outputs data type types options option change
changes update updates problem statement description content contents table idea ideas thing things area
areas aspect aspects quick wins layout format formats model models strategy strategies setup governance
monetization timeline schedule deadlines market team budget concept visuals produktübersicht einsatz
projektverlauf zeitliche vorgaben und erweiterungen einführung zielbestimmung anforderung anforderungen
funktionale funktionen übersicht umfang ziele einleitung allgemein allgemeines muss soll kann kriterien
requisitos funcionales requisito funcionalidades historias usuario resumen objetivo objetivos alcance
generales descripción exigences fonctionnelles fonctionnalités objectifs contexte besoins funcionais
visão geral escopo
""".split()  # noqa: SIM905  # a list of words reads best as one string
)
CHAPTER_ABROAD = re.compile(
    r"^(?:注意?|备注|附注|(?:主要|目标)用户|用户(?:故事|角色|画像)|使用者故事|选择.*|核心(?:组件|功能|模块|特性)|技术选型|非功能.*|特性|其他|功能需求|需求|功能"
    r"|功能列表|概述|目标|引言|背景|范围|说明|总结|设计原则|系统.*|.*架构|.*(?:개요|아키텍처|콘셉트)|기능|요구사항|目的|概要|機能|機能要件|要件|требования"
    r"|функции|обзор|wymagania|funkcje|planowane funkcje.*)$",
    re.IGNORECASE,
)
# `3.1 FR-UI-01:`, `Epic 2 -`, `US-001:`, `Phase 1:`, `F1.`
NUMBERED = re.compile(
    r"^(?:\d[\d.]*(?:[A-Z]\.\d[\d.]*)?[.)]?\s+|[ivx]{1,4}[.)]\s+|\(?[a-z][.)]\s+)?"
    r"(?:(?:epic|feature|module|area|phase|part|section|chapter|milestone|sprint|step|story|use case"
    r"|capability|requirement|group|category|theme)\s*#?[\d.]*[a-z]?\s*[:.–—-]\s*"
    r"|[A-Z]{1,8}(?:[-_.][A-Z]{1,10})*[-_.]?\d{1,4}(?:[.-]\d{1,4})*\s*[:.)–—-]\s*)?",
    re.IGNORECASE,
)
TAIL = re.compile(r"\s*[(\[][^()\[\]]{0,60}[)\]]\s*$|\s*[:：]\s*$")
# A sentence, a comparison, a question, a piece of code or a promise about the document is no name.
NO_NAME = re.compile(
    r"\bvs\.?\b|[?:→=，。、_]|[`{}<>$]|\b(?:must|shall|should|will|can|cannot|are|is|was)\b"
    r"|^(?:as an?|if|when|given|for|to|by|with|without|no|not|what|why|who|where|how(?! to\b)|this|these)\b|\.\w{2,4}$",
    re.IGNORECASE,
)
LAST = re.compile(
    r"\s+(?:requirements?|features?|functionality|stories|rules|epic|anforderungen|需求|功能)$", re.IGNORECASE
)
WORD = re.compile(r"[^\W\d_]+")


def area_names(entries: Entries) -> dict[str, str]:
    """Heading -> the name of the part it stands for, for at most five headings that hold several requirements each."""
    people = {stem(each.name) for each in entries.actors}
    systems = {stem(each.name) for each in entries.integrations}
    named = {
        area: name
        for area in dict.fromkeys(each.area for each in entries.requirements if each.area)
        if (name := name_of(area)) and stem(name) not in people | systems
    }
    counted = Counter(named[each.area] for each in entries.requirements if each.area in named)
    large = [name for name, count in counted.items() if count >= 2]
    if len(large) < 2:
        return {}
    ranked = sorted(large, key=lambda name: -counted[name])[:MOST]
    return {area: name for area, name in named.items() if name in ranked}


def name_of(heading: str) -> str:
    """The heading as a part's name, without its number; empty when it names a chapter of the document."""
    name = NUMBERED.sub("", NUMBERED.sub("", heading.strip(), count=1), count=1)
    while TAIL.search(name):
        name = TAIL.sub("", name)
    name = LAST.sub("", name.strip(" *_#-–—")).strip()
    words = WORD.findall(name)
    if not words or len(name) > LONGEST or len(words) > MOST_WORDS or NO_NAME.search(name):
        return ""
    if CHAPTER_ABROAD.match(name) or all(word.casefold() in CHAPTER for word in words):
        return ""
    return name[:1].upper() + name[1:]


def stem(name: str) -> frozenset[str]:
    """The telling words of a name, cut so that “Config file” and “Configuration files” are one."""
    return frozenset(
        word.casefold()[:6].rstrip("s")
        for word in WORD.findall(name)
        if word.casefold() not in {"the", "and", "of"}
    )
