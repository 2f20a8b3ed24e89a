"""How often clean files look like credentials: the standard library, installed packages, and files full of digests."""

import hashlib
import sysconfig
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from policies.credentials import find

# At most so many of a hundred clean files may hold anything that is shown, or that blocks.
MOST_SHOWN = 2.0
MOST_BLOCKED = 0.5
EACH = 400
SUFFIXES = frozenset({".py", ".pyi", ".js", ".json", ".md", ".txt", ".html", ".css", ".toml", ".cfg", ".yml"})
# Tests of other people hold made-up keys on purpose.
LEFT_OUT = frozenset({"site-packages", "test", "tests", "idle_test", "__pycache__"})


def files_under(root: Path) -> list[Path]:
    """Every text of at most 60 KB, in order of its name."""
    return sorted(
        path
        for path in root.rglob("*")
        if path.suffix in SUFFIXES
        and not LEFT_OUT & set(path.relative_to(root).parts)
        and path.stat().st_size <= 60_000
    )


def spread(paths: list[Path], count: int) -> list[str]:
    """So many of them, evenly spread, as texts."""
    return [
        paths[index * len(paths) // count].read_text(encoding="utf-8", errors="replace")
        for index in range(min(count, len(paths)))
    ]


def made() -> Iterator[str]:
    """Files of digests, as lock files and pictures are."""
    for number in range(25):
        digests = [hashlib.sha256(f"{number}/{line}".encode()).hexdigest() for line in range(40)]
        ids = [str(uuid.uuid5(uuid.NAMESPACE_URL, digest)) for digest in digests]
        yield "".join(
            f'"p{line}==1.{line}" \\\n    --hash=sha256:{each}\n' for line, each in enumerate(digests)
        )
        yield "".join(
            f'    {{ url = "https://files.example/{each[:2]}/p.whl", hash = "sha256:{each}" }},\n'
            for each in digests
        )
        yield "".join(f'    "integrity": "sha512-{each}{each[:22]}==",\n' for each in digests)
        yield "".join(
            f"github.com/o/p{line} v1.{line}.0 h1:{each[:43]}=\n" for line, each in enumerate(digests)
        )
        yield "".join(f"commit = '{each[:40]}'\ntree: {each[24:]}\n" for each in digests)
        yield "".join(f"id: {each}\nother = '{each.upper()}'\n" for each in ids)
        yield "".join(
            f'<path d="M{int(each[:3], 16)} {int(each[3:6], 16)}l-{int(each[6:8], 16)}.5 7z" id="{each[:8]}"/>\n'
            for each in digests
        )
        yield "".join(f"uses: actions/checkout@{each[:40]} # v4\n" for each in digests)


@pytest.mark.parametrize("where", ["stdlib", "purelib", "made"])
def test_clean_files_are_hardly_ever_taken_for_credentials(where: str) -> None:
    texts = list(made()) if where == "made" else spread(files_under(Path(sysconfig.get_path(where))), EACH)
    assert len(texts) == (200 if where == "made" else EACH)
    findings = [find(text) for text in texts]
    shown = 100 * sum(bool(found) for found in findings) / len(texts)
    blocked = 100 * sum(any(each.sure for each in found) for found in findings) / len(texts)
    assert shown <= MOST_SHOWN
    assert blocked <= MOST_BLOCKED
