import { PageHeading } from '@saubac/ui/frame';
import { NoPermissionState, Notice } from '@saubac/ui/states';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ChangedMeanwhile, QueryStates, savedMeanwhile, useCodeNames, usePageTitle, useWords } from '../../shell/index.ts';
import { both } from './both.ts';
import { differencesOf, type KeptEntry } from './differences.ts';
import { draftOf, type Entry } from './entry-draft.ts';
import { EntryForm } from './entry-form.tsx';
import { correctCertificate } from './mutations.ts';
import { catalogueQuery, certificateQuery, issuersQuery, type WholeCertificate } from './queries.ts';

const route = getRouteApi('/t/$tenant/certificates/$certificate/edit');

type Refusal = { entry: Entry; why: string; current: KeptEntry & { version: number } };

const Correction = ({ tenant, certificate }: { tenant: string; certificate: WholeCertificate }) => {
  const words = useWords();
  const names = useCodeNames(tenant);
  const navigate = route.useNavigate();
  const queries = useQueryClient();
  // What was seen when the form was opened: what comes meanwhile does not change what is typed.
  const [seen] = useState(certificate);
  const [meanwhile, setMeanwhile] = useState<Refusal>();
  const [unchanged, setUnchanged] = useState(false);
  const correct = useMutation(correctCertificate(queries, tenant, seen.id));
  const lists = both(useQuery(catalogueQuery(tenant)), useQuery(issuersQuery(tenant)));
  const open = () => navigate({ to: '/t/$tenant/certificates/$certificate', params: { tenant, certificate: seen.id }, ignoreBlocker: true });
  const send = async (entry: Entry, why: string, version = seen.version) => {
    try {
      const { changed } = await correct.mutateAsync({ entry, why, version });
      setUnchanged(!changed);
      if (changed) await open();
    } catch (error) {
      const saved = savedMeanwhile(error);
      if (saved) setMeanwhile({ entry, why, current: saved.current as Refusal['current'] });
      throw error;
    }
  };
  const labels = {
    type: words.t('certificateDesk.type'), language: words.t('certificateDesk.language'), number: words.t('certificateDesk.number'), issuer: words.t('certificateDesk.issuer'), examDate: words.t('certificateDesk.examDate'),
    expiresOn: words.t('certificateDesk.expiresOn'), grade: words.t('certificateDesk.grade'), overall: words.t('certificateDesk.overall'), listening: words.t('certificateDesk.skill-listening'),
    reading: words.t('certificateDesk.skill-reading'), speaking: words.t('certificateDesk.skill-speaking'), writing: words.t('certificateDesk.skill-writing'), state: words.t('certificateDesk.state'),
  };
  return (
    <QueryStates query={lists} waiting={{ rows: 6, height: '3.5rem' }}>
      {([catalogue, issuers]) => (
        <>
          {unchanged && <Notice live>{words.t('certificateDesk.unchanged')}</Notice>}
          <EntryForm
            tenant={tenant} catalogue={catalogue} issuers={issuers.items} first={draftOf({ ...seen, language: seen.language }, words.locale === 'vi' ? ',' : '.')} withWhy action={words.t('certificateDesk.saveEdit')} busy={correct.isPending} onSend={send}
          />
          {meanwhile && (
            <ChangedMeanwhile
              opened differences={differencesOf(meanwhile.entry, meanwhile.current, { labels, type: names.certificateType, language: (code) => names.language(code) ?? code, issuer: (id) => issuers.items.find((it) => it.id === id)?.name ?? id, number: words.number, date: words.date, state: (it) => words.t(`certificateDesk.state-${it}`) })}
              busy={correct.isPending}
              onKeepYours={() => void send(meanwhile.entry, meanwhile.why, meanwhile.current.version).catch(() => undefined)}
              onKeepTheirs={() => void open()}
              onClose={() => setMeanwhile(undefined)}
            />
          )}
        </>
      )}
    </QueryStates>
  );
};

/** Correcting what was written down wrong about a certificate. */
export const EditCertificatePage = () => {
  const words = useWords();
  usePageTitle(words.t('certificateDesk.editTitle'));
  const { tenant, certificate: id } = route.useParams();
  const { me } = route.useRouteContext();
  const certificate = useQuery(certificateQuery(tenant, id, me.today));
  if (!me.permissions.includes('certificate.declare')) {
    return <NoPermissionState>{words.t('shell.noPermissionAbout', { permission: words.named('permissions', 'certificate.declare') })}</NoPermissionState>;
  }
  return (
    <>
      <PageHeading
        above={<Link to="/t/$tenant/certificates/$certificate" params={{ tenant, certificate: id }}>{certificate.data?.holder ?? words.t('certificateDesk.backToRegister')}</Link>}
        title={words.t('certificateDesk.editTitle')} about={words.t('certificateDesk.editAbout')}
      />
      <QueryStates query={certificate} waiting={{ rows: 6, height: '3.5rem' }}>{(it) => <Correction key={it.id} tenant={tenant} certificate={it} />}</QueryStates>
    </>
  );
};
