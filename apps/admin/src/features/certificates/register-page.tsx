import { PageHeading } from '@saubac/ui/frame';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ButtonLink, ExportButton, type ExportOrdered, QueryStates, usePageTitle, useWords } from '../../shell/index.ts';
import styles from './certificates.module.css';
import { type CertificateFilter, certificatesQuery } from './queries.ts';
import { RegisterFilters } from './register-filters.tsx';
import { RegisterTable } from './register-table.tsx';

const route = getRouteApi('/t/$tenant/certificates');

/** The register of certificates of the reader's units, filtered by what the address says. */
export const RegisterPage = () => {
  const words = useWords();
  usePageTitle(words.t('certificateDesk.title'));
  const { tenant } = route.useParams();
  const { me } = route.useRouteContext();
  const filter = route.useSearch();
  const navigate = route.useNavigate();
  const certificates = useInfiniteQuery(certificatesQuery(tenant, filter));
  const may = (permission: (typeof me.permissions)[number]) => me.permissions.includes(permission);
  // Typing goes into the address without a step back for each letter.
  const change = (more: Partial<Record<keyof CertificateFilter, string | number | undefined>>) =>
    void navigate({ search: (now) => Object.fromEntries(Object.entries({ ...now, ...more }).filter(([, it]) => it !== undefined && it !== '')), replace: 'search' in more });
  return (
    <div className={styles['list']}>
      <PageHeading
        title={words.t('certificateDesk.title')}
        actions={
          <>
            {may('roster.export') && <ExportButton key={JSON.stringify(filter)} tenant={tenant} order={{ kind: 'certificates', ...filter, on: filter.on ?? me.today, format: 'xlsx' } as ExportOrdered} />}
            {may('certificate.declare') && (
              <ButtonLink to="/t/$tenant/certificates/new" params={{ tenant }}>
                {words.t('certificateDesk.add')}
              </ButtonLink>
            )}
          </>
        }
      />
      <RegisterFilters tenant={tenant} filter={filter} today={me.today} onChange={change} onClear={() => void navigate({ search: {} })} />
      <QueryStates query={certificates} waiting={{ rows: 14, height: '1.5rem' }}>
        {({ pages }) => (
          <RegisterTable
            tenant={tenant} on={filter.on} filtered={Object.keys(filter).length > 0} pages={pages} stale={certificates.isPlaceholderData} more={certificates.hasNextPage} loadingMore={certificates.isFetchingNextPage}
            onMore={() => void certificates.fetchNextPage()}
          />
        )}
      </QueryStates>
    </div>
  );
};
