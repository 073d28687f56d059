import type { Catalogue } from '../../catalogue.ts';
import type { pluginFailures as vi } from '../vi/plugin-failures.ts';

export const pluginFailures: Catalogue<typeof vi> = {
  'import-failed': 'Its code could not be loaded: {{message}}',
  'not-a-plugin': 'What its folder holds is no plugin.',
  'invalid-id': 'The id “{{id}}” is not valid.',
  'id-differs': 'Its id in package.json ({{inPackage}}) differs from that in the manifest ({{inManifest}}).',
  'id-taken': 'The id “{{id}}” is taken by another plugin ({{by}}).',
  'wrong-api-version': 'It was written for version {{found}} of the interface; this is {{supported}}.',
  'word-missing': 'The word “{{key}}” is missing ({{locale}}).',
  'table-without-prefix': 'The name of the table {{table}} must begin with {{prefix}}.',
  'table-without-migration': 'No migration makes the table {{table}}.',
  'migrations-unreadable': 'Its migrations can not be read: {{message}}',
  'statement-not-allowed': 'The file {{file}} holds a statement that is not allowed.',
  'fact-without-prefix': 'The fact {{fact}} does not begin with the id of the plugin.',
  'target-id-taken': 'Two targets have the id {{target}}.',
  'rule-invalid': 'A rule of the target {{target}} is not valid ({{part}}).',
  'migration-failed': 'Its tables could not be brought up to date; it stopped at {{version}}: {{message}}',
  'relation-failed': 'The fact {{fact}} can not be read: {{message}}',
  'settings-invalid': 'Its settings are not valid for this version; correct and save them.',
  'broke-repeatedly': 'It broke again and again at “{{part}}” and was stopped: {{message}}',
  'not-found': 'The plugin is not installed any more.',
};
