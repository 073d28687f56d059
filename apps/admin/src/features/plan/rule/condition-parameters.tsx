import { NativeSelect } from '@mantine/core';
import { type Condition, type FactDefinition } from '@saubac/domain/rules';
import { parseIsoDate } from '@saubac/domain/values';
import { DayField } from '@saubac/ui/dates';
import { useWords } from '../../../shell/index.ts';
import { useEditing } from '../editing.ts';
import { CodeChips } from './code-chips.tsx';
import { type RuleSetting, withParameters } from './condition.ts';
import styles from './rule.module.css';

type Parts = { condition: Condition; definition: FactDefinition; setting: RuleSetting; onChange: (condition: Condition) => void };

const AgeDayField = ({ condition, setting, onChange }: Omit<Parts, 'definition'>) => {
  const words = useWords();
  const { on: today } = useEditing();
  const on = condition.on ?? 'as-of';
  const fixed = on !== 'as-of' && on !== 'milestone' ? parseIsoDate(on) : undefined;
  // A milestone stays to be seen where there is none, or it would seem to be something else.
  const choices = [{ value: 'as-of', label: words.t('planEditor.ageAsOf') }, ...(setting.milestone || on === 'milestone' ? [{ value: 'milestone', label: words.t('planEditor.ageMilestone') }] : []), { value: 'fixed', label: words.t('planEditor.ageFixed') }];
  return (
    <>
      <NativeSelect
        aria-label={words.t('planEditor.ageDay')} value={on === 'as-of' || on === 'milestone' ? on : 'fixed'} data={choices}
        onChange={(event) => onChange(withParameters(condition, { on: event.currentTarget.value === 'fixed' ? today : event.currentTarget.value }))}
      />
      {fixed && <DayField label={words.t('planEditor.ageDay')} value={fixed} onChange={(day) => onChange(withParameters(condition, { on: day }))} />}
    </>
  );
};

const LanguagesField = ({ condition, onChange }: Pick<Parts, 'condition' | 'onChange'>) => {
  const words = useWords();
  const { facts } = useEditing();
  const { languages = 'any' } = condition;
  const known = (facts?.languages ?? []).map(({ code, name }) => ({ code, label: words.text(name) }));
  const [first] = known;
  return (
    <>
      <NativeSelect
        aria-label={words.t('planEditor.languages')} value={languages === 'any' ? 'any' : 'some'} data={[{ value: 'any', label: words.t('planEditor.languageAny') }, { value: 'some', label: words.t('planEditor.languageSome') }]}
        onChange={(event) => onChange(withParameters(condition, { languages: event.currentTarget.value === 'any' || !first ? 'any' : [first.code] }))}
      />
      {languages !== 'any' && (
        <span className={styles['wide']}>
          <CodeChips label={words.t('planEditor.languages')} chosen={languages} options={known} onChange={(codes) => onChange(withParameters(condition, { languages: codes.length > 0 ? [...codes] : 'any' }))} />
        </span>
      )}
    </>
  );
};

/** What a fact is asked with besides: the day on which an age is taken, the languages of a level. */
export const ConditionParameters = ({ definition, ...parts }: Parts) => (
  <>
    {definition.takes?.includes('on') && <AgeDayField {...parts} />}
    {definition.takes?.includes('languages') && <LanguagesField condition={parts.condition} onChange={parts.onChange} />}
  </>
);
