import { describe, expect, it } from 'vitest';
import { differingElements, differingSections } from './differences.ts';

const plan = { title: { vi: 'a' }, targets: [{ id: 'x' }, { id: 'y' }], funding: { groups: [{ id: 'g' }] } };

describe('what two people wrote differently', () => {
  it('is told section by section, and not where both wrote the same', () => {
    const other = { ...plan, targets: [{ id: 'x' }, { id: 'y', goal: 1 }], funding: { groups: [] } };
    expect(differingSections(plan, other).map((it) => it.section.key)).toEqual(['targets', 'funding']);
    expect(differingSections(plan, structuredClone(plan))).toEqual([]);
  });

  it('is told element by element in a list', () => {
    expect(differingElements(plan.targets, [{ id: 'y' }])).toEqual([{ id: 'x' }]);
    expect(differingElements({ vi: 'a' }, { vi: 'b' })).toEqual([]);
  });
});
