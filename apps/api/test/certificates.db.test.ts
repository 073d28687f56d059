import { applySettings } from '@saubac/services/levels';
import { testCtx } from '@saubac/testing/context';
import { defaultSettings, type Holders, storeHolders } from '@saubac/testing/levels';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type TestApi, type TestUser } from './api.ts';

let api: TestApi;
let tenant: Holders;
let officer: TestUser;
let verifier: TestUser;
let education: TestUser;
let ofB: TestUser;
let head: TestUser;
let foreigner: TestUser;
beforeAll(async () => {
  api = await openApi();
  const db = await api.db('alpha');
  tenant = await storeHolders(db);
  for (const slug of ['alpha', 'beta']) await applySettings(testCtx({ db: await api.db(slug) }), defaultSettings);
  officer = await api.user('alpha', [{ role: 'home-affairs-officer' }]);
  verifier = await api.user('alpha', [{ role: 'home-affairs-officer' }]);
  education = await api.user('alpha', [{ role: 'education' }]);
  ofB = await api.user('alpha', [{ role: 'agency-officer', unit: 'B' }]);
  head = await api.user('alpha', [{ role: 'home-affairs-head' }]);
  foreigner = await api.user('beta', [{ role: 'home-affairs-officer' }, { role: 'home-affairs-head' }, { role: 'education' }]);
});
afterAll(() => api.close());

type Row = { id: string; code: string; from: string; adopted: unknown[] };
type Body = Row & { version: number; number: string; items: Row[]; total?: number; next: string; row: Row; settings: object; today: string; explanation: unknown[]; errors: { text: unknown }[] };
type Answer = { status: number; etag: string; body: Body };
const call = async (as: TestUser, method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> => {
  const response = await api.ask(`/api/t/alpha${path}`, { as, method, body, headers });
  return { status: response.status, etag: response.headers.get('etag') ?? '', body: (await response.json()) as Answer['body'] };
};
const get = (as: TestUser, path: string) => call(as, 'GET', path);
const ifMatch = (version: number) => ({ 'if-match': `"${version}"` });

let count = 0;
const ielts = (more: object = {}) => ({ person: tenant.people.A[0], type: 'ielts', number: `N${(count += 1)}`, examDate: '2024-03-01', scores: { overall: 6 }, ...more });
const declare = (as: TestUser = officer, more: object = {}) => call(as, 'POST', '/certificates', ielts(more));

describe('a certificate over HTTP', () => {
  it('is entered, verified by somebody else, decided on and shown with its explanation', async () => {
    const entered = await declare();
    expect(entered).toMatchObject({ status: 201, etag: '"1"', body: { state: 'declared', language: 'en', version: 1, decision: null } });
    const path = `/certificates/${entered.body.id}`;
    const waiting = async (as: TestUser) => ((await get(as, '/inbox')).body as unknown as { elsewhere: { kind: string; count: number; link: string }[] }).elsewhere.map(({ kind, count: many, link }) => [kind, many, link]);
    expect([await waiting(verifier), await waiting(officer), await waiting(ofB)]).toEqual([[['certificate-to-verify', 1, '/verification']], [], []]);
    expect(await call(officer, 'PUT', `${path}/state`, { state: 'verified' }, ifMatch(1))).toMatchObject({ status: 409, body: { code: 'same-person', text: { vi: expect.any(String), en: expect.any(String) } } });
    expect(await call(verifier, 'PUT', `${path}/state`, { state: 'verified' }, ifMatch(1))).toMatchObject({ status: 200, etag: '"2"', body: { state: 'verified' } });
    expect(await call(education, 'PUT', `${path}/decision`, { level: 5, decidedOn: '2024-06-01', document: '1/QĐ' }, ifMatch(2))).toMatchObject({ status: 200, body: { decision: { level: 5, lastDay: null } } });
    const shown = await get(officer, `${path}?on=2024-12-31`);
    expect(shown).toMatchObject({ status: 200, body: { level: 5, entered: { user: officer.id }, verified: { user: verifier.id }, decisionRecorded: { user: education.id }, unit: { code: 'A' }, files: [], levels: [{ table: null, level: 5 }] } });
    expect(shown.body.explanation[0]).toEqual({ vi: 'Tính đến ngày 31/12/2024: bậc 5.', en: 'As of 31/12/2024: level 5.' });
    expect(await call(education, 'POST', `${path}/decision/withdrawal`, { why: 'wrong person' }, { 'if-match': shown.etag })).toMatchObject({ status: 200, body: { decision: null, version: 4 } });
  });

  it('shows both versions to who was slower', async () => {
    const { body } = await declare();
    const path = `/certificates/${body.id}`;
    const corrected = await call(officer, 'PUT', path, { ...ielts({ number: body.number, scores: { overall: 7 } }), why: 'misread' }, ifMatch(1));
    expect(corrected).toMatchObject({ status: 200, body: { changed: true, unverified: false, certificate: { version: 2, scores: { overall: 7 } } } });
    expect(await call(verifier, 'PUT', `${path}/state`, { state: 'verified' }, ifMatch(1))).toMatchObject({ status: 409, body: { code: 'changed-meanwhile', yours: { state: 'verified' }, current: { version: 2, scores: { overall: 7 } } } });
    expect((await call(verifier, 'PUT', `${path}/state`, { state: 'verified' })).status).toBe(400);
  });

  it('is refused at each field that is wrong, in both languages', async () => {
    const refused = await declare(officer, { examDate: '2199-01-01', scores: { overall: 10, reading: 7.123 }, grade: 'x' });
    expect(refused).toMatchObject({ status: 422, body: { code: 'certificate-has-problems', errors: [{ field: 'body.examDate', code: 'day-in-the-future' }, { field: 'body.scores.overall', code: 'score-out-of-range' }, { field: 'body.scores.reading', code: 'score-too-fine' }] } });
    expect(refused.body.errors[1]?.text).toEqual({ vi: 'Điểm của bài thi này nằm trong khoảng từ 0 đến 9.', en: 'Scores of this test lie between 0 and 9.' });
  });

  it('is entered once however often the request is sent', async () => {
    const body = ielts();
    const send = () => call(officer, 'POST', '/certificates', body, { 'idempotency-key': 'once-and-again' });
    const [first, second] = await Promise.all([send(), send()]);
    const third = await send();
    expect([first.status, second.status, third.status]).toEqual([201, 201, 201]);
    expect([second.body, third.body]).toEqual([first.body, first.body]);
    expect((await call(officer, 'POST', '/certificates', body)).body).toMatchObject({ code: 'certificate-there-already', status: 409 });
  });

  it('is not answered as unchanged when only the day has changed', async () => {
    const { body } = await declare();
    const before = await get(officer, `/certificates/${body.id}?on=2024-02-01`);
    const after = await api.ask(`/api/t/alpha/certificates/${body.id}?on=2024-04-01`, { as: officer, headers: { 'if-none-match': before.etag } });
    expect(after.status).toBe(200);
    expect((await api.ask(`/api/t/alpha/certificates/${body.id}?on=2024-02-01`, { as: officer, headers: { 'if-none-match': before.etag } })).status).toBe(304);
  });
});

describe('the register over HTTP', () => {
  it('is read in pages, counted where that is asked', async () => {
    const all = await get(officer, '/certificates?total=true&limit=200');
    expect(all.body.total).toBe(all.body.items.length);
    const first = await get(officer, '/certificates?limit=1');
    const second = await get(officer, `/certificates?limit=1&after=${first.body.next}`);
    expect([first.body.items[0]?.id, second.body.items[0]?.id]).toEqual(all.body.items.slice(0, 2).map((it) => it.id));
    expect(first.body.total).toBeUndefined();
    expect((await get(officer, '/certificates?state=verified&type=ielts&level=4&decided=false&below=A')).status).toBe(200);
    expect(await get(officer, '/certificates?below=nowhere')).toMatchObject({ status: 404, body: { code: 'unknown-unit' } });
  });

  it('holds only what the caller may see', async () => {
    const mine = await declare(ofB, { person: tenant.people.B[0] });
    expect(mine.status).toBe(201);
    expect((await get(ofB, '/certificates?total=true')).body).toMatchObject({ total: 1, items: [{ id: mine.body.id, unit: { code: 'B' } }] });
    expect((await declare(ofB)).body).toMatchObject({ status: 404, code: 'unknown-person' });
    const { body } = await declare();
    for (const [method, path, sent] of [['GET', '', undefined], ['PUT', '', ielts()]] as const) {
      expect((await call(ofB, method, `/certificates/${body.id}${path}`, sent, ifMatch(1))).status).toBe(404);
    }
    expect((await call(ofB, 'PUT', `/certificates/${body.id}/state`, { state: 'verified' }, ifMatch(1))).status).toBe(403);
  });

  it('is searched by the holder, by issuer and by who entered it, and worked through from its beginning', async () => {
    const ids = async (as: TestUser, query: string) => (await get(as, `/certificates?limit=200&${query}`)).body.items.map((it) => it.id);
    const issuer = (await get(officer, '/issuers')).body.items[0]!;
    const { body } = await declare(officer, { type: 'framework', language: 'en', grade: 'B1', scores: {}, issuer: issuer.id });
    expect(await ids(officer, `issuer=${issuer.id}`)).toEqual([body.id]);
    const mine = await ids(officer, 'enteredByMe=true');
    expect(mine).toContain(body.id);
    expect(await ids(officer, 'enteredByMe=false')).not.toContain(body.id);
    expect(await ids(verifier, 'enteredByMe=false')).toContain(body.id);
    expect(await ids(officer, 'order=first-entered')).toEqual((await ids(officer, '')).toReversed());
    const first = await get(officer, '/certificates?limit=1&order=first-entered');
    expect((await get(officer, `/certificates?limit=1&order=first-entered&after=${first.body.next}`)).body.items[0]?.id).toBe((await ids(officer, 'order=first-entered'))[1]);
    const holder = (first.body.items[0] as unknown as { holder: string }).holder;
    expect(await ids(officer, `search=${encodeURIComponent(holder.toUpperCase())}`)).toContain(first.body.items[0]?.id);
    expect(await ids(officer, 'search=...')).toEqual([]);
    expect(await ids(ofB, `search=${encodeURIComponent(holder)}`)).not.toContain(first.body.items[0]?.id);
  });

  it('says whom a certificate can’t be verified by, and what it does for targets', async () => {
    const { body } = await declare();
    const told = async (as: TestUser) => (await get(as, `/certificates/${body.id}`)).body as unknown as { cannotVerify: { vi: string } | null };
    expect((await told(officer)).cannotVerify).toMatchObject({ vi: expect.stringContaining('người thứ hai') as string });
    expect((await told(verifier)).cannotVerify).toBeNull();
    expect(await get(officer, `/certificates/${body.id}/targets`)).toMatchObject({ status: 200, body: { items: [] } });
    expect((await get(ofB, `/certificates/${body.id}/targets`)).status).toBe(404);
  });

  it('tells of an entry what it would be worth, and keeps nothing', async () => {
    const preview = (entry: object, on = '2024-12-31') => call(officer, 'POST', `/certificates/previews?on=${on}`, entry);
    const before = (await get(officer, '/certificates?total=true')).body.total;
    const { person: _, ...entry } = ielts();
    expect(await preview(entry)).toMatchObject({ status: 200, body: { problems: [], level: 4, levelLastDay: '2026-03-01', explanation: [{ vi: 'Tính đến ngày 31/12/2024: bậc 4.' }, { vi: expect.stringContaining('IELTS') }] } });
    expect((await preview({ ...entry, type: 'vstep-3-5', issuerName: 'Nobody' })).body).toMatchObject({ level: null, problems: [], explanation: [{}, { vi: expect.stringContaining('không có trong danh sách') }] });
    expect((await preview({ ...entry, scores: { overall: 10 } })).body).toMatchObject({ level: null, explanation: [], problems: [{ field: 'scores.overall', text: { en: 'Scores of this test lie between 0 and 9.' } }] });
    expect((await get(officer, '/certificates?total=true')).body.total).toBe(before);
    expect((await call(education, 'POST', '/certificates/previews', entry)).status).toBe(403);
  });

  it('ends at the tenant', async () => {
    const { body } = await declare();
    const beta = (method: string, path: string, sent?: unknown) => api.ask(`/api/t/beta/certificates${path}`, { as: foreigner, method, body: sent, headers: ifMatch(1) });
    expect((await beta('GET', `/${body.id}`)).status).toBe(404);
    expect((await beta('PUT', `/${body.id}`, ielts())).status).toBe(404);
    expect((await beta('PUT', `/${body.id}/state`, { state: 'void', why: 'x' })).status).toBe(404);
    expect((await beta('PUT', `/${body.id}/decision`, { level: 3, decidedOn: '2024-06-01', document: 'x' })).status).toBe(404);
    expect((await beta('POST', '', ielts())).status).toBe(404);
    expect((await api.ask('/api/t/alpha/certificates', { as: foreigner })).status).toBe(404);
  });
});

describe('the catalogues over HTTP', () => {
  const today = async () => ((await get(head, '/me')).body.today);

  it('say what ships and what the tenant decided', async () => {
    expect((await get(ofB, '/certificate-types')).body).toMatchObject({ types: expect.arrayContaining([expect.objectContaining({ code: 'ielts', scoreLimits: { overall: [0, 9], skill: [0, 9] } })]), framework: { levels: expect.any(Array) } });
    const tables = await get(ofB, '/equivalence-tables');
    expect(tables.body.items.filter((it) => it.adopted.length > 0).map((it) => it.code)).toEqual(defaultSettings.adoptions.map((it) => it.table).toSorted());
    expect((await get(ofB, '/issuers')).body.items).toHaveLength(defaultSettings.issuers.length);
    for (const path of ['/adoptions', '/validity-rules', '/specialised-proofs']) expect((await get(ofB, path)).status).toBe(200);
  });

  it('change a row at a time: tried first, kept, ended, taken away', async () => {
    const from = await today();
    const add = (more: object) => call(head, 'POST', '/specialised-proofs', { type: 'ielts', from, ...more });
    expect(await add({ dryRun: true })).toMatchObject({ status: 200, body: { kept: false, row: { type: 'ielts', from, lastDay: null } } });
    expect((await get(head, '/specialised-proofs')).body.items.filter((it) => it.from === from)).toEqual([]);
    const added = await add({ basis: '12/QĐ' });
    expect(added).toMatchObject({ status: 201, body: { kept: true, row: { basis: '12/QĐ', version: 1 } } });
    const path = `/specialised-proofs/${added.body.row.id}`;
    expect(await call(head, 'PATCH', path, { lastDay: '2199-12-31' }, ifMatch(1))).toMatchObject({ status: 200, body: { row: { lastDay: '2199-12-31', version: 2 } } });
    expect(await call(head, 'PATCH', path, { lastDay: null }, ifMatch(1))).toMatchObject({ status: 409, body: { code: 'changed-meanwhile', current: { lastDay: '2199-12-31', version: 2 } } });
    expect((await call(head, 'POST', `${path}/removal`, {}, ifMatch(2))).status).toBe(200);
    expect((await call(head, 'POST', `${path}/removal`, {}, ifMatch(2))).body).toMatchObject({ status: 404, code: 'unknown-rule' });
  });

  it('do not change days gone silently', async () => {
    const rule = { type: 'hsk', months: 24, from: '2020-01-01' };
    expect(await call(head, 'POST', '/validity-rules', rule)).toMatchObject({ status: 409, body: { code: 'past-not-changed' } });
    expect(await call(head, 'POST', '/validity-rules', { ...rule, correct: true })).toMatchObject({ status: 422, body: { code: 'why-missing' } });
    expect(await call(head, 'POST', '/validity-rules', { ...rule, correct: true, why: 'decision 5 was forgotten' })).toMatchObject({ status: 201 });
  });

  it('refuse two tables for one type, with the place and the sentence', async () => {
    expect(await call(head, 'POST', '/adoptions', { table: 'cv-6089-2014', from: '2199-01-01' })).toMatchObject({ status: 422, body: { code: 'settings-have-problems', errors: [{ code: 'tables-cover-the-same-type', text: { vi: expect.any(String) } }] } });
    const table = defaultSettings.adoptions[1]!.table;
    expect(await call(head, 'POST', '/adoptions', { table: 'cv-6089-2014', from: '2199-01-01', endsTables: [table], dryRun: true })).toMatchObject({ status: 200, body: { effect: { on: '2199-01-01', peopleWithAnotherLevel: { verified: 0, declared: 0 } } } });
  });

  it('keep issuers and their licences', async () => {
    const issuer = await call(head, 'POST', '/issuers', { code: 'new-body', name: 'New body' });
    expect(issuer).toMatchObject({ status: 201, etag: '"1"' });
    expect((await call(head, 'PATCH', `/issuers/${issuer.body.id}`, { name: 'Newer' }, ifMatch(1))).body).toMatchObject({ name: 'Newer', version: 2 });
    const licence = await call(head, 'POST', `/issuers/${issuer.body.id}/licences`, { type: 'vstep-3-5', from: await today() });
    expect(licence).toMatchObject({ status: 201, body: { row: { type: 'vstep-3-5' } } });
    expect((await call(head, 'PATCH', `/licences/${licence.body.row.id}`, { lastDay: '2199-01-01' }, ifMatch(1))).status).toBe(200);
    expect((await call(head, 'POST', `/issuers/${tenant.people.A[0]}/licences`, { type: 'vstep-3-5', from: await today() })).body).toMatchObject({ status: 404, code: 'unknown-issuer' });
  });

  it('are one document too, replaced on the version that was seen', async () => {
    const { body, etag } = await get(head, '/settings');
    expect(etag).toBe(`"${body.version}"`);
    const put = (settings: unknown, version = body.version, more: object = {}) => call(head, 'PUT', '/settings', { settings, ...more }, ifMatch(version));
    expect(await put(body.settings)).toMatchObject({ status: 200, body: { changed: 0, version: body.version } });
    expect(await put({ ...body.settings, validity: [{ type: 'ielts', months: 0, validFrom: '2020-01-01' }] })).toMatchObject({ status: 422, body: { code: 'settings-not-in-form', errors: [{ field: 'body.settings.validity[0].months' }] } });
    expect(await put({ ...body.settings, validity: [] })).toMatchObject({ status: 409, body: { code: 'past-not-changed' } });
    expect(await put({ ...body.settings, validity: [] }, body.version, { correct: true, why: 'all were wrong' })).toMatchObject({ status: 200 });
    expect(await put(body.settings)).toMatchObject({ status: 409, body: { code: 'changed-meanwhile', current: { version: body.version + 1 } } });
  });

  it('are changed by nobody else', async () => {
    for (const [method, path, sent] of [
      ['POST', '/issuers', { code: 'x', name: 'x' }], ['POST', '/adoptions', { table: 'x', from: '2199-01-01' }], ['POST', '/validity-rules', { type: 'hsk', months: 1, from: '2199-01-01' }],
      ['POST', '/specialised-proofs', { type: 'hsk', from: '2199-01-01' }], ['PUT', '/settings', { settings: {} }],
    ] as const) {
      expect((await call(officer, method, path, sent, ifMatch(1))).status).toBe(403);
      expect((await call(foreigner, method, path, sent, ifMatch(1))).status).toBe(404);
    }
  });
});
