import { dataVersion, uuidV7, verifyChain } from '@saubac/db/audit';
import { rewriteCertificateLevels } from '@saubac/db/levels';
import type { TenantDb } from '@saubac/db/tenancy';
import { everything, isoDate, type PersonId, type Result, subtreesOf, type UnitId, type UserId } from '@saubac/domain/values';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { testCtx } from '@saubac/testing/context';
import { asStored, certificate, defaultSettings, issuerIds, storeCertificates, storePeople } from '@saubac/testing/levels';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Ctx } from '../context/index.ts';
import { applySettings, getSettings } from '../levels/index.ts';
import { addIssuer, addSettingsRow, certificateCatalogue, endSettingsRow, listEquivalenceTables, listIssuers, listSettingsRows, removeSettingsRow, renameIssuer } from './index.ts';

let cluster: TestCluster;
let db: TenantDb;
let ctx: Ctx;
let people: PersonId[];
const today = isoDate('2026-01-15');
const got = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.failure)}`);
  return result.value;
};
const refused = (failure: object) => ({ ok: false, failure });

beforeAll(async () => {
  cluster = await cloneDatabase();
  ({ db } = await cluster.openTenant('alpha'));
  ctx = testCtx({ db, today, actor: { id: uuidV7() as UserId, label: 'An' }, access: { kind: 'granted', held: [{ role: 'home-affairs-head', scope: everything }] } });
  got(await applySettings(testCtx({ db, today }), defaultSettings));
  people = await storePeople(db, 4);
  const [toeic, hsk, framework] = [
    certificate('toeic', { examDate: isoDate('2025-06-01'), scores: { overall: 760 } }),
    certificate('hsk', { language: 'zh', grade: '4', state: 'declared', examDate: isoDate('2025-06-01') }),
    certificate('framework', { grade: 'B2', issuer: 'ulis', examDate: isoDate('2025-06-01') }),
  ];
  await storeCertificates(db, asStored([toeic!, hsk!, framework!], people, await issuerIds(db)));
  await db.transaction((tx) => rewriteCertificateLevels(tx, 'all'));
});
afterAll(() => cluster.close());

const lastEntry = async () => (await db.execute(sql`select e.act, e.subject_kind as kind, e.why, p.before, p.after from audit_entries e join audit_payloads p on p.entry_id = e.id order by e.position desc limit 1`))[0];
const adopted = async (table: string) => got(await listSettingsRows(ctx, 'adoption')).find((it) => it.table === table);

describe('an adoption', () => {
  const circular = defaultSettings.adoptions[1]!.table;
  const letter = { of: 'adoption', table: 'cv-6089-2014', validFrom: isoDate('2026-02-01'), validTo: 'infinity', basis: 'Letter' } as const;

  it('is refused while another table speaks of the same types on its days', async () => {
    const before = await dataVersion(db);
    expect(await addSettingsRow(ctx, { row: letter })).toMatchObject(refused({ kind: 'settings-have-problems', problems: [{ kind: 'tables-cover-the-same-type', types: ['ielts', 'toeic'] }] }));
    expect(await addSettingsRow(ctx, { row: { ...letter, table: 'nowhere' } })).toMatchObject(refused({ kind: 'settings-have-problems', problems: [{ kind: 'unknown-table' }] }));
    expect(await dataVersion(db)).toBe(before);
  });

  it('tells how many people would have another level before anybody adopts it', async () => {
    const before = await dataVersion(db);
    const seen = got(await addSettingsRow(ctx, { row: letter, endsTables: [circular], dryRun: true }));
    // The TOEIC gives level 4 by the letter and none by the circular; the HSK, which is only declared, loses its level.
    expect(seen.effect).toMatchObject({ on: '2026-02-01', people: { verified: 1, declared: 2 } });
    expect(await dataVersion(db)).toBe(before);
    expect(await adopted(letter.table)).toBeUndefined();
  });

  it('takes the place of another from its day, in one act', async () => {
    const { row, effect } = got(await addSettingsRow(ctx, { row: letter, endsTables: [circular] }));
    expect(row).toMatchObject({ of: 'adoption', table: letter.table, validFrom: '2026-02-01', validTo: 'infinity', version: 1 });
    expect(effect.people).toEqual({ verified: 1, declared: 2 });
    expect(await adopted(circular)).toMatchObject({ validTo: '2026-02-01', version: 2 });
    expect(await lastEntry()).toMatchObject({ act: 'adoption.added', kind: 'adoption', after: { table: letter.table, endsTables: [circular] } });
    const table = got(await listEquivalenceTables(ctx)).find((it) => it.code === letter.table);
    expect(table).toMatchObject({ legalBasis: expect.any(String), rules: expect.any(Array), adopted: [{ from: '2026-02-01', to: 'infinity', basis: 'Letter' }] });
  });

  it('that has not begun can be taken away, and the other one goes on', async () => {
    const { id, version } = (await adopted(letter.table))!;
    got(await removeSettingsRow(ctx, { of: 'adoption', id, version }));
    expect(await lastEntry()).toMatchObject({ act: 'adoption.removed', before: { table: letter.table }, after: null });
    const ended = (await adopted(circular))!;
    got(await endSettingsRow(ctx, { of: 'adoption', id: ended.id, version: ended.version, validTo: 'infinity' }));
    expect(await adopted(circular)).toMatchObject({ validTo: 'infinity', version: 3 });
  });
});

describe('the past of the rules', () => {
  const row = { of: 'validity', type: 'toeic', months: 6, validFrom: isoDate('2020-01-01'), validTo: 'infinity' } as const;

  it('is changed only as a correction that says why, and then levels change with it', async () => {
    const of = got(await listSettingsRows(ctx, 'validity')).find((it) => it.type === 'toeic')!;
    const gone = { of: 'validity', id: of.id, version: of.version } as const;
    expect(await removeSettingsRow(ctx, gone)).toEqual(refused({ kind: 'past-not-changed', today }));
    expect(await removeSettingsRow(ctx, { ...gone, correct: true, why: ' ' })).toEqual(refused({ kind: 'why-missing' }));
    got(await removeSettingsRow(ctx, { ...gone, correct: true, why: 'decision 12 was never signed' }));
    expect(await lastEntry()).toMatchObject({ act: 'validity-rule.removed', why: 'decision 12 was never signed' });
    expect(await addSettingsRow(ctx, { row })).toEqual(refused({ kind: 'past-not-changed', today }));
    const { effect } = got(await addSettingsRow(ctx, { row, correct: true, why: 'decision 13' }));
    expect(effect.levels).toMatchObject({ certificates: 1, people: 1 });
    expect(await db.execute(sql`select distinct valid_to::text as to from certificate_levels l join certificates c on c.id = l.certificate_id where c.type_code = 'toeic'`)).toEqual([{ to: '2025-12-02' }]);
  });

  it('stays when a row ends today or later, which needs no reason', async () => {
    const of = got(await listSettingsRows(ctx, 'validity')).find((it) => it.type === 'toeic')!;
    expect(await endSettingsRow(ctx, { of: 'validity', id: of.id, version: of.version, validTo: isoDate('2026-01-14') })).toEqual(refused({ kind: 'past-not-changed', today }));
    expect(got(await endSettingsRow(ctx, { of: 'validity', id: of.id, version: of.version, validTo: today })).row).toMatchObject({ validTo: today, version: of.version + 1 });
    expect(await endSettingsRow(ctx, { of: 'validity', id: of.id, version: of.version, validTo: 'infinity' })).toMatchObject(refused({ kind: 'changed-meanwhile', yours: { validTo: 'infinity' }, current: { validTo: today } }));
  });
});

describe('an issuer', () => {
  it('is added, licensed, renamed; the levels of what it issued follow its licence', async () => {
    const issuer = got(await addIssuer(ctx, { code: 'new-body', name: '  New   body ' }));
    expect(issuer).toMatchObject({ code: 'new-body', name: 'New body', version: 1, licences: [] });
    expect(await addIssuer(ctx, { code: 'new-body', name: 'x' })).toEqual(refused({ kind: 'issuer-there-already', code: 'new-body' }));
    expect(got(await renameIssuer(ctx, { issuer: issuer.id, version: 1, name: 'Newer body' }))).toMatchObject({ name: 'Newer body', version: 2 });
    expect(await renameIssuer(ctx, { issuer: issuer.id, version: 1, name: 'Oldest' })).toMatchObject(refused({ kind: 'changed-meanwhile', yours: { name: 'Oldest' }, current: { name: 'Newer body' } }));
    expect(await renameIssuer(ctx, { issuer: uuidV7(), version: 1, name: 'x' })).toMatchObject(refused({ kind: 'unknown-issuer' }));
    const { row } = got(await addSettingsRow(ctx, { row: { of: 'licence', issuer: 'new-body', type: 'vstep-3-5', validFrom: today, validTo: 'infinity' } }));
    expect(got(await listIssuers(ctx)).find((it) => it.id === issuer.id)).toMatchObject({ licences: [{ id: row.id, type: 'vstep-3-5', validFrom: today }] });
    expect(await addSettingsRow(ctx, { row: { of: 'licence', issuer: 'nobody', type: 'vstep-3-5', validFrom: today, validTo: 'infinity' } })).toEqual(refused({ kind: 'unknown-issuer', issuer: 'nobody' }));
    const ulis = got(await listIssuers(ctx)).find((it) => it.code === 'ulis')!;
    const licence = ulis.licences.find((it) => it.type === 'framework')!;
    const { effect } = got(await removeSettingsRow(ctx, { of: 'licence', id: licence.id, version: licence.version, correct: true, why: 'was never licensed' }));
    expect(effect.levels).toMatchObject({ removed: 1, people: 1 });
  });
});

describe('the whole settings', () => {
  it('are replaced on the version they are based on, and leave days gone alone unless they correct them', async () => {
    const { settings, version } = got(await getSettings(ctx));
    const changed = { ...settings, validity: [...settings.validity, { type: 'hsk', months: 24, validFrom: '2026-02-01', validTo: 'infinity' }] };
    expect(await applySettings(ctx, changed, { version: version - 1, correct: false })).toMatchObject(refused({ kind: 'changed-meanwhile', current: { version } }));
    expect(await applySettings(ctx, { ...settings, validity: [] }, { version, correct: false })).toEqual(refused({ kind: 'past-not-changed', today }));
    expect(await applySettings(ctx, { ...settings, validity: [] }, { version, correct: true })).toEqual(refused({ kind: 'why-missing' }));
    expect(got(await applySettings(ctx, changed, { version, correct: false }))).toMatchObject({ changed: 1, version: version + 1 });
    expect(got(await getSettings(ctx)).version).toBe(version + 1);
  });

  it('and a row at a time by two at once end up as if one had come after the other', async () => {
    const row = (type: string) => ({ of: 'proof', type, validFrom: today, validTo: 'infinity' }) as const;
    const added = await Promise.all(['ielts', 'toeic', 'hsk'].map((type) => addSettingsRow(ctx, { row: row(type) })));
    expect(added.every((it) => it.ok)).toBe(true);
    expect(got(await listSettingsRows(ctx, 'proof')).filter((it) => it.validFrom === today).map((it) => it.type)).toEqual(['hsk', 'ielts', 'toeic']);
  });
});

describe('who may', () => {
  it('read the catalogues reads them all; who may not edit changes nothing', async () => {
    const reader = testCtx({ ...ctx, access: { kind: 'granted', held: [{ role: 'agency-officer', scope: subtreesOf([uuidV7() as UnitId]) }] } });
    expect(got(await certificateCatalogue(reader)).types.length).toBeGreaterThan(10);
    expect(got(await listIssuers(reader)).length).toBeGreaterThan(1);
    const forbidden = refused({ kind: 'forbidden', permission: 'catalogue.edit' });
    expect(await addIssuer(reader, { code: 'x', name: 'x' })).toEqual(forbidden);
    expect(await addSettingsRow(reader, { row: { of: 'proof', type: 'hsk', validFrom: today, validTo: 'infinity' } })).toEqual(forbidden);
    expect(await endSettingsRow(reader, { of: 'proof', id: uuidV7(), version: 1, validTo: today })).toEqual(forbidden);
    expect(await removeSettingsRow(reader, { of: 'proof', id: uuidV7(), version: 1 })).toEqual(forbidden);
    expect(await applySettings(reader, defaultSettings)).toEqual(forbidden);
  });

  it('edit them for some units only may not: they are the whole tenant’s', async () => {
    const limited = testCtx({ ...ctx, access: { kind: 'granted', held: [{ role: 'home-affairs-head', scope: subtreesOf([uuidV7() as UnitId]) }] } });
    expect(await addIssuer(limited, { code: 'x', name: 'x' })).toEqual(refused({ kind: 'forbidden', permission: 'catalogue.edit' }));
    expect(await applySettings(limited, defaultSettings)).toEqual(refused({ kind: 'forbidden', permission: 'catalogue.edit' }));
  });

  it('change the rules of one tenant changes nothing in another', async () => {
    const { db: beta } = await cluster.openTenant('beta');
    const [proof] = got(await listSettingsRows(ctx, 'proof'));
    expect(await removeSettingsRow(testCtx({ ...ctx, db: beta }), { of: 'proof', id: proof!.id, version: proof!.version })).toEqual(refused({ kind: 'unknown-rule', of: 'proof', id: proof!.id }));
    expect(got(await getSettings(testCtx({ ...ctx, db: beta }))).settings.issuers).toEqual([]);
  });
});

it('leaves an audit whose chain is whole', async () => {
  expect((await verifyChain(db)).faults).toEqual([]);
});
