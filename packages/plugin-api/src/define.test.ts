import { share } from '@saubac/domain/values';
import { getTableName, sql } from 'drizzle-orm';
import { date, uuid } from 'drizzle-orm/pg-core';
import { describe, expect, expectTypeOf, it } from 'vitest';

import { defineFacts, defineManifest, definePlugin, defineTarget, evidence, fact, goal, pluginTable, wordOf } from './index.ts';

const manifest = defineManifest({
  id: 'border-trade',
  version: '1.0.0',
  apiVersion: 1, title: 'title', about: 'about',
  words: { vi: { title: 't', about: 'a', 'fact.duty': 'trực', 'fact.course': 'khóa học', low: 'thấp', high: 'cao' }, en: { title: 't', about: 'a', 'fact.duty': 'on duty', 'fact.course': 'course', low: 'low', high: 'high' } },
});
const nothing = () => sql`select null::uuid as person_id, null as value where false`;
const facts = defineFacts(manifest, {
  duty: fact.flag({ label: 'fact.duty', fallback: false, relation: nothing }),
  course: fact.scale(['low', 'high'], { label: 'fact.course', codeLabels: { low: 'low', high: 'high' }, relation: nothing }),
  lessons: fact.number({ label: 'fact.course', relation: nothing }),
});

describe('the words of a manifest', () => {
  it('exist in both languages or do not compile', () => {
    // @ts-expect-error: `b` has no English
    defineManifest({ id: 'x', version: '1', apiVersion: 1, title: 'title', about: 'about', words: { vi: { title: 't', about: 'a', a: 'a', b: 'b' }, en: { title: 't', about: 'a', a: 'a' } } });
    // @ts-expect-error: `b` has no Vietnamese
    defineManifest({ id: 'x', version: '1', apiVersion: 1, title: 'title', about: 'about', words: { vi: { title: 't', about: 'a', a: 'a' }, en: { title: 't', about: 'a', a: 'a', b: 'b' } } });
    // @ts-expect-error: an interface that does not exist
    defineManifest({ id: 'x', version: '1', apiVersion: 2, title: 'title', about: 'about', words: { vi: { title: 't', about: 'a' }, en: { title: 't', about: 'a' } } });
    // @ts-expect-error: a part that does not exist
    defineManifest({ id: 'x', version: '1', apiVersion: 1, title: 'title', about: 'about', words: { vi: { title: 't', about: 'a' }, en: { title: 't', about: 'a' } }, colour: 'red' });
    // @ts-expect-error: no such word
    expect(wordOf(manifest, 'fact.other')).toEqual({ vi: undefined, en: undefined });
    expect(wordOf(manifest, 'low')).toEqual({ vi: 'thấp', en: 'low' });
  });
});

describe('a fact', () => {
  it('stands in rules under the id of its plugin and its own name', () => {
    expect(facts.duty.isTrue()).toEqual({ fact: 'border-trade.duty', is: true });
    expect(facts.course.atLeast('high')).toEqual({ fact: 'border-trade.course', atLeast: 'high' });
    expect(facts.course.isOneOf('low', 'high')).toEqual({ fact: 'border-trade.course', in: ['low', 'high'] });
    expect(facts.lessons.below(20)).toEqual({ fact: 'border-trade.lessons', below: 20 });
  });

  it('carries its label, its codes and its fallback in both languages', () => {
    expect(facts.course.definition).toEqual({
      id: 'border-trade.course',
      type: 'scale',
      label: { vi: 'khóa học', en: 'course' },
      fallback: undefined,
      codes: [
        { code: 'low', label: { vi: 'thấp', en: 'low' } },
        { code: 'high', label: { vi: 'cao', en: 'high' } },
      ],
    });
    expect(facts.duty.definition.fallback).toBe(false);
  });

  it('takes only the conditions of its type, and the codes of its scale', () => {
    // @ts-expect-error: a flag has no order
    expect(facts.duty.atLeast).toBeUndefined();
    // @ts-expect-error: a scale is not true or false
    expect(facts.course.isTrue).toBeUndefined();
    // @ts-expect-error: no such code
    expect(facts.course.atLeast('highest')).toBeDefined();
    // @ts-expect-error: a number is no text
    expect(facts.lessons.atLeast('20')).toBeDefined();
  });

  it('names only words of its manifest, a fallback of its type, and every code of its scale', () => {
    const wrong = [
      // @ts-expect-error: no such word
      defineFacts(manifest, { a: fact.flag({ label: 'fact.other', relation: nothing }) }),
      // @ts-expect-error: the fallback of a flag is yes or no
      fact.flag({ label: 'a', fallback: 'no', relation: nothing }),
      // @ts-expect-error: the fallback is none of the codes
      fact.scale(['low'], { label: 'a', codeLabels: { low: 'b' }, fallback: 'high', relation: nothing }),
      // @ts-expect-error: `high` has no label
      fact.scale(['low', 'high'], { label: 'a', codeLabels: { low: 'b' }, relation: nothing }),
      // @ts-expect-error: a part that does not exist
      fact.number({ label: 'a', relation: nothing, unit: 'lessons' }),
    ];
    expect(wrong).toHaveLength(5);
  });
});

describe('a table', () => {
  it('is named after its plugin', () => {
    const visits = pluginTable(manifest, 'visits', { id: uuid('id').primaryKey(), on: date('on').notNull() });
    expect(getTableName(visits)).toBe('p_border_trade_visits');
    expectTypeOf<(typeof visits)['_']['name']>().toEqualTypeOf<'p_border_trade_visits'>();
  });
});

describe('a target', () => {
  const basis = { document: 'resolution', clause: '3' };

  it('has a goal with rules, or is met by evidence', () => {
    const counted = defineTarget({ id: 'a', title: 'low', basis, milestone: '2030-12-31', measure: goal(5000), cohort: facts.duty.isTrue(), reachedWhen: facts.course.atLeast('high') });
    expect(counted.measure).toEqual({ kind: 'share', goal: share(5000) });
    expect(defineTarget({ id: 'b', title: 'low', basis, milestone: '2030-12-31', measure: evidence() }).measure).toEqual({ kind: 'evidence' });
    // @ts-expect-error: a share of whom?
    expect(defineTarget({ id: 'c', title: 'low', basis, milestone: '2030-12-31', measure: goal(5000) })).toBeDefined();
  });

  it('has a milestone that is a day and a goal that is a share', () => {
    expect(() => defineTarget({ id: 'a', title: 'low', basis, milestone: '2030-02-30', measure: evidence() })).toThrow(RangeError);
    expect(() => goal(10_001)).toThrow(RangeError);
  });
});

describe('a plugin', () => {
  it('is a value with what it declares; what it does not declare is absent', () => {
    expect(definePlugin(manifest, {})).toEqual({ manifest });
    expect(Object.keys(definePlugin(manifest, { facts })).toSorted()).toEqual(['facts', 'manifest']);
  });

  it('does not compile with a part that does not exist or belongs to another', () => {
    const other = defineManifest({ id: 'other', version: '1.0.0', apiVersion: 1, title: 'title', about: 'about', words: { vi: { title: 'a', about: 'a' }, en: { title: 'a', about: 'a' } } });
    const stray = defineTarget({ id: 'a', title: 'nowhere', basis: { document: 'd', clause: '1' }, milestone: '2030-12-31', measure: evidence() });
    const table = pluginTable(other, 'visits', { id: uuid('id').primaryKey() });
    const wrong = [
      // @ts-expect-error: misspelt
      definePlugin(manifest, { fact: facts }),
      // @ts-expect-error: facts of another plugin
      definePlugin(other, { facts }),
      // @ts-expect-error: a title that is no word of this manifest
      definePlugin(manifest, { targets: [stray] }),
      // @ts-expect-error: a table of another plugin
      definePlugin(manifest, { tables: { table } }),
    ];
    expect(wrong).toHaveLength(4);
  });
});
