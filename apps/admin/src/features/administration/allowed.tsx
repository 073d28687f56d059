import { NoPermissionState } from '@saubac/ui/states';
import type { ReactNode } from 'react';
import { useWords } from '../../shell/index.ts';

/** A page for whoever holds one of some permissions; others are told what they would need. */
export const Allowed = ({ held, needs, children }: { held: readonly string[]; needs: readonly [string, ...string[]]; children: ReactNode }) => {
  const words = useWords();
  if (needs.some((it) => held.includes(it))) return children;
  return <NoPermissionState>{words.t('shell.noPermissionAbout', { permission: words.named('permissions', needs[0]) })}</NoPermissionState>;
};
