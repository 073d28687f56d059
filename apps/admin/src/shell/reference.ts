import type { LocalText } from '@saubac/domain/values';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { ask } from './api.ts';
import { useWords } from './words-root.tsx';

/** The lists that forms pick from and that codes are named by; they seldom change. */
const referenceQuery = (tenant: string) =>
  queryOptions({ queryKey: ['t', tenant, 'reference'], queryFn: ({ signal }) => ask((api) => api.reference({ params: { tenant } }, { signal })), staleTime: 600_000 });

type Choice = { code: string; name: LocalText };

const named = (choices: readonly Choice[] | undefined, code: string | null, text: (it: LocalText) => string): string | undefined => {
  if (code === null) return undefined;
  const found = choices?.find((it) => it.code === code);
  return found ? text(found.name) : code;
};

/** The names of codes, in the language of the reader; the code itself until the lists are here. */
export const useCodeNames = (tenant: string) => {
  const words = useWords();
  const { data } = useQuery(referenceQuery(tenant));
  return {
    lists: data,
    kind: (code: string) => named(data?.kinds, code, words.text) ?? code,
    rank: (code: string | null) => named(data?.ranks, code, words.text),
    officeRank: (code: string | null) => named(data?.officeRanks, code, words.text),
    certificateType: (code: string) => named(data?.certificateTypes, code, words.text) ?? code,
    language: (code: string | null) => named(data?.languages, code, words.text),
  };
};
