import { expect, it } from 'vitest';

import type { Gate } from '../gates.ts';
import { figuresOf } from './gate-figures.ts';

const year = { from: '2026-01-01', to: '2026-12-31' };
const duty = (person: string, gate: Gate, from: string, to: string) => ({ person, gate, from, to });

it('counts somebody once at a gate, however often he was there', () => {
  const figures = figuresOf([duty('a', 'huu-nghi', '2026-02-01', '2026-02-11'), duty('a', 'huu-nghi', '2026-05-01', '2026-05-06'), duty('b', 'huu-nghi', '2026-02-01', '2026-02-02')], year);
  expect(figures[0]).toEqual({ gate: 'huu-nghi', duties: 3, people: 2, days: 16 });
});

it('counts somebody at each gate where he was', () => {
  const figures = figuresOf([duty('a', 'tan-thanh', '2026-02-01', '2026-02-03'), duty('a', 'chi-ma', '2026-03-01', '2026-03-02')], year);
  expect(figures.map((it) => [it.gate, it.people])).toEqual([['huu-nghi', 0], ['tan-thanh', 1], ['chi-ma', 1]]);
});

it('counts only the days within the period, of a duty that began before it or ends after it', () => {
  const figures = figuresOf([duty('a', 'chi-ma', '2025-12-30', '2026-01-03'), duty('b', 'chi-ma', '2026-12-31', '2027-02-01'), duty('c', 'chi-ma', '2025-12-01', '2026-01-01')], year);
  expect(figures[2]).toEqual({ gate: 'chi-ma', duties: 2, people: 2, days: 3 });
});

it('names a gate where nobody was on duty', () => {
  expect(figuresOf([], year)).toEqual(['huu-nghi', 'tan-thanh', 'chi-ma'].map((gate) => ({ gate, duties: 0, people: 0, days: 0 })));
});
