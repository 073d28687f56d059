import styles from './administration.module.css';

/** Something that is so or not, with what it means. */
export const CheckField = ({ label, about, checked, onChange }: { label: string; about: string; checked: boolean; onChange: (checked: boolean) => void }) => (
  <div className={styles['check']}>
    <label>
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      {label}
    </label>
    <p className={styles['soft']}>{about}</p>
  </div>
);
