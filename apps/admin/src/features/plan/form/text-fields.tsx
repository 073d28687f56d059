import { Button, Textarea, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useWords } from '../../../shell/index.ts';
import { isObject, type Json } from '../json/place.ts';
import { readShare, writeShare } from './share-text.ts';
import styles from './form.module.css';

/** What every field is given: its name on the page, its label, its value, what is wrong with it. */
export type FieldParts = { id: string; label: string; hint?: string | undefined; value: Json; error: string | undefined; onChange: (value: Json) => void };

const said = (value: Json): string => (typeof value === 'string' ? value : value === null || value === undefined ? '' : JSON.stringify(value));

/** Plain text. `empty`: what takes its place when nothing is typed. */
export const LineField = ({ id, label, hint, value, error, onChange, long = false, empty = '' }: FieldParts & { long?: boolean; empty?: Json }) => {
  const Input = long ? Textarea : TextInput;
  return (
    <Input
      id={id} label={label} description={hint} value={said(value)} error={error} {...(long ? { rows: 3 } : {})}
      onChange={(event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value === '' ? empty : event.currentTarget.value)}
    />
  );
};

/** A text in Vietnamese and, where somebody writes it, English. */
export const TextField = ({ id, label, hint, value, error, onChange, long = false }: FieldParts & { long?: boolean }) => {
  const words = useWords();
  const text = isObject(value) ? value : {};
  const Input = long ? Textarea : TextInput;
  const change = (language: 'vi' | 'en', typed: string) => {
    const { en, ...rest } = { ...text, [language]: typed };
    onChange(typeof en === 'string' && en !== '' ? { ...rest, en } : rest);
  };
  return (
    <div className={styles['twoLanguages']}>
      <Input id={id} label={words.t('planEditor.inVietnamese', { label })} description={hint} value={said(text['vi'])} error={error} lang="vi" {...(long ? { rows: 3 } : {})} onChange={(event: { currentTarget: { value: string } }) => change('vi', event.currentTarget.value)} />
      <Input
        label={words.t('planEditor.inEnglish', { label })} value={said(text['en'])} lang="en" {...(long ? { rows: 3 } : {})} {...(hint === undefined ? {} : { description: ' ' })}
        onChange={(event: { currentTarget: { value: string } }) => change('en', event.currentTarget.value)}
      />
    </div>
  );
};

/** Several texts, one below the other. */
export const TextsField = ({ id, label, hint, value, error, onChange }: FieldParts) => {
  const words = useWords();
  const texts = Array.isArray(value) ? (value as readonly Json[]) : [];
  return (
    <fieldset className={styles['texts']} id={id} tabIndex={-1}>
      <legend>{label}</legend>
      {hint !== undefined && <p className={styles['soft']}>{hint}</p>}
      {texts.map((text, at) => (
        <div key={at} className={styles['textLine']}>
          <TextField id={`${id}.${at}`} label={words.t('planEditor.numbered', { label, number: at + 1 })} value={text} error={undefined} onChange={(it) => onChange(texts.with(at, it))} />
          <Button variant="subtle" size="compact-sm" aria-label={words.t('planEditor.removeNumbered', { label, number: at + 1 })} onClick={() => onChange(texts.toSpliced(at, 1))}>
            {words.t('planEditor.remove')}
          </Button>
        </div>
      ))}
      <Button variant="default" size="compact-sm" onClick={() => onChange([...texts, { vi: '' }])}>
        {words.t('planEditor.addLine')}
      </Button>
      {error !== undefined && <p className={styles['error']}>{error}</p>}
    </fieldset>
  );
};

/** A share, typed in percent and kept in basis points. */
export const ShareField = ({ id, label, hint, value, error, onChange }: FieldParts) => {
  const words = useWords();
  const [typed, setTyped] = useState(typeof value === 'number' ? writeShare(value) : '');
  useEffect(() => setTyped((now) => (readShare(now) === value || typeof value !== 'number' ? now : writeShare(value))), [value]);
  const points = readShare(typed);
  return (
    <TextInput
      id={id} label={label} description={hint} value={typed} inputMode="decimal" className={styles['short']} rightSection="%" error={points === undefined ? words.t('planEditor.shareWrong') : error}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        const read = readShare(event.currentTarget.value);
        if (read !== undefined) onChange(read);
      }}
    />
  );
};

/** A small whole number. */
export const WholeField = ({ id, label, hint, value, error, onChange, least, most }: FieldParts & { least: number; most: number }) => {
  const words = useWords();
  const [typed, setTyped] = useState(said(value));
  const meant = /^\d{1,3}$/.test(typed.trim()) && Number(typed) >= least && Number(typed) <= most;
  return (
    <TextInput
      id={id} label={label} description={hint} value={typed} inputMode="numeric" className={styles['short']} error={meant ? error : words.t('planEditor.numberFrom', { least, most })}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        if (/^\d{1,3}$/.test(text.trim()) && Number(text) >= least && Number(text) <= most) onChange(Number(text));
      }}
    />
  );
};
