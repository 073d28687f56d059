import { describe, expect, it } from 'vitest';
import type { Role } from './queries.ts';
import { isOfUnit, rolesToGive } from './roles-to-give.ts';

const role = (name: Role['role'], gives: Role['gives'], yoursToGive: boolean): Role => ({ role: name, permissions: [], gives, yoursToGive });

describe('the roles to give', () => {
  const { yours, others } = rolesToGive([role('operator', ['operator', 'auditor', 'agency-head'], false), role('home-affairs-head', ['auditor'], false), role('auditor', [], true), role('agency-head', [], false)]);

  it('are those that the reader may give', () => {
    expect(yours).toEqual(['auditor']);
  });

  it('are told for all others too, with who gives them', () => {
    expect(others).toContainEqual({ role: 'operator', givenBy: ['operator'] });
    expect(others).toContainEqual({ role: 'agency-head', givenBy: ['operator'] });
    expect(others.map((it) => it.role)).not.toContain('auditor');
  });

  it('of agencies and communes are given for a unit', () => {
    expect([isOfUnit('commune-officer'), isOfUnit('home-affairs-officer')]).toEqual([true, false]);
  });
});
