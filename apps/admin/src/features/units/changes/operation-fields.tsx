import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../../shell/index.ts';
import { unitQuery } from '../queries.ts';
import { treeLines } from '../tree-rows.ts';
import { useUnitTraits } from '../unit-names.ts';
import { versionOn } from '../unit-over-time.ts';
import styles from './changes.module.css';
import type { Operation, OperationFault, OperationOf } from './draft.ts';
import { NewUnitFields } from './new-unit-fields.tsx';
import type { PickableUnits } from './pickable-units.ts';
import { UnitPicker, UnitsPicker } from './unit-picker.tsx';

type Parts<It> = { tenant: string; on: string; units: PickableUnits; value: It; faults: readonly OperationFault[]; onChange: (it: It) => void };

const useFault = (faults: readonly OperationFault[]) => {
  const words = useWords();
  return (it: OperationFault): string | undefined => (faults.includes(it) ? words.t(`unitTree.fault-${it}`) : undefined);
};

const MergeFields = ({ units, value, faults, onChange }: Parts<OperationOf<'merge'>>) => {
  const words = useWords();
  const fault = useFault(faults);
  return (
    <>
      <UnitsPicker label={words.t('unitTree.mergeUnits')} units={units} value={value.units} error={fault('units')} onChange={(picked) => onChange({ ...value, units: picked })} />
      <UnitPicker label={words.t('unitTree.mergeInto')} units={units} value={value.into} error={fault('into')} onChange={(into) => onChange({ ...value, into: into ?? '' })} />
    </>
  );
};

const SplitFields = ({ units, value, faults, onChange }: Parts<OperationOf<'split'>>) => {
  const words = useWords();
  const fault = useFault(faults);
  return (
    <>
      <UnitPicker label={words.t('unitTree.splitUnit')} units={units} value={value.unit} error={fault('unit')} onChange={(unit) => onChange({ ...value, unit: unit ?? '' })} />
      <UnitsPicker
        label={words.t('unitTree.splitInto')} units={units} value={value.into} error={fault('into')}
        onChange={(into) => onChange({ ...value, into, successor: value.successor && into.includes(value.successor) ? value.successor : null })}
      />
      <Checkbox label={words.t('unitTree.goesOn')} checked={value.goesOn ?? false} onChange={(event) => onChange({ ...value, goesOn: event.currentTarget.checked, ...(event.currentTarget.checked ? { successor: null } : {}) })} />
      <p className={styles['soft']}>{words.t('unitTree.peopleNext')}</p>
    </>
  );
};

const AbolishFields = ({ units, value, faults, onChange }: Parts<OperationOf<'abolish'>>) => {
  const words = useWords();
  const fault = useFault(faults);
  return (
    <>
      <UnitPicker label={words.t('unitTree.abolishUnit')} units={units} value={value.unit} error={fault('unit')} onChange={(unit) => onChange({ ...value, unit: unit ?? '' })} />
      <UnitsPicker
        label={words.t('unitTree.abolishInto')} units={units} value={value.successors ?? []}
        onChange={(successors) => onChange({ ...value, successors, successor: value.successor && successors.includes(value.successor) ? value.successor : (successors[0] ?? null), endPosts: value.endPosts === true && successors.length === 0 })}
      />
      {(value.successors ?? []).length === 0 && <Checkbox label={words.t('unitTree.endPosts')} checked={value.endPosts ?? false} onChange={(event) => onChange({ ...value, endPosts: event.currentTarget.checked })} />}
    </>
  );
};

const RenameFields = ({ tenant, on, units, value, faults, onChange }: Parts<OperationOf<'rename'>>) => {
  const words = useWords();
  const fault = useFault(faults);
  const traits = useUnitTraits(tenant);
  const unit = useQuery({ ...unitQuery(tenant, value.unit, on), enabled: value.unit !== '', retry: false });
  const now = unit.data?.code === value.unit ? versionOn(unit.data.versions, on).version : undefined;
  const set = (more: OperationOf<'rename'>['traits']): void => {
    // What is as it was is not stated.
    const stated = Object.entries({ ...value.traits, ...more }).filter(([key, it]) => it !== now?.[key as 'name']);
    onChange({ ...value, traits: Object.fromEntries(stated) as OperationOf<'rename'>['traits'] });
  };
  const { name, officialCode, tier, bodyKind } = { ...now, ...value.traits };
  return (
    <>
      <UnitPicker label={words.t('unitTree.renameUnit')} units={units} value={value.unit} error={fault('unit')} onChange={(picked) => onChange({ ...value, unit: picked ?? '', traits: {} })} />
      {now && (
        <>
          <TextInput label={words.t('unitTree.newName')} value={name ?? ''} error={fault('name') ?? fault('nothing')} onChange={(event) => set({ name: event.currentTarget.value })} />
          <TextInput label={words.t('unitTree.officialCode')} value={officialCode ?? ''} onChange={(event) => set({ officialCode: event.currentTarget.value.trim() || null })} />
          <div className={styles['pair']}>
            <NativeSelect label={words.t('unitTree.tier')} value={tier} data={traits.tiers(on)} onChange={(event) => set({ tier: event.currentTarget.value as 'province' })} />
            <NativeSelect label={words.t('unitTree.bodyKind')} value={bodyKind} data={traits.bodyKinds} onChange={(event) => set({ bodyKind: event.currentTarget.value as 'state' })} />
          </div>
        </>
      )}
    </>
  );
};

const MoveFields = ({ units, value, faults, onChange }: Parts<OperationOf<'move'>>) => {
  const words = useWords();
  const fault = useFault(faults);
  return (
    <>
      <UnitPicker label={words.t('unitTree.moveUnit')} units={units} value={value.unit} error={fault('unit')} onChange={(unit) => onChange({ ...value, unit: unit ?? '' })} />
      <UnitPicker label={words.t('unitTree.moveTo')} units={units} value={value.parent} error={fault('parent')} placeholder={words.t('unitTree.noParent')} onChange={(parent) => onChange({ ...value, parent })} />
    </>
  );
};

const LineFields = ({ units, value, faults, onChange }: Parts<OperationOf<'line'>>) => {
  const words = useWords();
  const fault = useFault(faults);
  return (
    <>
      <UnitPicker label={words.t('unitTree.lineUnit')} units={units} value={value.unit} error={fault('unit')} onChange={(unit) => onChange({ ...value, unit: unit ?? '' })} />
      <NativeSelect label={words.t('unitTree.whichLine')} value={value.line} data={treeLines.map((it) => ({ value: it, label: words.t(`unitTree.line-${it}`) }))} onChange={(event) => onChange({ ...value, line: event.currentTarget.value as 'manages' })} />
      <UnitPicker label={words.t('unitTree.lineTo')} units={units} value={value.to} placeholder={words.t('unitTree.noLine')} onChange={(to) => onChange({ ...value, to })} />
    </>
  );
};

/** What an operation states, field by field. */
export const OperationFields = ({ value, onChange, ...parts }: Parts<Operation>) => {
  switch (value.op) {
    case 'establish': return <NewUnitFields {...parts} value={value} onChange={onChange} />;
    case 'merge': return <MergeFields {...parts} value={value} onChange={onChange} />;
    case 'split': return <SplitFields {...parts} value={value} onChange={onChange} />;
    case 'move': return <MoveFields {...parts} value={value} onChange={onChange} />;
    case 'abolish': return <AbolishFields {...parts} value={value} onChange={onChange} />;
    case 'rename': return <RenameFields {...parts} value={value} onChange={onChange} />;
    case 'line': return <LineFields {...parts} value={value} onChange={onChange} />;
  }
};
