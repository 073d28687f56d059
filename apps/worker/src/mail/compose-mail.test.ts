import { describe, expect, it } from 'vitest';
import { composeMail, mailTemplates } from './compose-mail.ts';

const params = { name: 'Lê Thị Bình', link: 'https://example.org/i#abc', hours: '72', count: '3' };

describe('a mail', () => {
  it.each(mailTemplates.flatMap((template) => (['vi', 'en'] as const).map((locale) => [template, locale] as const)))('%s is complete in %s', (template, locale) => {
    const { subject, text } = composeMail({ locale, template, params });
    expect(text).toContain('Lê Thị Bình');
    expect(subject + text).not.toMatch(/\{\{|undefined/);
    expect(subject).not.toMatch(/\n|^$/);
  });

  it('holds the link of an invitation as it is', () => {
    expect(composeMail({ locale: 'vi', template: 'invitation', params }).text).toContain('\nhttps://example.org/i#abc\n');
  });

  it('is not composed without what its words need', () => {
    expect(() => composeMail({ locale: 'vi', template: 'reset', params: { name: 'A' } })).toThrow('lacks link');
  });

  it('is not composed of a template that nobody knows', () => {
    expect(() => composeMail({ locale: 'vi', template: 'surprise', params })).toThrow('no mail surprise');
    expect(() => composeMail({ locale: 'vi', template: 'constructor', params })).toThrow('no mail constructor');
  });
});
