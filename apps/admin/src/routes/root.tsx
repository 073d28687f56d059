import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, Outlet } from '@tanstack/react-router';
import { BrokenPage, UnknownPage } from '../shell/fallback-pages.tsx';

/** What is above every screen. */
export const rootRoute = createRootRouteWithContext<{ queries: QueryClient }>()({ component: Outlet, notFoundComponent: UnknownPage, errorComponent: BrokenPage });
