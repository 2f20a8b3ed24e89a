"""An archive is opened in memory and believed nothing: only files that the commit's tree names come out, whatever it holds."""

import gzip
import io
import tarfile

import pytest

from bot import archive
from bot.archive import files
from policies.tree import blob_sha

GOOD = b"x = 1\n"
SHA = blob_sha(GOOD)
WANTED = {"src/a.py": SHA}


def packed(*members: tuple[str, bytes], links: tuple[tuple[str, str], ...] = ()) -> bytes:
    """A gzipped archive with these files, and links to these places."""
    written = io.BytesIO()
    with tarfile.open(fileobj=written, mode="w:gz") as made:
        for name, target in links:
            link = tarfile.TarInfo(name)
            link.type, link.linkname = tarfile.SYMTYPE, target
            made.addfile(link)
        for name, content in members:
            member = tarfile.TarInfo(name)
            member.size = len(content)
            made.addfile(member, io.BytesIO(content))
    return written.getvalue()


def opened(content: bytes, *, largest: int = 1000) -> dict[str, bytes | None]:
    return dict(files(content, wanted=WANTED, largest=largest))


def test_a_wanted_file_comes_out() -> None:
    assert opened(packed(("shop-1/README.md", b"#"), ("shop-1/src/a.py", GOOD))) == {"src/a.py": GOOD}


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(packed(("shop-1/src/a.py", b"x = 2\n")), id="other bytes than the tree's"),
        pytest.param(packed(("shop-1/../src/a.py", GOOD)), id="a way out of the folder"),
        pytest.param(packed(("/src/a.py", GOOD), ("shop-1//src/a.py", GOOD)), id="an absolute name"),
        pytest.param(packed(("shop-1/src/b.py", GOOD)), id="nobody asked for it"),
        pytest.param(packed(links=(("shop-1/src/a.py", "/etc/passwd"),)), id="a link in its place"),
        pytest.param(packed(("src/a.py", GOOD)), id="no folder around it"),
        pytest.param(b"", id="nothing"),
        pytest.param(b"<html>gateway</html>", id="no archive"),
        pytest.param(gzip.compress(b"no tar" * 1000), id="no tar inside"),
    ],
)
def test_nothing_else_does(content: bytes) -> None:
    assert opened(content) == {}


def test_a_file_that_is_too_large_is_named_and_not_read() -> None:
    assert opened(packed(("shop-1/src/a.py", GOOD)), largest=3) == {"src/a.py": None}


def test_what_came_before_an_archive_breaks_off_counts() -> None:
    whole = packed(
        ("shop-1/src/a.py", GOOD), *((f"shop-1/n{number}", bytes(range(256)) * 40) for number in range(9))
    )
    assert opened(whole[: len(whole) - 60]) == {"src/a.py": GOOD}


def test_a_bomb_is_not_unpacked() -> None:
    """Of 600 MB of zeros in half a megabyte no more is looked at than the bound."""
    bomb = io.BytesIO()
    with gzip.GzipFile(fileobj=bomb, mode="wb", compresslevel=1) as packer:
        member = tarfile.TarInfo("shop-1/zeros")
        member.size = archive.LARGEST + 1024
        packer.write(member.tobuf())
        block = bytes(16 * 1024 * 1024)
        for _ in range(member.size // len(block)):
            packer.write(block)
    assert opened(bomb.getvalue()) == {}
