"""The shapes of what runs on machines that somebody operates, and of what other programs call."""

from agents.builtin.planning.drawing.later import LATER, TOLD
from agents.builtin.planning.drawing.shape_parts import CORE, GUARDED, KEEPS, SEEN, Part, Shape
from agents.schemas.architecture import ProductKind

DATABASE = Part(
    "store",
    "Database",
    "store",
    "Keeps what must survive a restart.",
    "PostgreSQL",
    serves=KEEPS,
    also=r"databases?|data model|data storage|storage|persistence|database schema",
)

SERVED: dict[ProductKind, Shape] = {
    "service": Shape(
        title="a service",
        parts=(
            Part(
                "api",
                "API",
                "interface",
                "Takes requests, checks them and hands them to the rules.",
                serves=rf"{GUARDED}|\b(?:get|post|put|patch|delete) /\w|\brefus|\bown keys?\b|\brequests?\b|\brespon[ds]|\baccept|\bvalidat|\bexpose|\bquery|\bclients?\b",
                also=r"(?:rest |http |web )?apis?|api endpoints|endpoints|back-?end|server|gateway",
            ),
            CORE,
            Part(
                "worker",
                "Worker",
                "worker",
                "Does what the caller need not wait for, and tries again when it fails.",
                serves=LATER,
                optional=True,
                also=r"workers?|background (?:jobs|work|tasks)|jobs",
            ),
            DATABASE,
        ),
        wires=(
            ("api", "core", "calls"),
            ("core", "store", "reads and writes"),
            ("core", "worker", "hands over"),
            ("worker", "store", "reads and writes"),
        ),
        entry="api",
        guard="api",
        core="core",
        keeper="store",
        language="Python",
        headline="One service with its own database",
        why="one deployable is the least that serves the requirements",
        gives_up="parts cannot be scaled or released apart",
        rejected=(
            ("Several small services", "nothing in the PRD asks for parts that are released or scaled apart"),
            ("A message broker", "the database can carry the work list until the numbers say otherwise"),
        ),
        runs_on="a container",
    ),
    "web_app": Shape(
        title="a web application",
        parts=(
            Part(
                "web",
                "Web pages",
                "client",
                "Shows the product in the browser and takes input.",
                serves=SEEN,
                also=r"(?:web |user )?(?:ui|interface|front-?end|pages|app|client)|ui/ux",
            ),
            Part(
                "api",
                "Server",
                "interface",
                "Serves the pages and the data behind them, and checks who asks.",
                serves=GUARDED,
                also=r"(?:rest |http |web )?apis?|api endpoints|endpoints|back-?end|server",
            ),
            CORE,
            Part(
                "worker",
                "Worker",
                "worker",
                "Does what nobody should wait for in the browser.",
                serves=LATER,
                optional=True,
                also=r"workers?|background (?:jobs|work|tasks)|jobs",
            ),
            DATABASE,
        ),
        wires=(
            ("web", "api", "asks"),
            ("api", "core", "calls"),
            ("core", "store", "reads and writes"),
            ("core", "worker", "hands over"),
            ("worker", "store", "reads and writes"),
        ),
        entry="web",
        guard="api",
        core="core",
        keeper="store",
        language="JavaScript",
        headline="One web application with one database",
        why="pages, rules and data change together, so they are one deployable",
        gives_up="the pages cannot be released without the server",
        rejected=(
            (
                "Separate front-end and back-end services",
                "two releases for one change, without a requirement that needs it",
            ),
        ),
        runs_on="a container",
    ),
    "pipeline": Shape(
        title="a data pipeline",
        parts=(
            Part(
                "intake",
                "Intake",
                "interface",
                "Fetches or receives the data and checks its shape.",
                serves=(
                    r"\bfetch|\bingest|\breceiv|\bread(?:s|ing)?\b|\bimport|\bpull(?:s|ed|ing)?\b|\bpick(?:s|ed)? up"
                    r"|\bdownload|\bextract|\bpoll|\bscrap|\bcollect|\bsources?\b|\binput|\bvalidat|\bschema\b"
                ),
                also=r"ingest(?:ion)?|intake|extract(?:ion)?|sources?|data sources?|input|collection",
            ),
            CORE,
            Part(
                "schedule",
                "Schedule",
                "worker",
                "Starts runs, retries failed ones, and knows what is done.",
                serves=(
                    r"\b(?:dai|hour|night|week|month)ly\b|schedul|\bbackfill|\blate (?:files?|data|rows|arrivals?)\b|\bnight"
                    r"|\bevery (?:\w+ )?(?:minute|hour|day|night|week|month|morning)|\bcron\b|\bretr(?:y|ies)"
                    rf"|{TOLD}|\brepeated\b|\bthe others\b"
                    r"|\bre-?run|\bskip|\balready\b|\bstart(?:s|ed)? automatically|定时|täglich|automatisch"
                ),
                optional=True,
                also=r"schedul(?:e|er|ing)|orchestration|triggers?",
            ),
            Part(
                "sink",
                "Result store",
                "store",
                "Keeps results where their readers look for them.",
                "PostgreSQL",
                serves=rf"{KEEPS}|\bload(?:s|ed|ing)?\b|\bwrit(?:e|es|ten|ing)\b|\binto the|\bpublish|\boutput|\bresults?\b|\breport",
                also=r"load(?:ing)?|sinks?|output|storage|database|data model|persistence|results?",
            ),
        ),
        wires=(
            ("intake", "core", "hands over"),
            ("core", "sink", "writes"),
            ("schedule", "intake", "starts"),
        ),
        entry="intake",
        guard="intake",
        core="core",
        keeper="sink",
        language="Python",
        headline="One pipeline of plain steps, run on a schedule",
        why="steps that can be run again from their input are the simplest thing that is safe to repeat",
        gives_up="results are as fresh as the last run",
        rejected=(
            ("A streaming platform", "the PRD names no freshness that batches cannot meet"),
            ("A workflow engine", "a schedule and a table of runs do until there are many pipelines"),
        ),
        runs_on="a container, started on a schedule",
    ),
    "infrastructure": Shape(
        title="infrastructure software",
        parts=(
            Part(
                "controller",
                "Controller",
                "worker",
                "Watches the declared state and brings the real one towards it.",
                serves=(
                    r"\bwatch|\breconcil|\bautomatic|\bmigrat|\bcontroller|\boperator\b|\btrigger|\bdetect|\bwhen\b"
                    r"|\bperiodic|\brun(?:s|ning)?\b|\bbuild|\btest(?:s|ing)?\b|\bjobs?\b|\bprun|\bdelet|\bscal"
                ),
                also=r"controllers?|reconciler|operator|reconciliation",
            ),
            CORE,
            Part(
                "declared",
                "Declared state",
                "config",
                "What operators write down: resources and settings.",
                serves=(
                    r"config|\bcrds?\b|\bsettings?\b|\bpolic(?:y|ies)\b|\bannotation|\blabels?\b|\bdefault|\bdeclar"
                    r"|\byaml\b|\bspec\b|\bmanifest|\bresource\b|\bworkflow file"
                ),
                also=r"config(?:uration)?(?: maps?| files?)?|crds?|custom resources?|policies",
            ),
            Part(
                "signals",
                "Health and metrics",
                "interface",
                "Says how it is doing.",
                serves=r"metric|health|\bprobes?\b|\blog(?:s|ged|ging)?\b|monitor|observ|alert|\bstatus\b|\bevents?\b|\breport",
                optional=True,
                also=r"observability|monitoring|metrics|logging|health(?: checks)?",
            ),
        ),
        wires=(
            ("controller", "declared", "watches"),
            ("controller", "core", "asks"),
            ("core", "signals", "counts"),
        ),
        entry="controller",
        guard="controller",
        core="core",
        keeper="declared",
        language="",
        headline="One controller that keeps the real state as declared",
        why="a loop that compares and corrects recovers from every interruption the same way",
        gives_up="changes take effect within a loop, not at once",
        rejected=(
            ("Scripts run by hand or by cron", "they do not notice drift between runs"),
            ("A database of its own", "the platform already keeps the declared state"),
        ),
        runs_on="the cluster it manages",
    ),
    "library": Shape(
        title="a library",
        parts=(
            Part(
                "interface",
                "Public interface",
                "interface",
                "The functions and types other people's code calls.",
                serves=(
                    r"\bapi\b|\bfunctions?\b|\bmethods?\b|\btypes?\b|\bimport(?:able|ed)?\b|\bexpose|\bdevelopers?\b"
                    r"|\binterface|\breturn|\bthrow|\berrors?\b|\bcall(?:s|ers?)?\b|\w\("
                    r"|\bcallbacks?\b|\bexceptions?\b|\brais(?:e|es|ed)\b|\bdecorat|\bwraps?\b|\bpassed in\b|\bparameters?\b"
                ),
                also=r"(?:public )?(?:api|interface)(?: style)?|library",
            ),
            CORE,
            Part(
                "adapters",
                "Adapters",
                "domain",
                "Speaks to outside systems, one small adapter each.",
                serves=(
                    r"\brest\b|network|provider|storage|\bservices?\b|chain|\bhttp|\bpublish|\bremote"
                    r"|\bread(?:s|ers?)?\b|\bwrit(?:e|es|ers?)\b|\bfiles?\b|\bexport|\bformat"
                ),
                optional=True,
                also=r"adapters?|drivers?|readers?|writers?|providers?|backends?|input formats|output formats",
            ),
        ),
        wires=(("interface", "core", "calls"), ("core", "adapters", "through ports")),
        entry="interface",
        guard="interface",
        core="core",
        keeper="core",
        language="Python",
        headline="One library with a small public interface",
        why="other people's programs run it, so it brings no process and no storage of its own",
        gives_up="what must run all the time has to be run by those who use it",
        rejected=(
            (
                "A hosted service behind a thin client",
                "the PRD asks for code that runs in the caller's program",
            ),
        ),
        runs_on="other people's programs",
    ),
}
