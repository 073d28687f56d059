/** What changed in one field. `path` leads to it from the outside in; of a list without keys the entries that went and came are told. */
export type FieldChange =
  | { kind: 'value'; path: string[]; before: unknown; after: unknown }
  | { kind: 'list'; path: string[]; removed: unknown[]; added: unknown[] };

type Fields = Readonly<Record<string, unknown>>;

const isNothing = (value: unknown): value is null | undefined => value === null || value === undefined;
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !isList(value);

const same = (a: unknown, b: unknown): boolean => {
  if (isNothing(a) || isNothing(b)) return isNothing(a) && isNothing(b);
  if (isList(a)) return isList(b) && a.length === b.length && a.every((it, index) => same(it, b[index]));
  if (isFields(a)) return isFields(b) && namesOf(a, b).every((name) => same(own(a, name), own(b, name)));
  return a === b;
};

const own = (fields: Fields, name: string): unknown => (Object.hasOwn(fields, name) ? fields[name] : undefined);
const namesOf = (a: Fields, b: Fields): string[] => [...new Set([...Object.keys(a), ...Object.keys(b)])];

/** The entries of a list by the key that tells them apart, if all have one and none twice. */
const byKey = (list: readonly unknown[]): Fields | undefined => {
  for (const key of ['id', 'code']) {
    const entries = list.flatMap((it): [string, unknown][] => (isFields(it) && typeof own(it, key) === 'string' ? [[own(it, key) as string, it]] : []));
    if (entries.length === list.length && new Set(entries.map(([name]) => name)).size === list.length) return Object.fromEntries(entries);
  }
  return undefined;
};

const without = (list: readonly unknown[], taken: readonly unknown[]): unknown[] => {
  const left = [...list];
  for (const entry of taken) {
    const at = left.findIndex((it) => same(it, entry));
    if (at >= 0) left.splice(at, 1);
  }
  return left;
};

const ofLists = (path: string[], before: readonly unknown[], after: readonly unknown[]): FieldChange[] => {
  const [from, to] = [byKey(before), byKey(after)];
  if (from && to && before.length + after.length > 0) return ofFields(path, from, to);
  const [removed, added] = [without(before, after), without(after, before)];
  if (removed.length + added.length > 0) return [{ kind: 'list', path, removed, added }];
  return same(before, after) ? [] : [{ kind: 'value', path, before, after }];
};

const ofFields = (path: string[], before: Fields, after: Fields): FieldChange[] =>
  namesOf(before, after).flatMap((name) => compare([...path, name], own(before, name), own(after, name)));

const compare = (path: string[], before: unknown, after: unknown): FieldChange[] => {
  const from = isNothing(before) && isFields(after) ? {} : isNothing(before) && isList(after) ? [] : before;
  const to = isNothing(after) && isFields(before) ? {} : isNothing(after) && isList(before) ? [] : after;
  if (isFields(from) && isFields(to)) return ofFields(path, from, to);
  if (isList(from) && isList(to)) return ofLists(path, from, to);
  return same(before, after) ? [] : [{ kind: 'value', path, before: before ?? null, after: after ?? null }];
};

/**
 * What a write changed, field by field, from what it was before and after. A field that is missing and one that holds nothing are the
 * same. Entries of a list are matched by `id` or `code`; a list without them tells which of its entries went and which came.
 */
export const differences = (before: unknown, after: unknown): FieldChange[] => compare([], before, after);
