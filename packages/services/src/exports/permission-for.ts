import type { Permission, PluginPermission } from '@saubac/domain/access';
import type { ExportOrder } from '@saubac/domain/transfers';
import { permissionOf, type Registry } from '@saubac/plugin-api';

const ofCore: Readonly<Record<Exclude<ExportOrder['kind'], 'plugin-report'>, Permission>> = {
  roster: 'roster.export', people: 'roster.export', 'people-behind-target': 'roster.export', 'target-units': 'progress.read', progress: 'progress.read', audit: 'audit.read', close: 'close.read',
  certificates: 'roster.export', units: 'unit.read', 'standard-gaps': 'roster.export', duties: 'task.read', obstacles: 'obstacle.read',
};

/**
 * What somebody must hold to take data out. Lists of people are taken out by whoever may take out the roster, figures by who reads them, a
 * report of a plugin by who may read it; one that is not there by nobody.
 */
export const permissionFor = (registry: Registry, order: ExportOrder): Permission | PluginPermission => {
  if (order.kind !== 'plugin-report') return ofCore[order.kind];
  const { plugin } = registry.active.get(order.plugin) ?? {};
  const report = plugin?.reports?.[order.report];
  return plugin && report ? permissionOf(plugin.manifest, report.permission as never) : `${order.plugin}:${order.report}`;
};
