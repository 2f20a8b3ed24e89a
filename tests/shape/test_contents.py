"""Every table of contents is whole: what stands in a folder stands in its tuple, and the other way round."""

import ast
from typing import get_args

import pytest
import yaml

from bot.fits import SHAPES
from bot.intake import ABOUT_ACCESS
from config import repo_policy
from handlers import route
from handlers.commands import BY_VERB, COMMANDS, read
from handlers.comments import CommandLine, lines
from handlers.replies import gates as shown_gates
from handlers.replies.happenings import HAPPENED, would
from handlers.spec import CommandSpec
from policies import commands as c
from policies import entries as e
from policies import owners
from policies.gates import GATES
from tests.policies.build import said
from tests.shape.sources import ROOT, module, python_files, tree

MANIFEST = yaml.safe_load((ROOT / "app.yml").read_text())
# Steps of the machinery, which mean nothing to people and are in no list they read.
UNTOLD = {"role_asked", "role_replied", "calls_paid", "write_intended"}
ENTRIES = get_args(e.Entry)


def _modules(folder: str) -> set[str]:
    """The modules in a folder, without what is private or shared by all of them."""
    return {
        module(name)
        for name in python_files(folder.partition("/")[0])
        if name.startswith(f"{folder}/") and not name.endswith(("/__init__.py", "/input.py"))
    }


# Commands.


def test_every_module_of_commands_is_in_the_table_of_contents() -> None:
    assert {spec.parse.__module__ for spec in COMMANDS} >= _modules("handlers/commands") - {
        "handlers.commands.simulate"
    }
    assert {spec.verb for spec in COMMANDS} == {
        name.rpartition(".")[2] for name in _modules("handlers/commands")
    }


def test_no_verb_is_taken_twice() -> None:
    verbs = [verb for spec in COMMANDS for verb in (spec.verb, *spec.aliases)]
    assert len(verbs) == len(set(verbs)) == len(BY_VERB)


@pytest.mark.parametrize("spec", COMMANDS, ids=lambda spec: str(spec.verb))
def test_a_command_has_examples_that_read_and_some_that_do_not(spec: CommandSpec) -> None:
    assert spec.examples
    assert spec.usage.startswith(spec.verb)
    assert spec.summary.strip() == spec.summary != ""
    for example in spec.examples:
        assert not isinstance(_read(example), c.Misread), example
    for misread in spec.misreads:
        found = _read(misread)
        assert isinstance(found, c.Misread), misread
        assert found.reason, misread


@pytest.mark.parametrize("spec", COMMANDS, ids=lambda spec: str(spec.verb))
def test_a_command_that_decides_and_has_a_grammar_has_misreads(spec: CommandSpec) -> None:
    assert spec.misreads or spec.free_text or spec.read_only


def _read(line: str) -> c.HumanCommand:
    found: tuple[CommandLine, ...] = tuple(lines(f"/signalbox {line}", short=()))
    assert len(found) == 1, line
    return read(found[0], said())


def test_every_command_people_can_give_has_a_word() -> None:
    """A label starts a run, a ticked box answers, several answers in one comment are one, a misread and a plain yes are none of them."""
    typed = {type(_read(example)) for spec in COMMANDS for example in spec.examples}
    assert typed == set(get_args(c.HumanCommand)) - {
        c.Start,
        c.Tick,
        c.Answers,
        c.Misread,
        c.Nod,
    }


# Gates.


def test_every_module_of_gates_is_in_the_table_of_contents() -> None:
    judging = {
        name for name in _modules("policies/gates")
        if any(isinstance(node, ast.FunctionDef) and node.name == "judge" for node in tree(_path(name)).body)
    }  # fmt: skip
    assert {gate.__name__ for gate in GATES} == judging  # type: ignore[attr-defined]  # a gate is a module


def test_every_gate_a_repository_can_set_exists_and_three_cannot_be_set() -> None:
    rules = [gate.RULE for gate in GATES]
    assert len(rules) == len(set(rules))
    assert set(rules) - set(get_args(repo_policy.GateName)) == {
        "paths",
        "modes",
        "own-files",
    }
    assert set(get_args(repo_policy.GateName)) <= set(rules)


def test_every_gate_has_a_name_for_people() -> None:
    """And so has the row of the table that is no gate: whose code it is."""
    assert set(shown_gates.GATES) == {gate.RULE for gate in GATES} | {owners.RULE}


def _path(name: str) -> str:
    return name.replace(".", "/") + ".py"


# Events.


def test_every_event_of_github_that_is_routed_is_asked_for_and_the_reverse() -> None:
    routed = {event for event, _ in route.ROUTES if event not in route.OWN_EVENTS}
    # The door hears of these itself; what is about an installation comes without being asked for.
    heard = {event for event in ABOUT_ACCESS if not event.startswith("installation")}
    assert routed | heard == set(MANIFEST["default_events"])


def test_every_event_of_github_that_is_asked_for_has_a_shape() -> None:
    """So no body of another event passes under its name."""
    assert set(MANIFEST["default_events"]) <= set(SHAPES)


def test_what_the_app_tells_itself_is_no_event_of_github_s() -> None:
    assert {event for event, action in route.ROUTES if not action} == route.OWN_EVENTS | {"status", "push"}
    assert not route.OWN_EVENTS & set(MANIFEST["default_events"])


def test_the_manifest_asks_for_no_more_than_it_needs() -> None:
    assert MANIFEST["default_permissions"] == {
        "metadata": "read",
        "contents": "write",
        "issues": "write",
        "pull_requests": "write",
        "checks": "write",
        "actions": "read",
        "merge_queues": "read",
        "statuses": "read",
        "members": "read",
    }


def test_every_permission_and_event_stands_under_its_reason() -> None:
    written = (ROOT / "app.yml").read_text().splitlines()
    for part in ("default_permissions:", "default_events:"):
        start = written.index(part)
        assert written[start + 1].strip().startswith("#"), part


# Entries.


def _tag(entry: type[object]) -> str:
    return str(entry.model_fields["type"].default)  # type: ignore[attr-defined]  # entries are pydantic models


@pytest.mark.parametrize("entry", ENTRIES, ids=_tag)
def test_every_entry_is_folded(entry: type[object]) -> None:
    """By name, in the fold or in one of its parts."""
    folding = [
        name
        for name in python_files("policies")
        if name.startswith(("policies/fold.py", "policies/folding/"))
    ]
    named = {
        node.attr
        for name in folding
        for node in ast.walk(tree(name))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "e"
    }
    assert entry.__name__ in named


def test_every_entry_has_words_for_people_or_means_nothing_to_them() -> None:
    tags = {_tag(entry) for entry in ENTRIES}
    assert set(HAPPENED) == tags - UNTOLD


def test_what_a_simulation_would_record_never_shows_a_bare_tag() -> None:
    tags = {_tag(entry) for entry in ENTRIES}
    asked = e.RoleAsked(role="planner", subject="plan 1")
    intended = e.WriteIntended(subject="plan", digest="", branch="b", base_sha="")
    for shown in (would(asked), would(intended), would(e.RunDone())):
        assert not tags & set(shown.replace(":", " ").split())
