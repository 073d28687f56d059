import type { TenantDb } from '@saubac/db/tenancy';
import type { Holders } from '@saubac/testing/levels';
import { storeHolders } from '@saubac/testing/levels';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type TestApi, type TestUser } from './api.ts';

let api: TestApi;
let db: TenantDb;
let held: Holders;
let an: TestUser;
let binh: TestUser;
let officer: TestUser;
let foreigner: TestUser;

beforeAll(async () => {
  api = await openApi();
  db = await api.db('alpha');
  held = await storeHolders(db, 3);
  await db.execute(sql`update people set full_name = 'Lê Thị Mai', name_sort = 'mai le thi', name_search = 'le thi mai', birth_date = '1990-02-03' where id in (${held.people.A[0]}::uuid, ${held.people.B[0]}::uuid, ${held.people.A[1]}::uuid)`);
  await db.execute(sql`update people set id_number = '001190000001' where id = ${held.people.A[0]}::uuid`);
  an = await api.user('alpha', [{ role: 'home-affairs-officer' }]);
  binh = await api.user('alpha', [{ role: 'home-affairs-officer' }]);
  officer = await api.user('alpha', [{ role: 'agency-officer', unit: 'A' }]);
  foreigner = await api.user('beta', [{ role: 'home-affairs-head' }]);
});
afterAll(() => api.close());

const ask = (path: string, as: TestUser, body?: unknown, headers?: Record<string, string>, tenant = 'alpha') => api.ask(`/api/t/${tenant}/${path}`, { as, ...(body === undefined ? {} : { method: 'POST', body }), ...(headers ? { headers } : {}) });
const read = async <T>(response: Response | Promise<Response>): Promise<{ status: number; body: T }> => { const it = await response; return { status: it.status, body: (await it.json()) as T }; };
type Pair = { one: { id: string; idNumber: string | null }; other: { id: string }; score: number };

describe('duplicates over the API', () => {
  it('are listed a page at a time, for who sees both records, with numbers for who may read them', async () => {
    const all = (await read<{ items: Pair[]; pairs: number; next: string | null }>(ask('twins?limit=2', an))).body;
    expect(all).toMatchObject({ pairs: 3 });
    const rest = (await read<{ items: Pair[] }>(ask(`twins?limit=2&after=${all.next}`, an))).body;
    expect([...all.items, ...rest.items]).toHaveLength(3);
    expect([...all.items, ...rest.items].flatMap((it) => [it.one.idNumber]).some((it) => it === '001190000001' || it === null)).toBe(true);
    expect((await read<{ items: Pair[] }>(ask('twins', officer))).body.items.map((it) => [it.one.id, it.other.id].toSorted())).toEqual([[held.people.A[0], held.people.A[1]].toSorted()]);
    expect((await ask('twins', foreigner)).status).toBe(404);
    expect((await read<{ items: Pair[] }>(ask('twins', foreigner, undefined, undefined, 'beta'))).body.items).toEqual([]);
  });

  it('found not to be the same are gone from the list', async () => {
    const two = { one: held.people.A[1], other: held.people.B[0] };
    expect((await ask('twins/dismissals', officer, two)).status).toBe(404);
    expect(await read(ask('twins/dismissals', an, two))).toEqual({ status: 201, body: { dismissed: true } });
    expect((await read<{ items: Pair[] }>(ask('twins', an))).body.items).toHaveLength(2);
  });

  it('are merged by two, and the address of the record that went tells where it is', async () => {
    const input = { staying: held.people.A[0], going: held.people.B[0] };
    const overlap = await read<{ code: string; errors: unknown[] }>(ask('merges', an, input));
    expect(overlap).toMatchObject({ status: 422, body: { code: 'main-posts-overlap', errors: [{ code: 'overlap' }] } });
    const choices = { mainPosts: 'beside', fields: { fullName: 'staying', birth: 'going', sex: 'staying' } };
    expect((await ask('merges/previews', officer, { ...input, choices })).status).toBe(404);
    expect(await read(ask('merges/previews', an, { ...input, choices }))).toMatchObject({ status: 200, body: { moves: { posts: 1 }, staying: { id: input.staying } } });
    const proposed = await ask('merges', an, { ...input, choices, why: 'twice' });
    const { id } = (await proposed.json()) as { id: string };
    expect([proposed.status, proposed.headers.get('etag')]).toEqual([201, '"1"']);
    const confirm = (as: TestUser, tenant = 'alpha') => read<{ code: string }>(ask(`merges/${id}/confirmation`, as, {}, { 'if-match': '"1"' }, tenant));
    const waiting = async (as: TestUser) => (await read<{ elsewhere: { kind: string; link: string }[] }>(ask('inbox', as))).body.elsewhere.map((it) => [it.kind, it.link]);
    expect([await waiting(binh), await waiting(an), await waiting(officer)]).toEqual([[['merge-to-confirm', `/duplicates/merges/${id}`]], [], []]);
    expect(await confirm(an)).toMatchObject({ status: 409, body: { code: 'same-person' } });
    expect((await confirm(officer)).status).toBe(403);
    expect((await confirm(foreigner)).status).toBe(404);
    expect((await confirm(foreigner, 'beta')).status).toBe(404);
    expect((await read(ask(`merges/${id}`, officer))).status).toBe(404);
    expect((await confirm(binh)).status).toBe(200);
    expect(await confirm(binh)).toMatchObject({ status: 409, body: { code: 'changed-meanwhile' } });
    expect(await read(ask(`people/${input.going}`, an))).toMatchObject({ status: 410, body: { code: 'person-merged', movedTo: input.staying } });
    expect((await read<{ items: { id: string }[] }>(ask('people?search=mai&total=true', an))).body).toMatchObject({ total: 2 });
    expect((await read<{ items: { state: string }[] }>(ask('merges?state=confirmed', binh))).body.items).toMatchObject([{ id, state: 'confirmed' }]);
    expect((await ask(`merges/${id}/undoing`, foreigner, {}, undefined, 'beta')).status).toBe(404);
    expect((await ask(`merges/${id}/undoing`, binh, { why: 'two sisters' })).status).toBe(200);
    expect((await ask(`people/${input.going}`, an)).status).toBe(200);
    expect(await read(ask(`merges/${id}/undoing`, binh, {}))).toMatchObject({ status: 409, body: { code: 'merge-not-confirmed' } });
  });
});

describe('the comparison with other provinces over the API', () => {
  it('is entered and left by who decides for the whole province, and read by who reads people', async () => {
    const head = await api.user('alpha', [{ role: 'home-affairs-head' }]);
    const put = (as: TestUser, takesPart: boolean, tenant = 'alpha') => api.ask(`/api/t/${tenant}/twins/elsewhere/participation`, { as, method: 'PUT', body: { takesPart } });
    expect(await read(ask('twins/elsewhere', an))).toEqual({ status: 200, body: { takesPart: false, items: [], next: null } });
    expect((await put(an, true)).status).toBe(403);
    expect((await put(officer, true)).status).toBe(403);
    expect((await put(foreigner, true)).status).toBe(404);
    expect(await read(put(head, true))).toEqual({ status: 200, body: { takesPart: true } });
    expect((await read<{ takesPart: boolean }>(ask('twins/elsewhere', officer))).body.takesPart).toBe(true);
    expect((await read<{ takesPart: boolean }>(ask('twins/elsewhere', foreigner, undefined, undefined, 'beta'))).body.takesPart).toBe(false);
    expect(await db.execute(sql`select kind from outbox where kind = 'twins.compare'`)).toHaveLength(1);
  });
});
