import { permissions, roles, unitLines } from '@saubac/domain/access';
import { createWords } from '@saubac/i18n';
import { describe, expect, it } from 'vitest';

describe.each(['vi', 'en'] as const)('the words of %s', (locale) => {
  const words = createWords(locale);

  it.each(['roles', 'permissions'] as const)('name all %s, and no two alike', (area) => {
    const names: readonly string[] = area === 'roles' ? roles : permissions;
    const told = names.map((it) => words.named(area, it));
    expect(told.filter((it, index) => it === names[index])).toEqual([]);
    expect(new Set(told).size).toBe(names.length);
  });

  it('name all lines', () => {
    for (const line of unitLines) expect(words.named('grants', `line-${line}`)).not.toBe(`line-${line}`);
  });
});
