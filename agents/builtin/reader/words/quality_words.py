"""The words by which statements ask for a quality: for each one English first, then other languages."""

from agents.builtin.reader.words.topic import IN_TONGUES
from agents.schemas.requirements import Category

# The first row that matches names the category, so rows with rarer words stand first.
WORDS: tuple[tuple[Category, str, str], ...] = (
    (
        "accessibility",
        (
            r"\baccessib(?:ility(?! tree)|le (?:to (?:all|people|users with)|design|ui))|\bwcag|\bscreen[- ]?readers?"
            r"|\baria\b|\bkeyboard[- ](?:navig|access|only)|\bcolou?r[- ]?(?:blind|contrast)"
            r"|\bhigh[- ]contrast|\bcontrast ratio|\balt(?:ernative)? text|\bdisabilit"
        ),
        (
            r"\bbarrierefrei|无障碍|alt ?标签|アクセシビリティ|접근성|\btoegankelijk|\bdostępnoś|\btillgänglig|\berişilebilir"
            r"|\bacessibilidade|\baccesibilidad|доступность для"
        ),
    ),
    (
        "localization",
        (
            rf"{IN_TONGUES}|\blocali[sz]|\binternationali[sz]|\bi18n|\bl10n|\bmulti[- ]?lingual|\btranslat(?:ed|ions)"
            r"|\blanguages? supported|\bmultiple languages|\bright[- ]to[- ]left"
            r"|\btime ?zones?\b.{0,20}\b(?:support|aware)"
        ),
        r"国际化|本地化|多语言|多言語|다국어|현지화|\bmehrsprachig|\bmeertalig|\bmultilingue|\bmultiling[üu]e|\bwielojęzyczn|многоязычн|локализац",
    ),
    (
        "compliance",
        (
            r"^(?:data )?hosted in (?:the )?(?:eu|europe|germany|uk|us|switzerland)\b|\bsubprocessors?\b"
            r"|\bcomplian(?:ce|t)\b|\bcomply|\bgdpr|\bhipaa|\bsoc ?2|\bpci\b|\bccpa|\bferpa\b|\bcoppa\b"
            r"|\biso[ /]?(?:iec )?\d{4,5}|\bregulat(?:ory|ions?)\b|\baligning with .{0,30}standards?"
            r"|\blegal (?:requirements?|obligations?)|\bterms of service\b.{0,20}\b(?:respect|comply)"
        ),
        (
            r"\bdsgvo|\brgpd|合规|法規|法规|규정 ?준수|\bavg\b|\brodo\b|\bkvkk\b|\blgpd\b|\bconformit[ée]\b|\bconforme\b"
            r"|соответстви.{0,20}(?:закон|требован)"
        ),
    ),
    (
        "privacy",
        (
            r"\bprivacy\b(?!-| (?:options?|settings?|controls?|toggle|policy page))|\bpersonal data"
            r"|\bpersonally identif|\bpii\b|\banonymi[sz]|\bdata minimi|\bon[- ]device only"
            r"|\bnever leaves? (?:the|my|your|their|our) (?:device|machine|browser|computer|phone|laptop|network|tablet)"
            r"|\bnothing (?:is|gets|may be|must be) (?:sent|uploaded|shared)\b|\b(?:is|are|stays?|remains?) private\b"
            r"|\b(?:user|explicit|granular|informed|prior|parental) consent\b"
            r"|\bwith(?:out)? (?:\w+ )?consent\b|\bconsent (?:management|banner|is\b|must\b|before\b)"
            r"|\bon the (?:user['’]s )?device\b|\bremains? on[- ]device|\bleaves? the device|\b100% on-device"
            r"|\bentirely on-device|\bpersonal information|\bnot (?:send|share|upload|transmit|sell|collect)\b"
            r"|\bno (?:\w+ )?data (?:is|are|may be|leaves?|shall be) ?"
            r"(?:sent|collected|shared|stored|uploaded)?|\buser-initiated|\bno (?:tracking|telemetry|analytics)\b"
            r"|\b(?:not|never|no) (?:\w+ ){0,2}access (?:to )?(?:the )?(?:other|another) "
            r"(?:users?|customers?|patients?|members?|tenants?)['’]?s?['’]? (?:data|information|records?)\b"
            r"|\b(?:stays?|kept|remains?) (?:local|on the (?:machine|computer|phone|tablet|device))\b|\bconfidentialit"
        ),
        (
            r"\bdatenschutz|\bprivacidad|\bprivacidade|\bconfidentialité|隐私|プライバシー|개인 ?정보|конфиденциальн"
            r"|\bprywatnoś|\bintegritetsskydd|\bgizlilik"
        ),
    ),
    (
        "security",
        (
            r"^(?:sso|single sign[- ]on)\b|\bsecur(?:e|ity|ely)\b|\bencrypt\w*|\btls\b|\bhttps(?: only)?\b"
            r"|\brate[- ]limit\w*|\bbrute[- ]force|\bsql injection|\bxss\b|\bcsrf|\bowasp|\bvulnerab"
            r"|\bhash(?:ed|ing)\b|\b(?:bcrypt|httponly|samesite)\b|\bsanitiz|\bsanitis|\bauthori[sz]ed .{0,20}only|\bonly authori[sz]ed"
            r"|\bminimal (?:rbac|permissions|rights|privileges)|\bleast[- ]privilege|\bpenetration test"
            r"|\b(?:mask|redact|leak)\w* .{0,20}\b(?:secrets?|credentials?|tokens?|passwords?|variables?)\b"
            r"|\b(?:secrets?|credentials?|api keys?|passwords?|tokens?) (?:must|shall|should|may|are|will)? ?"
            r"(?:not |never )(?:be )?(?:logged|stored|committed|exposed|hard[- ]?coded|written)"
            r"|\bno (?:hard[- ]?coded )?(?:secrets|credentials)\b|\btamper|\bcheat(?:ing)? prevention|\bprevent cheating"
        ),
        (
            r"\bsicher(?:heit)?\b|\bverschlüssel|\bs[ée]curis|\bs[ée]curit[ée]|\bchiffr|\bsegur|\bcifra"
            r"|\bsicurezza|\bbeveilig|\bversleutel|\bbezpiecze|\bszyfr|\bsäkerhet|\bkrypter|\bgüvenli|\bşifre"
            r"|安全|加密|防护|セキュリティ|暗号|보안|암호화|부정행위|безопасн|шифр"
        ),
    ),
    (
        "performance",
        (
            r"\bslow(?:s|ed|ing)? (?:[\w-]+ ){0,4}down\b.{0,30}\d|\bperforman(?:ce|t)"
            r"|(?:^|\s)[~≈] ?\d[\d.]*[ -]?(?:ms|milliseconds?|s|seconds?|minutes?)\b"
            r"|\bbatter(?:y|ies) (?:drain|life|use|usage|consumption)|\blatenc|\bresponse times?"
            r"|\bload(?:s|ing)? times?|\bthroughput|\bfast(?:er)?\b|\bquick(?:ly)? enough|\bp9[059]\b"
            r"|\b(?:ops|requests?|req|tps|rps|qps)(?:/| per )s|\bmemory (?:footprint|usage|consumption|efficien)"
            r"|\b(?:low|minimal) (?:memory|cpu|overhead|latency)\b|\bcpu usage|\b(?:binary|bundle|package|file) size"
            r"|\bwithin [\d.,]+ ?(?:ms|milli\w*|s|secs?|seconds?|microseconds?)\b"
            r"|\b(?:under|less than|below|in|max(?:imum)?|<|≤|<=) ?[\d.,]+ ?"
            r"(?:ms|milli\w*|s|secs?|seconds?|microseconds?)\b"
            r"|\b(?:less than|under|at most|max\.?) [\d.,]+ ?(?:kb|mb|gb) (?:of )?(?:memory|ram)\b|\bsmoothly\b"
            r"|\b(?:in|within|under) (?:less than |under )?(?:half )?(?:an?|one|two|three|five|ten) (?:seconds?|minutes?)\b"
            r"|\befficient(?:ly)?\b|\bminimi[sz]e (?:bloat|memory|cpu|latency)|\bfps\b|\bcaching\b"
            r"|\b(?:feels?|be|is|stays?) (?:\w+ )?(?:snappy|fluid|sluggish)\b|\bsnappy\b"
            r"|\breal[- ]?time performance|\brespon(?:d|ds|se)\b.{0,20}\b(?:instant|immediate)"
            r"|\binstant(?:ly|aneous)? (?:respon|load)|\bo\((?:1|n|log)"
            r"|\b(?:load|respond|open|start|render|appear|finish|complete|print|return)\w*\b.{0,30}\b"
            r"(?:within|under|less than|below|at most) "
            r"(?:\d|an?\b|one|two|three|four|five|six|seven|eight|nine|ten)"
            r"|\btakes? (?:less than|under|at most|no more than|(?:no )?longer than) "
            r"(?:\d|an?\b|one|two|three|five|ten)|\bvectori[sz]|\bentire \w+ into memory|\blightweight\b"
            r"|\b(?:avoid|without|no) (?:\w+ ){0,2}(?:blocking|lag|jank|stutter)\b"
            r"|\bsmooth(?:ly)? (?:scroll|animat|perform|frame)\w*|\b60 ?fps\b"
        ),
        (
            r"\bantwortzeit"
            r"|\bin (?:unter|weniger als|höchstens|maximal) [\d.,]+ ?(?:ms|millisekunden|sekunden|s|minuten)\b"
            r"|\bschnell\b|\bladezeit|\btemps de r[ée]ponse|\btiempo de respuesta|\btempo de resposta"
            r"|\btempi di risposta|\brendimiento|\bdesempenho|\bprestazioni|\brapid[aeo]\w*\b"
            r"|\bsnel(?:le|heid)?\b|\bprestaties|\breactietijd|\bwydajn|\bczas odpowiedzi|\bszybk|\bsnabb"
            r"|\bsvarstid|\bhızlı|\byanıt süresi|性能|(?:加载|响应)速度|缓存优化|响应时间|延迟|流畅|阻塞|レスポンス|応答時間|응답 ?시간|성능|지연|производительн"
            r"|быстр|время отклика"
        ),
    ),
    (
        "scalability",
        (
            r"^[\d.,]+k? \w+(?:(?:,| and) [\d.,]+k? \w+)+$"
            r"|^(?:the )?(?:biggest|largest|longest) (?:\w+ ){1,2}(?:has|have|is|are)\b.{0,15}\d"
            r"|\bscal(?:e|es|able|ability|ing)\b(?! (?:of|from \d|image|bar))"
            r"|\bconcurrent (?:users|requests|connections|sessions|rooms)"
            r"|\b[\d.,]{1,20}[km]?\+? (?:concurrent|simultaneous)|\bhorizontal(?:ly)? scal|\bhorizontally\b"
            r"|\b(?:data|user|future|traffic) growth\b|\bgrowth in\b|^how many [^:?]{3,60}: ?[^\d:]{0,10}\d"
            r"|\bworks? for (?:about |around |up to |at least )?\d"
            r"|\b(?:bigger|larger) than (?:ram|(?:the )?(?:main )?memory)\b"
            r"|\bhandle (?:about |around |up to |at least )?[\d.,]+[km]?\b"
            r"|^(?:up to |at least |about )?[\d.,]+k? [a-z]+ "
            r"(?:at once|at the same time|in parallel|simultaneously)\b"
            r"|\b(?:large|high|growing|increasing) (?:\w+ )?volumes?\b|\bincreasing .{0,20}volume"
            r"|\bas the (?:data|number of users|user base) grows"
        ),
        (
            r"\bskalier|\bmontée en charge|\bescalab|\bscalabil|\bschaalbaar|\bskalowaln|\bskalbar|\bölçeklen"
            r"|扩展性|可伸缩|并发|高并发|スケーラ|同時接続|확장성|동시 ?접속|масштаб"
        ),
    ),
    (
        "availability",
        (
            r"\b(?:high|service|system|operator|app|platform)[- ]availability|\bavailability (?:of|sla|target)"
            r"|\bavailable (?:for |at least )*\d\d(?:[.,]\d+)? ?%|^availability\b|\bup ?time"
            r"|\b99(?:[.,]\d+)? ?%.{0,20}(?:avail|up)|\bhigh(?:ly)? available|\bunavailability\b"
            r"|\bservice breaks?\b|\bfailover|\bdisaster recovery|\bdowntime|\brto\b|\brpo\b|\boffline\b"
            r"|\bwithout (?:an? |the )?(?:internet|network|connection|connectivity|signal|reception)|\b24/7\b"
            r"|\b24 hours (?:a|per|each|every) day\b|\baround the clock"
        ),
        (
            r"\bverfügbarkeit\b|\bhochverfügbar|\b(?:muss|soll|müssen|sollen|jederzeit|ständig|uhr) .{0,40}verfügbar\b|% verfügbar"
            r"|\bdisponibilit|\bdisponibilidad|\bdisponibilidade|\bbeschikbaarheid"
            r"|\bdostępność\b|\btillgänglighet|\berişilebilirlik|可用性|稼働率|가용성|무중단|доступност|\bhors ligne\b"
            r"|\bsin conexión\b"
        ),
    ),
    (
        "reliability",
        (
            r"\breliab\w*|\bresilien|\b(?:must|shall|should|has to|needs to) (?:survive|tolerate|withstand)\b"
            r"|\bfault[- ]toleran|\brobust|\bdata loss"
            r"|\b(?:never|not|must not|may not) (?:ever )?lose (?:an?|any|data|the|their|my|our)\b"
            r"|\bretr(?:y|ies)\b|\bgraceful(?:ly)?\b.{0,20}(?:degrad|fail|recover|shut|handl)"
            r"|\bcrash(?:es|ing)?\b|\brecover(?:y|s)?\b|\bbackups?\b|\berror rate"
            r"|\bstab(?:le|ility)\b(?! (?:[\w-]+ )?(?:api|contract|interface|cli|release))"
            r"|\bside[- ]effects?\b|\bdeterministic|\breproducib"
        ),
        (
            r"\bzuverlässig|\bausfallsicher|\bstabilität|\bfehlertoleran|\bfiabilit|\bfiable|\bconfiab"
            r"|\baffidabil|\bbetrouwbaar|\bniezawodn|\btillförlitlig|\bgüvenilir|可靠|稳定|容错|信頼性|신뢰성|안정성|надежн"
            r"|надёжн|устойчив"
        ),
    ),
    (
        "data-integrity",
        (
            r"\bintegrity\b|\b(?:must not|may not|never|cannot|can['’]t) (?:be|get|go) lost\b"
            r"|\bconsisten(?:cy|t) data|\bdata (?:consistency|accuracy|quality)\b"
            r"|\baccura(?:cy|te) (?:of|in|extraction)|\b\d+ ?%.{0,25}accura"
            r"|\b(?:high|sub-\w+|exact) precision\b|\bprecision of\b|\bacid\b"
            r"|\btransaction(?:al)?s? (?:safe|support)|\bidempoten"
            r"|\bno (?:duplicate|lost) (?:records|entries|events|messages)"
        ),
        (
            r"\bdatenintegrität|\bint[ée]grit[ée]|\bintegridad|\bintegridade|\bintegrità|\bintegriteit"
            r"|\bintegralnoś|一致性|完整性|整合性|無矛盾|무결성|정합성|целостност"
        ),
    ),
    (
        "observability",
        (
            r"\bobservab|\bmonitor(?:ed|ing)\b|\blogg(?:ed|ing)\b(?![ -](?:in|out|on|off)\b)"
            r"|\bstructured logs?|\btracing\b|\balert(?:s|ing)\b.{0,30}(?:ops|on-call|failure)"
            r"|\baudit(?:able|ability|[- ](?:log|trail)s?)|\btelemetry|\bmetrics endpoint|\bhealth ?checks?|\btraceab"
        ),
        (
            r"\bprotokollier|\büberwach|\bjournalis|\bsupervision|\bmonitoriz|\bmonitorização|\bmonitoraggio"
            r"|\bgelogd\b|\bloggning|监控|日志|可观测|監視|ログ出力|모니터링|로깅|мониторинг|логирован"
        ),
    ),
    (
        "testability",
        (
            r"\btest(?:s|ed|able|ability|ing)?\b.{0,30}(?:coverage|unit|integration|automat|end-to-end|e2e)"
            r"|\b(?:unit|integration|e2e|end-to-end|automated|regression|smoke|load|acceptance) tests?\b"
            r"|\bcode coverage|\btest coverage|\bmock data|\btestab"
        ),
        (
            r"\b(?:integrations|unit|modul|system)tests?\b|\bgetestet|\btestbar|测试覆盖|单元测试|可测试|テストカバレッジ|単体テスト"
            r"|테스트 ?커버리지|단위 ?테스트|покрытие тест|\bpruebas (?:unitarias|automatizadas)"
            r"|\btestes (?:unit[áa]rios|automatizados)|\btests (?:unitaires|automatis[ée]s)"
        ),
    ),
    (
        "maintainability",
        (
            r"\bmaintain(?:able|ability)|\bclean code|\bmodular(?:ity)?\b"
            r"|\beasy to (?:change|modify|maintain|debug|read)\b"
            r"|\bcode (?:quality|style|standards|conventions)|\bcoding (?:style|standards?|conventions?)"
            r"|\bstyle guide|\blint(?:ed|ing)?\b|\bdocumented (?:code|api)|\btype[- ]safe(?:ty)?\b"
            r"|\bwell[- ]documented|\bdocstrings?\b|\breadme\b.{0,20}\b(?:must|shall|should)\b"
            r"|\bdocumentation (?:must|shall|should)\b|\bloosely coupled|\bseparation of concerns"
            r"|\bsolid principles|\breadable (?:code|source)|\bcompos(?:able|ability)\b"
            r"|\bindependently (?:usable|deployable|testable)"
        ),
        (
            r"\bwartbar|\bdokumentierte[rn]? code|\bcode-konvention|\bmaintenab|\bmantenib|\bmanutenib"
            r"|\bmanuten[çc][ãa]o|\bonderhoudbaar|\butrzymyw|\bunderhållbar|可维护|模块化|保守性|유지 ?보수|모듈화"
            r"|поддерживаем|модульн"
        ),
    ),
    (
        "extensibility",
        (
            r"\bextensib|\bextend(?:able|ible)|\beasy to extend|\bplug(?:-?in)?gable|\bswappable"
            r"|\bany language can\b|\bplugin architecture|\bfuture[- ](?:proof|growth)"
            r"|\bdesigned to (?:accommodate|support additional)|\badd(?:ing|ed)? new .{0,40}without"
            r"|\bwithout (?:modifying|changing) (?:core|existing|the core)"
            r"|\bnew .{0,40}\b(?:can|may|shall|must) be added (?:via|through|without|by|to)\b"
            r"|\bvendor[- ](?:neutral|agnostic)|\bprovider[- ]agnostic"
        ),
        (
            r"\berweiterbar|\bextensibil|\bextensível|\bestensibil|\buitbreidbaar|\brozszerzaln|\butbyggbar"
            r"|\bgenişletilebilir|可扩展|拡張性|расширяем"
        ),
    ),
    (
        "compatibility",
        (
            r"\bcompatib|\b(?:mobile|phone)[- ]first\b"
            r"|\bworks? (?:well |smoothly |properly )?(?:on|in|with) (?:[\w-]+ ){0,3}"
            r"(?:phones?|tablets?|devices|browsers|laptops?|screen readers?)\b"
            r"|\bcross[- ](?:platform|browser|device)"
            r"|\b(?:current|modern|major|all|older|evergreen|latest) (?:web )?browsers"
            r"|\bacross (?:all )?(?:platforms|devices|browsers)"
            r"|\bboth .{0,40}\b(?:browser|node|ios|android|web|mobile)|\bsupport .{0,30}environments"
            r"|\bbrowsers?\b.{0,40}(?:chrome|firefox|safari|edge|support)"
            r"|\b(?:chrome|firefox|safari|edge)\b.{0,40}\b(?:chrome|firefox|safari|edge)\b"
            r"|\b(?:macos|windows|linux|ios|android)\b.{0,20}(?:,|and|&|/|or).{0,15}\b"
            r"(?:macos|windows|linux|ios|android)\b"
            r"|\bresponsive\b(?! (?:team|support))|\bmobile[- ](?:first|friendly|optimi[sz]ed|ready)\b"
            r"|\b(?:works?|runs?|usable|displays?) (?:\w+ )?on (?:\w+ )?"
            r"(?:mobile|tablets?|phones?|desktop|all devices|any device|low-end)"
            r"|\bwork on (?:\w+ )?(?:phones|tablets|mobile)|\blow[- ]end devices?|\bisomorphic"
            r"|\bstable (?:[\w-]+ )?(?:api|contract|interface|cli)\b|\bsingle codebase\b"
            r"|\b(?:ios|android|node(?:\.js)?|python|java) ?\d+(?:\.\d+)?\+"
            r"|\bversions? \d+(?:\.\d+)* (?:or|and) (?:later|above|newer|higher)|\bdrop-in\b"
            r"|^(?:it )?can be used (?:as|by|with|within|from|in)\b|\bwithout modification\b"
            r"|\bbackwards?[- ]compat|\bexisting (?:function |api )?signatures|\bdifferent screen sizes"
            r"|\ball screen sizes|\binteroperab|\bportab(?:le|ility)\b(?!-)"
        ),
        (
            r"\bkompatib|\bcompatibilit|\bcompatibil|\bcompatível|\bzgodnoś|\buyumlu"
            r"|\bmobil(?:e|en)?[- ]geräte|\bmobilgeräte|\bdispositivos m[óo]viles"
            r"|\bm[óo]viles (?:viejos|antiguos)|\balte\w* (?:handys|smartphones|telefone)"
            r"|\b(?:vieux|anciens) (?:téléphones|portables|smartphones)|\bresponsivo|\badaptativ|响应式|移动端(?:适配|友好)|多端适配|兼容|跨平台|互換"
            r"|レスポンシブ|クロスプラットフォーム|호환|반응형|크로스 ?플랫폼|совместим|адаптивн|кроссплатформ"
        ),
    ),
    (
        "usability",
        (
            r"^easiest to \w+"
            r"|\b(?:has to|have to|must|should|needs to) be (?:really |very |super |dead |absolutely |so )?"
            r"(?:simple|easy)\b(?! to (?!use|learn|understand|operate|read))"
            r"|\breadable (?:in|from|at|by|without)\b|\blegible\b|\bwith gloves\b"
            r"|\busab(?:le|ility)|\bintuitiv|\beas(?:y|ily)[- ]to[- ](?:use|learn|navigate|understand)"
            r"|\bease of use|\buser[- ]friendly|\bnon[- ]intrusive|\bno configuration"
            r"|\bwithout (?:any )?(?:setup|training|configuration|a manual)|\bzero[- ]config"
            r"|\bconsistent (?:look|design|ui|style)|\bsimple(?: and|, )(?:clean|clear|intuitive)"
            r"|\b(?:clean|uncluttered|minimalist|polished|professional|modern|attractive|appealing) "
            r"(?:and \w+ )?(?:ui|interface|design|look|layout)"
            r"|\bvisually (?:appealing|pleasing|consistent|clear)|\blook and feel"
            r"|^(?:tone(?: of voice)?|(?:brand )?voice|colou?r palette|colou?rs|typography|visual (?:style|identity))"
            r"(?=\s*(?::|$))"
            r"|\b(?:clean|simple),? \w+ (?:ui|interface|design|look|layout)\b"
            r"|\bminimal(?:ist)? (?:ui|interface|design|clicks)|\bfriction(?:less)?\b"
            r"|\blearn(?:ing curve|ability)|\bin (?:under|less than) \d+ (?:clicks|taps|steps)"
            r"|\bactionable error|\bux\b|\bself[- ]explanatory|\bnon[- ]technical users"
        ),
        (
            r"\bgebrauchstaug|\bbenutzerfreundlich|\bübersichtlich|\beinfache bedienung|\bintuitif|\bergonom"
            r"|\bf[áa]cil de usar|\bfacile à utiliser|\bfacile da usare|\busabilidad|\busabilidade|\busabilità"
            r"|\bgebruiksvriendelijk|\bintuïtie|\błatw\w+ w obsłudze|\banvändarvänlig|\bkullanıcı dostu|易用"
            r"|用户体验|简单易|使いやす|ユーザビリティ|사용성|직관적|удобств|удобн|интуитивн"
        ),
    ),
    (
        "cost",
        (
            r"\bcosts? (?:below|under|less|cap|limit|per|at most|no more|more than)"
            r"|\b(?:running|operating|hosting|monthly|idle|operational|infrastructure) costs?\b"
            r"|\bcost[- ](?:effective|efficient)|\bbudget (?:below|under|cap)|\bcheap\b|\bfree tier"
            r"|\bminimi[sz]e (?:\w+ )?costs?"
        ),
        r"\bkosten\b|成本|コスト|비용|стоимост|\bcosto\b.{0,20}\d|\bcoûts?\b.{0,20}\d|\bkoszt",
    ),
)
