"""What somebody who types a wish is bound to: machines, money, people, dates, consent."""

import re

from agents.builtin.seldom import Seldom

# The machines people have, beside the technologies, and what they see pages with.
_DEVICE = (
    r"(?:android|ios|iphones?|ipads?|windows|macs?|macos|linux|chromebooks?|(?:android )?tablets?|raspberry(?: pi)?|chrome"
    r"|firefox|safari|edge|smartphones?|phones?|desktops?|laptops?)"
)
DEVICES = Seldom(rf"\b{_DEVICE}\b", re.IGNORECASE)
# `iOS and Android.`, `Chrome and Firefox only`, `Runs on Android tablets from 2019 on`: where it runs, and nothing more.
RUNS_ON = Seldom(
    rf"^(?:for |on )?{_DEVICE}(?: ?\d[\d.+]*)?(?:(?:, (?:and )?| and | & | ?/ ?| \+ ){_DEVICE}(?: ?\d[\d.+]*)?)*(?: only)?\W*$"
    rf"|^(?:it )?(?:also )?(?:runs?|works) (?:on|in|with) (?:[\w-]+ ){{0,3}}{_DEVICE}\b"
    rf"|^(?:es |das )?(?:(?:muss|soll) )?(?:auch )?(?:läuft|geht|funktioniert) (?:auch )?(?:auf|aufm|am|im|mit) (?:[\w-]+ ){{0,3}}{_DEVICE}\b",
    re.IGNORECASE,
)
# `Around 25 people.`, `400k rows a day.`: how much it has to bear.
SIZE = Seldom(
    r"^(?:(?:about|around|roughly|some|up to|at most|max\.?|~) ?)?\d[\d.,]* ?[km]? (?:[\w-]+ ){0,2}"
    r"(?:(?:users?|people|members?|employees|staff|customers?|students?|players?|patients?|volunteers|stores?|shops?|devices?|sensors?)"
    r"(?: in (?:total|all))?|[\w-]+ (?:an?|per|each|every) (?:day|week|month|year|hour|minute|second|night|run))(?:, (?:and )?\d[\d.,]*k? [\w-]+){0,3}\W*$",
    re.IGNORECASE,
)
_MONEY = r"(?<!\w)(?:(?:€|\$|£) ?\d[\d.,]*k?|\d[\d.,]*k? ?(?:€|\$|£|(?:euros?|eur|pounds?|dollars?|usd|gbp|francs?|chf|leva|crowns?|kr|zloty|pln|yen|rupees?)\b))"
# `Money: 250 euro`, `€60k from the fund`, `at most 8 leva a month`, `the county pays up to 40 pounds`: what it may cost.
COSTS = Seldom(
    rf"^(?:money|costs?|price|funding|budget)\s*:[^.]{{0,20}}{_MONEY}"
    r"|^(?:€|\$|£|chf |eur )\d[\d.,]*k?\b(?!.{0,30}\b(?:orders?|fees?|discounts?)\b)"
    rf"|{_MONEY} (?:(?:an?|per|by|each|every) |/ ?)(?:month|year|week)\b"
    rf"|\b(?:(?:we|i)(?: have|['’]ve)|there is|pays?)\b[^.;]{{0,30}}{_MONEY}(?= |\W*$)"
    # `max 10 Euro im Monat`
    rf"|{_MONEY} ?(?:(?:im|pro) (?:monat|jahr)|par (?:mois|an)|al (?:mes|año|mese)|por (?:mes|año)|/ ?(?:monat|mois|mes|mese))\b|{_MONEY} (?:monatlich|jährlich)\b",
    re.IGNORECASE,
)
# `At the end of the month I want the bills to go out, number of walks times 18 euros`: what it shall do, whatever number stands in it.
WISHES_A_DEED = Seldom(
    r"\b(?:i|we)(?: (?:really |also )?(?:want|need|would like)|['’]d like) (?:the|my|our|every|each|all|an?) [\w'’-]+(?: [\w'’-]+){0,3} to (?:automatically )?"
    r"(?!be (?:live|ready|done|finished|out|up|online)\b|(?:run|use|go live|launch|start|work|live|stay|cost|finish)\b)[a-z]",
    re.IGNORECASE,
)
# People, dates, consent: what the work has to keep to.
BINDS = Seldom(
    r"\b(?:no money|budget|presupuesto|orçamento|begroting)\b|\bdeadline\b"
    r"|\bhost (?:it|this|everything|that) (?:on|at|in)\b"
    r"|\b(?:can|can['’]t|cannot|won['’]t|don['’]t want to) (?:only )?(?:pay|spend|afford)\b(?!.{0,20}\b(?:by|with|online)\b)"
    r"|^(?:(?:and|also|please) )+no (?!longer\b|more\b|one\b)\w"
    r"|^no (?!longer\b|more\b|one\b)[\w -]{2,30}, |\bonly\b[^.;]{2,40}\bplease\b"
    r"|^(?-i:[A-Z])[\w.+#-]*(?: [\w.+#-]+){0,2} (?:is |are )?preferred\b"
    r"|^(?:it )?(?:supports?|requires?|needs|runs (?:on|with)|works (?:on|with)|compatible with) "
    r"(?-i:[A-Z])[\w.+#-]+ ?\d[\d.]*\+?(?: (?:and|or) \w+)?\W*$"
    r"|^(?:under|below|less than|max(?:imum)?|at most|no more than) \d+ (?:lines|loc|files|kb|mb)\b"
    r"|^(?:published|hosted|installed|deployed) (?:on|in|via|through|as)\b"
    r"|^[\w.+# -]{2,30}\d (?:and|or) (?:newer|later|up|above|higher)\b"
    r"|^(?:go[- ]live|launch|release|start|deadline|abgabe|beginn|livegang)\b[^.]{0,12}(?:\d"
    r"|\b(?:in|im|on|am|by|bis|before|ab) (?:the )?(?:jan|feb|m[aä]r|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz]|spring|summer|autumn|winter"
    r"|frühjahr|sommer|herbst))"
    r"|^(?:[\w-]+ ){1,2}(?:is|are|has) (?:only |at most )?\d[\d.,]* ?(?:kb|mb|gb|tb|mhz|ghz)\b"
    r"|^(?:target|due|go[- ]live|launch|release)\b[^.]{0,12}\b(?:before|by|until|on|in)\b"
    r"|\b(?:(?<!cut )(?<!leave )(?<!take )(?<!filter )(?<!carry )(?<!goes )(?<!go )out|done|live|ready|finished|shipped"
    r"|released|fertig)\b.{0,20}\b"
    r"(?:before|by|until|in time for|bis|vor)\b"
    r"|\bneeded (?:by|before|until)\b|\bpilot (?:with|in)\b"
    r"|\b(?:council|legal|compliance|management|procurement|the board|unions?|betriebsrat"
    r"|vorstand)\b.{0,20}\b"
    r"(?:has to|have to|must|needs? to|muss) (?:agree|approve|sign off|zustimmen)\b"
    r"|\b(?:is|are) (?!to\b|able\b)[^.]{0,30}\b"
    r"(?:android|ios|ipados|windows|macos|ubuntu|debian|chromeos) ?\d"
    r"|\b(?:single|one) (?:static(?:ally linked)? |self-contained )?(?:binary|executable)\b"
    r"|\bno (?:pueden?|deben?) salir de\b"
    r"|\b(?:datos en servidores|dados em servidores|données (?:en|dans)|gegevens in)\b"
    r"|^(?:we )?(?:keep|stay (?:with|on)|stick (?:with|to))\b.{0,60}\b(?:as|for)\b"
    r"|(?:^|, )(?:servers?|hosting|data|daten|hosted|hébergement|hébergé|alojamiento) (?:only )?"
    r"(?:in|en) (?-i:[A-ZÄÖÜ])"
    # `Must be finished before May`, `demo for the October fair`, `we start on it after Easter`
    r"|\b(?:finish|spent|delivered|online|running|in place|usable)\b.{0,12}\b(?:before|by|until|in time for) (?!\d{1,2}[:.]\d\d|the user|each|every)"
    r"|^(?:we|i) (?:would like|want|need|have|plan|['’]d like) to (?:start|launch|go live|be live|begin)\b|^(?:we )?(?:start|launch|go live)\b.{0,40}\b(?:after|before|in|on) (?:the )?\w"
    r"|\bgo[- ]live (?:before|by|in|on)\b"
    # `The vendor forbids it`, `their IT people only support Windows`, `that we can't use`, `this is fixed`
    r"|\b(?:vendor|publisher|licen[cs]e|contract|law|board|policy|insurance|landlord|school|city|county|provider)\b.{0,20}\b"
    r"(?:forbids?|prohibits?|(?:allows?|permits?) (?:us |me )?(?:exactly|only)|insists?|(?:does not|doesn['’]t|won['’]t) (?:allow|permit))\b"
    r"|\b(?:it (?:people|department|team)|admins?|ops|hoster|vendor|provider)\b.{0,20}\bonly (?:supports?|allows?|runs?)\b"
    r"|^(?:we|i) (?:can['’]t|cannot|can not|may not|must not|are not allowed to) (?:use|install|touch|change|buy|host)\b|\b(?:cannot|can not|can['’]t) be used\b"
    r"|\b(?:is|are) (?:fix|fixed|a given|set in stone|not negotiable)\W*$"
    r"|\b(?:nobody|no one|none)\b.{0,12}\b(?:will be|is|gets) hired\b"
    # `ESP32 because my nephew knows it`, `we know those`, `it must use the vendor's own interface`
    r"|\bbecause [^.,]{2,40}\bknows? (?:it|them|that)\b|\bwe (?:all )?know (?:those|that|it|them)\W*$|\b(?:have already|already have) (?!to\b|a(?:n account)?\b)\w"
    r"|^(?:it|we|this|everything|all)\b.{0,12}\b(?:must|has to|have to|should|needs? to) (?:use|live on|run on|be hosted (?:on|in|at|with)) (?!the (?:same|word|name)\b)"
    r"|^(?!(?:no|kein\w*) [^,;]*\b(?:may|can|must|shall|should|will|if|when|unless|darf|dürfen|kann|können|muss|soll|wenn)\b)(?:please )?(?:kein(?:e|en)?|no|pas d(?:e\b|['’])|sin|geen|nessuna?)(?: |(?<=['’]))"
    r"(?!longer\b|more\b)[\w-]+(?:\W+[\w-]+){0,6}\W*$",
    re.IGNORECASE,
)
# `Is that possible by the start of the season?`: when it is wanted.
BY_WHEN = Seldom(
    r"(?:is|would|could) (?:that|this|it)(?: be)? (?:possible|doable|feasible|ready|done) (?:by|before|until|in)\b"
    r"|(?:can|could) (?:we|you) (?:build|have|get|ship|launch|release|do|finish|deliver) (?:this|that|it) (?:in|by|before|until) "
    # `bis Saisonstart`, `spätestens zum 1. Mai`, and nothing more
    r"|(?:fertig |muss )?(?:bis|spätestens|rechtzeitig)(?: (?:bis|zum|zur|vor|ende|anfang|mitte|spätestens)){0,2} (?:(?-i:[A-ZÄÖÜ])[\wäöüß-]+|\d{1,2}\. ?\w+)(?: (?:\d{4}|fertig|da sein))?\W*$",
    re.IGNORECASE,
)
# How far it goes at first: `only FTP for now (S3 maybe later)`.
FOR_NOW = Seldom(r"^only\b.{0,40}\bfor now\b", re.IGNORECASE)
