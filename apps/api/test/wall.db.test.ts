import { heldRoles } from '@saubac/db/access';
import { uuidV7 } from '@saubac/db/audit';
import type { TenantDb } from '@saubac/db/tenancy';
import { type Permission, permitted, roleHolds, roles, type Role, unitLines } from '@saubac/domain/access';
import { everything, type IsoDate, isoDate, subtreesOf, type UnitId } from '@saubac/domain/values';
import { dayInVietnam } from '@saubac/services/context';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type TestApi, type TestUser } from './api.ts';
import { askNoPermission, bodies, daysAnswered, openToAnybody, questions } from './wall/expectations.ts';
import { declaredRoutes, declaresPermission, documentOf, routedPaths, type WallRoute } from './wall/routes.ts';
import { sampleRequest, type Schemas, type Things } from './wall/sample-request.ts';
import { givenAway, hiddenFrom, regrant, storeWall, type WallPerson, type WallWorld } from './wall/world.ts';

let api: TestApi;
let db: TenantDb;
let world: WallWorld;
let routes: WallRoute[];
let schemas: Schemas;
let head: TestUser;
let bystander: TestUser;
let caller: TestUser;
let foreigner: TestUser;
const today = dayInVietnam(new Date());

beforeAll(async () => {
  api = await openApi();
  db = await api.db('alpha');
  world = await storeWall(db);
  routes = await declaredRoutes(api.app, '/api/t/');
  ({ schemas } = (await documentOf(api.app)).components);
  head = await api.user('alpha', [{ role: 'home-affairs-head' }]);
  bystander = await api.user('alpha', [{ role: 'auditor' }]);
  caller = await api.user('alpha', []);
  foreigner = await api.user('beta', roles.map((role) => ({ role })));
});
afterAll(() => api.close());

const isQuestion = ({ id, method }: WallRoute): boolean => method === 'GET' || id in questions;

/** The things of the tenant that belong to a person, or stand beside him. */
const thingsOf = (person: WallPerson): Things => ({ id: uuidV7(), people: person.id, certificates: person.certificate, users: bystander.id, person: person.id, targets: 'officials-2025' });
const outside = (): WallPerson => world.people.find(({ posts }) => posts.length === 1 && posts[0]?.unit === 'B1' && posts[0].to === undefined) as WallPerson;

const send = (route: WallRoute, as: TestUser | undefined, person: WallPerson, query: Record<string, string> = {}): Promise<Response> => {
  const { path, body, headers } = sampleRequest(route, 'alpha', schemas, thingsOf(person), query);
  return api.ask(path, { as, method: route.method, body: bodies[route.id] ?? body, headers });
};

/** Gives the caller exactly these roles. */
const as = async (...grants: { role: Role; unit?: string; line?: string; to?: string }[]): Promise<TestUser> => {
  await regrant(db, caller.id, grants.map(({ role, unit, line = 'uses', to }) => ({ role, unit: unit === undefined ? null : (world.units.get(unit) as UnitId), line, ...(to === undefined ? {} : { to }) })));
  api.installation.auth.access.tell({ user: caller.id });
  return caller;
};
const withPermission = (permission: Permission): Role[] => roles.filter((role) => roleHolds(role, permission));

/** Tries every route and tells which did not answer as it must. */
const failing = async (some: readonly WallRoute[], user: TestUser | undefined, isRight: (status: number, text: string, route: WallRoute) => boolean): Promise<string[]> => {
  const wrong: string[] = [];
  for (const route of some) {
    const response = await send(route, user, outside());
    const text = await response.text();
    if (!isRight(response.status, text, route)) wrong.push(`${route.id}: ${response.status} ${text.slice(0, 160)}`);
  }
  return wrong;
};

describe('every route of a tenant', () => {
  it('is declared in the contract, with the permission it asks for or the reason why it asks for none', () => {
    const declared = new Set(routes.map(({ method, path }) => `${method} ${path}`));
    expect(routedPaths(api.app, '/api/t/').filter((it) => !declared.has(it))).toEqual([]);
    expect(routes.filter((it) => !declaresPermission(it)).map(({ id }) => id)).toEqual([]);
    expect(routes.filter(({ permission, id }) => permission === null && !(id in askNoPermission)).map(({ id }) => id)).toEqual([]);
    expect(Object.keys({ ...askNoPermission, ...questions, ...bodies }).filter((it) => !routes.some(({ id }) => id === it))).toEqual([]);
  });

  it('that writes does not make do with a right to read', () => {
    expect(routes.filter((it) => !isQuestion(it) && it.permission?.endsWith('.read')).map(({ id }) => id)).toEqual([]);
  });

  it('answers nothing to who is not signed in', async () => {
    expect(await failing(routes, undefined, (status) => status === 401)).toEqual([]);
  });

  it('tells somebody of another tenant no more than that there is nothing', async () => {
    expect(await failing(routes, foreigner, (status, text) => status === 404 && text.includes('"unknown-tenant"'))).toEqual([]);
  });

  it('refuses whoever holds no role, and whoever’s roles do not hold its permission', async () => {
    const asking = routes.filter(({ permission }) => permission !== null);
    const refused = (status: number, text: string): boolean => status === 403 && text.includes('"forbidden"');
    expect(await failing(asking, await as(), refused)).toEqual([]);
    for (const route of asking) {
      const others = roles.filter((role) => !roleHolds(role, route.permission as Permission));
      expect(await failing([route], await as(...others.map((role) => ({ role }))), refused)).toEqual([]);
    }
  });

  it('that writes refuses who may only read', async () => {
    const writing = routes.filter((it) => !isQuestion(it) && it.permission !== null);
    expect(await failing(writing, await as({ role: 'auditor' }), (status) => status === 403)).toEqual([]);
  });

  it('refuses whose role has ended, from its end on, also in a session that was open before', async () => {
    for (const route of routes.filter(({ permission }) => permission !== null)) {
      const all = withPermission(route.permission as Permission).map((role) => ({ role }));
      expect((await api.ask('/api/t/alpha/me', { as: await as(...all) })).status).toBe(200);
      expect(await failing([route], await as(...all.map((it) => ({ ...it, to: today }))), (status) => status === 403)).toEqual([]);
    }
  });

  it('hides what lies outside the units of a role that holds its permission', async () => {
    for (const route of routes.filter(({ permission }) => permission !== null)) {
      const limited = await as(...withPermission(route.permission as Permission).map((role) => ({ role, unit: 'A' })));
      const aboutSomebody = route.path.includes('/people/{') || route.path.includes('/certificates/{');
      const isRight = (status: number, text: string): boolean => givenAway(text, [outside()]).length === 0 && status < 500 && (!aboutSomebody || status === 403 || status === 404);
      expect(await failing([route], limited, isRight)).toEqual([]);
    }
  });
});

describe('every route outside the tenants', () => {
  it('is declared in the contract, and answers nothing to who is not signed in but for what opens the door to him', async () => {
    const platform = await declaredRoutes(api.app, '/api/platform/');
    const declared = new Set(platform.map(({ method, path }) => `${method} ${path}`));
    expect(routedPaths(api.app, '/api/platform/').filter((it) => !declared.has(it))).toEqual([]);
    expect(Object.keys(openToAnybody).filter((it) => !platform.some(({ id }) => id === it))).toEqual([]);
    expect(await failing(platform.filter(({ id }) => !(id in openToAnybody)), undefined, (status) => status === 401)).toEqual([]);
  });
});

describe('whatever somebody was granted', () => {
  const readers = roles.filter((role) => role !== 'home-affairs-head' && role !== 'operator');
  const anyGrant = fc.record({ role: fc.constantFrom(...readers), unit: fc.constantFrom('P', 'A', 'A1', 'B', 'B1', 'C', 'M', 'N', 'S'), line: fc.constantFrom('uses', 'uses', 'uses', ...unitLines) });
  const anyDay = fc.constantFrom('2022-06-30', '2023-12-31', '2024-01-01', '2025-12-31').map(isoDate);

  type Answer = { id: string; permission: Permission | null; status: number; text: string };
  const answersTo = async (user: TestUser, on: IsoDate | undefined, people: readonly WallPerson[]): Promise<Answer[]> => {
    const answers: Answer[] = [];
    for (const route of routes.filter(isQuestion)) {
      for (const person of /\{(?!tenant)/.test(route.path) ? people : people.slice(0, 1)) {
        const response = await send(route, user, person, { total: 'true', limit: '200', search: 'zq', q: 'zq', ...(on ? { on } : {}) });
        answers.push({ id: route.id, permission: route.permission, status: response.status, text: await response.text() });
      }
    }
    return answers;
  };

  const counting: ReadonlySet<string> = new Set(['total', 'denominator', 'people']);
  /** The greatest number of people that an answer speaks of: figures and totals. */
  const mostCounted = (value: unknown, key = ''): number => {
    if (typeof value === 'number') return counting.has(key) ? value : 0;
    return typeof value === 'object' && value !== null ? Math.max(0, ...Object.entries(value).map(([name, inner]) => mostCounted(inner, Array.isArray(value) ? key : name))) : 0;
  };
  const ofPeople = new Set<string | null>(['person.read', 'certificate.read', 'progress.read', 'unit.read']);

  it('no answer names or counts anybody whom he may not see, today or on the day he asks about', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyGrant, { minLength: 1, maxLength: 3 }), fc.option(anyDay, { nil: undefined }), fc.nat(), async (grants, on, seed) => {
        await as(...grants);
        const held = await heldRoles(db, caller.id, today);
        const hiddenBy = (permission: Permission, id = ''): WallPerson[] => {
          const may = permitted({ kind: 'granted', held }, permission);
          return hiddenFrom(world, may.ok ? may.value : subtreesOf([]), [today, ...(on ? [on] : []), ...(daysAnswered[id] ?? []).map(isoDate)]);
        };
        const hidden = hiddenBy('person.read');
        const about = hidden.length === 0 ? [] : [hidden[seed % hidden.length] as WallPerson];
        const visible = world.people.filter((it) => !hidden.includes(it));
        const answers = await answersTo(caller, on, [...about, ...visible.slice(0, 1)]);
        const leaks = answers.flatMap(({ id, status, text, permission }) => {
          const named = givenAway(text, hidden);
          const most = permission !== null && ofPeople.has(permission) ? world.people.length - hiddenBy(permission, id).length : Infinity;
          const counted = status === 200 && text.startsWith('{') ? mostCounted(JSON.parse(text)) : 0;
          return named.length === 0 && status < 500 && counted <= most ? [] : [{ id, status, named, counted, most, text: text.slice(0, 300) }];
        });
        expect(leaks).toEqual([]);
      }),
      { numRuns: 25, endOnFailure: true },
    );
  }, 300_000);

  it('the same questions by who may see everything name everybody, so that this test would see a leak', async () => {
    const text = JSON.stringify(await answersTo(head, undefined, world.people.slice(0, 1)));
    expect(hiddenFrom(world, everything, [today])).toEqual([]);
    expect(world.people.map(({ name }) => name).filter((it) => !text.includes(it))).toEqual([]);
  });
});

describe('a request of this test', () => {
  it('is in the form that its route takes, else its refusals would prove nothing', async () => {
    expect(await failing(routes, await as(...roles.map((role) => ({ role }))), (status, text) => status !== 400 && status < 500 && !text.includes('"forbidden"'))).toEqual([]);
  });
});
