"""What a document leaves unsaid about people: how they come in, who is in charge, how they hear of something, what others see."""

from agents.builtin.planning.asking.unsaid import Unsaid
from agents.builtin.seldom import Seldom

SERVED = frozenset({"web_app", "mobile_app", "service"})
SEEN = frozenset({"web_app", "mobile_app", "desktop_app"})
OF_PEOPLE = (
    Unsaid(
        SERVED,
        59,
        "How does somebody get an account?",
        "how somebody comes by one",
        "the first screens, who can come in",
        (
            "By invitation from an administrator; nobody registers alone.",
            "Everybody registers with a mail address, which is confirmed.",
            "The company's directory says who has one.",
        ),
        "How somebody gets an account",
        raised=Seldom(
            r"\b(?:users?|members?|customers?|people|staff|employees?|students?|patients?|admins?|operators?|everybody|i) (?:\w+ )?(?:logs?|signs?) (?:in|on)\b"
            r"|\b(?:users?|members?|customers?|people|staff|employees?|students?|patients?|admins?|operators?) (?:can|must|shall|should|will|have to|need to) (?:\w+ )?(?:log|sign)[- ]?(?:in|on)\b"
            r"|\blogin (?:and|with|page|screen|form|using|via)\b|\b(?:and|secure|user|simple) login\b|^login\b|— login\b|\bsign-?in (?:page|screen|with)\b|\bauthenticated (?:users?|people|members?|staff)\b|\buser authentication\b|\bauthentication and authori[sz]ation\b|\bauthenticates? users\b"
            r"|\b(?:own|user|personal) accounts?\b"
        ),
        besides=Seldom(
            r"\b(?:no|without|not|never)\b[^.;\n]{0,30}\b(?:log|sign|account|authenticat)|\bmanual(?:ly)?\b|\btests?\b"
        ),
        answered=Seldom(
            r"\bsign(?:s|ed|ing)?[- ]?up\b|\bregist(?:er|ers|ered|ering|ration)\b|\binvit(?:e|es|ed|ing|ation|ations)\b"
            r"|\b(?:creat|mak|add|provision|import)\w* (?:\w+ ){0,3}(?:accounts?|users|members|employees|staff|logins?)\b"
            r"|\baccounts? (?:is|are|can be|must be|will be) (?:\w+ )?(?:creat|made|add|import|provision|given)"
            r"|\bsso\b|\boauth|\bsingle sign|\bidentity provider|\bdirectory\b|\bldap\b|\bsaml\b|\boidc\b|\bentra\b|\bokta\b|\bauth0\b|\bcognito\b"
            r"|\bkeycloak\b|\bclerk\b|\b(?:firebase|supabase|next)[- ]?auth\b|\bnextauth|\bactive directory\b|\bazure ad\b|\bprivy\b|\bwallet"
            r"|\b(?:google|github|gitlab|microsoft|apple|facebook|discord|steam|spotify|telegram|slack)\b[^.\n]{0,20}\b(?:log|sign|accounts?|auth)"
            r"|\b(?:log|sign)(?:s|ged|ging|ed|ing)?[- ]?(?:in|on)\b[^.\n]{0,30}\b(?:google|github|gitlab|microsoft|apple|facebook|discord|steam|spotify)\b"
            r"|\b(?:user|account|member|staff|employee) management\b|\bmanag\w+ (?:\w+ ){0,3}(?:users|accounts|members|staff)\b"
            r"|\bonboard|\ballow-?list|\bwhitelist|\bsingle[- ]user\b|\bapi[- ]?keys?\b|\bbearer\b|\bmagic[- ]?links?\b|\bbasic auth|\b(?:no|without (?:an? )?)(?:user )?(?:accounts?|sign[- ]?in|log[- ]?in)\b|\bno (?:user )?(?:accounts?|sign[- ]?(?:in|up)|log[- ]?in|registration)\b"
        ),
        shared=True,
    ),
    Unsaid(
        SERVED,
        52,
        "Who is the first administrator, and who appoints the next one?",
        "how somebody becomes an administrator",
        "rights, the first start",
        (
            "The first is named in the settings; administrators appoint the others.",
            "Whoever registers first is the first; administrators appoint the others.",
            "The company's directory says who is one.",
        ),
        "Who is administrator",
        raised=Seldom(
            r"\badmin(?:istrator)?s?\b (?:can|may|must|shall|should|will|users|roles?|panel|dashboard|area|console|only|portal)\b|\bas an admin(?:istrator)?\b|\b(?:by|for|to) (?:an |the )?admin(?:istrator)?s?(?: only)?\b(?! (?:ui|api|interface|tool))"
        ),
        answered=Seldom(
            r"\b(?:first|initial|default|super|root|system|seed(?:ed)?|bootstrap|global)[- ]?(?:admin|user|account)|\bpromot|\bappoint(?:s|ed|ing)?\b"
            r"|\b(?:assign|grant|manage|change|set|edit|giv|update|revoke)\w* (?:\w+ ){0,3}(?:roles?|rights|permissions)\b|\brole[- ](?:assignment|management)"
            r"|\bmanag\w+ (?:\w+ ){0,3}(?:users|accounts|staff)\b|\b(?:user|account) management\b|\badmin(?:istrator)?s? (?:is|are) (?:\w+ )?(?:creat|invit|set|nam|defin|seed)"
            r"|\bwordpress\b|\bdiscord\b|\bslack\b|\bsso\b|\bentra\b|\bldap\b|\bactive directory\b|\b(?:account|clinic|company|org|organi[sz]ation|shop|store|team|workspace)[- ]owners?\b|\bowners? (?:can|is|may|role)\b"
        ),
        shared=True,
    ),
    Unsaid(
        SERVED,
        51,
        "Who takes down what must not stand there?",
        "what happens to what is untrue, hurtful or against the law",
        "rights, a list to work through, your duties",
        (
            "Anybody can report it, and it is hidden until an administrator decides.",
            "An administrator looks at everything before others see it.",
            "Nobody needs to: only people who know each other write there.",
        ),
        "What must not stand there",
        raised=Seldom(
            r"\b(?:users?|members?|customers?|guests?|visitors?|people|anyone|everyone|students?|buyers?|sellers?|players?|neighbou?rs?|readers?)\b[^.\n]{0,60}"
            r"(?:\bcomments? (?:on|under|to)\b|\b(?:write|leave|add|post|submit|read|give|publish)s? (?:an? |their |public )?(?:\w+ )?(?:reviews?|comments?|ratings?)\b"
            r"|\bposts? (?:a |an |their |new )?(?:message|photo|picture|image|item|article|listing|ad|question|request|offer)s?\b|\bforums?\b|\bpublic(?:ly visible)? (?:profiles?|listings?)\b)"
            r"|\b(?:product|customer|user|public) reviews\b|\bcommunity (?:feed|forum|posts?)\b"
        ),
        besides=Seldom(r"\b(?:code|pull|peer|pr|manager|design|internal) reviews?\b|\badmins?\b"),
        answered=Seldom(
            r"\bmoderat|\bflag(?:s|ged|ging)?\b|\breport(?:s|ed|ing)? (?:\w+ ){0,3}(?:abuse|content|inappropriate|users?|posts?|comments?|listings?|reviews?|others?)\b"
            r"|\binappropriate|\bspam\b|\babus|\btake ?down|\bblock(?:s|ed|ing)? (?:\w+ )?(?:users?|members?|people)|\bprofanity|\bhid(?:e|es|den|ing) (?:\w+ )?(?:comments?|posts?|reviews?)"
            r"|\bdelet\w+ (?:any|other|inappropriate)|\bapprov\w+ (?:\w+ ){0,3}(?:posts?|comments?|reviews?|listings?|content)\b|\bcommunity guidelines"
        ),
        shared=True,
    ),
    Unsaid(
        frozenset({"web_app", "mobile_app", "service", "desktop_app"}),
        54,
        "How are people told: in the product, by e-mail, or on their phone?",
        "by which way they hear of it",
        "outside services, cost, what people must allow",
        (
            "In the product itself, and by e-mail where it cannot wait.",
            "In the product itself alone.",
            "On their phone, as a push message.",
        ),
        "How people are told",
        raised=Seldom(
            r"\bnotif(?:y|ies|ied|ications?)\b|\bremind(?:s|ed|ers?)?\b|\balerts? (?:users?|members?|customers?|people|staff|the)\b"
            r"|\b(?:is|are|gets?) (?:told|informed|warned|alerted)\b|\breceives? (?:an? |the )?(?:\w+ )?(?:alerts?|warnings?|updates?)\b"
        ),
        besides=Seldom(
            r"\bnotification (?:object|table|service|handler|type|schema|model|producer)|\berror\b|\bconsole\b|\blog\b"
        ),
        answered=Seldom(
            r"\b(?:an?|by|per|receiv\w*|send\w*|sent|through|via) (?:\w+ ){0,2}(?:e-?)?mails?\b(?! (?:address|and password))|\b(?:e-?)?mail(?:s|ed)? (?:alert|are|confirm|is|link|notif|remind|to|when|with)\w*|\b(?:alert|notif|remind)\w*[^.\n]{0,60}\be-?mail|\be-?mailed\b|\bpush\b|\bsms\b|\btext messages?\b|\bin[- ]app\b|\bslack\b|\btelegram\b|\bwhatsapp\b|\bdiscord\b|\bmicrosoft teams\b|\bms teams\b"
            r"|\btoasts?\b|\bbanners?\b|\bbadges?\b|\bweb-?hooks?\b|\bpop-?ups?\b|\bsnack-?bars?\b|\b(?:desktop|browser|system|local|web|native|real-time|visual|audio|screen) notifications?\b"
            r"|\bnotifications? (?:cent(?:er|re)|bell|area|list|tray|panel|page|feed|inbox|drawer)\b|\bbell\b|\bpager|\bsounds?\b|\bbeep|\bphone call|\bcalls? (?:the|them)\b"
            r"|\balertmanager|\bprometheus\b|\bdialogs?\b|\bsignalr|\bmodal|\bfcm\b|\bapns\b|\bchat\b|\block screen|\bsentry\b|\bnotification (?:api|manager)|\bmqtt\b"
        ),
        of_a_change=True,
    ),
    Unsaid(
        SEEN,
        49,
        "In which languages does it speak to people?",
        "which ones",
        "every text, layout, who translates",
        (
            "In the language of the PRD; all texts stand in one place, so that another can follow.",
            "In that language and in English.",
        ),
        "Languages",
        raised=Seldom(
            r"\bmulti-?lingual|\b(?:multiple|several|different|various|many|other|two|three|additional) (?:\w+ )?languages\b|\blocali[sz](?:ation|ed (?:ui|interface|text|content|version)s?)\b|\bi18n\b|\binternationali[sz]"
            r"|\blanguage (?:selection|switch|selector|toggle|preference|setting)"
        ),
        besides=Seldom(
            r"\b(?:programming|query|scripting|source|code|coding) languages?\b|\blanguage models?\b|\blocali[sz]ation (?:accuracy|error)"
        ),
        answered=Seldom(
            r"\b(?:english|german|french|spanish|italian|portuguese|dutch|polish|turkish|arabic|hindi|chinese|japanese|korean|russian|swedish|danish|norwegian|finnish|greek"
            r"|czech|hungarian|romanian|ukrainian|hebrew|thai|vietnamese|indonesian|bengali|urdu|tamil|swahili|persian|farsi|mandarin|catalan|bulgarian|deutsch|englisch"
            r"|français|anglais|español|inglés|khmer|lao|malay|tagalog|amharic|nepali|marathi)\b|\ben/|\(en,|\ben-us\b"
        ),
        becomes="nfr",
        category="localization",
    ),
    Unsaid(
        SERVED,
        57,
        "Which roles are there, and what may each of them do?",
        "which roles there are",
        "access, each screen and call",
        (
            "Two: administrators may do everything; all others may not touch settings, accounts and what others have entered.",
            "One: whoever signs in may do everything.",
        ),
        "Roles",
        raised=Seldom(
            r"\bauthentication (?:and|&|/) authori[sz]ation\b|\bauthori[sz]ation (?:mechanisms?|rules|system)\b|\brole[- ]based\b|\baccess controls?\b|\buser roles\b|\b(?:user|access|different|proper|appropriate) permissions\b|\baccording to (?:their|the) roles?\b"
        ),
        besides=Seldom(
            r"\bauthori[sz]ation (?:header|code|token|server)|\bpermissions? (?:of|on) (?:the )?files?\b|\bpre-?authori"
        ),
        answered=Seldom(
            r"\b(?:admin(?:istrator)?s?|editors?|viewers?|managers?|operators?|owners?|teachers?|doctors?|clerks?|moderators?|organi[sz]ers?)\b[^.\n]{0,15}\b(?:can|may|cannot|must not)\b"
            r"|\bas an? (?:admin|editor|viewer|manager|operator|owner|teacher|doctor|clerk|moderator|organi[sz]er)|\bonly (?:an? |the )?\w+ (?:can|may)\b|\broles?\b[^.\n]{0,30}\b(?:admin|editor|viewer|manager|owner)"
            r"|\b(?:admin|editor|viewer|manager|owner)\b[^.\n]{0,30}\broles?\b|\brole \||\| ?role\b|\bpermission matrix|\brbac\b[^.\n]{0,40}[:(]|\bscopes?:|\bpolicy (?:engine|file|language)"
        ),
        shared=True,
    ),
    Unsaid(
        frozenset({"web_app"}),
        44,
        "Is it used on phones too, or at a desk alone?",
        "on which screens",
        "layout, testing",
        (
            "Both: each page fits a phone as well.",
            "At a desk alone.",
        ),
        "Screens",
        raised=Seldom(
            r"\b(?:users?|members?|visitors?|customers?|admins?|staff|people|agents?|clerks?|teachers?|students?|i|managers?|organi[sz]ers?)\b[^.\n]{0,40}\b(?:see|sees|view|views|click|clicks|opens?|brows(?:e|es)|selects?|fill|choos(?:e|es)|search|searches)\b|\bdashboards?\b"
        ),
        besides=Seldom(r"\bapi\b|\bendpoints?\b|\btests?\b|\bcannot\b|\bgrafana\b"),
        answered=Seldom(
            r"\bmobile|\bphones?\b|\bsmart-?phone|\btablet|\bresponsive|\bdesktop|\blaptop|\bdevices?\b|\bkiosk|\btouch|\bipads?\b|\bpcs?\b|\bcomputers?\b|\bscreen sizes?|\bhandy\b|\bmonitors?\b|\bpwa\b|\bhandheld|\bios\b|\bandroid\b"
            r"|\bviewports?|\bgrafana\b|\bterminal\b|\bstreamlit\b"
        ),
        becomes="nfr",
        category="compatibility",
    ),
    Unsaid(
        SEEN,
        41,
        "By what will you see that it has helped?",
        "by how much, and how that is seen",
        "what is counted, when you are done",
        (
            "The main steps are counted, without names, so that before and after can be compared.",
            "Nothing is counted; you ask the people who use it.",
        ),
        "Whether it has helped",
        raised=Seldom(
            r"\b(?:reduc|increas|improv|cut|lower|boost|sav|minimi[sz]|shorten|speed(?:s|ing)? up)\w*\b (?:the |our |their |manual |overall )?(?:[\w-]+ ){0,2}(?:time|costs?|efforts?|errors?|mistakes|satisfaction|engagement|efficiency|productivity"
            r"|waste|no-shows|calls|workload|sales|conversion|transparency|waiting|paperwork|friction)\b"
        ),
        besides=Seldom(
            r"\d|\bbuild time|\bload(?:ing)? times?|\bresponse times?|\bmemory\b|\bcpu\b|\bcache|\bcompile"
        ),
        answered=Seldom(
            r"\bkpis?\b|\bsuccess (?:metrics?|criteria|criterion|measures?|looks|means?|is)\b|\bmetrics?\b|\d ?%|\bmeasur|\bdefinition of done|\bwe(?:'d| would| will|'ll) (?:know|call it)|\bworked (?:if|when)|\bdone when\b|\bhappy (?:if|when)"
        ),
        becomes="nfr",
        category="observability",
        anywhere=True,
    ),
)
