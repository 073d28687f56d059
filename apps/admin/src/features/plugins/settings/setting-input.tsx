import { NativeSelect, PasswordInput, Textarea, TextInput } from '@mantine/core';
import { useWords } from '../../../shell/index.ts';
import styles from './settings.module.css';
import type { Draft } from './draft.ts';
import type { SettingField } from './fields.ts';

type Parts = { field: SettingField; value: Draft[string] | undefined; fault: string | undefined; secretSet: boolean; readOnly: boolean; onChange: (value: string | boolean | null) => void };

const useHint = (field: SettingField): string | undefined => {
  const words = useWords();
  const hints = [field.about === null ? undefined : words.text(field.about)];
  if (field.kind === 'texts') hints.push(words.t('extensions.onePerLine'));
  if (field.kind === 'number' || field.kind === 'integer') {
    if (field.least !== undefined && field.least > Number.MIN_SAFE_INTEGER) hints.push(words.t('extensions.least', { value: words.number(field.least) }));
    if (field.most !== undefined && field.most < Number.MAX_SAFE_INTEGER) hints.push(words.t('extensions.most', { value: words.number(field.most) }));
  }
  const told = hints.filter((it) => it !== undefined).join(' ');
  return told === '' ? undefined : told;
};

const SecretInput = ({ field, value, fault, secretSet, readOnly, onChange }: Parts) => {
  const words = useWords();
  const hint = useHint(field);
  const state = words.t(value === null ? 'extensions.secretEmptied' : secretSet ? 'extensions.secretSet' : 'extensions.secretNotSet');
  return (
    <div>
      <PasswordInput
        id={`field-${field.path}`} label={words.text(field.label)} description={hint === undefined ? state : `${hint} ${state}`} value={typeof value === 'string' ? value : ''} error={fault} autoComplete="off" disabled={readOnly || value === null}
        visibilityToggleButtonProps={{ 'aria-label': words.t('extensions.show'), tabIndex: 0 }} onChange={(event) => onChange(event.currentTarget.value)}
      />
      {secretSet && !readOnly && (
        <label className={styles['flag']}>
          <input type="checkbox" checked={value === null} onChange={(event) => onChange(event.currentTarget.checked ? null : '')} />
          {words.t('extensions.secretEmpty')}
        </label>
      )}
    </div>
  );
};

/** The field of a setting, by what it holds. */
export const SettingInput = (parts: Parts) => {
  const { field, value, fault, readOnly, onChange } = parts;
  const words = useWords();
  const hint = useHint(field);
  const label = words.text(field.label);
  const common = { id: `field-${field.path}`, label, description: hint, error: fault, disabled: readOnly, value: typeof value === 'string' ? value : '' };
  const take = (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value);
  if (field.secret) return <SecretInput {...parts} />;
  switch (field.kind) {
    case 'boolean':
      return (
        <div>
          <label className={styles['flag']}>
            <input id={common.id} type="checkbox" checked={value === true} disabled={readOnly} onChange={(event) => onChange(event.currentTarget.checked)} />
            {label}
          </label>
          {hint !== undefined && <p className={styles['hint']}>{hint}</p>}
          {fault !== undefined && <p className={styles['wrong']}>{fault}</p>}
        </div>
      );
    case 'choice':
      return <NativeSelect {...common} data={[...(field.nullable || common.value === '' ? [{ value: '', label: words.t('extensions.noChoice') }] : []), ...field.options.map((it) => ({ value: String(it.value), label: words.text(it.label) }))]} onChange={take} />;
    case 'long':
    case 'texts':
      return <Textarea {...common} rows={4} onChange={take} />;
    case 'number':
    case 'integer':
      return <TextInput {...common} inputMode={field.kind === 'integer' ? 'numeric' : 'decimal'} className={styles['short']} autoComplete="off" onChange={take} />;
    case 'date':
      return <TextInput {...common} inputMode="numeric" placeholder={words.t('shell.dayForm')} className={styles['short']} autoComplete="off" onChange={take} />;
    case 'group':
      return null;
    case 'other':
      return (
        <div>
          <p className={styles['label']}>{label}</p>
          <p className={styles['hint']}>{words.t('extensions.notHere')}</p>
          {fault !== undefined && <p className={styles['wrong']}>{fault}</p>}
        </div>
      );
    case 'text':
      return <TextInput {...common} autoComplete="off" onChange={take} />;
  }
};
