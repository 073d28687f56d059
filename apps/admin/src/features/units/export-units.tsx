import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { ask, useWords } from '../../shell/index.ts';
import { exportQuery } from './queries.ts';

type Parts = { tenant: string; on: string; search: string; changed: boolean };

/** Orders the units of a day as they are filtered as a workbook, waits for it, and offers it. Another filter begins anew. */
export const ExportUnits = ({ tenant, on, search, changed }: Parts) => {
  const words = useWords();
  const order = useMutation({ mutationFn: () => ask((api) => api.orderExport({ params: { tenant }, body: { kind: 'units', on, search: search.trim() || null, changed, format: 'xlsx' } })) });
  const made = useQuery({ ...exportQuery(tenant, order.data?.id ?? ''), enabled: order.data !== undefined });
  const download = made.data?.download;
  const failed = order.isError || made.isError || made.data?.state === 'failed' || made.data?.state === 'cancelled';
  return (
    <span role="status">
      {failed && <span>{words.t('unitTree.exportFailed')} </span>}
      {download ? (
        <a href={download.href} download>{words.t('unitTree.exportReady')}</a>
      ) : (
        <Button variant="default" loading={order.isPending || (order.data !== undefined && !failed)} onClick={() => order.mutate()}>{words.t('unitTree.export')}</Button>
      )}
    </span>
  );
};
