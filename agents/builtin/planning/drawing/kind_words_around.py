"""What people speak of around a product of each kind, without calling it by its kind: no single word decides, several of them do."""

from agents.schemas.architecture import ProductKind

# One weight for all: each says little, and in a long document most kinds have some of them.
AROUND_WORDS: dict[ProductKind, str] = {
    "mobile_app": (
        r"\b(?:my|his|her|their) (?:phones?|watch|iphone)\b"
        r"|\bbuzz(?:es)?\b"
        r"|\bvibrat"
        r"|\bgps\b"
        r"|\boffline maps?\b"
        r"|\bmy track\b"
        r"|\broaming\b"
        r"|\bwidget\b"
        r"|\bspectators?\b"
        r"|\bin (?:the|my|their) pocket\b"
    ),
    "desktop_app": (
        r"\bwaveform\b"
        r"|\bviewer\b"
        r"|\bworkstation\b"
        r"|\bgpu\b"
        r"|\bwindows[- ](?:laptop|pc|machine)"
        r"|\b(?:for|on) (?:linux|windows|mac(?:os)?)\b"
        r"|\bprogram (?:to|for|with which)\b"
        r"|\b(?:kassen)?programm\b"
        r"|\breceipt printer\b|\bbondrucker\b"
        r"|\bover usb\b|\büber usb\b"
        r"|\bopens? \d+ ?gb\b"
        r"|\bwithout (?:internet|admin rights)\b|\bohne internet\b|\bno internet\b"
    ),
    "cli": (
        r"\brepos?\b"
        r"|\bdry[- ]run\b"
        r"|\bour (?:[\w+#]+ )?(?:code|code ?base)\b"
        r"|\bmapping file\b"
        r"|\bnightly build\b"
        r"|\bwhole words\b"
        r"|\bcolou?rs, exit\b"
        r"|\bregex(?:es|p)?\b"
        r"|(?<!project )\bfolders?\b|\b(?:audio|local) files?\b"
        r"|\bsomething in (?:go|rust|bash|python|perl)\b"
        r"|\bi can (?:run|point|call)\b|\bpoint (?:it )?at\b"
        r"|\bfrom the environment\b"
        r"|\bbefore and after a release\b"
        r"|\bcommand (?:that|which|to)\b"
        r"|\bresumable\b"
    ),
    "library": (
        r"\bpip installable\b"
        r"|\bdrop (?:it )?into any\b|\bany project\b"
        r"|\b(?:django|flask|rails|laravel|spring) (?:app|package|module|bundle) (?:we|that|to|which)\b"
        r"|\bheader-only\b"
        r"|\bfuzz(?:ed| tested)\b"
        r"|\bround[- ]trip\b"
        r"|\bsemver\b"
        r"|\bannotation on\b"
        r"|\b(?:other|all) (?:teams|projects) (?:can )?(?:import|use) it\b"
        r"|\bcopying (?:our|the|this) (?:[\w-]+ ){0,4}code\b"
    ),
    "extension": (
        r"\bwe (?:all )?(?:live|work) in (?:jira|salesforce|hubspot|zendesk|notion|confluence|excel|outlook|figma|teams)\b"
        r"|\bpanel (?:on|in|beside) (?:each|every|the)\b"
        r"|\bbutton next to (?:each|every|the)\b"
        r"|\bmenu entry\b"
        r"|\btampermonkey\b"
        r"|\boffice 365\b"
        r"|\bweb store\b"
        r"|\bon (?:any|every) page\b"
    ),
    "service": (
        r"\bover (?:rest|http)\b"
        r"|\bcallable\b"
        r"|\bother (?:teams|systems|services|programs) (?:ask|call|look|use|fetch)"
        r"|\blets other (?:teams|systems|services|programs)\b"
        r"|\b(?:requests?|calls?) a second\b"
        r"|\bstateless\b"
        r"|\braises? an event\b"
        r"|\bsensors?\b|\bsim card\b|\bbattery for\b|\bultrasound\b|\bwall socket\b"
        r"|\b(?:un|ein|um) bot\b|\bbot (?:para|pour|für)\b"
        r"|\bi send (?:it )?(?:a|an) (?:photo|message|picture)\b"
    ),
    "pipeline": (
        r"\b(?:scrape|fetch|load|pull|import|collect|validate|download|bring)s? [^.\n]{3,80}\b(?:every|each) (?:night|day|morning|hour|week|month)\b"
        r"|\b(?:each|every) (?:night|morning|month|week|day|hour)\b[^\n]{0,100}\b(?:load|validate|import|clean|merge|transform)\b"
        r"|\bexception report\b"
        r"|\brestartable\b"
        r"|\b\d+ gb csv\b"
        r"|\binto (?:oracle|snowflake|redshift|postgres|timescaledb)\b"
        r"|\blate events\b"
        r"|\bcolumns?\b[^.\n]{0,40}\brenamed\b"
        r"|\bput new ones in a table\b"
    ),
    "game": (
        r"\bco-?op(?: (?:mode|play|campaign|missions?|levels?))|\b(?:local|online|couch|player) co-?op\b|(?<!\w )\bco-?op\b"
        r"|\blevels of\b"
        r"|\bsteam\b"
        r"|\bcontrollers\b"
        r"|\b(?:one|two|three|four) players\b"
        r"|\bpass and play\b"
        r"|\bonline mode\b"
        r"|\benem(?:y|ies)\b"
        r"|\bmonsters?\b"
        r"|\bpower-?ups?\b"
        r"|\bthe (?:player|hero)\b"
    ),
    "infrastructure": (
        r"\bec2\b"
        r"|\bpacker\b"
        r"|\bhardened\b"
        r"|\bgo(?:es)? when idle\b"
        r"|\bvpn\b"
        r"|\bload balancer\b"
        r"|\bdowntime\b"
        r"|\brolled out automatically\b"
    ),
    "web_app": (
        r"\badmin screens?\b"
        r"|\blist and edit\b"
        r"|\bmail link\b"
        r"|\bwaiting list\b"
        r"|\bprofiles?\b"
        r"|\bsee who\b"
        r"|\bbook (?:lessons|slots?|tickets?|places)\b"
        r"|\bliste d['’]attente\b|\bs['’]inscri"
        r"|\bthe (?:system|application) (?:shall|must|should) (?:allow|enable|let|support) users\b"
        r"|\bfrom home\b"
        r"|\bshop\b"
    ),
}
