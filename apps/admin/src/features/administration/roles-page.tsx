import { PageHeading } from '@saubac/ui/frame';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { QueryStates, usePageTitle, useWords } from '../../shell/index.ts';
import styles from './administration.module.css';
import { type Role, rolesQuery } from './queries.ts';

const route = getRouteApi('/t/$tenant/roles');

const RoleEntry = ({ tenant, role: { role, permissions, gives, yoursToGive } }: { tenant: string; role: Role }) => {
  const words = useWords();
  const reading = permissions.filter((it) => it.endsWith('.read') || it === 'person.read-id-number');
  const doing = permissions.filter((it) => !reading.includes(it));
  const told = (of: readonly string[]) => of.map((it) => words.named('permissions', it)).join('; ');
  return (
    <section className={styles['role']} aria-labelledby={`role-${role}`}>
      <h2 id={`role-${role}`}>{words.named('roles', role)}</h2>
      <dl>
        <div>
          <dt>{words.t('administration.sees')}</dt>
          <dd>{told(reading) || words.t('administration.nothing')}</dd>
        </div>
        <div>
          <dt>{words.t('administration.does')}</dt>
          <dd>{told(doing) || words.t('administration.nothing')}</dd>
        </div>
        {gives.length > 0 && (
          <div>
            <dt>{words.t('administration.gives')}</dt>
            <dd>{gives.map((it) => words.named('roles', it)).join('; ')}</dd>
          </div>
        )}
      </dl>
      <p className={styles['soft']}>
        <Link to="/t/$tenant/users" params={{ tenant }} search={{ role }}>{words.t('administration.whoHolds')}</Link>
        {yoursToGive && ` · ${words.t('administration.yoursToGive')}`}
      </p>
    </section>
  );
};

/** What each role may do, in words. */
export const RolesPage = () => {
  const words = useWords();
  usePageTitle(words.t('administration.rolesTitle'));
  const { tenant } = route.useParams();
  const roles = useQuery(rolesQuery(tenant));
  return (
    <div className={styles['page']}>
      <PageHeading title={words.t('administration.rolesTitle')} about={words.t('administration.rolesAbout')} />
      <QueryStates query={roles} waiting={{ rows: 6, height: '7rem' }}>
        {({ items }) => items.map((it) => <RoleEntry key={it.role} tenant={tenant} role={it} />)}
      </QueryStates>
    </div>
  );
};
