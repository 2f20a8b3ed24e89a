"""The words by which headings say what stands below them; other languages than English are in `topic_words_abroad`."""

from agents.builtin.reader.words.neutral_words import NEUTRAL
from agents.builtin.reader.words.topic import LOADS, LOOK, QUALITY_NAMES, Topic

# The first row that matches decides, so exclusions stand before what they exclude from.
WORDS: tuple[tuple[Topic, str], ...] = (
    (
        "non_goal",
        (
            r"\bout[- ]of[- ](?:the )?(?:\w+ )?scope|\bnon[- ]?goals?\b|^out of (?:the )?(?:mvp|v|version|release|phase|milestone) ?\d*$"
            r"|\bparked \((?:please )?(?:do not|don['’]t|never)\b"
            r"|\bnot in (?:this|the)? ?"
            r"(?:scope|issue|release|version|project|mvp|v\d(?:\.\d)?|phase \d|first version|change|ticket|round|step|story|epic|pull request)\b"
            r"|\bnot (?:part of|for) this\b|^not (?:in|on) (?:the )?[\w -]{2,30}(?: \([^()]*\))?$"
            r"|^(?:banned|forbidden|prohibited|disallowed|not allowed|do not use)$"
            r"|^not (?:part(?: of it)?|now|yet|for now|this (?:year|time|quarter|season|round|summer|winter)|planned|needed|required"
            r"|necessary|wanted)\b"
            r"|^(?:what )?(?:we|it|i) (?:won['’]t|will not|don['’]t)(?: do)?$|^(?:it |app )?(?:won['’]ts?|will not|doesn['’]t|does not)(?: do)?$"
            r"|^out(?:,| for| by) .{3,30}$|^(?:out|not|nope|skip|don['’]ts?"
            r"|(?:please )?(?:don['’]t|do not)(?: (?:do|build|want|need|touch|include))?)$"
            r"|\bnot included|\bexclusions?\b|\bexcluded|\bexcludes$|\bwon['’]?t[- ](?:have|do|build|be|get)"
            r"|\bwill not (?:have|do|build|be|deliver|ship|include|provide|support|offer|cover)"
            r"|\bwhat .{0,30}(?:\bis|\bare|['’]s|['’]re|\bdo|\bdoes|\bwill) not\b"
            r"|\bwhat .{0,20}\b(?:isn|doesn|won|don)['’]t\b|\bwhat .{0,30}\bnever (?:do(?:es)?|be|become|have|has|include|build|offer)s?\b"
            r"|^(?:what(?:['’]s| is| was| has been|['’]s been| we(?:['’]ve)?)? )(?:\w+ly )?(?:cut|dropped|descoped|left out|ruled out)$"
            r"|^(?:what(?:['’]s| is| was| has been|['’]s been| we(?:['’]ve)?)? )?(?:\w+ly )?(?:cut|dropped|descoped|left out|ruled out) (?:from|of|for|in) (?:the |this |our )?[\w. -]{1,30}$"
            r"|\bdecided against\b|\bnot (?:doing|building|planned|covered|supported|implemented|a goal)"
            r"|\banti[- ](?:goals?|features?|requirements?)"
            r"|\bnon[- ](?:objectives|features|requirements)\b|(?<!go/)(?<!go / )(?<!go or )(?<!go-)\bno[- ]gos?\b|\bbeyond (?:the )?scope|\bscope (?:exclusions?|limits?)\b|^removed (?:requirements|features|functionality)$"
        ),
    ),
    # What else such a heading names, as in `Next steps and open questions`, holds less firmly; answered ones are told.
    (
        "question",
        (
            r"^(?!.*\b(?:risks?|(?<!be )resolved|answered|closed)\b).*\b"
            r"(?:(?:open|remaining|outstanding) (?!source\b)(?:[\w-]+ )?(?:questions?|issues?|points?|decisions?)"
            r"|questions? (?:for|to) (?:the|our|discuss|clarify|answer|resolve|ask)|still unclear)\b"
        ),
    ),
    (
        "constraint",
        (
            r"\bconstraints?\b|^appetite$|^boundar(?:ies|y conditions)$|^(?:when|where|(?:core |key |product )?non[- ]negotiables?|given|givens|what is given|guard ?rails|must be (?:respected|kept|observed))$"
            r"|^(?:what )?(?:we|i) (?:already )?(?:have|got)(?: already)?$"
            r"|^it (?:says|requirements?|constraints?|wants|demands)$|^operating conditions?$"
            r"|^(?:they|we|the (?:client|customer|city|company|board)) (?:insists? on|requires?|demands?)$"
            r"|^(?:project |total )?budget(?: ?(?:and|&|/|,).*)?$|(?:\band|&|/) ?budget$|\bdeadlines?\b"
            r"|\bknown limits\b|^limits$|^(?:target|supported) (?:platforms?|operating systems?|devices?)$|^platforms?(?: (?:targets?|priorit(?:y|ies)|order))?$"
            r"|^(?:ci ?/ ?cd|ci|continuous integration(?: .*)?|(?:change|scope|change (?:and|&) scope) (?:management|control)|(?:release|deployment|development|git|branching) (?:process|policy|model|strategy)|versioning|code reviews?)(?: (?:and|&) \w+)?$"
        ),
    ),
    ("neutral", NEUTRAL),
    (
        "question",
        (
            r"^what (?:(?:they|we|i|nobody) )?(?:could|can|did|do|does)(?: not|n['’]t) .{0,20}\b"
            r"(?:tell|know|say|answer|decide)\b.{0,10}$"
            r"|^(?:still )?open$|\bopen (?!source\b)(?:[\w-]+ )?(?:questions?|issues?|points?|items?|topics?|decisions?)"
            r"|\bquestions?\b|\bto (?:discuss|clarify|be discussed)$"
            r"|\b(?:things|what|stuff) we "
            r"(?:(?:still )?(?:do not|don['’]t|haven['’]t) (?:yet )?(?:know|decide)|are not sure)\w*"
            r"|\bunresolved|\bto be (?:decided|determined|clarified)|\btbds?\b|\bunknowns\b|\bundecided"
            r"|\bpending decisions|\bmissing (?:information|details|requirements|inputs?)\b"
            r"|\binformation (?:needed|missing|gaps)\b|\bknowledge gaps\b"
            r"|\bdecisions? (?:needed|required|pending|to (?:make|take))"
            r"|\bclarifications? (?:needed|required|pending|requested)"
            r"|\b(?:points?|items?|topics?|things|issues?) to (?:clarify|decide|discuss|resolve|figure out)\b"
            r"|\bneed to (?:clarify|decide|figure out|discuss)\b"
            r"|\boutstanding (?:points?|issues?|items?|decisions?)|^(?:still )?(?:unclear|undecided|open)$|\boptions? (?:still )?(?:under|in) (?:evaluation|consideration|discussion|review)\b"
        ),
    ),
    (
        "acceptance",
        (
            r"\bacceptance (?:criteria|tests?|scenarios?|conditions?|checks?|checklist)|^acceptance(?: (?:and|&) [\w ]{1,40})?$"
            r"|^(?:what )?done means$|\bdefinition of (?:[\w-]+ )?(?:done|ready)|\bgo(?: ?/ ?|-| or )no[- ]go\b|\blaunch checklist\b|\b(?:quality|release|ship|shipping) gates?|\brelease criteria"
            r"|\bdocumentation gates?|\bexit criteria|\bdone\b.{0,20}\bwhen\b|^verification$|^qa(?: (?:notes|cases|checklist))?$"
            r"|\bverification (?:plan|criteria|steps)|\btest(?:ing)? (?:plan|cases?|scenarios?)|\bvalidation (?:criteria|approach)"
        ),
    ),
    (
        "metric",
        (
            r"\bsuccess (?:metrics?|criteria|measures?|indicators?|factors?)|\bmeasures? of success"
            r"|\bmeasuring success|\bkpis?\b|\bkey (?:results?|metrics?|performance)|\bokrs?\b"
            r"|\bmetrics\b"
            r"(?! (?:(?:and|&) )?"
            r"(?:analytics|dashboards?|reports?|reporting|collection|displays?|views?|pages?|panels?"
            r"|cards?|tiles?|widgets?|grids?|charts?|bar|row|endpoints?|visuali\w+|services?|modules?|exports?|apis?)\b)"
            r"|^(?:(?:primary|activation|guiding|guardrail|headline|core|main|key|supporting|adoption|retention|success|goal) )+metric$"
            r"|\bship criteria\b|\bno-ship criteria\b|\bnorth star\b|^measurement(?: plan)?$|\blaunch criteria|\bhow (?:we|do we|will we) measure|(?<!\(what )\b(?:success|good) looks like|^how we know\b|^measures?(?:d by)?$"
            r"|\bdefinition of success|\bmeasurable (?:goals|outcomes|objectives)"
            r"|^success(?: (?:after|in|by|within|means)\b.*)?$"
            r"|^(?:the |our )?(?:numbers|figures)"
            r"(?: (?:we|i) (?:want|need|aim for|watch|look at)| to (?:reach|hit|watch))?$"
            r"|\b(?:expected|target) outcomes?\b|\bsuccess is measured"
            r"|^(?:they|we) (?:measure|count|track)(?: success(?: by)?)?$"
            r"|^how (?:we['’]ll|we will|will we|do we|would we|to) know\b"
            r"|^(?:we['’]ll|we will) know (?:it|we)\b"
            r"|^(?:we['’]ll|we will|we['’]re|we are|it['’]s|it is|this is) (?:be )?"
            r"(?:successful|a success|happy|done) (?:if|when)$"
        ),
    ),
    (
        "deferred",
        (
            r"^maybe(?: later)?$|^(?:parked|on ice|shelved|icebox|back ?burner)(?: (?:for (?:now|later)|ideas?|features?|items?|topics?))?$"
            r"|^\W*(?:possible |potential |planned |ideas for )?(?:the )?future\b"
            r"(?:\W*$|\s*\([^()]*\)$"
            r"| (?:work|enhancements?|features?|versions?|releases?|scope|plans?|ideas?|considerations?"
            r"|improvements?|extensions?|developments?|roadmap|iterations?|phases?|additions?|expansions?"
            r"|possibilit|opportunit|directions?|requirements?|specs?|specifications?|goals?|functionalit"
            r"|capabilit|integrations?|upgrades?|steps|outlook|scalability|growth))"
            r"|\bin (?:the|a) future|\bfor (?:the|a) future"
            r"|\bfuture (?:enhancements?|work|features?|versions?|releases?|phases?)\b|[(\[]future\b"
            r"|\blater\b(?! (?:changes|modifications))|(?<!added )\bpost[- ](?:mvp|launch|v1|hackathon|beta)|\bparking lot|\bicebox"
            r"|(?<!active )(?<!product )(?<!release )(?<!mvp )(?<!current )(?<!feature )\bbacklog\b"
            r"|\bphase (?:[3-9]|two|three)\b|\bv(?:ersion)? ?[2-9](?:\.\d)?\b(?![.\d]{0,5}\)|.{0,60}\b(?:shipped|released|delivered|current|done)\b)|\bv[2-9]\)|\bnext (?:version|release)"
            r"|\bstr?e?t?ch goals?|\b(?:extension|expansion) (?:opportunit(?:y|ies)|ideas?|possibilit(?:y|ies))\b|^(?:cool|fun|bonus|wild|crazy) (?:\w+ ){0,2}(?:ideas?|extras?|tasks?|features?|goals?)(?: potential| that .{0,40})?$|\bdeferred|\bpostponed|\bwish ?list"
        ),
    ),
    (
        "nonfunctional",
        (
            rf"^(?:(?:{QUALITY_NAMES})(?:,| and| &|/)?\s*)+(?:requirements|targets|goals|expectations|specifications?|standards|budgets?)$"
            r"|\bnon[- ]?functionals?\b|\bnfrs?\b|^(?:properties|qualities)(?: (?:(?:i|we) (?:care about|want|need)|that matter))?$|^qualit(?:y|ies)(?: (?:bar|level|goals|targets))?$"
            rf"|^{LOADS}(?: (?:profile|expectations?|estimates?))?$"
            r"|^how it (?:should|must|has to) (?:feel|look|behave|be)$|^(?:it|the (?:app|tool|thing|page|system)) (?:must|should|has to|needs to) be$"
            r"|^how (?:fast|quick|safe|secure|reliable|robust|good|well|stable|private)\b"
            r"(?! (?:we|do|does|to|it works))"
            r"|\b(?:quality (?:attributes|requirements|goals|targets|expectations|standards)|(?:code|software) quality)\b|\bsystem qualities"
            r"|\b(?:legal|regulatory) requirements\b|\boperational requirements\b|\bcross[- ]cutting|\berror handling (?:and|&) (?:resilience|reliability|robustness|recovery)\b|\b(?:resilience|reliability|robustness) (?:and|&) error handling\b|\bsl[oa]s?\b|\bservice levels?"
        ),
    ),
    (
        "story",
        (
            r"\buser stor(?:y|ies)|\buse[- ]?cases?\b|^scenarios?(?:\s*(?:\d|[a-z]\b|[:：–—]).*)?$|(?<!error )(?<!failure )\bscenarios$"
            r"|\buser (?:needs|scenarios)|\bjobs to be done|\buser jobs\b|\bjtbd\b|\buser journeys?\b|\bstory \d|^stories$"
        ),
    ),
    (
        "quality",
        (
            rf"^(?!.*\b(?:goals?|objectives?)\b).*\b(?:principles?|tenets)\b|\b(?:design|core|product|guiding) pillars\b|{LOOK}"
            r"|(?:设计|产品|架构|核心|指导)原则|(?:設計|製品|基本)原則|(?:설계|제품|핵심) ?원칙"
        ),
    ),
    (
        "technical",
        (
            r"^how$|^(?:docker|docker[- ]compose|container) services$|^containers$|\btech(?:nology|nical)? ?stack|\bstack\b|\btechnolog(?:y|ies)\b"
            r"|\btechnical "
            r"(?:stuff|bits|things|side|architecture|considerations?|details|decisions|design|approach|notes"
            r"|overview|specifications?|assumptions|implementation|choices|foundation|strategy|direction|plan)"
            r"|(?<!information )(?<!site )(?<!website )(?<!content )(?<!page )(?<!navigation )(?<!input )(?<!control )(?<!interaction )\barchitecture\b"
            r"|\bsystem design|\bimplementation\b"
            r"|\binfrastructure\b(?! (?:engineer|team|admin|operator|architect))|\bdesign details"
            r"|\bhosting|\bdeployment\b|\bframeworks?\b|\bservice architecture|\brepository structure|^tech\b"
            r"|^(?:technical|technik)"
            r"(?: (?:stuff|side|part|setup|environment|context|landscape|basis|guidelines))?$"
            r"|^(?:hardware|software)(?: (?:and|&) (?:hardware|software))?$"
            r"|^(?:supported |required )?(?:platforms?|environments?)"
            r"(?: (?:&|and|/) (?:platforms?|environments?|devices?|hardware|tech\w*|tools?))?$"
            r"|^tooling$|^continuous (?:integration|delivery)\b|\b(?:operating|runtime|target|deployment) environments?\b|\blibraries\b"
            r"|^(?:(?:default|recommended|chosen) )+(?:llm |ai |model |voice )?(?:providers?|models?|setup)\b|^(?:llm|ai|language) models?\b|\bmodel (?:choice|selection)\b"
            r"|\bdesign decisions|\btech(?:nical)? (?:choices|decisions)|\bbuilt with\b|\btools (?:and|&) "
            r"|^(?:(?:key|main|major|product|final|resolved) ){0,2}decisions(?: made)?$|^(?:system components|module structure)$"
            r"|^environment variables$|^(?:development|local|project|dev) (?:environment )?setup$"
        ),
    ),
    (
        "constraint",
        (
            r"\bconstraints?\b|\bdependencies\b|^dependency(?: (?:list|versions?))?$"
            r"|^(?:(?:technical|system|runtime|software) )?pre-?requisites$|\blimitations?\b|\brestrictions?\b|^(?:[\w-]+ ){0,2}simplifications?$"
            r"|(?<!cross-)(?<!cross )\bplatform requirements"
            r"|\b(?:build|packaging|distribution|release|toolchain|installation|deployment"
            r"|hosting) requirements\b"
            r"|\b(?:rust |npm |node |python |third[- ]party |go )?(?:crates|gems)\b"
            r"|\b(?:npm|pip|python|rust|go|node|nuget|composer) (?:packages|modules|libraries)\b"
            r"|\btech(?:nical|nology)? requirements|\bsystem requirements"
            r"|\b(?:hardware|software|environment(?:al)?|development|runtime|browser) requirements|\bmandated|\bcompliance constraints"
            r"|\bdeadlines?\b|\bbudget|\blicen[cs](?:e|ing)\b(?! (?:plates?|keys?|numbers?|holders?|servers?))|\bground rules"
            r"|^(?:project|technical|engineering|scope|development|implementation|delivery) guard ?rails$"
            r"|^(?:(?:running|operating|hosting|project) )?costs?$"
            r"|\brevenue (?:streams?|sources?)\b"
            r"|\b(?:change (?:and|&) scope|scope change) management\b|^scope (?:management|control|changes)$"
            r"|^(?:(?:coding|technical|applicable|engineering|development) )?(?:standards|conventions)"
            r"(?: (?:and|&) (?:standards|conventions|guidelines|norms))?$"
            r"|\b(?:coding|engineering|development) (?:rules|guidelines|conventions|standards)\b"
            r"|^(?:code|coding|development|programming) style$|^(?:build|format(?:ting)?|lint(?:ing)?|type[- ]?check(?:s|ing)?)(?:(?: ?[&/,+] ?| and )(?:build|ci|format(?:ting)?|lint(?:ing)?|type[- ]?check(?:s|ing)?))+$"
            r"|^(?:explicit |general )?(?:instructions|guidelines|rules) (?:for|to) (?:the )?(?:ai|coding|claude|codex|copilot|cursor|agents?|llms?)\b"
            r"|^(?:ai|coding|claude|codex|copilot|cursor) (?:(?:coding|code|agents?|assistants?|prompting) ){0,3}"
            r"(?:instructions|guidelines|rules)$"
            r"|^\W*(?:[\d.]+\s*)?"
            r"(?:(?:software )?development|engineering|team|working|branching|git|code review|coding) "
            r"(?:process|methodology|model|practices|workflow|strategy)$"
            r"|^dev-?ops\b|^ci ?/ ?cd\b|^(?:development )?methodology$|^ways? of working$|^entwicklungs(?:prozess|methodik|vorgehen)$"
            r"|^arbeitsweise$"
        ),
    ),
    ("assumption", r"\bassumptions?\b"),
    (
        "risk",
        (
            r"(?<![\w]-)\brisks?\b(?! (?:scor\w+|scores?|indicators?|levels?|ratings?|profiles?|engine|calculat\w+|models?|alerts?|dashboards?|reports?|limits?|rules|checks?|class\w+|detection|flags?)\b)|\bmitigations?\b"
            r"|^(?:(?:key|main|major|biggest|technical|potential|known|current|anticipated|expected|implementation"
            r"|business|development) )*challenges?"
            r"(?: (?:and|&) (?:limitations|solutions|considerations|concerns))?$"
        ),
    ),
    (
        "testing",
        (
            r"\btesting\b|\bquality assurance|\btdd\b|^(?:(?:automated|unit|integration|smoke|e2e) )?tests$"
            r"|\btests? (?:strategy|layers|levels|pyramid|coverage|approach|requirements|expectations|policy)\b"
        ),
    ),
    (
        "integration",
        r"^(?:(?:hardware|software|communications?) )?interfaces?$|^schnittstellen?$|\bintegrations?\b|\bexternal (?:services?|systems?|apis?|interfaces?)|\bthird[- ]part(?:y|ies)",
    ),
    (
        "entity",
        (
            r"\bdata (?:models?|entities|structures?|schema|dictionary|requirements|contracts?)|\bentit(?:y|ies)\b"
            r"|\bdomain (?:models?|objects?|entities)|^schemas?$|\bdatabase (?:schema|design|tables?|structure)"
        ),
    ),
    (
        "actor",
        (
            r"\b(?:target |primary |secondary |end )?(?:users?|audiences?|personas?|actors?|customers?)"
            r"(?: (?:personas?|roles?|types?|profiles?|groups?|segments?|base|surfaces?))?"
            r"(?: (?:&|and) "
            r"(?:users?|personas?|roles?|stakeholders?|permissions?|actors?"
            r"|(?:their )?(?:jobs|needs|goals|tasks)))?$"
            r"|\bcharacteristics of (?:the )?users\b|\buser characteristics\b|\btarget (?:users?|audience|customers?|market)|\bpersonas?\b|\bstakeholders?\b"
            r"|\buser (?:roles?|types?|profiles?|groups?|segments?|classes)\b"
            r"(?! (?:system|management|page|screen|settings|module|editing|creation|setup|apis?|features?|service"
            r"|view|administration)\b)"
            r"|\broles?\b(?: (?:and|&) permissions)?$|^who\b"
        ),
    ),
    (
        "workflow",
        (
            r"\b(?:user |work|process |data |main |core )?flows?\b(?! (?:runs?|inspection|assets?|builder|engine|editor|library"
            r"|templates?|states?|canvas|nodes?|execution|designer|history)\b)|\bprocess(?:es)?\b|\bhow it works"
        ),
    ),
    (
        "goal",
        r"\bgoals?\b|\bobjectives?\b|^(?:(?:desired|business|user|key) )?outcomes$|\bpurpose\b|\baims?\b|\bvalue proposition",
    ),
    (
        "background",
        (
            r"^motivation$|^inspired by$|^inspirations?$|\bunique selling\b|\busps?\b|\bdifferentiat(?:ors?|ion)\b|^hypothesis$|^lessons learned\b"
            r"|^(?:(?:key|user|customer|business|expected) )?(?:benefits|impact)$|^business value$|^value (?:delivery|delivered)$"
            r"|^(?:(?:key|user|customer|research) )?(?:research|findings)$|^(?:key|research|customer) insights$"
            r"|^(?:the )?(?:why|situation)$|^as[- ]is$|^status quo$|\bproblems?\b|\bbackground(?! (?:execution|geofenc\w+|jobs?|location|modes?|process(?:es|ing)|refresh|services?|sync\w*|tasks?|updates?|workers?)\b)|\bpain points?"
            r"|\bcurrent (?:state|situation)|\bwhy now|\bopportunity"
        ),
    ),
    (
        "overview",
        (
            r"\boverview\b(?! (?:page|screen|view|tab|panel)s?\b)|\bintroduction|^motivation (?:and|&) .*$"
            r"|\bcontext\b|(?<!computer )\bvision\b|\bsummary|\babstract\b|\bexecutive|\bmission\b|\bwhy\b"
            r"|(?<!care )(?<!worry )(?<!note )(?<!notes )(?<!memo )(?<!mail )(?<!message )(?<!idea )(?<!ideas )\babout\b|\bdescription\b|\bpreamble|^conclusions?$|^tl;?dr$|^product perspective$|^one[- ]liner$|^(?:final )?product thesis$|\bsolution overview"
        ),
    ),
    (
        "functional",
        (
            r"^what (?:are|is) (?:you|we|it|this) (?:(?:planning|going|trying|meant|supposed) )?(?:to )?"
            r"(?:build|make|create|do)(?:ing)?\b"
            r"|^what (?:it|this|the [a-z]+|we|users?) "
            r"(?:does|do|should do|must do|will do|can do|needs? to do)$"
            r"|^(?:the |our |my )?(?:idea|ask|request|wish(?:es)?|wants?|wanted|needed|needs?)$|^in$"
            r"|^(?:what )?(?:we|i) (?:want|need|would like)$|\bfunctional\b|\bfeatures?\b|\brequirements?\b"
            r"|\b(?:information|(?:web)?site|content|page|navigation) (?:architecture|structure|sections)\b"
            r"|\bsite ?map\b|\bcapabilit(?:y|ies)|\bfunctionalit(?:y|ies)|\bin[- ]scope|\bscope\b|\bmvp\b"
            r"|\bmust[- ]haves?\b|\bshould[- ]haves?\b|\bcould[- ]haves?\b|\bnice[- ]to[- ]haves?\b|^nice$"
            r"|^(?:must|should|could)$|^(?:what )?(?:we|it) will(?: do)?$|^(?:active|validated|in progress|up next)$"
            r"|\bbusiness (?:rules|logic)|^rules$|\bapi (?:endpoints?|requirements)|\bendpoints?\b|\bcommands?\b"
            r"|\bscreens?\b|\bviews\b|\bpages\b|\bspecifications?\b|\buser interfaces?\b|\buser experience\b"
            r"|^(?:[\w-]+ )?(?:edge|corner|special|error|failure) cases?\b|^(?:error|failure) scenarios\b"
            r"|\bui\b|\bux\b|\bdeliverables|\bfunctions\b|\binterface contract|\bproposal\b"
            r"|\bproposed solution|\bsolution\b|\bepics?\b|^(?:[\w-]+ ){1,3}section\b"
        ),
    ),
    (
        "quality",
        (
            r"\bresponsive(?: design|ness)\b|\bperformance|\bsecurity\b|\bscalab|\breliab|\bavailab|\bprivacy"
            r"|\bcompliance|\baccessib|\busability|\bmaintainab|\bextensib|\btestab|\bobservab|\bmonitoring"
            r"|\bcompatib|\blocali[sz]ation|\binternationali[sz]ation|^multi-?ling(?:ual)?(?: support)?$|^multi-?language(?: support)?$|\brate limit(?:s|ing)\b"
            r"|^(?:handling of )?sensitive (?:data|information)$|\bdata (?:protection|integrity|retention)|\bcross[- ]platform(?: (?:support|compat\w+|requirements|considerations|design|development)\b|\W*$)"
            r"|\b(?:browser|device) support\b|^logging\b|^telemetry\b|^legal\b|\bback-?ups? (?:and|&) |^supported (?:browsers|devices)\b|^(?:safety|robustness|resilience|auditability)$"
            r"|\bsafety (?:and|&) |\bdisaster recovery\b|\binteraction paradigms?|\bux (?:goals|vision)"
        ),
    ),
)
