import { PageHeading } from '@saubac/ui/frame';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { QueryStates, usePageTitle, useWords } from '../../shell/index.ts';
import { ClosePreview } from './close-preview.tsx';
import { PeriodFields } from './period-fields.tsx';
import { likelyPeriod, usualCutOff } from './periods.ts';
import { previewQuery } from './queries.ts';

const route = getRouteApi('/t/$tenant/closes/new');

/** Closing a period: which one, what it would freeze, what is not settled; the period stands in the address. */
export const NewClosePage = () => {
  const words = useWords();
  const { tenant } = route.useParams();
  const { me } = route.useRouteContext();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const likely = likelyPeriod(me.today);
  const { from = likely.from, to = likely.to } = search;
  const { cutOff = usualCutOff({ from, to }, me.today) } = search;
  const period = { from, to, cutOff };
  const preview = useQuery(previewQuery(tenant, period));
  const standing = preview.data?.standing;
  const title = words.t(standing?.state === 'signed' ? 'closing.newCorrection' : 'closing.newTitle');
  usePageTitle(title);
  return (
    <>
      <PageHeading above={<Link to="/t/$tenant/closes" params={{ tenant }}>{words.t('closing.back')}</Link>} title={title} about={words.t('closing.newAbout')} />
      <PeriodFields period={period} today={me.today} other={search.other === true} onChange={(next) => void navigate({ search: next, replace: true, resetScroll: false })} />
      <QueryStates query={preview} waiting={{ rows: 6, height: '2.75rem' }}>
        {(it) => <ClosePreview key={`${it.from} ${it.to} ${it.cutOff}`} tenant={tenant} preview={it} stale={preview.isPlaceholderData} readsPeople={(me.permissions as readonly string[]).includes('person.read')} />}
      </QueryStates>
    </>
  );
};
