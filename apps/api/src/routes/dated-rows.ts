import type { Fault } from '@saubac/contract/problems';
import type { KeptRow } from '@saubac/db/levels';
import { lastDayOf, type OpenEnd, type SettingsFailure } from '@saubac/domain/levels';
import { addDays, type IsoDate } from '@saubac/domain/values';
import type { SettingsEffect } from '@saubac/services/catalogues';
import { inBoth } from '../answers/index.ts';

/** The first day on which something no longer holds, from the last on which it does. */
export const endOf = (lastDay: IsoDate | null): OpenEnd => (lastDay === null ? 'infinity' : addDays(lastDay, 1));

type Dated = { validFrom: IsoDate; validTo: OpenEnd };

/** Days in words: both inclusive. */
export const inDays = <Row extends Dated>({ validFrom, validTo, ...rest }: Row) => ({ ...rest, from: validFrom, lastDay: lastDayOf(validTo) });

const shownEffect = ({ on, levels, people }: SettingsEffect) => ({ on, peopleWithAnotherLevel: people, levelsRewritten: levels });

/** A changed row as it is answered, with what the change did, or would do. */
export const shownChange = <Row extends KeptRow, T>({ row, effect }: { row: Row; effect: SettingsEffect }, shown: (row: Row) => T, dryRun: boolean) => ({ row: shown(row), effect: shownEffect(effect), kept: !dryRun });

/** What stands there now, where somebody else was quicker, in the form in which it is shown. */
export const asShown = <F extends { kind: string }, Row, T>(failure: F, shown: (row: Row) => T) => {
  if (failure.kind !== 'changed-meanwhile' || !('current' in failure)) return failure;
  return { ...failure, current: shown(failure.current as Row) };
};

/** What contradicts the other rows, each in a sentence. */
export const faultsOfSettings = (failure: { kind: string }): Fault[] | undefined => {
  if (failure.kind !== 'settings-have-problems') return undefined;
  return (failure as { kind: string; problems: SettingsFailure[] }).problems.map((it) => ({ field: it.path, code: it.kind, text: inBoth((say) => say.refusal(it)) }));
};
