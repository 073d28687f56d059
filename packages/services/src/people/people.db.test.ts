import { mkdtemp, rm } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isKeyTaken } from '@saubac/db/access';
import { verifyChain } from '@saubac/db/audit';
import type { TenantDb } from '@saubac/db/tenancy';
import { isoDate, type PersonId, type UserId } from '@saubac/domain/values';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { testCtx } from '@saubac/testing/context';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { callerOf, idsOf, today, userOf, world } from '../../test/people-world.ts';
import { rosterLoader } from '../../test/roster-loader.ts';
import type { Ctx } from '../context/index.ts';
import { applySettings } from '../levels/index.ts';
import { changeAssignment, createPerson, endAssignment, getOwnFile, getPerson, linkUser, listPeople, type PeopleAsked, type PeoplePage, type PostInput, setPlannedPost, setTrainingListing, startAssignment, updatePerson } from './index.ts';

let cluster: TestCluster;
let folder: string;
let db: TenantDb;
let other: TenantDb;
let ids: Awaited<ReturnType<typeof idsOf>>;
let operator: Ctx;
let ofA: Ctx;
let ofB: Ctx;
const notes: { person: PersonId; what: string; reader: UserId | null }[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'people-'));
  cluster = await cloneDatabase();
  ({ db } = await cluster.openTenant('alpha'));
  ({ db: other } = await cluster.openTenant('beta'));
  operator = testCtx({ db, today, reads: { note: (_, it) => void notes.push(it) } });
  await applySettings(operator, JSON.parse(readFileSync(join(import.meta.dirname, '../../../../deploy/reference/default-settings.json'), 'utf8')));
  await rosterLoader(() => operator, () => folder).written(world, '2026-01-01');
  ids = await idsOf(db);
  ofA = callerOf(db, 'agency-officer', [ids.unit('A')], { reads: operator.reads });
  ofB = callerOf(db, 'agency-officer', [ids.unit('B')], { reads: operator.reads });
});
afterAll(async () => {
  await cluster.close();
  await rm(folder, { recursive: true });
});

const got = <T>(result: { ok: true; value: T } | { ok: false; failure: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};
const kindOf = (result: { ok: true; value: unknown } | { ok: false; failure: { kind: string } }): string | null => (result.ok ? null : result.failure.kind);
const names = async (ctx: Ctx, asked: PeopleAsked = {}): Promise<string[]> => got(await listPeople(ctx, asked)).people.map((it) => it.fullName);
const file = async (serial: number, ctx = operator) => got(await getPerson(ctx, { person: ids.person(serial) }));
const edit = async (serial: number) => ({ person: ids.person(serial), version: (await file(serial)).version });
const post = (unit: string, more: Partial<PostInput> = {}): PostInput => ({ unit, post: null, kind: 'civil-servant', rank: null, office: null, officeRank: 'none', leader: false, ...more });
const everybody = ['Nguyễn Thị Ánh', 'Đào Văn Bình', 'Trần Thị Hoa', 'Nguyễn Văn Hòa', 'Phạm Thị Lan'];

describe('the list of people', () => {
  it('names who is present on the day, in the order of Vietnamese names', async () => {
    expect(await names(operator)).toEqual(everybody);
    expect(await names(operator, { on: isoDate('2024-06-01') })).toEqual(['Nguyễn Thị Ánh', 'Đào Văn Bình', 'Lê Văn Đi', 'Trần Thị Hoa', 'Nguyễn Văn Hòa', 'Phạm Thị Lan']);
  });

  it('is one list however it is cut into pages, with the same total on each', async () => {
    const found: string[] = [];
    let after: PeopleAsked['after'] = null;
    do {
      const page: PeoplePage = got(await listPeople(operator, { after, limit: 2, total: true }));
      expect(page.total).toBe(5);
      found.push(...page.people.map((it) => it.fullName));
      after = page.next;
    } while (after);
    expect(found).toEqual(everybody);
  });

  it('tells the total only when it is asked for', async () => {
    expect(got(await listPeople(operator, {})).total).toBeNull();
  });

  it.each([
    ['hoa', ['Trần Thị Hoa', 'Nguyễn Văn Hòa']],
    ['HÒA nguyen', ['Nguyễn Văn Hòa']],
    ['ng', ['Nguyễn Thị Ánh', 'Nguyễn Văn Hòa']],
    ['d', ['Đào Văn Bình']],
    ['Đào', ['Đào Văn Bình']],
    ['guyen', []],
    ['%', []],
    ['_', []],
    ['  ', everybody],
  ])('finds “%s” by the beginnings of words, without accents', async (text, found) => {
    expect(await names(operator, { text })).toEqual(found);
    expect(got(await listPeople(operator, { text, total: true })).total).toBe(found.length);
  });

  it.each<[PeopleAsked, string[]]>([
    [{ sex: 'female' }, ['Nguyễn Thị Ánh', 'Trần Thị Hoa', 'Phạm Thị Lan']],
    [{ kinds: ['public-employee'] }, ['Đào Văn Bình']],
    [{ ranks: ['01.002'] }, ['Nguyễn Thị Ánh']],
    [{ officeRanks: ['department', 'division'] }, ['Nguyễn Thị Ánh']],
    [{ leader: true }, ['Nguyễn Thị Ánh']],
    [{ leader: false, unit: 'A' }, ['Đào Văn Bình', 'Nguyễn Văn Hòa']],
    [{ certificateStates: ['declared'] }, ['Trần Thị Hoa']],
    [{ level: { atLeast: 4, language: 'en' } }, ['Nguyễn Thị Ánh']],
    [{ level: { atLeast: 3, states: ['verified', 'declared'] } }, ['Nguyễn Thị Ánh', 'Trần Thị Hoa']],
    [{ level: { atLeast: 3, language: 'fr' } }, []],
    [{ unit: 'A', text: 'nguyen' }, ['Nguyễn Thị Ánh', 'Nguyễn Văn Hòa']],
    [{ unit: 'A1' }, ['Đào Văn Bình']],
  ])('can be narrowed by %j', async (asked, found) => {
    expect(await names(operator, asked)).toEqual(found);
  });

  it('shows the main post and the best level of each language', async () => {
    const [first] = got(await listPeople(operator, { text: 'anh' })).people;
    expect(first).toMatchObject({ idNumber: '000000000001', unit: { code: 'A', name: 'Sở Nội vụ' }, post: { code: 'P1' }, officeRank: 30, leader: true, levels: [{ language: 'en', level: 4 }], birth: { date: '1985-03-15', precision: 'day' } });
  });

  it('refuses a unit that is not there on the day', async () => {
    expect(await listPeople(operator, { unit: 'D' })).toEqual({ ok: false, failure: { kind: 'unknown-unit', unit: 'D', on: today } });
    expect(await names(operator, { unit: 'D', on: isoDate('2025-01-01') })).toEqual(['Phạm Thị Lan']);
  });
});

describe('an agency', () => {
  it('lists, counts and finds its own people only', async () => {
    expect(await names(ofA)).toEqual(['Nguyễn Thị Ánh', 'Đào Văn Bình', 'Nguyễn Văn Hòa']);
    expect(got(await listPeople(ofA, { total: true })).total).toBe(3);
    expect(got(await listPeople(ofA, { text: 'thi', total: true }))).toMatchObject({ total: 1, people: [{ fullName: 'Nguyễn Thị Ánh' }] });
    expect(got(await listPeople(ofA, { text: '000000000003', total: true }))).toEqual({ people: [], next: null, total: 0 });
    expect(got(await listPeople(ofA, { level: { atLeast: 1, states: ['declared'] }, total: true })).total).toBe(0);
  });

  it('can not ask for the people of another one, nor of the body above it', async () => {
    for (const unit of ['B', 'R', 'nowhere']) expect(kindOf(await listPeople(ofA, { unit }))).toBe('unknown-unit');
  });

  it('opens the files of its own people, among them whoever left it, and no others', async () => {
    expect((await file(5, ofA)).fullName).toBe('Lê Văn Đi');
    const stranger = await getPerson(ofA, { person: ids.person(3) });
    expect(stranger).toEqual(await getPerson(ofA, { person: '00000000-0000-7000-8000-000000000099' as PersonId }));
    expect(stranger).toEqual({ ok: false, failure: { kind: 'unknown-person', on: today } });
  });

  it('changes nobody outside, whatever it tries', async () => {
    const chi = await edit(3);
    const before = await file(3);
    expect(kindOf(await updatePerson(ofA, { ...chi, identity: { fullName: 'X' } }))).toBe('unknown-person');
    expect(kindOf(await startAssignment(ofA, { ...chi, main: false, post: post('A'), from: today, lastDay: null }))).toBe('unknown-person');
    expect(kindOf(await changeAssignment(ofA, { ...chi, assignment: before.posts[0]!.id, post: post('A'), from: today }))).toBe('unknown-person');
    expect(kindOf(await endAssignment(ofA, { ...chi, assignment: before.posts[0]!.id, lastDay: today }))).toBe('unknown-person');
    expect(kindOf(await setTrainingListing(ofA, { ...chi, listed: true, from: today, lastDay: null }))).toBe('unknown-person');
    expect(kindOf(await setPlannedPost(ofA, { ...chi, officeRank: 'team', from: today, lastDay: null }))).toBe('unknown-person');
    expect(await file(3)).toEqual(before);
  });

  it('neither moves its people elsewhere nor adds people elsewhere', async () => {
    const before = await file(2);
    const change = await edit(2);
    expect(await changeAssignment(ofA, { ...change, assignment: before.posts[0]!.id, post: post('B'), from: today })).toMatchObject({ ok: false, failure: { kind: 'unknown-unit', unit: 'B' } });
    expect(kindOf(await startAssignment(ofA, { ...change, main: false, post: post('B'), from: today, lastDay: null }))).toBe('unknown-unit');
    expect(kindOf(await createPerson(ofA, { identity: { fullName: 'Người Mới', birth: null, sex: null, ethnicity: null, idNumber: null }, main: { ...post('B'), from: today, lastDay: null } }))).toBe('unknown-unit');
    expect(await file(2)).toEqual(before);
  });

  it('leaves alone the posts that its people hold elsewhere', async () => {
    const before = await file(4);
    const beside = before.posts.find((it) => !it.main)!;
    expect(await endAssignment(ofA, { ...(await edit(4)), assignment: beside.id, lastDay: today })).toEqual({ ok: false, failure: { kind: 'assignment-outside-scope', unit: 'B' } });
    expect(await file(4)).toEqual(before);
  });

  it('is not told whose an identification number is that is taken outside', async () => {
    const taken = (idNumber: string) => ({ identity: { fullName: 'Người Mới', birth: null, sex: null, ethnicity: null, idNumber }, main: { ...post('A'), from: today, lastDay: null } });
    expect(await createPerson(ofA, taken('000000000003'))).toEqual({ ok: false, failure: { kind: 'id-number-taken', person: null } });
    expect(await createPerson(ofA, taken('000000000002'))).toEqual({ ok: false, failure: { kind: 'id-number-taken', person: ids.person(2) } });
    expect(kindOf(await updatePerson(ofA, { ...(await edit(2)), identity: { idNumber: '000000000003' } }))).toBe('id-number-taken');
  });
});

describe('identification numbers', () => {
  it('are shown masked, and not found, without the right to read them', async () => {
    const auditor = callerOf(db, 'auditor', [ids.unit('R')]);
    expect(got(await listPeople(auditor, { text: 'anh' })).people[0]?.idNumber).toBe('•••••••••001');
    expect((await file(1, auditor)).idNumber).toBe('•••••••••001');
    expect(await names(auditor, { text: '000000000001' })).toEqual([]);
    expect(await names(operator, { text: '000 000 000 001' })).toEqual(['Nguyễn Thị Ánh']);
  });

  it('may be read for some units only, while people of more are seen', async () => {
    const wide = callerOf(db, 'auditor', [ids.unit('R')]);
    const both: Ctx = { ...wide, access: { kind: 'granted', held: [...(wide.access.kind === 'granted' ? wide.access.held : []), ...(ofB.access.kind === 'granted' ? ofB.access.held : [])] } };
    expect(got(await listPeople(both, {})).people.map((it) => it.idNumber?.startsWith('•'))).toEqual([true, true, false, true, false]);
    expect(await names(both, { text: '000000000001' })).toEqual([]);
    expect(await names(both, { text: '000000000003' })).toEqual(['Trần Thị Hoa']);
    expect([(await file(1, both)).idNumber, (await file(3, both)).idNumber]).toEqual(['•••••••••001', '000000000003']);
  });
});

describe('a file', () => {
  it('holds posts, lists and certificates with their levels', async () => {
    const ha = await file(4);
    expect(ha.posts.map((it) => [it.unit.code, it.main, it.from, it.to])).toEqual([['A', true, '2020-01-01', 'infinity'], ['B', false, '2020-01-01', 'infinity']]);
    expect([ha.planned[0]?.officeRank, ha.trainingList.length]).toEqual([20, 1]);
    const [ielts] = (await file(1)).certificates;
    expect(ielts).toMatchObject({ type: 'ielts', language: 'en', examDate: '2025-06-01', scores: { overall: 6.5, listening: null }, state: 'verified', decision: null, levels: [{ table: 'tt-23-2021', level: 4, from: '2025-06-01' }] });
  });

  it('that is opened is noted; the list is not', async () => {
    notes.length = 0;
    await names(ofA);
    await file(2, ofA);
    expect(notes).toMatchObject([{ person: ids.person(2), what: 'file', reader: userOf(1) }]);
  });

  it('does not open to somebody who may see no people', async () => {
    const finance = callerOf(db, 'finance', [ids.unit('R')]);
    expect(await getPerson(finance, { person: ids.person(1) })).toEqual({ ok: false, failure: { kind: 'forbidden', permission: 'person.read' } });
    expect(kindOf(await listPeople(finance, {}))).toBe('forbidden');
  });
});

describe('somebody’s own file', () => {
  const own = (user: UserId): Ctx => ({ ...callerOf(db, 'learner', []), actor: { id: user, label: 'own' } });

  it('opens to him without any role once his account has it, and to no other account', async () => {
    expect(await getOwnFile(own(userOf(77)))).toEqual({ ok: false, failure: { kind: 'no-file-of-this-account' } });
    const head = callerOf(db, 'agency-head', [ids.unit('A')]);
    got(await linkUser(head, { ...(await edit(2)), user: userOf(77) }));
    expect(got(await getOwnFile(own(userOf(77))))).toMatchObject({ id: ids.person(2), idNumber: '000000000002' });
    expect(kindOf(await getOwnFile(own(userOf(78))))).toBe('no-file-of-this-account');
  });

  it('is one for an account, given by somebody else and only inside his scope', async () => {
    const head = callerOf(db, 'agency-head', [ids.unit('A')]);
    expect(kindOf(await linkUser(head, { ...(await edit(1)), user: userOf(77) }))).toBe('account-has-file');
    expect(kindOf(await linkUser(head, { ...(await edit(1)), user: userOf(1) }))).toBe('own-account');
    expect(kindOf(await linkUser(head, { ...(await edit(3)), user: userOf(5) }))).toBe('unknown-person');
    expect(await linkUser(ofA, { ...(await edit(1)), user: userOf(5) })).toEqual({ ok: false, failure: { kind: 'forbidden', permission: 'user.manage' } });
    const { version } = await edit(1);
    expect(await linkUser(head, { person: ids.person(1), version: version + 1, user: userOf(5) })).toEqual({
      ok: false, failure: { kind: 'changed-meanwhile', yours: { user: userOf(5), version: version + 1 }, current: { id: ids.person(1), user: null, version } },
    });
    got(await linkUser(head, { ...(await edit(2)), user: null }));
    expect((await file(2)).user).toBeNull();
  });
});

describe('a new person', () => {
  const identity = { fullName: '  Võ   Thị  Én ', birth: { date: isoDate('1990-05-17'), precision: 'year' as const }, sex: 'female' as const, ethnicity: '', idNumber: '000 000 000 010' };

  it('begins with a main post, cleaned texts and a version', async () => {
    const { id, version } = got(await createPerson(ofA, { identity, main: { ...post('A1', { office: ' Kế toán ', post: 'P2', officeRank: 'team' }), from: isoDate('2010-01-01'), lastDay: null }, why: 'QĐ 1' }));
    expect(version).toBe(1);
    expect(got(await getPerson(ofA, { person: id }))).toMatchObject({
      fullName: 'Võ Thị Én', birth: { date: '1990-01-01', precision: 'year' }, ethnicity: null, idNumber: '000000000010',
      posts: [{ main: true, unit: { code: 'A1' }, post: { code: 'P2' }, office: 'Kế toán', officeRank: 10, from: '2010-01-01', to: 'infinity' }],
    });
    expect(await names(operator, { text: 'en vo' })).toEqual(['Võ Thị Én']);
    const [entry] = await db.execute<{ why: string; after: { full_name: string } }>(sql`select e.why, p.after from audit_entries e join audit_payloads p on p.entry_id = e.id where e.act = 'person.added' and e.subject_id = ${id}::uuid`);
    expect(entry).toMatchObject({ why: 'QĐ 1', after: { full_name: 'Võ Thị Én', posts: [{ value: { unit: 'A1' } }] } });
  });

  it('is one person although the same request comes twice in one moment: the second leaves nothing behind', async () => {
    const request = { actor: userOf(1), key: 'key-0001', digest: 'd' };
    const repeatable = callerOf(db, 'agency-officer', [ids.unit('A')], { request });
    const input = { identity: { ...identity, idNumber: null, fullName: 'Hồ Một Lần' }, main: { ...post('A'), from: today, lastDay: null } };
    const results = await Promise.allSettled([createPerson(repeatable, input), createPerson(repeatable, input)]);
    expect(results.map((it) => it.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(results.flatMap((it) => (it.status === 'rejected' ? [isKeyTaken(it.reason)] : []))).toEqual([true]);
    expect(await names(operator, { text: 'ho mot lan' })).toHaveLength(1);
  });

  it('is refused twice under one number, even in the same moment', async () => {
    const input = (fullName: string) => ({ identity: { ...identity, idNumber: '000000000011', fullName }, main: { ...post('A'), from: today, lastDay: null } });
    const results = await Promise.all([createPerson(ofA, input('Hồ Hai')), createPerson(ofA, input('Hồ Ba'))]);
    expect(results.map(kindOf).toSorted()).toEqual(['id-number-taken', null].toSorted());
  });

  it.each([
    ['person-name-missing', { fullName: '  ' }, {}],
    ['not-an-id-number', { idNumber: '12' }, {}],
    ['born-in-the-future', { birth: { date: isoDate('2026-03-02'), precision: 'day' as const } }, {}],
    ['ends-before-start', {}, { lastDay: isoDate('2026-02-28') }],
    ['unknown-unit', {}, { unit: 'nowhere' }],
    ['unknown-post', {}, { post: 'P9' }],
    ['unit-not-valid-then', {}, { from: isoDate('2009-12-31') }],
  ])('is refused: %s', async (kind, who, where) => {
    const input = { identity: { ...identity, idNumber: null, ...who }, main: { ...post('A'), from: today, lastDay: null, ...where } };
    expect(kindOf(await createPerson(operator, input))).toBe(kind);
  });
});

describe('changes', () => {
  it('of who somebody is are made on the version that was seen; a stale one is refused with both', async () => {
    const stale = await edit(2);
    const saved = got(await updatePerson(ofA, { ...stale, identity: { ethnicity: 'Tày' }, why: 'sửa' }));
    expect(saved).toEqual({ id: ids.person(2), version: stale.version + 1 });
    expect(await updatePerson(ofA, { ...stale, identity: { ethnicity: 'Nùng' } })).toMatchObject({
      ok: false, failure: { kind: 'changed-meanwhile', yours: { version: stale.version, identity: { ethnicity: 'Nùng' } }, current: { version: saved.version, ethnicity: 'Tày' } },
    });
    expect(await file(2)).toMatchObject({ fullName: 'Đào Văn Bình', ethnicity: 'Tày', sex: 'male' });
  });

  it('that change nothing leave version and audit as they are', async () => {
    const entries = async () => (await db.execute<{ n: number }>(sql`select count(*)::int as n from audit_entries`))[0]?.n;
    const before = [await entries(), (await file(2)).version];
    got(await updatePerson(ofA, { ...(await edit(2)), identity: { fullName: 'Đào  Văn Bình' } }));
    got(await changeAssignment(ofA, { ...(await edit(2)), assignment: (await file(2)).posts[0]!.id, post: post('A1', { kind: 'public-employee' }), from: today }));
    expect([await entries(), (await file(2)).version]).toEqual(before);
  });

  it('of a number need the right to read it', async () => {
    const { access } = callerOf(db, 'education', [ids.unit('R')]);
    expect(kindOf(await updatePerson({ ...operator, access }, { ...(await edit(2)), identity: { idNumber: '000000000099' } }))).toBe('forbidden');
  });

  it('of a post begin a dated row and keep what was before; a correction rewrites', async () => {
    const [held] = (await file(6)).posts.filter((it) => it.to === 'infinity');
    got(await changeAssignment(operator, { ...(await edit(6)), assignment: held!.id, post: post('A', { office: 'Phó phòng', officeRank: 'division', leader: true }), from: isoDate('2026-02-01'), why: 'Điều động' }));
    expect((await file(6)).posts.map((it) => [it.unit.code, it.from, it.to])).toEqual([['D', '2020-01-01', '2025-07-01'], ['B', '2025-07-01', '2026-02-01'], ['A', '2026-02-01', 'infinity']]);
    expect(await names(ofA, { text: 'pham lan' })).toEqual(['Phạm Thị Lan']);
    const [, , moved] = (await file(6)).posts;
    got(await changeAssignment(operator, { ...(await edit(6)), assignment: moved!.id, post: post('A'), correct: { lastDay: isoDate('2026-12-31') } }));
    expect((await file(6)).posts.at(-1)).toMatchObject({ office: null, leader: false, from: '2026-02-01', to: '2027-01-01' });
    expect(await changeAssignment(operator, { ...(await edit(6)), assignment: moved!.id, post: post('A'), correct: { from: isoDate('2026-01-15') } })).toMatchObject({
      ok: false, failure: { kind: 'overlaps-main-post', unit: 'B', from: '2025-07-01', lastDay: '2026-01-31', days: '01/07/2025 – 31/01/2026' },
    });
  });

  it('into and out of a scope need both sides', async () => {
    const [held] = (await file(1)).posts;
    const change = { assignment: held!.id, post: post('B'), from: isoDate('2026-02-01') };
    expect(kindOf(await changeAssignment(ofA, { ...(await edit(1)), ...change }))).toBe('unknown-unit');
    expect(kindOf(await changeAssignment(ofB, { ...(await edit(1)), ...change }))).toBe('unknown-person');
    const both = callerOf(db, 'agency-officer', [ids.unit('A'), ids.unit('B')]);
    got(await changeAssignment(both, { ...(await edit(1)), ...change }));
    expect((await file(1, ofB)).posts.map((it) => it.unit.code)).toEqual(['A', 'B']);
    expect(kindOf(await getPerson(ofA, { person: ids.person(1) }))).toBe('unknown-person');
  });

  it('end a post with its lists, and nobody has two main posts on a day', async () => {
    const [main] = (await file(4)).posts;
    expect(kindOf(await startAssignment(operator, { ...(await edit(4)), main: true, post: post('B'), from: today, lastDay: null }))).toBe('overlaps-main-post');
    expect(kindOf(await startAssignment(operator, { ...(await edit(4)), main: false, post: post('B'), from: today, lastDay: null }))).toBe('overlaps-same-post');
    got(await endAssignment(operator, { ...(await edit(4)), assignment: main!.id, lastDay: isoDate('2026-01-31') }));
    expect(await file(4)).toMatchObject({ planned: [{ to: '2026-02-01' }], trainingList: [{ to: '2026-02-01' }] });
    const { assignment } = got(await startAssignment(operator, { ...(await edit(4)), main: true, post: post('A'), from: isoDate('2026-02-01'), lastDay: null }));
    expect((await file(4)).posts.find((it) => it.id === assignment)).toMatchObject({ main: true, from: '2026-02-01', to: 'infinity' });
    got(await setPlannedPost(operator, { ...(await edit(4)), officeRank: 'department', from: isoDate('2026-02-01'), lastDay: isoDate('2026-12-31') }));
    got(await setTrainingListing(operator, { ...(await edit(4)), listed: true, from: isoDate('2026-02-01'), lastDay: null }));
    expect(await file(4)).toMatchObject({ planned: [{ officeRank: 20, to: '2026-02-01' }, { officeRank: 30, from: '2026-02-01', to: '2027-01-01' }], trainingList: [{ from: '2020-01-01', to: 'infinity' }] });
    expect(kindOf(await setTrainingListing(operator, { ...(await edit(5)), listed: true, from: today, lastDay: null }))).toBe('not-in-service');
  });

  it('leave a chain of audit that holds', async () => {
    expect(await verifyChain(db)).toMatchObject({ faults: [] });
  });
});

describe('another tenant', () => {
  it('knows none of these people, by list, search, number, id or change', async () => {
    const elsewhere = testCtx({ db: other, today });
    expect(await names(elsewhere)).toEqual([]);
    expect(await names(elsewhere, { text: '000000000001' })).toEqual([]);
    expect(kindOf(await getPerson(elsewhere, { person: ids.person(1) }))).toBe('unknown-person');
    expect(kindOf(await updatePerson(elsewhere, { ...(await edit(1)), identity: { fullName: 'X' } }))).toBe('unknown-person');
    expect(kindOf(await createPerson(elsewhere, { identity: { fullName: 'X', birth: null, sex: null, ethnicity: null, idNumber: '000000000001' }, main: { ...post('A'), from: today, lastDay: null } }))).toBe('unknown-unit');
  });
});
