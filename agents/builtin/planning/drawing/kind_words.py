"""The words that speak for each kind of product."""

from agents.builtin.planning.drawing.kind_words_around import AROUND_WORDS
from agents.builtin.planning.drawing.kind_words_local import LOCAL_WORDS
from agents.builtin.planning.drawing.kind_words_served import LIVES_IN_A_CHAT, SERVED_WORDS
from agents.schemas.architecture import ProductKind

__all__ = ["LIVES_IN_A_CHAT", "WORDS"]

# The order decides between kinds that weigh the same.
KINDS: tuple[ProductKind, ...] = (
    "mobile_app", "web_app", "service", "cli", "library", "extension", "pipeline", "game", "desktop_app", "infrastructure",
)  # fmt: skip
# Each row with its weight; what is merely spoken of around a product weighs least.
WORDS = {kind: (*{**LOCAL_WORDS, **SERVED_WORDS}[kind], (1, AROUND_WORDS[kind])) for kind in KINDS}
