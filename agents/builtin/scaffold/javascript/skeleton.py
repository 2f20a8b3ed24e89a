"""The files every JavaScript project starts with: modules typed by JSDoc, so that Node.js runs them as they are."""

PACKAGE = """\
{
  "name": "«slug»",
  "version": "0.1.0",
  "description": «description»,
  "private": true,
  "type": "module",
  "engines": { "node": ">=22" },
  "scripts": {
    "start": "node src/main.js",
    "test": "node --test"
  }
}
"""

CONFIG = """\
{
  "compilerOptions": {
    "checkJs": true,
    "noEmit": true,
    "strict": true,
    "target": "ES2024",
    "module": "NodeNext",
    "types": ["node"]
  },
  "include": ["src", "test"]
}
"""

HEALTH = """\
/** Says whether «product_comment» can do its work. */

/**
 * A check returns nothing when all is well and throws when it is not.
 * @typedef {() => void | Promise<void>} Check
 */

/**
 * What must work before the product does. Register a check for each outside dependency.
 * @type {Record<string, Check>}
 */
export const CHECKS = {};

/**
 * Runs every check, also after one has failed.
 * @param {Record<string, Check>} checks
 * @returns {Promise<{ ok: boolean, problems: Record<string, string> }>} the name of each check that failed, and why
 */
export async function check(checks) {
  /** @type {Record<string, string>} */
  const problems = {};
  for (const [name, run] of Object.entries(checks)) {
    try {
      await run();
    } catch (error) {
      problems[name] = error instanceof Error ? error.message : String(error);
    }
  }
  return { ok: Object.keys(problems).length === 0, problems };
}
"""

TEST_HEALTH = """\
/** Shows that the health check passes, fails with a reason, and does not stop at the first failure. */

import assert from 'node:assert/strict';
«testing»

import { CHECKS, check } from '«code»/health«suffix»';

const fails = () => {
  throw new Error('no answer');
};

test('it is well when nothing is registered', async () => {
  assert.deepEqual(await check({}), { ok: true, problems: {} });
});

test('every registered check passes', async () => {
  assert.deepEqual((await check(CHECKS)).problems, {});
});

test('a failing check is named with its reason', async () => {
  const report = await check({ store: fails, clock: () => {}, mail: fails });
  assert.deepEqual(report, { ok: false, problems: { store: 'no answer', mail: 'no answer' } });
});
"""

COMMAND = """\
/** The command line of «product_comment»: `node src/main.js health`. */

import { pathToFileURL } from 'node:url';

import { CHECKS, check } from './health.js';

/**
 * @param {string[]} words what stands after the program's name
 * @param {(line: string) => void} print
 * @returns {Promise<number>} the exit status: 0 when all is well, 1 when a check failed, 2 for an unknown command
 */
export async function main(words, print) {
  if (words.length !== 1 || words[0] !== 'health') {
    print('usage: node src/main.js health');
    return 2;
  }
  const report = await check(CHECKS);
  for (const [name, problem] of Object.entries(report.problems)) print(`${name}: ${problem}`);
  if (report.ok) print('ok');
  return report.ok ? 0 : 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.exitCode = await main(process.argv.slice(2), (line) => console.log(line));
}
"""

TEST_COMMAND = """\
/** Shows what the command line prints and which status it ends with. */

import assert from 'node:assert/strict';
«testing»

import { main } from '«code»/main.js';

test('health ends with zero and says ok', async () => {
  /** @type {string[]} */
  const printed = [];
  assert.equal(await main(['health'], (line) => printed.push(line)), 0);
  assert.deepEqual(printed, ['ok']);
});

test('an unknown command ends with two', async () => {
  assert.equal(await main(['no-such-command'], () => {}), 2);
});
"""

SETTINGS = """\
/** Reads the settings from the environment once; everything else gets them as a value. */

const LEVELS = ['debug', 'info', 'warning', 'error'];

/**
 * Throws a RangeError that names the setting and says what it should be.
 * @param {Record<string, string | undefined>} environment `process.env` or anything like it
 * @returns {Readonly<{ logLevel: string }>}
 */
export function read(environment) {
  const logLevel = (environment.LOG_LEVEL ?? 'info').toLowerCase();
  if (!LEVELS.includes(logLevel)) {
    throw new RangeError(`LOG_LEVEL must be one of ${LEVELS.join(', ')}, not ${logLevel}.`);
  }
  return Object.freeze({ logLevel });
}
"""
