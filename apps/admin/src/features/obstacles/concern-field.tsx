import { SearchSelect } from '@saubac/ui/pick';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { folded } from '../../shell/folded.ts';
import { useWords } from '../../shell/index.ts';
import { concernedQuery } from './queries.ts';

/** The target or task of a plan in force that an obstacle is about, found by words of its title without accents. */
export const ConcernField = ({ tenant, about, onChange }: { tenant: string; about: string | undefined; onChange: (about: string | undefined) => void }) => {
  const words = useWords();
  const [typed, setTyped] = useState('');
  const items = useQuery(concernedQuery(tenant)).data?.items ?? [];
  const options = [...new Map(items.map((it) => [it.id, { value: it.id, label: `${words.t(`obstacles.kind-${it.kind}`)}: ${words.text(it.title)}` }])).values()];
  const chosen = options.find((it) => it.value === about);
  // The field shows what is chosen as if it had been typed; that is no search.
  const asked = typed === chosen?.label ? '' : folded(typed);
  const shown = options.filter((it) => folded(it.label).includes(asked));
  return (
    <SearchSelect
      id="field-about" label={words.t('obstacles.concerns')} placeholder={words.t('obstacles.concernsHint')} nothingFound={words.t('obstacles.concernsNone')} clearLabel={words.t('obstacles.concernsClear')} value={chosen ? chosen.value : null}
      options={chosen && !shown.includes(chosen) ? [chosen, ...shown] : shown} onSearch={setTyped} onChange={(it) => onChange(it ?? undefined)}
    />
  );
};
