import { describe, expect, it } from 'vitest';
import { type Draft, draftOf, differing, valuesOf } from './draft.ts';
import type { SettingField } from './fields.ts';

const text = { vi: 'x', en: 'x' };
const common = (path: string, more: { secret?: boolean; nullable?: boolean } = {}) => ({ path, label: text, about: null, secret: false, nullable: false, ...more });
const fields: SettingField[] = [
  { ...common('office'), kind: 'text' },
  { ...common('rate'), kind: 'number', least: 0, most: 1 },
  { ...common('days'), kind: 'integer', least: 1, most: undefined },
  { ...common('mails'), kind: 'boolean' },
  { ...common('level'), kind: 'choice', options: [{ value: 1, label: text }, { value: 2, label: text }] },
  { ...common('from', { nullable: true }), kind: 'date' },
  { ...common('places'), kind: 'texts' },
  { ...common('trial'), kind: 'group', fields: [{ ...common('trial.sessions'), kind: 'integer', least: undefined, most: undefined }] },
  { ...common('token', { secret: true }), kind: 'text' },
  { ...common('odd'), kind: 'other' },
];
const saved = { office: 'Sở', rate: 0.5, days: 10, mails: true, level: 2, from: '2026-09-01', places: ['A', 'B'], trial: { sessions: 3 }, odd: { deep: [1] } };
const draft = draftOf(fields, saved, ',');
const sent = (change: Draft) => valuesOf(fields, { ...draft, ...change }, saved);

describe('settings in a form', () => {
  it('are typed as they are written here', () => {
    expect(draft).toMatchObject({ rate: '0,5', days: '10', from: '01/09/2026', places: 'A\nB', 'trial.sessions': '3', level: '2', mails: true, token: '' });
  });

  it('that nobody touched are sent as they were', () => {
    expect(sent({})).toEqual({ values: saved, unreadable: [] });
  });

  it('are read with comma or point; empty lines of a list are none', () => {
    expect(sent({ rate: '0,25', places: ' C \n\n' }).values).toMatchObject({ rate: 0.25, places: ['C'] });
    expect(sent({ rate: '0.75' }).values).toMatchObject({ rate: 0.75 });
  });

  it('that are no number, no whole one or no day are told before they are sent', () => {
    expect(sent({ rate: 'half', days: '2,5', from: '31/2/2026' }).unreadable).toEqual([{ path: 'rate', kind: 'number' }, { path: 'days', kind: 'integer' }, { path: 'from', kind: 'day' }]);
  });

  it('that are emptied take their default, or are nothing where they may be', () => {
    const { values } = sent({ days: '', from: '', office: '', 'trial.sessions': '' });
    expect('days' in values).toBe(false);
    expect(values).toMatchObject({ from: null, office: '' });
    expect('trial' in values).toBe(false);
  });

  it('that are secret stay unless something is typed, and are emptied on purpose only', () => {
    expect('token' in sent({}).values).toBe(false);
    expect(sent({ token: 'abc' }).values).toMatchObject({ token: 'abc' });
    expect(sent({ token: null }).values).toMatchObject({ token: null });
  });

  it('differ where somebody else saved something else', () => {
    expect(differing(fields, draft, draftOf(fields, { ...saved, trial: { sessions: 4 } }, ',')).map((it) => it.path)).toEqual(['trial.sessions']);
  });
});
