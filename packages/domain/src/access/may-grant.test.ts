import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate, type UnitId, type UserId } from '../values/index.ts';
import { coversGrant, type Giver, type GrantId, type GrantTarget, mayEnd, mayGrant, type Role, roleDefinitions, roleHolds, roles, scopeContains, scopeOfGrant, type ScopedGrant, topologyOf, unionOf, type UnitLine, unitLines } from './index.ts';

const today = isoDate('2026-03-01');
const unit = (name: string): UnitId => name as UnitId;
const user = (name: string): UserId => name as UserId;
const from = isoDate('2020-01-01');
const place = (path: string) => ({ unit: unit(path.split('/').at(-2) ?? ''), path, from, to: 'infinity' as const });
const line = (name: string, target: string, kind: UnitLine) => ({ unit: unit(name), line: kind, target: unit(target), from, to: 'infinity' as const });
const topology = topologyOf({ places: ['p/', 'p/a/', 'p/a/c/', 'p/b/', 'x/'].map(place), successions: [], lines: [line('x', 'a', 'budgets-through'), line('b', 'p', 'budgets-through'), line('a', 'p', 'manages')] });

const granted = (holder: UserId, role: Role, name: string | null, kind: UnitLine = 'uses', days: Partial<Pick<ScopedGrant, 'from' | 'to'>> = {}): ScopedGrant => {
  const reach = { unit: name === null ? null : unit(name), line: kind };
  return { id: `${holder}-${role}-${name}` as GrantId, user: holder, role, ...reach, from, to: 'infinity', grantedBy: null, version: 1, scope: scopeOfGrant(topology, reach), ...days };
};
const giver = (...grants: ScopedGrant[]): Giver => ({ kind: 'user', id: user('giver'), grants });
const target = (role: Role, name: string | null, kind: UnitLine = 'uses', to = 'other'): GrantTarget => granted(user(to), role, name, kind);

const anyGrant = fc.tuple(fc.constantFrom(...roles), fc.constantFrom(null, 'p', 'a', 'c', 'b', 'x'), fc.constantFrom(...unitLines)).map(([role, name, kind]) => granted(user('giver'), role, name, name === null ? 'uses' : kind));
const anyTarget = anyGrant.map((it): ScopedGrant => ({ ...it, user: user('other') }));

describe('who may give a role', () => {
  it('never gives more than one of his own roles gives, nor anything outside the units he administers', () => {
    fc.assert(
      fc.property(fc.array(anyGrant, { maxLength: 3 }), anyTarget, (held, wish) => {
        if (!mayGrant(topology, giver(...held), wish, today).ok) return;
        const own = held.filter((it) => roleHolds(it.role, 'user.manage') && roleDefinitions[it.role].gives.includes(wish.role));
        expect(own).not.toEqual([]);
        expect(scopeContains(topology, unionOf(own.map(({ scope }) => scope)), wish.scope, today)).toBe(true);
        if (wish.unit === null) expect(own.some((it) => it.unit === null)).toBe(true);
      }),
    );
  });

  it('gives himself nothing, whatever he holds', () => {
    fc.assert(
      fc.property(fc.array(anyGrant, { maxLength: 3 }), anyGrant, (held, wish) => {
        expect(mayGrant(topology, giver(...held), wish, today)).toEqual({ ok: false, failure: { kind: 'own-grants' } });
      }),
    );
  });

  it('does not gain by holding less', () => {
    fc.assert(
      fc.property(fc.array(anyGrant, { maxLength: 3 }), anyTarget, (held, wish) => {
        if (mayGrant(topology, giver(...held.slice(1)), wish, today).ok) expect(mayGrant(topology, giver(...held), wish, today).ok).toBe(true);
      }),
    );
  });

  it('gives within his units only, if he heads an agency', () => {
    const head = giver(granted(user('giver'), 'agency-head', 'a'));
    expect(mayGrant(topology, head, target('agency-officer', 'c'), today).ok).toBe(true);
    expect(mayGrant(topology, head, target('agency-officer', 'b'), today)).toEqual({ ok: false, failure: { kind: 'outside-your-units' } });
    expect(mayGrant(topology, head, target('agency-officer', null), today)).toEqual({ ok: false, failure: { kind: 'outside-your-units' } });
    expect(mayGrant(topology, head, target('agency-head', 'c'), today)).toEqual({ ok: false, failure: { kind: 'role-not-yours-to-give', role: 'agency-head' } });
  });

  it('gives a line only from who holds the tenant or the same line from a unit above', () => {
    expect(mayGrant(topology, giver(granted(user('giver'), 'agency-head', 'x')), target('agency-officer', 'a', 'budgets-through'), today).ok).toBe(false);
    expect(mayGrant(topology, giver(granted(user('giver'), 'agency-head', 'p', 'budgets-through')), target('agency-officer', 'a', 'budgets-through'), today).ok).toBe(true);
    expect(mayGrant(topology, giver(granted(user('giver'), 'home-affairs-head', null)), target('agency-officer', 'a', 'budgets-through'), today).ok).toBe(true);
  });

  it('may not use a role that has ended, or has not begun', () => {
    const ended = granted(user('giver'), 'home-affairs-head', null, 'uses', { to: today });
    const coming = granted(user('giver'), 'home-affairs-head', null, 'uses', { from: isoDate('2026-03-02') });
    expect(coversGrant(topology, [ended, coming], target('agency-officer', 'a'), today)).toEqual({ ok: false, failure: { kind: 'role-not-yours-to-give', role: 'agency-officer' } });
  });

  it('is anybody at the command line', () => {
    fc.assert(
      fc.property(anyTarget, (wish) => {
        expect(mayGrant(topology, { kind: 'command-line' }, wish, today).ok).toBe(true);
      }),
    );
  });
});

describe('who may end a grant', () => {
  it('is its holder, who may give up what he has but not prolong it', () => {
    const own = granted(user('giver'), 'agency-officer', 'a', 'uses', { to: isoDate('2026-12-31') });
    expect(mayEnd(topology, giver(own), own, today, today).ok).toBe(true);
    expect(mayEnd(topology, giver(own), own, 'infinity', today)).toEqual({ ok: false, failure: { kind: 'own-grants' } });
  });

  it('is whoever could have given it', () => {
    const head = giver(granted(user('giver'), 'agency-head', 'a'));
    expect(mayEnd(topology, head, granted(user('other'), 'agency-officer', 'c'), today, today).ok).toBe(true);
    expect(mayEnd(topology, head, granted(user('other'), 'home-affairs-head', null), today, today).ok).toBe(false);
  });
});
