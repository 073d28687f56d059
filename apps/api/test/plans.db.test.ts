import { examplePlan } from '@saubac/domain/plan';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type TestApi, type TestUser } from './api.ts';

type Json = Record<string, unknown>;
type Answer = { status: number; body: Json; headers: Headers };

let api: TestApi;
let officer: TestUser;
let head: TestUser;
let agency: TestUser;
let stranger: TestUser;
beforeAll(async () => {
  api = await openApi();
  officer = await api.user('alpha', [{ role: 'home-affairs-officer' }]);
  head = await api.user('alpha', [{ role: 'home-affairs-head' }]);
  agency = await api.user('alpha', [{ role: 'agency-officer' }]);
  stranger = await api.user('beta', [{ role: 'home-affairs-head' }]);
});
afterAll(() => api.close());

const asked = async (path: string, as: TestUser, more: { method?: string; body?: unknown; headers?: Record<string, string> } = {}): Promise<Answer> => {
  const response = await api.ask(`/api/t/alpha/${path}`, { as, ...more });
  return { status: response.status, body: (await response.json()) as Json, headers: response.headers };
};

const begun = async (body: Json, headers: Record<string, string> = {}): Promise<Answer> => asked('plan-drafts', officer, { method: 'POST', body, headers });
/** The head checks and approves a draft that was handed in: what his inbox shows him. */
const approved = async (draft: string): Promise<void> => {
  for (const move of ['check', 'approve']) {
    const inbox = await asked('inbox', head);
    const item = (inbox.body['items'] as { id: string; link: string; version: number; moves: { move: string }[] }[]).find((it) => it.link.includes(draft));
    expect(item?.moves.map((it) => it.move)).toContain(move);
    expect(await asked(`cases/${item?.id}/moves`, head, { method: 'POST', body: { move }, headers: { 'if-match': `"${item?.version}"` } })).toMatchObject({ status: 200 });
  }
};
const etagOf = ({ headers }: Answer): string => headers.get('etag') ?? '';

describe('a plan from its draft to its withdrawal', () => {
  it('is written, checked, looked at, put in force by another, read, saved and withdrawn', async () => {
    const created = await begun({ from: 'file', document: { ...examplePlan, targets: [] }, note: 'bản đầu' });
    expect(created).toMatchObject({ status: 201, body: { plan: examplePlan.id, state: 'open', version: 1, created: { by: officer.id } } });
    expect(etagOf(created)).toBe('"1"');
    const path = `plan-drafts/${String(created.body['id'])}`;
    expect(await asked(`${path}/problems`, officer)).toMatchObject({ body: { version: 1, items: [{ path: 'targets', pointer: '/targets', code: 'empty', text: { vi: expect.any(String), en: expect.any(String) } }] } });
    const early = await asked(`${path}/submission`, officer, { method: 'POST', body: { from: '2021-01-15' }, headers: { 'if-match': '"1"' } });
    expect(early).toMatchObject({ status: 422, body: { code: 'guard-refused' } });

    const changed = await asked(path, officer, { method: 'PATCH', body: { document: examplePlan }, headers: { 'if-match': etagOf(created) } });
    expect(changed).toMatchObject({ status: 200, body: { version: 2, note: 'bản đầu' } });
    expect(await asked(`${path}/problems`, head)).toMatchObject({ body: { version: 2, items: [] } });
    expect(await asked(`${path}/effect?on=2025-06-30`, officer)).toMatchObject({ status: 200, body: { on: '2025-06-30', version: null, changes: [], effect: [{ target: 'officials-2025', before: null, after: { denominator: 0, status: 'empty' } }, {}] } });

    const submitted = await asked(`${path}/submission`, officer, { method: 'POST', body: { from: '2021-01-15', why: 'Đã họp' }, headers: { 'if-match': '"2"' } });
    expect(submitted).toMatchObject({ status: 200, body: { state: 'open', from: '2021-01-15', case: { state: 'waiting-check', closed: false } } });
    const other = await asked(path, head, { method: 'PATCH', body: { document: examplePlan }, headers: { 'if-match': etagOf(submitted) } });
    expect(other).toMatchObject({ status: 403, body: { code: 'not-the-opener' } });
    await approved(String(created.body['id']));
    expect(await asked(path, officer)).toMatchObject({ status: 200, body: { state: 'in-force', became: 1, case: { state: 'approved', closed: true } } });

    expect(await asked('plans', agency)).toMatchObject({ body: { items: [{ number: 1, plan: examplePlan.id, inForce: true, withdrawn: false, units: null }] } });
    expect(await asked('plans/1', agency)).toMatchObject({ body: { number: 1, document: { id: examplePlan.id, schemaVersion: 1 } } });
    const file = await asked('plans/1/file', agency);
    expect(file.headers.get('content-disposition')).toBe(`attachment; filename="${examplePlan.id}-v1.json"`);

    const again = await begun({ from: 'file', document: { ...file.body, title: { vi: 'Kế hoạch sửa đổi' } } });
    await asked(`plan-drafts/${String(again.body['id'])}/submission`, officer, { method: 'POST', body: { from: '2025-01-01' }, headers: { 'if-match': '"1"' } });
    await approved(String(again.body['id']));
    expect(await asked('plans/2/changes?since=1', agency)).toMatchObject({ body: { items: [{ kind: 'changed', section: '', field: 'title', sentence: expect.stringContaining('Kế hoạch sửa đổi') }] } });
    expect(await asked('plans/2/withdraw', officer, { method: 'POST', body: { why: 'nhầm' } })).toMatchObject({ status: 403 });
    expect(await asked('plans/2/withdraw', head, { method: 'POST', body: { why: 'nhầm' } })).toMatchObject({ status: 200, body: { number: 2, withdrawn: true } });
    expect(await asked('plans/2/withdraw', head, { method: 'POST', body: { why: 'nhầm' } })).toMatchObject({ status: 409, body: { code: 'plan-version-withdrawn' } });
    expect(await asked('plans/9', agency)).toMatchObject({ status: 404, body: { code: 'unknown-plan-version' } });
  });
});

describe('a case over HTTP', () => {
  it('is moved as it was seen, with a reason where one is asked for, by who may; its answer tells who did what and what may follow', async () => {
    const { body } = await begun({ from: 'file', document: { ...examplePlan, id: 'sent-back' } });
    const submitted = await asked(`plan-drafts/${String(body['id'])}/submission`, officer, { method: 'POST', body: { from: '2021-01-15' }, headers: { 'if-match': '"1"' } });
    const { id, version } = submitted.body['case'] as { id: string; version: number };
    const move = (as: TestUser, sent: Json, seen = version) => asked(`cases/${id}/moves`, as, { method: 'POST', body: sent, headers: { 'if-match': `"${seen}"` } });
    expect(await move(head, { move: 'check' }, version + 5)).toMatchObject({ status: 409, body: { code: 'changed-meanwhile' } });
    expect(await move(head, { move: 'sendBack' })).toMatchObject({ status: 422, body: { code: 'reason-needed' } });
    expect(await move(officer, { move: 'check' })).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect(await move(agency, { move: 'check' })).toMatchObject({ status: 404, body: { code: 'unknown-case' } });
    expect((await api.ask(`/api/t/beta/cases/${id}`, { as: stranger })).status).toBe(404);
    expect(await asked('inbox?kind=plan-version', officer)).toMatchObject({ status: 200, body: { items: [], counts: { all: 0 } } });
    expect(await move(head, { move: 'sendBack', reason: 'Thiếu căn cứ' })).toMatchObject({ status: 200, body: { state: 'draft', stateLabel: { vi: 'Đang sửa' }, history: [{ move: 'submit' }, { move: 'sendBack', reason: 'Thiếu căn cứ' }] } });
    expect(await asked('inbox', officer)).toMatchObject({ body: { items: [{ id, kind: 'plan-version', moves: [{ move: 'submit', aside: false }, { move: 'withdraw', aside: true }] }], counts: { all: 1, late: 0, kinds: [{ kind: 'plan-version', count: 1 }] } } });
    expect(await asked('inbox?late=true', officer)).toMatchObject({ body: { items: [] } });
    expect(await asked('inbox', agency)).toMatchObject({ status: 200, body: { items: [] } });
    expect(await asked(`cases/${id}`, officer)).toMatchObject({ body: { structure: { initial: 'draft', final: ['approved', 'withdrawn'] }, closed: false, changedSince: null } });
  });
});

describe('a draft over HTTP', () => {
  it('is changed only by who has seen its present state; the refusal shows both', async () => {
    const { body } = await begun({ from: 'file', document: examplePlan });
    const path = `plan-drafts/${String(body['id'])}`;
    const first = await asked(path, officer, { method: 'PATCH', body: { note: 'a' }, headers: { 'if-match': '"1"' } });
    expect(first.status).toBe(200);
    const late = await asked(path, head, { method: 'PATCH', body: { note: 'b' }, headers: { 'if-match': '"1"' } });
    expect(late).toMatchObject({ status: 409, body: { code: 'changed-meanwhile', yours: 1, current: { version: 2, note: 'a' } } });
    expect((await asked(path, officer, { method: 'PATCH', body: { note: 'b' } })).status).toBe(400);
    expect(await asked(path, officer, { method: 'DELETE', headers: { 'if-match': '"2"' } })).toMatchObject({ status: 200, body: { state: 'dropped' } });
    expect(await asked(path, officer, { method: 'PATCH', body: { note: 'c' }, headers: { 'if-match': '"3"' } })).toMatchObject({ status: 409, body: { code: 'draft-closed' } });
  });

  it('sent again under its key is begun once', async () => {
    const key = { 'idempotency-key': 'draft-key-1' };
    const [first, again] = [await begun({ from: 'national-plan', note: 'x' }, key), await begun({ from: 'national-plan', note: 'x' }, key)];
    expect(first.status).toBe(201);
    expect(again.body['id']).toBe(first.body['id']);
    expect(await begun({ from: 'national-plan', note: 'other' }, key)).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
  });

  it('may begin with the national plan, which has no problems', async () => {
    const created = await begun({ from: 'national-plan' });
    expect(await asked(`plan-drafts/${String(created.body['id'])}/problems`, officer)).toMatchObject({ status: 200, body: { items: [] } });
  });

  it('is listed a page at a time', async () => {
    const first = await asked('plan-drafts?limit=2', head);
    expect(first.body['items']).toHaveLength(2);
    const second = await asked(`plan-drafts?limit=2&after=${String(first.body['next'])}`, head);
    const ids = [first, second].flatMap((it) => (it.body['items'] as { id: string }[]).map((draft) => draft.id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(await asked('plan-drafts?state=dropped', head)).toMatchObject({ body: { items: [{ state: 'dropped' }], next: null } });
  });

  it('is not there for who neither drafts nor puts in force, nor for another tenant', async () => {
    const { body } = await begun({ from: 'file', document: examplePlan });
    const id = String(body['id']);
    for (const path of ['plan-drafts', `plan-drafts/${id}`, `plan-drafts/${id}/problems`, `plan-drafts/${id}/effect`]) expect(await asked(path, agency), path).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    const theirs = await api.ask(`/api/t/beta/plan-drafts/${id}`, { as: stranger });
    expect(theirs.status).toBe(404);
    const change = { method: 'PATCH', body: { note: 'x' }, headers: { 'if-match': '"1"' } };
    expect((await api.ask(`/api/t/beta/plan-drafts/${id}`, { as: stranger, ...change })).status).toBe(404);
  });

  it('is refused where nothing of it could be kept', async () => {
    expect(await begun({ from: 'file', document: { title: { vi: 'a\u0000' } } })).toMatchObject({ status: 422, body: { code: 'not-a-draft', errors: [{ field: 'body.document.title.vi', code: 'character-not-stored' }] } });
    expect(await begun({ from: 'file', document: [] })).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
    const deep = `{"from":"file","document":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_001)}`;
    const sent = await asked('plan-drafts', officer, { method: 'POST', body: deep, headers: { 'content-type': 'application/json', 'idempotency-key': 'deep-draft' } });
    expect(sent).toMatchObject({ status: 422, body: { code: 'not-a-draft', errors: [{ code: 'too-deep' }] } });
    expect(await begun({ from: 'elsewhere' })).toMatchObject({ status: 400 });
  });
});
