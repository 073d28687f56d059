import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/Combobox.css';
import { parseIsoDate } from '@saubac/domain/values';
import { readDay, writeDay } from '@saubac/ui/dates';
import { FaultSummary } from '@saubac/ui/form';
import { type FormEvent, useState } from 'react';
import { useCodeNames, useWords } from '../../shell/index.ts';
import { contradicting } from './change.ts';
import styles from './equivalence.module.css';
import type { EquivalenceTable } from './queries.ts';
import type { Trying } from './trying.ts';

type Parts = { tenant: string; tables: readonly EquivalenceTable[]; today: string; first: Omit<Trying, 'go'>; onTry: (asked: Omit<Trying, 'go'>) => void };

type Fault = { field: string; text: string };

const acts = ['adopt', 'end', 'validity'] as const;
const written = (day: string | undefined) => (day === undefined ? '' : writeDay(parseIsoDate(day)));
const optional = <Name extends string>(name: Name, value: string | undefined): { [Key in Name]?: string } => (value ? ({ [name]: value } as { [Key in Name]?: string }) : {});

/** What is to be tried: a table adopted, one ended, or another validity of a type. Which tables have to end for it is proposed. */
export const TryForm = ({ tenant, tables, today, first, onTry }: Parts) => {
  const words = useWords();
  const names = useCodeNames(tenant);
  const [typed, setTyped] = useState({
    act: first.act ?? 'adopt', table: first.table ?? '', adoption: first.act === 'end' && first.table && first.from ? `${first.table} ${first.from}` : '', type: first.type ?? '', months: first.months === undefined ? '' : String(first.months),
    from: written(first.from ?? today), lastDay: written(first.lastDay), basis: first.basis ?? '', on: written(first.on), declared: first.declared === true,
  });
  const [ends, setEnds] = useState<ReadonlySet<string> | undefined>(first.ends === undefined ? undefined : new Set(first.ends.split(',')));
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const change = (more: Partial<typeof typed>) => setTyped((now) => ({ ...now, ...more }));
  const nameOf = (code: string) => words.text(tables.find((it) => it.code === code)?.name ?? { vi: code });
  const from = readDay(typed.from);
  const adoptions = tables.flatMap((it) => it.adopted.filter((days) => days.lastDay === null || days.lastDay >= today).map((days) => ({ value: `${it.code} ${days.from}`, label: words.t('equivalenceDesk.adoptionFrom', { table: words.text(it.name), from: days.from }) })));
  const against = typed.act === 'adopt' && typed.table !== '' && from !== undefined ? contradicting(tables, typed.table, from) : [];
  const chosen = against.filter((code) => ends?.has(code) ?? true);
  const faultOf = (field: string) => faults.find((it) => it.field === field)?.text;
  const send = (event: FormEvent) => {
    event.preventDefault();
    const { act } = typed;
    const lastDay = typed.lastDay.trim() === '' ? undefined : readDay(typed.lastDay);
    const on = typed.on.trim() === '' ? undefined : readDay(typed.on);
    const months = typed.months.trim() === '' ? undefined : Number(typed.months);
    const wrong = (field: string, isWrong: boolean, text: string): Fault[] => (isWrong ? [{ field, text }] : []);
    const day = words.t('equivalenceDesk.dayWrong');
    const found = [
      ...wrong('table', act === 'adopt' && typed.table === '', words.t('equivalenceDesk.tableMissing')),
      ...wrong('adoption', act === 'end' && typed.adoption === '', words.t('equivalenceDesk.tableMissing')),
      ...wrong('type', act === 'validity' && typed.type === '', words.t('equivalenceDesk.typeMissing')),
      ...wrong('months', act === 'validity' && months !== undefined && !(Number.isInteger(months) && months >= 1 && months <= 600), words.t('equivalenceDesk.monthsWrong')),
      ...wrong('from', act !== 'end' && from === undefined, day),
      ...wrong('lastDay', act !== 'validity' && (typed.lastDay.trim() === '' ? act === 'end' : lastDay === undefined), day),
      ...wrong('on', typed.on.trim() !== '' && on === undefined, day),
    ];
    setFaults(found);
    if (found.length > 0) return;
    const [table = '', since = ''] = typed.adoption.split(' ');
    const shared = { act, ...optional('on', on), ...(typed.declared ? { declared: true as const } : {}) };
    if (act === 'end') return onTry({ ...shared, table, from: since, ...optional('lastDay', lastDay) });
    const basis = optional('basis', typed.basis.trim());
    if (act === 'validity') return onTry({ ...shared, type: typed.type, ...optional('from', from), ...(months === undefined ? {} : { months }), ...basis });
    onTry({ ...shared, table: typed.table, ...optional('from', from), ...optional('lastDay', lastDay), ...optional('ends', chosen.join(',')), ...basis });
  };
  return (
    <form className={styles['tryForm']} noValidate onSubmit={send}>
      <FaultSummary faults={faults} />
      <div className={styles['fields']}>
        <NativeSelect label={words.t('equivalenceDesk.act')} value={typed.act} data={acts.map((it) => ({ value: it, label: words.t(`equivalenceDesk.act-${it}`) }))} onChange={(event) => change({ act: acts.find((it) => it === event.currentTarget.value) ?? 'adopt' })} />
        {typed.act === 'adopt' && (
          <NativeSelect
            id="field-table" label={words.t('equivalenceDesk.table')} error={faultOf('table')} value={typed.table} onChange={(event) => change({ table: event.currentTarget.value })}
            data={[{ value: '', label: words.t('equivalenceDesk.choose') }, ...tables.map((it) => ({ value: it.code, label: words.text(it.name) }))]}
          />
        )}
        {typed.act === 'end' && (
          <NativeSelect id="field-adoption" label={words.t('equivalenceDesk.adoption')} error={faultOf('adoption')} value={typed.adoption} data={[{ value: '', label: words.t('equivalenceDesk.choose') }, ...adoptions]} onChange={(event) => change({ adoption: event.currentTarget.value })} />
        )}
        {typed.act === 'validity' && (
          <>
            <NativeSelect
              id="field-type" label={words.t('equivalenceDesk.type')} error={faultOf('type')} value={typed.type} onChange={(event) => change({ type: event.currentTarget.value })}
              data={[{ value: '', label: words.t('equivalenceDesk.choose') }, ...(names.lists?.certificateTypes ?? []).map(({ code, name }) => ({ value: code, label: words.text(name) }))]}
            />
            <TextInput id="field-months" label={words.t('equivalenceDesk.monthsField')} placeholder={words.t('equivalenceDesk.unlimited')} error={faultOf('months')} value={typed.months} inputMode="numeric" onChange={(event) => change({ months: event.currentTarget.value })} />
          </>
        )}
        {typed.act !== 'end' && <TextInput id="field-from" label={words.t(typed.act === 'validity' ? 'equivalenceDesk.examFrom' : 'equivalenceDesk.from')} error={faultOf('from')} value={typed.from} inputMode="numeric" onChange={(event) => change({ from: event.currentTarget.value })} />}
        {typed.act !== 'validity' && (
          <TextInput id="field-lastDay" label={words.t(typed.act === 'end' ? 'equivalenceDesk.endLastDay' : 'equivalenceDesk.lastDay')} placeholder={typed.act === 'end' ? undefined : words.t('equivalenceDesk.noEnd')} error={faultOf('lastDay')} value={typed.lastDay} inputMode="numeric" onChange={(event) => change({ lastDay: event.currentTarget.value })} />
        )}
        <TextInput id="field-on" label={words.t('equivalenceDesk.compareOn')} description={words.t('equivalenceDesk.compareOnHint')} error={faultOf('on')} value={typed.on} inputMode="numeric" onChange={(event) => change({ on: event.currentTarget.value })} />
        {typed.act !== 'end' && <TextInput className={styles['wide']} label={words.t('equivalenceDesk.basis')} placeholder={words.t('equivalenceDesk.basisHint')} value={typed.basis} maxLength={500} onChange={(event) => change({ basis: event.currentTarget.value })} />}
      </div>
      {against.length > 0 && (
        <fieldset className={styles['ends']}>
          <legend>{words.t('equivalenceDesk.endsTables')}</legend>
          {against.map((code) => (
            <Checkbox key={code} label={nameOf(code)} checked={chosen.includes(code)} onChange={(event) => setEnds(new Set(event.currentTarget.checked ? [...chosen, code] : chosen.filter((it) => it !== code)))} />
          ))}
          <p className={styles['soft']}>{words.t('equivalenceDesk.endsTablesHint')}</p>
        </fieldset>
      )}
      <Checkbox label={words.t('equivalenceDesk.declaredToo')} checked={typed.declared} onChange={(event) => change({ declared: event.currentTarget.checked })} />
      <div>
        <Button type="submit">{words.t('equivalenceDesk.simulate')}</Button>
      </div>
    </form>
  );
};
