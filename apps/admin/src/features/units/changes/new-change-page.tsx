import { Button } from '@mantine/core';
import { FaultSummary } from '@saubac/ui/form';
import { PageHeading } from '@saubac/ui/frame';
import { NoPermissionState } from '@saubac/ui/states';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useFormFaults, usePageTitle, useUnsavedGuard, useWords } from '../../../shell/index.ts';
import { BasisFields } from './basis-fields.tsx';
import styles from './changes.module.css';
import { type BasisFault, basisFaults, type Draft, inputOf } from './draft.ts';
import { changeMutations } from './mutations.ts';
import { Steps } from './steps.tsx';

const route = getRouteApi('/t/$tenant/units/changes/new');

/** A change of units begins: what it is called, from which day, by which decision. Once it is kept its operations are written down. */
export const NewChangePage = () => {
  const words = useWords();
  usePageTitle(words.t('unitTree.newChange'));
  const { tenant } = route.useParams();
  const { me } = route.useRouteContext();
  const { op, unit } = route.useSearch();
  const navigate = route.useNavigate();
  const first: Draft = { title: '', on: me.today, decision: null, why: '', operations: [], moves: [] };
  const [draft, setDraft] = useState(first);
  // As they were when he tried: a summary that goes while a field is left would move the button from under the pointer.
  const [faults, setFaults] = useState<readonly BasisFault[]>([]);
  const { faults: refused, take, clear } = useFormFaults(['title', 'on', 'decision', 'why']);
  const prepare = useMutation(changeMutations(useQueryClient(), tenant).prepare);
  const guard = useUnsavedGuard(draft !== first && draft.title !== '' && !prepare.isSuccess && !prepare.isPending);
  if (!(me.permissions as readonly string[]).includes('unit.change')) return <NoPermissionState>{words.t('unitTree.mayNotChange')}</NoPermissionState>;
  const keep = (): void => {
    const found = basisFaults(draft, me.today);
    setFaults(found);
    clear();
    if (found.length > 0) return;
    prepare.mutate(inputOf(draft), {
      onError: take,
      onSuccess: ({ id }) => void navigate({ to: '/t/$tenant/units/changes/$change', params: { tenant, change: id }, search: { step: 'operations', ...(op ? { op } : {}), ...(unit ? { unit } : {}) }, replace: true, ignoreBlocker: true }),
    });
  };
  return (
    <form
      className={styles['page']} noValidate
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <PageHeading above={<Link to="/t/$tenant/units/changes" params={{ tenant }}>{words.t('unitTree.backToChanges')}</Link>} title={words.t('unitTree.newChange')} about={words.t('unitTree.newChangeAbout')} />
      <Steps tenant={tenant} change={undefined} step="basis" />
      <FaultSummary faults={[...faults.map((it) => ({ field: it, text: words.t(`unitTree.fault-${it}`) })), ...refused]} />
      <BasisFields basis={draft} today={me.today} faults={faults} onChange={(basis) => setDraft({ ...draft, ...basis })} />
      <div className={styles['buttons']}>
        <Button type="submit" loading={prepare.isPending}>{words.t('unitTree.next')}</Button>
        <Link to="/t/$tenant/units/changes/upload" params={{ tenant }}>{words.t('unitTree.uploadInstead')}</Link>
      </div>
      {guard}
    </form>
  );
};
