import { examplePlan } from '@saubac/domain/plan';
import { addDays } from '@saubac/domain/values';
import { dayInVietnam } from '@saubac/services/context';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type TestApi, type TestUser } from './api.ts';

type Json = Record<string, unknown>;
type Item = { id: string; link: string; version: number; moves: { move: string; coveredFor: string | null }[] };
const today = dayInVietnam(new Date());

let api: TestApi;
const users = {} as Record<'officer' | 'head' | 'deputy' | 'committee' | 'agency' | 'chief' | 'foreigner', TestUser>;
beforeAll(async () => {
  api = await openApi();
  for (const [name, role] of [['officer', 'home-affairs-officer'], ['head', 'home-affairs-head'], ['deputy', 'finance'], ['committee', 'committee-approver'], ['agency', 'agency-officer'], ['chief', 'agency-head']] as const) users[name] = await api.user('alpha', [{ role }]);
  users.foreigner = await api.user('beta', [{ role: 'home-affairs-head' }]);
});
afterAll(() => api.close());

const asked = async (as: TestUser, path: string, method = 'GET', body?: unknown, headers: Record<string, string> = {}, tenant = 'alpha') => {
  const response = await api.ask(`/api/t/${tenant}/${path}`, { as, method, body, headers });
  const text = await response.text();
  return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as Json & { items: Item[]; id: string } };
};
const covering = (as: TestUser, by: TestUser, more: Json = {}) => asked(as, 'covers', 'POST', { covering: by.id, from: today, to: addDays(today, 5), reason: 'Đi công tác', ...more });
const waiting = async (as: TestUser): Promise<Item | undefined> => (await asked(as, 'inbox')).body.items[0];
const moved = (as: TestUser, { id, version }: Item, move: string) => asked(as, `cases/${id}/moves`, 'POST', { move }, { 'if-match': `"${version}"` });
const handedIn = async (as: TestUser, id: string): Promise<void> => {
  const draft = await asked(as, 'plan-drafts', 'POST', { from: 'file', document: { ...examplePlan, id } });
  expect(await asked(as, `plan-drafts/${draft.body.id}/submission`, 'POST', { from: '2021-01-15' }, { 'if-match': '"1"' })).toMatchObject({ status: 200 });
};

describe('somebody who covers', () => {
  it('takes moves with the roles of the other, in his place, until it is ended', async () => {
    await handedIn(users.officer, 'covered-plan');
    expect(await waiting(users.deputy)).toBeUndefined();
    const cover = await covering(users.head, users.deputy);
    expect(cover).toMatchObject({ status: 201, body: { covered: { id: users.head.id }, covering: { id: users.deputy.id, name: expect.any(String) as string }, from: today } });
    const item = await waiting(users.deputy);
    expect(item?.moves).toMatchObject([{ move: 'check', coveredFor: expect.any(String) as string }, { move: 'sendBack' }]);
    expect((await waiting(users.head))?.moves).toMatchObject([{ move: 'check', coveredFor: null }, {}]);
    const checked = await moved(users.deputy, item!, 'check');
    expect(checked).toMatchObject({ status: 200, body: { state: 'checked', history: [{ move: 'submit', coveredFor: null }, { move: 'check', coveredFor: expect.any(String) as string }] } });
    expect((await asked(users.deputy, 'plan-drafts')).status).toBe(403);
    expect(await asked(users.head, `covers/${cover.body.id}`, 'DELETE')).toMatchObject({ status: 204 });
    expect(await waiting(users.deputy)).toBeUndefined();
    expect(await asked(users.deputy, `cases/${item!.id}`)).toMatchObject({ status: 404 });
    expect(await asked(users.head, `covers/${cover.body.id}`, 'DELETE')).toMatchObject({ status: 404, body: { code: 'unknown-cover' } });
  });

  it('is never the second person to himself or to whom he covers for', async () => {
    // The head hands in, and the officer, who covers for him, has no right of his own to check.
    await handedIn(users.head, 'own-plan');
    const { body: cover } = await covering(users.head, users.officer);
    const items = (await asked(users.officer, 'inbox')).body.items.filter((it) => it.moves.some((one) => one.move === 'check'));
    expect(items).toEqual([]);
    const [seen] = (await asked(users.committee, 'inbox')).body.items;
    expect(seen?.moves.map((it) => it.move)).not.toContain('check');
    await asked(users.head, `covers/${cover.id}`, 'DELETE');
  });

  it('does not hand on what he only covers for', async () => {
    await handedIn(users.officer, 'chained-plan');
    const [first, second] = [await covering(users.head, users.deputy), await covering(users.deputy, users.agency)];
    expect((await asked(users.deputy, 'inbox')).body.items.length).toBeGreaterThan(0);
    expect((await asked(users.agency, 'inbox')).body.items).toEqual([]);
    for (const { body } of [first, second]) await asked(users.deputy, `covers/${body.id}`, 'DELETE');
  });
});

describe('a cover', () => {
  it('is set for oneself by anybody, for others by who may give their roles and to somebody else', async () => {
    expect(await covering(users.agency, users.officer, { covered: users.head.id })).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect(await covering(users.head, users.head, { covered: users.officer.id })).toMatchObject({ status: 403, body: { code: 'own-grants' } });
    expect(await covering(users.chief, users.agency, { covered: users.head.id })).toMatchObject({ status: 403, body: { code: 'role-not-yours-to-give' } });
    expect(await covering(users.head, users.head)).toMatchObject({ status: 422, body: { code: 'covers-himself' } });
    expect(await covering(users.head, users.deputy, { from: addDays(today, -1) })).toMatchObject({ status: 422, body: { code: 'cover-days-wrong' } });
    expect(await covering(users.head, users.foreigner)).toMatchObject({ status: 404, body: { code: 'unknown-user' } });
  });

  it('is listed to its two people and to who sees all users, and ended by them alone', async () => {
    const { body: cover } = await covering(users.officer, users.agency, { from: addDays(today, 3) });
    const listed = async (as: TestUser, query = '') => (await asked(as, `covers${query}`)).body.items?.map((it) => it.id);
    expect([await listed(users.officer), await listed(users.agency), await listed(users.deputy), await listed(users.head, '?all=true')]).toEqual([[cover.id], [cover.id], [], [cover.id]]);
    expect(await asked(users.agency, 'covers?all=true')).toMatchObject({ status: 403 });
    expect(await asked(users.deputy, `covers/${cover.id}`, 'DELETE')).toMatchObject({ status: 404 });
    expect(await asked(users.foreigner, `covers/${cover.id}`, 'DELETE', undefined, {}, 'beta')).toMatchObject({ status: 404 });
    expect((await asked(users.agency, 'cover-candidates')).body.items.map((it) => it.id)).not.toContain(users.foreigner.id);
    expect(await asked(users.agency, `covers/${cover.id}`, 'DELETE')).toMatchObject({ status: 204 });
  });
});
