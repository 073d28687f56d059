import { uuidV7, verifyChain } from '@saubac/db/audit';
import { rewriteCertificateLevels, takeLevels } from '@saubac/db/levels';
import type { TenantDb } from '@saubac/db/tenancy';
import type { Role } from '@saubac/domain/access';
import { type CertificateEntry, noScores } from '@saubac/domain/levels';
import { type CertificateId, everything, isoDate, type PersonId, type Result, subtreesOf, type UnitId, type UserId } from '@saubac/domain/values';
import { emptyRegistry, type Registry } from '@saubac/plugin-api';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { testCtx } from '@saubac/testing/context';
import { defaultSettings, type Holders, storeHolders } from '@saubac/testing/levels';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Ctx } from '../context/index.ts';
import { applySettings, correctCertificate, declareCertificate, getCertificate, type KeptCertificate, listCertificates, recordDecision, setCertificateState, withdrawDecision } from './index.ts';

let cluster: TestCluster;
let db: TenantDb;
let tenant: Holders;
let officer: Ctx;
let other: Ctx;
let operator: Ctx;

const today = isoDate('2026-01-15');
const user = (label: string, role: Role, unit: UnitId | null, id = uuidV7() as UserId): Ctx =>
  testCtx({ db, today, actor: { id, label }, access: { kind: 'granted', held: [{ role, scope: unit === null ? everything : subtreesOf([unit]) }] } });

beforeAll(async () => {
  cluster = await cloneDatabase();
  ({ db } = await cluster.openTenant('alpha'));
  tenant = await storeHolders(db, 40);
  operator = testCtx({ db, today });
  await applySettings(operator, defaultSettings);
  officer = user('An', 'home-affairs-officer', null);
  other = user('Binh', 'home-affairs-officer', null);
});
afterAll(() => cluster.close());

let used = 0;
/** Somebody of a unit who has no certificate yet. */
const somebody = (unit: 'A' | 'B' = 'A'): PersonId => tenant.people[unit][(used += 1) % 18]!;
const entry = (it: Partial<CertificateEntry> = {}): CertificateEntry => ({
  type: 'ielts', language: null, number: `N-${(used += 1)}`, issuer: null, issuerName: 'British Council', examDate: isoDate('2025-03-01'), expiresOn: null, grade: null, scores: { ...noScores, overall: 6 }, ...it,
});
const got = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.failure)}`);
  return result.value;
};
const declared = async (ctx: Ctx = officer, person = somebody(), it = entry()): Promise<KeptCertificate> => got(await declareCertificate(ctx, { person, entry: it }));
const levelsOf = async (id: CertificateId) => [...(await db.execute(sql`select level, state, valid_from::text as from, valid_to::text as to from certificate_levels where certificate_id = ${id}::uuid order by equivalence_code`))];
const lastEntry = async () => (await db.execute<{ act: string; subject: string; why: string | null; before: unknown; after: unknown }>(sql`
  select e.act, e.subject_id as subject, e.why, p.before, p.after from audit_entries e join audit_payloads p on p.entry_id = e.id order by e.position desc limit 1`))[0];
const refused = (failure: object) => ({ ok: false, failure });

describe('entering a certificate', () => {
  it('keeps it as declared, with its levels by every table and who entered it', async () => {
    const it = await declared();
    expect(it).toMatchObject({ state: 'declared', language: 'en', version: 1, issuer: null, issuerName: 'British Council' });
    expect(await levelsOf(it.id)).toEqual(Array.from({ length: 2 }, () => ({ level: 4, state: 'declared', from: '2025-03-01', to: '2027-03-02' })));
    expect(await lastEntry()).toMatchObject({ act: 'certificate.added', subject: it.id, after: { type: 'ielts', scores: { overall: 6 } } });
    expect(got(await getCertificate(officer, { certificate: it.id })).certificate).toMatchObject({ entered: { by: officer.actor.id, label: 'An' }, verified: null });
  });

  it('writes the same levels as rewriting all of them would', async () => {
    for (const it of [entry({ type: 'framework', language: 'en', grade: 'B1', issuerName: 'ulis' }), entry({ type: 'toeic', scores: { overall: 650, listening: 350, reading: 300, speaking: null, writing: null } }), entry({ type: 'hsk', grade: '4' })]) await declared(officer, somebody(), it);
    expect(await db.transaction((tx) => rewriteCertificateLevels(tx, 'all'))).toMatchObject({ written: 0, removed: 0 });
  });

  it('finds an issuer of the list by its code or name, and refuses an id that is not on it', async () => {
    const [ulis] = await db.execute<{ id: string; name: string }>(sql`select id, name from issuers where code = 'ulis'`);
    const byName = await declared(officer, somebody(), entry({ issuerName: ulis!.name.toUpperCase() }));
    expect(byName).toMatchObject({ issuer: ulis!.id, issuerName: ulis!.name });
    expect(await declareCertificate(officer, { person: somebody(), entry: entry({ issuer: uuidV7() }) })).toMatchObject(refused({ kind: 'certificate-has-problems', problems: [{ kind: 'unknown-issuer', field: 'issuer' }] }));
  });

  it('is refused field by field, and then leaves no trace', async () => {
    const before = await lastEntry();
    const person = somebody();
    expect(await declareCertificate(officer, { person, entry: entry({ examDate: isoDate('2026-01-16'), scores: { ...noScores, overall: 99 } }) })).toMatchObject(
      refused({ kind: 'certificate-has-problems', problems: [{ field: 'examDate', kind: 'day-in-the-future' }, { field: 'score', kind: 'score-out-of-range' }] }),
    );
    expect(got(await listCertificates(officer, { filter: { person } })).items.filter((it) => it.examDate > today)).toEqual([]);
    expect(await lastEntry()).toEqual(before);
  });

  it('is refused when the person has it already, also when it is sent twice at once', async () => {
    const person = somebody();
    const same = entry();
    const answers = await Promise.all([declareCertificate(officer, { person, entry: same }), declareCertificate(other, { person, entry: { ...same, number: ` ${same.number} ` } })]);
    expect(answers.filter((it) => it.ok)).toHaveLength(1);
    expect(answers.find((it) => !it.ok)).toEqual(refused({ kind: 'certificate-there-already', examDate: '2025-03-01' }));
  });

  it('may be repeated under one key: it is entered once', async () => {
    const request = { actor: officer.actor.id!, key: 'again-and-again', digest: 'x' };
    const ctx = testCtx({ ...officer, request });
    const person = somebody();
    const same = entry();
    // The slower one is refused or breaks the key; whoever sent it looks for the answer that was kept.
    const answers = await Promise.allSettled([declareCertificate(ctx, { person, entry: same }), declareCertificate(ctx, { person, entry: same })]);
    expect(answers.filter((it) => it.status === 'fulfilled' && it.value.ok)).toHaveLength(1);
    expect(got(await listCertificates(officer, { filter: { person, type: 'ielts' } })).items.filter((it) => it.number === same.number)).toHaveLength(1);
  });
});

describe('what a plugin adds to the workflow of certificates', () => {
  const withPlugin = (ctx: Ctx): Ctx => {
    const fresh = { name: 'isFresh', refusal: 'refusal.isFresh', holds: ({ certificate }: { certificate: { examDate: string } }) => certificate.examDate >= '2025-01-01' };
    const extension = { by: 'p', of: 'certificate', plugin: 'p', word: (key: string) => ({ vi: `p ${key}` }), guards: { verify: [fresh] }, effects: { verify: [{ name: 'tell', payload: () => ({ level: 4 }) }] } };
    return testCtx({ db, today, actor: ctx.actor, access: ctx.access, registry: { ...emptyRegistry, extensions: [extension as unknown as Registry['extensions'][number]] } });
  };
  const tellings = async () => [...(await db.execute(sql`select payload from outbox where kind = 'plugin.handle'`))].map((it) => it['payload']);

  it('is asked for besides what the core asks, and said in the words of the plugin; what follows is queued with the move', async () => {
    const old = await declared(officer, somebody(), entry({ examDate: isoDate('2024-06-01') }));
    expect(await setCertificateState(withPlugin(other), { certificate: old.id, state: 'verified' })).toEqual(refused({ kind: 'guard-refused', move: 'verify', refusals: ['p:refusal.isFresh'], words: [{ vi: 'p refusal.isFresh', en: 'p refusal.isFresh' }] }));
    expect(await setCertificateState(withPlugin(officer), { certificate: old.id, state: 'verified' })).toEqual(refused({ kind: 'same-person' }));
    expect(await tellings()).toEqual([]);
    const fresh = await declared();
    got(await setCertificateState(withPlugin(other), { certificate: fresh.id, state: 'verified' }));
    expect(await tellings()).toEqual([{ plugin: 'p', handler: 'tell', certificate: fresh.id, level: 4 }]);
    expect(await setCertificateState(other, { certificate: old.id, state: 'verified' })).toMatchObject({ ok: true });
  });
});

describe('two people', () => {
  it('stand behind a verified certificate: whoever entered it is refused', async () => {
    const { id } = await declared();
    expect(await setCertificateState(officer, { certificate: id, state: 'verified', version: 1 })).toEqual(refused({ kind: 'same-person' }));
    expect(await setCertificateState(other, { certificate: id, state: 'verified', version: 1 })).toMatchObject({ ok: true, value: { state: 'verified', version: 2 } });
    expect(got(await getCertificate(officer, { certificate: id })).certificate).toMatchObject({ verified: { by: other.actor.id, label: 'Binh' } });
  });

  it('are asked for again after a correction, and the corrector is now the first', async () => {
    const it = await declared();
    got(await setCertificateState(other, { certificate: it.id, state: 'verified' }));
    const corrected = got(await correctCertificate(other, { certificate: it.id, version: 2, entry: entry({ number: it.number, scores: { ...noScores, overall: 5.5 } }), why: 'misread' }));
    expect(corrected).toMatchObject({ changed: true, unverified: true, certificate: { state: 'declared', version: 3 } });
    expect(await lastEntry()).toMatchObject({ act: 'certificate.corrected', why: 'misread', before: { state: 'verified', scores: { overall: 6 } }, after: { state: 'declared', scores: { overall: 5.5 } } });
    expect((await levelsOf(it.id)).map((row) => row['state'])).toEqual(['declared', 'declared']);
    expect(await setCertificateState(other, { certificate: it.id, state: 'verified' })).toEqual(refused({ kind: 'same-person' }));
    got(await setCertificateState(officer, { certificate: it.id, state: 'verified' }));
  });

  it('do not include the holder', async () => {
    const person = somebody('B');
    await db.execute(sql`update people set user_id = ${other.actor.id}::uuid where id = ${person}::uuid`);
    const { id } = await declared(officer, person);
    expect(await setCertificateState(other, { certificate: id, state: 'verified' })).toEqual(refused({ kind: 'own-certificate' }));
    const decides = testCtx({ ...other, access: { kind: 'granted', held: [{ role: 'education', scope: everything }] } });
    expect(await recordDecision(decides, { certificate: id, level: 6, decidedOn: today, document: '1' })).toEqual(refused({ kind: 'own-certificate' }));
    await db.execute(sql`update people set user_id = null where id = ${person}::uuid`);
  });
});

describe('a change of state', () => {
  it('to void applies to the past, keeps the certificate and says why', async () => {
    const { id } = await declared();
    expect(await setCertificateState(other, { certificate: id, state: 'void', why: '  ' })).toEqual(refused({ kind: 'why-missing' }));
    got(await setCertificateState(other, { certificate: id, state: 'void', why: 'forged' }));
    expect((await levelsOf(id)).map((row) => row['state'])).toEqual(['void', 'void']);
    const { certificate, told } = got(await getCertificate(officer, { certificate: id, on: isoDate('2025-03-01') }));
    expect(certificate).toMatchObject({ state: 'void', stateReason: 'forged' });
    expect(told.answer).toMatchObject({ level: null, others: [{ reason: { kind: 'state-does-not-count', state: 'void' } }] });
    expect(await correctCertificate(officer, { certificate: id, version: 2, entry: entry() })).toEqual(refused({ kind: 'certificate-void' }));
  });

  it('is refused on a version that is no longer there, with what stands', async () => {
    const { id, number } = await declared();
    const [one, two] = await Promise.all([
      correctCertificate(officer, { certificate: id, version: 1, entry: entry({ number, scores: { ...noScores, overall: 7 } }) }),
      setCertificateState(other, { certificate: id, state: 'verified', version: 1 }),
    ]);
    expect([one.ok, two.ok].filter(Boolean)).toHaveLength(1);
    expect(one.ok ? two : one).toMatchObject(refused({ kind: 'changed-meanwhile', current: { id, version: 2 } }));
  });

  it('that changes nothing is no change', async () => {
    const it = await declared();
    const before = await lastEntry();
    expect(await setCertificateState(other, { certificate: it.id, state: 'declared' })).toMatchObject({ ok: true, value: { version: 1 } });
    expect(await correctCertificate(other, { certificate: it.id, version: 1, entry: it })).toMatchObject({ ok: true, value: { changed: false, unverified: false } });
    expect(await lastEntry()).toEqual(before);
  });

  it('waits for an import at work, and then sees what it wrote', async () => {
    const { id } = await declared();
    const waiting: Promise<unknown>[] = [];
    await db.transaction(async (tx) => {
      await takeLevels(tx);
      waiting.push(setCertificateState(other, { certificate: id, state: 'verified', version: 1 }));
      const waits = async () => (await tx.execute(sql`select 1 from pg_locks where not granted`)).length > 0;
      for (let i = 0; i < 10_000 && !(await waits()); i += 1);
      await tx.execute(sql`update certificates set score = 5, version = version + 1 where id = ${id}::uuid`);
    });
    expect(await waiting[0]).toMatchObject(refused({ kind: 'changed-meanwhile', current: { version: 2, scores: { overall: 5 } } }));
    expect(await setCertificateState(other, { certificate: id, state: 'verified', version: 2 })).toMatchObject({ ok: true, value: { scores: { overall: 5 } } });
  });

  it('takes the rules as they are when it had to wait for their change', async () => {
    const { id } = await declared();
    const other12 = { ...defaultSettings, validity: [{ type: 'ielts', months: 12, validFrom: '2020-01-01' }] };
    const [, state] = await Promise.all([applySettings(operator, other12), setCertificateState(other, { certificate: id, state: 'verified' })]);
    expect(state.ok).toBe(true);
    expect((await levelsOf(id)).map((row) => row['to'])).toEqual(['2026-03-02', '2026-03-02']);
    await applySettings(operator, defaultSettings);
    expect((await levelsOf(id)).map((row) => row['to'])).toEqual(['2027-03-02', '2027-03-02']);
  });
});

describe('a decision', () => {
  const education = (): Ctx => user('Chi', 'education', null);

  it('raises the version of its certificate, and is withdrawn with a reason', async () => {
    const ctx = education();
    const { id } = await declared();
    const decision = { certificate: id, level: 5, decidedOn: today, document: '12/2026' };
    expect(await recordDecision(ctx, { ...decision, version: 1 })).toMatchObject({ ok: true, value: { version: 2, decision: { level: 5 } } });
    expect(await recordDecision(ctx, { ...decision, version: 1 })).toMatchObject(refused({ kind: 'changed-meanwhile', current: { decision: { document: '12/2026' } } }));
    expect((await levelsOf(id)).map((row) => row['level'])).toEqual([5]);
    expect(got(await listCertificates(ctx, { filter: { decided: true } })).items.map((it) => it.id)).toContain(id);
    expect(got(await getCertificate(ctx, { certificate: id })).certificate).toMatchObject({ decisionRecorded: { by: ctx.actor.id, label: 'Chi' } });
    expect(await withdrawDecision(ctx, { certificate: id, version: 2, why: '' })).toEqual(refused({ kind: 'why-missing' }));
    expect(await withdrawDecision(ctx, { certificate: id, version: 2, why: 'on the wrong person' })).toMatchObject({ ok: true, value: { version: 3, decision: null } });
    expect((await levelsOf(id)).map((row) => row['level'])).toEqual([4, 4]);
    expect(await lastEntry()).toMatchObject({ act: 'level-decision.withdrawn', why: 'on the wrong person', before: { level: 5 }, after: null });
    expect(await withdrawDecision(ctx, { certificate: id, version: 3, why: 'again' })).toEqual(refused({ kind: 'no-decision' }));
  });
});

describe('the register', () => {
  it('shows the certificates of the caller’s units on the day, page by page, with their number when asked', async () => {
    const ofB = user('Dung', 'agency-officer', tenant.units.B);
    const mine = [await declared(ofB, tenant.people.B[30]), await declared(ofB, tenant.people.B[31]), await declared(ofB, tenant.people.B[32])];
    const all = got(await listCertificates(ofB, { limit: 200, total: true }));
    expect(all.items.map((it) => it.unit?.code)).toEqual(all.items.map(() => 'B'));
    expect(all).toMatchObject({ total: all.items.length, next: null });
    const first = got(await listCertificates(ofB, { limit: 2 }));
    const second = got(await listCertificates(ofB, { limit: 2, after: first.next }));
    expect([...first.items, ...second.items].slice(0, 3).map((it) => it.id)).toEqual(mine.toReversed().map((it) => it.id));
    expect(first.total).toBeNull();
    expect(first.items[0]).toMatchObject({ level: 4, until: '2027-03-02', enteredLabel: 'Dung', holder: 'Test' });
  });

  it('answers with the number also when the page is empty', async () => {
    const after = '00000000-0000-7000-8000-000000000000' as CertificateId;
    expect(got(await listCertificates(officer, { after, total: true }))).toMatchObject({ items: [], next: null, total: expect.any(Number) });
  });

  it('is narrowed by holder, unit, state, type, language, level and end', async () => {
    const person = tenant.people.A[39]!;
    const ielts = await declared(officer, person, entry({ scores: { ...noScores, overall: 8 } }));
    const hsk = await declared(officer, person, entry({ type: 'hsk', grade: '3', issuerName: null }));
    got(await setCertificateState(other, { certificate: hsk.id, state: 'verified' }));
    const found = async (filter: Parameters<typeof listCertificates>[1]['filter']) => got(await listCertificates(officer, { filter: { person, ...filter } })).items.map((it) => it.type);
    expect(await found({})).toEqual(['hsk', 'ielts']);
    expect(await found({ state: 'verified' })).toEqual(['hsk']);
    expect(await found({ type: 'ielts' })).toEqual(['ielts']);
    expect(await found({ language: 'zh' })).toEqual(['hsk']);
    expect(await found({ below: 'P' })).toEqual(['hsk', 'ielts']);
    expect(await found({ below: 'B' })).toEqual([]);
    expect(await listCertificates(officer, { filter: { below: 'nowhere' } })).toEqual(refused({ kind: 'unknown-unit', unit: 'nowhere', on: today }));
    expect(await found({ level: got(await getCertificate(officer, { certificate: ielts.id })).certificate.level! })).toEqual(['ielts']);
    expect(await found({ expiringBefore: isoDate('2027-03-02') })).toEqual(['ielts']);
    expect(await found({ expiringBefore: isoDate('2027-03-01') })).toEqual([]);
    expect(await found({ decided: true })).toEqual([]);
  });
});

describe('the scope', () => {
  it('hides certificates of other units from whoever reads, enters, corrects or decides', async () => {
    const ofB = user('Em', 'agency-officer', tenant.units.B);
    const { id } = await declared(officer, tenant.people.A[20]);
    expect(await getCertificate(ofB, { certificate: id })).toEqual(refused({ kind: 'unknown-certificate', certificate: id }));
    expect(got(await listCertificates(ofB, { filter: { person: tenant.people.A[20]! }, total: true }))).toMatchObject({ items: [], total: 0 });
    expect(await listCertificates(ofB, { filter: { below: 'A' } })).toEqual(refused({ kind: 'unknown-unit', unit: 'A', on: today }));
    expect(await declareCertificate(ofB, { person: tenant.people.A[20]!, entry: entry() })).toEqual(refused({ kind: 'unknown-person', on: today }));
    expect(await correctCertificate(ofB, { certificate: id, version: 1, entry: entry() })).toEqual(refused({ kind: 'unknown-certificate', certificate: id }));
    expect(await setCertificateState(ofB, { certificate: id, state: 'verified' })).toEqual(refused({ kind: 'forbidden', permission: 'certificate.verify' }));
    const verifies = testCtx({ ...ofB, access: { kind: 'granted', held: [{ role: 'home-affairs-officer', scope: subtreesOf([tenant.units.B]) }, { role: 'education', scope: subtreesOf([tenant.units.B]) }] } });
    expect(await setCertificateState(verifies, { certificate: id, state: 'verified' })).toEqual(refused({ kind: 'unknown-certificate', certificate: id }));
    expect(await recordDecision(verifies, { certificate: id, level: 3, decidedOn: today, document: 'x' })).toEqual(refused({ kind: 'unknown-certificate', certificate: id }));
    expect(await withdrawDecision(verifies, { certificate: id, version: 1, why: 'x' })).toEqual(refused({ kind: 'unknown-certificate', certificate: id }));
  });

  it('follows the holder to where he is on the day', async () => {
    const ofB = user('Giang', 'agency-officer', tenant.units.B);
    const person = tenant.people.A[21]!;
    const { id } = await declared(officer, person);
    await db.execute(sql`update assignments set valid_to = '2025-07-01' where person_id = ${person}::uuid`);
    await db.execute(sql`insert into assignments (person_id, unit_id, kind, main, valid_from) values (${person}::uuid, ${tenant.units.B}::uuid, 'civil-servant', true, '2025-07-01')`);
    expect((await getCertificate(ofB, { certificate: id })).ok).toBe(true);
    expect((await getCertificate(ofB, { certificate: id, on: isoDate('2025-06-30') })).ok).toBe(false);
    expect(got(await listCertificates(ofB, { filter: { person } })).items).toHaveLength(1);
    expect(got(await listCertificates(ofB, { filter: { person }, on: isoDate('2025-06-30') })).items).toEqual([]);
  });

  it('ends at the tenant: another one knows nothing of the certificate', async () => {
    const { id, person } = await declared();
    const { db: beta } = await cluster.openTenant('beta');
    const inBeta = testCtx({ ...officer, db: beta, access: officer.access });
    expect(await getCertificate(inBeta, { certificate: id })).toEqual(refused({ kind: 'unknown-certificate', certificate: id }));
    expect(await setCertificateState(inBeta, { certificate: id, state: 'void', why: 'x' })).toEqual(refused({ kind: 'unknown-certificate', certificate: id }));
    expect(await declareCertificate(inBeta, { person, entry: entry() })).toEqual(refused({ kind: 'unknown-person', on: today }));
  });
});

it('leaves an audit whose chain is whole', async () => {
  expect((await verifyChain(db)).faults).toEqual([]);
});
