import { conditionsOf, nearest } from '../rules/index.ts';
import type { PlanFile } from './plan-file.ts';
import { pathText, type PlanProblem, problem } from './problem.ts';
import { everyPlace, rulesIn, textsAt } from './walk.ts';

/**
 * What lies outside the file and may be named in it. A list that is not given is not checked: a province without units yet can still
 * check its plan.
 */
export type PlanReference = {
  /** Ids of the targets of the national plan, that `nationalRow` may name. */
  nationalTargets?: readonly string[];
  /** Stable codes of the tenant's units. */
  units?: readonly string[];
  /** Codes of the languages. */
  languages?: readonly string[];
};

type Place = { path: readonly PropertyKey[]; value: string };

/** Ids must be unique in the whole file, so that a figure, a task or a comment can be linked to one element. */
export const duplicateIds = (file: PlanFile): PlanProblem[] => {
  const first = new Map<string, string>();
  return textsAt(file, 'id').flatMap(({ path, value }) => {
    // The second condition has the same name wherever a target asks for it.
    if (path.at(-2) === 'extra') return [];
    const earlier = first.get(value);
    if (earlier !== undefined) return [problem(path, { kind: 'duplicate-id', id: value, first: earlier })];
    first.set(value, pathText(path));
    return [];
  });
};

const documentPlaces = (file: PlanFile): Place[] => [
  ...textsAt(file, 'document'),
  ...everyPlace(file).flatMap(({ path, value }) => (path.at(-2) === 'documents' && typeof value === 'string' ? [{ path, value }] : [])),
  ...(file.governmentLevels?.basis ?? []).map((value, index) => ({ path: ['governmentLevels', 'basis', index], value })),
];

/** Documents that are cited but not listed. */
export const unknownDocuments = (file: PlanFile): PlanProblem[] => {
  const known = file.documents.map((it) => it.id);
  return documentPlaces(file).flatMap(({ path, value }) =>
    known.includes(value) ? [] : [problem(path, { kind: 'unknown-document', document: value, suggestions: nearest(value, known), known })],
  );
};

const bodyLists: readonly PropertyKey[] = ['lead', 'coordinating', 'from', 'to', 'by', 'raisedBy', 'collectedBy', 'decidedBy'];

/** Bodies that have a duty but are not listed. */
export const unknownBodies = (file: PlanFile): PlanProblem[] => {
  const known = file.bodies.map((it) => it.id);
  return everyPlace(file).flatMap(({ path, value }) => {
    const inBodyList = typeof path.at(-1) === 'number' && bodyLists.includes(path.at(-2) ?? '') && typeof value === 'string';
    return inBodyList && !known.includes(value) ? [problem(path, { kind: 'unknown-body', body: value, suggestions: nearest(value, known), known })] : [];
  });
};

/** Reports that name a deadline which the calendar has not. */
export const unknownDeadlines = (file: PlanFile): PlanProblem[] => {
  const known = file.calendar.map((it) => it.id);
  return textsAt(file, 'deadline').flatMap(({ path, value }) =>
    known.includes(value) ? [] : [problem(path, { kind: 'unknown-deadline', deadline: value, suggestions: nearest(value, known), known })],
  );
};

/** Rows of the national plan that it has not. */
export const unknownNationalRows = (file: PlanFile, known: readonly string[] | undefined): PlanProblem[] =>
  known === undefined
    ? []
    : textsAt(file, 'nationalRow').flatMap(({ path, value }) =>
        known.includes(value) ? [] : [problem(path, { kind: 'unknown-national-row', row: value, suggestions: nearest(value, known), known: [...known] })],
      );

const unitsUnder = (file: PlanFile, key: string): Place[] =>
  everyPlace(file).flatMap(({ path, value }) => (path.at(-2) === key && typeof value === 'string' ? [{ path, value }] : []));

/** Codes of units by which a plan decides who counts: in its scope, its rules and its levels of government. */
const decidingUnits = (file: PlanFile): Place[] => [
  ...unitsUnder(file, 'units'),
  ...rulesIn(file).flatMap(({ path, value }) => conditionsOf(value).flatMap((it) => ('within' in it ? it.within.map((code) => ({ path, value: code })) : []))),
];

/** Codes among some places that are no codes of units. */
export const unknownAmong = (places: readonly Place[], known: readonly string[]): PlanProblem[] => {
  const codes = new Set(known);
  return places.flatMap(({ path, value }) => (codes.has(value) ? [] : [problem(path, { kind: 'unknown-unit', unit: value, suggestions: nearest(value, known) })]));
};

/** Units that the tenant has not, among those that decide who counts: with one of them missing, figures would be wrong. */
export const unknownDecidingUnits = (file: PlanFile, known: readonly string[]): PlanProblem[] => unknownAmong(decidingUnits(file), known);

/** Units that the tenant has not. */
export const unknownUnits = (file: PlanFile, known: readonly string[] | undefined): PlanProblem[] =>
  known === undefined ? [] : unknownAmong([...decidingUnits(file), ...unitsUnder(file, 'unitCodes')], known);

const languagePlaces = (file: PlanFile): Place[] => [
  ...everyPlace(file).flatMap(({ path, value }) => (path.at(-2) === 'languages' && typeof value === 'string' ? [{ path, value }] : [])),
  ...rulesIn(file).flatMap(({ path, value }) => conditionsOf(value).flatMap(({ languages }) => (Array.isArray(languages) ? languages.map((code) => ({ path, value: code })) : []))),
];

/** Languages that are not in the reference list. */
export const unknownLanguages = (file: PlanFile, known: readonly string[] | undefined): PlanProblem[] =>
  known === undefined
    ? []
    : languagePlaces(file).flatMap(({ path, value }) =>
        known.includes(value) ? [] : [problem(path, { kind: 'unknown-language', language: value, suggestions: nearest(value, known) })],
      );
