/** A unit that a file names and that is to be created. */
export type NewUnit = { name: string; code: string; tier: string; body: string; parent: string };

/** The words that the workbook has for levels of government and kinds of bodies, in its order. */
export type UnitChoices = { tiers: readonly string[]; bodies: readonly string[] };

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[\u0111\u0110]/g, 'd').toLowerCase().trim();

/** Codes may be anything that does not change; the first letters of the words are what people know units by. */
export const suggestedCode = (name: string, taken: ReadonlySet<string>): string => {
  const words = plain(name).split(/[^a-z0-9]+/).filter((it) => it !== '');
  const initials = words.map((it) => (/^\d+$/.test(it) ? it : it.slice(0, 1))).join('').toUpperCase().slice(0, 12) || 'DV';
  for (let nth = 1; ; nth += 1) {
    const code = nth === 1 ? initials : `${initials}-${nth}`;
    if (!taken.has(code)) return code;
  }
};

const commune = /^(ubnd |hdnd |uy ban nhan dan |dang uy )?(xa|phuong|dac khu|thi tran)\b/;
const service = /^(truong|trung tam|tt\b|benh vien|tram|dai |bao |thu vien|bao tang|vien |ban quan ly|thcs|thpt|mam non|tieu hoc|cao dang|dai hoc|nha )/;
const party = /^(tinh uy|thanh uy|dang uy|van phong tinh uy|van phong thanh uy|ban (to chuc|tuyen giao|noi chinh|dan van|kiem tra)|uy ban kiem tra)/;
const social = /^(uy ban mat tran|mat tran|hoi |lien doan|doan |tinh doan|thanh doan)/;

// The workbook tells levels as central, province, district, commune, and bodies as State, Party, socio-political, public service.
const guessed = (name: string, { tiers, bodies }: UnitChoices): Pick<NewUnit, 'tier' | 'body'> => {
  const text = plain(name);
  const body = service.test(text) ? 3 : party.test(text) ? 1 : social.test(text) ? 2 : 0;
  return { tier: tiers[commune.test(text) ? 3 : 1] ?? '', body: bodies[body] ?? '' };
};

/** What units of these names probably are, each with a code that no other has. */
export const suggestedUnits = (names: readonly string[], choices: UnitChoices, known: readonly string[] = []): NewUnit[] => {
  const taken = new Set(known);
  return names.map((name) => {
    const code = suggestedCode(name, taken);
    taken.add(code);
    return { name, code, parent: '', ...guessed(name, choices) };
  });
};

/** What is wrong with some units before they are sent; null: nothing. */
export const faultOfUnits = (units: readonly NewUnit[]): { kind: 'twice'; code: string } | { kind: 'missing'; name: string } | null => {
  const nameless = units.find((it) => it.code.trim() === '' || it.name.trim() === '');
  if (nameless) return { kind: 'missing', name: nameless.name };
  const twice = units.find((it, at) => units.findIndex(({ code }) => code.trim() === it.code.trim()) !== at);
  return twice ? { kind: 'twice', code: twice.code } : null;
};

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** The units as the csv file of the template's sheet of units, given the headings of its columns by key; `from` as the template writes days. */
export const unitsCsv = (units: readonly NewUnit[], headings: Readonly<Record<string, string>>, from: string): string => {
  const cells: Readonly<Record<string, (it: NewUnit) => string>> = { code: (it) => it.code.trim(), name: (it) => it.name.trim(), parent_code: (it) => it.parent, tier: (it) => it.tier, body_kind: (it) => it.body, valid_from: () => from };
  const keys = Object.keys(cells);
  const lines = [keys.map((key) => headings[key] ?? key), ...units.map((it) => keys.map((key) => cells[key]?.(it) ?? ''))];
  return `\uFEFF${lines.map((line) => line.map(quoted).join(',')).join('\r\n')}\r\n`;
};
