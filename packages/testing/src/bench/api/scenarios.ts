import type { Login } from '@saubac/db/cluster';
import type { TenantDb } from '@saubac/db/tenancy';
import { isoDate, type PersonId, type Result } from '@saubac/domain/values';
import type { Ctx } from '@saubac/services/context';
import { declareCertificate } from '@saubac/services/levels';
import { getPerson, listPeople } from '@saubac/services/people';
import { progress } from '@saubac/services/targets';

import { testCtx } from '../../context/index.ts';
import type { BareRoute } from './bare-server.ts';
import type { BenchWorld } from './bench-world.ts';
import type { Shot } from './load.ts';
import { recordStatements } from './statement.ts';

/** One kind of request: what it is called, what the bare server does for it, and the next request to either server. */
export type Scenario = { name: string; bare: BareRoute; next: () => { ours: Shot; bare: Shot } };

/** A day that no other request has asked about: figures of another day are not remembered. */
const freshDay = (): string => new Date(Date.UTC(2020, 0, 1) + Math.floor(Math.random() * 2_300) * 86_400_000).toISOString().slice(0, 10);

const anyOf = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)] as T;

const bareQuery = (values: readonly string[]): string => values.map((it) => `x=${encodeURIComponent(it)}`).join('&');

const got = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.failure).slice(0, 500)}`);
  return result.value;
};

type Kind = {
  name: string;
  method?: 'get' | 'post';
  /** What stands for the values of a request while the statements are recorded. */
  samples: string[];
  work: (ctx: Ctx, samples: string[]) => Promise<Result<unknown, unknown>>;
  values: () => string[];
  path: (values: string[]) => string;
  body?: (values: string[]) => unknown;
};

const certificateOf = (number: string) => ({
  type: 'ielts', language: 'en', number, issuer: null, issuerName: 'Bench', examDate: isoDate('2026-01-10'), expiresOn: null,
  scores: { overall: 6, listening: 6, reading: 6, speaking: 6, writing: 6 }, grade: null,
});

const kindsOf = ({ people, units, parts }: BenchWorld): Kind[] => {
  const sample = { person: people[0] ?? '', unit: units[0] ?? '', text: parts[0] ?? '' };
  const on = isoDate('2026-06-30');
  return [
    {
      name: 'person with certificates',
      samples: [sample.person],
      work: (ctx, [id]) => getPerson(ctx, { person: id as PersonId }),
      values: () => [anyOf(people)],
      path: ([id]) => `/people/${id}`,
    },
    {
      name: 'page of 50 in a subtree by name, with total',
      samples: [sample.unit],
      work: (ctx, [unit]) => listPeople(ctx, { on, unit, limit: 50, total: true }),
      values: () => [anyOf(units)],
      path: ([unit = '']) => `/people?on=${on}&limit=50&total=true&unit=${encodeURIComponent(unit)}`,
    },
    {
      name: 'certificate with audit',
      method: 'post',
      samples: [sample.person, 'NUMBER-OF-THE-SAMPLE'],
      work: (ctx, [person, number = '']) => declareCertificate(ctx, { person: person as PersonId, entry: certificateOf(number) }),
      values: () => [anyOf(people), `B${Math.random().toString(36).slice(2, 12)}`],
      path: () => '/certificates',
      body: ([person, number = '']) => ({ person, ...certificateOf(number) }),
    },
    {
      name: 'progress of ten targets',
      samples: ['2019-07-07'],
      work: (ctx, [day = '']) => progress(ctx, { on: isoDate(day), planVersion: 1 }),
      values: () => [freshDay()],
      path: ([day]) => `/progress?on=${day}&planVersion=1`,
    },
  ];
};

/** Records what the product asks the database for one request of a kind, and makes the same requests for both servers. */
const scenarioOf = async (world: BenchWorld, kind: Kind, logins: readonly Login[], slugs: readonly string[]): Promise<Scenario> => {
  const [login] = logins;
  if (!login) throw new Error('No tenant');
  const recorded = await recordStatements(world.server, login, async (db: TenantDb) => {
    got(await kind.work(testCtx({ db, today: isoDate('2026-06-30'), actor: { id: world.user, label: 'Bench' } }), kind.samples));
  });
  const path = `/bare/${kind.name.replaceAll(/\W+/g, '-')}/${logins.length}`;
  const method = kind.method ?? 'get';
  return {
    name: kind.name,
    bare: { ...recorded, path, method, samples: kind.samples, logins: [...logins] },
    next: () => {
      const values = kind.values();
      const body = kind.body && { body: JSON.stringify(kind.body(values)) };
      const headers = { authorization: `Bearer ${world.token}`, ...(body ? { 'content-type': 'application/json' } : {}) };
      const verb = method === 'post' ? ('POST' as const) : ('GET' as const);
      return {
        ours: { path: `/api/t/${anyOf(slugs)}${kind.path(values)}`, method: verb, headers, ...body },
        bare: { path: `${path}?${bareQuery(values)}`, method: verb },
      };
    },
  };
};

/** Every kind of request about the first tenant, and the first kind about all of them at random. */
export const scenariosOf = async (world: BenchWorld): Promise<{ ofOne: Scenario[]; ofAll: Scenario }> => {
  const kinds = kindsOf(world);
  const [first] = world.tenants;
  const [person] = kinds;
  if (!first || !person) throw new Error('No tenant');
  const ofOne: Scenario[] = [];
  for (const kind of kinds) ofOne.push(await scenarioOf(world, kind, [first.login], [first.slug]));
  return { ofOne, ofAll: await scenarioOf(world, person, world.tenants.map((it) => it.login), world.tenants.map((it) => it.slug)) };
};
