import { describe, expect, it } from 'vitest';
import { demoPlaces, type SampleUnit } from './demo-places.ts';

const unit = (code: string, parent: string | null, depth: number, more: Partial<SampleUnit> = {}): SampleUnit => ({ code, parent, depth, tier: 'province', bodyKind: 'state', people: 1, ...more });

describe('the places of a demo', () => {
  it('are the agency and the commune with the most people, those of units below counted', () => {
    const units = [unit('P', null, 0), unit('A', 'P', 1, { people: 50 }), unit('B', 'P', 1), unit('B-1', 'B', 2, { people: 70, bodyKind: 'public-service' }), unit('C1', 'P', 1, { tier: 'commune' }), unit('C2', 'P', 1, { tier: 'commune', people: 5 })];
    expect(demoPlaces(units)).toEqual({ agency: 'B', commune: 'C2' });
  });

  it('are missing where the sample has none', () => {
    expect(demoPlaces([unit('P', null, 0)])).toEqual({ agency: undefined, commune: undefined });
  });
});
