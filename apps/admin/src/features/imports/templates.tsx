import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { ask, useWords } from '../../shell/index.ts';
import styles from './imports.module.css';
import upload from './upload.module.css';
import { rosterFileQuery } from './queries.ts';

const CurrentRoster = ({ tenant, today }: { tenant: string; today: string }) => {
  const words = useWords();
  const order = useMutation({ mutationFn: () => ask((api) => api.orderExport({ params: { tenant }, body: { kind: 'roster', on: today, format: 'xlsx' } })) });
  const made = useQuery({ ...rosterFileQuery(tenant, order.data?.id ?? ''), enabled: order.data !== undefined });
  const href = made.data?.download?.href;
  if (href) {
    return (
      <a href={href} download>
        {words.t('importDesk.currentReady')}
      </a>
    );
  }
  const failed = order.isError || made.isError || made.data?.state === 'failed' || made.data?.state === 'cancelled';
  const waiting = order.isPending || (order.data !== undefined && !failed);
  return (
    <span role="status">
      {failed && `${words.t('importDesk.currentFailed')} `}
      <Button size="xs" variant="default" loading={waiting} onClick={() => order.mutate()}>
        {words.t(waiting ? 'importDesk.currentMaking' : 'importDesk.currentRoster')}
      </Button>
    </span>
  );
};

/** The empty template, and the same filled with the people whom the caller may take out. */
export const Templates = ({ tenant, today, exports }: { tenant: string; today: string; exports: boolean }) => {
  const words = useWords();
  return (
    <aside className={upload['templates']}>
      <p className={styles['soft']}>{words.t('importDesk.templateAbout')}</p>
      <div className={styles['line']}>
        <a href={`/api/t/${tenant}/import-template`} download>
          {words.t('importDesk.template')}
        </a>
        {exports && <CurrentRoster tenant={tenant} today={today} />}
      </div>
    </aside>
  );
};
