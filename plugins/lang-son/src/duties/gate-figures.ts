import { daysWithin, type Days } from './period.ts';
import { gates, type Gate } from './wire.ts';

/** What a gate had in a period: duties, people (each once) and the days that they were there, summed over people. */
export type GateFigures = { gate: Gate; duties: number; people: number; personDays: number };

/** The figures of every gate for a period, both days inclusive, of the duties that whoever asks may see. */
export const gateFigures = (duties: readonly (Days & { person: string; gate: Gate })[], period: { from: string; to: string }): GateFigures[] =>
  gates.map((gate) => {
    const held = duties.filter((it) => it.gate === gate && daysWithin(it, period) > 0);
    return { gate, duties: held.length, people: new Set(held.map((it) => it.person)).size, personDays: held.reduce((sum, it) => sum + daysWithin(it, period), 0) };
  });
