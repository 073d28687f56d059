import { Button, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { useWords } from '../../../shell/index.ts';
import styles from './rule.module.css';

export type Choice = { code: string; label: string };

type Parts = {
  label: string;
  chosen: readonly string[];
  options: readonly Choice[];
  /** Codes that are not in the list may be typed. */
  open?: boolean;
  onChange: (codes: readonly string[]) => void;
};

/** Codes out of a long or open list: those chosen, each with a button that takes it away, and a field to add one. */
export const CodeChips = ({ label, chosen, options, open = false, onChange }: Parts) => {
  const words = useWords();
  const listId = useId();
  const [typed, setTyped] = useState('');
  const nameOf = (code: string) => options.find((it) => it.code === code)?.label ?? code;
  const meant = (text: string) => options.find((it) => it.label.toLowerCase() === text.toLowerCase() || it.code === text)?.code ?? (open ? text : undefined);
  const add = (text: string) => {
    const code = meant(text.trim());
    if (code === undefined || code === '') return;
    setTyped('');
    if (!chosen.includes(code)) onChange([...chosen, code]);
  };
  return (
    <div className={styles['chips']} role="group" aria-label={label}>
      {chosen.map((code) => (
        <span key={code} className={styles['chip']}>
          {nameOf(code)}
          <button type="button" aria-label={words.t('planEditor.takeAway', { name: nameOf(code) })} onClick={() => onChange(chosen.filter((it) => it !== code))}>
            ×
          </button>
        </span>
      ))}
      <span className={styles['adder']}>
        <TextInput
          size="xs" aria-label={words.t('planEditor.addTo', { name: label })} placeholder={words.t('planEditor.addCode')} value={typed} list={listId}
          onChange={(event) => {
            const text = event.currentTarget.value;
            // Picking from the list is an answer; typing goes on.
            if (options.some((it) => it.label === text)) add(text);
            else setTyped(text);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            add(typed);
          }}
        />
        <datalist id={listId}>
          {options.filter((it) => !chosen.includes(it.code)).map((it) => (
            <option key={it.code} value={it.label} />
          ))}
        </datalist>
        {typed !== '' && (
          <Button size="compact-sm" variant="default" onClick={() => add(typed)}>
            {words.t('planEditor.add')}
          </Button>
        )}
      </span>
    </div>
  );
};
