"""Writes compose.yaml: the product and its outside parts in containers, on the machine of whoever develops it."""

from collections.abc import Sequence

from agents.builtin.scaffold.containers import Container
from agents.builtin.scaffold.site import Site

_HEAD = """\
# For the machine you develop on: nothing here listens beyond 127.0.0.1, and no secret is written down.
services:
"""
_FETCH = "fetch('http://127.0.0.1:8080/health').then((answer) => process.exit(answer.ok ? 0 : 1))"
_OPEN = "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8080/health')"


def compose(site: Site, containers: Sequence[Container]) -> str:
    """The file, or nothing when there is neither a service of ours nor an outside part to start."""
    services = [*_product(site, containers), *(_outside(each) for each in containers)]
    if not services:
        return ""
    volumes = "".join(f"  {each.service}:\n" for each in containers)
    networks = "\nnetworks:\n  inner:\n"
    return _HEAD + "".join(services) + networks + (f"\nvolumes:\n{volumes}" if volumes else "")


def _product(site: Site, containers: Sequence[Container]) -> list[str]:
    layout = site.layout
    if layout.shape != "service" or layout.language == "none":
        return []
    if layout.node:
        image, command = "node:24-slim", f"node src/main{layout.suffix}"
        lines = ["environment:", '  HOST: "0.0.0.0"']
        health = f'["CMD", "node", "-e", "{_FETCH}"]'
    else:
        image, command = "python:3.13-slim", f"python -m {layout.package} --host 0.0.0.0 --port 8080"
        lines = []
        health = f'["CMD", "python", "-c", "{_OPEN}"]'
    lines = [
        f"image: {image}",
        "working_dir: /product",
        f"command: {command}",
        *lines,
        "volumes:",
        "  - .:/product:ro",
        "ports:",
        '  - "127.0.0.1:8080:8080"',
        "networks: [inner]",
        "healthcheck:",
        f"  test: {health}",
        "  interval: 10s",
    ]
    if containers:
        lines.append(f"depends_on: [{', '.join(each.service for each in containers)}]")
    return ["  product:\n" + "".join(f"    {line}\n" for line in lines)]


def _outside(each: Container) -> str:
    lines = [f"image: {each.image}"]
    if each.secret:
        lines += ["environment:", f"  {each.secret}: ${{{each.secret}:?set it in .env}}"]
    lines += [
        "ports:",
        f'  - "127.0.0.1:{each.port}:{each.port}"',
        "networks: [inner]",
        "volumes:",
        f"  - {each.service}:{each.data}",
    ]
    return f"  {each.service}:\n" + "".join(f"    {line}\n" for line in lines)
