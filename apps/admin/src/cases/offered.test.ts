import { expect, it } from 'vitest';
import { offered, sharedMoves } from './offered.ts';
import type { OpenMove } from './queries.ts';

const move = (name: string, more: Partial<OpenMove> = {}): OpenMove => ({ move: name, label: { vi: name }, to: `${name}d`, reason: false, own: false, refusals: [], coveredFor: null, ...more });
const [check, back, withdraw] = [move('check'), move('sendBack', { reason: true }), move('withdraw', { own: true })];

it('what goes on is offered before what goes back or gives up, and never what leads nowhere else', () => {
  expect(offered([withdraw, back, check, move('change', { to: 'waiting' })], 'waiting').map((it) => it.move)).toEqual(['check', 'sendBack', 'withdraw']);
});

it('many cases of one kind are moved at once by what can be taken in all of them', () => {
  const one = { kind: 'plan', state: 'waiting', moves: [check, back, withdraw] };
  expect(sharedMoves([one, one]).map((it) => it.move)).toEqual(['check', 'sendBack']);
  expect(sharedMoves([one, { ...one, moves: [move('check', { refusals: [{ vi: 'Chưa nêu ngày' }] }), back] }]).map((it) => it.move)).toEqual(['sendBack']);
  expect(sharedMoves([one, { ...one, kind: 'task' }])).toEqual([]);
  expect(sharedMoves([])).toEqual([]);
});
