import { Button } from '@mantine/core';
import { usePlugin } from '@saubac/plugin-api/admin';
import { EmptyState } from '@saubac/ui/states';

import type { ClassWhole, Session } from '../../classes/wire.ts';
import { Goto } from '../parts/goto.tsx';
import { type RowColumn, RowsTable } from '../parts/rows-table.tsx';
import { useWords } from '../parts/use-lao.ts';
import { SessionForm } from './session-form.tsx';

const how = (it: Session, mark: 'present' | 'excused' | 'absent'): number => Object.values(it.marks).filter((one) => one === mark).length;

/** What was held, and the form that takes attendance. Which session is open stands in the address. */
export const SessionsTab = ({ it }: { it: ClassWhole }) => {
  const { may, search, setSearch } = usePlugin();
  const { t, date, number } = useWords();
  const running = it.state === 'trial' || it.state === 'official';
  const mayNote = may('class.manage') && running;
  const open = search['session'];
  if (mayNote && open !== undefined) return <SessionForm key={open} it={it} session={it.sessions.find((one) => one.id === open)} />;
  const columns: RowColumn<Session>[] = [
    { id: 'heldOn', header: t('session.heldOn'), bare: true, cell: (one) => (mayNote ? <Goto page="classes" to={{ class: it.id, tab: 'sessions', session: one.id }}>{date(one.heldOn)}</Goto> : date(one.heldOn)) },
    { id: 'topic', header: t('session.topic'), cell: (one) => one.topic },
    { id: 'lessons', header: t('session.lessons'), number: true, cell: (one) => number(one.lessons) },
    { id: 'present', header: t('mark.present'), number: true, cell: (one) => number(how(one, 'present')) },
    { id: 'excused', header: t('mark.excused'), number: true, cell: (one) => number(how(one, 'excused')) },
    { id: 'absent', header: t('mark.absent'), number: true, cell: (one) => number(how(one, 'absent')) },
  ];
  const add = mayNote && <Button onClick={() => setSearch({ session: 'new' })}>{t('session.new')}</Button>;
  if (it.sessions.length === 0) return <EmptyState title={t('session.none')} action={add}>{running ? t('session.noneAbout') : t('session.notYet')}</EmptyState>;
  return (
    <>
      <div>{add}</div>
      <RowsTable label={t('class.tab.sessions')} columns={columns} rows={it.sessions.toReversed()} rowKey={(one) => one.id} />
    </>
  );
};
