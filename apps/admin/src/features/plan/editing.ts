import { definitionsById, type FactDefinitions } from '@saubac/domain/rules';
import { createContext, use, useMemo } from 'react';
import { liesIn, type Json, type Place } from './json/place.ts';
import type { FactCatalogue } from './queries.ts';

/** Something wrong in the plan as it is saved, at its place. */
export type PlacedProblem = { place: Place; text: string };

/** The plan that is read or written on the page, and what its fields need. */
export type Editing = {
  tenant: string;
  document: Json;
  /** Undefined where the plan is only read. */
  change: ((place: Place, value: Json) => void) | undefined;
  problems: readonly PlacedProblem[];
  /** What stands open, from the address. */
  at: Place;
  open: (place: Place | undefined) => void;
  facts: FactCatalogue | undefined;
  /** The day on which people are counted. */
  on: string;
  /** The draft that tells the levels of government and the certificates that count; else the plan in force does. */
  draft: string | undefined;
  may: { count: boolean; sample: boolean };
};

const Context = createContext<Editing | undefined>(undefined);

/** Gives the plan to all fields inside. */
export const EditingProvider = Context.Provider;

/** The plan on the page. */
export const useEditing = (): Editing => {
  const editing = use(Context);
  if (!editing) throw new Error('EditingProvider is missing above this component.');
  return editing;
};

/** What is wrong at a place or inside it, or only at the place itself. */
export const problemsAt = (problems: readonly PlacedProblem[], place: Place, exactly = false): readonly PlacedProblem[] =>
  problems.filter((it) => liesIn(it.place, place) && (!exactly || it.place.length === place.length));

/** The facts of rules by their ids, and the names of languages by their codes. */
export const useFactDefinitions = (): { definitions: FactDefinitions; languageNames: Readonly<Record<string, { vi: string; en?: string | undefined }>> } => {
  const { facts } = useEditing();
  return useMemo(
    () => ({ definitions: definitionsById(facts?.facts ?? []), languageNames: Object.fromEntries((facts?.languages ?? []).map(({ code, name }) => [code, name])) }),
    [facts],
  );
};
