import { Textarea, TextInput } from '@mantine/core';
import { parseIsoDate } from '@saubac/domain/values';
import { DayField, OptionalDayField } from '@saubac/ui/dates';
import { useWords } from '../../../shell/index.ts';
import type { BasisFault, Draft } from './draft.ts';
import styles from './changes.module.css';

type Basis = Pick<Draft, 'title' | 'on' | 'decision' | 'why'>;

/** What a change is based on: what it is called, its day, the decision, and (where the day has passed) the reason. */
export const BasisFields = ({ basis, today, faults, onChange }: { basis: Basis; today: string; faults: readonly BasisFault[]; onChange: (basis: Basis) => void }) => {
  const words = useWords();
  const { title, on, decision, why } = basis;
  const decide = (number: string, date: string): void => onChange({ ...basis, decision: number.trim() === '' && date === '' ? null : { number, date } });
  const past = on < today;
  const day = parseIsoDate(on);
  return (
    <div className={styles['fields']}>
      <TextInput id="field-title" label={words.t('unitTree.changeTitle')} description={words.t('unitTree.changeTitleHint')} value={title} error={faults.includes('title') && words.t('unitTree.fault-title')} onChange={(event) => onChange({ ...basis, title: event.currentTarget.value })} />
      <div id="field-on">
        {day && <DayField label={words.t('unitTree.firstDay')} value={day} onChange={(picked) => onChange({ ...basis, on: picked })} />}
        <p className={styles['soft']}>{words.t('unitTree.firstDayHint')}</p>
      </div>
      <div className={styles['pair']}>
        <TextInput
          id="field-decision" label={words.t('unitTree.decisionNumber')} description={words.t('unitTree.decisionHint')} value={decision?.number ?? ''} error={faults.includes('decision') && words.t('unitTree.fault-decision')}
          onChange={(event) => decide(event.currentTarget.value, decision?.date ?? '')}
        />
        <OptionalDayField label={words.t('unitTree.decisionDate')} hint={words.t('shell.dayForm')} value={decision?.date || undefined} onChange={(day) => decide(decision?.number ?? '', day ?? '')} />
      </div>
      {(past || why !== '') && (
        <Textarea
          id="field-why" label={words.t('unitTree.why')} description={past ? words.t('unitTree.whyPast') : undefined} value={why} autosize minRows={2} error={faults.includes('why') && words.t('unitTree.fault-why')}
          onChange={(event) => onChange({ ...basis, why: event.currentTarget.value })}
        />
      )}
    </div>
  );
};
