/** One target. */
export const TargetPage = () => null;
