import { describe, expect, it } from 'vitest';
import { planTargetOf } from './plan-target.ts';

const document = {
  documents: [{ id: 'plan', number: '1/KH', title: { vi: 'A' } }, { id: 'unnumbered', number: null, title: { vi: 'B' } }],
  targets: [
    { id: 'odd' },
    {
      id: 'leaders', title: { vi: 'L' }, cite: { document: 'plan', clause: 'I.1', quote: 'q' }, cohort: { fact: 'kind', in: ['cadre'] },
      focus: { title: { vi: 'F' }, rule: { fact: 'leader', is: true }, reading: { chosen: { vi: 'so' } } }, reading: { chosen: { vi: 'thus' }, alternatives: [{ vi: 'or' }] },
    },
  ],
};

describe('a target of a plan file', () => {
  it('has its clause, its rules and every reading that was chosen for it', () => {
    const target = planTargetOf(document, 'leaders');
    expect(target?.document).toEqual({ number: '1/KH', title: { vi: 'A' } });
    expect(target?.cohort).toEqual({ fact: 'kind', in: ['cadre'] });
    expect(target?.readings.map((it) => it.chosen.vi)).toEqual(['thus', 'so']);
  });

  it('is not there where the file has none, or another form', () => {
    expect(planTargetOf(document, 'other')).toBeUndefined();
    expect(planTargetOf(document, 'odd')).toBeUndefined();
    expect(planTargetOf(null, 'leaders')).toBeUndefined();
  });
});
