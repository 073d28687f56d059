import { rule as ruleForm, type Rule } from '@saubac/domain/rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { added, canUnwrap, joined, moved, nameOfPart, partAt, type PartPath, partsOf, removed, replaced, unwrapped, wrapped } from './rule-tree.ts';

const conditions = fc.constantFrom<Rule>({ fact: 'leader', is: true }, { fact: 'kind', in: ['cadre'] }, { fact: 'age', below: 40, on: 'as-of' }, { fact: 'level', atLeast: 4, languages: 'any' });
const rules = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 4 },
    conditions,
    fc.array(tie('rule'), { maxLength: 3 }).map((all): Rule => ({ all })),
    fc.array(tie('rule'), { maxLength: 3 }).map((any): Rule => ({ any })),
    tie('rule').map((not): Rule => ({ not })),
  ),
})).rule;

const pathsIn = (rule: Rule): PartPath[] => [[], ...partsOf(rule).flatMap((it, at) => pathsIn(it).map((rest) => [at, ...rest]))];
const placed = fc.tuple(rules, fc.nat()).map(([rule, pick]) => {
  const paths = pathsIn(rule);
  return { rule, path: paths[pick % paths.length] ?? [] };
});

const meaning = (rule: Rule, fact: (it: Rule) => boolean): boolean => {
  if ('all' in rule) return rule.all.every((it) => meaning(it, fact));
  if ('any' in rule) return rule.any.some((it) => meaning(it, fact));
  return 'not' in rule ? !meaning(rule.not, fact) : fact(rule);
};

describe('a rule that is edited', () => {
  it('is a rule after every edit, at every place, and stays the same when a part is put back', () => {
    fc.assert(
      fc.property(placed, conditions, fc.integer({ min: -2, max: 2 }), ({ rule, path }, part, by) => {
        const edits = [
          replaced(rule, path, part), removed(rule, path), added(rule, path, part).rule, moved(rule, path, by), wrapped(rule, path, 'all'), wrapped(rule, path, 'any'),
          wrapped(rule, path, 'not'), unwrapped(rule, path), joined(rule, path, 'any'), joined(rule, path, 'all'),
        ];
        for (const it of edits) expect(ruleForm.parse(JSON.parse(JSON.stringify(it)))).toEqual(it);
        const there = partAt(rule, path);
        expect(there).toBeDefined();
        if (there) expect(replaced(replaced(rule, path, part), path, there)).toEqual(rule);
      }),
    );
  });

  it('comes back by the opposite edit', () => {
    fc.assert(
      fc.property(placed, conditions, ({ rule, path }, part) => {
        for (const form of ['all', 'any', 'not'] as const) expect(unwrapped(wrapped(rule, path, form), path)).toEqual(rule);
        const more = added(rule, path, part);
        expect(partAt(more.rule, more.path)).toEqual(part);
        const form = Object.keys(partAt(rule, path) ?? {})[0];
        if (form === 'all' || form === 'any') expect(removed(more.rule, more.path)).toEqual(rule);
        const down = moved(rule, path, 1);
        if (down !== rule) expect(moved(down, [...path.slice(0, -1), (path.at(-1) ?? 0) + 1], -1)).toEqual(rule);
      }),
    );
  });

  it('means the same when a group that can go is taken away', () => {
    fc.assert(
      fc.property(placed, fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }), ({ rule, path }, answers) => {
        const fact = (it: Rule) => answers[['leader', 'kind', 'age', 'level'].indexOf('fact' in it ? it.fact : '')] === true;
        const part = partAt(rule, path);
        if (part && 'not' in part) return;
        expect(meaning(unwrapped(rule, path), fact)).toBe(meaning(rule, fact));
        if (!canUnwrap(rule, path)) expect(unwrapped(rule, path)).toBe(rule);
      }),
    );
  });

  it('says where a part stands as problems do', () => {
    const rule: Rule = { all: [{ fact: 'leader', is: true }, { not: { any: [{ fact: 'leader', is: false }] } }] };
    expect(nameOfPart(rule, [1, 0, 0])).toBe('.all[1].not.any[0]');
    expect(nameOfPart(rule, [])).toBe('');
  });

  it('loses the “not” together with what it turns round, and everything to “everybody”', () => {
    expect(removed({ all: [{ not: { fact: 'leader', is: true } }] }, [0, 0])).toEqual({ all: [] });
    expect(removed({ fact: 'leader', is: true }, [])).toEqual({ all: [] });
  });
});
