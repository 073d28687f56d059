import { useCodeNames, useWords } from '../../shell/index.ts';

type Traits = { tier: string; bodyKind: string; field: string | null };
type Choice = { code: string; name: { vi: string; en?: string | undefined } };

/** The lists that say what a unit is, to name their codes and to pick from; codes stand for themselves until the lists are here. */
export const useUnitTraits = (tenant: string) => {
  const words = useWords();
  const { lists } = useCodeNames(tenant);
  const named = (choices: readonly Choice[] | undefined, code: string): string => {
    const found = choices?.find((it) => it.code === code);
    return found ? words.text(found.name) : code;
  };
  const options = (choices: readonly Choice[] | undefined) => (choices ?? []).map(({ code, name }) => ({ value: code, label: words.text(name) }));
  return {
    tier: (code: string) => named(lists?.governmentLevels, code),
    bodyKind: (code: string) => named(lists?.bodyKinds, code),
    field: (code: string) => named(lists?.fields, code),
    /** Level, kind and field of a unit in one line. */
    line: ({ tier, bodyKind, field }: Traits) => [named(lists?.governmentLevels, tier), named(lists?.bodyKinds, bodyKind), ...(field === null ? [] : [named(lists?.fields, field)])].join(' · '),
    tiers: (on: string) => options(lists?.governmentLevels.filter((it) => it.from <= on || it.from === '-infinity').filter((it) => it.to > on || it.to === 'infinity')),
    bodyKinds: options(lists?.bodyKinds),
    fields: options(lists?.fields),
  };
};
