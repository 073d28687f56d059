import { NativeSelect } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useWords } from '../../shell/index.ts';
import styles from './closes.module.css';
import { type Close, closesQuery } from './queries.ts';
import { useCloseWords } from './use-close-words.ts';

/** Another close to compare this one with; the earlier of the two comes first. */
export const CompareWith = ({ tenant, close }: { tenant: string; close: Close }) => {
  const words = useWords();
  const named = useCloseWords();
  const navigate = useNavigate();
  const closes = useInfiniteQuery(closesQuery(tenant));
  const others = (closes.data?.pages ?? []).flatMap((it) => it.items).filter((it) => it.id !== close.id && ['prepared', 'approved', 'signed'].includes(it.state));
  if (others.length === 0) return null;
  const open = (id: string) => {
    const other = others.find((it) => it.id === id);
    if (!other) return;
    const [before, after] = other.cutOff < close.cutOff || (other.cutOff === close.cutOff && other.createdAt < close.createdAt) ? [other, close] : [close, other];
    void navigate({ to: '/t/$tenant/closes/$close/compare/$other', params: { tenant, close: before.id, other: after.id }, search: {} });
  };
  return (
    <div className={styles['compareWith']} data-screen-only>
      <NativeSelect
        label={words.t('closing.compare')} value="" onChange={(event) => open(event.currentTarget.value)}
        data={[{ value: '', label: words.t('closing.compareChoose') }, ...others.map((it) => ({ value: it.id, label: named.close(it) }))]}
      />
    </div>
  );
};
