import type { Catalogue } from '../../catalogue.ts';
import type { plugins as vi } from '../vi/plugins.ts';

export const plugins: Catalogue<typeof vi> = {
  about: 'plugins of a tenant',
  listAbout: 'list the plugins and how they stand',
  enableAbout: 'enable a plugin: makes its tables and facts in this tenant',
  disableAbout: 'disable a plugin; its data are kept',
  pluginArgument: 'id of the plugin',
  configOption: 'JSON file with the settings of the plugin',
  plugin: 'Plugin',
  version: 'Version',
  state: 'State',
  'state-available': 'available',
  'state-enabled': 'enabled',
  'state-disabled': 'disabled',
  'state-failed': 'failed',
  'state-safe-mode': 'not running (safe mode)',
  enabled: 'The plugin {{plugin}} {{version}} is enabled.',
  disabled: 'The plugin {{plugin}} is disabled.',
  none: 'There are no plugins.',
  failure: '{{text}} ({{kind}} {{details}})',
};
