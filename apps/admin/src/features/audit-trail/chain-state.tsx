import { Button } from '@mantine/core';
import { Notice } from '@saubac/ui/states';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ask, Refused, useWords } from '../../shell/index.ts';
import styles from './audit-trail.module.css';
import { lastCheckQuery } from './queries.ts';

/** Whether the audit is as it was recorded, by its last check; it can be checked at once. Who reads a part of it only sees nothing of this. */
export const ChainState = ({ tenant }: { tenant: string }) => {
  const words = useWords();
  const queries = useQueryClient();
  const last = useQuery(lastCheckQuery(tenant));
  const check = useMutation({
    mutationFn: () => ask((api) => api.checkAudit({ params: { tenant } })),
    onSuccess: (found) => queries.setQueryData(lastCheckQuery(tenant).queryKey, { check: found }),
  });
  if (last.error instanceof Refused && last.error.problem.code === 'forbidden') return null;
  const found = last.data?.check;
  const sentence = () => {
    if (last.data === undefined) return words.t('shell.loading');
    if (!found) return words.t('auditTrail.neverChecked');
    const at = words.moment(found.at);
    return found.faults.length === 0 ? words.t('auditTrail.whole', { at, count: found.entries, anchors: found.anchors }) : words.t('auditTrail.broken', { at, count: found.faults.length });
  };
  return (
    <div className={styles['chain']}>
      {found && found.faults.length > 0 ? (
        <Notice tone="bad" live>
          <p>{sentence()}</p>
          <ul>
            {found.faults.map(({ kind, position }) => (
              <li key={`${kind} ${position}`}>{words.t('auditTrail.faultAt', { position, fault: words.t(`auditTrail.fault-${kind}`) })}</li>
            ))}
          </ul>
        </Notice>
      ) : (
        <p role="status" data-whole={found ? true : undefined}>
          {sentence()}
        </p>
      )}
      {check.isError && <span className={styles['failed']}>{words.t('auditTrail.checkFailed')}</span>}
      <Button size="compact-sm" variant="default" loading={check.isPending} onClick={() => check.mutate()}>
        {words.t('auditTrail.checkNow')}
      </Button>
    </div>
  );
};
