import { Button, Checkbox, Modal, NativeSelect, TextInput } from '@mantine/core';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/Combobox.css';
import { readDay } from '@saubac/ui/dates';
import { FaultSummary } from '@saubac/ui/form';
import { Notice } from '@saubac/ui/states';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useCodeNames, useFormFaults, useWords } from '../../shell/index.ts';
import { changeRow, type RowChange, type RowKind } from './dated-rows.ts';
import styles from './equivalence.module.css';
import { tenantAnew } from './mutations.ts';

/** A row that stands: what it is, from when until when. */
export type DatedRow = { id: string; type: string; from: string; lastDay: string | null; version: number };

type Parts = { tenant: string; today: string; kind: RowKind; title: string; /** Undefined: another is added. */ row?: DatedRow | undefined; /** The row is taken away, not ended. */ removal?: boolean; onClose: () => void };

const readEnd = (typed: string) => (typed.trim() === '' ? null : readDay(typed));

/**
 * Adds, ends or takes away a row that holds for some days. First it is said what it does to people, then it is saved. What reaches back
 * before today is a correction, which is confirmed and has a reason.
 */
export const RowDialog = ({ tenant, today, kind, title, row, removal = false, onClose }: Parts) => {
  const words = useWords();
  const names = useCodeNames(tenant);
  const queries = useQueryClient();
  const [typed, setTyped] = useState({ type: row?.type ?? '', from: '', lastDay: '', basis: '', why: '' });
  const [corrects, setCorrects] = useState(false);
  const [own, setOwn] = useState<readonly { field: string; text: string }[]>([]);
  const { faults, take, clear } = useFormFaults(['type', 'from', 'lastDay', 'basis', 'why'], { 'why-missing': 'why', 'past-not-changed': 'from' });
  const seen = useMutation({ mutationFn: (it: { change: RowChange; dryRun: boolean }) => changeRow(tenant, kind, it.change, { correct: corrects, ...(typed.why.trim() === '' ? {} : { why: typed.why.trim() }), dryRun: it.dryRun }) });
  const change = (more: Partial<typeof typed>) => {
    seen.reset();
    setTyped((now) => ({ ...now, ...more }));
  };
  const from = readDay(typed.from);
  const lastDay = readEnd(typed.lastDay);
  const past = removal ? (row?.from ?? today) <= today : row ? lastDay !== undefined && (lastDay ?? '9999') < today : from !== undefined && from < today;
  const asked = (): RowChange | undefined => {
    if (row && removal) return { act: 'remove', id: row.id, version: row.version };
    const wrong = [
      ...(!row && typed.type === '' ? [{ field: 'type', text: words.t('equivalenceDesk.typeMissing') }] : []),
      ...(!row && from === undefined ? [{ field: 'from', text: words.t('equivalenceDesk.dayWrong') }] : []),
      ...(lastDay === undefined ? [{ field: 'lastDay', text: words.t('equivalenceDesk.dayWrong') }] : []),
    ];
    setOwn(wrong);
    if (wrong.length > 0 || lastDay === undefined) return undefined;
    if (row) return { act: 'end', id: row.id, version: row.version, lastDay };
    return from === undefined ? undefined : { act: 'add', type: typed.type, from, lastDay, ...(typed.basis.trim() === '' ? {} : { basis: typed.basis.trim() }) };
  };
  const send = async (event: FormEvent) => {
    event.preventDefault();
    clear();
    const wanted = asked();
    if (!wanted) return;
    if (past && !corrects) return setOwn([{ field: 'correct', text: words.t('equivalenceDesk.correctionMissing') }]);
    const dryRun = seen.data === undefined;
    try {
      await seen.mutateAsync({ change: wanted, dryRun });
      if (dryRun) return;
      await tenantAnew(queries, tenant);
      onClose();
    } catch (error) {
      seen.reset();
      take(error);
    }
  };
  const all = [...own, ...faults];
  const faultOf = (field: string) => all.find((it) => it.field === field)?.text;
  const effect = seen.data?.effect;
  return (
    <Modal opened onClose={onClose} title={title} centered closeButtonProps={{ 'aria-label': words.t('shell.close') }}>
      <form className={styles['form']} noValidate onSubmit={(event) => void send(event)}>
        <FaultSummary faults={all} />
        {row && removal && <p>{words.t('equivalenceDesk.takeAwayAbout', { what: names.certificateType(row.type), from: row.from })}</p>}
        {!row && (
          <>
            <NativeSelect
              id="field-type" label={words.t('equivalenceDesk.type')} error={faultOf('type')} value={typed.type} onChange={(event) => change({ type: event.currentTarget.value })}
              data={[{ value: '', label: words.t('equivalenceDesk.choose') }, ...(names.lists?.certificateTypes ?? []).map(({ code, name }) => ({ value: code, label: words.text(name) }))]}
            />
            <TextInput id="field-from" label={words.t('equivalenceDesk.from')} description={words.t('equivalenceDesk.dayHint')} error={faultOf('from')} value={typed.from} inputMode="numeric" onChange={(event) => change({ from: event.currentTarget.value })} />
          </>
        )}
        {!removal && <TextInput id="field-lastDay" label={words.t('equivalenceDesk.lastDay')} description={words.t('equivalenceDesk.lastDayHint')} error={faultOf('lastDay')} value={typed.lastDay} inputMode="numeric" onChange={(event) => change({ lastDay: event.currentTarget.value })} />}
        {!row && <TextInput id="field-basis" label={words.t('equivalenceDesk.basis')} description={words.t('equivalenceDesk.basisHint')} error={faultOf('basis')} value={typed.basis} maxLength={500} onChange={(event) => change({ basis: event.currentTarget.value })} />}
        {past && (
          <>
            <Notice tone="warn">{words.t('equivalenceDesk.correction')}</Notice>
            <Checkbox id="field-correct" label={words.t('equivalenceDesk.correctionBox')} checked={corrects} error={faultOf('correct')} onChange={(event) => setCorrects(event.currentTarget.checked)} />
            <TextInput id="field-why" label={words.t('equivalenceDesk.why')} description={words.t('equivalenceDesk.whyHint')} error={faultOf('why')} value={typed.why} maxLength={500} onChange={(event) => change({ why: event.currentTarget.value })} />
          </>
        )}
        {effect && (
          <Notice live>
            <strong>{words.t('equivalenceDesk.effect')}</strong>
            {effect.peopleWithAnotherLevel.verified === 0 && effect.peopleWithAnotherLevel.declared === 0 ? (
              <p>{words.t('equivalenceDesk.effectNone')}</p>
            ) : (
              <>
                <p>{words.t('equivalenceDesk.effectPeople', { count: effect.peopleWithAnotherLevel.verified, day: effect.on })}</p>
                <p>{words.t('equivalenceDesk.effectDeclared', { count: effect.peopleWithAnotherLevel.declared })}</p>
              </>
            )}
          </Notice>
        )}
        <div className={styles['buttons']}>
          <Button variant="default" onClick={onClose}>
            {words.t('shell.cancel')}
          </Button>
          <Button type="submit" loading={seen.isPending}>
            {words.t(effect === undefined ? 'equivalenceDesk.seeEffect' : removal ? 'equivalenceDesk.takeAway' : 'equivalenceDesk.save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
};
