import { Button } from '@mantine/core';
import { ConfirmDialog } from '@saubac/ui/dialogs';
import { Section } from '@saubac/ui/frame';
import { Notice } from '@saubac/ui/states';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { QueryStates, useWords } from '../../shell/index.ts';
import rows from '../../shell/rows.module.css';
import { faultText } from './fault-text.ts';
import { removeSession } from './mutations.ts';
import { reachedQuery, type WholeDuty } from './queries.ts';
import { SessionForm } from './session-form.tsx';
import styles from './tasks.module.css';

type Parts = { tenant: string; duty: WholeDuty; works: boolean; readsPeople: boolean; today: string };

const Reached = ({ tenant, duty }: { tenant: string; duty: string }) => {
  const words = useWords();
  const reached = useInfiniteQuery(reachedQuery(tenant, duty));
  return (
    <QueryStates query={reached} waiting={{ rows: 2, height: '2rem' }}>
      {({ pages }) => (
        <>
          <ul className={styles['plain']}>
            {pages.flatMap((it) => it.items).map((it) => (
              <li key={it.id}>
                <Link to="/t/$tenant/people/$person" params={{ tenant, person: it.id }} search={{}}>{it.name}</Link>
                <span className={styles['soft']}>{words.t('tasks.reachedSessions')}: {words.number(it.sessions)}</span>
              </li>
            ))}
          </ul>
          {reached.hasNextPage && <Button variant="default" size="compact-sm" loading={reached.isFetchingNextPage} onClick={() => void reached.fetchNextPage()}>{words.t('tasks.more')}</Button>}
        </>
      )}
    </QueryStates>
  );
};

/** The sessions that made the programme known, and how many of those due they reached, each counted once. */
export const Sessions = ({ tenant, duty, works, readsPeople, today }: Parts) => {
  const words = useWords();
  const [asked, setAsked] = useState<WholeDuty['sessions'][number]>();
  const [writing, setWriting] = useState(false);
  const [listing, setListing] = useState(false);
  // The page is drawn after its address was opened, so the browser could not go there itself.
  const head = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (window.location.hash === '#sessions') head.current?.scrollIntoView();
  }, []);
  const remove = useMutation(removeSession(useQueryClient(), tenant, duty.id));
  return (
    <Section title={<span id="sessions" ref={head}>{words.t('tasks.sessions')}</span>} tools={works && !writing && <Button variant="default" size="xs" onClick={() => setWriting(true)}>{words.t('tasks.addSession')}</Button>}>
      {duty.reach && <p>{words.t(duty.unit === null ? 'tasks.reachNobodys' : 'tasks.reach', duty.reach)}</p>}
      {duty.sessions.length === 0 && <p className={styles['soft']}>{words.t('tasks.sessionsNone')}</p>}
      {duty.sessions.length > 0 && (
        <table className={rows['rows']}>
          <thead>
            <tr>
              <th scope="col">{words.t('tasks.heldOn')}</th>
              <th scope="col">{words.t('tasks.form')}</th>
              <th scope="col">{words.t('tasks.sessionTopic')}</th>
              <th scope="col">{words.t('tasks.place')}</th>
              <th scope="col" className={styles['figure']}>{words.t('tasks.heads')}</th>
              <th scope="col" className={styles['figure']}>{words.t('tasks.listed')}</th>
              {works && <td />}
            </tr>
          </thead>
          <tbody>
            {duty.sessions.map((it) => (
              <tr key={it.id}>
                <td>{words.date(it.heldOn)}</td>
                <td data-label={words.t('tasks.form')}>{words.t(`tasks.form-${it.form}`)}</td>
                <td>{it.topic}</td>
                <td data-label={words.t('tasks.place')}>{it.place ?? '–'}</td>
                <td data-label={words.t('tasks.heads')} className={styles['figure']}>{words.number(it.heads)}</td>
                <td data-label={words.t('tasks.listed')} className={styles['figure']}>{words.number(it.listed)}</td>
                {works && (
                  <td>
                    <Button size="compact-sm" variant="subtle" c="var(--bad)" aria-label={words.t('tasks.sessionRemove', { day: it.heldOn })} onClick={() => setAsked(it)}>
                      {words.t('tasks.remove')}
                    </Button>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {writing && <SessionForm tenant={tenant} duty={duty.id} due={duty.unit === null ? 0 : (duty.reach?.due ?? 0)} today={today} readsPeople={readsPeople} onDone={() => setWriting(false)} />}
      {readsPeople && duty.reach && duty.reach.listed > 0 && (
        <details onToggle={(event) => setListing(event.currentTarget.open)}>
          <summary>{words.t('tasks.reached')} ({words.number(duty.reach.listed)})</summary>
          {listing && <Reached tenant={tenant} duty={duty.id} />}
        </details>
      )}
      {remove.isError && <Notice tone="bad" live>{faultText(words, remove.error)}</Notice>}
      <ConfirmDialog
        title={words.t('tasks.sessionRemove', { day: asked?.heldOn ?? today })} action={words.t('tasks.remove')} opened={asked !== undefined} busy={remove.isPending} onClose={() => setAsked(undefined)}
        onConfirm={() => asked && remove.mutate(asked.id, { onSettled: () => setAsked(undefined) })}
      >
        {asked && words.t('tasks.sessionRemoveAbout', { day: asked.heldOn, topic: asked.topic })}
      </ConfirmDialog>
    </Section>
  );
};
