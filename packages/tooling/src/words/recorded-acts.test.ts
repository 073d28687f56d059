import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { isTest, isTypeScript, repositoryRoot, trackedFiles } from '../repository/tracked-files.ts';
import { recordedActs } from './recorded-acts.ts';

const catalogue = 'packages/i18n/src/catalogues/vi/acts.ts';

const read = (path: string): string => readFileSync(join(repositoryRoot, path), 'utf8');
const named = [...read(catalogue).matchAll(/^ {2}'([a-z-]+)':/gm)].map((it) => it[1] ?? '');
const isNamed = (act: string): boolean => {
  const key = act.replaceAll('.', '-');
  return key.includes('*') ? named.some((it) => it.startsWith(key.slice(0, key.indexOf('*')))) : named.includes(key);
};

describe('an act that the product records', () => {
  it('is found wherever it is chosen', () => {
    const source = `record({ act: isNew ? 'unit.added' : 'unit.changed' }); record({ act: \`certificate.\${state}\` }); sql\`insert into audit_details select 'person.added'\`; ({ act: 'nothing' })`;
    expect(recordedActs('x.ts', source).toSorted()).toEqual(['certificate.*', 'person.added', 'unit.added', 'unit.changed']);
  });

  it('has a name that users read', () => {
    const sources = trackedFiles().filter((path) => /^(packages|apps)\/[^/]+\/src\//.test(path) && isTypeScript(path) && !isTest(path) && !path.startsWith('packages/testing/'));
    const recorded = sources.flatMap((path) => recordedActs(path, read(path)).map((act) => ({ path, act })));
    expect(recorded.length).toBeGreaterThan(20);
    expect(recorded.filter(({ act }) => !isNamed(act))).toEqual([]);
  });
});
