import { addDays, parseIsoDate } from '@saubac/domain/values';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { unitsQuery } from '../queries.ts';
import { type Named, type PickableUnits, pickableUnits } from './pickable-units.ts';

const none: never[] = [];

/** The units of the day of a change to pick from, with the names of those that stood the day before. */
export const usePickableUnits = (tenant: string, on: string, founded: readonly Named[]): PickableUnits => {
  const day = parseIsoDate(on);
  const units = useQuery(unitsQuery(tenant, on));
  const past = useQuery(unitsQuery(tenant, day ? addDays(day, -1) : on));
  return useMemo(() => pickableUnits(units.data?.items ?? none, past.data?.items ?? none, founded), [units.data, past.data, founded]);
};
