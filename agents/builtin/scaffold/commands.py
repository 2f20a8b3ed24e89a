"""How a project is installed, run and tested, by the language it is written in."""

import re
from dataclasses import dataclass

from agents.builtin.decompose_layout import Layout


@dataclass(frozen=True, slots=True)
class Commands:
    """`action` is the set-up step of GitHub Actions with its inputs, as `name@version` and one line of YAML."""

    needs: str
    test: str
    run: str = ""
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


def commands_of(layout: Layout) -> Commands | None:
    """The commands for a layout, or None where nobody can say them without looking at the code."""
    if layout.language == "python":
        run = {"service": "--port 8080", "command": "health", "library": "health"}[layout.shape]
        return Commands(
            needs="Python 3.11 or later",
            test="python -m unittest",
            run="" if layout.existing else f"python -m {layout.package} {run}",
            action="actions/setup-python@v5",
            inputs='python-version: "3.12"',
        )
    if layout.language == "javascript":
        run = "" if layout.shape == "service" else " health"
        return Commands(
            needs="Node.js 20 or later",
            test="node --test",
            run="" if layout.existing else f"node src/main.js{run}",
            action="actions/setup-node@v4",
            inputs="node-version: 20",
        )
    return next(
        (found for pattern, found in _USUAL if re.search(pattern, layout.spoken, re.IGNORECASE)), None
    )
