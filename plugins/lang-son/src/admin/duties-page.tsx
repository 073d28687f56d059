import { Button } from '@mantine/core';
import { textOf, useAsk, usePlugin } from '@saubac/plugin-api/admin';
import { PageHeading } from '@saubac/ui/frame';
import { EmptyState, FailedState, LoadingRows } from '@saubac/ui/states';
import { useUiWords } from '@saubac/ui/words';

import { dutiesAnswer, type DutyLine } from '../duties/wire.ts';
import styles from './duties.module.css';
import { DutyForm } from './duty-form.tsx';
import { useWords } from './use-words.ts';

const Duties = ({ items }: { items: readonly DutyLine[] }) => {
  const { href } = usePlugin();
  const { date } = useUiWords();
  const t = useWords();
  return (
    <ul className={styles['lines']}>
      {items.map((it) => (
        <li key={it.id}>
          <a href={href(`/people/${it.person}`)}>{it.name}</a>
          <small>{`${t(`gate.${it.gate}`)} · ${date(it.from)} – ${date(it.last)}${it.unit === null ? '' : ` · ${it.unit}`}`}</small>
        </li>
      ))}
    </ul>
  );
};

/** Who is on duty at which gate, and a form to add a duty, which is open as long as the address says so. */
const DutiesPage = () => {
  const { may, search, setSearch } = usePlugin();
  const t = useWords();
  const duties = useAsk('/duties', dutiesAnswer);
  const adding = search['add'] !== undefined && may('duty.manage');
  if (duties.isError) return <FailedState onRetry={() => void duties.refetch()}>{textOf(duties.error)}</FailedState>;
  return (
    <>
      <PageHeading title={t('page.duties')} about={t('duties.about')} actions={may('duty.manage') && !adding && <Button onClick={() => setSearch({ add: '1' })}>{t('duties.add')}</Button>} />
      {adding && <DutyForm onDone={() => setSearch({ add: undefined })} />}
      {!duties.data && <LoadingRows rows={4} height="2.5rem" />}
      {duties.data?.items.length === 0 && <EmptyState title={t('duties.none')}>{t('duties.noneAbout')}</EmptyState>}
      {duties.data && duties.data.items.length > 0 && <Duties items={duties.data.items} />}
    </>
  );
};

export default DutiesPage;
