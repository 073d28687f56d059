import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { ask, useWords } from '../../shell/index.ts';
import styles from './certificates.module.css';
import { type CertificateFilter, exportQuery } from './queries.ts';

/** Orders the register as it is filtered as a workbook, waits for it, and offers it. */
export const ExportCertificates = ({ tenant, filter: { on, ...asked }, today }: { tenant: string; filter: CertificateFilter; today: string }) => {
  const words = useWords();
  const order = useMutation({ mutationFn: () => ask((api) => api.orderExport({ params: { tenant }, body: { kind: 'certificates', on: on ?? today, ...asked, format: 'xlsx' } })) });
  const made = useQuery({ ...exportQuery(tenant, order.data?.id ?? ''), enabled: order.data !== undefined });
  const download = made.data?.download;
  const failed = order.isError || made.isError || made.data?.state === 'failed' || made.data?.state === 'cancelled';
  if (download) {
    return (
      <a className={styles['ready']} href={download.href} download>
        {words.t('certificateDesk.exportReady')}
      </a>
    );
  }
  return (
    <span role="status">
      {failed && <span className={styles['bad']}>{words.t('certificateDesk.exportFailed')} </span>}
      <Button variant="default" loading={order.isPending || (order.data !== undefined && !failed)} onClick={() => order.mutate()}>
        {words.t('certificateDesk.export')}
      </Button>
    </span>
  );
};
