"""Which parts a requirement calls for in a language whose grammar is not read: by loan words, the commonest verbs, and who does it."""

import re
from collections.abc import Collection, Sequence

from agents.builtin.planning.drawing.later import LATER
from agents.builtin.planning.drawing.shape_parts import GUARDED, KEEPS, SEEN, Part, Shape
from agents.builtin.planning.entries import Entries
from agents.builtin.reader.text.tongue import tongue
from agents.builtin.reader.words.occurring import occurring
from agents.schemas.architecture import Architecture

# German, French, Spanish, Portuguese and Italian; with what they all borrow.
ABROAD = (
    (
        SEEN,
        occurring(
            r"\bdashboards?\b|\bbuttons?\b|\bformular|\bmaske\b|\banzeige|\bangezeigt|\bansicht|\bseiten?\b|\bbildschirm|\bklick"
            r"|\bsieht\b|\bsehen\b|\bw[äa]hl(?:t|en)\b|\bmarkiert\b|\bsuch(?:e|t|en)\b|\bgesucht\b"
            r"|\bécrans?\b|\bbouton|\bformulaires?\b|\bvoi(?:t|r|ent)\b|\bchoisi|\bclique|\bliste\b|\brecherch"
            r"|\bpantallas?\b|\bbotón|\bformularios?\b|\bve\b|\bven\b|\belige|\bhace clic|\blistas? de\b|\bbusca"
            r"|\btelas?\b|\bbotão|\bescolhe|\bschermat|\bpulsante|\bvede\b|\bsceglie"
        ),
    ),
    (
        KEEPS,
        occurring(
            r"\bdatenbank|gespeichert|\bhinterleg|\bbuch(?:t|en|ung)|\bgebucht|\bstornier|\blösch|gelöscht|\bänder|geändert|\bbearbeit"
            r"|\bhinzu(?:füg|gefüg)|\bverlauf\b|\bhistorie\b|\bbestand\b|\barchiv"
            r"|\bbase de données|\bréserv|\bsupprim|\bmodifi|\bajout|\bannul|\bhistori|\bstocks?\b"
            r"|\bbase de datos|\bguarda|\belimin|\bborra|\bmodifica|\bañad|\bagrega|\bcancel|\bhistorial"
            r"|\bbanco de dados|\bsalv(?:a|o|ar)\b|\bexclu[ií]|\badicion|\bbanca dati|\bprenot"
        ),
    ),
    (
        GUARDED,
        occurring(
            r"\blogin\b|\bpasswort|\bmeldet sich\b|\bmelden sich\b|\banmeldung|\beinlog|\bberechtig|\bzugriff|\brollen?\b|\bkonto\b|\bkonten\b"
            r"|\bmots? de passe|\bse connect|\bs['’]identifi|\bdroits?\b|\baccès\b|\bcomptes?\b"
            r"|\bcontraseña|\binicia(?:r|n)? sesión|\bpermisos?\b|\bacceso|\bcuentas?\b"
            r"|\bsenha|\bpermiss|\bacesso|\baccesso|\bpassword"
        ),
    ),
    (
        LATER,
        occurring(
            r"\be-?mails?\b|\bsms\b|\bpush\b|\bnewsletter\b|\bbenachrichtig|\berinner|\bversend|\bverschick|\bschick(?:t|en)\b|\bt[äa]glich|\bnachts\b"
            r"|\bwöchentlich|\bautomatisch|\bimport(?:iert|ieren)?\b"
            r"|\bcourriels?\b|\bnotifi|\brappel|\bchaque (?:jour|nuit|semaine|mois)|\bautomatique"
            r"|\bcorreos?\b|\brecordatori|\benv[ií]a|\bcada (?:día|noche|semana|mes)|\bautomática|\bautomatica"
            r"|\blembret|\btodo dia\b|\bpromemoria|\bogni (?:giorno|notte|settimana)"
        ),
    ),
)
UNREAD = (
    "I read only common words of this language: what I could not place stands with the rules alone, so look closely at which part "
    "serves what."
)
# What somebody gets is sent, and is nothing done at a screen.
GETS = re.compile(
    r"\b(?:erhält|erhalten|bekommt|bekommen|reçoi(?:t|vent)|recibe|reciben|recebe|riceve)\b", re.IGNORECASE
)
ARTICLE = r"(?:der|die|das|ein|eine|jede[rs]?|alle|le|la|les|un|une|chaque|el|los|las|una|cada|o|a|os|as|um|uma|il|lo|i|gli|ogni)"


def is_read(entries: Entries) -> bool:
    """Whether the requirements are in the language whose sentences are taken apart."""
    return tongue(entries.all_text())[0] in {"en", ""}


def calls_for(part: Part, text: str) -> bool:
    """Whether words of another language call for this part."""
    return part.helps(text) or any(usual in part.serves and words.search(text) for usual, words in ABROAD)


def needed(shape: Shape, entries: Entries) -> tuple[Part, ...]:
    """The parts of a shape that are always there, and those that a demand calls for."""
    wanted = [each.text for each in (*entries.requirements, *entries.nfrs, *entries.stories)]
    needs = Part.helps if is_read(entries) else calls_for
    return tuple(
        part for part in shape.parts if not part.optional or any(needs(part, text) for text in wanted)
    )


def helping_abroad(text: str, shape: Shape, people: Collection[str]) -> list[str]:
    """The parts that a requirement calls for: by its words, and the screen where it begins with somebody."""
    found = [part.id for part in shape.parts if part.id != shape.core and calls_for(part, text)]
    screen = next((part.id for part in shape.parts if part.id == shape.entry and part.kind == "client"), "")
    if screen and screen not in found and _somebody(text, people) and not GETS.search(text):
        found.insert(0, screen)
    return found


def noticed(entries: Entries, drawn: Architecture) -> Sequence[str]:
    """What people should know where a part stands in the drawing although no word was read that calls for it."""
    if is_read(entries) or all(part.requirement_ids for part in drawn.components):
        return ()
    return (UNREAD,)


def _somebody(text: str, people: Collection[str]) -> bool:
    """Whether the first words name one of these people: `Der Kunde kann …`, `Mitglieder melden …`."""
    words = re.sub(rf"^\W*(?:{ARTICLE}\s+)?", "", text.casefold(), count=1)
    return any(words.startswith(name) for name in people if name)
