import { Section } from '@saubac/ui/frame';
import { useWords } from '../../shell/index.ts';
import styles from './certificates.module.css';
import type { WholeCertificate } from './queries.ts';

/** Who entered a certificate, who verified it, who recorded a decision; and why it is in its state. */
export const Deeds = ({ certificate: { entered, verified, decisionRecorded, stateReason, state } }: { certificate: WholeCertificate }) => {
  const words = useWords();
  const deeds = ([['certificateDesk.deedEntered', entered], ['certificateDesk.deedVerified', verified], ['certificateDesk.deedDecision', decisionRecorded]] as const).filter(([, it]) => it !== null);
  return (
    <Section title={words.t('certificateDesk.deeds')}>
      {entered === null && <p className={styles['soft']}>{words.t('certificateDesk.deedImported')}</p>}
      <dl className={styles['facts']}>
        {deeds.map(([label, it]) => (
          <div key={label}>
            <dt>{words.t(label)}</dt>
            <dd>{it && words.t('certificateDesk.deedBy', { moment: words.moment(it.at), actor: it.name ?? words.t('certificateDesk.deedUnknown') })}</dd>
          </div>
        ))}
        {stateReason !== null && (
          <div>
            <dt>{words.t(`certificateDesk.state-${state}`)}</dt>
            <dd>{words.t('certificateDesk.why', { why: stateReason })}</dd>
          </div>
        )}
      </dl>
    </Section>
  );
};
