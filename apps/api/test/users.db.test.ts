import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type TestApi, type TestUser } from './api.ts';

let api: TestApi;
let head: TestUser;
let agencyHead: TestUser;
let officer: TestUser;
let foreigner: TestUser;
beforeAll(async () => {
  api = await openApi();
  const db = await api.db('alpha');
  for (const path of ['A/', 'A/C/', 'B/']) {
    const code = path.split('/').at(-2) ?? '';
    await db.execute(sql`with u as (insert into units (code) values (${code}) returning id) insert into unit_versions (unit_id, valid, name, path, tier, body_kind) select id, '[2020-01-01,)', ${`Unit ${code}`}, ${path}, 'province', 'state' from u`);
  }
  head = await api.user('alpha', [{ role: 'home-affairs-head' }]);
  agencyHead = await api.user('alpha', [{ role: 'agency-head', unit: 'A' }]);
  officer = await api.user('alpha', [{ role: 'agency-officer', unit: 'C' }]);
  foreigner = await api.user('beta', [{ role: 'home-affairs-head' }]);
});
afterAll(() => api.close());

type Grant = { id: string; version: number; role: string };
type Shown = { id: string; email: string; grants: Grant[] };
const users = '/api/t/alpha/users';
const bodyOf = async <T = Record<string, unknown>>(response: Response): Promise<T> => (await response.json()) as T;
const list = async (as: TestUser, query = ''): Promise<{ items: Shown[]; next: string | null; total?: number }> => bodyOf(await api.ask(`${users}${query}`, { as }));

describe('the users of a tenant', () => {
  it('are listed by address with their roles, a page at a time, and counted where that is asked', async () => {
    const whole = await list(head, '?total=true');
    expect(whole).toMatchObject({ total: 3, next: null });
    expect(whole.items.map((it) => [it.email, it.grants.map(({ role }) => role)])).toEqual([[head.email, ['home-affairs-head']], [agencyHead.email, ['agency-head']], [officer.email, ['agency-officer']]]);
    const first = await list(head, '?limit=2&total=true');
    const second = await list(head, `?limit=2&total=true&after=${first.next}`);
    expect([first.total, second.total]).toEqual([3, 3]);
    expect([...first.items, ...second.items]).toEqual(whole.items);
    expect(second.next).toBeNull();
    expect((await list(head, `?search=${encodeURIComponent('ÚSER2')}`)).items.map((it) => it.id)).toEqual([agencyHead.id]);
    expect(await list(head, '?role=agency-officer&status=active&total=true')).toMatchObject({ total: 1, items: [{ id: officer.id }] });
    expect((await list(head, '?status=disabled')).items).toEqual([]);
  });

  it('are hidden from who administers other units, and from other tenants', async () => {
    expect((await list(agencyHead)).items.map((it) => it.id)).toEqual([agencyHead.id, officer.id]);
    expect((await api.ask(`${users}/${head.id}`, { as: agencyHead })).status).toBe(404);
    expect((await api.ask(`${users}/${foreigner.id}`, { as: head })).status).toBe(404);
    expect((await api.ask(users, { as: foreigner })).status).toBe(404);
    expect((await api.ask(users, { as: officer })).status).toBe(403);
  });
});

const firstGrant = async (of: TestUser): Promise<Grant> => {
  const [grant] = (await list(head)).items.find((it) => it.id === of.id)?.grants ?? [];
  if (!grant) throw new Error('He holds nothing.');
  return grant;
};

describe('a role over HTTP', () => {
  const give = (as: TestUser, to: string, body: unknown, headers: Record<string, string> = {}) => api.ask(`${users}/${to}/grants`, { as, method: 'POST', body, headers });

  it('opens what it gives with the next request, and closes it with the next after it was taken back', async () => {
    const user = await api.user('alpha', []);
    expect((await api.ask('/api/t/alpha/units', { as: user })).status).toBe(403);
    const given = await give(head, user.id, { role: 'agency-officer', unit: 'B', lastDay: '2099-12-31', why: 'new officer' });
    expect(given.status).toBe(201);
    const grant = await bodyOf<Grant>(given);
    expect(given.headers.get('etag')).toBe(`"${grant.version}"`);
    const seen = await bodyOf<{ items: { code: string }[] }>(await api.ask('/api/t/alpha/units', { as: user }));
    expect(seen.items.map((it) => it.code)).toEqual(['B']);
    expect((await api.ask(`${users}/${user.id}/grants/${grant.id}`, { as: head, method: 'DELETE' })).status).toBe(200);
    expect((await api.ask('/api/t/alpha/units', { as: user })).status).toBe(403);
  });

  it('is given once however often the request is sent', async () => {
    const user = await api.user('alpha', []);
    const headers = { 'idempotency-key': 'once-and-again' };
    const answers = [await give(head, user.id, { role: 'auditor' }, headers), await give(head, user.id, { role: 'auditor' }, headers)];
    expect(answers.map((it) => it.status)).toEqual([201, 201]);
    expect(await bodyOf(answers[0] as Response)).toEqual(await bodyOf(answers[1] as Response));
    expect(await bodyOf(await give(head, user.id, { role: 'finance' }, headers))).toMatchObject({ code: 'idempotency-key-reused' });
    expect((await give(head, user.id, { role: 'auditor' })).status).toBe(200);
  });

  it('stays within what the giver holds', async () => {
    const codeOf = async (response: Promise<Response>): Promise<unknown> => (await bodyOf(await response))['code'];
    expect(await codeOf(give(agencyHead, officer.id, { role: 'agency-officer', unit: 'B' }))).toBe('unknown-unit');
    expect(await codeOf(give(agencyHead, officer.id, { role: 'agency-officer' }))).toBe('outside-your-units');
    expect(await codeOf(give(agencyHead, officer.id, { role: 'auditor', unit: 'A' }))).toBe('role-not-yours-to-give');
    expect(await codeOf(give(agencyHead, agencyHead.id, { role: 'agency-officer', unit: 'A' }))).toBe('own-grants');
    expect(await codeOf(give(agencyHead, head.id, { role: 'agency-officer', unit: 'A' }))).toBe('unknown-user');
    expect(await codeOf(give(head, foreigner.id, { role: 'auditor' }))).toBe('unknown-user');
    expect(await codeOf(give(head, officer.id, { role: 'auditor', line: 'manages' }))).toBe('line-without-unit');
  });

  it('is changed on the version that was seen, and shows both versions if there is another', async () => {
    const { id: grant } = await firstGrant(officer);
    const change = (lastDay: string | null, version: string) => api.ask(`${users}/${officer.id}/grants/${grant}`, { as: head, method: 'PATCH', body: { lastDay }, headers: { 'if-match': version } });
    expect(await bodyOf(await change('2090-12-31', '"1"'))).toMatchObject({ lastDay: '2090-12-31', version: 2 });
    expect(await bodyOf(await change(null, '"1"'))).toMatchObject({ status: 409, code: 'changed-meanwhile', yours: { lastDay: null }, current: { lastDay: '2090-12-31', version: 2 } });
  });

  it('of the last administrator stays', async () => {
    const { id: grant } = await firstGrant(head);
    expect(await bodyOf(await api.ask(`${users}/${head.id}/grants/${grant}`, { as: head, method: 'DELETE' }))).toMatchObject({ status: 409, code: 'last-administrator' });
    expect(await bodyOf(await api.ask(`${users}/${head.id}`, { as: head, method: 'DELETE' }))).toMatchObject({ code: 'last-administrator' });
  });
});

describe('inviting and removing', () => {
  const invite = (as: TestUser, body: unknown) => api.ask('/api/t/alpha/invitations', { as, method: 'POST', body });

  it('lets somebody in with a role, and takes all of it from him at once', async () => {
    const invited = await invite(agencyHead, { email: 'new@alpha.test', name: 'Nguyễn Văn Mới', role: 'agency-officer', unit: 'C' });
    expect(invited.status).toBe(201);
    const made = await bodyOf<Shown>(invited);
    expect(made).toMatchObject({ email: 'new@alpha.test', status: 'invited', grants: [{ role: 'agency-officer', unit: { code: 'C' } }] });
    expect((await list(agencyHead)).items.map((it) => it.email)).toContain('new@alpha.test');
    expect(await bodyOf(await api.ask(`${users}/${made.id}`, { as: agencyHead, method: 'DELETE' }))).toEqual({ ended: 1 });
    expect((await api.ask(`${users}/${made.id}`, { as: head })).status).toBe(404);
  });

  it('makes no account and opens no door where the role may not be given', async () => {
    const refused = await invite(agencyHead, { email: 'not@alpha.test', name: 'Nobody', role: 'home-affairs-head', unit: 'A' });
    expect(await bodyOf(refused)).toMatchObject({ status: 403, code: 'role-not-yours-to-give' });
    expect((await list(head)).items.map((it) => it.email)).not.toContain('not@alpha.test');
  });

  it('closes the open session of who was removed', async () => {
    const user = await api.user('alpha', [{ role: 'auditor' }]);
    expect((await api.ask('/api/t/alpha/me', { as: user })).status).toBe(200);
    expect((await api.ask(`${users}/${user.id}`, { as: head, method: 'DELETE' })).status).toBe(200);
    expect((await api.ask('/api/t/alpha/me', { as: user })).status).toBe(404);
  });

  it('is refused to who administers other units, or another tenant', async () => {
    expect((await api.ask(`${users}/${head.id}`, { as: agencyHead, method: 'DELETE' })).status).toBe(404);
    expect((await api.ask(`${users}/${head.id}`, { as: officer, method: 'DELETE' })).status).toBe(403);
    expect((await api.ask(`${users}/${officer.id}`, { as: foreigner, method: 'DELETE' })).status).toBe(404);
    expect((await api.ask(`${users}/${foreigner.id}`, { as: head, method: 'DELETE' })).status).toBe(404);
  });
});
