import { speaksOf } from '../plain.ts';

/** A unit by its code and name. */
export type Named = { code: string; name: string };

/** Units that a change may name: to pick from by what is typed, and their names by code. */
export type PickableUnits = { nameOf: (code: string) => string; find: (typed: string) => { value: string; label: string }[] };

const most = 50;

/** Units to pick from: those of a day and those that a draft founds. `past` have a name, and can't be picked. */
export const pickableUnits = (units: readonly (Named & { parent: string | null })[], past: readonly Named[], founded: readonly Named[]): PickableUnits => {
  const names = new Map([...past, ...units, ...founded].map((it) => [it.code, it.name]));
  const nameOf = (code: string): string => names.get(code) ?? code;
  const all = [...founded.map((it) => ({ ...it, parent: null })), ...units.filter((it) => founded.every(({ code }) => code !== it.code))];
  return {
    nameOf,
    find: (typed) => {
      const speaks = speaksOf(typed);
      const found: { value: string; label: string }[] = [];
      for (const { code, name, parent } of all) {
        if (!speaks(name, code)) continue;
        found.push({ value: code, label: parent === null ? `${name} (${code})` : `${name} (${code}) – ${nameOf(parent)}` });
        if (found.length === most) break;
      }
      return found;
    },
  };
};
