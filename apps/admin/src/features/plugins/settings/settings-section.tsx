import { Notice } from '@saubac/ui/states';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { QueryStates, useWords } from '../../../shell/index.ts';
import styles from '../plugins.module.css';
import { type Plugin, pluginSettingsQuery } from '../queries.ts';
import { SettingsForm } from './settings-form.tsx';

/** The settings of a plugin: to be changed where it is enabled or kept here; before that what they would be. */
export const SettingsSection = ({ tenant, plugin }: { tenant: string; plugin: Plugin }) => {
  const words = useWords();
  const settings = useQuery(pluginSettingsQuery(tenant, plugin.id));
  // The form begins anew from each saved version, so that it was saved is said beside it.
  const [savedNow, setSavedNow] = useState(0);
  return (
    <QueryStates query={settings} waiting={{ rows: 3, height: '4rem' }}>
      {(it) => (
        <>
          <p className={styles['soft']}>{words.t(it.version === 0 ? 'extensions.settingsBefore' : it.editable ? 'extensions.settingsAbout' : 'extensions.settingsRead')}</p>
          <SettingsForm key={`${it.version} ${String(it.editable)}`} tenant={tenant} saved={it} onSaved={setSavedNow} />
          {savedNow !== 0 && savedNow === it.version && <Notice live>{words.t('extensions.saved')}</Notice>}
        </>
      )}
    </QueryStates>
  );
};
