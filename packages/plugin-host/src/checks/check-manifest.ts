import { roles } from '@saubac/domain/access';
import { type Manifest, type Plugin, type PluginFailure, slotPlaces } from '@saubac/plugin-api';

import { missingWords } from './words.ts';

const permissionName = /^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*$/;
const partName = /^[a-z][a-zA-Z0-9-]*$/;
const groups: ReadonlySet<string> = new Set(['plan', 'people', 'certificates', 'administration']);
const places: ReadonlySet<string> = new Set(slotPlaces);
const knownRoles: ReadonlySet<string> = new Set(roles);

/** Parts whose names stand in addresses, in the outbox or in the ledger of jobs. */
const namedParts = ({ manifest, reports = {}, handlers = {}, jobs = {} }: Plugin): [string, string][] =>
  Object.entries({ pages: manifest.pages ?? {}, slots: manifest.slots ?? {}, reports, handlers, jobs }).flatMap(([part, entries]) => Object.keys(entries).map((name): [string, string] => [part, name]));

const checkNames = (plugin: Plugin): PluginFailure[] => [
  ...Object.keys(plugin.manifest.permissions ?? {}).filter((it) => !permissionName.test(it)).map((name) => ({ kind: 'name-invalid' as const, part: 'permissions', name })),
  ...namedParts(plugin).filter(([, name]) => !partName.test(name)).map(([part, name]) => ({ kind: 'name-invalid' as const, part, name })),
];

const checkRoles = ({ permissions = {} }: Manifest): PluginFailure[] =>
  Object.entries(permissions).flatMap(([permission, { grantTo }]) => grantTo.filter((role) => !knownRoles.has(role)).map((role) => ({ kind: 'role-unknown' as const, permission, role })));

/** Whatever is opened by a permission: what it is, its name, and the permission. */
const opened = ({ manifest, reports = {}, workflows = [] }: Plugin): [string, string, string][] => [
  ...Object.entries(manifest.pages ?? {}).map(([name, it]): [string, string, string] => ['pages', name, it.permission]),
  ...Object.entries(manifest.slots ?? {}).map(([name, it]): [string, string, string] => ['slots', name, it.permission]),
  ...Object.entries(reports).map(([name, it]): [string, string, string] => ['reports', name, it.permission]),
  ...workflows.flatMap((it): [string, string, string][] => ('workflow' in it ? [['workflows', it.workflow.id, it.seenBy]] : [])),
];

const checkPermissions = (plugin: Plugin): PluginFailure[] =>
  opened(plugin)
    .filter(([, , permission]) => !(permission in (plugin.manifest.permissions ?? {})))
    .map(([part, name, permission]) => ({ kind: 'permission-undeclared', part, name, permission }));

const checkPlaces = ({ pages = {}, slots = {} }: Manifest): PluginFailure[] => [
  ...Object.entries(pages).flatMap(([name, { group }]) => (group === undefined || groups.has(group) ? [] : [{ kind: 'place-unknown' as const, part: 'pages', name, place: group }])),
  ...Object.entries(slots).flatMap(([name, { at }]) => (places.has(at) ? [] : [{ kind: 'place-unknown' as const, part: 'slots', name, place: at }])),
];

const titlesOf = ({ manifest: { title, about, permissions = {}, pages = {}, slots = {}, words }, jobs = {}, handlers = {} }: Plugin): string[] => [
  ...Object.keys(words.vi),
  ...Object.keys(words.en),
  title,
  about,
  ...Object.values(permissions).map((it) => it.label),
  ...Object.values(pages).map((it) => it.title),
  ...Object.values(slots).map((it) => it.title),
  ...Object.keys(jobs).map((it) => `job.${it}`),
  ...Object.keys(handlers).map((it) => `handler.${it}`),
];

/** What a manifest says of itself: each word in both languages, roles and places that there are, permissions that it declares. */
export const checkManifest = (plugin: Plugin): PluginFailure[] => [
  ...missingWords(plugin.manifest, titlesOf(plugin)),
  ...checkNames(plugin),
  ...checkRoles(plugin.manifest),
  ...checkPermissions(plugin),
  ...checkPlaces(plugin.manifest),
];
