"""What each kind of product is made of before anything is known about this one."""

from dataclasses import dataclass

from agents.schemas.architecture import ComponentKind, ProductKind

Wire = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a shape; `when` are the words that call for it, empty when it is always there."""

    id: str
    name: str
    kind: ComponentKind
    purpose: str
    technology: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """The parts of a kind: `entry` is where people or callers come in, `keeper` what keeps data, `core` where the rules are."""

    title: str
    parts: tuple[Part, ...]
    wires: tuple[Wire, ...]
    entry: str
    core: str
    keeper: str
    language: str
    headline: str
    why: str
    gives_up: str
    rejected: tuple[tuple[str, str], ...]
    runs_on: str


KEEPS = r"stor(?:e|es|ed|age)\b|sav(?:e|es|ed|ing)\b|remember|record|histor|persist|keep|track|log|account|profile|database|librar|list|manage|存储|保存|管理|历史|speicher|enregistr|guard|сохран|保持"
LATER = r"notif|e-?mail|send|schedul|batch|background|queue|async|remind|digest|import|export|generat|sync|webhook|report|retr(?:y|ies)|process|通知|发送|批量|定时|benachrichtig|versend|envo[iy]|rappel|уведомл"
ONLINE = r"\bserver\b|\bbackend\b|\bcloud\b|\bsync|\bmultiplayer|\bshare[ds]? with|\bsign ?(?:up|in)\b|\blog ?in\b|\baccounts?\b|\bchat\b|\bmessag|\bmatch(?:es|ing)\b|\bleaderboard|\bbooking|\bpayment|\bdelivery\b|\bdrivers?\b|\bapi\b|\bbackup"

_CORE = Part("core", "Rules", "domain", "Holds the rules of the product and knows nothing of the outside.")
SHAPES: dict[ProductKind, Shape] = {
    "service": Shape(
        title="a service",
        parts=(
            Part("api", "API", "interface", "Takes requests, checks them and hands them to the rules."),
            _CORE,
            Part(
                "worker",
                "Worker",
                "worker",
                "Does what the caller need not wait for, and tries again when it fails.",
                when=LATER,
            ),
            Part("store", "Database", "store", "Keeps what must survive a restart.", "PostgreSQL"),
        ),
        wires=(
            ("api", "core", "calls"),
            ("core", "store", "reads and writes"),
            ("core", "worker", "hands over"),
            ("worker", "store", "reads and writes"),
        ),
        entry="api",
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
            Part("web", "Web pages", "client", "Shows the product in the browser and takes input."),
            Part(
                "api",
                "Server",
                "interface",
                "Serves the pages and the data behind them, and checks who asks.",
            ),
            _CORE,
            Part(
                "worker", "Worker", "worker", "Does what nobody should wait for in the browser.", when=LATER
            ),
            Part("store", "Database", "store", "Keeps what must survive a restart.", "PostgreSQL"),
        ),
        wires=(
            ("web", "api", "asks"),
            ("api", "core", "calls"),
            ("core", "store", "reads and writes"),
            ("core", "worker", "hands over"),
            ("worker", "store", "reads and writes"),
        ),
        entry="web",
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
            ("A hosted low-code platform", "the rules of the PRD would not be testable"),
        ),
        runs_on="a container",
    ),
    "mobile_app": Shape(
        title="a mobile app",
        parts=(
            Part("screens", "Screens", "client", "Shows the product on the phone and takes input."),
            _CORE,
            Part(
                "device_store",
                "On-device storage",
                "files",
                "Keeps the user's data on the phone.",
                "SQLite on the device",
            ),
            Part(
                "sync",
                "Sync client",
                "worker",
                "Exchanges data with outside services and waits when there is no network.",
                when=ONLINE,
            ),
        ),
        wires=(
            ("screens", "core", "calls"),
            ("core", "device_store", "reads and writes"),
            ("core", "sync", "hands over"),
        ),
        entry="screens",
        core="core",
        keeper="device_store",
        language="",
        headline="One app that keeps its data on the phone",
        why="the phone is where the product is used, and it must answer without a network",
        gives_up="data on a lost phone is lost unless it was backed up",
        rejected=(
            (
                "A server with a database for every call",
                "the PRD describes an app; a server comes only for what the phone cannot do",
            ),
            ("A web page in a shell", "device features and offline use would suffer"),
        ),
        runs_on="phones, through the app stores",
    ),
    "desktop_app": Shape(
        title="a desktop application",
        parts=(
            Part("windows", "Windows", "client", "Shows the product on the desktop and takes input."),
            _CORE,
            Part(
                "local_store",
                "Local storage",
                "files",
                "Keeps the user's data on the machine.",
                "SQLite file",
            ),
            Part(
                "background",
                "Background work",
                "worker",
                "Works while the windows stay responsive.",
                when=LATER,
            ),
        ),
        wires=(
            ("windows", "core", "calls"),
            ("core", "local_store", "reads and writes"),
            ("core", "background", "hands over"),
        ),
        entry="windows",
        core="core",
        keeper="local_store",
        language="",
        headline="One desktop program that keeps its data on the machine",
        why="the work happens on one machine, so no server is needed",
        gives_up="use from several machines needs copying of files",
        rejected=(("A web application", "the PRD describes a program on the desktop"),),
        runs_on="people's own machines",
    ),
    "cli": Shape(
        title="a command-line tool",
        parts=(
            Part(
                "command", "Command line", "interface", "Reads arguments, prints results, sets the exit code."
            ),
            _CORE,
            Part(
                "settings",
                "Configuration file",
                "config",
                "Holds what people set once.",
                when=r"config|setting|default|option|preferen|配置|einstell",
            ),
            Part(
                "files",
                "Files",
                "files",
                "What is read and written on disk.",
                when=r"file|folder|director|output|export|import|download|playlist|cache|文件|datei|fichier",
            ),
        ),
        wires=(
            ("command", "core", "calls"),
            ("core", "settings", "reads"),
            ("core", "files", "reads and writes"),
        ),
        entry="command",
        core="core",
        keeper="files",
        language="Python",
        headline="One program, run from the command line",
        why="a command does one thing and ends, so nothing has to be kept running",
        gives_up="nothing happens while nobody runs it",
        rejected=(
            ("A service with an API", "nobody asked for something that keeps running"),
            ("A graphical program", "the PRD describes a command"),
        ),
        runs_on="people's own machines and CI",
    ),
    "library": Shape(
        title="a library",
        parts=(
            Part(
                "interface",
                "Public interface",
                "interface",
                "The functions and types other people's code calls.",
            ),
            _CORE,
            Part(
                "adapters",
                "Adapters",
                "domain",
                "Speaks to outside systems, one small adapter each.",
                when=r"api\b|network|provider|storage|service|chain|http|publish|query",
            ),
        ),
        wires=(("interface", "core", "calls"), ("core", "adapters", "through ports")),
        entry="interface",
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
    "extension": Shape(
        title="an extension",
        parts=(
            Part("hooks", "Host events", "interface", "Listens to what happens in the host program."),
            Part("panel", "User interface", "client", "What the extension shows inside the host."),
            _CORE,
            Part(
                "host_store",
                "Host storage",
                "files",
                "Keeps settings and state where the host allows it.",
                when=KEEPS,
            ),
        ),
        wires=(
            ("hooks", "core", "reports"),
            ("core", "panel", "shows"),
            ("core", "host_store", "reads and writes"),
        ),
        entry="hooks",
        core="core",
        keeper="host_store",
        language="",
        headline="One extension that lives inside its host",
        why="the host gives events, storage and a place to draw, so nothing else is needed",
        gives_up="it can do only what the host allows",
        rejected=(("A companion server", "nothing in the PRD needs to leave the host"),),
        runs_on="the host program",
    ),
    "pipeline": Shape(
        title="a data pipeline",
        parts=(
            Part("intake", "Intake", "interface", "Fetches or receives the data and checks its shape."),
            _CORE,
            Part(
                "schedule",
                "Schedule",
                "worker",
                "Starts runs, retries failed ones, and knows what is done.",
                when=r"daily|hourly|schedul|nightly|every|batch|cron|retry|定时|täglich",
            ),
            Part(
                "sink",
                "Result store",
                "store",
                "Keeps results where their readers look for them.",
                "PostgreSQL",
            ),
        ),
        wires=(
            ("intake", "core", "hands over"),
            ("core", "sink", "writes"),
            ("schedule", "intake", "starts"),
        ),
        entry="intake",
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
    "game": Shape(
        title="a game",
        parts=(
            Part("scenes", "Scenes", "client", "Draws the game and reads the controls."),
            Part("core", "Game rules", "domain", "Moves the world one step; can be tested without drawing."),
            Part(
                "saves",
                "Saved games",
                "files",
                "Keeps progress and settings.",
                when=r"sav(?:e|es|ed|ing)\b|progress|score|unlock|setting|level|profile",
            ),
            Part(
                "match_server",
                "Match server",
                "interface",
                "Keeps players of one match in step.",
                when=r"\bmultiplayer|\bonline (?:play|match)|\bpvp\b|\blobby",
            ),
        ),
        wires=(
            ("scenes", "core", "steps"),
            ("core", "saves", "reads and writes"),
            ("core", "match_server", "exchanges moves"),
        ),
        entry="scenes",
        core="core",
        keeper="saves",
        language="",
        headline="One game whose rules run apart from its drawing",
        why="rules that do not draw can be tested and replayed",
        gives_up="a little code that passes state from rules to scenes",
        rejected=(("Rules inside the scene scripts", "they could not be tested without playing"),),
        runs_on="players' devices",
    ),
    "infrastructure": Shape(
        title="infrastructure software",
        parts=(
            Part(
                "controller",
                "Controller",
                "worker",
                "Watches the declared state and brings the real one towards it.",
            ),
            _CORE,
            Part(
                "declared", "Declared state", "config", "What operators write down: resources and settings."
            ),
            Part(
                "signals",
                "Health and metrics",
                "interface",
                "Says how it is doing.",
                when=r"metric|health|probe|log|monitor|observ|alert",
            ),
        ),
        wires=(
            ("controller", "declared", "watches"),
            ("controller", "core", "asks"),
            ("core", "signals", "counts"),
        ),
        entry="controller",
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
}
