import { rule } from '@saubac/domain/rules';
import { describe, expect, it } from 'vitest';
import type { ListField } from './field.ts';
import { blankItem, freeId } from './blank.ts';
import { sections } from './sections.ts';

const document = { period: { from: '2020-01-01', to: '2030-12-31' }, documents: [{ id: 'plan' }], targets: [{ id: 'target-1' }] };

const listOf = (key: string): ListField => {
  const found = sections.flatMap((it) => it.fields).find((it) => it.key === key);
  if (found?.as !== 'list') throw new Error(key);
  return found;
};

describe('a new element', () => {
  it('has an id that nothing else has', () => {
    expect(freeId(document, 'target')).toBe('target-2');
    expect(blankItem(listOf('targets'), document)).toMatchObject({ id: 'target-2' });
  });

  it('begins within the plan, citing its first document, with a rule that can be counted', () => {
    const target = blankItem(listOf('targets'), document) as { cohort: unknown };
    expect(target).toMatchObject({ milestone: '2030-12-31', measure: { kind: 'share', goal: 2_500 }, cite: { document: 'plan', clause: '', quote: '' } });
    expect(target).not.toHaveProperty('focus');
    expect(rule.safeParse(target.cohort).success).toBe(true);
    expect(blankItem(listOf('phases'), document)).toMatchObject({ from: '2020-01-01', to: '2030-12-31' });
  });
});
