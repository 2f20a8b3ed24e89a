"""A path is refused when any file system or any reader could take it for something else."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policies.paths import collisions, fold, judge_path

GIT = "has a part that some file systems read as `.git`"
DEVICE = "has a part that is a device name on Windows"
SHORT = "has a part that looks like a Windows short name"
TRAILING = "has a part that ends in a dot or a space, which Windows drops"
BACKSLASH = "holds a backslash, which is a separator on Windows"

REFUSED: tuple[tuple[str, str], ...] = (
    # Outside of the repository, or not canonical.
    ("", "is empty"),
    ("/", "is absolute"),
    ("/etc/passwd", "is absolute"),
    ("//server/share", "is absolute"),
    ("C:/x", "starts with a drive letter"),
    ("c:x", "starts with a drive letter"),
    ("Z:", "starts with a drive letter"),
    ("..", "has the part `..`"),
    ("../x", "has the part `..`"),
    ("a/../x", "has the part `..`"),
    ("a/..", "has the part `..`"),
    ("a/b/../../../x", "has the part `..`"),
    (".", "has the part `.`"),
    ("./x", "has the part `.`"),
    ("a/./x", "has the part `.`"),
    ("a/.", "has the part `.`"),
    ("a//b", "has an empty part"),
    ("a/", "has an empty part"),
    ("a/b//", "has an empty part"),
    (r"a\b", BACKSLASH),
    (r"..\x", BACKSLASH),
    (r"\x", BACKSLASH),
    (r"a\..\..\x", BACKSLASH),
    (r"\\server\share", BACKSLASH),
    (r"\\?\C:\x", BACKSLASH),
    (r"src\.git\config", BACKSLASH),
    # What does not show.
    ("a\0b", "holds the hidden character U+0000"),
    ("a\nb", "holds the hidden character U+000A"),
    ("a\rb", "holds the hidden character U+000D"),
    ("a\tb", "holds the hidden character U+0009"),
    ("a\x1bb", "holds the hidden character U+001B"),
    ("a\x7fb", "holds the hidden character U+007F"),
    ("a\x85b", "holds the hidden character U+0085"),
    ("a\u2028b", "holds the hidden character U+2028"),
    ("a\u2029b", "holds the hidden character U+2029"),
    ("a\u202eyp.exe", "holds the hidden character U+202E"),
    ("a\u202ab", "holds the hidden character U+202A"),
    ("a\u2066b", "holds the hidden character U+2066"),
    ("a\u2069b", "holds the hidden character U+2069"),
    ("a\u200eb", "holds the hidden character U+200E"),
    ("a\u061cb", "holds the hidden character U+061C"),
    ("a\u200bb", "holds the hidden character U+200B"),
    ("a\u200cb", "holds the hidden character U+200C"),
    ("a\u200db", "holds the hidden character U+200D"),
    ("a\u2060b", "holds the hidden character U+2060"),
    ("a\u00adb", "holds the hidden character U+00AD"),
    ("\ufeffa", "holds the hidden character U+FEFF"),
    ("a\ufe0fb", "holds the hidden character U+FE0F"),
    ("a\U000e0001b", "holds the hidden character U+E0001"),
    ("a\U000e0041b", "holds the hidden character U+E0041"),
    ("a\U000e0100b", "holds the hidden character U+E0100"),
    ("a\u034fb", "holds the hidden character U+034F"),
    ("a\u115fb", "holds the hidden character U+115F"),
    ("a\u3164b", "holds the hidden character U+3164"),
    ("a\uffa0b", "holds the hidden character U+FFA0"),
    ("a\u180eb", "holds the hidden character U+180E"),
    ("a\u2800b", "holds the hidden character U+2800"),
    ("a\u00a0b", "holds the hidden character U+00A0"),
    ("a\u2003b", "holds the hidden character U+2003"),
    ("a\ue000b", "holds the hidden character U+E000"),
    ("a\U0010ffffb", "holds the hidden character U+10FFFF"),
    ("a\ud800b", "is not valid UTF-8"),
    ("a\udcffb", "is not valid UTF-8"),
    # Too long.
    ("a" * 256, "has a part longer than 255 bytes"),
    ("é" * 128, "has a part longer than 255 bytes"),
    ("d/" + "a" * 256 + "/x", "has a part longer than 255 bytes"),
    ("a/" * 2048 + "a", "is longer than 4096 bytes"),
    # Git's own folder, in its disguises.
    (".git", GIT),
    (".git/config", GIT),
    (".git/hooks/post-checkout", GIT),
    ("a/.git", GIT),
    ("a/.git/config", GIT),
    (".GIT", GIT),
    (".GIT/config", GIT),
    (".Git/config", GIT),
    (".gIt", GIT),
    ("git~1", GIT),
    ("GIT~1/config", GIT),
    ("Git~1", GIT),
    ("git~2", GIT),
    ("GIT~12", GIT),
    (".git /config", GIT),
    (".git./config", GIT),
    (".git...", GIT),
    (".git. .", GIT),
    (".git::$INDEX_ALLOCATION/config", GIT),
    (".git:x", GIT),
    ("git~1:x", GIT),
    ("git~1.", GIT),
    (".git\u200c/config", "holds the hidden character U+200C"),
    (".g\u200cit/config", "holds the hidden character U+200C"),
    ("\u200b.git/config", "holds the hidden character U+200B"),
    (".g\ufeffit", "holds the hidden character U+FEFF"),
    (".gi\u206ft", "holds the hidden character U+206F"),
    ("．git/config", f"reads as `.git/config`, which {GIT}"),
    (".ｇｉｔ/config", f"reads as `.git/config`, which {GIT}"),
    (".ＧＩＴ", f"reads as `.GIT`, which {GIT}"),
    ("𝗀𝗂𝗍~1", SHORT),
    # Other names Windows shortens, opens as something else, or cannot store.
    ("GITMOD~1", SHORT),
    ("gitatt~1", SHORT),
    ("GI7EBA~1", SHORT),
    ("gi7d29~1", SHORT),
    ("src/PROGRA~1/x", SHORT),
    ("README~1.MD", SHORT),
    ("CLAUDE~1.MD", SHORT),
    ("a:b", "starts with a drive letter"),
    ("ab:c", "holds a colon, which opens a stream on Windows"),
    ("src/app.py:stream", "holds a colon, which opens a stream on Windows"),
    ("src/app.py::$DATA", "holds a colon, which opens a stream on Windows"),
    ("a.", TRAILING),
    ("a ", TRAILING),
    ("a./b", TRAILING),
    ("a /b", TRAILING),
    ("a...", TRAILING),
    ("...", TRAILING),
    (".github./workflows/ci.yml", TRAILING),
    (".github /workflows/ci.yml", TRAILING),
    ("CODEOWNERS ", TRAILING),
    (" ", TRAILING),
    (" a", "has a part that starts with a space"),
    ("a/ b", "has a part that starts with a space"),
    ("con", DEVICE),
    ("CON", DEVICE),
    ("con.txt", DEVICE),
    ("src/aux.py", DEVICE),
    ("AUX", DEVICE),
    ("prn", DEVICE),
    ("nul", DEVICE),
    ("NUL.tar.gz", DEVICE),
    ("nul .txt", DEVICE),
    ("a/NUL/b", DEVICE),
    ("com1", DEVICE),
    ("COM0", DEVICE),
    ("com9.log", DEVICE),
    ("lpt1", DEVICE),
    ("LPT9", DEVICE),
    ("CONIN$", DEVICE),
    ("conout$", DEVICE),
    ("com¹", f"reads as `com1`, which {DEVICE}"),
    ("LPT³.txt", f"reads as `LPT3.txt`, which {DEVICE}"),
    ("ｃｏｎ", f"reads as `con`, which {DEVICE}"),
    ("a*b", "holds `*`, which Windows cannot store"),
    ("a?b", "holds `?`, which Windows cannot store"),
    ("a|b", "holds `|`, which Windows cannot store"),
    ("<a>", "holds `<`, which Windows cannot store"),
    ('"b/\\056github/workflows/q.yml"', BACKSLASH),
    ('"a"', 'holds `"`, which Windows cannot store'),
    # Unicode that other systems spell otherwise, or fold into structure.
    ("cafe\u0301.md", "is not in Unicode form NFC"),
    ("a\u0308/x", "is not in Unicode form NFC"),
    ("\u212bngstrom", "is not in Unicode form NFC"),
    ("\u212aernel", "is not in Unicode form NFC"),
    ("\u1100\u1161", "is not in Unicode form NFC"),
    ("‥/x", "reads as `../x`, which has the part `..`"),
    ("a/‥/x", "reads as `a/../x`, which has the part `..`"),
    ("．．/x", "reads as `../x`, which has the part `..`"),
    ("／etc/passwd", "reads as `/etc/passwd`, which is absolute"),
    ("a／／b", "reads as `a//b`, which has an empty part"),
    ("C：/x", "reads as `C:/x`, which starts with a drive letter"),
    ("a＼b", f"reads as `a\\b`, which {BACKSLASH}"),
    ("․/x", "reads as `./x`, which has the part `.`"),
    ("a…", f"reads as `a...`, which {TRAILING}"),
    ("﹨x", f"reads as `\\x`, which {BACKSLASH}"),
)

ALLOWED: tuple[str, ...] = (
    "README.md",
    "src/app.py",
    "a",
    "a/b/c/d/e",
    ".gitignore",
    ".github/CODEOWNERS",
    ".github/workflows/ci.yml",
    ".gitmodules",
    "git",
    "digit",
    "legit/git.py",
    ".gitx/config",
    "src/.hidden",
    "..a",
    "a..b",
    "...a",
    "a b.txt",
    "app/[id]/page.tsx",
    "app/(group)/page.tsx",
    "@scope/pkg.json",
    "docs/中文/说明.md",
    "docs/全角\u3000空白.md",
    "café.md",
    "docs/ﬁne.md",
    "straße.md",
    "🙂.md",
    "console.py",
    "auxiliary.py",
    "nullable.ts",
    "com10",
    "lpt.py",
    "Makefile",
    "-rf",
    "~/x",
    "a~b",
    "backup~",
    "$HOME",
    "a;b",
    "a'b",
    "a`b",
    "a" * 255,
    "é" * 127,
    "/".join(["a" * 255] * 16),
)


def show(path: object) -> str:
    return ascii(path)[:50]


@pytest.mark.parametrize(("path", "reason"), REFUSED, ids=show)
def test_a_path_that_could_be_read_otherwise_is_refused(path: str, reason: str) -> None:
    assert judge_path(path) == reason


@pytest.mark.parametrize("path", ALLOWED, ids=show)
def test_a_plain_path_is_allowed(path: str) -> None:
    assert judge_path(path) is None


def test_the_table_is_long_enough_to_mean_something() -> None:
    assert len(REFUSED) >= 150
    assert len({path for path, _ in REFUSED}) == len(REFUSED)


@given(st.text(max_size=20))
@settings(max_examples=2000, deadline=None)
def test_no_allowed_path_leaves_the_repository_or_enters_git(path: str) -> None:
    if judge_path(path) is None:
        parts = fold(path).replace("\\", "/").split("/")
        assert not {"", ".", "..", ".git"} & {part.rstrip(". ") if part != ".." else part for part in parts}
        assert path.isprintable()


@pytest.mark.parametrize(
    ("paths", "groups"),
    [
        (("README.md", "readme.md"), (("README.md", "readme.md"),)),
        (("src/a.py", "Src/b.py"), (("Src", "src"),)),
        (("src/a.py", "SRC"), (("SRC", "src"),)),
        (("a/b/c", "A/B/C"), (("A", "a"), ("A/B", "a/b"), ("A/B/C", "a/b/c"))),
        (("café.md", "cafe\u0301.md"), (("cafe\u0301.md", "café.md"),)),
        (("ﬁne.md", "fine.md"), (("fine.md", "ﬁne.md"),)),
        (("straße", "STRASSE"), (("STRASSE", "straße"),)),
        (("Ａ.md", "a.md"), (("a.md", "Ａ.md"),)),
        (("σ", "ς"), (("ς", "σ"),)),
        (("K", "\u212a", "k"), (("K", "k", "\u212a"),)),
        (("a", "b", "a/b"), ()),
        (("a", "a"), ()),
        ((), ()),
    ],
    ids=show,
)
def test_twins_are_found_among_files_and_folders(
    paths: tuple[str, ...], groups: tuple[tuple[str, ...], ...]
) -> None:
    assert collisions(paths) == groups
