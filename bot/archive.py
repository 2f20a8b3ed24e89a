"""Opens the archive of a commit in memory, taking only files whose bytes are those the commit's tree names.

Nothing is unpacked to a disk, links and other odd members are passed over, and what the archive calls a file counts for
nothing: its path must be asked for, and git's own hash of its content must be the one in the tree. So attributes that
leave files out of archives or write words into them (`export-ignore`, `export-subst`), and archives that lie, cost a second
reading and no more.
"""

import gzip
import io
import tarfile
import zlib
from collections.abc import Iterator, Mapping

from policies.tree import blob_sha

# Of everything that an archive unpacks to, wanted or not, and of one step in it, at most so much is looked at.
LARGEST = 512 * 1024 * 1024
LONGEST_STEP = 16 * 1024 * 1024
MEMBERS = 300_000


def files(packed: bytes, *, wanted: Mapping[str, str], largest: int) -> Iterator[tuple[str, bytes | None]]:
    """Path and content of each wanted file, None for one of more than `largest` bytes; `wanted` maps paths to blob ids.

    An archive that is damaged, or a bomb, ends early; the files it did not give can be read one by one.
    """
    try:
        with tarfile.open(fileobj=_Bounded(packed), mode="r|") as archive:
            for _ in range(MEMBERS):
                member = archive.next()
                if member is None:
                    return
                # It would keep all it has seen.
                archive.members = []  # type: ignore[attr-defined]  # typeshed does not name it
                # Everything lies in one folder, named for the repository and the commit.
                top, _, path = member.name.partition("/")
                if not top or not member.isreg() or path not in wanted:
                    continue
                if member.size > largest:
                    yield path, None
                    continue
                opened = archive.extractfile(member)
                content = opened.read() if opened is not None else b""
                if blob_sha(content) == wanted[path]:
                    yield path, content
    except (tarfile.TarError, OSError, EOFError, zlib.error, UnicodeError, ValueError):
        return


class _Bounded(io.BufferedIOBase):
    """The unpacked bytes, up to a bound."""

    def __init__(self, packed: bytes) -> None:
        self._inner = gzip.GzipFile(fileobj=io.BytesIO(packed))
        self._left = LARGEST

    def read(self, size: int | None = -1, /) -> bytes:
        if size is None or not 0 <= size <= LONGEST_STEP or size > self._left:
            raise OSError("the archive unpacks to more than is read")
        self._left -= size
        return self._inner.read(size)
