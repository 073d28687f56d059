import { type Certificate, type LevelContext, levelRowsOf } from '@saubac/domain/levels';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { anyCertificate, asStored, certificate, defaultSettings, issuerIds, storeCertificates, storePeople } from '@saubac/testing/levels';
import { sql } from 'drizzle-orm';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { TenantDb } from '../tenancy/index.ts';
import { rewriteCertificateLevels } from './certificate-levels.ts';
import { levelRules } from './level-rules.ts';
import { saveSettings, settingsInForce } from './settings.ts';

let cluster: TestCluster;
let db: TenantDb;

beforeAll(async () => {
  cluster = await cloneDatabase();
  ({ db } = await cluster.openTenant('alpha'));
  await db.transaction((tx) => saveSettings(tx, defaultSettings));
});
afterAll(() => cluster.close());

const stored = async (): Promise<unknown[]> => [
  ...(await db.execute(sql`
    select certificate_id as certificate, person_id as person, language_code as language, equivalence_code as equivalence, level,
           valid_from::text as "validFrom", valid_to::text as "validTo", state
    from certificate_levels order by certificate_id, equivalence_code nulls first`)),
];

const computed = (certificates: readonly Certificate[], context: LevelContext): unknown[] =>
  certificates
    .flatMap((it) => levelRowsOf(it, context))
    .toSorted((one, other) => (one.certificate === other.certificate ? ((one.equivalence ?? '') < (other.equivalence ?? '') ? -1 : 1) : one.certificate < other.certificate ? -1 : 1));

const rewrite = (people: Parameters<typeof rewriteCertificateLevels>[1]) => db.transaction((tx) => rewriteCertificateLevels(tx, people));

// A decision for a level that the framework has not can not be stored.
const storable = (it: Certificate): boolean => it.decision === null || it.decision.level >= 1;

describe('the levels in the database', () => {
  let certificates: Certificate[];

  beforeAll(async () => {
    const people = await storePeople(db, 40);
    certificates = asStored(fc.sample(anyCertificate, { numRuns: 400, seed: 7 }).filter(storable), people, await issuerIds(db));
    await storeCertificates(db, certificates);
  });

  it('are those of the pure function', async () => {
    const result = await rewrite('all');
    const rows = await stored();
    expect(rows).toEqual(computed(certificates, (await levelRules(db)).context));
    expect(rows.length).toBeGreaterThan(100);
    expect(result).toEqual({ certificates: certificates.length, written: rows.length, removed: 0, people: new Set(rows.map((it) => (it as { person: string }).person)).size });
  });

  it('are not touched when they are right already', async () => {
    await rewrite('all');
    expect(await rewrite('all')).toEqual({ certificates: certificates.length, written: 0, removed: 0, people: 0 });
  });

  it('follow a change of one person and leave those of the others', async () => {
    await rewrite('all');
    const [person] = await storePeople(db, 1);
    const [own] = asStored([certificate('ielts', { scores: { overall: 6 } })], [person ?? never()], new Map());
    await storeCertificates(db, [own ?? never()]);
    expect(await rewrite({ people: [person ?? never()] })).toEqual({ certificates: 1, written: 2, removed: 0, people: 1 });
    await db.execute(sql`update certificates set score = 3 where id = ${own?.id}::uuid`);
    expect(await rewrite({ people: [person ?? never()] })).toEqual({ certificates: 1, written: 0, removed: 2, people: 1 });
  });
});

const never = (): never => {
  throw new Error('Nothing was stored');
};

describe('the settings in the database', () => {
  it('are those that were saved, in the form of the file', async () => {
    const inForce = await settingsInForce(db);
    const { $schema: _, ...file } = defaultSettings;
    const byCode = (one: { code: string }, other: { code: string }) => (one.code < other.code ? -1 : 1);
    const byType = (one: { type: string }, other: { type: string }) => (one.type < other.type ? -1 : 1);
    const inOrder = (it: typeof inForce) => ({
      ...it,
      adoptions: it.adoptions.toSorted((one, other) => (one.table < other.table ? -1 : 1)),
      validity: it.validity.toSorted(byType),
      issuers: it.issuers.toSorted(byCode).map((issuer) => ({ ...issuer, licences: issuer.licences.toSorted(byType) })),
    });
    expect(inOrder(inForce)).toEqual(inOrder(file));
  });

  it('change nothing when they are saved again', async () => {
    expect(await db.transaction((tx) => saveSettings(tx, defaultSettings))).toBe(0);
  });

  it('keep an issuer that stands on a certificate, without its licences', async () => {
    const { db: other } = await cluster.openTenant('beta');
    await other.transaction((tx) => saveSettings(tx, defaultSettings));
    const people = await storePeople(other, 1);
    await storeCertificates(other, asStored([certificate('framework', { grade: 'B1', issuer: 'ulis' })], people, await issuerIds(other)));
    await other.transaction((tx) => saveSettings(tx, { ...defaultSettings, issuers: [] }));
    expect((await settingsInForce(other)).issuers).toMatchObject([{ code: 'ulis', licences: [] }]);
  });
});
