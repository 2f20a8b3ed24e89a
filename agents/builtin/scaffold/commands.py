"""How a project is installed, run and tested, by the language it is written in."""

import re
from dataclasses import dataclass

from agents.builtin.scaffold.site import Site


@dataclass(frozen=True, slots=True)
class Commands:
    """`action` is the set-up step of GitHub Actions with its inputs, as `name@version` and one line of YAML.

    `install` brings what the code and its tests need, `check` checks the types, where there is such a thing to do.
    """

    needs: str
    test: str
    run: str = ""
    check: tuple[str, ...] = ()
    install: str = ""
    action: str = ""
    inputs: str = ""


# What a fresh checkout of each language is usually tested with.
_USUAL: tuple[tuple[str, Commands], ...] = (
    (
        r"\bgo(lang)?\b",
        Commands("Go", "go test ./...", action="actions/setup-go@v5", inputs="go-version: stable"),
    ),
    (r"\brust\b", Commands("Rust with cargo", "cargo test")),
    (
        r"\bkotlin\b|\bandroid\b",
        Commands(
            "a JDK",
            "./gradlew test",
            action="actions/setup-java@v4",
            inputs="distribution: temurin, java-version: 21",
        ),
    ),
    (
        r"\bjava\b",
        Commands(
            "a JDK and Maven",
            "mvn --batch-mode test",
            action="actions/setup-java@v4",
            inputs="distribution: temurin, java-version: 21",
        ),
    ),
    (
        r"c#|\.net\b|\bunity\b",
        Commands(".NET", "dotnet test", action="actions/setup-dotnet@v4", inputs="dotnet-version: 8.0.x"),
    ),
    (r"\bruby\b|\brails\b", Commands("Ruby with Bundler", "bundle exec rake test")),
    (r"\bphp\b|\blaravel\b", Commands("PHP with Composer", "composer test")),
    (r"\bdart\b|\bflutter\b", Commands("Flutter", "flutter test")),
    (r"\bswift\b", Commands("Swift", "swift test")),
)


def commands_of(site: Site) -> Commands | None:
    """The commands for a site, or None where nobody can say them without looking at the code."""
    layout = site.layout
    match layout.language:
        case "python":
            return _python(site)
        case "javascript" | "typescript":
            return _node(site)
        case "none":
            return next(
                (found for pattern, found in _USUAL if re.search(pattern, layout.spoken, re.IGNORECASE)), None
            )


def _python(site: Site) -> Commands:
    layout = site.layout
    run = {"service": "--port 8080", "command": "health", "library": "health"}[layout.shape]
    pytest = {"conftest.py", f"{layout.tests}/conftest.py", "pytest.ini"} & site.tree
    pytest |= {path for path in site.tree if "/" not in path and path.startswith("test_")}
    installed = layout.existing and {"pyproject.toml", "setup.py"} & site.tree
    packaged = site.new or f"{layout.tests}/__init__.py" in site.tree
    unittest = "python -m unittest" if packaged else f"python -m unittest discover {layout.tests}"
    return Commands(
        needs="Python 3.11 or later",
        test="python -m pytest" if pytest or "pytest" in site.files.get("pyproject.toml", "") else unittest,
        run="" if layout.existing else f"python -m {layout.package} {run}",
        install="python -m pip install --editable ." if installed else "",
        action="actions/setup-python@v5",
        inputs='python-version: "3.12"',
    )


def _node(site: Site) -> Commands:
    layout = site.layout
    typed = layout.language == "typescript"
    run = f"node src/main{layout.suffix}" + ("" if layout.shape == "service" else " health")
    own = '"test"' in site.files.get("package.json", "")
    return Commands(
        needs="Node.js 22.18 or later" if typed else "Node.js 22 or later",
        test="node --test" if site.new or not own else "npm test",
        run="" if layout.existing else run,
        check=("npm install", "npm run check") if typed and site.new else (),
        install="npm install" if layout.existing and "package.json" in site.tree else "",
        action="actions/setup-node@v4",
        inputs="node-version: 24",
    )
