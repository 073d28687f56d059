import { Button } from '@mantine/core';
import { PageHeading, Section } from '@saubac/ui/frame';
import { Notice } from '@saubac/ui/states';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { QueryStates, usePageTitle, useWords } from '../../shell/index.ts';
import { actorInWords } from './changes-in-words.ts';
import styles from './audit-trail.module.css';
import { ChangesTable } from './changes-table.tsx';
import { type Entry, entryQuery } from './queries.ts';

const route = getRouteApi('/t/$tenant/audit/$entry');

const Subject = ({ tenant, subject }: { tenant: string; subject: Entry['subject'] }) => {
  const words = useWords();
  const kind = words.text(subject.title);
  if (subject.label === null) return kind;
  const told = words.t('auditTrail.pair', { name: kind, value: subject.label });
  return subject.person ? <Link to="/t/$tenant/people/$person" params={{ tenant, person: subject.person }}>{told}</Link> : told;
};

const Facts = ({ tenant, entry }: { tenant: string; entry: Entry }) => {
  const words = useWords();
  const { at, actor, subject, why, position } = entry;
  return (
    <dl className={styles['facts']}>
      <div>
        <dt>{words.t('auditTrail.when')}</dt>
        <dd>{words.moment(at)}</dd>
      </div>
      <div>
        <dt>{words.t('auditTrail.who')}</dt>
        <dd>{actor.id === null ? actorInWords(actor, words) : <Link to="/t/$tenant/audit" params={{ tenant }} search={{ actor: actor.id }}>{actor.label}</Link>}</dd>
      </div>
      <div>
        <dt>{words.t('auditTrail.subject')}</dt>
        <dd>
          <Subject tenant={tenant} subject={subject} />
          {subject.id !== null && (
            <>
              {' · '}
              <Link to="/t/$tenant/audit" params={{ tenant }} search={{ subject: subject.id }}>{words.t('auditTrail.allAbout')}</Link>
            </>
          )}
        </dd>
      </div>
      <div>
        <dt>{words.t('auditTrail.why')}</dt>
        <dd>{why ?? words.t('auditTrail.noWhy')}</dd>
      </div>
      <div>
        <dt>{words.t('auditTrail.position')}</dt>
        <dd>{words.number(position)}</dd>
      </div>
    </dl>
  );
};

/** One act: who, when, why, and what was before and after in words; of a bulk write every row. */
export const EntryPage = () => {
  const words = useWords();
  const { tenant, entry: id } = route.useParams();
  const filter = route.useSearch();
  const found = useInfiniteQuery(entryQuery(tenant, id));
  const first = found.data?.pages[0];
  usePageTitle(first ? words.text(first.title) : words.t('auditTrail.title'));
  return (
    <QueryStates query={found} waiting={{ rows: 5, height: '3rem' }}>
      {({ pages }) => {
        const [entry] = pages;
        if (!entry) return null;
        const rows = pages.flatMap((it) => it.details.items);
        const names = Object.assign({}, ...pages.map((it) => it.names)) as Record<string, string>;
        return (
          <div className={styles['page']}>
            <PageHeading title={words.text(entry.title)} above={<Link to="/t/$tenant/audit" params={{ tenant }} search={filter}>{words.t('auditTrail.back')}</Link>} />
            <Facts tenant={tenant} entry={entry} />
            <Section title={words.t('auditTrail.changed')}>
              {entry.erased ? <Notice tone="warn">{words.t('auditTrail.erased')}</Notice> : <ChangesTable changes={entry.changes} names={names} label={words.t('auditTrail.changed')} />}
            </Section>
            {entry.bulk && (
              <Section title={words.t('auditTrail.rows', { count: entry.details.total ?? rows.length })}>
                <ol className={styles['bulk']}>
                  {rows.map((it) => (
                    <li key={it.id}>
                      <details>
                        <summary>{it.subject.label === null ? words.text(it.title) : words.t('auditTrail.pair', { name: words.text(it.title), value: it.subject.label })}</summary>
                        <ChangesTable changes={it.changes} names={names} label={it.subject.label ?? words.text(it.title)} />
                      </details>
                    </li>
                  ))}
                </ol>
                {found.hasNextPage && (
                  <Button variant="default" mt="sm" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
                    {words.t('auditTrail.more')}
                  </Button>
                )}
              </Section>
            )}
          </div>
        );
      }}
    </QueryStates>
  );
};
