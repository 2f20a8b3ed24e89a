"""Which file paths may be written: judged by how every file system that may check them out would read them."""

import re
import unicodedata
from collections.abc import Iterable

from dulwich.index import validate_path_element_hfs, validate_path_element_ntfs

from policies.characters import is_hidden, visible

MAX_PATH_BYTES = 4096
MAX_PART_BYTES = 255

# https://learn.microsoft.com/windows/win32/fileio/naming-a-file: reserved with any extension.
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9]|conin\$|conout\$) *(?:\..*)?", re.IGNORECASE)
_FORBIDDEN_ON_WINDOWS = frozenset('<>"|?*')
_DRIVE = re.compile(r"[A-Za-z]:")
# `GIT~1` is `.git` on a disk with 8.3 names, `GITMOD~1` is `.gitmodules`, and so on.
_SHORT_NAME = re.compile(r"~[0-9]+(?:\..*)?$")


def judge_path(path: str) -> str | None:
    """Why `path` may not be written, as half a sentence after the path's name; None when it may.

    A path that compatibility folding (NFKC) turns into another one is judged as that other one too, because some file
    systems and people read it so.
    """
    reason = _judge_as_written(path)
    if reason is not None:
        return reason
    folded = unicodedata.normalize("NFKC", path)
    if folded != path and (reason := _judge_as_written(folded)) is not None:
        return f"reads as `{visible(folded)}`, which {reason}"
    return None


def fold(path: str) -> str:
    """The spelling under which two paths are one file where case or Unicode form does not count."""
    if path.isascii():
        return path.lower()
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", path).casefold())


def collisions(paths: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Groups of files or folders among `paths` that are one and the same where case or Unicode form does not count."""
    spellings: dict[str, set[str]] = {}
    seen: set[str] = set()
    for path in paths:
        rest = path
        while rest and rest not in seen:
            seen.add(rest)
            spellings.setdefault(fold(rest), set()).add(rest)
            rest = rest.rpartition("/")[0]
    return tuple(sorted(tuple(sorted(group)) for group in spellings.values() if len(group) > 1))


def _judge_as_written(path: str) -> str | None:
    try:
        size = len(path.encode())
    except UnicodeEncodeError:
        return "is not valid UTF-8"
    if not path:
        return "is empty"
    if size > MAX_PATH_BYTES:
        return f"is longer than {MAX_PATH_BYTES} bytes"
    if path.startswith("/"):
        return "is absolute"
    if _DRIVE.match(path):
        return "starts with a drive letter"
    if "\\" in path:
        return "holds a backslash, which is a separator on Windows"
    for char in path:
        if is_hidden(char):
            return f"holds the hidden character U+{ord(char):04X}"
        if char in _FORBIDDEN_ON_WINDOWS:
            return f"holds `{char}`, which Windows cannot store"
    if unicodedata.normalize("NFC", path) != path:
        return "is not in Unicode form NFC"
    for part in path.split("/"):
        if (reason := _judge_part(part)) is not None:
            return reason
    return None


def _judge_part(part: str) -> str | None:
    if not part:
        return "has an empty part"
    if part in (".", ".."):
        return f"has the part `{part}`"
    raw = part.encode()
    if len(raw) > MAX_PART_BYTES:
        return f"has a part longer than {MAX_PART_BYTES} bytes"
    if _is_git(part):
        return "has a part that some file systems read as `.git`"
    if part[-1] in ". ":
        return "has a part that ends in a dot or a space, which Windows drops"
    if ":" in part:
        return "holds a colon, which opens a stream on Windows"
    if part[0] == " ":
        return "has a part that starts with a space"
    if _SHORT_NAME.search(part):
        return "has a part that looks like a Windows short name"
    if _DEVICES.fullmatch(part):
        return "has a part that is a device name on Windows"
    return None


def _is_git(part: str) -> bool:
    bare = part.lower().partition(":")[0].rstrip(". ")
    if bare == ".git" or re.fullmatch(r"git~[0-9]+", bare):
        return True
    # Another reader's word for it, whatever the characters above it let through.
    raw = bare.encode()
    return bool(raw) and not (validate_path_element_ntfs(raw) and validate_path_element_hfs(raw))
