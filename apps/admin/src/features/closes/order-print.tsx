import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { ask, useWords } from '../../shell/index.ts';
import styles from './closes.module.css';
import { type Close, fileQuery } from './queries.ts';

/** Orders the print of a close as a workbook, waits for it, and offers it as the server made it. */
export const OrderPrint = ({ tenant, close }: { tenant: string; close: Close }) => {
  const words = useWords();
  const order = useMutation({ mutationFn: () => ask((api) => api.orderExport({ params: { tenant }, body: { kind: 'close', close: close.id, format: 'xlsx' } })) });
  const made = useQuery({ ...fileQuery(tenant, order.data?.id ?? ''), enabled: order.data !== undefined });
  const download = made.data?.download;
  const failed = order.isError || made.isError || made.data?.state === 'failed' || made.data?.state === 'cancelled';
  if (download) {
    return (
      <a className={styles['ready']} href={download.href} download>
        {words.t('closing.fileReady')}
      </a>
    );
  }
  const waiting = order.isPending || (order.data !== undefined && !failed);
  return (
    <span className={styles['order']} role="status">
      {failed && <span className={styles['bad']}>{words.t('closing.fileFailed')}</span>}
      <Button variant="default" title={words.t('closing.fileAbout')} loading={waiting} onClick={() => order.mutate()}>
        {words.t(waiting ? 'closing.fileMaking' : close.state === 'signed' ? 'closing.file' : 'closing.fileUnsigned')}
      </Button>
    </span>
  );
};
