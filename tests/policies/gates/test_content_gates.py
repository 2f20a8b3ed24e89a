"""Text: what a patchset's contents hide."""

import pytest

from policies.gates import text
from policies.tree import Change
from policies.verdict import Block, Pass, Warn
from tests.policies.gates.patchsets import before_gates, delete, edit, new


@pytest.mark.parametrize(
    "change",
    [
        new("a.png", b"\x89PNG\r\n\x1a\n\x00"),
        new("a.txt", b"caf\xe9"),
        new("a.txt", "a".encode("utf-16")),
        new("a.txt", "text\0"),
        edit("a.txt", "a", b"\xff"),
        new("a.py", "if x:  # \u202e } \u2066 admin\n"),
        new("a.py", "x = 'a\u2067b'\n"),
        new("a.md", "\u200fa\n"),
        new("a.md", "\u061ca\n"),
        edit("a.py", "x\n", "x\n\u202dy\n"),
        edit("a.bin", b"\0\xff", "\u202e"),
        new("a.py", "# -*- coding: utf-7 -*-\n# cents +AAo-import os\n"),
        new("a.pyi", "# coding=unicode_escape\n# \\u000aimport os\n"),
        new("a.PYW", "# vim: set fileencoding=raw_unicode_escape :\n"),
        new("bin/run", "#!/usr/bin/env python3\n# coding: utf-7\n"),
        new("bin/run", "\ufeff#!/usr/bin/env -S uv run --script # coding: utf-7\n"),
        new("a.py", "\n# coding: rot13\n"),
        new("a.py", "x = 1\r\n# coding: utf-16\r\n"),
        new("a.py", "\r# coding: utf-7\r"),
        new("a.py", "\ufeff# coding: utf-7\n"),
        new("a.py", "\f \t# coding:\tutf_7\n"),
        new("a.py", "#coding: coding:UTF-7\n"),
        new("a.py", "# coding:\u00e9 coding: utf-7\n"),
        new("a.py", "# \u2028\x1c coding: utf-7\n"),
        new("a.py", "# coding: utf-8x\n"),
        new("a.py", "# coding: latin-15\n"),
        new("a.py", "# coding: iso-8859-15\n"),
        new("a.py", "# coding: hz\n"),
        edit("a.py", "# coding: utf-7\nx = 1\n", "# coding: utf-7\nx = 2\n"),
    ],
    ids=lambda change: ascii(change.after)[:40],
)
def test_what_is_not_text_or_reads_otherwise_than_it_runs_is_blocked(change: Change) -> None:
    assert isinstance(text.judge(before_gates(new("ok.py"), change)), Block)


@pytest.mark.parametrize(
    ("change", "evidence"),
    [
        (new("a.py", "y\nx\u200b = 1\n"), "a.py:2: holds U+200B"),
        (new("a.py", "x = 'a\u00a0b'\n"), "a.py:1: holds U+00A0"),
        (new("a.py", "x = '\U000e0041'\n"), "a.py:1: holds U+E0041"),
        (new("a.py", "x = '\x1b[0m'\n"), "a.py:1: holds U+001B"),
        (new("a.py", "\ufeffx = 1\n"), "a.py:1: starts with a byte order mark"),
        (new("a.py", "x = 1\r\ny = 2\n"), "a.py: mixes line ends"),
        (new("a.py", "x = 1\ry = 2\n"), "a.py: mixes line ends"),
        (edit("a.py", "x\n", "x\r\ny\n"), "a.py: mixes line ends"),
        (new("a.py", "p\u0430ypal = 1\n"), "a.py:1: `p\u0430ypal` mixes letters that look alike"),
        (
            new("a.py", "scope = 1\n\u0455\u0441\u043e\u0440\u0435 = 2\n"),
            "a.py:2: `\u0455\u0441\u043e\u0440\u0435` looks like `scope` in the same file and is another word",
        ),
        (
            edit("a.py", "x = 1\n", "x = 1" + " " * 80 + "; evil()\n"),
            "a.py:1: goes on far to the right, behind blanks",
        ),
    ],
    ids=lambda value: ascii(value)[-40:],
)
def test_what_a_reader_cannot_see_is_shown(change: Change, evidence: str) -> None:
    verdict = text.judge(before_gates(change))
    assert isinstance(verdict, Warn)
    assert evidence in verdict.evidence


def test_the_same_finding_is_told_once_where_it_comes_first() -> None:
    verdict = text.judge(before_gates(new("a.py", "x\n\u200by\n\u200bz\n")))
    assert isinstance(verdict, Warn)
    assert verdict.evidence == ("a.py:2: holds U+200B",)


@pytest.mark.parametrize(
    "change",
    [
        new("a.py", ""),
        new("a.py", "x = 1\n"),
        new("a.py", "no line feed at the end"),
        new("a.bat", "echo 1\r\necho 2\r\n"),
        new("a.py", "#!/usr/bin/python\n# -*- coding: utf-8 -*-\n"),
        new("a.py", "# coding: UTF8\n"),
        new("a.py", "# coding: utf_8-unix\n"),
        new("a.py", "# vim:fileencoding=us-ascii\n"),
        new("a.py", "# -*- coding: Latin-1 -*-\n"),
        new("a.py", "# coding: iso_8859_1\n"),
        new("a.py", "x = 1\ny = 2\n# coding: utf-7\n"),
        new("a.py", "coding = 'coding: utf-7'\n"),
        new("a.py", "# encoding : utf-7, and coding:\n"),
        new("a.py", "# decoding is what follows\n"),
        new("notes.md", "# coding: how we do it\n"),
        delete("a.py", "# coding: utf-7\n"),
        edit("a.py", "# coding: utf-7\n", "x = 1\n"),
        new("a.md", "# 中文，标题\n\n全角\u3000空白\n"),
        new("a.md", "Привет, καλημέρα, Straße\n"),
        new("a.md", "Рост и сор, a hope\n"),
        new("a.py", " " * 120 + "x\n"),
        new("Makefile", "all:\n\techo\n"),
        edit("a.py", "\u202e old\nx = 1\n", "\u202e old\nx = 2\n"),
        edit("a.py", "a\u200b\nx = 1\n", "a\u200b\nx = 2\n"),
        edit("a.py", "a\r\nb\nc\n", "a\r\nb\nd\n"),
        delete("a.png", b"\x89PNG\0"),
        edit("a.png", b"\x89PNG\0", "text now\n"),
    ],
    ids=lambda change: ascii(change.after)[:40],
)
def test_plain_text_passes_and_what_was_there_before_does_not_count(change: Change) -> None:
    assert isinstance(text.judge(before_gates(change)), Pass)
