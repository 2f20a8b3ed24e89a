"""Patchsets that a rule blocks, words that let it pass, and every way in which they do not."""

from collections.abc import Callable

from policies import commands as c
from policies.decision import Decision
from policies.verdict import Block, Verdict
from tests.policies.build import ADMIN, BLOCKED, PASSED, WRITER, proposal, said
from tests.policies.journey import Journey, until
from tests.policies.situations import SITUATIONS

WHY = "this unit is about CI"


def blocked(gates: tuple[Verdict, ...] = BLOCKED) -> Journey:
    j = until("synced")
    j.answer_unit(proposal("U-01"), gates=gates)
    return j


def says(
    j: Journey,
    rule: str = "ci-files",
    target: str | None = "PS-1",
    digest: str | None = "now",
    **facts: object,
) -> Decision:
    """An admin's word about the patchset as it stands, recorded."""
    if digest == "now":
        digest = j.digest("PS-1")[:12]
    return j.take(c.Override(said(), rule, target, digest, WHY), **{"actor": ADMIN, **facts})


def stopped(rule: str) -> Block:
    return Block(rule, "it leaves the repository", "use a plain path")


def _final(rule: str) -> tuple[Verdict, ...]:
    return (stopped(rule),)


REFUSALS: dict[str, tuple[Callable[[], Journey], dict[str, object], str]] = {
    "nothing is proposed": (lambda: until("synced"), {"digest": "1" * 12}, "SB-111"),
    "another number": (blocked, {"target": "PS-9"}, "SB-111"),
    "a digest of nothing": (blocked, {"target": None, "digest": "0" * 12}, "SB-111"),
    "neither number nor digest, on the intake": (blocked, {"target": None, "digest": None}, "SB-111"),
    "no digest": (blocked, {"digest": None}, "SB-112"),
    "an older digest": (blocked, {"digest": "0" * 12}, "SB-201"),
    "the comment was edited or deleted": (blocked, {"comment_stands": False}, "SB-102"),
    "no readable policy": (blocked, {"policy_problem": "line 3: no."}, "SB-302"),
    "no default branch": (blocked, {"base_sha": ""}, "SB-203"),
    "its bytes are gone": (blocked, {"patchset": None}, "SB-206"),
    "a rule that passes": (blocked, {"rule": "scope"}, "SB-304"),
    "a rule there is not": (blocked, {"rule": "weather"}, "SB-304"),
    "nothing blocks it": (lambda: until("proposed"), {"gates": PASSED}, "SB-304"),
    "paths that leave the repository": (blocked, {"rule": "paths", "gates": _final("paths")}, "SB-303"),
    "modes that are no file's": (blocked, {"rule": "modes", "gates": _final("modes")}, "SB-303"),
    "the repository's own policy file": (
        blocked,
        {"rule": "own-files", "gates": _final("own-files")},
        "SB-303",
    ),
    "it was written already": (lambda: until("unit written"), {}, "SB-111"),
    "it was rejected": (SITUATIONS["delivering-patchset-rejected"], {}, "SB-111"),
    "it passes already": (SITUATIONS["delivering-unit-overridden"], {}, "SB-107"),
    "a paused run": (SITUATIONS["delivering-patchset-waits-paused"], {}, "SB-114"),
    "a run that has ended": (SITUATIONS["done"], {}, "SB-111"),
    "write access": (blocked, {"actor": WRITER}, "SB-101"),
    "a bot": (blocked, {"actor": ADMIN.model_copy(update={"is_human": False})}, "SB-104"),
}
