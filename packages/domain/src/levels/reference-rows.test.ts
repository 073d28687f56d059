import { describe, expect, it } from 'vitest';
import { certificateTypes, context, framework, languageRows, tables } from '@saubac/testing/levels';
import { equivalenceRules } from './equivalence-table.ts';
import { gradePosition } from './certificate-grade.ts';

describe('the reference that ships', () => {
  it('names only languages that it has', () => {
    const languages = new Set(languageRows.map((it) => it.code));
    expect(certificateTypes.filter((it) => it.language !== null && !languages.has(it.language))).toEqual([]);
  });

  it('names each code once', () => {
    for (const codes of [languageRows, certificateTypes, tables].map((rows) => rows.map((it) => it.code))) expect(new Set(codes).size).toBe(codes.length);
  });

  it('speaks in its tables only of types, grades and levels that exist', () => {
    const levels = new Set(framework.levels.map((it) => it.level));
    const rules = tables.flatMap((it) => it.rules);
    const lost = rules.flatMap((rule): string[] => {
      const type = context.types.get(rule.type);
      if (!type) return [rule.type];
      const grades = rule.by === 'grade' ? rule.levels.filter((it) => gradePosition(type, it.from) === undefined).map((it) => it.from) : [];
      return [...grades, ...rule.levels.filter((it) => !levels.has(it.level)).map((it) => `${rule.type} ${it.level}`)];
    });
    expect(lost).toEqual([]);
  });

  it('refuses a table whose levels fall', () => {
    const rule = { type: 'ielts', by: 'score', clause: '1', levels: [{ level: 4, from: 5.5 }, { level: 3, from: 4 }] };
    expect(equivalenceRules.safeParse([rule]).success).toBe(false);
  });
});
