"""The words by which the rules tell technology, people and qualities apart."""

import re

from agents.builtin.reader.words.occurring import occurring
from agents.builtin.reader.words.topic import LOADS

ENDPOINT = re.compile(
    r"\b(?:GET|POST|PUT|PATCH|DELETE)\s+/|\bendpoints?\b|API\s?(?:层|端点|接口)|接口|端点", re.IGNORECASE
)
STACK = occurring(
    r"\b(?:language|platform|framework|database|backend|frontend|front-end|back-end|hosting|library"
    r"|libraries|runtime|storage|stack|pattern|tooling|build|ci/?cd|orm|cache|queue|deployment"
    r"|infrastructure|licen[cs]e|repository)\b"
    r"|前端|后端|语言|框架|数据库$|模式$|契约|フロント|バック"
)
STRUCTURE = occurring(
    r"\bmono-?repo|\b(?:single|one) repo(?:sitory)?\b|\bsingle[- ]page (?:web )?app(?:lication)?\b"
    r"|\bstatic (?:web)?site\b"
    r"|\b(?:one|single) (?:(?:self-contained|static|standalone|portable) )?"
    r"(?:html|binary|executable|docker image|container) ?(?:file)?\b"
    r"|\bprogressive web app|(?<!replace the )(?<!replacing the )(?<!from the )(?<!from a )(?<!replace a )\bmonolith|\bmicro-?services\b|\bserverless\b|\blayered (?:architecture|design|approach|structure|system)\b|\bclient-server"
    r"|\bevent-driven architecture|\bopen[- ]source licen|\blicen[cs]ed? under|\bAGPL|\bGPLv?\d"
    r"|\bApache-2|\bMIT licen|\bfreemium\b(?! limit)|\bopen core\b|\bbudget\b.{0,15}\d|\bdeadlines?\b(?! (?:reminder|alert|track|notif|warning))[^,;]{0,30}\d"
    r"|\bdeadlines? (?:is|are|of|on|by|set|for (?:this|the) (?:project|launch|release|mvp|pilot))\b"
    r"|^(?:launch|release|go[- ]live|ship)\b.{0,30}\b(?:by|before|until)\b"
    r"|[$€£]\s?\d[\d.,]*\s?(?:/|per\b|a month|monthly|yearly|annually|once\b|one-time)"
    r"|\b(?:price|costs?|fee|pricing)\b.{0,25}[$€£]\s?\d"
)
PRICE = re.compile(
    r"\b\d[\d.,]{0,12}\s?(?:EUR|USD|GBP|CHF|€|dollars|euros?)\s?"
    r"(?:/|per\b|a (?:month|year|user|seat)|pro\b|par\b|por\b)"
    r"|[$€£]\s?\d[\d.,]*\s?(?:/|per\b|a month|monthly|yearly|annually|once\b|one-time)",
    re.IGNORECASE,
)
USES = occurring(
    r"\b(?:using|use of|(?:will|must|shall|should) (?:only )?use|uses|used to|utili[sz]\w+|employs?|via"
    r"|(?:built|written|developed|implemented|coded|programmed|hosted|deployed|stored|kept|saved"
    r"|persisted|cached|packaged|containeri[sz]ed|run|runs) "
    r"(?:with|on|using|in|to|as)"
    r"|constructed .{0,20}with|(?:powered|backed|provided|managed) by|managed .{0,30}using|binary in"
    r"|will be (?:the|our|an?))\b"
    r"|による|に保存|を使用|を利用|使用|采用|基于|\bverwende[nt]\w*|\bgespeichert\b"
    r"|\b(?:läuft|betrieben) (?:als|auf|in|mit)\b|\bals docker"
    r"|\b(?:betrieben|gehostet|entwickelt|umgesetzt|programmiert)\b"
    r"|\b(?:stock|hébergé|développ|écrit|déploy|réalis|enregistr)\w* (?:dans|en|avec|sur|chez)\b"
    r"|\b(?:guarda|almacena|aloja|despliega|desarroll|implementa|escri)\w* (?:en|con|sobre)\b"
    r"|\b(?:armazena|hospeda|desenvolv|implementa|escrit|salv|guarda)\w* (?:em|com|no|na)\b"
    r"|\bauf Basis von|\bgeschrieben in|\butilis\w+ (?=[A-Z])|\bmediante\b|\butiliza\w*|на базе"
    r"|используя|с помощью|используется"
)
PACKAGE = re.compile(
    # What is kept in a library of one's own is no program.
    r"(?<![\w)-])(?!(?:personal|private|shared|central|media|photo|content|image|music|video|recipe|book|asset|template|exercise|prompt"
    r"|own|public|local|user) )[\w)-]+ (?:package|library|framework|sdk)\b|(?-i:[A-Z`])[\w.`-]* engine\b(?!:)|\blanguage model\b",
    re.IGNORECASE,
)
PERSON = re.compile(
    r"\b(?:users?|people|players?|admins?|customers?|members?|developers?|they|you)\s+"
    r"(?:can|may|will be able|are able|should be able|must be able|shall be able)\b"
    r"|\ballow\w* (?:the )?(?:users?|people)\b",
    re.IGNORECASE,
)
HARD_SECURITY = re.compile(
    r"\b(?:is|are|be) rate[- ]limited\b|\bencrypt|\b(?:not|never) be (?:logged|committed|hard[- ]?coded)\b|\bsecurely\b|\btls\b|\binjection\b|\bowasp|\bvulnerab|\bbcrypt\b|\bhttponly\b|\bnever (?:holds?|stores?|sees?|exposes?|logs?)\b|防护|加密",
    re.IGNORECASE,
)
ACTS = re.compile(
    r"\b(?:must|shall|should|needs? to|has to|have to)\s+(?:also\s+|clearly\s+)?"
    r"(?:handle|provide|allow|display|show|represent|offer|enable)\b",
    re.IGNORECASE,
)
_LANGUAGES = r"(?:TypeScript|JavaScript|Python|Rust|Go|Java|Kotlin|Swift|Ruby|PHP|Dart|Flutter|React Native|C#|C\+\+|Node\.js)"
OF_LANGUAGE = re.compile(
    rf"\b{_LANGUAGES} "
    r"(?i:library|package|sdk|cli|app|application|service|module|binary|script|tool|program|bot"
    r"|backend|server)\b"
    r"|\bwritten in [A-Z]"
    r"|\b(?:code|everything|front-?end|back-?end|scripts?|services?) "
    rf"(?:is |are |must be |should be |has to be )?in {_LANGUAGES}\b"
    r"|\b(?i:programa|aplicaci[óo]n|aplica[çc][ãa]o|programm|anwendung|application|programme|biblioteca"
    r"|applicazione|programma|librería|bibliothek|script) "
    rf"(?:en|in|em|mit|avec|на) {_LANGUAGES}(?=\s|[.,;]|$)"
    rf"|\b(?:it|app|bot|tool|service|library|server|cli|program) in {_LANGUAGES}(?=\s*(?:[.,;]|$))"
)
# A goal with a number of people, money or shares of them is measured.
AIMED = re.compile(
    r"\b(?:achieve|reach|increase|reduce|grow|attain|acquire|maintain|gain|hit|get to)\b.{0,80}\d"
    r"|\b(?:reduce|cut|lower|increase|raise|shorten|grow)\b.{3,80}\bby (?:half|a (?:third|quarter|fifth)|two thirds)\b"
    r"|^(?:double|halve|triple)s?\b",
    re.IGNORECASE,
)
# `Reduce downtime by 20 %`: how much something is to change, whatever quality it is.
CHANGED_BY = re.compile(
    r"(?:reduce|cut|lower|decrease|increase|raise|improve|grow|shorten)\b.{3,80}\bby \d", re.IGNORECASE
)
# `< 10 min a day` among goals is how far they have been reached.
COMPARED = re.compile(
    r"[<>≤≥]\s?=?\s?\d|\b(?:under|below|less than|fewer than|more than|at least|at most|within) \d",
    re.IGNORECASE,
)
# `SECURITY.md: says how to report`: a document that is asked for.
DOCUMENT = re.compile(r"^(?:[A-Z_\\]{5,}(?:\.\w{2,4})?|[\w-]+\.(?:md|txt|pdf))$")
# `App layer feature (not spec)`, `No client timestamps`: where something belongs, or what it has to do without.
ASIDE = re.compile(
    r"^(?:[\w-]+ ){1,4}\((?:not|never|outside)\b|^no (?!longer\b)(?:[\w-]+ ?){1,3}(?:$|\s[–—-]\s)",
    re.IGNORECASE,
)
# Under such a heading a short labelled entry is a choice made: `Min target: macOS 13`.
CHOSEN = re.compile(
    r"te(?:ch|cn|kn)|\bstack\b|\bplatforms?\b|技术栈|技術|选型|기술|стек|технолог", re.IGNORECASE
)
# Under such a heading a labelled entry says what was decided, however long it explains it.
DECIDED = re.compile(
    r"\b(?:implementation|technical|technology|architectur\w*|design|key|tech|product) (?:product )?decisions?\b"
    r"|^\W*(?:[\d.]+\s*)?(?:default|recommended|chosen) (?:\w+ )?(?:providers?|models?|setup)\b"
    r"|\bentscheidungen\b|\bdécisions\b|\bdecisiones\b",
    re.IGNORECASE,
)
# Under these every short entry is a part of the stack, however it is worded.
STACKED = re.compile(
    r"\bstack\b|\btechnolog(?:y|ies)$|^\W*tech$|\bbuilt with\b|\bthird[- ]party (?:services|tools|libraries)\b|\b(?:development|dev|collaboration|project management|team) tool(?:s|ing)$|\b(?:docker|docker[- ]compose|container) services$|技术栈|技術スタック|기술 ?스택|\bстек",
    re.IGNORECASE,
)
# A sentence that says what to build, or what the thing does.
DOES = re.compile(
    r"^(?:please )?(?:build|create|make|develop|write|implement|(?:we|i) (?:need|want))\b|\b(?:that|which) [a-z]{3,}(?:s|es)\b",
    re.IGNORECASE,
)
PRODUCT = re.compile(
    r"\b(?:system|app|application|tool|service|product|platform|it|sdk|library|software|site|website|extension|addon|bot|game|users?)\b",
    re.IGNORECASE,
)
# Below these stand demands of every kind, besides what there has to be to run the product.
# `All tests use xUnit`
TESTED_WITH = re.compile(
    r"\b[Tt]ests? (?:must |should |will |shall )?(?:use|run (?:on|with|in)|are written (?:in|with)) (?=[A-Z`]|[a-z]+[A-Z])"
)
# Below these an entry says how the work goes on, and so what whoever does it has to keep to.
PROCESS = re.compile(
    r"\W*(?:[\d.]+\s*)?(?:ci ?/ ?cd|continuous (?:integration|delivery|deployment)|dev-?ops|versioning|release process)\b",
    re.IGNORECASE,
)
OF_SYSTEM = re.compile(
    r"\b(?:system|technical|tech(?:nology)?|architecture|platform|infrastructure|data|integration) requirements\b|기술 ?요구|技术(?:要求|需求)|技術要件",
    re.IGNORECASE,
)
# What stands below these says where the product runs, in however many words.
PLATFORM = re.compile(
    r"^\W*(?:[\d.]+\s*)?(?:(?:supported|target|required|operating|runtime|deployment|execution|production) )?(?:platforms?|environments?|devices?|hardware)\W*$",
    re.IGNORECASE,
)
# Under `Load` each sentence is a figure to live up to.
LOAD = re.compile(rf"\W*{LOADS}\b", re.IGNORECASE)
# Below these an entry says how the inside is made, however long it is.
ARCHITECTURE = re.compile(
    r"^\W*(?:[\d.]+\s*)?(?:(?:system|software|technical|high-level|overall) )?architecture\W*$", re.IGNORECASE
)
# Under `Risks and open questions` only questions are questions.
RISKY = re.compile(r"\brisks?\b|\brisiken|\brisques|\briesgos|风险", re.IGNORECASE)
# `Which system first? → Dentrix` is answered.
# Below `Open questions` such words say that there are none.
NOTHING_OPEN = re.compile(
    r"(?:there (?:are|is) )?(?:currently )?no (?:(?:open|further|remaining|outstanding|unresolved) )?(?:questions?|clarifications?|issues?|points?|decisions?)\b(?!.*\?)"
    r"|all (?:(?:open|critical) )?(?:questions|decisions|points|issues|clarifications) (?:are|were|have been) \w+",
    re.IGNORECASE,
)
ANSWERED = re.compile(r"[?？]\s*(?:→|->|=>|⇒)\s*(?!open\b|tbd\b|unclear\b|\?)\w", re.IGNORECASE)
# `Agent guides a customer through booking`: below the name of a use case, who does what.
ROLE_DOES = re.compile(
    r"(?:The |An? )?(?:[A-Z][a-z]+ )?"
    r"(?:[Aa]gent|[Uu]ser|[Cc]ustomer|[Cc]lient|[Aa]dmin|[Mm]anager|[Oo]perator|[Mm]ember|[Tt]eacher|[Ss]tudent|[Pp]atient|[Dd]octor|[Nn]urse"
    r"|[Oo]wner|[Ss]eller|[Bb]uyer|[Dd]river|[Pp]layer|[Gg]uest|[Hh]ost|[Ee]mployee|[Dd]eveloper|[Rr]ecruiter|[Cc]andidate|[Pp]arent|[Cc]lerk)s? "
    r"(?!is\b|was\b|has\b|needs\b|wants\b)[a-z]{3,}s? (?!by\b)"
)
# `Retention: bills 2 years`
KEPT_FOR = re.compile(r"(?:data )?retention\b", re.IGNORECASE)
# `Recall ≥ 0.9 on late bills`, `measurement accuracy shall be within 2 mm`: how exact something has to be.
MEASURED = re.compile(
    r"\b(?:accuracy|precision|recall|error rate|false[- ](?:alarm|positive|negative)s? rate|mAP|f1(?:[- ]score)?)\b.{0,30}?"
    r"(?:[≥≤<>±]|within|at least|at most|of) ?±?\d",
    re.IGNORECASE,
)
# `Transfer workflows` over a list of names: what there is a way for.
NAMED_FLOWS = re.compile(r"\bworkflows\W*$", re.IGNORECASE)
# `Clerks can find bills by label`: among goals, what somebody will be able to do.
CAN = re.compile(
    r"(?:[\w'’-]+ ){1,4}(?:can|will be able to|should be able to|must be able to|is able to|are able to) (?:[a-z]+ly )?[a-z]+ \w",
    re.IGNORECASE,
)
# `Add a table for bills`: what is to be done to the data, among what it is.
CHANGES = re.compile(
    r"(?:add|create|extend|introduce|remove|drop|rename|migrate|enforce|validate|refine|split|merge)\b",
    re.IGNORECASE,
)
# `The sender will be a package responsible for sending`: what a part of it does.
RESPONSIBLE = re.compile(r"\bresponsible for [a-z]+ing\b", re.IGNORECASE)
