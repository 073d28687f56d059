import { NativeSelect, TextInput } from '@mantine/core';
import { useWords } from '../../../shell/index.ts';
import { useUnitTraits } from '../unit-names.ts';
import styles from './changes.module.css';
import type { OperationFault, OperationOf } from './draft.ts';
import type { PickableUnits } from './pickable-units.ts';
import { UnitPicker } from './unit-picker.tsx';

type Founded = OperationOf<'establish'>;
type Parts = { tenant: string; on: string; units: PickableUnits; value: Founded; faults: readonly OperationFault[]; onChange: (it: Founded) => void };

const needs = ['yes', 'no', 'unknown'] as const;
const needOf = { yes: true, no: false, unknown: null } as const;

/** A unit that is founded: its name and codes, what it is, and where it stands. */
export const NewUnitFields = ({ tenant, on, units, value: it, faults, onChange }: Parts) => {
  const words = useWords();
  const traits = useUnitTraits(tenant);
  const { value } = it;
  const set = (more: Partial<Founded['value']>): void => onChange({ ...it, value: { ...value, ...more } });
  const need = needs.find((key) => needOf[key] === (value.needsLanguage ?? null)) ?? 'unknown';
  return (
    <div className={styles['fields']}>
      <TextInput label={words.t('unitTree.name')} value={value.name} error={faults.includes('name') && words.t('unitTree.fault-name')} onChange={(event) => set({ name: event.currentTarget.value })} />
      <div className={styles['pair']}>
        <TextInput
          label={words.t('unitTree.code')} description={words.t('unitTree.codeHint')} value={it.unit} autoComplete="off" error={faults.includes('code') && words.t('unitTree.fault-code')}
          onChange={(event) => onChange({ ...it, unit: event.currentTarget.value.trim() })}
        />
        <TextInput
          label={words.t('unitTree.officialCode')} description={words.t('unitTree.officialCodeHint')} value={value.officialCode ?? ''} autoComplete="off"
          onChange={(event) => set({ officialCode: event.currentTarget.value.trim() || null })}
        />
      </div>
      <div className={styles['pair']}>
        <NativeSelect label={words.t('unitTree.tier')} value={value.tier} data={traits.tiers(on)} onChange={(event) => set({ tier: event.currentTarget.value as Founded['value']['tier'] })} />
        <NativeSelect label={words.t('unitTree.bodyKind')} value={value.bodyKind} data={traits.bodyKinds} onChange={(event) => set({ bodyKind: event.currentTarget.value as Founded['value']['bodyKind'] })} />
      </div>
      <UnitPicker label={words.t('unitTree.line-manages')} units={units} value={value.parent} onChange={(parent) => set({ parent })} placeholder={words.t('unitTree.noParent')} />
      <div className={styles['pair']}>
        <NativeSelect label={words.t('unitTree.field')} value={value.field ?? ''} data={[{ value: '', label: words.t('unitTree.noField') }, ...traits.fields]} onChange={(event) => set({ field: event.currentTarget.value || null })} />
        <NativeSelect
          label={words.t('unitTree.needsLanguage')} value={need} data={needs.map((key) => ({ value: key, label: words.t(`unitTree.need-${key}`) }))}
          onChange={(event) => set({ needsLanguage: needOf[event.currentTarget.value as (typeof needs)[number]] })}
        />
      </div>
      <div className={styles['pair']}>
        <UnitPicker label={words.t('unitTree.line-reports-to')} units={units} value={value.reportsTo ?? null} onChange={(reportsTo) => set({ reportsTo })} placeholder={words.t('unitTree.asManaged')} />
        <UnitPicker label={words.t('unitTree.line-budgets-through')} units={units} value={value.budgetsThrough ?? null} onChange={(budgetsThrough) => set({ budgetsThrough })} placeholder={words.t('unitTree.asManaged')} />
      </div>
    </div>
  );
};
