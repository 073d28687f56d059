import { createRoute, z } from '@hono/zod-openapi';
import { code, idempotencyKey, ifMatch, json, jsonBody, line, refused, signedIn, tenantParams, thingParams } from '../frame/index.ts';
import { addRowRoute, endRowRoute, listRowsRoute, removeRowRoute } from './dated-routes.ts';
import { adoption, certificateCatalogue, equivalenceTable, intention, issuer, licence, newAdoption, newTypedRow, newValidityRule, settings, specialisedProof, validityRule, withEffect } from './parts.ts';

const adoptions = { one: 'Adoption', many: 'Adoptions', inWords: 'adoptions of equivalence tables' };
const validity = { one: 'ValidityRule', many: 'ValidityRules', inWords: 'validity rules' };
const proofs = { one: 'SpecialisedProof', many: 'SpecialisedProofs', inWords: 'proofs of a specialised language' };
const licences = { one: 'Licence', many: 'Licences', inWords: 'licences of issuers' };

export const listAdoptionsRoute = listRowsRoute('/api/t/{tenant}/adoptions', adoption, adoptions);
export const addAdoptionRoute = addRowRoute('/api/t/{tenant}/adoptions', adoption, newAdoption, adoptions);
export const endAdoptionRoute = endRowRoute('/api/t/{tenant}/adoptions/{id}', adoption, adoptions);
export const removeAdoptionRoute = removeRowRoute('/api/t/{tenant}/adoptions/{id}/removal', adoption, adoptions);

export const listValidityRulesRoute = listRowsRoute('/api/t/{tenant}/validity-rules', validityRule, validity);
export const addValidityRuleRoute = addRowRoute('/api/t/{tenant}/validity-rules', validityRule, newValidityRule, validity);
export const endValidityRuleRoute = endRowRoute('/api/t/{tenant}/validity-rules/{id}', validityRule, validity);
export const removeValidityRuleRoute = removeRowRoute('/api/t/{tenant}/validity-rules/{id}/removal', validityRule, validity);

export const listSpecialisedProofsRoute = listRowsRoute('/api/t/{tenant}/specialised-proofs', specialisedProof, proofs);
export const addSpecialisedProofRoute = addRowRoute('/api/t/{tenant}/specialised-proofs', specialisedProof, newTypedRow, proofs);
export const endSpecialisedProofRoute = endRowRoute('/api/t/{tenant}/specialised-proofs/{id}', specialisedProof, proofs);
export const removeSpecialisedProofRoute = removeRowRoute('/api/t/{tenant}/specialised-proofs/{id}/removal', specialisedProof, proofs);

export const endLicenceRoute = endRowRoute('/api/t/{tenant}/licences/{id}', licence, licences);
export const removeLicenceRoute = removeRowRoute('/api/t/{tenant}/licences/{id}/removal', licence, licences);

/** Adds a licence to an issuer. */
export const addLicenceRoute = createRoute({
  method: 'post',
  path: '/api/t/{tenant}/issuers/{id}/licences',
  operationId: 'addLicence',
  tags: ['catalogues'],
  summary: 'Add a licence of an issuer; days gone change only as a correction, with a reason',
  security: signedIn,
  'x-permission': 'catalogue.edit',
  request: { params: thingParams, headers: idempotencyKey, ...jsonBody(newTypedRow, 'The licence, and how it is meant') },
  responses: { 201: json(withEffect(licence), 'Added'), 200: json(withEffect(licence), 'What adding it would do'), ...refused(409, 422) },
});

/** Who examines and certifies. */
export const listIssuersRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/issuers',
  operationId: 'listIssuers',
  tags: ['catalogues'],
  summary: 'Issuers of certificates with the licences they have or had',
  security: signedIn,
  'x-permission': 'catalogue.read',
  request: { params: tenantParams },
  responses: { 200: json(z.object({ items: z.array(issuer) }), 'The issuers'), ...refused() },
});

/** Adds an issuer. */
export const addIssuerRoute = createRoute({
  method: 'post',
  path: '/api/t/{tenant}/issuers',
  operationId: 'addIssuer',
  tags: ['catalogues'],
  summary: 'Add an issuer, yet without a licence',
  security: signedIn,
  'x-permission': 'catalogue.edit',
  request: { params: tenantParams, headers: idempotencyKey, ...jsonBody(z.object({ code, name: line(300) }), 'The issuer') },
  responses: { 201: json(issuer, 'Added'), ...refused(409, 422) },
});

/** Renames an issuer. */
export const renameIssuerRoute = createRoute({
  method: 'patch',
  path: '/api/t/{tenant}/issuers/{id}',
  operationId: 'renameIssuer',
  tags: ['catalogues'],
  summary: 'Give an issuer another name',
  security: signedIn,
  'x-permission': 'catalogue.edit',
  request: { params: thingParams, headers: ifMatch, ...jsonBody(z.object({ name: line(300) }), 'The name') },
  responses: { 200: json(issuer, 'Renamed'), ...refused(409, 422, 428) },
});

/** Which tables give levels. */
export const listEquivalenceTablesRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/equivalence-tables',
  operationId: 'listEquivalenceTables',
  tags: ['catalogues'],
  summary: 'Equivalence tables with their lines, legal basis, and when the tenant adopted them',
  security: signedIn,
  'x-permission': 'catalogue.read',
  request: { params: tenantParams },
  responses: { 200: json(z.object({ items: z.array(equivalenceTable) }), 'The tables'), ...refused() },
});

/** What certificates may be. */
export const certificateCatalogueRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/certificate-types',
  operationId: 'listCertificateTypes',
  tags: ['catalogues'],
  summary: 'Types of certificates, languages, and the levels of the framework',
  security: signedIn,
  'x-permission': 'catalogue.read',
  request: { params: tenantParams },
  responses: { 200: json(certificateCatalogue, 'The catalogue'), ...refused() },
});

// The verb checks the document itself, because it names every place that is wrong in it, in words.
const settingsDocument = z.record(z.string(), z.unknown()).openapi({ description: 'A settings file: what `getSettings` answers, changed.' });

/** The settings of the tenant. */
export const getSettingsRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/settings',
  operationId: 'getSettings',
  tags: ['catalogues'],
  summary: 'The settings that decide levels as one document, with their version as ETag',
  security: signedIn,
  'x-permission': 'catalogue.read',
  request: { params: tenantParams },
  responses: { 200: json(z.object({ settings, version: z.int() }), 'The settings'), ...refused() },
});

/** Replaces the settings of the tenant. */
export const putSettingsRoute = createRoute({
  method: 'put',
  path: '/api/t/{tenant}/settings',
  operationId: 'putSettings',
  tags: ['catalogues'],
  summary: 'Replace the settings as a whole; what is not in the document ends',
  security: signedIn,
  'x-permission': 'catalogue.edit',
  request: { params: tenantParams, headers: ifMatch, ...jsonBody(z.object({ settings: settingsDocument, correct: intention.correct, why: intention.why }), 'The settings, and how they are meant') },
  responses: {
    200: json(z.object({ changed: z.int(), version: z.int(), levels: z.object({ certificates: z.int(), written: z.int(), removed: z.int(), people: z.int() }) }), 'What changed'),
    ...refused(409, 422, 428),
  },
});

