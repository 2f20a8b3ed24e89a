"""What is read of source files: every import and call a rule can name, whatever way it is written."""

import pytest

from policies.sources import Source, Unread, read

PY, JS, GO = "src/shop/domain/order.py", "src/domain/order.ts", "internal/domain/order.go"


def source(path: str, text: str) -> Source:
    found = read(path, text.encode())
    assert isinstance(found, Source), found
    return found


@pytest.mark.parametrize(
    ("path", "text", "rule", "line"),
    [
        (PY, "import os\n", "os", 1),
        (PY, "import os.path\n", "os", 1),
        (PY, "import os.path as p\n", "os.path", 1),
        (PY, "x = 1\nfrom os import path\n", "os.path", 2),
        (PY, "from os import (\n    sep,\n    path,\n)\n", "os.path", 3),
        (PY, "def f():\n    import os\n", "os", 2),
        (PY, "from shop import *\n", "shop.db", 1),
        (PY, "from shop import db\n", "shop.db", 1),
        (PY, "from shop import db\n", "src/shop/db/**", 1),
        (PY, "from shop.db import client\n", "src/shop/db/client.py", 1),
        (PY, "from shop.db.client import open_it\n", "src/shop/db/**", 1),
        (PY, "from ..db import client\n", "src/shop/db/**", 1),
        (PY, "from .. import db\n", "src/shop/db/**", 1),
        (PY, "from . import order2\n", "src/shop/domain/order2.py", 1),
        ("services/a/shop/web.py", "import shop.db\n", "services/a/shop/db/**", 1),
        (PY, "__import__('os')\n", "os", 1),
        (PY, "import importlib\nimportlib.import_module('os.path')\n", "os", 2),
        (PY, "from importlib import import_module as load\nload('os')\n", "os", 2),
        (PY, "if TYPE_CHECKING:\n    import os\n", "os", 2),
        (JS, "import fs from 'fs'\n", "fs", 1),
        (JS, "import fs from 'node:fs'\n", "fs", 1),
        (JS, "import 'side-effect'\n", "side-effect", 1),
        (JS, "import fp from 'lodash/fp'\n", "lodash", 1),
        (JS, "import { a } from '@scope/pkg/deep'\n", "@scope/pkg", 1),
        (JS, "import type { A } from '../db/client'\n", "src/db/**", 1),
        (JS, "import {\n  a,\n} from '../db/client'\n", "src/db/client.ts", 3),
        (JS, "import { a } from '../db'\n", "src/db/**", 1),
        (JS, "import { a } from '../db/client.js'\n", "src/db/client.ts", 1),
        (JS, "import { a } from '@/db/client'\n", "src/db/**", 1),
        (JS, "export * from '../db/client'\n", "src/db/**", 1),
        (JS, "const a = require('fs')\n", "fs", 1),
        (JS, "const a = require( /* x */ 'fs' )\n", "fs", 1),
        (JS, "const a = require.resolve('fs')\n", "fs", 1),
        (JS, "const a = await import(\n  'fs'\n)\n", "fs", 3),
        (JS, "const a = await import(`fs`)\n", "fs", 1),
        (JS, "import a = require('fs')\n", "fs", 1),
        (JS, "const x = `${require('fs')}`\n", "fs", 1),
        (JS, "<p>Don't {require('fs')} don't</p>\n", "fs", 1),
        (JS, "// require('fs') in a comment may be code\n", "fs", 1),
        ("a.vue", "<script>\nimport fs from 'fs'\n</script>\n", "fs", 2),
        (GO, 'package a\n\nimport "os"\n', "os", 3),
        (GO, 'package a\n\nimport (\n\t"fmt"\n\tx "os/exec"\n)\n', "os/exec", 5),
        (GO, 'package a\nimport ( // )\n"fmt"; . "os"\n)\n', "os", 3),
        (GO, "package a\nimport `os`\n", "os", 2),
        (GO, 'package a\nimport ("os"', "os", 2),
        (GO, 'package a\nimport "github.com/o/r/internal/db/pg"\n', "internal/db/**", 2),
        (GO, 'package a\nimport "github.com/o/r/internal/db"\n', "github.com/o/r", 2),
    ],
)
def test_an_import_is_seen(path: str, text: str, rule: str, line: int) -> None:
    found = [each.line for each in source(path, text).imports if each.is_covered(rule)]
    assert found == [line]


@pytest.mark.parametrize(
    ("path", "text", "rule"),
    [
        (PY, "import osmosis\n", "os"),
        (PY, "# import os\n", "os"),
        (PY, "x = 'import os'\n", "os"),
        (PY, "from shop import dbx\n", "shop.db"),
        (PY, "from shop.database import x\n", "src/shop/db/**"),
        (JS, "import a from 'fs-extra'\n", "fs"),
        (JS, "import a from './fs'\n", "fs"),
        (JS, "import a from '../../../../etc'\n", "etc/**"),
        (GO, 'package a\n// import "os"\nvar x = "os"\n', "os"),
        (GO, 'package a\nimport "myos"\n', "os"),
    ],
)
def test_what_only_resembles_it_is_not_it(path: str, text: str, rule: str) -> None:
    assert not [each for each in source(path, text).imports if each.is_covered(rule)]


@pytest.mark.parametrize(
    ("path", "text", "line", "words"),
    [
        (PY, "x = 1\n__import__(name)\n", 2, "imports a name that is computed"),
        (PY, "import importlib\nimportlib.import_module('o' + 's')\n", 2, "imports a name that is computed"),
        (JS, "require(name)\n", 1, "imports what is computed"),
        (JS, "require('f' + 's')\n", 1, "imports what is computed"),
        (JS, "import(`${name}`)\n", 1, "imports what is computed"),
        (JS, "const r = require;\n", 1, "hands `require` on"),
        (JS, "f(require)\n", 1, "hands `require` on"),
        (JS, "createRequire(import.meta.url)('fs')\n", 1, "makes its own `require`"),
        (JS, "\\u0072equire('fs')\n", 1, "writes letters as escapes"),
        (JS, "import '\\x66s'\n", 1, "writes letters as escapes"),
        (JS, "import '\\146s'\n", 1, "imports an address that is written with escapes"),
        (JS, "import /*" + "x" * 400 + "*/ 'fs'\n", 1, "imports behind a long comment"),
        (GO, 'package a\nimport "\\x6fs"\n', 2, "imports a path that is written with escapes"),
    ],
)
def test_what_cannot_be_told_is_said(path: str, text: str, line: int, words: str) -> None:
    assert (line, words) in source(path, text).unclear


@pytest.mark.parametrize(
    ("path", "text", "rule", "line"),
    [
        (PY, "eval(x)\n", "eval", 1),
        (PY, "run = eval\n", "eval", 1),
        (PY, "import builtins\nbuiltins.eval(x)\n", "eval", 2),
        (PY, "import os\nos.system(x)\n", "os.system", 2),
        (PY, "import os as o\no.system(x)\n", "os.system", 2),
        (PY, "from os import system as s\ns(x)\n", "os.system", 2),
        (PY, "import os\n(os\n .system)(x)\n", "os.system", 3),
        (PY, "import subprocess\nsubprocess.run(x)\n", "subprocess", 2),
        (PY, "import os as o\no.system(x)\ndef f():\n    import json as o\n", "os.system", 2),
        (PY, "def f():\n    from json import loads as eval\n\neval(x)\n", "eval", 4),
        (PY, "from os import *\nsystem(x)\n", "os.system", 2),
        (PY, "import os\no = os\no.system(x)\n", "os.system", 2),
        (PY, "import os.path\no = os\no.system(x)\n", "os.system", 2),
        (PY, "import os\np = os.path\np.join(x)\n", "os.path.join", 2),
        (PY, "__import__('os').system(x)\n", "os.system", 1),
        ("bin/run", "#!/usr/bin/env python3\nimport os\nos.system(x)\n", "os.system", 3),
        ("bin/run", "#!/usr/bin/env -S deno run\neval(x)\n", "eval", 2),
        (PY, "get_cursor().execute(sql)\n", "*.execute", 1),
        (PY, "self.db.execute(sql)\n", "*.execute", 1),
        (PY, "print\n", "print", 1),
        (JS, "eval(x)\n", "eval", 1),
        (JS, "eval (x)\n", "eval", 1),
        (JS, "window.eval(x)\n", "eval", 1),
        (JS, "console.log(x)\n", "console.log", 1),
        (JS, "console\n  .log(x)\n", "console.log", 2),
        (JS, "console?.log?.(x)\n", "console.log", 1),
        (JS, "console['log'](x)\n", "console.log", 1),
        (JS, "console.log.apply(console, x)\n", "console.log", 1),
        (JS, "sql`drop`\n", "sql", 1),
        (JS, "this.db.query(x)\n", "*.query", 1),
        (GO, 'package a\nimport "os/exec"\nvar x = exec.Command("ls")\n', "exec.Command", 3),
        (GO, 'package a\nimport run "os/exec"\nvar x = run.Command("ls")\n', "exec.Command", 3),
        (GO, 'package a\nfunc f() { panic("no") }\n', "panic", 2),
    ],
)
def test_a_call_is_seen(path: str, text: str, rule: str, line: int) -> None:
    found = {each.line for each in source(path, text).names if each.is_covered(rule)}
    assert found == {line}


@pytest.mark.parametrize(
    ("path", "text", "rule"),
    [
        (PY, "evaluate(x)\n", "eval"),
        (PY, "# eval(x)\n", "eval"),
        (PY, "model.eval()\n", "eval"),
        (PY, "handlers['eval'](x)\n", "eval"),
        (PY, "import os\nos.environ\n", "os.system"),
        (PY, "os = here()\nf(os)\n", "os.system"),
        (JS, "evaluate(x)\n", "eval"),
        (JS, "model.eval(x)\n", "eval"),
        (JS, "const evaluation = 1\n", "eval"),
        (GO, 'package a\nvar x = "panic(1)"\n', "panic"),
    ],
)
def test_another_name_is_not_it(path: str, text: str, rule: str) -> None:
    assert not [each for each in source(path, text).names if each.is_covered(rule)]


@pytest.mark.parametrize(
    ("path", "content"),
    [
        (PY, b"def f(:\n"),
        (PY, b"\xff\n"),
        (PY, b"x = '\0'\n"),
        (PY, b"(" * 100_000),
        (PY, b"-" * 200_000 + b"1"),
        (PY, b"a" + b".a" * 200_000),
        (PY, b"x" * (1024 * 1024 + 1)),
        (PY, b"# coding: utf-7\n"),
        (PY, b"".join(b"import a%d as a\n" % n for n in range(800))),
        (PY, b"".join(b"from a%d import *\n" % n for n in range(800))),
        (PY, b"\xef\xbb\xbf\f# coding=unicode_escape\r"),
        (JS, b"x" * (1024 * 1024 + 1)),
        (JS, b"\xff"),
        (GO, b'var x = "a\n'),
        (GO, b"var x = `a"),
        (GO, b"/* import"),
        (GO, b"\xff"),
    ],
    ids=range(17),
)
def test_what_cannot_be_read_says_so(path: str, content: bytes) -> None:
    assert isinstance(read(path, content), Unread)


@pytest.mark.parametrize("path", ["README.md", "a.rb", "Makefile", "py.md", "src/py/data.json"])
def test_other_languages_are_not_read(path: str) -> None:
    assert read(path, b"import os\n") is None


@pytest.mark.parametrize("text", ["from/*", "a    ", "import(", "a.b?.", "from '", "a[", "require//"])
def test_hostile_text_is_read_to_its_end(text: str) -> None:
    """In time that grows with its length; the limit of the whole suite ends what does not."""
    assert isinstance(read(JS, text.encode() * 10_000), Source)
