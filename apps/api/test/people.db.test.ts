import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type TestApi, type TestUser } from './api.ts';

let api: TestApi;
let head: TestUser;
let officer: TestUser;
let other: TestUser;
let auditor: TestUser;
let learner: TestUser;
let foreigner: TestUser;
let an: Saved;

type Saved = { id: string; version: number };
type Listed = { id: string; fullName: string; idNumber: string | null };
type Page = { items: Listed[]; next: string | null; total?: number };
type File = Listed & { version: number; posts: { id: string; unit: { code: string }; from: string; lastDay: string | null; officeRank: string | null }[]; trainingList: unknown[]; planned: unknown[] };
type Problem = { status: number; code: string; errors?: { field: string }[]; yours?: unknown; current?: unknown; text: { vi: string } };

const base = '/api/t/alpha';
const body = async <T>(response: Promise<Response> | Response): Promise<T> => (await (await response).json()) as T;
const list = (as: TestUser, query = '') => body<Page>(api.ask(`${base}/people${query}`, { as }));
const file = (as: TestUser, id: string) => body<File>(api.ask(`${base}/people/${id}`, { as }));
const post = (unit: string, more: object = {}) => ({ unit, kind: 'civil-servant', ...more });
const add = (as: TestUser, fullName: string, main: object, more: object = {}, headers: Record<string, string> = {}) => api.ask(`${base}/people`, { as, method: 'POST', body: { fullName, main, ...more }, headers });
const change = (as: TestUser, path: string, method: string, version: number, sent: object) => api.ask(`${base}/people/${path}`, { as, method, body: sent, headers: { 'if-match': `"${version}"` } });

beforeAll(async () => {
  api = await openApi();
  const db = await api.db('alpha');
  for (const path of ['R/', 'R/A/', 'R/B/']) {
    const code = path.split('/').at(-2) ?? '';
    await db.execute(sql`with u as (insert into units (code) values (${code}) returning id) insert into unit_versions (unit_id, valid, parent_id, name, path, tier, body_kind) select u.id, '[2010-01-01,)', (select id from units where code = 'R'), ${`Đơn vị ${code}`}, ${path}, 'province', 'state' from u`);
  }
  await db.execute(sql`with p as (insert into posts (code, name) values ('P1', 'Đối ngoại') returning id) insert into post_standards (post_id, language_code, framework_code, level, valid_from) select id, 'en', 'vn-6', 3, '2020-01-01' from p`);
  head = await api.user('alpha', [{ role: 'home-affairs-head' }]);
  officer = await api.user('alpha', [{ role: 'agency-officer', unit: 'A' }]);
  other = await api.user('alpha', [{ role: 'agency-officer', unit: 'B' }]);
  auditor = await api.user('alpha', [{ role: 'auditor' }]);
  learner = await api.user('alpha', [{ role: 'learner' }]);
  foreigner = await api.user('beta', [{ role: 'home-affairs-head' }]);
  an = await body<Saved>(add(officer, 'Nguyễn Thị Ánh', { ...post('A', { post: 'P1', officeRank: 'division', leader: true }), from: '2020-01-01' }, { idNumber: '001085012345', birth: { date: '1985-07-01', precision: 'year' }, sex: 'female' }));
  await add(head, 'Trần Văn Bách', { ...post('B'), from: '2020-01-01' }, { idNumber: '001085012346' });
});
afterAll(() => api.close());

describe('people over HTTP', () => {
  it('are listed page by page with the total where it is asked, each caller seeing his own', async () => {
    const first = await list(head, '?limit=1&total=true');
    expect(first).toMatchObject({ total: 2, items: [{ fullName: 'Nguyễn Thị Ánh', idNumber: '001085012345', birth: { date: '1985-01-01', precision: 'year' }, officeRank: 'division', levels: [] }] });
    expect(await list(head, `?limit=1&after=${first.next}`)).toMatchObject({ next: null, items: [{ fullName: 'Trần Văn Bách' }] });
    expect((await list(officer, '?total=true')).total).toBe(1);
    expect((await list(other, '?search=anh&total=true'))).toEqual({ items: [], next: null, total: 0 });
    expect((await list(head, `?search=${encodeURIComponent('ánh NGUYEN')}`)).items).toHaveLength(1);
    expect((await list(head, '?unit=B&kind=civil-servant&leader=false')).items).toEqual([]);
    expect((await list(auditor, '?search=anh')).items[0]?.idNumber).toBe('•••••••••345');
  });

  it('stand by units where that is asked, from any row on, each caller seeing his own', async () => {
    const ordered = async (as: TestUser, query: string) => (await list(as, `?order=unit${query}`)).items.map((it) => it.fullName);
    expect(await ordered(head, '')).toEqual(['Nguyễn Thị Ánh', 'Trần Văn Bách']);
    const first = await list(head, '?order=unit&limit=1&total=true');
    expect(first).toMatchObject({ total: 2, items: [{ fullName: 'Nguyễn Thị Ánh' }] });
    expect(await ordered(head, `&limit=1&after=${first.next}`)).toEqual(['Trần Văn Bách']);
    expect((await list(head, '?skip=1')).items.map((it) => it.fullName)).toEqual(['Trần Văn Bách']);
    expect(await ordered(head, '&skip=1')).toEqual(['Trần Văn Bách']);
    expect(await ordered(head, '&skip=1&search=tran')).toEqual([]);
    expect(await ordered(other, '')).toEqual(['Trần Văn Bách']);
    expect(await ordered(other, '&skip=1')).toEqual([]);
    expect(await body<Problem>(api.ask(`${base}/people?after=${first.next}`, { as: head }))).toMatchObject({ status: 400, code: 'cursor-invalid' });
  });

  it('are not shown to other tenants, to those without the right, or from a cursor made up', async () => {
    expect((await api.ask(`${base}/people`, { as: foreigner })).status).toBe(404);
    expect((await api.ask(`/api/t/beta/people/${an.id}`, { as: foreigner })).status).toBe(404);
    expect((await api.ask(`${base}/people`, { as: learner })).status).toBe(403);
    expect(await body<Problem>(api.ask(`${base}/people?after=abc`, { as: head }))).toMatchObject({ status: 400, code: 'cursor-invalid' });
    expect(await body<Problem>(api.ask(`${base}/people?unit=A`, { as: other }))).toMatchObject({ status: 404, code: 'unknown-unit' });
  });

  it('open as a file with its version as ETag, and only inside the scope', async () => {
    const answer = await api.ask(`${base}/people/${an.id}`, { as: officer });
    expect([answer.status, answer.headers.get('etag'), answer.headers.get('cache-control')]).toEqual([200, '"1"', 'no-store']);
    expect(await body<File>(answer)).toMatchObject({ posts: [{ unit: { code: 'A' }, post: { code: 'P1' }, officeRank: 'division', from: '2020-01-01', lastDay: null }], certificates: [], claims: [] });
    expect(await body<Problem>(api.ask(`${base}/people/${an.id}`, { as: other }))).toMatchObject({ status: 404, code: 'unknown-person' });
  });

  it('are added once under one key, and refused at the field that is wrong', async () => {
    const headers = { 'idempotency-key': 'add-once-1' };
    const answers = [await add(officer, 'Lê Một', { ...post('A'), from: '2026-01-01' }, {}, headers), await add(officer, 'Lê Một', { ...post('A'), from: '2026-01-01' }, {}, headers)];
    expect(answers.map((it) => it.status)).toEqual([201, 201]);
    expect((await list(head, '?search=le%20mot')).items).toHaveLength(1);
    const atOnce = () => body<Saved>(add(officer, 'Lê Cùng Lúc', { ...post('A'), from: '2026-01-01' }, {}, { 'idempotency-key': 'add-at-once' }));
    const [one, two] = await Promise.all([atOnce(), atOnce()]);
    expect(one).toEqual(two);
    expect((await list(head, '?search=le%20cung%20luc')).items).toHaveLength(1);
    const taken = await body<Problem>(add(other, 'Lê Hai', { ...post('B'), from: '2026-01-01' }, { idNumber: '001085012345' }));
    expect(taken).toMatchObject({ status: 409, code: 'id-number-taken', errors: [{ field: 'body.idNumber' }] });
    expect(JSON.stringify(taken)).not.toContain(an.id);
    expect(await body<Problem>(add(officer, 'Lê Ba', { ...post('B'), from: '2026-01-01' }))).toMatchObject({ status: 404, code: 'unknown-unit', errors: [{ field: 'body.main.unit' }] });
    expect(await body<Problem>(add(officer, 'Lê Tư', { ...post('A'), from: '2026-01-01', lastDay: '2025-12-31' }))).toMatchObject({ status: 422, code: 'ends-before-start', errors: [{ field: 'body.main.lastDay' }] });
    expect(await body<Problem>(add(officer, '   ', { ...post('A'), from: '2026-01-01' }))).toMatchObject({ status: 400, errors: [{ field: 'body.fullName' }] });
  });

  it('are corrected on the version that was seen; both versions come back otherwise', async () => {
    expect(await body<Saved>(change(officer, an.id, 'PATCH', 1, { ethnicity: 'Tày', why: 'hồ sơ gốc' }))).toEqual({ id: an.id, version: 2 });
    expect(await body<Problem>(change(officer, an.id, 'PATCH', 1, { ethnicity: 'Nùng' }))).toMatchObject({ status: 409, code: 'changed-meanwhile', yours: { version: 1, identity: { ethnicity: 'Nùng' } }, current: { version: 2, ethnicity: 'Tày', posts: [{ lastDay: null }] } });
    expect((await api.ask(`${base}/people/${an.id}`, { as: officer, method: 'PATCH', body: {} })).status).toBe(400);
    expect((await change(other, an.id, 'PATCH', 2, { ethnicity: 'X' })).status).toBe(404);
    expect((await change(auditor, an.id, 'PATCH', 2, { ethnicity: 'X' })).status).toBe(403);
  });
});

describe('a career over HTTP', () => {
  it('changes from a day, is corrected, ends and begins anew', async () => {
    const { posts: [held] } = await file(officer, an.id);
    const move = { mode: 'from-effective-date', from: '2026-02-01', why: 'QĐ điều động' };
    expect(await body<Problem>(change(officer, `${an.id}/assignments/${held?.id}`, 'PATCH', 2, { ...move, post: post('B') }))).toMatchObject({ status: 404, code: 'unknown-unit', errors: [{ field: 'body.post.unit' }] });
    expect(await body<Saved>(change(officer, `${an.id}/assignments/${held?.id}`, 'PATCH', 2, { ...move, post: post('A', { office: 'Chuyên viên' }) }))).toEqual({ id: an.id, version: 3 });
    const { posts } = await file(officer, an.id);
    expect(posts.map((it) => [it.from, it.lastDay])).toEqual([['2020-01-01', '2026-01-31'], ['2026-02-01', null]]);
    expect(await body<Saved>(change(officer, `${an.id}/assignments/${posts[1]?.id}`, 'PATCH', 3, { mode: 'correct', post: post('A'), lastDay: '2026-12-31' }))).toMatchObject({ version: 4 });
    expect(await body<Saved>(change(officer, `${an.id}/assignments/${posts[1]?.id}/end`, 'POST', 4, { lastDay: '2026-06-30' }))).toMatchObject({ version: 5 });
    const start = { main: true, post: post('A'), from: '2026-06-01' };
    expect(await body<Problem>(change(officer, `${an.id}/assignments`, 'POST', 5, start))).toMatchObject({ status: 422, code: 'overlaps-main-post', errors: [{ field: 'body.from' }] });
    const begin = () => api.ask(`${base}/people/${an.id}/assignments`, { as: officer, method: 'POST', body: { ...start, from: '2026-07-01' }, headers: { 'if-match': '"5"', 'idempotency-key': 'begin-once' } });
    const begun = await body(begin());
    expect(begun).toMatchObject({ version: 6, assignment: expect.any(String) });
    expect(await body(begin())).toEqual(begun);
    expect(await body<Saved>(change(officer, `${an.id}/planned-post`, 'PUT', 6, { officeRank: 'department', from: '2026-01-01' }))).toMatchObject({ version: 7 });
    expect(await body<Saved>(change(officer, `${an.id}/training-list`, 'PUT', 7, { listed: true, from: '2026-01-01', lastDay: '2026-12-31' }))).toMatchObject({ version: 8 });
    expect(await file(officer, an.id)).toMatchObject({ planned: [{ officeRank: 'department', lastDay: null }], trainingList: [{ from: '2026-01-01', lastDay: '2026-12-31' }] });
  });
});

describe('one’s own file over HTTP', () => {
  it('opens without a role that sees people, once an administrator has linked it', async () => {
    expect(await body<Problem>(api.ask(`${base}/me/file`, { as: learner }))).toMatchObject({ status: 404, code: 'no-file-of-this-account' });
    const { version } = await file(head, an.id);
    expect((await change(officer, `${an.id}/account`, 'PUT', version, { user: learner.id })).status).toBe(403);
    expect(await body<Problem>(change(head, `${an.id}/account`, 'PUT', version, { user: head.id }))).toMatchObject({ status: 403, code: 'own-account' });
    expect((await change(head, `${an.id}/account`, 'PUT', version, { user: learner.id })).status).toBe(200);
    expect(await body<File>(api.ask(`${base}/me/file`, { as: learner }))).toMatchObject({ id: an.id, idNumber: '001085012345' });
    expect((await api.ask(`${base}/people/${an.id}`, { as: learner })).status).toBe(403);
  });
});

describe('units, posts and lists over HTTP', () => {
  const codes = async (as: TestUser, path: string) => (await body<{ items: { code: string }[] }>(api.ask(`${base}/${path}`, { as }))).items.map((it) => it.code);

  it('are found inside the scope only', async () => {
    expect(await codes(head, 'unit-search?search=don%20vi')).toEqual(['R', 'A', 'B']);
    expect(await codes(officer, 'unit-search?search=don%20vi')).toEqual(['A']);
    expect(await codes(head, 'unit-tree')).toEqual(['R']);
    expect(await codes(head, 'unit-tree?parent=R')).toEqual(['A', 'B']);
    expect(await codes(officer, 'unit-tree')).toEqual(['A']);
    expect((await api.ask(`${base}/unit-tree?parent=R`, { as: officer })).status).toBe(404);
    expect(await body(api.ask(`${base}/units/A`, { as: officer }))).toMatchObject({ code: 'A', versions: [{ from: '2010-01-01', lastDay: null, parent: { code: 'R' } }] });
    expect((await api.ask(`${base}/units/B`, { as: officer })).status).toBe(404);
    expect(await codes(learner, 'posts?search=doi%20ngoai')).toEqual(['P1']);
    expect(await body(api.ask(`${base}/posts/P1`, { as: learner }))).toMatchObject({ standards: [{ language: 'en', level: 3, from: '2020-01-01', lastDay: null }] });
  });

  it('are fetched once and then only asked whether they are the same', async () => {
    const lists = await api.ask(`${base}/reference`, { as: learner });
    const etag = lists.headers.get('etag') ?? '';
    expect((await body<{ provinces: unknown[] }>(lists)).provinces).toHaveLength(34);
    expect((await api.ask(`${base}/reference`, { as: learner, headers: { 'if-none-match': etag } })).status).toBe(304);
  });

  it('tell of standards by the plan in force, or that there is none', async () => {
    expect(await body<Problem>(api.ask(`${base}/standards`, { as: head }))).toMatchObject({ status: 404, code: 'no-plan-in-force' });
    expect(await body<Problem>(api.ask(`${base}/standards/gaps`, { as: head }))).toMatchObject({ status: 404, code: 'no-plan-in-force' });
    expect(await body<Problem>(api.ask(`${base}/people/${an.id}/requirements`, { as: other }))).toMatchObject({ status: 404, code: 'unknown-person' });
  });
});

describe('the log', () => {
  it('names nobody, whatever was asked', () => {
    const text = JSON.stringify(api.logged());
    for (const secret of ['001085012345', 'Ánh', 'anh', 'NGUYEN']) expect(text).not.toContain(secret);
  });
});
