"""Writes what people need around the code: local development, proposed checks, and the runbook."""

import re

from agents.builtin.decomposing.names import plain
from agents.builtin.markdown import markdown
from agents.builtin.scaffold.commands import Commands, commands_of
from agents.builtin.scaffold.compose import compose
from agents.builtin.scaffold.containers import Container, container_of
from agents.builtin.scaffold.site import Site
from agents.builtin.scaffold.text import bullets, fill
from agents.schemas.proposal import ProposedFile
from agents.schemas.requirements import NonFunctional

_DEVELOPMENT = """\
# Local development

You need «needs».

«start»
Run the tests before every commit:

```sh
«test»
```
«check»
«outside»
"""

_CHECKS = """\
# Proposed, not active: a person moves this file to .github/workflows/checks.yml.
# TODO: pin each action to a full commit SHA before that; a tag such as v4 can be moved by whoever owns the action.
name: checks

on:
  push:
    branches: [main]
  pull_request:

permissions:
  contents: read

jobs:
  test:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    steps:
      - uses: actions/checkout@v4
«setup»«steps»"""

_CHECKS_PAGE = """\
# Continuous integration

[checks.yml](checks.yml) runs `«test»` on every pull request and on `main`. It is a proposal and does not run where it
stands: the App that wrote it has no permission to change workflows, on purpose.

To put it in place, a person with write access moves it and opens a pull request:

```sh
mkdir -p .github/workflows
git mv docs/ci/checks.yml .github/workflows/checks.yml
```

Pin each action to the full hash of a commit you have looked at before you rely on it, and make the job a required check of
`main`.
"""

_RUNBOOK = """\
# Runbook of «product»

For the person on call. Correct it whenever it was wrong.

## Start and stop

«start»

## What to watch

| Goal | Target | Where to look |
|---|---|---|
«targets»

## Signals

«signals»

## When an outside system is down

«outside»

## Roll back

1. Find the last version that was well: `git log --first-parent --oneline main`.
2. Revert what came after it in a pull request: `git revert --no-edit -m 1 <merge commit>`; the tests must pass.
3. If stored data changed its shape, undo the migration of that version first, on a copy.
4. Start the reverted version and look at its health check.

## What success looks like

«metrics»
"""


def local(site: Site) -> tuple[ProposedFile, ...] | str:
    """How to get from a checkout to running tests, with containers for the stores of the plan."""
    commands = commands_of(site)
    if commands is None:
        return f"it does not know how a project in {plain(site.layout.spoken) or 'an unnamed language'} is tested"
    containers, unknown = _containers(site)
    composed = compose(site, containers)
    page = fill(
        _DEVELOPMENT,
        needs=commands.needs + (", and Docker with Compose" if containers else ""),
        start="".join(
            f"{number}. {step}\n" for number, step in enumerate(_start(site, commands, containers), 1)
        ),
        test=commands.test,
        check=_check(commands),
        outside=_outside(containers, unknown, product="\n  product:\n" in composed),
    )
    secrets = [each.secret for each in containers if each.secret]
    example = "# Copy to .env; never commit .env.\nLOG_LEVEL=info\n" + "".join(
        f"{name}=\n" for name in secrets
    )
    files = [ProposedFile(path="docs/development.md", content=page, reason="from checkout to running tests")]
    if ".env.example" in site.unit.files:
        why = "names the settings; holds no secret"
        files.append(ProposedFile(path=".env.example", content=example, reason=why))
    if composed:
        why = "the product and its outside parts, on this machine only"
        files.append(ProposedFile(path="compose.yaml", content=composed, reason=why))
    return tuple(files)


def checks(site: Site) -> tuple[ProposedFile, ...] | str:
    """A workflow as a document, and how a person puts it in place."""
    commands = commands_of(site)
    if commands is None:
        return f"it does not know how a project in {plain(site.layout.spoken) or 'an unnamed language'} is tested"
    inputs = "".join(f"          {line.strip()}\n" for line in commands.inputs.split(", "))
    setup = f"      - uses: {commands.action}\n        with:\n{inputs}" if commands.action else ""
    steps = "".join(
        f"      - run: {each}\n" for each in (commands.install, *commands.check, commands.test) if each
    )
    workflow = fill(_CHECKS, setup=setup, steps=steps)
    return (
        ProposedFile(path="docs/ci/checks.yml", content=workflow, reason="the proposed workflow"),
        ProposedFile(
            path="docs/ci/README.md",
            content=fill(_CHECKS_PAGE, test=commands.test),
            reason="how a person puts it in place",
        ),
    )


def runbook(site: Site) -> tuple[ProposedFile, ...]:
    """Start, watch, restore and roll back, with the targets of the plan."""
    pack, commands = site.pack, commands_of(site)
    start = (
        f"`{commands.run}` starts it; interrupt it to stop."
        if commands and commands.run
        else "To be written."
    )
    if site.layout.shape == "service" and commands and commands.run:
        start += " `GET /health` answers 200 when all is well and 503 with the reasons when not."
    outside = [
        f"**{markdown(each.name)}**: tell users what does not work, check that calls to it end in time, do what was kept later."
        for each in pack.integrations
    ]
    content = fill(
        _RUNBOOK,
        product=markdown(site.layout.product, limit=80),
        start=start,
        targets="\n".join(_target(each) for each in pack.nfrs) or "| The plan names no target | — | — |",
        signals=bullets(
            [markdown(each) for each in pack.implementation.observability], nothing="None named in the plan."
        ),
        outside=bullets(outside, nothing="The plan names no outside system."),
        metrics=bullets(
            [markdown(each.text) for each in pack.prd.success_metrics], nothing="The PRD names no measure."
        ),
    )
    return (ProposedFile(path="docs/runbook.md", content=content, reason="for the person on call"),)


def _start(site: Site, commands: Commands, containers: tuple[Container, ...]) -> list[str]:
    names = " ".join(each.service for each in containers)
    env = "Copy `.env.example` to `.env` and fill in what is empty. `.env` stays on your machine."
    steps = (
        "Check the repository out.",
        f"Install what it needs: `{commands.install}`." if commands.install else "",
        env if ".env.example" in site.unit.files else "",
        f"Start the outside parts: `docker compose up --detach {names}`." if containers else "",
        f"Try it: `{commands.run}`." if commands.run else "",
    )
    return [step for step in steps if step]


def _check(commands: Commands) -> str:
    lines = "\n".join(commands.check)
    return f"\nCheck the types as well:\n\n```sh\n{lines}\n```\n" if lines else ""


def _outside(containers: tuple[Container, ...], unknown: tuple[str, ...], *, product: bool) -> str:
    lines = [f"`{each.service}` listens on 127.0.0.1:{each.port}." for each in containers]
    lines += [f"{name} has no container here; ask the team how to reach it." for name in unknown]
    if product:
        lines.append("`docker compose up` starts the product in a container as well, on 127.0.0.1:8080.")
    return bullets(lines, nothing="There are no outside parts yet.")


def _containers(site: Site) -> tuple[tuple[Container, ...], tuple[str, ...]]:
    """Containers for the stores we know, and the names of those we do not."""
    known: dict[str, Container] = {}
    unknown: list[str] = []
    for part in site.pack.architecture.components:
        if part.kind not in {"store", "queue"}:
            continue
        found = container_of(part)
        if found:
            known[found.service] = found
        elif not re.search(r"sqlite|in.?memory|file", f"{part.technology} {part.name}", re.IGNORECASE):
            unknown.append(markdown(part.technology or part.name, limit=60))
    return tuple(known.values()), tuple(unknown)


def _target(each: NonFunctional) -> str:
    target = each.target
    goal = (
        markdown(f"{target.comparison} {target.quantity:g} {target.unit}".strip())
        if target
        else "not measurable yet"
    )
    return f"| {each.id} {markdown(each.text, limit=160)} | {goal} | to be filled in with the proof of {each.id} |"
