import { describe, expect, it } from 'vitest';
import { type Drawn, layOut } from './diagram-layout.ts';

const named = (...names: string[]) => names.map((name) => ({ name, label: name.toUpperCase() }));
const drawn: Drawn = {
  states: named('draft', 'withdrawn', 'waiting', 'checked', 'approved'),
  initial: 'draft',
  final: ['approved', 'withdrawn'],
  moves: [
    { name: 'submit', label: 'Submit', from: ['draft'], to: 'waiting' },
    { name: 'check', label: 'Check', from: ['waiting'], to: 'checked' },
    { name: 'approve', label: 'Approve', from: ['checked'], to: 'approved' },
    { name: 'sendBack', label: 'Send back', from: ['waiting'], to: 'draft' },
    { name: 'return', label: 'Return', from: ['checked'], to: 'draft' },
    { name: 'change', label: 'Change', from: ['waiting', 'checked'], to: 'waiting' },
    { name: 'withdraw', label: 'Withdraw', from: ['draft', 'waiting', 'checked'], to: 'withdrawn' },
  ],
};
const rowOf = (name: string, layout = layOut(drawn, [])) => layout.boxes.find((it) => it.name === name);

describe('the diagram of a procedure', () => {
  it('stands from top to bottom, with what goes on before what ends', () => {
    expect(['draft', 'waiting', 'checked', 'approved'].map((it) => [rowOf(it)?.row, rowOf(it)?.column])).toEqual([[0, 0], [1, 0], [2, 0], [3, 0]]);
    expect(rowOf('withdrawn')).toMatchObject({ row: 1, column: 1, final: true });
    expect(layOut(drawn, [])).toMatchObject({ rows: 4, columns: 2 });
  });

  it('has one line from one state to another, a lane for each that goes past others, none for a move that stays', () => {
    const { lines, lanes } = layOut(drawn, []);
    expect(lines.filter((it) => it.from === it.to)).toEqual([]);
    expect(lines.find((it) => it.from === 'checked' && it.to === 'draft')).toMatchObject({ course: 'back', labels: ['Return'] });
    expect(lines.find((it) => it.from === 'waiting' && it.to === 'withdrawn')).toMatchObject({ course: 'side' });
    const back = lines.filter((it) => it.course === 'back');
    expect(new Set(back.map((it) => it.lane)).size).toBe(back.length);
    expect(lanes).toEqual({ back: back.length, ahead: 0 });
  });

  it('shows the way that was taken and no other', () => {
    const { lines, boxes } = layOut(drawn, [{ move: 'submit', from: 'draft', to: 'waiting' }, { move: 'sendBack', from: 'waiting', to: 'draft' }]);
    expect(lines.filter((it) => it.taken).map((it) => [it.from, it.to])).toEqual([['draft', 'waiting'], ['waiting', 'draft']]);
    expect(boxes.filter((it) => it.visited).map((it) => it.name)).toEqual(['draft', 'waiting']);
  });

  it('places a state that nothing leads to, too', () => {
    expect(layOut({ ...drawn, moves: [] }, []).boxes).toHaveLength(5);
  });
});
