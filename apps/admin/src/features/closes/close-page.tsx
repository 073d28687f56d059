import { Button } from '@mantine/core';
import { PageHeading, Section } from '@saubac/ui/frame';
import { Notice } from '@saubac/ui/states';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { QueryStates, usePageTitle, useWords } from '../../shell/index.ts';
import { Basis } from './basis.tsx';
import { CloseHistory } from './close-history.tsx';
import styles from './closes.module.css';
import { CompareWith } from './compare-with.tsx';
import { FiguresTable } from './figures-table.tsx';
import { Freezing } from './freezing.tsx';
import { OpenProblems } from './open-problems.tsx';
import { OrderPrint } from './order-print.tsx';
import { PlanNames } from './plan-names.tsx';
import { type Close, closeFiguresQuery, closeQuery } from './queries.ts';
import { StateMark } from './state-mark.tsx';
import { ToSign } from './to-sign.tsx';
import { useCloseWords } from './use-close-words.ts';

const route = getRouteApi('/t/$tenant/closes/$close');

const Figures = ({ tenant, close }: { tenant: string; close: string }) => {
  const words = useWords();
  const figures = useQuery(closeFiguresQuery(tenant, close));
  return (
    <Section title={words.t('closing.figures')}>
      <QueryStates query={figures} waiting={{ rows: 6, height: '2.75rem' }}>
        {({ targets, plans }) => (
          <>
            <p className={styles['lead']}>
              <PlanNames tenant={tenant} plans={plans.map((it) => ({ plan: it.plan, version: it.planVersion }))} />
            </p>
            <FiguresTable targets={targets} link={{ tenant, close }} />
          </>
        )}
      </QueryStates>
    </Section>
  );
};

const Over = ({ close }: { close: Close }) => {
  const words = useWords();
  if (close.state === 'cancelled') return <Notice tone={close.failure ? 'warn' : 'plain'}>{close.failure ? words.text(close.failure.text) : words.t('closing.cancelledAbout')}</Notice>;
  return (
    <Notice tone="bad">
      {words.t('closing.failedAbout')} {close.failure && words.text(close.failure.text)}
    </Notice>
  );
};

/** A close: how it stands and who stands behind it, its figures, what they rest on. */
export const ClosePage = () => {
  const words = useWords();
  const named = useCloseWords();
  const { tenant, close: id } = route.useParams();
  const { me } = route.useRouteContext();
  const close = useQuery(closeQuery(tenant, id));
  usePageTitle(close.data ? named.close(close.data) : words.t('closing.title'));
  const may = (permission: string) => (me.permissions as readonly string[]).includes(permission);
  return (
    <QueryStates query={close} waiting={{ rows: 5, height: '4rem' }}>
      {(it) => {
        const frozen = it.state === 'prepared' || it.state === 'approved' || it.state === 'signed';
        return (
          <>
            <PageHeading
              above={<Link to="/t/$tenant/closes" params={{ tenant }}>{words.t('closing.back')}</Link>}
              title={named.close(it)}
              about={
                <>
                  {words.t('closing.cutOffOf', { day: it.cutOff })} · <StateMark state={it.state} />
                </>
              }
              actions={
                frozen && (
                  <>
                    <OrderPrint tenant={tenant} close={it} />
                    <Button variant="default" onClick={() => window.print()}>
                      {words.t('closing.print')}
                    </Button>
                    {it.state === 'signed' && may('close.prepare') && (
                      <Button variant="default" renderRoot={(props) => <Link to="/t/$tenant/closes/new" params={{ tenant }} search={{ from: it.from, to: it.to, cutOff: it.cutOff }} {...props} />}>
                        {words.t('closing.correct')}
                      </Button>
                    )}
                  </>
                )
              }
            />
            {(it.state === 'queued' || it.state === 'running') && <Freezing tenant={tenant} close={it} mayCancel={may('close.prepare')} />}
            {it.state === 'prepared' && (may('close.approve') || may('close.prepare')) && <ToSign tenant={tenant} close={it} me={me.user.id} maySign={may('close.approve')} mayCancel={may('close.prepare')} />}
            {it.state === 'approved' && <Notice live>{words.t('closing.anchoring')}</Notice>}
            {(it.state === 'cancelled' || it.state === 'failed') && <Over close={it} />}
            <dl className={styles['facts']}>
              <div>
                <dt>{words.t('closing.prepared')}</dt>
                <dd>{named.by(it.prepared)}</dd>
              </div>
              <div>
                <dt>{words.t('closing.approved')}</dt>
                <dd>{named.by(it.approved)}</dd>
              </div>
              {it.reason !== null && (
                <div>
                  <dt>{words.t('closing.reason')}</dt>
                  <dd>{it.reason}</dd>
                </div>
              )}
            </dl>
            {frozen && <Figures tenant={tenant} close={id} />}
            {frozen && it.problems && (
              <Section title={words.t('closing.unsettledThen')}>
                <OpenProblems tenant={tenant} problems={it.problems} on={it.cutOff} links={false} />
              </Section>
            )}
            {frozen && <CompareWith tenant={tenant} close={it} />}
            {frozen && <Basis tenant={tenant} close={it} />}
            {may('audit.read') && <CloseHistory tenant={tenant} close={id} />}
          </>
        );
      }}
    </QueryStates>
  );
};
