import { join } from 'node:path';
import { roleNames, secretsIn } from '@saubac/db/cluster';

import { type BenchRow, benchRow } from '../bench-row.ts';
import { withThrowawayCluster } from '../throwaway.ts';
import type { BareOrder } from './bare-server.ts';
import { benchWorld, type BenchWorld } from './bench-world.ts';
import { load, type Measured, type ServerProcess, startServerProcess } from './load.ts';
import { type Scenario, scenariosOf } from './scenarios.ts';
import { searchRows } from './search.ts';

const apiFile = join(import.meta.dirname, '../../../../../apps/api/src/main.ts');
const bareFile = join(import.meta.dirname, 'bare-server.ts');

const connectionsPerTenant = 3;
const seconds = Number(process.env['BENCH_SECONDS'] ?? 5);
const tenantCount = Number(process.env['BENCH_TENANTS'] ?? 34);

type Servers = { ours: ServerProcess; bare: ServerProcess };
type Pair = { ours: Measured; bare: Measured };

/** What ratio of requests a second each kind should reach at 16 connections. */
const floors: Readonly<Record<string, number>> = { 'person with certificates': 0.5, 'page of 50 in a subtree by name, with total': 0.75, 'certificate with audit': 0.5 };

const middle = (pairs: readonly Pair[], of: (it: Measured) => number): { ours: number; bare: number } => {
  const mid = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
  return { ours: mid(pairs.map((it) => of(it.ours))), bare: mid(pairs.map((it) => of(it.bare))) };
};

/** Loads both servers turn by turn, after a short round that does not count; refuses to count failures. */
const inTurns = async ({ ours, bare }: Servers, scenario: Scenario, connections: number, rounds = 3): Promise<Pair[]> => {
  const round = async (length: number): Promise<Pair> => ({
    bare: await load(bare.address, connections, length, () => scenario.next().bare),
    ours: await load(ours.address, connections, length, () => scenario.next().ours),
  });
  await round(2);
  const pairs: Pair[] = [];
  for (let turn = 0; turn < rounds; turn += 1) pairs.push(await round(seconds));
  const failed = pairs.reduce((sum, it) => sum + it.ours.failed + it.bare.failed, 0);
  if (failed > 0) throw new Error(`${scenario.name}: ${failed} requests failed`);
  return pairs;
};

const perSecond = async (servers: Servers, scenario: Scenario, connections: number, name: string, floor: number | null): Promise<BenchRow> => {
  const { ours, bare } = middle(await inTurns(servers, scenario, connections), (it) => it.perSecond);
  return benchRow(name, ours, bare, '/s', floor);
};

const latency = async (servers: Servers, scenario: Scenario): Promise<BenchRow[]> => {
  const one = middle(await inTurns(servers, scenario, 1), (it) => it.p50);
  const many = middle(await inTurns(servers, scenario, 64), (it) => it.p99);
  return [
    benchRow(`${scenario.name}: p50 at one connection (within 1 ms: ${(one.ours - one.bare).toFixed(2)} ms apart)`, one.ours, one.bare, 'ms', null),
    benchRow(`${scenario.name}: p99 at 64 connections`, many.ours, many.bare, 'ms', null),
  ];
};

const remembered = async ({ ours }: Servers, person: Scenario, token: string, slug: string): Promise<BenchRow> => {
  const same = { path: `/api/t/${slug}/progress?on=2025-12-31&planVersion=1`, headers: { authorization: `Bearer ${token}` } };
  await load(ours.address, 1, 1, () => same);
  const kept = await load(ours.address, 16, seconds, () => same);
  const people = await load(ours.address, 16, seconds, () => person.next().ours);
  return benchRow('progress that is remembered / person, both ours', kept.perSecond, people.perSecond, '/s', 0.5);
};

const measure = async (world: BenchWorld, servers: Servers, { ofOne, ofAll }: Awaited<ReturnType<typeof scenariosOf>>): Promise<BenchRow[]> => {
  const [person, page, certificate, figures] = ofOne;
  const [tenant] = world.tenants;
  if (!person || !page || !certificate || !figures || !tenant) throw new Error('A kind is missing');
  const rows: BenchRow[] = [];
  for (const scenario of [person, page, certificate]) rows.push(await perSecond(servers, scenario, 16, `${scenario.name}, 16 connections`, floors[scenario.name] ?? null));
  rows.push(await perSecond(servers, figures, 1, `${figures.name}, each another day, one connection`, 0.9));
  rows.push(await remembered(servers, person, world.token, tenant.slug));
  rows.push(...(await searchRows(world, servers.ours, tenant.slug)));
  rows.push(...(await latency(servers, person)));
  if (world.tenants.length > 1) {
    const all = middle(await inTurns(servers, ofAll, 16), (it) => it.perSecond).ours;
    const one = middle(await inTurns(servers, person, 16), (it) => it.perSecond).ours;
    rows.push(benchRow(`person: ${world.tenants.length} tenants at random / one, both ours`, all, one, '/s', 0.85));
  }
  rows.push(benchRow('memory of the process after the loads', servers.ours.megabytes(), servers.bare.megabytes(), 'MB', 1.5));
  return rows;
};

/** The API with everything around it beside the same statements behind a bare handler, on pools of the same size. */
export const apiBench = (people: number): Promise<BenchRow[]> =>
  withThrowawayCluster(async (cluster, dataDir) => {
    const world = await benchWorld(cluster, dataDir, people, tenantCount);
    const scenarios = await scenariosOf(world);
    const { platformApiPassword, key } = secretsIn(dataDir);
    const order: BareOrder = { server: world.server, connections: connectionsPerTenant, routes: [...scenarios.ofOne, scenarios.ofAll].map((it) => it.bare) };
    const bare = await startServerProcess(bareFile, order);
    const ours = await startServerProcess(apiFile, {
      port: 0,
      host: '127.0.0.1',
      version: 'bench',
      server: world.server,
      login: { user: roleNames().platformApi, password: platformApiPassword },
      key: { name: key.name, base64: key.bytes.toString('base64') },
      connectionsPerTenant,
      limits: { requestsPerMinute: 1e9 },
      filesFolder: join(dataDir, 'files'),
    });
    try {
      return await measure(world, { ours, bare }, scenarios);
    } finally {
      await Promise.all([ours.stop(), bare.stop()]);
    }
  });
