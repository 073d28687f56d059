import { Button, NativeSelect, TextInput } from '@mantine/core';
import { isoDate, type IsoDate } from '@saubac/domain/values';
import { DayField } from '@saubac/ui/dates';
import { Section } from '@saubac/ui/frame';
import { Notice } from '@saubac/ui/states';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { QueryStates, useWords } from '../../shell/index.ts';
import { useCreateUnits } from './create-units.ts';
import styles from './imports.module.css';
import mapped from './mapping.module.css';
import { faultOfUnits, type NewUnit, suggestedCode, suggestedUnits, type UnitChoices } from './new-units.ts';
import { columnsQuery, type RosterImport, type RosterSheet } from './queries.ts';
import { UnitsToPick } from './units-to-pick.tsx';

const route = getRouteApi('/t/$tenant/imports/$import');
// Long before anybody's present post began.
const longAgo = isoDate('1990-01-01');

type Line = NewUnit & { wanted: boolean; own: boolean };
type FormParts = { tenant: string; it: RosterImport; names: readonly string[]; sheet: RosterSheet };

const choicesOf = (sheet: RosterSheet): UnitChoices => {
  const of = (key: string) => sheet.columns.find((it) => it.key === key)?.choices ?? [];
  return { tiers: of('tier'), bodies: of('body_kind') };
};

// A unit that is named has the code of its name until somebody gives it another; units below it follow.
const withLine = (lines: readonly Line[], at: number, more: Partial<Line>): Line[] => {
  const before = lines[at];
  if (!before) return [...lines];
  const others = new Set(lines.filter((_, index) => index !== at).map(({ code }) => code));
  const renamed = more.name !== undefined && before.code === suggestedCode(before.name, others) ? { code: suggestedCode(more.name, others) } : {};
  const after = { ...before, ...more, ...renamed };
  return lines.map((line, index) => (index === at ? after : line.parent === before.code ? { ...line, parent: after.code } : line));
};

const Form = ({ tenant, it, names, sheet }: FormParts) => {
  const words = useWords();
  const navigate = route.useNavigate();
  const choices = choicesOf(sheet);
  const [lines, setLines] = useState<readonly Line[]>(() => suggestedUnits(names, choices).map((line) => ({ ...line, wanted: true, own: false })));
  const [top, setTop] = useState<{ code: string; name: string }>();
  const [from, setFrom] = useState<IsoDate>(longAgo);
  const [fault, setFault] = useState<string>();
  const create = useCreateUnits(tenant, it, sheet);
  const wanted = lines.filter((line) => line.wanted);
  const put = (at: number, more: Partial<Line>) => setLines(withLine(lines, at, more));
  // Whoever adds a unit misses the one that stands above the others.
  const add = () => {
    const code = suggestedCode('', new Set(lines.map((line) => line.code)));
    const below = top ? lines : lines.map((line) => (line.parent === '' ? { ...line, parent: code } : line));
    setLines([{ name: '', code, tier: choices.tiers[1] ?? '', body: choices.bodies[0] ?? '', parent: '', wanted: true, own: true }, ...below]);
  };
  const send = () => {
    const found = faultOfUnits(wanted);
    setFault(found === null ? undefined : found.kind === 'twice' ? words.t('importDesk.unitsCodeTwice', { code: found.code }) : words.t('importDesk.unitsCodeMissing', { name: found.name }));
    if (found !== null) return;
    const units = wanted.map((line) => ({ ...line, parent: line.parent || (top?.code ?? '') }));
    create.mutate({ units, from }, { onSuccess: () => void navigate({ search: {}, replace: true }) });
  };
  return (
    <form
      className={styles['newUnits']} noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <p className={styles['soft']}>{words.t('importDesk.unitsAbout')}</p>
      <div className={mapped['unitsHead']}>
        <div>
          <UnitsToPick tenant={tenant} label={words.t('importDesk.unitsTop')} placeholder={words.t('importDesk.unitParentNone')} value={top} onChange={setTop} />
          <p className={styles['hint']}>{words.t('importDesk.unitsTopHint')}</p>
        </div>
        <div>
          <DayField label={words.t('importDesk.unitsFrom')} value={from} onChange={setFrom} />
          <p className={styles['hint']}>{words.t('importDesk.unitsFromHint')}</p>
        </div>
        <Button variant="default" onClick={add}>
          {words.t('importDesk.unitAdd')}
        </Button>
      </div>
      <div className={styles['scroll']} role="region" tabIndex={0} aria-label={words.t('importDesk.unitsOpen')}>
        <table className={`${styles['plain']} ${mapped['unitTable']}`}>
          <thead>
            <tr>
              {(['unitCreate', 'unitName', 'unitCode', 'unitTier', 'unitBody', 'unitParent'] as const).map((key) => (
                <th key={key} scope="col">
                  {words.t(`importDesk.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line, at) => (
              <tr key={at}>
                <td>
                  <input type="checkbox" checked={line.wanted} aria-label={`${words.t('importDesk.unitCreate')}: ${line.name}`} onChange={(event) => put(at, { wanted: event.currentTarget.checked })} />
                </td>
                <th scope="row">{line.own ? <TextInput size="xs" aria-label={words.t('importDesk.unitName')} value={line.name} onChange={(event) => put(at, { name: event.currentTarget.value })} /> : line.name}</th>
                <td>
                  <TextInput size="xs" aria-label={`${words.t('importDesk.unitCode')}: ${line.name}`} value={line.code} maxLength={64} onChange={(event) => put(at, { code: event.currentTarget.value })} />
                </td>
                <td>
                  <NativeSelect size="xs" aria-label={`${words.t('importDesk.unitTier')}: ${line.name}`} value={line.tier} data={[...choices.tiers]} onChange={(event) => put(at, { tier: event.currentTarget.value })} />
                </td>
                <td>
                  <NativeSelect size="xs" aria-label={`${words.t('importDesk.unitBody')}: ${line.name}`} value={line.body} data={[...choices.bodies]} onChange={(event) => put(at, { body: event.currentTarget.value })} />
                </td>
                <td>
                  <NativeSelect
                    size="xs" aria-label={`${words.t('importDesk.unitParent')}: ${line.name}`} value={line.parent}
                    data={[{ value: '', label: top?.name ?? words.t('importDesk.unitParentNone') }, ...lines.filter((other) => other.wanted && other !== line).map(({ code, name }) => ({ value: code, label: name.trim() || code }))]}
                    onChange={(event) => put(at, { parent: event.currentTarget.value })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {(fault ?? create.error) && (
        <Notice tone="bad" live>
          {fault ?? words.t('importDesk.unitsRefused', { text: create.inWords })}
        </Notice>
      )}
      <div className={styles['line']}>
        <Button type="submit" loading={create.isPending} disabled={wanted.length === 0}>
          {words.t('importDesk.unitsMake', { count: wanted.length })}
        </Button>
        <Button variant="default" onClick={() => void navigate({ search: ({ units: _, ...now }) => now })}>
          {words.t('shell.cancel')}
        </Button>
        {create.isPending && <span role="status">{words.t('importDesk.unitsMaking')}</span>}
      </div>
    </form>
  );
};

/** The units that a file names, each guessed by its name, to be looked at and created. */
export const NewUnits = ({ tenant, it, names }: Omit<FormParts, 'sheet'>) => {
  const words = useWords();
  const template = useQuery(columnsQuery(tenant));
  return (
    <Section title={words.t('importDesk.unitsTitle', { count: names.length })}>
      <QueryStates query={template} waiting={{ rows: 4, height: '2rem' }}>
        {({ items }) => {
          const sheet = items.find(({ key }) => key === 'units');
          return sheet ? <Form tenant={tenant} it={it} names={names} sheet={sheet} /> : null;
        }}
      </QueryStates>
    </Section>
  );
};
