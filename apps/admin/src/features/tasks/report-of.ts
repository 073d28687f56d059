/** A report as it is typed. */
export type ReportDraft = { text: string; figure: string; document: string };

type Read = { ok: true; report: { text: string; figure: number | null; document: string | null } } | { ok: false; faults: ('text' | 'figure')[] };

/** A report out of what was typed, or which fields can't be meant. A figure is a whole number, written with or without dots between thousands. */
export const reportOf = ({ text, figure, document }: ReportDraft): Read => {
  const digits = figure.trim().replace(/^(\d{1,3})((?:[. ]\d{3})+)$/, (_, first: string, rest: string) => first + rest.replaceAll(/[. ]/g, ''));
  const faults: ('text' | 'figure')[] = [...(text.trim() === '' ? (['text'] as const) : []), ...(digits === '' || /^\d{1,9}$/.test(digits) ? [] : (['figure'] as const))];
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, report: { text: text.trim(), figure: digits === '' ? null : Number(digits), document: document.trim() === '' ? null : document.trim() } };
};
