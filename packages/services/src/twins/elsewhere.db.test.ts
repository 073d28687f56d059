import { randomBytes } from 'node:crypto';
import { compareAcrossProvinces } from '@saubac/db/twins';
import { type TenantDb, vaultOf } from '@saubac/db/tenancy';
import { everything, isoDate, type Result, subtreesOf } from '@saubac/domain/values';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { testCtx } from '@saubac/testing/context';
import { type Holders, storeHolders } from '@saubac/testing/levels';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { listElsewhere, setAcrossProvinces } from './index.ts';

let cluster: TestCluster;
let alpha: TenantDb;
let beta: TenantDb;
let held: { alpha: Holders; beta: Holders };
const today = isoDate('2026-01-15');
const vault = vaultOf({ name: 'test', bytes: randomBytes(32) });
const got = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.failure)}`);
  return result.value;
};
const number = async (db: TenantDb, person: string | undefined, it: string) => db.execute(sql`update people set id_number = ${it} where id = ${person ?? null}::uuid`);
const compare = (db: TenantDb) => db.transaction((tx) => compareAcrossProvinces(tx, vault));

beforeAll(async () => {
  cluster = await cloneDatabase();
  ({ db: alpha } = await cluster.openTenant('alpha'));
  ({ db: beta } = await cluster.openTenant('beta'));
  held = { alpha: await storeHolders(alpha), beta: await storeHolders(beta) };
  await number(alpha, held.alpha.people.A[0], '001190000001');
  await number(alpha, held.alpha.people.B[0], '001190000002');
  await number(beta, held.beta.people.A[1], '001190000001');
  await number(beta, held.beta.people.B[1], '001190000003');
});
afterAll(() => cluster.close());

describe('the same number in two provinces', () => {
  it('is told to neither before both take part', async () => {
    got(await setAcrossProvinces(testCtx({ db: alpha, today }), { takesPart: true }));
    expect(await compare(alpha)).toEqual({ stated: 2, elsewhere: 0 });
    expect(await compare(beta)).toEqual({ stated: 0, elsewhere: 0 });
    expect(got(await listElsewhere(testCtx({ db: beta, today })))).toEqual({ takesPart: false, items: [], next: null });
    expect(await alpha.execute(sql`select kind from outbox`)).toEqual([{ kind: 'twins.compare' }]);
  });

  it('is told to both once they do: the name of the other and a day, and nothing of its people', async () => {
    got(await setAcrossProvinces(testCtx({ db: beta, today }), { takesPart: true }));
    expect(await compare(beta)).toEqual({ stated: 2, elsewhere: 1 });
    expect(await compare(alpha)).toEqual({ stated: 2, elsewhere: 1 });
    const province = (await cluster.findTenant('beta'))!.name;
    expect(got(await listElsewhere(testCtx({ db: alpha, today })))).toMatchObject({ takesPart: true, items: [{ id: held.alpha.people.A[0], idNumber: '001190000001', province }], next: null });
  });

  it('is shown to who may see the person, and the number to who may read it', async () => {
    const as = (role: 'agency-officer' | 'auditor', scope = everything) => listElsewhere(testCtx({ db: alpha, today, access: { kind: 'granted', held: [{ role, scope }] } }));
    expect(got(await as('agency-officer', subtreesOf([held.alpha.units.B]))).items).toEqual([]);
    expect(got(await as('agency-officer', subtreesOf([held.alpha.units.A]))).items).toMatchObject([{ idNumber: '001190000001' }]);
    expect(got(await as('auditor')).items).toMatchObject([{ idNumber: '•••••••••001' }]);
    expect(await setAcrossProvinces(testCtx({ db: alpha, today, access: { kind: 'granted', held: [{ role: 'home-affairs-head', scope: subtreesOf([held.alpha.units.A]) }] } }), { takesPart: false })).toEqual({ ok: false, failure: { kind: 'forbidden', permission: 'catalogue.edit' } });
  });

  it('is forgotten on both sides when one no longer takes part, or its person no longer has it', async () => {
    got(await setAcrossProvinces(testCtx({ db: beta, today }), { takesPart: false, why: 'decision 5' }));
    expect(await compare(beta)).toEqual({ stated: 0, elsewhere: 0 });
    expect(await compare(alpha)).toEqual({ stated: 2, elsewhere: 0 });
    expect(got(await listElsewhere(testCtx({ db: alpha, today }))).items).toEqual([]);
  });

  it('is a digest that another key makes otherwise, and for another purpose too', () => {
    const other = vaultOf({ name: 'other', bytes: randomBytes(32) });
    expect(vault.digest('001190000001', 'person-digest')).toMatch(/^[0-9a-f]{64}$/);
    expect(new Set([vault.digest('001190000001', 'a'), vault.digest('001190000001', 'b'), other.digest('001190000001', 'a')]).size).toBe(3);
  });
});
