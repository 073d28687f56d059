// node deploy/independent-count/main.ts <slug> <workbook.xlsx> <yyyy-mm-dd> — prints the figures as JSON.
import { readFileSync } from 'node:fs';

import { countProvince } from './count.ts';
import { presentOn } from './people.ts';

type Settings = { issuers: { code: string; name: string }[] };

const [slug = '', file = '', on = ''] = process.argv.slice(2);
const settings = JSON.parse(readFileSync(new URL('../reference/default-settings.json', import.meta.url), 'utf8')) as Settings;
const issuers = new Set(settings.issuers.flatMap((it) => [it.code, it.name]));
process.stdout.write(`${JSON.stringify(countProvince(slug, presentOn(file, on, issuers)), null, 2)}\n`);
