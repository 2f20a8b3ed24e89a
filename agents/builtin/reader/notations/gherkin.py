"""Features written for a test runner: each scenario is one entry, its steps in one sentence.

The keywords are those of https://cucumber.io/docs/gherkin/reference/ and of its translations into German, French and Spanish.
"""

import re

FEATURE = re.compile(
    r"^\s*(?:feature|funktionalit[äa]t|funktion|fonctionnalit[ée]|caracter[íi]stica)\s?:\s*(?P<name>\S.*)$",
    re.IGNORECASE,
)
RULE = re.compile(r"^\s*(?:rule|regel|r[èe]gle|regla)\s?:\s*(?P<name>\S.*)$", re.IGNORECASE)
SCENARIO = re.compile(
    r"^\s*(?:scenario(?: outline| template)?|example|szenario(?:grundriss)?|beispiel|sc[ée]nario"
    r"|plan du sc[ée]nario|escenario|esquema del escenario)\s?:\s*"
    r"(?P<name>\S.*)$",
    re.IGNORECASE,
)
# What every scenario starts from, and the values one is run with: no demands of their own.
ASIDE = re.compile(
    r"^\s*(?:background|examples|scenarios|grundlage|hintergrund|beispiele|contexte|exemples|antecedentes|ejemplos)\s?:",
    re.IGNORECASE,
)
STEP = re.compile(
    r"^\s*(?P<keyword>given|angenommen|gegeben sei(?:en)?|soit|étant donné[es]*(?: que)?|dado|dada|when"
    r"|then|and|but|wenn|dann|und|aber|quand|lorsque|alors|et|mais|cuando|entonces|y|pero|\*)\s+"
    r"(?P<words>\S.*)$",
    re.IGNORECASE,
)
UNSAID = re.compile(r"^\s*(?:@\S.*|#.*|\|.*|\"\"\"|```)\s*$")


def is_gherkin(lines: list[str]) -> bool:
    """Whether the document begins with a feature and holds scenarios."""
    first = next((line for line in lines if line.strip() and not UNSAID.match(line)), "")
    return bool(FEATURE.match(first)) and any(map(SCENARIO.match, lines))


def as_entries(lines: list[str]) -> list[str]:
    """The lines in Markdown; every line stays where it is."""
    told: list[str] = []
    inside = aside = False
    for line in lines:
        feature, rule, scenario = FEATURE.match(line), RULE.match(line), SCENARIO.match(line)
        step = STEP.match(line)
        named = feature or rule or scenario
        if named:
            mark = "#" if feature else "##" if rule else "-"
            told.append(f"{mark} {named['name']}{':' if scenario else ''}")
            inside, aside = bool(scenario), False
        elif ASIDE.match(line):
            told.append("")
            aside = True
        elif UNSAID.match(line) or aside:
            told.append("")
        elif inside and step:
            told.append(
                f"  {step['keyword'].casefold()} {step['words'].rstrip(' .,')}{_end(lines, len(told))}"
            )
        else:
            told.append(line.strip())
    return told


def _end(lines: list[str], at: int) -> str:
    """A comma where another step follows, else a full stop."""
    after = lines[at + 1] if at + 1 < len(lines) else ""
    return "," if STEP.match(after) else "."
