import { describe, expect, it } from 'vitest';

import { type PlacedUnit, type Succession, topologyOf } from '../access/index.ts';
import { isoDate, type IsoDate, type UnitId } from '../values/index.ts';
import { followedTo, splitsBetween } from './index.ts';

const unit = (name: string): UnitId => name as UnitId;
const [was, then, now] = [isoDate('2024-01-01'), isoDate('2025-07-01'), isoDate('2026-01-01')];
const placed = (path: string, from: IsoDate = was, to: IsoDate | 'infinity' = 'infinity'): PlacedUnit => ({ unit: unit(path.split('/').at(-2) ?? ''), path, from, to });
const after = (from: string, to: string | null, on: IsoDate = then): Succession => ({ unit: unit(from), successor: to === null ? null : unit(to), on });
const nobody = (): null => null;
const between = { from: was, to: now };
const topology = topologyOf({
  places: [placed('a/', was, then), placed('b/'), placed('b/c/', then), placed('d/', was, then), placed('e/', then, now), placed('f/', now), placed('g/', was, then), placed('h/')],
  successions: [after('a', 'b'), after('d', 'b'), after('d', 'e'), after('e', 'f', now), after('g', null), after('h', 'f', now)],
  lines: [],
});
const to = (from: string, own: string | null = null) => followedTo(topology, unit(from), between, () => own as UnitId | null);

describe('the units of one day under those of another', () => {
  it('leave a unit that still stands where it is, also where parts were split off', () => {
    expect([to('b'), to('h')]).toEqual([{ kind: 'unit', unit: 'b' }, { kind: 'unit', unit: 'h' }]);
  });

  it('follow a unit that ended to its successor', () => {
    expect(to('a')).toEqual({ kind: 'unit', unit: 'b' });
  });

  it('send people of a unit that was split to the part they went to, or below it, and on from there', () => {
    expect([to('d', 'b'), to('d', 'c'), to('d', 'e')]).toEqual([{ kind: 'unit', unit: 'b' }, { kind: 'unit', unit: 'c' }, { kind: 'unit', unit: 'f' }]);
  });

  it('name no unit for who went elsewhere, or whose unit nothing followed', () => {
    expect([to('d'), to('d', 'h'), to('g'), to('nowhere')]).toEqual([{ kind: 'split' }, { kind: 'split' }, { kind: 'ended' }, { kind: 'ended' }]);
  });

  it('ask for the own unit of nobody but who comes to a split', () => {
    expect(splitsBetween(topology, between)).toEqual({ days: [then], units: ['d'] });
    expect(followedTo(topology, unit('a'), between, nobody)).toEqual({ kind: 'unit', unit: 'b' });
  });
});
