import { LoadingRows } from '@saubac/ui/states';
import { type ComponentType, lazy, Suspense, useState } from 'react';

/** A component of a plugin that is fetched when it is shown. Drawn under another key it is fetched again. */
export const Part = <Props extends object>({ load, props, rows }: { load: () => Promise<{ default: ComponentType<Props> }>; props: Props; rows: number }) => {
  const [Shown] = useState(() => lazy(load) as unknown as ComponentType<Props>);
  return (
    <Suspense fallback={<LoadingRows rows={rows} height="2.5rem" />}>
      <Shown {...props} />
    </Suspense>
  );
};
