import { isDeepStrictEqual } from 'node:util';
import { roles } from '@saubac/domain/access';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type TestApi, type TestUser } from './api.ts';
import { faultOf } from './fuzz/judge.ts';
import { knownNow } from './fuzz/known.ts';
import { type FuzzRequest, requestsTo } from './fuzz/requests.ts';
import type { Schemas } from './wall/sample-request.ts';
import { documentOf, type WallRoute } from './wall/routes.ts';
import { storeWall, type WallWorld } from './wall/world.ts';

// Every operation of the OpenAPI document is sent requests in form and requests that something is wrong with. In the usual run a few from
// fixed seeds; with FUZZ_RUNS=500 many, from other seeds each time (FUZZ_SEED names one, FUZZ_ONLY one operation).
const runs = Number(process.env['FUZZ_RUNS'] ?? 0);
const seeds = process.env['FUZZ_SEED'] ? [Number(process.env['FUZZ_SEED'])] : runs > 0 ? [Date.now() % 2 ** 31] : [1];
const eachSeed = runs > 0 ? runs : 5;

type Definition = { type: string; route: { operationId: string; responses: Parameters<typeof faultOf>[1] } };

let api: TestApi;
let schemas: Schemas;
let world: WallWorld;
let routes: WallRoute[];
let responses: Map<string, Definition['route']['responses']>;
/** How often each operation was answered with what. */
const tally = new Map<string, Map<string, number>>();

beforeAll(async () => {
  api = await openApi();
  world = await storeWall(await api.db('alpha'));
  const document = await documentOf(api.app);
  schemas = document.components.schemas;
  routes = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({ id: operation.operationId, method: method.toUpperCase(), path, permission: null, operation })),
  );
  const definitions = api.app.openAPIRegistry.definitions as unknown as Definition[];
  responses = new Map(definitions.filter(({ type }) => type === 'route').map(({ route }) => [route.operationId, route.responses]));
}, 120_000);
afterAll(() => api.close());

/** Operations that no request of chance gets done, each with the reason; tests of their own do them. */
const neverByChance: Readonly<Record<string, string>> = {
  passSecondFactor: 'takes the code of a device',
  confirmSecondFactor: 'takes the code of a device',
  removeSecondFactor: 'there is none without that code',
  renewRecoveryCodes: 'there are none without that code',
  acceptInvitation: 'takes the link of a mail',
  completeReset: 'takes the link of a mail',
  beginSingleSignOn: 'the tenant has no identity provider',
  completeSingleSignOn: 'the tenant has no identity provider',
  changeSignInSettings: 'takes the address of an identity provider',
  endSession: 'the names of sessions are told to their owner alone',
};

/** Somebody who may do all and has a file of his own. */
const someone = async (): Promise<TestUser> => {
  const user = await api.user('alpha', roles.map((role) => ({ role })));
  await (await api.db('alpha')).execute(sql`update people set user_id = ${user.id} where id = ${world.people[0]?.id ?? null}`);
  return user;
};

const count = (id: string, answer: string): void => {
  const answers = tally.get(id) ?? new Map<string, number>();
  tally.set(id, answers.set(answer, (answers.get(answer) ?? 0) + 1));
};

const ask = (user: TestUser, { path, method, headers, body }: FuzzRequest): Promise<Response> | Response =>
  api.app.request(path, { method, headers: { authorization: `Bearer ${user.token}`, ...headers }, ...(body === undefined ? {} : { body }) });

/** A creation under a key is sent once more: it must be answered as the first time. */
const repeated = async (user: TestUser, request: FuzzRequest, first: Response): Promise<string | undefined> => {
  if (first.status !== 201 || request.headers['idempotency-key'] === undefined || first.headers.has('content-encoding')) return undefined;
  const second = await ask(user, request);
  const [was, is] = [await first.clone().text(), await second.text()];
  return second.status === first.status && isDeepStrictEqual(JSON.parse(was), JSON.parse(is)) ? undefined : `sent again: ${second.status} ${is.slice(0, 600)}, the first time ${first.status} ${was.slice(0, 600)}`;
};

/** Sends a request as somebody who may do all; tells what was wrong with the answer, and what the server recorded if it failed. */
const send = async (route: WallRoute, user: TestUser, request: FuzzRequest): Promise<string | undefined> => {
  const before = api.logged().length;
  const response = await ask(user, request);
  const code = response.ok ? '' : ((await response.clone().json().catch(() => ({}))) as { code?: string }).code;
  count(route.id, `${response.status}${code ? ` ${code}` : ''}`);
  const wrong = (await repeated(user, request, response)) ?? (await faultOf(response, responses.get(route.id) ?? {}));
  const logged = api.logged().slice(before).filter((it) => it['msg'] === 'fault');
  return wrong === undefined && logged.length === 0 ? undefined : `${wrong ?? 'a fault was recorded'} ${JSON.stringify(logged).slice(0, 1_500)}`;
};

const shown = ({ method, path, headers, body }: FuzzRequest): string => `${method} ${path.slice(0, 300)} ${JSON.stringify(headers)} ${typeof body === 'string' ? body.slice(0, 600) : body === undefined ? '' : '(a form or bytes)'}`;

/** The first request of a route that is answered wrongly, made as small as it can be. */
const wrongAnswer = async (route: WallRoute, user: TestUser, requests: fc.Arbitrary<FuzzRequest>): Promise<string[]> => {
  for (const seed of seeds) {
    const details = await fc.check(
      fc.asyncProperty(requests, async (request) => {
        const wrong = await send(route, user, request);
        if (wrong !== undefined) throw new Error(wrong);
      }),
      { seed, numRuns: eachSeed },
    );
    if (details.failed && details.counterexample) return [`${route.id} (seed ${details.seed}): ${shown(details.counterexample[0])}\n    → ${(details.errorInstance as Error | null)?.message ?? 'no reason'}`];
  }
  return [];
};

describe('whatever is sent to it', () => {
  it('every operation answers as declared, never with a fault and never with its inside', async () => {
    const only = process.env['FUZZ_ONLY'];
    expect(routes.length).toBeGreaterThan(10);
    const wrong: string[] = [];
    for (const route of routes.filter(({ id }) => !only || id === only)) {
      const user = await someone();
      const { inForm, spoilt } = requestsTo(route, schemas, await knownNow(api, user));
      wrong.push(...(await wrongAnswer(route, user, inForm)), ...(await wrongAnswer(route, user, spoilt)));
    }
    expect(wrong).toEqual([]);
  }, 3_600_000);

  it.runIf(runs >= 100)('every operation is done at least once', () => {
    for (const [id, answers] of tally) process.stdout.write(`${id}: ${[...answers].toSorted(([, a], [, b]) => b - a).map(([answer, n]) => `${answer} × ${n}`).join(', ')}\n`);
    const wasDone = (id: string): boolean => [...(tally.get(id)?.keys() ?? [])].some((it) => it.startsWith('2'));
    expect(routes.map(({ id }) => id).filter((id) => !wasDone(id) && !(id in neverByChance))).toEqual([]);
  });
});
