"""Short texts as people type them into an issue: what stands in them without a word of demand is asked for all the same.

A long document has lists for what is wanted, and prose around them that explains. In twenty lines nobody explains much: a
sentence that neither greets, nor tells how things are now, nor who we are, says what is wanted.
"""

import re
from itertools import accumulate

from agents.builtin.reader.findings import Kind
from agents.builtin.reader.statements.about_quality import BEARS
from agents.builtin.reader.statements.asides import given
from agents.builtin.reader.statements.laments import laments
from agents.builtin.reader.statements.plainly import plainly
from agents.builtin.reader.statements.quality import category_of
from agents.builtin.reader.statements.targets import target_of
from agents.builtin.reader.statements.weighed import is_weighty
from agents.builtin.reader.text.bare import COLON_LEVEL
from agents.builtin.reader.text.blocks import Block
from agents.builtin.reader.text.places import Place
from agents.builtin.reader.words import excluding, nature, typed_limits, verbs
from agents.builtin.reader.words.choices import mandates
from agents.builtin.reader.words.occurring import occurring
from agents.builtin.reader.words.technology import technologies
from agents.builtin.reader.words.topic import Topic
from agents.builtin.seldom import Seldom

# Nobody types more than this into an issue without headings and lists, nor so many letters as few words.
MOST_WORDS = 400
MOST_LETTERS = 20_000
# Where an unmarked sentence can be a wish.
OPEN: frozenset[Topic | None] = frozenset({None, "functional", "feature", "workflow"})
# What people say to each other around what they want.
COURTESY = Seldom(
    r"^(?:(?:hi|hey|hello|dear|hallo|liebe[rs]?|bonjour|salut|hola|thanks?|thx|cheers|best|regards"
    r"|(?:kind|warm|many|best|with) (?:regards|greetings|thanks|wishes|respect)|greetings|happy to|promise|danke|merci|gracias|viele grüße|lg|as (?:discussed|agreed|promised)"
    r"|following up|quick (?:write-?up|summary|note)|fyi|tl;?dr|let me know|what do you think|(?:anyway|so),? (?:tell me|let me know|bye|thanks)|tell me what you|bye|sorry"
    r"|i['’]d say"
    r"|(?:can|could) (?:someone|somebody|anyone|you) (?:please |pls )?"
    r"(?:estimate|look|check|help|review|comment))\b[^.!?]{0,80}"
    r"|(?:sure|ok(?:ay)?|yes|no|\+1|lgtm|great|nice|agreed|done|same|this|cool|perfect|good (?:point|idea)))[.!?:, ]*$",
    re.IGNORECASE,
)
# Who we are and what we have, which asks for nothing.
ABOUT_US = Seldom(
    r"^(?:(?:we|i|they)"
    r"(?:['’](?:re|m|ve)| are| am"
    r"| (?:have|had)(?! to\b| (?:\w+ )?\w+ (?:seconds|minutes|hours|days|weeks) to\b)| got| were| was"
    r"| run| use| sell| lend| rent| teach| organi[sz]e| make| produce| operate| employ| repair| grow"
    r"| bake| train| discussed| talked| spoke| met| currently| already| still)\b"
    r"|our (?:[\w-]+ ){1,2}(?:has|have|is|are)\b.{0,15}\d"
    r"|(?:our|my|the) (?:team|company|customers?|users?|clients?|support|office)\b(?:(?! (?:who|which|that|what|when|whether|where|how|if|once)\b).){0,40}\b"
    r"(?:is|are|has|have|had|uses?|(?<!ci )(?<!build )(?<!linter )(?<!compiler )complain(?:s|ed)?|asks?|asked)\b"
    r"|(?:wir|ich) (?:sind|haben|nutzen|verwenden|führen|betreiben|bin|habe)\b"
    r"|nous (?:sommes|avons|utilisons)\b|j['’]ai (?:un|une|le|la)\b|(?:(?:buenas|hola|buenos días),? )?(?:somos|tenemos|tengo|usamos|llevamos)\b|there (?:is|are|was|were)\b)",
    re.IGNORECASE,
)
# What it is, what it is called and what it is for: `Tally is a small tracker`, `The main categories are`.
DEFINES = Seldom(
    r"^(?:[\w'’.\"“”-]+ ){1,5}(?:is|are|ist|sind|est|sont|es|son) (?:called\b|an? |the |ein|une? )"
    r"|^(?:we|i|wir|ich|nous) (?:want|need|would like|brauchen?|wollen|möchten|suchen|voulons) "
    r"(?:an? |ein|une? )"
    r"|^(?:necesitamos|queremos|buscamos) un[ao]? (?!.*\b(?:donde|que)\b)|^this means\b"
    r"|^(?:the|its|it['’]s|our) (?:\w+ )?(?:purpose|goal|aim|idea|point)\b|\b(?:is|are|means?)$",
    re.IGNORECASE,
)
# `What I would love is a page where I upload the statement`: the thing wanted, with what it does.
DREAMT = Seldom(
    r"^what (?:i|we)(?:['’]d| would)? (?:want|need|love|like|wish for|imagine|have in mind) is (?:an? )?[^,.;:]{2,60}?(?: (?:where|that|which|with which|with|to)\b|\s?[:,–—]\s\S)"
    # `I'm looking for a tool that backs up notes`; what it is like says less: `we want a page that is easy`.
    r"|^(?:i|we)(?:(?: [\w'’-]+){1,8}? and(?: (?:i|we))?)?(?:['’](?:d|m|re)| would| am| are)?(?: (?:also|just|really))? (?:like|looking for|love|need|want) (?:an? |some(?:thing|where) )"
    r"(?:[\w'’-]+ ){0,6}?(?:(?:where|with|with which|to)|(?:that|which)(?! (?:is|are|was|has|have)\b)) \w",
    re.IGNORECASE,
)
# Whoever says please asks for something, whatever has happened: `one amount for all, please, last year it was wrong`.
ASKED_FOR = re.compile(r"\bplease\b", re.IGNORECASE)
# The head of pasted notes and of an answer, and what somebody promised to do.
AROUND = Seldom(
    r"^(?:(?:re|fwd?|aw|wg|tr)\s*:\s*.{0,80}$"
    r"|(?:\w+ )?(?:meeting|call|sync|workshop|kick-?off) (?:notes?|minutes)\b.{0,60}$"
    r"|(?:notes|minutes|protokoll|notizen|compte[- ]rendu|acta) (?:from|of|vom|du|de|del) .{0,60}$"
    r"|(?:ai|action(?: items?)?|next steps?|follow[- ]up)s?\s*[:：]\s*(?-i:[A-Z][a-z]+) "
    r"(?:writes?|sends?|asks?|checks?|calls?|prepares?|talks?|will|to)\b)",
    re.IGNORECASE,
)
# Told of what has happened: `a school gave up last week`.
HAPPENED = Seldom(
    r"\b(?:last|this past|letzte[nrs]?) "
    r"(?:week|month|year|quarter|sprint|summer|winter|spring|autumn|fall|night|time|woche|monat"
    r"|jahr)\b"
    r"|\btoday (?:[\w-]+ ){0,3}?(?:launche[sd]|announce[sd]|introduce[sd]|unveil(?:s|ed)|release[sd])\b"
    r"|\byesterday\b|\b(?:days|weeks|months|years) ago\b"
    r"|\b(?:once|twice|\w+ times) (?:this|last) \w+\b|\bgestern\b",
    re.IGNORECASE,
)
# What is wrong now, in the words of those who suffer from it.
COMPLAINT = Seldom(
    r"\b(?:can['’]t|(?:we|i|they|users|customers|people) cannot|don['’]t|doesn['’]t|won['’]t) [\w ]{2,30} any ?more\b|\btimes out\b"
    r"|\b(?:crash(?:es|ed)|is broken|(?:doesn['’]t|does not) work|gave up|complain(?:s|ed)?"
    r"|(?:keep|keeps|kept) asking|is annoying|threaten(?:s|ed)? to)\b"
    r"|\btakes? (?:me |us |them )?(?:hours|days|forever|ages|too long)\b|\bfunktioniert nicht\b",
    re.IGNORECASE,
)
# `The owner gets a mail when a pump is broken`: a case, and no complaint.
CASE = re.compile(r"\b(?:when|if|whenever|once|as soon as) [^,;.:]{2,60}$", re.IGNORECASE)
# A wish that is put as a question: `can we get dark mode?`
REQUEST = Seldom(
    r"(?:^|(?<=[.!,:] ))"
    r"(?:(?:can|could|may|should) (?:we|you|i|they) (?:please |pls |also )?"
    r"(?!(?:estimate|check|look|talk|discuss|ask|meet|help|review|comment)\b)\w"
    r"|(?:can|could) (?:the|our|this|it) (?:[\w-]+ ){0,4}(?:also|please|pls)\b"
    r"|(?:können|könnten) wir\b)",
    re.IGNORECASE,
)
# `no chat`, `no AI summaries!! tried it`; a rule (`no member may book twice`) or a limit (`no new tools`) has other words.
_BOUND = (
    r"(?:new|extra|additional|external|further|other|third[- ]party|runtime|own|budget|money (?:for|to|left)|dependenc\w+|licen[cs]\w*|staff"
    r"|servers?|back-?ends?|databases?|admin rights|root|installation|internet|downtime|outages?|data loss|duplicates?|passwords?|secrets?)"
)
_RULE = r"(?:may|can|must|shall|should|will|would|is|are|has|have|gets?|without|unless|until|before|after|than|two|if|when)"
_NOTHING_OF_IT = r"(?!longer\b|more\b|one\b|matter\b|doubt\b|problem|idea\b|way\b|rush\b|hurry\b|worries\b|need\b|reason\b|wonder\b)"
# The same in other languages: `keine Online-Zahlung, das läuft weiter über Überweisung`, `pas de paiement en ligne`.
_NONE_ABROAD = r"(?:kein(?:e[nrsm]?)? |ohne |pas d(?:e |['’])|aucune? |sans |sin |nada de |rien de |ning[úu]n[ao]? |sem |nenhuma? |senza |nessun[ao]? |niente |geen |ingen |inget )"
_BOUND_ABROAD = (
    r"(?:(?:neue|zusätzliche|weitere|externe|fremde|eigene|extra)[nrsm]?\b|budget|geld|kosten|kont(?:o|en)\b|comptes? (?:chez|google)|cuentas? (?:en|de) |server|cloud|datenbank|pass(?:wort|wörter)|installation|internet"
    r"|ausfäll|datenverlust|abo|lizenz|werbung|nouve|autre|serveur|mots? de passe|abonnement|licence|panne|frais|nuev|otr[ao]|servidor|presupuesto|contraseña"
    r"|suscripci|licencia|nov[ao]s?\b|outr|senha|nuov|altr[io]|password|abbonament|nieuw|andere|wachtwoord)"
)
_RULE_ABROAD = (
    r"(?:darf|dürfen|kann|können|muss|müssen|soll|sollen|wird|werden|ist|sind|hat|haben|ohne|bevor|bis|wenn|peut|peuvent|doit|doivent|est|sont|si|quand"
    r"|puede[n]?|debe[n]?|es|son|cuando|pode[m]?|deve[m]?|può|possono|deve|mag|mogen|moet|moeten|mehr|plus|más|mais|più|erforderlich|nötig|notwendig|nécessaires?|requise?s?|necesari[oa]s?|necessári[oa]s?)"
)
# What stays out of it: `emails stay as they are`, `no payments for now`.
LEFT_ALONE = Seldom(
    r"^not [\w-]+(?: [\w-]+)?(?:,? (?:and |or )?not [\w-]+(?: [\w-]+)?)+\W*$"
    r"|^not (?:an?|the) (?!(?:lot|bit|problem|must|priority)\b)[^.!?]{2,40}\W*$"
    rf"|^(?:(?:and|also|but|so|please|really|absolutely) )*no {_NOTHING_OF_IT}(?!{_BOUND}\b)(?:(?!\b{_RULE}\b)[^,;:!.(–—]){{2,60}}(?:$|[,;:!.(–—])(?!.{{0,40}}\b(?:decided|policy|forbids?|not allowed)\b)"
    r"|^(?:and )?we also (?:do not|don['’]t|won['’]t) (?!know\b|have\b|mind\b|understand\b|see\b|think\b|like\b|trust\b|remember\b|believe\b)\w"
    r"|^(?:and )?we (?:do not|don['’]t) (?:deliver|ship|cater|export|advertise|rent|sell|resell)\b[^,;:.]{0,40}\W*$"
    r"|^(?!if\b|when\b)[\w -]{2,40} (?:isn['’]t|is not|aren['’]t|are not) (?:needed|necessary|required|wanted)\W*$"
    r"|^(?!if\b|when\b)[\w -]{2,40} (?:(?:don['’]t|doesn['’]t|do not|does not) (?:have|need) to|need(?:s)? not|needn['’]t) be (?:repaired|migrated|converted|changed|touched|fixed|supported|translated|handled|covered|updated|imported|redone|pretty|perfect)\b[^,;.]{0,30}\W*$"
    r"|^(?:no|kein\w*) .{2,40}\bfor (?:now|the moment)\W*$"
    rf"|^(?:(?:und|auch|aber|bitte|et|aussi|y|tampoco) )*{_NONE_ABROAD}(?!{_BOUND_ABROAD})(?:(?!\b{_RULE_ABROAD}\b)[^,;:!.(–—]){{2,60}}(?:$|[,;:!.(–—])"
    r"|^(?:pas d(?:e\b|['’])|(?:aucune?|sin|no|kein\w*|niente|sem)\b) ?.{2,40}\b"
    r"(?:pour l['’]instant|por ahora|de momento|per ora|por enquanto|vorerst|im moment)\W*$"
    r"|\bbleib(?:t|en) (?:so,? )?(?:wie (?:sie|er|es|bisher|gehabt|gewohnt)\b|unverändert|unangetastet)|\breste(?:nt)? (?:comme (?:il|elle|avant)|tel|inchangé)"
    r"|\bqueda(?:n)? (?:como|igual)\b"
    r"|^不(?:做|支持|包含|包括|提供)|^(?:also )?no changes? to\b|\bnot touching\b"
    r"|\b(?:leave|keep) (?:that|this|it|them|those) (?:alone|as (?:it|they) (?:is|are))\b"
    r"|\bstays? (?:untouched|unchanged|as (?:it|they) (?:is|are)|as[- ]is)\b",
    re.IGNORECASE,
)
# `today: a script fetches the files and writes them into the shop`: how things are, however many sentences tell it.
STATUS_QUO = Seldom(
    r"^(?:today|currently|now|at the moment|status quo|as[- ]is|heute|bisher|aujourd['’]hui|hoy)\s*(?:[:：]|[–—-]\s)",
    re.IGNORECASE,
)
# The wish itself; what the same paragraph tells before it is how things are now.
WISH = occurring(
    r"^(?:expected(?: behaviou?r)?|erwartet(?:es verhalten)?|attendu|esperado)\s*:"
    r"|\b(?:we|i|the team) (?:want|need|wish|would (?:like|love))\b|\b(?:we|i)['’]d (?:like|love)\b"
    r"|\bi(?: would|['’]d)? (?:imagine|picture|envisage)\b(?! that)"
    r"|\blet['’]s\b|\b(?:can|could) we\b|^(?:proposal|idea|please(?! (?:also|be|do not|don['’]t|ensure|keep|leave|make sure|mind|no|note|remember)\b))\b|\bthe (?:idea|plan|proposal) is\b"
    r"|\bwir (?:wollen|brauchen|möchten|hätten gern)\b|\bnous (?:voulons|avons besoin)\b"
    r"|\b(?:queremos|necesitamos)\b",
)
# Words with which a text may come to what is wanted, in whatever sentence they stand.
WANTING = re.compile(
    r"\b(?:want|need|wish|would like|['’]d (?:like|love)|build|idea|proposal|please|let['’]s|should|must|shall)\b"
    r"|\b(?:wollen|brauchen|möchten|voulons|queremos|necesitamos)\b",
    re.IGNORECASE,
)
# A mere thing, as after `Idea:`: what kind of product it is.
THING = Seldom(
    r"^(?:an?|the|ein|eine|une?|una?) (?:[\w-]+ ){0,3}"
    r"(?:app|application|portal|tool|website|web ?site|page|service|bot|cli|library|plugin|extension"
    r"|game|dashboard|game|system|program|platform|product|module)\b"
    r"(?P<more>.*\w)?",
    re.IGNORECASE,
)
# `greenlight – a terraform plan summarizer`: a name and what bears it.
NAMED = Seldom(r"^[\w'’.-]+(?: [\w'’.-]+){0,2} [–—-]+ (?:an?|the|our) \w", re.IGNORECASE)
QUOTED = Seldom(r"^\W*[\"“„«][^\"”“»]*(?:[\"”“»]\W*)?$")
# `That has to stop`: nobody can tell what.
NAMELESS = Seldom(
    r"^(?:this|that|it|das|dies) (?:has to|must|should|needs to|soll|muss|sollte) "
    r"(?:really |finally |jetzt |endlich )?(?:go|stop|end|change|weg|aufhören|enden)\b",
    re.IGNORECASE,
)
# `Visitors have to phone all three`: what people put up with.
BURDEN = re.compile(r"\b(?:we|they|people|[a-z]+s) have to\b", re.IGNORECASE)
Said = tuple[str, tuple[int, ...]]
FEWEST_WORDS = 3
FEWEST_TOLD = 30
# A few words line by line tell as much.
FEWEST_ENTRIES, FEWEST_LISTED = 3, 15
# So short, words that name a technology do nothing but name it.
MOST_OF_A_NAME = 8


def is_short(found: tuple[Block, ...]) -> bool:
    """Whether a document is so short that it was typed rather than written."""
    if sum(len(block.text) for block in found) > MOST_LETTERS:
        return False
    return all(words <= MOST_WORDS for words in accumulate(nature.size(block.text) for block in found))


def has_only_labels(found: tuple[Block, ...]) -> bool:
    """Whether the parts of a text, as a ticket's, have labels that are typed and no headings, but for the title."""
    return all(block.depth >= COLON_LEVEL for block in found[1:] if block.shape == "heading")


def tells_enough(found: tuple[Block, ...]) -> bool:
    """Whether a text says more than one wish, so that each of its sentences may be something else."""
    bare = sum(block.shape == "item" for block in found) >= FEWEST_ENTRIES and not any(
        block.shape == "heading" for block in found[1:]
    )
    fewest = FEWEST_LISTED if bare else FEWEST_TOLD
    return len(found) > 1 and sum(nature.size(block.text) for block in found) >= fewest


def asks_nothing(text: str, *, prose: bool) -> bool:
    """Whether words of such a text greet, complain, or, in `prose`, tell what has happened."""
    if REQUEST.search(text):
        return False
    if COURTESY.match(text) or AROUND.match(text) or NAMELESS.match(text):
        return True
    complained = COMPLAINT.search(text)
    if complained and not CASE.search(text[: complained.start()]):
        # `If it crashes it must come back by itself` says what is wanted, and not what is wrong now.
        return not (nature.STRONG.search(text) and (complained.start() == 0 or plainly(text)))
    if not prose or WISH.search(text):
        return False
    if laments(text):
        return True
    told = nature.STRONG.search(text) or verbs.VERBS.match(text) or ASKED_FOR.search(text)
    return bool(HAPPENED.search(text)) and not told


def is_about_us(text: str) -> bool:
    """Whether words of such a text say who we are and what we have, and name nothing the product has to get on with."""
    about_us = _tells_of_us(text) and not nature.STRONG.search(text)
    return bool(about_us) and not (technologies(text) or typed_limits.DEVICES.search(text))


# `Statistics: which books are never lent?`: what a report answers.
REPORT = Seldom(
    r"^(?:statistics?|stats|reports?|analytics|overview|dashboard|statistik|auswertung|übersicht|bericht|statistiques?|rapport|estadísticas?)\s*[:–—-]\s*"
    r"(?:which|how (?:many|much|often|long)|who|what|welche[rs]?|wie|wer|was|quels?|quelles?|combien|cuántos?|qué|quién)\b",
    re.IGNORECASE,
)


def is_request(text: str) -> bool:
    """Whether a question is no doubt of the text but its wish, put politely or as what a report answers."""
    return bool(REQUEST.search(text) or REPORT.match(text))


def kind_of(text: str) -> Kind | None:
    """What a sentence of such a text is that has no word of demand; None for what asks for nothing."""
    if text.endswith((":", "：")) or nature.is_idle(text) or NAMED.match(text):
        return None
    if typed_limits.SIZE.match(text):
        return "nonfunctional"
    words = nature.size(text)
    names = words <= MOST_OF_A_NAME and technologies(text)
    thing = THING.match(text)
    if _tells_of_us(text) or names or given(text) or mandates(text):
        return "constraint"
    if thing:
        return "constraint" if typed_limits.DEVICES.search(text) and not thing["more"] else None
    if words < FEWEST_WORDS and category_of(text) in {
        "compliance",
        "accessibility",
        "localization",
        "compatibility",
    }:
        return "nonfunctional"
    if words < FEWEST_WORDS or (DEFINES.search(text) and not DREAMT.match(text)) or QUOTED.match(text):
        return None
    category = category_of(text)
    measured = category and (category == "localization" or target_of(text) or BEARS.match(text))
    return "nonfunctional" if measured else "functional"


def _tells_of_us(text: str) -> bool:
    return bool(ABOUT_US.match(text)) and not (nature.SOMEBODY_DOES.match(text) or DREAMT.match(text))


def is_wish(text: str) -> bool:
    """Whether words say, in whatever else they say, what is wanted."""
    return bool(WISH.search(text))


def from_the_wish(said: tuple[Said, ...], place: Place) -> tuple[Said, ...]:
    """The sentences of a paragraph without those that tell, before what we want is said, how things are.

    Another paragraph further down may say the wish. Where somebody talks, words that weigh enough are kept.
    """
    wish = next(
        (at for at, (words, _) in enumerate(said) if WISH.search(words)), len(said) if place.before else 0
    )
    return tuple(
        one
        for at, one in enumerate(said)
        if at >= wish or _says_more(one[0]) or (place.talks and is_weighty(one[0]))
    )


def _says_more(text: str) -> bool:
    """Whether a sentence, wherever it stands, demands, excludes or asks something."""
    return bool(
        nature.STRONG.search(BURDEN.sub("", text))
        or excluding.EXCLUDED.search(text)
        or LEFT_ALONE.match(text)
        or typed_limits.BINDS.search(text)
        or nature.is_question(text)
        or plainly(text)
    )
