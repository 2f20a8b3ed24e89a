"""What is written for running the product: Terraform that is valid and planned by Terraform itself, and a compose file."""

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import hcl2
import pytest
import yaml

from agents.schemas.architecture import Component
from agents.schemas.pack import ArchitecturePack
from agents.schemas.requirements import Statement
from tests.agents.scaffold.building import built, write
from tests.agents.scaffold.plans import COMMAND, CONTROLLER, LIBRARY, MOBILE, SERVICE, invoices, planned

TODO = re.compile(r"TODO\((\w+)\)")


def everything() -> ArchitecturePack:
    """A plan with each kind of part, under names that would like to be code."""
    pack = invoices()
    parts = (
        Component(id="jobs", name="Jobs", kind="queue", purpose="waits", technology="RabbitMQ"),
        Component(id="papers", name="Papers", kind="files", purpose="keeps PDFs"),
        Component(id="odd", name='${file("/etc/passwd")} %{ if', kind="store", purpose="odd"),
        Component(id="mail", name='Post"mark', kind="external", purpose="sends"),
    )
    drawn = pack.architecture.model_copy(update={"components": (*pack.architecture.components, *parts)})
    limits = (Statement(id="C-1", text="It runs on AWS", lines=(3,)),)
    prd = pack.prd.model_copy(update={"constraints": limits})
    return pack.model_copy(update={"architecture": drawn, "prd": prd})


PLANS = {
    "a plan with every part": everything(),
    "a service with a store": invoices(),
    "a web app without one": invoices(kind="web_app", language="TypeScript"),
    "a pipeline": invoices(kind="pipeline"),
    "a service in a language the scaffolder does not write": invoices(language="Go"),
    "a service read from a PRD": planned(SERVICE),
}


def terraform_of(pack: ArchitecturePack) -> dict[str, str]:
    return {path: text for path, text in built(pack).tree.items() if path.startswith("infra/")}


def parsed(tree: dict[str, str]) -> dict[str, dict[str, Any]]:
    return {path: hcl2.loads(text) for path, text in tree.items() if path.endswith(".tf")}


@pytest.mark.parametrize("pack", PLANS.values(), ids=PLANS.keys())
def test_every_module_is_called_with_exactly_the_variables_it_has(pack: ArchitecturePack) -> None:
    files = parsed(terraform_of(pack))
    calls = {_word(name): call for each in files["infra/main.tf"]["module"] for name, call in each.items()}
    assert {path.split("/")[1] for path in files if path.count("/") == 2} == set(calls)
    for name, call in calls.items():
        wanted = {_word(key) for each in files[f"infra/{name}/main.tf"]["variable"] for key in each}
        assert {key for key in call if not key.startswith("__")} == {"source", *wanted}
        assert _word(call["source"]) == f"./{name}"


@pytest.mark.parametrize("pack", PLANS.values(), ids=PLANS.keys())
def test_every_boundary_that_needs_a_choice_is_marked_and_listed(pack: ArchitecturePack) -> None:
    tree = terraform_of(pack)
    marked = [(path, name) for path, text in tree.items() for name in TODO.findall(text)]
    listed = re.findall(r"^- (?:the )?(\w+): .*\(`([\w/.]+)`\)$", tree["infra/README.md"], re.MULTILINE)
    assert sorted(marked) == sorted((f"infra/{path}", name) for name, path in listed)


@pytest.mark.skipif(shutil.which("terraform") is None, reason="Terraform is not installed here.")
@pytest.mark.parametrize("pack", PLANS.values(), ids=PLANS.keys())
def test_terraform_itself_formats_validates_and_plans_it(pack: ArchitecturePack, tmp_path: Path) -> None:
    write(terraform_of(pack), folder=tmp_path)
    (tmp_path / "terraform.rc").write_text("disable_checkpoint = true\n")
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "TF_CLI_CONFIG_FILE": str(tmp_path / "terraform.rc"),
    }
    for command in ("fmt -check -recursive -diff", "init -input=false", "validate", "plan -input=false"):
        ended = subprocess.run(
            ["terraform", "-chdir=infra", *command.split(), *(() if "fmt" in command else ("-no-color",))],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            timeout=50,
            check=False,
        )
        assert ended.returncode == 0, ended.stdout + ended.stderr
    assert "0 to change, 0 to destroy" in ended.stdout


def test_the_parts_of_the_plan_are_there_and_secrets_are_names_alone() -> None:
    tree = terraform_of(everything())
    root = tree["infra/main.tf"]
    assert 'db = { engine = "PostgreSQL", port = 5432 }' in " ".join(root.split())
    assert 'jobs = { engine = "RabbitMQ", port = 5672 }' in " ".join(root.split())
    assert "engine = \"$ {file('/etc/passwd')} % { if\"" in root
    secrets = re.findall(r"^    (\w+) += \"(.*)\"$", root, re.MULTILINE)
    assert [name for name, _ in secrets] == ["postgres_password", "post_mark_credential"]
    assert "aws_db_instance" in tree["infra/data/main.tf"]
    assert "google" not in "".join(tree.values())


def test_what_a_plan_has_not_gets_no_module() -> None:
    tree = terraform_of(PLANS["a pipeline"])
    assert not any("queues" in path for path in tree)
    assert "port      = null" in tree["infra/main.tf"]


@pytest.mark.parametrize("prd", [COMMAND, LIBRARY, MOBILE, CONTROLLER])
def test_what_runs_on_no_server_of_ours_gets_no_infrastructure(prd: str) -> None:
    assert terraform_of(planned(prd)) == {}


def test_a_repository_with_code_is_left_its_own_infrastructure() -> None:
    result = built(invoices(), tree={"pyproject.toml": "", "desk/__init__.py": ""})
    assert "infrastructure" not in {unit.kind for unit in result.backlog.units}


@pytest.mark.parametrize(
    ("language", "command"),
    [
        ("Python", "python -m invoice_desk --host 0.0.0.0 --port 8080"),
        ("JavaScript", "node src/main.js"),
        ("TypeScript", "node src/main.ts"),
    ],
)
def test_the_compose_file_starts_the_product_and_its_store_on_this_machine_alone(
    language: str, command: str
) -> None:
    found = yaml.safe_load(built(invoices(language=language)).tree["compose.yaml"])
    product, store = found["services"]["product"], found["services"]["postgres"]
    assert product["command"] == command
    assert product["depends_on"] == ["postgres"]
    assert "/health" in product["healthcheck"]["test"][-1]
    assert store["environment"] == {"POSTGRES_PASSWORD": "${POSTGRES_PASSWORD:?set it in .env}"}
    for service in (product, store):
        assert all(port.startswith("127.0.0.1:") for port in service["ports"])
        assert service["networks"] == ["inner"]
    assert set(found) == {"services", "networks", "volumes"}
    assert set(found["networks"]) == {"inner"}
    named = {volume.partition(":")[0] for volume in store["volumes"]}
    assert named == set(found["volumes"])


def test_a_library_has_nothing_to_start() -> None:
    assert "compose.yaml" not in built(planned(LIBRARY)).tree


def _word(text: str) -> str:
    return text.strip('"')
