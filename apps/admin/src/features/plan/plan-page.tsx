import { Button } from '@mantine/core';
import { ConfirmDialog } from '@saubac/ui/dialogs';
import { PageHeading, Section } from '@saubac/ui/frame';
import { Notice } from '@saubac/ui/states';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { QueryStates, usePageTitle, useWords } from '../../shell/index.ts';
import { BeginFromFile } from './begin-from-file.tsx';
import { BeginFromTemplate } from './begin-from-template.tsx';
import { DraftsTable } from './drafts-table.tsx';
import { beginDraft, dropDraft } from './mutations.ts';
import { draftsQuery, type ListedDraft, type Version, versionsQuery } from './queries.ts';
import styles from './plan.module.css';
import { VersionsTable } from './versions-table.tsx';
import { WithdrawDialog } from './withdraw-dialog.tsx';

const route = getRouteApi('/t/$tenant/plan');

/** The plans of a tenant: in force, to come, over, being written; and where a plan begins. */
export const PlanPage = () => {
  const words = useWords();
  usePageTitle(words.t('planEditor.title'));
  const { tenant } = route.useParams();
  const { me } = route.useRouteContext();
  const { begin, approved } = route.useSearch();
  const navigate = route.useNavigate();
  const queries = useQueryClient();
  const may = (permission: string) => (me.permissions as readonly string[]).includes(permission);
  const mayDraft = may('plan.draft');
  const versions = useQuery(versionsQuery(tenant));
  const drafts = useQuery({ ...draftsQuery(tenant), enabled: may('plan-draft.read') });
  const [key, setKey] = useState(() => crypto.randomUUID());
  const [dropping, setDropping] = useState<ListedDraft>();
  const [withdrawing, setWithdrawing] = useState<Version>();
  const toDraft = (draft: string) => void navigate({ to: '/t/$tenant/plan/drafts/$draft', params: { tenant, draft } });
  const amend = useMutation({ ...beginDraft(queries, tenant, key), onSuccess: (draft) => toDraft(draft.id), onSettled: () => setKey(crypto.randomUUID()) });
  const drop = useMutation({ ...dropDraft(queries, tenant), onSettled: () => {
    setDropping(undefined);
    return queries.invalidateQueries({ queryKey: draftsQuery(tenant).queryKey });
  } });
  const done = (drafts.data?.items ?? []).find((it) => it.id === approved)?.became ?? undefined;
  const open = (drafts.data?.items ?? []).filter((it) => it.state === 'open');
  const openTemplate = (opened: boolean) => void navigate({ search: opened ? { begin: 'template' } : {}, resetScroll: false });
  const beginnings = (first: boolean) => (
    <div className={styles['beginnings']}>
      <div>
        <Button variant={first ? 'filled' : 'default'} onClick={() => openTemplate(true)}>
          {words.t('planEditor.fromTemplate')}
        </Button>
        <p className={styles['soft']}>{words.t('planEditor.fromTemplateAbout')}</p>
      </div>
      <div>
        <BeginFromFile tenant={tenant} onBegun={toDraft} />
        <p className={styles['soft']}>{words.t('planEditor.fromFileAbout')}</p>
      </div>
    </div>
  );
  return (
    <>
      <PageHeading title={words.t('planEditor.title')} about={words.t('planEditor.about')} />
      <QueryStates query={versions} waiting={{ rows: 3, height: '3rem' }}>
        {({ items }) => (
          <>
            {done !== undefined && items.some((it) => it.number === done) && (
              <Notice live>
                {words.t('planEditor.done', { number: done, from: items.find((it) => it.number === done)?.inForceFrom ?? '' })}{' '}
                {may('roster.import') && (
                  <>
                    <Link to="/t/$tenant/imports" params={{ tenant }}>
                      {words.t('planEditor.toImports')}
                    </Link>
                    {' · '}
                  </>
                )}
                <Link to="/t/$tenant" params={{ tenant }}>
                  {words.t('planEditor.toOverview')}
                </Link>
              </Notice>
            )}
            {items.length === 0 && open.length === 0 && (
              <Section title={words.t('planEditor.noPlanTitle')}>
                <p>{words.t(mayDraft ? 'planEditor.noPlanAbout' : 'planEditor.noPlanOthers')}</p>
                {mayDraft && beginnings(true)}
              </Section>
            )}
            {open.length > 0 && (
              <Section title={words.t('planEditor.drafts')}>
                <DraftsTable tenant={tenant} drafts={open} mayDraft={mayDraft} onDrop={setDropping} />
              </Section>
            )}
            {items.length > 0 && (
              <Section title={words.t('planEditor.versions')}>
                <VersionsTable
                  tenant={tenant} today={me.today} versions={items} drafts={drafts.data?.items ?? []} mayDraft={mayDraft} mayPutInForce={may('plan.put-in-force')}
                  onAmend={(number) => amend.mutate({ from: 'version', number })} onWithdraw={setWithdrawing}
                />
              </Section>
            )}
            {mayDraft && (items.length > 0 || open.length > 0) && <Section title={words.t('planEditor.otherBeginnings')}>{beginnings(false)}</Section>}
          </>
        )}
      </QueryStates>
      <BeginFromTemplate tenant={tenant} tenantName={me.tenant.name} opened={begin === 'template' && mayDraft} onClose={() => openTemplate(false)} onBegun={toDraft} />
      <WithdrawDialog tenant={tenant} version={withdrawing} onClose={() => setWithdrawing(undefined)} />
      <ConfirmDialog title={words.t('planEditor.dropTitle')} action={words.t('planEditor.drop')} opened={dropping !== undefined} busy={drop.isPending} onConfirm={() => dropping && drop.mutate({ id: dropping.id, version: dropping.version })} onClose={() => setDropping(undefined)}>
        {words.t('planEditor.dropAbout', { name: dropping?.title ?? '' })}
      </ConfirmDialog>
    </>
  );
};
