import { useRouter } from '@tanstack/react-router';
import type { MouseEvent, ReactNode } from 'react';

/** Whether a click on a link opens it here, and not beside. */
export const opensHere = ({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean => button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey;

/**
 * A link in a row of a long table, to a path of ours. The router's own works its address out, and whether it is the present one, each time
 * that it is drawn: too much for hundreds of rows a second.
 */
export const RowLink = ({ href, className, children }: { href: string; className?: string | undefined; children: ReactNode }) => {
  const router = useRouter();
  return (
    <a
      href={href} className={className}
      onClick={(event) => {
        if (!opensHere(event)) return;
        event.preventDefault();
        router.history.push(href);
      }}
    >
      {children}
    </a>
  );
};
