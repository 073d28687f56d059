/** A value of JSON, as a plan that is being written holds it: it may be anything until it is checked. */
export type Json = unknown;

/** A place in a document, from its root: `['targets', 3, 'cohort']`. */
export type Place = readonly (string | number)[];

/** Whether a value is an object with keys. */
export const isObject = (value: Json): value is Readonly<Record<string, Json>> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What stands at a place; undefined where there is no such place. */
export const valueAt = (document: Json, place: Place): Json =>
  place.reduce<Json>((value, part) => (Array.isArray(value) && typeof part === 'number' ? value[part] : isObject(value) && typeof part === 'string' ? value[part] : undefined), document);

const without = (value: Readonly<Record<string, Json>>, key: string): Json => Object.fromEntries(Object.entries(value).filter(([it]) => it !== key));

/**
 * The document with another value at a place; undefined takes it away. Objects on the way that are missing are made, a list only grows at its
 * end. Everything else stays the same object, so that what did not change is not drawn again.
 */
export const withValue = (document: Json, [part, ...rest]: Place, value: Json): Json => {
  if (part === undefined) return value;
  if (typeof part === 'number') {
    const list = Array.isArray(document) ? (document as readonly Json[]) : [];
    const at = Math.min(part, list.length);
    if (rest.length === 0 && value === undefined) return list.toSpliced(at, 1);
    return list.toSpliced(at, 1, withValue(list[at], rest, value));
  }
  const object = isObject(document) ? document : {};
  if (rest.length === 0 && value === undefined) return without(object, part);
  return { ...object, [part]: withValue(object[part], rest, value) };
};

/** The list at a place; empty where there is none. */
export const listAt = (document: Json, place: Place): readonly Json[] => {
  const found = valueAt(document, place);
  return Array.isArray(found) ? found : [];
};

/** The document with an item of a list moved by some steps; the same where it would leave the list. */
export const withMoved = (document: Json, place: Place, from: number, by: number): Json => {
  const list = listAt(document, place);
  const to = from + by;
  if (to < 0 || to >= list.length || from < 0 || from >= list.length) return document;
  return withValue(document, place, list.toSpliced(from, 1).toSpliced(to, 0, list[from]));
};

/** A JSON pointer (RFC 6901) as a place: `/targets/3/cohort` → `['targets', 3, 'cohort']`. */
export const placeOfPointer = (pointer: string): Place =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));

/** The name by which a place is found on the page: `targets.3.cohort`. */
export const nameOfPlace = (place: Place): string => place.join('.');

/** Whether a place is another one or lies inside it. */
export const liesIn = (place: Place, outer: Place): boolean => outer.every((part, at) => place[at] === part);
