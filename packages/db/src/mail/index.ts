export { deadMails, reviveMails, type DeadMail } from './dead-mails.ts';
export { mailSender, openMail, type MailJob, type MailSender, type QueuedMail } from './mail-sender.ts';
export { noteSent, wasSent } from './sent-mails.ts';
