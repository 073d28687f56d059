import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everything, subtreesOf, type UnitId } from '../values/index.ts';
import { commandLine, type HeldRole, permitted, permissions, roleDefinitions, roles, roleHolds } from './index.ts';

const unit = (name: string): UnitId => name as UnitId;
const units = ['a', 'b', 'c'].map(unit);
const held = fc.record<HeldRole>({ role: fc.constantFrom(...roles), scope: fc.oneof(fc.constant(everything), fc.subarray(units).map(subtreesOf)) });

describe('a permission', () => {
  it('reaches exactly the units of the roles that hold it', () => {
    fc.assert(
      fc.property(fc.array(held, { maxLength: 5 }), fc.constantFrom(...permissions), (grants, permission) => {
        const giving = grants.filter(({ role }) => roleHolds(role, permission));
        const answer = permitted({ kind: 'granted', held: grants }, permission);
        const roots = new Set(giving.flatMap(({ scope }) => (scope.kind === 'subtrees' ? scope.roots : [])));
        const expected = giving.some(({ scope }) => scope.kind === 'everything')
          ? { ok: true, value: everything }
          : roots.size === 0
            ? { ok: false, failure: { kind: 'forbidden', permission } }
            : { ok: true, value: subtreesOf([...roots]) };
        expect(answer).toEqual(expected);
      }),
    );
  });

  it('is not widened by a right to something else', () => {
    const access = { kind: 'granted' as const, held: [{ role: 'auditor' as const, scope: everything }, { role: 'agency-officer' as const, scope: subtreesOf([unit('a')]) }] };
    expect(permitted(access, 'person.read')).toEqual({ ok: true, value: everything });
    expect(permitted(access, 'person.edit')).toEqual({ ok: true, value: subtreesOf([unit('a')]) });
  });

  it('is held everywhere at the command line', () => {
    for (const permission of permissions) expect(permitted(commandLine, permission)).toEqual({ ok: true, value: everything });
  });
});

describe('a role', () => {
  it('that gives no role does not administer users, and one that does may administer them', () => {
    for (const role of roles) expect(roleDefinitions[role].gives.length > 0, role).toBe(roleHolds(role, 'user.manage'));
  });

  it('that only supervises writes nothing', () => {
    const writing = ['plan.draft', 'plan.put-in-force', 'person.edit', 'certificate.declare', 'certificate.verify', 'level.decide', 'roster.import', 'user.manage', 'catalogue.edit'] as const;
    for (const permission of writing) expect(roleHolds('auditor', permission)).toBe(false);
  });

  it('of the Ministry reads no person', () => {
    expect(roleHolds('ministry', 'person.read')).toBe(false);
    expect(roleHolds('ministry', 'certificate.read')).toBe(false);
  });

  it('of the operator reads no person either: running the installation is no reason to', () => {
    expect(roleHolds('operator', 'person.read')).toBe(false);
  });
});
