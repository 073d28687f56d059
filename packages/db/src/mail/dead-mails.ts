import { deadMailQueue, type Jobs } from '../jobs/index.ts';
import type { MailJob } from './mail-sender.ts';

/** A mail that could not be sent: its template, when it was given up (a moment in UTC) and the code of the last failure. To whom stays sealed. */
export type DeadMail = { id: string; template: string; failure: string | null; givenUpAt: string };

const failureOf = (output: object | null): string | null => {
  const { message } = (output ?? {}) as { message?: unknown };
  return typeof message === 'string' ? message : null;
};

/** The mails that were given up. */
export const deadMails = async ({ boss }: Pick<Jobs, 'boss'>): Promise<DeadMail[]> =>
  (await boss.findJobs<MailJob>(deadMailQueue)).map(({ id, data, sourceOutput, createdOn }) => ({
    id,
    template: data.template,
    failure: failureOf(sourceOutput),
    givenUpAt: createdOn.toISOString(),
  }));

/** Lets mails that were given up be attempted anew, all of them or one. Answers with how many. */
export const reviveMails = ({ boss }: Pick<Jobs, 'boss'>, id: string | null): Promise<number> => boss.redrive(deadMailQueue, id === null ? {} : { ids: [id] });
