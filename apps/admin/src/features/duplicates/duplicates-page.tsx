import { PageHeading } from '@saubac/ui/frame';
import { getRouteApi, Link } from '@tanstack/react-router';
import { usePageTitle, useWords } from '../../shell/index.ts';
import styles from './duplicates.module.css';
import { Elsewhere } from './elsewhere.tsx';
import { MergesList } from './merges-list.tsx';
import { PairsList } from './pairs-list.tsx';

const route = getRouteApi('/t/$tenant/duplicates');

const parts = ['candidates', 'merges', 'elsewhere'] as const;

/** Records that may be of one person, merges that were proposed, and people on the roster of another province. */
export const DuplicatesPage = () => {
  const words = useWords();
  usePageTitle(words.t('duplicates.title'));
  const { tenant } = route.useParams();
  const { me } = route.useRouteContext();
  const { show = 'candidates', least, state } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <>
      <PageHeading title={words.t('duplicates.title')} about={words.t('duplicates.about')} />
      <nav className={styles['parts']} aria-label={words.t('duplicates.parts')} data-screen-only>
        {parts.map((it) => (
          <Link key={it} to="/t/$tenant/duplicates" params={{ tenant }} search={it === 'candidates' ? {} : { show: it }} aria-current={it === show ? 'page' : undefined} activeOptions={{ exact: true }}>
            {words.t(`duplicates.${it}`)}
          </Link>
        ))}
      </nav>
      {show === 'candidates' && <PairsList tenant={tenant} least={least} onLeast={(picked) => void navigate({ search: picked === undefined ? {} : { least: picked } })} />}
      {show === 'merges' && <MergesList tenant={tenant} state={state} onState={(picked) => void navigate({ search: { show: 'merges', ...(picked ? { state: picked } : {}) } })} />}
      {show === 'elsewhere' && <Elsewhere tenant={tenant} maySet={(me.permissions as readonly string[]).includes('catalogue.edit')} />}
    </>
  );
};
