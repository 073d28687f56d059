import { Button } from '@mantine/core';
import { queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Client } from '@saubac/contract/client';
import { ask } from './api.ts';
import styles from './shell.module.css';
import { useWords } from './words-root.tsx';

/** What is taken out, as the API takes the order. */
export type ExportOrdered = Parameters<Client['orderExport']>[0]['body'];

/** An export that was ordered, asked about until its file is there or never will be. */
const exportQuery = (tenant: string, id: string) =>
  queryOptions({
    queryKey: ['t', tenant, 'export', id],
    queryFn: ({ signal }) => ask((api) => api.getExport({ params: { tenant, id } }, { signal })),
    refetchInterval: (query) => (query.state.data === undefined || query.state.data.state === 'queued' || query.state.data.state === 'running' ? 1_000 : false),
  });

/** Orders a file of what is shown, waits for it, and hands it over; it can be had again by a link beside. Another `key` where something else is shown. */
export const ExportButton = ({ tenant, order }: { tenant: string; order: ExportOrdered }) => {
  const words = useWords();
  const ordered = useMutation({ mutationFn: () => ask((api) => api.orderExport({ params: { tenant }, body: order })) });
  const made = useQuery({ ...exportQuery(tenant, ordered.data?.id ?? ''), enabled: ordered.data !== undefined });
  const href = made.data?.download?.href;
  const link = useRef<HTMLAnchorElement>(null);
  const given = useRef<string>(undefined);
  useEffect(() => {
    if (made.data === undefined || href === undefined || given.current === made.data.id) return;
    given.current = made.data.id;
    link.current?.click();
  }, [made.data, href]);
  const failed = ordered.isError || made.isError || made.data?.state === 'failed' || made.data?.state === 'cancelled';
  const waiting = ordered.isPending || (ordered.data !== undefined && !failed && href === undefined);
  return (
    <span role="status" className={styles['export']} data-screen-only>
      {failed && <span className={styles['exportFailed']}>{words.t('shell.exportFailed')}</span>}
      {href !== undefined && (
        <a ref={link} href={href} download>
          {words.t('shell.exportReady')}
        </a>
      )}
      <Button size="xs" variant="default" aria-disabled={waiting || undefined} onClick={() => waiting || ordered.mutate()}>
        {words.t(waiting ? 'shell.exporting' : 'shell.export')}
      </Button>
    </span>
  );
};
