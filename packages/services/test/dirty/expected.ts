export const files = ['01-shuffled.xlsx', '02-official-form.xlsx', '03-sheet-per-unit.xlsx', '04-group-rows.xlsx', '05-lost-numbers.xlsx', '06-days-from-1904.xlsx', '07-windows-1258.csv', '07-tcvn3.csv', '08-letters.xlsx', '09-units-by-name.xlsx', '10-twice.xlsx'] as const;
export const expected: Record<string, unknown> = {};
