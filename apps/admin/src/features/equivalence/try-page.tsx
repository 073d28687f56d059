import { PageHeading, Section } from '@saubac/ui/frame';
import { NoPermissionState } from '@saubac/ui/states';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { QueryStates, Refused, usePageTitle, useWords } from '../../shell/index.ts';
import { changeOf } from './change.ts';
import styles from './equivalence.module.css';
import { simulationQuery, tablesQuery, type Tried } from './queries.ts';
import { SimulationPart } from './simulation-part.tsx';
import { TryForm } from './try-form.tsx';

const route = getRouteApi('/t/$tenant/equivalence/try');

const Result = ({ tenant, tried }: { tenant: string; tried: Tried }) => {
  const words = useWords();
  const simulation = useInfiniteQuery(simulationQuery(tenant, tried));
  const problems = simulation.error instanceof Refused ? (simulation.error.problem.errors ?? []) : [];
  return (
    <Section title={words.t('equivalenceDesk.result')}>
      {simulation.isPending && <p role="status">{words.t('equivalenceDesk.simulating')}</p>}
      <QueryStates query={simulation} waiting={{ rows: 4, height: '3rem' }}>
        {({ pages }) => <SimulationPart key={pages[0]?.digest} tenant={tenant} tried={tried} pages={pages} more={simulation.hasNextPage} loadingMore={simulation.isFetchingNextPage} onMore={() => void simulation.fetchNextPage()} onAgain={() => void simulation.refetch()} />}
      </QueryStates>
      {problems.length > 0 && (
        <ul className={styles['problems']}>
          {problems.map((it) => (
            <li key={it.text.vi}>{words.text(it.text)}</li>
          ))}
        </ul>
      )}
    </Section>
  );
};

/** A change of equivalence, tried before it is adopted: the change on top, all of it in the address; below, what it would do. */
export const TryPage = () => {
  const words = useWords();
  usePageTitle(words.t('equivalenceDesk.tryTitle'));
  const { tenant } = route.useParams();
  const { me } = route.useRouteContext();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const tables = useQuery(tablesQuery(tenant));
  if (!me.permissions.includes('catalogue.edit')) {
    return <NoPermissionState>{words.t('shell.noPermissionAbout', { permission: words.named('permissions', 'catalogue.edit') })}</NoPermissionState>;
  }
  const change = search.go ? changeOf(search) : undefined;
  const { go: _, ...begun } = search;
  return (
    <>
      <PageHeading above={<Link to="/t/$tenant/equivalence" params={{ tenant }}>{words.t('equivalenceDesk.backToTables')}</Link>} title={words.t('equivalenceDesk.tryTitle')} about={words.t('equivalenceDesk.tryAbout')} />
      <QueryStates query={tables} waiting={{ rows: 4, height: '3.5rem' }}>
        {({ items }) => <TryForm key={JSON.stringify(begun)} tenant={tenant} tables={items} today={me.today} first={begun} onTry={(asked) => void navigate({ search: { ...asked, go: true } })} />}
      </QueryStates>
      {change ? <Result tenant={tenant} tried={{ change, on: search.on, declaredToo: search.declared === true }} /> : <p className={styles['soft']}>{words.t('equivalenceDesk.nothingToTry')}</p>}
    </>
  );
};
