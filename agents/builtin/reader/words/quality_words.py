"""The words by which statements ask for a quality: for each one English first, then other languages."""

from agents.schemas.requirements import Category

# The first row that matches names the category, so rows with rarer words stand first.
WORDS: tuple[tuple[Category, str, str], ...] = (
    (
        "accessibility",
        r"\baccessib(?:ility|le (?:to (?:all|people|users with)|design|ui))|\bwcag|\bscreen[- ]?readers?|\baria\b|\bkeyboard[- ](?:navig|access|only)|\bcolou?r[- ]?(?:blind|contrast)|\bhigh[- ]contrast|\bcontrast ratio|\balt(?:ernative)? text|\bdisabilit",
        r"\bbarrierefrei|无障碍|アクセシビリティ|접근성|\btoegankelijk|\bdostępnoś|\btillgänglig|\berişilebilir|\bacessibilidade|\baccesibilidad|доступность для",
    ),
    (
        "localization",
        r"\blocali[sz]|\binternationali[sz]|\bi18n|\bl10n|\bmulti[- ]?lingual|\btranslat(?:ed|ions)|\blanguages? supported|\bmultiple languages|\bright[- ]to[- ]left|\btime ?zones?\b.{0,20}\b(?:support|aware)",
        r"国际化|本地化|多语言|多言語|다국어|현지화|\bmehrsprachig|\bmeertalig|\bmultilingue|\bmultiling[üu]e|\bwielojęzyczn|многоязычн|локализац",
    ),
    (
        "compliance",
        r"^(?:data )?hosted in (?:the )?(?:eu|europe|germany|uk|us|switzerland)\b|\bsubprocessors?\b|\bcomplian(?:ce|t)\b|\bcomply|\bgdpr|\bhipaa|\bsoc ?2|\bpci\b|\bccpa|\bferpa\b|\bcoppa\b|\biso[ /]?(?:iec )?\d{4,5}|\bregulat(?:ory|ions?)\b|\baligning with .{0,30}standards?|\blegal (?:requirements?|obligations?)|\bterms of service\b.{0,20}\b(?:respect|comply)",
        r"\bdsgvo|\brgpd|合规|法規|法规|규정 ?준수|\bavg\b|\brodo\b|\bkvkk\b|\blgpd\b|\bconformit[ée]\b|\bconforme\b|соответстви.{0,20}(?:закон|требован)",
    ),
    (
        "privacy",
        r"\bprivacy\b(?!-| (?:options?|settings?|controls?|toggle|policy page))|\bpersonal data|\bpersonally identif|\bpii\b|\banonymi[sz]|\bdata minimi|\bon[- ]device only|\bnever leaves? the (?:device|machine|browser)|\b(?:user|explicit|granular|informed|prior|parental) consent\b|\bwith(?:out)? (?:\w+ )?consent\b|\bconsent (?:management|banner|is\b|must\b|before\b)|\bon the (?:user['’]s )?device\b|\bremains? on[- ]device|\bleaves? the device|\b100% on-device|\bentirely on-device|\bpersonal information|\bnot (?:send|share|upload|transmit|sell|collect)\b|\bno (?:\w+ )?data (?:is|are|may be|leaves?|shall be) ?(?:sent|collected|shared|stored|uploaded)?|\buser-initiated|\bno (?:tracking|telemetry|analytics)\b|\b(?:not|never|no) (?:\w+ ){0,2}access (?:to )?(?:the )?(?:other|another) (?:users?|customers?|patients?|members?|tenants?)['’]?s?['’]? (?:data|information|records?)\b|\b(?:stays?|kept|remains?) (?:local|on the (?:machine|computer))\b|\bconfidentialit",
        r"\bdatenschutz|\bprivacidad|\bprivacidade|\bconfidentialité|隐私|プライバシー|개인 ?정보|конфиденциальн|\bprywatnoś|\bintegritetsskydd|\bgizlilik",
    ),
    (
        "security",
        r"^(?:sso|single sign[- ]on)\b|\bsecur(?:e|ity|ely)\b|\bencrypt\w*|\btls\b|\bhttps(?: only)?\b|\brate[- ]limit\w*|\bbrute[- ]force|\bsql injection|\bxss\b|\bcsrf|\bowasp|\bvulnerab|\bhash(?:ed|ing)\b|\bsanitiz|\bsanitis|\bauthori[sz]ed .{0,20}only|\bonly authori[sz]ed|\bleast[- ]privilege|\bpenetration test|\b(?:mask|redact|leak)\w* .{0,20}\b(?:secrets?|credentials?|tokens?|passwords?|variables?)\b|\b(?:secrets?|credentials?|api keys?|passwords?|tokens?) (?:must|shall|should|may|are|will)? ?(?:not |never )(?:be )?(?:logged|stored|committed|exposed|hard[- ]?coded|written)|\bno (?:hard[- ]?coded )?(?:secrets|credentials)\b|\btamper|\bcheat(?:ing)? prevention|\bprevent cheating",
        r"\bsicher(?:heit)?\b|\bverschlüssel|\bs[ée]curis|\bs[ée]curit[ée]|\bchiffr|\bsegur|\bcifra|\bsicurezza|\bbeveilig|\bversleutel|\bbezpiecze|\bszyfr|\bsäkerhet|\bkrypter|\bgüvenli|\bşifre|安全|加密|防护|セキュリティ|暗号|보안|암호화|부정행위|безопасн|шифр",
    ),
    (
        "performance",
        r"\bslow(?:s|ed|ing)? (?:[\w-]+ ){0,4}down\b.{0,30}\d|\bperforman(?:ce|t)|(?:^|\s)[~≈] ?\d[\d.]*[ -]?(?:ms|milliseconds?|s|seconds?|minutes?)\b|\bbatter(?:y|ies) (?:drain|life|use|usage|consumption)|\blatenc|\bresponse times?|\bload(?:s|ing)? times?|\bthroughput|\bfast(?:er)?\b|\bquick(?:ly)? enough|\bp9[059]\b|\b(?:ops|requests?|req|tps|rps|qps)(?:/| per )s|\bmemory (?:footprint|usage|consumption|efficien)|\b(?:low|minimal) (?:memory|cpu|overhead|latency)\b|\bcpu usage|\b(?:binary|bundle|package|file) size|\bwithin [\d.,]+ ?(?:ms|milli\w*|s|secs?|seconds?|microseconds?)\b|\b(?:under|less than|below|in|max(?:imum)?|<|≤|<=) ?[\d.,]+ ?(?:ms|milli\w*|s|secs?|seconds?|microseconds?)\b|\befficient(?:ly)?\b|\bminimi[sz]e (?:bloat|memory|cpu|latency)|\bfps\b|\bcaching\b|\b(?:feels?|be|is|stays?) (?:\w+ )?(?:snappy|fluid|sluggish)\b|\bsnappy\b|\breal[- ]?time performance|\brespon(?:d|ds|se)\b.{0,20}\b(?:instant|immediate)|\binstant(?:ly|aneous)? (?:respon|load)|\bo\((?:1|n|log)|\b(?:load|respond|open|start|render|appear|finish|complete|print|return)\w*\b.{0,30}\b(?:within|under|less than|below|at most) (?:\d|an?\b|one|two|three|four|five|six|seven|eight|nine|ten)|\btakes? (?:less than|under|at most|no more than|(?:no )?longer than) (?:\d|an?\b|one|two|three|five|ten)|\bvectori[sz]|\bentire \w+ into memory|\blightweight\b|\b(?:avoid|without|no) (?:\w+ ){0,2}(?:blocking|lag|jank|stutter)\b|\bsmooth(?:ly)? (?:scroll|animat|perform|frame)\w*|\b60 ?fps\b",
        r"\bantwortzeit|\bin (?:unter|weniger als|höchstens|maximal) [\d.,]+ ?(?:ms|millisekunden|sekunden|s|minuten)\b|\bschnell\b|\bladezeit|\btemps de r[ée]ponse|\btiempo de respuesta|\btempo de resposta|\btempi di risposta|\brendimiento|\bdesempenho|\bprestazioni|\brapid[aeo]\w*\b|\bsnel(?:le|heid)?\b|\bprestaties|\breactietijd|\bwydajn|\bczas odpowiedzi|\bszybk|\bsnabb|\bsvarstid|\bhızlı|\byanıt süresi|性能|缓存优化|响应时间|延迟|流畅|阻塞|レスポンス|応答時間|응답 ?시간|성능|지연|производительн|быстр|время отклика",
    ),
    (
        "scalability",
        r"^[\d.,]+k? \w+(?:(?:,| and) [\d.,]+k? \w+)+$|^(?:the )?(?:biggest|largest|longest) (?:\w+ ){1,2}(?:has|have|is|are)\b.{0,15}\d|\bscal(?:e|es|able|ability|ing)\b(?! (?:of|from \d|image|bar))|\bconcurrent (?:users|requests|connections|sessions|rooms)|\b[\d.,]+[km]?\+? (?:concurrent|simultaneous)|\bhorizontal(?:ly)? scal|\bhorizontally\b|\b(?:data|user|future|traffic) growth\b|\bgrowth in\b|^how many [^:?]{3,60}: ?[^\d:]{0,10}\d|\bworks? for (?:about |around |up to |at least )?\d|\bhandle (?:about |around |up to |at least )?[\d.,]+[km]?\b|^(?:up to |at least |about )?[\d.,]+k? [a-z]+ (?:at once|at the same time|in parallel|simultaneously)\b|\b(?:large|high|growing|increasing) (?:\w+ )?volumes?\b|\bincreasing .{0,20}volume|\bas the (?:data|number of users|user base) grows",
        r"\bskalier|\bmontée en charge|\bescalab|\bscalabil|\bschaalbaar|\bskalowaln|\bskalbar|\bölçeklen|扩展性|可伸缩|并发|高并发|スケーラ|同時接続|확장성|동시 ?접속|масштаб",
    ),
    (
        "availability",
        r"\b(?:high|service|system|operator|app|platform)[- ]availability|\bavailability (?:of|sla|target)|\bavailable (?:for |at least )*\d\d(?:[.,]\d+)? ?%|^availability\b|\bup ?time|\b99(?:[.,]\d+)? ?%.{0,20}(?:avail|up)|\bhigh(?:ly)? available|\bunavailability\b|\bservice breaks?\b|\bfailover|\bdisaster recovery|\bdowntime|\brto\b|\brpo\b|\boffline\b|\bwithout (?:an? |the )?(?:internet|network|connection|connectivity|signal|reception)|\b24/7\b|\b24 hours (?:a|per|each|every) day\b|\baround the clock",
        r"\bverfügbar(?:keit)?\b|\bdisponibilit|\bdisponibilidad|\bdisponibilidade|\bbeschikbaarheid|\bdostępność\b|\btillgänglighet|\berişilebilirlik|可用性|稼働率|가용성|무중단|доступност|\bhors ligne\b|\bsin conexión\b",
    ),
    (
        "reliability",
        r"\breliab\w*|\bresilien|\b(?:must|shall|should|has to|needs to) (?:survive|tolerate|withstand)\b|\bfault[- ]toleran|\brobust|\bdata loss|\b(?:never|not|must not|may not) (?:ever )?lose (?:an?|any|data|the|their|my|our)\b|\bretr(?:y|ies)\b|\bgraceful(?:ly)?\b.{0,20}(?:degrad|fail|recover|shut|handl)|\bcrash(?:es|ing)?\b|\brecover(?:y|s)?\b|\bbackups?\b|\berror rate|\bstab(?:le|ility)\b(?! (?:[\w-]+ )?(?:api|contract|interface|cli|release))|\bside[- ]effects?\b|\bdeterministic|\breproducib",
        r"\bzuverlässig|\bausfallsicher|\bstabilität|\bfehlertoleran|\bfiabilit|\bfiable|\bconfiab|\baffidabil|\bbetrouwbaar|\bniezawodn|\btillförlitlig|\bgüvenilir|可靠|稳定|容错|信頼性|신뢰성|안정성|надежн|надёжн|устойчив",
    ),
    (
        "data-integrity",
        r"\bintegrity\b|\b(?:must not|may not|never|cannot|can['’]t) (?:be|get|go) lost\b|\bconsisten(?:cy|t) data|\bdata (?:consistency|accuracy|quality)\b|\baccura(?:cy|te) (?:of|in|extraction)|\b\d+ ?%.{0,25}accura|\b(?:high|sub-\w+|exact) precision\b|\bprecision of\b|\bacid\b|\btransaction(?:al)?s? (?:safe|support)|\bidempoten|\bno (?:duplicate|lost) (?:records|entries|events|messages)",
        r"\bdatenintegrität|\bint[ée]grit[ée]|\bintegridad|\bintegridade|\bintegrità|\bintegriteit|\bintegralnoś|一致性|完整性|整合性|無矛盾|무결성|정합성|целостност",
    ),
    (
        "observability",
        r"\bobservab|\bmonitor(?:ed|ing)\b|\blogg(?:ed|ing)\b(?![ -](?:in|out|on|off)\b)|\bstructured logs?|\btracing\b|\balert(?:s|ing)\b.{0,30}(?:ops|on-call|failure)|\baudit(?:able|ability|[- ](?:log|trail)s?)|\btelemetry|\bmetrics endpoint|\bhealth ?checks?|\btraceab",
        r"\bprotokollier|\büberwach|\bjournalis|\bsupervision|\bmonitoriz|\bmonitorização|\bmonitoraggio|\bgelogd\b|\bloggning|监控|日志|可观测|監視|ログ出力|모니터링|로깅|мониторинг|логирован",
    ),
    (
        "testability",
        r"\btest(?:s|ed|able|ability|ing)?\b.{0,30}(?:coverage|unit|integration|automat|end-to-end|e2e)|\b(?:unit|integration|e2e|end-to-end|automated|regression|smoke|load|acceptance) tests?\b|\bcode coverage|\btest coverage|\bmock data|\btestab",
        r"\b(?:integrations|unit|modul|system)tests?\b|\bgetestet|\btestbar|测试覆盖|单元测试|可测试|テストカバレッジ|単体テスト|테스트 ?커버리지|단위 ?테스트|покрытие тест|\bpruebas (?:unitarias|automatizadas)|\btestes (?:unit[áa]rios|automatizados)|\btests (?:unitaires|automatis[ée]s)",
    ),
    (
        "maintainability",
        r"\bmaintain(?:able|ability)|\bclean code|\bmodular(?:ity)?\b|\beasy to (?:change|modify|maintain|debug|read)\b|\bcode (?:quality|style|standards|conventions)|\bcoding (?:style|standards?|conventions?)|\bstyle guide|\blint(?:ed|ing)?\b|\bdocumented (?:code|api)|\btype[- ]safe(?:ty)?\b|\bwell[- ]documented|\bdocstrings?\b|\breadme\b.{0,20}\b(?:must|shall|should)\b|\bdocumentation (?:must|shall|should)\b|\bloosely coupled|\bseparation of concerns|\bsolid principles|\breadable (?:code|source)|\bcompos(?:able|ability)\b|\bindependently (?:usable|deployable|testable)",
        r"\bwartbar|\bdokumentierte[rn]? code|\bcode-konvention|\bmaintenab|\bmantenib|\bmanutenib|\bmanuten[çc][ãa]o|\bonderhoudbaar|\butrzymyw|\bunderhållbar|可维护|模块化|保守性|유지 ?보수|모듈화|поддерживаем|модульн",
    ),
    (
        "extensibility",
        r"\bextensib|\bextend(?:able|ible)|\beasy to extend|\bplug(?:-?in)?gable|\bswappable|\bany language can\b|\bplugin architecture|\bfuture[- ](?:proof|growth)|\bdesigned to (?:accommodate|support additional)|\badd(?:ing|ed)? new .{0,40}without|\bwithout (?:modifying|changing) (?:core|existing|the core)|\bnew .{0,40}\b(?:can|may|shall|must) be added (?:via|through|without|by|to)\b|\bvendor[- ](?:neutral|agnostic)|\bprovider[- ]agnostic",
        r"\berweiterbar|\bextensibil|\bextensível|\bestensibil|\buitbreidbaar|\brozszerzaln|\butbyggbar|\bgenişletilebilir|可扩展|拡張性|расширяем",
    ),
    (
        "compatibility",
        r"\bcompatib|\bworks? (?:well |smoothly |properly )?(?:on|in|with) (?:[\w-]+ ){0,3}(?:phones?|tablets?|devices|browsers|laptops?|screen readers?)\b|\bcross[- ](?:platform|browser|device)|\b(?:current|modern|major|all|older|evergreen|latest) (?:web )?browsers|\bacross (?:all )?(?:platforms|devices|browsers)|\bboth .{0,40}\b(?:browser|node|ios|android|web|mobile)|\bsupport .{0,30}environments|\bbrowsers?\b.{0,40}(?:chrome|firefox|safari|edge|support)|\b(?:chrome|firefox|safari|edge)\b.{0,40}\b(?:chrome|firefox|safari|edge)\b|\b(?:macos|windows|linux|ios|android)\b.{0,20}(?:,|and|&|/|or).{0,15}\b(?:macos|windows|linux|ios|android)\b|\bresponsive\b(?! (?:team|support))|\bmobile[- ](?:first|friendly|optimi[sz]ed|ready)\b|\b(?:works?|runs?|usable|displays?) (?:\w+ )?on (?:\w+ )?(?:mobile|tablets?|phones?|desktop|all devices|any device|low-end)|\bwork on (?:\w+ )?(?:phones|tablets|mobile)|\blow[- ]end devices?|\bisomorphic|\bstable (?:[\w-]+ )?(?:api|contract|interface|cli)\b|\bsingle codebase\b|\b(?:ios|android|node(?:\.js)?|python|java) ?\d+(?:\.\d+)?\+|\bversions? \d+(?:\.\d+)* (?:or|and) (?:later|above|newer|higher)|\bdrop-in\b|^(?:it )?can be used (?:as|by|with|within|from|in)\b|\bwithout modification\b|\bbackwards?[- ]compat|\bexisting (?:function |api )?signatures|\bdifferent screen sizes|\ball screen sizes|\binteroperab|\bportab(?:le|ility)\b(?!-)",
        r"\bkompatib|\bcompatibilit|\bcompatibil|\bcompatível|\bzgodnoś|\buyumlu|\bmobil(?:e|en)?[- ]geräte|\bmobilgeräte|\bdispositivos m[óo]viles|\bm[óo]viles (?:viejos|antiguos)|\balte\w* (?:handys|smartphones|telefone)|\b(?:vieux|anciens) (?:téléphones|portables|smartphones)|\bresponsivo|\badaptativ|响应式|兼容|跨平台|互換|レスポンシブ|クロスプラットフォーム|호환|반응형|크로스 ?플랫폼|совместим|адаптивн|кроссплатформ",
    ),
    (
        "usability",
        r"^easiest to \w+|\b(?:has to|have to|must|should|needs to) be (?:really |very |super |dead |absolutely |so )?(?:simple|easy)\b(?! to (?!use|learn|understand|operate|read))|\busab(?:le|ility)|\bintuitiv|\beas(?:y|ily)[- ]to[- ](?:use|learn|navigate|understand)|\bease of use|\buser[- ]friendly|\bnon[- ]intrusive|\bno configuration|\bwithout (?:any )?(?:setup|training|configuration|a manual)|\bzero[- ]config|\bconsistent (?:look|design|ui|style)|\bsimple(?: and|, )(?:clean|clear|intuitive)|\b(?:clean|uncluttered|minimalist|polished|professional|modern|attractive|appealing) (?:and \w+ )?(?:ui|interface|design|look|layout)|\bvisually (?:appealing|pleasing|consistent|clear)|\blook and feel|^(?:tone(?: of voice)?|(?:brand )?voice|colou?r palette|colou?rs|typography|visual (?:style|identity))(?=\s*(?::|$))|\b(?:clean|simple),? \w+ (?:ui|interface|design|look|layout)\b|\bminimal(?:ist)? (?:ui|interface|design|clicks)|\bfriction(?:less)?\b|\blearn(?:ing curve|ability)|\bin (?:under|less than) \d+ (?:clicks|taps|steps)|\bactionable error|\bux\b|\bself[- ]explanatory|\bnon[- ]technical users",
        r"\bgebrauchstaug|\bbenutzerfreundlich|\bübersichtlich|\beinfache bedienung|\bintuitif|\bergonom|\bf[áa]cil de usar|\bfacile à utiliser|\bfacile da usare|\busabilidad|\busabilidade|\busabilità|\bgebruiksvriendelijk|\bintuïtie|\błatw\w+ w obsłudze|\banvändarvänlig|\bkullanıcı dostu|易用|用户体验|简单易|使いやす|ユーザビリティ|사용성|직관적|удобств|удобн|интуитивн",
    ),
    (
        "cost",
        r"\bcosts? (?:below|under|less|cap|limit|per|at most|no more|more than)|\b(?:running|operating|hosting|monthly|idle|operational|infrastructure) costs?\b|\bcost[- ](?:effective|efficient)|\bbudget (?:below|under|cap)|\bcheap\b|\bfree tier|\bminimi[sz]e (?:\w+ )?costs?",
        r"\bkosten\b|成本|コスト|비용|стоимост|\bcosto\b.{0,20}\d|\bcoûts?\b.{0,20}\d|\bkoszt",
    ),
)
