"""The units every plan starts with: skeleton, documents, settings, component folders, local set-up and checks."""

from agents.builtin.decomposing.draft import Draft
from agents.builtin.decomposing.layout import Layout, component_folders
from agents.builtin.decomposing.names import plain
from agents.builtin.decomposing.pages import START, pages
from agents.schemas.pack import ArchitecturePack

UNITTEST = "python -m unittest"
NODE_TEST = "node --test"
# How others run their tests, where one command is what everybody uses.
COMMANDS = {
    "Go": "go test ./...",
    "Rust": "cargo test",
    "C#": "dotnet test",
    "F#": "dotnet test",
    "Swift": "swift test",
    "Elixir": "mix test",
    "HCL": "terraform test",
}


def start(pack: ArchitecturePack, *, layout: Layout) -> tuple[Draft, ...]:
    """What can begin on the first day, the pieces nobody waits for first.

    A repository that has code has its own settings and folders, and is brought no others.
    """
    bare = layout.language == "none" or layout.existing
    return (
        _skeleton(layout),
        *pages(pack),
        *(() if bare else (_settings(layout),)),
        *(() if bare else _boundaries(pack, layout=layout)),
        _local(pack, layout=layout),
        _checks(layout),
    )


def proof_command(layout: Layout, name: str) -> str:
    """How one test is run, for the eyes of people."""
    if layout.language == "none":
        return COMMANDS.get(layout.spoken, "the project's own test command passes")
    if layout.language == "python":
        return f"{UNITTEST} {layout.tests}.test_{name}"
    return f"{NODE_TEST} {layout.proof(name)}"


def _skeleton(layout: Layout) -> Draft:
    what = {
        "service": "service that answers /health",
        "command": "command line with a health command",
        "library": "package with a health check",
    }[layout.shape]
    if layout.language == "none":
        return _bare(layout)
    if layout.existing:
        return _beside(layout)
    return Draft(
        key="skeleton:",
        kind="skeleton",
        group=START,
        title=f"Project skeleton of {plain(layout.product, limit=60)}: {what}",
        summary=f"The smallest {layout.spoken or 'project'} {what}, with tests that run and a README that says how."
        if layout.spoken
        else f"The smallest {what}, with tests that run and a README that says how.",
        acceptance=(
            "the tests pass on a fresh checkout",
            "the health check answers",
            "the README says how to run both",
        ),
        files=_skeleton_files(layout),
        test=proof_command(layout, "health"),
        foundation=True,
    )


def _beside(layout: Layout) -> Draft:
    """A health check in a repository that starts and is tested already."""
    return Draft(
        key="skeleton:",
        kind="skeleton",
        group=START,
        title=f"Health check in the existing code of {plain(layout.product, limit=50)}",
        summary="One module to which each outside dependency can add its check, with a test in the place of the other tests.",
        acceptance=("the tests pass on a fresh checkout", "a failing check is named with its reason"),
        files=_skeleton_files(layout),
        test=proof_command(layout, "health"),
        foundation=True,
    )


def _bare(layout: Layout) -> Draft:
    """A skeleton where no language of ours says how a health check looks or where files stand."""
    return Draft(
        key="skeleton:",
        kind="skeleton",
        group=START,
        title=f"Project skeleton of {plain(layout.product, limit=60)}: it starts and is tested",
        summary=f"The smallest {layout.spoken or 'project'} that starts where it shall run, with tests that run and a README that says how.",
        acceptance=(
            "the tests pass on a fresh checkout",
            "it starts, or is loaded, where it shall run",
            "the README says how to do both",
        ),
        files=_skeleton_files(layout),
        test=proof_command(layout, "health"),
        foundation=True,
    )


def _skeleton_files(layout: Layout) -> tuple[str, ...]:
    """What the skeleton may touch; in a repository with code it adds a health check and leaves the rest alone."""
    health = (layout.code("health"), layout.proof("health"))
    if layout.language == "none":
        return ("**",)
    package = (layout.code("__init__"), f"{layout.tests}/__init__.py")
    if layout.existing:
        return ("README.md", *(package if layout.language == "python" else ()), *health)
    served = (layout.code("service"), layout.code("api", layout.index), layout.proof("service"))
    if layout.node:
        types = "tsconfig.json" if layout.language == "typescript" else "jsconfig.json"
        manifests = ("package.json", types, ".gitignore", layout.code("main"))
        return ("README.md", *manifests, *health, *_shaped(layout, served=served))
    start = ("README.md", *package, *health, "pyproject.toml", ".gitignore", layout.code("__main__"))
    return (*start, *_shaped(layout, served=(layout.code("exchange"), *served)))


def _shaped(layout: Layout, *, served: tuple[str, ...]) -> tuple[str, ...]:
    match layout.shape:
        case "service":
            return served
        case "command":
            return (layout.proof("command"),)
        case "library":
            return ()


def _settings(layout: Layout) -> Draft:
    return Draft(
        key="settings:",
        kind="settings",
        group=START,
        title="Settings read once from the environment",
        summary="One place reads the environment, refuses what is wrong by name, and hands the rest a value.",
        acceptance=("an empty environment gives the defaults", "a wrong setting is refused by name"),
        files=(layout.code("settings"), layout.proof("settings"), "docs/settings.md"),
        test=proof_command(layout, "settings"),
        after=("skeleton:",),
        foundation=True,
    )


def _boundaries(pack: ArchitecturePack, *, layout: Layout) -> tuple[Draft, ...]:
    folders = component_folders(pack)
    if not folders:
        return ()
    return (
        Draft(
            key="component:",
            kind="component",
            group=START,
            title="Component folders and the rule which may import which",
            summary="One folder for each component of our own, and a test that lets a component import only what the plan connects.",
            acceptance=(
                "every component of our own has a folder that says its purpose",
                "a forbidden import fails the tests",
            ),
            files=(
                *(layout.code(name, layout.index) for name in folders.values()),
                layout.proof("boundaries"),
            ),
            test=proof_command(layout, "boundaries"),
            after=("skeleton:",),
            component_ids=tuple(folders),
            foundation=True,
        ),
    )


def _local(pack: ArchitecturePack, *, layout: Layout) -> Draft:
    stores = tuple(part.id for part in pack.architecture.components if part.kind in {"store", "queue"})
    served = layout.shape == "service" and layout.language != "none"
    return Draft(
        key="local:",
        kind="local",
        group=START,
        title="Local development: from checkout to running tests",
        summary="What to install, how to run the tests and the product, and the outside parts in containers where there are any.",
        acceptance=("a newcomer runs the tests by following the page", "no secret is written down"),
        files=(
            "docs/development.md",
            *(() if layout.existing and not stores else (".env.example",)),
            *(("compose.yaml",) if stores or served else ()),
        ),
        test="a fresh checkout runs the tests by the commands of the page",
        after=("skeleton:",) if layout.language != "none" else (),
        component_ids=stores,
        foundation=True,
    )


def _checks(layout: Layout) -> Draft:
    return Draft(
        key="ci:",
        kind="ci",
        group=START,
        title="Proposed continuous integration, for a person to put in place",
        summary="A workflow that runs the tests on every pull request, written as a document: the App may not write workflows.",
        acceptance=("the file runs the same test command as the README", "the page says where to move it"),
        files=("docs/ci/README.md", "docs/ci/checks.yml"),
        test="a person moves the file to .github/workflows and the first run is green",
        after=("skeleton:",) if layout.language != "none" else (),
        foundation=True,
    )
