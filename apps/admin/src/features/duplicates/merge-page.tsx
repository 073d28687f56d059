import { PageHeading, Section } from '@saubac/ui/frame';
import { Notice } from '@saubac/ui/states';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { QueryStates, usePageTitle, useWords } from '../../shell/index.ts';
import styles from './duplicates.module.css';
import { mergeFields } from './fields.ts';
import { MergeDecision } from './merge-decision.tsx';
import { MergeHistory } from './merge-history.tsx';
import { MergeResult } from './merge-result.tsx';
import { type Merge, mergeQuery, previewQuery, recordQuery } from './queries.ts';
import { Reasons } from './reasons.tsx';
import { Careers, FieldsTable } from './side-by-side.tsx';

const route = getRouteApi('/t/$tenant/duplicates/merges/$merge');

/** The two records as they are while nothing is decided, and what would become of them. */
const Both = ({ tenant, merge, on, edits }: { tenant: string; merge: Merge; on: string; edits: boolean }) => {
  const words = useWords();
  const { fields, mainPosts } = merge.choices;
  const choices = { fields: Object.fromEntries(mergeFields.flatMap((it) => (fields[it] ? [[it, fields[it]]] : []))), ...(mainPosts ? { mainPosts } : {}) };
  const one = useQuery(recordQuery(tenant, merge.staying.id, on));
  const other = useQuery(recordQuery(tenant, merge.going.id, on));
  const preview = useQuery({ ...previewQuery(tenant, merge.staying.id, merge.going.id, choices), enabled: edits });
  return (
    <QueryStates query={one}>
      {(staying) => (
        <QueryStates query={other}>
          {(going) => (
            <>
              <Section title={words.t('duplicates.fields')}>
                <FieldsTable staying={staying} going={going} taken={mergeFields.filter((it) => fields[it] === 'going')} />
              </Section>
              <Careers tenant={tenant} staying={staying} going={going} />
              {preview.data && <MergeResult tenant={tenant} preview={preview.data} />}
            </>
          )}
        </QueryStates>
      )}
    </QueryStates>
  );
};

const Outcome = ({ tenant, merge }: { tenant: string; merge: Merge }) => {
  const words = useWords();
  const name = merge.staying.fullName ?? words.t('duplicates.gone');
  return (
    <>
      <Notice>
        {merge.state === 'confirmed' && (
          <>
            {words.t('duplicates.outcomeConfirmed', { name })}{' '}
            <Link to="/t/$tenant/people/$person" params={{ tenant, person: merge.staying.id }} search={{}}>
              {words.t('duplicates.openFile', { name })}
            </Link>
          </>
        )}
        {merge.state === 'withdrawn' && words.t('duplicates.outcomeWithdrawn')}
        {merge.state === 'undone' && words.t('duplicates.outcomeUndone')}
      </Notice>
      <Section title={words.t('duplicates.choices')}>
        <p>{mergeFields.filter((it) => merge.choices.fields[it] === 'going').map((it) => words.t(`duplicates.${it}`)).join(', ') || words.t('duplicates.choicesNone')}</p>
        {merge.choices.mainPosts && <p>{words.t(`duplicates.mainPosts-${merge.choices.mainPosts}`)}</p>}
      </Section>
    </>
  );
};

/** A proposed merge: both records, who stands behind it, deciding it, and what became of it. */
export const MergePage = () => {
  const words = useWords();
  const { tenant, merge: id } = route.useParams();
  const { me } = route.useRouteContext();
  const merge = useQuery(mergeQuery(tenant, id));
  usePageTitle(words.t('duplicates.merges'));
  const may = (permission: string) => (me.permissions as readonly string[]).includes(permission);
  const by = (it: Merge['decided']) => (it ? words.t('duplicates.byWhom', { name: it.label, moment: words.moment(it.at) }) : words.t('duplicates.notYet'));
  return (
    <QueryStates query={merge} waiting={{ rows: 5, height: '3rem' }}>
      {(it) => (
        <>
          <PageHeading
            above={<Link to="/t/$tenant/duplicates" params={{ tenant }} search={{ show: 'merges' }}>{words.t('duplicates.mergeBack')}</Link>}
            title={words.t('duplicates.mergeTitle', { going: it.going.fullName ?? words.t('duplicates.gone'), staying: it.staying.fullName ?? words.t('duplicates.gone') })}
            about={<span className={styles['state']} data-state={it.state}>{words.t(`duplicates.state-${it.state}`)}</span>}
          />
          <MergeDecision tenant={tenant} merge={it} me={me.user.id} merges={may('person.merge')} edits={may('person.edit')} />
          <dl className={styles['facts']}>
            <div>
              <dt>{words.t('duplicates.proposedBy')}</dt>
              <dd>{by(it.proposed)}</dd>
            </div>
            {it.decided && (
              <div>
                <dt>{words.t('duplicates.decidedBy')}</dt>
                <dd>{by(it.decided)}</dd>
              </div>
            )}
            {it.undone && (
              <div>
                <dt>{words.t('duplicates.undoneBy')}</dt>
                <dd>{by(it.undone)}</dd>
              </div>
            )}
          </dl>
          <div className={styles['likeness']}>
            <strong>{words.t('duplicates.scoreOf', { score: it.likeness.score })}</strong> <Reasons reasons={it.likeness.reasons} />
          </div>
          {it.state === 'proposed' ? <Both tenant={tenant} merge={it} on={me.today} edits={may('person.edit')} /> : <Outcome tenant={tenant} merge={it} />}
          {may('audit.read') && <MergeHistory tenant={tenant} person={it.staying.id} />}
        </>
      )}
    </QueryStates>
  );
};
