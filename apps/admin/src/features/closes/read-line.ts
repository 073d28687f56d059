/** A line of an explanation: how deep it stands, whether it held (where it says so), and its text. */
export const readLine = (line: string): { depth: number; mark: '✓' | '✗' | '?' | undefined; text: string } => {
  const text = line.trimStart();
  const mark = (['✓', '✗', '?'] as const).find((it) => text.startsWith(`${it} `));
  return { depth: (line.length - text.length) / 2, mark, text: mark ? text.slice(2) : text };
};
