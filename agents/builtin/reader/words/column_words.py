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
