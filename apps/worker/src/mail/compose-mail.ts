import type { QueuedMail } from '@saubac/db/mail';
import { createWords, type Words } from '@saubac/i18n';

/** A mail in words: plain text, so that it reads everywhere and hides nothing. */
export type ComposedMail = { subject: string; text: string };

/** A mail whose template is not known or that lacks what its words need: nothing that another attempt would mend. */
export class MailNotComposed extends Error {
  override readonly name = 'MailNotComposed';
}

type Values = { product: string; param: (name: string) => string };
type Template = (words: Words, values: Values) => { subject: string; body: string };

const templates = new Map<string, Template>(Object.entries({
  invitation: ({ t }, { product, param }) => ({
    subject: t('mail.invitationSubject', { product }),
    body: t('mail.invitationBody', { product, link: param('link'), hours: param('hours') }),
  }),
  'added-to-tenant': ({ t }, { product }) => ({ subject: t('mail.addedSubject', { product }), body: t('mail.addedBody') }),
  reset: ({ t }, { product, param }) => ({ subject: t('mail.resetSubject', { product }), body: t('mail.resetBody', { link: param('link'), hours: param('hours') }) }),
  'password-changed': ({ t }) => ({ subject: t('mail.passwordChangedSubject'), body: t('mail.passwordChangedBody') }),
  'second-factor-changed': ({ t }) => ({ subject: t('mail.secondFactorChangedSubject'), body: t('mail.secondFactorChangedBody') }),
  'export-ready': ({ t }, { param }) => ({ subject: t('mail.exportReadySubject'), body: t('mail.exportReadyBody', { link: param('link') }) }),
  'case-decided': ({ t }, { product, param }) => ({ subject: t('mail.caseDecidedSubject', { product }), body: t('mail.caseDecidedBody', { link: param('link') }) }),
  'cases-waiting': ({ t }, { product, param }) => ({ subject: t('mail.casesWaitingSubject', { product }), body: t('mail.casesWaitingBody', { waiting: param('count'), link: param('link') }) }),
} satisfies Record<string, Template>));

/** The templates that there are. */
export const mailTemplates = [...templates.keys()];

/** Puts a mail into the words of its language. Throws `MailNotComposed`. */
export const composeMail = ({ locale, template, params }: Pick<QueuedMail, 'locale' | 'template' | 'params'>): ComposedMail => {
  const words = createWords(locale);
  const product = words.t('product.name');
  const param = (name: string): string => {
    const value = params[name];
    if (value === undefined) throw new MailNotComposed(`The mail ${template} lacks ${name}.`);
    return value;
  };
  const compose = templates.get(template);
  if (!compose) throw new MailNotComposed(`There is no mail ${template}.`);
  const { subject, body } = compose(words, { product, param });
  return { subject, text: words.t('mail.frame', { name: param('name'), body, product }) };
};
