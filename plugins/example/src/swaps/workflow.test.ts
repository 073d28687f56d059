import { expect, it } from 'vitest';

import { refusalOf, type Swap } from './workflow.ts';

const swap = (change: Partial<Swap> = {}): Swap => ({ id: '1', place: 'Gate', duty: { from: '2025-01-01', to: '2025-07-01' }, from: '2025-03-01', replacement: { person: '2', duties: [] }, ...change });
const standsElsewhere = (from: string, to: string) => swap({ replacement: { person: '2', duties: [{ from, to }] } });

it('approves a replacement who is free until the duty ends', () => {
  expect([swap(), standsElsewhere('2025-01-01', '2025-03-01'), standsElsewhere('2025-07-01', 'infinity')].map(refusalOf)).toEqual([undefined, undefined, undefined]);
});

it('refuses one who is on duty on any of the days', () => {
  expect(refusalOf(standsElsewhere('2025-06-30', 'infinity'))).toBe('refusal.replacementOnDuty');
});

it('refuses a day on which nobody has to be replaced', () => {
  expect([swap({ from: '2024-12-31' }), swap({ from: '2025-07-01' })].map(refusalOf)).toEqual(['refusal.notOnDutyThen', 'refusal.notOnDutyThen']);
});
