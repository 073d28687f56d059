const systems: readonly (readonly [RegExp, string])[] = [[/iPhone|iPad/, 'iOS'], [/Android/, 'Android'], [/Windows/, 'Windows'], [/Mac OS X/, 'macOS'], [/Linux/, 'Linux']];
const browsers: readonly (readonly [RegExp, string])[] = [[/Edg\//, 'Edge'], [/OPR\//, 'Opera'], [/Firefox\//, 'Firefox'], [/Chrome\//, 'Chrome'], [/Safari\//, 'Safari']];

const firstIn = (pairs: readonly (readonly [RegExp, string])[], text: string): string | undefined => pairs.find(([pattern]) => pattern.test(text))?.[1];

/** The browser and system that a session was opened with, by the names that people know; undefined where they can't be told. */
export const deviceName = (userAgent: string | null): string | undefined => {
  const parts = [firstIn(browsers, userAgent ?? ''), firstIn(systems, userAgent ?? '')].filter((it) => it !== undefined);
  return parts.length > 0 ? parts.join(', ') : undefined;
};
