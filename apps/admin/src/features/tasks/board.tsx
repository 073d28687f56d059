import { Section } from '@saubac/ui/frame';
import { useQuery } from '@tanstack/react-query';
import { QueryStates, useWords } from '../../shell/index.ts';
import { boardQuery, type TaskFilter, type TasksSearch } from './queries.ts';
import { type Standing, StandingTable } from './standing-table.tsx';

type Parts = { tenant: string; filter: TaskFilter; by: 'body' | 'unit' };

/** How the duties of a year stand: body by body, or unit by unit. */
export const Board = ({ tenant, filter, by }: Parts) => {
  const words = useWords();
  const board = useQuery(boardQuery(tenant, filter, by));
  const { body: chosenBody, unit: chosenUnit, state: _state, ...rest } = filter;
  const narrowed = (more: TaskFilter): TasksSearch => (by === 'unit' ? { ...rest, ...(chosenBody === undefined ? {} : { body: chosenBody }), ...more, by } : { ...rest, ...(chosenUnit === undefined ? {} : { unit: chosenUnit }), ...more });
  return (
    <QueryStates query={board} waiting={{ rows: 4, height: '2.25rem' }}>
      {({ bodies, units }) => {
        const lines: Standing[] =
          by === 'body'
            ? bodies.map(({ plan, body, name, ...it }) => ({ ...it, key: `${plan} ${body}`, name: words.text(name), chosen: body === chosenBody, to: narrowed({ body }) }))
            : units.map(({ unit, ...it }) => ({ ...it, key: unit?.id ?? '', name: unit?.name ?? words.t('tasks.unitNone'), chosen: unit !== null && unit.id === chosenUnit, to: unit === null ? undefined : narrowed({ unit: unit.id }) }));
        return lines.length > 0 && <Section title={words.t(by === 'body' ? 'tasks.byBody' : 'tasks.byUnit')}><StandingTable tenant={tenant} head={words.t(by === 'body' ? 'tasks.body' : 'tasks.unit')} lines={lines} /></Section>;
      }}
    </QueryStates>
  );
};
