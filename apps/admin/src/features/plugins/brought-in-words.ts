import { useWords } from '../../shell/index.ts';
import type { Plugin } from './queries.ts';

const kinds = ['pages', 'slots', 'facts', 'targets', 'workflows', 'reports'] as const;

/** What a plugin brings, in a line: `3 trang, 2 dữ kiện`; what it has none of is not named. */
export const useBroughtInWords = () => {
  const words = useWords();
  return (brings: NonNullable<Plugin['brings']>): string => {
    const counted = kinds.filter((kind) => brings[kind].length > 0).map((kind) => words.t(`extensions.count-${kind}`, { count: brings[kind].length }));
    return counted.length === 0 ? words.t('extensions.nothing') : counted.join(', ');
  };
};
