import { Button } from '@mantine/core';
import { PageHeading, Section } from '@saubac/ui/frame';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { ButtonLink, QueryStates, useCodeNames, usePageTitle, useWords } from '../../shell/index.ts';
import { DatedTable } from './dated-table.tsx';
import styles from './equivalence.module.css';
import { proofsQuery, tablesQuery, validityQuery } from './queries.ts';
import { RowDialog } from './row-dialog.tsx';
import { TablePart } from './table-part.tsx';

const route = getRouteApi('/t/$tenant/equivalence');

const Validity = ({ tenant, mayEdit }: { tenant: string; mayEdit: boolean }) => {
  const words = useWords();
  const names = useCodeNames(tenant);
  const rules = useQuery(validityQuery(tenant));
  return (
    <Section title={words.t('equivalenceDesk.validity')} tools={mayEdit && <ButtonLink size="xs" variant="default" to="/t/$tenant/equivalence/try" params={{ tenant }} search={{ act: 'validity' }}>{words.t('equivalenceDesk.tryValidity')}</ButtonLink>}>
      <p className={styles['soft']}>{words.t('equivalenceDesk.validityAbout')}</p>
      <QueryStates query={rules} waiting={{ rows: 3, height: '2rem' }}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{words.t('equivalenceDesk.validityNone')}</p>
          ) : (
            <div className={styles['scroll']} role="region" aria-label={words.t('equivalenceDesk.validity')} tabIndex={0}>
              <table className={styles['rows']}>
                <thead>
                  <tr>
                    <th scope="col">{words.t('equivalenceDesk.type')}</th>
                    <th scope="col">{words.t('equivalenceDesk.validityMonths')}</th>
                    <th scope="col">{words.t('equivalenceDesk.examFrom')}</th>
                    <th scope="col">{words.t('equivalenceDesk.lastDay')}</th>
                    <th scope="col">{words.t('equivalenceDesk.basis')}</th>
                  </tr>
                </thead>
                <tbody>
                  {items.map((it) => (
                    <tr key={it.id}>
                      <td>{names.certificateType(it.type)}</td>
                      <td data-label={words.t('equivalenceDesk.validityMonths')}>{it.months === null ? words.t('equivalenceDesk.unlimited') : words.t('equivalenceDesk.months', { count: it.months })}</td>
                      <td className={styles['days']} data-label={words.t('equivalenceDesk.examFrom')}>{words.date(it.from)}</td>
                      <td className={styles['days']} data-label={words.t('equivalenceDesk.lastDay')}>{it.lastDay === null ? words.t('equivalenceDesk.noEnd') : words.date(it.lastDay)}</td>
                      <td className={styles['basis']}>{it.basis ?? '–'}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </QueryStates>
    </Section>
  );
};

const Proofs = ({ tenant, today, mayEdit }: { tenant: string; today: string; mayEdit: boolean }) => {
  const words = useWords();
  const proofs = useQuery(proofsQuery(tenant));
  const [adding, setAdding] = useState(false);
  const title = words.t('equivalenceDesk.proofs');
  return (
    <Section
      title={title}
      tools={
        mayEdit && (
          <Button size="xs" variant="default" onClick={() => setAdding(true)}>
            {words.t('equivalenceDesk.proofAdd')}
          </Button>
        )
      }
    >
      <p className={styles['soft']}>{words.t('equivalenceDesk.proofsAbout')}</p>
      <QueryStates query={proofs} waiting={{ rows: 1, height: '2rem' }}>
        {({ items }) =>
          items.length === 0 ? <p>{words.t('equivalenceDesk.proofsNone')}</p> : <DatedTable tenant={tenant} today={today} kind={{ of: 'proof' }} rows={items} mayEdit={mayEdit} label={title} title={title} />
        }
      </QueryStates>
      {adding && <RowDialog tenant={tenant} today={today} kind={{ of: 'proof' }} title={title} onClose={() => setAdding(false)} />}
    </Section>
  );
};

/** What decides levels: equivalence tables with their adoptions, validity, proofs of a specialised language. */
export const EquivalencePage = () => {
  const words = useWords();
  usePageTitle(words.t('equivalenceDesk.title'));
  const { tenant } = route.useParams();
  const { me } = route.useRouteContext();
  const tables = useQuery(tablesQuery(tenant));
  const mayEdit = me.permissions.includes('catalogue.edit');
  return (
    <>
      <PageHeading title={words.t('equivalenceDesk.title')} about={words.t('equivalenceDesk.about')} />
      <Section title={words.t('equivalenceDesk.tables')}>
        <QueryStates query={tables} waiting={{ rows: 3, height: '7rem' }}>
          {({ items }) => items.map((it) => <TablePart key={it.code} tenant={tenant} table={it} today={me.today} mayEdit={mayEdit} />)}
        </QueryStates>
      </Section>
      <Validity tenant={tenant} mayEdit={mayEdit} />
      <Proofs tenant={tenant} today={me.today} mayEdit={mayEdit} />
    </>
  );
};
