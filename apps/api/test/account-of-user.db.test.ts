import { sql } from 'drizzle-orm';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type TestApi, type TestUser } from './api.ts';

const password = 'a password of a test';

let api: TestApi;
let head: TestUser;
let agencyHead: TestUser;
let officer: TestUser;
let foreigner: TestUser;
beforeAll(async () => {
  api = await openApi();
  const db = await api.db('alpha');
  for (const code of ['A', 'B']) {
    await db.execute(sql`with u as (insert into units (code) values (${code}) returning id) insert into unit_versions (unit_id, valid, name, path, tier, body_kind) select id, '[2020-01-01,)', ${`Unit ${code}`}, ${`${code}/`}, 'province', 'state' from u`);
  }
  head = await api.user('alpha', [{ role: 'home-affairs-head' }]);
  agencyHead = await api.user('alpha', [{ role: 'agency-head', unit: 'A' }]);
  officer = await api.user('alpha', [{ role: 'agency-officer', unit: 'A' }]);
  foreigner = await api.user('beta', [{ role: 'home-affairs-head' }]);
});
afterAll(() => api.close());

const users = '/api/t/alpha/users';
const bodyOf = async (response: Response): Promise<Record<string, unknown>> => (await response.json()) as Record<string, unknown>;
const codeOf = async (response: Promise<Response>): Promise<unknown> => (await bodyOf(await response))['code'];
const reset = (as: TestUser, of: TestUser, why = 'came with his card') => api.ask(`${users}/${of.id}/second-factor/removal`, { as, method: 'POST', body: { why } });
const endSessions = (as: TestUser, of: TestUser) => api.ask(`${users}/${of.id}/sessions/end`, { as, method: 'POST', body: {} });
const statusOf = async (as: TestUser): Promise<number> => (await api.ask('/api/platform/me', { as })).status;

/** Sets a second factor up, and answers with the session that goes on. */
const enrol = async (user: TestUser): Promise<TestUser> => {
  const { secret } = await bodyOf(await api.ask('/api/platform/me/second-factor', { as: user, method: 'POST', body: { password } }));
  const code = new TOTP({ secret: Secret.fromBase32(String(secret)) }).generate();
  const { token } = await bodyOf(await api.ask('/api/platform/me/second-factor/confirm', { as: user, method: 'POST', body: { code } }));
  return { ...user, token: String(token) };
};
const made = (roles: Parameters<TestApi['user']>[1]) => api.user('alpha', roles);
const lastAct = async () => bodyOf(await api.ask('/api/t/alpha/audit?limit=1', { as: head }));

describe('a second factor that was lost', () => {
  it('is removed by an administrator, on record with the reason; sessions end and its owner is told', async () => {
    const user = await enrol(await made([{ role: 'agency-officer', unit: 'A' }]));
    expect(await bodyOf(await api.ask(`${users}/${user.id}`, { as: head }))).toMatchObject({ secondFactor: true });
    expect((await reset(agencyHead, user)).status).toBe(204);
    expect(await statusOf(user)).toBe(401);
    expect(await bodyOf(await api.ask(`${users}/${user.id}`, { as: head }))).toMatchObject({ secondFactor: false });
    expect(api.mails.at(-1)).toMatchObject({ to: user.email, template: 'second-factor-changed' });
    expect(await lastAct()).toMatchObject({ items: [{ act: 'second-factor.reset', why: 'came with his card', subject: { kind: 'user', id: user.id, label: expect.stringMatching(/^User \d+$/) } }] });
    expect(await codeOf(reset(head, user))).toBe('no-second-factor');
  });

  it('is never one’s own, and its reason is never left out', async () => {
    expect(await codeOf(reset(head, head))).toBe('own-sign-in');
    expect((await api.ask(`${users}/${officer.id}/second-factor/removal`, { as: head, method: 'POST', body: {} })).status).toBe(400);
  });

  it('of somebody with a role above one’s own, of other units or of another tenant stays', async () => {
    const [operator, elsewhere] = [await made([{ role: 'operator' }]), await made([{ role: 'agency-officer', unit: 'A' }, { role: 'agency-officer', unit: 'B' }])];
    for (const act of [reset, endSessions]) {
      expect(await codeOf(act(head, operator))).toBe('role-not-yours-to-give');
      expect(await codeOf(act(agencyHead, elsewhere))).toBe('outside-your-units');
      expect(await codeOf(act(agencyHead, head))).toBe('unknown-user');
      expect(await codeOf(act(officer, agencyHead))).toBe('forbidden');
      expect((await act(foreigner, officer)).status).toBe(404);
      expect(await codeOf(act(head, foreigner))).toBe('unknown-user');
    }
  });

  it('of an account that opens another tenant too is left to the operator', async () => {
    const user = await enrol(await made([{ role: 'auditor' }]));
    await api.ask('/api/t/beta/invitations', { as: foreigner, method: 'POST', body: { email: user.email, name: 'User', role: 'auditor' } });
    expect(await codeOf(reset(head, user))).toBe('account-elsewhere');
    expect(await codeOf(endSessions(head, user))).toBe('account-elsewhere');
    expect(await statusOf(user)).toBe(200);
  });
});

describe('the sessions of a user', () => {
  it('end all at once, on record', async () => {
    const user = await made([{ role: 'agency-officer', unit: 'A' }]);
    expect(await bodyOf(await endSessions(head, user))).toEqual({ ended: 1 });
    expect(await statusOf(user)).toBe(401);
    expect(await lastAct()).toMatchObject({ items: [{ act: 'user-sessions.ended', subject: { id: user.id } }] });
  });

  it('tell when somebody was last signed in', async () => {
    const { items } = (await bodyOf(await api.ask(users, { as: head }))) as { items: { id: string; lastSignIn: string | null }[] };
    expect(items.find((it) => it.id === officer.id)?.lastSignIn).toMatch(/^\d{4}-/);
    const invited = await bodyOf(await api.ask('/api/t/alpha/invitations', { as: head, method: 'POST', body: { email: 'nobody.yet@alpha.test', name: 'New', role: 'auditor' } }));
    expect(invited).toMatchObject({ status: 'invited', lastSignIn: null });
  });
});

describe('the roles', () => {
  it('say what each may do, and which the caller may give', async () => {
    type Listed = { items: { role: string; permissions: string[]; gives: string[]; yoursToGive: boolean }[] };
    const rolesFor = async (as: TestUser) => ((await bodyOf(await api.ask('/api/t/alpha/roles', { as }))) as Listed).items;
    const given = async (as: TestUser) => (await rolesFor(as)).filter((it) => it.yoursToGive).map((it) => it.role);
    expect(await given(agencyHead)).toEqual(['agency-officer', 'commune-officer', 'learner']);
    expect(await given(head)).not.toContain('operator');
    expect((await rolesFor(head)).find((it) => it.role === 'agency-head')).toMatchObject({ gives: ['agency-officer', 'commune-officer', 'learner'], permissions: expect.arrayContaining(['user.manage']) });
    expect(await codeOf(api.ask('/api/t/alpha/roles', { as: officer }))).toBe('forbidden');
  });
});
