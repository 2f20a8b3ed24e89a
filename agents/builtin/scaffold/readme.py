"""Writes the README of a new project, or adds one section to a README that is there."""

import re

from agents.builtin.decomposing.names import plain
from agents.builtin.markdown import markdown
from agents.builtin.scaffold.commands import Commands, commands_of
from agents.builtin.scaffold.site import Site
from agents.builtin.scaffold.text import bullets, fill
from agents.schemas.proposal import ProposedFile

_NEW = """\
# «title»

«headline»

## Status

A skeleton that starts, answers its health check and is tested. What it will do stands in the plan: see
[the architecture](docs/architecture.md) and the open issues.

«section»
## Layout

«layout»
"""

_SECTION = """\
## «heading»

You need «needs».

«run»Run the tests:

```sh
«test»
```
«check»"""

SETTINGS_PAGE = """\
# Settings

They are read once, at the start, from the environment. What is wrong is refused by name.

| Name | Values | Default |
|---|---|---|
| `LOG_LEVEL` | `debug`, `info`, `warning`, `error` | `info` |
"""


def readme(site: Site) -> tuple[ProposedFile, ...]:
    """README.md with how to run and test; one that exists and was not shown to us is left alone."""
    commands = commands_of(site)
    others = [path for path in site.tree if re.fullmatch(r"readme(\.\w+)?", path, re.IGNORECASE)]
    if commands is None or (others and others != ["README.md"]) or (site.layout.existing and not others):
        return ()
    if "README.md" not in site.tree:
        content = fill(
            _NEW,
            title=markdown(site.layout.product, limit=80) or "Product",
            headline=markdown(site.pack.architecture.headline, limit=400),
            section=_section(site, commands, heading="Start"),
            layout=bullets(_layout(site), nothing="To come."),
        )
        return (
            ProposedFile(
                path="README.md", content=content, reason="says what it is and how to run and test it"
            ),
        )
    there = site.files.get("README.md")
    if there is None or "## Health check and tests" in there:
        return ()
    added = f"{there.rstrip()}\n\n{_section(site, commands, heading='Health check and tests')}"
    return (ProposedFile(path="README.md", content=added, reason="adds one section, the rest is unchanged"),)


def _section(site: Site, commands: Commands, *, heading: str) -> str:
    run = f"```sh\n{commands.run}\n```\n\n" if commands.run and not site.layout.existing else ""
    if run and site.layout.shape == "service":
        run = f"Run it, then open <http://127.0.0.1:8080/health>:\n\n{run}"
    elif run:
        run = f"Ask it for its health:\n\n{run}"
    return fill(
        _SECTION, heading=heading, needs=commands.needs, run=run, test=commands.test, check=_check(commands)
    )


def _check(commands: Commands) -> str:
    lines = "\n".join(commands.check)
    return f"\nCheck the types; only this needs packages:\n\n```sh\n{lines}\n```\n" if lines else ""


def _layout(site: Site) -> tuple[str, ...]:
    about = {
        "health": "the health check; register a check for each outside dependency",
        "service": "HTTP in and out",
        "exchange": "requests and answers as values",
        "__main__": "how it is started",
        "main": "how it is started",
    }
    rows = []
    for path in site.unit.files:
        name = plain(path).rsplit("/", 1)[-1].split(".")[0]
        if path.startswith(f"{site.layout.root}/") and name in about and "/api/" not in path:
            rows.append(f"`{path}`: {about[name]}")
    return (*rows, f"`{site.layout.tests}/`: the tests")
