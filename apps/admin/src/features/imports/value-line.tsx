import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { useWords } from '../../shell/index.ts';
import styles from './imports.module.css';
import { rememberName } from './mutations.ts';
import type { RefusedValue } from './queries.ts';
import { UnitsToPick } from './units-to-pick.tsx';
import type { Edits } from './use-edits.ts';
import { importsEverywhere } from './who-imports.ts';

const route = getRouteApi('/t/$tenant/imports/$import');
const naming: Readonly<Record<string, 'unit' | 'post'>> = { unit_code: 'unit', parent_code: 'unit', reports_to: 'unit', budgets_through: 'unit', post_code: 'post' };

/** One refused value: what it may have meant, and what is read in its place in all rows that say it. */
export const ValueLine = ({ tenant, value, choices, edits }: { tenant: string; value: RefusedValue; /** The words that the cell may hold, where they are few. */ choices: readonly string[]; edits: Edits }) => {
  const words = useWords();
  const { me } = route.useRouteContext();
  const id = useId();
  const remember = useMutation(rememberName(useQueryClient(), tenant));
  const [text, setText] = useState('');
  const [kept, setKept] = useState(true);
  const of = naming[value.column];
  const made = edits.over.ofValue(value.sheet, value.column, value.value);
  const mayRemember = of !== undefined && importsEverywhere(me);
  const replace = (by: string) => {
    edits.edit.mutate([{ kind: 'same-value', sheet: value.sheet, column: value.column, match: value.value, text: by }]);
    if (mayRemember && kept) remember.mutate({ of, name: value.value, code: by });
  };
  const label = `${words.t('importDesk.replaceBy')}: ${value.value}`;
  return (
    <tr>
      <th scope="row">
        {value.value}
        <div className={styles['soft']}>{value.heading}</div>
      </th>
      <td className={styles['reason']}>
        {words.text(value.reason)} <span className={styles['soft']}>{words.text(value.hint)}</span>
      </td>
      <td data-number>{words.number(value.rows)}</td>
      <td className={styles['replace']}>
        {made ? (
          <span className={styles['line']}>
            <span role="status">{words.t('importDesk.replacedBy', { text: made.text ?? '' })}</span>
            <Button size="compact-sm" variant="default" loading={edits.withdraw.isPending} onClick={() => edits.withdraw.mutate([made.id])}>
              {words.t('importDesk.takeBack')}
            </Button>
          </span>
        ) : (
          <div className={styles['stackTight']}>
            {value.near.length > 0 && (
              <div className={styles['near']} role="group" aria-label={words.t('importDesk.suggestions')}>
                {value.near.slice(0, 4).map(({ code, name }) => (
                  <Button key={code} size="compact-sm" variant="default" title={code} onClick={() => replace(code)}>
                    {name}
                  </Button>
                ))}
              </div>
            )}
            {choices.length > 0 ? (
              <NativeSelect size="xs" aria-label={label} value="" data={[{ value: '', label: words.t('importDesk.mapAddPick') }, ...choices]} onChange={(event) => event.currentTarget.value !== '' && replace(event.currentTarget.value)} />
            ) : of === 'unit' ? (
              <UnitsToPick tenant={tenant} label={label} placeholder={words.t('importDesk.chooseUnit')} value={undefined} onChange={(unit) => unit && replace(unit.code)} />
            ) : (
              <form
                className={styles['replaceForm']}
                onSubmit={(event) => {
                  event.preventDefault();
                  replace(text);
                }}
              >
                <TextInput size="xs" aria-label={label} value={text} maxLength={1_000} autoComplete="off" onChange={(event) => setText(event.currentTarget.value)} />
                <Button size="xs" type="submit" variant="default" loading={edits.edit.isPending}>
                  {words.t('importDesk.replaceAll')}
                </Button>
              </form>
            )}
            {mayRemember && (
              <label className={styles['check']} htmlFor={id}>
                <input id={id} type="checkbox" checked={kept} onChange={(event) => setKept(event.currentTarget.checked)} /> {words.t('importDesk.remember')}
              </label>
            )}
          </div>
        )}
      </td>
    </tr>
  );
};
