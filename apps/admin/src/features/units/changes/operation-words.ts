import type { AdminWords } from '@saubac/i18n/admin';
import type { Operation } from './draft.ts';

type NameOf = (code: string) => string;

const listOf = (words: AdminWords, codes: readonly string[], nameOf: NameOf): string => new Intl.ListFormat(words.locale, { type: 'conjunction' }).format(codes.map(nameOf));

/** An operation in a sentence. */
export const operationInWords = (it: Operation, words: AdminWords, nameOf: NameOf): string => {
  const named = (code: string | null | undefined): string => (code ? nameOf(code) : words.t('unitTree.nobody'));
  switch (it.op) {
    case 'establish': return words.t('unitTree.saysEstablish', { unit: it.value.name, code: it.unit, parent: named(it.value.parent) });
    case 'merge': return words.t('unitTree.saysMerge', { units: listOf(words, it.units.filter((code) => code !== it.into), nameOf), into: nameOf(it.into) });
    case 'split': return words.t(it.goesOn ? 'unitTree.saysSplitOff' : 'unitTree.saysSplit', { unit: nameOf(it.unit), into: listOf(words, it.into, nameOf) });
    case 'move': return words.t('unitTree.saysMove', { unit: nameOf(it.unit), parent: named(it.parent) });
    case 'abolish': return words.t('unitTree.saysAbolish', { unit: nameOf(it.unit) });
    case 'rename': return it.traits.name === undefined ? words.t('unitTree.saysTraits', { unit: nameOf(it.unit) }) : words.t('unitTree.saysRename', { unit: nameOf(it.unit), name: it.traits.name });
    case 'line': return words.t('unitTree.saysLine', { unit: nameOf(it.unit), line: words.t(`unitTree.line-${it.line}`), to: named(it.to) });
  }
};
