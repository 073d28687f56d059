import {
  checkCertificates, findChangedCertificates, keepCertificatesForUndo, keepCertificatesWithinScope, leaveOutRefusedCertificates, listChangedCertificates, newLanguageTexts, noteClaimsForUndo, refuseChangingSettled, refuseVerifying, refuseVerifyingAlone,
  storeCertificates, storeClaims, typeCertificates,
} from '@saubac/db/roster';
import { rewriteCertificateLevels } from '@saubac/db/levels';
import type { TenantTx } from '@saubac/db/tenancy';
import { proposeFromText } from '@saubac/domain/levels';

import type { ImportRun, SheetResult } from './import-run.ts';

/** Brings the certificates and decisions to what the file states and writes the levels of their holders anew. */
export const importCertificates = async (tx: TenantTx, run: ImportRun): Promise<SheetResult> => {
  const { framework } = run.codes;
  await typeCertificates(tx, run.batch);
  if (run.within) await keepCertificatesWithinScope(tx);
  if (!run.verifies) await refuseVerifying(tx);
  else if (run.by.id !== null) await refuseVerifyingAlone(tx, run.by.id);
  await checkCertificates(tx, { batch: run.batch, lenient: !run.skipRefused, framework, latest: run.today > run.on ? run.today : run.on });
  await leaveOutRefusedCertificates(tx);
  const { added, changed: differing, unchanged } = await findChangedCertificates(tx);
  const changed = differing - (run.verifies ? 0 : await refuseChangingSettled(tx));
  const wrote = added + changed > 0;
  const list = wrote ? await listChangedCertificates(tx, run.listed) : [];
  if (wrote) {
    if (run.keepsUndo) await keepCertificatesForUndo(tx, run.batch);
    const holders = await storeCertificates(tx, framework, run.by);
    await rewriteCertificateLevels(tx, { people: holders });
  }
  return {
    new: added, changed, unchanged, wrote, details: [],
    changes: list.map((it) => ({ sheet: 'certificates', row: it.row, kind: it.isNew ? 'new' : 'changed', subject: it.name, since: null, fields: it.fields })),
  };
};

/** Keeps the free texts about languages with what each is proposed to mean; answers with how many texts are new. */
export const importClaims = async (tx: TenantTx, run: ImportRun): Promise<number> => {
  const texts = await newLanguageTexts(tx);
  if (texts.length > 0) {
    await storeClaims(tx, new Map(texts.map((text) => [text, proposeFromText(text)])), run.on);
    if (run.keepsUndo) await noteClaimsForUndo(tx, run.batch);
  }
  return texts.length;
};
