import { insertDetails, insertPersonReads, uuidV7 } from '@saubac/db/audit';
import type { TenantDb } from '@saubac/db/tenancy';
import type { Access, Role } from '@saubac/domain/access';
import type { PersonRead } from '@saubac/domain/audit';
import { everything, isoDate, type PersonId, subtreesOf, type UnitId, type UserId } from '@saubac/domain/values';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { testCtx } from '@saubac/testing/context';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Ctx } from '../context/index.ts';
import { type AuditPage, getAuditEntry, historyOf, listAudit, verifyAudit, whoSaw, whoSawMe } from './index.ts';

const user = (): UserId => uuidV7() as UserId;
const [head, auditor, agency, own] = [user(), user(), user(), user()];
const today = isoDate('2026-03-02');
const idNumber = '001199000123';

let cluster: TestCluster;
let db: TenantDb;
let beta: TenantDb;
let units: { department: UnitId; division: UnitId; other: UnitId };
let people: { an: PersonId; binh: PersonId };
let certificate: string;
const grant = uuidV7();
let bulk: string;

const noted: PersonRead[] = [];
const as = (id: UserId | null, label: string, access: Access, to: TenantDb = db): Ctx =>
  testCtx({ db: to, actor: { id, label }, access, today, now: () => new Date('2026-03-02T03:00:00Z'), reads: { note: (_, read) => void noted.push(read) } });
const granted = (role: Role, scope: ReturnType<typeof subtreesOf> = everything): Access => ({ kind: 'granted', held: [{ role, scope }] });
const asHead = (): Ctx => as(head, 'Head', granted('home-affairs-head'));
const asAuditor = (): Ctx => as(auditor, 'Auditor', granted('auditor'));
const asAuditorOf = (unit: UnitId): Ctx => as(auditor, 'Auditor', granted('auditor', subtreesOf([unit])));

const unit = async (code: string, path: string, parent: UnitId | null): Promise<UnitId> => {
  const id = uuidV7() as UnitId;
  await db.execute(sql`insert into units (id, code) values (${id}, ${code})`);
  await db.execute(sql`insert into unit_versions (unit_id, valid, parent_id, name, path, tier, body_kind) values (${id}, '[2020-01-01,)', ${parent}, ${`Unit ${code}`}, ${path}, 'province', 'state')`);
  return id;
};

const person = async (name: string, at: UnitId, account: UserId | null): Promise<PersonId> => {
  const id = uuidV7() as PersonId;
  await db.execute(sql`insert into people (id, user_id, full_name, name_sort, name_search) values (${id}, ${account}, ${name}, ${name}, ${name})`);
  await db.execute(sql`insert into assignments (person_id, unit_id, kind, main, valid_from) values (${id}, ${at}, 'civil-servant', true, '2021-01-01')`);
  return id;
};

const act = (ctx: Ctx, day: string, name: string, kind: string, id: string | null, before: unknown, after: unknown, why?: string): Promise<string> =>
  testCtx({ ...ctx, now: () => new Date(`${day}T03:00:00Z`) }).write((_, record) => record({ act: name, subject: { kind, id }, before, after }), why);

beforeAll(async () => {
  cluster = await cloneDatabase();
  ({ db } = await cluster.openTenant('alpha'));
  ({ db: beta } = await cluster.openTenant('beta'));
  const department = await unit('D', 'D/', null);
  units = { department, division: await unit('D1', 'D/D1/', department), other: await unit('E', 'E/', null) };
  people = { an: await person('An', units.division, own), binh: await person('Binh', units.other, null) };
  certificate = uuidV7();
  await db.execute(sql`insert into grants (id, user_id, role, unit_id, valid_from) values (${grant}, ${agency}, 'agency-officer', ${units.division}, '2026-01-01')`);
  await db.execute(sql`insert into certificates (id, person_id, type_code, language_code, exam_date) values (${certificate}, ${people.an}, 'ielts', 'en', '2024-01-01')`);
  const operator = testCtx({ db, now: () => new Date('2026-01-31T03:00:00Z') });
  await operator.write(async (tx, record) => {
    bulk = await record({ act: 'roster.imported', subject: { kind: 'roster-batch', id: uuidV7() }, after: { rows: 3 } });
    const rows = [people.an, people.binh].map((subjectId) => ({ subjectId, act: 'person.added', after: { full_name: 'x', id_number: idNumber } }));
    await insertDetails(tx, bulk, [...rows, { subjectId: certificate, act: 'certificate.added', after: { score: 6 } }]);
  });
  await act(asHead(), '2026-02-01', 'person.changed', 'person', people.an, { sex: 'male', id_number: null }, { sex: 'female', id_number: idNumber }, `typing error in ${idNumber}`);
  await act(asHead(), '2026-02-02', 'person.changed', 'person', people.binh, { sex: 'male' }, { sex: 'female' });
  await act(asAuditor(), '2026-02-03', 'certificate.verified', 'certificate', certificate, { state: 'declared' }, { state: 'verified' });
  await act(asHead(), '2026-02-03', 'unit.changed', 'unit', units.division, { name: 'a' }, { name: 'b' });
  await act(asHead(), '2026-02-03', 'grant.given', 'grant', grant, null, { role: 'agency-officer' });
  await act(asHead(), '2026-02-04', 'plan.applied', 'plan-version', uuidV7(), null, { number: 1 });
});
afterAll(() => cluster.close());

const listed = async (ctx: Ctx, filter: Parameters<typeof listAudit>[1] = { limit: 50 }): Promise<string[]> => {
  const page = await listAudit(ctx, filter);
  if (!page.ok) throw new Error(page.failure.kind);
  return page.value.entries.map((it) => `${it.act} ${it.subject.label ?? '-'}`);
};

describe('the audit of a tenant', () => {
  it('is listed latest first, with the names that its subjects have today', async () => {
    expect(await listed(asHead())).toEqual(['plan.applied -', 'grant.given -', 'unit.changed Unit D1', 'certificate.verified An', 'person.changed Binh', 'person.changed An', 'roster.imported -']);
  });

  it('is looked through by day, actor, act and subject', async () => {
    const limit = 50;
    expect(await listed(asHead(), { limit, from: isoDate('2026-02-03'), to: isoDate('2026-02-03') })).toHaveLength(3);
    expect(await listed(asHead(), { limit, actor: auditor })).toEqual(['certificate.verified An']);
    expect(await listed(asHead(), { limit, act: 'person.changed' })).toEqual(['person.changed Binh', 'person.changed An']);
    expect(await listed(asHead(), { limit, subjectKind: 'unit' })).toEqual(['unit.changed Unit D1']);
    expect(await listed(asHead(), { limit, subject: people.binh })).toEqual(['person.changed Binh']);
  });

  it('comes in pages that leave nothing out and show nothing twice, counted only when asked', async () => {
    const all = await listed(asHead());
    const seen: string[] = [];
    for (let after: AuditPage['next'] | undefined; after !== null; ) {
      const page = await listAudit(asHead(), { limit: 2, after, total: after === undefined });
      if (!page.ok) throw new Error(page.failure.kind);
      expect(page.value.total).toBe(after === undefined ? 7 : undefined);
      seen.push(...page.value.entries.map((it) => `${it.act} ${it.subject.label ?? '-'}`));
      after = page.value.next;
    }
    expect(seen).toEqual(all);
  });

  it('shows a limited reader only his units, their people and certificates, and the roles given there', async () => {
    expect(await listed(asAuditorOf(units.department))).toEqual(['grant.given -', 'unit.changed Unit D1', 'certificate.verified An', 'person.changed An']);
    expect(await listed(asAuditorOf(units.other))).toEqual(['person.changed Binh']);
    expect(await listAudit(asAuditorOf(units.other), { limit: 1, total: true })).toMatchObject({ value: { total: 1, next: null } });
  });

  it('is refused to whoever has no right to it', async () => {
    const officer = as(agency, 'Officer', granted('agency-officer'));
    for (const answer of [await listAudit(officer, { limit: 1 }), await getAuditEntry(officer, { id: bulk }), await verifyAudit(officer), await whoSaw(officer, { person: people.an, limit: 1 })])
      expect(answer).toEqual({ ok: false, failure: { kind: 'forbidden', permission: 'audit.read' } });
  });

  it('is verified as a whole by whoever may read all of it only', async () => {
    expect(await verifyAudit(asHead())).toMatchObject({ ok: true, value: { faults: [] } });
    expect(await verifyAudit(asAuditorOf(units.department))).toMatchObject({ ok: false });
  });

  it('of another tenant is not there', async () => {
    const stranger = as(head, 'Head', granted('home-affairs-head'), beta);
    expect(await listed(stranger)).toEqual([]);
    expect(await getAuditEntry(stranger, { id: bulk })).toMatchObject({ failure: { kind: 'unknown-audit-entry' } });
    expect(await historyOf(stranger, { person: people.an, limit: 5 })).toMatchObject({ failure: { kind: 'unknown-person' } });
    expect(await whoSaw(stranger, { person: people.an, limit: 5 })).toMatchObject({ failure: { kind: 'unknown-person' } });
  });
});

describe('an entry', () => {
  const entryOf = async (ctx: Ctx, actName: string): Promise<string> => {
    const page = await listAudit(ctx, { limit: 1, act: actName });
    return page.ok ? (page.value.entries[0]?.id ?? '') : '';
  };

  it('shows what differs, and the identification number only to whoever may read it', async () => {
    const id = (await listAudit(asHead(), { limit: 1, subject: people.an })) as { value: { entries: { id: string }[] } };
    const [{ id: entry } = { id: '' }] = id.value.entries;
    const sex = { kind: 'value', path: ['sex'], before: 'male', after: 'female' };
    expect(await getAuditEntry(asHead(), { id: entry })).toMatchObject({ value: { why: `typing error in ${idNumber}`, changes: expect.arrayContaining([sex, { kind: 'value', path: ['id_number'], before: null, after: idNumber }]) } });
    const masked = await getAuditEntry(asAuditor(), { id: entry });
    expect(masked).toMatchObject({ value: { changes: expect.arrayContaining([sex]) } });
    expect(JSON.stringify(masked)).not.toContain(idNumber);
    expect(JSON.stringify(await historyOf(asAuditor(), { person: people.an, limit: 10 }))).not.toContain(idNumber);
    expect(JSON.stringify(await listAudit(asAuditor(), { limit: 10 }))).not.toContain(idNumber);
  });

  it('outside the reader\'s units is not found', async () => {
    const id = await entryOf(asHead(), 'unit.changed');
    expect(await getAuditEntry(asAuditorOf(units.division), { id })).toMatchObject({ ok: true });
    expect(await getAuditEntry(asAuditorOf(units.other), { id })).toEqual({ ok: false, failure: { kind: 'unknown-audit-entry', id } });
  });

  it('of a bulk write gives its rows in pages', async () => {
    const first = await getAuditEntry(asHead(), { id: bulk, details: { limit: 2, total: true } });
    expect(first).toMatchObject({ value: { bulk: true, details: { total: 3, rows: [{ subject: { label: 'An' } }, { subject: { label: 'Binh' } }] } } });
    const after = first.ok ? (first.value.details.next ?? undefined) : undefined;
    expect(await getAuditEntry(asHead(), { id: bulk, details: { limit: 2, after } })).toMatchObject({
      value: { details: { next: null, rows: [{ act: 'certificate.added', subject: { label: 'An', person: people.an }, changes: [{ path: ['score'], after: 6 }] }] } },
    });
  });

  it('about a person counts as a look into his file', async () => {
    noted.length = 0;
    await getAuditEntry(asHead(), { id: await entryOf(asHead(), 'certificate.verified') });
    await getAuditEntry(asHead(), { id: await entryOf(asHead(), 'plan.applied') });
    expect(noted).toEqual([{ person: people.an, reader: head, what: 'history', at: new Date('2026-03-02T03:00:00Z') }]);
  });
});

describe('the history of a person', () => {
  it('holds every act on him and his certificates, also those of bulk writes', async () => {
    const history = await historyOf(asHead(), { person: people.an, limit: 10 });
    if (!history.ok) throw new Error(history.failure.kind);
    expect(history.value.rows.map((it) => `${it.act} in ${it.within ?? '-'}`)).toEqual(['certificate.verified in -', 'person.changed in -', 'certificate.added in roster.imported', 'person.added in roster.imported']);
    expect(history.value.rows[0]).toMatchObject({ actor: { label: 'Auditor' }, changes: [{ path: ['state'], before: 'declared', after: 'verified' }] });
  });

  it('comes in pages that leave nothing out', async () => {
    const acts: string[] = [];
    for (let page = await historyOf(asHead(), { person: people.an, limit: 1 }); page.ok; page = await historyOf(asHead(), { person: people.an, limit: 1, after: page.value.next ?? undefined })) {
      acts.push(...page.value.rows.map((it) => it.act));
      if (!page.value.next) break;
    }
    expect(acts).toEqual(['certificate.verified', 'person.changed', 'certificate.added', 'person.added']);
  });

  it('is of people in the reader\'s units only', async () => {
    const officer = as(agency, 'Officer', granted('agency-officer', subtreesOf([units.department])));
    expect(await historyOf(officer, { person: people.an, limit: 1 })).toMatchObject({ ok: true });
    expect(await historyOf(officer, { person: people.binh, limit: 1 })).toEqual({ ok: false, failure: { kind: 'unknown-person', on: today } });
  });
});

describe('who saw a file', () => {
  const at = (time: string): Date => new Date(`2026-03-01T${time}Z`);
  const reads = (...them: [UserId | null, PersonRead['what'], string][]): Promise<void> => insertPersonReads(db, them.map(([reader, what, time]) => ({ person: people.an, reader, what, at: at(time) })));

  it('is told hour by hour, and never that somebody opened his own', async () => {
    await reads([head, 'file', '08:10:00.000'], [own, 'file', '08:20:00.000'], [null, 'explanation', '09:00:00.000']);
    await reads([head, 'file', '08:59:00.000'], [head, 'file', '09:01:00.000'], [null, 'explanation', '09:30:00.000']);
    expect(await whoSaw(asHead(), { person: people.an, limit: 10 })).toMatchObject({
      value: {
        rows: [
          { reader: head, what: 'file', at: '2026-03-01T09:01:00.000Z' },
          { reader: null, what: 'explanation', at: '2026-03-01T09:00:00.000Z' },
          { reader: head, what: 'file', at: '2026-03-01T08:10:00.000Z' },
        ],
        next: null,
      },
    });
  });

  it('comes in pages', async () => {
    const first = await whoSaw(asHead(), { person: people.an, limit: 2 });
    if (!first.ok) throw new Error(first.failure.kind);
    expect(await whoSaw(asHead(), { person: people.an, limit: 2, after: first.value.next ?? undefined })).toMatchObject({ value: { rows: [{ at: '2026-03-01T08:10:00.000Z' }], next: null } });
  });

  it('is told to the person himself without any right, and to nobody else', async () => {
    const himself = as(own, 'An', granted('learner'));
    expect(await whoSawMe(himself, { limit: 10 })).toMatchObject({ value: { person: people.an, rows: { length: 3 } } });
    expect(await whoSaw(himself, { person: people.an, limit: 10 })).toMatchObject({ ok: true });
    expect(await whoSaw(himself, { person: people.binh, limit: 10 })).toMatchObject({ failure: { kind: 'forbidden' } });
    expect(await whoSawMe(asHead(), { limit: 10 })).toEqual({ ok: false, failure: { kind: 'no-file-of-this-account' } });
    expect(await whoSawMe(testCtx({ db }), { limit: 10 })).toMatchObject({ ok: false });
  });

  it('outside the reader\'s units is not told', async () => {
    expect(await whoSaw(asAuditorOf(units.department), { person: people.an, limit: 1 })).toMatchObject({ ok: true });
    expect(await whoSaw(asAuditorOf(units.other), { person: people.an, limit: 1 })).toMatchObject({ failure: { kind: 'unknown-person' } });
  });

  it('can be added to and never changed by the tenant\'s own login', async () => {
    await expect(db.execute(sql`update audit_person_reads set user_id = null`)).rejects.toMatchObject({ cause: { code: '42501' } });
    await expect(db.execute(sql`delete from audit_person_reads`)).rejects.toMatchObject({ cause: { code: '42501' } });
  });
});
