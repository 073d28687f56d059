import { examplePlan } from '@saubac/domain/plan';
import { roles } from '@saubac/domain/access';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type TestApi, type TestUser } from './api.ts';
import { faultOf } from './fuzz/judge.ts';
import { type FuzzRequest, type Known, requestsTo } from './fuzz/requests.ts';
import type { Schemas } from './wall/sample-request.ts';
import { documentOf, type WallRoute } from './wall/routes.ts';
import { storeWall } from './wall/world.ts';

// Every operation of the OpenAPI document is sent requests in form and requests that something is wrong with. In the usual run a few from
// fixed seeds; with FUZZ_RUNS=500 many, from other seeds each time (FUZZ_SEED names one, FUZZ_ONLY one operation).
const runs = Number(process.env['FUZZ_RUNS'] ?? 0);
const seeds = process.env['FUZZ_SEED'] ? [Number(process.env['FUZZ_SEED'])] : runs > 0 ? [Date.now() % 2 ** 31] : [1, 2];
const eachSeed = runs > 0 ? runs : 6;

type Definition = { type: string; route: { operationId: string; responses: Parameters<typeof faultOf>[1] } };

let api: TestApi;
let schemas: Schemas;
let routes: WallRoute[];
let responses: Map<string, Definition['route']['responses']>;
let known: Known;
const done = new Map<string, number>();

const known10 = async (table: string): Promise<string[]> => (await (await api.db('alpha')).execute<{ id: string }>(sql`select id from ${sql.identifier(table)} order by id limit 3`)).map(({ id }) => id);

beforeAll(async () => {
  api = await openApi();
  const world = await storeWall(await api.db('alpha'));
  const document = await documentOf(api.app);
  schemas = document.components.schemas;
  routes = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({ id: operation.operationId, method: method.toUpperCase(), path, permission: null, operation })),
  );
  const definitions = api.app.openAPIRegistry.definitions as unknown as Definition[];
  responses = new Map(definitions.filter(({ type }) => type === 'route').map(({ route }) => [route.operationId, route.responses]));
  const bystander = await api.user('alpha', [{ role: 'auditor' }]);
  const people = world.people.slice(0, 3);
  const things = { people: people.map((it) => it.id), certificates: people.map((it) => it.certificate), users: [bystander.id], units: [...world.units.keys()].slice(0, 4), audit: await known10('audit_entries'), plans: [examplePlan.id] };
  const targets = examplePlan.targets.map((it) => it.id);
  known = { things, ids: [...things.people, ...things.certificates, ...(await known10('issuers')), ...(await known10('units')), ...things.users], codes: [...things.units, 'POST', examplePlan.id, ...targets, 'ielts', 'en', 'vn-6'] };
}, 120_000);
afterAll(() => api.close());

const someone = (): Promise<TestUser> => api.user('alpha', roles.map((role) => ({ role })));

/** Sends a request as somebody who may do all; tells what was wrong with the answer, and what the server recorded if it failed. */
const send = async (route: WallRoute, user: TestUser, request: FuzzRequest): Promise<string | undefined> => {
  const before = api.logged().length;
  const { path, method, headers, body } = request;
  const response = await api.app.request(path, { method, headers: { authorization: `Bearer ${user.token}`, ...headers }, ...(body === undefined ? {} : { body }) });
  if (response.ok) done.set(route.id, (done.get(route.id) ?? 0) + 1);
  const wrong = await faultOf(response, responses.get(route.id) ?? {});
  const logged = api.logged().slice(before).filter((it) => it['msg'] === 'fault');
  return wrong === undefined && logged.length === 0 ? undefined : `${wrong ?? 'a fault was recorded'} ${JSON.stringify(logged).slice(0, 1_500)}`;
};

const shown = ({ method, path, headers, body }: FuzzRequest): string => `${method} ${path.slice(0, 600)} ${JSON.stringify(headers)} ${typeof body === 'string' ? body.slice(0, 600) : body === undefined ? '' : '(a form or bytes)'}`;

/** The first request of a route that is answered wrongly, made as small as it can be. */
const wrongAnswer = async (route: WallRoute, requests: fc.Arbitrary<FuzzRequest>): Promise<string | undefined> => {
  for (const seed of seeds) {
    const user = await someone();
    const details = await fc.check(
      fc.asyncProperty(requests, async (request) => {
        const wrong = await send(route, user, request);
        if (wrong !== undefined) throw new Error(wrong);
      }),
      { seed, numRuns: eachSeed, interruptAfterTimeLimit: 60_000 },
    );
    if (details.failed && details.counterexample) return `${route.id} (seed ${details.seed}): ${shown(details.counterexample[0])}\n    → ${(details.errorInstance as Error | null)?.message ?? 'interrupted'}`;
  }
  return undefined;
};

const wrongAnswers = async (kind: 'inForm' | 'spoilt'): Promise<string[]> => {
  const wrong: string[] = [];
  const only = process.env['FUZZ_ONLY'];
  for (const route of routes.filter(({ id }) => !only || id === only)) wrong.push(...[await wrongAnswer(route, requestsTo(route, schemas, known)[kind])].filter((it) => it !== undefined));
  return wrong;
};

describe('whatever is sent to it, every operation answers as declared, never with a fault and never with its inside', () => {
  it('when requests are in form', async () => {
    expect(routes.length).toBeGreaterThan(10);
    expect(await wrongAnswers('inForm')).toEqual([]);
  }, 3_600_000);

  it('when something is wrong with them', async () => {
    expect(await wrongAnswers('spoilt')).toEqual([]);
  }, 3_600_000);

  it.runIf(runs >= 100)('and each is done at least once', () => {
    expect(routes.filter(({ id }) => !done.has(id)).map(({ id }) => id)).toEqual([]);
  });
});
