import { type ReactNode, useState } from 'react';
import { useUiWords } from '../words/index.ts';
import styles from './page-frame.module.css';

/** One entry of the navigation, and the heading of its group; `link` draws it with the class it is given, so that the router stays outside. */
export type NavEntry = { key: string; group?: string | undefined; link: (className: string, close: () => void) => ReactNode };

type Parts = {
  /** The product, and where one is. */
  brand: ReactNode;
  /** On the right of the bar: language, account. */
  tools: ReactNode;
  navigation: readonly NavEntry[];
  navigationLabel: string;
  children: ReactNode;
};

type NavGroup = { name: string | undefined; entries: NavEntry[] };

const groupsOf = (navigation: readonly NavEntry[]): NavGroup[] => {
  const groups: NavGroup[] = [];
  for (const entry of navigation) {
    const last = groups.at(-1);
    if (last && last.name === entry.group) last.entries.push(entry);
    else groups.push({ name: entry.group, entries: [entry] });
  }
  return groups;
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
          {groupsOf(navigation).map(({ name, entries }, at) => (
            <div key={name ?? at} className={styles['group']}>
              {name !== undefined && (
                <p className={styles['groupName']} id={`navigation-${at}`}>
                  {name}
                </p>
              )}
              <ul {...(name === undefined ? {} : { 'aria-labelledby': `navigation-${at}` })}>
                {entries.map(({ key, link }) => (
                  <li key={key}>{link(styles['entry'] ?? '', close)}</li>
                ))}
              </ul>
            </div>
          ))}
        </nav>
      )}
      <main id="content" className={styles['main']} tabIndex={-1}>
        {children}
      </main>
    </div>
  );
};
