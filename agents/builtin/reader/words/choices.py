"""Whether words prescribe what the product is made of: a language, a store, a platform, a licence, a price, a date."""

import re
from functools import lru_cache

from agents.builtin.reader.words import nature, verbs
from agents.builtin.reader.words.due import is_dated
from agents.builtin.reader.words.limits import limited
from agents.builtin.reader.words.obligations import binds_makers
from agents.builtin.reader.words.occurring import occurring
from agents.builtin.reader.words.rule_words import OF_LANGUAGE, PACKAGE, PERSON, RESPONSIBLE, STRUCTURE, USES
from agents.builtin.reader.words.services import HOST
from agents.builtin.reader.words.technology import relies, technologies

# The parts of a product that somebody chooses a technology for, as leads of entries name them: `Database: MySQL`.
LAYER = re.compile(
    r"^(?:(?:target|primary|main|core|programming|web|mobile|ui|api|app|application|server|client|source"
    r"|build|package|message|state|release|minimum|min\.?|supported|aws|azure|gcp|cloud|hosting"
    r"|deployment)[ -/]){0,2}"
    r"(?:tech|technolog(?:y|ies)|languages?|platforms?|frameworks?|databases?|db|data ?stores?"
    r"|back-?ends?|front-?ends?|front[- ]end|back[- ]end|hosting|librar(?:y|ies)|runtimes?|storage"
    r"|(?:tech )?stack|tooling|build(?: system| tools?)?|ci(?:/cd)?|orm|cach(?:e|ing)|queues?"
    r"|deployment|infrastructure|licen[cs]e|repository|version control|control|management|managers?"
    r"|styling|css|server|dependenc(?:y|ies)|os|operating systems?|engine|game engine|protocols?"
    r"|transport|communication|broker|blockchain|chain|bundlers?|packaging|distribution|animations?|test(?:ing|s)?|targets?"
    r"|versions?|architecture|pattern|regions?|tools?)"
    r"(?: (?:layer|frameworks?|library|libraries|stack|tools?|engine|platforms?|version|control|server|service|strategy|choice|selection))?$",
    re.IGNORECASE,
)
LAYER_ABROAD = re.compile(
    r"^(?:programmiersprache|sprache|plattform|datenbank|bibliothek(?:en)?|laufzeit|lizenz|langage"
    r"|plateforme|base de donn[ée]es|h[ée]bergement|lenguaje|plataforma|base de datos|alojamiento"
    r"|linguagem|banco de dados|hospedagem|linguaggio|piattaforma|taal|język|baza danych)$"
    r"|前端|后端|语言|框架|数据库$|存储|部署|通信|运行时|平台|模式$|契约|フロント|バック|言語|データベース|플랫폼|백엔드|프론트|언어|데이터베이스|통신|배포|서버|프레임워크|인프라|스택|호스팅|基础设施|技术栈|インフラ"
    r"|язык|база данных|платформа|фреймворк|бэкенд|фронтенд",
    re.IGNORECASE,
)
# `The backend is written in …`, `Das Backend wird mit … implementiert`.
MADE = occurring(
    r"\b(?:is|are|be|being)\s+(?:\w+\s+){0,2}?"
    r"(?:built|implemented|developed|written|hosted|deployed|coded|programmed|based|stored|packaged"
    r"|containeri[sz]ed|powered|persisted)\b"
    r"|\b(?:wird|werden)\b.{0,80}\b"
    r"(?:verwendet|implementiert|entwickelt|gehostet|geschrieben|umgesetzt|realisiert|gespeichert)\b"
    r"|\berfolgt (?:mit|über)\b|\bnutzt\b"
    r"|\b(?:est|sont|sera|seront) (?:développ|écrit|héberg|bas)[ée]\w*"
    r"|\b(?:está|será|es|debe estar) (?:desarrollad|escrit|alojad|basad|implementad)\w+"
    r"|\b(?:é|será) (?:desenvolvid|escrit|hospedad|basead|implementad)\w+"
    r"|\bwordt\b.{0,80}\b(?:gebouwd|ontwikkeld|geschreven|gehost)\b|采用|使用|基于|で(?:実装|開発|構築)|(?:으로|로) (?:구현|개발|작성)"
)
# `Use Redis for the queue`, `Built with Go`: nothing but a choice.
USE = re.compile(
    r"^(?i:(?:please )?(?:must |should |shall |will )?"
    r"(?:use|using|(?:be )?built (?:with|on|using|in)|hosted (?:on|in|with)|deployed (?:to|on|via)"
    r"|written in|developed (?:in|with)|powered by(?! AI\b| an? API key)|based on|powered with"
    r"|we(?:['’]ll| will)? (?:go|stay|stick) (?:with|on|for))\s+"
    r"(?:the |an? |our )?(?:existing )?)"
    r"(?=[`A-Z@]|(?!larger|smaller|clear|plain|easy|simple|short|high|low|well|short)[a-z]+[-_.][a-z])"
    r"|^(?:采用|使用|基于)",
)
# `deployed on GitHub Pages`: what it runs on, by name.
HOSTED = re.compile(
    r"\b(?:deploy(?:ed|s)?|host(?:ed|s)?|published|served|hosting|deployment) (?:\w+ )?"
    rf"(?:on|to|via|with|at|by|from) (?:the )?(?:{HOST.pattern}|Hugging Face Spaces|Replit)\b"
)
# `Deploy it on Vercel`: what a person types who asks for it.
ASKED = re.compile(
    r"^(?:(?:it|this|everything) )?(?:should|must|shall|has to|needs? to) be "
    r"(?:written |done |built |made |coded )?(?:in|with|on) (?=[A-Z])"
    r"|^(?:please )?(?:deploy|host|build|write|implement|make|code|store) "
    r"(?:(?:it|this|that|them|everything|all|data|the \w+) )?(?:on|to|via|with|in|using)\b",
    re.IGNORECASE,
)
# Among Chinese, Japanese or Korean words a Latin name that something is made with is a technology.
LATIN_NAME = re.compile(
    r".{0,12}?(?:使用|采用|基于|通过|利用)\s?[A-Za-z][\w.+#:-]+|纯 ?[A-Z]\w+ ?实现"
    r"|(?!AI\b|IT\b|PC\b|ICT\b|IoT\b)[A-Za-z][\w.+#:-]+ ?"
    r"(?:を使用|を利用|で実装|で構築|을 사용|를 사용|(?:을|를)? ?기반|으로 구현|로 구현)"
)
# `The API is REST with JSON`: the way its parts talk.
INTERFACE = re.compile(
    r"\b(?:APIs?|interfaces?|communication) (?:is|are|must be|should be|shall be|will be|has to be) "
    r"(?:an? )?(?:plain |public |internal )?"
    r"(?:REST(?:ful)?|GraphQL|gRPC|SOAP|JSON|WebSockets?|OpenAPI)\b",
    re.IGNORECASE,
)
REQUIRES = re.compile(
    r"\b(?:tool|app|application|system|product|library|service|server|package|it) (?:requires?|depends on|needs) (?=[A-Z])"
)
# `The system shall interface with the PostgreSQL database`: where its data are, by name.
KEPT_IN = re.compile(
    r"\b(?:must|shall|should|will|has to) (?:interface|communicate|connect|interact|talk) (?:[a-z]+ly )?(?:with|to) (?:the |an? )?"
    r"[A-Z][\w.+-]*(?: [A-Z][\w.+-]*)? (?:database|data ?store|cache|queue|broker)\b"
)
# `React-based SPA with TypeScript`: what a part of it is made with, in front of what it is.
BASED = re.compile(
    r"(?:an? |one )?[A-Z][\w.+#]*(?: [A-Z][\w.+#]*)?[- ](?:based|powered) (?:[\w-]+ ){0,2}"
    r"(?:SPA|PWA|CLI|API|UI|(?i:apps?|applications?|back-?ends?|front-?ends?|services?|servers?|sites?|websites?|dashboards?|clients?|extensions?"
    r"|plug-?ins?|librar(?:y|ies)|bots?|workers?|daemons?|portals?))\b"
)
# `WASAPI is the sole backend for Windows`, `PostgreSQL is the transactional authority`
SOLE = re.compile(
    r"(?:`[^`]{1,40}`|[A-Z][\w.+#-]*(?: [A-Z][\w.+#-]*){0,2}) (?:is|will be|shall be|must be|serves as|remains) the "
    r"(?:primary|sole|only|single|default|main|official|mandatory|required)(?:(?: and|,) [a-z]+)? "
    r"(?:[a-z]+ )?(?:back-?end|front-?end|database|(?:data ?)?store|framework|library|language|platform|runtime|engine|driver|protocol|provider|host|registry|compiler|toolchain)\b"
    r"|(?:`[^`]{1,40}`|[A-Z][\w.+#-]*(?: [A-Z][\w.+#-]*){0,2}) (?:is|will be|shall be|must be|serves as|remains) the (?:[a-z-]+ ){0,2}"
    r"(?:authority|source of truth|system of record)\b"
)
_PART = r"(?:API|SDK|[Ff]ramework|[Ll]ibrary|[Tt]oolkit|[Ee]ngine|dll|DLL|[Dd]river|[Pp]ackage|[Cc]ompiler|[Ee]nvironment)"
# `will be written with the Acme SDK`, `requires using the Acme library`: a part by a name that need not be known.
WITH_NAMED = re.compile(
    r"\b(?:implemented|built|developed|written|made|created|linked|compiled|coded)(?: \w+)? "
    r"(?:using|with|in|on|on top of|against|to) (?:the |an? )?(?:[A-Z][\w.+#-]*|existing) "
    rf"(?:[\w-]+ ){{0,2}}{_PART}\b"
)
# `Clerks never call first (staffing constraint)`, `Capacity cap on active clients`: called a limit in so many words.
CALLED_LIMIT = re.compile(
    r".*\((?:[\w-]+ )?(?:constraint|limitation)\)"
    # `Logs are lost on restart (acceptable for now)`, `Double entries are accepted for the pilot`
    r"|.*\((?:(?:this |that )?is )?(?:acceptable|accepted|fine|ok(?:ay)?)(?: (?:for|in|at) [\w ]{2,20})?\)\W*$"
    r"|(?!.*\b[Aa]ny\b).{8,80}\b(?:is|are) (?:expected and |known and )?(?:accepted|acceptable|tolerated)(?: (?:for|in) (?:now|the \w+|v1|mvp))?\W*$|(?:[\w-]+ )?(?:cap|ceiling) on (?:the )?(?:number|amount|active|total|concurrent|size)\b",
    re.IGNORECASE,
)
# `Must run on PostgreSQL 9.4`.
RUN_ON = re.compile(
    r"(?:[Ii]t |[Tt]he [\w ]{2,30} )?(?:[Mm]ust|[Ss]hall|[Ss]hould|[Hh]as to|[Nn]eeds to) (?:also )?"
    r"(?:run|work|be built|be written|be deployed|be hosted) (?:on|with|in|against|under) "
    r"(?:the |an? )?[A-Z][\w.+#>=<~, -]{1,60}\.?$",
)
ASKS_FOR_NAMED = re.compile(
    rf"^(?i:requires? )(?:using |use of |the use of )?(?:the |an? )?[A-Z][\w.+-]*(?: [A-Z][\w.+-]*){{0,2}} {_PART}\b"
)
# `fetched from the Acme API`: where its data has to come from.
DRAWN_FROM = re.compile(
    r"\b(?:fetched|retrieved|obtained|loaded|pulled|sourced|provided|supplied|served) "
    r"(?:from|by|via|through) (?:the |an? )?[A-Z][\w.+-]*(?: [A-Z][\w.+-]*){0,2}(?: \([^()]*\))? "
    r"(?:API|SDK|service)\b"
)
# `Must not use jQuery`, `may not depend on Acme`: what it has to do without, by its name.
WITHOUT_NAMED = re.compile(
    r"\b(?:[Mm]ust|[Ss]hall|[Ss]hould|[Mm]ay|[Cc]an) not (?:depend on|require|rely on|use) (?:the )?(?:`|[A-Z]|[a-z]+[A-Z])"
)
# `Pages must use Hearth and nothing else`: a part of how it is made by its name; `must use TLS` asks for security.
MADE_WITH_NAMED = re.compile(
    r"(?:[Tt]he )?(?i:ui|code|styling|styles?|pages|screens|components|backend|frontend|tests|navigation|state|data access|"
    r"[\w-]+ (?:code|layer|logic|components?)) (?i:must|shall|should) (?i:only )?use (?:the )?"
    r"(?!HTTPS?|TLS|SSL|AES|OAuth|JWT|WCAG|UTF)[`.A-Z]"
)
# `Payments go through Acme`: by what a part of it is done, by its name.
GOES_THROUGH = re.compile(
    r"(?:(?:All|Online|The|Outgoing|Transactional|Push) )?(?i:payments?|billing|e-?mails?|mails?|sms|texts|messages|invoices|sign-?in|log-?in|authentication|maps?"
    r"|search|analytics|logs|errors|notifications|uploads?|files|backups|deployments?|builds|translations) "
    r"(?:go|goes|run|runs|are (?:sent|handled|processed|stored|kept|done)|is (?:handled|processed|done|stored)) "
    r"(?:through|via|over|by|with|on) (?!HTTPS?|TLS|SSL|SMS|URL|API)[A-Z][\w.-]+(?: [A-Z][\w.-]+)?(?: only)?\W*$"
)
# What a product may not depend on, and what it has to do without.
WITHOUT = occurring(
    r"\b(?:must|shall|should|may|can) not "
    r"(?:depend on|require|rely on|use|add|introduce|modify|change) (?:[\w/'’-]+ ){0,4}?"
    r"(?:dependenc\w+|librar\w+|services?|frameworks?|packages?|networks?|internet|connections?|cloud|servers?"
    r"|databases?|back-?ends?|apis?|sdks?|code|schemas?|accounts?|log-?ins?|root|admin\w*|permissions?|rights"
    r"|install\w*|runtimes?|plugins?|hardware|gpus?|cookies|javascript|browsers?|docker|layers?|modules?"
    r"|components?|storage|telemetry|protocols?|formats?|contracts?|interfaces?|endpoints?|third[- ]part\w+)\b"
    r"|^no (?!single |circular )[\w.-]+ dependenc(?:y|ies)\b|\bno (?:external|third[- ]party|additional|runtime|other|new) (?:[\w-]+ ){0,2}"
    r"(?:dependenc(?:y|ies)|librar(?:y|ies)|services?|packages?|frameworks?)\b"
    r"|\b(?:shall|must|should|to) use only\b|\bonly (?:use|depend on)\b"
    r"|\b(?:shall|must|should|will) (?:exclusively|solely|strictly) (?:use|utili[sz]e|rely on|depend on)\b"
    r"|\b(?:should|must|shall) (?:be )?(?:leverage|utili[sz]e|use|adopt|reuse|build on|rely on)d? "
    r"(?:the )?(?:standard|existing|common|established|open) (?:[\w-]+ )?"
    r"(?:apis?|standards|protocols?|formats?|infrastructure|mechanisms|libraries)\b"
    r"|\bstandards that (?:should|must|shall) be (?:leveraged|used|utili[sz]ed|adopted)\b"
    r"|^leverage existing\b|^avoid (?:using )?(?:any )?(?:additional|external|heavy|third[- ]party|unnecessary) (?:[\w-]+ )?(?:dependenc\w+|frameworks?|lib(?:s|rar\w+)|packages?|services?)\b"
    r"|^(?:don['’]t|do not|never) (?:touch|modify|change|break|rename|rewrite|add|introduce|use) "
    r"(?:(?:any|the|new|our) )*"
    r"(?:existing|legacy|public|current|production|external|third[- ]party|dependenc\w+|librar\w+"
    r"|frameworks?|schema|database|apis?)\b"
)
# `Keine Anmeldung erforderlich`, `Internetverbindung erforderlich`: what it may count on.
NEEDED = re.compile(
    r"^(?:keine?|sans|sin|sem|geen|brak|nessun\w*) [^.:;]{2,40}\b"
    r"(?:erforderlich|notwendig|nötig|nécessaires?|necesari[oa]s?|necessári[oa]s?|nodig|vereist"
    r"|wymagan\w+|necessari[oa])\b"
    r"|^(?:[\w-]+ )?internet(?:[\w]*verbindung|verbinding| connection| access)?\b.{0,20}\b"
    r"(?:required|needed|erforderlich|notwendig|nötig|nodig|vereist)\b",
    re.IGNORECASE,
)
# `Instalar pacote laravel/pulse`, `Integrar com Laravel Sanctum`: a task that is the choice of a package.
INSTALLS = re.compile(
    r"^(?i:install|instalar|installer|installieren|installare|zainstalować)\s+"
    r"(?i:(?:the|o|el|le|das|la|il)\s+)?"
    r"(?:(?i:packages?|pacotes?|paquetes?|paquets?|paket|pacchett[oi]|bibliotecas?|library|pakiet)\s+\S"
    r"|[@\w.-]+/[\w.-]+|[a-z]+-[a-z-]+\b)"
    r"|^(?i:configur\w+|set up)\s+(?i:(?:the|o|a|as|el|las)\s+)?"
    r"(?i:schema|esquema|vari[áa]ve?is de ambiente|variables de entorno|environment variables"
    r"|tabelas? .{0,30}\bschema)\b"
)
# `Use pkg/srv/SetRoute for …`, `No tf_transformations`: a name as only code has it, or an interface by its own name.
NAMED = re.compile(
    r"^(?i:(?:must |shall |should )?(?:use|using|via|through|no|without|avoid|never use)) (?i:the )?`?"
    r"(?:@?[\w-]+(?:[/.:]+[\w-]+)*[/_:][\w/.:-]+|(?:[A-Z][\w.]* ){1,4}(?:API|SDK)\b)"
)
JOINS = re.compile(r"^(?:integrar (?:com|con|o|a)|intégrer|integrieren|integrare con)\b", re.IGNORECASE)
# `Language: English or Korean` is a setting and no choice of technology.
SPOKEN = re.compile(r"^(?:languages?|언어|语言|言語|sprachen?|langues?|idiomas?)$", re.IGNORECASE)
# `更多平台（Steam 等）`: what may be added, and no part of what it is made of.
FURTHER = re.compile(r"更多|其他|更|その他|기타|더 ?많은|weitere|more\b|other\b", re.IGNORECASE)
# `Styling: quiet, nothing blinks` says how it looks.
STYLED = re.compile(r"(?:ui )?(?:styling|animations?)$", re.IGNORECASE)
# `Version: 0.3 (draft)` is the document's own.
VERSIONED = re.compile(r"^versions?$", re.IGNORECASE)
EDITION = re.compile(r"^v?\d+(?:\.\d+)*(?:\W+(?:draft|final|wip|review|entwurf))?\W*$", re.IGNORECASE)
MOST_CHOICE_WORDS = 30
# `Queue: bill_id, sent_at`: a record with its fields.
FIELDS = re.compile(r"`?[a-z][a-z\d]*_\w+`?, ?`?[a-z]\w*`?(?:$|,)")
# A longer statement does more than name what it is made with.
LONGEST_NAMING = 12


# `Support monoliths and microservices alike`: what it can do for others, and not what it is itself.
FOR_OTHERS = re.compile(
    r"(?:add |include |provide )?(?:support\w*|allow|enable|enhance|generate|generation|create) (?!only\b)(?:[\w-]+ ){0,6}?"
    r"(?:both|various|several|multiple|generat\w+|(?:micro-?services|architectures))\b",
    re.IGNORECASE,
)


# What somebody says or types limits nothing: `Write a plan from a sentence ("five days, budget $3k")`.
SAID = re.compile(r"\"[^\"]{1,120}\"|[“„][^“”„]{1,120}[”“]")


@lru_cache(maxsize=8192)
def mandates(text: str) -> bool:
    """Whether a statement, whatever else it is, prescribes a technology, a licence or a price."""
    said = SAID.sub('""', text)
    if (STRUCTURE.search(said) and not FOR_OTHERS.match(text)) or OF_LANGUAGE.search(said):
        return True
    if HOSTED.search(text):
        return True
    if not USES.search(text):
        return False
    named = {use for use, _ in technologies(text)} - {"model", "protocol", "tool"}
    return bool(named or (PACKAGE.search(text) and not RESPONSIBLE.search(text)))


def is_choice(lead: str, words: str) -> bool:
    """Whether an entry names what a part of the product is made of, and demands nothing else: `Backend: Go`."""
    layer = LAYER.match(lead) or (LAYER_ABROAD.search(lead) and nature.size(lead) <= 4)
    if not layer or FURTHER.match(lead):
        return False
    if nature.UNIVERSAL.match(words):
        return False
    if VERSIONED.match(lead) and EDITION.match(words):
        return False
    if SPOKEN.match(lead) and not technologies(f"{lead}: {words}"):
        return False
    if PERSON.search(words) or nature.size(words) > MOST_CHOICE_WORDS or FIELDS.match(words):
        return False
    if STYLED.match(lead) and not (technologies(words) or USE.match(words)):
        return False
    return bool(technologies(words) or USE.match(words)) or not (
        nature.STRONG.search(words)
        or verbs.VERBS.match(words)
        or verbs.PRESENT.match(words)
        or verbs.ACTING.match(words)
    )


def is_made_of(text: str) -> bool:
    """Whether a sentence says no more than what a part of the product is made with."""
    if PERSON.search(text):
        return False
    if USE.match(text) or LATIN_NAME.match(text) or (ASKED.match(text) and technologies(text)):
        return True
    if (RUN_ON.match(text) or BASED.match(text)) and technologies(text):
        return True
    if WITH_NAMED.search(text) and not verbs.VERBS.match(text):
        return True
    return bool(MADE.search(text) and technologies(text)) and not verbs.VERBS.match(text)


@lru_cache(maxsize=4096)
def bounds(text: str) -> bool:
    """Whether a sentence limits how the product may be made: what it must do without, or when it is due."""
    if (
        INTERFACE.search(text)
        or NAMED.match(text)
        or NEEDED.match(text)
        or INSTALLS.match(text)
        or ASKS_FOR_NAMED.match(text)
        or CALLED_LIMIT.match(text)
        or KEPT_IN.search(text)
        or SOLE.match(text)
        or GOES_THROUGH.match(text)
        or (JOINS.match(text) and technologies(text))
        or limited(text)
        or binds_makers(text)
    ):
        return True
    return bool(
        WITHOUT.search(text)
        or WITHOUT_NAMED.search(text)
        or MADE_WITH_NAMED.match(text)
        or is_dated(text)
        or (REQUIRES.search(text) and technologies(text))
    )


def prescribes(text: str, *, lead: str) -> bool:
    """Whether a function says besides what it is made with, or what bounds it, behind the words it begins with or among them."""
    return bool(
        (LATIN_NAME.match(text) and nature.size(text) <= LONGEST_NAMING)
        or relies(text)
        or DRAWN_FROM.search(text)
        or mandates(text)
        or bounds(text)
        or bounds(text.removeprefix(lead).lstrip(" :：–—-|"))
    )
