import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { accountQuery } from './features/access/queries.ts';
import { createProductRouter } from './router.ts';
import { setApiLocale } from './shell/api.ts';
import { chosenLocale } from './shell/locale.ts';
import { speakLocale } from './shell/needed-words.ts';
import { createQueryClient } from './shell/query-client.ts';
import { WordsRoot } from './shell/words-root.tsx';

const locale = chosenLocale();
setApiLocale(locale);

const queries = createQueryClient(() => {
  const here = router.state.location;
  if (here.pathname === '/sign-in') return;
  // Whoever comes by an address and was not signed in has lost nothing.
  const ended = queries.getQueryData(accountQuery().queryKey) !== undefined;
  queries.clear();
  void router.navigate({ to: '/sign-in', search: { to: here.href, ...(ended ? { ended } : {}) } });
});
const router = createProductRouter(queries);

const place = document.getElementById('app');
const words = await speakLocale(locale);
if (place) {
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <WordsRoot first={words}>
          <RouterProvider router={router} />
        </WordsRoot>
      </QueryClientProvider>
    </StrictMode>,
  );
}
