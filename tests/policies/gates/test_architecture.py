"""A repository's own rules of architecture: what is brought against them is blocked or shown, with its place."""

import pytest

from policies.gates import architecture, judge_all
from policies.gates.input import GateInput
from policies.tree import Change
from policies.verdict import Block, Pass, Warn
from tests.policies.gates.patchsets import before_gates, delete, edit, new, policy

PURE = {
    "name": "domain-is-pure",
    "files": ["src/domain/**"],
    "except_files": ["src/domain/testing/**"],
    "forbidden_imports": ["sqlalchemy", "src/db/**"],
    "forbidden_calls": ["print", "console.log"],
    "because": "The domain does no I/O.",
}
NO_THROW = {"name": "no-throw", "files": ["src/**"], "forbidden_text": [r"\bthrow\b"], "level": "warn"}


def under(*changes: Change, rules: tuple[object, ...] = (PURE, NO_THROW)) -> GateInput:
    return before_gates(*changes, policy=policy({"architecture": rules}))


@pytest.mark.parametrize(
    ("change", "evidence"),
    [
        (new("src/domain/a.py", "x = 1\nimport sqlalchemy.orm\n"), "2: imports sqlalchemy.orm"),
        (edit("src/domain/a.py", "x = 1\n", "x = 1\nfrom src.db import pool\n"), "2: imports src.db.pool"),
        (new("src/domain/a.ts", "import { pool } from '../db/pool'\n"), "1: imports src/db/pool"),
        (new("src/domain/a.py", "print(1)\n"), "1: names print"),
        (new("src/domain/a.ts", "console.log(1)\n"), "1: names console.log"),
        (new("src/domain/a.py", "__import__(x)\n"), "1: imports a name that is computed"),
        (new("src/domain/a.py", "def f(:\n"), "1: is not Python that can be read, so nobody can tell"),
        (new("src/domain/a.go", 'var a = "\n'), "1: is not Go that can be read, so nobody can tell"),
        (edit("src/domain/a.py", "print(1)\n", "print(1)\n\nprint(1)\n"), "3: names print"),
        # A name that moves into an expression on an old line is brought all the same.
        (edit("src/domain/a.py", "(\nprint\n)\n", "(\nprint\n)(\nprint\n)\n"), "4: names print"),
    ],
    ids=lambda value: value.path if isinstance(value, Change) else "",
)
def test_what_breaks_a_rule_is_blocked_with_its_place(change: Change, evidence: str) -> None:
    (verdict,) = architecture.judge(under(new("src/ok.py"), change))
    assert isinstance(verdict, Block)
    assert f"{change.path}:{evidence}" in verdict.evidence, verdict.evidence
    assert verdict.rule == "architecture/domain-is-pure"
    assert verdict.reason == "A rule of this repository's architecture is broken: The domain does no I/O."


def test_a_rule_may_only_warn() -> None:
    (verdict,) = architecture.judge(under(new("src/a.ts", "ok()\n  throw new Error()\n")))
    assert isinstance(verdict, Warn)
    assert verdict.evidence == (r"src/a.ts:2: matches \bthrow\b",)
    assert verdict.reason == "A rule of this repository's architecture is broken."


def test_a_rule_about_calls_alone_asks_nothing_of_imports() -> None:
    rule = {"name": "no-eval", "files": ["**"], "forbidden_calls": ["eval"]}
    (verdict,) = architecture.judge(under(new("a.py", "__import__(x)\neval(y)\n"), rules=(rule,)))
    assert isinstance(verdict, Block)
    assert verdict.evidence == ("a.py:2: names eval",)


CALLS = {"name": "calls", "files": ["**"], "forbidden_calls": ["eval", "os.system"]}


@pytest.mark.parametrize(
    ("change", "evidence"),
    [
        (new("a.js", "(0,eval)('x')\n"), "1: names eval"),
        (new("a.js", "x()\nconst e = eval; e('x')\n"), "2: names eval"),
        (new("a.js", "const e = window.eval\n"), "1: names eval"),
        (new("a.js", "const { eval: e } = globalThis\n"), "1: names eval"),
        (new("a.js", "const f = () => { return eval }\n"), "1: names eval"),
        (new("a.js", "\\u0065val('x')\n"), "1: writes letters as escapes"),
        (new("bin/run", "#!/usr/bin/python3\nimport os\nos.system('x')\n"), "3: names os.system"),
        (new("a.py", "__import__(x).system(y)\n"), "1: imports a name that is computed"),
    ],
    ids=lambda value: ascii(value.after)[:40] if isinstance(value, Change) else "",
)
def test_a_call_under_another_name_is_blocked_too(change: Change, evidence: str) -> None:
    (verdict,) = architecture.judge(under(change, rules=(CALLS,)))
    assert isinstance(verdict, Block)
    assert f"{change.path}:{evidence}" in verdict.evidence, verdict.evidence


@pytest.mark.parametrize(
    "change",
    [
        new("a.js", "// never eval what people wrote\n"),
        new("a.js", "model.eval(x); const evaluated = 1\n"),
        new("a.py", "import os\nos.environ['eval']\n"),
        edit("a.js", "const e = eval\n", "const e = eval\nx()\n"),
    ],
    ids=lambda change: ascii(change.after)[:40],
)
def test_what_only_speaks_of_a_call_passes(change: Change) -> None:
    (verdict,) = architecture.judge(under(change, rules=(CALLS,)))
    assert isinstance(verdict, Pass)


def test_each_broken_rule_speaks_for_itself() -> None:
    change = new("src/domain/a.ts", "throw 1\nconsole.log(1)\n")
    first, second = architecture.judge(under(change))
    assert isinstance(first, Block)
    assert isinstance(second, Warn)
    assert (first.rule, second.rule) == ("architecture/domain-is-pure", "architecture/no-throw")
    assert first.evidence == ("src/domain/a.ts:2: names console.log",)
    stricter = policy({"architecture": (PURE, NO_THROW), "gates": {"architecture": "block"}})
    judged = [each for each in judge_all(before_gates(change, policy=stricter)) if "/" in each.rule]
    assert [(type(each), each.rule) for each in judged] == [(Block, first.rule), (Block, second.rule)]


@pytest.mark.parametrize(
    "change",
    [
        new("src/web/a.py", "import sqlalchemy\nprint(1)\n"),
        new("src/domain/testing/a.py", "import sqlalchemy\n"),
        new("src/domain/a.py", "import sqlalchemist\nblueprint(1)\n"),
        new("src/domain/README.md", "import sqlalchemy\n"),
        edit("src/domain/a.py", "import sqlalchemy\nx = 1\n", "import sqlalchemy\nx = 2\n"),
        edit("src/domain/a.py", "import sqlalchemy\n", "x = 1\n"),
        edit("src/a.ts", "throw 1\n", "throw 1\nok()\n"),
        delete("src/domain/a.py", "import sqlalchemy\n"),
        new("src/a.ts", "throwing()\n"),
        new("elsewhere/a.ts", "throw 1\n"),
    ],
    ids=lambda change: f"{change.path} {change.after!r}"[:50],
)
def test_what_keeps_the_rules_or_was_there_before_passes(change: Change) -> None:
    assert architecture.judge(under(change)) == (Pass("architecture", ("2 rules kept",)),)


def test_without_rules_it_passes_and_says_so() -> None:
    (verdict,) = architecture.judge(under(new("src/a.py", "import os\n"), rules=()))
    assert verdict == Pass("architecture", ("this repository has no rules of architecture",))


def test_a_hostile_pattern_is_over_at_once() -> None:
    """In `re` this pattern on this line would take longer than the universe has existed."""
    rule = {"name": "slow", "files": ["**"], "forbidden_text": ["(a+)+$"]}
    (verdict,) = architecture.judge(under(new("a.txt", "a" * 50_000 + "b\n"), rules=(rule,)))
    assert isinstance(verdict, Pass)
