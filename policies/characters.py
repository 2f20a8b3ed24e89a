"""The characters people cannot see, and text with those made visible."""

import unicodedata

# Blank or ignorable although their category says otherwise: fillers, joiners and variation selectors.
# https://www.unicode.org/Public/UCD/latest/ucd/DerivedCoreProperties.txt (Default_Ignorable_Code_Point)
_IGNORABLE = frozenset(
    map(
        chr,
        (
            0x034F,
            0x115F,
            0x1160,
            0x17B4,
            0x17B5,
            *range(0x180B, 0x1810),
            0x2800,
            0x3164,
            *range(0xFE00, 0xFE10),
            0xFFA0,
            *range(0xE0000, 0xE1000),
        ),
    )
)
# Control, format (bidi, zero width, tags), surrogate, private use, unassigned, line and paragraph separators.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
# The blank of Chinese and Japanese text is wide enough to be seen.
_PLAIN_SPACES = frozenset({" ", "\u3000"})

# Reorder what follows, so that code reads otherwise than it runs. https://trojansource.codes/
BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def is_hidden(char: str) -> bool:
    """Whether a person looking at `char` sees nothing, or sees something else; line breaks and tabs count too."""
    if " " <= char <= "~":
        return False
    if char in _IGNORABLE:
        return True
    category = unicodedata.category(char)
    return category in _UNSEEN or (category == "Zs" and char not in _PLAIN_SPACES)


def visible(text: str) -> str:
    """`text` with each hidden character written as `[U+202E]`; tabs and line feeds stay."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        f"[U+{ord(char):04X}]" if char not in "\t\n" and is_hidden(char) else char for char in text
    )
