"""The shapes of what runs on machines that somebody operates, and of what other programs call."""

from agents.builtin.planning.shape_parts import CORE, LATER, Part, Shape
from agents.schemas.architecture import ProductKind

SERVED: dict[ProductKind, Shape] = {
    "service": Shape(
        title="a service",
        parts=(
            Part("api", "API", "interface", "Takes requests, checks them and hands them to the rules."),
            CORE,
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
            CORE,
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
    "pipeline": Shape(
        title="a data pipeline",
        parts=(
            Part("intake", "Intake", "interface", "Fetches or receives the data and checks its shape."),
            CORE,
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
    "infrastructure": Shape(
        title="infrastructure software",
        parts=(
            Part(
                "controller",
                "Controller",
                "worker",
                "Watches the declared state and brings the real one towards it.",
            ),
            CORE,
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
    "library": Shape(
        title="a library",
        parts=(
            Part(
                "interface",
                "Public interface",
                "interface",
                "The functions and types other people's code calls.",
            ),
            CORE,
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
}
