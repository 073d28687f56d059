export type { Mail, MailTemplate, SendMail } from './mail.ts';
