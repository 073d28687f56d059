import { PageHeading, Section } from '@saubac/ui/frame';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { QueryStates, usePageTitle, useWords } from '../../shell/index.ts';
import styles from './administration.module.css';
import { Allowed } from './allowed.tsx';
import { Comparison } from './comparison.tsx';
import { parametersQuery, signInSettingsQuery } from './queries.ts';
import { SignInForm } from './sign-in-form.tsx';

const route = getRouteApi('/t/$tenant/settings');

const SignIn = ({ tenant }: { tenant: string }) => {
  const words = useWords();
  const settings = useQuery(signInSettingsQuery(tenant));
  return (
    <Section title={words.t('administration.signIn')}>
      <p className={styles['soft']}>{words.t('administration.signInAbout')}</p>
      <QueryStates query={settings} waiting={{ rows: 3, height: '5rem' }}>
        {(it) => <SignInForm key={it.version} tenant={tenant} saved={it} />}
      </QueryStates>
    </Section>
  );
};

const Parameters = ({ tenant, edits }: { tenant: string; edits: boolean }) => {
  const words = useWords();
  const parameters = useQuery(parametersQuery(tenant));
  return (
    <Section title={words.t('administration.parameters')}>
      <QueryStates query={parameters} waiting={{ rows: 2, height: '5rem' }}>
        {({ settings }) => (
          <dl className={styles['parameters']}>
            <div>
              <dt>{words.t('administration.yearOnly')}</dt>
              <dd>{words.named('administration', `yearOnly-${settings.parameters.yearOnlyBirth}`)}</dd>
              <dd className={styles['soft']}>{words.t('administration.yearOnlyAbout')}</dd>
            </div>
          </dl>
        )}
      </QueryStates>
      {edits && <Comparison tenant={tenant} />}
    </Section>
  );
};

/** What a tenant has decided for everybody: how one signs in, and its parameters. */
export const SettingsPage = () => {
  const words = useWords();
  usePageTitle(words.t('administration.settings'));
  const { tenant } = route.useParams();
  const { me } = route.useRouteContext();
  const may = (permission: (typeof me.permissions)[number]) => me.permissions.includes(permission);
  return (
    <div className={styles['page']}>
      <PageHeading title={words.t('administration.settings')} about={words.t('administration.settingsAbout')} />
      <Allowed held={me.permissions} needs={['sign-in.manage', 'catalogue.edit']}>
        <Section title={words.t('administration.place')}>
          <dl className={styles['facts']}>
            <div>
              <dt>{words.t('administration.placeName')}</dt>
              <dd>{me.tenant.name}</dd>
            </div>
            <div>
              <dt>{words.t('administration.placeSlug')}</dt>
              <dd>{me.tenant.slug}</dd>
            </div>
            <div>
              <dt>{words.t('administration.placeKind')}</dt>
              <dd>{words.named('access', `kind-${me.tenant.kind}`)}</dd>
            </div>
          </dl>
          <p className={styles['soft']}>{words.t('administration.placeAbout')}</p>
        </Section>
        {may('sign-in.manage') && <SignIn tenant={tenant} />}
        <Parameters tenant={tenant} edits={may('catalogue.edit') && may('person.read')} />
      </Allowed>
    </div>
  );
};
