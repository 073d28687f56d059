import { isObject, type Json } from './json/place.ts';
import { type Section, sections } from './form/sections.ts';

const at = (document: Json, section: Section, key: string): Json => {
  const inner = section.place.reduce<Json>((value, part) => (isObject(value) ? value[part] : undefined), document);
  return isObject(inner) ? inner[key] : undefined;
};

const same = (a: Json, b: Json): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The part of a plan that two people wrote in different ways, with what each has there. */
export type Differing = { section: Section; yours: Json; theirs: Json };

/** The sections in which two documents differ, in the order of the page. */
export const differingSections = (yours: Json, theirs: Json): Differing[] =>
  sections.flatMap((section) => {
    const keys = section.fields.map((it) => it.key).filter((key) => !same(at(yours, section, key), at(theirs, section, key)));
    if (keys.length === 0) return [];
    const part = (document: Json) => (keys.length === 1 && keys[0] !== undefined ? at(document, section, keys[0]) : Object.fromEntries(keys.map((key) => [key, at(document, section, key)])));
    return [{ section, yours: part(yours), theirs: part(theirs) }];
  });

/** The elements of a list that differ from those of another by the same id, or are not there. */
export const differingElements = (own: Json, other: Json): readonly Json[] => {
  if (!Array.isArray(own)) return [];
  const others = Array.isArray(other) ? (other as readonly Json[]) : [];
  return (own as readonly Json[]).filter((it) => !others.some((one) => same(one, it)));
};
