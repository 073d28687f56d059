import { age, all, any, type Condition, not, type Rule } from '@saubac/domain/rules';
import { addDays, type IsoDate, isoDate } from '@saubac/domain/values';
import fc from 'fast-check';

import { type Dated, open, type World, type WorldCertificate, type WorldPerson, type WorldPost, type WorldUnit } from './world.ts';

/** Days of the programme, the end of the districts among them. */
export const days: fc.Arbitrary<IsoDate> = fc.oneof(
  fc.integer({ min: 0, max: 4_000 }).map((it) => addDays(isoDate('2020-01-01'), it)),
  fc.constantFrom('2025-06-30', '2025-07-01', '2025-12-31', '2024-02-29').map(isoDate),
);

const births = fc.integer({ min: 0, max: 16_000 }).map((it) => addDays(isoDate('1960-02-28'), it));
const maybe = <T>(it: fc.Arbitrary<T>) => fc.option(it, { freq: 4 });
const flags = fc.constantFrom(true, false, null);
const codes = ['U0', 'U1', 'U2', 'U3', 'U4'] as const;
const kinds = ['cadre', 'civil-servant', 'public-employee', 'contract-staff'];
const ranks = ['none', 'team', 'division', 'department', 'province'];
const languages = ['en', 'fr', 'lo'];

/** Rows one after the other without overlap, with gaps and an open end now and then. */
const dated = <T extends object>(value: fc.Arbitrary<T>, most: number): fc.Arbitrary<Dated<T>[]> =>
  fc.tuple(fc.uniqueArray(days, { minLength: 1, maxLength: most + 1 }), fc.array(value, { minLength: most, maxLength: most }), fc.array(fc.boolean(), { minLength: most, maxLength: most })).map(([starts, values, kept]) => {
    const sorted = starts.toSorted();
    return sorted.flatMap((from, index) => {
      const row = values[index];
      return row && kept[index] !== false ? [{ ...row, from, to: sorted[index + 1] ?? open }] : [];
    });
  });

const unit = (code: string, index: number): fc.Arbitrary<WorldUnit> =>
  fc
    .record({
      tier: fc.constantFrom('province', 'district', 'commune'),
      bodyKind: fc.constantFrom('state', 'party', 'socio-political', 'public-service'),
      field: maybe(fc.constantFrom('education', 'external-affairs')),
      needsLanguage: flags,
      parents: fc.array(fc.integer({ min: 0, max: Math.max(0, index - 1) }), { minLength: 2, maxLength: 2 }),
      changes: days,
      ends: maybe(days),
    })
    .map(({ parents, changes, ends, ...version }) => {
      const parent = (at: number): string | null => (index === 0 ? null : (codes[parents[at] ?? 0] ?? 'U0'));
      const start = isoDate('2000-01-01');
      // Units at the root never end, so that every path can be followed on every day.
      const end = index < 3 || !ends || ends <= changes ? open : ends;
      const versions = [
        { ...version, parent: parent(0), from: start, to: changes },
        { ...version, needsLanguage: version.needsLanguage === true ? null : true, parent: parent(1), from: changes, to: end },
      ];
      return { code, versions };
    });

const post = (code: string): fc.Arbitrary<WorldPost> => fc.record({ code: fc.constant(code), needsLanguage: flags, languageTeacher: flags });

const certificate: fc.Arbitrary<WorldCertificate> = fc
  .record({
    type: fc.constantFrom('ielts', 'framework', 'language-degree', 'specialised-language'),
    language: fc.constantFrom(...languages),
    state: fc.constantFrom('declared', 'verified', 'verified', 'void'),
    from: days,
    lasts: fc.option(fc.integer({ min: 1, max: 900 })),
    level: maybe(fc.integer({ min: 1, max: 6 })),
    table: fc.constantFrom(null, 'tt-23-2021', 'cv-6089-2014'),
  })
  .map(({ lasts, ...it }) => ({ ...it, to: lasts === null ? open : addDays(it.from, lasts) }));

const person = (index: number): fc.Arbitrary<WorldPerson> =>
  fc.record({
    id: fc.constant(`00000000-0000-7000-8000-${String(index).padStart(12, '0')}`),
    birth: maybe(births),
    main: dated(
      fc.record({ unit: fc.constantFrom(...codes), post: maybe(fc.constantFrom('P0', 'P1')), kind: fc.constantFrom(...kinds), rank: maybe(fc.constant('01.003')), officeRank: maybe(fc.constantFrom(...ranks)), leader: flags }),
      3,
    ),
    planned: dated(fc.record({ officeRank: fc.constantFrom(...ranks) }), 2),
    list: dated(fc.constant({}), 2),
    certificates: fc.array(certificate, { maxLength: 3 }),
  });

/** Any small tenant: units that move and end, posts, people with careers, certificates by two contradicting tables. */
export const worlds: fc.Arbitrary<World> = fc.record({
  units: fc.tuple(...codes.map(unit)),
  posts: fc.tuple(post('P0'), post('P1')),
  people: fc.tuple(...Array.from({ length: 24 }, (_, index) => person(index))),
  adopted: dated(fc.record({ table: fc.constantFrom('tt-23-2021', 'cv-6089-2014') }), 2),
  proofs: dated(fc.constant({ type: 'specialised-language' }), 1),
});

const ordered = (fact: string, values: readonly (string | number)[]): fc.Arbitrary<Condition> =>
  fc.tuple(fc.constantFrom('atLeast', 'atMost', 'above', 'below'), fc.constantFrom(...values)).map(([comparison, value]) => ({ fact, [comparison]: value }) as Condition);

const within = (fact: string, values: readonly string[]): fc.Arbitrary<Condition> => fc.subarray([...values], { minLength: 1 }).map((it) => ({ fact, in: it }));

/** Any condition on any core fact. */
export const conditions: fc.Arbitrary<Condition> = fc.oneof(
  within('kind', kinds),
  within('governmentLevel', ['province', 'district', 'commune']),
  within('bodyKind', ['state', 'party', 'public-service']),
  within('field', ['education', 'external-affairs']),
  within('post', ['P0', 'P1']),
  within('rank', ['01.003', '01.002']),
  fc.subarray([...codes], { minLength: 1, maxLength: 2 }).map((it) => ({ fact: 'unit', within: it })),
  ordered('officeRank', ranks),
  within('officeRank', ranks),
  ordered('plannedOfficeRank', ranks),
  fc.tuple(fc.constantFrom('needsLanguage', 'unitNeedsLanguage', 'postNeedsLanguage', 'leader', 'onTrainingList', 'languageDegree', 'languageTeacher', 'specialisedLanguage'), fc.boolean()).map(([fact, is]) => ({ fact, is })),
  fc.tuple(fc.constantFrom('as-of' as const, 'milestone' as const, isoDate('2024-02-29')), fc.integer({ min: 20, max: 62 }), fc.constantFrom('atLeast', 'atMost', 'above', 'below')).map(([day, years, it]) => age(day)[it as 'below'](years)),
  fc.tuple(ordered('level', [1, 2, 3, 4, 5, 6]), fc.oneof(fc.constant('any' as const), fc.subarray(languages, { minLength: 1 }))).map(([it, among]) => ({ ...it, languages: among }) as Condition),
);

/** Any rule over the core's facts. */
export const rules: fc.Arbitrary<Rule> = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    conditions,
    fc.array(tie('rule'), { maxLength: 3 }).map((it) => all(...it)),
    fc.array(tie('rule'), { maxLength: 3 }).map((it) => any(...it)),
    tie('rule').map(not),
  ),
})).rule;
