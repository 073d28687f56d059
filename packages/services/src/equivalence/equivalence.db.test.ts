import { uuidV7, verifyChain } from '@saubac/db/audit';
import { rewriteCertificateLevels } from '@saubac/db/levels';
import type { TenantDb } from '@saubac/db/tenancy';
import { type Adoption, type Certificate, type EquivalenceChange, equivalenceChanged, type LevelContext, levelOn } from '@saubac/domain/levels';
import { examplePlan } from '@saubac/domain/plan';
import { addDays, everything, type IsoDate, isoDate, type PersonId, type Result, subtreesOf, type UnitId, type UserId } from '@saubac/domain/values';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { testCtx } from '@saubac/testing/context';
import { anyCertificate, asStored, certificate, context as shipped, defaultSettings, issuerIds, storeCertificates, storeHolders, storePeople } from '@saubac/testing/levels';
import { sql } from 'drizzle-orm';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Ctx } from '../context/index.ts';
import { createFigures } from '../figures/index.ts';
import { applySettings, getSettings } from '../levels/index.ts';
import { applyPlan } from '../plans/index.ts';
import { progress } from '../targets/index.ts';
import { adoptEquivalence, simulateEquivalence } from './index.ts';

let cluster: TestCluster;
let db: TenantDb;
let ctx: Ctx;
const today = isoDate('2026-01-15');
const got = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.failure)}`);
  return result.value;
};
const refused = (failure: object) => ({ ok: false, failure });
const circular = defaultSettings.adoptions[1]!.table;
const letter: EquivalenceChange = { act: 'adopt', table: 'cv-6089-2014', from: isoDate('2026-02-01'), validTo: 'infinity', endsTables: [circular] };

beforeAll(async () => {
  cluster = await cloneDatabase();
  ({ db } = await cluster.openTenant('alpha'));
  ctx = testCtx({ db, today, actor: { id: uuidV7() as UserId, label: 'An' }, access: { kind: 'granted', held: [{ role: 'home-affairs-head', scope: everything }] }, figures: createFigures() });
  got(await applySettings(testCtx({ db, today }), defaultSettings));
});
afterAll(() => cluster.close());

/** Every table of the tenant with a digest of all that is in it. */
const everythingIn = async (of: TenantDb): Promise<Record<string, string>> => {
  const tables = await of.execute<{ name: string }>(sql`select c.relname as name from pg_class c where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' order by 1`);
  const digests: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await of.execute<{ digest: string }>(sql`select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as digest from ${sql.raw(name)} t`);
    digests[name] = row!.digest;
  }
  return digests;
};

type Change = { person: PersonId; language: string; since: IsoDate; before: number | null; after: number | null };

/** The changes as the domain's own assessment finds them: day by day on which anything may begin or end. */
const changesByHand = (certificates: readonly Certificate[], before: { context: LevelContext; adoptions: Adoption[] }, after: typeof before): Change[] => {
  const ends = new Set<string>([...before.adoptions, ...after.adoptions].flatMap((it) => [it.from, it.to]));
  const months = [...before.context.validity, ...after.context.validity].flatMap((it) => it.months ?? []);
  return [...Map.groupBy(certificates, (it) => `${it.person} ${it.language}`).values()].flatMap((own): Change[] => {
    const [first] = own;
    const days = new Set<string>(ends);
    for (const it of own) {
      for (const day of [it.examDate, it.decision?.validTo, it.expiresOn && addDays(it.expiresOn, 1)]) if (day) days.add(day);
      for (const count of months) for (const slack of [0, 1]) days.add(addDays(plusMonths(it.examDate, count), slack));
    }
    const sorted = [...days].filter((it) => /^\d/.test(it)).toSorted() as IsoDate[];
    const level = (date: IsoDate, { context, adoptions }: typeof before) => levelOn({ certificates: own, language: first!.language, date, adoptions, statesThatCount: ['verified'], context }).level;
    const since = sorted.find((day) => level(day, before) !== level(day, after));
    return since ? [{ person: first!.person, language: first!.language, since, before: level(since, before), after: level(since, after) }] : [];
  });
};
const plusMonths = (day: IsoDate, count: number): IsoDate => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const index = year * 12 + month - 1 + count;
  const last = new Date(Date.UTC(Math.floor(index / 12), (index % 12) + 1, 0)).getUTCDate();
  return isoDate(`${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-${String(Math.min(date, last)).padStart(2, '0')}`);
};

const allChanges = async (change: EquivalenceChange): Promise<Change[]> => {
  const found: Change[] = [];
  let after = null as Parameters<typeof simulateEquivalence>[1]['after'];
  do {
    const simulated = got(await simulateEquivalence(ctx, { change, after: after ?? null, limit: 7 }));
    found.push(...simulated.changes.items.map((it) => ({ person: it.person.id, language: it.language, since: it.since, before: it.before?.level ?? null, after: it.after?.level ?? null })));
    after = simulated.changes.next;
  } while (after);
  return found;
};
const inOrder = (changes: readonly Change[]) => changes.toSorted((one, other) => (`${one.person}${one.language}` < `${other.person}${other.language}` ? -1 : 1));

/** Certificates that mostly count; the database refuses a decision on a level that the framework has not. */
const sensible = fc
  .record({ examDate: fc.nat({ max: 4_000 }).map((it) => addDays(isoDate('2016-01-01'), it)), state: fc.constantFrom('verified' as const, 'verified' as const, 'declared' as const), expiresOn: fc.option(fc.nat({ max: 3_000 }).map((it) => addDays(isoDate('2022-01-01'), it)), { nil: null }) })
  .chain((it) =>
    fc.oneof(
      fc.integer({ min: 6, max: 18 }).map((score) => certificate('ielts', { ...it, scores: { overall: score / 2 } })),
      fc.integer({ min: 300, max: 990 }).map((overall) => certificate('toeic', { ...it, scores: { overall } })),
      fc.constantFrom('2', '3', '4', '5').map((grade) => certificate('hsk', { ...it, language: 'zh', grade })),
      fc.constantFrom('B1', 'B2', 'C1').map((grade) => certificate('framework', { ...it, grade, issuer: 'ulis' })),
    ),
  );

describe('a simulated change', () => {
  it('names exactly those whose level the domain itself finds changed, with the first day and both levels', async () => {
    const people = await storePeople(db, 40);
    const made = [...fc.sample(anyCertificate.filter((it) => it.decision?.level !== 0), { numRuns: 60, seed: 7 }), ...fc.sample(sensible, { numRuns: 160, seed: 8 })];
    const certificates = asStored(made, people, await issuerIds(db));
    await storeCertificates(db, certificates);
    await db.transaction((tx) => rewriteCertificateLevels(tx, 'all'));
    const ids = await issuerIds(db);
    const licences = shipped.licences.map((it) => ({ ...it, issuer: ids.get(it.issuer) ?? it.issuer }));
    const { settings } = got(await getSettings(ctx));
    const changes: EquivalenceChange[] = [
      letter,
      { act: 'end', table: circular, from: defaultSettings.adoptions[1]!.validFrom, validTo: isoDate('2026-06-01') },
      ...['ielts', 'toeic', 'hsk', 'framework'].map((type): EquivalenceChange => ({ act: 'validity', type, months: type === 'toeic' ? null : 7, from: isoDate('2020-01-01') })),
    ];
    const sides = (of: typeof settings) => ({
      context: { ...shipped, licences, validity: of.validity.map((it) => ({ type: it.type, months: it.months, from: it.validFrom, to: it.validTo, basis: null })) },
      adoptions: of.adoptions.map((it) => ({ table: it.table, from: it.validFrom, to: it.validTo, basis: null })),
    });
    let seen = 0;
    for (const change of changes) {
      const expected = inOrder(changesByHand(certificates, sides(settings), sides(got(equivalenceChanged(settings, change)).after)));
      expect(inOrder(await allChanges(change)), JSON.stringify(change)).toEqual(expected);
      seen += expected.length;
    }
    expect(seen).toBeGreaterThan(20);
  });

  it('changes nothing, in no table, and leaves no table behind', async () => {
    const before = await everythingIn(db);
    got(await simulateEquivalence(ctx, { change: letter }));
    got(await simulateEquivalence(ctx, { change: { act: 'validity', type: 'ielts', months: 6, from: isoDate('2019-01-01') } }));
    expect(await everythingIn(db)).toEqual(before);
    expect(await db.execute(sql`select 1 from pg_class where relpersistence = 't'`)).toEqual([]);
  });

  it('is refused where the change itself would be', async () => {
    expect(await simulateEquivalence(ctx, { change: { ...letter, endsTables: [] } })).toMatchObject(refused({ kind: 'settings-have-problems' }));
    expect(await simulateEquivalence(ctx, { change: { act: 'end', table: 'nowhere', from: today, validTo: 'infinity' } })).toEqual(refused({ kind: 'unknown-rule', of: 'adoption', id: 'nowhere' }));
  });

  it('is for who may change the rules of the whole tenant', async () => {
    const as = (held: Extract<Ctx['access'], { kind: 'granted' }>['held']) => simulateEquivalence(testCtx({ ...ctx, access: { kind: 'granted', held } }), { change: letter });
    expect(await as([{ role: 'agency-officer', scope: everything }])).toEqual(refused({ kind: 'forbidden', permission: 'catalogue.edit' }));
    expect(await as([{ role: 'education', scope: subtreesOf([uuidV7() as UnitId]) }])).toEqual(refused({ kind: 'forbidden', permission: 'catalogue.edit' }));
    expect(got(await as([{ role: 'education', scope: everything }])).people).toBeGreaterThan(0);
  });
});

describe('an adoption', () => {
  it('does what was simulated, in one act, and targets become what they were said to', async () => {
    const { people } = await storeHolders(db, 4);
    const four = (person: PersonId): Certificate => ({ ...certificate('toeic', { examDate: isoDate('2025-06-01'), scores: { overall: 760 } }), person });
    await storeCertificates(db, asStored(people.A.map(four), people.A, new Map()));
    await db.transaction((tx) => rewriteCertificateLevels(tx, 'all'));
    got(await applyPlan(testCtx({ db, today }), { plan: examplePlan, from: isoDate('2026-01-01') }));
    const on = isoDate('2026-02-01');
    const seen = got(await simulateEquivalence(ctx, { change: letter }));
    expect(seen.on).toBe(on);
    expect(seen.targets.length).toBeGreaterThan(0);
    expect(seen.targets.map((it) => it.before)).toEqual(got(await progress(ctx, { on })).map(({ plan: _, planVersion: __, ...it }) => it));
    expect(await adoptEquivalence(ctx, { change: letter, digest: 'x' })).toEqual(refused({ kind: 'simulation-outdated', digest: seen.digest }));
    const adopted = got(await adoptEquivalence(ctx, { change: letter, digest: seen.digest }));
    expect(adopted).toMatchObject({ people: seen.people, moves: seen.moves, digest: seen.digest });
    expect(got(await progress(ctx, { on })).map(({ plan: _, planVersion: __, ...it }) => it)).toEqual(seen.targets.map((it) => it.after));
    expect(seen.targets.some((it) => JSON.stringify(it.before) !== JSON.stringify(it.after))).toBe(true);
    const [entry] = await db.execute(sql`select e.act, e.subject_kind as kind, p.after from audit_entries e join audit_payloads p on p.entry_id = e.id order by e.position desc limit 1`);
    expect(entry).toMatchObject({ act: 'equivalence.adopted', kind: 'settings', after: { people: seen.people, digest: seen.digest } });
  });

  it('is refused when the levels it would change are others by now', async () => {
    const change: EquivalenceChange = { act: 'end', table: 'cv-6089-2014', from: isoDate('2026-02-01'), validTo: isoDate('2026-03-01') };
    const seen = got(await simulateEquivalence(ctx, { change }));
    await db.execute(sql`update certificate_levels set level = level + 1 where level = 4 and certificate_id in (select id from certificates where type_code = 'toeic')`);
    expect(await adoptEquivalence(ctx, { change, digest: seen.digest })).toMatchObject(refused({ kind: 'simulation-outdated' }));
    await db.transaction((tx) => rewriteCertificateLevels(tx, 'all'));
    expect(got(await adoptEquivalence(ctx, { change, digest: seen.digest })).version).toBeGreaterThan(1);
  });

  it('of validity for exams of days gone is a correction with a reason, and rewrites the levels', async () => {
    const change: EquivalenceChange = { act: 'validity', type: 'toeic', months: 6, from: isoDate('2019-01-01') };
    const { digest, correction } = got(await simulateEquivalence(ctx, { change }));
    expect(correction).toBe(true);
    expect(await adoptEquivalence(ctx, { change, digest })).toEqual(refused({ kind: 'past-not-changed', today }));
    expect(await adoptEquivalence(ctx, { change, digest, correct: true })).toEqual(refused({ kind: 'why-missing' }));
    const before = await everythingIn(db);
    expect(got(await adoptEquivalence(ctx, { change, digest, correct: true, why: 'decision 7' })).levels.written).toBeGreaterThan(0);
    expect(Object.entries(await everythingIn(db)).filter(([name, it]) => before[name] !== it).map(([name]) => name)).toEqual(['audit_entries', 'audit_payloads', 'certificate_levels', 'certificate_validity', 'data_head', 'level_head']);
    expect((await verifyChain(db)).faults).toEqual([]);
  });

  it('in one tenant is none in another', async () => {
    const { db: beta } = await cluster.openTenant('beta');
    const before = await everythingIn(beta);
    expect(await simulateEquivalence(testCtx({ ...ctx, db: beta, tenant: { id: 'beta', slug: 'beta' } }), { change: { act: 'end', table: 'cv-6089-2014', from: isoDate('2026-02-01'), validTo: 'infinity' } })).toMatchObject(refused({ kind: 'unknown-rule' }));
    expect(await everythingIn(beta)).toEqual(before);
  });
});
