import { Checkbox } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { called, CaseDue, CaseMoves } from '../../cases/index.ts';
import { ButtonLink, useWords } from '../../shell/index.ts';
import { addressOf } from './address-of.ts';
import styles from './inbox.module.css';
import type { InboxItem } from './queries.ts';

type Parts = { tenant: string; items: readonly InboxItem[]; chosen: ReadonlySet<string>; onChoose: (id: string, chosen: boolean) => void };

/** What waits, one below the other: what it is and whose, since when and how late, and what can be done with it at once. */
export const InboxList = ({ tenant, items, chosen, onChoose }: Parts) => {
  const words = useWords();
  return (
    <ul className={styles['list']}>
      {items.map((it) => (
        <li key={it.id} className={styles['item']}>
          <Checkbox className={styles['check'] ?? ''} aria-label={words.t('cases.choose', { title: called(words, it) })} checked={chosen.has(it.id)} onChange={(event) => onChoose(it.id, event.currentTarget.checked)} />
          <div className={styles['what']}>
            <Link to="/t/$tenant/inbox/$case" params={{ tenant, case: it.id }} className={styles['title']}>
              {called(words, it)}
            </Link>
            <div className={styles['soft']}>
              {words.text(it.kindLabel)} · {words.text(it.stateLabel)}
              {it.unit && ` · ${it.unit.name}`}
            </div>
          </div>
          <div className={styles['when']}>
            <div>{words.t('cases.since', { day: it.since })}</div>
            <CaseDue dueOn={it.dueOn} lateDays={it.lateDays} />
          </div>
          {it.moves.some((move) => !move.aside && move.refusals.length === 0) ? (
            <CaseMoves tenant={tenant} of={it} brief />
          ) : (
            // Something has to be done before it can be moved on.
            <div>
              <ButtonLink variant="default" aria-label={words.t('cases.openOf', { title: called(words, it) })} {...addressOf(tenant, it.link)}>
                {words.t('cases.openSubject')}
              </ButtonLink>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
};
