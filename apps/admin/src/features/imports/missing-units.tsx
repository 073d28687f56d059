import { Button } from '@mantine/core';
import { Notice } from '@saubac/ui/states';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useWords } from '../../shell/index.ts';
import { NewUnits } from './new-units-form.tsx';
import { type RefusedValue, type RosterImport, type SheetKey, valuesQuery } from './queries.ts';
import { importsEverywhere } from './who-imports.ts';

const route = getRouteApi('/t/$tenant/imports/$import');
const codes = ['unknown-unit', 'unit-not-found'] as const;

const useNamed = (tenant: string, id: string, asked: boolean): { names: string[]; whole: boolean } => {
  const unknown = useInfiniteQuery({ ...valuesQuery(tenant, id, codes[0]), enabled: asked });
  const near = useInfiniteQuery({ ...valuesQuery(tenant, id, codes[1]), enabled: asked });
  for (const query of [unknown, near]) if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
  const values: RefusedValue[] = [unknown, near].flatMap(({ data }) => data?.pages.flatMap(({ items }) => items) ?? []);
  return { names: [...new Set(values.filter(({ column }) => column === 'unit_code').map(({ value }) => value))], whole: unknown.isSuccess && near.isSuccess && !unknown.hasNextPage && !near.hasNextPage };
};

/** Units that a file names and the tenant does not have: said how many, and created on the spot by who may. */
export const MissingUnits = ({ tenant, it, kinds }: { tenant: string; it: RosterImport; kinds: readonly { sheet: SheetKey; code: string }[] }) => {
  const words = useWords();
  const { me } = route.useRouteContext();
  const { units } = route.useSearch();
  const asked = kinds.some(({ sheet, code }) => sheet === 'people' && (codes as readonly string[]).includes(code));
  const { names, whole } = useNamed(tenant, it.id, asked);
  if (!asked || names.length === 0) return null;
  if (!importsEverywhere(me)) return <Notice>{words.t('importDesk.unitsNotYours')}</Notice>;
  if (units && whole) return <NewUnits tenant={tenant} it={it} names={names} />;
  return (
    <Notice>
      <h2>{words.t('importDesk.unitsTitle', { count: names.length })}</h2>
      <p>{words.t('importDesk.unitsAbout')}</p>
      <Button size="xs" renderRoot={(props) => <Link from={route.id} to="." search={(now) => ({ ...now, tab: 'fix' as const, units: true as const })} resetScroll={false} {...props} />}>
        {words.t('importDesk.unitsOpen')}
      </Button>
    </Notice>
  );
};
