"""The words that speak for what runs on people's own devices."""

from agents.schemas.architecture import ProductKind

# Weight, words. A kind is what the document calls the product; technologies only add to it.
LOCAL_WORDS: dict[ProductKind, tuple[tuple[int, str], ...]] = {
    "mobile_app": (
        (
            6,
            (
                r"\bapp (?:on|for) (?:[\w'’]+ ){0,3}?(?:phones?|iphones?|smartphones?|mobiles?)\b"
                r"|\bapp (?:on|for) (?:[\w'’]+ ){0,3}?\((?:android|ios|iphone)"
                r"|\b(?:something|anything|a tool|a program|an app|a game) (?:on|for) (?:my|our|the|their|her|his) (?:[\w-]+ )?(?:phone|iphone|smartphone|mobile)s?\b"
                r"|\b(?:to|on|onto|for) (?:people|everybody|everyone|members|customers|visitors|guests|parents|staff)(?:['’]s|s['’])? (?:smart)?phones\b"
                r"|\bin (?:both (?:app )?|the app )stores\b"
                r"|\bandroid (?:kiosk|tablet|phone|device)s? (?:at|in|on|by)\b"
                r"|\bapp\b[^\n]{0,160}\b(?:without (?:a |any )?(?:roaming|reception|network|signal|coverage)|gps|by voice|vibrat\w+)\b"
                r"|\bappli\b"
                r"|\b(?:android|ios)[- ]only\b"
                r"|\b(?:mobile|ios|android|smartphone|iphone|phone) ?app(?:lication)?\b"
                r"|\b(?:ios(?:,| and| &| ?/| \+| or) android|android(?:,| and| &| ?/| \+| or) (?:ios|ipad|iphone))\b(?! (?:browsers?|web))"
                r"|\bruns? on (?:android|ios|ipad|iphone)"
                r"|\bapp \((?:android|ios|iphone|ipad)|\bairplane mode\b|\bmin sdk\b|\bmobile game app"
            ),
        ),
        (
            4,
            r"\bapp store\b|\bgoogle play\b|\bplay store\b|\bpush notifications? to (?:the )?(?:phone|device)",
        ),
        (
            3,
            (
                r"\bios\b|\bandroid\b|\biphones?\b|\bwith (?:the|their|your|my) (?:smart)?phone\b|手机应用|移动应用|мобильн\w* приложени|スマホアプリ|モバイルアプリ|application mobile"
                r"|aplicaci[óo]n m[óo]vil|aplicativo m[óo]vel|handy-?app|모바일 ?앱|스마트폰 ?앱"
                r"|\baplikasi (?:mobile|android|seluler)"
            ),
        ),
        (
            2,
            r"\bon[- ]device\b|\bswipe\b|(?<!one )(?<!single )\btap\b|\bdevice's (?:gps|camera)",
        ),
    ),
    "desktop_app": (
        (
            7,
            (
                r"\bdesktop (?:app(?:lication)?|client|software|program)|\belectron\b|\btauri\b|\bsystem tray"
                r"|\bmenu bar app|\bin the menu bar\b|\b(?:pupils?|students?|clerks?|staff|our|\d+) (?:[\w'’-]+ ){0,4}windows pcs?\b|\bdesktop-anwendung|桌面(?:应用|软件)|デスクトップアプリ"
            ),
        ),
        (
            7,
            (
                r"\b(?:program|tool|app|application|software|something) (?:for|on) (?:my|our|his|her|their|the|a) (?:[\w'’-]+ ){0,2}?(?:mac|macbook|pc|laptop|notebook|computer)s?\b"
                r"|\bat the windows terminal\b|\bserial port\b|\b(?:may|must|can) leave (?:the|my|our) (?:computer|machine|pc)\b"
                r"|\b(?:runs?|works?|installed?) on (?:my|our|his|her|their|the|a) (?:[\w-]+ ){0,2}?(?:mac|macbook|pc|laptop)s?\b"
                r"(?! and (?:my |our |the |a )?(?:phone|tablet))(?![^.\n]{0,30}\b(?:as well|too)\b)"
            ),
        ),
        (
            2,
            r"\bone pc\b|\bwindows (?:app|application|10|11)\b|\bmacos app|\binstaller\b|\bwidget windows?\b",
        ),
    ),
    "cli": (
        (
            7,
            (
                r"\bcommand[- ]line (?:tool|interface|utility|application|program|app)"
                r"|\b(?:a|an|this|our|the) (?:[\w-]+ )?github action\b"
                # `README updated by GitHub Actions`: what a run writes into files of a repository is neither a page nor a server.
                r"|\b(?:badges?|changelog|csv|files?|gist|json|markdown|readmes?|repo(?:sitory)?|svg|yaml)\b[^.\n]{0,40}"
                r"\b(?:committed|filled|generated|kept|maintained|rebuilt|refreshed|regenerated|rewritten|updated|written)\b[^.\n]{0,30} (?:by|in|through|via|with) "
                r"(?:an? |the )?(?:[\w-]+ )?(?:ci(?: jobs?)?|cron(?: jobs?)?|github (?:actions?|workflows?)|gitlab ci|workflows?)\b"
                r"|\bgithub (?:actions?|workflows?) (?:that |which |to |should |must |shall )?(?:collects?|commits?|fill(?:s)?|generates?|keeps?|refresh(?:es)?|rewrites?|updates?|writes?)\b"
                r"|\bcli\b(?! on top| (?:may|might|could) follow)|\bterminal[- ](?:native|based|app|tool)"
                r"|\bkommandozeile|\bkommando\b|\bpre-?commit hook\b|\bl[ií]nea de (?:comandos|[oó]rdenes)|\blinha de comandos?"
                r"|\bligne de commandes?|\briga di comando|\bopdrachtregel|\btui\b|명령줄|命令行|コマンドライン|командной строк"
            ),
        ),
        (
            2,
            (
                r"\bstdin\b|\bstdout\b|(?<!windows )(?<!card )(?<!payment )\bterminal\b|\bshell\b|\b(?:command[- ]line|cli|boolean) flags?\b"
                r"|\bexits? (?:with )?(?:code )?\d\b|\bruns? in ci\b|\bgit commands\b|\bmakefile\b|\bpip install\b|\bbrew install\b"
                r"|(?<!\S)--[a-z][\w-]+(?![\w-]*--?>)"
                r"|(?<!admin )(?<!developer )(?<!management )(?<!browser )(?<!web )\bconsole\b|\bexit code"
                r"|\bsubcommand|\bscript\b|\breadme (?:(?:must|shall|should|will) )?(?:has|have|gets?|lists?|shows?)\b"
            ),
        ),
    ),
    "extension": (
        (
            9,
            (
                r"\b(?:browser|chrome|firefox|vs ?code|editor|safari|edge|jetbrains|figma|wordpress|shopify|slack"
                r"|obsidian|raycast|outlook|excel|word|sketch|photoshop|blender|jira|confluence|moodle|typo3|drupal|joomla|sublime|vim|neovim)[- ]"
                r"(?:extension|add-?on|add-?in|plug-?in|macro|module)s?\b"
                r"|\b(?:something|a button|an icon|a helper|a tool|a thing) (?:for|in) (?:my |our |the )?(?:chrome|firefox|edge|safari|browser|figma|vs ?code|excel|word|outlook|gmail|google (?:sheets|docs)|photoshop|blender)\b"
                r"|\b(?:in|inside) (?:outlook|gmail|word|excel|powerpoint|google (?:docs|sheets)|figma|photoshop|blender|vs ?code) (?:i|we) (?:want|need|would like)\b"
                r"|\bbutton (?:in|inside) (?:outlook|gmail|word|excel|figma|photoshop|blender|vs ?code|google (?:docs|sheets))\b"
                r"|\b(?:sublime text|vim|emacs|qgis|gimp|inkscape|libreoffice|thunderbird|home assistant|nextcloud|grafana|lightroom) (?:integration|plug-?in|add-?on|extension|script|command)s?\b"
                r"|\bin (?:gmail|outlook|jira|zendesk|salesforce|hubspot|figma|excel|word),? (?:when|while|whenever)\b"
                r"|\bcommand to (?:sublime text|vs ?code|vim|emacs|word|excel)\b"
                r"|\b(?:mod|macro) for\b|\ball mod state\b|\bthe (?:mod|plug-?in) (?:must|shall|should|will|is|adds|changes)\b"
                r"|\badd-?on\b.{0,40}\bdesigned|\bextension for\b|\bplug-?in for\b"
                r"|\b(?:sidebar|side panel|panel|app|widget|add-?in) (?:for|in(?:side)?) "
                r"(?:zendesk|salesforce|hubspot|jira|confluence|slack|outlook|gmail|google (?:sheets|docs)|excel"
                r"|word|notion|intercom|freshdesk|microsoft teams)\b"
                r"|\baddon (?:must|that|displays|will|shall|is)|扩展程序|浏览器插件|拡張機能|расширение для"
            ),
        ),
        (3, r"\bmanifest v3\b|\bcontent script|\bpopup\b.{0,20}\bextension|\badd-?ons?\b"),
    ),
    "game": (
        (
            8,
            (
                r"\b(?:video|mobile|browser|card|puzzle|platform|multiplayer|board|2d|3d|roguelike|rpg|strategy"
                r"|arcade|party|casual|idle|racing|trivia|word|horror|escape) ?(?:party |racing |card |board |puzzle |strategy )?"
                r"(?:game|platformer)\b"
                r"|\bgame for (?:two|one|three|four|kids|children|players|the family|\d)|\bhot[- ]seat\b"
                r"|\b(?:is|be|make|build|want|write|develop) an? (?:[\w-]+ ){0,2}?game\b"
                r"(?! (?:engine|server|api|store|library|shop|night|guide|tracker|launcher|backend|development)\b)"
                r"|\bgameplay\b|\bthe game (?:must|shall|will|is)|\bgame (?:loop|engine|mechanics)|游戏玩法|ゲームプレイ"
                r"|геймпле|게임"
            ),
        ),
        (
            3,
            (
                r"\btrivia\b|\bwho(?:['’]s| is) leading\b|\bhost opens? a room\b|\bpuzzles?\b"
                r"|\b(?:an?|the|this|our|whole) (?:[\w-]+ ){0,2}game\b(?!['’]s|[- ]chang| (?:nights?|shops?|stores?|studios?|guides?|servers?|plans?|days?|masters?|reviews?|collections?|librar\w+|trackers?|launchers?|industry|developers?|data|engines?|apis?|files?|content)\b)"
                r"|\bturn by turn\b|\btakes? back a move\b|\bthe computer (?:can )?plays?\b"
                r"|\bplayable\b|\bmini-?games?\b|\bplayers? (?:can|must|will|score|collect|jump|moves?)|\blevels?\b.{0,30}\benem"
                r"|\bhigh ?scores?\b|\bsprites?\b|\bboss\b|\bunity\b|\bgodot\b|\bunreal\b"
            ),
        ),
    ),
}
