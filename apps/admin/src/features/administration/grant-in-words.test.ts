import { loadAdminWords } from '@saubac/i18n/admin';
import { describe, expect, it } from 'vitest';
import { reachInWords, rolesInWords } from './grant-in-words.ts';
import type { Grant } from './queries.ts';

const grant = (more: Partial<Grant>): Grant => ({ id: 'g', role: 'agency-officer', unit: { code: 'A', name: 'Sở Y tế' }, line: 'uses', from: '2026-01-01', lastDay: null, state: 'holds', grantedBy: null, version: 1, ...more });

describe('a role in words', async () => {
  const words = await loadAdminWords('vi', ['administration']);

  it('says where it reaches, and the line only where it is not the usual one', () => {
    expect(reachInWords(grant({}), words)).toBe('Sở Y tế');
    expect(reachInWords(grant({ unit: null }), words)).toBe('Toàn bộ');
    expect(reachInWords(grant({ line: 'manages' }), words)).toBe('Sở Y tế (theo quan hệ quản lý)');
  });

  it('leaves out what has ended', () => {
    expect(rolesInWords([grant({}), grant({ role: 'auditor', unit: null, state: 'ended' })], words)).toBe('Chuyên viên cơ quan, đơn vị – Sở Y tế');
  });
});
