import type { SlotPlace, SlotProps } from '@saubac/plugin-api/admin';
import { getRouteApi } from '@tanstack/react-router';
import { type ComponentType, Suspense } from 'react';
import { lazyPage } from '../shell/index.ts';
import { cardsAt } from './cards-at.ts';
import type { Caller } from './open-plugins.ts';

const tenantRoute = getRouteApi('/t/$tenant');

type Given = { [At in SlotPlace]: { at: At; given: SlotProps[At] } }[SlotPlace];

// Fetched where a plugin has a card, and nowhere else.
const SlotCards = lazyPage(['outlet'], () => import('./slot-cards.tsx'), 'SlotCards') as unknown as ComponentType<Given & { me: Caller }>;

/** A place of a core screen where plugins may show cards. Where none has one, it is nothing and asks for nothing. */
export const PluginSlots = (place: Given) => {
  const { me } = tenantRoute.useRouteContext();
  if (cardsAt(me.plugins, place.at).length === 0) return null;
  return (
    <Suspense>
      <SlotCards me={me} {...place} />
    </Suspense>
  );
};
