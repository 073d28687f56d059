import { Section } from '@saubac/ui/frame';
import { useQuery } from '@tanstack/react-query';
import { Covers } from '../../cases/index.ts';
import { QueryStates, useWords } from '../../shell/index.ts';
import styles from './access.module.css';
import { OwnReaders } from './own-readers.tsx';
import { type Me, meQuery } from './queries.ts';

type Door = { slug: string; name: string; asksFor: 'nothing' | 'enrolment' };

const Held = ({ me }: { me: Me }) => {
  const words = useWords();
  if (me.roles.length === 0) return <p className={styles['about']}>{words.t('ownAccount.noRoles')}</p>;
  return (
    <>
      <ul className={styles['roles']}>
        {me.roles.map(({ role, scope }) => (
          <li key={`${role} ${JSON.stringify(scope)}`}>
            <strong>{words.named('roles', role)}</strong>
            {' – '}
            {scope.kind === 'everything' ? words.t('ownAccount.whole', { place: me.tenant.name }) : scope.units.map((it) => it.name).join('; ')}
          </li>
        ))}
      </ul>
      <details className={styles['about']}>
        <summary>{words.t('ownAccount.may', { count: me.permissions.length })}</summary>
        <ul>
          {me.permissions.map((it) => (
            <li key={it}>{words.named('permissions', it)}</li>
          ))}
        </ul>
      </details>
    </>
  );
};

const InPlace = ({ door, many }: { door: Door; many: boolean }) => {
  const words = useWords();
  const me = useQuery({ ...meQuery(door.slug), enabled: door.asksFor === 'nothing' });
  return (
    <div className={styles['place']}>
      {many && <h3>{door.name}</h3>}
      {door.asksFor === 'nothing' ? (
        <QueryStates query={me} waiting={{ rows: 1, height: '3rem' }}>
          {(it) => (
            <>
              <Held me={it} />
              <h4 className={styles['coverTitle']}>{words.t('cases.coverTitle')}</h4>
              <p className={styles['about']}>{words.t('cases.coverAbout')}</p>
              <Covers tenant={door.slug} today={it.today} may />
              <OwnReaders tenant={door.slug} />
            </>
          )}
        </QueryStates>
      ) : (
        <p className={styles['about']}>{words.t('access.tenantEnrol')}</p>
      )}
    </div>
  );
};

/** What one may do and where, and who opened one's own file. */
export const OwnRoles = ({ doors }: { doors: readonly Door[] }) => {
  const words = useWords();
  return (
    <Section title={words.t('ownAccount.roles')}>
      <p className={styles['about']}>{words.t('ownAccount.rolesAbout')}</p>
      {doors.length === 0 ? <p className={styles['about']}>{words.t('access.tenantsNone')}</p> : doors.map((it) => <InPlace key={it.slug} door={it} many={doors.length > 1} />)}
    </Section>
  );
};
