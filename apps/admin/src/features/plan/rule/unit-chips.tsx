import { useDebouncedValue } from '@mantine/hooks';
import { SearchSelect } from '@saubac/ui/pick';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../../shell/index.ts';
import { unitNameQuery, unitPickQuery } from '../queries.ts';
import styles from './rule.module.css';

/** Units by their codes, shown by their names; another one is found by typing. */
export const UnitChips = ({ tenant, label, chosen, onChange }: { tenant: string; label: string; chosen: readonly string[]; onChange: (codes: readonly string[]) => void }) => {
  const words = useWords();
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed, 200);
  const found = useQuery(unitPickQuery(tenant, asked));
  const names = useQueries({ queries: chosen.map((it) => unitNameQuery(tenant, it)) });
  const nameOf = (at: number, code: string) => names[at]?.data?.versions.at(-1)?.name ?? code;
  const options = (found.data?.items ?? []).filter((it) => !chosen.includes(it.code)).map(({ code, name, parent }) => ({ value: code, label: parent ? `${name} – ${parent.name}` : name }));
  return (
    <div className={styles['chips']} role="group" aria-label={label}>
      {chosen.map((code, at) => (
        <span key={code} className={styles['chip']}>
          {nameOf(at, code)}
          <button type="button" aria-label={words.t('planEditor.takeAway', { name: nameOf(at, code) })} onClick={() => onChange(chosen.filter((it) => it !== code))}>
            ×
          </button>
        </span>
      ))}
      <span className={styles['unitAdder']}>
        <SearchSelect
          label={words.t('planEditor.addUnit')} placeholder={words.t('planEditor.unitHint')} nothingFound={words.t('planEditor.unitNone')} clearLabel={words.t('planEditor.unitClear')}
          value={null} options={options} onSearch={setTyped} onChange={(code) => code !== null && onChange([...chosen, code])}
        />
      </span>
    </div>
  );
};
