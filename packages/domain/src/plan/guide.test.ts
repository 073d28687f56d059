import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { coreFacts } from '../people/index.ts';
import { examplePlan } from './example-plan.ts';
import { planFile } from './plan-file.ts';

const guide = readFileSync(join(import.meta.dirname, '..', '..', '..', '..', 'docs', 'plan-file.md'), 'utf8');

describe('the guide to plan files', () => {
  it('prints the example that the tests parse', () => {
    const [, printed = ''] = /<!-- example -->\n```json\n([\s\S]*?)\n```/.exec(guide) ?? [];
    expect(JSON.parse(printed)).toEqual(examplePlan);
  });

  it.each(Object.keys(planFile.shape))('explains the section %s', (section) => {
    expect(guide).toContain(`\`${section}`.replace('`$schema', '"$schema'));
  });

  it.each(coreFacts.map((it) => [it.id, it] as const))('lists the fact %s with its type and codes', (id, fact) => {
    const row = guide.split('\n').find((line) => line.startsWith(`| \`${id}\` | ${fact.type}`)) ?? '';
    expect(row).not.toBe('');
    expect(row.includes('*none*')).toBe(fact.absentMeansNone === true);
    if (id !== 'plannedOfficeRank') for (const { code } of fact.codes ?? []) expect(row).toContain(`\`${code}\``);
  });
});
