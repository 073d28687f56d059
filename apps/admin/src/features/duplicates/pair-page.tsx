import { Button, TextInput } from '@mantine/core';
import { PageHeading, Section } from '@saubac/ui/frame';
import { Notice } from '@saubac/ui/states';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { QueryStates, Refused, usePageTitle, useUnsavedGuard, useWords } from '../../shell/index.ts';
import { Differ } from './differ.tsx';
import styles from './duplicates.module.css';
import { choicesOf, type MainPostChoice, type MergeChoices, type MergeField, readTaken } from './fields.ts';
import { MainPosts, MergeObstacle, MergeResult } from './merge-result.tsx';
import { proposeMerge } from './mutations.ts';
import { type PersonRecord, previewQuery, recordQuery } from './queries.ts';
import { Reasons } from './reasons.tsx';
import { Careers, FieldsTable } from './side-by-side.tsx';

const route = getRouteApi('/t/$tenant/duplicates/pair/$staying/$going');

const Propose = ({ tenant, staying, going, choices, ready }: { tenant: string; staying: string; going: string; choices: MergeChoices; ready: boolean }) => {
  const words = useWords();
  const navigate = route.useNavigate();
  const [key] = useState(() => crypto.randomUUID());
  const [why, setWhy] = useState('');
  const propose = useMutation(proposeMerge(useQueryClient(), tenant, key));
  const guard = useUnsavedGuard(why.trim() !== '' && !propose.isSuccess);
  const send = () =>
    propose.mutate({ staying, going, choices, why }, { onSuccess: ({ id }) => void navigate({ to: '/t/$tenant/duplicates/merges/$merge', params: { tenant, merge: id }, search: {}, ignoreBlocker: true }) });
  return (
    <div className={styles['decide']} data-screen-only>
      {guard}
      {propose.error && (
        <Notice tone="bad" live>
          {propose.error instanceof Refused ? words.text(propose.error.problem.text) : words.t('shell.unreachable')}
        </Notice>
      )}
      <TextInput label={words.t('duplicates.why')} description={words.t('duplicates.whyHint')} value={why} autoComplete="off" maxLength={500} onChange={(event) => setWhy(event.currentTarget.value)} />
      <div className={styles['actions']}>
        <Button disabled={!ready} loading={propose.isPending} onClick={send}>
          {words.t('duplicates.propose')}
        </Button>
        <Differ tenant={tenant} one={staying} other={going} />
      </div>
      <p className={styles['soft']}>{words.t('duplicates.proposeAbout')}</p>
    </div>
  );
};

const Pair = ({ tenant, staying, going, edits }: { tenant: string; staying: PersonRecord; going: PersonRecord; edits: boolean }) => {
  const words = useWords();
  const { take, main } = route.useSearch();
  const navigate = route.useNavigate();
  // Two accounts: nothing is taken for granted before one of them was chosen.
  const [userSaid, setUserSaid] = useState(take !== undefined && readTaken(take).includes('user'));
  const taken = readTaken(take);
  const choices = choicesOf(staying, going, taken, main, userSaid);
  const preview = useQuery({ ...previewQuery(tenant, staying.id, going.id, choices), enabled: edits });
  const show = (more: { take?: string | undefined; main?: MainPostChoice | undefined }) =>
    void navigate({ search: (now) => Object.fromEntries(Object.entries({ ...now, ...more }).filter(([, it]) => it !== undefined)), replace: true, resetScroll: false });
  const onTake = (field: MergeField, side: 'staying' | 'going') => {
    if (field === 'user') setUserSaid(true);
    const now = side === 'going' ? [...taken, field] : taken.filter((it) => it !== field);
    show({ take: now.length === 0 ? undefined : [...new Set(now)].join(',') });
  };
  return (
    <>
      <PageHeading
        above={<Link to="/t/$tenant/duplicates" params={{ tenant }} search={{}}>{words.t('duplicates.back')}</Link>}
        title={words.t('duplicates.pairTitle')}
        about={`${staying.fullName} · ${going.fullName}`}
        actions={
          edits && (
            <Button variant="default" renderRoot={(props) => <Link to="/t/$tenant/duplicates/pair/$staying/$going" params={{ tenant, staying: going.id, going: staying.id }} search={{}} {...props} />}>
              {words.t('duplicates.swap')}
            </Button>
          )
        }
      />
      {preview.data && <div className={styles['likeness']}><strong>{words.t('duplicates.scoreOf', { score: preview.data.score })}</strong> <Reasons reasons={preview.data.reasons} /></div>}
      {!edits && <Notice>{words.t('duplicates.readOnly')}</Notice>}
      <Section title={words.t('duplicates.fields')}>
        {edits && <p className={styles['note']}>{words.t('duplicates.chooseAbout')}</p>}
        <FieldsTable staying={staying} going={going} taken={taken} {...(edits ? { onTake } : {})} />
      </Section>
      <Careers tenant={tenant} staying={staying} going={going} />
      {edits && (
        <>
          {preview.error !== null && <MergeObstacle error={preview.error} mainPosts={main} onMainPosts={(choice) => show({ main: choice })} />}
          {preview.data && main !== undefined && <MainPosts chosen={main} onChoose={(choice) => show({ main: choice })} />}
          {preview.data && <MergeResult tenant={tenant} preview={preview.data} />}
          <Propose tenant={tenant} staying={staying.id} going={going.id} choices={choices} ready={preview.data !== undefined} />
        </>
      )}
    </>
  );
};

/** Two records side by side: whether they are of one person, whose values stay, and what would become of them. */
export const PairPage = () => {
  const words = useWords();
  usePageTitle(words.t('duplicates.pairTitle'));
  const { tenant, staying, going } = route.useParams();
  const { me } = route.useRouteContext();
  const one = useQuery(recordQuery(tenant, staying, me.today));
  const other = useQuery(recordQuery(tenant, going, me.today));
  return (
    <QueryStates query={one} waiting={{ rows: 6, height: '3rem' }}>
      {(first) => (
        <QueryStates query={other} waiting={{ rows: 6, height: '3rem' }}>
          {(second) => <Pair key={`${staying} ${going}`} tenant={tenant} staying={first} going={second} edits={(me.permissions as readonly string[]).includes('person.edit')} />}
        </QueryStates>
      )}
    </QueryStates>
  );
};
