"""Hidden blocks bring back exactly what was put in, and nothing that was tampered with."""

import base64
import hashlib
import os

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from handlers.blocks import artifact_blocks, ledger_block, read_artifacts, read_ledger
from policies.chain import Broken, Record, sign

KEY = Ed25519PrivateKey.from_private_bytes(b"k" * 32)


def _chain(*texts: str) -> tuple[Record, ...]:
    records: list[Record] = []
    for text in texts:
        records.append(
            sign(
                KEY,
                previous=records[-1] if records else None,
                run="1#1",
                at="2026-11-21T10:00:00Z",
                type="t",
                data={"text": text},
            )
        )
    return tuple(records)


@pytest.mark.parametrize(
    "text",
    [
        "plain",
        "-->",
        "<!-- signalbox:ledger\n-->",
        "\\u003c stays",
        "\\<",
        "<\\>",
        "日本\u202e",
        'quote " and \\',
    ],
    ids=["plain", "end", "nested", "escape", "backslash", "mixed", "unicode", "quotes"],
)
def test_records_survive_hiding_whatever_their_text(text: str) -> None:
    records = _chain("first", text)
    body = f"Hello\n\n{ledger_block(records)}\n"
    assert body.count("-->") == 1
    assert read_ledger(body) == records
    assert read_ledger(body.replace("\n", "\r\n")) == records


def test_a_block_that_is_not_json_is_broken() -> None:
    broken = Broken(0, "a hidden block holds a line that is not JSON")
    assert read_ledger("<!-- signalbox:ledger\n{oops\n-->") == broken


def test_a_comment_without_a_block_has_no_records() -> None:
    assert read_ledger("just talk") == ()
    assert ledger_block(()) == ""


def test_artifacts_come_back_from_parts_in_any_order() -> None:
    content = os.urandom(150_000)
    parts = artifact_blocks(content)
    assert len(parts) == 5
    assert read_artifacts(reversed(parts)) == {hashlib.sha256(content).hexdigest(): content}


@pytest.mark.parametrize("kind", ["missing part", "flipped", "renamed"])
def test_an_artifact_that_is_not_whole_is_not_there(kind: str) -> None:
    parts = list(artifact_blocks(os.urandom(80_000)))
    match kind:
        case "missing part":
            parts.pop()
        case "flipped":
            middle = len(parts[0]) // 2
            flipped = "A" if parts[0][middle] != "A" else "B"
            parts[0] = parts[0][:middle] + flipped + parts[0][middle + 1 :]
        case _:
            parts = [part.replace("artifact ", "artifact 0", 1) for part in parts]
    assert read_artifacts(parts) == {}


def test_an_artifact_that_is_not_whole_keeps_nobody_from_the_next() -> None:
    first, whole = artifact_blocks(os.urandom(60_000)), b"whole"
    assert len(first) > 1
    assert read_artifacts([first[0], *artifact_blocks(whole)]) == {hashlib.sha256(whole).hexdigest(): whole}


def test_two_blocks_in_one_comment_are_both_read() -> None:
    one, two = _chain("first", "second")
    body = f"{ledger_block([one])}\n\nwords\n\n{ledger_block([two])}"
    assert read_ledger(body) == (one, two)


def test_no_angle_bracket_of_anybody_s_text_stands_in_a_block() -> None:
    hidden = ledger_block(_chain("<b>bold</b> <!-- -->")).removeprefix("<!--").removesuffix("-->")
    assert not set("<>") & set(hidden)


def test_a_comment_that_came_through_a_form_is_read_as_it_was() -> None:
    content = os.urandom(200)
    assert read_artifacts([block.replace("\n", "\r\n") for block in artifact_blocks(content)]) == {
        hashlib.sha256(content).hexdigest(): content
    }
    chain = _chain("first", "second")
    assert read_ledger(ledger_block(chain).replace("\n", "\r\n")) == chain


def test_an_artifact_is_unpacked_up_to_its_limit_and_no_further(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handlers.blocks.LARGEST", 1000)
    for size, there in ((999, True), (1001, False), (100_000, False)):
        assert bool(read_artifacts(artifact_blocks(b"a" * size))) is there


def test_a_stream_that_is_cut_is_no_artifact_even_where_all_its_bytes_came() -> None:
    content = b"a" * 5000
    (block,) = artifact_blocks(content)
    head, packed, end = block.split("\n")
    cut = base64.b64encode(base64.b64decode(packed)[:-4]).decode()
    assert read_artifacts([f"{head}\n{cut}\n{end}"]) == {}
    assert read_artifacts([block]) == {hashlib.sha256(content).hexdigest(): content}
