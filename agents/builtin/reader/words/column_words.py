"""The heads of columns by which a table is known: the parts of a product with what each does, and what people can set."""

import re

# `Component | Role`: what each part of the product is there for, and nobody's part in it.
PARTS = re.compile(
    r"^(?:(?:system |software )?(?:components?|modules?|parts?|services?|subsystems?|packages?|files?|class(?:es)?|scripts?|containers?))$"
)
ROLE_OF_PART = re.compile(
    r"^(?:roles?|responsibilit(?:y|ies)|purpose|job|tasks?|does|what it does|function)$"
)
# `Option | Type | Default`: what people can set.
SETTING = re.compile(r"^(?:config(?:uration)? )?(?:options?|settings?|parameters?|flags?|keys?)(?: name)?$")
DEFAULT = re.compile(r"^defaults?(?: values?)?$")
# A table of what happens where: `Screen | What happens`, `Command | What it does`.
WHERE = re.compile(
    r"^(?:screen|page|view|tab|command|button|action|user action|event|trigger|step|route|endpoint)s?$"
)
HAPPENS = re.compile(
    r"^(?:what (?:happens|it does|they do|it shows|you see|the user sees)|behaviou?r|does|shows|result"
    r"|effect|reaction|response|functionality|purpose|description)$"
)
# `Method | Path | Purpose`: what the product answers to, also among its interfaces.
CALL = re.compile(r"^(?:https?[- ])?(?:methods?|verbs?|paths?|endpoints?|routes?|ur[il]s?)$")
# `Layer | Description` over rows that name no technology: what the product consists of, and not with what it is made.
LAYER = re.compile(r"^layers?$")
TOLD_OF = re.compile(r"^(?:descriptions?|details?|purpose|responsibilit(?:y|ies)|role)$")
# What a table about one use case says around its story: `Precondition | A bill is open`.
AROUND_A_CASE = re.compile(
    r"(?:(?:primary|secondary|main) )?actors?|akteure?|acteurs?(?: principa(?:l|ux))?|actores|ator(?:es)?|pre-?conditions?|post-?conditions?|triggers?"
    r"|alternatives?|(?:alternat(?:iv)?e|exception) (?:flows?|paths?|scenarios?)|exceptions?|vorbedingung(?:en)?|nachbedingung(?:en)?|auslöser|ausnahmen"
    r"|alternativ(?:er ablauf|e abläufe|szenarien)|préconditions?|postconditions?|déclencheur|(?:flux|scénarios?) alternatifs?"
    r"|pre-?condici[oó]n(?:es)?|pos(?:t)?-?condici[oó]n(?:es)?|disparador|(?:flujos?|fluxos?) alternativos?|excepciones|pr[ée]-?condiç(?:ão|ões)|p[óo]s-?condiç(?:ão|ões)"
    r"|gatilho|exceções|前提条件|事前条件|事後条件|アクター|代替フロー|例外(?:フロー)?|前置条件|后置条件|参与者|异常流程|备选流程|사전 ?조건|사후 ?조건|액터|예외 ?(?:흐름)?",
    re.IGNORECASE,
)
