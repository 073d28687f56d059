/** One thing that whoever decides goes by, before and now; null where it was not there. `digest`: only that it is another is known. */
export type Difference = { key: string; before: string | null; now: string | null; digest: boolean };

const digest = /^[0-9a-f]{16,64}$/;

const flat = (value: unknown, key: string, into: Map<string, string>): Map<string, string> => {
  if (value === null || value === undefined) return into;
  if (typeof value === 'object') for (const [name, part] of Object.entries(value)) flat(part, key === '' ? name : `${key}.${name}`, into);
  else into.set(key, typeof value === 'string' ? value : JSON.stringify(value));
  return into;
};

/** Where two statements differ, place by place. */
export const differencesOf = (before: unknown, now: unknown): Difference[] => {
  const [a, b] = [flat(before, '', new Map()), flat(now, '', new Map())];
  return [...new Set([...a.keys(), ...b.keys()])]
    .filter((key) => a.get(key) !== b.get(key))
    .map((key) => {
      const [was, is] = [a.get(key) ?? null, b.get(key) ?? null];
      return { key, before: was, now: is, digest: [was, is].some((it) => it !== null && digest.test(it)) };
    });
};
