import { NativeSelect } from '@mantine/core';
import { EmptyState } from '@saubac/ui/states';
import { useMemo } from 'react';
import { useWords } from '../../../shell/index.ts';
import styles from './changes.module.css';
import { type Draft, foundedIn, type Leaving, leavingIn, withRest } from './draft.ts';
import { PeopleOfUnit } from './people-of-unit.tsx';
import { UnitPicker } from './unit-picker.tsx';
import { usePickableUnits } from './use-pickable-units.ts';

type Parts = { tenant: string; draft: Draft; unit: string | undefined; mayReadPeople: boolean; onDraft: (draft: Draft) => void; onUnit: (unit: string | undefined) => void };

/** Who goes where: for each unit that ends or gives people, where all go who are not named, and who goes elsewhere by name. */
export const PeopleStep = ({ tenant, draft, unit, mayReadPeople, onDraft, onUnit }: Parts) => {
  const words = useWords();
  const founded = useMemo(() => foundedIn(draft.operations), [draft.operations]);
  const units = usePickableUnits(tenant, draft.on, founded);
  const leaving = leavingIn(draft.operations);
  if (leaving.length === 0) return <EmptyState title={words.t('unitTree.nobodyLeaves')}>{words.t('unitTree.nobodyLeavesAbout')}</EmptyState>;
  const restWord = ({ stays, ends }: Leaving): string => words.t(stays ? 'unitTree.restStays' : ends ? 'unitTree.restEnds' : 'unitTree.restNowhere');
  const chosen = leaving.find((it) => it.unit === unit) ?? (leaving.length === 1 ? leaving[0] : undefined);
  return (
    <>
      <p>{words.t('unitTree.peopleAbout')}</p>
      <table className={styles['rows']} aria-label={words.t('unitTree.step-people')}>
        <thead>
          <tr>
            <th scope="col">{words.t('unitTree.unit')}</th>
            <th scope="col">{words.t('unitTree.rest')}</th>
            <th scope="col" />
          </tr>
        </thead>
        <tbody>
          {leaving.map((it) => (
            <tr key={`${it.at} ${it.unit}`}>
              <td>{units.nameOf(it.unit)}</td>
              <td data-label={it.op === 'merge' || it.ends || it.places.length > 0 ? words.t('unitTree.rest') : undefined}>
                {it.op === 'merge' || it.ends ? (
                  it.rest === null ? restWord(it) : units.nameOf(it.rest)
                ) : it.places.length === 0 ? (
                  <UnitPicker label={words.t('unitTree.restOf', { unit: units.nameOf(it.unit) })} units={units} value={it.rest} onChange={(code) => onDraft(withRest(draft, it.at, code))} />
                ) : (
                  <NativeSelect
                    aria-label={words.t('unitTree.restOf', { unit: units.nameOf(it.unit) })} value={it.rest ?? ''} data={[{ value: '', label: restWord(it) }, ...it.places.map((code) => ({ value: code, label: units.nameOf(code) }))]}
                    onChange={(event) => onDraft(withRest(draft, it.at, event.currentTarget.value || null))}
                  />
                )}
              </td>
              <td>
                {mayReadPeople && leaving.length > 1 && (
                  <button type="button" className={styles['asLink']} aria-expanded={chosen === it} onClick={() => onUnit(chosen === it ? undefined : it.unit)}>
                    {words.t(chosen === it ? 'unitTree.peopleHide' : 'unitTree.peopleByName')}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {chosen && mayReadPeople && <PeopleOfUnit key={chosen.unit} tenant={tenant} draft={draft} leaving={chosen} units={units} onDraft={onDraft} />}
    </>
  );
};
