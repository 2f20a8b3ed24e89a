"""The words of other languages than English by which statements ask for a quality."""

from agents.schemas.requirements import Category

ABROAD: dict[Category, str] = {
    "accessibility": (
        r"\bbarrierefrei|无障碍|alt ?标签|アクセシビリティ|접근성|\btoegankelijk|\bdostępnoś|\btillgänglig|\berişilebilir"
        r"|\bacessibilidade|\baccesibilidad|доступность для"
    ),
    "localization": r"国际化|本地化|多语言|多言語|다국어|현지화|\bmehrsprachig|\bmeertalig|\bmultilingue|\bmultiling[üu]e|\bwielojęzyczn|многоязычн|локализац",
    "compliance": (
        r"\bdsgvo|\brgpd|合规|法規|法规|규정 ?준수|\bavg\b|\brodo\b|\bkvkk\b|\blgpd\b|\bconformit[ée]\b|\bconforme\b(?! (?:(?:o|os|as|a|el|los|las) )?(?:agenda|calend[áa]rio|configurad|definid|descrit|disponib|hor[áa]rio|necess|pol[íi]tica|prefer|previst|regr|solicita)\w*)"
        r"|соответстви.{0,20}(?:закон|требован)"
    ),
    "privacy": (
        r"\bdatenschutz|\bprivacidad|\bprivacidade|\bconfidentialité|隐私|只(?:保存|存储|保留)在本[机地]|(?:仅|只)在本[机地](?:保存|存储|处理)|不(?:上传|外传)|(?:不|永不|绝不)(?:写入|记录|包含|发送|存储|保存).{0,24}(?:密码|凭据|令牌|token|密钥|API Key|Cookie)|プライバシー|개인 ?정보|конфиденциальн"
        r"|\bprywatnoś|\bintegritetsskydd|\bgizlilik"
    ),
    "security": (
        r"\bsicher(?:heit)?\b|\bverschlüssel|\bs[ée]curis|\bs[ée]curit[ée]|\bchiffr|\bsegur|\bcifra"
        r"|\bsicurezza|\bbeveilig|\bversleutel|\bbezpiecze|\bszyfr|\bsäkerhet|\bkrypter|\bgüvenli|\bşifre"
        r"|安全|加密|防护|セキュリティ|暗号|보안|암호화|부정행위|безопасн|шифр"
    ),
    "performance": (
        r"\bantwortzeit"
        r"|\bin (?:unter|weniger als|höchstens|maximal) [\d.,]+ ?(?:ms|millisekunden|sekunden|s|minuten)\b"
        r"|\bschnell\b|\bladezeit|\btemps de r[ée]ponse|\btiempo de respuesta|\btempo de resposta"
        r"|\btempi di risposta|\brendimiento|\bdesempenho|\bprestazioni|\brapid[aeo]\w*\b"
        r"|\bsnel(?:le|heid)?\b|\bprestaties|\breactietijd|\bwydajn|\bczas odpowiedzi|\bszybk|\bsnabb"
        r"|\bsvarstid|\bhızlı|\byanıt süresi|性能|(?:加载|响应)速度|缓存优化|响应时间|延迟|流畅|阻塞|レスポンス|応答時間|응답 ?시간|성능|지연|производительн"
        r"|быстр|время отклика"
    ),
    "scalability": (
        r"\bskalier|\bmontée en charge|\bescalab|\bscalabil|\bschaalbaar|\bskalowaln|\bskalbar|\bölçeklen"
        r"|扩展性|可伸缩|并发|高并发|スケーラ|同時接続|확장성|동시 ?접속|масштаб"
    ),
    "availability": (
        r"\bverfügbarkeit\b|\bhochverfügbar|\b(?:muss|soll|müssen|sollen|jederzeit|ständig|uhr) .{0,40}verfügbar\b|% verfügbar"
        r"|\bdisponibilit|\bdisponibilidad|\bdisponibilidade|\bbeschikbaarheid"
        r"|\bdostępność\b|\btillgänglighet|\berişilebilirlik|可用性|稼働率|가용성|무중단|доступност|\bhors ligne\b"
        r"|\bsin conexión\b|\bohne (?:netz|internet|empfang|verbindung|wlan|w-lan|handynetz)\b|\b(?:bei|mit) (?:schlechte[mr]|schwache[mr]|fehlende[mr]|instabile[mr]) (?:netz|internet|empfang|verbindung)\w*"
        r"|\bsans (?:réseau|connexion)\b|\bsem (?:internet|conexão)\b|\bsenza (?:rete|connessione)\b"
    ),
    "reliability": (
        r"\bzuverlässig|\bausfallsicher|\bstabilität|\bfehlertoleran|\bfiabilit|\bfiable|\bconfiab"
        r"|\baffidabil|\bbetrouwbaar|\bniezawodn|\btillförlitlig|\bgüvenilir|可靠|稳定|容错|信頼性|신뢰성|안정성|надежн"
        r"|надёжн|устойчив"
    ),
    "data-integrity": (
        r"\bdatenintegrität|\bint[ée]grit[ée]|\bintegridad|\bintegridade|\bintegrità|\bintegriteit"
        r"|\bintegralnoś|一致性|完整性|整合性|無矛盾|무결성|정합성|целостност"
    ),
    "observability": (
        r"\bprotokollier|\büberwach|\bjournalis|\bsupervision|\bmonitoriz|\bmonitorização|\bmonitoraggio"
        r"|\bgelogd\b|\bloggning|监控|日志|可观测|監視|ログ出力|모니터링|로깅|мониторинг|логирован"
    ),
    "testability": (
        r"\b(?:integrations|unit|modul|system)tests?\b|\bgetestet|\btestbar|测试覆盖|单元测试|可测试|テストカバレッジ|単体テスト"
        r"|테스트 ?커버리지|단위 ?테스트|покрытие тест|\bpruebas (?:unitarias|automatizadas)"
        r"|\btestes (?:unit[áa]rios|automatizados)|\btests (?:unitaires|automatis[ée]s)"
    ),
    "maintainability": (
        r"\bwartbar|\bdokumentierte[rn]? code|\bcode-konvention|\bmaintenab|\bmantenib|\bmanutenib"
        r"|\bmanuten[çc][ãa]o|\bonderhoudbaar|\butrzymyw|\bunderhållbar|可维护|模块化|保守性|유지 ?보수|모듈화"
        r"|поддерживаем|модульн"
    ),
    "extensibility": (
        r"\berweiterbar|\bextensibil|\bextensível|\bestensibil|\buitbreidbaar|\brozszerzaln|\butbyggbar"
        r"|\bgenişletilebilir|可扩展|拡張性|расширяем"
    ),
    "compatibility": (
        r"\bkompatib|\bcompatibilit|\bcompatibil|\bcompatível|\bzgodnoś|\buyumlu"
        r"|\bmobil(?:e|en)?[- ]geräte|\bmobilgeräte|\bdispositivos m[óo]viles"
        r"|\bm[óo]viles (?:viejos|antiguos)|\balte\w* (?:handys|smartphones|telefone)"
        r"|\b(?:vieux|anciens) (?:téléphones|portables|smartphones)|\bresponsivo|\badaptativ|响应式|移动端(?:适配|友好)|多端适配|兼容|跨平台|互換"
        r"|レスポンシブ|クロスプラットフォーム|호환|반응형|크로스 ?플랫폼|совместим|адаптивн|кроссплатформ"
    ),
    "usability": (
        r"\bgebrauchstaug|\bbenutzerfreundlich|\bübersichtlich|\beinfache bedienung|\bintuitif|\bergonom"
        r"|\bf[áa]cil de usar|\bfacile à utiliser|\bfacile da usare|\busabilidad|\busabilidade|\busabilità"
        r"|\bgebruiksvriendelijk|\bintuïtie|\błatw\w+ w obsłudze|\banvändarvänlig|\bkullanıcı dostu|易用"
        r"|用户体验|简单易|使いやす|ユーザビリティ|사용성|직관적|удобств|удобн|интуитивн"
    ),
    "cost": r"\bkosten\b|成本|コスト|비용|стоимост|\bcosto\b.{0,20}\d|\bcoûts?\b.{0,20}\d|\bkoszt",
}
