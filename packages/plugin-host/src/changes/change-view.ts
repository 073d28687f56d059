import type { ChangeFindings, ChangeStep, PluginChange, Told } from '@saubac/db/plugins';

/** A change of a plugin as it is shown. */
export type ChangeView = {
  id: string; plugin: string; act: PluginChange['act']; rehearsal: boolean; state: PluginChange['state']; steps: ChangeStep[]; findings: ChangeFindings | null; failure: Told | null;
  file: { name: string; size: number } | null; by: string; createdAt: string; endedAt: string | null;
};

/** What of a change is shown. */
export const changeView = ({ config: _config, by: _by, label, file: _file, fileName, fileSize, ...it }: PluginChange): ChangeView => ({ ...it, by: label, file: fileName === null ? null : { name: fileName, size: fileSize ?? 0 } });
