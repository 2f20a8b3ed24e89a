"""Words that are taken out of a text, and looked for only beside a sign that is seen much sooner than they are."""

import re
from typing import NamedTuple


class Sought(NamedTuple):
    """Such words and their signs, in small letters; each way to say the words has one of the signs."""

    signs: tuple[str, ...]
    words: re.Pattern[str]

    def out_of(self, text: str) -> str:
        """The text without these words."""
        small = text.lower()
        return self.words.sub(" ", text) if any(sign in small for sign in self.signs) else text

    def out_of_lines(self, text: str) -> str:
        """A long text without these words, none of which stand on two lines: each line is asked for its signs."""
        return "\n".join(map(self.out_of, text.split("\n")))
