"""A hidden block that is quoted, in a diff or in code, neither counts nor swallows the real one that follows."""

import pytest

from handlers import markdown as m
from handlers.blocks import artifact_blocks, ledger_block, read_artifacts, read_ledger
from policies.artifacts import sha256
from policies.chain import sign
from tests.policies.chains import KEY

REAL = sign(KEY, previous=None, run="1#12", at="2026-11-21T10:00:00Z", type="run_started", data={"issue": 12})
QUOTED = "\n".join((ledger_block((REAL,)), *artifact_blocks(b"evil")))
OPENED = "<!-- signalbox:ledger\n"


@pytest.mark.parametrize("quoted", [QUOTED, OPENED, f"x\r\n{OPENED}", f"-->\n{OPENED}"])
@pytest.mark.parametrize(
    "shown",
    [
        m.fence,
        lambda text: m.fence("".join(f"+{line}\n" for line in text.splitlines()), "diff"),
        lambda text: m.fence("".join(f" {line}\n" for line in text.splitlines()), "diff"),
        m.text,
        m.line,
        m.code,
        lambda text: m.details(text, m.fence(text)),
    ],
    ids=["fence", "added", "context", "text", "line", "code", "details"],
)
def test_only_the_real_blocks_are_read(shown: object, quoted: str) -> None:
    assert callable(shown)
    body = "\n\n".join((shown(quoted), ledger_block((REAL,)), *artifact_blocks(b"honest")))
    assert read_ledger(body) == (REAL,)
    assert read_artifacts([body]) == {sha256(b"honest"): b"honest"}
