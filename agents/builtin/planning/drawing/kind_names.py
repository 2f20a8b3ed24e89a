"""What people call a product of each kind when they say in so many words what it is; the name ends where the patterns say `$`."""

from agents.schemas.architecture import ProductKind

NAMES: dict[ProductKind, str] = {
    "web_app": (
        r"\bweb(?:[- ]based|[- ]first|[- ]only)?(?: [\w-]+){0,3} (?:app(?:lication)?|platform|tool|portal|system|map|editor|client|dashboard|ui|calculator)\b"
        r"|\bweb[- ]?(?:app|anwendung|applikation|site|page|portal)\b"
        r"|\bbrowser(?:[- ]based)? (?:app(?:lication)?|spa|tool)\b"
        r"|\bsaas\b"
        r"|\bdashboard\b"
        r"|\bportal\b"
        r"|\b(?:pwa|progressive web app)s?(?:[- ](?:first|only)(?: [\w-]+){0,4})?$"
        r"|\b(?:next\.?js|react(?! native)|vue|nuxt|angular|svelte(?:kit)?|django|rails|laravel|flask|streamlit|cloudflare)(?: [\w-]+){0,2} app(?:lication)?$"
        r"|\bspa\b"
        r"|\bsingle[- ]page app\w*"
        r"|\bonline (?:shop|store|marketplace|platform)\b"
        r"|\bmarketplace\b"
        r"|\b(?:site|intranet|wiki|blog|forum|home ?page|crm|webshop|admin panel)$"
        r"|\b(?:web|booking|order|landing|sign-?up|registration|status|small|simple|little) (?:page|form)$"
        r"|\bbooking (?:system|site|page|platform)$"
    ),
    "mobile_app": (
        r"\b(?:mobile|ios|android|iphone|ipad|flutter|react native|smartphone|phone)(?:[- ](?:first|only))?(?: [\w/,&+-]+){0,4} app(?:lication)?\b"
        r"|\bapp(?:lication)? (?:for|on) (?:ios|android|iphone|phones?)\b"
        r"|\b(?:mobile|ios|android|iphone|ipad)(?: [\w-]+){0,2} (?:client|companion|kiosk|widget|version)$"
    ),
    "desktop_app": (
        r"\bdesktop(?: [\w-]+){0,3} (?:app(?:lication)?|utility|tool|program|editor|client|software|system|widget)\b"
        r"|\b(?:menu ?bar|(?:system )?tray)(?: [\w-]+)? (?:app\w*|utility|tool|icon|widget)\b"
        r"|\b(?:macos|mac os|mac|windows|linux|gui|electron|tauri|qt|wpf)(?: [\w-]+){0,2} (?:app(?:lication)?|utility|tool|program|editor|client)\b"
        r"|^an? (?:small |little |floating )?window$"
        r"|\bgui$"
        r"|\b(?:macos|mac|windows|linux|desktop) (?:thing|gadget|widget|helper)$"
        r"|\b(?:markdown|text|code|photo|image|video|audio) (?:editor|viewer|organi[sz]er)$"
    ),
    "cli": (
        r"\bcli\b(?: (?:tool|utility|app\w*|program))?"
        r"|\bcommand[- ]line(?: [\w-]+){0,2}"
        r"|\bterminal (?:app\w*|tool|ui|program)\b"
        r"|\btui\b"
        r"|\bgithub action$"
        r"|\b(?:linter|formatter|(?:rust|go|python|bash|shell|node) (?:tool|script|program))$"
        r"|\bgit hook$"
    ),
    # A library without such a word may lend books.
    "library": (
        r"\b(?:client|component|software|open[- ]source|ui|code|npm|c\+\+|swift|kotlin|dart)(?: [\w-]+)? library\b"
        r"|\b(?:sdk|npm package|python package|react (?:hook|component)s?|component library|toolkit|developer framework)\b"
        r"|\b(?:python|java|javascript|typescript|go|rust|node(?:\.js)?|php|ruby|react|swift|kotlin|scala|elixir|dart|perl|\.net|c#)(?: [\w-]+){0,2} (?:library|module|package|handler|wrapper|framework|bundle|bindings?)\b"
        r"|\b(?:react|vue|angular|svelte|web|ui|flutter)(?: [\w-]+){0,2} (?:component|hook)s?$"
        r"|\bmiddleware$"
        r"|^(?:one|an?) (?:small |shared |common )?jar$"
        r"|\b(?:thin|type-safe|typed|small) wrapper$"
        r"|\b(?:pytest|vite|webpack|rollup|babel|eslint|gradle|maven|sbt) plug-?in$"
        r"|\b(?:gem|crate|nuget package|composer package)$"
    ),
    "service": (
        r"\bmicro-?services?\b"
        r"|\bback-?end(?: [\w-]+)?\b"
        r"|\b(?:rest(?:ful)?|graphql|http|json|web)? ?apis?\b(?! client)"
        r"|\bgateway\b"
        r"|\b(?:telegram|slack|discord|chat|trading|whatsapp) ?bot\b"
        r"|\bbot\b"
        r"|\b(?:slack|teams|discord|telegram|whatsapp|chat) app$"
        r"|\b(?:python|java|go|golang|rust|node(?:\.js)?|kotlin|typescript|c#|scala|elixir|spring boot|fastapi|flask)(?: [\w-]+){0,2} service$"
        r"|\bmcp server\b"
        r"|\bserver\b(?! component)"
        r"|\bdaemon\b"
        r"|\bnotification (?:hub|engine)\b"
        r"|\bfirmware$"
        r"|\b(?:end ?point|web ?hook(?: (?:receiver|handler|relay))?|exporter|message broker|proxy)$"
        r"|\b(?:monitoring|alerting) (?:system|tool|service)$"
        r"|\b(?:matching|pricing|recommendation|routing|scoring|billing) engine$"
        # A thing with a program in it.
        r"|^an? (?:little |small )?box$"
        r"|\b(?:controller|sensor|control) (?:box|board|unit|node)$"
        r"|\b(?:iot|embedded|smart|wireless|connected|battery[- ]powered)(?: [\w-]+){0,2} (?:device|sensor|scale|meter|lock|camera|display|clock|controller|box)$"
        r"|\b(?:scale|thermostat|weather station|data ?logger|doorbell)$"
    ),
    "extension": (
        r"\b(?:browser|chrome|firefox|vs ?code|editor|figma|wordpress|jetbrains|obsidian)(?:[- ][\w-]+)?[- ](?:extension|add-?on|plug-?in)\b"
        r"|\b(?:vs ?code|chrome|firefox|edge|safari|figma|outlook|excel|word|gmail|photoshop|blender|obsidian|jetbrains|intellij) (?:thing|helper|tool|button|gadget|macro|template)$"
        r"|(?<!pytest )(?<!vite )(?<!webpack )(?<!rollup )(?<!babel )(?<!eslint )(?<!gradle )(?<!maven )(?<!sbt )\bplug-?in$"
        r"|\b(?:add-?on|add-?in|macro|user ?script)$"
        r"|(?<!file )\bextension$"
        r"|\bmod$"
    ),
    "pipeline": (
        r"\b(?:data|etl|elt|ingestion|ml|batch|processing)(?: [\w-]+)? pipeline\b"
        r"|\betl\b"
        r"|\bdata warehouse\b"
        r"|^(?:an? |one )?(?:small |simple |single |automated |new )?pipeline$"
        r"|\b(?:nightly|daily|hourly|weekly|monthly|scheduled|batch|cron) ?(?:[\w-]+ ){0,2}(?:job|import|export|load|task|script)$"
    ),
    "infrastructure": (
        r"\b(?:kubernetes|k8s|storage)(?: [\w-]+){0,2} (?:operator|controller|platform)\b"
        r"|\b(?:terraform|opentofu|pulumi) (?:module|provider|stack)\b"
        r"|^terraform$"
        r"|\bhelm chart\b"
        r"|\bansible (?:role|playbook|collection)s?\b"
        r"|\bhosting (?:environment|platform)\b"
        r"|\b(?:deployment|build|ci) (?:platform|system|infrastructure|pipeline)\b"
    ),
    "game": (
        r"\b(?:video|browser|card|puzzle|board|multiplayer|arcade|platform|mobile|web|trivia|word|2d|3d)(?: [\w-]+){0,2} game\b"
        r"|\broguelike\b"
        r"|\bgame$"
        r"|\b(?:trivia|quiz) (?:night|game|show)$"
        r"|\b(?:platformer|visual novel|escape room|text adventure|adventure|(?:chess|card|dice) variant)$"
    ),
}
