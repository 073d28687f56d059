import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useWords } from '../../shell/index.ts';
import styles from './access.module.css';
import { myReadersQuery } from './queries.ts';

/** Who opened one's own file; nothing where the account has none here. */
export const OwnReaders = ({ tenant }: { tenant: string }) => {
  const words = useWords();
  const readers = useInfiniteQuery(myReadersQuery(tenant));
  if (readers.data === undefined) return null;
  const rows = readers.data.pages.flatMap((it) => it.items);
  return (
    <details className={styles['about']}>
      <summary>{words.t('ownAccount.readers')}</summary>
      {rows.length === 0 && <p>{words.t('ownAccount.nobody')}</p>}
      <ul>
        {rows.map(({ id, at, title, reader }) => (
          <li key={id}>{words.t('ownAccount.reading', { at: words.moment(at), who: reader.name ?? words.t('ownAccount.operator'), what: words.text(title) })}</li>
        ))}
      </ul>
      {readers.hasNextPage && (
        <Button size="compact-sm" variant="default" loading={readers.isFetchingNextPage} onClick={() => void readers.fetchNextPage()}>
          {words.t('ownAccount.more')}
        </Button>
      )}
    </details>
  );
};
