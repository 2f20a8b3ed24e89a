"""Headings that name a chapter of a document, a stage of the work or a quality, and no part of a product."""

import re

# A name that holds nothing but such words says nothing about the product.
CHAPTER = frozenset(
    """
a an the and or of for in on to by with at as is are be it its this that what why how who when where which
acceptance actor actors additional advanced alternatives analyses answer answers app appendix application approach architecture area areas
aspect aspects assumption assumptions audience background backlog basic basics behavior behaviors behavioral behaviour behaviours
behavioural budget boundaries boundary business candidate candidates capabilities capability case cases caveat caveats change changes chapter chapters clarification
clarifications comment comments common complexity component components concept concepts consequence consequences considerations
constants constraint constraints content contents context convention conventions core could criteria critical current data deadlines
decided decision decisions deferred defined definition definitions deliverable delighter delighters deliverables demands dependencies dependency description
design desired detail detailed details developer developers discussion done draft effort element elements enhancement enhancements epic
epics essential essentials estimate estimates example examples existing expectation expectations expected experience extra feature features final findings first
flow flows form format formats foundation functional functionalities functionality functions further future general generated glossary goal goals
governance guarantee guarantees guideline guidelines has have high highlights hypotheses hypothesis idea ideas impact implementation
implemented implementing implications important included includes including information initial input inputs insights intended
interpretation intro introduction issue issues item items iteration key later layout limitation limitations list lists low main major market
maturity may measurement measurements mechanics medium methodology metric metrics milestone milestones minor misc miscellaneous
mission mockups model models module modules monetization more motivation must mvp needed needs new next nice non nonfunctional note notes
notice object objective objectives objects observation observations open option optional options other others out outcome outcomes outline
output outputs overall overview part parts phase philosophy plan planned planning plans platform platforms points polish polishing positioning
possible postcondition postconditions potential precondition preconditions premise prerequisite prerequisites primary principle principles
priorities priority problem problems process processes product products progress project promise promises proposal proposed purpose question
questions quick rationale recommended reference references release released releases remark remarks required requirement requirements
resources result risk risks roadmap rule rules sample samples scenario scenarios schedule scope second secondary section set sequencing service services
setup shipped should slice slices software solution solutions source sources spec specification specifications specific specs sprint stack stage
statement statements status step steps stories story strategies strategy structure success summary supported system systems table task
tasks team technical tech technologies technology term terminology terms theme thing things third timeline todo tool traceability type
types unplanned update updates usage use used user users value values verification verified version versions vision visuals why will wins
wireframe wireframes wishes wont work world
alpha beta ga gates breakdown partitioning scaling sharding default defaults handling hackathon level logical negotiable physical poc prototype graduation phases v1 v2 v3 now
api apis available documentation id ids layer layers support build command contract desktop document edge endpoint endpoints infrastructure interface interfaces kano logic mobile page pages
quality qualities requested responsibilities run running screen screens sequence supporting surface test testing
tests ui ux view views want web wish
produktübersicht einsatz projektverlauf zeitliche vorgaben und erweiterungen einführung zielbestimmung anforderung anforderungen
funktionale funktionen übersicht umfang ziele einleitung allgemein allgemeines muss soll kann kriterien entscheidungen annahmen offene
punkte neue neuen bestehende übernommene geplante
datos funcional pantalla pantallas componentes obligatorios comportamiento esperado requisitos funcionales requisito funcionalidades historias usuario resumen objetivo objetivos alcance generales descripción exigences
fonctionnelles fonctionnalités objectifs contexte besoins funcionais visão geral escopo
""".split()  # noqa: SIM905  # a list of words reads best as one string
)
CHAPTER_ABROAD = re.compile(
    r"^(?:注意?|备注|附注|(?:主要|目标)用户|用户(?:故事|角色|画像)|使用者故事|选择.*|核心(?:组件|功能|模块|特性)|技术选型|非功能.*|特性|其他|功能需求|需求|功能"
    r"|功能列表|概述|目标|引言|背景|范围|说明|总结|设计原则|系统.*|.*架构|.*(?:개요|아키텍처|콘셉트|근거|로드맵|비용|사항|설계|시나리오|일정|전략|제약|지표)|(?:화면|페이지) ?(?:구성|구조)|모듈|확정됨|기능|요구사항|目的|概要|機能|機能要件|要件|требования"
    r"|функции|обзор|wymagania|funkcje|planowane funkcje.*)$",
    re.IGNORECASE,
)
# Words that mean a part of a product in other company: `Checklists`, `Requests` and `Analysis` may well be parts.
CHAPTER_AS_A_WHOLE = re.compile(
    r"(?:.* )?(?:ship(?:ping)?|(?:pre-?|go-)?(?:launch|live)|release|review|readiness|mvp|qa|interaction|test(?:ing)?|acceptance|verification|deployment) checklists?"
    r"|(?:edge|corner|empty|error|loading|exceptional)[- ](?:cases?|states?|conditions?|scenarios?)\b.*"
    r"|hand-?(?:off|over)\b.*\b(?:agents?|contributors?|developers?|sessions?)|.*\b(?:mvp|feel)"
    r"|(?:back-?end|front-?end) mappings?"
    r"|(?:cloud|cross|local|mobile|multi|offline|privacy|real|single)-\w+|[a-z-]*(?:ated|i[sz]ed|ected|[^t]able)"
    r"|\S{1,3} [a-z\d]"
    r"|stimulus.*|.*\bbrief\b.*|(?:free|paid|pro|premium|basic) (?:tier|plan|version).*|.*\boption|roles? (?:and|&) capabilities"
    r"|(?:(?:core|main|key) )?components of .*|static analysis.*|responsive .*|.*\b(?:guarantees?|degradation)"
    r"|(?:daily|day-to-day) driver|walking skeleton|happy path|north star"
    r"|(?:decision|change|feature) requests?"
    r"|(?:analysis|object|reference|threat|domain) models?"
    r"|.*\b(?:hypothes[ei]s|methodolog(?:y|ies)|traceability|term\w*logy|dependenc(?:y|ies)|assumptions|trade-?offs|considerations|implications|caveats"
    r"|consequences|rationale|roadmap|milestones?|principles|philosophy|strategy|outcomes|premise|prerequisites|preconditions?)"
    r"|(?:intended|target|expected)\b.*\b(?:audiences?|users?|uses?)\b.*"
    r"|.*\bscope\b.*|future .*|.*\b(?:testability|maintainability|reliability|scalability|usability|accessibility|extensibility|compatibility|portability)"
    r"|.*\b(?:covers?|owns|focuses on|provides|contains|allows|supports)"
    r"|(?:demo|data(?:base|set)?|json|sql)\b.*\bschemas?"
    r"|.*\b(?:design|architecture|consistency|maturity)"
    r"|(?:low|high|minimal|zero|reduced|less|calm)\b.*\b(?:demands?|effort|friction|availability|performance|latency|overhead|costs?|footprint|load|quality|model)"
    r"|.*\b(?:displayed|includes?|included|excluded|shown|shipped|demonstrated|delivered)",
    re.IGNORECASE,
)
WORD = re.compile(r"[^\W\d_]+")


# Chapters by name, which are things that people keep in many products.
THINGS = frozenset(
    """
    answer answers budget comment comments document documents issue issues item items note notes notice notices plan plans project projects
    question questions resource resources risk risks schedule schedules task tasks team teams theme themes user users
    """.split()  # noqa: SIM905  # see above
)


def is_chapter(name: str, *, things: bool = False) -> bool:
    """Whether this names a chapter, a stage of the work or a quality.

    Where the product keeps `things` of that name, one word like `Tasks` names none.
    """
    words = [word.casefold() for word in WORD.findall(name)]
    if things and len(words) == 1 and words[0] in THINGS:
        return False
    return bool(CHAPTER_ABROAD.match(name) or CHAPTER_AS_A_WHOLE.fullmatch(name)) or all(
        word in CHAPTER for word in words
    )
