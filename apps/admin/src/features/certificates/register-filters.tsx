import { Button, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { parseIsoDate } from '@saubac/domain/values';
import { DayField } from '@saubac/ui/dates';
import { ChoiceField } from '@saubac/ui/pick';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useCodeNames, useWords } from '../../shell/index.ts';
import { UnitField } from '../../shell/unit-field.tsx';
import styles from './certificates.module.css';
import { OptionalDay } from './optional-day.tsx';
import { type CertificateFilter, issuersQuery } from './queries.ts';

type Parts = {
  tenant: string;
  filter: CertificateFilter;
  today: string;
  onChange: (more: Partial<Record<keyof CertificateFilter, string | number | undefined>>) => void;
  onClear: () => void;
};

const waitMs = 250;
const states = ['declared', 'verified', 'rejected', 'void'] as const;

/** What the register is filtered by. */
export const RegisterFilters = ({ tenant, filter, today, onChange, onClear }: Parts) => {
  const words = useWords();
  const { lists } = useCodeNames(tenant);
  const issuers = useQuery(issuersQuery(tenant));
  const [typed, setTyped] = useState(filter.search ?? '');
  const [open, setOpen] = useState(false);
  const send = useDebouncedCallback((search: string) => onChange({ search: search.trim() }), waitMs);
  useEffect(() => setTyped((now) => (now.trim() === (filter.search ?? '') ? now : (filter.search ?? ''))), [filter.search]);
  const day = parseIsoDate(filter.on ?? today);
  const any = words.t('certificateDesk.any');
  const named = (choices: readonly { code: string; name: { vi: string; en?: string | undefined } }[] | undefined) => (choices ?? []).map(({ code, name }) => ({ value: code, label: words.text(name) }));
  const levels = lists?.frameworks[0]?.levels ?? [];
  const chosen = Object.keys(filter).filter((it) => it !== 'search').length;
  return (
    <div className={styles['filters']} role="search" data-shut={!open || undefined}>
      <TextInput
        className={styles['search']} label={words.t('certificateDesk.search')} placeholder={words.t('certificateDesk.searchHint')} value={typed} autoComplete="off" type="search"
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          send(event.currentTarget.value);
        }}
      />
      <div className={styles['filtersButton']}>
        <Button variant="default" size="xs" aria-expanded={open} onClick={() => setOpen(!open)}>
          {words.t('certificateDesk.filters', { count: chosen })}
        </Button>
      </div>
      <UnitField tenant={tenant} unit={filter.below} on={filter.on} onChange={(below) => onChange({ below })} />
      <ChoiceField
        label={words.t('certificateDesk.state')} any={any} value={filter.state} options={states.map((it) => ({ value: it, label: words.t(`certificateDesk.state-${it}`) }))} onChange={(state) => onChange({ state })}
      />
      <ChoiceField label={words.t('certificateDesk.type')} any={any} value={filter.type} options={named(lists?.certificateTypes)} onChange={(type) => onChange({ type })} />
      <ChoiceField label={words.t('certificateDesk.language')} any={any} value={filter.language} options={named(lists?.languages)} onChange={(language) => onChange({ language })} />
      <ChoiceField
        label={words.t('certificateDesk.issuer')} any={any} value={filter.issuer} options={(issuers.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))} onChange={(issuer) => onChange({ issuer })}
      />
      <ChoiceField
        label={words.t('certificateDesk.level')} any={any} value={filter.level === undefined ? undefined : String(filter.level)}
        options={levels.map(({ level }) => ({ value: String(level), label: words.t('certificateDesk.levelExactly', { level }) }))} onChange={(level) => onChange({ level: level === undefined ? undefined : Number(level) })}
      />
      <OptionalDay label={words.t('certificateDesk.expiringBefore')} value={filter.expiringBefore} onChange={(expiringBefore) => onChange({ expiringBefore })} />
      {day && <DayField label={words.t('certificateDesk.on')} value={day} onChange={(on) => onChange({ on })} />}
      {Object.keys(filter).length > 0 && (
        <Button variant="subtle" onClick={onClear}>
          {words.t('certificateDesk.clear')}
        </Button>
      )}
    </div>
  );
};
