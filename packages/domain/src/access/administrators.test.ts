import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isoDate, type UnitId, type UserId } from '../values/index.ts';
import { administeredUntil, type Grant, type GrantId, grantHoldsOn, losesLastAdministrator, type Role } from './index.ts';

const today = isoDate('2026-03-01');
const user = (name: string): UserId => name as UserId;
const grant = (name: string, change: Partial<Grant> = {}): Grant => ({ id: name as GrantId, user: user(name), role: 'home-affairs-head', unit: null, line: 'uses', from: isoDate('2020-01-01'), to: 'infinity', grantedBy: null, version: 1, ...change });
const active = new Set(['a', 'b'].map(user));

describe('the last administrator of a tenant', () => {
  it('can not be removed, and the last but one can', () => {
    expect(losesLastAdministrator([grant('a'), grant('b')], [grant('a')], active, today)).toBe(false);
    expect(losesLastAdministrator([grant('a')], [grant('a', { to: today })], active, today)).toBe(true);
  });

  it('can not be given an end', () => {
    expect(losesLastAdministrator([grant('a')], [grant('a', { to: isoDate('2030-01-01') })], active, today)).toBe(true);
  });

  it('is not somebody whose account is not active, who administers a unit only, or whose role administers nobody', () => {
    const others: Grant[] = [grant('c'), grant('b', { unit: 'u' as UnitId, role: 'agency-head' }), grant('b', { role: 'auditor' as Role })];
    expect(losesLastAdministrator([grant('a'), ...others], others, active, today)).toBe(true);
  });

  it('may hand over to somebody whose role begins as his own ends', () => {
    const next = isoDate('2026-06-01');
    expect(losesLastAdministrator([grant('a'), grant('b', { from: next })], [grant('a', { to: next }), grant('b', { from: next })], active, today)).toBe(false);
    expect(losesLastAdministrator([grant('a'), grant('b', { from: addDays(next, 1) })], [grant('a', { to: next }), grant('b', { from: addDays(next, 1) })], active, today)).toBe(true);
  });

  it('is not missed where there was none', () => {
    expect(losesLastAdministrator([], [], active, today)).toBe(false);
  });

  it('holds his role on each day until the first on which nobody does', () => {
    const day = fc.integer({ min: -30, max: 60 }).map((it) => addDays(today, it));
    const anyGrant = fc.record({ name: fc.constantFrom('a', 'b', 'c'), from: day, to: fc.option(day, { nil: 'infinity' as const }) }).map(({ name, ...days }) => grant(name, days));
    fc.assert(
      fc.property(fc.array(anyGrant, { maxLength: 5 }), (grants) => {
        const until = administeredUntil(grants, active, today);
        const administered = (on: typeof today): boolean => grants.some((it) => active.has(it.user) && grantHoldsOn(it, on));
        for (let on = today; on < until && on < addDays(today, 90); on = addDays(on, 1)) expect(administered(on)).toBe(true);
        if (until !== 'infinity') expect(administered(until)).toBe(false);
      }),
    );
  });
});
