import { usePlugin } from '@saubac/plugin-api/admin';
import type { ReactNode } from 'react';

import styles from './parts.module.css';

type Search = Readonly<Record<string, string | undefined>>;

/** A link to another place of the same page: what changes of the address, the rest left away. */
export const Goto = ({ to, page, current = false, children }: { to: Search; page: string; current?: boolean; children: ReactNode }) => {
  const { href, search, setSearch, plugin } = usePlugin();
  const wanted = Object.entries(to).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]));
  const gone = Object.fromEntries(Object.keys(search).map((key) => [key, undefined]));
  return (
    <a
      href={href(`/x/${plugin}/${page}${wanted.length > 0 ? `?${new URLSearchParams(wanted).toString()}` : ''}`)} className={styles['goto']} aria-current={current ? 'page' : undefined}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        setSearch({ ...gone, ...to });
      }}
    >
      {children}
    </a>
  );
};
