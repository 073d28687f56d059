import { describe, expect, it } from 'vitest';

import { gateFigures } from './gate-figures.ts';

const year = { from: '2026-01-01', to: '2026-12-31' };

describe('the figures of the gates', () => {
  it('count duties, people once, and the days within the period alone', () => {
    const duties = [
      { person: 'a', gate: 'chi-ma' as const, from: '2025-12-30', to: '2026-01-03' },
      { person: 'a', gate: 'chi-ma' as const, from: '2026-03-01', to: '2026-03-02' },
      { person: 'b', gate: 'huu-nghi' as const, from: '2026-12-31', to: 'infinity' },
      { person: 'c', gate: 'tan-thanh' as const, from: '2027-01-01', to: 'infinity' },
    ];
    expect(gateFigures(duties, year)).toEqual([
      { gate: 'huu-nghi', duties: 1, people: 1, personDays: 1 },
      { gate: 'tan-thanh', duties: 0, people: 0, personDays: 0 },
      { gate: 'chi-ma', duties: 2, people: 1, personDays: 3 },
    ]);
  });
});
