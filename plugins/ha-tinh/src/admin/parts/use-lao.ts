import { usePlugin } from '@saubac/plugin-api/admin';
import { useUiWords } from '@saubac/ui/words';

import type { Word } from '../../tools.ts';

export { textOf, useAsk as useLao, useSend, useUpload } from '@saubac/plugin-api/admin';

/** The words and formats of these pages: words of the manifest only, days and figures as the product writes them. */
export const useWords = () => {
  const { t } = usePlugin();
  const ui = useUiWords();
  const days = (from: string, to: string | null): string => `${ui.date(from)} – ${to === null ? '' : ui.date(to)}`;
  return { t: (key: Word, values?: Readonly<Record<string, string | number>>): string => t(key, values), date: ui.date, days, number: ui.number, percent: (basisPoints: number) => ui.percent(Math.floor(basisPoints / 10) / 10) };
};
