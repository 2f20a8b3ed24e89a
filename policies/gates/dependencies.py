"""What a project depends on changes only in the open: manifests that the unit names, and no lock or vendored files."""

from policies.gates.input import GateInput
from policies.globs import first_match
from policies.tree import Change
from policies.verdict import Block, Pass, Verdict, Warn

RULE = "dependencies"

MANIFESTS = (
    "pyproject.toml",
    "setup.py",
    "setup.cfg",
    "requirements*.txt",
    "requirements*.in",
    "requirements/**",
    "Pipfile",
    "environment.yml",
    "package.json",
    "deno.json",
    "deno.jsonc",
    "go.mod",
    "go.work",
    "Cargo.toml",
    "Gemfile",
    "*.gemspec",
    "composer.json",
    "pom.xml",
    "build.gradle",
    "build.gradle.kts",
    "settings.gradle",
    "settings.gradle.kts",
    "libs.versions.toml",
    "*.csproj",
    "*.fsproj",
    "Directory.Packages.props",
    "mix.exs",
    "pubspec.yaml",
    "Package.swift",
    "Podfile",
    "conanfile.*",
    "vcpkg.json",
)
# What a tool writes, what was copied from elsewhere, and where packages are fetched from.
LOCKED = (
    "*.lock",
    "*.lockb",
    "*.lockfile",
    "package-lock.json",
    "npm-shrinkwrap.json",
    "pnpm-lock.yaml",
    "packages.lock.json",
    "go.sum",
    "go.work.sum",
    "Package.resolved",
    "node_modules",
    "vendor",
    "third_party",
    "*.min.js",
    "*.min.css",
    "bower_components",
    ".npmrc",
    ".yarnrc",
    ".yarnrc.yml",
    ".yarn",
    ".pypirc",
    "pip.conf",
    "bunfig.toml",
    ".cargo",
    "nuget.config",
)


def judge(gate_input: GateInput) -> Verdict:
    """Blocks lock files, vendored files, registry settings and manifests the unit does not name; warns of named ones."""
    changes = gate_input.patchset.changes
    locked = gate_input.touching(LOCKED)
    manifests = tuple(change for change in changes if first_match(MANIFESTS, change.path) is not None)
    # A glob is not enough: whoever approved the unit must have seen the manifest's name.
    unnamed = tuple(
        f"{change.path}: not named by the unit"
        for change in manifests
        if change.path not in gate_input.unit_files
    )
    if locked or unnamed:
        return Block(
            rule=RULE,
            reason="Dependencies would change in a way nobody asked for.",
            remedy="Name the manifest in the unit; lock and vendored files are made by their tool, in CI or by you.",
            evidence=(*locked, *unnamed),
        )
    if manifests:
        return Warn(
            rule=RULE,
            reason="A file that names dependencies changes.",
            remedy="Look at each dependency it adds before you approve.",
            evidence=tuple(f"{change.path}: {_what(change)}" for change in manifests),
        )
    return Pass(RULE, ("no manifest, lock or vendored file",))


def _what(change: Change) -> str:
    if change.after is None:
        return "deleted"
    return "new" if change.before is None else "changed"
