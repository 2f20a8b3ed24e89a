"""The words of headings below which nothing is to be built: what the text is, how the work is planned, what others do."""

import re

from agents.builtin.reader.words.occurring import occurring

NEUTRAL = (
    r"^(?:please )?(?:[a-z]+ly )?(?:analy[sz]e|assess|challenge|question|review) (?:(?:all|the|these|this) )+(?:document|prd|requirements|spec(?:ification)?s?)\b"
    r"|^(?:steps? )?to reproduce\b|\bsteps? to reproduce\b|^reproduction(?: steps)?$|^repro(?: steps)?$"
    r"|^(?:actual|current|observed) (?:behaviou?rs?|results?|outcome)$"
    r"|^describe the (?:bug|problem)$|^bug description$"
    r"|^code of conduct\b|^(?:(?:user|customer|product) )?narrative$|^action (?:items?|points?)\b|^next meeting\b|^how (?:it|things) (?:is|are|works?) (?:now|today)$|^to-?dos?$|^why (?:this|it|we)\b"
    r"|^independent test|^quick guidelines\b|\bcoverage map\b|\brenamed requirements\b|^constitution (?:check|compliance)\b|^alignment with\b|^input$|^feature branch"
    r"|^(?:conclusions?|closing (?:notes?|thoughts|remarks)|fazit|schlusswort|conclusión|conclusão|conclusioni|結論|まとめ|总结|结语|결론|맺음말)$"
    r"|^(?:(?:related|other|useful|additional|external) )+(?:issues?|prs?|docs?|documents?|links?|tickets?)(?: (?:and|or|&) (?:issues?|prs?|docs?|links?))?$"
    r"|^(?:pros(?: (?:and|&|/) cons)?|cons|advantages|disadvantages|downsides|vorteile|nachteile|avantages|inconvénients)$"
    r"|^(?:status|authors?|owner|version|date|last[- ]updated|created|reviewers?|stakeholders? list"
    r"|document (?:status|owner)|target release|classification"
    r"|(?:project|product|app(?:lication)?|document) (?:name|title)|(?:project )?code ?name)\s*"
    r"(?:[:：(].*)?$"
    r"|\b(?:success|risk) (?:stories|register)|change ?log|\bchange history|\brevision"
    r"|\bversion history|\bdocument (?:history|control|information|info|purpose|set|map|ownership|governance|maintenance)\b|\b(?:requirements|prd) (?:governance|ownership|maintenance)\b"
    r"|\breferences?\b(?! implementation)|\bappendi(?:x|ces)|\bglossary"
    r"|(?<!scope )(?<!product )(?<!project )(?<!features )(?<!feature )(?<!mvp )(?<!requirements )\bdefinitions?\b(?! of (?:[\w-]+ )?(?:done|ready|success)\b)|\bterminology"
    r"|\bacronyms|\btable of contents|\bcontents\b|\bnext steps"
    r"|^(?:(?:client|customer|document|final|management|prd|project|release|requirements?|reviews?|spec(?:ification)?|sponsor|stakeholders?)"
    r"(?: (?:and|&)|/)? ?){0,2}approvals?\b(?! (?:flow|workflow|process|rules))|\bsign[- ]?offs?\b"
    r"|\bstakeholders? (?:sign|approv)|\broad ?map|\btimelines?\b|\bmilestones?\b|\bschedule\b"
    r"|^sprints?$|\bsprint (?:plan|backlog|schedule|overview|goals?)|(?<!by )\bphases?\b|\bphase \d"
    r"|\bweek \d"
    r"|\b(?:implementation|build|work|action|migration) plan|\bdevelopment plan|\bproject plan"
    r"|\bdelivery plan|\brollout|\brelease plan|\blaunch plan|\bgo[- ]to[- ]market"
    r"|\b(?:distribution|marketing) (?:plan|strategy)|\b(?:revenue|business) models?\b"
    r"|^(?:(?:the|our|target|addressable|total) )*market(?:s|ing)?\b"
    r"|\bmarket(?:$| (?:analysis|research|overview|opportunit|siz|landscape|trends?|context|validation|fit|share|position|segment))"
    r"|(?:traceability|verification|coverage) (?:matrix|table)\b"
    r"|\brequirements?\b.*\btraceability\b"
    r"|\bcompetit|\balternatives?\b|\balternate (?:solutions?|approach(?:es)?|designs?|proposals?|options?)\b|\b(?:rejected|discarded|considered) (?:solutions?|approach(?:es)?|designs?|proposals?|options?|ideas)\b|\bprior art"
    r"|\bdrawbacks|\bresources\b"
    r"|\bteam\b(?!/| (?:licen[cs]es?|lead(?:s|ers?)?|managers?|owners?|captains?|admins?|management|dashboards?|chats?|profiles?|pages?"
    r"|invit\w+|workspaces?|collaboration|features?|settings|accounts?|spaces?|plans?)\b)"
    r"|\bdependency chain|\bepic list|\btasks?\b breakdown|\bwork breakdown|\b(?:effort|cost|project|timeline|resource|size|work|development|story[- ]points?) estimat"
    r"|^(?:rough |initial )?estimat(?:es?|ions?)\b"
    r"|\bchecklist results|\bprompt\b|\bnaming\b|^(?:(?:product|project|app|possible|potential) )*names? (?:options|ideas|candidates|suggestions|proposals)\b|^possible names$"
    r"|\bexamples?\b|\bappendix"
    r"|\b(?:technology|database|framework|tool|vendor|library|competitor|platform) comparison\b"
    r"|\bknown (?:issues|bugs|problems)\b|^trade-?offs?\b|\bgrowth (?:strategy|plan)\b"
    r"|^(?:complexity|difficulty|effort)(?: (?:assessment|rating|level))?$|^positioning\b|^tag-?lines?(?: options)?$|^slogans?$|^hackathon(?: (?:alignment|fit|theme|tracks?|criteria|info))?$"
    r"|^judging criteria\b|\bdocument conventions\b"
    r"|^project statistics$|^(?:evaluation|selection|award|proposal evaluation|bid evaluation)(?: (?:of (?:the )?(?:proposals|bids|offers)|criteria|process|method(?:ology)?|and (?:award|selection)))?$|^(?:proposal|bid|tender|offer) (?:format|content|instructions|guidelines|process|submission)$|^submission (?:guidelines|deliverables)$|^(?:explicitly |deliberately )?(?:abandoned|discarded|superseded)(?: (?:ideas|decisions|designs?|approach(?:es)?))?$|^user research\b|^demo story\b"
    r"|^(?:similar|comparable|competing) (?:products?|projects?|tools?|apps?|applications?|solutions?|systems?|services?)$|^open[- ]source (?:projects?|alternatives?|inspirations?)$"
    r"|^cost (?:model|analysis|breakdown|estimate)$|^(?:implementation|build|development) order$|^order of implementation$|^sources$"
    r"|^(?:(?:user|customer) )?value(?: proposition)?$|^reason(?:s|ing)?$|^justification$|\bstatus notes\b"
    r"|^(?:stage|phase|delivery) status\b"
    r"|\b(?:repo(?:sitory)?|project|folder|directory|code|file) (?:layout|organi[sz]ation)\b"
    r"|(?<!and )(?<!& )\brationale|\bwhy now|^pricing\b|\bpricing (?:models?|plans?|strategy|tiers?)\b|\bmeta ?data$"
    r"|\brelated (?:work|documents|links)|\bfurther reading|\bfolder structure|\bproject structure"
    r"|\bdirectory structure"
    r"|^(?:(?:project|source|code|repo(?:sitory)?|folder|directory) )?(?:(?:and|&) )?file structure"
    r"|\bimplementation gaps\b|\bnot (?:yet )?(?:independently )?verified\b"
    r"|\bclarifications?\b(?! (?:needed|required|pending|requested))|\bdemo (?:script|plan|scenarios?|day)|\bgrant application\b|\bpitch\b"
    r"|\bteam split|\bfiles to (?:modify|create|change)|(?<!be )\bresolved\b(?! (?:\w+ )?decisions)|\bfaqs?\b"
    r"|\bdecisions? (?:log|record|history)|\b(?:review|approval) checklist|\bexecution status"
    r"|\binstallation (?:guide|instructions|steps)\b|^installation$|\bgetting started"
    r"|\bhow to (?:use|read)\b|\backnowledge?ments?\b|^contacts?$"
)
# What a review of the document found is nothing to build, whatever its parts are called.
REVIEWED = occurring(
    r"\bcheck-?list\b.{0,20}\b(?:results?|report|execution|outcome|status)\b"
    r"|\b(?:review|approval|validation|readiness|sign-?off"
    r"|(?:requirements?|spec(?:ification)?|document|prd) quality|pm|po)\b"
    r"(?: (?:&|and) [\w-]+)? check-?list\b"
    r"|\bcategory (?:analysis|statuses)\b|^(?:scope validation|epic sequencing|architecture readiness)\b"
    r"|^(?:strengths identified|(?:minor )?improvement areas|critical deficiencies|ready for (?:the )?(?:architect|development))\b"
    r"|\b(?:review|validation) (?:results|report|outcome)\b|\bprüfergebnis|评审结果|检查清单结果"
)
# What such a heading holds is a list of the parts; the parts themselves may stand a level below it, by mistake.
CONTENTS = re.compile(
    r"\W*(?:[\d.]+\s*)?(?:table of contents|contents|toc|inhalts(?:verzeichnis|übersicht)|inhalt|sommaire|table des mati[èe]res"
    r"|[íi]ndice|contenidos?|sum[áa]rio|sommario|inhoudsopgave|spis treści|目录|目錄|目次|목차|содержание|оглавление)\W*$",
    re.IGNORECASE,
)
# Who came to a meeting and what was to be spoken of.
MEETING = re.compile(
    r"\b(?:meeting|minutes|stand-?up|kick-?off|workshop|sync|protokoll|besprechung|compte[- ]rendu|réunion|acta|reunión|reunião|ata)\b"
    r"|議事録|会議|会议|纪要|회의",
    re.IGNORECASE,
)
ATTENDED = re.compile(
    r"\W*(?:attendees|participants|present|absent|apologies|agenda|teilnehmer(?:innen)?|teilnehmende|anwesend\w*|tagesordnung|présents|participants"
    r"|ordre du jour|asistentes|orden del día|participantes|pauta|出席者|参加者|議題|(?:参会|与会)(?:人员|者)|议程|会议议程|참석자|안건)\W*$",
    re.IGNORECASE,
)
