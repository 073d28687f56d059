import {
  addAdoptionRoute, addSpecialisedProofRoute, addValidityRuleRoute, endAdoptionRoute, endSpecialisedProofRoute, endValidityRuleRoute, listAdoptionsRoute, listSpecialisedProofsRoute,
  listValidityRulesRoute, removeAdoptionRoute, removeSpecialisedProofRoute, removeValidityRuleRoute,
} from '@saubac/contract/catalogues';
import type { KeptRow } from '@saubac/db/levels';
import { addSettingsRow, endSettingsRow, listSettingsRows, removeSettingsRow } from '@saubac/services/catalogues';
import { once, refuse, versionOf } from '../answers/index.ts';
import { asShown, endOf, faultsOfSettings, inDays, shownChange } from './dated-rows.ts';
import { tenantRoutes } from './frame.ts';

const adoption = ({ of: _, ...row }: KeptRow<'adoption'>) => inDays(row);
const validity = ({ of: _, ...row }: KeptRow<'validity'>) => inDays(row);
const proof = ({ of: _, ...row }: KeptRow<'proof'>) => inDays(row);

/** Adoptions of equivalence tables, validity rules, proofs of a specialised language: dated rows of the settings. */
export const levelRuleRoutes = tenantRoutes((app) => {
  app.openapi(listAdoptionsRoute, async (c) => {
    const rows = await listSettingsRows(c.var.ctx, 'adoption');
    return rows.ok ? c.answer({ items: rows.value.map(adoption) }, 200) : refuse(c, rows.failure);
  });
  app.openapi(addAdoptionRoute, async (c) => {
    const input = c.req.valid('json');
    const { table, from, lastDay, basis, ...rest } = input;
    const added = await once(c, input, (ctx) => addSettingsRow(ctx, { row: { of: 'adoption', table, validFrom: from, validTo: endOf(lastDay), basis }, ...rest }));
    return added.ok ? c.answer(shownChange(added.value, adoption, rest.dryRun), rest.dryRun ? 200 : 201) : refuse(c, added.failure, faultsOfSettings(added.failure));
  });
  app.openapi(endAdoptionRoute, async (c) => {
    const { lastDay, ...rest } = c.req.valid('json');
    const version = versionOf(c.req.valid('header')['if-match']);
    const ended = await endSettingsRow(c.var.ctx, { of: 'adoption', id: c.req.valid('param').id, version, validTo: endOf(lastDay), ...rest });
    return ended.ok ? c.answer(shownChange(ended.value, adoption, rest.dryRun), 200) : refuse(c, asShown(ended.failure, adoption), faultsOfSettings(ended.failure));
  });
  app.openapi(removeAdoptionRoute, async (c) => {
    const rest = c.req.valid('json');
    const removed = await removeSettingsRow(c.var.ctx, { of: 'adoption', id: c.req.valid('param').id, version: versionOf(c.req.valid('header')['if-match']), ...rest });
    return removed.ok ? c.answer(shownChange(removed.value, adoption, rest.dryRun), 200) : refuse(c, asShown(removed.failure, adoption), faultsOfSettings(removed.failure));
  });
  app.openapi(listValidityRulesRoute, async (c) => {
    const rows = await listSettingsRows(c.var.ctx, 'validity');
    return rows.ok ? c.answer({ items: rows.value.map(validity) }, 200) : refuse(c, rows.failure);
  });
  app.openapi(addValidityRuleRoute, async (c) => {
    const input = c.req.valid('json');
    const { type, months, from, lastDay, basis, ...rest } = input;
    const added = await once(c, input, (ctx) => addSettingsRow(ctx, { row: { of: 'validity', type, months, validFrom: from, validTo: endOf(lastDay), basis }, ...rest }));
    return added.ok ? c.answer(shownChange(added.value, validity, rest.dryRun), rest.dryRun ? 200 : 201) : refuse(c, added.failure, faultsOfSettings(added.failure));
  });
  app.openapi(endValidityRuleRoute, async (c) => {
    const { lastDay, ...rest } = c.req.valid('json');
    const version = versionOf(c.req.valid('header')['if-match']);
    const ended = await endSettingsRow(c.var.ctx, { of: 'validity', id: c.req.valid('param').id, version, validTo: endOf(lastDay), ...rest });
    return ended.ok ? c.answer(shownChange(ended.value, validity, rest.dryRun), 200) : refuse(c, asShown(ended.failure, validity), faultsOfSettings(ended.failure));
  });
  app.openapi(removeValidityRuleRoute, async (c) => {
    const rest = c.req.valid('json');
    const removed = await removeSettingsRow(c.var.ctx, { of: 'validity', id: c.req.valid('param').id, version: versionOf(c.req.valid('header')['if-match']), ...rest });
    return removed.ok ? c.answer(shownChange(removed.value, validity, rest.dryRun), 200) : refuse(c, asShown(removed.failure, validity), faultsOfSettings(removed.failure));
  });
  app.openapi(listSpecialisedProofsRoute, async (c) => {
    const rows = await listSettingsRows(c.var.ctx, 'proof');
    return rows.ok ? c.answer({ items: rows.value.map(proof) }, 200) : refuse(c, rows.failure);
  });
  app.openapi(addSpecialisedProofRoute, async (c) => {
    const input = c.req.valid('json');
    const { type, from, lastDay, basis, ...rest } = input;
    const added = await once(c, input, (ctx) => addSettingsRow(ctx, { row: { of: 'proof', type, validFrom: from, validTo: endOf(lastDay), basis }, ...rest }));
    return added.ok ? c.answer(shownChange(added.value, proof, rest.dryRun), rest.dryRun ? 200 : 201) : refuse(c, added.failure, faultsOfSettings(added.failure));
  });
  app.openapi(endSpecialisedProofRoute, async (c) => {
    const { lastDay, ...rest } = c.req.valid('json');
    const version = versionOf(c.req.valid('header')['if-match']);
    const ended = await endSettingsRow(c.var.ctx, { of: 'proof', id: c.req.valid('param').id, version, validTo: endOf(lastDay), ...rest });
    return ended.ok ? c.answer(shownChange(ended.value, proof, rest.dryRun), 200) : refuse(c, asShown(ended.failure, proof), faultsOfSettings(ended.failure));
  });
  app.openapi(removeSpecialisedProofRoute, async (c) => {
    const rest = c.req.valid('json');
    const removed = await removeSettingsRow(c.var.ctx, { of: 'proof', id: c.req.valid('param').id, version: versionOf(c.req.valid('header')['if-match']), ...rest });
    return removed.ok ? c.answer(shownChange(removed.value, proof, rest.dryRun), 200) : refuse(c, asShown(removed.failure, proof), faultsOfSettings(removed.failure));
  });
});
