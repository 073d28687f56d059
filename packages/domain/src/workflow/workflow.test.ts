import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkWorkflow, composeWorkflow, coreStateOf, decideMove, extendWorkflow, mermaidOf, movesOf, movesOpenTo, type Mover, originsOf, structureOf, type Workflow, workflowFor, type WorkflowExtension,
} from './index.ts';

type Review = { evidence: number };

const hasEvidence = { name: 'hasEvidence', refusal: 'refusal.noEvidence', holds: (it: Review) => it.evidence > 0 };
const review = workflowFor<Review>()({
  id: 'review',
  states: ['draft', 'submitted', 'approved', 'lapsed'],
  initial: 'draft',
  final: ['approved', 'lapsed'],
  moves: {
    submit: { from: 'draft', to: 'submitted', permission: 'review.write', guards: [hasEvidence] },
    sendBack: { from: 'submitted', to: 'draft', permission: 'review.decide', reason: 'asked' },
    withdraw: { from: 'submitted', to: 'draft', permission: 'review.write', by: 'opener' },
    approve: { from: 'submitted', to: 'approved', permission: 'review.decide', otherThan: ['submit'], effects: [{ name: 'tell', payload: ({ evidence }) => ({ evidence }) }] },
    lapse: { from: 'submitted', to: 'lapsed', permission: 'review.decide', by: 'clock' },
  },
  deadlines: { submitted: { workingDays: 5, remindBefore: 2, lapse: 'lapse' } },
});

const everybody: Mover = { by: 'person', id: 'a', may: () => true };
const submitted = { state: 'submitted', openedBy: 'a', lastBy: { submit: 'a' } };
const failureOf = (move: string, mover: Mover, standing = submitted, evidence = 1, reason?: string) => {
  const decided = decideMove(review, standing, move, mover, { evidence }, reason);
  return decided.ok ? undefined : decided.failure;
};

describe('a move', () => {
  it('leads to its state with what follows it', () => {
    expect(decideMove(review, submitted, 'approve', { ...everybody, id: 'b' }, { evidence: 2 })).toEqual({ ok: true, value: { to: 'approved', effects: [{ name: 'tell', payload: { evidence: 2 } }] } });
  });

  it('is refused to who took the first half of it', () => {
    expect(failureOf('approve', everybody)).toEqual({ kind: 'second-person-needed', move: 'approve', first: 'submit' });
  });

  it('is refused without the permission, and to persons where it is the clock that moves', () => {
    expect(failureOf('approve', { by: 'person', id: 'b', may: () => false })).toEqual({ kind: 'forbidden', permission: 'review.decide' });
    expect(failureOf('lapse', everybody)).toEqual({ kind: 'not-by-a-person', move: 'lapse' });
    expect(failureOf('lapse', { by: 'clock' })).toBeUndefined();
    expect(failureOf('approve', { by: 'clock' })).toEqual({ kind: 'forbidden', permission: 'review.decide' });
  });

  it('that takes a case back is for who opened it', () => {
    expect(failureOf('withdraw', { ...everybody, id: 'b' })).toEqual({ kind: 'not-the-opener', move: 'withdraw' });
    expect(failureOf('withdraw', everybody)).toBeUndefined();
  });

  it('that sends back asks for a reason that says something', () => {
    expect(failureOf('sendBack', everybody, submitted, 1, '  ')).toEqual({ kind: 'reason-needed', move: 'sendBack' });
    expect(failureOf('sendBack', everybody, submitted, 1, 'Thiếu minh chứng')).toBeUndefined();
  });

  it('names every condition that does not hold', () => {
    expect(failureOf('submit', everybody, { ...submitted, state: 'draft' }, 0)).toEqual({ kind: 'guard-refused', move: 'submit', refusals: ['refusal.noEvidence'] });
  });

  it('says what could be done where it does not start', () => {
    expect(failureOf('submit', everybody)).toEqual({ kind: 'not-from-here', move: 'submit', state: 'submitted', possible: ['sendBack', 'withdraw', 'approve', 'lapse'] });
    expect(failureOf('jump', everybody)).toEqual({ kind: 'no-such-move', move: 'jump' });
  });

  it('is offered to whom it is open, with what stands against it', () => {
    expect(movesOpenTo(review, submitted, everybody, { evidence: 1 }).map((it) => it.move)).toEqual(['sendBack', 'withdraw']);
    expect(movesOpenTo(review, { ...submitted, state: 'draft' }, everybody, { evidence: 0 })).toEqual([{ move: 'submit', to: 'submitted', reason: false, refusals: ['refusal.noEvidence'] }]);
  });
});

describe('a workflow', () => {
  const all = () => true;

  it('that can be used has no problem', () => {
    expect(checkWorkflow(review as unknown as Workflow<never>, all)).toEqual([]);
  });

  it('needs a word for each state, each move and each refusal', () => {
    const missing = checkWorkflow(review as unknown as Workflow<never>, (key) => !key.includes('draft') && !key.includes('approve') && !key.startsWith('refusal'));
    expect(missing.map((it) => ('key' in it ? it.key : it.kind))).toEqual(['review.state.draft', 'review.state.approved', 'review.move.approve', 'refusal.noEvidence']);
  });

  it('has no state that is never reached, never left, or left though it is the end', () => {
    const faulty: Workflow<never> = {
      id: 'x', states: ['a', 'b', 'c', 'd'], initial: 'a', final: ['b'],
      moves: { go: { from: 'a', to: 'b', permission: 'p' }, stray: { from: 'a', to: 'c', permission: 'p' }, back: { from: 'b', to: 'a', permission: 'p' } },
    };
    expect(checkWorkflow(faulty, all)).toEqual([
      { kind: 'unreachable-state', state: 'd' },
      { kind: 'dead-end', state: 'c' },
      { kind: 'leaves-final', state: 'b', move: 'back' },
    ]);
  });

  it('lets the clock move only where a deadline says so', () => {
    const { deadlines: _, ...timeless } = review;
    expect(checkWorkflow(timeless as unknown as Workflow<never>, all)).toEqual([{ kind: 'clock-never-moves', move: 'lapse' }]);
    const pressed = { ...review, deadlines: { submitted: { workingDays: 0, lapse: 'approve' as const } } };
    expect(checkWorkflow(pressed as unknown as Workflow<never>, all).map((it) => it.kind)).toEqual(['bad-deadline', 'lapse-not-by-clock', 'clock-never-moves']);
  });

  it('is drawn from its definition', () => {
    const drawn = mermaidOf(structureOf(review as unknown as Workflow<never>), (key) => key.toUpperCase());
    expect(drawn).toContain('draft --> submitted: REVIEW.MOVE.SUBMIT');
    expect(drawn).toContain('[*] --> draft');
    expect(drawn).toContain('approved --> [*]');
  });
});

const secondCheck = extendWorkflow(review, {
  by: 'example',
  states: { 'second-check': { fallsBackTo: 'submitted' } },
  insert: [{ before: 'approve', state: 'second-check', by: { move: 'confirm', permission: 'review.confirm' } }],
});

describe('an extension', () => {
  it('puts a step before a move of the core, out of which everything else still leads', () => {
    const composed = composeWorkflow(review, [secondCheck as never]);
    if (!composed.ok) throw new Error(JSON.stringify(composed.failure));
    const { moves } = composed.value;
    expect(moves['approve']?.from).toBe('second-check');
    expect(moves['confirm']).toEqual({ permission: 'review.confirm', from: ['submitted'], to: 'second-check' });
    expect(moves['sendBack']?.from).toEqual(['submitted', 'second-check']);
    expect(coreStateOf(composed.value, 'second-check')).toBe('submitted');
  });

  it('names nothing that the core lacks: the compiler says so', () => {
    // @ts-expect-error: the core has no such move
    extendWorkflow(review, { by: 'example', guards: { approveAll: [] } });
    // @ts-expect-error: the core has no such state
    extendWorkflow(review, { by: 'example', states: { extra: { fallsBackTo: 'nowhere' } } });
    // @ts-expect-error: the workflow has no such state
    workflowFor<Review>()({ id: 'x', states: ['a'], initial: 'b', final: [], moves: {} });
    expect(true).toBe(true);
  });

  it('of two provinces before different moves leads past neither step: what stands behind one is not reached from the other', () => {
    const two: Workflow<unknown> = { id: 'core', states: ['a', 'b', 'c'], initial: 'a', final: ['b', 'c'], moves: { m0: { from: 'a', to: 'b', permission: 'p' }, m1: { from: 'a', to: 'c', permission: 'p' } } };
    const before = (by: string, move: string, state: string): WorkflowExtension<unknown> => ({ by, of: 'core', states: { [state]: { fallsBackTo: 'a' } }, insert: [{ before: move, state, by: { move: `${by}Step`, permission: 'q' } }] });
    const composed = composeWorkflow(two, [before('one', 'm0', 'x'), before('two', 'm1', 'y')]);
    if (!composed.ok) throw new Error(JSON.stringify(composed.failure));
    expect(movesOf(composed.value).filter(([, it]) => originsOf(it).includes('y')).map(([name]) => name)).toEqual(['m1']);
  });

  it('that leads a case past a move of the core is refused', () => {
    const past = { ...secondCheck, insert: [], moves: { skip: { from: 'draft', to: 'second-check', permission: 'p' } } };
    expect(composeWorkflow(review, [past as never])).toEqual({ ok: false, failure: { kind: 'bad-extension', problems: [{ kind: 'bypasses-core', by: 'example', move: 'skip' }] } });
  });
});

const stateNames = ['a', 'b', 'c', 'd'];
const ownNames = ['x', 'y'];
const guardOf = (name: string) => ({ name, refusal: name, holds: () => true });
const core: fc.Arbitrary<Workflow<unknown>> = fc
  .array(fc.record({ from: fc.uniqueArray(fc.constantFrom(...stateNames), { minLength: 1, maxLength: 2 }), to: fc.constantFrom(...stateNames) }), { minLength: 1, maxLength: 7 })
  .map((moves) => ({
    id: 'core', states: stateNames, initial: 'a', final: [],
    moves: Object.fromEntries(moves.map((it, at) => [`m${at}`, { ...it, permission: 'p', guards: [guardOf(`g${at}`)] }])),
  }));
/** Extensions of a core: most of what they add fits it, some leads past it. */
const extensionBy = (plain: Workflow<unknown>, by: string, prefix: string): fc.Arbitrary<WorkflowExtension<unknown>> => {
  const own = ownNames.map((it) => `${prefix}${it}`);
  return fc.tuple(...own.map(() => fc.constantFrom(...stateNames))).chain((back) => {
    const backOf = new Map(own.map((state, at) => [state, back[at] ?? 'a']));
    const anyState = fc.constantFrom(...stateNames, ...own);
    const among = fc.constantFrom(...own).chain((state) => fc.constantFrom({ from: state, to: backOf.get(state) ?? 'a' }, { from: backOf.get(state) ?? 'a', to: state }));
    const fits = own.flatMap((state) => movesOf(plain).filter(([, it]) => originsOf(it).join() === backOf.get(state)).map(([before]) => ({ before, state })));
    const anyStep = fc.record({ before: fc.constantFrom(...Object.keys(plain.moves)), state: fc.constantFrom(...own) });
    const step = fits.length > 0 ? fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...fits) }, { weight: 1, arbitrary: anyStep }) : anyStep;
    return fc.record({
      by: fc.constant(by),
      of: fc.constant('core'),
      states: fc.constant(Object.fromEntries(own.map((state) => [state, { fallsBackTo: backOf.get(state) ?? 'a' }]))),
      insert: fc.array(step, { maxLength: fits.length > 0 ? 2 : 0 }).map((steps) => steps.map(({ before, state }, at) => ({ before, state, by: { move: `${prefix}step${at}`, permission: 'q' } }))),
      moves: fc.array(fc.oneof({ weight: 9, arbitrary: among }, { weight: 1, arbitrary: fc.record({ from: anyState, to: anyState }) }), { maxLength: 2 })
        .map((moves) => Object.fromEntries(moves.map((it, at) => [`${prefix}own${at}`, { ...it, permission: 'q' }]))),
      guards: fc.subarray(['m0'], { maxLength: 1 }).map((moves) => Object.fromEntries(moves.map((it) => [it, [guardOf(`${prefix}${it}`)]]))),
    });
  });
};

describe('whatever extensions add', () => {
  it('no case comes where the core would not have let it, past no condition of the core and past no added step', () => {
    let composed = 0;
    let stepped = 0;
    const world = core.chain((plain) => fc.record({ plain: fc.constant(plain), one: extensionBy(plain, 'one', 'p'), two: extensionBy(plain, 'two', 'q') }));
    fc.assert(
      fc.property(world, fc.array(fc.nat(), { maxLength: 30 }), ({ plain, one, two }, choices) => {
        const together = composeWorkflow(plain, [two, one]);
        if (!together.ok) return;
        composed += 1;
        const all = together.value;
        expect(composeWorkflow(plain, [one, two])).toEqual(together);
        const steps = [...(one.insert ?? []), ...(two.insert ?? [])];
        let state = all.initial;
        let since = new Set<string>();
        for (const choice of choices) {
          const open = movesOf(all).filter(([, it]) => originsOf(it).includes(state));
          const [name, move] = open[choice % Math.max(1, open.length)] ?? [];
          if (name === undefined || !move) break;
          const [was, is] = [coreStateOf(all, state), coreStateOf(all, move.to)];
          const original = plain.moves[name];
          if (original) {
            expect(originsOf(original)).toContain(was);
            expect(is).toBe(original.to);
            expect(move.guards).toEqual(expect.arrayContaining([...(original.guards ?? [])]));
            for (const step of steps.filter((it) => it.before === name)) {
              stepped += 1;
              expect([...since]).toContain(step.by.move);
            }
            since = new Set();
          } else {
            expect(is).toBe(was);
            since.add(name);
          }
          state = move.to;
        }
      }),
      { numRuns: 3_000 },
    );
    expect(composed).toBeGreaterThan(100);
    expect(stepped).toBeGreaterThan(20);
  });
});
