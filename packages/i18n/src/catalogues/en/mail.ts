import type { Catalogue } from '../../catalogue.ts';
import type { mail as vi } from '../vi/mail.ts';

export const mail: Catalogue<typeof vi> = {
  frame: 'Dear {{name}},\n\n{{body}}\n\n{{product}}\nThis message was sent by a program. Please do not reply.',
  invitationSubject: 'Invitation to {{product}}',
  invitationBody:
    'You are invited to use {{product}}. To choose a password and open your account, follow this link within {{hours}} hours:\n\n{{link}}\n\nIf this message is not meant for you, please ignore it.',
  addedSubject: 'You were given access in {{product}}',
  addedBody: 'Your account was given access to the records of one more body. Please sign in with the password you have.',
  resetSubject: 'A new password for {{product}}',
  resetBody:
    'Somebody asked for a new password for your account. To choose one, follow this link within {{hours}} hours:\n\n{{link}}\n\nIf you did not ask for it, please ignore this message; your password stays as it is.',
  passwordChangedSubject: 'Your password was changed',
  passwordChangedBody: 'The password of your account was changed just now and other sessions were ended.\n\nIf it was not you, please tell your administrator at once.',
  secondFactorChangedSubject: 'Your second factor was changed',
  secondFactorChangedBody: 'The second factor of your account was changed or switched off just now.\n\nIf it was not you, please tell your administrator at once.',
  exportReadySubject: 'Your export is ready',
  exportReadyBody: 'The file you asked for is ready. Please fetch it by this link before it expires:\n\n{{link}}',
  caseDecidedSubject: 'A decision was taken in {{product}}',
  caseDecidedBody: 'What you handed in was decided on. See it at:\n\n{{link}}',
  casesWaitingSubject: 'Something waits for you in {{product}}',
  casesWaitingBody: 'You have {{waiting}} notices about what waits for you. See them at:\n\n{{link}}',
};
