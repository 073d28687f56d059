import { parseIsoDate } from '@saubac/domain/values';
import { DayField } from '@saubac/ui/dates';
import { PageHeading } from '@saubac/ui/frame';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { PluginSlots } from '../../outlet/index.ts';
import { PrintButton, QueryStates, usePageTitle, useWords } from '../../shell/index.ts';
import { Certificates } from './certificates.tsx';
import { Claims } from './claims.tsx';
import { History } from './history.tsx';
import { PersonFacts } from './person-facts.tsx';
import { PostsOverTime } from './posts-over-time.tsx';
import { personQuery } from './queries.ts';
import { Requirements } from './requirements.tsx';
import styles from './people.module.css';

const route = getRouteApi('/t/$tenant/people/$person');

/** All that is kept of a person: who it is, what his posts require, posts over time, certificates, changes. */
export const PersonPage = () => {
  const words = useWords();
  const { tenant, person: id } = route.useParams();
  const { me } = route.useRouteContext();
  const { on = me.today } = route.useSearch();
  const navigate = route.useNavigate();
  const person = useQuery(personQuery(tenant, id, on));
  usePageTitle(person.data?.fullName ?? words.t('people.title'));
  const day = parseIsoDate(on);
  const may = (permission: string) => (me.permissions as readonly string[]).includes(permission);
  return (
    <QueryStates query={person} waiting={{ rows: 5, height: '4rem' }}>
      {(it) => (
        <>
          <PageHeading
            above={<Link to="/t/$tenant/people" params={{ tenant }}>{words.t('people.back')}</Link>}
            title={it.fullName}
            about={
              <span data-print-only>
                {words.t('people.on')} {words.date(on)}
              </span>
            }
            actions={
              <>
                {day && <DayField label={words.t('people.on')} value={day} onChange={(picked) => void navigate({ search: { on: picked } })} />}
                <PrintButton />
              </>
            }
          />
          <PersonFacts tenant={tenant} person={it} />
          <Requirements tenant={tenant} person={id} on={on} />
          <Certificates tenant={tenant} certificates={it.certificates} on={on} explained={may('certificate.read')} />
          <Claims claims={it.claims} />
          {day && <PluginSlots at="person.sidebar" given={{ person: id, on: day }} />}
          <PostsOverTime tenant={tenant} person={it} />
          {may('audit.read') && <History tenant={tenant} person={id} />}
          <p className={styles['opened']}>{words.t('people.opened')}</p>
        </>
      )}
    </QueryStates>
  );
};
