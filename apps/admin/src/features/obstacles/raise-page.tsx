import { Button, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { FaultSummary } from '@saubac/ui/form';
import { PageHeading, Section } from '@saubac/ui/frame';
import { Notice } from '@saubac/ui/states';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Refused, usePageTitle, useUnsavedGuard, useWords } from '../../shell/index.ts';
import { ConcernField } from './concern-field.tsx';
import { ObstacleList } from './obstacle-list.tsx';
import styles from './obstacles.module.css';
import { raiseObstacle, similarQuery } from './queries.ts';

const route = getRouteApi('/t/$tenant/obstacles/new');

const Similar = ({ tenant, text }: { tenant: string; text: string }) => {
  const words = useWords();
  const [asked] = useDebouncedValue(text.trim().slice(0, 2_000), 400);
  const similar = useQuery({ ...similarQuery(tenant, asked), enabled: asked.length > 7 }).data?.items ?? [];
  if (asked.length <= 7 || similar.length === 0) return null;
  return (
    <Section title={words.t('obstacles.similar')}>
      <p className={styles['soft']} role="status">{words.t('obstacles.similarAbout')}</p>
      <ObstacleList tenant={tenant} obstacles={similar} />
    </Section>
  );
};

/** Raises an obstacle or proposal; similar ones are shown while it is written, so that nobody asks twice. */
export const RaisePage = () => {
  const words = useWords();
  usePageTitle(words.t('obstacles.raise'));
  const { tenant } = route.useParams();
  const { about } = route.useSearch();
  const navigate = route.useNavigate();
  const [key] = useState(() => crypto.randomUUID());
  const [said, setSaid] = useState({ text: '', proposal: '' });
  const [faults, setFaults] = useState<readonly { field: 'text' | 'proposal'; text: string }[]>([]);
  const raise = useMutation(raiseObstacle(useQueryClient(), tenant, key));
  const guard = useUnsavedGuard((said.text !== '' || said.proposal !== '') && !raise.isPending && !raise.isSuccess);
  const fault = (field: string) => faults.find((it) => it.field === field)?.text;
  const send = () => {
    const missing = (['text', 'proposal'] as const).filter((it) => said[it].trim() === '');
    setFaults(missing.map((field) => ({ field, text: words.t(field === 'text' ? 'obstacles.textMissing' : 'obstacles.proposalMissing') })));
    if (missing.length > 0) return;
    raise.mutate({ about: about ?? null, text: said.text.trim(), proposal: said.proposal.trim() }, { onSuccess: ({ id }) => void navigate({ to: '/t/$tenant/obstacles/$obstacle', params: { tenant, obstacle: id }, ignoreBlocker: true }) });
  };
  return (
    <>
      <PageHeading above={<Link to="/t/$tenant/obstacles" params={{ tenant }}>{words.t('obstacles.back')}</Link>} title={words.t('obstacles.raise')} about={words.t('obstacles.raiseAbout')} />
      <form
        className={styles['form']} noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        {guard}
        <FaultSummary faults={faults} />
        <ConcernField tenant={tenant} about={about} onChange={(picked) => void navigate({ search: picked === undefined ? {} : { about: picked }, replace: true, ignoreBlocker: true, resetScroll: false })} />
        <Textarea id="field-text" label={words.t('obstacles.text')} description={words.t('obstacles.textHint')} value={said.text} error={fault('text')} rows={4} maxLength={5_000} onChange={(event) => setSaid({ ...said, text: event.currentTarget.value })} />
        <Similar tenant={tenant} text={said.text} />
        <Textarea id="field-proposal" label={words.t('obstacles.proposal')} value={said.proposal} error={fault('proposal')} rows={4} maxLength={5_000} onChange={(event) => setSaid({ ...said, proposal: event.currentTarget.value })} />
        {raise.isError && <Notice tone="bad" live>{raise.error instanceof Refused ? words.text(raise.error.problem.text) : words.t('shell.unreachable')}</Notice>}
        <div>
          <Button type="submit" loading={raise.isPending}>{words.t('obstacles.send')}</Button>
        </div>
      </form>
    </>
  );
};
