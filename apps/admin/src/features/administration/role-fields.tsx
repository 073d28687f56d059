import { NativeSelect, TextInput } from '@mantine/core';
import { OptionalDayField } from '@saubac/ui/dates';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../shell/index.ts';
import { UnitField } from '../../shell/unit-field.tsx';
import styles from './administration.module.css';
import { rolesQuery } from './queries.ts';
import { isOfUnit, rolesToGive } from './roles-to-give.ts';

/** A role as it is being chosen; an empty text is what was not chosen yet. */
export type WishFields = { role: string; reach: 'unit' | 'whole'; unit: string; lastDay: string; why: string };

export const noWish: WishFields = { role: '', reach: 'unit', unit: '', lastDay: '', why: '' };

type Parts = {
  tenant: string;
  wish: WishFields;
  /** Whether the reader administers the whole tenant. */
  whole: boolean;
  faults: Readonly<Record<string, string | undefined>>;
  onChange: (more: Partial<WishFields>) => void;
};

/** Which role, for which units, until when and why; what the reader can't give is said with who can. */
export const RoleFields = ({ tenant, wish, whole, faults, onChange }: Parts) => {
  const words = useWords();
  const { data } = useQuery(rolesQuery(tenant));
  const { yours, others } = rolesToGive(data?.items ?? []);
  const chosen = data?.items.find((it) => it.role === wish.role);
  const named = (role: string) => words.named('roles', role);
  return (
    <>
      <NativeSelect
        id="field-role" label={words.t('administration.role')} value={wish.role} error={faults['role']}
        data={[{ value: '', label: words.t('administration.chooseRole') }, ...yours.map((it) => ({ value: it, label: named(it) }))]}
        onChange={({ currentTarget: { value: role } }) => onChange({ role, reach: whole && !isOfUnit(role) && role !== '' ? 'whole' : 'unit' })}
      />
      {chosen && (
        <p className={styles['soft']}>
          {words.t('administration.roleMay', { permissions: chosen.permissions.map((it) => words.named('permissions', it)).join('; ') })}
        </p>
      )}
      {others.length > 0 && (
        <details className={styles['soft']}>
          <summary>{words.t('administration.notYours', { count: others.length })}</summary>
          <ul>
            {others.map(({ role, givenBy }) => (
              <li key={role}>{words.t('administration.givenBy', { role: named(role), by: givenBy.map(named).join(', ') })}</li>
            ))}
          </ul>
        </details>
      )}
      {whole && (
        <NativeSelect
          label={words.t('administration.reach')} value={wish.reach} onChange={(event) => onChange({ reach: event.currentTarget.value === 'whole' ? 'whole' : 'unit' })}
          data={[{ value: 'unit', label: words.t('administration.reachUnit') }, { value: 'whole', label: words.t('administration.reachWhole') }]}
        />
      )}
      {wish.reach === 'unit' && (
        <UnitField
          id="field-unit" tenant={tenant} unit={wish.unit || undefined} on={undefined} placeholder={words.t('administration.unitHint')} error={faults['unit']} onChange={(unit) => onChange({ unit: unit ?? '' })}
        />
      )}
      <OptionalDayField label={words.t('administration.lastDay')} hint={words.t('administration.lastDayHint')} value={wish.lastDay || undefined} onChange={(day) => onChange({ lastDay: day ?? '' })} />
      <TextInput label={words.t('administration.why')} description={words.t('administration.whyHint')} value={wish.why} maxLength={500} onChange={(event) => onChange({ why: event.currentTarget.value })} />
    </>
  );
};
