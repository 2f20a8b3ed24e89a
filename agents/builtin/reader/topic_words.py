"""The words by which headings say what stands below them, in the languages people paste most."""

import re
from typing import Literal

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

# The first row that matches decides, so exclusions stand before what they exclude from.
WORDS: tuple[tuple[Topic, str], ...] = (
    (
        "non_goal",
        (
            r"\bout[- ]of[- ]scope|\bnon[- ]?goals?\b|\bnot in scope|^not (?:now|yet|for now|planned)\b|\bnot included|\bexclusions?\b|\bexcluded|\bwon['’]?t have"
            r"|\bwill not (?:have|do|build)|\bwhat .{0,30}\bis not\b|\bnot (?:doing|building|planned|covered)|\banti[- ]goals?"
            r"|\bnon[- ]objectives|\bno[- ]gos?\b|\bnicht[- ]ziele|\bnicht im (?:umfang|scope)|\baußerhalb des|\bausgeschlossen|\babgrenzung|\bhors[- ]p[ée]rim"
            r"|\bfuera de(?:l)? alcance|\bfora d[oe] escopo|\bfuori (?:ambito|scope)|非目标|不在范围|范围外|不包括|排除|スコープ外|対象外|вне (?:рамок|области)"
        ),
    ),
    (
        "neutral",
        (
            r"^why (?:this|it|we)\b|^independent test|^input$|^feature branch|^(?:status|authors?|owner|version|date|last[- ]updated|created|reviewers?|stakeholders? list|document (?:status|owner)|target release|classification)\s*(?:[:：(].*)?$|\b(?:success|risk) (?:stories|register)|change ?log|\bchange history|\brevision|\bversion history|\bdocument (?:history|control|information|info|purpose)"
            r"|\breferences?\b(?! implementation)|\bappendi(?:x|ces)|\bglossary|\bdefinitions?\b|\bterminology|\bacronyms|\btable of contents|\bcontents\b|\bnext steps"
            r"|\bapprovals?\b|\bsign[- ]?offs?\b|\bstakeholders? (?:sign|approv)|\broad ?map|\btimelines?\b|\bmilestones?\b|\bschedule\b|\bsprints?\b|\bphases?\b|\bphase \d|\bweek \d"
            r"|\bimplementation plan|\bdevelopment plan|\bproject plan|\bdelivery plan|\brollout|\brelease plan|\blaunch plan|\bgo[- ]to[- ]market|\bmarket|\bcompetit|\balternatives?\b|\bprior art"
            r"|\bdrawbacks|\bbudget|\bresources\b|\bteam\b|\bdependency chain|\bepic list|\btasks?\b breakdown|\bwork breakdown|\bestimat|\bchecklist results|\bprompt\b|\bnaming\b|\bbranding"
            r"|\bexamples?\b|\bappendix|\b(?:technology|database|framework|tool|vendor|library|competitor|platform) comparison\b|\brationale|\bwhy now|^pricing\b|\bpricing (?:models?|plans?|strategy|tiers?)\b|\bmeta ?data$|\brelated (?:work|documents|links)|\bfurther reading|\bfolder structure|\bproject structure|\bdirectory structure|\bfile structure"
            r"|änderungs|versionshistorie|\bglossar|\banhang|\bzeitplan|\bmeilenstein|\breferenzen|\bwettbewerb|\bhistorique|\bglossaire|\bannexes?\b|\bcalendrier|\bconcurren|\bhistorial|\bcronograma|\bglosario|\banexo"
            r"|变更|版本历史|修订|术语|附录|参考|里程碑|时间表|路线图|优先级|竞品|目录|変更履歴|用語|付録|参考文献|スケジュール|история изменений|глоссарий|приложени"
        ),
    ),
    (
        "question",
        (
            r"\bopen (?:questions?|issues?|points?|items?|topics?)|\bquestions?\b|\bunresolved|\bto be (?:decided|determined|clarified)|\btbds?\b|\bunknowns\b|\bundecided|\bpending decisions|\bdecisions? needed"
            r"|offene (?:fragen|punkte)|\bfragen\b|questions ouvertes|points ouverts|preguntas|cuestiones abiertas|perguntas|quest[õo]es em aberto|domande aperte|待定|未决|开放问题|待确认|问题清单|未解決|未決|открытые вопросы"
        ),
    ),
    (
        "acceptance",
        (
            r"\bacceptance (?:criteria|tests?)|\bdefinition of (?:done|ready)|\bquality gates?|\brelease criteria|\bdocumentation gates?|\bexit criteria|\bdone when|^verification\b|\bverification (?:plan|criteria|steps)|\btest (?:plan|cases?|scenarios?)"
            r"|akzeptanzkriterien|abnahmekriterien|crit[èe]res d['’]acceptation|criterios de aceptaci|crit[ée]rios de aceita|criteri di accettazione|验收|受け入れ(?:基準|条件)|критерии при[её]мки"
        ),
    ),
    (
        "metric",
        (
            r"\bsuccess (?:metrics?|criteria|measures?|indicators?)|\bmeasures? of success|\bkpis?\b|\bkey (?:results?|metrics?|performance)|\bokrs?\b|\bmetrics\b|\blaunch criteria|\bhow (?:we|do we|will we) measure"
            r"|\bsuccess looks like|\bdefinition of success|erfolgs(?:kriterien|metriken|messung)|\bkennzahlen|indicateurs|crit[èe]res de (?:succ[èe]s|r[ée]ussite)|m[ée]tricas|criterios de [ée]xito|indicadores|metriche|成功指标|成功标准|衡量|关键指标|成功指標|метрики|критерии успеха"
        ),
    ),
    (
        "deferred",
        (
            r"\bfuture\b|\blater\b|\bpost[- ](?:mvp|launch|v1)|\bparking lot|\bicebox|\bbacklog\b|\bphase (?:[3-9]|two|three)\b|\bv(?:ersion)? ?[2-9](?:\.\d)?\b|\bnext (?:version|release)|\bstretch goals?"
            r"|\bdeferred|\bpostponed|\bzukünftig|\bspäter|\bausblick|\bfutures?\b|\bévolutions|\bfuturas?\b|\bfuturo|未来规划|后续|将来|今後|в будущем"
        ),
    ),
    (
        "nonfunctional",
        r"^(?:(?:performance|security|reliability|scalability|availability|usability|accessibility|privacy|compatibility|maintainability|observability|compliance|safety|data protection)(?:,| and| &|/)?\s*)+requirements$|\bnon[- ]?functional|\bnfrs?\b|^quality$|\bquality (?:attributes|requirements|goals)|\bsystem qualities|\bcross[- ]cutting|nicht[- ]?funktional|qualitätsanforderung|non[- ]fonctionnel|no funcional|n[ãa]o[- ]funciona|non funzional|非功能|非機能|нефункциональн",
    ),
    (
        "story",
        r"\buser stor(?:y|ies)|\buse[- ]?cases?\b|^scenarios?(?:\s*\d.*)?$|\bscenarios$|\buser (?:needs|scenarios)|\bjobs to be done|\buser journeys?\b|\bstory \d|benutzergeschichten|anwendungsfälle|nutzergeschichten|cas d['’](?:utilisation|usage)|r[ée]cits utilisateur|historias de usuario|casos de uso|hist[óo]rias de usu|casi d['’]uso|storie utente|用户故事|用例|使用场景|ユーザーストーリー|ユースケース|пользовательские истори|сценари",
    ),
    ("quality", r"\b(?:ui|ux|design|interface|ui/ux)\b.{0,14}\bprinciples\b"),
    (
        "technical",
        (
            r"\btech(?:nology|nical)? ?stack|\bstack\b|\btechnolog(?:y|ies)\b|\btechnical (?:architecture|considerations?|details|decisions|design|approach|notes|overview|specifications?|assumptions|implementation)|\barchitecture\b|\bsystem design|\bimplementation\b|\binfrastructure\b|\bdesign details"
            r"|\bhosting|\bdeployment\b|\bframeworks?\b|\bservice architecture|\brepository structure|\btechnisch|\barchitektur|\barquitectura|\barquitetura|\barchitettura|\btecnolog|\bpila t|技术(?:实现|架构|栈|方案|选型)|技術(?:スタック|構成)|アーキテクチャ|технологии|архитектура|стек"
        ),
    ),
    (
        "constraint",
        r"\bconstraints?\b|\bdependenc(?:y|ies)\b|\blimitations?\b|\brestrictions?\b|\bplatform requirements|\btechnical requirements|\bsystem requirements|\bmandated|\bcompliance constraints|\brandbedingungen|\beinschränkungen|\babhängigkeiten|\bcontraintes|\bd[ée]pendances|\brestricciones|\blimitaciones|\bdependencias|\brestri[çc][õo]es|\bvincoli|约束|限制|依赖|制約|前提技術|ограничени|зависимост",
    ),
    ("assumption", r"\bassumptions?\b|\bannahmen|\bhypoth[èe]ses|\bsupuestos|\bpremissas|假设|前提|допущени"),
    (
        "risk",
        r"\brisks?\b|\bmitigations?\b|\brisiken|\brisques|\briesgos|\briscos|\brischi|风险|リスク|риски",
    ),
    (
        "testing",
        r"\btesting\b|\btest strategy|\bquality assurance|\bteststrategie|\bpruebas|测试(?:要求|策略)|テスト(?:要件|方針)",
    ),
    (
        "integration",
        r"\bintegrations?\b|\bexternal (?:services?|systems?|apis?|interfaces?)|\bthird[- ]part(?:y|ies)|\bschnittstellen|\bint[ée]grations|\bintegraciones|\bintegra[çc][õo]es|集成|外部系统|連携|外部サービス|интеграци",
    ),
    (
        "entity",
        r"\bdata (?:models?|entities|structures?|schema|dictionary|requirements)|\bentit(?:y|ies)\b|\bdomain (?:models?|objects?|entities)|\bdatabase (?:schema|design|tables?|structure)|\bdatenmodell|\bentitäten|\bmod[èe]le de donn|\bmodelo de dados|\bmodelo de datos|\bentidades|数据模型|实体|データモデル|модель данных|сущност",
    ),
    (
        "actor",
        (
            r"\b(?:target |primary |secondary |end )?(?:users?|audiences?|personas?|actors?|customers?)(?: (?:personas?|roles?|types?|profiles?|groups?|segments?|base))?(?: (?:&|and) (?:users?|personas?|roles?|stakeholders?|permissions?|actors?))?$|\btarget (?:users?|audience|customers?|market)|\bpersonas?\b|\bstakeholders?\b|\buser (?:roles?|types?|profiles?|groups?|segments?|classes)|\broles?\b(?: (?:and|&) permissions)?$|^who\b"
            r"|\bzielgruppen?|\bbenutzerrollen|\bnutzergruppen|\brollen\b|\bpublic cible|\butilisateurs|\brôles|\busuarios|\bp[úu]blico|\bactores|\butenti\b|目标用户|用户角色|用户画像|角色|ターゲットユーザー|利用者|пользовател|роли"
        ),
    ),
    (
        "workflow",
        r"\b(?:user |work|process |data |main |core )?flows?\b|\bworkflows?\b|\bprocess(?:es)?\b|\bhow it works|\bablauf|\bprozesse?\b|\bparcours|\bflujos?\b|\bfluxos?\b|\bflussi\b|流程|フロー|процесс",
    ),
    (
        "goal",
        r"\bprinciples\b|\bgoals?\b|\bobjectives?\b|\bpurpose\b|\baims?\b|\bvalue proposition|\bziele?\b|\bzielsetzung|\bobjectifs?\b|\bobjetivos?\b|\bobiettivi|目标|目的|ゴール|目標|цели|核心价值",
    ),
    (
        "background",
        r"\bproblems?\b|\bbackground|\bpain points?|\bcurrent (?:state|situation)|\bwhy now|\bopportunity|\bproblemstellung|\bhintergrund|\bproblem\b|\bantecedentes|背景|问题陈述|課題",
    ),
    (
        "overview",
        (
            r"\boverview\b(?! (?:page|screen|view|tab|panel)s?\b)|\bintroduction|^motivation(?: (?:and|&) .*)?$|\bcontext\b|(?<!computer )\bvision\b|\bsummary|\babstract\b|\bexecutive|\bmission\b|\bwhy\b|\babout\b|\bdescription\b|\bpreamble|\bsolution overview"
            r"|\büberblick|\beinleitung|\bzusammenfassung|\bbeschreibung|\bcontexte|\bprésentation|\bintroducci|\bresumen|\bcontexto|\bvis[ãa]o|\bintrodu[çc]|\bpanoramica|\bcontesto|概述|简介|产品定位|愿景|摘要|功能描述|概要|はじめに|введение|обзор|описание"
        ),
    ),
    (
        "functional",
        (
            r"\bfunctional\b|\bfeatures?\b|\brequirements?\b|\bcapabilit(?:y|ies)|\bfunctionalit(?:y|ies)|\bin[- ]scope|\bscope\b|\bmvp\b|\bmust[- ]haves?\b|\bshould[- ]haves?\b|\bcould[- ]haves?\b|\bnice[- ]to[- ]haves?\b"
            r"|\bbusiness (?:rules|logic)|\bapi (?:endpoints?|requirements)|\bendpoints?\b|\bcommands?\b|\bscreens?\b|\bviews\b|\bpages\b|\bspecifications?\b|\buser interface\b|\buser experience\b|\bui\b|\bux\b|\bdeliverables|\bfunctions\b|\binterface contract|\bproposal\b|\bproposed solution|\bsolution\b"
            r"|\bfunktionale?\b|\banforderungen|\bfunktionen|\bumfang\b|\bleistungsumfang|\bfonctionn(?:el|alit)|\bexigences|\bp[ée]rim[èe]tre|\bfuncional|\brequisitos|\bfuncionalidades|\balcance|\bescopo|\bfunzional|\brequisiti|功能|需求|核心能力|范围|特性|機能|要件|スコープ|функци|требовани|возможности"
        ),
    ),
    (
        "quality",
        (
            r"\bperformance|\bsecurity\b|\bscalab|\breliab|\bavailab|\bprivacy|\bcompliance|\baccessib|\busability|\bmaintainab|\bobservab|\bmonitoring|\bcompatib|\blocali[sz]ation|\binternationali[sz]ation|\bdata (?:protection|integrity|retention)|\bcross[- ]platform|\btarget (?:devices?|platforms?)|\binteraction paradigms?|\bux (?:goals|vision)"
            r"|\bleistung\b|\bsicherheit|\bzuverlässig|\bbarrierefrei|\bdatenschutz|\bs[ée]curit|\baccessibilit|\bseguridad|\brendimiento|\bseguran[çc]a|\bdesempenho|\bsicurezza|\bprestazioni|性能|安全|可用性|可靠性|セキュリティ|パフォーマンス|безопасност|производительност"
        ),
    ),
)
PATTERNS: tuple[tuple[Topic, re.Pattern[str]], ...] = tuple(
    (topic, re.compile(pattern, re.IGNORECASE)) for topic, pattern in WORDS
)
NUMBER = re.compile(
    r"^(?:(?:section|part|chapter|kapitel|abschnitt)\s+)?[\dIVX]+(?:[.\-]\d+)*[.):]?\s+", re.IGNORECASE
)
