import { PageHeading, Section } from '@saubac/ui/frame';
import { NoPermissionState, Notice } from '@saubac/ui/states';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { usePageTitle, useWords } from '../../shell/index.ts';
import { ImportsList } from './imports-list.tsx';
import upload from './upload.module.css';
import { unitsToPickQuery } from './queries.ts';
import { RememberedLayouts, RememberedNames } from './remembered.tsx';
import { Templates } from './templates.tsx';
import { UploadForm } from './upload-form.tsx';
import { importsEverywhere } from './who-imports.ts';

const route = getRouteApi('/t/$tenant/imports');

/** Rosters: uploading one, and what became of those before. */
export const ImportsPage = () => {
  const words = useWords();
  usePageTitle(words.t('importDesk.title'));
  const { tenant } = route.useParams();
  const { me } = route.useRouteContext();
  const units = useQuery(unitsToPickQuery(tenant, ''));
  if (!me.permissions.includes('roster.import')) return <NoPermissionState>{words.t('shell.noPermissionAbout', { permission: words.named('permissions', 'roster.import') })}</NoPermissionState>;
  return (
    <>
      <PageHeading title={words.t('importDesk.title')} about={<p>{words.t('importDesk.about')}</p>} />
      {units.data?.items.length === 0 && (
        <Notice>
          <h2>{words.t('importDesk.noUnitsTitle')}</h2>
          <p>{words.t('importDesk.noUnits')}</p>
          {me.permissions.includes('unit.read') && (
            <Link to={'/t/$tenant/units' as '/t/$tenant'} params={{ tenant }}>
              {words.t('importDesk.toUnits')}
            </Link>
          )}
        </Notice>
      )}
      <Section title={words.t('importDesk.upload')}>
        <div className={upload['uploadArea']}>
          <UploadForm tenant={tenant} today={me.today} />
          <Templates tenant={tenant} today={me.today} exports={me.permissions.includes('roster.export')} />
        </div>
      </Section>
      <Section title={words.t('importDesk.list')}>
        <ImportsList tenant={tenant} />
      </Section>
      <RememberedLayouts tenant={tenant} />
      {importsEverywhere(me) && <RememberedNames tenant={tenant} />}
    </>
  );
};
