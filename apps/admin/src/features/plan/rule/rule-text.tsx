import { Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../../shell/index.ts';
import { useEditing } from '../editing.ts';
import type { Json } from '../json/place.ts';
import { ruleProblemsQuery } from '../queries.ts';
import styles from './rule.module.css';

const parsed = (text: string): { json: Json } | undefined => {
  try {
    return { json: JSON.parse(text) as Json };
  } catch {
    return undefined;
  }
};

/** A rule as it stands in the plan file, checked by the server; for what the builder has no form for. Whatever is JSON is kept. */
export const RuleText = ({ rule, onChange }: { rule: Json; onChange: (rule: Json) => void }) => {
  const words = useWords();
  const { tenant } = useEditing();
  const [typed, setTyped] = useState(() => JSON.stringify(rule ?? { all: [] }, undefined, 2));
  const read = parsed(typed);
  const checked = useQuery({ ...ruleProblemsQuery(tenant, read?.json ?? null), enabled: read !== undefined });
  return (
    <div className={styles['text']}>
      <Textarea
        label={words.t('planEditor.ruleText')} description={words.t('planEditor.ruleTextHint')} value={typed} spellCheck={false} rows={Math.min(18, typed.split('\n').length + 1)}
        error={read === undefined ? words.t('planEditor.notJson') : undefined} classNames={{ input: styles['code'] ?? '' }}
        onChange={(event) => {
          const text = event.currentTarget.value;
          setTyped(text);
          const now = parsed(text);
          if (now) onChange(now.json);
        }}
      />
      {read !== undefined && (checked.data?.problems.length ?? 0) > 0 && (
        <ul className={styles['faults']} role="alert">
          {checked.data?.problems.map((it) => <li key={`${it.path} ${it.code}`}>{words.text(it.text)}</li>)}
        </ul>
      )}
    </div>
  );
};
