"""Patchsets to put before a gate, written as path -> content."""

from collections.abc import Mapping

from config.repo_policy import RepoPolicy
from policies.gates.input import GateInput
from policies.patchset import Patchset
from policies.tree import Change

Content = str | bytes | None
DEFAULT = RepoPolicy.default()


def new(path: str, content: Content = "x = 1\n") -> Change:
    return Change(path, None, raw(content))


def edit(path: str, before: Content = "x = 1\n", after: Content = "x = 2\n") -> Change:
    return Change(path, raw(before), raw(after))


def delete(path: str, content: Content = "x = 1\n") -> Change:
    return Change(path, raw(content), None)


def raw(content: Content) -> bytes | None:
    return content.encode() if isinstance(content, str) else content


def before_gates(
    *changes: Change,
    unit_files: tuple[str, ...] = ("**",),
    policy: RepoPolicy = DEFAULT,
    earlier: tuple[Patchset, ...] = (),
) -> GateInput:
    return GateInput(patchset=patchset_of(*changes), unit_files=unit_files, policy=policy, earlier=earlier)


def patchset_of(*changes: Change, number: str = "PS-1") -> Patchset:
    return Patchset(
        run="octo/shop#7",
        unit_id="U-03",
        number=number,
        version=1,
        repository_id=42,
        repository="octo/shop",
        base_ref="main",
        base_sha="a" * 40,
        base_tree_sha="b" * 40,
        tree_sha="c" * 40,
        changes=changes,
        reasons={},
    )


def policy(settings: Mapping[str, object]) -> RepoPolicy:
    return RepoPolicy.model_validate(settings)
