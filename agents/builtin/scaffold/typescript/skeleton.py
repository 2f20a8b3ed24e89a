"""The files every TypeScript project starts with; Node.js leaves the types out and runs the rest, so there is no build."""

PACKAGE = """\
{
  "name": "«slug»",
  "version": "0.1.0",
  "description": «description»,
  "private": true,
  "type": "module",
  "engines": { "node": ">=22.18" },
  "scripts": {
    "start": "node src/main.ts",
    "test": "node --test",
    "check": "tsc"
  },
  "devDependencies": {
    "@types/node": "22.20.7",
    "typescript": "7.0.2"
  }
}
"""

CONFIG = """\
{
  "compilerOptions": {
    "target": "ES2024",
    "lib": ["ES2024"],
    "module": "NodeNext",
    "types": ["node"],
    "strict": true,
    "noUncheckedIndexedAccess": true,
    "exactOptionalPropertyTypes": true,
    "noEmit": true,
    "allowImportingTsExtensions": true,
    "erasableSyntaxOnly": true,
    "verbatimModuleSyntax": true,
    "skipLibCheck": true
  },
  "include": ["src", "test"]
}
"""

HEALTH = """\
/** Says whether «product_comment» can do its work. */

/** A check returns nothing when all is well and throws when it is not. */
export type Check = () => void | Promise<void>;

/** The name of each check that failed, and why. */
export type Health = Readonly<{ ok: boolean; problems: Record<string, string> }>;

/** What must work before the product does. Register a check for each outside dependency. */
export const CHECKS: Record<string, Check> = {};

/** Runs every check, also after one has failed. */
export async function check(checks: Readonly<Record<string, Check>>): Promise<Health> {
  const problems: Record<string, string> = {};
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

const fails = (): void => {
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
/** The command line of «product_comment»: `node src/main.ts health`. */

import { pathToFileURL } from 'node:url';

import { CHECKS, check } from './health.ts';

/** The exit status for the words after the program's name: 0 all is well, 1 a check failed, 2 an unknown command. */
export async function main(words: readonly string[], print: (line: string) => void): Promise<number> {
  if (words.length !== 1 || words[0] !== 'health') {
    print('usage: node src/main.ts health');
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

import { main } from '«code»/main.ts';

test('health ends with zero and says ok', async () => {
  const printed: string[] = [];
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

export type Settings = Readonly<{ logLevel: string }>;

/** The settings in `process.env` or anything like it; throws a RangeError that names what is wrong. */
export function read(environment: Readonly<Record<string, string | undefined>>): Settings {
  const logLevel = (environment.LOG_LEVEL ?? 'info').toLowerCase();
  if (!LEVELS.includes(logLevel)) {
    throw new RangeError(`LOG_LEVEL must be one of ${LEVELS.join(', ')}, not ${logLevel}.`);
  }
  return Object.freeze({ logLevel });
}
"""
