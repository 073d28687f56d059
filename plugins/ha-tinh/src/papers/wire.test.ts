import { describe, expect, it } from 'vitest';

import { kindIn } from './wire.ts';

describe('a paper', () => {
  it('is of a kind that belongs to what it is kept with', () => {
    expect([kindIn('agreement', 'annex'), kindIn('class', 'decision')]).toEqual(['annex', 'decision']);
    expect([kindIn('agreement', 'decision'), kindIn('class', 'signed'), kindIn('class', undefined)]).toEqual([undefined, undefined, undefined]);
  });
});
