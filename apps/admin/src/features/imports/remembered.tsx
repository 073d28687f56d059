import { Button } from '@mantine/core';
import { ConfirmDialog } from '@saubac/ui/dialogs';
import { Section } from '@saubac/ui/frame';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { QueryStates, useWords } from '../../shell/index.ts';
import styles from './imports.module.css';
import { deleteLayout, forgetName } from './mutations.ts';
import { layoutsQuery, namesQuery } from './queries.ts';

/** The layouts that were given a name; each can be deleted. */
export const RememberedLayouts = ({ tenant }: { tenant: string }) => {
  const words = useWords();
  const layouts = useQuery(layoutsQuery(tenant));
  const remove = useMutation(deleteLayout(useQueryClient(), tenant));
  const [asked, setAsked] = useState<{ id: string; name: string; version: number }>();
  return (
    <Section title={words.t('importDesk.layouts')}>
      <p className={styles['soft']}>{words.t('importDesk.layoutsAbout')}</p>
      <QueryStates query={layouts} waiting={{ rows: 1, height: '2rem' }}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={styles['soft']}>{words.t('importDesk.layoutsNone')}</p>
          ) : (
            <ul className={styles['lines']}>
              {items.map((it) => (
                <li key={it.id}>
                  <span>
                    <strong>{it.name}</strong> <span className={styles['soft']}>{words.t('importDesk.layoutBy', { by: it.confirmedBy.name, at: words.moment(it.confirmedAt) })}</span>
                  </span>
                  <Button size="xs" variant="default" aria-label={words.t('importDesk.layoutDeleteOf', { name: it.name })} onClick={() => setAsked(it)}>
                    {words.t('importDesk.layoutDelete')}
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </QueryStates>
      <ConfirmDialog
        title={words.t('importDesk.layoutDeleteTitle', { name: asked?.name ?? '' })} action={words.t('importDesk.layoutDelete')} opened={asked !== undefined} busy={remove.isPending} onClose={() => setAsked(undefined)}
        onConfirm={() => asked && remove.mutate(asked, { onSettled: () => setAsked(undefined) })}
      >
        {words.t('importDesk.layoutDeleteAbout')}
      </ConfirmDialog>
    </Section>
  );
};

/** The names that were chosen to mean a unit or post; for who imports for the whole tenant. */
export const RememberedNames = ({ tenant }: { tenant: string }) => {
  const words = useWords();
  const names = useInfiniteQuery(namesQuery(tenant));
  const forget = useMutation(forgetName(useQueryClient(), tenant));
  return (
    <Section title={words.t('importDesk.names')}>
      <p className={styles['soft']}>{words.t('importDesk.namesAbout')}</p>
      <QueryStates query={names} waiting={{ rows: 1, height: '2rem' }}>
        {({ pages }) => {
          const all = pages.flatMap(({ items }) => items);
          if (all.length === 0) return <p className={styles['soft']}>{words.t('importDesk.namesNone')}</p>;
          return (
            <>
              <ul className={styles['lines']}>
                {all.map(({ id, given, name, code }) => (
                  <li key={id}>
                    <span>{words.t('importDesk.nameIs', { given, name, code })}</span>
                    <Button size="xs" variant="default" aria-label={words.t('importDesk.nameForgetOf', { given })} loading={forget.isPending && forget.variables === id} onClick={() => forget.mutate(id)}>
                      {words.t('importDesk.nameForget')}
                    </Button>
                  </li>
                ))}
              </ul>
              {names.hasNextPage && (
                <Button size="xs" variant="default" onClick={() => void names.fetchNextPage()}>
                  {words.t('importDesk.more')}
                </Button>
              )}
            </>
          );
        }}
      </QueryStates>
    </Section>
  );
};
