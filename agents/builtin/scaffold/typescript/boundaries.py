"""The component folders of a TypeScript project, and the test that keeps their imports to what the plan connects."""

TEST_BOUNDARIES = """\
/** Keeps the components apart: one may import another only where the approved plan connects the two. */

import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
«testing»
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('«code»/', import.meta.url));

/** Component folder -> the component folders it may import. Change the plan before you change this table. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
«allowed»
};

/** The component folders that the module at `path` imports by relative paths. */
function imported(path: string, source: string): Set<string> {
  const found = new Set<string>();
  for (const match of source.matchAll(/(?:from|import)\\s*\\(?\\s*['"](\\.[^'"]*)['"]/g)) {
    const folder = relative(ROOT, resolve(dirname(path), match[1] ?? '')).split(sep, 1).join('');
    if (Object.hasOwn(ALLOWED, folder)) found.add(folder);
  }
  return found;
}

test('every component has its folder', () => {
  assert.deepEqual(Object.keys(ALLOWED).filter((name) => !existsSync(join(ROOT, name, 'index.ts'))), []);
});

test('no component imports one it is not connected to', () => {
  for (const [name, others] of Object.entries(ALLOWED)) {
    for (const entry of readdirSync(join(ROOT, name), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      const wrong = [...imported(path, readFileSync(path, 'utf8'))].filter((one) => one !== name && !others.includes(one));
      assert.deepEqual(wrong, [], relative(ROOT, path));
    }
  }
});

test('an import of a component is seen', () => {
  for (const name of Object.keys(ALLOWED)) {
    const source = `import { thing } from '../${name}/index«suffix»';`;
    assert.deepEqual([...imported(join(ROOT, 'another', 'module.ts'), source)], [name]);
  }
});
"""
