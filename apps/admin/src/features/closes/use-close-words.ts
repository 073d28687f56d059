import { useWords } from '../../shell/index.ts';
import { nameOfPeriod, type Period } from './periods.ts';

/** What closes and their periods are called, in the language of the reader. */
export const useCloseWords = () => {
  const words = useWords();
  const period = (it: Period): string => {
    const name = nameOfPeriod(it);
    return name.kind === 'days' ? words.t('closing.days', it) : words.t(`closing.${name.kind}`, { year: String(name.year) });
  };
  return {
    period,
    close: (it: Period & { number: number }): string => words.t('closing.heading', { period: period(it), number: it.number }),
    state: (state: string): string => words.named('closing', `state-${state}`),
    by: (it: { name: string; at: string } | null): string => (it ? words.t('closing.byWhom', { name: it.name, moment: words.moment(it.at) }) : words.t('closing.notYet')),
  };
};
