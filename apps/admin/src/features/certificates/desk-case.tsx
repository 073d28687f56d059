import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { QueryStates, useCodeNames, useWords } from '../../shell/index.ts';
import { CertificateFacts } from './certificate-facts.tsx';
import styles from './desk.module.css';
import { DeskActions } from './desk-actions.tsx';
import { EvidenceViewer } from './evidence-viewer.tsx';
import { LevelTold } from './level-told.tsx';
import { certificateQuery, type WholeCertificate } from './queries.ts';

type Parts = { tenant: string; certificate: string; on: string; before: string | undefined; after: string | undefined; /** Somebody came here from another one. */ moved: boolean; onOpen: (id: string | undefined) => void; onDone: (told: string) => void };

const Case = ({ tenant, certificate: it, before, after, moved, onOpen, onDone }: Omit<Parts, 'certificate' | 'on'> & { certificate: WholeCertificate }) => {
  const words = useWords();
  const names = useCodeNames(tenant);
  const [shown, setShown] = useState(it.files[0]?.id);
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever goes from one to the next by keyboard or by ear begins with whose certificate it is.
  useEffect(() => {
    if (moved) heading.current?.focus({ preventScroll: true });
  }, [moved]);
  const kind = names.lists?.certificateTypes.find((type) => type.code === it.type)?.kind;
  const entered = it.entered ? words.t('certificateDesk.deedBy', { moment: words.moment(it.entered.at), actor: it.entered.name ?? words.t('certificateDesk.deedUnknown') }) : words.t('certificateDesk.deedImported');
  return (
    <article className={styles['case']}>
      <div className={styles['evidence']}>
        {shown === undefined ? <p className={styles['none']}>{words.t('certificateDesk.evidenceNoneToVerify')}</p> : <EvidenceViewer tenant={tenant} files={it.files} shown={shown} onShow={setShown} />}
      </div>
      <div className={styles['written']}>
        <h2 ref={heading} tabIndex={-1} className={styles['holder']}>
          {it.holder}
        </h2>
        {it.unit && <p className={styles['soft']}>{it.unit.name}</p>}
        <CertificateFacts tenant={tenant} certificate={it} issued={kind !== undefined && kind !== 'certificate'} />
        <h3>{words.t('certificateDesk.preview')}</h3>
        <LevelTold certificate={it} alone />
        <p className={styles['soft']}>
          {words.t('certificateDesk.deedEntered')}: {entered}
        </p>
        <p>
          <Link to="/t/$tenant/certificates/$certificate" params={{ tenant, certificate: it.id }}>
            {words.t('certificateDesk.openInFull')}
          </Link>
        </p>
        <DeskActions tenant={tenant} certificate={it} typeName={names.certificateType(it.type)} before={before} after={after} onOpen={onOpen} onDone={onDone} />
      </div>
    </article>
  );
};

/** One certificate at the desk: its scan beside what was written down, the level it would give, and the decision. */
export const DeskCase = ({ certificate, on, ...rest }: Parts) => {
  const found = useQuery(certificateQuery(rest.tenant, certificate, on));
  return (
    <QueryStates query={found} waiting={{ rows: 1, height: '32rem' }}>
      {(it) => <Case {...rest} certificate={it} />}
    </QueryStates>
  );
};
