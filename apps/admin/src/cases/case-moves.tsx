import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Refused, useWords } from '../shell/index.ts';
import { called } from './called.ts';
import styles from './cases.module.css';
import { MoveDialog } from './move-dialog.tsx';
import { offered } from './offered.ts';
import { type Case, moveCase, type OpenMove } from './queries.ts';

type Parts = {
  tenant: string;
  of: Pick<Case, 'id' | 'version' | 'state' | 'title' | 'person' | 'moves'>;
  /** In a list: without what only its author may do, and without the reasons why something can't be done yet. */
  brief?: boolean;
  onMoved?: ((moved: Case) => void) | undefined;
};

/** What whoever looks may do with a case: each a button, asked for once more with a reason or a note. */
export const CaseMoves = ({ tenant, of, brief = false, onMoved }: Parts) => {
  const words = useWords();
  const queries = useQueryClient();
  const [asking, setAsking] = useState<OpenMove>();
  const send = useMutation({ ...moveCase(queries, tenant) });
  const moves = offered(of.moves, of.state).filter((it) => !brief || (!it.aside && it.refusals.length === 0));
  // What a guard says stands among the errors: the text of the refusal alone says only that there is one.
  const refused = send.error instanceof Refused ? [send.error.problem.text, ...(send.error.problem.errors ?? []).map(({ text }) => text)].map(words.text).join(' ') : send.error ? words.t('shell.unreachable') : undefined;
  const kept = moves.filter((it) => it.refusals.length > 0);
  const first = moves.find((it) => !it.aside && !it.reason && it.refusals.length === 0);
  const close = () => {
    setAsking(undefined);
    send.reset();
  };
  return (
    <div>
      <div className={styles['moves']}>
        {moves.map((it) => (
          <Button
            key={it.move} variant={it === first && !brief ? 'filled' : it.aside ? 'subtle' : 'default'} disabled={it.refusals.length > 0} className={styles['move'] ?? ''}
            {...(brief ? { 'aria-label': words.t('cases.moveOf', { move: words.text(it.label), title: called(words, of) }) } : {})} onClick={() => setAsking(it)}
          >
            {words.text(it.label)}
          </Button>
        ))}
      </div>
      {kept.map((it) => (
        <p key={it.move} className={styles['kept']}>
          {words.t('cases.notYet', { move: words.text(it.label), why: it.refusals.map((why) => words.text(why)).join(' ') })}
        </p>
      ))}
      {asking && (
        <MoveDialog
          action={words.text(asking.label)} about={called(words, of)} reason={asking.reason} busy={send.isPending} fault={refused} onClose={close}
          onConfirm={(reason) =>
            send.mutate(
              { id: of.id, version: of.version, move: asking.move, reason },
              {
                onSuccess: (moved) => {
                  close();
                  onMoved?.(moved);
                },
              },
            )
          }
        />
      )}
    </div>
  );
};
