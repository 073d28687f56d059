import { Button } from '@mantine/core';
import { parseIsoDate } from '@saubac/domain/values';
import { DayField } from '@saubac/ui/dates';
import { PageHeading } from '@saubac/ui/frame';
import { Notice } from '@saubac/ui/states';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { QueryStates, Refused, usePageTitle, useUnsavedGuard, useWords } from '../../shell/index.ts';
import { DraftConflict } from './draft-conflict.tsx';
import { type Editing, EditingProvider } from './editing.ts';
import { textOf } from './form/labels.ts';
import { isObject } from './json/place.ts';
import { nameOfPlanFile, writePlanFile } from './plan-file.ts';
import { PlanParts } from './plan-parts.tsx';
import { ProblemList } from './problem-list.tsx';
import { type Draft, draftQuery, factsQuery } from './queries.ts';
import { addressOf, placeOfText } from './search.ts';
import styles from './plan.module.css';
import { useDraft } from './use-draft.ts';
import { onItsWay, wayOf } from './version-state.ts';

const route = getRouteApi('/t/$tenant/plan/drafts/$draft');

const saveToFile = (document: unknown): void => {
  const link = window.document.createElement('a');
  link.href = URL.createObjectURL(new Blob([writePlanFile(document)], { type: 'application/json' }));
  link.download = nameOfPlanFile(document);
  link.click();
  URL.revokeObjectURL(link.href);
};

const Editor = ({ draft }: { draft: Draft }) => {
  const words = useWords();
  const { tenant } = route.useParams();
  const { me } = route.useRouteContext();
  const { section = 'general', at, on = me.today } = route.useSearch();
  const navigate = route.useNavigate();
  const facts = useQuery(factsQuery(tenant));
  const editor = useDraft(tenant, draft);
  const { document, base, dirty, problems } = editor;
  const may = (permission: string) => (me.permissions as readonly string[]).includes(permission);
  const away = base.state === 'open' && onItsWay(base);
  // With others it is changed by who handed it in alone.
  const open = base.state === 'open' && may('plan.draft') && (!away || base.case?.openedBy === me.user.id);
  const question = useUnsavedGuard(dirty);
  const title = textOf(words, isObject(document) ? document['title'] : undefined) || words.t('planEditor.untitledPlan');
  usePageTitle(title);
  const day = parseIsoDate(on);
  const editing: Editing = {
    tenant, document, change: open ? editor.change : undefined, problems: open ? problems : [], at: placeOfText(at), facts: facts.data, on, draft: draft.id, may: { count: may('progress.read'), sample: may('person.read') },
    open: (place) => void navigate({ search: (now) => addressOf(now, section, place), resetScroll: false }),
  };
  const failed = editor.error instanceof Refused ? words.text(editor.error.problem.text) : editor.error ? words.t('shell.unreachable') : undefined;
  const about = [base.case && base.state === 'open' ? words.t(`planEditor.way-${wayOf(base)}`) : words.t(`planEditor.draft-${base.state}`), base.basedOn === null ? undefined : words.t('planEditor.basedOnVersion', { number: base.basedOn }), words.t('planEditor.changedByAt', { by: base.changed.label, at: words.moment(base.changed.at) })];
  return (
    <>
      <PageHeading
        above={<Link to="/t/$tenant/plan" params={{ tenant }}>{words.t('planEditor.back')}</Link>}
        title={title}
        about={about.filter((it) => it !== undefined).join(' · ')}
        actions={
          <>
            {day && <DayField label={words.t('planEditor.countedOn')} value={day} onChange={(picked) => void navigate({ search: (now) => ({ ...now, on: picked }), resetScroll: false })} />}
            <Button variant="default" onClick={() => saveToFile(document)}>
              {words.t('planEditor.saveFile')}
            </Button>
          </>
        }
      />
      {away && (
        <Notice tone="warn">
          {words.t(open ? 'planEditor.awayOwn' : 'planEditor.awayOther')}{' '}
          <Link to="/t/$tenant/plan/drafts/$draft/compare" params={{ tenant, draft: draft.id }}>
            {words.t('planEditor.toWay')}
          </Link>
        </Notice>
      )}
      {open && (
        <div className={styles['bar']} data-screen-only>
          <span role="status" className={dirty ? styles['dirty'] : styles['soft']}>
            {words.t(editor.saving ? 'planEditor.saving' : dirty ? 'planEditor.notSaved' : 'planEditor.saved')}
          </span>
          <div className={styles['barTools']}>
            {dirty && (
              <Button variant="subtle" size="sm" onClick={editor.undo}>
                {words.t('planEditor.undo')}
              </Button>
            )}
            <Button variant={dirty ? 'filled' : 'default'} size="sm" loading={editor.saving} disabled={!dirty} onClick={editor.save}>
              {words.t('planEditor.save')}
            </Button>
            <Button variant={dirty ? 'default' : 'filled'} size="sm" renderRoot={(props) => <Link to="/t/$tenant/plan/drafts/$draft/compare" params={{ tenant, draft: draft.id }} {...props} />}>
              {words.t('planEditor.toCompare')}
            </Button>
          </div>
        </div>
      )}
      {failed !== undefined && (
        <Notice tone="bad" live>
          {failed}
        </Notice>
      )}
      {open && <ProblemList problems={problems} />}
      <EditingProvider value={editing}>
        <PlanParts section={section} />
      </EditingProvider>
      {question}
      <DraftConflict yours={document} theirs={editor.theirs?.document} busy={editor.saving} onKeepYours={editor.keepYours} onKeepTheirs={editor.keepTheirs} onClose={editor.closeConflict} />
    </>
  );
};

/** A draft, section by section, in forms; whoever may only read drafts, or looks at one that is closed, reads it. */
export const DraftPage = () => {
  const { tenant, draft: id } = route.useParams();
  const draft = useQuery(draftQuery(tenant, id));
  return (
    <QueryStates query={draft} waiting={{ rows: 6, height: '4rem' }}>
      {(it) => <Editor key={it.id} draft={it} />}
    </QueryStates>
  );
};
