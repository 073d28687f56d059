import { Button, TextInput } from '@mantine/core';
import { ConfirmDialog } from '@saubac/ui/dialogs';
import { Section } from '@saubac/ui/frame';
import { Notice } from '@saubac/ui/states';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { QueryStates, Refused, useWords } from '../../shell/index.ts';
import styles from './imports.module.css';
import { undoImport } from './mutations.ts';
import { type RosterImport, undoQuery } from './queries.ts';

const AskUndo = ({ tenant, it, subjects }: { tenant: string; it: RosterImport; subjects: number }) => {
  const words = useWords();
  const undo = useMutation(undoImport(useQueryClient(), tenant, it.id));
  const [why, setWhy] = useState('');
  const [missing, setMissing] = useState(false);
  const [asking, setAsking] = useState(false);
  return (
    <form
      className={styles['undoForm']}
      onSubmit={(event) => {
        event.preventDefault();
        setMissing(why.trim() === '');
        setAsking(why.trim() !== '');
      }}
    >
      <TextInput label={words.t('importDesk.undoWhy')} value={why} maxLength={500} error={missing ? words.t('importDesk.undoWhyMissing') : undefined} onChange={(event) => setWhy(event.currentTarget.value)} />
      <Button type="submit" variant="default">
        {words.t('importDesk.undo')}
      </Button>
      {undo.isError && (
        <Notice tone="bad" live>
          {undo.error instanceof Refused ? words.text(undo.error.problem.text) : words.t('shell.unreachable')}
        </Notice>
      )}
      <ConfirmDialog title={words.t('importDesk.undoTitle')} action={words.t('importDesk.undo')} opened={asking} busy={undo.isPending} onClose={() => setAsking(false)} onConfirm={() => undo.mutate(why.trim(), { onSettled: () => setAsking(false) })}>
        {words.t('importDesk.undoConfirm', { count: subjects })}
      </ConfirmDialog>
    </form>
  );
};

/** What taking a written import back would do, what stands in its way, and the way to do it. */
export const UndoImport = ({ tenant, it }: { tenant: string; it: RosterImport }) => {
  const words = useWords();
  const preview = useQuery(undoQuery(tenant, it.id));
  return (
    <Section title={words.t('importDesk.undo')}>
      <QueryStates query={preview} waiting={{ rows: 2, height: '2rem' }}>
        {({ until, counts, blockers, notes, subjects }) => (
          <div className={styles['stack']}>
            <p>{words.t('importDesk.undoAbout', { counts: counts.map(({ text, subjects: count }) => words.t('importDesk.undoCount', { text: words.text(text), count })), until: words.moment(until) })}</p>
            {notes.length > 0 && (
              <Notice>
                <p>{words.t('importDesk.undoNotes')}</p>
                <ul className={styles['inNotice']}>
                  {notes.map(({ text, at }) => (
                    <li key={at}>{words.text(text)}</li>
                  ))}
                </ul>
              </Notice>
            )}
            {blockers.length > 0 ? (
              <Notice tone="warn">
                <p>{words.t('importDesk.undoBlocked')}</p>
                <ul className={styles['inNotice']}>
                  {blockers.map(({ text, first }, at) => (
                    <li key={at}>{first.length > 0 ? words.t('importDesk.undoFirst', { text: words.text(text), first }) : words.text(text)}</li>
                  ))}
                </ul>
              </Notice>
            ) : (
              <AskUndo tenant={tenant} it={it} subjects={subjects} />
            )}
          </div>
        )}
      </QueryStates>
    </Section>
  );
};
