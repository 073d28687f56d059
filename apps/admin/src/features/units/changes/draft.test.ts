import { describe, expect, it } from 'vitest';
import { operationKinds } from '../operation-kinds.ts';
import { basisFaults, type Draft, draftOf, emptyOperation, foundedIn, inputOf, leavingIn, operationFaults, sameDraft, withMove, withOperations, withoutOperation, withRest } from './draft.ts';

const draft: Draft = {
  title: 'T', on: '2027-01-01', decision: { number: '1/QĐ', date: '2026-12-01' }, why: '',
  operations: [{ op: 'split', unit: 'A', into: ['B', 'C'], goesOn: false, successor: null, byPost: [] }, { op: 'merge', units: ['D', 'E'], into: 'E' }],
  moves: [],
};
const ann = { person: 'p1', name: 'Ann' };
const ben = { person: 'p2', name: 'Ben' };

describe('a draft', () => {
  it('comes back from the API as it was sent, but for the days that are those of the whole', () => {
    const sent = inputOf(withMove({ ...draft, operations: [...draft.operations, { op: 'move', unit: 'F', parent: 'B', on: '2027-02-01' }] }, [ann], 'B'));
    const operations = sent.operations.map((it, at) => ({ ...it, row: at + 1, on: it.on ?? sent.on }));
    const back = draftOf({ title: sent.title, on: sent.on, decision: draft.decision, why: null, operations }, [{ ...ann, from: null, to: 'B', on: sent.on, posting: null }]);
    expect(inputOf(back)).toEqual(sent);
    expect(inputOf({ ...back, on: '2027-01-15' }).operations.map((it) => it.on)).toEqual([undefined, undefined, '2027-02-01']);
  });

  it('differs by what is sent and by nothing else', () => {
    expect(sameDraft(draft, { ...draft, title: ' T ' })).toBe(true);
    expect(sameDraft(draft, withMove(draft, [ann], 'B'))).toBe(false);
  });

  it('needs a title, a whole decision or none, and a reason where its day has passed', () => {
    expect(basisFaults(draft, '2026-11-22')).toEqual([]);
    expect(basisFaults({ ...draft, title: ' ', decision: { number: '', date: '2026-01-01' } }, '2027-01-02')).toEqual(['title', 'decision', 'why']);
    expect(basisFaults({ ...draft, decision: null, why: 'late' }, '2027-01-02')).toEqual([]);
  });
});

describe('an operation', () => {
  it.each(operationKinds)('%s says at first what is missing', (op) => {
    expect(operationFaults(emptyOperation(op)).length).toBeGreaterThan(0);
  });

  it('is whole once its units are named', () => {
    expect(operationFaults({ op: 'merge', units: ['A'], into: 'B' })).toEqual([]);
    expect(operationFaults({ op: 'move', unit: 'A', parent: 'A' })).toEqual(['parent']);
    expect(operationFaults({ op: 'rename', unit: 'A', traits: {} })).toEqual(['nothing']);
    expect(operationFaults(emptyOperation('abolish', 'A'))).toEqual([]);
  });

  it('is put in the place of what it was, with what it founds before it', () => {
    const founded = { ...emptyOperation('establish'), op: 'establish' as const, unit: 'N' };
    const anew = withOperations(draft, 1, [founded as never, { op: 'merge', units: ['D'], into: 'N' }]);
    expect(anew.operations.map((it) => it.op)).toEqual(['split', 'establish', 'merge']);
    expect(foundedIn(anew.operations)).toEqual([{ code: 'N', name: '' }]);
    expect(withOperations(draft, null, [founded as never]).operations).toHaveLength(3);
    expect(withoutOperation(draft, 0).operations.map((it) => it.op)).toEqual(['merge']);
  });
});

describe('who goes where', () => {
  it('is asked of every unit that ends or gives people, not of the one that others go into', () => {
    expect(leavingIn(draft.operations).map(({ unit, places, rest }) => [unit, places, rest])).toEqual([['A', ['B', 'C'], null], ['D', ['E'], 'E']]);
  });

  it('says where all go who are not named', () => {
    const sent = withRest(draft, 0, 'C');
    expect(leavingIn(sent.operations)[0]?.rest).toBe('C');
    const abolished = withRest({ ...draft, operations: [{ op: 'abolish', unit: 'A', endPosts: true }] }, 0, 'B');
    expect(abolished.operations[0]).toMatchObject({ successors: ['B'], successor: 'B', endPosts: false });
    expect(withRest(draft, 1, 'C')).toBe(draft);
  });

  it('sends people by name, one to one place alone, and back to the others', () => {
    const sent = withMove(withMove(draft, [ann, ben], 'B'), [ann], 'C');
    expect(sent.moves.map((it) => [it.person, it.to])).toEqual([['p2', 'B'], ['p1', 'C']]);
    expect(withMove(sent, [ann, ben], null).moves).toEqual([]);
  });

  it('keeps what somebody becomes when he is sent elsewhere', () => {
    const posting = { kind: 'cadre' };
    const sent = withMove({ ...draft, moves: [{ ...ann, from: 'A', to: 'B', posting }] }, [ann], 'C');
    expect(sent.moves).toEqual([{ ...ann, from: 'A', to: 'C', posting }]);
  });
});
