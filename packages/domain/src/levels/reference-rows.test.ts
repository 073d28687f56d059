import { describe, expect, it } from 'vitest';
import { certificateTypes, context, framework, languageRows, tables } from '../../test/levels.ts';
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
    for (const rule of tables.flatMap((it) => it.rules)) {
      const type = context.types.get(rule.type);
      expect(type, rule.type).toBeDefined();
      for (const it of rule.levels) expect(levels.has(it.level), `${rule.type} ${it.level}`).toBe(true);
      if (rule.by === 'grade') for (const it of rule.levels) expect(gradePosition(type!, it.from), `${rule.type} ${it.from}`).toBeDefined();
    }
  });

  it('refuses a table whose levels fall', () => {
    const rule = { type: 'ielts', by: 'score', clause: '1', levels: [{ level: 4, from: 5.5 }, { level: 3, from: 4 }] };
    expect(equivalenceRules.safeParse([rule]).success).toBe(false);
  });
});
