import { Button } from '@mantine/core';
import { parseIsoDate } from '@saubac/domain/values';
import { DayField } from '@saubac/ui/dates';
import { PageHeading, Section } from '@saubac/ui/frame';
import { Notice } from '@saubac/ui/states';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { QueryStates, usePageTitle, useWords } from '../../shell/index.ts';
import { ChangeList } from './change-list.tsx';
import { type Editing, EditingProvider } from './editing.ts';
import { EffectTable } from './effect-table.tsx';
import { textOf } from './form/labels.ts';
import { HandIn } from './hand-in.tsx';
import { isObject, listAt, valueAt } from './json/place.ts';
import { type Draft, draftEffectQuery, draftQuery, factsQuery, versionsQuery } from './queries.ts';
import styles from './plan.module.css';
import { onItsWay } from './version-state.ts';

const route = getRouteApi('/t/$tenant/plan/drafts/$draft/compare');

/** The milestones of a plan, each once, in order: the days on which its figures matter most. */
const milestonesOf = (document: unknown): string[] => [...new Set(listAt(document, ['targets']).flatMap((it) => (isObject(it) && typeof it['milestone'] === 'string' ? [it['milestone']] : [])))].toSorted();

const Compared = ({ draft }: { draft: Draft }) => {
  const words = useWords();
  const { tenant } = route.useParams();
  const { me } = route.useRouteContext();
  const { on = me.today } = route.useSearch();
  const navigate = route.useNavigate();
  const may = (permission: string) => (me.permissions as readonly string[]).includes(permission);
  const effect = useQuery(draftEffectQuery(tenant, draft.id, { on, version: draft.version }));
  const versions = useQuery(versionsQuery(tenant));
  const facts = useQuery(factsQuery(tenant));
  const title = textOf(words, valueAt(draft.document, ['title'])) || words.t('planEditor.untitledPlan');
  usePageTitle(words.t('planEditor.compareTitle'));
  const day = parseIsoDate(on);
  const show = (picked: string) => void navigate({ search: { on: picked }, resetScroll: false });
  const first = versions.data !== undefined && !versions.data.items.some((it) => !it.withdrawn);
  const begins = valueAt(draft.document, ['period', 'from']);
  const editing: Editing = { tenant, document: draft.document, change: undefined, problems: [], at: [], open: () => undefined, facts: facts.data, on, draft: draft.id, may: { count: false, sample: false } };
  return (
    <>
      <PageHeading
        above={<Link to="/t/$tenant/plan/drafts/$draft" params={{ tenant, draft: draft.id }}>{words.t('planEditor.backToDraft')}</Link>}
        title={words.t('planEditor.compareTitle')}
        about={title}
      />
      <QueryStates query={effect} waiting={{ rows: 6, height: '3rem' }}>
        {({ version, problems, changes, effect: figures }) => (
          <EditingProvider value={editing}>
            {draft.state !== 'open' && <Notice>{words.t(`planEditor.draft-${draft.state}`)}</Notice>}
            {problems.length > 0 && (
              <Notice tone="warn">
                {words.t('planEditor.problemsTitle', { count: problems.length })}{' '}
                <Link to="/t/$tenant/plan/drafts/$draft" params={{ tenant, draft: draft.id }}>
                  {words.t('planEditor.toProblems')}
                </Link>
              </Notice>
            )}
            <Section title={words.t('planEditor.whatChanges')}>
              {version === null ? <p>{words.t('planEditor.firstPlan')}</p> : changes.length === 0 ? <p>{words.t('planEditor.noChanges', { number: version })}</p> : <p className={styles['soft']}>{words.t('planEditor.changesFrom', { count: changes.length, number: version })}</p>}
              <ChangeList changes={changes} />
            </Section>
            {figures && (
              <Section
                title={words.t('planEditor.effect')}
                tools={
                  <div className={styles['barTools']}>
                    {milestonesOf(draft.document).map((it) => (
                      <Button key={it} size="xs" variant={it === on ? 'filled' : 'default'} aria-pressed={it === on} onClick={() => show(it)}>
                        {words.date(it)}
                      </Button>
                    ))}
                    {day && <DayField label={words.t('planEditor.countedOn')} value={day} onChange={show} />}
                  </div>
                }
              >
                <EffectTable effect={figures} />
              </Section>
            )}
            {draft.state === 'open' && !onItsWay(draft) && versions.data && (
              <Section title={words.t('planEditor.way')}>
                <HandIn tenant={tenant} draft={draft} may={may('plan.draft')} first={first} firstDay={first && typeof begins === 'string' && parseIsoDate(begins) ? begins : me.today} ready={problems.length === 0} />
              </Section>
            )}
          </EditingProvider>
        )}
      </QueryStates>
    </>
  );
};

/** A draft beside the plan in force: what is written differently, what that does to every figure; then it is handed in, checked and approved. */
export const ComparePage = () => {
  const { tenant, draft: id } = route.useParams();
  const draft = useQuery(draftQuery(tenant, id));
  return <QueryStates query={draft} waiting={{ rows: 6, height: '3rem' }}>{(it) => <Compared draft={it} />}</QueryStates>;
};
