import { addIssuerRoute, addLicenceRoute, endLicenceRoute, listIssuersRoute, removeLicenceRoute, renameIssuerRoute } from '@saubac/contract/catalogues';
import type { KeptIssuer, KeptRow } from '@saubac/db/levels';
import { addIssuer, addSettingsRow, endSettingsRow, listIssuers, removeSettingsRow, renameIssuer } from '@saubac/services/catalogues';
import { etagOf, once, refuse, versionOf } from '../answers/index.ts';
import { asShown, endOf, faultsOfSettings, inDays, shownChange } from './dated-rows.ts';
import { tenantRoutes } from './frame.ts';

const licence = ({ of: _, issuer: __, ...row }: KeptRow<'licence'>) => inDays(row);
const issuer = ({ licences, ...rest }: KeptIssuer) => ({ ...rest, licences: licences.map(inDays) });

export const issuerRoutes = tenantRoutes((app) => {
  app.openapi(listIssuersRoute, async (c) => {
    const all = await listIssuers(c.var.ctx);
    return all.ok ? c.answer({ items: all.value.map(issuer) }, 200) : refuse(c, all.failure);
  });
  app.openapi(addIssuerRoute, async (c) => {
    const input = c.req.valid('json');
    const added = await once(c, input, (ctx) => addIssuer(ctx, input));
    return added.ok ? c.answer(issuer(added.value), 201, { etag: etagOf(added.value.version) }) : refuse(c, added.failure, faultsOfSettings(added.failure));
  });
  app.openapi(renameIssuerRoute, async (c) => {
    const version = versionOf(c.req.valid('header')['if-match']);
    const renamed = await renameIssuer(c.var.ctx, { issuer: c.req.valid('param').id, version, name: c.req.valid('json').name });
    return renamed.ok ? c.answer(issuer(renamed.value), 200, { etag: etagOf(renamed.value.version) }) : refuse(c, asShown(renamed.failure, issuer), faultsOfSettings(renamed.failure));
  });
  app.openapi(addLicenceRoute, async (c) => {
    const input = c.req.valid('json');
    const { type, from, lastDay, basis, ...rest } = input;
    const { id } = c.req.valid('param');
    const all = await listIssuers(c.var.ctx);
    if (!all.ok) return refuse(c, all.failure);
    const of = all.value.find((it) => it.id === id);
    const added = await once(c, input, (ctx) => addSettingsRow(ctx, { row: { of: 'licence', issuer: of?.code ?? '', type, validFrom: from, validTo: endOf(lastDay), basis }, ...rest }));
    return added.ok ? c.answer(shownChange(added.value, licence, rest.dryRun), rest.dryRun ? 200 : 201) : refuse(c, added.failure, faultsOfSettings(added.failure));
  });
  app.openapi(endLicenceRoute, async (c) => {
    const { lastDay, ...rest } = c.req.valid('json');
    const version = versionOf(c.req.valid('header')['if-match']);
    const ended = await endSettingsRow(c.var.ctx, { of: 'licence', id: c.req.valid('param').id, version, validTo: endOf(lastDay), ...rest });
    return ended.ok ? c.answer(shownChange(ended.value, licence, rest.dryRun), 200) : refuse(c, asShown(ended.failure, licence), faultsOfSettings(ended.failure));
  });
  app.openapi(removeLicenceRoute, async (c) => {
    const rest = c.req.valid('json');
    const removed = await removeSettingsRow(c.var.ctx, { of: 'licence', id: c.req.valid('param').id, version: versionOf(c.req.valid('header')['if-match']), ...rest });
    return removed.ok ? c.answer(shownChange(removed.value, licence, rest.dryRun), 200) : refuse(c, asShown(removed.failure, licence), faultsOfSettings(removed.failure));
  });
});
