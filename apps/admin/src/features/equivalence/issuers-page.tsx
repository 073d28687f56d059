import { Button, TextInput } from '@mantine/core';
import { PageHeading } from '@saubac/ui/frame';
import { EmptyState } from '@saubac/ui/states';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { QueryStates, useCodeNames, usePageTitle, useWords } from '../../shell/index.ts';
import styles from './equivalence.module.css';
import { folded } from '../../shell/folded.ts';
import { IssuerDialog } from './issuer-dialog.tsx';
import { IssuerPart } from './issuer-part.tsx';
import { type Issuer, issuersQuery } from './queries.ts';

const route = getRouteApi('/t/$tenant/issuers');

/** Issuers of certificates, and the licences of one of them. */
export const IssuersPage = () => {
  const words = useWords();
  usePageTitle(words.t('equivalenceDesk.issuersTitle'));
  const { tenant } = route.useParams();
  const { me } = route.useRouteContext();
  const { search, issuer } = route.useSearch();
  const navigate = route.useNavigate();
  const names = useCodeNames(tenant);
  const [adding, setAdding] = useState(false);
  const issuers = useQuery(issuersQuery(tenant));
  const mayEdit = me.permissions.includes('catalogue.edit');
  const today = (it: Issuer) => [...new Set(it.licences.filter(({ from, lastDay }) => from <= me.today && (lastDay === null || lastDay >= me.today)).map(({ type }) => names.certificateType(type)))].join(', ');
  return (
    <>
      <PageHeading
        title={words.t('equivalenceDesk.issuersTitle')} about={words.t('equivalenceDesk.issuersAbout')}
        actions={mayEdit && <Button onClick={() => setAdding(true)}>{words.t('equivalenceDesk.issuerAdd')}</Button>}
      />
      <QueryStates query={issuers} waiting={{ rows: 8, height: '2.5rem' }}>
        {({ items }) => {
          const wanted = folded(search ?? '');
          const found = items.filter((it) => folded(`${it.name} ${it.code}`).includes(wanted)).toSorted((a, b) => words.compare(a.name, b.name));
          const chosen = items.find((it) => it.id === issuer);
          return (
            <div className={styles['columns']}>
              <div className={styles['list']}>
                <TextInput
                  type="search" label={words.t('equivalenceDesk.issuerSearch')} value={search ?? ''}
                  onChange={(event) => {
                    const typed = event.currentTarget.value;
                    void navigate({ search: ({ search: _, ...now }) => (typed === '' ? now : { ...now, search: typed }), replace: true });
                  }}
                />
                {found.length === 0 && <EmptyState title={words.t(items.length === 0 ? 'equivalenceDesk.issuersNone' : 'equivalenceDesk.issuersNoneFound')} />}
                <ul className={styles['issuers']}>
                  {found.map((it) => (
                    <li key={it.id}>
                      <Link to="/t/$tenant/issuers" params={{ tenant }} search={(now) => ({ ...now, issuer: it.id })} aria-current={it.id === issuer || undefined}>
                        {it.name}
                      </Link>
                      <span className={styles['soft']}>{today(it) || words.t('equivalenceDesk.licencesNone')}</span>
                    </li>
                  ))}
                </ul>
              </div>
              {chosen && <IssuerPart key={chosen.id} tenant={tenant} issuer={chosen} today={me.today} mayEdit={mayEdit} />}
            </div>
          );
        }}
      </QueryStates>
      {adding && (
        <IssuerDialog
          tenant={tenant} onClose={() => setAdding(false)}
          onDone={(id) => {
            setAdding(false);
            void navigate({ search: { issuer: id } });
          }}
        />
      )}
    </>
  );
};
