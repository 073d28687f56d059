import { type Gate, gates } from '../gates.ts';
import { type Days, daysWithin } from './period.ts';

/** What a gate had in a period: duties that hold on any of its days, the people in them, and the days of all of them together. */
export type GateFigures = { gate: Gate; duties: number; people: number; days: number };

/** The figures of every gate, also of one where nobody was on duty. Days outside the period don't count. */
export const figuresOf = (duties: readonly (Days & { person: string; gate: Gate })[], period: { from: string; to: string }): GateFigures[] =>
  gates.map((gate) => {
    const held = duties.filter((it) => it.gate === gate).map((it) => ({ person: it.person, days: daysWithin(it, period) })).filter((it) => it.days > 0);
    return { gate, duties: held.length, people: new Set(held.map((it) => it.person)).size, days: held.reduce((sum, it) => sum + it.days, 0) };
  });
