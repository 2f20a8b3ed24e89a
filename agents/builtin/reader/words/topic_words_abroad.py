"""What headings say in other languages than English: for each topic one pattern a line, a language or a few alike in each."""

from typing import Final

ABROAD: Final[dict[str, tuple[str, ...]]] = {
    "non_goal": (
        (
            r"\b(?:di )?luar (?:cakupan|lingkup)|\btidak termasuk\b"
            r"|^(?:nicht|noch nicht|später nicht) "
            r"(?:enthalten|dabei|jetzt|geplant|vorgesehen|nötig|gebraucht)$"
            r"|^(?:nicht|brauchen wir nicht|wollen wir nicht|bitte nicht|no|pas)$|^non (?:inclus|prévu)$"
            r"|^no (?:incluido|ahora)$|\bnicht[- ]ziele|\bnicht im (?:umfang|scope)|\baußerhalb des"
            r"|\bausgeschlossen|\babgrenzung|\bnicht[- ]anforderungen"
        ),
        r"\bhors[- ]p[ée]rim|\bhors[- ](?:sujet|scope)|\bexclu(?:s|e|es|sions?)?\b|\bnon[- ]objectifs",
        r"\bfuera de(?:l)? (?:el )?alcance|\bno[- ]objetivos|\bexclusiones",
        r"\bfora d[oe] escopo|\bn[ãa]o[- ]objetivos|\bexclus[õo]es|\bexclu[íi]d[ao]s\b",
        # What the product itself may not do; of people who use it such a list sets a rule.
        (
            r"^(?:o|a|el|la|le|l['’]|il|lo|der|die|das) ?(?:aplicación|aplicativo|app|application|applicazione|anwendung|agente?|assistant|assistente?|asistente|bot"
            r"|chatbot|logiciel|plataforma|plateforme|piattaforma|produit|prodotto|producto|produkt|produto|sistema|système|system)"
            r" (?:n[ãa]o (?:pode|deve)|no (?:puede|debe)|ne (?:peut|doit) pas|non (?:può|deve)|(?:darf|soll|kann) nicht)$"
        ),
        r"\bfuori (?:ambito|scope|perimetro)|\besclusioni|\besclus[oi]\b",
        r"\bbuiten (?:de )?(?:scope|reikwijdte)|\bniet in scope|\bniet[- ]doelen",
        r"\bpoza zakresem|\bkapsam dışı|\butanför|\bingår inte|\buden for (?:scope|omfang)",
        (
            r"非目标|不在范围|范围外|不包括|不包含|不做|(?:没|不)在做什么|排除|スコープ外|対象外|非目標|범위 ?(?:외|밖)|제외|[가-힣]지 ?않(?:을|는|기로 한) ?(?:것|기능|항목|범위)|구현하지 ?않|미구현|비목표"
            r"|(?:やら|作ら|含ま|含め|実装し|実現し|対応し|開発し|提供し)ない(?:こと|もの|機能|範囲|項目|$)|不(?:会|要|需要)?(?:实现|支持|开发|考虑)的|暂不(?:做|实现|支持|开发|考虑|包含)"
        ),
        r"вне (?:рамок|области|scope)|не входит",
        r"خارج (?:ال)?نطاق|غير مشمول|מחוץ ל(?:תחום|היקף|תכולה)|לא (?:כלול|נכלל)",
    ),
    "neutral": (
        (
            r"^(?:situação|situación|estado|statut|stato|versão|versión)(?: d[aoe]\w* \w+)?$|구현 ?현황|진행 ?현황|änderungs|versionshistorie|\bglossar|\banhang|\bzeitplan|\bmeilenstein|\breferenzen|\bwettbewerb"
            r"|\bprojekt(?:verlauf|plan|ablauf)|\binhaltsverzeichnis|\bdokumentenhistorie"
        ),
        r"\bhistorique|\bglossaire|\bannexes?\b|\bcalendrier|\bconcurrents?$|\bconcurrence$|\bconcurrentiel|\bfeuille de route|\bsommaire$|\btable des mati",
        r"\bhistorial|\bcronograma|\bglosario|\banexo|\bhoja de ruta|\b[íi]ndice\b|\bhitos\b|\bgloss[áa]rio|\bmarcos\b|\bhist[óo]rico",
        (
            r"\bcronoprogramma|\bbijlagen?\b|\bbegrippenlijst|^planning(?: (?:et|&|pr[ée]visionnel|du projet)\b.*)?$|\bmijlpalen|\bwoordenlijst"
            r"|\bharmonogram|\bsłownik|\bzałącznik|\btidplan|\bordlista|\bbilagor|\bek(?:ler)?$|\bsözlük"
        ),
        (
            r"变更|版本历史|修订|术语|附录|参考|里程碑|时间表|路线图|优先级|竞品|競合|差別化|目录|排期|成员(?:与|和|及)?分工|^(?:团队|项目)成员|変更履歴|用語|付録|参考文献"
            r"|(?<!費用・)(?<!予算・)(?<!予算と)スケジュール|변경 ?이력|경쟁|차별점|추적 ?(?:표|매트릭스)|추적성|문서 ?(?:기준|정보|목적)|(?:修正|改訂|更新|対応)履歴|文書情報|ドキュメント情報|(?<!과 )(?<!와 )(?<!및 )근거$|레퍼런스|^(?:작성일|작성자|상태|버전)(?:\s*[:：].*)?$|용어|부록|일정|로드맵|참고"
        ),
        (
            r"^(?:geschäftsmodell|marktanalyse|marketing(?:strategie)?|team(?:aufstellung)?|modèle économique|analyse de marché"
            r"|stratégie (?:marketing|commerciale)|équipe(?: projet)?|modelo de neg[óo]cios?|an[áa]lisis de mercado|análise de mercado|equipo|equipe"
            r"|(?:商业|盈利|变现)模式|市场(?:分析|营销|推广|机会|规模)|营销(?:策略|方案)?|团队(?:介绍|构成|分工)?"
            r"|収益モデル|ビジネスモデル|マーケティング(?:戦略)?|市場(?:分析|規模)|(?:開発)?(?:体制|チーム)(?:構成)?"
            r"|(?:수익|비즈니스|사업) ?모델|마케팅(?: ?전략)?|시장 ?(?:분석|규모|현황)|팀 ?(?:구성|소개|원)|역할 ?분담|기대 ?수익)$"
        ),
        r"история изменений|аналоги\b|конкурент|содержание|глоссарий|приложени[ея]\b(?! (?:должно|позволяет))|план работ|этапы",
    ),
    "question": (
        (
            r"\bpertanyaan (?:terbuka|yang)\b|^(?:noch )?offen$|^à décider$|^por decidir$"
            r"|offene (?:fragen|punkte)|\bfragen\b|questions ouvertes|points ouverts|preguntas"
            r"|cuestiones abiertas|perguntas|quest[õo]es em aberto|domande aperte"
        ),
        r"open(?:staande)? vragen|otwarte pytania|öppna frågor|açık sorular|åbne spørgsmål",
        r"待定|未决|开放问题|待确认|待讨论|问题清单|未解決|未決|検討事項|미정|미결|확인 ?필요|열린 질문|открытые вопросы|вопросы",
        r"أسئلة (?:مفتوحة|معلقة)|الأسئلة|שאלות (?:פתוחות)?",
    ),
    "acceptance": (
        (
            r"akzeptanzkriterien|abnahme(?:kriterien|voraussetzungen|bedingungen)|crit[èe]res d['’]acceptation|criterios de aceptaci"
            r"|crit[ée]rios de aceita|criteri di accettazione"
        ),
        r"acceptatiecriteria|kryteria akceptacji|acceptanskriterier|kabul kriterleri",
        r"验收|受け入れ(?:基準|条件)|(?:인수|수용) ?(?:기준|조건)|완료 ?(?:조건|기준|판정)|критерии при[её]мки",
    ),
    "metric": (
        (
            r"erfolgs-?(?:kriterien|metriken|messung)|\bkennzahlen|indicateurs"
            r"|crit[èe]res de (?:succ[èe]s|r[ée]ussite)|m[ée]tricas|criterios de [ée]xito"
            r"|(?<!reporte de )(?<!reportes de )(?<!informe de )(?<!panel de )(?<!relatório de )"
            r"(?<!painel de )indicadores"
            r"|crit[ée]rios de sucesso|metriche|criteri di successo"
        ),
        r"succescriteria|\bmeetbare|kryteria sukcesu|framgångskriterier|başarı (?:kriterleri|ölçütleri)",
        r"成功(?:基準|条件)|成功指标|成功标准|衡量|关键指标|成功指標|評価指標|期待(?:される|する)?(?:\w{0,4})(?:効果|成果)|預期效益|预期(?:效果|收益)|기대 ?효과|성공 ?(?:지표|기준|조건)|метрики|критерии успеха",
    ),
    "deferred": (
        (
            r"\bzukünftig|\bspäter|\bausblick|\berweiterungen\b|\bévolutions|\bfuturas?\b|\bfuturos?\b"
            r"|\bsviluppi futuri|\btoekomst|\buitbreidingen|\bprzyszł|\bframtida|\bfremtidig"
            r"|\bgelecek(?! (?:ay|hafta|gün))"
        ),
        (
            r"\b(?:in een )?later(?:e fase| stadium)|\bvolgende (?:fase|versie|release)"
            r"|\bpóźniejsz\w+ (?:etap|wersj|faz)\w*|\bkolejn\w+ (?:etap|wersj|faz)\w*|\bplany rozwoju"
            r"|\bfas[ei] successiv[ae]|\bsecond[ao] (?:fase|momento)|\bversion[ei] successiv[ae]"
            r"|\bpróximas? (?:fases?|etapas?|vers(?:ão|ões|ión|iones))"
            r"|\b(?:fases?|etapas?|version(?:es)?) posterior(?:es)?|\bmais tarde\b|\bmás adelante"
            r"|\bsonraki (?:aşama|sürüm|faz)|\bilerleyen|\bileride\b|\bsenare (?:skede|fas|version)"
        ),
        (
            r"поздн(?:ее|ем|их|яя)|следующ(?:ий|его|ем|ие|их|ая|ей) (?:этап|верси|релиз)|дальнейш|на будущее"
            r"|второй этап|次(?:期|の)(?:バージョン|フェーズ|リリース)|後日|フェーズ ?[2-9]|第[二2]フェーズ|다음 (?:단계|버전)|차기|나중"
            r"|[2-9]차 (?:개발|오픈|버전)|이후 (?:단계|버전|기능)"
        ),
        r"עתידי|المستقبل|\bmasa depan\b",
        r"未来规划|后续(?!操作|步骤|处理|流程)|将来|今後|扩展(?:计划|想法)|향후|추후|확장 ?(?:아이디어|계획)|в будущем|планы на",
    ),
    "nonfunctional": (
        (
            r"\bkebutuhan non[- ]?fungsional|\bnon[- ]?fungsional|nicht[- ]?funktional|qualitätsanforderung"
            r"|non[- ]fonctionnel|no[- ]funcional|n[ãa]o[- ]funciona|non funzional|niet[- ]functione"
            r"|niefunkcjonaln|pozafunkcjonaln|icke[- ]funktionell|ikke[- ]funktionel|fonksiyonel olmayan"
            r"|işlevsel olmayan"
        ),
        (
            r"非功能|非機能|비 ?기능|нефункциональн|غير وظيفية|متطلبات (?:الجودة|الأداء)"
            r"|דרישות (?:איכות|לא פונקציונליות|ביצועים)|\bqualitätsanforderungen|\brequisitos de (?:calidad|seguridad|rendimiento)"
            r"|(?:安全|性能|质量|可靠性|兼容性|可用性|セキュリティ|品質|可用性|信頼性|運用|보안|성능|품질|안정성)(?:性)?(?:要件|要求|需求| ?요구 ?사항)"
            r"|\b(?:sicherheits|leistungs)anforderungen|\bexigences de (?:sécurité|performance|qualité)"
        ),
    ),
    "story": (
        (
            r"benutzergeschichten|anwendungsfälle|nutzergeschichten|cas d['’](?:utilisation|usage)"
            r"|r[ée]cits utilisateur|historias de usuario|casos de uso|hist[óo]rias de usu|casi d['’]uso"
            r"|storie utente"
        ),
        (
            r"gebruikersverhalen|use ?cases|historyjki|przypadki użycia|användarberättelser|användningsfall"
            r"|kullanıcı hikayeleri|brugerhistorier"
        ),
        r"用户故事|用例|使用场景|用户场景|ユーザーストーリー|ユースケース|사용자 ?스토리|시나리오|유스 ?케이스|пользовательские истори|сценари",
    ),
    "technical": (
        (
            r"\bdéploiement\b|\bdespliegue\b|\bimplanta[çc][ãa]o\b|\bbereitstellung\b|\btechnische(?! (?:rahmen|rand|vorgaben|einschränk))|\barchitektur|\btechnologien?\b"
            r"|\bsystemarchitektur|\btechnologies? utilis"
            r"|\barchitecture (?:technique|logicielle|du syst[èe]me|cible|g[ée]n[ée]rale)"
        ),
        (
            r"\barquitectura|\barquitetura|\barchitettura|\btecnolog|\bpila t[ée]c|\bstack tecnol"
            r"|\btechnische (?:keuzes|architectuur)|\barchitectuur|\barchitektura|\btechnologie\b|\bteknik"
            r"|\bteknoloji|\bmimari"
        ),
        r"\barsitektur|\bteknologi\b|ארכיטקטורה|טכנולוגי|البنية|المعمارية|التقنيات",
        r"技术(?:实现|架构|栈|方案|选型|设计)|(?<!信息)(?<!页面)(?<!功能)(?<!产品)架构|数据存储设计|存储设计|技術(?:スタック|構成|選定)|(?:システム|インフラ|ネットワーク)構成|アーキテクチャ|デプロイ|部署(?:方案|方式|架构|环境)|배포 ?(?:환경|방식|전략)|기술 ?(?:스택|아키텍처|구성|설계)|아키텍처|технологии|архитектура|стек",
    ),
    "constraint": (
        (
            r"\bbatasan\b|\bketerbatasan\b|\bkendala\b|\bketergantungan\b|\brandbedingungen|\brahmenbedingungen|^rahmen$"
            r"|^technik$|\beinschränkungen|\babhängigkeiten|\b(?:zeitliche )?vorgaben|\bcontraintes"
            r"|\bd[ée]pendances|\brestricciones|\blimitaciones|\bdependencias|\brestri[çc][õo]es"
            r"|\bdepend[êe]ncias|\bvincoli|\bdipendenze"
        ),
        r"\bbeperkingen|\brandvoorwaarden|\bafhankelijkheden|\bograniczenia|\bbegränsningar|\bbegrænsninger|\bkısıt",
        (
            r"القيود|אילוצים|מגבלות|约束|限制|依赖|制約|依存(?:関係|ライブラリ|サービス|パッケージ)?$|前提技術|技术要求|(?:运行|部署|开发|软件|硬件|系统)(?:环境|要求|配置)$|環境要件|動作環境|システム要件"
            r"|기술 ?요구|(?:실행|개발|운영) ?환경"
            r"|(?:費用|予算|納期|预算|成本|工期|예산|비용)(?:$|[・&/,、（(と和及与 ]|制約|制限|约束|限制|上限|预估|估算|控制|投入|제약|한도)"
            r"|제약|제한 ?사항|의존|ограничени|зависимост|\bfristen\b"
            r"|\bpflichtvorgaben"
        ),
    ),
    "assumption": (
        (
            r"\basumsi\b|\bannahmen|\bhypoth[èe]ses|\bsupuestos|\bpremissas|\bassunzioni|\baannames"
            r"|\bzałożenia|\bantaganden|\bvarsayım|假设|前提|가정|допущени"
        ),
    ),
    "risk": (
        r"\brisiko\b|\brisiken|\brisques|\briesgos|\briscos|\brischi|\brisico|\bryzyk|风险|リスク|위험|리스크|риски",
    ),
    "testing": (r"\bteststrategie|\bpruebas|\btestes\b|测试(?:要求|策略)|テスト(?:要件|方針)|테스트",),
    "integration": (
        (
            r"אינטגרציות|التكامل|\bschnittstellen|\bint[ée]grations|\bintegraciones|\bintegra[çc][õo]es|\bintegrazioni"
            r"|\bkoppelingen|\bintegracje|集成|外部系统|連携|外部サービス|연동|интеграци"
        ),
    ),
    "entity": (
        (
            r"\bmodel data\b|\bentitas\b|מסד נתונים|ישויות|\bdatenmodell|\bentitäten|\bmod[èe]le de donn|\bmodelo de dados|\bmodelo de datos|\bentidades"
            r"|\bmodello dei dati|\bgegevensmodel|\bdatamodel|\bmodel danych|数据模型|数据结构|实体|データモデル|데이터 ?모델"
            r"|データ(?:要件|構造|設計|定義)|テーブル(?:定義|構成|設計|一覧)|ER図|数据(?:字典|需求)|数据(?:库)?表(?:设计|结构)|^表(?:结构|设计)|데이터 ?(?:구조|요구 ?사항|항목|사전)|테이블 ?(?:정의|설계|구조|명세)"
            r"|модель данных|сущност"
        ),
    ),
    "actor": (
        (
            r"^perfis(?: e \w.*)?$|^perfiles de |\baktor\b|\bpengguna$|\bperan pengguna|\bpemangku kepentingan|\bzielgruppen?|\bbenutzerrollen"
            r"|\bnutzergruppen|\brollen\b|\bpublic cible|^(?:les )?utilisateurs(?: (?:cibles?|finaux|principaux|visés|concernés|et .*))?$|\butilisateurs (?:cibles?|finaux|visés)\b"
            r"|\b(?:profils?|types?|catégories|groupes) (?:d['’]|des )utilisateurs?\b|\brôles"
            r"|^(?:los |os )?usu[áa]rios(?: (?:objetivos?|finales|alvo|finais|principales|principais|previstos|[ey] .*))?$"
            r"|\busu[áa]rios (?:objetivo|finales|alvo|finais)\b|\b(?:tipos|perfiles|roles|grupos|perfis|papéis) de usu[áa]rios?\b"
            r"|^p[úu]blico(?:[- ](?:alvo|objetivo|meta))?\b|\bactores|\batores\b|^(?:gli )?utenti(?: (?:target|finali|tipo|e .*))?$|\b(?:tipi|ruoli|profili) (?:di )?utent[ei]\b|\bdoelgroep(?:en)?\b|\bgebruikers(?:rollen)?$"
            r"|\bużytkownicy|\bmålgrupp|\bkullanıcılar"
        ),
        (
            r"\bbeteiligte|\bakteure\b|\b(?:anwender|nutzer|benutzer)(?:gruppen|rollen|klassen|profile)?$"
            r"|\bparties prenantes|\bacteurs\b|\bpartes interes+adas|\binteresados\b|\bperfiles de usuario"
            r"|\bperfis de usu|\bruoli\b"
        ),
        (
            r"^(?:用户|使用者|ユーザー|사용자)$|目标用户|用户角色|用户画像|角色(?!管理|扮演|卡|权限(?:管理|设置)|创建|设定|编辑)|干系人|适用人群|受众|参与者$|(?:想定|対象)ユーザー|ユーザー(?:種別|ロール|像)|アクター|ペルソナ|페르소나|액터|ターゲットユーザー"
            r"|利用者(?!管理|登録|認証)|(?:대상|핵심|주요|타깃|목표|예상) ?(?:사용자|고객|이용자|유저)(?! ?(?:플로우|흐름|여정|경험|스토리|시나리오))|사용자 ?(?:역할|유형|정의|페르소나)|(?:核心|主要|潜在|典型)用户(?:群体?|画像)?$|タ[ーア]ゲット(?:ユーザー|層)?$|타겟|^(?:(?:целев|основн|конечн)\w+ )?пользователи|(?:класс|групп|тип|категори|характеристик|профил|рол)\w+ пользовател|аудитори|\bроли\b"
        ),
    ),
    "workflow": (
        r"\bablauf|\babläufe|\bprozesse?\b|\bparcours|\bflujos?\b|\bfluxos?\b|\bflussi\b|\bverloop|流程|フロー|흐름|플로우|процесс",
    ),
    "goal": (
        (
            r"\btujuan\b|\bsasaran\b|\bziele?\b|\bzielsetzung|\bzielbestimmung|\bobjectifs?\b|\bobjetivos?\b"
            r"|\bobiettiv[oi]\b|\bdoel(?:en|stelling(?:en)?)?\b|\bcele?\b|\bmål\b|\bamaç|الأهداف|מטרות|יעדים|目标|目的"
            r"|ゴール|目標|목표|목적|цели|核心价值|核心理念|핵심 ?(?:가치|메시지|컨셉)|기대 ?가치|コアバリュー|提供価値"
        ),
    ),
    "background": (
        (
            r"検証したい(?:こと|仮説)|(?:要|待)验证的?(?:假设|问题)|검증(?:할|하려는|하고 싶은) ?(?:것|가설)|\bproblemstellung|\bausgangssituation|^ausgangslage$|^ist-?(?:zustand|situation|stand)$"
            r"|\baktuelle situation|\bhintergrund|\bprobl[ée]matique|\bantecedentes|\bprobleemstelling"
            r"|\baanleiding|\bachtergrond|\bbakgrund|背景(?!颜色|色|图|动画|音)|问题陈述|課題|배경|문제|現状(?:の問題|分析)|問題(?:点|意識|提起)|痛点|用户痛点|проблема|الخلفية|المشكلة|רקע|בעיה"
        ),
    ),
    "overview": (
        (
            r"^allgemeines$|\büberblick|\beinleitung|\beinführung|\bzusammenfassung|\bbeschreibung|\bcontexte|\bprésentation"
            r"|\bintroducci|\bresumen|\bcontexto|\bvis[ãa]o|\bintrodu[çc]|\bpanoramica|\bcontesto"
            r"|\bintroduzione|\bdescrizione|\bdescripci|\bdescri[çc]"
        ),
        r"\binleiding|\bsamenvatting|\bbeschrijving|\boverzicht$|\bwprowadzenie|\bopis\b|\binledning|\bgiriş|\bözet",
        r"\bringkasan|\bgambaran umum|סקירה|نظرة عامة",
        r"^(?:(?:앱|서비스|제품|게임) ?)?컨셉(?:트)?$|^コンセプト$|概述|(?<!个人)简介|引言|产品定位|愿景|摘要|功能描述|概要|はじめに|개요|소개|введение|обзор|описание",
    ),
    "functional": (
        (
            r"^(?:p[áa]ginas|telas|pantallas|écrans|schermate|seiten|schermen|ekrany)(?: \w+)?$"
            r"|^besoins?(?: (?:fonctionnels?|exprimés?))?$|^necesidades$|^bisogni$|^wünsche$"
            r"|\bkebutuhan fungsional|\bfitur\b|\bfungsionalitas|\bmelhorias\b|\bmejoras\b|\bverbesserungen\b"
            r"|\baméliorations\b|\bmiglioramenti\b|\bverbeteringen\b|\bulepszenia\b"
        ),
        (
            r"\bfunktionale?\b|\banforderungen|\bfunktionen|\bumfang\b|\bleistungsumfang"
            r"|\bfonctionn(?:el|alit)|\bexigences|\bp[ée]rim[èe]tre|\bfuncional|\brequisitos|\brequerimientos"
            r"|\bfuncionalidades|\balcance|\bescopo|\bfunzional|\brequisiti"
        ),
        (
            r"\bfunctionele|\bfunctionaliteit|\beisen\b|\bvereisten|\bwymagania|\bfunkcj|\bkrav\b"
            r"|\bfunktioner\b|\bgereksinim|\böz(?:ellik|ellikler)\b"
        ),
        r"المتطلبات|الميزات|الوظائف|דרישות|תכונות|功能|需求|核心能力|范围|特性|機能|要件|スコープ|기능|요구 ?사항|범위|상세 ?규칙|функци|требовани|возможности",
    ),
    "quality": (
        (
            r"\bleistung\b|\bsicherheit|\bzuverlässig|\bbarrierefrei|\bdatenschutz|\bqualität|\bs[ée]curit"
            r"|\baccessibilit|\bseguridad|\brendimiento|\bseguran[çc]a|\bdesempenho|\bsicurezza|\bprestazioni"
            r"|\bbeveiliging|\bprestaties|\bveiligheid|\bbezpieczeństwo|\bwydajność|\bsäkerhet|\bgüvenlik"
            r"|\bperformans"
        ),
        r"\bkeamanan\b|\bkinerja\b|אבטחה|ביצועים|الأمان|الأداء",
        r"性能|安全|^敏感(?:数据|信息)$|可用性|可靠性|跨平台(?:性|支持|兼容|要求|\W*$)|セキュリティ|パフォーマンス|성능|보안|безопасност|производительност",
    ),
}
