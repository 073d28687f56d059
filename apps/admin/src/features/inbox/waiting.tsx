import { Button, Checkbox } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { EmptyState } from '@saubac/ui/states';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type ManyMove, MoveDialog, movesAmong } from '../../cases/index.ts';
import { Refused, useWords } from '../../shell/index.ts';
import { InboxList } from './inbox-list.tsx';
import styles from './inbox.module.css';
import { type InboxItem, startBulk } from './queries.ts';

type Parts = {
  tenant: string;
  items: readonly InboxItem[];
  filtered: boolean;
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
  /** Whether a bulk move is under way: what is chosen is part of it. */
  running: boolean;
  onBegun: (bulk: string) => void;
};

/** What waits, to be decided one by one or many at once: the server then goes through them. */
export const Waiting = ({ tenant, items, filtered, chosen, onChoose, running, onBegun }: Parts) => {
  const words = useWords();
  const queries = useQueryClient();
  const [asking, setAsking] = useState<ManyMove<InboxItem> & { key: string }>();
  const start = useMutation(startBulk(queries, tenant));
  const taken = items.filter((it) => chosen.has(it.id));
  const moves = movesAmong(taken);
  const close = () => {
    setAsking(undefined);
    start.reset();
  };
  const begin = (of: ManyMove<InboxItem> & { key: string }, reason: string | undefined) =>
    start.mutate(
      { ...of, reason },
      {
        onSuccess: ({ id }) => {
          close();
          onBegun(id);
        },
      },
    );
  const about = ({ label, cases }: ManyMove<InboxItem>): string => {
    const left = taken.length - cases.length;
    return [words.t('cases.aboutMany', { move: words.text(label), count: cases.length }), ...(left > 0 ? [words.t('cases.aboutLeft', { count: left })] : [])].join(' ');
  };
  if (items.length === 0) return <EmptyState title={words.t(filtered ? 'cases.noneFound' : 'cases.none')}>{words.t(filtered ? 'cases.noneFoundAbout' : 'cases.noneAbout')}</EmptyState>;
  return (
    <>
      <div className={styles['bar']}>
        <Checkbox
          label={words.t('cases.chooseAll', { count: items.length })} checked={taken.length === items.length} indeterminate={taken.length > 0 && taken.length < items.length} disabled={running}
          onChange={(event) => onChoose(new Set(event.currentTarget.checked ? items.map((it) => it.id) : []))}
        />
        <span role="status" className={styles['soft']}>
          {taken.length > 0 && words.t('cases.chosen', { count: taken.length })} {taken.length > 0 && moves.length === 0 && words.t('cases.nothingShared')}
        </span>
        {moves.map((it) => (
          <Button key={`${it.kind} ${it.move}`} size="sm" variant="default" disabled={running} onClick={() => setAsking({ ...it, key: crypto.randomUUID() })}>
            {words.t('cases.moveSome', { move: words.text(it.label), count: it.cases.length })}
          </Button>
        ))}
      </div>
      <InboxList tenant={tenant} items={items} chosen={chosen} onChoose={(id, on) => onChoose(new Set(on ? [...chosen, id] : [...chosen].filter((it) => it !== id)))} />
      {asking && (
        <MoveDialog
          action={words.text(asking.label)} about={about(asking)} reason={asking.reason} busy={start.isPending} onConfirm={(reason) => begin(asking, reason)} onClose={close}
          fault={start.error instanceof Refused ? words.text(start.error.problem.text) : start.error ? words.t('shell.unreachable') : undefined}
        />
      )}
    </>
  );
};
