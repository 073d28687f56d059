import { PageHeading } from '@saubac/ui/frame';
import { EmptyState } from '@saubac/ui/states';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { QueryStates, usePageTitle, useWords } from '../../shell/index.ts';
import { ChangedPeople } from './changed-people.tsx';
import styles from './closes.module.css';
import { ChangesTable } from './changes-table.tsx';
import { comparisonQuery } from './queries.ts';
import { useCloseWords } from './use-close-words.ts';

const route = getRouteApi('/t/$tenant/closes/$close/compare/$other');

/** Two closes side by side: who entered, left, gained and lost, in numbers and by name. */
export const ComparePage = () => {
  const words = useWords();
  const named = useCloseWords();
  const { tenant, close, other } = route.useParams();
  const { me } = route.useRouteContext();
  const { target, kind } = route.useSearch();
  const navigate = route.useNavigate();
  const compared = useQuery(comparisonQuery(tenant, close, other));
  usePageTitle(words.t('closing.compareTitle'));
  return (
    <QueryStates query={compared} waiting={{ rows: 5, height: '3.5rem' }}>
      {({ before, after, targets, onlyBefore, onlyAfter }) => {
        const changed = targets.filter((it) => Object.values(it.counts).some((count) => count > 0));
        const opened = targets.find((it) => it.target === target);
        return (
          <>
            <PageHeading
              above={<Link to="/t/$tenant/closes/$close" params={{ tenant, close: other }} search={{}}>{words.t('closing.compareBack', { close: named.close(after) })}</Link>}
              title={words.t('closing.compareTitle')}
              about={words.t('closing.compareAbout', { before: `${named.close(before)} (${words.t('closing.cutOffOf', { day: before.cutOff })})`, after: `${named.close(after)} (${words.t('closing.cutOffOf', { day: after.cutOff })})` })}
            />
            {after.reason !== null && <p className={styles['lead']}>{words.t('closing.historyWhy', { why: after.reason })}</p>}
            {onlyBefore.length > 0 && <p className={styles['note']}>{words.t('closing.onlyBefore', { targets: onlyBefore })}</p>}
            {onlyAfter.length > 0 && <p className={styles['note']}>{words.t('closing.onlyAfter', { targets: onlyAfter })}</p>}
            {changed.length === 0 ? (
              <EmptyState title={words.t('closing.compareNone')} />
            ) : (
              <ChangesTable
                label={words.t('closing.compareLabel')} heading={words.t('closing.target')} rows={targets.map((it) => ({ key: it.target, name: words.text(it.title), counts: it.counts }))} opened={opened?.target}
                onOpen={(picked, what) => void navigate({ search: { target: picked, ...(what ? { kind: what } : {}) }, resetScroll: false })}
              />
            )}
            {opened && (me.permissions as readonly string[]).includes('person.read') && (
              <ChangedPeople question={{ tenant, close, other, target: opened.target }} title={words.text(opened.title)} kind={kind} onKind={(picked) => void navigate({ search: { target: opened.target, ...(picked ? { kind: picked } : {}) }, resetScroll: false })} />
            )}
            {opened && opened.units.length > 0 && (
              <details className={styles['fold']}>
                <summary>{words.t('closing.compareUnits')}</summary>
                <ChangesTable label={words.t('closing.compareUnitsLabel')} heading={words.t('closing.unit')} rows={opened.units.map((it) => ({ key: it.code, name: it.name, counts: it.counts }))} />
              </details>
            )}
          </>
        );
      }}
    </QueryStates>
  );
};
