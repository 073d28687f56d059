/** A fault of a request in the user's language. `field` is a path in what was sent, as `FaultSummary` and `faultsByField` of the design system take it. */
export type RequestFault = { field?: string; text: string };

/** What a refusal says of itself; `current` is what is saved where somebody else was quicker. */
export type RefusalGiven = { code: string; text: string; faults: readonly RequestFault[]; current?: unknown };

/** A request of a plugin's page that was refused. Its message is the refusal in the user's language, so that it can be shown as it is. */
export class PluginRefused extends Error {
  readonly problem: RefusalGiven;

  constructor(problem: RefusalGiven) {
    super(problem.text);
    this.name = 'PluginRefused';
    this.problem = problem;
  }
}

/**
 * What went wrong with a request, for `FaultSummary` and the fields of a form: the faults of fields, or where there are none what the refusal
 * says as a whole.
 *
 * @example
 * const faults = faultsOf(save.error);
 * <FaultSummary faults={faults} />
 * <TextInput id="field-place" error={faults.find((it) => it.field === 'place')?.text} … />
 */
export const faultsOf = (error: unknown): readonly RequestFault[] => {
  if (error === null || error === undefined) return [];
  if (error instanceof PluginRefused) return error.problem.faults.length > 0 ? error.problem.faults : [{ text: error.message }];
  return [{ text: error instanceof Error ? error.message : String(error) }];
};
