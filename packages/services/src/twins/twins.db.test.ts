import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidV7, verifyChain } from '@saubac/db/audit';
import { rewriteCertificateLevels } from '@saubac/db/levels';
import { succeedsIn, twinRecords } from '@saubac/db/twins';
import type { TenantDb } from '@saubac/db/tenancy';
import { nameKeys } from '@saubac/domain/people';
import { compareTwins, leastScore } from '@saubac/domain/twins';
import { everything, isoDate, type PersonId, type Result, subtreesOf, type UnitScope, type UserId } from '@saubac/domain/values';
import type { HeldRole } from '@saubac/domain/access';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { testCtx } from '@saubac/testing/context';
import { asStored, certificate, defaultSettings, type Holders, issuerIds, storeCertificates, storeHolders } from '@saubac/testing/levels';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { rosterLoader } from '../../test/roster-loader.ts';
import type { Ctx } from '../context/index.ts';
import { applySettings } from '../levels/index.ts';
import { createPerson, getPerson, listPeople, updatePerson } from '../people/index.ts';
import { confirmMerge, dismissTwins, getMerge, listMerges, listTwins, previewMerge, proposeMerge, unmerge, withdrawMerge } from './index.ts';

let cluster: TestCluster;
let db: TenantDb;
let held: Holders;
let folder: string;
const today = isoDate('2026-01-15');
const got = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.failure)}`);
  return result.value;
};
const refused = (failure: object) => ({ ok: false, failure });
const as = (label: string, role: HeldRole['role'] = 'home-affairs-head', scope: UnitScope = everything): Ctx =>
  testCtx({ db, today, actor: { id: uuidV7() as UserId, label }, access: { kind: 'granted', held: [{ role, scope }] } });
let an: Ctx;
let binh: Ctx;

const put = async (id: PersonId, fullName: string, more: { born?: string; known?: string; number?: string; sex?: string } = {}): Promise<PersonId> => {
  const [sort, search] = nameKeys(fullName);
  await db.execute(sql`update people set (full_name, name_sort, name_search, birth_date, birth_precision, id_number, sex) = (${fullName}, ${sort}, ${search}, ${more.born ?? null}::date, ${more.known ?? 'day'}, ${more.number ?? null}, ${more.sex ?? null}) where id = ${id}::uuid`);
  return id;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'twins-'));
  cluster = await cloneDatabase();
  ({ db } = await cluster.openTenant('alpha'));
  held = await storeHolders(db, 40);
  got(await applySettings(testCtx({ db, today }), defaultSettings));
  [an, binh] = [as('An'), as('Bình')];
  await db.execute(sql`update assignments set valid_from = '2012-01-01' where unit_id = ${held.units.B}::uuid`);
});
afterAll(async () => {
  await cluster.close();
  await rm(folder, { recursive: true });
});

/** Every table of the tenant with its rows as texts, but for what records that something happened, and versions. */
const everythingIn = async (of: TenantDb): Promise<Record<string, string[]>> => {
  const tables = await of.execute<{ name: string }>(sql`select c.relname as name from pg_class c where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and c.relname !~ '^(audit_|data_head|person_merges|schema_migrations)' order by 1`);
  const rows: Record<string, string[]> = {};
  for (const { name } of tables) rows[name] = (await of.execute<{ row: string }>(sql`select (to_jsonb(t) ${name === 'certificate_levels' ? sql`- 'id'` : name === 'people' ? sql`- 'version'` : sql``})::text as row from ${sql.raw(name)} t order by 1`)).map((it) => it.row);
  return rows;
};

describe('records that may be of one person', () => {
  it('are exactly those whose likeness the domain finds worth looking at', async () => {
    const people = [...held.people.A, ...held.people.B];
    const made = fc.sample(
      fc.record({
        name: fc.constantFrom('Nguyễn Thị Lan', 'NGUYEN THI LAN', 'Lan Nguyễn Thị', 'Nguyễn Thị Ngọc Lan', 'Trần Văn An', 'Trần An', 'Lê Thị Hoa'),
        born: fc.constantFrom('1980-03-04', '1980-04-03', '1980-07-21', '1991-01-01'),
        known: fc.constantFrom('day', 'day', 'day', 'year', 'none'),
        number: fc.integer({ min: 0, max: 400 }).map((it) => `0010850${String(12_000 + it * 7).padStart(5, '0')}`),
        sex: fc.constantFrom('female', 'male'),
      }),
      { numRuns: people.length, seed: 3 },
    );
    const taken = new Set<string>();
    for (const [at, it] of made.entries()) {
      const number = taken.has(it.number) ? undefined : it.number;
      taken.add(it.number);
      await put(people[at]!, it.name, { ...(it.known === 'none' ? {} : { born: it.known === 'year' ? `${it.born.slice(0, 4)}-01-01` : it.born, known: it.known }), ...(number === undefined ? {} : { number }), sex: it.sex });
    }
    const certificates = asStored(['11', '12', '13'].flatMap((number) => [0, 1].map(() => certificate('ielts', { number, scores: { overall: 6 } }))), [people[3]!, people[50]!, people[60]!, people[7]!, people[8]!, people[70]!], await issuerIds(db));
    await storeCertificates(db, certificates);
    await db.execute(sql`update certificates set number = case when person_id in (${people[3]}::uuid, ${people[50]}::uuid) then 'x1' else 'x2' || id end`);
    const [records, succeeds] = [await twinRecords(db, people), await succeedsIn(db)];
    const expected = people.flatMap((one, at) => people.slice(at + 1).flatMap((other) => {
      const { score } = compareTwins(records.get(one)!, records.get(other)!, succeeds);
      return score >= leastScore ? [`${[one, other].toSorted().join(' ')} ${score}`] : [];
    }));
    const found: string[] = [];
    let after = null as Parameters<typeof listTwins>[1] extends infer T ? (T extends { after?: infer C } ? C : never) : never;
    do {
      const page = got(await listTwins(an, { after, limit: 33 }));
      found.push(...page.items.map((it) => `${it.one.id} ${it.other.id} ${it.score}`));
      after = page.next as never;
    } while (after);
    expect(found.toSorted()).toEqual(expected.toSorted());
    expect(found.length).toBeGreaterThan(50);
    expect(new Set(found).size).toBe(found.length);
  });

  it('are shown to who sees both of them', async () => {
    const officer = as('Officer', 'agency-officer', subtreesOf([held.units.A]));
    const own = new Set<string>(held.people.A);
    const { items } = got(await listTwins(officer, { limit: 10_000 }));
    expect(items.length).toBeGreaterThan(5);
    expect(items.every((it) => own.has(it.one.id) && own.has(it.other.id))).toBe(true);
  });

  it('that were found not to be the same are not proposed again', async () => {
    const [first] = got(await listTwins(an)).items;
    const pair = [first!.other.id, first!.one.id] as const;
    expect(await dismissTwins(as('Officer', 'agency-officer', subtreesOf([uuidV7() as never])), { people: pair })).toEqual(refused({ kind: 'unknown-person', on: today }));
    expect(got(await dismissTwins(an, { people: pair, why: 'two sisters' }))).toEqual({ dismissed: true });
    expect(got(await dismissTwins(an, { people: pair }))).toEqual({ dismissed: false });
    expect(got(await listTwins(an, { limit: 10_000 })).items.some((it) => it.one.id === first!.one.id && it.other.id === first!.other.id)).toBe(false);
  });
});

describe('two records of one person', () => {
  let staying: PersonId;
  let going: PersonId;
  let merge: string;
  let before: Record<string, string[]>;
  const numbers = { staying: '079085999991', going: '079085999919' };

  beforeAll(async () => {
    [staying, going] = [held.people.A[20]!, held.people.B[20]!];
    await db.execute(sql`delete from certificates where person_id in (${staying}::uuid, ${going}::uuid)`);
    await put(staying, 'Phạm Thị Yến', { born: '1985-05-06', number: numbers.staying });
    await put(going, 'PHAM THI YEN', { born: '1985-05-06', number: numbers.going, sex: 'female' });
    await db.execute(sql`update assignments set valid_to = '2020-01-01' where person_id = ${staying}::uuid`);
    await db.execute(sql`update people set user_id = ${uuidV7()}::uuid, ethnicity = 'Kinh' where id = ${going}::uuid`);
    const [both, own, twin] = asStored([certificate('ielts', { scores: { overall: 6 } }), certificate('hsk', { language: 'zh', grade: '4' }), certificate('ielts', { scores: { overall: 6 }, state: 'declared' })], [staying, going, going], await issuerIds(db));
    await storeCertificates(db, [both!, own!, twin!]);
    await db.execute(sql`update certificates set number = '77' where id in (${both!.id}::uuid, ${twin!.id}::uuid)`);
    await db.execute(sql`insert into files (purpose, certificate_id, sha256, media_type, size, original_name, created_at) values ('certificate-evidence', ${twin!.id}::uuid, 'x', 'image/png', 1, 'scan.png', now())`);
    await db.execute(sql`insert into language_claims (person_id, text_as_given, proposal, recorded_on) values (${staying}::uuid, 'B1', '{}', '2025-01-01'), (${going}::uuid, 'B1', '{}', '2025-02-01'), (${going}::uuid, 'HSK 4', '{}', '2025-02-01')`);
    await db.execute(sql`insert into planned_posts (person_id, office_rank, valid_from) select ${going}::uuid, max(position), '2024-01-01' from platform.office_ranks`);
    await db.execute(sql`insert into language_training_list (person_id, valid_from, valid_to) values (${staying}::uuid, '2018-01-01', '2019-06-01'), (${going}::uuid, '2019-01-01', '2021-01-01')`);
    await db.transaction((tx) => rewriteCertificateLevels(tx, 'all'));
    before = await everythingIn(db);
  });

  it('that hold different main posts on the same days need a choice', async () => {
    expect(await proposeMerge(an, { staying, going })).toMatchObject(refused({ kind: 'main-posts-overlap', overlaps: [{ from: '2012-01-01', to: '2020-01-01', staying: 'A', going: 'B' }] }));
    expect(await proposeMerge(an, { staying, going: staying })).toEqual(refused({ kind: 'merge-with-itself' }));
    expect(await everythingIn(db)).toEqual(before);
  });

  it('are looked at as they would become, and nothing is changed by looking', async () => {
    const preview = got(await previewMerge(an, { staying, going, choices: { fields: { sex: 'going' }, mainPosts: 'staying' } }));
    expect(preview).toMatchObject({
      staying: { fullName: 'Phạm Thị Yến' }, going: { fullName: 'PHAM THI YEN' },
      fieldsFrom: { fullName: 'staying', sex: 'going', ethnicity: 'going', idNumber: 'staying', user: 'going' },
      moves: { posts: 1, planned: 1, training: 1, certificates: 1, claims: 1, account: true, others: [] }, dropped: { certificates: 1, claims: 1 },
      levels: [{ language: 'en', staying: 4, going: null, merged: 4 }, { language: 'zh', staying: null, going: 4, merged: 4 }],
    });
    expect(await everythingIn(db)).toEqual(before);
  });

  it('are proposed by one, in his units, and only once', async () => {
    const input = { staying, going, choices: { fields: {}, mainPosts: 'staying' as const } };
    expect(await proposeMerge(as('Officer', 'agency-officer', subtreesOf([held.units.A])), input)).toEqual(refused({ kind: 'unknown-person', on: today }));
    expect(await proposeMerge(as('Reader', 'auditor'), input)).toEqual(refused({ kind: 'forbidden', permission: 'person.edit' }));
    const proposed = got(await proposeMerge(an, { ...input, why: 'entered twice' }));
    merge = proposed.id;
    expect(await proposeMerge(binh, input)).toEqual(refused({ kind: 'merge-proposed-already' }));
    expect(got(await listMerges(binh, { state: 'proposed' })).items).toMatchObject([{ id: merge, staying: { id: staying, fullName: 'Phạm Thị Yến' }, proposed: { label: 'An' } }]);
    expect(await everythingIn(db)).toEqual(before);
  });

  it('are not confirmed by who proposed, nor by who may not, nor elsewhere', async () => {
    expect(await confirmMerge(an, { merge })).toEqual(refused({ kind: 'same-person' }));
    expect(await confirmMerge(as('Officer', 'commune-officer'), { merge })).toEqual(refused({ kind: 'forbidden', permission: 'person.merge' }));
    expect(await confirmMerge(as('Head', 'agency-head', subtreesOf([held.units.A])), { merge })).toEqual(refused({ kind: 'unknown-merge' }));
    const { db: beta } = await cluster.openTenant('beta');
    expect(await confirmMerge(testCtx({ ...binh, db: beta }), { merge })).toEqual(refused({ kind: 'unknown-merge' }));
  });

  it('that changed since the proposal are not made one by it', async () => {
    await db.execute(sql`update people set ethnicity = 'Tày', version = version + 1 where id = ${going}::uuid`);
    expect(await confirmMerge(binh, { merge })).toEqual(refused({ kind: 'merge-outdated' }));
    got(await withdrawMerge(an, { merge }));
    expect(await confirmMerge(binh, { merge })).toEqual(refused({ kind: 'merge-closed', state: 'withdrawn' }));
    await db.execute(sql`update people set ethnicity = 'Kinh', version = version - 1 where id = ${going}::uuid`);
    merge = got(await proposeMerge(an, { staying, going, choices: { fields: {}, mainPosts: 'staying' } })).id;
  });

  it('become one: everything is with the one that stays, and the other leads there', async () => {
    got(await confirmMerge(binh, { merge }));
    const file = got(await getPerson(an, { person: staying }));
    expect(file).toMatchObject({
      fullName: 'Phạm Thị Yến', idNumber: numbers.staying, sex: 'female', ethnicity: 'Kinh',
      posts: [{ unit: { code: 'A' }, to: '2020-01-01' }, { unit: { code: 'B' }, from: '2020-01-01', to: 'infinity' }],
      planned: [{ from: '2024-01-01' }], trainingList: [{ from: '2018-01-01', to: '2021-01-01' }],
      claims: [{ text: 'B1' }, { text: 'HSK 4' }],
    });
    expect(file.certificates.map((it) => [it.type, it.state]).toSorted()).toEqual([['hsk', 'verified'], ['ielts', 'verified']]);
    expect(file.user).not.toBeNull();
    expect(await db.execute(sql`select f.id from files f join certificates c on c.id = f.certificate_id where c.person_id = ${staying}::uuid`)).toHaveLength(1);
    expect(await getPerson(an, { person: going })).toEqual(refused({ kind: 'person-merged', into: staying }));
    expect(await getPerson(as('Head', 'agency-head', subtreesOf([held.units.A])), { person: going })).toEqual(refused({ kind: 'unknown-person', on: today }));
    expect(got(await listPeople(an, { text: numbers.going })).people.map((it) => it.id)).toEqual([staying]);
    expect(got(await listPeople(an, { text: 'pham yen' })).people.map((it) => it.id)).toEqual([staying]);
    const [entry] = await db.execute(sql`select e.id, e.act, p.after from audit_entries e join audit_payloads p on p.entry_id = e.id order by e.position desc limit 1`);
    expect(entry).toMatchObject({ act: 'merge.confirmed', after: { merge, going } });
    expect(await db.execute(sql`select subject_id as id from audit_details where entry_id = ${entry!['id'] as string}::uuid`)).toEqual([{ id: going }]);
    expect((await verifyChain(db)).faults).toEqual([]);
  });

  it('are one for a roster that names the number of the record that went', async () => {
    const { load } = rosterLoader(() => testCtx({ db, today, now: () => new Date('2026-01-15T08:00:00Z') }), () => folder);
    const { preview } = got(await load({ people: [{ id_number: numbers.going, full_name: 'Phạm Thị Yến', birth_date: '06/05/1985', sex: 'nữ', ethnicity: 'Kinh', unit_code: 'B', kind: 'Công chức', main: 'x', valid_from: '01/01/2020' }] } as never, '2026-01-15', { dryRun: true }));
    expect(preview.counts.people).toMatchObject({ new: 0, refused: 0 });
    expect(await db.execute(sql`select id_number as number from people where id_number = ${numbers.going}`)).toEqual([]);
    expect(await createPerson(an, { identity: { fullName: 'X', birth: null, sex: null, ethnicity: null, idNumber: numbers.going }, main: { unit: 'A', post: null, kind: 'civil-servant', rank: null, office: null, officeRank: null, leader: null, from: today, lastDay: null } as never })).toEqual(refused({ kind: 'id-number-taken', person: staying }));
  });

  it('may have the number that went as their own after all, and then keep the other', async () => {
    const { version } = got(await getPerson(an, { person: staying }));
    const swapped = got(await updatePerson(an, { person: staying, version, identity: { idNumber: numbers.going } }));
    expect(await db.execute(sql`select id_number as number from second_id_numbers where person_id = ${staying}::uuid`)).toEqual([{ number: numbers.staying }]);
    got(await updatePerson(an, { person: staying, version: swapped.version, identity: { idNumber: numbers.staying } }));
    expect(await db.execute(sql`select id_number as number from second_id_numbers where person_id = ${staying}::uuid`)).toEqual([{ number: numbers.going }]);
  });

  it('are told apart again only where nothing rests on their being one', async () => {
    const { version } = got(await getPerson(an, { person: staying }));
    const { version: later } = got(await updatePerson(an, { person: staying, version, identity: { ethnicity: 'Mường' } }));
    await db.execute(sql`update certificates set version = version + 1 where person_id = ${staying}::uuid and type_code = 'hsk'`);
    const depended = await unmerge(binh, { merge });
    expect(depended).toMatchObject(refused({ kind: 'merge-depended-on', dependencies: [{ what: 'fields', fields: ['ethnicity'] }, { what: 'certificates' }] }));
    await db.execute(sql`update certificates set version = version - 1 where person_id = ${staying}::uuid and type_code = 'hsk'`);
    got(await updatePerson(an, { person: staying, version: later, identity: { ethnicity: 'Kinh' } }));
  });

  it('are exactly as they were, once told apart', async () => {
    // The roster wrote the same career anew, or left it: what counts is what it says.
    got(await unmerge(binh, { merge, why: 'two cousins' }));
    const after = await everythingIn(db);
    for (const [table, rows] of Object.entries(before)) if (!/^(stage_|roster_|outbox|idempotency)/.test(table)) expect(after[table], table).toEqual(rows);
    expect(got(await getMerge(an, { merge })).state).toBe('undone');
    expect(await unmerge(binh, { merge })).toEqual(refused({ kind: 'merge-not-confirmed', state: 'undone' }));
    expect((await verifyChain(db)).faults).toEqual([]);
  });
});

describe('a record that stayed and then goes into another', () => {
  it('takes the way to it along, and the merges are undone in the order in which they can', async () => {
    const [a, b, c] = [held.people.A[30]!, held.people.A[31]!, held.people.A[32]!];
    const first = got(await proposeMerge(an, { staying: b, going: a, choices: { fields: {} } })).id;
    got(await confirmMerge(binh, { merge: first }));
    const second = got(await proposeMerge(an, { staying: c, going: b, choices: { fields: {} } })).id;
    got(await confirmMerge(binh, { merge: second }));
    expect(await getPerson(an, { person: a })).toEqual(refused({ kind: 'person-merged', into: c }));
    expect(await unmerge(binh, { merge: first })).toMatchObject(refused({ kind: 'merge-depended-on', dependencies: [{ what: 'later-merges', merges: [second] }] }));
    got(await unmerge(binh, { merge: second }));
    expect(await getPerson(an, { person: a })).toEqual(refused({ kind: 'person-merged', into: b }));
    got(await unmerge(binh, { merge: first }));
    expect(got(await getPerson(an, { person: a })).id).toBe(a);
  });
});
