"""How far a label reaches: over its own paragraph, over the list below it, or on, as a heading does."""

from agents.builtin.reader.text.bare import COLON_LEVEL
from agents.builtin.reader.text.blocks import INLINE, Block
from agents.builtin.reader.text.topics import announced
from agents.builtin.reader.words.topic import Topic

# `Also a game for later: …` takes its own paragraph out of what is wanted, and no other one.
TAKEN_OUT: frozenset[Topic | None] = frozenset({"deferred", "non_goal"})
# A paragraph so long that has a label in front opens a section.
LONG = 140


def reaches_no_further(label: Block, last: Block, *, bare: bool, blank: bool) -> bool:
    """Whether the heading `label` ends behind the block `last`, where another paragraph begins.

    `bare` is a text without headings, `blank` whether an empty line stands between. A short `**Label:** words` covers its own
    paragraph, and in a bare text any label does; there, `Acceptance:` above a list covers that list.
    """
    if not last.above or last.above[-1] is not label:
        return False
    if label.mark == INLINE:
        announces = last.raw.endswith((":", "："))
        opens = announces or (len(last.raw) >= LONG and announced(label.text) not in TAKEN_OUT)
        return last.shape != "paragraph" or bare or not opens
    return bare and blank and label.depth == COLON_LEVEL and last.shape == "item" and bool(last.mark)
