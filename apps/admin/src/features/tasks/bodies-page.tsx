import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { PageHeading } from '@saubac/ui/frame';
import { SearchSelect } from '@saubac/ui/pick';
import { EmptyState, Notice } from '@saubac/ui/states';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { QueryStates, usePageTitle, useWords } from '../../shell/index.ts';
import rows from '../../shell/rows.module.css';
import { faultText } from './fault-text.ts';
import { nameUnits } from './mutations.ts';
import { bodiesQuery, type BodyOfPlan, unitsQuery } from './queries.ts';
import styles from './tasks.module.css';

const route = getRouteApi('/t/$tenant/tasks/bodies');

const AddUnit = ({ tenant, taken, onPick }: { tenant: string; taken: readonly string[]; onPick: (unit: string) => void }) => {
  const words = useWords();
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed, 200);
  const found = useQuery(unitsQuery(tenant, asked)).data?.items ?? [];
  return (
    <SearchSelect
      key={taken.length} label={words.t('tasks.addUnit')} placeholder={words.t('shell.unit')} nothingFound={words.t('shell.unitNone')} clearLabel={words.t('shell.unitClear')} value={null}
      options={found.filter((it) => !taken.includes(it.id)).map(({ id, name, parent }) => ({ value: id, label: parent ? `${name} – ${parent.name}` : name }))} onSearch={setTyped} onChange={(unit) => unit && onPick(unit)}
    />
  );
};

const BodyRow = ({ tenant, body, manages }: { tenant: string; body: BodyOfPlan; manages: boolean }) => {
  const words = useWords();
  const [adding, setAdding] = useState(false);
  const name = useMutation(nameUnits(useQueryClient(), tenant, body));
  const units = body.units.map((it) => it.id);
  return (
    <tr>
      <th scope="row">{words.text(body.name)}</th>
      <td data-label={words.t('tasks.units')}>
        {body.units.length === 0 && <span className={styles['soft']}>{words.t('tasks.unitNone')}</span>}
        <ul className={styles['plain']}>
          {body.units.map((it) => (
            <li key={it.id}>
              {it.name}
              {manages && (
                <Button size="compact-sm" variant="subtle" aria-label={words.t('tasks.removeUnit', { unit: it.name, body: words.text(body.name) })} disabled={name.isPending} onClick={() => name.mutate(units.filter((unit) => unit !== it.id))}>
                  {words.t('tasks.remove')}
                </Button>
              )}
            </li>
          ))}
        </ul>
        {name.isError && <Notice tone="bad" live>{faultText(words, name.error)}</Notice>}
        {adding && <AddUnit tenant={tenant} taken={units} onPick={(unit) => name.mutate([...units, unit], { onSuccess: () => setAdding(false) })} />}
      </td>
      {manages && (
        <td>
          {!adding && <Button size="compact-sm" variant="default" aria-label={`${words.t('tasks.addUnit')}: ${words.text(body.name)}`} onClick={() => setAdding(true)}>{words.t('tasks.addUnit')}</Button>}
        </td>
      )}
    </tr>
  );
};

/** Which units of the tenant the bodies of its plans are. */
export const BodiesPage = () => {
  const words = useWords();
  usePageTitle(words.t('tasks.bodies'));
  const { tenant } = route.useParams();
  const { me } = route.useRouteContext();
  const bodies = useQuery(bodiesQuery(tenant));
  const manages = (me.permissions as readonly string[]).includes('task.manage');
  return (
    <>
      <PageHeading above={<Link to="/t/$tenant/tasks" params={{ tenant }}>{words.t('tasks.back')}</Link>} title={words.t('tasks.bodies')} about={words.t('tasks.bodiesAbout')} />
      <QueryStates query={bodies} waiting={{ rows: 8, height: '2.5rem' }}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={words.t('tasks.bodiesNone')} />
          ) : (
            <table className={rows['rows']}>
              <thead>
                <tr>
                  <th scope="col">{words.t('tasks.body')}</th>
                  <th scope="col">{words.t('tasks.units')}</th>
                  {manages && <td />}
                </tr>
              </thead>
              <tbody>
                {items.map((it) => (
                  <BodyRow key={`${it.plan} ${it.body}`} tenant={tenant} body={it} manages={manages} />
                ))}
              </tbody>
            </table>
          )
        }
      </QueryStates>
    </>
  );
};
