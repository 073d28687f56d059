import { nearest } from '../rules/index.ts';
import { plainText } from './clean-text.ts';

type Named = { code: string; vi: string; en: string };

// Two codes of two letters are always near each other, which tells nothing.
const shortestMisspelt = 4;

const shown = ({ code, vi }: Named): string => (plainText(vi) === code ? code : `${code} (${vi})`);

/** What somebody may have meant by a code that a list lacks: by its name, then by its spelling; the whole list where nothing is near. */
export const nearCodes = (typed: string, list: readonly Named[]): string[] => {
  const text = plainText(typed);
  const byName = list.filter(({ vi, en }) => text.length > 2 && [vi, en].some((it) => plainText(it).includes(text)));
  if (byName.length > 0) return byName.map(shown);
  const near = text.length < shortestMisspelt ? [] : nearest(text, list.map(({ code }) => code));
  return (near.length > 0 ? near.flatMap((code) => list.filter((it) => it.code === code)) : list).map(shown);
};
