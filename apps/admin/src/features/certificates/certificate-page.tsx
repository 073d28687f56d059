import { parseIsoDate } from '@saubac/domain/values';
import { DayField } from '@saubac/ui/dates';
import { PageHeading, Section } from '@saubac/ui/frame';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { QueryStates, useCodeNames, usePageTitle, useWords } from '../../shell/index.ts';
import { CertificateFacts } from './certificate-facts.tsx';
import { CertificateHistory } from './certificate-history.tsx';
import { CertificateTargets } from './certificate-targets.tsx';
import styles from './certificates.module.css';
import { DecisionPart } from './decision-part.tsx';
import { Deeds } from './deeds.tsx';
import { EvidencePart } from './evidence-part.tsx';
import { LevelsByTable, LevelTold } from './level-told.tsx';
import { certificateQuery } from './queries.ts';
import { StateMark } from './state-mark.tsx';
import { StateMoves } from './state-moves.tsx';

const route = getRouteApi('/t/$tenant/certificates/$certificate');

/** All that is kept of a certificate: what stands on it, its scans, its level and why, what it does for targets, who did what. */
export const CertificatePage = () => {
  const words = useWords();
  const { tenant, certificate: id } = route.useParams();
  const { me } = route.useRouteContext();
  const { on = me.today } = route.useSearch();
  const navigate = route.useNavigate();
  const names = useCodeNames(tenant);
  const certificate = useQuery(certificateQuery(tenant, id, on));
  const day = parseIsoDate(on);
  const may = (permission: (typeof me.permissions)[number]) => me.permissions.includes(permission);
  const title = certificate.data ? words.t('certificateDesk.ofPerson', { type: names.certificateType(certificate.data.type), name: certificate.data.holder }) : words.t('certificateDesk.title');
  usePageTitle(title);
  return (
    <QueryStates query={certificate} waiting={{ rows: 5, height: '4rem' }}>
      {(it) => (
        <>
          <PageHeading
            above={<Link to="/t/$tenant/certificates" params={{ tenant }}>{words.t('certificateDesk.backToRegister')}</Link>}
            title={title}
            about={
              <>
                <StateMark state={it.state} />{' '}
                <Link to="/t/$tenant/people/$person" params={{ tenant, person: it.person }}>
                  {it.holder}
                </Link>
                {it.unit && `, ${it.unit.name}`}
              </>
            }
            actions={day && <DayField label={words.t('certificateDesk.on')} value={day} onChange={(picked) => void navigate({ search: { on: picked } })} />}
          />
          <StateMoves tenant={tenant} certificate={it} mayVerify={may('certificate.verify')} mayDeclare={may('certificate.declare')} />
          <div className={styles['halves']}>
            <Section title={words.t('certificateDesk.facts')}>
              <CertificateFacts tenant={tenant} certificate={it} issued={names.lists?.certificateTypes.find((type) => type.code === it.type)?.kind !== 'certificate'} />
            </Section>
            <Section title={words.t('certificateDesk.levelSection')}>
              <LevelTold certificate={it} />
              <LevelsByTable tenant={tenant} certificate={it} />
            </Section>
          </div>
          <EvidencePart tenant={tenant} certificate={it} mayChange={may('certificate.declare')} />
          <CertificateTargets tenant={tenant} certificate={id} person={it.person} on={on} />
          <DecisionPart tenant={tenant} certificate={it} mayDecide={may('level.decide')} />
          <Deeds certificate={it} />
          {may('audit.read') && <CertificateHistory tenant={tenant} certificate={id} />}
        </>
      )}
    </QueryStates>
  );
};
