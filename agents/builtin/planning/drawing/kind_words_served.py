"""The words that speak for what runs on machines that somebody operates, and for what other programs call."""

from agents.schemas.architecture import ProductKind

# `It needs to live in Slack`: whatever it is called, it is a bot there.
LIVES_IN_A_CHAT = (
    r"\b(?:lives?|works?|runs?|happens?|stays?|be (?:used|done)) (?:entirely |only |right |completely )?(?:in(?:side)?|within|through|from) "
    r"(?:our |the )?(?:slack|discord|telegram|(?:ms |microsoft )?teams|whatsapp|mattermost|irc)\b"
)
# Weight, words. A kind is what the document calls the product; technologies only add to it.
SERVED_WORDS: dict[ProductKind, tuple[tuple[int, str], ...]] = {
    "web_app": (
        (
            12,
            r"\b(?:pwa|progressive web app)(?:s)?[- ](?:first|only)\b|\b(?:pwa|progressive web app) (?:comes|is) first\b",
        ),
        (
            6,
            (
                r"\b(?:no|(?:don['’]t|do not|doesn['’]t) (?:need|want) an|without an|not an) app\b(?!lication)"
                r"|\b(?:in|on) the (?:browser|web) is (?:fine|enough|ok(?:ay)?|sufficient)\b"
                r"|\b(?<!\bfor )web ?(?:app(?:lication)?|site|portal|platform|tool|based)\b|\baplicaci[óo]n web"
                r"|\baplica[çc][ãa]o web|\bapplication web|\bwebanwendung|\bweb-?app\b|\bsitio web|\bsite web"
                r"|\bsaas\b|\bdashboard (?:app|web)|\bsingle[- ]page|\bwebapplica|\bresponsive web\b"
                r"|\bweb (?:layout|client)\b|\bweb service (?:in which|where|that lets|for (?:people|teams|small))"
                r"|aplikacj\w+ (?:internetow|webow)|веб-приложени|\bprogressive web app|\bpwa\b"
                r"|\bweb-?seite\b|\binternetseite\b"
                r"|\b(?:an? |one |the )(?:small |simple |little |internal |web )*(?:web )?page "
                r"(?:where|in which|on which|with which|that lets)\b"
                r"|\baplikasi web|웹 ?(?:기반|앱|서비스|사이트|페이지|애플리케이션)|[Ww]eb ?(?:アプリ|サイト|サービス)|ウェブ(?:アプリ|サイト)|网站"
                r"|web ?应用"
            ),
        ),
        (
            3,
            (
                r"\bdashboard\b|\b(?:front|home) ?page\b|\b(?:members|club|company|team)['’]?s? (?:own )?(?:web ?)?site\b"
                r"|\b(?<!headless )browser\b"
                r"(?! (?:extension|worker|automation|session|engine|pool|infrastructure)s?\b)"
                r"|\bweb (?:ui|interface|frontend|page)|\bfrontend\b"
                r"|\b(?:landing|internal|admin|settings) pages?\b|\b(?:web ?|online )shop\b|\bcrm\b"
                r"|\b(?:communication|collaboration|learning|social|community|coordination) platform\b|\bbooking system|\bmanagement system|\brole-based access|\boverview (?:lists?|shows?)"
                r"|\b(?:benutzer|nutzer|mitarbeiter|kunden?|meister|verwalter)\w* (?:sieht|sehen|meldet sich|melden sich)\b"
                r"|\bmarketplace\b|\bportal\b|\bwcag\b|\bon any (?:pc|computer)\b|\bembedded (?:\w+ )?app\b|前端|网页"
                r"|可视化|ウェブ|веб"
            ),
        ),
        (
            2,
            (
                # Who clicks through tables and searches a library looks at pages.
                r"\bclick(?:s|ing)? (?:on |through|to view)|\bthe ui (?:must|shall|should|will)\b|\b(?:operator|admin|user|reviewer) interface\b"
                r"|\bsearch (?:and|&) filter(?:ing|s)?\b|\bthumbnail"
                r"|\bpages?\b|\b(?:opens?|open|follows?|clicks?) (?:the|a|an|this) link\b|\bdrag(?:s|ging)?\b|\bhighlighted\b|\bdark mode\b|\bkeyboard shortcuts?\b|\binbox\b"
                r"|\bticked\b|\bcheck ?box(?:es)?\b|\bsign ?up\b|\blog ?in\b|\bfree tier\b|\bcheckout\b"
                r"|\badmin (?:panel|ui)|\bcanvas\b|\bonline\b|\bfull[- ]stack\b|控制台|регистраци|\bвойти\b|\bвход\b|личн\w+ кабинет"
            ),
        ),
        (
            1,
            (
                r"\b(?:users?|members?|customers?|staff|admins?|administrators?|managers?|residents?|patients?"
                r"|owners?|sellers?|buyers?|guests?|visitors?) "
                r"(?:can|may|must be able to|should be able to)\b"
            ),
        ),
    ),
    "service": (
        (
            6,
            (
                r"\b(?:raspberry pi|jetson|box) (?:in|at|on|beside) (?:each|every)\b"
                r"|\b(?:armv\d\w*|yocto|rtos|embedded (?:linux|device|software|system)|esp32|esp8266|stm32|arduino|platformio|battery[- ]powered|load cell|micro-?controllers?)\b"
                rf"|{LIVES_IN_A_CHAT}|\b(?:slack|discord|telegram|teams|whatsapp|irc|matrix) ?bot\b|\b(?:slack|discord|mattermost) (?:slash )?commands?\b"
                r"|\bbot (?:discord|slack|telegram|whatsapp)\b|\bbot (?:for|in|on) (?:our |the |my |your |an? )?(?:[\w'’-]+ ){0,2}?(?:slack|discord|telegram|teams|whatsapp|irc|matrix|mattermost)\b"
                r"|\bthe bot (?:replies|answers|posts|sends|asks|reacts|shall|must|should|will)\b"
                r"|\b(?:build|make|want|need|write|is|be) an? (?:[\w-]+ ){0,3}bot\b|\bbot (?:that|which)\b"
                r"|\b(?:slack|discord|telegram|mattermost|teams)\b[^/\n]{0,60}(?<!\S)/[a-z]{2,20}\b(?![/.])"
                # A command of a chat, with what it takes: no path has a blank.
                r"|`/[a-z]+ [a-z<@\[][^`\n]{0,60}`"
                r"|\b(?:put|build|write|make|need) (?:one|an?|the) (?:small |single )?(?:component|part|piece)\b"
                r"|\b(?:ai|llm|payment|sms|messag(?:e|ing)|fix|order|inbound|outbound) gateways?\b"
                r"|\b(?:http |rest |json |public )end ?points? (?:[\w'’-]+ ){0,3}(?:can|could|shall|may) call\b"
                r"|\bback ?end service|\bmicro-?services?\b"
                r"|\ban? (?:[\w-]+ ){0,2}service, `?[\w-]+`?, (?:that )?[a-z]+s\b"
                r"|\bweb service\b(?! in which| where| that lets| for )|\bapi (?:service|server|gateway)"
                r"|\b(?!the\b|this\b|our\b|a\b)\w+ service (?:is|shall|will|must|provides)"
                r"|(?<!\bhas a )(?<!\bhave a )(?<!\boffers a )(?<!\bprovides a )\brest(?:ful)? api\b"
                r"|\b(?:iot|edge|sensors?|devices?|telemetry|field|[\w-]{1,30}house) (?:gateway|hub)\b"
                r"|\ban? (?:[\w-]+ ){0,3}service that "
                r"(?:accepts|converts|returns|receives|processes|sends|delivers|exposes|validates|stores|computes"
                r"|generates|verifies|checks)\b"
                r"|\bthe service (?:shall|must) (?:accept|return|expose|respond|reject|store|publish)\b"
            ),
        ),
        (
            3,
            (
                r"(?:\b(?:GET|POST|PUT|DELETE|PATCH) /[\w{])|\bback ?end\b"
                r"|(?<!sql )(?<!ftp )(?<!windows )(?<!['’]s )(?<!our )(?<!own )\bserver\b|\bweb ?hooks?\b|\bother systems (?:can )?ask\b|\bmail(?:box| address) to which\b|\bhttp api\b|(?<!api \()\bgraphql\b"
                r"|\bsighup\b|\bsystemd\b|\bsidecar\b|/metrics\b|\b(?:log|metrics|event|message|traffic) ?(?:[\w/]+ )?(?:shipper|tailer|forwarder|rotator|exporter|collector|relay)s?\b"
                r"|\bgrpc\b|\bfirmware\b|\braspberry pi\b|\bmicro-?controllers?\b|\besp32\b|\barduino\b|\bmqtt\b"
                r"|\bzigbee\b|\bmodbus\b|\blora(?:wan)?\b|\bgpio\b|\bdaemon\b"
                r"|\brabbitmq\b|\bbetween them\b"
                r"|\b(?:telegram|slack|whatsapp|discord|signal): i\b"
                r"|\bsensors? (?:in|on|at|under) (?:the|each|every)\b"
                r"|\b(?:nfc|rfid|keypad|solenoid|servo|relays?|thermometer)\b"
                r"|\bsomething (?:in the middle|in between|between)\b"
                r"|\b(?:answers?|repl(?:y|ies)|responds?) (?:with)?in \d+ ?(?:ms|milliseconds)\b"
                r"|\bchat ?bot\b|\bmains power\b|\bsoldering\b|\bbatter(?:y|ies) (?:runs? low|has to|must|lasts?|should)\b|\bset of batteries\b"
                r"|\bbuttons? on the box\b|\bpower cut\b"
            ),
        ),
        (
            2,
            r"\bas json\b|\b(?:takes|pushes|fetches|reads|sends|changes) (?:[\w-]+ ){1,4}(?:from|into|to) (?:our|the) (?:erp|crm|wms|till|shop)\b",
        ),
        (1, r"\bapi\b|\bendpoints?\b|\bservice\b|后端|サーバ|сервис"),
    ),
    "library": (
        (6, r"\bpackage name\b|\bpip install\b|\bnpm (?:i|install)\b|\bon pypi\b|\(pypi\)"),
        (
            8,
            (
                r"\b(?:an?|the|our|this|client|mobile|open[- ]source) (?:[\w.-]{1,20} ){0,2}sdk (?:for|in|that|which|must|shall|should|will|is|lets|provides|exposes)\b"
                r"|\bsdk (?:api|users?|consumers?)\b"
                r"|\b(?:python|npm|javascript|typescript|go|rust|java|client|software|open[- ]source|ui|component) "
                r"(?:library|package|module)\b"
                r"|\b(?:is|as|provide) an? .{0,40}\blibrary\b|\bframework for\b"
                r"|\b(?:query|rules?|template|layout|rendering|physics|search|parsing) engine for\b"
                r"|\bdrop-in library|\b(?:library|package) (?:shall|must|should|will)\b"
            ),
        ),
        (
            2,
            (
                r"\b(?:vue|react|angular|svelte|web) components\b|\btree-?shak|\bgzipped\b|\bpeer dependenc|\b(?:no|zero) (?:runtime )?dependencies\b"
                r"|\bpublish(?:ed)? (?:it |them )?(?:to|on|in) (?:our |the )?(?:internal |private )?(?:npm|pypi|maven|nuget|crates)"
                r"|\bthrows? an? `?[A-Z]?\w+`? ?error\b"
                r"|\bpublic api (?:surface|of the (?:library|package|module))\b|\bimport(?:able|ed) (?:as|by)|\bdevelopers (?:can )?(?:call|import|integrate)"
                r"|\btype safety\b|(?:函数|组件|类|工具|代码|第三方|开源|软件|算法|标准|基础|通用)库|ライブラリ|библиотек"
            ),
        ),
    ),
    "pipeline": (
        (
            6,
            (
                r"\b(?:data|etl|elt|ingestion|batch|ml|media) pipeline|\bdata (?:warehouse|lake)|\betl\b"
                r"|\b(?:nightly|daily|weekly|hourly) (?:[\w-]+ )?"
                r"(?:job|run|imports?|exports?|loads?|feeds?|ingestion|pipeline)\b"
                r"|\b(?:each|every) (?:morning|night|day|hour)\b[^.\n]{0,60}? (?:is|are|be) (?:collected|crawled|fetched|imported|loaded|pulled|scraped)\b"
                r"|\bbatch job\b|\bscheduled (?:job|task|batch)|\bcron ?job\b"
                r"|\b(?:combine|merge|consolidate) (?:the )?[^.\n]{3,60}\b(?:to|into) one\b"
                r"|\b(?:jede nacht|jeden morgen|nächtlich)\b"
                r"|\bcomes? (?:in )?(?:by|via|over|through) s?ftp\b"
                r"|\bsomething that (?:collects|gathers|pulls|merges|combines)\b"
                r"|\b(?:script|job|program) (?:that |which )?runs (?:once )?(?:every|each) (?:\w+ )?"
                r"(?:morning|night|day|hour|evening|week|month)\b"
            ),
        ),
        (
            2,
            (
                # Recipes and words are transformed as well, by people who look at them.
                r"\bfiles? (?:arrives?|comes?|lands?)\b|\b(?:downloads?|fetch(?:es)?) [^.\n]{2,80}\b(?:computes?|compares?|writes?|masks?)\b|\bgaps? (?:are |be )?filled\b|\bdata platform\b|\bingest\b|\btransform(?:s|ed)? (?:(?:the|raw|all|incoming|source|it|them) )*(?:data|rows|records|events|files|tables|feeds?)\b"
                r"|\bdata transformations?\b|\btransformation (?:step|layer|rules|jobs?)\b|\bpartition|\bdata quality|\bbatch processing|\bbackfill"
                r"|\b(?:the|a|our) lake\b|\biceberg\b|\bparquet\b|\bredshift\b|\bsnowflake\b|\bbigquery\b|\bwarehouse table"
            ),
        ),
        (
            6,
            r"\b(?:airflow|dagster|dbt|pyspark|apache (?:spark|flink|beam))\b|\b(?-i:Spark|Flink)\b(?! joy)",
        ),
    ),
    "infrastructure": (
        (
            8,
            (
                r"\bkubernetes[- ]native|\b(?:kubernetes|k8s) (?:operator|controller)|\bstorage operator"
                r"|\boperator\b.{0,60}\bcrds?\b|\bterraform (?:module|provider)|\binfrastructure[- ]as[- ]code"
                r"|\bhelm chart|\bci(?:/cd)? (?:platform|pipeline)\b"
                r"|\b(?:preview|ephemeral|staging|test) environments? (?:for|per|on)\b|\bgitops\b"
                r"|\b(?:defined|described|managed|provisioned) (?:with|in|by|as) "
                r"(?:terraform|helm|pulumi|ansible|opentofu)\b"
                r"|\boperator for (?:kubernetes|k8s|openshift)\b"
                r"|\b(?:monitoring|backups?)\b[^.\n]{0,30}\b(?:servers|vps|machines|clusters?|vms)\b"
                r"|\b(?:staging|production|environments?)\b[^.\n]{0,40}\bdrift|\bdrift(?:ed|s)?\b[^.\n]{0,40}\b(?:staging|production)\b"
                r"|\bchanges only by (?:merge|pull) requests?\b"
                r"|\b(?:dev(?:elopment)?|local) set-?up\b|\bcentral logs?\b"
                r"|\b(?:every|each) (?:pull|merge) requests?\b[^.\n]{0,60}\b(?:environment|copy|staging)\b"
                r"|\bhome ?lab\b|ホスティング環境|インフラ(?:基盤|構築)"
                r"|\b(?:standalone|dedicated|event-driven|pruner|admission|ingress|custom) controller\b"
            ),
        ),
        (
            3,
            (
                r"\bcrds?\b|\breconcil|\bconfigmaps?\b|\bclusters?\b|\bnamespaces?\b|\bkubernetes\b"
                r"|\bdaemonset|\bprovisioning\b|\bvms\b|\bvps\b|\bansible\b|\bspot instances?\b|\b(?:github|gitlab|ci) runners\b|\brebuilt from scratch\b"
                r"|\b(?:disk|certs?|certificates?)\b[^.\n]{0,30}\b(?:expires?|full|> ?\d+ ?%)"
            ),
        ),
        (1, r"\bfail-?over\b|\bpoint-in-time\b|\breplication lag"),
    ),
}
