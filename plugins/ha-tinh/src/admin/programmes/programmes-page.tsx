import { Button } from '@mantine/core';
import { usePlugin } from '@saubac/plugin-api/admin';
import { PageHeading } from '@saubac/ui/frame';
import { EmptyState } from '@saubac/ui/states';

import { type ProgrammeLine, programmesAnswer } from '../../programmes/wire.ts';
import { Answer } from '../parts/answer.tsx';
import { Goto } from '../parts/goto.tsx';
import { type RowColumn, RowsTable } from '../parts/rows-table.tsx';
import { useLao, useWords } from '../parts/use-lao.ts';
import { ProgrammeForm } from './programme-form.tsx';

/** Programmes of Lao, and the form of one of them. */
const ProgrammesPage = () => {
  const { may, search, setSearch } = usePlugin();
  const { t, date, number } = useWords();
  const programmes = useLao('/programmes', programmesAnswer);
  const columns: RowColumn<ProgrammeLine>[] = [
    { id: 'name', header: t('column.programme'), bare: true, cell: (it) => (may('class.manage') ? <Goto page="programmes" to={{ edit: it.id }}>{it.name}</Goto> : it.name) },
    { id: 'course', header: t('programme.course'), cell: (it) => t(`course.${it.course}`) },
    { id: 'lessons', header: t('programme.lessons'), number: true, cell: (it) => number(it.lessons) },
    { id: 'level', header: t('programme.level'), number: true, cell: (it) => it.level ?? t('programme.noLevel') },
    { id: 'from', header: t('programme.inForce'), cell: (it) => (it.inForceTo === null ? t('programme.since', { from: date(it.inForceFrom) }) : `${date(it.inForceFrom)} – ${date(it.inForceTo)}`) },
    { id: 'classes', header: t('programme.classes'), number: true, cell: (it) => number(it.classes) },
  ];
  const add = may('class.manage') && <Button onClick={() => setSearch({ edit: 'new' })}>{t('programmes.new')}</Button>;
  return (
    <Answer query={programmes}>
      {({ items }) => {
        const { edit } = search;
        if (edit !== undefined && may('class.manage')) return <ProgrammeForm key={edit} it={items.find((one) => one.id === edit)} />;
        return (
          <>
            <PageHeading title={t('page.programmes')} about={t('programmes.about')} actions={items.length > 0 && add} />
            {items.length === 0 ? <EmptyState title={t('programmes.none')} action={add}>{t('programmes.noneAbout')}</EmptyState> : <RowsTable label={t('page.programmes')} columns={columns} rows={items} rowKey={(it) => it.id} />}
          </>
        );
      }}
    </Answer>
  );
};

export default ProgrammesPage;
