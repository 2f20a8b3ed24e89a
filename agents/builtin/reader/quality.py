"""Which quality a sentence is about, and the number it asks for."""

import re
from functools import lru_cache
from typing import get_args

from agents.schemas.requirements import Category, Target

WORDS: tuple[tuple[Category, str], ...] = (
    (
        "accessibility",
        r"\baccessib(?:ility|le (?:to (?:all|people|users with)|design|ui))|\bwcag|\bscreen ?readers?|\baria\b|\bkeyboard[- ]navig|\bbarrierefrei|无障碍|アクセシビリティ",
    ),
    (
        "localization",
        r"\blocali[sz]|\binternationali[sz]|\bi18n|\bl10n|\bmulti[- ]?lingual|\btranslat(?:ed|ions)|\blanguages? supported|国际化|本地化|多言語",
    ),
    (
        "compliance",
        r"\bcomplian|\bcomply|\bgdpr|\bdsgvo|\brgpd|\bhipaa|\bsoc ?2|\bpci\b|\bccpa|\biso ?\d{4,5}|\bregulat(?:ory|ion)|\baligning with .{0,30}standards?|合规|法規",
    ),
    (
        "privacy",
        r"\bprivacy\b(?!-)|\bpersonal data|\bpersonally identif|\bpii\b|\banonymi[sz]|\bdata minimi|\bon[- ]device only|\bnever leaves? the device|\b(?:user|explicit|granular|informed|prior|parental) consent\b|\bwith(?:out)? (?:\w+ )?consent\b|\bconsent (?:management|banner|is\b|must\b|before\b)|\bon the (?:user['’]s )?device\b|\bremains? on[- ]device|\bleaves? the device|\b100% on-device|\bentirely on-device|\bpersonal information|\bnot (?:send|share|upload|transmit|sell|collect)\b|\bno (?:\w+ )?data (?:is|are|may be|leaves?|shall be) ?(?:sent|collected|shared|stored|uploaded)?|\buser-initiated|\bno tracking|\bdatenschutz|\bconfidentialit|\bprivacidad|隐私|プライバシー|конфиденциальн",
    ),
    (
        "security",
        r"\bsecur(?:e|ity|ely)\b|\bencrypt\w*|\btls\b|\bhttps only|\brate[- ]limit\w*|\bbrute[- ]force|\bsql injection|\bxss\b|\bcsrf|\bowasp|\bvulnerab|\bhash(?:ed|ing)\b|\bsanitiz|\bauthori[sz]ed .{0,20}only|\bonly authori[sz]ed|\bsicher(?:heit)?\b|\bverschlüssel|\bs[ée]curis|\bchiffr|\bsegur|\bcifra|安全|加密|防护|セキュリティ|暗号|безопасн|шифр",
    ),
    (
        "performance",
        r"\bperforman(?:ce|t)|\blatenc|\bresponse times?|\bload(?:s|ing)? times?|\bthroughput|\bfast(?:er)?\b|\bquick(?:ly)? enough|\bp9[059]\b|\b(?:ops|requests?|req|tps|rps|qps)(?:/| per )s|\bmemory (?:footprint|usage|consumption)|\bcpu usage|\b(?:binary|bundle|package|file) size|\bwithin [\d.,]+ ?(?:ms|milli\w*|s|secs?|seconds?|microseconds?)\b|\b(?:under|less than|below|in|max(?:imum)?|<|≤|<=) ?[\d.,]+ ?(?:ms|milli\w*|s|secs?|seconds?|microseconds?)\b|\befficient(?:ly)?\b|\bminimi[sz]e (?:bloat|memory|cpu)|\bfps\b|\bcaching\b|\breal[- ]?time performance|\bantwortzeit|\bschnell\b|\bladezeit|\btemps de r[ée]ponse|\btiempo de respuesta|\brendimiento|性能|缓存优化|响应时间|延迟|レスポンス|応答時間|производительн|быстр",
    ),
    (
        "scalability",
        r"\bscal(?:e|es|able|ability|ing)\b(?! of)|\bconcurrent (?:users|requests|connections|sessions|rooms)|\b[\d.,]+[km]?\+? (?:concurrent|simultaneous)|\bhorizontal(?:ly)?|\bgrowth\b|\bhandle (?:about |around |up to |at least )?[\d.,]+[km]?\b|\bvolume of\b|\bincreasing .{0,20}volume|\bskalier|\bmontée en charge|\bescalab|扩展性|可伸缩|并发|スケーラ|масштаб",
    ),
    (
        "availability",
        r"\b(?:high|service|system|operator|app|platform)[- ]availability|\bavailability (?:of|sla|target)|^availability\b|\bup ?time|\b99(?:[.,]\d+)? ?%.{0,20}(?:avail|up)|\bhigh(?:ly)? available|\bfailover|\bdisaster recovery|\bdowntime|\brto\b|\brpo\b|\boffline\b|\bwithout (?:an )?internet|\bverfügbar|\bdisponibilit|\bdisponibilidad|可用性|稼働率|доступност",
    ),
    (
        "reliability",
        r"\breliab\w*|\bresilien|\bfault[- ]toleran|\brobust|\bdata loss|\bretr(?:y|ies)\b|\bgraceful(?:ly)?\b.{0,20}(?:degrad|fail|recover)|\bcrash(?:es|ing)?\b|\brecover(?:y|s)?\b|\bbackups?\b|\berror rate|\bzuverlässig|\bausfallsicher|\bfiabilit|\bfiable|\bconfiab|可靠|稳定|信頼性|надежн|надёжн",
    ),
    (
        "data-integrity",
        r"\bintegrity\b|\bconsisten(?:cy|t) data|\bdata (?:consistency|accuracy|quality)|\baccura(?:cy|te) (?:of|in|extraction)|\b\d+ ?%.{0,25}accura|\bacid\b|\btransaction(?:al)?s? (?:safe|support)|\bidempoten|\bdatenintegrität|\bint[ée]grit|\bintegridad|一致性|完整性|整合性|целостност",
    ),
    (
        "observability",
        r"\bobservab|\bmonitor(?:ed|ing)\b|\blogg(?:ed|ing)\b|\bstructured logs?|\btracing\b|\balert(?:s|ing)\b.{0,30}(?:ops|on-call|failure)|\baudit (?:log|trail)s?|\btelemetry|\bmetrics endpoint|\bhealth ?checks?|\bprotokollier|\büberwach|\bjournalis|\bsupervision|\bmonitoriz|监控|日志|可观测|監視|ログ出力|мониторинг|логирован",
    ),
    (
        "testability",
        r"\btest(?:s|ed|able|ability|ing)?\b.{0,30}(?:coverage|unit|integration|automat|end-to-end|e2e)|\b(?:unit|integration|e2e|end-to-end|automated|regression) tests?\b|\bcode coverage|\btest coverage|\bmock data|测试覆盖|单元测试|テストカバレッジ|покрытие тест",
    ),
    (
        "maintainability",
        r"\bmaintain(?:able|ability)|\bclean code|\bmodular(?:ity)?\b|\bcode (?:quality|style|standards)|\blint(?:ed|ing)?\b|\bdocumented (?:code|api)|\btype safety|\bwell[- ]documented|\bwartbar|\bmaintenab|\bmantenib|可维护|保守性|поддерживаем",
    ),
    (
        "extensibility",
        r"\bextensib|\bextend(?:able|ible)|\bplug(?:-?in)?gable|\bswappable|\bany language can\b|\bplugin architecture|\bfuture (?:proof|growth)|\bdesigned to (?:accommodate|support additional)|\badd(?:ing)? new .{0,40}without|\bwithout (?:modifying|changing) (?:core|existing)|\berweiterbar|\bextensibil|可扩展|拡張性|расширяем",
    ),
    (
        "compatibility",
        r"\bcompatib|\bcross[- ](?:platform|browser)|\b(?:current|modern|major|all|older|evergreen) (?:web )?browsers|\bacross (?:all )?platforms|\bboth .{0,40}\b(?:browser|node|ios|android|web|mobile)|\bsupport .{0,30}environments|\bbrowsers?\b.{0,40}(?:chrome|firefox|safari|edge|support)|\b(?:chrome|firefox|safari|edge)\b.{0,40}\b(?:chrome|firefox|safari|edge)\b|\b(?:macos|windows|linux|ios|android)\b.{0,20}(?:,|and|&|/).{0,15}\b(?:macos|windows|linux|ios|android)\b|\bresponsive\b|\bisomorphic|\bstable (?:[\w-]+ )?(?:api|contract|interface|cli)\b|\bsingle codebase\b|\b(?:ios|android|node(?:\.js)?|python|java) ?\d+(?:\.\d+)?\+|\bversions? \d+(?:\.\d+)* (?:or|and) (?:later|above|newer|higher)|\bkompatib|\bcompatibilit|响应式|兼容|互換|レスポンシブ|совместим",
    ),
    (
        "usability",
        r"\busab(?:le|ility)|\bintuitiv|\beasy[- ]to[- ](?:use|learn|navigate)|\buser[- ]friendly|\bnon[- ]intrusive|\bno configuration|\bwithout (?:any )?(?:setup|training|configuration)|\bconsistent look|\bsimple(?: and|, )(?:clean|clear|intuitive)|\bclean (?:ui|interface|design)|\bminimal(?:ist)? (?:ui|interface|design|clicks)|\blearn(?:ing curve|ability)|\bin (?:under|less than) \d+ (?:clicks|taps|steps)|\bactionable error|\bux\b|\bgebrauchstaug|\bbenutzerfreundlich|\bintuitif|\bintuitiv|\bergonom|\bf[áa]cil de usar|易用|用户体验|使いやす|ユーザビリティ|удобств|удобн",
    ),
    (
        "cost",
        r"\bcosts? (?:below|under|less|cap|limit|per)|\bcost[- ]effective|\bbudget (?:below|under|cap)|\bcheap\b|\binfrastructure costs?|\bfree tier|\bkosten|成本|コスト|стоимост",
    ),
)
PATTERNS: tuple[tuple[Category, re.Pattern[str]], ...] = tuple(
    (category, re.compile(pattern, re.IGNORECASE)) for category, pattern in WORDS
)
NAMES: tuple[tuple[Category, re.Pattern[str]], ...] = tuple(
    (category, re.compile(rf"\b{category[:7]}", re.IGNORECASE))
    for category in get_args(Category)
    if category != "other"
)
SIGN = r"(?P<sign><=|>=|≤|≥|<|>|=|~|≈|under|below|less than|fewer than|at most|up to|no more than|within|max(?:imum)?(?: of)?|at least|more than|over|min(?:imum)?(?: of)?|greater than|above|unter|höchstens|mindestens|moins de|au moins|menos de|al menos|小于|不超过|至少|低于|超过)"
UNIT = (
    r"(?P<unit>%|percent|ms|milliseconds?|µs|us|microseconds?|s\b|secs?\b|seconds?|minutes?|mins?\b|hours?|h\b|days?|weeks?|months?|years?"
    r"|kb|mb|gb|tb|kib|mib|gib|mi\b|gi\b|fps|rps|qps|tps|ops/sec|requests?(?:/s| per second)|req/s|(?:concurrent |simultaneous |active )?(?:users|requests|connections|sessions|players|devices|messages|records|rows|events|items|files|clicks|taps)"
    r"|秒|毫秒|分钟|小时|天|sekunden?|minuten|stunden|tagen?|secondes|segundos)"
)
TARGET = re.compile(
    rf"(?:{SIGN}\s*)?(?P<number>\d{{1,3}}(?:[,\s]\d{{3}})+|\d+(?:[.,]\d+)?)\s?(?P<scale>[km](?=\s|\+|$)|million|thousand)?(?P<plus>\+)?\s*{UNIT}",
    re.IGNORECASE,
)
SPLIT_AT_MOST = 400
LESS = frozenset(
    {"<", "under", "below", "less than", "fewer than", "unter", "moins de", "menos de", "小于", "低于"}
)
MORE = frozenset({">", "more than", "over", "greater than", "above", "超过"})
AT_LEAST = frozenset(
    {
        ">=",
        "≥",
        "at least",
        "min",
        "minimum",
        "minimum of",
        "min of",
        "mindestens",
        "au moins",
        "al menos",
        "至少",
    }
)
EQUAL = frozenset({"=", "~", "≈", ""})
SCALES = {"k": 1e3, "thousand": 1e3, "m": 1e6, "million": 1e6}


@lru_cache(maxsize=8192)
def category_of(text: str) -> Category | None:
    """The quality the words are about, or None."""
    for category, pattern in PATTERNS:
        if pattern.search(text):
            return category
    return None


def category_named(heading: str) -> Category | None:
    """The quality a heading or a lead names (`Performance:`), or None."""
    for category, pattern in NAMES:
        if pattern.search(heading):
            return category
    return category_of(heading)


def several(text: str) -> tuple[tuple[Category | None, str], ...]:
    """The statement cut at an “and” between two different qualities; usually it stays whole."""
    if len(text) > SPLIT_AT_MOST:
        return ((None, text),)
    for found in re.finditer(r"\s+and\s+", text):
        left, right = text[: found.start()], text[found.end() :]
        first, second = category_of(left), category_of(right)
        if first and second and first != second and len(right.split()) >= 2:
            return ((first, left), (second, right[:1].upper() + right[1:]))
    return ((None, text),)


def target_of(text: str) -> Target | None:
    """The first measurable goal in the words, its number and its unit read."""
    found = TARGET.search(text)
    if not found:
        return None
    number = float(re.sub(r"[,\s](?=\d{3}\b)", "", found["number"]).replace(",", "."))
    number *= SCALES.get((found["scale"] or "").casefold(), 1.0)
    sign = (found["sign"] or "").casefold()
    before = text[: found.start()].casefold().rstrip()
    percentile = re.search(r"\bp\d{2}\b", text.casefold())
    return Target(
        comparison=_comparison(sign, plus=bool(found["plus"]), before=before),
        quantity=number,
        unit=found["unit"].casefold(),
        qualifier=percentile[0] if percentile else "",
    )


def _comparison(sign: str, *, plus: bool, before: str) -> str:
    if plus or sign in AT_LEAST:
        return ">="
    if sign in LESS:
        return "<"
    if sign in MORE:
        return ">"
    if sign in EQUAL:
        return "="
    del before
    return "<="
