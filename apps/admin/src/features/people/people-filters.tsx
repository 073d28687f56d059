import { Button, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { parseIsoDate } from '@saubac/domain/values';
import { DayField } from '@saubac/ui/dates';
import { ChoiceField } from '@saubac/ui/pick';
import { useEffect, useState } from 'react';
import { useCodeNames, useWords } from '../../shell/index.ts';
import { UnitField } from '../../shell/unit-field.tsx';
import styles from './people.module.css';
import type { PeopleFilter } from './queries.ts';

type Parts = {
  tenant: string;
  filter: PeopleFilter;
  today: string;
  onChange: (more: Partial<Record<keyof PeopleFilter, string | number | undefined>>) => void;
  onClear: () => void;
};

const waitMs = 250;
const states = ['declared', 'verified', 'rejected', 'void'] as const;

/** What a list of people is filtered by. */
export const PeopleFilters = ({ tenant, filter, today, onChange, onClear }: Parts) => {
  const words = useWords();
  const { lists } = useCodeNames(tenant);
  const [typed, setTyped] = useState(filter.search ?? '');
  const [open, setOpen] = useState(false);
  const send = useDebouncedCallback((search: string) => onChange({ search: search.trim() }), waitMs);
  useEffect(() => setTyped((now) => (now.trim() === (filter.search ?? '') ? now : (filter.search ?? ''))), [filter.search]);
  const day = parseIsoDate(filter.on ?? today);
  const options = (choices: readonly { code: string; name: { vi: string; en?: string | undefined } }[] | undefined) => (choices ?? []).map(({ code, name }) => ({ value: code, label: words.text(name) }));
  const levels = lists?.frameworks[0]?.levels ?? [];
  const narrowing = Object.keys(filter).filter((it) => it !== 'sort');
  const filtered = narrowing.length > 0;
  const chosen = narrowing.filter((it) => it !== 'search').length;
  return (
    <div className={styles['filters']} role="search" data-shut={!open || undefined}>
      <TextInput
        className={styles['search']} label={words.t('people.search')} placeholder={words.t('people.searchHint')} value={typed} autoComplete="off" type="search"
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          send(event.currentTarget.value);
        }}
      />
      <div className={styles['filtersButton']}>
        <Button variant="default" size="xs" aria-expanded={open} onClick={() => setOpen(!open)}>
          {words.t('people.filters', { count: chosen })}
        </Button>
      </div>
      <div className={styles['unitField']}>
        <UnitField tenant={tenant} unit={filter.unit} on={filter.on} onChange={(unit) => onChange({ unit })} />
      </div>
      <div className={styles['day']}>{day && <DayField label={words.t('people.on')} value={day} onChange={(on) => onChange({ on })} />}</div>
      <ChoiceField label={words.t('people.kind')} any={words.t('people.any')} value={filter.kind} options={options(lists?.kinds)} onChange={(kind) => onChange({ kind })} />
      <ChoiceField label={words.t('people.rank')} any={words.t('people.any')} value={filter.rank} options={options(lists?.ranks)} onChange={(rank) => onChange({ rank })} />
      <ChoiceField
        label={words.t('people.level')} any={words.t('people.any')} value={filter.level === undefined ? undefined : String(filter.level)}
        options={levels.map(({ level }) => ({ value: String(level), label: words.t('people.levelAtLeast', { level }) }))} onChange={(level) => onChange({ level: level === undefined ? undefined : Number(level) })}
      />
      <ChoiceField
        label={words.t('people.state')} any={words.t('people.any')} value={filter.state} options={states.map((it) => ({ value: it, label: words.t(`people.state-${it}`) }))} onChange={(state) => onChange({ state })}
      />
      {filtered && (
        <div className={styles['clear']}>
          <Button variant="subtle" px="xs" onClick={onClear}>
            {words.t('people.clear')}
          </Button>
        </div>
      )}
    </div>
  );
};
