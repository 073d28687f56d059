import { PageHeading } from '@saubac/ui/frame';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../../shell/index.ts';
import styles from './audit-trail.module.css';

/** The heading of both parts of the audit: what was done, and who opened whose file. */
export const AuditHeading = ({ tenant, actions }: { tenant: string; actions?: ReactNode }) => {
  const words = useWords();
  const exact = { exact: true, includeSearch: false };
  return (
    <>
      <PageHeading title={words.t('auditTrail.title')} about={words.t('auditTrail.about')} actions={actions} />
      <nav className={styles['parts']} aria-label={words.t('auditTrail.parts')}>
        <Link to="/t/$tenant/audit" params={{ tenant }} search={{}} activeOptions={exact}>{words.t('auditTrail.acts')}</Link>
        <Link to="/t/$tenant/audit/readings" params={{ tenant }} search={{}} activeOptions={exact}>{words.t('auditTrail.readings')}</Link>
      </nav>
    </>
  );
};
