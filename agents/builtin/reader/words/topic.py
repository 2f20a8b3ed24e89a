"""What the words below a heading are about; by which words a heading says so is in `topic_words`."""

from typing import Literal

Topic = Literal[
    "functional",
    "nonfunctional",
    "story",
    "non_goal",
    "deferred",
    "question",
    "constraint",
    "assumption",
    "metric",
    "acceptance",
    "actor",
    "integration",
    "entity",
    "workflow",
    "goal",
    "overview",
    "background",
    "neutral",
    "testing",
    "technical",
    "risk",
    "quality",
    "feature",
]

# Below such headings an entry or a sentence is one statement, however many verbs it has.
WHOLE: frozenset[Topic] = frozenset({"non_goal", "question", "metric", "acceptance", "deferred"})

QUALITY_NAMES = (
    r"responsive design|responsiveness|performance|security|reliability|scalability|availability"
    r"|usability|accessibility|privacy|compatibility|maintainability|observability|compliance|safety"
    r"|data protection|quality|cross[- ]platform|backward[- ]compatibility|extensibility|testability"
    r"|testing|inclusion|inclusivity"
)
# How a product looks is a quality; what stands on its screens is not.
LOOK = (
    r"^(?:(?:the )?(?:visual|brand|design|style|theme) "
    r"(?:design|style|styles|styling|direction|language|identity|theme|guide|guidelines?|system"
    r"|tokens)"
    r"|look (?:and|&) feel"
    r"|(?:brand(?:ing)?|theme|themes|aesthetics?|colou?rs?|colou?r (?:palette|scheme)s?|typography"
    r"|fonts?|tone(?: of voice)?)"
    r"(?: (?:and|&) (?:brand(?:ing)?|themes?|aesthetics?|colou?rs?|typography|fonts?|tone|icons))?)"
    r"(?: (?:requirements|guidelines?|principles))?(?: \([^()]*\))?$"
)
LOADS = r"(?:expected |peak |data )?(?:load|volumes?|capacity|traffic|quantities)"
TONGUE = r"(?-i:[A-Z][a-z]+(?:ish|ese|ian)|German|French|Dutch|Greek|Arabic|Czech|Thai|Hindi|Hebrew)"
# `German and Turkish interface`: the languages it has to speak.
IN_TONGUES = rf"^(?:(?:texts?|interface|ui|everything|pages?) (?:are |is )?in |both )?{TONGUE}(?:(?:, (?:and )?| and | or | & ){TONGUE})+(?: (?:interface|ui|texts?|versions?|only))?\W*$"
