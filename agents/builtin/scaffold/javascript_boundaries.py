"""Writes the component folders of a JavaScript project and the test that keeps their imports to what the plan connects."""

from agents.builtin.decompose_names import plain
from agents.builtin.scaffold.connections import allowed, purpose
from agents.builtin.scaffold.site import Site
from agents.builtin.scaffold.text import fill
from agents.schemas.proposal import ProposedFile

_FOLDER = """\
/**
 * «purpose».
 *
 * «serves»
 */

export {};
"""

_TEST = """\
/** Keeps the components apart: one may import another only where the approved plan connects the two. */

import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../src/', import.meta.url));

/**
 * Component folder -> the component folders it may import. Change the plan before you change this table.
 * @type {Record<string, string[]>}
 */
const ALLOWED = {
«allowed»
};

/**
 * The component folders that a module imports by relative paths.
 * @param {string} path of the module
 * @param {string} source
 */
function imported(path, source) {
  const found = new Set();
  for (const match of source.matchAll(/(?:from|import)\\s*\\(?\\s*['"](\\.[^'"]*)['"]/g)) {
    const [folder] = relative(ROOT, resolve(dirname(path), match[1])).split(sep);
    if (Object.hasOwn(ALLOWED, folder)) found.add(folder);
  }
  return found;
}

test('every component has its folder', () => {
  assert.deepEqual(Object.keys(ALLOWED).filter((name) => !existsSync(join(ROOT, name, 'index«suffix»'))), []);
});

test('no component imports one it is not connected to', () => {
  for (const [name, others] of Object.entries(ALLOWED)) {
    for (const entry of readdirSync(join(ROOT, name), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.path, entry.name);
      const wrong = [...imported(path, readFileSync(path, 'utf8'))].filter((one) => one !== name && !others.includes(one));
      assert.deepEqual(wrong, [], relative(ROOT, path));
    }
  }
});

test('an import of a component is seen', () => {
  for (const name of Object.keys(ALLOWED)) {
    const source = `import { thing } from '../${name}/index«suffix»';`;
    assert.deepEqual([...imported(join(ROOT, 'another', 'module«suffix»'), source)], [name]);
  }
});
"""


def boundaries(site: Site) -> tuple[ProposedFile, ...] | str:
    """A folder for each component of our own that says its purpose, and the test of their imports."""
    folders = site.folders()
    if not folders:
        return "the plan has no component of our own"
    rows = "\n".join(
        f"  {folders[part]}: [{', '.join(repr(other) for other in others)}],"
        for part, others in allowed(site).items()
    )
    suffix = site.layout.suffix
    made = [
        ProposedFile(
            path=site.layout.code(folder, "index"),
            content=fill(_FOLDER, **purpose(site, part)),
            reason=f"the component {plain(part)}",
        )
        for part, folder in folders.items()
    ]
    test = ProposedFile(
        path=site.layout.proof("boundaries"),
        content=fill(_TEST, allowed=rows, suffix=suffix),
        reason="proves who imports whom",
    )
    return (*made, test)
