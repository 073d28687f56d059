import { Button } from '@mantine/core';
import { usePlugin } from '@saubac/plugin-api/admin';
import { ConfirmDialog } from '@saubac/ui/dialogs';
import { Section } from '@saubac/ui/frame';
import { useState } from 'react';

import { type Paper, type PaperOwner, papersAnswer } from '../../papers/wire.ts';
import { Answer } from '../parts/answer.tsx';
import styles from '../parts/parts.module.css';
import { type RowColumn, RowsTable } from '../parts/rows-table.tsx';
import { textOf, useLao, useSend, useWords } from '../parts/use-lao.ts';
import { AddPaper } from './add-paper.tsx';

const places = { agreement: 'agreements', class: 'classes' } as const;

/** Takes a paper away, once it was said which. */
const RemovePaper = ({ path, it }: { path: string; it: Paper }) => {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const send = useSend('DELETE', () => setOpen(false));
  return (
    <>
      <Button size="compact-sm" variant="transparent" px={0} c="var(--bad)" aria-label={`${t('paper.remove')}: ${it.name}`} onClick={() => setOpen(true)}>{t('paper.remove')}</Button>
      <ConfirmDialog opened={open} title={t('paper.remove')} action={t('paper.remove')} busy={send.isPending} onConfirm={() => send.mutate({ path: `${path}/${it.file}` })} onClose={() => setOpen(false)}>
        <p>{t('paper.removeAbout', { name: it.name })}</p>
        {send.isError && <p role="alert" className={styles['wrong']}>{textOf(send.error)}</p>}
      </ConfirmDialog>
    </>
  );
};

/** The papers of an agreement or a class: each opened by its name; added and taken away by whoever manages them. */
export const PapersSection = ({ of, id }: { of: PaperOwner; id: string }) => {
  const { api, may } = usePlugin();
  const { t, date, number } = useWords();
  const path = `/${places[of]}/${id}/papers`;
  const query = useLao(path, papersAnswer);
  const manages = may(`${of}.manage`);
  const columns: RowColumn<Paper>[] = [
    { id: 'name', header: t('paper.name'), bare: true, cell: (it) => <a href={api.file(`${path}/${it.file}`)} download className={styles['goto']}>{it.name}</a> },
    { id: 'kind', header: t('paper.kind'), cell: (it) => t(`paper.kind.${it.kind}`) },
    { id: 'added', header: t('paper.addedOn'), cell: (it) => t('paper.addedBy', { on: date(it.addedOn), by: it.addedBy }) },
    { id: 'size', header: t('paper.size'), number: true, cell: (it) => t('paper.kilobytes', { count: number(Math.ceil(it.size / 1_000)) }) },
    ...(manages ? [{ id: 'deeds', header: t('ui.deeds'), bare: true as const, cell: (it: Paper) => <RemovePaper path={path} it={it} /> }] : []),
  ];
  return (
    <Section title={t('paper.title')}>
      <Answer query={query} rows={2}>
        {({ items }) => (items.length === 0 ? <p className={styles['soft']}>{t('paper.none')}</p> : <RowsTable label={t('paper.title')} columns={columns} rows={items} rowKey={(it) => it.file} />)}
      </Answer>
      {manages && <AddPaper of={of} path={path} />}
    </Section>
  );
};
