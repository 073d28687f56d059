import { EmptyState } from '@saubac/ui/states';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../shell/index.ts';

/** There are no people at all: what to do next. */
export const NobodyYet = ({ tenant, mayImport }: { tenant: string; mayImport: boolean }) => {
  const words = useWords();
  return (
    <EmptyState
      title={words.t('people.nobodyTitle')}
      action={
        mayImport && (
          <Link to={'/t/$tenant/imports' as '/t/$tenant'} params={{ tenant }}>
            {words.t('people.toImports')}
          </Link>
        )
      }
    >
      {words.t(mayImport ? 'people.nobodyImport' : 'people.nobodyAsk')}
    </EmptyState>
  );
};
