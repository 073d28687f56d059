import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type TestApi, type TestUser } from './api.ts';
import { bodyOf, codeOf } from './browser.ts';

const settings = '/api/t/alpha/sign-in-settings';
const secret = 'secret of the client 4711';
const connection = { issuer: 'https://id.example.gov.vn', clientId: 'saubac', emailDomains: ['Example.gov.vn'], isSecondFactor: false };

let api: TestApi;
let head: TestUser;

beforeAll(async () => {
  api = await openApi({}, { publicUrl: 'https://desk.test' });
  head = await api.user('alpha', [{ role: 'home-affairs-head' }]);
});
afterAll(() => api.close());

const put = (version: number, body: unknown, as = head) => api.ask(settings, { as, method: 'PUT', body, headers: { 'if-match': `"${version}"` } });

describe('how one signs in to a tenant', () => {
  it('is changed on the version that was seen; its secret goes in and never comes out', async () => {
    const first = await api.ask(settings, { as: head });
    expect(first.headers.get('etag')).toBe('"0"');
    expect(await bodyOf(first)).toEqual({ secondFactorRequired: false, singleSignOn: null, callback: 'https://desk.test/api/platform/sso/callback', version: 0 });
    const changed = await put(0, { secondFactorRequired: false, singleSignOn: { ...connection, clientSecret: secret }, why: 'the new portal' });
    expect(changed.headers.get('etag')).toBe('"1"');
    const text = await changed.text();
    expect(JSON.parse(text)).toMatchObject({ singleSignOn: { ...connection, emailDomains: ['example.gov.vn'] }, version: 1 });
    const stale = await put(0, { secondFactorRequired: true, singleSignOn: { ...connection, clientSecret: secret } });
    const refused = await stale.text();
    expect([stale.status, JSON.parse(refused)]).toMatchObject([409, { code: 'changed-meanwhile', yours: { secondFactorRequired: true }, current: { version: 1, secondFactorRequired: false } }]);
    const shown = await (await api.ask(settings, { as: head })).text();
    const audit = await (await api.ask('/api/t/alpha/audit', { as: head })).text();
    for (const hidden of [text, refused, shown, audit, JSON.stringify(api.logged())]) expect(hidden).not.toContain(secret);
    expect(JSON.stringify(await api.cluster.superuser()`select * from platform.sign_in_settings`)).not.toContain(secret);
  });

  it('stands in the tenant’s audit, with who, why, before and after', async () => {
    const { items } = (await bodyOf(await api.ask('/api/t/alpha/audit?act=sign-in-settings.changed', { as: head }))) as { items: { id: string }[] };
    expect(items).toMatchObject([{ actor: { id: head.id }, why: 'the new portal', title: { vi: 'Sửa cách đăng nhập' } }]);
    const entry = await bodyOf(await api.ask(`/api/t/alpha/audit/${items[0]?.id ?? ''}`, { as: head }));
    expect(entry).toMatchObject({ before: { connection: null }, after: { connection: { clientId: 'saubac' } } });
  });

  it('needs the secret again where it would go to another provider', async () => {
    const elsewhere = { ...connection, issuer: 'https://evil.example.com' };
    expect(await codeOf(await put(1, { secondFactorRequired: false, singleSignOn: elsewhere }))).toBe('422 client-secret-missing');
    expect((await put(1, { secondFactorRequired: false, singleSignOn: { ...connection, isSecondFactor: true } })).status).toBe(200);
  });

  it('takes no provider that stands in our own network or has no TLS, and no domain that is none', async () => {
    for (const issuer of ['http://id.example.gov.vn', 'https://127.0.0.1', 'https://localhost', 'https://[::1]', 'https://169.254.169.254', 'https://db.internal', 'https://u:p@id.example.gov.vn', 'nothing'])
      expect(await codeOf(await put(2, { secondFactorRequired: false, singleSignOn: { ...connection, issuer, clientSecret: secret } }))).toBe('422 issuer-not-allowed');
    expect(await codeOf(await put(2, { secondFactorRequired: false, singleSignOn: { ...connection, emailDomains: ['nothing'] } }))).toBe('422 email-domain-invalid');
    expect(await codeOf(await put(2, { secondFactorRequired: false, singleSignOn: { ...connection, emailDomains: [] } }))).toBe('400 invalid-request');
  });

  it('is for who manages the sign-in of the whole tenant, of this one', async () => {
    const db = await api.db('alpha');
    await db.execute(sql`insert into units (code) values ('D')`);
    const ofUnit = await api.user('alpha', [{ role: 'home-affairs-head', unit: 'D' }]);
    const officer = await api.user('alpha', [{ role: 'home-affairs-officer' }]);
    const stranger = await api.user('beta', [{ role: 'home-affairs-head' }]);
    const answers = async (as: TestUser): Promise<string[]> => [await codeOf(await api.ask(settings, { as })), await codeOf(await put(2, { secondFactorRequired: true, singleSignOn: null }, as))];
    expect(await answers(ofUnit)).toEqual(['403 outside-your-units', '403 outside-your-units']);
    expect(await answers(officer)).toEqual(['403 forbidden', '403 forbidden']);
    expect(await answers(stranger)).toEqual(['404 unknown-tenant', '404 unknown-tenant']);
    expect(await bodyOf(await api.ask(settings, { as: head }))).toMatchObject({ version: 2, secondFactorRequired: false });
  });
});
