import { noScores } from '@saubac/domain/levels';
import { addDays } from '@saubac/domain/values';
import { declareCertificate, setCertificateState } from '@saubac/services/levels';
import { listPeople } from '@saubac/services/people';
import { done, type Hands } from './hands.ts';
import type { SampleWork } from './sample-work.ts';

/** Certificates that officers of units enter: they wait for a second person to verify them, but for one that was not recognised. */
export const declareCertificates = async (hands: Hands, { certificates }: SampleWork): Promise<void> => {
  for (const [at, { by, type, grade, number, issuerName, daysAgo, sentBack }] of certificates.entries()) {
    const ctx = await hands.of(by);
    const { people } = done(await listPeople(ctx, { limit: 20 }));
    const person = people[at % Math.max(1, people.length)];
    if (!person) continue;
    const entry = { type, number, issuer: null, issuerName, examDate: addDays(ctx.today, -daysAgo), expiresOn: null, scores: noScores, grade, language: null };
    const declared = await declareCertificate(ctx, { person: person.id, entry });
    // Entered by an earlier start.
    if (!declared.ok && declared.failure.kind === 'certificate-there-already') continue;
    const { id } = done(declared);
    if (sentBack !== undefined) done(await setCertificateState(await hands.as('education'), { certificate: id, state: 'rejected', why: sentBack }));
  }
};
