"""Sees in one file's change what makes tests and checks weaker: markers, fewer or weaker assertions, lower bars.

Theory of operation. A marker is a text that switches a check off; it counts where it is added, in the files where it
means that. Assertions, tests and the rows of their tables are counted in what goes and in what comes, without what is
commented out; a refactoring moves them and keeps the count. Bars, such as a coverage threshold, are compared as
numbers of the same name. None of this understands a program: an expected value that is changed to fit a fault, or a
test that no longer calls what it names, is seen by people only.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from policies.globs import first_match
from policies.pieces import pieces
from policies.tree import Change, Numbered, numbered_lines

# Files for people: what they quote switches nothing off.
_PROSE = ("*.md", "*.markdown", "*.rst", "*.adoc", "*.txt", "LICENSE*")
# Files in which lines are commands, or settings of tools.
_SHELL = (
    "*.sh", "*.bash", "*.zsh", "*.ps1", "*.bat", "Makefile", "GNUmakefile", "*.mk", "justfile", "*.yml", "*.yaml",
    "Dockerfile*", "Jenkinsfile", "package.json", "*.toml", "*.ini", "*.cfg", "noxfile.py", "Rakefile", "pom.xml",
    "*.gradle", "*.gradle.kts", "*.config.js", "*.config.ts", "*.config.mjs", ".eslintrc*", "tsconfig*.json",
)  # fmt: skip

# What switches a test off, or a checker for a line or a file.
_ANYWHERE = re.compile(
    r"""
      pytest\.mark\.(?:skip|skipif|xfail|flaky)\b | pytest\.(?:skip|xfail|importorskip)\( | unittest\.(?:skip|expectedFailure)
    | \.skipTest\( | \bcollect_ignore | __test__\s*=\s*False
    | \b(?:it|test|describe|context|suite)\.(?:skip|only|todo|failing|fixme)\b | \b(?:xit|xtest|xdescribe|fit|fdescribe)\(
    | \bretryTimes\( | \.retries\( | \bt\.Skip(?:Now|f)?\( | //go:build\s+ignore | \#\[ignore | @(?:Ignore|Disabled)\b
    | \#\s*noqa\b | \#\s*type:\s*ignore | \#\s*mypy:\s*ignore | \#\s*(?:pyright|pylint|ruff|flake8):\s*\S*(?:ignore|disable|noqa)
    | \#\s*nosec\b | \#\s*pragma:\s*no\s*(?:cover|branch)
    | eslint-disable | @ts-(?:ignore|nocheck|expect-error) | (?:istanbul|c8|v8)\s+ignore | biome-ignore | prettier-ignore
    | //\s*nolint | @SuppressWarnings | \#!?\[allow\( | rubocop:disable | phpcs:ignore | shellcheck\s+disable | NOSONAR
    | --no-verify\b | continue-on-error:\s*true | except\s+\(?(?:\w+,\s*)*AssertionError
    """,
    re.VERBOSE,
)
# What makes a test pass whatever the program does.
_IN_TESTS = re.compile(
    r"""
      ^\s*assert\s+(?:True|1|not\s+False|not\s+None|"[^"]*"|'[^']*')\s*(?:,|$) | \.assertTrue\(\s*True\b | \.assertFalse\(\s*False\b
    | ^\s*assert\s+(\S+)\s+==\s+\1\s*$ | \.assert(?:Equal|Is)\(\s*(\w+)\s*,\s*\2\s*\)
    | \bexpect\(\s*(true|1)\s*\)\.to(?:Be|Equal)\(\s*\3\s*\) | \bexpect\(\s*(\w+)\s*\)\.to(?:Be|Equal)\(\s*\4\s*\)
    | \bassert\.(?:ok|equal|strictEqual)\(\s*(?:true|1)\b | ^\s*assert\b.*\bor\s+True\b | \bexpect\(.*\|\|\s*true\b
    | \bexcept(?:\s+\(?(?:Base)?Exception\)?)?(?:\s+as\s+\w+)?:\s*(?:pass|\.\.\.|return)?\s*$ | \bcatch\s*(?:\(\w*\))?\s*\{\s*\}
    | \bcontextlib\.suppress\(\s*(?:Base)?(?:Exception|AssertionError) | \b(?:sys|os)\._?exit\(\s*0?\s*\) | \bprocess\.exit\(\s*0?\s*\)
    | \bdef\s+pytest_(?:collection_modifyitems|runtest_\w+|pyfunc_call|ignore_collect|sessionfinish|report_teststatus|exception_interact)\b
    """,
    re.VERBOSE,
)
# What lets a program behave otherwise while it is tested.
_UNDER_TEST = re.compile(
    r"PYTEST_CURRENT_TEST|['\"]pytest['\"]\s+in\s+sys\.modules|JEST_WORKER_ID|\bVITEST\b|NODE_ENV\W{1,10}test\b|"
    r"\btesting\.Testing\(\)|sys\.argv.{0,12}pytest|unittest['\"]\s+in\s+sys\.modules"
)
# What lets a command, a step or a rule fail without anybody hearing of it.
_IN_COMMANDS = re.compile(
    r"""
      \|\|\s*(?:true|:|exit\s+0|echo|\(?exit\s+0)(?![\w.]) | \bset\s+\+e\b | ;\s*(?:true|exit\s+0)\b | ^\t-(?=\w) | \bmake\s+-\w*[ik]
    | --exit-zero\b | --pass[Ww]ith[-]?[Nn]o[-]?[Tt]ests\b | --deselect\b | --ignore(?:-glob)?[=\s]\S | \s-[km]\s+["']?not\s
    | --reruns?\b | \bjest\b.*\s-u\b | --update-?[Ss]napshots?\b | --snapshot-update\b | \ballow_failure:\s*true
    | ^\s*(?:-\s+)?if:\s*["']?(?:\$\{\{\s*)?false\b | \bwhen:\s*manual\b | -DskipTests | testFailureIgnore | maven\.test\.(?:skip|failure)
    | \bignoreFailures\s*=\s*true | \bSKIP=\w | --skip[=\s]\S | --no-fail\b
    | \b(?:ignore_errors|ignore_missing_imports|skip_file)\s*[=:]\s*[Tt]rue
    | \b(?:strict\w*|disallow_\w+|warn_\w+|check_untyped_defs|noImplicit\w+|noUnused\w+|exactOptional\w+)["']?\s*[=:]\s*[Ff]alse
    | ["'][\w@/-]+["']\s*:\s*\[?\s*["']off["'] | \b(?:testPath|coveragePath)IgnorePatterns | \bnorecursedirs\b
    """,
    re.VERBOSE,
)
# A setting that is strict, or that names what may be left out; the gate asks whether it goes, or grows.
_STRICT = re.compile(
    r"""\b(?:strict|disallow_\w+|warn_\w+|fail_under|filterwarnings|noImplicit\w+|xfail_strict)["']?\s*[=:]\s*(?!\s*[Ff]alse)(\S+)"""
)
_LEFT_OUT = re.compile(
    r"""^\s*["']?(?:extend-)?(?:ignore|per-file-ignores|exclude_lines|exclude_also|omit|disable_error_code|disable)["']?\s*[=:]"""
)

_ASSERTION = re.compile(
    r"\bassert|\bexpect\(|\.should\b|\brequire\.\w+\(t\b|\bt\.(?:Error|Fatal)|\b(?:EXPECT|ASSERT)_|\.raises\(|\bverify\("
)
_WEAK = re.compile(
    r"""^\s*assert\s+(?!.*\s(?:in|is)\s)[^=<>]*$ | ^\s*assert\s.*\bis\s+not\s+None\s*$ | \bassert(?:True|False|IsNotNone)\(
    | \.to(?:BeDefined|BeTruthy|BeFalsy)\( | \.not\.to(?:BeNull|BeUndefined|Throw)\( | \bassert\.ok\( | \brequire\.(?:NotNil|True)\(
    | \bexpect\.anything\(""",
    re.VERBOSE,
)
_TEST = re.compile(
    r"^\s*(?:async\s+)?def\s+test|^\s*(?:it|test)(?:\.each\b.*)?\(|^\s*func\s+Test|^\s*@(?:Parameterized)?Test\b|^\s*#\[(?:\w+::)?test\]"
)
_ROW = re.compile(r"^\s*[\[({].*[\])}],?\s*$")
_COMMENT = re.compile(r"^\s*(?:#|//|\*|/\*|--|;)")
# A test that ends where it begins, and an equality that holds for everything.
_HOLLOW = (
    ("ends a test before it checks anything", re.compile(r"^[ \t]*(?:async )?def test\w*\([^\n]*\n(?:[ \t]*(?:\"\"\"[^\n]*\"\"\"|#[^\n]*)\n)?[ \t]+"
r"(?:return|pass|\.\.\.)[ \t]*$", re.MULTILINE)),
    ("is a test without a body", re.compile(r"\b(?:it|test)\([^\n]{0,200}(?:=>|function\s*\(\w*\))\s*\{\s*\}\s*\)")),
    ("is equal to everything", re.compile(r"def __eq__\([^\n]*\n\s*return True\b")),
)  # fmt: skip

# Bars that weaken when they fall, and slack that weakens when it grows.
_NUMBER = r"""["']?\s*(?:[=:,\s]|to\s)\s*["']?(-?\d+(?:\.\d+)?(?:[eE]-?\d+)?)"""
_BARS = re.compile(
    rf"""\b(fail[_-]under|cov-fail-under|[\w.-]*coverage[\w.-]*|minimum(?:_\w+)?|target|branches|functions|lines|statements|min(?:_\w+)?_score)\b{_NUMBER}"""
)
_SLACK = re.compile(
    rf"""\b(abs|rel|atol|rtol|tolerance|delta|epsilon|places_off|max[_-]warnings|retries|reruns|max[_-]complexity|allowed_failures)\b{_NUMBER}"""
)
_CLOSE = re.compile(r"\b(toBeCloseTo|assertAlmostEqual)\(.*,\s*(?:places\s*=\s*)?(\d+)\)")


@dataclass(frozen=True, slots=True)
class Doubt:
    """What may make a check weaker: its line after the change, or 0 for what is gone, and half a sentence."""

    line: int
    words: str


def doubts(change: Change, *, is_test: bool) -> Iterator[Doubt]:
    """What in this change may make a check weaker, each once; nothing for a file that is prose or is deleted."""
    if change.after is None or first_match(_PROSE, change.path) is not None:
        return
    removed, added = numbered_lines(change)
    is_shell = first_match(_SHELL, change.path) is not None
    yield from _markers(removed, added, is_test=is_test, is_shell=is_shell)
    yield from _moved_bars(removed, added)
    if is_test:
        yield from _hollow(change.after.decode(errors="replace"), {number for number, _ in added})
        if change.before is not None:
            yield from _fewer(removed, added)
    if is_shell:
        yield from _looser(removed, added)


def _markers(
    removed: Iterable[Numbered], added: Iterable[Numbered], *, is_test: bool, is_shell: bool
) -> Iterator[Doubt]:
    kept = Counter(line.strip() for _, line in removed)
    patterns = (
        _ANYWHERE,
        _IN_TESTS if is_test else _UNDER_TEST,
        *((_IN_COMMANDS,) if is_shell else ()),
    )
    for number, line in added:
        stripped = line.strip()
        if kept[stripped] > 0:
            kept[stripped] -= 1
        elif any(pattern.search(piece) for piece in pieces(line) for pattern in patterns):
            yield Doubt(number, stripped[:110])


def _hollow(text: str, added: set[int]) -> Iterator[Doubt]:
    for words, pattern in _HOLLOW:
        for match in pattern.finditer(text):
            first = text.count("\n", 0, match.start()) + 1
            if added & set(range(first, first + match.group().count("\n") + 1)):
                yield Doubt(first, words)


def _fewer(removed: Iterable[Numbered], added: Iterable[Numbered]) -> Iterator[Doubt]:
    """Rows of a table of cases count with what checks them, because three tests often become one with three rows."""
    gone, come = _live(removed), _live(added)
    rows = _count(_ROW, come) - _count(_ROW, gone)
    asserting = _count(_ASSERTION, gone) - _count(_ASSERTION, come)
    tests = _count(_TEST, gone) - _count(_TEST, come)
    if asserting > max(rows, 0):
        yield Doubt(0, f"{asserting} fewer lines that assert")
    elif asserting <= 0 and (weaker := _weak(come) - _weak(gone)) > -asserting:
        yield Doubt(0, f"{weaker} assertions become weaker")
    if tests > max(rows, 0):
        yield Doubt(0, f"{tests} fewer tests")
    if rows < 0 and -rows > max(-asserting, 0) + max(-tests, 0):
        yield Doubt(0, f"{-rows} fewer rows of cases")


def _live(lines: Iterable[Numbered]) -> list[str]:
    return [line for _, line in lines if not _COMMENT.match(line)]


def _count(pattern: re.Pattern[str], lines: Iterable[str]) -> int:
    return sum(pattern.search(line) is not None for line in lines)


def _weak(lines: Iterable[str]) -> int:
    return sum(_ASSERTION.search(line) is not None and _WEAK.search(line) is not None for line in lines)


def _moved_bars(removed: Iterable[Numbered], added: Iterable[Numbered]) -> Iterator[Doubt]:
    """The n-th number of a name that goes is compared with the n-th of that name that comes."""
    for pattern, falls in ((_BARS, True), (_CLOSE, True), (_SLACK, False)):
        before: dict[str, list[float]] = {}
        for _, line in removed:
            for match in _matches(pattern, line):
                before.setdefault(match[1], []).append(float(match[2]))
        for number, line in added:
            for match in _matches(pattern, line):
                waiting = before.get(match[1])
                if not waiting:
                    continue
                was, now = waiting.pop(0), float(match[2])
                if (now < was) if falls else (now > was):
                    yield Doubt(number, f"{match[1]} goes from {was:g} to {now:g}")


def _matches(pattern: re.Pattern[str], line: str) -> Iterator[re.Match[str]]:
    for piece in pieces(line):
        yield from pattern.finditer(piece)


def _looser(removed: Iterable[Numbered], added: Iterable[Numbered]) -> Iterator[Doubt]:
    """A strict setting that goes, and a list of what is left out that comes."""
    set_again = {_name(match) for _, line in added if (match := _STRICT.search(line))}
    for _, line in removed:
        if (match := _STRICT.search(line)) and _name(match) not in set_again:
            yield Doubt(0, f"gone: {line.strip()[:110]}")
    before = {line.strip() for _, line in removed}
    listed = {_LEFT_OUT.match(line)[0].strip() for line in before if _LEFT_OUT.match(line)}  # type: ignore[index]  # matched just before
    for number, line in added:
        if (match := _LEFT_OUT.match(line)) and line.strip() not in before:
            was = next((old for old in before if old.startswith(match[0].strip())), "")
            if (
                match[0].strip() not in listed
                or line.count(",") > was.count(",")
                or len(line.strip()) > len(was)
            ):
                yield Doubt(number, line.strip()[:110])


def _name(match: re.Match[str]) -> str:
    return re.split(r"""["'\s=:]""", match[0], maxsplit=1)[0]
