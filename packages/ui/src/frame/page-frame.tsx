import { type ReactNode, useState } from 'react';
import { useUiWords } from '../words/index.ts';
import styles from './page-frame.module.css';

/** One entry of the navigation; `link` draws it with the class it is given, so that the router stays outside. */
export type NavEntry = { key: string; link: (className: string, close: () => void) => ReactNode };

type Parts = {
  /** The product, and where one is. */
  brand: ReactNode;
  /** On the right of the bar: language, account. */
  tools: ReactNode;
  navigation: readonly NavEntry[];
  navigationLabel: string;
  children: ReactNode;
};

/** The page: bar on top, navigation on the left (behind a button where the screen is narrow), content. */
export const PageFrame = ({ brand, tools, navigation, navigationLabel, children }: Parts) => {
  const words = useUiWords();
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <div className={styles['frame']}>
      <a className={styles['skip']} href="#content">
        {words.skipToContent}
      </a>
      <header className={styles['bar']} data-screen-only>
        {navigation.length > 0 && (
          <button type="button" className={styles['menu']} aria-expanded={open} aria-controls="navigation" onClick={() => setOpen(!open)}>
            <span className={styles['strokes']} aria-hidden="true" />
            {words.menu}
          </button>
        )}
        <div className={styles['brand']}>{brand}</div>
        <div className={styles['tools']}>{tools}</div>
      </header>
      {navigation.length > 0 && (
        <nav id="navigation" className={styles['nav']} data-open={open || undefined} aria-label={navigationLabel} data-screen-only>
          <ul>
            {navigation.map(({ key, link }) => (
              <li key={key}>{link(styles['entry'] ?? '', close)}</li>
            ))}
          </ul>
        </nav>
      )}
      <main id="content" className={styles['main']} tabIndex={-1}>
        {children}
      </main>
    </div>
  );
};
