"""The files that are the same in JavaScript and in TypeScript."""

GITIGNORE = """\
node_modules/
coverage/
dist/
.env
"""

TEST_SETTINGS = """\
/** Shows the defaults and that a wrong setting is refused by name. */

import assert from 'node:assert/strict';
«testing»

import { read } from '«code»/settings«suffix»';

test('an empty environment gives the defaults', () => {
  assert.deepEqual(read({}), { logLevel: 'info' });
});

test('a level is read in any case', () => {
  assert.equal(read({ LOG_LEVEL: 'DEBUG' }).logLevel, 'debug');
});

test('an unknown level is refused by name', () => {
  assert.throws(() => read({ LOG_LEVEL: 'loud' }), /LOG_LEVEL must/);
});
"""

FOLDER = """\
/**
 * «purpose».
 *
 * «serves»
 */

export {};
"""
