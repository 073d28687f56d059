import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Field } from './field.ts';
import { sectionKeys } from './section-keys.ts';
import { sectionOf, sections } from './sections.ts';

type Schema = { $ref?: string; properties?: Record<string, Schema>; items?: Schema; anyOf?: Schema[]; enum?: string[] };

const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../../../../../../deploy/schemas/plan.schema.json'), 'utf8')) as Schema & { $defs: Record<string, Schema> };

/** Every place of the schema, lists without their numbers: `targets.cite.quote`, and the words that may stand there. */
const placesOf = (node: Schema, at: string): [string, readonly string[]][] => {
  if (node.$ref) {
    const name = node.$ref.replace('#/$defs/', '');
    return ['Rule', 'LocalText'].includes(name) ? [[at, []]] : placesOf(schema.$defs[name] ?? {}, at);
  }
  if (node.items) return placesOf(node.items, at);
  if (node.anyOf) return node.anyOf.flatMap((it) => placesOf(it, at));
  if (!node.properties) return [[at, node.enum ?? []]];
  return Object.entries(node.properties).flatMap(([key, it]) => placesOf(it, at === '' ? key : `${at}.${key}`));
};

/** Keys that stand in the values that turn others. */
const inside: Partial<Record<Field['as'], readonly string[]>> = { measure: ['kind', 'goal', 'proofs'], prefers: ['attribute', 'rule'] };

const fieldPlaces = (field: Field, above: string): [string, readonly string[]][] => {
  const at = above === '' ? field.key : `${above}.${field.key}`;
  if (field.as === 'group' || field.as === 'list') return field.fields.flatMap((it) => fieldPlaces(it, at));
  if (field.as === 'requires') return [[at, ['rule', 'within-quota', 'certificate-in-hand']], [`${above}.rule`, []]];
  const keys = inside[field.as];
  if (keys) return keys.map((key) => [`${at}.${key}`, key === 'attribute' ? ['study-outside-office-hours', 'socialised-funds'] : []]);
  return [[at, field.as === 'choice' || field.as === 'choices' ? field.options : []]];
};

const shown = new Map(sections.flatMap(({ place, fields }) => fields.flatMap((it) => fieldPlaces(it, place.join('.')))));
const written = placesOf(schema, '').filter(([at]) => !['$schema', 'schemaVersion'].includes(at));

describe('the sections of the editor', () => {
  it('have a field for every key of a plan file, and no field that a plan file has not', () => {
    expect(written.length).toBeGreaterThan(150);
    expect(written.map(([at]) => at).filter((at) => !shown.has(at))).toEqual([]);
    const known = new Set(written.map(([at]) => at));
    expect([...shown.keys()].filter((at) => !known.has(at))).toEqual([]);
  });

  it('offer every word that a plan file may have there', () => {
    const missing = written.flatMap(([at, words]) => words.filter((it) => !(shown.get(at) ?? []).includes(it)).map((it) => `${at}: ${it}`));
    expect(missing).toEqual([]);
  });

  it('have keys of their own, and a place of the file leads to one', () => {
    expect(sections.map((it) => it.key).toSorted()).toEqual([...sectionKeys].toSorted());
    expect(sectionOf(['targets', 3, 'cohort'])?.key).toBe('targets');
    expect(sectionOf(['funding', 'groups', 0])?.key).toBe('funding');
    expect(sectionOf(['sections', 0])?.key).toBe('headings');
    expect(sectionOf(['nothing'])).toBeUndefined();
  });
});
