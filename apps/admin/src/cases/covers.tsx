import { Button, TextInput } from '@mantine/core';
import { parseIsoDate } from '@saubac/domain/values';
import { DayField } from '@saubac/ui/dates';
import { ConfirmDialog } from '@saubac/ui/dialogs';
import { SearchSelect } from '@saubac/ui/pick';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { QueryStates, Refused, useWords } from '../shell/index.ts';
import { type Cover, coverCandidatesQuery, coversQuery, endCover, setCover } from './cover-queries.ts';
import styles from './covers.module.css';

type Parts = { tenant: string; today: string; /** Of whom; whoever is signed in where nobody is named. */ user?: { id: string; name: string } | undefined; /** Whether a cover may be set and ended here. */ may: boolean };

const SetCover = ({ tenant, today, user }: Parts) => {
  const words = useWords();
  const queries = useQueryClient();
  const [typed, setTyped] = useState('');
  const [who, setWho] = useState<string | null>(null);
  const [from, setFrom] = useState(today);
  const [to, setTo] = useState(today);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const found = useQuery(coverCandidatesQuery(tenant, typed));
  const set = useMutation(setCover(queries, tenant));
  const [first, last] = [parseIsoDate(from), parseIsoDate(to)];
  const refused = set.error instanceof Refused ? words.text(set.error.problem.text) : set.error ? words.t('shell.unreachable') : undefined;
  const send = () => {
    setTried(true);
    if (who === null || reason.trim() === '') return;
    const done = () => {
      setTried(false);
      setWho(null);
      setReason('');
    };
    set.mutate({ covering: who, from, to, reason: reason.trim(), ...(user ? { covered: user.id } : {}) }, { onSuccess: done });
  };
  return (
    <div className={styles['form']}>
      <SearchSelect
        label={words.t('cases.coverWho')} placeholder={words.t('cases.coverPick')} error={tried && who === null ? words.t('cases.coverWhoNeeded') : undefined} nothingFound={words.t('cases.coverNobody')} clearLabel={words.t('cases.coverClear')}
        value={who} options={(found.data?.items ?? []).filter((it) => it.id !== user?.id).map(({ id, name }) => ({ value: id, label: name }))} onSearch={setTyped} onChange={setWho}
      />
      {first && <DayField label={words.t('cases.coverFrom')} value={first} onChange={setFrom} />}
      {last && <DayField label={words.t('cases.coverTo')} value={last} onChange={setTo} />}
      <TextInput className={styles['reason'] ?? ''} label={words.t('cases.reason')} value={reason} maxLength={500} error={tried && reason.trim() === '' ? words.t('cases.reasonNeeded') : undefined} onChange={(event) => setReason(event.currentTarget.value)} />
      <Button variant="default" loading={set.isPending} onClick={send}>
        {words.t('cases.coverSet')}
      </Button>
      {refused !== undefined && (
        <p className={styles['wrong']} role="alert">
          {refused}
        </p>
      )}
    </div>
  );
};

/** Who stands in for somebody, from which day to which, and for whom he does; set and ended here by who may. */
export const Covers = (parts: Parts) => {
  const { tenant, user, may } = parts;
  const words = useWords();
  const queries = useQueryClient();
  const covers = useQuery(coversQuery(tenant, user !== undefined));
  const [ending, setEnding] = useState<Cover>();
  const end = useMutation(endCover(queries, tenant));
  const nameOf = ({ name }: { name: string | null }) => name ?? words.t('cases.coverGone');
  return (
    <>
      <QueryStates query={covers} waiting={{ rows: 1, height: '2.5rem' }}>
        {({ items }) => {
          const shown = user ? items.filter((it) => it.covered.id === user.id || it.covering.id === user.id) : items;
          if (shown.length === 0) return <p className={styles['soft']}>{words.t('cases.coverNone')}</p>;
          return (
            <ul className={styles['covers']}>
              {shown.map((it) => (
                <li key={it.id}>
                  <span>
                    {words.t('cases.coverLine', { covering: nameOf(it.covering), covered: nameOf(it.covered), from: it.from, to: it.to })}
                    <span className={styles['soft']}> {it.reason}</span>
                  </span>
                  {may && (
                    <Button size="compact-sm" variant="subtle" onClick={() => setEnding(it)}>
                      {words.t('cases.coverEnd')}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          );
        }}
      </QueryStates>
      {may && <SetCover {...parts} />}
      <ConfirmDialog calm title={words.t('cases.coverEndTitle')} action={words.t('cases.coverEnd')} opened={ending !== undefined} busy={end.isPending} onConfirm={() => ending && end.mutate(ending.id, { onSettled: () => setEnding(undefined) })} onClose={() => setEnding(undefined)}>
        {ending && words.t('cases.coverLine', { covering: nameOf(ending.covering), covered: nameOf(ending.covered), from: ending.from, to: ending.to })}
      </ConfirmDialog>
    </>
  );
};
