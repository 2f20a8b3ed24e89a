"""The words by which headings say what stands below them; other languages than English are in `topic_words_abroad`."""

import re
from typing import Literal

from agents.builtin.reader.words.occurring import Occurring, occurring
from agents.builtin.reader.words.topic_words_abroad import ABROAD

Topic = Literal[
    "functional",
    "nonfunctional",
    "story",
    "non_goal",
    "deferred",
    "question",
    "constraint",
    "assumption",
    "metric",
    "acceptance",
    "actor",
    "integration",
    "entity",
    "workflow",
    "goal",
    "overview",
    "background",
    "neutral",
    "testing",
    "technical",
    "risk",
    "quality",
    "feature",
]

# Below such headings an entry or a sentence is one statement, however many verbs it has.
WHOLE: frozenset[Topic] = frozenset({"non_goal", "question", "metric", "acceptance", "deferred"})

QUALITY_NAMES = r"responsive design|responsiveness|performance|security|reliability|scalability|availability|usability|accessibility|privacy|compatibility|maintainability|observability|compliance|safety|data protection|quality|cross[- ]platform|backward[- ]compatibility|extensibility|testability|testing|documentation"
# How a product looks is a quality; what stands on its screens is not.
LOOK = r"^(?:(?:the )?(?:visual|brand|design|style|theme) (?:design|style|styles|styling|direction|language|identity|theme|guide|guidelines?|system|tokens)|look (?:and|&) feel|(?:brand(?:ing)?|theme|themes|aesthetics?|colou?rs?|colou?r (?:palette|scheme)s?|typography|fonts?|tone(?: of voice)?)(?: (?:and|&) (?:brand(?:ing)?|themes?|aesthetics?|colou?rs?|typography|fonts?|tone|icons))?)(?: (?:requirements|guidelines?|principles))?(?: \([^()]*\))?$"
LOADS = r"(?:expected |peak |data )?(?:load|volumes?|capacity|traffic|quantities)"
# The first row that matches decides, so exclusions stand before what they exclude from.
WORDS: tuple[tuple[Topic, str], ...] = (
    (
        "non_goal",
        (
            r"\bout[- ]of[- ](?:the )?(?:\w+ )?scope|\bnon[- ]?goals?\b|\bnot in (?:this|the)? ?(?:scope|issue|release|version|project|mvp|v\d(?:\.\d)?|phase \d|first version)\b|\bnot (?:part of|for) this\b|^not (?:now|yet|for now|this (?:year|time|quarter|season|round|summer|winter)|planned|needed|required|necessary|wanted)\b|^(?:what )?(?:we|it|i) (?:won['’]t|will not|don['’]t)(?: do)?$|^(?:out|not|nope|skip|don['’]ts?|(?:please )?(?:don['’]t|do not)(?: (?:do|build|want|need|touch|include))?)$|\bnot included|\bexclusions?\b|\bexcluded|\bwon['’]?t[- ](?:have|do|build|be)"
            r"|\bwill not (?:have|do|build|be)|\bwhat .{0,30}(?:\bis|\bare|['’]s|['’]re|\bdo|\bdoes|\bwill) not\b|\bwhat .{0,20}\b(?:isn|doesn|won|don)['’]t\b|\bnot (?:doing|building|planned|covered|supported|implemented|a goal)|\banti[- ](?:goals?|features?|requirements?)"
            r"|\bnon[- ](?:objectives|features|requirements)\b|\bno[- ]gos?\b|\bbeyond (?:the )?scope|\bscope (?:exclusions?|limits?)\b"
        ),
    ),
    # What else such a heading names, as in `Next steps and open questions`, holds less firmly; answered ones are told.
    (
        "question",
        r"^(?!.*\b(?:risks?|resolved|answered|closed)\b).*\b(?:(?:open|remaining|outstanding) (?:questions?|issues?|points?|decisions?)|questions? (?:for|to) (?:the|our|discuss|clarify|answer|resolve|ask)|still unclear)\b",
    ),
    (
        "constraint",
        r"\bconstraints?\b|^appetite$|^(?:when|timing)$|^it (?:says|requirements?|constraints?|wants|demands)$|^operating conditions?$|^(?:they|we|the (?:client|customer|city|company|board)) (?:insists? on|requires?|demands?)$|^(?:project |total )?budget(?: ?(?:and|&|/|,).*)?$|(?:\band|&|/) ?budget$|\bdeadlines?\b|\bknown limits\b|^limits$",
    ),
    (
        "neutral",
        (
            r"^code of conduct\b|^action (?:items?|points?)\b|^next meeting\b|^to-?dos?$|^why (?:this|it|we)\b|^independent test|^input$|^feature branch|^(?:status|authors?|owner|version|date|last[- ]updated|created|reviewers?|stakeholders? list|document (?:status|owner)|target release|classification)\s*(?:[:：(].*)?$|\b(?:success|risk) (?:stories|register)|change ?log|\bchange history|\brevision|\bversion history|\bdocument (?:history|control|information|info|purpose)"
            r"|\breferences?\b(?! implementation)|\bappendi(?:x|ces)|\bglossary|\bdefinitions?\b|\bterminology|\bacronyms|\btable of contents|\bcontents\b|\bnext steps"
            r"|\bapprovals?\b(?!\w| (?:flow|workflow|process|rules))|\bsign[- ]?offs?\b|\bstakeholders? (?:sign|approv)|\broad ?map|\btimelines?\b|\bmilestones?\b|\bschedule\b|^sprints?$|\bsprint (?:plan|backlog|schedule|overview|goals?)|(?<!by )\bphases?\b|\bphase \d|\bweek \d"
            r"|\b(?:implementation|build|work|action|migration) plan|\bdevelopment plan|\bproject plan|\bdelivery plan|\brollout|\brelease plan|\blaunch plan|\bgo[- ]to[- ]market|\b(?:distribution|marketing) (?:plan|strategy)|\b(?:revenue|business) models?\b|\bmarket|\bcompetit|\balternatives?\b|\bprior art"
            r"|\bdrawbacks|\bresources\b|\bteam\b(?! (?:leaders?|managers?|owners?|captains?|admins?|management|dashboards?|chats?|profiles?|pages?|invit\w+|workspaces?|collaboration)\b)|\bdependency chain|\bepic list|\btasks?\b breakdown|\bwork breakdown|\bestimat|\bchecklist results|\bprompt\b|\bnaming\b"
            r"|\bexamples?\b|\bappendix|\b(?:technology|database|framework|tool|vendor|library|competitor|platform) comparison\b|\brationale|\bwhy now|^pricing\b|\bpricing (?:models?|plans?|strategy|tiers?)\b|\bmeta ?data$|\brelated (?:work|documents|links)|\bfurther reading|\bfolder structure|\bproject structure|\bdirectory structure|^(?:(?:project|source|code|repo(?:sitory)?|folder|directory) )?(?:(?:and|&) )?file structure"
            r"|\bclarifications?\b(?! (?:needed|required|pending|requested))|\bdemo (?:script|plan)|\bpitch\b|\bteam split|\bfiles to (?:modify|create|change)|\bresolved\b|\bfaqs?\b|\bdecision (?:log|record|history)|\b(?:review|approval) checklist|\bexecution status|\binstallation (?:guide|instructions|steps)\b|^installation$|\bgetting started|\bhow to (?:use|read)\b|\backnowledge?ments?\b|^contacts?$"
        ),
    ),
    (
        "question",
        r"^what (?:(?:they|we|i|nobody) )?(?:could|can|did|do|does)(?: not|n['’]t) .{0,20}\b(?:tell|know|say|answer|decide)\b.{0,10}$|^(?:still )?open$|\bopen (?:questions?|issues?|points?|items?|topics?|decisions?)|\bquestions?\b|\b(?:things|what|stuff) we (?:(?:still )?(?:do not|don['’]t|haven['’]t) (?:yet )?(?:know|decide)|are not sure)\w*|\bunresolved|\bto be (?:decided|determined|clarified)|\btbds?\b|\bunknowns\b|\bundecided|\bpending decisions|\bmissing (?:information|details|requirements|inputs?)\b|\binformation (?:needed|missing|gaps)\b|\bknowledge gaps\b|\bdecisions? (?:needed|required|pending|to (?:make|take))|\bclarifications? (?:needed|required|pending|requested)|\b(?:points?|items?|topics?|things|issues?) to (?:clarify|decide|discuss|resolve|figure out)\b|\bneed to (?:clarify|decide|figure out|discuss)\b|\boutstanding (?:points?|issues?|items?|decisions?)|^(?:still )?(?:unclear|undecided|open)$",
    ),
    (
        "acceptance",
        r"\bacceptance (?:criteria|tests?|scenarios?|conditions?|checks?|checklist)|^acceptance$|^(?:what )?done means$|\bdefinition of (?:done|ready)|\bquality gates?|\brelease criteria|\bdocumentation gates?|\bexit criteria|\bdone when|^verification$|\bverification (?:plan|criteria|steps)|\btest (?:plan|cases?|scenarios?)|\bvalidation criteria",
    ),
    (
        "metric",
        r"\bsuccess (?:metrics?|criteria|measures?|indicators?|factors?)|\bmeasures? of success|\bmeasuring success|\bkpis?\b|\bkey (?:results?|metrics?|performance)|\bokrs?\b|\bmetrics\b(?! (?:(?:and|&) )?(?:analytics|dashboards?|reports?|reporting|collection|displays?|views?|pages?|panels?|endpoints?|visuali\w+|services?|modules?|exports?|apis?)\b)|\blaunch criteria|\bhow (?:we|do we|will we) measure|\bsuccess looks like|\bdefinition of success|\bmeasurable (?:goals|outcomes|objectives)|^success(?: (?:after|in|by|within|means)\b.*)?$|^(?:the |our )?(?:numbers|figures)(?: (?:we|i) (?:want|need|aim for|watch|look at)| to (?:reach|hit|watch))?$|\b(?:expected|target) outcomes?\b|\bsuccess is measured|^(?:they|we) (?:measure|count|track)(?: success(?: by)?)?$|^how (?:we['’]ll|we will|will we|do we|would we|to) know\b|^(?:we['’]ll|we will) know (?:it|we)\b|^(?:we['’]ll|we will|we['’]re|we are|it['’]s|it is|this is) (?:be )?(?:successful|a success|happy|done) (?:if|when)$",
    ),
    (
        "deferred",
        r"^maybe(?: later)?$|^\W*(?:possible |potential |planned |ideas for )?(?:the )?future\b(?:\W*$|\s*\([^()]*\)$| (?:work|enhancements?|features?|versions?|releases?|scope|plans?|ideas?|considerations?|improvements?|extensions?|developments?|roadmap|iterations?|phases?|additions?|expansions?|possibilit|opportunit|directions?|requirements?|specs?|specifications?|goals?|functionalit|capabilit|integrations?|upgrades?|steps|outlook|scalability|growth))|\bin (?:the|a) future|\bfor (?:the|a) future|\bfuture (?:enhancements?|work|features?|versions?|releases?|phases?)\b|[(\[]future\b|\blater\b(?! (?:changes|modifications))|\bpost[- ](?:mvp|launch|v1)|\bparking lot|\bicebox|(?<!active )(?<!product )(?<!release )(?<!mvp )(?<!current )(?<!feature )\bbacklog\b|\bphase (?:[3-9]|two|three)\b|\bv(?:ersion)? ?[2-9](?:\.\d)?\b|\bnext (?:version|release)|\bstretch goals?|\bdeferred|\bpostponed|\bwish ?list",
    ),
    (
        "nonfunctional",
        rf"^(?:(?:{QUALITY_NAMES})(?:,| and| &|/)?\s*)+(?:requirements|targets|goals|expectations)$|\bnon[- ]?functionals?\b|\bnfrs?\b|^qualit(?:y|ies)(?: (?:bar|level|goals|targets))?$|^{LOADS}(?: (?:profile|expectations?|estimates?))?$|^how it (?:should|must|has to) (?:feel|look|behave)$|^how (?:fast|quick|safe|secure|reliable|robust|good|well|stable|private)\b(?! (?:we|do|does|to|it works))|\bquality (?:attributes|requirements|goals|targets)|\bsystem qualities|\boperational requirements\b|\bcross[- ]cutting|\bslos?\b|\bservice levels?",
    ),
    (
        "story",
        r"\buser stor(?:y|ies)|\buse[- ]?cases?\b|^scenarios?(?:\s*\d.*)?$|\bscenarios$|\buser (?:needs|scenarios)|\bjobs to be done|\bjtbd\b|\buser journeys?\b|\bstory \d|^stories$",
    ),
    (
        "quality",
        rf"\b(?:design|core|product|guiding) (?:pillars|tenets)\b|\b(?:ui|ux|design|interface|ui/ux)\b.{{0,14}}\bprinciples\b|{LOOK}|设计原则|設計原則|설계 ?원칙",
    ),
    (
        "technical",
        (
            r"^how$|\btech(?:nology|nical)? ?stack|\bstack\b|\btechnolog(?:y|ies)\b|\btechnical (?:stuff|bits|things|side|architecture|considerations?|details|decisions|design|approach|notes|overview|specifications?|assumptions|implementation|choices|foundation)|(?<!information )(?<!site )(?<!website )(?<!content )(?<!page )(?<!navigation )\barchitecture\b|\bsystem design|\bimplementation\b|\binfrastructure\b(?! (?:engineer|team|admin|operator|architect))|\bdesign details"
            r"|\bhosting|\bdeployment\b|\bframeworks?\b|\bservice architecture|\brepository structure|^tech\b|^(?:technical|technik)(?: (?:stuff|side|part|setup|environment|context|landscape|basis|guidelines))?$|^hardware$|^(?:supported |required )?(?:platforms?|environments?)(?: (?:&|and|/) (?:platforms?|environments?|devices?|hardware|tech\w*|tools?))?$|^tooling$|\b(?:operating|runtime|target|deployment) environments?\b|\blibraries\b|\bdesign decisions|\btech(?:nical)? (?:choices|decisions)|\bbuilt with\b|\btools (?:and|&) "
        ),
    ),
    (
        "constraint",
        r"\bconstraints?\b|\bdependenc(?:y|ies)\b|^(?:(?:technical|system|runtime|software) )?pre-?requisites$|\blimitations?\b|\brestrictions?\b|(?<!cross-)(?<!cross )\bplatform requirements|\b(?:build|packaging|distribution|release|toolchain|installation|deployment|hosting) requirements\b|\b(?:rust |npm |node |python |third[- ]party |go )?(?:crates|gems)\b|\b(?:npm|pip|python|rust|go|node|nuget|composer) (?:packages|modules|libraries)\b|\btech(?:nical|nology)? requirements|\bsystem requirements|\b(?:hardware|software|environment(?:al)?) requirements|\bmandated|\bcompliance constraints|\bdeadlines?\b|\bbudget|\blicen[cs](?:e|ing)\b|\bground rules|\bguardrails\b|^(?:(?:running|operating|hosting|project) )?costs?$|^(?:(?:coding|technical|applicable|engineering|development) )?(?:standards|conventions)(?: (?:and|&) (?:standards|conventions|guidelines|norms))?$|\b(?:coding|engineering|development) (?:rules|guidelines|conventions|standards)\b|^\W*(?:[\d.]+\s*)?(?:(?:software )?development|engineering|team|working|branching|git|code review|coding) (?:process|methodology|model|practices|workflow|strategy)$|^(?:development )?methodology$|^ways? of working$|^entwicklungs(?:prozess|methodik|vorgehen)$|^arbeitsweise$",
    ),
    ("assumption", r"\bassumptions?\b"),
    (
        "risk",
        r"\brisks?\b|\bmitigations?\b|^(?:(?:key|main|major|biggest|technical|potential|known|current|anticipated|expected|implementation|business|development) )?challenges(?: (?:and|&) (?:limitations|solutions|considerations|concerns))?$",
    ),
    ("testing", r"\btesting\b|\btest strategy|\bquality assurance"),
    (
        "integration",
        r"^interfaces?$|^schnittstellen?$|\bintegrations?\b|\bexternal (?:services?|systems?|apis?|interfaces?)|\bthird[- ]part(?:y|ies)",
    ),
    (
        "entity",
        r"\bdata (?:models?|entities|structures?|schema|dictionary|requirements)|\bentit(?:y|ies)\b|\bdomain (?:models?|objects?|entities)|\bdatabase (?:schema|design|tables?|structure)",
    ),
    (
        "actor",
        r"\b(?:target |primary |secondary |end )?(?:users?|audiences?|personas?|actors?|customers?)(?: (?:personas?|roles?|types?|profiles?|groups?|segments?|base))?(?: (?:&|and) (?:users?|personas?|roles?|stakeholders?|permissions?|actors?|(?:their )?(?:jobs|needs|goals|tasks)))?$|\btarget (?:users?|audience|customers?|market)|\bpersonas?\b|\bstakeholders?\b|\buser (?:roles?|types?|profiles?|groups?|segments?|classes)\b(?! (?:system|management|page|screen|settings|module|editing|creation|setup|apis?|features?|service|view|administration)\b)|\broles?\b(?: (?:and|&) permissions)?$|^who\b",
    ),
    (
        "workflow",
        r"\b(?:user |work|process |data |main |core )?flows?\b|\bworkflows?\b|\bprocess(?:es)?\b|\bhow it works",
    ),
    (
        "goal",
        r"\bprinciples\b|\bgoals?\b|\bobjectives?\b|\bpurpose\b|\baims?\b|\bvalue proposition",
    ),
    (
        "background",
        r"^motivation$|^(?:the )?why$|\bproblems?\b|\bbackground|\bpain points?|\bcurrent (?:state|situation)|\bwhy now|\bopportunity",
    ),
    (
        "overview",
        r"\boverview\b(?! (?:page|screen|view|tab|panel)s?\b)|\bintroduction|^motivation (?:and|&) .*$|\bcontext\b|(?<!computer )\bvision\b|\bsummary|\babstract\b|\bexecutive|\bmission\b|\bwhy\b|\babout\b|\bdescription\b|\bpreamble|\bsolution overview",
    ),
    (
        "functional",
        (
            r"^what (?:are|is) (?:you|we|it|this) (?:(?:planning|going|trying|meant|supposed) )?(?:to )?(?:build|make|create|do)(?:ing)?\b|^what (?:it|this|the [a-z]+|we|users?) (?:does|do|should do|must do|will do|can do|needs? to do)$|^(?:the |our |my )?(?:idea|ask|request|wish(?:es)?|wanted)$|^(?:what )?(?:we|i) (?:want|need|would like)$|\bfunctional\b|\bfeatures?\b|\brequirements?\b|\b(?:information|(?:web)?site|content|page|navigation) (?:architecture|structure|sections)\b|\bsite ?map\b|\bcapabilit(?:y|ies)|\bfunctionalit(?:y|ies)|\bin[- ]scope|\bscope\b|\bmvp\b|\bmust[- ]haves?\b|\bshould[- ]haves?\b|\bcould[- ]haves?\b|\bnice[- ]to[- ]haves?\b|^nice$|^(?:must|should|could)$|^(?:what )?(?:we|it) will(?: do)?$"
            r"|\bbusiness (?:rules|logic)|\bapi (?:endpoints?|requirements)|\bendpoints?\b|\bcommands?\b|\bscreens?\b|\bviews\b|\bpages\b|\bspecifications?\b|\buser interface\b|\buser experience\b|\bui\b|\bux\b|\bdeliverables|\bfunctions\b|\binterface contract|\bproposal\b|\bproposed solution|\bsolution\b|\bepics?\b"
        ),
    ),
    (
        "quality",
        r"\bresponsive(?: design|ness)\b|\bperformance|\bsecurity\b|\bscalab|\breliab|\bavailab|\bprivacy|\bcompliance|\baccessib|\busability|\bmaintainab|\bextensib|\btestab|\bobservab|\bmonitoring|\bcompatib|\blocali[sz]ation|\binternationali[sz]ation|\brate limit(?:s|ing)\b|\bdata (?:protection|integrity|retention)|\bcross[- ]platform|\btarget (?:devices?|platforms?)|\binteraction paradigms?|\bux (?:goals|vision)",
    ),
)
# The last row of a topic takes its words of other languages along.
PATTERNS: tuple[tuple[Topic, Occurring], ...] = tuple(
    (
        topic,
        occurring(
            "|".join((pattern, *(ABROAD.get(topic, ()) if topic not in dict(WORDS[index + 1 :]) else ())))
        ),
    )
    for index, (topic, pattern) in enumerate(WORDS)
)
NUMBER = re.compile(
    r"^(?:(?:section|part|chapter|kapitel|abschnitt|secci[óo]n|cap[íi]tulo|hoofdstuk|раздел)\s+)?(?!v\d)(?:[\dIVX]+(?:[.\-]\d+)*[.):]?\s+|[一二三四五六七八九十]+、\s*|第[一二三四五六七八九十\d]+[章节節]\s*)",
    re.IGNORECASE,
)
