import { defineManifest, definePlugin } from '@saubac/plugin-api';
import { expect, it } from 'vitest';
import { z } from 'zod';

import { fieldsOf, masked, opened, sealed, secretsSet, shownValues, withKeptSecrets } from './settings-form.ts';

const manifest = defineManifest({
  id: 'visits', version: '1.0.0', apiVersion: 1, title: 't', about: 't',
  words: { vi: { t: 't', 'config.days': 'Số ngày', 'config.days.about': 'Trong bao lâu.' }, en: { t: 't', 'config.days': 'Days', 'config.days.about': 'For how long.' } },
});
const plugin = definePlugin(manifest, { config: z.object({ days: z.int().default(3), token: z.string().meta({ secret: true }).optional() }) });

/** A vault that turns texts round. */
const turned = (text: string): string => [...text].toReversed().join('');
const vault = { seal: (text: string, place: string) => turned(`${place}|${text}`), open: (text: string, place: string) => turned(text).slice(place.length + 1) };

it('calls fields by the words of the plugin, by their own name where there is none', () => {
  expect(fieldsOf(plugin)).toEqual([
    { name: 'days', label: { vi: 'Số ngày', en: 'Days' }, about: { vi: 'Trong bao lâu.', en: 'For how long.' }, secret: false },
    { name: 'token', label: { vi: 'token', en: 'token' }, about: null, secret: true },
  ]);
});

it('keeps a secret sealed, gives it to the plugin alone, and shows nobody more than that it is set', () => {
  const kept = sealed(plugin, { days: 7, token: 'hidden' }, vault);
  expect(JSON.stringify(kept)).not.toContain('hidden');
  expect(opened(plugin, kept, vault)).toEqual({ days: 7, token: 'hidden' });
  expect(shownValues(plugin, kept)).toEqual({ days: 7 });
  expect(masked(plugin, kept)).toEqual({ days: 7, token: '•••' });
  expect(secretsSet(plugin, kept)).toEqual(['token']);
});

it('takes a secret that can’t be opened here for one that is not set', () => {
  const broken = { ...vault, open: (): never => { throw new Error('key-missing'); } };
  expect(opened(plugin, sealed(plugin, { token: 'hidden' }, vault), broken)).toEqual({});
  expect(opened(plugin, sealed(plugin, { token: 'hidden' }, vault), undefined)).toEqual({});
});

it('keeps a secret that is left out, and empties one that is null', () => {
  const kept = sealed(plugin, { token: 'hidden' }, vault);
  expect(withKeptSecrets(plugin, { days: 1 }, kept)).toEqual({ days: 1, token: kept['token'] });
  expect(withKeptSecrets(plugin, { days: 1, token: null }, kept)).toEqual({ days: 1 });
  expect(withKeptSecrets(plugin, { token: 'new' }, kept)).toEqual({ token: 'new' });
});
