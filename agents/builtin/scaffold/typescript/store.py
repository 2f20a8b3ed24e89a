"""The files of the store boundary and of one resource over it, in TypeScript."""

STORE = """\
/** Keeps entities; `MemoryStore` is the stand-in that tests and a first start use. */

/** There is already an entity with this id. */
export class Taken extends RangeError {}

/** What every store can do, whatever keeps the data. */
export interface Store<Item> {
  /** Keeps a new entity; throws Taken. */
  add(item: Item): void;
  /** The entity with this id, or undefined. */
  get(key: string): Item | undefined;
  /** All entities in the order they were added. */
  every(): Item[];
}

/** Keeps entities until the process ends. */
export class MemoryStore<Item> implements Store<Item> {
  readonly #items = new Map<string, Item>();
  readonly #key: (item: Item) => string;

  /** `key` says which text is the id. */
  constructor(key: (item: Item) => string) {
    this.#key = key;
  }

  add(item: Item): void {
    const key = this.#key(item);
    if (this.#items.has(key)) throw new Taken(`${key} is taken`);
    this.#items.set(key, item);
  }

  get(key: string): Item | undefined {
    return this.#items.get(key);
  }

  every(): Item[] {
    return [...this.#items.values()];
  }
}
"""

TEST_STORE = """\
/** Shows what every store must do; run the same cases on each new store. */

import assert from 'node:assert/strict';
«testing»

import { MemoryStore, Taken } from '«code»/store«suffix»';
import type { Store } from '«code»/store«suffix»';

const empty = (): Store<string> => new MemoryStore((item: string) => item.slice(0, 1));

test('what was added is found', () => {
  const store = empty();
  store.add('apple');
  assert.equal(store.get('a'), 'apple');
});

test('what was not added is undefined', () => {
  assert.equal(empty().get('a'), undefined);
});

test('the order is kept', () => {
  const store = empty();
  store.add('pear');
  store.add('apple');
  assert.deepEqual(store.every(), ['pear', 'apple']);
});

test('an id is taken once', () => {
  const store = empty();
  store.add('apple');
  assert.throws(() => store.add('apricot'), Taken);
  assert.deepEqual(store.every(), ['apple']);
});
"""

RESOURCE = """\
/** Serves «class_name» at `/«path»`: list, create and read. */

import { parse } from '../domain/«module»«suffix»';
import type { «class_name» } from '../domain/«module»«suffix»';
import type * as http from '../service«suffix»';
import { MemoryStore, Taken } from '../store«suffix»';
import type { Store } from '../store«suffix»';

const PATH = '/«path»';

/** A handler over `store`; without one the data lives as long as the process. */
export function resource(store: Store<«class_name»> = new MemoryStore((item) => item.id)): http.Handler {
  return (call) => {
    if (call.path === PATH) return collection(call, store);
    if (call.path.startsWith(`${PATH}/`)) return one(call, call.path.slice(PATH.length + 1), store);
    return null;
  };
}

function collection(call: http.Call, store: Store<«class_name»>): http.Answer {
  if (call.method === 'GET') return { status: 200, body: store.every() };
  if (call.method !== 'POST') return refused(405, 'This path takes GET and POST.');
  const { body } = call;
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return refused(400, 'The body must be a JSON object.');
  }
  try {
    const item = parse({ ...body });
    store.add(item);
    return { status: 201, body: item };
  } catch (error) {
    if (error instanceof Taken) return refused(409, error.message);
    if (error instanceof RangeError) return refused(422, error.message);
    throw error;
  }
}

function one(call: http.Call, key: string, store: Store<«class_name»>): http.Answer {
  if (call.method !== 'GET') return refused(405, 'This path takes GET.');
  const item = store.get(key);
  return item === undefined ? refused(404, `There is no ${key}.`) : { status: 200, body: item };
}

function refused(status: number, error: string): http.Answer {
  return { status, body: { error } };
}
"""

TEST_RESOURCE = """\
/** Shows what a caller of `/«path»` gets, also for what is wrong. */

import assert from 'node:assert/strict';
«testing»

import { resources } from '«code»/api/index«suffix»';
import { resource } from '«code»/api/«module»«suffix»';
import { answer } from '«code»/service«suffix»';
import type * as http from '«code»/service«suffix»';

const VALID = {
«valid»
};

function caller(): (method: string, path: string, body?: unknown) => http.Answer {
  const handle = resource();
  return (method, path, body = null) => {
    const found = handle({ method, path, body });
    assert.ok(found);
    return found;
  };
}

test('it starts empty', () => {
  assert.deepEqual(caller()('GET', '/«path»'), { status: 200, body: [] });
});

test('what is created can be read', () => {
  const ask = caller();
  assert.deepEqual(ask('POST', '/«path»', VALID), { status: 201, body: VALID });
  assert.deepEqual(ask('GET', `/«path»/${VALID.id}`), { status: 200, body: VALID });
  assert.deepEqual(ask('GET', '/«path»'), { status: 200, body: [VALID] });
});

test('the same id twice is a conflict', () => {
  const ask = caller();
  ask('POST', '/«path»', VALID);
  assert.equal(ask('POST', '/«path»', VALID).status, 409);
});

test('what is wrong is refused', () => {
  const ask = caller();
  assert.equal(ask('POST', '/«path»', {}).status, 422);
  assert.equal(ask('POST', '/«path»', []).status, 400);
  assert.equal(ask('DELETE', '/«path»').status, 405);
  assert.equal(ask('GET', '/«path»/nobody').status, 404);
});

test('other paths are left to others', () => {
  assert.equal(resource()({ method: 'GET', path: '/«path»-and-more', body: null }), null);
});

test('the service knows it', async () => {
  const call = { method: 'GET', path: '/«path»', body: null };
  assert.equal((await answer(call, await resources())).status, 200);
});
"""
