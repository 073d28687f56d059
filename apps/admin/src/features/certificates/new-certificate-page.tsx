import { PageHeading } from '@saubac/ui/frame';
import { NoPermissionState } from '@saubac/ui/states';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { QueryStates, usePageTitle, useWords } from '../../shell/index.ts';
import { type Entry, emptyDraft } from './entry-draft.ts';
import { EntryForm } from './entry-form.tsx';
import { HolderField } from './holder-field.tsx';
import { declareCertificate } from './mutations.ts';
import { catalogueQuery, issuersQuery } from './queries.ts';
import { both } from './both.ts';

const route = getRouteApi('/t/$tenant/certificates/new');

/** Entering a certificate of somebody. Afterwards its page is opened, where scans are added. */
export const NewCertificatePage = () => {
  const words = useWords();
  usePageTitle(words.t('certificateDesk.newTitle'));
  const { tenant } = route.useParams();
  const { me } = route.useRouteContext();
  const { person } = route.useSearch();
  const navigate = route.useNavigate();
  const last = useRef({ text: '', key: '' });
  const declare = useMutation(declareCertificate(useQueryClient(), tenant));
  const lists = both(useQuery(catalogueQuery(tenant)), useQuery(issuersQuery(tenant)));
  const heading = <PageHeading above={<Link to="/t/$tenant/certificates" params={{ tenant }}>{words.t('certificateDesk.backToRegister')}</Link>} title={words.t('certificateDesk.newTitle')} about={words.t('certificateDesk.newAbout')} />;
  if (!me.permissions.includes('certificate.declare')) {
    return <NoPermissionState>{words.t('shell.noPermissionAbout', { permission: words.named('permissions', 'certificate.declare') })}</NoPermissionState>;
  }
  const send = async (entry: Entry) => {
    // The same again, after an answer that was lost, is the same request; something else is another.
    const text = JSON.stringify([person, entry]);
    if (last.current.text !== text) last.current = { text, key: crypto.randomUUID() };
    const { id } = await declare.mutateAsync({ person: person ?? '', entry, key: last.current.key });
    await navigate({ to: '/t/$tenant/certificates/$certificate', params: { tenant, certificate: id }, replace: true, ignoreBlocker: true });
  };
  return (
    <>
      {heading}
      <QueryStates query={lists} waiting={{ rows: 6, height: '3.5rem' }}>
        {([catalogue, issuers]) => (
          <EntryForm
            tenant={tenant} catalogue={catalogue} issuers={issuers.items} first={emptyDraft} action={words.t('certificateDesk.saveAndScan')} busy={declare.isPending} onSend={send}
            aboveFault={person === undefined ? words.t('certificateDesk.personMissing') : undefined}
            above={
              <div id="field-person" tabIndex={-1}>
                <HolderField tenant={tenant} person={person} onChange={(picked) => void navigate({ search: picked === undefined ? {} : { person: picked }, replace: true })} />
              </div>
            }
          />
        )}
      </QueryStates>
    </>
  );
};
