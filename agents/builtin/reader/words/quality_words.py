"""The words by which statements ask for a quality; other languages than English are in `quality_words_abroad`."""

from agents.builtin.reader.words.topic import IN_TONGUES, TONGUE
from agents.schemas.requirements import Category

# The first row that matches names the category, so rows with rarer words stand first.
WORDS: tuple[tuple[Category, str], ...] = (
    (
        "accessibility",
        (
            r"\baccessib(?:ility(?! tree)|le (?:to (?:all|people|users with)|design|ui))|\bwcag|\bscreen[- ]?readers?"
            r"|\b(?:touch|tap) (?:targets?|areas?)\b.{0,50}\d|\baria\b|\bkeyboard[- ](?:navig|access|only)|\bcolou?r[- ]?(?:blind|contrast)"
            r"|\bhigh[- ]contrast|\bcontrast ratio|\balt(?:ernative)? text|\bdisabilit"
        ),
    ),
    (
        "localization",
        (
            rf"{IN_TONGUES}|\b(?:available|written|shown|displayed|provided) in {TONGUE}(?:, {TONGUE})*,? (?:and|or) {TONGUE}\b|\blocali[sz]|\binternationali[sz]|\bi18n|\bl10n|\bmulti[- ]?lingual|\btranslat(?:ed|ions)"
            r"|\blanguages? supported|\bmultiple languages|\bright[- ]to[- ]left"
            r"|\btime ?zones?\b.{0,20}\b(?:support|aware)"
        ),
    ),
    (
        "compliance",
        (
            r"^(?:data )?hosted in (?:the )?(?:eu|europe|germany|uk|us|switzerland)\b|\bsubprocessors?\b"
            r"|\bcomplian(?:ce|t)\b|\bcomply|\bgdpr|\bhipaa|\bsoc ?2|\bpci\b|\bccpa|\bferpa\b|\bcoppa\b"
            r"|\biso[ /]?(?:iec )?\d{4,5}|\bregulat(?:ory|ions?)\b|\baligning with .{0,30}standards?"
            r"|\blegal (?:requirements?|obligations?)|\bterms of service\b.{0,20}\b(?:respect|comply)"
        ),
    ),
    (
        "privacy",
        (
            r"\bprivacy\b(?!-| (?:options?|settings?|controls?|toggle|policy page))|\bpersonal data"
            r"|\bpersonally identif|\bpii\b(?! (?:patterns?|detect\w*|warnings?|scan\w*|redact\w*))|\banonymi[sz]|\bdata minimi|\bon[- ]device only"
            r"|\bnever leaves? (?:the|my|your|their|our) (?:device|machine|browser|computer|phone|laptop|network|tablet)"
            r"|\bnothing (?:is|gets|may be|must be) (?:sent|uploaded|shared)\b|\b(?:is|are|stays?|remains?) private\b"
            r"|\b(?:user|explicit|granular|informed|prior|parental) consent\b"
            r"|\bwith(?:out)? (?:\w+ )?consent\b|\bconsent (?:management|banner|is\b|must\b|before\b)"
            r"|\bon the (?:user['’]s )?device\b|\bremains? on[- ]device|\bleaves? the device|\b100% on-device"
            r"|\bdata (?:is|are) (?:sensitive|confidential)\b|\b(?:private|personal|contact) [\w-]+ (?:fields|data|details|records) (?:are|stay) (?:hidden|protected)\b"
            r"|\bentirely on-device|\bpersonal information|\bnot (?:send|share|upload|transmit|sell|collect)\b"
            r"|\bno (?:\w+ )?data (?:is|are|may be|leaves?|shall be) ?"
            r"(?:sent|collected|shared|stored|uploaded)?|\buser-initiated|\bno (?:tracking|telemetry|analytics)\b"
            r"|\b(?:not|never|no) (?:\w+ ){0,2}access (?:to )?(?:the )?(?:other|another) "
            r"(?:users?|customers?|patients?|members?|tenants?)['’]?s?['’]? (?:data|information|records?)\b"
            r"|\b(?:stays?|kept|remains?) (?:local|on the (?:machine|computer|phone|tablet|device))\b|\bconfidentialit|\ball (?:\w+ )?data (?:is|are|stays?) local\b"
            r"|\bcollect only\b|\bno (?:third[- ]party |user |api )?(?:keys?|credentials|passwords|secrets) (?:are |is )?(?:stored|kept|saved)\b|\bno (?:[\w-]+ )?identity tracking\b"
        ),
    ),
    (
        "security",
        (
            r"^(?:sso|single sign[- ]on)\b|\b(?:pin|password)[- ]protected\b|\bsecur(?:e|ity|ely)\b|\bencrypt\w*|\btls\b|\bhttps(?: only)?\b"
            r"|\brate[- ]limit\w*|\bbrute[- ]force|\bsql injection|\bxss\b|\bcsrf|\bowasp|\bvulnerab"
            r"|\bhash(?:ed|ing)\b|\b(?:bcrypt|httponly|samesite)\b|\bsanitiz|\bsanitis|\bauthori[sz]ed .{0,20}only|\bonly authori[sz]ed"
            r"|\brbac\b|\brole[- ]based access\b|\bminimal (?:permissions|rights|privileges)|\bleast[- ]privilege|\bpenetration test"
            r"|\b(?:mask|redact|leak)\w* .{0,20}\b(?:secrets?|credentials?|tokens?|passwords?|variables?)\b"
            r"|\b(?:secrets?|credentials?|api keys?|passwords?|tokens?) (?:\([^()]{1,60}\) )?(?:must|shall|should|may|are|will)? ?"
            r"(?:not |never )(?:be )?(?:logged|stored|committed|exposed|hard[- ]?coded|written)"
            r"|\bnever (?:holds?|stores?|sees?|exposes?|logs?) .{0,30}\b(?:api keys?|secrets?|passwords?|credentials?|tokens?)\b"
            r"|\bno (?:hard[- ]?coded )?(?:secrets|credentials)\b|\btamper|\bcheat(?:ing)? prevention|\bprevent cheating"
        ),
    ),
    (
        "performance",
        (
            r"\b(?:blazing(?:ly)?|lightning|ultra|super)[- ]?fast\b|\bslow(?:s|ed|ing)? (?:[\w-]+ ){0,4}down\b.{0,30}\d|(?<!sales )(?<!portfolio )(?<!team )(?<!student )(?<!business )(?<!past )(?<!historical )\bperforman(?:ce|t)\b(?! (?:visuali\w+|charts?|reports?|dashboards?|reviews?|track\w+|summar\w+|graphs?|histor\w+|ratings?|bonus\w*|analytics|comparisons?))"
            r"|(?:^|\s)[~≈] ?\d[\d.]*[ -]?(?:ms|milliseconds?|s|seconds?|minutes?)\b"
            r"|\bbattery[- ](?:friendly|safe|saving)\b|\bbatter(?:y|ies) (?:drain|life|use|usage|consumption)|\blatenc|\bresponse times?"
            r"|\bload(?:s|ing)? times?|\bthroughput|\bfast(?:er)?\b|\bquick(?:ly)? enough|\bp9[059]\b"
            r"|\b(?:ops|requests?|req|tps|rps|qps)(?:/| per )s|\bmemory (?:footprint|usage|consumption|efficien)"
            r"|\bkeep (?:the )?(?:[\w-]+ )?(?:bundle|footprint|binary|package|payload)s? (?:size )?(?:small|minimal|low|tiny|slim)\b|\b(?:low|minimal) (?:memory|cpu|overhead|latency)\b|\bcpu usage|\b(?:binary|bundle|package|file) size"
            r"|\bwithin [\d.,]+ ?(?:ms|milli\w*|s|secs?|seconds?|microseconds?)\b"
            r"|\b(?:under|less than|below|in|max(?:imum)?|<|≤|<=) ?[\d.,]+ ?"
            r"(?:ms|milli\w*|s|secs?|seconds?|microseconds?)\b"
            r"|\b(?:less than|under|at most|max\.?) [\d.,]+ ?(?:kb|mb|gb) (?:of )?(?:memory|ram)\b|\bsmoothly\b"
            r"|\b(?:in|within|under) (?:less than |under )?(?:half )?(?:an?|one|two|three|five|ten) (?:seconds?|minutes?)\b"
            r"|\befficient(?:ly)?\b|\bminimi[sz]e (?:bloat|memory|cpu|latency)|\bfps\b|\bcaching\b|\blazy[- ]load\w*|\bmemoi[sz]\w*|\bcode[- ]splitting\b|\boptimi[sz]ed (?:\w+ )?(?:components?|queries|bundles?|images?|assets|rendering|code)\b"
            r"|\b(?:feels?|be|is|stays?) (?:\w+ )?(?:snappy|fluid|sluggish)\b|\bsnappy\b"
            r"|\breal[- ]?time performance\b(?! (?:visuali|chart|report|dashboard|data|metric|track))|\brespon(?:d|ds|se)\b.{0,20}\b(?:instant|immediate)"
            r"|\binstant(?:ly|aneous)? (?:respon|load)|\bo\((?:1|n|log)"
            r"|\b(?:load|respond|open|start|render|appear|finish|complete|print|return)\w*\b.{0,30}\b"
            r"(?:within|under|less than|below|at most) "
            r"(?:\d[\d.,]{0,9}|an?\b|one|two|three|four|five|six|seven|eight|nine|ten)"
            r"(?![\d.,]| ?(?:hours?|hrs?|days?|weeks?|months?|quarters?|years?|%))"
            r"|\btakes? (?:less than|under|at most|no more than|(?:no )?longer than) "
            r"(?:\d|an?\b|one|two|three|five|ten)|\bvectori[sz]|\bentire \w+ into memory|\blightweight\b(?! (?:[^\s,;.]+ ){0,3}(?:banner|card|confirmation|dialog|form|modal|page|panel|pop-?up|prompt|screen|sheet|view|widget)s?\b)"
            r"|\b(?:avoid|without|no) (?:\w+ ){0,2}(?:blocking|lag|jank|stutter)\b"
            r"|\bnon[- ]blocking\b|\bsmooth(?:ly)? (?:scroll|animat|perform|frame)\w*|\b60 ?fps\b"
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
            r"|\b(?:power|serve|host)s? (?:up to |about |at least )?\d+\+? (?:[\w-]+ ){0,2}(?:sites|websites|shops|stores|schools|branches|tenants|clinics|organi[sz]ations)\b"
            r"|\b(?:fits?|suits?|works? for|suitable for) (?:both )?(?:small|tiny) (?:and|to|or|as well as) (?:large|big|huge)\b"
        ),
    ),
    (
        "availability",
        (
            r"\b(?:high|service|system|operator|app|platform)[- ]availability|\bavailability (?:of|sla|target)"
            r"|\bavailable (?:for |at least )*\d\d(?:[.,]\d+)? ?%|^availability\b(?! (?:orchestration|management|calendar|scheduling|search|tracking|check\w*|slots?|settings|engine|rules|view|display|overview|planning))|\buptime\b|(?<![\w-])(?<!ick )(?<!ake )(?<!art )(?<!ign )up time\b"
            r"|\b99(?:[.,]\d+)? ?%.{0,20}(?:avail|up)|\bhigh(?:ly)? available|\bunavailability\b"
            r"|\bservice breaks?\b|\bfailover|\bdisaster recovery|\bdowntime|\brto\b|\brpo\b|\boffline\b"
            r"|\b(?:poor|bad|slow|weak|spotty|flaky|unstable|intermittent) (?:network|connection|connectivity|signal|internet|reception)s?\b"
            r"|\bwithout (?:an? |the )?(?:internet|network|connection|connectivity|signal|reception)|\b24/7\b"
            r"|\b24 hours (?:a|per|each|every) day\b|\baround the clock"
        ),
    ),
    (
        "reliability",
        (
            r"\breliab\w*|\bresilien|\b(?:thread|memory|real-?time|crash|spam)[- ](?:safe|proof)\b"
            r"|\b(?:failures?|errors?|outages?|loss|crash\w*|disconnects?)(?: (?:of|in) [\w-]+(?: [\w-]+){0,3})? (?:must|should|shall|may|will) (?:not|never) (?:affect|interrupt|stop|break|block|crash|bring|take down|spread|reach)\b|\b(?:no|zero|without) (?:broken|dead) (?:pages|links|images)\b|\b(?:must|shall|should|has to|needs to) (?:survive|tolerate|withstand)\b"
            r"|\bfault[- ]toleran|\brobust|\bdata loss"
            r"|\b(?:never|not|must not|may not) (?:ever )?lose (?:an?|any|data|the|their|my|our)\b"
            r"|\bretr(?:y|ies)\b|\bgraceful(?:ly)?\b.{0,20}(?:degrad|fail|recover|shut|handl)"
            r"|\bcrash(?:es|ing)?\b|\brecover(?:y|s)?\b|\bbackups?\b|\berror rate"
            r"|\bstab(?:le|ility)\b(?! (?:[\w-]+ )?(?:api|contract|interface|cli|release))"
            r"|\bside[- ]effects?\b|\bdeterministic|\breproducib|\b(?:never|not) throws? (?:an? |any )?(?:errors?|exceptions?)\b"
            r"|\bwithout (?:conflicts?|lost (?:edits|updates|changes|data|messages))\b|\b(?:everything|all else|the rest) (?:still )?works? without\b"
        ),
    ),
    (
        "data-integrity",
        (
            r"\bintegrity\b|\bno [a-z][\w -]{2,30} (?:is|are|gets?|goes|may be|must be|shall be|will be) (?:ever )?lost\b|\b(?:must not|may not|never|cannot|can['’]t) (?:be|get|go) lost\b"
            r"|\bconsisten(?:cy|t) data|\bdata (?:consistency|accuracy|quality)\b"
            r"|\baccura(?:cy|te) (?:of|in|extraction)|\b\d+ ?%.{0,25}accura"
            r"|\b(?:high|sub-\w+|exact) precision\b|\bprecision of\b|\bacid\b"
            r"|\btransaction(?:al)?s? (?:safe|support)|\bidempoten(?!cy[- ](?:keys?|headers?|tokens?|records?|conflicts?)\b)"
            r"|\bno (?:duplicate|lost) (?:records|entries|events|messages)"
        ),
    ),
    (
        "observability",
        (
            r"\bobservab|\bmonitor(?:ed|ing)\b|\blogg(?:ed|ing)\b(?![ -](?:in|out|on|off)\b)"
            r"|\bstructured logs?|\btracing\b|\balert(?:s|ing)\b.{0,30}(?:ops|on-call|failure)"
            r"|\baudit(?:able|ability|[- ](?:log|trail)s?)|\btelemetry|\bmetrics endpoint|\bhealth ?checks?|\btraceab"
        ),
    ),
    (
        "testability",
        (
            r"\btest(?:s|ed|able|ability|ing)?\b.{0,30}(?:coverage|unit|integration|automat|end-to-end|e2e)"
            r"|\b(?:unit|integration|e2e|end-to-end|automated|regression|smoke|load|acceptance) tests?\b"
            r"|^(?:every|each|all|any) (?:changes?|commits?|pull requests?|prs?|merges?|builds?|releases?)\b.{0,40}\b(?:must|shall|should|has to|have to|needs? to) pass\b"
            r"|\btest suites?\b|\b(?:code|line|branch|statement) coverage|\btest coverage|\bmock data|\btestab"
        ),
    ),
    (
        "maintainability",
        (
            r"\b(?:minimal|little|no) (?:(?:ongoing|technical|manual|further|regular) )+(?:administration|attention|effort|intervention|involvement|maintenance|supervision|upkeep)\b|\bwithout babysitting\b"
            r"|\bseparation of (?:content|data|logic|presentation|layout) (?:and|from) \w+|\bmaintain(?:able|ability)|\bclean code|\bmodular(?:ity)?\b"
            r"|\b(?:as simple as possible|low(?:er)? (?:costs? of maintenance|maintenance (?:costs?|effort)))\b"
            r"|\beasy to (?:change|modify|maintain|debug|read)\b"
            r"|\bcode (?:quality|style|standards|conventions)|\bcoding (?:style|standards?|conventions?)"
            r"|\bstyle guide|\blint(?:ed|ing)?\b|\bdocumented (?:code|api)|\btype[- ]safe(?:ty)?\b"
            r"|\bwell[- ]documented|\bdocstrings?\b|\breadme\b.{0,20}\b(?:must|shall|should)\b"
            r"|\bdocumentation (?:must|shall|should)\b|\bloosely coupled|\bseparation of concerns"
            r"|\bbuild (?:fails|breaks|(?:must|shall|should|has to) (?:fail|break)) (?:on|if|when)\b|\bdependenc(?:y|ies)\b.{0,40}\b(?:one direction|acyclic|cycles?|circular)\b|\bwarnings (?:as|are) errors\b|\bsolid principles|\breadable (?:code|source)|\bcompos(?:able|ability)\b"
            r"|\bindependently (?:usable|deployable|testable)"
        ),
    ),
    (
        "extensibility",
        (
            r"^(?:api|openapi|schema|contract)[- ]first\b|\bextensib|\bextend(?:able|ible)|\beasy to extend|\bplug(?:-?in)?gable|\bswappable"
            r"|\bany language can\b|\bplugin architecture|\bfuture[- ](?:proof|growth)"
            r"|\bdesigned to (?:accommodate|support additional)|\badd(?:ing|ed)? new .{0,40}without"
            r"|\bwithout (?:modifying|changing) (?:core|existing|the core)"
            r"|\bnew .{0,40}\b(?:can|may|shall|must) be added (?:via|through|without|by|to)\b(?! (?:this|the) (?:document|spec|prd|file|list|backlog)\b)"
            r"|\bcan be (?:swapped|replaced|exchanged) (?:at any time|without|easily)\b"
            r"|\bvendor[- ](?:neutral|agnostic)|\bprovider[- ]agnostic"
            r"|\b(?:architecture|design) (?:must|should|shall) (?:support|allow|accommodate) (?:\w+ )?(?:unlimited|any number|additional|future|more)\b"
        ),
    ),
    (
        "compatibility",
        (
            r"\bcompatib|\b(?:mobile|phone)[- ]first\b|^(?:command[- ]line|cli|terminal|keyboard|desktop|web)[- ]first\b"
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
            r"|\b(?:no|without|not (?:include|introduce|make|cause|bring)) (?:any )?breaking changes?\b"
            r"|\bbackwards?[- ]compat|\bexisting (?:function |api )?signatures|\bdifferent screen sizes"
            r"|\ball screen sizes|\binteroperab|\bportab(?:le|ility)\b(?!-| (?:zip|exe|executable|binary|single))"
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
            r"|\bshould be (?:compact|subtle|unobtrusive|legible|discreet|uncluttered|self-evident)\b"
            r"|\b(?:visual|navigation|brand|design|layout)(?:al)? consisten(?:cy|t)\b(?=\s+\w)|\bconsistency (?:across|between|of)\b|\baligns? (?:visually|stylistically)\b|\b(?:action|information|content) hierarchy\b|\bprogressive disclosure\b"
            r"|^(?:[\w-]+,? ){1,3}(?:palette|colou?rs)\b|\bunderstandable without\b|\bvisual hierarchy\b|\breadability\b|\b(?:clean|minimal(?:ist)?|consistent|uncluttered) styling\b|\bconsistent (?:naming|terminology)\b"
            r"|\b(?:must|should|shall|has to|needs to) (?:feel (?!free\b)\w|look (?:and feel|clean|modern|professional|native|simple|consistent|polished|calm|friendly|the same)\b)"
            r"|\bvisually (?:appealing|pleasing|consistent|clear)|\blook and feel"
            r"|^(?:tone(?: of voice)?|brand voice|colou?r palette|colou?rs|typography|visual (?:style|identity))"
            r"(?=\s*(?::|$))"
            r"|\b(?:clean|simple),? \w+ (?:ui|interface|design|look|layout)\b"
            r"|\bminimal(?:ist)? (?:ui|interface|design|clicks)|\bfriction(?:less)?\b"
            r"|\blearn(?:ing curve|ability)|\bin (?:under|less than) \d+ (?:clicks|taps|steps)"
            r"|\bactionable error|(?:clean|good|simple|smooth|polished|consistent|great|intuitive|modern) (?:[\w-]+ )?ux\b|\bux (?:must|should|shall|is|quality|polish)|\bto ux\b|\bself[- ]explanatory|\bnon[- ]technical users"
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
    ),
)
