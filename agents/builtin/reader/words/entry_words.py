"""The words by which entries and paragraphs are told apart before what they say is looked at."""

import re

# The reason of an entry is no entry.
WHY = re.compile(r"^(?:why\b|rationale|reason|benefit|warum|pourquoi|为什么)", re.IGNORECASE)
# What a sample shows is a requirement, unless it is merely an example or the rest of a sentence.
SHOWN = re.compile(
    r"(?!example|e\.g|for example|usage|where\b|and\b|or\b|then\b|output\b|result|note\b|see\b|run\b)(?-i:[^a-z]).*[:：]$",
    re.IGNORECASE,
)
# A heading that is a story itself, as in `User Story 1 - Create albums`.
TOLD = re.compile(
    r"\b(?:user )?story\s+\d|^\W*(?:[\d.]+\s*)?(?:(?:the|main|core|primary|mvp) )*(?:user story|scenario|use case)(?: \d{1,2}\b.*)?\W*$",
    re.IGNORECASE,
)
# A use case with a sentence for a name: `**A clerk looks for a bill.** She types …`.
NAMED = re.compile(r"\s*\*\*[^*\n]{2,120}[.!]\*\*\s+\S")
# `Mara is a nurse. She wants one place for all shifts.`
SOMEBODY = re.compile(
    r"(?-i:[A-Z])[\w’'-]+(?: (?-i:[A-Z])[\w’'-]+)? (?:is|ist|est|es|é|è) (?:an?|eine?|une?|uma?|una)\b (?P<who>[^.;]{3,80}).{0,200}?"
    r"\b(?:wants?|needs?|would like|wishes|möchte|will|braucht|veut|souhaite|quiere|necesita|quer|precisa|vuole)\b",
    re.IGNORECASE | re.DOTALL,
)
# Under a requirement's name the paragraphs with these labels are what it says.
DEFINES = re.compile(
    r"^(?:d[ée]finition|definici[óo]n|defini[çc][ãa]o|definizione|définie|rule|règle|regel|regla|regra"
    r"|regola|d[ée]cision|decisi[óo]n|decis[ãa]o|decisione|entscheidung)s?$",
    re.IGNORECASE,
)
# `R1`, `F2` and `Q3` mean the same everywhere; what other single letters stand for, their heading knows better.
VAGUE = re.compile(r"^(?![FRQ])[A-Z][-.]?\d", re.IGNORECASE)
