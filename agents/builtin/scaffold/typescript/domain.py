"""The files of the domain in TypeScript: value checks, and one module for each entity."""

FIELDS = """\
/** Checks the values of domain entities; each check throws a RangeError and names the field. */

const LONGEST_TEXT = 10_000;

export type Check = (value: unknown, name: string) => void;

/** Some words: not empty, not only spaces, at most 10,000 characters. */
export function text(value: unknown, name: string): void {
  if (typeof value !== 'string' || value.trim() === '' || value.length > LONGEST_TEXT) {
    throw new RangeError(`${name} must be a text of 1 to ${LONGEST_TEXT} characters`);
  }
}

/** A whole number, zero or more. */
export function whole(value: unknown, name: string): void {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
    throw new RangeError(`${name} must be a whole number, zero or more`);
  }
}

/** An exact decimal number, kept as its digits because a JavaScript number would round it. */
export function number(value: unknown, name: string): void {
  if (typeof value !== 'string' || !/^-?\\d{1,30}(\\.\\d{1,30})?$/.test(value)) {
    throw new RangeError(`${name} must be a decimal number written as text`);
  }
}

/** True or false. */
export function flag(value: unknown, name: string): void {
  if (typeof value !== 'boolean') throw new RangeError(`${name} must be true or false`);
}

/** A point in time that says its time zone, as ISO 8601. */
export function moment(value: unknown, name: string): void {
  const form = /^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?(Z|[+-]\\d{2}:\\d{2})$/;
  if (typeof value !== 'string' || !form.test(value) || Number.isNaN(Date.parse(value))) {
    throw new RangeError(`${name} must be a date and time with a time zone`);
  }
}

/** A calendar day, as ISO 8601. */
export function day(value: unknown, name: string): void {
  const written = typeof value === 'string' && /^\\d{4}-\\d{2}-\\d{2}$/.test(value) ? value : '';
  if (Number.isNaN(Date.parse(written)) || new Date(written).toISOString().slice(0, 10) !== written) {
    throw new RangeError(`${name} must be a day`);
  }
}

/** Something that can be an e-mail address; only a message sent there can prove it. */
export function email(value: unknown, name: string): void {
  if (typeof value !== 'string' || value.length > 254 || !/^[^\\s@]+@[^\\s@]+$/.test(value)) {
    throw new RangeError(`${name} must be an e-mail address`);
  }
}

/** A web address. */
export function link(value: unknown, name: string): void {
  if (typeof value !== 'string' || !/^https?:\\/\\//.test(value)) {
    throw new RangeError(`${name} must start with https:// or http://`);
  }
}
"""

TEST_FIELDS = """\
/** Shows for every check one value it takes and the values it refuses. */

import assert from 'node:assert/strict';
«testing»

import * as fields from '«code»/domain/fields«suffix»';

const CASES: [name: string, check: fields.Check, good: unknown, bad: unknown[]][] = [
  ['text', fields.text, 'words', ['', '  ', 3, 'x'.repeat(10_001)]],
  ['whole', fields.whole, 3, [-1, 1.5, true, '3']],
  ['number', fields.number, '1.50', [1.5, 'NaN', '1.', '']],
  ['flag', fields.flag, false, [0, 'false', null]],
  ['moment', fields.moment, '2026-01-02T03:04:05Z', ['2026-01-02', '2026-01-02T03:04:05', 7]],
  ['day', fields.day, '2026-01-02', ['2026-02-30', '2026-13-01', '2026-01-02T03:04:05Z']],
  ['email', fields.email, 'a@b.example', ['a', 'a@', '@b', 'a@b@c', 'a b@c']],
  ['link', fields.link, 'https://a.example', ['a.example', 'ftp://a.example', '']],
];

for (const [name, check, good, bad] of CASES) {
  test(`${name} takes what it should`, () => {
    assert.equal(check(good, 'field'), undefined);
  });

  test(`${name} refuses the rest and names the field`, () => {
    for (const value of bad) assert.throws(() => check(value, 'field'), /^RangeError: field must/);
  });
}
"""

ENTITY = """\
/** «entity»: checked when it is made, and frozen. */

import * as fields from './fields«suffix»';

/**
 * «what»
 *
 * «where».
 */
export type «class_name» = Readonly<{
«attributes»;
}>;

const CHECKS: Readonly<Record<keyof «class_name», fields.Check>> = Object.freeze({
«checks»
});

/** The entity in a JSON object; throws a RangeError that says which field is missing, unknown or wrong. */
export function parse(data: Readonly<Record<string, unknown>>): «class_name» {
  for (const [name, check] of Object.entries(CHECKS)) {
    if (!Object.hasOwn(data, name)) throw new RangeError(`${name} is missing`);
    check(data[name], name);
  }
  for (const name of Object.keys(data)) {
    if (!Object.hasOwn(CHECKS, name)) throw new RangeError(`${name} is not a field of «class_name»`);
  }
  return Object.freeze({ ...data }) as «class_name»;
}
"""

TEST_ENTITY = """\
/** Shows that «class_name» takes valid values, refuses the others by name, and cannot be changed. */

import assert from 'node:assert/strict';
«testing»

import { parse } from '«code»/domain/«module»«suffix»';

const VALID: Readonly<Record<string, unknown>> = {
«valid»
};
const WRONG: Readonly<Record<string, unknown>> = {
«wrong»
};

test('valid values are taken as they are', () => {
  assert.deepEqual(parse(VALID), VALID);
});

test('it cannot be changed', () => {
  assert.ok(Object.isFrozen(parse(VALID)));
});

test('a wrong value is refused by name', () => {
  for (const [name, value] of Object.entries(WRONG)) {
    assert.throws(() => parse({ ...VALID, [name]: value }), new RegExp(`^RangeError: ${name} must`));
  }
});

test('a missing field is refused by name', () => {
  for (const name of Object.keys(VALID)) {
    const { [name]: _, ...rest } = VALID;
    assert.throws(() => parse(rest), new RegExp(`^RangeError: ${name} is missing`));
  }
});

test('an unknown field is refused by name', () => {
  assert.throws(() => parse({ ...VALID, no_such_field: 1 }), /^RangeError: no_such_field is not/);
});
"""
