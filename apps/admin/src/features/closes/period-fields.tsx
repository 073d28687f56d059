import { NativeSelect } from '@mantine/core';
import { parseIsoDate } from '@saubac/domain/values';
import { DayField } from '@saubac/ui/dates';
import { useWords } from '../../shell/index.ts';
import styles from './closes.module.css';
import { periodsToClose, usualCutOff } from './periods.ts';
import type { AskedPeriod } from './queries.ts';
import { useCloseWords } from './use-close-words.ts';

type Parts = { period: AskedPeriod; today: string; /** Its days are chosen one by one. */ other: boolean; onChange: (next: Partial<AskedPeriod> & { other?: boolean }) => void };

const key = ({ from, to }: { from: string; to: string }) => `${from}..${to}`;

/** Which period, and as of which day: a year or a half of one, or days of one's own. */
export const PeriodFields = ({ period, today, other, onChange }: Parts) => {
  const words = useWords();
  const named = useCloseWords();
  const offered = periodsToClose(today);
  const known = offered.some((it) => key(it) === key(period));
  const own = other || !known;
  const choose = (value: string) => {
    const [from = '', to = ''] = value.split('..');
    if (to === '') return onChange({ ...period, other: true });
    onChange({ from, to, cutOff: usualCutOff({ from, to }, today) });
  };
  const day = (label: string, value: string, take: (picked: string) => Partial<AskedPeriod>) => {
    const shown = parseIsoDate(value);
    return shown && <DayField label={label} value={shown} onChange={(picked) => onChange({ ...period, ...take(picked), ...(own ? { other: true } : {}) })} />;
  };
  return (
    <div className={styles['period']}>
      <NativeSelect
        label={words.t('closing.kindOfPeriod')} value={own ? '' : key(period)}
        data={[...offered.map((it) => ({ value: key(it), label: named.period(it) })), { value: '', label: words.t('closing.other') }]} onChange={(event) => choose(event.currentTarget.value)}
      />
      {own && day(words.t('closing.from'), period.from, (from) => ({ from }))}
      {own && day(words.t('closing.to'), period.to, (to) => ({ to }))}
      {day(words.t('closing.cutOff'), period.cutOff, (cutOff) => ({ cutOff }))}
      <p className={styles['soft']}>{words.t('closing.cutOffHint')}</p>
    </div>
  );
};
