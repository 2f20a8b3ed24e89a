"""The words with which a text speaks of what is asked about, or has answered it already."""

import re

from agents.builtin.reader.words.occurring import occurring

PEOPLE = occurring(
    r"\busers?\b(?! (?:interfaces?|experience|agents?|stor(?:y|ies)|manuals?|guides?)\b)"
    r"|\bcustomers?\b|\baccounts?\b|\bmembers?\b|\bpatients?\b|\bstudents?\b|\bemployees?\b|\bprofile"
)
# A caller that is a program; it has a key, and no mail address.
PROGRAM = re.compile(
    r"\b(?:services?|back-?ends?|systems?|programs?|applications|api clients?|api consumers?|machines?"
    r"|bots?|devices?|gateways?|sensors?|meters?|controllers?)$",
    re.IGNORECASE,
)
# Words that speak of people as users of a service, and not of data about people.
PERSONS = occurring(
    r"\b(?:users?|members?|customers?|people|staff|employees|students|patients|operators?|admins?"
    r"|administrators?) "
    r"(?:\w+ )?(?:can|may|must|shall|should|will|log|sign|register|see|get|have|want)\b"
    r"|\baccounts?\b|\buser profiles?\b"
)
SIGN_IN = occurring(
    r"\bsign[- ]?(?:in|up|on)\b|\blog[- ]?in\b|\bauthenticat|\bsso\b|\boauth|\bpassword"
    r"|\b(?:no|without|(?:do not|don['’]t|doesn['’]t|does not) (?:need|want|require)) "
    r"(?:an? |any |user |login |personal |public )*(?:accounts?|registration|registering)\b"
    r"|\bkiosk|\bwalk[- ]?up\b|\bpublic(?:ly)? (?:accessible|available|display|screen)|\banonym|\bsingle[- ]user|\bhmac\b"
    r"|\b(?:with|by|has|have|per|each|own|their|an?|issued) "
    r"(?:(?:own|its|static|rotating) )?api[- ]?keys?\b(?! (?:for|from|of|to)\b)"
    r"|\bmtls\b|\bmutual tls\b|\bjwts?\b|\bbearer\b|\b(?:gcp|aws|google cloud|cloud) iam\b"
    r"|(?<!no )\bauth[nz]?\b|\bactive directory\b|\bldap\b|\bentra id\b|\bazure ad\b|\bsaml\b|\boidc\b"
    r"|\bopenid\b|\bkeycloak\b|\bauth0\b|\bokta\b|\bcognito\b|\bpin\b(?: code)? (?:per|for each|of)"
    r"|\bpicture code\b|\bregist(?:er|ers|ering) (?:with|by|via|through)\b|\bmagic[- ]?links?\b"
    r"|\bpasskeys?\b|\b(?:every(?:body|one)|any(?:body|one)|whoever) (?:with|who has) the link\b"
    r"|\btokens? (?:from|in|per|for each)\b|登录|anmeld|connexion"
)
PERSONAL = re.compile(
    r"\be-?mail address|\bpersonal data|\bhealth|\bmedical|\bpatient|\binvoice|\bpayment"
    r"|\blocation (?:data|history)|\bphone number|\bbirth|\bsalary|\bchild(?:ren)?\b|\bjournal",
    re.IGNORECASE,
)
RETENTION = occurring(
    r"\bretention|\bretain|\bdelete[sd]? (?:after|their|my|account|all)|\bkept for|\bdays? after"
    r"|\barchiv|\bexclusively on the|\bon[- ]device|\bright to erasure"
)
MONEY = occurring(
    r"\bpay(?:s|ing|ment)? (?:at|on) [\w ]{3,30} or online\b|\b(?:online payments?|pay(?:s|ing)? online)\b"
    r"|\b(?:accept|process|take|handle|make|collect|charge|refund)\w* (?:\w+ ){0,3}"
    r"(?:payments?|money|fees?|cards?)\b"
    r"|\b(?:pay(?:s|ing)?|paid) (?:for|with|by (?:card|credit|debit|invoice|bank)|online|through)\b"
    r"|\bpay(?:s|ing)? (?:by\b|(?:an?|the) (?:deposit|fee|bill|price|invoice)\b)"
    r"|(?<!local )(?<!git )(?<!code )(?<!source )\bcheckout\b(?! (?:inputs?|steps?|actions?|(?:must |shall |will )?(?:decrement|reduce|update)s?)\b)"
    r"|\bpaid (?:plan|subscription)s?"
    r"|\bbilling\b(?![- ](?:services?|systems?|teams?|departments?|address|web|api|app|backend|ui|portal|worker|core)\b)"
)
# What is not paid, or by nobody through the product: `no new tools to pay for`.
UNPAID = re.compile(
    r"\b(?:no|not|nothing|without)\b[^.;\n]{0,40}\bpa(?:y|id|ys|ying)\b(?: for)?|\b(?:no|not|without) (?:\w+ )?billing\b|\balready paid\b(?: for)?|\bwilling(?:ness)? to pay\b(?: for)?"
    r"|\b(?:over|under)-?billing\b|\bcheapest paid plan\b|\.billing\.|\bbilling (?:events?|runs?|lifecycle|details|visibility|topics?)\b|\brenewal/billing\b",
    re.IGNORECASE,
)
PROVIDER = occurring(
    r"\b(?:google|apple|play) billing\b|\bmercado ?pago\b|\bgoogle play\b|\bpagseguro\b|\bpix\b"
    r"|\b(?:pagamentos?|pagos?|paiements?|zahlung(?:en)?) (?:\w+ ){0,2}?(?:via|com|con|par|mit|über) (?-i:[A-Z])\w+"
    r"|\b(?:vipps|mobilepay|swish|twint|bizum|mollie|sepa|ideal payments?|apple pay|google pay"
    r"|bank transfer|direct debit)\b"
    r"|\bstripe\b|\bpaypal\b|\badyen\b|\bbraintree\b|\bsquare\b|\bapp store\b|\bin-app purchase"
    r"|\b(?-i:[A-Z])[a-z]+ hosted checkout\b|\bklarna\b|\brazorpay\b|\bpaddle\b|\blightning\b"
    r"|\b(?:billing|billed|payments?|paid|pays?|charged?|checkout) (?:\w+ ){0,2}?(?:through|via|by|with) (?-i:[A-Z])\w+"
)
SIZE = occurring(
    # One person is a number too.
    r"\b(?:just|only) for (?:me|myself)\b|\bsingle[- ]user\b|\bfor (?:my own|my personal|personal) use\b|\b(?:only|just) (?:i|me)\b(?=[^.\n]{0,12}(?:uses?|using|[.;,\n]))|"
    r"\(\d[\d.,]{0,15}+ (?:people|persons|employees|colleagues|users)\)"
    r"|\b(?:about|approximately|around|roughly|some|ca\.?|up to) [1-9]\d{0,2}(?:[.,]\d{3})+\b(?! ?%)"
    r"|\b\d{2,6} (?:people|employees|residents|inhabitants|commuters|colleagues|customers)\b"
    r"|\(\d[\d.,]{1,9}+ "
    r"(?!(?:days|weeks|months|years|hours|minutes|seconds|euros|items|pages)\b)[a-z]{4,}s\)"
    r"|\b\d[\d.,]{0,15}+(?: ?[km]\b| million| thousand)?\+? (?:concurrent |active |daily |monthly )?"
    r"(?:users|requests|customers|devices|orders|records|invoices|messages|files|rows)\b"
    r"|\b(?:have|has|got|about|around|roughly|some|currently|ca\.?|~|up to|works? for|serves?|hold"
    r"|holds) ?\d[\d.,]{0,15}+[km]?\+? "
    r"(?:members|people|employees|students|pupils|patients|teachers|volunteers|families|households"
    r"|tenants|subscribers|clients|products|articles|visitors|players|drivers|nurses|bookings"
    r"|tickets)\b"
    r"|\b(?:\d{1,3}(?:[.,]\d{3})+|\d+k) "
    r"(?:members|people|employees|students|subscribers|inhabitants|residents|customers|clients"
    r"|products|articles)\b"
    r"|\b(?:our|unser\w*|nos|nuestr[oa]s) \d[\d.,]{0,15}+ [^\W\d]{4,}"
    r"|\b\d[\d.,]{0,15}+ "
    r"(?:nutzer|benutzer|mitglieder|kunden|mitarbeiter|schüler|patienten|utilisateurs|membres|élèves"
    r"|usuarios|clientes|socios|alumnos)\b"
    r"|\bhow many\b[^?\n]{0,60}\?(?:\n[^\n]{0,80}){0,3}?\n\W{0,3}(?:about |around |roughly |ca\.? )?"
    r"(?!\d{1,2}[:.]\d{2})\d"
    r"|\b\d[\d.,]{0,15}+[km]? [^\W\d]{3,20} (?:a|per|each|every) (?:day|hour|minute|second|week)\b"
    r"|\b(?:rps|qps|tps)\b|\bper (?:second|day|minute)\b"
)
# What stays where its user is has nobody to be sized for.
STAYS_LOCAL = occurring(
    r"\blocal[- ]first\b|\b(?:is kept|lives?|stays?|stored) (?:only )?(?:in|on) (?:the|their|your) (?:browser|device)\b|\bno (?:back-?end|servers?)\b"
)
# How many of something there are, whatever it is: `(132 Parzellen)`, `with 46 winter berths`, `28 children play at once`.
_UNIT = (
    r"(?:days?|weeks?|months?|years?|hours?|minutes?|seconds?|euros?|eur|dollars?|pounds?|francs?|percent|pages?|characters?|lines?|letters?|pixels?|steps?|questions?|answers?"
    r"|times|points?|tage?n?|wochen?|monate?n?|jahre?n?|stunden?|minuten?|sekunden?|prozent|seiten|uhr|jours?|semaines?|mois|ans?|années?|heures?|fois|d[íi]as?|semanas?|meses"
    r"|años?|horas?|veces|par|pro|of|de|to|und|and|or|oder|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|january|february|march|may"
    r"|june|july|october|december)"
)
COUNTED = re.compile(
    rf"\((?:about |around |etwa |ca\.? |environ |unos )?\d[\d.,]{{0,9}} (?!{_UNIT}\b)[^\W\d]{{4,}}[^()\n]{{0,40}}\)"
    r"|\b(?:about|around|roughly|some|with|for|have|has|got|run|are|currently|etwa|rund|für|mit|haben|hat|sind|avec|avons|environ|pour|con|tenemos|unos|para) "
    rf"\d{{2,6}} (?!{_UNIT}\b)(?:[^\W\d][\w-]{{2,20}} )?(?!{_UNIT}\b)[^\W\d]{{3,}}(?:s|n|en|er|e|i|a|children|people)\b"
    r"|\b\d{1,6} (?:[\w-]+ ){1,3}at (?:once|the same time|a time)\b"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|a dozen) (?:[\w-]+ ){0,2}"
    r"(?:people|carers?|users|members|helpers|colleagues|employees|children|pupils|families|drivers|volunteers|nurses|clerks|of us)\b",
    re.IGNORECASE,
)
# A machine that people use it on; who names one has said what kind of thing it is.
DEVICE = re.compile(
    r"\b(?:on|with|from|at|via|for) (?:an?|the|our|my|their|his|her|any|every|each|school)? ?(?:[\w-]+ )?"
    r"(?:tablets?|ipads?|smart ?phones?|iphones?|laptops?|pcs?|computers?|web ?sites?|web ?pages?|browsers?|kiosks?|touch ?screens?)\b"
    r"|\b(?:am|auf dem|mit dem|per|vom|auf einem|mit einem) (?:tablet|handy|smartphone|laptop|pc|computer|rechner|browser)\b"
    r"|\b(?:avec le|sur le|sur la|depuis le|depuis un|par) (?:téléphone|portable|tablette|ordinateur|mobile)\b"
    r"|\b(?:desde el|con el|en el|en la|en una) (?:m[óo]vil|celular|tableta|ordenador|computador|teléfono)\b",
    re.IGNORECASE,
)
# Tools with a language of their own, in which the work is written.
DECLARED = frozenset(
    {
        "Terraform",
        "Helm",
        "Pulumi",
        "Ansible",
        "CloudFormation",
        "dbt",
        "Airflow",
        "Dagster",
        "Apache Spark",
        "PySpark",
    }
)
BOTH = re.compile(
    r"\bios\b.{0,200}\bandroid\b|\bandroid\b.{0,200}\bios\b|\bcross[- ]platform|\bflutter\b|\breact native\b",
    re.IGNORECASE | re.DOTALL,
)
# Who speaks of one device and of no more has one in mind.
_DEVICE = r"(?:box|device|controller|gadget|station|scale|thermostat|clock|lamp|feeder|gateway|hub)"
ONE_DEVICE = re.compile(
    rf"\b(?:one|my|a single|a small|a little|this) (?:[\w-]+ ){{0,2}}?{_DEVICE}\b", re.IGNORECASE
)
SEVERAL_DEVICES = re.compile(
    r"\b(?:boxes|devices|controllers|gadgets|stations|scales|thermostats|clocks|lamps|feeders|gateways|hubs|fleet)\b"
    r"|\b(?:each|every|per) (?:house|greenhouse|site|room|customer|building|shop|field)\b",
    re.IGNORECASE,
)
