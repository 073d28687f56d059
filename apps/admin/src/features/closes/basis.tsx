import { Section } from '@saubac/ui/frame';
import type { ReactNode } from 'react';
import { useCodeNames, useWords } from '../../shell/index.ts';
import styles from './closes.module.css';
import type { Close } from './queries.ts';

const Digest = ({ value }: { value: string }) => <code className={styles['digest']}>{value}</code>;

/** What the figures of a close rest on: rules in force then, the state of the data, what was signed. */
export const Basis = ({ tenant, close }: { tenant: string; close: Close }) => {
  const words = useWords();
  const names = useCodeNames(tenant);
  const { rules, data, digest, anchor } = close;
  const list = (items: readonly ReactNode[]) => (items.length === 0 ? words.t('closing.basisNone') : <ul>{items.map((it, at) => <li key={at}>{it}</li>)}</ul>);
  const legal = (basis: string | null) => (basis === null ? '' : `; ${words.t('closing.legalBasis', { basis })}`);
  const rows: readonly (readonly [string, ReactNode])[] = [
    ...(rules
      ? ([
          [words.t('closing.basisTables'), list(rules.tables.map((it) => <>{words.t('closing.basisTable', it)}{legal(it.basis)} <Digest value={it.digest} /></>))],
          [words.t('closing.basisValidity'), list(rules.validity.map((one) => ({ ...one, type: names.certificateType(one.type) })).map((it) => `${it.months === null ? words.t('closing.basisNoLimit', it) : words.t('closing.basisMonths', { ...it, count: it.months })}${legal(it.basis)}`))],
          ...(rules.proofs.length > 0 ? [[words.t('closing.basisProofs'), list(rules.proofs.map((it) => `${words.t('closing.basisProof', { ...it, type: names.certificateType(it.type) })}${legal(it.basis)}`))] as const] : []),
          [words.t('closing.basisDecisions'), <>{words.t('closing.basisItems', { count: rules.decisions.count })} <Digest value={rules.decisions.digest} /></>],
          [words.t('closing.basisLicences'), <>{words.t('closing.basisItems', { count: rules.licences.count })} <Digest value={rules.licences.digest} /></>],
          ...(rules.plugins.length > 0 ? [[words.t('closing.basisPlugins'), list(rules.plugins.map((it) => `${it.id} ${it.version}`))] as const] : []),
        ] as const)
      : []),
    ...(data ? [[words.t('closing.basisData'), <>{words.t('closing.basisDataOf', { position: data.position, moment: words.moment(data.takenAt) })} <Digest value={data.digest} /></>] as const] : []),
    ...(digest === null ? [] : [[words.t('closing.basisDigest'), <Digest key="digest" value={digest} />] as const]),
    ...(anchor ? [[words.t('closing.basisAnchor'), <>{words.t('closing.basisAnchorOf', { position: anchor.position })} <Digest value={anchor.digest} /></>] as const] : []),
  ];
  return (
    <Section title={words.t('closing.basis')}>
      <dl className={styles['basis']}>
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
};
