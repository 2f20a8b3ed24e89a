"""What goes wrong as things are, in the words of those who suffer from it: why a product is wanted, and nothing to build."""

import re

from agents.builtin.reader.statements.chatter import chats
from agents.builtin.reader.text.places import OFFER, Place
from agents.builtin.reader.words import nature
from agents.builtin.reader.words.occurring import occurring
from agents.builtin.reader.words.topic import Topic
from agents.builtin.seldom import Seldom

# Where prose may say why something is wanted, and how things are before it comes to that.
MIXED: frozenset[Topic | None] = frozenset({None, "functional", "feature", "workflow", "overview", "goal"})
# Where a ticket tells what goes wrong.
BACKGROUND: frozenset[Topic | None] = frozenset({None, "overview", "goal"})
_LONG = r"(?:hours?|days?|weeks?|months?|mornings?|afternoons?|evenings?|ages|forever)"
LAMENT = occurring(
    r"\b(?<!who )(?<!what )(?<!which )(?:gets?|got|getting|goes|went|is|are) (?:often |always |easily |then )?(?:lost|mixed up|out of sync|missing)\W*$"
    r"|\b(?:is|are|gets?|were) (?:often |always |sometimes |simply |just )?forgotten\W*$"
    r"|\b(?:often |always |sometimes |keeps? )?forget(?:s|ting)? (?:who|what|when|where|which|about|to|it|them|the)\b"
    r"|\b(?:nobody|no one|hardly anybody|hardly anyone) (?:ever |really )?"
    r"(?:knows?|opens?|reads?|uses?|looks?|notices?|remembers?|finds?|has time|understands?|updates?|checks?)\b"
    rf"|\btakes? (?:us |me |them |up )?(?:about |around |roughly |almost |nearly |over |up to )?(?:the whole |half )?"
    rf"(?:an?|one|two|three|four|five|\d+|several|many|whole|half an?|the whole|the)? ?{_LONG}\b"
    r"|\bcosts? (?:us|me|them|the team|everybody|everyone) (?:about |around |roughly |almost )?(?:[\d$€£]|an?\b|two|three|hours|days|money)"
    r"|\b(?:we|i|they|people) (?:always |often |sometimes )?(?:lose|lost) (?:track|count|the overview)\b"
    r"|\bkeeps? (?:\w+ ){1,4}busy\b|\bwastes? (?:\w+ )?(?:time|hours|days|money|paper)\b"
    r"|\boverwrites? (?:somebody|someone|each other|one another)\b"
    r"|\b(?:asked|asking|asks?) for (?:it|this|that|them)\b|\bhave (?:often |already |repeatedly )?(?:asked|complained|requested)\b"
    r"|\b(?:hurts?|annoys?|frustrates?)\b\W*(?:$|(?:the|our|my|people|users|everybody|everyone)\b)"
    r"|\b(?:is|are) (?:a pain|painful|tedious|error[- ]prone|frustrating|annoying|a mess|cumbersome|unreliable|always broken"
    r"|broken every time)\b"
    r"|, (?:and )?we (?:all )?know\W*$"
    r"|\b(?:passier(?:en|t)|gibt es|entstehen)\b.{0,30}\b(?:fehler|ärger|streit|verwechslung)|\b(?:geht|gehen) (?:\w+ )?verloren\b|\bniemand weiß\b"
    r"|\b(?:on (?:perd|oublie)|personne ne sait)\b|\bnadie sabe\b|\bse pierden?\b"
    r"|^(?:we|they|people|staff|everybody|everyone|somebody|someone) (?:\w+ )?(?:copy|copies|types?|retypes?|pastes?|writes?|does|do) "
    r"(?:[\w-]+ ){0,8}(?:again|by hand|manually|twice|over and over|(?:for )?every (?:single )?\w+)\W*$"
    r"|\b(?<!that )(?<!which )(?<!who )(?:is|are) already (?:in|on|there|stored|known|collected|kept|available)\b",
)
# What happens then, or what the product lets people do about it, is no mere complaint.
ANSWERED = Seldom(
    r"^(?:if|when|whenever|once|unless|in case)\b|\b(?:can|will|may|allows?|lets?|warns?|shows?)\b"
    r"|\b(?:want|would like|['’]d like|need) (?:to|an?|the)\b",
    re.IGNORECASE,
)

# `I'm always frustrated when a bill gets lost`: the feeling of whoever asks for a change.
FED_UP = Seldom(
    r"^(?:i['’]m|i am|we['’]re|we are) (?:\w+ )?(?:frustrated|annoyed|confused|fed up|tired of|sick of|stuck)\b",
    re.IGNORECASE,
)
# `This would make exporting much easier`: what is good about a wish that was said already.
PRAISE = Seldom(
    r"^(?:this|that|it|doing (?:so|this)|(?:adding|having|enabling|using|providing|implementing) [^,.;:]{3,60}?)"
    r" (?:would|will|could|might|can)(?: (?:also|really|greatly|significantly|certainly|definitely|probably)){0,2} "
    r"(?:(?:help|save|spare) (?:us|me|everybody|everyone|people|a lot|lots|time|reduce|improve)\b"
    r"|be (?:(?:a|an|very|really|so|super|much|extremely) ){0,2}(?:nice|great|useful|helpful|handy|awesome|amazing|perfect|convenient|cool"
    r"|beneficial|huge|valuable|welcome|appreciated|benefit|improvement|win)\b(?! (?:to|if|when|that)\b)"
    r"|make [^,.;:]{2,80}? (?:easier|faster|simpler|better|quicker|smoother|clearer|more [\w-]+|less [\w-]+)\b"
    r"|(?:improve|enhance|ease|simplify) (?:the |our |my |overall ){0,2}(?:[\w-]+ ){0,2}"
    r"(?:experience|ux|usability|productivity|workflows?|readability|efficiency|quality|life|lives)\b"
    r"|reduce (?:the )?(?:[\w-]+ ){0,2}(?:effort|friction|confusion|clutter|frustration|workload|errors|mistakes|eye ?strain|glare)\b)",
    re.IGNORECASE,
)
# `The main reason for a desk of its own is …`
REASON = Seldom(
    r"^(?:the|one|another|a) (?:(?:main|primary|key|only|other|biggest|big) )?(?:reason|motivation|rationale|advantage|benefit|drawback|downside|disadvantage)s?"
    r" (?:for|of|is|are|with|behind|why|to)\b",
    re.IGNORECASE,
)
# How a program fails, in a ticket that goes on with what shall be: `then nginx returns 504`.
SYMPTOM = Seldom(
    r"\b(?:returns?|answers?(?: with)?|gets?|gives?|ends? (?:in|with)|fails? with|dies with) (?:an? |the )?(?:http )?(?:[45]\d\d|errors?|timeouts?|exceptions?)\b"
    r"|\b(?:shows?|throws?|prints?|logs?|says?|sees?) (?:\w+ ){0,3}(?:errors?|exceptions?|warnings?|stack ?traces?|blank|[\"“‘'`])"
    r"|\b(?:times? out|timed out|crash(?:es|ed)?|hangs?|freezes?|froze|is broken|goes blank|runs? out of memory|out ?of ?memory|is (?:wrong|empty|missing|lost))\b"
    r"|\b(?:[\w.]+\.)?[A-Z]\w+(?:Error|Exception)\b",
    re.IGNORECASE,
)
FIGURE = re.compile(r"\d")

# Who we are and how we do it now, in the first paragraph of a text.
OURS = Seldom(
    r"\b(?:our|we|own|currently|now|at the moment|at present|today|right now|by hand|on paper|notebooks?|spreadsheets?|excel)\b"
    r"|\b(?:a|per|every|each) (?:year|month|week)\b",
    re.IGNORECASE,
)
# What says that the product is spoken of already, or what is wanted of it.
SPEAKS_OF_IT = Seldom(
    r"\b(?:can|could|will|won['’]t|never|should|must|shall|may|lets?|allows?|want|(?:we|i|they) need(?! to)|make (?:it|this)|would like|['’]d like|build|please|idea|proposal)\b"
    r"|^(?:it|this|the) (?:(?:small|new|little|simple) )?(?:app|application|tool|bot|page|site|service|system|program|extension|script|game"
    r"|plugin|library|product|portal|platform|dashboard|operator|controller)?\b ?(?:is|are|shows|keeps|sends|collects|reads|answers)\b",
    re.IGNORECASE,
)


def sets_the_scene(text: str) -> bool:
    """Whether a first paragraph only tells who we are and how things are done, and comes to no wish."""
    return bool(OURS.search(text)) and not SPEAKS_OF_IT.search(text)


def laments(text: str) -> bool:
    """Whether a sentence only says what is wrong, or what there is already, and demands nothing."""
    return bool(LAMENT.search(text)) and not (ANSWERED.search(text) or nature.STRONG.search(text))


def tells_why(text: str, place: Place) -> bool:
    """Whether a sentence among others laments or praises, where the document may say why something is wanted."""
    if place.prose and (OFFER.match(text) or (place.typed and chats(text))):
        return True
    if place.ticket and place.prose and place.topic in BACKGROUND and SYMPTOM.search(text):
        return not nature.STRONG.search(text)
    if not place.prose or place.topic not in MIXED:
        return False
    praised = PRAISE.match(text) and not FIGURE.search(text)
    return bool(praised or FED_UP.match(text) or REASON.match(text)) or laments(text)
