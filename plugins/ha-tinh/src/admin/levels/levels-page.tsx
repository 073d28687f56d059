import { Button } from '@mantine/core';
import { usePlugin } from '@saubac/plugin-api/admin';
import { PageHeading } from '@saubac/ui/frame';
import { EmptyState } from '@saubac/ui/states';

import { type CertificateLine, certificatesAnswer } from '../../certificates/wire.ts';
import { Answer } from '../parts/answer.tsx';
import styles from '../parts/parts.module.css';
import { type RowColumn, RowsTable } from '../parts/rows-table.tsx';
import { useLao, useWords } from '../parts/use-lao.ts';
import { ConfirmForm } from './confirm-form.tsx';

/** Certificates of Lao, those without a confirmed level first: Sở Giáo dục và Đào tạo confirms what a course is worth. */
const LevelsPage = () => {
  const { may, href, search, setSearch } = usePlugin();
  const { t, date } = useWords();
  const certificates = useLao('/certificates', certificatesAnswer);
  const columns: RowColumn<CertificateLine>[] = [
    { id: 'number', header: t('column.number'), bare: true, cell: (it) => <strong>{it.number}</strong> },
    { id: 'name', header: t('column.name'), bare: true, cell: (it) => <a href={href(`/people/${it.person}`)} className={styles['goto']}>{it.name ?? t('enrolment.someone')}</a> },
    { id: 'unit', header: t('column.unit'), bare: true, cell: (it) => it.unit },
    { id: 'class', header: t('column.class'), cell: (it) => `${it.className} (${t(`course.${it.course}`)})` },
    { id: 'attended', header: t('column.attended'), number: true, cell: (it) => `${it.attended}/${it.due}` },
    { id: 'issuedOn', header: t('column.issuedOn'), cell: (it) => date(it.issuedOn) },
    { id: 'level', header: t('column.level'), cell: (it) => (it.level === null ? t('level.none') : <>{t('programme.levelOf', { level: it.level })}<div className={styles['soft']}>{it.confirmation}{it.confirmedOn !== null && `, ${date(it.confirmedOn)}`}</div></>) },
    ...(may('level.confirm') ? [{ id: 'deeds', header: t('ui.deeds'), bare: true as const, cell: (it: CertificateLine) => it.level === null && <Button size="xs" variant="default" aria-label={`${t('level.confirm')}: ${it.name ?? it.number}`} onClick={() => setSearch({ confirm: it.id })}>{t('level.confirm')}</Button> }] : []),
  ];
  return (
    <>
      <PageHeading title={t('page.levels')} about={t('levels.about')} />
      <Answer query={certificates}>
        {({ items }) => {
          if (items.length === 0) return <EmptyState title={t('levels.none')}>{t('levels.noneAbout')}</EmptyState>;
          const confirmed = may('level.confirm') ? items.find((it) => it.id === search['confirm']) : undefined;
          return (
            <>
              {confirmed && <ConfirmForm key={confirmed.id} it={confirmed} />}
              <RowsTable label={t('page.levels')} columns={columns} rows={items} rowKey={(it) => it.id} />
            </>
          );
        }}
      </Answer>
    </>
  );
};

export default LevelsPage;
