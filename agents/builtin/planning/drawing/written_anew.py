"""Pages that a job writes anew when there is something new: between two of its runs nothing has to be up."""

from agents.builtin.planning.drawing.access import SIGNS_IN
from agents.builtin.planning.drawing.later import DUE, LATER, REPEATED
from agents.builtin.planning.drawing.shape_parts import Part, Shape
from agents.builtin.planning.entries import Entries
from agents.builtin.reader.words.occurring import occurring

# Pages that lie there as files.
AS_FILES = occurring(
    r"\bstatic (?:[\w-]+ ){0,2}(?:blog|html|pages?|sites?|website|web ?pages?)\b|\bstatically generated\b|\bgithub pages\b|\bpre-?(?:generated|rendered) (?:html|pages?)\b"
    r"|\bpre-?generation\b"
)
# What writes them.
WRITTEN = occurring(
    r"\b(?:re-?)?(?:buil[dt]s?|generat\w+|renders?|rendered|writes?|written) (?:[\w-]+ ){0,4}(?:html|pages?|site|website)\b"
    r"|\b(?:html|pages?|site|website) (?:(?:is|are|gets?|be) )?(?:re-?)?(?:built|generat(?:ed|ion|or)|rendered|written)\b"
)
# What starts the job.
STARTED = occurring(
    rf"{DUE}|{REPEATED}|\bgithub actions?\b|\bgitlab ci\b|\bnew data (?:arrives|comes)\b|\bperiodic"
)
SITE_BUILD = Part(
    "schedule",
    "Site build",
    "worker",
    "Fetches what is new, has it checked, and writes the pages anew.",
    serves=rf"{LATER}|\b(?:fetch|download|load|generat|build|rebuil|publish|deploy|pars)",
    also=r"(?:site )?(?:build|generator|generation)|jobs?|schedul(?:e|er|ing)|pipeline|deployment",
)
KEPT = Part(
    "kept",
    "Data between runs",
    "files",
    "Keeps what was fetched, so that a run begins where the last one ended.",
    "files",
    serves=r"\bkeep|\bkept\b|\bstor(?:e|ed|es|age)\b|\bhistor|\bdata(?:base| ?set)?\b|\brecords?\b|\blast (?:\w+ )?(?:days?|weeks?|months?|years?|\w+s)\b|\bversion",
    also=r"databases?|data (?:model|management|storage)|storage|persistence",
)


def written_anew(shape: Shape, entries: Entries, *, served: bool) -> Shape | None:
    """The shape of such a site; none where people sign in, a database server is named (`served`), or nothing writes pages by itself."""
    told = f"{entries.opening}\n{entries.all_text()}"
    if served or not AS_FILES.search(told) or not WRITTEN.search(told) or not STARTED.search(told):
        return None
    if any(SIGNS_IN.search(each.text) for each in entries.requirements):
        return None
    web, core = (next(part for part in shape.parts if part.id == key) for key in ("web", "core"))
    return shape._replace(
        parts=(web._replace(purpose="Shows what was written last; nothing runs behind it."), SITE_BUILD, core, KEPT),
        wires=(
            ("schedule", "core", "starts"),
            ("core", "kept", "reads and writes"),
            ("core", "web", "writes"),
        ),
        guard="core",
        keeper="kept",
        headline="One site of files, written anew by a job",
        why="the pages change only when the data does, so nothing has to run in between",
        gives_up="what is shown is as old as the last run",
        rejected=(("A server with a database", "the document asks for pages that lie there as files"),),
        runs_on="a scheduled job, and a host for static files",
    )  # fmt: skip
