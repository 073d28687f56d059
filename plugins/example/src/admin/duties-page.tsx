import { Button } from '@mantine/core';
import { textOf, useAsk, usePlugin, useSend } from '@saubac/plugin-api/admin';
import { PageHeading, Section } from '@saubac/ui/frame';
import { EmptyState, FailedState, LoadingRows, Notice } from '@saubac/ui/states';
import { useUiWords } from '@saubac/ui/words';

import { dutiesAnswer, type DutyLine } from '../duties/wire.ts';
import styles from './duties.module.css';
import { DutyForm } from './duty-form.tsx';
import { SwapForm } from './swap-form.tsx';
import { SwapsSection } from './swaps-section.tsx';
import { useWords } from './use-words.ts';

const Duties = ({ items }: { items: readonly DutyLine[] }) => {
  const { href, may, setSearch, today } = usePlugin();
  const { date } = useUiWords();
  const t = useWords();
  const end = useSend('POST');
  return (
    <>
      {end.isError && <Notice tone="bad" live>{textOf(end.error)}</Notice>}
      <ul className={styles['lines']}>
        {items.map((it) => (
          <li key={it.id}>
            <span>
              <a href={href(`/people/${it.person}`)}>{it.name}</a>
              <small>{`${it.place} · ${date(it.from)} – ${it.last === null ? t('duties.open') : date(it.last)}${it.unit === null ? '' : ` · ${it.unit}`}`}</small>
            </span>
            {(it.last === null || it.last > today) && (
              <span className={styles['buttons']}>
                {may('swap.ask') && (
                  <Button size="sm" variant="default" onClick={() => setSearch({ replace: it.id })}>
                    {t('swaps.ask')}
                  </Button>
                )}
                {may('duty.manage') && it.from <= today && (
                  <Button size="sm" variant="default" title={t('duties.endAbout')} loading={end.isPending} onClick={() => end.mutate({ path: `/duties/${it.id}/end`, body: { last: today } })}>
                    {t('duties.end')}
                  </Button>
                )}
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
};

/** Who serves foreign visitors, the requests for replacements, and what the desks were told. What is open stands in the address. */
const DutiesPage = () => {
  const { may, search, setSearch } = usePlugin();
  const { date } = useUiWords();
  const t = useWords();
  const duties = useAsk('/duties', dutiesAnswer);
  const adding = search['add'] !== undefined && may('duty.manage');
  if (duties.isError) return <FailedState onRetry={() => void duties.refetch()}>{textOf(duties.error)}</FailedState>;
  const replaced = duties.data?.items.find((it) => it.id === search['replace']);
  return (
    <>
      <PageHeading title={t('page.duties')} about={t('duties.about')} actions={may('duty.manage') && !adding && !replaced && <Button onClick={() => setSearch({ add: '1' })}>{t('duties.add')}</Button>} />
      {adding && <DutyForm onDone={() => setSearch({ add: undefined })} />}
      {replaced && <SwapForm duty={replaced} onDone={() => setSearch({ replace: undefined })} />}
      {!duties.data && <LoadingRows rows={4} height="2.5rem" />}
      {duties.data?.items.length === 0 && <EmptyState title={t('duties.none')}>{t('duties.noneAbout')}</EmptyState>}
      {duties.data && <Duties items={duties.data.items} />}
      <SwapsSection />
      {duties.data && duties.data.notes.length > 0 && (
        <Section title={t('notes.title')}>
          <ul className={styles['lines']}>
            {duties.data.notes.map((it) => (
              <li key={it.id}>{`${date(it.on)} · ${it.place}: ${t(`note.${it.kind}`)}`}</li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
};

export default DutiesPage;
