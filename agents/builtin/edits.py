"""What can be asked of a plan, a backlog and a patchset in plain English without a model, each with examples that work."""

from typing import Literal, NamedTuple

Target = Literal["plan", "backlog", "patchset"]


class Edit(NamedTuple):
    """One thing people can ask for; the examples are words that stand behind `/refine`."""

    what: str
    examples: tuple[str, ...]


PLAN = (
    Edit(
        "add a requirement",
        ("add requirement: a member can undo a loan", "members should be able to rate a tool"),
    ),
    Edit(
        "drop requirements, and bring one back",
        ("drop R-4", "drop R-1 to R-3 and R-5", "drop all could-haves", "put R-4 back", "keep R-4 after all"),
    ),
    Edit("put one off", ("postpone R-4", "R-4 can wait")),
    Edit(
        "change what one says",
        (
            "change R-3 to A weekly report is sent",
            "change R-3 from monthly to weekly",
            "make R-3 weekly",
            "change monthly to weekly",
            "R-3 should leave out weekends",
        ),
    ),
    Edit("split one", ("split R-2", "split R-2 into list tools / search tools")),
    Edit("merge some", ("merge R-2 and R-4", "merge R-4 into R-2")),
    Edit(
        "say how much one matters",
        (
            "make R-4 could",
            "the priority of R-1 to R-3 is must",
            "R-4 is a nice to have",
            "make everything must",
        ),
    ),
    Edit(
        "add a constraint, change one, and take one out",
        (
            "constraint: hosted in the EU",
            "budget is 5k",
            "change C-1 to Everything runs in the EU",
            "drop C-1",
        ),
    ),
    Edit(
        "draw a line, and take one away",
        ("non-goal: payments between members", "no payments", "R-4 is out of scope", "drop X-1"),
    ),
    Edit(
        "choose a technology",
        (
            "use MySQL instead of PostgreSQL",
            "use Django",
            "change the database to MySQL",
            "do not use PostgreSQL",
            "keep reports in SQLite for now",
        ),
    ),
    Edit("choose the kind of product, and its name", ("make it a command-line tool", "call it Toolshed")),
    Edit("add or drop a component", ("add component Archive for R-4", "drop component worker")),
    Edit(
        "change a component",
        (
            "rename component core to Lending",
            "the core should use Rust",
            "change component core: it keeps every rule about loans and tools",
        ),
    ),
    Edit(
        "split or merge components",
        ("split component core into Tools and Reports", "merge the worker into core"),
    ),
    Edit("move requirements to another component", ("move R-3 to api",)),
    Edit("take the last wish back, or all", ("undo", "undo everything")),
    Edit("have the PRD read again after it was edited", ("read the PRD again",)),
)
BACKLOG = (
    Edit(
        "leave units or slices out, and bring a unit back",
        ("drop U-07", "drop U-03 to U-05", "drop S5", "put U-07 back"),
    ),
    Edit("keep only some, and what they wait for", ("keep only U-01 and U-02", "drop all but S1")),
    Edit(
        "add a unit",
        ("add unit: write the migration guide", "add unit: write the migration guide for R-3 after U-02"),
    ),
    Edit(
        "change a unit",
        (
            "rename U-03 to Keep loans",
            "U-03 should also refuse an empty name",
            "U-03 is high risk",
            "make U-03 size M",
        ),
    ),
    Edit("split a unit", ("split U-03", "split U-03 into Keep loans / List loans")),
    Edit("merge units", ("merge U-03 and U-04",)),
    Edit(
        "say what waits for what",
        ("move U-05 after U-02", "do U-02 before U-05", "U-05 does not wait for U-02"),
    ),
    Edit("move a unit to another slice", ("move U-03 to S2",)),
    Edit("name the package", ("name the package toolshed",)),
    Edit("take the last wish back", ("undo",)),
)
# Files and packages can be renamed as well, but the gate `scope` stops what the unit does not name: the backlog is the place for that.
PATCHSET = (
    Edit("rename something in the code", ("rename Loan to Lending",)),
    Edit("leave a file out", ("drop file docs/notes.md",)),
    Edit("give an entity more fields", ("fields: due date, borrower",)),
    Edit("take the last wish back", ("undo",)),
)
EDITS: dict[Target, tuple[Edit, ...]] = {"plan": PLAN, "backlog": BACKLOG, "patchset": PATCHSET}
