import { lazy, Suspense } from 'react';
import { useWords } from '../../shell/index.ts';
import styles from './overview.module.css';

const UnitField = lazy(() => import('../../shell/unit-field.tsx').then((it) => ({ default: it.UnitField })));

type Parts = { tenant: string; unit: string | undefined; on: string; onChange: (unit: string | undefined) => void };

/** The unit whose figures are shown, among those that the reader may see. What it is picked with comes after the figures. */
export const UnitPicker = (parts: Parts) => {
  const words = useWords();
  return (
    <div className={styles['unit']}>
      <Suspense
        fallback={
          <div className={styles['unitComing']}>
            <span>{words.t('shell.unit')}</span>
          </div>
        }
      >
        <UnitField {...parts} />
      </Suspense>
    </div>
  );
};
