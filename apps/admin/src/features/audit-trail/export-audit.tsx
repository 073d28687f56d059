import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { ask, useWords } from '../../shell/index.ts';
import styles from './audit-trail.module.css';
import { type AuditFilter, exportQuery } from './queries.ts';

/** Before this day nobody used the product: the national programme began with it. */
const firstDay = '2019-11-19';

/** Orders the audit as it is filtered as a workbook, waits for it, and offers it. */
export const ExportAudit = ({ tenant, filter: { from = firstDay, to, actor, act, kind, subject }, today }: { tenant: string; filter: AuditFilter; today: string }) => {
  const words = useWords();
  const order = useMutation({
    mutationFn: () =>
      ask((api) =>
        api.orderExport({
          params: { tenant },
          body: { kind: 'audit', from, to: to ?? today, format: 'xlsx', ...(actor ? { actor } : {}), ...(act ? { act } : {}), ...(kind ? { subjectKind: kind } : {}), ...(subject ? { subject } : {}) },
        }),
      ),
  });
  const made = useQuery({ ...exportQuery(tenant, order.data?.id ?? ''), enabled: order.data !== undefined });
  const download = made.data?.download;
  const failed = order.isError || made.isError || made.data?.state === 'failed' || made.data?.state === 'cancelled';
  if (download) {
    return (
      <a className={styles['ready']} href={download.href} download>
        {words.t('auditTrail.exportReady')}
      </a>
    );
  }
  const waiting = order.isPending || (order.data !== undefined && !failed);
  return (
    <span role="status">
      {failed && <span className={styles['failed']}>{words.t('auditTrail.exportFailed')} </span>}
      <Button variant="default" loading={waiting} onClick={() => order.mutate()}>
        {words.t(waiting ? 'auditTrail.exporting' : 'auditTrail.export')}
      </Button>
    </span>
  );
};
