import type { IsoDate } from '../values/index.ts';
import { coreName, foldedName, shortableWords, spells } from './folded-name.ts';
import { similarNames } from './similar-names.ts';

/** Something with a stable code that people name: its name and the name of what it stands below, on the days from the first to before the last. */
export type NamedThing = { code: string; name: string; above: string | null; from: IsoDate; to: IsoDate | 'infinity' };

/** What a text names: one thing; several, of which up to five are told; none, and what comes near. */
export type NameFound = { kind: 'one'; thing: NamedThing } | { kind: 'several' | 'none'; near: NamedThing[] };

const mostNear = 5;

type Entry = NamedThing & { full: string; core: string; words: string[]; aboveCore: string };

const entryOf = (it: NamedThing): Entry => {
  const full = foldedName(it.name);
  const core = coreName(full);
  return { ...it, full, core, words: core.split(' '), aboveCore: it.above === null ? '' : coreName(foldedName(it.above)) };
};

const byKey = (entries: readonly Entry[], key: (it: Entry) => string): Map<string, Entry[]> => Map.groupBy(entries, key);

const distinct = (entries: readonly Entry[]): Entry[] => [...new Map(entries.map((it) => [it.code, it])).values()];

/** "Phòng Tổ chức - Sở Nội vụ", "Sở Nội vụ / Phòng Tổ chức": the name stands at one end, what it belongs to at the other. */
const partsOf = (text: string): string[] => text.split(/\s[-\u2013]\s|[,;/>(|\n]/).map((it) => foldedName(it)).filter((it) => it !== '');

/**
 * Finds what texts name on a day, among things with codes: by the whole name without accents, then without the kind of body in front, then
 * with shortened words, then by name and what it belongs to. Only what fits alone is taken; a spelling that is merely near never is.
 */
export const nameFinder = (things: readonly NamedThing[]): ((text: string, day: IsoDate) => NameFound) => {
  const entries = things.map(entryOf);
  const byFull = byKey(entries, ({ full }) => full);
  const byCore = byKey(entries, ({ core }) => core);
  const byCode = byKey(entries, ({ code }) => foldedName(code));
  const byWord = new Map<string, Entry[]>();
  for (const it of entries) {
    for (const word of new Set(it.words)) {
      const list = byWord.get(word);
      if (list) list.push(it);
      else byWord.set(word, [it]);
    }
  }
  const similar = similarNames(entries, ({ core }) => core);

  const shortened = (text: string): Entry[] => {
    const words = shortableWords(text);
    const whole = words.filter(({ short }) => !short);
    if (whole.length === 0 || whole.length === words.length) return [];
    const core = coreName(words.map(({ word }) => word).join(' ')).split(' ').length;
    const candidates = whole.map(({ word }) => byWord.get(word) ?? []).toSorted((a, b) => a.length - b.length)[0]!;
    return candidates.filter((it) => spells(words.slice(words.length - core), it.words));
  };

  const belonging = (text: string): Entry[] => {
    const parts = partsOf(text);
    if (parts.length < 2) return [];
    return [parts[0]!, parts.at(-1)!].flatMap((leaf) => {
      const others = new Set(parts.filter((it) => it !== leaf).map(coreName));
      return (byCore.get(coreName(leaf)) ?? []).filter((it) => others.has(it.aboveCore));
    });
  };

  return (text, day) => {
    const there = (it: Entry): boolean => it.from <= day && (it.to === 'infinity' || day < it.to);
    const full = foldedName(text);
    const near = (): NamedThing[] => distinct(similar(coreName(full), there)).slice(0, mostNear);
    if (full === '') return { kind: 'none', near: [] };
    const ways = [() => byFull.get(full) ?? [], () => byCore.get(coreName(full)) ?? [], () => shortened(text), () => belonging(text), () => byCode.get(full) ?? []];
    for (const way of ways) {
      const found = distinct(way().filter(there));
      if (found.length === 1) return { kind: 'one', thing: found[0]! };
      if (found.length > 1) return { kind: 'several', near: found.slice(0, mostNear) };
    }
    return { kind: 'none', near: near() };
  };
};
