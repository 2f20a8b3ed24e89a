"""Writes infrastructure as code: Terraform that plans as it stands, with a marked boundary wherever people must choose."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from agents.builtin.decomposing.names import distinct, plain, snake
from agents.builtin.markdown import markdown
from agents.builtin.scaffold import terraform, terraform_modules
from agents.builtin.scaffold.containers import container_of
from agents.builtin.scaffold.site import Site
from agents.builtin.scaffold.text import bullets, fill, hcl
from agents.schemas.architecture import Component
from agents.schemas.proposal import ProposedFile

# What a part usually is with a provider that the plan names; nothing is chosen, a person reads it in a comment.
_PROVIDERS: tuple[tuple[str, str, Mapping[str, str]], ...] = (
    (
        r"\baws\b|\bamazon\b|\blambda\b|\bdynamodb\b|\bfargate\b",
        "AWS",
        {
            "network": "aws_vpc, aws_subnet and aws_security_group",
            "compute": "aws_ecs_service or aws_apprunner_service",
            "data": "aws_db_instance, aws_s3_bucket or aws_dynamodb_table",
            "queues": "aws_sqs_queue",
            "secrets": "aws_secretsmanager_secret",
        },
    ),
    (
        r"\bgcp\b|\bgoogle cloud\b|\bcloud run\b|\bbigquery\b|\bfirestore\b",
        "Google Cloud",
        {
            "network": "google_compute_network and google_compute_firewall",
            "compute": "google_cloud_run_v2_service",
            "data": "google_sql_database_instance or google_storage_bucket",
            "queues": "google_pubsub_topic or google_cloud_tasks_queue",
            "secrets": "google_secret_manager_secret",
        },
    ),
    (
        r"\bazure\b",
        "Azure",
        {
            "network": "azurerm_virtual_network and azurerm_network_security_group",
            "compute": "azurerm_container_app",
            "data": "azurerm_postgresql_flexible_server or azurerm_storage_account",
            "queues": "azurerm_servicebus_queue",
            "secrets": "azurerm_key_vault_secret",
        },
    ),
)


@dataclass(frozen=True, slots=True)
class Kept:
    """One store or queue: its name in code, what it is made of, and the port it listens on where that is known."""

    name: str
    engine: str
    port: int | None


@dataclass(frozen=True, slots=True)
class Graph:
    """What must exist to run the product; `secrets` are names with what they are for, never values."""

    served: bool
    data: tuple[Kept, ...]
    queues: tuple[Kept, ...]
    secrets: tuple[tuple[str, str], ...]

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts that are there, in the order they are built in."""
        there = {"data": self.data, "queues": self.queues, "secrets": self.secrets}
        return ("network", *(name for name, found in there.items() if found), "compute")


def infrastructure(site: Site) -> tuple[ProposedFile, ...]:
    """A root module that joins one module for each part, and a page about what people still have to choose."""
    graph, provider = graph_of(site), _provider(site)
    usual = {part: _usual(provider, part) for part in graph.parts}
    modules = {
        f"infra/{part}/main.tf": (
            fill(terraform_modules.MODULES[part], usual=usual[part]),
            f"the boundary of {part}",
        )
        for part in graph.parts
    }
    files = {
        "infra/README.md": (_page(site, graph, provider), "what is there and what people still choose"),
        "infra/main.tf": (_root(site, graph), "joins the parts"),
        "infra/variables.tf": (
            fill(terraform.VARIABLES, name=site.layout.slug),
            "what differs from environment to environment",
        ),
        "infra/outputs.tf": (terraform.OUTPUTS, "what others need to know"),
        "infra/.gitignore": (terraform.GITIGNORE, "keeps state and values out of the repository"),
        **modules,
    }
    return tuple(ProposedFile(path=path, content=text, reason=why) for path, (text, why) in files.items())


def graph_of(site: Site) -> Graph:
    """The graph of network, compute, data, queues and secrets that the components of the plan come to."""
    parts = site.pack.architecture.components
    kept = tuple(part for part in parts if part.kind in {"store", "files", "queue"})
    names = dict(
        zip(
            (part.id for part in kept),
            distinct(snake(part.id, fallback="part") for part in kept),
            strict=True,
        )
    )
    secrets: dict[str, str] = {}
    for part in kept:
        found = container_of(part)
        if found and found.secret:
            secrets.setdefault(found.secret.lower(), f"the password of {plain(part.technology or part.name)}")
    for part in parts:
        if part.kind == "external":
            name = f"{snake(part.name, fallback='outside')}_credential"
            secrets.setdefault(name, f"for calls to {plain(part.name, limit=60)}, if it asks who calls")
    return Graph(
        served=site.pack.architecture.kind in {"service", "web_app"},
        data=tuple(_kept(part, names[part.id]) for part in kept if part.kind != "queue"),
        queues=tuple(_kept(part, names[part.id]) for part in kept if part.kind == "queue"),
        secrets=tuple(secrets.items()),
    )


def _kept(part: Component, name: str) -> Kept:
    found = container_of(part)
    return Kept(
        name=name, engine=plain(part.technology or part.name, limit=60), port=found.port if found else None
    )


def _root(site: Site, graph: Graph) -> str:
    calls = {
        "data": terraform.CALL_DATA,
        "queues": terraform.CALL_QUEUES,
        "secrets": terraform.CALL_SECRETS,
    }
    endpoints = [f"module.{part}.endpoints" for part in ("data", "queues") if part in graph.parts]
    words = {
        "product": plain(site.layout.product, limit=60),
        "ports": "[443]" if graph.served else "[]",
        "stores": _rows(graph.data),
        "queues": _rows(graph.queues),
        "names": _aligned(tuple((name, hcl(why)) for name, why in graph.secrets)),
        "port": "8080" if graph.served else "null",
        "health": '"/health"' if graph.served else "null",
        "endpoints": _merged(endpoints),
        "references": "module.secrets.references" if graph.secrets else "{}",
    }
    asked = "".join(fill(calls[part], **words) for part in graph.parts if part in calls)
    return fill(terraform.ROOT, **words, modules=asked)


def _merged(maps: list[str]) -> str:
    return f"merge({', '.join(maps)})" if len(maps) > 1 else next(iter(maps), "{}")


def _rows(kept: tuple[Kept, ...]) -> str:
    ports = (f", port = {each.port}" if each.port else "" for each in kept)
    return _aligned(
        tuple(
            (each.name, f"{{ engine = {hcl(each.engine)}{port} }}")
            for each, port in zip(kept, ports, strict=True)
        )
    )


def _aligned(rows: tuple[tuple[str, str], ...]) -> str:
    """One row under the other with their signs of equality in a column, as `terraform fmt` wants them."""
    longest = max((len(name) for name, _ in rows), default=0)
    return "\n".join(f"    {name.ljust(longest)} = {value}" for name, value in rows)


def _provider(site: Site) -> tuple[str, Mapping[str, str]]:
    pack = site.pack
    told = " ".join(
        (
            *(part.technology for part in pack.architecture.components),
            *(each.name for each in pack.integrations),
            *(each.text for each in (*pack.prd.constraints, *pack.org_constraints, *pack.requirements)),
        )
    )
    found = ((name, usual) for pattern, name, usual in _PROVIDERS if re.search(pattern, told, re.IGNORECASE))
    return next(found, ("", {}))


def _usual(provider: tuple[str, Mapping[str, str]], part: str) -> str:
    name, usual = provider
    return f" On {name} that is usually {usual[part]}." if name else ""


def _page(site: Site, graph: Graph, provider: tuple[str, Mapping[str, str]]) -> str:
    rows = [
        "| network | an inner network; "
        + ("port 443 is open to the outside |" if graph.served else "nothing is open to the outside |")
    ]
    for part, kept in (("data", graph.data), ("queues", graph.queues)):
        if kept:
            rows.append(f"| {part} | {', '.join(markdown(each.engine) for each in kept)} |")
    if graph.secrets:
        rows.append(f"| secrets | {', '.join(f'`{name}`' for name, _ in graph.secrets)} |")
    rows.append("| compute | the product itself" + (", with its health check |" if graph.served else " |"))
    marks = ["the state: where Terraform keeps what it knows (`main.tf`)"]
    marks += [f"{part}: {terraform.CHOICES[part]} (`{part}/main.tf`)" for part in graph.parts]
    named = (
        f"The plan speaks of {provider[0]}; the comments name what is usual there."
        if provider[0]
        else "The plan names no provider, so none is chosen here."
    )
    return fill(
        terraform.PAGE,
        product=markdown(site.layout.product, limit=80),
        rows="\n".join(rows),
        choices=bullets(marks, nothing=""),
        provider=named,
    )
