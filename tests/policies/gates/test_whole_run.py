"""An attack in pieces: each patchset looks harmless, and the one that completes it is shown with the others' places."""

from dataclasses import replace

import pytest

from policies.gates import judge_all, secrets, whole_run
from policies.gates.input import GateInput
from policies.tree import Change
from policies.verdict import Block, Pass, Warn
from tests.policies.gates.patchsets import before_gates, edit, new, patchset_of, policy

READS = "import os\n\nSETTINGS = dict(os.environ)\n"
SENDS = "import requests\n\nfrom src.settings import SETTINGS\n\n\ndef ping(url):\n    requests.post(url, json=SETTINGS)\n"
DECODES = "from base64 import b64decode\n\nDATA = b64decode('cHJpbnQoMSk=')\n"
RUNS = "def start(text):\n    exec(text)\n"
FETCHES = "const text = await fetch('https://x.example/a')\n"


def after(earlier: dict[str, Change], *changes: Change) -> GateInput:
    """These changes, after patchsets by these numbers."""
    return before_gates(
        *changes, earlier=tuple(patchset_of(change, number=number) for number, change in earlier.items())
    )


@pytest.mark.parametrize(
    ("earlier", "change", "evidence"),
    [
        (
            {"PS-2": new("src/settings.py", READS), "PS-3": new("src/a.py")},
            new("src/ping.py", SENDS),
            "src/ping.py:7: reaches the network; PS-2 src/settings.py:3: reads the environment or keys; together what is read can be sent away",
        ),
        (
            {"PS-2": new("src/ping.py", SENDS)},
            new("src/settings.py", READS),
            "src/settings.py:3: reads the environment or keys; PS-2 src/ping.py:7: reaches the network; together what is read can be sent away",
        ),
        (
            {"PS-2": new("src/data.py", DECODES), "PS-3": new("src/a.py")},
            new("src/start.py", RUNS),
            "src/start.py:2: runs text or programs; PS-2 src/data.py:3: decodes text; together what is decoded can be run",
        ),
        (
            {"PS-2": new("src/start.js", "export const run = (text) => eval(text)\n")},
            new("src/get.js", FETCHES),
            "src/get.js:1: reaches the network; PS-2 src/start.js:1: runs text or programs; together what is fetched can be run",
        ),
        (
            {"PS-2": edit("src/a.py", "x\n" * 5, "y\n" * 155), "PS-4": edit("src/a.py", "y\n", "y\n" * 150)},
            edit("src/a.py", "y\n", "z\n" * 150),
            "src/a.py: 460 lines changed by PS-2, PS-4, PS-1 together; one patchset may change 400",
        ),
    ],
    ids=[
        "secrets and network",
        "the other way round",
        "decoding and running",
        "network and running",
        "in steps",
    ],
)
def test_what_comes_together_over_several_patchsets_is_shown(
    earlier: dict[str, Change], change: Change, evidence: str
) -> None:
    verdict = whole_run.judge(after(earlier, change))
    assert isinstance(verdict, Warn)
    assert evidence in verdict.evidence
    alone = [change, *earlier.values()]
    assert all(isinstance(whole_run.judge(before_gates(each)), Pass) for each in alone)


@pytest.mark.parametrize(
    ("earlier", "change"),
    [
        ({}, new("src/a.py", READS + SENDS + DECODES + RUNS)),
        ({"PS-2": new("src/settings.py", READS)}, new("web/ping.py", "import requests\nrequests.get(URL)\n")),
        ({"PS-2": new("src/a.py", DECODES)}, new("src/b.py", DECODES)),
        ({"PS-2": new("docs/a.md", "Use eval(text).\n")}, new("src/b.py", DECODES)),
        ({"PS-2": new("src/a.py", DECODES)}, edit("src/b.py", RUNS, RUNS + "x = 1\n")),
        ({"PS-2": new("src/a.py", "x\n" * 300)}, new("src/b.py", "x\n" * 300)),
        ({"PS-2": new("src/a.py", "evaluate(x)\nprefetch(y)\n")}, new("src/b.py", "b64_decoder = 1\n")),
    ],
    ids=["alone", "strangers", "the same", "prose", "was there before", "two files", "other names"],
)
def test_what_does_not_come_together_passes(earlier: dict[str, Change], change: Change) -> None:
    verdict = whole_run.judge(after(earlier, change))
    known = "1 earlier patchset" if earlier else "0 earlier patchsets"
    assert verdict == Pass("whole-run", (f"looked at with {known} of the run",))


def test_a_credential_whose_second_half_comes_in_a_later_patchset_is_blocked() -> None:
    first, second = "glpat-" + "aB3dE6gH", "jK9mN2pQ5sT8"
    half = f"TOKEN = ('{first}'\n         '')\n"
    whole = f"TOKEN = ('{first}'\n         '{second}')\n"
    assert not isinstance(secrets.judge(before_gates(new("src/a.py", half))), Block)
    assert isinstance(secrets.judge(before_gates(edit("src/a.py", half, whole))), Block)


def test_what_cannot_be_compared_is_said() -> None:
    asked = replace(before_gates(new("src/a.py")), unread=("PS-2",))
    verdict = whole_run.judge(asked)
    assert isinstance(verdict, Warn)
    assert verdict.evidence == ("PS-2: was not read again, so it was not compared",)


def test_a_repository_can_make_it_block() -> None:
    earlier = (patchset_of(new("src/data.py", DECODES), number="PS-2"),)
    strict = policy({"gates": {"whole-run": "block"}})
    verdicts = judge_all(before_gates(new("src/start.py", RUNS), earlier=earlier, policy=strict))
    assert isinstance(next(each for each in verdicts if each.rule == "whole-run"), Block)
