import { NativeSelect } from '@mantine/core';
import type { Condition, FactDefinition } from '@saubac/domain/rules';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../../shell/index.ts';
import { useEditing, useFactDefinitions } from '../editing.ts';
import { ConditionParameters } from './condition-parameters.tsx';
import { ConditionValueField } from './condition-value.tsx';
import { type Comparison, comparisonIn, comparisonsFor, conditionOf, newCondition, type RuleSetting, withComparison, withConditionValue } from './condition.ts';
import styles from './rule.module.css';

type Parts = { condition: Condition; setting: RuleSetting; id: string; tools: ReactNode; onChange: (condition: Condition) => void };

const FactSelect = ({ fact, facts, onChange }: { fact: string; facts: readonly FactDefinition[]; onChange: (fact: string) => void }) => {
  const words = useWords();
  const known = facts.some((it) => it.id === fact);
  const named = (it: FactDefinition) => {
    const label = words.text(it.label);
    return { value: it.id, label: label.charAt(0).toUpperCase() + label.slice(1) };
  };
  return (
    <NativeSelect
      className={styles['fact']} aria-label={words.t('planEditor.fact')} value={fact} data={[...(known ? [] : [{ value: fact, label: fact }]), ...facts.map(named)]} data-fact
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
};

/** One condition: which fact, how it is compared, with what. A fact that needs a choice first leaves the rule as it is until it is made. */
export const ConditionRow = ({ condition, setting, id, tools, onChange }: Parts) => {
  const words = useWords();
  const { facts } = useEditing();
  const { definitions } = useFactDefinitions();
  const [pending, setPending] = useState<string>();
  const fact = pending ?? condition.fact;
  const definition = definitions.get(fact);
  const { comparison, value } = comparisonIn(condition);
  const choose = (id: string) => {
    const picked = definitions.get(id);
    const begun = picked && newCondition(picked, setting);
    setPending(begun ? undefined : id);
    if (begun) onChange(begun);
  };
  const take = (next: Condition) => {
    setPending(undefined);
    onChange(next);
  };
  const [firstComparison = 'in'] = definition ? comparisonsFor(definition) : [];
  return (
    <div className={styles['condition']} id={id} tabIndex={-1}>
      <div className={styles['conditionParts']}>
      <FactSelect fact={fact} facts={facts?.facts ?? []} onChange={choose} />
      {!definition && <code className={styles['unknown']}>{JSON.stringify(condition)}</code>}
      {definition && pending !== undefined && (
        <span className={styles['wide']}>
          <ConditionValueField definition={definition} comparison={firstComparison} value={[]} onChange={(it) => take(conditionOf(fact, firstComparison, it, {}))} />
          <span className={styles['soft']}>{words.t('planEditor.chooseFirst')}</span>
        </span>
      )}
      {definition && pending === undefined && (
        <>
          {comparisonsFor(definition).length > 1 && (
            <NativeSelect
              className={styles['comparison']} aria-label={words.t('planEditor.comparison')} value={comparison} data={comparisonsFor(definition).map((it) => ({ value: it, label: words.t(`planEditor.compare-${it}`) }))}
              onChange={(event) => onChange(withComparison(condition, definition, event.currentTarget.value as Comparison, setting))}
            />
          )}
          <span className={comparison === 'in' || comparison === 'within' ? styles['wide'] : styles['value']}>
            <ConditionValueField definition={definition} comparison={comparison} value={value} onChange={(it) => onChange(withConditionValue(condition, it))} />
          </span>
          <ConditionParameters condition={condition} definition={definition} setting={setting} onChange={onChange} />
        </>
      )}
      </div>
      {tools}
    </div>
  );
};
