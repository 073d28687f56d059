import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { ask, useWords } from '../../shell/index.ts';
import { exportQuery, type Group, type TargetQuestion } from './queries.ts';
import styles from './target.module.css';

/** Orders the people behind a figure as a workbook, waits for it, and offers it. */
export const ExportPeople = ({ question: { tenant, target, on, unit }, group }: { question: TargetQuestion; group: Group }) => {
  const words = useWords();
  const order = useMutation({
    mutationFn: () => ask((api) => api.orderExport({ params: { tenant }, body: { kind: 'people-behind-target', on, target, group, unit: unit ?? null, format: 'xlsx' } })),
  });
  const made = useQuery({ ...exportQuery(tenant, order.data?.id ?? ''), enabled: order.data !== undefined });
  const download = made.data?.download;
  const failed = order.isError || made.isError || made.data?.state === 'failed' || made.data?.state === 'cancelled';
  if (download) {
    return (
      <a className={styles['ready']} href={download.href} download>
        {words.t('target.exportReady')}
      </a>
    );
  }
  const waiting = order.isPending || (order.data !== undefined && !failed);
  return (
    <span role="status">
      {failed && <span className={styles['failed']}>{words.t('target.exportFailed')} </span>}
      <Button size="xs" variant="default" loading={waiting} onClick={() => order.mutate()}>
        {words.t(waiting ? 'target.exporting' : 'target.export')}
      </Button>
    </span>
  );
};
