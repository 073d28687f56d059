import { Button } from '@mantine/core';
import { ChoiceField } from '@saubac/ui/pick';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../shell/index.ts';
import { bodiesQuery, shownStates, type TaskFilter, topics } from './queries.ts';
import styles from './tasks.module.css';

type Parts = { tenant: string; filter: TaskFilter; year: number; years: readonly number[]; onChange: (more: TaskFilter | { [Name in keyof TaskFilter]?: undefined }) => void; onClear: () => void };

/** What the board is filtered by. */
export const TaskFilters = ({ tenant, filter, year, years, onChange, onClear }: Parts) => {
  const words = useWords();
  const bodies = useQuery(bodiesQuery(tenant)).data?.items ?? [];
  const units = new Map(bodies.flatMap((it) => it.units).map((it) => [it.id, it.name]));
  const any = words.t('tasks.any');
  const shown = [...new Set([year, ...years])].sort((a, b) => b - a);
  return (
    <div className={styles['filters']} role="search">
      <ChoiceField label={words.t('tasks.year')} any={String(year)} value={undefined} options={shown.filter((it) => it !== year).map((it) => ({ value: String(it), label: String(it) }))} onChange={(value) => value && onChange({ year: Number(value) })} />
      <ChoiceField label={words.t('tasks.body')} any={any} value={filter.body} options={bodies.map((it) => ({ value: it.body, label: words.text(it.name) }))} onChange={(body) => onChange(body === undefined ? { body: undefined } : { body })} />
      <ChoiceField label={words.t('tasks.unit')} any={any} value={filter.unit} options={[...units].map(([value, label]) => ({ value, label }))} onChange={(unit) => onChange(unit === undefined ? { unit: undefined } : { unit })} />
      <ChoiceField
        label={words.t('tasks.topic')} any={any} value={filter.topic} options={topics.map((it) => ({ value: it, label: words.t(`tasks.topic-${it}`) }))}
        onChange={(value) => {
          const topic = topics.find((it) => it === value);
          onChange(topic === undefined ? { topic: undefined } : { topic });
        }}
      />
      <ChoiceField
        label={words.t('tasks.state')} any={any} value={filter.state} options={shownStates.map((it) => ({ value: it, label: words.t(`tasks.state-${it}`) }))}
        onChange={(value) => {
          const state = shownStates.find((it) => it === value);
          onChange(state === undefined ? { state: undefined } : { state });
        }}
      />
      {Object.keys(filter).some((it) => it !== 'year') && (
        <Button variant="subtle" onClick={onClear}>
          {words.t('tasks.clear')}
        </Button>
      )}
    </div>
  );
};
