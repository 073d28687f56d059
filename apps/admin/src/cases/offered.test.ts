import { expect, it } from 'vitest';
import { movesAmong, offered } from './offered.ts';
import type { OpenMove } from './queries.ts';

const move = (name: string, more: Partial<OpenMove> = {}): OpenMove => ({ move: name, label: { vi: name }, to: `${name}d`, reason: false, aside: false, refusals: [], coveredFor: null, ...more });
const [check, back, withdraw] = [move('check'), move('sendBack', { reason: true }), move('withdraw', { aside: true })];

it('what goes on is offered before what goes back or gives up, and never what leads nowhere else', () => {
  expect(offered([withdraw, back, check, move('change', { to: 'waiting' })], 'waiting').map((it) => it.move)).toEqual(['check', 'sendBack', 'withdraw']);
});

it('many cases are moved at once by what can be taken in some of them; each move says in which', () => {
  const one = { id: 1, kind: 'plan', state: 'waiting', moves: [check, back, withdraw] };
  const refused = { ...one, id: 2, moves: [move('check', { refusals: [{ vi: 'Chưa nêu ngày' }] }), back] };
  const told = (cases: readonly (typeof one)[]) => movesAmong(cases).map((it) => [it.kind, it.move, it.reason, it.cases.map(({ id }) => id)]);
  expect(told([one])).toEqual([['plan', 'check', false, [1]], ['plan', 'sendBack', true, [1]]]);
  expect(told([one, refused, { ...one, id: 3, kind: 'task' }])).toEqual([['plan', 'sendBack', true, [1, 2]], ['plan', 'check', false, [1]], ['task', 'check', false, [3]], ['task', 'sendBack', true, [3]]]);
  expect(told([])).toEqual([]);
});
