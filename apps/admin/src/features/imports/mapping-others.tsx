import { NativeSelect, TextInput } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../../shell/index.ts';
import styles from './imports.module.css';
import mapped from './mapping.module.css';
import { type Rule, setSource, type Source } from './mapping.ts';
import type { RosterSheet } from './queries.ts';
import { UnitsToPick } from './units-to-pick.tsx';

const route = getRouteApi('/t/$tenant/imports/$import');

type Field = RosterSheet['columns'][number];
type Parts = { rule: Rule; fields: readonly Field[]; onChange: (rule: Rule) => void };

const choosable = ['constant', 'group', 'sheet-name'] as const;

const sourceOf = (from: string, field: Field, before: Source | undefined): Source | null => {
  if (before && before.from === from) return before;
  if (from === 'constant') return { from, value: field.choices[0] ?? '' };
  return from === 'group' || from === 'sheet-name' ? { from } : null;
};

const FieldLine = ({ field, rule, onChange }: { field: Field } & Omit<Parts, 'fields'>) => {
  const words = useWords();
  const source = rule.columns[field.key];
  const own = source && !(choosable as readonly string[]).includes(source.from) ? [source.from as Exclude<Source['from'], 'column'>] : [];
  const put = (value: string) => onChange(setSource(rule, field.key, { from: 'constant', value }));
  const constant = source?.from === 'constant' ? source.value : undefined;
  const label = words.t('importDesk.mapConstant', { heading: field.heading });
  const { tenant } = route.useParams();
  const [unitName, setUnitName] = useState<string>();
  const pickUnit = (unit: { code: string; name: string } | undefined) => {
    setUnitName(unit?.name);
    put(unit?.code ?? '');
  };
  return (
    <tr>
      <th scope="row">
        {field.heading} {field.required && <span className={styles['soft']}>({words.t('importDesk.mapRequired')})</span>}
      </th>
      <td>
        <NativeSelect
          size="xs" aria-label={words.t('importDesk.mapFromOf', { heading: field.heading })} value={source?.from ?? ''}
          data={[{ value: '', label: words.t('importDesk.mapNotStated') }, ...[...own, ...choosable].map((from) => ({ value: from, label: words.t(`importDesk.source-${from}`) }))]}
          onChange={(event) => onChange(setSource(rule, field.key, sourceOf(event.currentTarget.value, field, source)))}
        />
      </td>
      <td>
        {constant !== undefined &&
          (field.key === 'unit_code' ? (
            <UnitsToPick tenant={tenant} label={label} placeholder={words.t('importDesk.chooseUnit')} value={constant === '' ? undefined : { code: constant, name: unitName ?? constant }} onChange={pickUnit} />
          ) : field.choices.length > 0 ? (
            <NativeSelect size="xs" aria-label={label} value={constant} data={[...field.choices]} onChange={(event) => put(event.currentTarget.value)} />
          ) : (
            <TextInput size="xs" aria-label={label} value={constant} maxLength={200} onChange={(event) => put(event.currentTarget.value)} />
          ))}
      </td>
    </tr>
  );
};

/** Fields that stand in no column of their own: one value for all rows, the row above a group, the name of the sheet; and the required ones that are missing. */
export const MappingOthers = ({ rule, fields, onChange }: Parts) => {
  const words = useWords();
  const [added, setAdded] = useState<readonly string[]>([]);
  const isOther = ({ key, required }: Field): boolean => (rule.columns[key] === undefined ? required || added.includes(key) : rule.columns[key].from !== 'column');
  const others = fields.filter(isOther);
  const rest = fields.filter((field) => !isOther(field) && rule.columns[field.key] === undefined);
  return (
    <div className={mapped['others']}>
      {others.length > 0 && (
        <table className={styles['plain']}>
          <caption>{words.t('importDesk.mapOthers')}</caption>
          <thead>
            <tr>
              <th scope="col">{words.t('importDesk.mapField')}</th>
              <th scope="col">{words.t('importDesk.mapFrom')}</th>
              <th scope="col">{words.t('importDesk.mapValue')}</th>
            </tr>
          </thead>
          <tbody>
            {others.map((field) => (
              <FieldLine key={field.key} field={field} rule={rule} onChange={onChange} />
            ))}
          </tbody>
        </table>
      )}
      <NativeSelect
        size="xs" label={words.t('importDesk.mapAdd')} value="" data={[{ value: '', label: words.t('importDesk.mapAddPick') }, ...rest.map(({ key, heading }) => ({ value: key, label: heading }))]} className={mapped['addField']}
        onChange={(event) => event.currentTarget.value !== '' && setAdded([...added, event.currentTarget.value])}
      />
    </div>
  );
};
