import styles from './parts.module.css';

/** A tick in a row of a table: what it means in words, and for readers by ear whom it is of. */
export const Tick = ({ label, of, checked, disabled = false, onChange }: { label: string; of: string; checked: boolean; disabled?: boolean; onChange: (ticked: boolean) => void }) => (
  <label className={styles['tick']}>
    <input type="checkbox" aria-label={`${label}: ${of}`} checked={checked} disabled={disabled} onChange={(event) => onChange(event.currentTarget.checked)} /> {label}
  </label>
);
