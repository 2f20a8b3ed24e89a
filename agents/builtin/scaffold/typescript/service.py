"""The files of a TypeScript service that needs nothing but Node.js: calls in, answers out, one health check."""

MAIN = """\
/** Starts the service: `node src/main.ts`, with PORT and HOST from the environment. */

import { resources } from './api/index.ts';
import { server } from './service.ts';

const port = Number(process.env.PORT ?? 8080);
const host = process.env.HOST ?? '127.0.0.1';

server(await resources()).listen(port, host, () => console.log(`Listening on http://${host}:${port}/health`));
"""

SERVICE = """\
/** Serves «product_comment» over HTTP. */

import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';

import { CHECKS, check } from './health.ts';

const LONGEST_BODY = 1024 * 1024;

/** One call: the path without its query, and the JSON body (null when there is none). */
export type Call = Readonly<{ method: string; path: string; body: unknown }>;

/** An HTTP status and the JSON that goes with it. */
export type Answer = Readonly<{ status: number; body: unknown }>;

/** A handler answers the calls it knows and returns null for all others. */
export type Handler = (call: Call) => Answer | null;

/** The health report, or what the first handler that knows the path says; otherwise 404. */
export async function answer(call: Call, handlers: readonly Handler[]): Promise<Answer> {
  if (call.path === '/health') {
    const report = await check(CHECKS);
    const body = { status: report.ok ? 'ok' : 'failing', problems: report.problems };
    return { status: report.ok ? 200 : 503, body };
  }
  for (const handle of handlers) {
    const found = handle(call);
    if (found !== null) return found;
  }
  return { status: 404, body: { error: 'There is nothing at this path.' } };
}

/** A server that does not listen yet. */
export function server(handlers: readonly Handler[]): Server {
  return createServer(async (request, response) => {
    const reply = await replyTo(request, handlers);
    const content = JSON.stringify(reply.body);
    response.writeHead(reply.status, { 'Content-Type': 'application/json; charset=utf-8' });
    response.end(content);
  });
}

async function replyTo(request: IncomingMessage, handlers: readonly Handler[]): Promise<Answer> {
  const path = (request.url ?? '/').split('?', 1).join('');
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request) {
    length += part.length;
    if (length <= LONGEST_BODY) parts.push(part);
  }
  if (length > LONGEST_BODY) return { status: 413, body: { error: `A body may have ${LONGEST_BODY} bytes.` } };
  let body: unknown = null;
  try {
    body = length === 0 ? null : JSON.parse(Buffer.concat(parts).toString('utf8'));
  } catch {
    return { status: 400, body: { error: 'The body must be JSON.' } };
  }
  return answer({ method: request.method ?? 'GET', path, body }, handlers);
}
"""

API = """\
/** Every other module in this folder serves one resource: its `resource()` returns a handler. */

import { readdir } from 'node:fs/promises';

import type { Handler } from '../service.ts';

type Resource = { resource(): Handler };

/** A fresh handler for each module here, in the order of their names. */
export async function resources(): Promise<Handler[]> {
  const here = new URL('.', import.meta.url);
  const names = (await readdir(here)).filter((name) => name.endsWith('.ts') && name !== 'index.ts').sort();
  const modules: Resource[] = await Promise.all(names.map((name) => import(new URL(name, here).href)));
  return modules.map((module) => module.resource());
}
"""

TEST_SERVICE = """\
/** Shows that the service starts, reports its health and refuses what it cannot read. */

import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
«testing»

import { answer, server } from '«code»/service.ts';
import type { Handler } from '«code»/service.ts';

test('health is reported', async () => {
  assert.equal((await answer({ method: 'GET', path: '/health', body: null }, [])).status, 200);
});

test('an unknown path is not found', async () => {
  assert.equal((await answer({ method: 'GET', path: '/nowhere', body: null }, [])).status, 404);
});

test('the first handler that knows the path answers', async () => {
  const handlers: Handler[] = [() => null, () => ({ status: 200, body: 'second' })];
  assert.equal((await answer({ method: 'GET', path: '/thing', body: null }, handlers)).body, 'second');
});

test('it serves over HTTP and refuses a body that is not JSON', async () => {
  const running = server([]).listen(0, '127.0.0.1');
  await once(running, 'listening');
  const base = `http://127.0.0.1:${(running.address() as AddressInfo).port}`;
  try {
    const health = (await (await fetch(`${base}/health`)).json()) as { status: string };
    assert.equal(health.status, 'ok');
    const refused = await fetch(`${base}/thing`, { method: 'POST', body: '{' });
    assert.equal(refused.status, 400);
    await refused.text();
  } finally {
    running.close();
    running.closeAllConnections();
  }
});
"""
